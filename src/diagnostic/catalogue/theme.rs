//! Codes about themes and their templates.

super::catalogue! {
    BOOKLET "theme/booklet" Error {
        zh "宣传册的模板有错：{message}" en "a template of the booklet fails: {message}"
        help_zh "模板用 Typst 写成，拿到的数据见 themes/portal/README.md；`gongbao build --dump-view policies/ID/booklet.pdf` 打印这些数据"
        help_en "it is written in Typst; themes/portal/README.md says what it gets, and `gongbao build --dump-view policies/ID/booklet.pdf` prints it"
    }
    UNKNOWN_THEME "theme/unknown-theme" Error {
        zh "没有主题“{name}”" en "there is no theme `{name}`"
        help_zh "themes/ 中每个文件夹是一个主题，须有 theme.yaml；随程序提供的主题是 portal"
        help_en "each folder of themes/ with a theme.yaml is a theme; `portal` comes with the program"
    }
    PARENT_LOOP "theme/parent-loop" Error {
        zh "主题“{name}”经由 `parent` 回到了自己" en "the theme `{name}` is its own ancestor through `parent`"
        help_zh "删去其中一个 `parent`" help_en "remove one of the `parent` lines"
    }
    CONTRACT "theme/contract" Error {
        zh "主题写明的约定是“{found}”，本程序提供第{wanted}版"
        en "the theme is written for contract {found}, this program offers contract {wanted}"
        help_zh "按 themes/portal/README.md 改好模板，再写 `contract: {wanted}`"
        help_en "change its templates after themes/portal/README.md, then write `contract: {wanted}`"
    }
    NEWER_CONTRACT "theme/newer-contract" Error {
        zh "主题按约定第{found}版编写，本程序只提供到第{wanted}版"
        en "the theme is written for contract {found}, this program offers no more than contract {wanted}"
        help_zh "换用较新的 gongbao，或选用按第{wanted}版编写的主题" help_en "take a newer gongbao, or a theme for contract {wanted}"
    }
    MISSING_CONTRACT "theme/missing-contract" Error {
        zh "theme.yaml 没有写主题按约定第几版编写" en "theme.yaml does not say for which contract the theme is written"
        help_zh "加一行 `contract: {wanted}`；约定的内容见 themes/portal/README.md"
        help_en "add the line `contract: {wanted}`; themes/portal/README.md says what it holds"
    }
    UNKNOWN_KEY "theme/unknown-key" Error {
        zh "theme.yaml 中不能写 `{key}` 这一项" en "there is no entry `{key}` in theme.yaml"
        help_zh "可以写的有 `name`、`contract`、`parent`" help_en "what can be written there: `name`, `contract` and `parent`"
    }
    NOT_TEXT "theme/not-text" Error {
        zh "`{key}` 应为一行文字" en "`{key}` should be a line of text"
        help_zh "写成 `{key}: 文字`" help_en "write `{key}: text`"
    }
    NOT_A_MAP "theme/not-a-map" Error {
        zh "这里应逐行写“名称: 文字”" en "this should be lines of `name: text`"
        help_zh "参看 themes/portal/ 中的同名文件" help_en "see the file of the same name in themes/portal/"
    }
    TEMPLATE "theme/template" Error {
        zh "模板出错：{message}" en "template error: {message}"
        help_zh "模板能用的变量见 themes/portal/README.md" help_en "what a template is given is listed in themes/portal/README.md"
    }
    UNKNOWN_FIELD "theme/unknown-field" Error {
        zh "没有 `{name}` 这个字段" en "there is no field `{name}`"
        help_zh "可用的字段：{known}" help_en "what there is: {known}"
    }
    UNKNOWN_VARIABLE "theme/unknown-variable" Error {
        zh "没有 `{name}` 这个变量" en "there is no variable `{name}`"
        help_zh "这里可用的变量：{known}" help_en "what there is here: {known}"
    }
    UNKNOWN_WORD "theme/unknown-word" Error {
        zh "主题没有 `{name}` 这条文字" en "the theme has no word `{name}`"
        help_zh "在主题的 words/{language}.yaml 中加一行 `{name}: 文字`"
        help_en "add a line `{name}: text` to words/{language}.yaml of the theme"
    }
    UNKNOWN_FILTER "theme/unknown-filter" Error {
        zh "没有 `{name}` 这个过滤器" en "there is no filter `{name}`"
        help_zh "可用的过滤器见 themes/portal/README.md" help_en "the filters are listed in themes/portal/README.md"
    }
    UNKNOWN_FUNCTION "theme/unknown-function" Error {
        zh "没有 `{name}` 这个函数" en "there is no function `{name}`"
        help_zh "可用的函数见 themes/portal/README.md" help_en "the functions are listed in themes/portal/README.md"
    }
    UNKNOWN_TEST "theme/unknown-test" Error {
        zh "`is` 后面不能写 `{name}`" en "there is no test `{name}`"
        help_zh "可用的判断见 themes/portal/README.md" help_en "the tests are listed in themes/portal/README.md"
    }
    UNKNOWN_COMPONENT "theme/unknown-component" Error {
        zh "没有 `{name}` 这个组件" en "there is no component `{name}`"
        help_zh "已有的组件见 themes/portal/README.md；自己的组件写在主题的 components/ 中"
        help_en "the components are listed in themes/portal/README.md; your own belong in components/ of the theme"
    }
    UNKNOWN_TEMPLATE "theme/unknown-template" Error {
        zh "没有 `{name}` 这个模板文件" en "there is no template `{name}`"
        help_zh "从主题文件夹写起，例如 parts/head.html；要用上级主题的文件，写 portal/parts/head.html"
        help_en "write its path from the theme's folder, such as parts/head.html; the parent's file is portal/parts/head.html"
    }
    PAGE_FIELD "theme/page-field" Error {
        zh "没有 `{name}` 这个字段，{pages} 个网页因此不能生成，例如 {page}"
        en "there is no field `{name}`; pages that cannot be made: {pages}, such as {page}"
        help_zh "可用的字段：{known}" help_en "what there is: {known}"
    }
    PAGE_VARIABLE "theme/page-variable" Error {
        zh "没有 `{name}` 这个变量，{pages} 个网页因此不能生成，例如 {page}"
        en "there is no variable `{name}`; pages that cannot be made: {pages}, such as {page}"
        help_zh "这里可用的变量：{known}" help_en "what there is here: {known}"
    }
    PAGE_ARGUMENT "theme/page-argument" Error {
        zh "组件没有 `{name}` 这个参数，{pages} 个网页因此不能生成，例如 {page}"
        en "the component has no argument `{name}`; pages that cannot be made: {pages}, such as {page}"
        help_zh "它的参数：{known}" help_en "its arguments: {known}"
    }
    PAGE_MISSING_ARGUMENT "theme/page-missing-argument" Error {
        zh "调用组件时缺少参数 `{name}`，{pages} 个网页因此不能生成，例如 {page}"
        en "the component lacks its argument `{name}`; pages that cannot be made: {pages}, such as {page}"
        help_zh "补上参数，写法如 `{name}={…}`" help_en "give it: `{name}={…}`"
    }
    PAGE_TYPE "theme/page-type" Error {
        zh "这里应为 {wanted}，得到的是 {found}，{pages} 个网页因此不能生成，例如 {page}"
        en "this should be {wanted}, not {found}; pages that cannot be made: {pages}, such as {page}"
        help_zh "字段的类型见 themes/portal/README.md；各类型的名称：string 文字，integer 整数，number 数，bool 是否，array 列表，map 一组字段"
        help_en "themes/portal/README.md gives the type of every field"
    }
    PAGE "theme/page" Error {
        zh "模板出错，{pages} 个网页因此不能生成，例如 {page}：{message}"
        en "template error: {message}; pages that cannot be made: {pages}, such as {page}"
        help_zh "模板能用的变量见 themes/portal/README.md" help_en "what a template is given is listed in themes/portal/README.md"
    }
    PAGE_BOXES "theme/page-boxes" Error {
        zh "模板写出的方框有错，{pages} 个网页因此不能生成，例如 {page}：第{line}行，{what_zh}"
        en "line {line} of what the template wrote: {what_en}; pages that cannot be made: {pages}, such as {page}"
        help_zh "行数是模板填好以后的；方框的写法见 themes/portal/README.md" help_en "the line is that of the filled template; themes/portal/README.md lists the boxes"
    }
    UNREADABLE "theme/unreadable" Error {
        zh "主题文件 {path} 无法读取：{reason}" en "cannot read the theme's file {path}: {reason}"
        help_zh "核对文件是否存在、是否允许读取" help_en "check that the file is there and may be read"
    }
}
