//! Codes about files, their encoding, and tables.

super::catalogue! {
    NO_CONTENT "source/no-content" Error {
        zh "这里没有 `content/` 文件夹：{root}" en "there is no `content/` folder in {root}"
        help_zh "进入站点所在的文件夹再运行，或写 `--root 文件夹`；新建站点用 `gongbao init`"
        help_en "run this in the folder of the site, or give `--root DIR`; `gongbao init` makes a new site"
    }
    ENCODING "source/encoding" Error {
        zh "文件既不是 UTF-8 也不是 GB18030，第 {byte} 个字节无法识别" en "this is neither UTF-8 nor GB18030: byte {byte} cannot be read"
        help_zh "用记事本或 WPS 打开，另存为，编码选 UTF-8" help_en "open it in an editor and save it as UTF-8"
    }
    GB18030 "source/gb18030" Warning {
        zh "文件是 {encoding} 编码，已自动转换" en "this file is in {encoding} and was converted"
        help_zh "另存为 UTF-8：记事本“另存为”，编码选 UTF-8；WPS 表格选“CSV UTF-8”" help_en "save it as UTF-8"
    }
    TOO_LARGE "source/too-large" Error {
        zh "文件有 {size} MiB，文本文件最多 64 MiB" en "this file is {size} MiB; a text may be 64 MiB at most"
        help_zh "拆成几个文件，或把它放进 `files/` 作为附件" help_en "split it, or publish it as an attachment in `files/`"
    }
    LINK_OUTSIDE "source/link-outside" Error {
        zh "这是一个快捷方式（符号链接），指向站点文件夹之外" en "this is a link, and leads out of the folder of the site"
        help_zh "把文件本身复制进来，不要用快捷方式或符号链接" help_en "copy the file itself here instead of linking to it"
    }
    LINK_BROKEN "source/link-broken" Error {
        zh "这是一个快捷方式（符号链接），指向的文件不存在，或者绕回了自己" en "this is a link, and leads nowhere or in a circle"
        help_zh "删去它，把文件本身复制进来" help_en "delete it and copy the file itself here"
    }
    BAD_NAME "source/bad-name" Error {
        zh "文件名 `{name}` 无法识别" en "the file name `{name}` cannot be read"
        help_zh "改名，只用汉字、字母、数字、`-` 和 `_`" help_en "rename it with letters, digits, `-` and `_` only"
    }
    TABLE_FORMAT "table/format" Error {
        zh "这个文件不能当作表格读取" en "this file is not a table that can be read"
        help_zh "用 WPS 或 Excel 另存为 .xlsx，或存为 CSV UTF-8" help_en "save it as .xlsx, or as CSV UTF-8"
    }
    TABLE_EMPTY "table/empty" Error {
        zh "表格是空的" en "this table is empty"
        help_zh "第一行写表头，下面每行写一个单位" help_en "write a head in the first row and an organisation in each row below"
    }
    TABLE_RAGGED "table/ragged" Error {
        zh "这一行比表头多 {extra} 格" en "this row is longer than the head; cells too many: {extra}"
        help_zh "删去多余的格，或在表头补上列名；数字里的逗号要去掉，例如 `1234`" help_en "delete the extra cells, or name their columns in the head; write numbers without commas, such as `1234`"
    }
    TABLE_QUOTE "table/quote" Error {
        zh "引号没有成对，后面的行都被算进了这一格" en "this quote is never closed, so the rows below ran into this cell"
        help_zh "补上结尾的 `\"`，或删去开头的 `\"`" help_en "add the closing `\"`, or delete the opening one"
    }
    TABLE_FULLWIDTH_COMMA "table/fullwidth-comma" Error {
        zh "各格之间用的是全角逗号“，”" en "the cells are separated by full-width commas"
        help_zh "全部替换为半角逗号 `,`，例如 `单位,2024`；或用 WPS 存为 .xlsx"
        help_en "replace them with `,`, such as `organisation,2024`; or save it as .xlsx"
    }
    TABLE_TOO_LARGE "table/too-large" Error {
        zh "这张表太大：最多 65535 行、4095 列" en "this sheet is too large: 65,535 rows and 4,095 columns at most"
        help_zh "删去数据以外的行和列（有时最右边或最下面留有一格内容）"
        help_en "delete rows and columns outside the data; sometimes a stray cell is left far out"
    }
}
