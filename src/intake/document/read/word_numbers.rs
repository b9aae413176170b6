//! The automatic numbers of Word: 一、 （一） 1. as it would print them, which the text itself lacks.
//!
//! A paragraph names a list and a level, itself or through its style; the list says how a level is
//! written and where it starts. A level starts again where one above it goes on.

use super::docx::{attribute, child, is};
use crate::text::chinese_numeral;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// How many levels a list has.
const LEVELS: usize = 9;

/// The number before a paragraph.
#[derive(Debug, Default)]
pub(super) struct Number {
    /// As printed; empty where there is none.
    pub(super) text: String,
    /// The style, where it is not known and digits stand for it.
    pub(super) strange: Option<String>,
}

/// The lists of a document and how far each has come.
pub(super) struct Numbers<'a> {
    /// List -> its levels.
    lists: BTreeMap<&'a str, List<'a>>,
    /// Style -> list and level, and the style it rests on.
    styles: BTreeMap<&'a str, Style<'a>>,
    /// Abstract list -> the values reached, 0 where a level has not begun. Lists of one abstract list
    /// count on together, as Word does.
    reached: BTreeMap<&'a str, [u32; LEVELS]>,
    /// Lists whose own starting values have been taken.
    begun: Vec<&'a str>,
}

struct List<'a> {
    base: &'a str,
    levels: Vec<Level<'a>>,
    /// Starting values of its own, by level.
    starts: Vec<(usize, u32)>,
}

#[derive(Clone, Copy)]
struct Level<'a> {
    format: &'a str,
    text: &'a str,
    start: u32,
}

#[derive(Clone, Copy, Default)]
struct Style<'a> {
    list: Option<&'a str>,
    level: Option<usize>,
    based_on: Option<&'a str>,
}

impl<'a> Numbers<'a> {
    /// The lists of a document.
    pub(super) fn new(numbering: Option<&'a Document<'a>>, styles: Option<&'a Document<'a>>) -> Self {
        let mut numbers = Numbers {
            lists: BTreeMap::new(),
            styles: BTreeMap::new(),
            reached: BTreeMap::new(),
            begun: Vec::new(),
        };
        let root = |document: &'a Document<'a>| document.root_element();
        if let Some(root) = numbering.map(root) {
            numbers.lists = lists(root);
        }
        for style in styles.map(root).iter().flat_map(Node::children).filter(|node| is(node, "style")) {
            let properties = child(style, "pPr");
            let (list, level) = properties.map(named).unwrap_or_default();
            let based_on = child(style, "basedOn").and_then(value);
            if let Some(id) = attribute(style, "styleId") {
                numbers.styles.insert(id, Style { list, level, based_on });
            }
        }
        numbers
    }

    /// The number of the next paragraph.
    pub(super) fn next(&mut self, paragraph: Node<'a, 'a>) -> Number {
        let Some((id, level)) = self.place(paragraph) else { return Number::default() };
        let Some(list) = self.lists.get(id) else { return Number::default() };
        let reached = self.reached.entry(list.base).or_insert([0; LEVELS]);
        if !self.begun.contains(&id) {
            self.begun.push(id);
            for (level, start) in &list.starts {
                reached[*level] = start.saturating_sub(1);
            }
        }
        let Some(own) = list.levels.get(level) else { return Number::default() };
        if reached[level] == 0 && !list.starts.iter().any(|(at, _)| *at == level) {
            reached[level] = own.start.saturating_sub(1);
        }
        reached[level] = reached[level].saturating_add(1);
        reached[level + 1..].fill(0);
        if own.format == "bullet" || own.format == "none" {
            return Number::default();
        }
        let mut number = Number::default();
        let mut signs = own.text.chars();
        while let Some(sign) = signs.next() {
            let at = if sign == '%' { signs.next().and_then(|c| c.to_digit(10)) } else { None };
            match at {
                Some(n) => {
                    let at = (n as usize).clamp(1, LEVELS) - 1;
                    let format = list.levels.get(at).map_or("decimal", |level| level.format);
                    let value = reached[at].max(1);
                    let written = write(value, format);
                    if written.is_none() {
                        number.strange = Some(format.to_string());
                    }
                    number.text += &written.unwrap_or_else(|| value.to_string());
                }
                None => number.text.push(sign),
            }
        }
        number
    }

