//! Codes about figures, targets and periods.

super::catalogue! {
    NOT_A_NUMBER "data/not-a-number" Error {
        zh "`{name}` 应为数字，这里是文字“{value}”" en "`{name}` should be a number, this is `{value}`"
        help_zh "只写数字，例如 138；计量单位写在 indicators.yaml 的 `unit`" help_en "write the number alone, such as 138; the unit stands in indicators.yaml as `unit`"
    }
    DATE_FOR_NUMBER "data/date-for-number" Error {
        zh "`{name}` 应为数字，这里是日期“{value}”" en "`{name}` should be a number, this is the date `{value}`"
        help_zh "在表格里把这一格的格式改为“常规”或“数值”，再重新填数" help_en "in the sheet, set the format of this cell to a plain number, and type the figure again"
    }
    NOT_ONE_NUMBER "data/not-one-number" Error {
        zh "`{name}` 应为一个数字，这里写成了列表或多项内容" en "`{name}` should be one number; this is a list or a group of entries"
        help_zh "写成 `{name}: 138`" help_en "write `{name}: 138`"
    }
    NOT_A_WHOLE_NUMBER "data/not-a-whole-number" Error {
        zh "`{key}` 应为 {from} 到 {to} 的整数" en "`{key}` should be a whole number from {from} to {to}"
        help_zh "只写整数，不带小数点和计量单位" help_en "write a whole number, without a decimal point or a unit"
    }
    TOO_LARGE "data/too-large" Error {
        zh "`{name}` 的“{value}”太大，超过一千万亿" en "`{value}` of `{name}` is too large: more than a thousand million million"
        help_zh "核对是否多写了数字，或在 indicators.yaml 换用大一级的 `unit`" help_en "check for digits too many, or choose a larger `unit` in indicators.yaml"
    }
    THOUSANDS_COMMA "data/thousands-comma" Error {
        zh "`{name}` 的“{value}”带千分位逗号" en "`{value}` of `{name}` has a comma between thousands"
        help_zh "去掉逗号，写成 {plain}" help_en "write {plain} without the comma"
    }
    DECIMAL_COMMA "data/decimal-comma" Error {
        zh "`{name}` 的“{value}”里有逗号，看不出是小数还是整数" en "`{value}` of `{name}` has a comma: is it a decimal or a whole number?"
        help_zh "小数用点，写成 {plain}；整数去掉逗号" help_en "write a decimal with a point, {plain}; a whole number without a comma"
    }
    DIGIT_SEPARATOR "data/digit-separator" Error {
        zh "`{name}` 的“{value}”里有空格或其他分隔符" en "`{value}` of `{name}` has a space or another separator in it"
        help_zh "写成 {plain}" help_en "write {plain}"
    }
    PERCENT "data/percent" Error {
        zh "`{name}` 的“{value}”带百分号" en "`{value}` of `{name}` has a percent sign"
        help_zh "只写数字 {plain}，并在 indicators.yaml 中写 `unit: \"%\"`" help_en "write {plain} alone, and `unit: \"%\"` in indicators.yaml"
    }
    FULLWIDTH_DIGIT "data/fullwidth-digit" Error {
        zh "`{name}` 的“{value}”是全角数字或符号" en "`{value}` of `{name}` is in full-width digits or signs"
        help_zh "改用半角，写成 {plain}" help_en "write {plain} in half width"
    }
    LEADING_ZERO "data/leading-zero" Error {
        zh "`{name}` 的“{value}”以 0 开头，可能被当作别的数" en "`{value}` of `{name}` begins with a zero and may be read as another number"
        help_zh "写成 {plain}" help_en "write {plain}"
    }
    NUMBER_WITH_UNIT "data/number-with-unit" Error {
        zh "`{name}` 的“{value}”带了计量单位" en "`{value}` of `{name}` has a unit"
        help_zh "只写数字 {plain}；计量单位写在 indicators.yaml 的 `unit`" help_en "write {plain} alone; the unit stands in indicators.yaml as `unit`"
    }
    SIGN_FOR_NOTHING "data/sign-for-nothing" Error {
        zh "`{name}` 写的是“{value}”，不是数字" en "`{name}` is `{value}`, which is no number"
        help_zh "没有数字时写 `~`（表格里留空），数字是零才写 0" help_en "write `~` where there is no figure (leave the cell of a table empty), and 0 only for zero"
    }
    SPREADSHEET_ERROR "data/spreadsheet-error" Error {
        zh "“{value}”是表格软件的公式错误" en "`{value}` is a spreadsheet's error"
        help_zh "回到原表修好公式，再填算出的数；没有数字时写 `~`（表格里留空）"
        help_en "repair the formula in the sheet and write its result; `~` (or an empty cell) where there is no figure"
    }
    NOT_A_DATE "data/not-a-date" Error {
        zh "`{key}` 应为日期，这里是“{value}”" en "`{key}` should be a date, this is `{value}`"
        help_zh "写成 `2024-06-30`；发布时间可写 `2024-07-10 09:00`" help_en "write `2024-06-30`; a publishing time may be `2024-07-10 09:00`"
    }
    NO_SUCH_DATE "data/no-such-date" Error {
        zh "`{key}` 写的“{value}”不存在：没有这个月或这一天" en "`{value}` of `{key}` does not exist: there is no such month or day"
        help_zh "核对月份和日期" help_en "check the month and the day"
    }
    NOT_A_PERIOD "data/not-a-period" Error {
        zh "`{key}` 应为月、季或年，这里是“{value}”" en "`{key}` should be a month, quarter or year, this is `{value}`"
        help_zh "写成 `2024-06`、`2024-Q2` 或 `2024`" help_en "write `2024-06`, `2024-Q2` or `2024`"
    }
    FILE_NAME "data/file-name" Error {
        zh "从文件名 {file} 看不出是哪一期" en "the file's name does not say which period it is: {file}"
        help_zh "改名为 2024-06.yaml、2024-Q2.yaml 或 2024.yaml；一个文件写多期时在文件里写 `columns:`"
        help_en "rename it to 2024-06.yaml, 2024-Q2.yaml or 2024.yaml; a file of several periods has `columns:`"
    }
    PERIOD_NAME "data/period-name" Error {
        zh "`period` 写的是 {written}，文件名却是 {period}" en "`period` says {written}, but the file's name says {period}"
        help_zh "以文件名为准，删去 `period`，或改文件名" help_en "the name counts: delete `period`, or rename the file"
    }
    AS_OF_BEFORE_PERIOD "data/as-of-before-period" Error {
        zh "数据截至日期 {date} 早于 {period} 这一期的第一天" en "the day of the data, {date}, is before the period {period} begins"
        help_zh "核对年份和月份；不写 `as_of`，就按这一期的最后一天" help_en "check year and month; without `as_of` it is the last day of the period"
    }
    AS_OF_AFTER_PUBLISHED "data/as-of-after-published" Error {
        zh "数据截至日期 {date} 晚于发布日期 {published}" en "the day of the data, {date}, is after the publishing date {published}"
        help_zh "核对 `as_of` 和 `published`" help_en "check `as_of` and `published`"
    }
    REVISED_BEFORE_PUBLISHED "data/revised-before-published" Error {
        zh "更正日期 {date} 早于发布日期 {published}" en "the correction of {date} is before the publishing date {published}"
        help_zh "`published` 保持首次发布的日期，`revised` 写更正的日期" help_en "`published` stays the first date, `revised` is the date of the correction"
    }
    TWO_FIGURES "data/two-figures" Error {
        zh "“{name}”在 {period} 有两个数" en "`{name}` has two figures for {period}"
        help_zh "只留一处；更正写在原处：`{ value: 125, was: 127, revised: 2024-07-10 }`"
        help_en "keep one; a correction stays in its place: `{ value: 125, was: 127, revised: 2024-07-10 }`"
    }
    TWO_STATEMENTS "data/two-statements" Error {
        zh "“{clause}”这一条在同一期写了两次" en "the clause `{clause}` stands twice in one period"
        help_zh "合并成一处" help_en "merge the two"
    }
    TYPED_TWICE "data/typed-twice" Error {
        zh "这个指标用 `same_as` 取自另一项政策，`{key}` 不能在这里再填" en "this indicator is `same_as` another: `{key}` comes from there and is not written again"
        help_zh "删去这一处；数字只在那项政策里填" help_en "delete it; the figure is written in the other policy only"
    }
    OF_PROPOSED "data/of-proposed-indicator" Warning {
        zh "“{name}”还是待确认的指标，这里的内容没有发布" en "`{name}` is an indicator that nobody has confirmed; what stands here is not published"
        help_zh "先在它自己的 indicators.yaml 里核对，删去 `proposed` 那一行"
        help_en "confirm it first: delete its line `proposed` in the indicators.yaml that declares it"
    }
    NOT_FOR_KIND "data/not-for-kind" Error {
        zh "`kind: {kind}` 的指标不能写 `{key}`" en "an indicator of `kind: {kind}` cannot have `{key}`"
        help_zh "删去 `{key}`，或改 `kind`：分步的用 milestone，有目标数的用 level 或 cumulative"
        help_en "delete `{key}`, or change `kind`: milestone has steps, level and cumulative have targets"
    }
    TARGET_WORD "data/target-word" Error {
        zh "每个目标要在 `over`、`reach`、`under`、`within` 中写一个，这里写了 {count} 个"
        en "a target needs exactly one of `over`, `reach`, `under` and `within`; this has {count}"
        help_zh "突破、超过用 `over`，达到、不低于用 `reach`，低于用 `under`，不超过用 `within`"
        help_en "`over`: more than; `reach`: at least; `under`: less than; `within`: at most"
    }
    WRONG_DIRECTION "data/wrong-direction" Error {
        zh "目标 `{word}: {value}` 与基数 {start} 方向相反" en "the target `{word}: {value}` points the other way from the baseline {start}"
        help_zh "向上的目标用 `over`、`reach`，向下的用 `under`、`within`；再核对两个数" help_en "`over` and `reach` go up, `under` and `within` go down; check both values too"
    }
    MIXED_DIRECTIONS "data/mixed-directions" Error {
        zh "`{word}` 与这个指标的方向相反" en "`{word}` points against this indicator's direction"
        help_zh "一个指标的目标同向：向上用 `over`、`reach`（keep-at-least），向下用 `under`、`within`（keep-at-most）"
        help_en "all targets point one way: `over`, `reach` (keep-at-least) up, `under`, `within` (keep-at-most) down"
    }
    TARGETS_TURN_BACK "data/targets-turn-back" Error {
        zh "{by} 的目标 {value} 比 {before} 的 {was} 倒退了" en "the target {value} of {by} falls back behind {was} of {before}"
        help_zh "核对两个数，可以相等，不能倒退；如果是后来的文件改了目标，写进 `changes`" help_en "check both; equal is fine, falling back is not. What a later document changed belongs in `changes`"
    }
    DATES_TURN_BACK "data/dates-turn-back" Error {
        zh "时间 {date} 没有排在 {before} 之后" en "{date} does not come after {before}"
        help_zh "按时间先后排列，基数在前" help_en "put them in order of date, the baseline first"
    }
    PATH_TURNS_BACK "data/path-turns-back" Error {
        zh "路径上 {period} 的 {value} 与 {beside} 的 {other} 接不上" en "the path's {value} in {period} does not fit {other} in {beside}"
        help_zh "路径上的数要在前后两个数之间；与目标同一时点的数要等于目标" help_en "a point lies between its neighbours; at the date of a target it equals the target"
    }
    STEP_EXPECTED "data/step-expected" Error {
        zh "“{name}”是分步的指标，要写完成了哪一步" en "`{name}` is a milestone, so write which step was reached"
        help_zh "写成 `{ step: {step}, on: 2024-06-18 }`" help_en "write `{ step: {step}, on: 2024-06-18 }`"
    }
    UNKNOWN_STEP "data/unknown-step" Error {
        zh "没有“{step}”这一步" en "there is no step `{step}`"
        help_zh "照 indicators.yaml 中 `steps` 的 `name` 写" help_en "write the `name` of one of its `steps` in indicators.yaml"
    }
    STEP_AFTER_AS_OF "data/step-after-as-of" Error {
        zh "完成日期 {date} 晚于数据截至日期 {as_of}" en "the step's date {date} is after the day of the data, {as_of}"
        help_zh "核对日期；数据截至日期之后完成的，写进下一期" help_en "check the date; what was reached later belongs in the next period"
    }
    CELLS_COUNT "data/cells-count" Error {
        zh "“{name}”有 {cells} 个数，应有 {columns} 个" en "the figures of `{name}` ({cells}) do not match the columns ({columns})"
        help_zh "与 `columns` 一一对应，各数之间用半角逗号，没有数字的写 `~`；数字里不要有千分位逗号" help_en "one for each of `columns`, with plain commas between them, `~` where there is none; no commas inside numbers"
    }
    ROW_NOT_A_LIST "data/row-not-a-list" Error {
        zh "“{name}”应为 {columns} 个数的列表" en "`{name}` should be a list of {columns} figures"
        help_zh "与 `columns` 一一对应，写成 `[2, ~, 3]`" help_en "one for each of `columns`, such as `[2, ~, 3]`"
    }
    ROW_TWICE "data/row-twice" Error {
        zh "“{name}”这一行写了两次" en "the row `{name}` stands twice"
        help_zh "同一单位只留一行，用别名写的也算" help_en "one row for each organisation, under whichever name"
    }
    UNKNOWN_ROW "data/unknown-row" Error {
        zh "分解表“{title}”里没有“{name}”" en "the breakdown `{title}` has no row `{name}`"
        help_zh "核对单位名称；新增的单位先在 indicators.yaml 的 `rows` 里加一行，没有任务的写 `~`"
        help_en "check the name; add a new one to `rows` in indicators.yaml first, with `~` where it has no task"
    }
    SUM "data/sum" Error {
        zh "“{title}”{column} 一列合计 {sum}，指标的数是 {target}，相差 {difference}" en "column {column} of `{title}` adds up to {sum}, the indicator has {target}: a difference of {difference}"
        help_zh "核对这一列各行的数和指标的数；这张表写的是 `sum: {rule}`（exact 要求相等，at-least 要求合计不少于指标）；原文件本身对不上时写 `sum: none`"
        help_en "check the rows of this column and the indicator's value; this breakdown says `sum: {rule}` (exact: equal; at-least: not less); where the document itself does not add up write `sum: none`"
    }
    OBSERVED_SUM "data/observed-sum" Warning {
        zh "{period} 各行合计 {sum}，指标填的是 {value}，相差 {difference}（{title}）" en "the rows of {period} add up to {sum}, the indicator says {value}: a difference of {difference} ({title})"
        help_zh "核对各行和指标的数" help_en "check the rows and the total"
    }
    TOTAL_ROW "data/total-row" Error {
        zh "“{name}”写的是 {written}，各行合计 {sum}，相差 {difference}" en "`{name}` says {written}, the rows add up to {sum}: a difference of {difference}"
        help_zh "核对各行和合计" help_en "check the rows and the total"
    }
    TOTAL_NOT_NEEDED "data/total-not-needed" Error {
        zh "“{name}”不是单位名称，合计由程序计算" en "`{name}` is not an organisation; totals are computed"
        help_zh "删去这一行" help_en "delete this row"
    }
    TABLE_AND_ROWS "data/table-and-rows" Error {
        zh "写了 `table`，就不能再写“{name}”" en "beside `table` there can be no `{name}`"
        help_zh "都写进表里，或都写在这里" help_en "put all into the table, or all here"
    }
    COLUMN_NOT_IN_TABLE "data/column-not-in-table" Error {
        zh "表里没有“{column}”这一列" en "the table has no column `{column}`"
        help_zh "列名写指标的名称；分期的表写 2024、2024年或 2024-06" help_en "head the column with the indicator's name; in a table of periods, with 2024 or 2024-06"
    }
    TABLE_WITHOUT_PERIODS "data/table-without-periods" Error {
        zh "表头里没有年份" en "none of the column heads is a year"
        help_zh "各列的列名写 2023、2024 或 2023年、2024年" help_en "head the columns with 2023, 2024 and so on"
    }
    CUMULATIVE_FALLS "data/cumulative-falls" Error {
        zh "“{name}”是累计数，{value} 比 {period} 的 {before} 少了" en "`{name}` is a running total, but {value} is less than {before} of {period}"
        help_zh "填自起算之日起的累计数，不是当期数；每年重新起算的写 `resets: yearly`；更正前期的数用 `was`"
        help_en "write the total since the start, not the period's own; `resets: yearly` if it starts again each year; correct the earlier one with `was`"
    }
    STATE_WITHOUT_REASON "data/state-without-reason" Error {
        zh "`state: {state}` 要同时写 `{key}`" en "`state: {state}` needs `{key}`"
        help_zh "补上一行 `{key}: 内容`；done 要写 `evidence`，blocked 要写 `reason`，terminated 要写 `reason` 和 `decided_by` 或 `document`"
        help_en "add a line `{key}: …`; done needs `evidence`, blocked `reason`, terminated `reason` and `decided_by` or `document`"
    }
    FRACTION "data/fraction" Warning {
        zh "“{name}”以“{unit}”计，{value} 不是整数" en "`{name}` is counted in {unit}, but {value} is not a whole number"
        help_zh "核对小数点和计量单位" help_en "check the decimal point and the unit"
    }
    NEGATIVE "data/negative" Warning {
        zh "“{name}”的 {value} 是负数" en "{value} of `{name}` is negative"
        help_zh "核对正负号" help_en "check the sign"
    }
    EMPTY_PERIOD "data/empty-period" Warning {
        zh "{period} 这一期还没有填任何内容，网站上不会有这一期" en "nothing is filled in for {period} yet; the site will not have it"
        help_zh "填好数字或任务情况后再生成；不需要这一期就删去这个文件" help_en "fill in a figure or a statement; delete the file if it is not needed"
    }
    JUMP "data/jump" Warning {
        zh "“{name}”从 {period} 的 {before} 变为 {value}，相差十倍以上" en "`{name}` goes from {before} in {period} to {value}, tenfold or more"
        help_zh "核对是否多写或少写了一位；数字属实就不用改" help_en "check for a digit too many or too few; if it is true, leave it"
    }
    SILENT_REVISION "data/silent-revision" Error {
        zh "“{name}”{period} 已公布的数是 {old}，现在是 {new}，却没有写明是更正" en "`{name}` was published as {old} for {period} and is now {new}, without being marked as a correction"
        help_zh "写成 `{ value: {new}, was: {old}, revised: {today}, note: 更正的原因 }`；如果 {package} 没有交出去过，删去它再打包"
        help_en "write `{ value: {new}, was: {old}, revised: {today}, note: the reason }`; if {package} was never handed over, delete it and pack again"
    }
}
