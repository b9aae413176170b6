//! Who answers: tails such as 〔责任单位：区科技局、各乡镇（街道）等〕 are cut from a paragraph.
//!
//! A paragraph comes in, on one line or more; what is left of it and its tails go out. Three
//! forms are known: a label in brackets, a label without brackets at the paragraph's end or as
//! a paragraph of its own, and （区科技局牵头，区财政局配合）, which is in `verbs`.

use super::Piece;
use super::brackets::Brackets;
use super::piece::blank;
use super::verbs;
use crate::model::{Named, Place, Role, Tail};

/// A paragraph without its tails.
#[derive(Debug, Default)]
pub(super) struct Cut<'a> {
    /// What is left, in order.
    pub(super) rest: Vec<Piece<'a>>,
    /// The tails, in order.
    pub(super) tails: Vec<Tail>,
    /// Brackets that open a tail and are never closed; their text is left.
    pub(super) unclosed: Vec<Place>,
}

impl Cut<'_> {
    /// The characters that are left.
    pub(super) fn len(&self) -> usize {
        self.rest.iter().map(|piece| piece.text.chars().count()).sum()
    }
}

/// Cuts the tails off a paragraph.
///
/// A labelled bracket in the middle is read and left where it is: it says which half of the
/// paragraph it answers for.
pub(super) fn cut(paragraph: Piece) -> Cut {
    let brackets = Brackets::of(paragraph.text);
    let mut cut = Cut::default();
    // From the end inwards, so both lists grow backwards.
    let (mut rest_after, mut stop) = (Vec::new(), None);
    let mut end = paragraph.text.len();
    while let Some(found) = last_tail(paragraph, end, &brackets) {
        cut.tails.extend(found.tails.into_iter().rev());
        rest_after.extend(found.left.into_iter().rev());
        stop = stop.or(found.stop);
        end = found.start;
    }
    for (open, close) in brackets.outermost().into_iter().rev().filter(|&(_, close)| close < end) {
        let inside = paragraph.part(open..close).after(char_len(paragraph.text, open));
        if let Some(read) = labelled(inside) {
            cut.tails.extend(read.tails.into_iter().rev());
        }
    }
    cut.tails.reverse();
    let before = paragraph.part(0..end);
    cut.rest = std::iter::once(before).chain(rest_after.into_iter().rev()).collect();
    // The stop after a tail stays where the sentence has none of its own.
    let sentence = before.text.trim_end_matches(edge);
    if !sentence.is_empty() && !sentence.ends_with(is_stop) {
        cut.rest.extend(stop);
    }
    cut.rest.retain(|piece| !piece.text.is_empty());
    for open in brackets.unclosed {
        let inside = paragraph.after(open + char_len(paragraph.text, open));
        if let Some((_, _, len)) = label(inside.text) {
            cut.unclosed.push(paragraph.part(open..open + char_len(paragraph.text, open) + len).place());
        }
    }
    cut
}

/// True where a bracket opens a tail that this text does not close.
pub(super) fn is_open(text: &str) -> bool {
    LABELS.iter().any(|(label, _)| text.contains(label)) && {
        let unclosed = Brackets::of(text).unclosed;
        unclosed.into_iter().any(|open| label(&text[open + char_len(text, open)..]).is_some())
    }
}

/// Labels, those that others begin with first.
const LABELS: &[(&str, Role)] = &[
    ("牵头责任单位", Role::Lead),
    ("牵头责任部门", Role::Lead),
    ("牵头单位", Role::Lead),
    ("牵头部门", Role::Lead),
    ("主办单位", Role::Lead),
    ("责任单位", Role::Responsible),
    ("责任部门", Role::Responsible),
    ("责任主体", Role::Responsible),
    ("配合单位", Role::Support),
    ("配合部门", Role::Support),
    ("协同单位", Role::Support),
    ("协同部门", Role::Support),
    ("协作单位", Role::Support),
    ("协作部门", Role::Support),
    ("协办单位", Role::Support),
    ("参与单位", Role::Support),
    ("参与部门", Role::Support),
];

/// A tail that ends a paragraph, and where it starts.
struct Found<'a> {
    start: usize,
    tails: Vec<Tail>,
    left: Vec<Piece<'a>>,
    /// The 。 or ； after it.
    stop: Option<Piece<'a>>,
}

