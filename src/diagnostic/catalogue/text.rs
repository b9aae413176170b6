//! Codes about policy texts.

super::catalogue! {
    SAME_NUMBER "text/same-number" Warning {
        zh "条目编号 `{path}` 重复"
        en "the clause number `{path}` is used twice"
        help_zh "核对编号；原文如此的，在标题末尾写 `{#名称}` 指定链接名"
        help_en "check the numbers; where the document has them so, name the clause with `{#name}` at the end of its heading"
    }
    SAME_ANCHOR "text/same-anchor" Warning {
        zh "链接名 `{anchor}` 重复"
        en "the link name `{anchor}` is used twice"
        help_zh "同一文件中每个 `{#名称}` 只能用一次，换一个名称"
        help_en "each `{#name}` may stand only once in a text: choose another"
    }
    NUMBER_JUMP "text/number-jump" Warning {
        zh "编号不连续：这里是 `{found}`，按上文应为 `{expected}`"
        en "the numbers jump: this is `{found}`, and `{expected}` should follow"
        help_zh "核对是否漏了条目，或编号有误"
        help_en "check whether a clause is missing or a number is wrong"
    }
    OPEN_BRACKET "text/open-bracket" Warning {
        zh "责任单位的括号没有闭合，这里的单位没有识别"
        en "the bracket of the responsible organisations is not closed, so they were not read"
        help_zh "在最后一个单位之后补上同一种右括号，例如 `（责任单位：区科技局等）`；里外两层括号要成对"
        help_en "close it after the last name with a bracket of the same kind, as in `（责任单位：区科技局等）`; nested brackets must pair too"
    }
    UNSAFE_LINK "text/unsafe-link" Warning {
        zh "链接 `{address}` 不安全，已按普通文字显示"
        en "the link `{address}` is not safe and is shown as plain text"
        help_zh "链接只能是站内相对地址，或以 http、https、mailto、tel 开头"
        help_en "a link may be relative, or begin with http, https, mailto or tel"
    }
    OUTSIDE_IMAGE "text/outside-image" Warning {
        zh "图片 `{address}` 在别的网站上，已改成链接"
        en "the picture `{address}` is at another site and is shown as a link"
        help_zh "把图片放进 files/，写成 `![说明](files/图片.png)`：网页不向别的网站取任何东西"
        help_en "put the picture into files/ and write `![words](files/picture.png)`: the pages ask no other site for anything"
    }
}
