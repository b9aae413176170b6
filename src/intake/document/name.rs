//! The short title of a policy, and the id that its folder gets.

use super::metadata::Metadata;
use crate::content::id_of;

/// What a policy is; a short title ends before it.
const KINDS: [&str; 22] = [
    "工作实施方案",
    "专项行动方案",
    "行动实施方案",
    "实施方案",
    "工作方案",
    "行动方案",
    "行动计划",
    "工作计划",
    "三年行动",
    "实施意见",
    "若干措施",
    "若干政策",
    "管理办法",
    "暂行办法",
    "实施办法",
    "实施细则",
    "工作要点",
    "方案",
    "计划",
    "意见",
    "办法",
    "规划",
];

/// The longest id that is made of a title.
const LONGEST: usize = 40;

/// The title without the district before it and what kind of document it is; none where that is the
/// title itself.
pub(super) fn short(metadata: &Metadata) -> Option<String> {
    let title = metadata.title.as_deref()?;
    let mut bare = title;
    while let Some((open, sign)) = bare.char_indices().next_back().filter(|(_, c)| matches!(c, ')' | '）')) {
        let other = if sign == ')' { '(' } else { '（' };
        bare = bare[..open].rfind(other).map_or(bare, |at| &bare[..at]);
        if bare.len() > open {
            break;
        }
    }
    let district = ["人民政府", "政府", "办公室", "委员会"]
        .iter()
        .find_map(|end| metadata.issuer.as_deref()?.split_once(end))
        .map(|(name, _)| name);
    let district = district.filter(|name| name.ends_with(['区', '县', '市', '省', '州', '镇', '乡']));
    if let Some(district) = district {
        // 重庆市万州区 of the title may be 万州区 in the table of fields.
        let found = bare.find(district).filter(|at| *at <= "某某自治区某某自治州".len());
        bare = found.map_or(bare, |at| &bare[at + district.len()..]);
    }
    let short = KINDS.iter().find_map(|kind| bare.strip_suffix(kind)).unwrap_or(bare);
    let short = short.trim_matches(|c: char| c.is_whitespace() || "，,的".contains(c));
    (short.chars().count() >= 2 && short != title).then(|| short.to_string())
}

/// The id: the pinyin of what the title puts in quotes, else of the short title; empty where there is
/// nothing to make one of.
pub(super) fn id(metadata: &Metadata, short: Option<&str>) -> String {
    let title = metadata.title.as_deref().unwrap_or_default();
    let inside = title.split_once('“').and_then(|(_, rest)| rest.split_once('”')).map(|(inside, _)| inside);
    let words = inside.filter(|inside| inside.chars().count() >= 2).or(short).unwrap_or(title);
    let mut id = String::new();
    for c in words.chars() {
        let next = id_of(&format!("{id}{c}"));
        if next.len() > LONGEST {
            break;
        }
        id = if next.len() > id.len() {
            next
        } else if id.ends_with('-') || id.is_empty() {
            id
        } else {
            format!("{id}-")
        };
    }
    id.trim_end_matches('-').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_short_title_and_an_id() {
        for (title, issuer, wanted, wanted_id) in [
            (
                "长溪市青禾区高新技术企业“双倍增”工作实施方案",
                "长溪市青禾区人民政府办公室",
                Some("高新技术企业“双倍增”"),
                "shuangbeizeng",
            ),
            (
                "青禾区口袋公园建设行动计划（2023—2025年）",
                "青禾区政府办公室",
                Some("口袋公园建设"),
                "koudaigongyuanjianshe",
            ),
            ("关于口袋公园的意见", "", Some("关于口袋公园"), "guanyukoudaigongyuan"),
            ("ABC", "", None, "abc"),
            ("！！", "", None, ""),
        ] {
            let metadata =
                Metadata { title: Some(title.into()), issuer: Some(issuer.into()), ..Metadata::default() };
            let short = short(&metadata);
            assert_eq!(
                (short.as_deref(), id(&metadata, short.as_deref()).as_str()),
                (wanted, wanted_id),
                "{title}"
            );
        }
    }
}
