//! Codes about how YAML and front matter are written.

super::catalogue! {
    SYNTAX "yaml/syntax" Error {
        zh "从这里起读不下去" en "this cannot be read from here on"
        help_zh "对照上下几行：写 `名称: 内容`（半角冒号，后面空一格），同一层左边对齐，引号和括号成对；文字里有特殊符号时整段加引号，例如 `note: '内容'`"
        help_en "compare with the lines around it: `name: value` with a space after the colon, one level aligned on the left, quotes and brackets in pairs; put text with special characters in quotes, such as `note: 'text'`"
    }
    FULLWIDTH_COLON "yaml/fullwidth-colon" Error {
        zh "`{word}` 后面是全角冒号“：”" en "there is a full-width colon after `{word}`"
        help_zh "换成半角冒号，后面空一格，例如 `{word}: {after}`" help_en "write a plain colon and a space, such as `{word}: {after}`"
    }
    FULLWIDTH_COMMA "yaml/fullwidth-comma" Error {
        zh "括号里各项之间用了全角逗号“，”" en "there is a full-width comma between the entries in brackets"
        help_zh "换成半角逗号，后面空一格，例如 `{ value: 125, note: 已核实 }`、`[2, 3]`" help_en "write a plain comma and a space, such as `{ value: 125, note: checked }` or `[2, 3]`"
    }
    MISMATCHED_BRACKET "yaml/mismatched-bracket" Error {
        zh "括号不成对：`{word}` 与后面的右括号不是一种" en "the bracket `{word}` is closed by one of another kind"
        help_zh "`{` 配 `}`，`[` 配 `]`，例如 `{ value: 125 }`、`[2023, 2024]`" help_en "`{` goes with `}` and `[` with `]`, such as `{ value: 125 }` or `[2023, 2024]`"
    }
    FULLWIDTH_BRACKET "yaml/fullwidth-bracket" Error {
        zh "这里用了全角括号“{word}”" en "this is the full-width bracket `{word}`"
        help_zh "换成半角的 `{ }` 或 `[ ]`，例如 `{ by: 2025, over: 160 }`" help_en "write `{ }` or `[ ]`, such as `{ by: 2025, over: 160 }`"
    }
    MISSING_BRACES "yaml/missing-braces" Error {
        zh "一行里写了几项，却没有放进 `{ }`" en "there are several entries on this line, but no `{ }` around them"
        help_zh "放进 `{ }`，例如 `{ by: 2025, over: 160 }`；或者每项写一行" help_en "put them into `{ }`, such as `{ by: 2025, over: 160 }`, or one on a line"
    }
    MISSING_COMMA "yaml/missing-comma" Error {
        zh "`{ }` 里“{word}”的前面缺少逗号" en "a comma is missing before `{word}`"
        help_zh "各项之间用半角逗号隔开，例如 `{ by: 2025, over: 160 }`" help_en "put a comma between the entries, such as `{ by: 2025, over: 160 }`"
    }
    EMPTY_ITEM "yaml/empty-item" Error {
        zh "两个逗号之间没有内容" en "there is nothing between two commas"
        help_zh "没有数字的一格写 `~`；多写的逗号就删去" help_en "write `~` for a figure that is not there, or delete a comma too many"
    }
    WIDE_SPACE "yaml/wide-space" Error {
        zh "用了全角空格或不间断空格，共 {lines} 行" en "full-width or no-break spaces are used (lines: {lines})"
        help_zh "全部替换为半角空格；每层缩进两格" help_en "replace them with plain spaces, two for each level"
    }
    TAB "yaml/tab" Error {
        zh "用了制表符（Tab）缩进，共 {lines} 行" en "tabs are used to indent (lines: {lines})"
        help_zh "全部替换为空格；每层缩进两格" help_en "replace them with spaces, two for each level"
    }
    TAB_HERE "yaml/tab-here" Error {
        zh "这里不能用制表符（Tab）" en "a tab cannot stand here"
        help_zh "替换为空格" help_en "replace it with spaces"
    }
    NO_SPACE "yaml/no-space" Error {
        zh "`{word}` 的冒号后面没有空格" en "there is no space after the colon of `{word}`"
        help_zh "冒号后面空一格，例如 `{word}: {after}`" help_en "put a space after the colon, such as `{word}: {after}`"
    }
    DASH "yaml/dash" Error {
        zh "列表的 `-` 后面没有空格" en "there is no space after the `-` of a list"
        help_zh "`-` 后面空一格，例如 `- {word}`" help_en "put a space after the `-`, such as `- {word}`"
    }
    COMMA_IN_SENTENCE "yaml/comma-in-sentence" Error {
        zh "半角逗号把这句话断开了，“{after}”被当成了新的一项" en "the comma cuts this text in two: `{after}` was taken for a new entry"
        help_zh "换成全角逗号“，”，或者整句加引号，例如 `note: '{before},{after}'`"
        help_en "put the whole text in quotes, such as `note: '{before},{after}'`"
    }
    COMMA_IN_NUMBER "yaml/comma-in-number" Error {
        zh "数字 {before},{after} 里有逗号" en "there is a comma in the number {before},{after}"
        help_zh "去掉逗号，写成 {before}{after}" help_en "write {before}{after} without the comma"
    }
    DUPLICATE_KEY "yaml/duplicate-key" Error {
        zh "`{key}` 写了两次" en "`{key}` is written twice"
        help_zh "只留一处，删去另一处" help_en "keep one and delete the other"
    }
    KEY_NOT_TEXT "yaml/key-not-text" Error {
        zh "冒号前面应是名称，不能是列表或 `{ }`" en "what stands before the colon must be a name, not a list or `{ }`"
        help_zh "写 `名称: 内容`；名称里有括号时加引号，例如 `\"[试点]项目\": 3`"
        help_en "write `name: value`; quote a name that has brackets, such as `\"[pilot] project\": 3`"
    }
    SPECIAL_START "yaml/special-start" Error {
        zh "文字不能以 `{sign}` 开头" en "text cannot begin with `{sign}`"
        help_zh "整段加单引号，例如 `note: '{sign}…'`" help_en "put it in single quotes, such as `note: '{sign}…'`"
    }
    COLON_IN_TEXT "yaml/colon-in-text" Error {
        zh "这段文字里有半角冒号加空格，会被当成新的一项" en "this text has a colon and a space in it and would be taken for a new entry"
        help_zh "把文字里的冒号换成全角“：”，或者整段加单引号，例如 `title: '{word}'`"
        help_en "put the whole text in single quotes, such as `title: '{word}'`"
    }
    UNCLOSED_QUOTE "yaml/unclosed-quote" Error {
        zh "引号没有成对：只有开头，没有结尾" en "this quote is never closed"
        help_zh "在文字末尾补上 `{word}`，或者删去开头的 `{word}`" help_en "add `{word}` at the end of the text, or delete this one"
    }
    AFTER_QUOTE "yaml/after-quote" Error {
        zh "引号结束以后还有文字" en "there is text after the closing quote"
        help_zh "引号要包住整段文字，例如 `title: '\"双倍增\"方案'`；或者用中文引号“”"
        help_en "the quotes must hold the whole text, such as `title: '\"double\" plan'`"
    }
    ESCAPE "yaml/escape" Error {
        zh "双引号里的反斜杠 `\\` 有特殊含义，这里的写法无法识别" en "a backslash in double quotes has a special meaning, and this one has none"
        help_zh "改用单引号，例如 `path: 'D:\\文件'`" help_en "use single quotes, such as `path: 'D:\\files'`"
    }
    UNCLOSED_BRACKET "yaml/unclosed-bracket" Error {
        zh "括号 `{word}` 没有成对：只有开头，没有结尾" en "the bracket `{word}` is never closed"
        help_zh "在这一项末尾补上 `}` 或 `]`，例如 `{ value: 125 }`、`[2023, 2024]`"
        help_en "add the closing `}` or `]`, such as `{ value: 125 }` or `[2023, 2024]`"
    }
    COMMENT_IN_BRACKETS "yaml/comment-in-brackets" Error {
        zh "`{word}` 以 `#` 开头，从这里到行末都被当成了注释，括号没有结尾" en "`{word}` begins with `#`, so the rest of the line is a comment and the bracket is never closed"
        help_zh "如果是表格里的出错标记，改成正确的数字；如果是文字，加单引号，例如 `'#1'`"
        help_en "if it is an error of a spreadsheet, write the right number; if it is text, put it in single quotes, such as `'#1'`"
    }
    NO_COLON "yaml/no-colon" Error {
        zh "这一行不是“名称: 内容”的写法" en "this line is not `name: value`"
        help_zh "写 `名称: 内容`（半角冒号，后面空一格）；如果是上一行文字的后半截，就接到上一行末尾"
        help_en "write `name: value`; if it belongs to the text of the line above, join it to that line"
    }
    INDENT "yaml/indent" Error {
        zh "这一行的缩进与上面对不齐" en "the indentation of this line does not match the lines above"
        help_zh "同一层的各行左边对齐，下一层多缩进两个空格；列表的 `-` 也要对齐"
        help_en "align the lines of one level, and indent the next level by two more spaces; align the `-` of a list too"
    }
    LIST_HERE "yaml/list-here" Error {
        zh "列表不能和名称写在同一行" en "a list cannot begin on the line of its name"
        help_zh "`- …` 另起一行，缩进两格；或者写 `[甲, 乙]`" help_en "put `- …` on a line of its own, indented by two spaces, or write `[a, b]`"
    }
    DOCUMENTS "yaml/documents" Error {
        zh "文件中间又出现了 `---`，一个文件只能有一份内容" en "there is a second `---`: a file holds one document"
        help_zh "删去这一行的 `---`，或者分成两个文件" help_en "delete this line, or make two files"
    }
    TOO_DEEP "yaml/too-deep" Error {
        zh "层次太多" en "this is nested too deeply"
        help_zh "减少层次，最多 48 层；检查括号是否多写了" help_en "use fewer levels, 48 at most; look for brackets written too often"
    }
    TOO_BIG "yaml/too-big" Error {
        zh "内容太多，无法读取" en "this holds too much to be read"
        help_zh "拆成几个文件；不要用 `&` 和 `*` 反复引用" help_en "split it into several files; do not repeat parts with `&` and `*`"
    }
    FRONT_MATTER "yaml/front-matter" Error {
        zh "文件开头的 `---` 没有结束的 `---`" en "the `---` at the start of the file is never closed"
        help_zh "在文件头最后一行的下面另起一行写 `---`，再写正文"
        help_en "write a line of `---` below the last line of the head, then the text"
    }
}