/// The tail that ends at `end`, not counting marks, blanks and a full stop after it.
fn last_tail<'a>(paragraph: Piece<'a>, end: usize, brackets: &Brackets) -> Option<Found<'a>> {
    let text = &paragraph.text[..end];
    let stopped = text.trim_end_matches(edge).trim_end_matches(is_stop).trim_end_matches(edge);
    let close = stopped.char_indices().next_back()?.0;
    bracketed(paragraph.part(0..end), close, brackets)
        .or_else(|| bare(paragraph.part(0..stopped.len()), brackets))
}

/// `…（责任单位：甲）。`
fn bracketed<'a>(paragraph: Piece<'a>, close: usize, brackets: &Brackets) -> Option<Found<'a>> {
    let text = paragraph.text;
    let start = brackets.opening(close)?;
    let (open_end, close_end) = (start + char_len(text, start), close + char_len(text, close));
    let inside = paragraph.part(open_end..close);
    let read = labelled(inside).or_else(|| verbs::read(inside))?;
    let mut left = Vec::new();
    if !read.left.is_empty() {
        left.push(paragraph.part(start..open_end));
        left.extend(read.left);
        left.push(paragraph.part(close..close_end));
    }
    // Marks stay: `**…（…）**`.
    let after = paragraph.after(close_end);
    let at = after.text.find(is_stop).unwrap_or(after.text.len());
    let stop_len = after.text[at..].chars().next().map_or(0, char::len_utf8);
    left.extend([after.part(0..at), after.after(at + stop_len)]);
    let stop = Some(after.part(at..at + stop_len)).filter(|stop| !matches!(stop.text, "" | "，" | ","));
    Some(Found { start, tails: read.tails, left, stop })
}

/// `责任单位：甲、乙`, from the paragraph's start or its last full stop.
fn bare<'a>(paragraph: Piece<'a>, brackets: &Brackets) -> Option<Found<'a>> {
    let start = paragraph.text.rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let last = paragraph.after(start).trimmed_of(edge);
    label(last.text)?;
    if brackets.pairs.iter().any(|&(open, close)| open < start && start <= close) {
        return None;
    }
    let read = labelled(last)?;
    // 责任单位：要切实履行职责… only looks like one.
    let named = read.tails.iter().all(|tail| verbs::is_organisation(&tail.names[0].name));
    (named && read.left.is_empty()).then(|| Found { start, tails: read.tails, left: Vec::new(), stop: None })
}

/// Tails read from what a bracket holds.
pub(super) struct Read<'a> {
    pub(super) tails: Vec<Tail>,
    /// Other entries, such as 完成时限：2025年, with their separators.
    pub(super) left: Vec<Piece<'a>>,
}

/// Reads `责任单位：甲、乙；配合单位：丙`; none where it does not begin with a label or names nobody.
fn labelled(inside: Piece) -> Option<Read> {
    label(inside.text)?;
    let mut sentences = inside.text.split('。').map(|part| part.trim_matches(edge));
    if !sentences.all(|sentence| sentence.is_empty() || label(sentence).is_some()) {
        return None;
    }
    let mut read = Read { tails: Vec::new(), left: Vec::new() };
    let mut current: Option<Tail> = None;
    for entry in split(inside, |c| "；;，,。、\u{3000} ".contains(c)) {
        if let Some((word, role, len)) = label(entry.text) {
            read.tails.extend(current.take());
            let mut tail = Tail { role, label: word.to_string(), names: Vec::new(), open: false };
            add_name(&mut tail, verbs::without(entry.after(len)));
            current = Some(tail);
        } else if let Some(tail) = current.as_mut().filter(|_| !entry.text.contains(['：', ':'])) {
            add_name(tail, verbs::without(entry));
        } else {
            // Another label than ours: it and what follows is not about who answers.
            read.tails.extend(current.take());
            if let Some(before) = read.left.last_mut() {
                *before = inside
                    .part(before.offset - inside.offset..entry.offset + entry.text.len() - inside.offset);
            } else {
                read.left.push(entry);
            }
        }
    }
    read.tails.extend(current);
    read.tails.retain(|tail| !tail.names.is_empty());
    (!read.tails.is_empty()).then_some(read)
}

