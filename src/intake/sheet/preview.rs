//! What importing would do, in words: each change with its cell, old -> new.

use super::said::Note;
use super::{Change, Import};
use crate::data::xlsx::width;
use crate::diagnostic::{Files, locate};
use crate::model::{Language, Place, number};
use std::fmt::Write as _;

/// Words longer than this are cut in the preview, in letters of half width.
const LONGEST: usize = 60;

/// The preview. `files` are those that the sheet's places are in.
pub fn preview(import: &Import, files: &dyn Files, language: Language) -> String {
    let words = Say { language };
    let mut text = format!("{} {} → {}\n", import.policy, import.period.name(language), import.path);
    let places: Vec<String> = import.changes.iter().map(|change| cell(files, change.place)).collect();
    let names: Vec<String> = import.changes.iter().map(|change| words.name(change)).collect();
    let widest = |all: &[String]| all.iter().map(|text| width(text) as usize).max().unwrap_or(0).min(48);
    let (first, second) = (widest(&places), widest(&names));
    for ((change, place), name) in import.changes.iter().zip(&places).zip(&names) {
        let old = change.old.as_deref().map_or(words.say("未填", "nothing").to_string(), shorten);
        let _ =
            write!(text, "  {}  {}  {old} → {}", pad(place, first), pad(name, second), shorten(&change.new));
        text += &words.beside(change);
        text.push('\n');
    }
    for note in &import.notes {
        let _ = writeln!(text, "  {}", words.note(note, files));
    }
    text + &words.sum(import)
}

struct Say {
    language: Language,
}

impl Say {
    fn say<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        self.language.pick(zh, en)
    }

    /// `高新技术企业·高峰街道`, `二(一)1 状态`.
    fn name(&self, change: &Change) -> String {
        let key = match change.key {
            "value" | "step" => return change.name.clone(),
            "quality" => self.say("数据质量", "quality"),
            "note" => self.say("说明", "note"),
            "state" => self.say("状态", "state"),
            "done" => self.say("进展情况", "done"),
            "obstacle" => self.say("存在问题", "obstacle"),
            "next" => self.say("下一步", "next"),
            "evidence" => self.say("依据", "evidence"),
            "reason" => self.say("原因", "reason"),
            _ => self.say("决定文件", "document"),
        };
        format!("{} {key}", change.name)
    }

    /// The last figure, and what is to be looked at.
    fn beside(&self, change: &Change) -> String {
        let mut text = String::new();
        if let Some((period, last)) = change.last {
            text += &match self.language {
                Language::Chinese => format!("（上期 {period}：{}）", number(last)),
                Language::English => format!(" (last, {period}: {})", number(last)),
            };
        }
        let flags = [
            (change.far, self.say("变化过大，请核对", "far from the last: check it")),
            (change.correction, self.say("更正已公布的数", "corrects a published figure")),
            (change.hidden, self.say("来自隐藏的行或列", "from a hidden row or column")),
        ];
        for (_, flag) in flags.into_iter().filter(|(raised, _)| *raised) {
            let _ = write!(text, "  ⚠ {flag}");
        }
        text
    }

    fn note(&self, note: &Note, files: &dyn Files) -> String {
        let chinese = self.language == Language::Chinese;
        match note {
            Note::HiddenSheet(name) if chinese => format!("隐藏的工作表“{name}”没有读"),
            Note::HiddenSheet(name) => format!("the hidden sheet `{name}` was not read"),
            Note::OtherSheet(name) if chinese => format!("工作表“{name}”里没有要导入的数据"),
            Note::OtherSheet(name) => format!("nothing to import in the sheet `{name}`"),
            Note::Column(place, head) if chinese => {
                format!("{} 这一列没有读：{}", cell(files, *place), shorten(head))
            }
            Note::Column(place, head) => {
                format!("{}: this column was not read: {}", cell(files, *place), shorten(head))
            }
            Note::Row(place, text) if chinese => {
                format!("{} 这一行没有读：{}", cell(files, *place), shorten(text))
            }
            Note::Row(place, text) => {
                format!("{}: this row was not read: {}", cell(files, *place), shorten(text))
            }
            Note::Total(place, text) if chinese => {
                format!("{} 与各行之和相符，不导入：{text}", cell(files, *place))
            }
            Note::Total(place, text) => {
                format!("{}: agrees with the rows, and is not imported: {text}", cell(files, *place))
            }
            Note::Encoding(name) if chinese => format!("文件是 {name} 编码，已转换"),
            Note::Encoding(name) => format!("the file is in {name} and was converted"),
        }
    }

    /// The last line: how much of what.
    fn sum(&self, import: &Import) -> String {
        let new = import.changes.iter().filter(|change| change.old.is_none()).count();
        let count =
            |raised: fn(&Change) -> bool| import.changes.iter().filter(|change| raised(change)).count();
        let (far, corrections) = (count(|change| change.far), count(|change| change.correction));
        let (all, same, empty) = (import.changes.len(), import.same, import.empty);
        match self.language {
            Language::Chinese => format!(
                "变化 {all} 处：新填 {new}，修改 {}（更正已公布的数 {corrections}，变化过大 {far}）；与文件相同 {same}，空着 {empty}\n",
                all - new
            ),
            Language::English => format!(
                "changes: {all}, of which new: {new}, changed: {} (corrections of published figures: {corrections}, far from the last: {far}); as the file says already: {same}, left empty: {empty}\n",
                all - new
            ),
        }
    }
}

/// `指标!F5`; in a CSV file `line:column`.
fn cell(files: &dyn Files, place: Place) -> String {
    let at = locate(files, place);
    at.cell.unwrap_or_else(|| format!("{}:{}", at.line, at.column))
}

/// On one line, and not longer than a line.
fn shorten(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if width(&line) as usize <= LONGEST {
        return line;
    }
    let mut room = LONGEST as f64;
    let kept = line.chars().take_while(|c| {
        room -= width(c.encode_utf8(&mut [0; 4]));
        room > 0.0
    });
    kept.collect::<String>() + "……"
}

/// Blanks behind a text, up to a width.
fn pad(text: &str, to: usize) -> String {
    let missing = to.saturating_sub(width(text) as usize);
    format!("{text}{}", " ".repeat(missing))
}
