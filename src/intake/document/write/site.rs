//! `site.yaml` of a folder that is no site yet: what is required, and nothing invented.

use super::{say, scalar};
use crate::model::Language;

/// The file.
pub(in crate::intake::document) fn write(issuer: Option<&str>, language: Language) -> String {
    let head = say(
        language,
        "# 由 gongbao import 新建：核对网站名称和主办单位；其他设置见内容格式说明。",
        "# Made by gongbao import: check title and organisation; docs/content-format.md tells of other settings.",
    );
    let missing = say(language, "  # 没有找到，请补上", "  # not found: fill it in");
    let organisation = issuer.map_or_else(|| missing.to_string(), |name| format!(" {}", scalar(name)));
    format!("{head}\ntitle: 政策进展公开\nlanguage: zh-CN\norganisation:{organisation}\n")
}