/// Adds a name to a tail; 等 after it opens the list.
pub(super) fn add_name(tail: &mut Tail, written: Piece) {
    let mut name = written.trimmed_of(edge);
    if let Some(shorter) = without_etc(name.text) {
        tail.open = true;
        name = name.part(0..shorter).trimmed_of(edge);
    }
    if !name.text.is_empty() {
        let text = name.text.lines().map(|line| line.trim_matches(blank)).collect();
        tail.names.push(Named { name: text, organisation: None, place: name.place() });
    }
}

/// The length of the name before 等, 等单位, 等有关部门, 等5个单位.
fn without_etc(name: &str) -> Option<usize> {
    let at = name.rfind('等')?;
    let after = &name[at + '等'.len_utf8()..];
    let after = after.trim_start_matches(|c: char| c.is_ascii_digit() || super::numeral::is_numeral(c));
    let after = after.trim_start_matches(['个', '家']);
    let after = after.strip_prefix("有关").or(after.strip_prefix("相关")).unwrap_or(after);
    let ends = ["", "单位", "部门", "部门和单位", "部门、单位", "部门单位", "单位和部门", "区级部门"];
    ends.contains(&after).then_some(at)
}

/// A label at the start: its word, its role, and its length with the colon and marks around it.
fn label(text: &str) -> Option<(&'static str, Role, usize)> {
    let rest = text.trim_start_matches(edge);
    let (word, role) = LABELS.iter().find(|(label, _)| rest.starts_with(label))?;
    let rest = rest[word.len()..].trim_start_matches(edge).strip_prefix(['：', ':'])?;
    Some((word, *role, text.len() - rest.len()))
}

/// Splits at separators outside brackets; blanks separate only Chinese from Chinese. Empty
/// parts are dropped.
pub(super) fn split(piece: Piece, separates: impl Fn(char) -> bool) -> Vec<Piece> {
    let (mut parts, mut from) = (Vec::new(), 0);
    let mut nested = Brackets::of(piece.text).outermost().into_iter().peekable();
    let mut before = None;
    for (at, c) in piece.text.char_indices() {
        while nested.next_if(|pair| pair.1 < at).is_some() {}
        let inside = nested.peek().is_some_and(|pair| pair.0 <= at);
        let apart = !blank(c) || {
            // A wrapped line breaks anywhere; only a blank on the same line parts names.
            let after = piece.text[at + c.len_utf8()..].chars().next();
            let wide = |c: Option<char>| c.is_some_and(super::cjk::is_wide);
            c != '\n' && wide(before) && wide(after)
        };
        if !inside && separates(c) && apart {
            parts.push(piece.part(from..at));
            from = at + c.len_utf8();
        }
        before = Some(c);
    }
    parts.push(piece.after(from));
    parts.retain(|part| !part.text.trim_matches(edge).is_empty());
    parts
}

/// Blanks, and the marks of emphasis that may stand around a label or a tail.
pub(super) fn edge(c: char) -> bool {
    blank(c) || matches!(c, '*' | '_')
}

