//! The list after 附件：, with names that run over more than one line.

use super::lines::{Kind, Line};
use super::notice::is_date;
use super::numbering::{self, Style};
use super::piece::blank;
use super::tails::edge;
use super::{AttachmentName, Piece};

/// True where the list begins.
pub(super) fn starts(line: &Line) -> bool {
    match line.kind {
        Kind::Plain => line.number.is_none() && first(line.piece).is_some(),
        Kind::Heading(_) => line.text().trim_end_matches(['：', ':']) == "附件",
        _ => false,
    }
}

/// Reads the list that begins at the first line, and how many lines it takes.
pub(super) fn read(lines: &[Line]) -> (Vec<AttachmentName>, usize) {
    let mut list = List::default();
    let mut taken = 0;
    for (at, line) in lines.iter().enumerate() {
        let piece = line.piece.trimmed();
        let begun = match line.kind {
            Kind::Blank => continue,
            Kind::Heading(_) if at == 0 => true,
            Kind::Plain => list.line(piece, line),
            _ => false,
        };
        if !begun {
            break;
        }
        taken = at + 1;
    }
    (list.entries, taken)
}

#[derive(Default)]
struct List {
    entries: Vec<AttachmentName>,
    /// How many lines the last name has.
    lines: usize,
}

impl List {
    /// Takes a line in; false where it is not part of the list.
    fn line(&mut self, piece: Piece, line: &Line) -> bool {
        if let Some((n, rest)) = first(piece) {
            match numbered(rest) {
                Some((n, name)) => self.entry(n, name),
                None if !rest.text.is_empty() => self.entry(n.unwrap_or(1), rest),
                None => {}
            }
            return true;
        }
        if let Some((n, name)) = numbered(piece) {
            self.entry(n, name);
            return true;
        }
        match self.entries.last_mut() {
            Some(last) if line.number.is_none() && self.lines < 4 && continues(piece.text) => {
                // A break between Latin words was a blank.
                let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                if latin(last.name.chars().next_back()) && latin(piece.text.chars().next()) {
                    last.name.push(' ');
                }
                last.name.push_str(piece.text);
                self.lines += 1;
                true
            }
            _ => false,
        }
    }

    /// Adds a name; others that follow it on the same line are entries of their own.
    fn entry(&mut self, mut n: u32, mut name: Piece) {
        loop {
            let gaps = name.text.char_indices().filter(|&(_, c)| blank(c)).map(|(at, _)| at);
            let next = gaps.filter_map(|at| Some((at, numbered(name.after(at).trimmed())?)));
            let next = next.into_iter().find(|(_, (m, _))| *m == n + 1);
            let own = name.part(0..next.map_or(name.text.len(), |(at, _)| at));
            let own = own.trimmed_of(|c| edge(c) || "。；;".contains(c));
            self.entries.push(AttachmentName { n, name: own.text.to_string(), place: own.place() });
            self.lines = 1;
            match next {
                Some((_, following)) => (n, name) = following,
                None => return,
            }
        }
    }
}

/// What stands after `附件：` or `附件2：`, with the number.
fn first(piece: Piece) -> Option<(Option<u32>, Piece)> {
    let piece = piece.trimmed_of(edge);
    let rest = piece.text.strip_prefix("附件")?;
    let digits: String = rest.trim_start_matches(blank).chars().take_while(char::is_ascii_digit).collect();
    let rest = rest.trim_start_matches(blank).get(digits.len()..)?.trim_start_matches(edge);
    let rest = rest.strip_prefix(['：', ':'])?;
    let n = if digits.is_empty() { None } else { Some(digits.parse().ok()?) };
    Some((n, piece.after(piece.text.len() - rest.len()).trimmed_of(edge)))
}

fn numbered(piece: Piece) -> Option<(u32, Piece)> {
    let number = numbering::number(piece.text).filter(|number| number.style == Style::Arabic)?;
    Some((number.value, piece.after(number.len).trimmed()))
}

/// Whether a line may be the rest of a name: short, and nothing that stands on its own.
fn continues(text: &str) -> bool {
    text.chars().count() <= 40
        && !text.contains(['：', ':', '。', '；'])
        && !text.starts_with("附件")
        && !["印发", "办公室", "人民政府", "委员会"].iter().any(|end| text.ends_with(end))
        && !is_date(text)
}

#[cfg(test)]
mod tests {
    use super::super::{Written, lines};
    use super::*;
    use crate::model::FileId;

    fn list(text: &str) -> (Vec<(u32, String)>, usize) {
        let lines = lines::read(Piece { file: FileId(0), offset: 0, text }, Written::AsIssued);
        assert!(starts(&lines[0]), "{text}");
        let (entries, taken) = read(&lines);
        (entries.into_iter().map(|entry| (entry.n, entry.name)).collect(), taken)
    }

    #[test]
    fn lists_are_read_in_every_shape() {
        type Case = (&'static str, &'static [(u32, &'static str)], usize);
        let cases: [Case; 9] = [
            (
                "附件:1.甲表\n2.乙任务分解\n表(2023年)\n3.丙表",
                &[(1, "甲表"), (2, "乙任务分解表(2023年)"), (3, "丙表")],
                4,
            ),
            ("附件：某某表", &[(1, "某某表")], 1),
            ("附件：某某\n表\n联系电话：023", &[(1, "某某表")], 2),
            ("附件：\n1. 甲\n2. 乙\n另有说明。", &[(1, "甲"), (2, "乙")], 3),
            ("附件1：甲\n附件2：乙", &[(1, "甲"), (2, "乙")], 2),
            ("附件：1.甲　2.乙  3.丙 丁", &[(1, "甲"), (2, "乙"), (3, "丙 丁")], 1),
            ("附件：1.甲\n一、乙", &[(1, "甲")], 1),
            ("附件：1.甲\n某区政府办公室\n2023年3月5日印发", &[(1, "甲")], 1),
            ("附件：1.甲\n2023年6月28日", &[(1, "甲")], 1),
        ];
        for (text, wanted, taken) in cases {
            let wanted: Vec<(u32, String)> = wanted.iter().map(|&(n, name)| (n, name.to_string())).collect();
            assert_eq!(list(text), (wanted, taken), "{text}");
        }
    }
}
