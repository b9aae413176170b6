//! Codes about the pages and files of the output.

super::catalogue! {
    NOT_ASCII "plan/not-ascii" Error {
        zh "网址 `{path}` 含有中文或其他非英文字符"
        en "the address `{path}` has Chinese or other characters that an address cannot have"
        help_zh "把文件或文件夹改成英文字母、数字和连字符组成的名字，例如 annex-1.xlsx；页面上显示的名称不受影响"
        help_en "rename the file or folder to letters, digits and hyphens, such as annex-1.xlsx; the name shown on the page stays"
    }
    BAD_NAME "plan/bad-name" Error {
        zh "`{path}` 中有 Windows 等系统不能用的文件名"
        en "`{path}` has a name that Windows and other systems do not take"
        help_zh "换一个名字：不用 con、nul、aux、com1 等设备名，不含 `:`、`*`、`?`、引号、尖括号、竖线和换行，开头没有点，末尾没有点和空格"
        help_en "choose another: no device such as con, nul, aux or com1, none of `: * ? \" < > |` and no line break, no dot first, no dot or space last"
    }
    SAME_URL "plan/same-url" Error {
        zh "两处内容要用同一个网址 `{path}`"
        en "two items ask for the same address `{path}`"
        help_zh "给其中一处换一个 id 或文件名；只有大小写不同也算相同"
        help_en "give one of them another id or file name; names that differ only in case count as the same"
    }
    NO_BOOKLET "plan/no-booklet" Warning {
        zh "本程序不带宣传册功能，没有生成宣传册"
        en "this program cannot make booklets, so there is none"
        help_zh "换用发布的程序，或用 `cargo install --path . --features booklet` 重新编译；不需要宣传册，就删去这一行"
        help_en "take a released program, or compile it with `cargo install --path . --features booklet`; remove this line if no booklet is wanted"
    }
    DEAD_LINK "plan/dead-link" Error {
        zh "链接 `{link}` 指向的内容不存在"
        en "the link `{link}` leads to nothing"
        help_zh "核对路径；可以写成相对于本文件的路径，例如 ../files/annex-1.xlsx 或 ../../pages/about.md"
        help_en "check the path; write it relative to this file, such as ../files/annex-1.xlsx or ../../pages/about.md"
    }
}
