//! Codes about sheets that are imported.

super::catalogue! {
    NOT_A_SHEET "sheet/not-recognised" Error {
        zh "工作表“{sheet}”里认不出要导入的数据" en "nothing in the sheet `{sheet}` could be recognised"
        help_zh "表里要有一列单位名称、指标名称或任务，上面有表头；用 --sheet 选工作表，用 --policy 说明是哪项政策"
        help_en "a sheet needs a column of organisations, indicators or tasks, with heads above; choose with --sheet, and say which policy with --policy"
    }
    NO_SUCH_SHEET "sheet/no-such-sheet" Error {
        zh "没有“{sheet}”这个工作表" en "there is no sheet `{sheet}`"
        help_zh "有：{known}" help_en "there are: {known}"
    }
    UNKNOWN_FORM "sheet/unknown-form" Error {
        zh "这张填报表认不出来：第一格是“{cell}”" en "this form cannot be read: its first cell says `{cell}`"
        help_zh "隐藏的第一格被改过，或者是另一版程序生成的；用 `gongbao export` 重新生成，把数抄过去"
        help_en "its hidden first cell was changed, or another version made it; make a new one with `gongbao export` and copy the figures"
    }
    MIXED_FORMS "sheet/mixed-forms" Error {
        zh "同一个文件里有两份填报表：{first} 和 {second}" en "two forms are in one file: {first} and {second}"
        help_zh "一项政策、一期一个文件，分开保存再导入" help_en "save them apart: one file for one policy and one period"
    }
    OTHER_PERIOD "sheet/other-period" Error {
        zh "这张表填的是 {period}，--period 写的是 {wanted}" en "this form is of {period}, but --period says {wanted}"
        help_zh "去掉 --period；确实要改期，用 `gongbao export --period {wanted}` 重新生成"
        help_en "leave --period out; for another period make a new form with `gongbao export --period {wanted}`"
    }
    OTHER_POLICY "sheet/other-policy" Error {
        zh "这张表属于政策 `{policy}`，站点里没有，或与 --policy 不同" en "this form belongs to the policy `{policy}`, which the site lacks or --policy does not name"
        help_zh "核对文件和 --root、--policy" help_en "check the file, --root and --policy"
    }
    UNKNOWN_ID "sheet/unknown-id" Error {
        zh "这一行的编号 `{id}` 在政策里找不到" en "the policy has nothing with the id `{id}` of this row"
        help_zh "隐藏的第一列被改过，或者导出以后改了内容；用 `gongbao export` 重新生成，把数抄过去"
        help_en "its hidden first column was changed, or the content since; make a new form with `gongbao export` and copy the figures"
    }
    ROW_WITHOUT_ID "sheet/row-without-id" Error {
        zh "这一行是后加的，认不出是谁的：“{value}”" en "this row was added by hand, and nobody knows whose it is: `{value}`"
        help_zh "填在原有的行里；新增的单位或指标先写进 content/，再重新导出"
        help_en "fill in the rows that were there; add new organisations or indicators to content/ first, then export again"
    }
    ROW_WITHOUT_NAME "sheet/row-without-name" Error {
        zh "这一格有数“{value}”，同一行没有名称" en "there is a figure here, `{value}`, but no name in its row"
        help_zh "补上名称，或删去这个数；合并单元格的，拆开再填" help_en "add the name or delete the figure; split merged cells"
    }
    WHICH_POLICY "sheet/which-policy" Error {
        zh "看不出数据属于哪项政策：{policies}" en "which policy is this? {policies}"
        help_zh "加上 --policy，例如 --policy {first}" help_en "say --policy, such as --policy {first}"
    }
    WHICH_PERIOD "sheet/which-period" Error {
        zh "看不出是哪一期的数（工作表“{sheet}”，表头中有：{found}）" en "which period is this? (sheet `{sheet}`; its heads say: {found})"
        help_zh "加上 --period，例如 --period 2024-06" help_en "say --period, such as --period 2024-06"
    }
    WHICH_COLUMN "sheet/which-column" Error {
        zh "“{name}”有几列都可能是本期的数：{columns}" en "several columns may be the figures of `{name}`: {columns}"
        help_zh "加上 --column，例如 --column {first}" help_en "say --column, such as --column {first}"
    }
    NO_SUCH_COLUMN "sheet/no-such-column" Error {
        zh "工作表“{sheet}”里找不到要读的列" en "no column to read was found in the sheet `{sheet}`"
        help_zh "加上 --column，写表头文字或列号；有：{known}" help_en "say --column with its head or letter; there are: {known}"
    }
    WHICH_INDICATOR "sheet/which-indicator" Error {
        zh "看不出这一列是哪个指标的数：“{head}”" en "which indicator does this column hold? `{head}`"
        help_zh "在表头写指标名称，或加上 --breakdown，例如 --breakdown {first}" help_en "name the indicator in the head, or say --breakdown, such as --breakdown {first}"
    }
    WHICH_BREAKDOWN "sheet/which-breakdown" Error {
        zh "“{name}”在几张分解表里都有：{breakdowns}" en "`{name}` stands in several breakdowns: {breakdowns}"
        help_zh "加上 --breakdown，例如 --breakdown {first}" help_en "say --breakdown, such as --breakdown {first}"
    }
    NO_SUCH_BREAKDOWN "sheet/no-such-breakdown" Error {
        zh "没有“{name}”这个指标或分解表" en "there is no indicator or breakdown `{name}`"
        help_zh "有：{known}" help_en "there are: {known}"
    }
    OTHER_UNIT "sheet/other-unit" Error {
        zh "“{name}”的“{value}”与计量单位“{unit}”对不上" en "`{value}` of `{name}` is not in its unit, {unit}"
        help_zh "只写数字；表头里的单位也要换成“{unit}”或它的万、亿" help_en "write the number alone, and the head's unit as {unit}"
    }
    SCALE_TWICE "sheet/scale-twice" Error {
        zh "“{name}”的“{value}”带了“万”或“亿”，计量单位“{unit}”或表头里也有，看不出是多少" en "`{value}` of `{name}` has a 万 or 亿, and so does its unit {unit} or its head: how much is it?"
        help_zh "写全单位，如 1.2亿元，或换算成以“{unit}”计的数字" help_en "write the whole unit, such as 1.2亿元, or the number in {unit}"
    }
    MERGED_FIGURE "sheet/merged-figure" Error {
        zh "这个数占了几行的合并单元格，看不出是哪一行的：“{value}”" en "this figure stands in a cell merged over several rows; whose is it? `{value}`"
        help_zh "拆开合并单元格，每行填自己的数" help_en "split the merged cell and write each row's own figure"
    }
    UNCOMPUTED "sheet/uncomputed" Error {
        zh "这一格是公式，文件里没有存它算出的数" en "this cell is a formula, and the file holds no result of it"
        help_zh "用 WPS 或 Excel 打开，重新计算后保存，再导入" help_en "open it in a spreadsheet program, let it compute, and save it"
    }
    ELSEWHERE "sheet/elsewhere" Error {
        zh "“{name}”这一期的数已经写在别的文件里（{old}），表里是 {new}" en "the figure of `{name}` for this period stands in another file ({old}); the sheet says {new}"
        help_zh "到那个文件里改；同一期的数只写在一处" help_en "change it there: a figure stands in one place only"
    }
    BY_HAND "sheet/by-hand" Error {
        zh "这里的写法程序不敢改动" en "this is written in a way that the program does not dare to change"
        help_zh "手工改这一处，或把 `{ }`、`[ ]` 写在一行，再导入" help_en "change it by hand, or write `{ }` and `[ ]` on one line, and import again"
    }
    NOT_PROVEN "sheet/not-proven" Error {
        zh "合并后的文件读出来与表里的不一致（{what}），没有写入" en "read again, the merged file does not say what the sheet says ({what}); nothing was written"
        help_zh "手工填写这一期，并把表和这个文件发给开发者" help_en "write this period by hand, and send sheet and file to the developers"
    }
}