    /// List and level of a paragraph, by itself or by its style. The list 0 takes a number away.
    fn place(&self, paragraph: Node<'a, 'a>) -> Option<(&'a str, usize)> {
        let properties = child(paragraph, "pPr")?;
        let (mut list, mut level) = named(properties);
        let mut style = child(properties, "pStyle").and_then(value);
        // Styles may rest on each other in a circle in a broken file.
        for _ in 0..20 {
            let Some(found) = style.and_then(|id| self.styles.get(id)) else { break };
            list = list.or(found.list);
            level = level.or(found.level);
            style = found.based_on;
        }
        let list = list.filter(|list| *list != "0")?;
        Some((list, level.unwrap_or(0).min(LEVELS - 1)))
    }
}

/// `numPr` of paragraph properties: list and level.
fn named<'a>(properties: Node<'a, 'a>) -> (Option<&'a str>, Option<usize>) {
    let numbering = child(properties, "numPr");
    let part = |name| numbering.and_then(|numbering| child(numbering, name)).and_then(value);
    (part("numId"), part("ilvl").and_then(|level| level.parse().ok()))
}

fn value<'a>(node: Node<'a, 'a>) -> Option<&'a str> {
    attribute(node, "val")
}

fn lists<'a>(root: Node<'a, 'a>) -> BTreeMap<&'a str, List<'a>> {
    let abstracts: BTreeMap<&str, Node> = root
        .children()
        .filter(|node| is(node, "abstractNum"))
        .filter_map(|node| Some((attribute(node, "abstractNumId")?, node)))
        .collect();
    let list = |node: Node<'a, 'a>| {
        let base = child(node, "abstractNumId").and_then(value)?;
        let mut levels = levels(*abstracts.get(base)?);
        let mut starts = Vec::new();
        for over in node.children().filter(|node| is(node, "lvlOverride")) {
            let Some(at) = attribute(over, "ilvl").and_then(|at| at.parse::<usize>().ok()) else { continue };
            if let (Some(own), Some(slot)) = (child(over, "lvl"), levels.get_mut(at)) {
                *slot = level(own);
            }
            let start = child(over, "startOverride").and_then(value).and_then(|start| start.parse().ok());
            starts.extend(start.filter(|_| at < LEVELS).map(|start| (at, start)));
        }
        Some((attribute(node, "numId")?, List { base, levels, starts }))
    };
    root.children().filter(|node| is(node, "num")).filter_map(list).collect()
}

fn levels<'a>(list: Node<'a, 'a>) -> Vec<Level<'a>> {
    let nodes: Vec<Node> = list.children().filter(|node| is(node, "lvl")).collect();
    let at = |n: usize| nodes.iter().find(|node| attribute(**node, "ilvl") == Some(&n.to_string()));
    let missing = Level { format: "none", text: "", start: 1 };
    (0..LEVELS).map(|n| at(n).map_or(missing, |node| level(*node))).collect()
}

fn level<'a>(node: Node<'a, 'a>) -> Level<'a> {
    let part = |name| child(node, name).and_then(value);
    Level {
        format: part("numFmt").unwrap_or("decimal"),
        text: part("lvlText").unwrap_or_default(),
        start: part("start").and_then(|start| start.parse().ok()).unwrap_or(1),
    }
}

/// A value in a format of Word; none where the format is not known.
fn write(value: u32, format: &str) -> Option<String> {
    let letter = |first: u8| char::from(first + ((value - 1) % 26) as u8).to_string();
    let one_of = |signs: &str| signs.chars().nth(value as usize - 1).map(String::from);
    Some(match format {
        "decimal" | "decimalHalfWidth" => value.to_string(),
        "decimalZero" => format!("{value:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => {
            value.to_string().chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)).collect()
        }
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanDigital2" => chinese_numeral(value),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => one_of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")?,
        "ideographTraditional" => one_of("甲乙丙丁戊己庚辛壬癸")?,
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        "upperRoman" => one_of("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ")?,
        "lowerRoman" => one_of("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ")?,
        _ => return None,
    })
}
