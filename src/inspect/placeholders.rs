//! What somebody meant to fill in later.

use super::texts::{Line, Text, is_chinese};
use crate::diagnostic::catalogue::inspect as code;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// Words that nobody publishes on purpose.
const WORDS: [&str; 7] = ["待补充", "待填写", "此处填写", "在此填写", "内容待定", "占位文字", "lorem ipsum"];

/// Marks of programmers; only as words of their own.
const MARKS: [&str; 4] = ["TODO", "FIXME", "TBD", "XXX"];

/// A line or a value that says nothing else is a trial that was left.
const TRIALS: [&str; 9] =
    ["测试", "测试测试", "测试页", "测试页面", "测试文章", "测试标题", "测试内容", "测试数据", "test"];

/// Looks through every line.
pub(super) fn check(texts: &[Text], d: &mut Diagnostics) {
    for text in texts {
        for line in text.lines() {
            if let Some((at, len)) = find(&line) {
                let value = &line.words[at..at + len];
                d.push(Diagnostic::at(code::PLACEHOLDER, text.place(&line, at, len)).with("value", value));
            }
        }
    }
}

/// The first placeholder of a line: where it begins, and its bytes.
pub(super) fn find(line: &Line) -> Option<(usize, usize)> {
    let words = line.words;
    let lower = words.to_ascii_lowercase();
    let word = WORDS.iter().filter_map(|word| Some((lower.find(word)?, word.len()))).min();
    let mark = MARKS.iter().filter_map(|mark| Some((alone(words, mark)?, mark.len()))).min();
    word.or(mark).or_else(|| crosses(words)).or_else(|| trial(line))
}

/// Where a word stands that touches no other letter.
fn alone(line: &str, word: &str) -> Option<usize> {
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
    let mut found = line.match_indices(word);
    let (at, _) = found.find(|(at, _)| {
        ends(line[..*at].chars().next_back()) && ends(line[at + word.len()..].chars().next())
    })?;
    Some(at)
}

/// `××`, `XX局`, `〔2024〕X号`: crosses where a name or number should be.
fn crosses(line: &str) -> Option<(usize, usize)> {
    let characters: Vec<(usize, char)> = line.char_indices().collect();
    let mut n = 0;
    while n < characters.len() {
        let (at, c) = characters[n];
        if !matches!(c, 'X' | 'x' | '×' | 'Ｘ' | '＊' | '□') {
            n += 1;
            continue;
        }
        let count = characters[n..].iter().take_while(|(_, other)| *other == c).count();
        let before = n.checked_sub(1).map(|n| characters[n].1);
        let after = characters.get(n + count).map(|(_, c)| *c);
        let len = c.len_utf8() * count;
        let beside = |c: Option<char>| c.is_some_and(is_chinese);
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let number = before == Some('〕') && after == Some('号');
        let name = match c {
            'X' | 'x' => count >= 2 && !letter(before) && !letter(after) && (beside(before) || beside(after)),
            '＊' | '□' => false,
            _ => count >= 2,
        };
        if number || name {
            return Some((at, len));
        }
        n += count;
    }
    None
}

/// A heading, a paragraph or a value that is nothing but a trial.
fn trial(line: &Line) -> Option<(usize, usize)> {
    let words = match line.prose {
        true => line.words.trim_start_matches(['#', ' ', '*']),
        false => line.words.split_once(": ").map_or("", |(_, value)| value),
    };
    let bare = words.trim_matches(|c: char| c.is_whitespace() || "'\"。*".contains(c));
    let is_trial = TRIALS.contains(&bare.to_ascii_lowercase().as_str());
    is_trial.then(|| (line.words.find(bare).unwrap_or(0), bare.len()))
}