fn is_stop(c: char) -> bool {
    matches!(c, '。' | '；' | ';' | '，' | ',' | '！' | '？')
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FileId;

    /// `rest | role label: name, name …` of each tail.
    fn show(text: &str) -> String {
        let cut = cut(Piece { file: FileId(0), offset: 100, text });
        let mut shown: String = cut.rest.iter().map(|piece| piece.text).collect();
        for tail in &cut.tails {
            let names: Vec<&str> = tail.names.iter().map(|named| named.name.as_str()).collect();
            let open = if tail.open { " …" } else { "" };
            shown += &format!(" | {:?} {}: {}{open}", tail.role, tail.label, names.join(", "));
            for named in &tail.names {
                let start = named.place.start as usize - 100;
                let stands = &text[start..start + named.place.len as usize];
                assert_eq!(stands.replace('\n', ""), named.name, "{text}");
            }
        }
        shown
    }

    #[test]
    fn tails_are_cut_in_every_form() {
        let cases = [
            ("正文。", "正文。"),
            ("正文。(责任单位:区甲局、区乙委等)", "正文。 | Responsible 责任单位: 区甲局, 区乙委 …"),
            (
                "正文。〔责任单位：区甲局、各乡镇(街道)等〕",
                "正文。 | Responsible 责任单位: 区甲局, 各乡镇(街道) …",
            ),
            (
                "正文。（责任单位：区甲局、各乡镇（街道、园区））",
                "正文。 | Responsible 责任单位: 区甲局, 各乡镇（街道、园区）",
            ),
            (
                "正文。（牵头单位：区甲局；配合单位：区乙局、区丙委）",
                "正文。 | Lead 牵头单位: 区甲局 | Support 配合单位: 区乙局, 区丙委",
            ),
            (
                "正文。（牵头单位：区甲局）（配合单位：区乙局等单位）。",
                "正文。 | Lead 牵头单位: 区甲局 | Support 配合单位: 区乙局 …",
            ),
            ("推进甲（责任单位：区甲局）。", "推进甲。 | Responsible 责任单位: 区甲局"),
            ("正文。（区甲局牵头，区乙局配合）", "正文。 | Lead : 区甲局 | Support : 区乙局"),
            ("加强领导（区甲局牵头）", "加强领导 | Lead : 区甲局"),
            ("正文。（区甲局、区乙局等部门按职责分工负责）", "正文。 | Responsible : 区甲局, 区乙局 …"),
            (
                "正文。（由区甲局牵头，区乙局、区丙委，各乡镇（街道）按职责分工负责）",
                "正文。 | Lead : 区甲局 | Responsible : 区乙局, 区丙委, 各乡镇（街道）",
            ),
            ("正文（企业自行承担风险并负责）", "正文（企业自行承担风险并负责）"),
            ("责任单位：区甲局、区乙委", " | Responsible 责任单位: 区甲局, 区乙委"),
            ("责任部门:区甲局,各乡镇(街道)。", " | Responsible 责任部门: 区甲局, 各乡镇(街道)"),
            ("正文。责任单位：区甲局。", "正文。 | Responsible 责任单位: 区甲局"),
            ("牵头单位：区甲局　配合单位：区乙局", " | Lead 牵头单位: 区甲局 | Support 配合单位: 区乙局"),
            ("牵头单位：区甲局。配合单位：区乙局。", " | Lead 牵头单位: 区甲局 | Support 配合单位: 区乙局"),
            ("责任单位：要切实履行职责，加强统筹", "责任单位：要切实履行职责，加强统筹"),
            (
                "正文。（责任单位：区甲局；完成时限：2025年12月，长期）",
                "正文。（完成时限：2025年12月，长期） | Responsible 责任单位: 区甲局",
            ),
            (
                "甲事（责任单位：区甲局）；乙事（责任单位：区乙局）。",
                "甲事（责任单位：区甲局）；乙事。 | Responsible 责任单位: 区甲局 | Responsible 责任单位: 区乙局",
            ),
            ("正文。（**责任单位：**区甲局）", "正文。 | Responsible 责任单位: 区甲局"),
            ("**责任单位**：区甲局", " | Responsible 责任单位: 区甲局"),
            ("**正文。（责任单位：区甲局）**", "**正文。** | Responsible 责任单位: 区甲局"),
            ("正文。（责任单位：区甲局、区\n乙委）", "正文。 | Responsible 责任单位: 区甲局, 区乙委"),
            ("正文。（责任单位：）", "正文。（责任单位：）"),
            ("正文。〔责任单位:区甲局", "正文。〔责任单位:区甲局"),
            ("正文。〔责任单位:区甲局)", "正文。〔责任单位:区甲局)"),
            ("（责任单位：区甲局等5个单位）", " | Responsible 责任单位: 区甲局 …"),
            ("（责任单位：）））", "（责任单位：）））"),
            ("", ""),
        ];
        for (text, wanted) in cases {
            assert_eq!(show(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_bracket_left_open_is_reported_where_it_stands() {
        let text = "正文。〔责任单位:区甲局、各乡镇(街道)";
        let cut = cut(Piece { file: FileId(0), offset: 0, text });
        let place = cut.unclosed[0];
        assert_eq!(&text[place.start as usize..][..place.len as usize], "〔责任单位:");
        assert!(is_open(text) && !is_open("正文。〔责任单位:区甲局〕"));
    }
}
