//! Codes about documents and sheets that are taken in: what looks damaged is told and never mended.

super::catalogue! {
    UNREADABLE_CHARACTER "import/unreadable-character" Warning {
        zh "这里有认不出的字符" en "there is a character here that cannot be read"
        help_zh "对照原件补上这个字，再删去上面的导入提示；它多半是转换文件时丢的"
        help_en "write the character that the original has; it was probably lost when the file was converted"
    }
    LOST_DIGITS "import/lost-digits" Warning {
        zh "“{found}”这里像是丢了数字或字" en "`{found}`: digits or characters seem to be lost here"
        help_zh "对照原件补上；程序不猜" help_en "write what the original has; nothing is guessed"
    }
    MIXED_WIDTH "import/mixed-width" Warning {
        zh "数“{found}”里混有全角和半角数字" en "the number `{found}` mixes full-width and half-width digits"
        help_zh "对照原件核对这个数，全部改成半角数字" help_en "hold it against the original and write it in half width"
    }
    DOUBLED_PUNCTUATION "import/doubled-punctuation" Warning {
        zh "标点“{found}”重复" en "the punctuation `{found}` is doubled"
        help_zh "对照原件，中间是不是丢了字；没有丢就删去多余的一个"
        help_en "see whether words between are lost; delete one where none are"
    }
    UNLISTED_ATTACHMENT "import/unlisted-attachment" Warning {
        zh "正文提到“{found}”，附件清单里没有" en "the text speaks of `{found}`, which its list of attachments lacks"
        help_zh "对照原件补全文末的附件清单，或改正编号"
        help_en "complete the list at the end of the text from the original, or mend the number"
    }
    WORD_NUMBERING "import/word-numbering" Warning {
        zh "Word 自动编号“{found}”的样式不认识，按阿拉伯数字写出" en "the automatic numbering `{found}` of Word is not known; it was written in digits"
        help_zh "对照原件核对这些条目的编号" help_en "hold the numbers of these items against the original"
    }
}
