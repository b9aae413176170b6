//! Promises of a text that no indicator tracks: a number with a date and a word that commits.

use super::Input;
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics, Files as _};
use crate::model::{Place, Policy};

/// Words that commit to the number right behind them.
const COMMITS: [&str; 17] = [
    "达到",
    "突破",
    "超过",
    "不少于",
    "不低于",
    "不超过",
    "控制在",
    "力争",
    "提高到",
    "提升到",
    "提升至",
    "提高至",
    "增长到",
    "增加到",
    "降到",
    "降至",
    "降低到",
];

/// Words that say what is to be done to so many.
const DOES: [&str; 11] =
    ["新增", "新建", "改造", "建成", "培育", "完成", "引进", "招引", "打造", "创建", "增长"];

/// Between such a word and the number they make it a sum that is spent, or the size of something.
const NOT_DONE: [&str; 6] = ["资金", "投入", "安排", "经费", "投资", "规模"];

/// Words that say when.
const WHEN: [&str; 9] = ["年底", "年末", "年前", "年内", "每年", "年均", "力争", "确保", "五年内"];

/// Sentences that tell what was, what is given to whom, or who may ask for it: no promise of a result.
const OTHERWISE: [&str; 17] = [
    "已",
    "截至",
    "目前",
    "现有",
    "去年",
    "以来",
    "给予",
    "奖励",
    "补助",
    "补贴",
    "资助",
    "符合",
    "凡",
    "以下简称",
    "处以",
    "罚款",
    "预计",
];

/// What is counted or measured; the longer first.
const UNITS: [&str; 46] = [
    "平方公里",
    "平方米",
    "个百分点",
    "万元",
    "亿元",
    "公里",
    "公顷",
    "千瓦",
    "人次",
    "立方米",
    "个",
    "家",
    "项",
    "人",
    "户",
    "件",
    "名",
    "座",
    "条",
    "台",
    "套",
    "种",
    "处",
    "倍",
    "吨",
    "亩",
    "元",
    "所",
    "张",
    "辆",
    "株",
    "棵",
    "场",
    "次",
    "批",
    "栋",
    "间",
    "支",
    "门",
    "枚",
    "米",
    "%",
    "％",
    "‰",
    "例",
    "册",
];

/// What a unit is not, once more is read: 3个月, 5个工作日, 2次会议 is one, 10年 has no unit.
const NOT_COUNTED: [&str; 7] = ["月", "工作日", "小时", "季度", "年", "自然日", "星期"];

/// Checks every clause of every policy.
pub(super) fn check(input: &Input, d: &mut Diagnostics) {
    for policy in &input.site.policies {
        let Some(text) = input.sources.text(policy.place.file) else { continue };
        let known = known(policy);
        let list = policy.attachments.iter().map(|attachment| attachment.place.start as usize).min();
        let end = list.unwrap_or(text.len()).min(text.len());
        let starts: Vec<usize> =
            policy.text.clauses.iter().map(|clause| clause.place.start as usize).collect();
        for (n, clause) in policy.text.clauses.iter().enumerate() {
            let from = starts[n];
            let to = starts.get(n + 1).copied().unwrap_or(end).min(end);
            let Some(own) = text.get(from..to) else { continue };
            if let Some((at, value)) = promise(own, &known) {
                let place = Place::new(policy.place.file, from + at, value.len());
                let problem = Diagnostic::at(code::PROMISE, place).with("value", value);
                d.push(problem.with("clause", &clause.path));
            }
        }
    }
}

/// Every number that an indicator of the policy knows: targets, baselines, what a later document set.
fn known(policy: &Policy) -> Vec<f64> {
    let mut known = Vec::new();
    for indicator in &policy.indicators {
        let changed = indicator.changes.iter().flat_map(|change| &change.targets);
        known.extend(indicator.targets.iter().chain(changed).map(|target| target.value));
        known.extend(indicator.baseline.iter().map(|baseline| baseline.value));
    }
    known
}

/// The first promise of a clause that is not among the known numbers: where it begins, and its words.
pub(super) fn promise<'a>(clause: &'a str, known: &[f64]) -> Option<(usize, &'a str)> {
    let mut start = 0;
    for sentence in clause.split_inclusive(['。', '；', ';', '\n']) {
        let says_when = WHEN.iter().any(|word| sentence.contains(word)) || by_year(sentence);
        let otherwise = OTHERWISE.iter().any(|word| sentence.contains(word));
        if says_when && !otherwise {
            let found = amounts(sentence).into_iter().find(|amount| {
                amount.promised && !known.iter().any(|known| amount.values.iter().any(|v| same(*v, *known)))
            });
            if let Some(amount) = found {
                return Some((start + amount.at, &sentence[amount.at..amount.at + amount.len]));
            }
        }
        start += sentence.len();
    }
    None
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

/// `到2025年`, `至2027年`.
fn by_year(sentence: &str) -> bool {
    sentence.match_indices(['到', '至']).any(|(at, word)| {
        let rest = &sentence[at + word.len()..];
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        digits == 4 && rest[digits..].starts_with('年')
    })
}

/// A number with its unit.
struct Amount {
    at: usize,
    len: usize,
    /// As written, and with 万 or 亿 written out: an indicator may count in either.
    values: Vec<f64>,
    /// True where a word before it commits to it.
    promised: bool,
}

/// The amounts of a sentence.
fn amounts(sentence: &str) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut at = 0;
    let mut last = 0;
    while let Some(offset) = sentence[at..].find(|c: char| c.is_ascii_digit()) {
        let from = at + offset;
        let digits = sentence[from..].find(|c: char| !c.is_ascii_digit() && !",.".contains(c));
        let to = digits.map_or(sentence.len(), |n| from + n);
        at = to;
        let before = &sentence[last..from];
        last = to;
        let number = sentence[from..to].trim_end_matches([',', '.']);
        let Ok(value) = number.replace(',', "").parse::<f64>() else { continue };
        let touches = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "第〔[（(-—～~".contains(c));
        let rest = sentence[from + number.len()..].trim_start_matches(['多', '余', '左', '右']);
        let (factor, rest) = factor(rest);
        let Some(unit) = UNITS.iter().find(|unit| rest.starts_with(**unit)) else { continue };
        let after = &rest[unit.len()..];
        let time = NOT_COUNTED.iter().any(|word| after.starts_with(word));
        if touches || time || after.starts_with('的') {
            continue;
        }
        let promised = commits(before);
        let len = sentence.len() - from - after.len();
        amounts.push(Amount {
            at: from,
            len,
            values: vec![value, value * factor, value * factor / 1e4],
            promised,
        });
    }
    amounts
}

/// True where what stands before a number makes it a promise.
fn commits(before: &str) -> bool {
    let near = |count| -> String {
        let last: Vec<char> = before.chars().rev().take(count).collect();
        last.into_iter().rev().collect()
    };
    let (close, wide) = (near(8), near(12));
    let does =
        DOES.iter().any(|word| wide.contains(word)) && !NOT_DONE.iter().any(|word| wide.contains(word));
    // 达 by itself is a part of many words: 发达, 传达.
    COMMITS.iter().any(|word| close.contains(word)) || before.ends_with('达') || does
}

/// `万`, `亿` as a number, and what follows; 万元 and 亿元 are units already.
fn factor(rest: &str) -> (f64, &str) {
    if rest.starts_with("万元") || rest.starts_with("亿元") {
        return (1.0, rest);
    }
    match rest.chars().next() {
        Some('万') => (1e4, &rest['万'.len_utf8()..]),
        Some('亿') => (1e8, &rest['亿'.len_utf8()..]),
        _ => (1.0, rest),
    }
}
