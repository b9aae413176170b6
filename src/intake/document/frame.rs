//! What of the lines is not the document: the table of fields, and the furniture of a page that was
//! copied along with the text.
//!
//! Such lines are blanked out in place, so that a place in what is left is a place in the input.

use super::fields;
use std::ops::Range;

/// A text without what is not the document.
#[derive(Debug)]
pub(super) struct Bare {
    /// The text, as long as the input; blanks where lines were taken out.
    pub(super) text: String,
    /// The fields of the lines taken out.
    pub(super) fields: Vec<fields::Found>,
    /// Lines of furniture that were taken out, from 0.
    pub(super) furniture: Vec<usize>,
}

/// Words of a page's furniture; a line that has one of them and is short is no part of a document.
const FURNITURE: [&str; 20] = [
    "打印本页",
    "打印正文",
    "打印此文",
    "【打印",
    "关闭窗口",
    "【关闭",
    "[关闭",
    "字号：",
    "字号:",
    "分享到",
    "扫一扫",
    "当前位置：",
    "当前位置:",
    "语音播报",
    "我要纠错",
    "责任编辑",
    "浏览次数",
    "点击数",
    "长者模式",
    "无障碍浏览",
];

/// How many lines from the top a table of fields may stand in.
const TOP: usize = 40;

/// Longer lines are sentences, whatever words are in them.
const LONGEST: usize = 80;

/// Takes out fields and furniture. Fields stand above the first clause.
pub(super) fn strip(text: &str) -> Bare {
    let mut bare =
        Bare { text: String::with_capacity(text.len()), fields: Vec::new(), furniture: Vec::new() };
    let mut begun = false;
    for (n, range) in lines(text).into_iter().enumerate() {
        let line = text[range.clone()].trim();
        begun |= crate::text::number_len(line) > 0;
        let short = line.chars().count() <= LONGEST;
        let found = if begun || n >= TOP { Vec::new() } else { fields::of_line(line) };
        let found = if !begun && fields::is_document_number(line) {
            vec![(fields::Field::DocumentNumber, line.to_string())]
        } else {
            found
        };
        let furniture = short && FURNITURE.iter().any(|word| line.contains(word));
        let out = furniture || (!found.is_empty() && (short || line.contains('|')));
        if out {
            if found.is_empty() {
                bare.furniture.push(n);
            }
            bare.fields.extend(found);
            bare.text.push_str(&" ".repeat(range.len()));
        } else {
            bare.text.push_str(&text[range.clone()]);
        }
        if range.end < text.len() {
            bare.text.push('\n');
        }
    }
    bare
}

/// The lines of a text, without their ends.
pub(super) fn lines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for raw in text.split_inclusive('\n') {
        found.push(from..from + raw.trim_end_matches('\n').len());
        from += raw.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_out_leaves_every_other_place_as_it_was() {
        let text = "您当前位置：首页\n[ 索引号 ] | 甲 |\n发布日期：2023-01-02 字号：[大]\n关于印发方案的通知\n一、要求\n来源：企业自报，并由各单位核实。\n【打印】\n";
        let bare = strip(text);
        assert_eq!(bare.text.len(), text.len());
        let left: Vec<&str> = bare.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(left, ["关于印发方案的通知", "一、要求", "来源：企业自报，并由各单位核实。"]);
        assert_eq!(bare.text.find("一、要求"), text.find("一、要求"));
        assert_eq!(bare.furniture, [0, 6]);
        assert_eq!(bare.fields.len(), 2);
    }
}
