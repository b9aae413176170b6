//! The words with which a document promises: which bound they set, and what they count.

use super::Kind;
use crate::model::Word;

/// Words right before a figure that set a bound; longer ones before those that they end with.
const BOUNDS: [(&str, Word, Kind); 52] = [
    ("稳定保持在", Word::Reach, Kind::KeepAtLeast),
    ("保持在", Word::Reach, Kind::KeepAtLeast),
    ("稳定在", Word::Reach, Kind::KeepAtLeast),
    ("控制在", Word::Within, Kind::KeepAtMost),
    ("不低于", Word::Reach, Kind::Level),
    ("不少于", Word::Reach, Kind::Level),
    ("不小于", Word::Reach, Kind::Level),
    ("不超过", Word::Within, Kind::Level),
    ("不高于", Word::Within, Kind::Level),
    ("不多于", Word::Within, Kind::Level),
    ("不大于", Word::Within, Kind::Level),
    ("至少", Word::Reach, Kind::Level),
    ("低于", Word::Under, Kind::Level),
    ("少于", Word::Under, Kind::Level),
    ("小于", Word::Under, Kind::Level),
    ("下降到", Word::Within, Kind::Level),
    ("下降至", Word::Within, Kind::Level),
    ("降低到", Word::Within, Kind::Level),
    ("降低至", Word::Within, Kind::Level),
    ("减少到", Word::Within, Kind::Level),
    ("减少至", Word::Within, Kind::Level),
    ("压减到", Word::Within, Kind::Level),
    ("压减至", Word::Within, Kind::Level),
    ("压缩到", Word::Within, Kind::Level),
    ("压缩至", Word::Within, Kind::Level),
    ("缩短到", Word::Within, Kind::Level),
    ("缩短至", Word::Within, Kind::Level),
    ("降到", Word::Within, Kind::Level),
    ("降至", Word::Within, Kind::Level),
    ("突破", Word::Over, Kind::Level),
    ("超过", Word::Over, Kind::Level),
    ("高于", Word::Over, Kind::Level),
    ("多于", Word::Over, Kind::Level),
    ("大于", Word::Over, Kind::Level),
    ("超", Word::Over, Kind::Level),
    ("达到", Word::Reach, Kind::Level),
    ("增加到", Word::Reach, Kind::Level),
    ("增加至", Word::Reach, Kind::Level),
    ("增长到", Word::Reach, Kind::Level),
    ("增长至", Word::Reach, Kind::Level),
    ("提高到", Word::Reach, Kind::Level),
    ("提高至", Word::Reach, Kind::Level),
    ("提升到", Word::Reach, Kind::Level),
    ("提升至", Word::Reach, Kind::Level),
    ("上升到", Word::Reach, Kind::Level),
    ("上升至", Word::Reach, Kind::Level),
    ("扩大到", Word::Reach, Kind::Level),
    ("扩大至", Word::Reach, Kind::Level),
    ("发展到", Word::Reach, Kind::Level),
    ("增至", Word::Reach, Kind::Level),
    ("达", Word::Reach, Kind::Level),
    ("分别为", Word::Reach, Kind::Level),
];

/// What is done a number of times: what comes of it is a running total.
const ACTIONS: [&str; 48] = [
    "新增",
    "新建",
    "新设",
    "新认定",
    "新培育",
    "新引进",
    "新建成",
    "新开工",
    "净增",
    "累计",
    "改建",
    "扩建",
    "改造",
    "培育",
    "培养",
    "培训",
    "引进",
    "引育",
    "招引",
    "引入",
    "建成",
    "建设",
    "打造",
    "创建",
    "认定",
    "完成",
    "实施",
    "开展",
    "举办",
    "组织",
    "选派",
    "遴选",
    "发放",
    "争取",
    "投入",
    "推广",
    "转化",
    "组建",
    "设立",
    "建立",
    "孵化",
    "增加",
    "减少",
    "评选",
    "筹集",
    "治理",
    "修复",
    "栽植",
];

/// Words that make a figure a change, not an amount.
const CHANGES: [&str; 9] = ["增长", "提高", "提升", "增加", "上升", "下降", "降低", "减少", "压减"];

