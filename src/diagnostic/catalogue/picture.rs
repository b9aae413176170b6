//! Codes about pictures: what `picture.yaml` asks for, fonts, letters.

super::catalogue! {
    UNKNOWN_SECTION "picture/unknown-section" Error {
        zh "一图读懂没有“{name}”这个版块" en "the picture has no section `{name}`"
        help_zh "可以写的有：{known}；自己的版块写成主题里的 picture/policy/名称.xml"
        help_en "what can be written here: {known}; a section of your own is picture/policy/NAME.xml of a theme"
    }
    UNKNOWN_ICON "picture/unknown-icon" Error {
        zh "没有图标“{name}”" en "there is no icon `{name}`"
        help_zh "可以写的有：{known}" help_en "what can be written here: {known}"
    }
    FONT "picture/font" Error {
        zh "{file} 不是能用来画图的字体" en "{file} is no font that pictures can be drawn with"
        help_zh "换成完整的 TrueType 或 OpenType 字体（.ttf 或 .otf），WOFF 要先解开；字形要是轮廓，不是点阵"
        help_en "take a whole TrueType or OpenType font (.ttf or .otf) with outlines; unpack a WOFF first"
    }
    TOO_HIGH "picture/too-high" Warning {
        zh "{page} 的图高{height}像素，超过{most}像素，有的手机打不开" en "the picture of {page} is {height} px high, more than {most}, which some phones do not open"
        help_zh "在 picture.yaml 里用 `sections` 少放几个版块，或用 `short` 写短标题"
        help_en "choose fewer `sections` in picture.yaml, or write `short` headings"
    }
    TOO_WIDE "picture/too-wide" Warning {
        zh "{page} 的图上放不下“{words}”，会伸到外面" en "`{words}` finds no room in the picture of {page} and sticks out"
        help_zh "写短一些；标题可以在 picture.yaml 里用 `short` 缩短" help_en "make it shorter; `short` in picture.yaml shortens a heading"
    }
    MISSING_LETTER "picture/missing-letter" Warning {
        zh "字体里没有“{letter}”（{code}），图和宣传册上印成了“〓”" en "the fonts lack `{letter}` ({code}), which pictures and booklets show as 〓"
        help_zh "把含有这个字的字体（.ttf 或 .otf）放进 content/fonts/" help_en "put a font that has it (.ttf or .otf) into content/fonts/"
    }
}
