//! Codes about themes and their templates.

super::catalogue! {
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
        zh "主题按约定第{found}版编写，本程序提供第{wanted}版"
        en "the theme is written for contract {found}, this program offers contract {wanted}"
        help_zh "按 themes/portal/README.md 改好模板，再写 `contract: {wanted}`"
        help_en "change its templates after themes/portal/README.md, then write `contract: {wanted}`"
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
    UNREADABLE "theme/unreadable" Error {
        zh "主题文件 {path} 无法读取：{reason}" en "cannot read the theme's file {path}: {reason}"
        help_zh "核对文件是否存在、是否允许读取" help_en "check that the file is there and may be read"
    }
}
