//! Codes about the output folder.

super::catalogue! {
    EDITED "output/edited" Warning {
        zh "输出文件夹中的 `{file}` 已不属于本站，但生成后有人改过，所以没有删除"
        en "`{file}` in the output folder is no longer part of the site, but was changed since it was made, so it stays"
        help_zh "不需要就手动删除；要改的内容写在 content/ 中"
        help_en "remove it by hand if it is not needed; changes belong in content/"
    }
}