/// Words of support and sanctions: their figures are no targets.
const SUPPORT: [&str; 11] =
    ["给予", "补助", "奖励", "补贴", "资助", "奖补", "罚", "利率", "限额", "最高", "注册资本"];

/// Words at the front of a name that say nothing of it.
const BEFORE: [&str; 36] = [
    "力争", "争取", "确保", "努力", "实现", "推动", "推进", "促进", "带动", "使", "将", "其中", "全区",
    "全市", "全县", "全省", "全镇", "全乡", "我区", "我市", "我县", "区内", "市内", "县内", "辖区", "到",
    "至", "共", "总计", "每年", "年均", "同比", "并", "同时", "再", "要",
];

/// Words at the end of a name that say nothing of it.
const AFTER: [&str; 18] = [
    "力争",
    "确保",
    "争取",
    "分别",
    "总体",
    "进一步",
    "稳步",
    "有望",
    "预计",
    "要",
    "应",
    "须",
    "均",
    "都",
    "也",
    "将",
    "已",
    "约",
];

/// The bound that the text before a figure ends with, and how much of it is left.
pub(super) fn bound(before: &str) -> Option<(&str, Word, Kind)> {
    let bare = before.trim_end_matches(['约', '近']);
    let (word, bound, kind) = BOUNDS.iter().find(|(word, ..)| bare.ends_with(word))?;
    Some((&bare[..bare.len() - word.len()], *bound, *kind))
}

/// The last action in the text before a figure: where it begins and where it ends. Of two that overlap
/// the longer counts.
pub(super) fn action(before: &str) -> Option<(usize, usize)> {
    let found = ACTIONS.iter().filter_map(|word| before.rfind(word).map(|at| (at, at + word.len())));
    let last = found.clone().max_by_key(|(at, end)| (*end, std::cmp::Reverse(*at)))?;
    Some(
        found
            .filter(|(at, end)| *at < last.1 && *end >= last.0)
            .min_by_key(|(at, _)| *at)
            .map_or(last, |(at, _)| (at, last.1)),
    )
}

/// True where the text says that something is counted anew, not how many there are.
pub(super) fn counts_anew(before: &str) -> bool {
    ["新增", "净增", "新建", "新设", "新认定", "新培育", "新引进", "新开工", "累计"]
        .iter()
        .any(|word| before.contains(word))
}

/// The change that the text before a figure ends with, and how much of it is left.
pub(super) fn change(before: &str) -> Option<(&str, &'static str)> {
    let bare = before.trim_end_matches(['约', '近']);
    let word = CHANGES.iter().find(|word| bare.ends_with(**word))?;
    Some((&bare[..bare.len() - word.len()], word))
}

/// True where something is done every year: 每年, 年均.
pub(super) fn says_every_year(before: &str) -> bool {
    ["每年", "年均"].iter().any(|word| before.contains(word))
}

/// True where a growth is one a year: 年均, 同比.
pub(super) fn is_yearly(before: &str) -> bool {
    ["年均", "每年", "同比", "年增"].iter().any(|word| before.contains(word))
}

/// True for a rate of growth by its name.
pub(super) fn is_growth(name: &str) -> bool {
    ["增长率", "增速", "增幅"].iter().any(|word| name.contains(word))
}

/// True where the figure is one of support or of a sanction.
pub(super) fn is_support(before: &str) -> bool {
    SUPPORT.iter().any(|word| before.contains(word))
}

/// A name without what says nothing of it; none where nothing is left, or a sentence.
pub(super) fn name(raw: &str) -> Option<String> {
    let edge = |c: char| c.is_whitespace() || "，,、；;：:。·—-".contains(c);
    let mut name = raw.trim_matches(edge);
    loop {
        let shorter = BEFORE.iter().find_map(|word| name.strip_prefix(word).filter(|rest| !rest.is_empty()));
        let shorter = shorter.or_else(|| AFTER.iter().find_map(|word| name.strip_suffix(word)));
        match shorter {
            Some(shorter) => name = shorter.trim_matches(edge),
            None => break,
        }
    }
    let length = name.chars().count();
    let odd = name.contains(['，', ',', '。', '；', ';', '《', '（', '(']) || name.is_ascii();
    ((2..=24).contains(&length) && !odd).then(|| name.to_string())
}
