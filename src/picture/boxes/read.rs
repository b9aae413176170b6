//! XML -> boxes: every mistake of a text at once.

use super::fault::{DEEPEST, Fault, What};
use super::given::Given;
use super::known::{EVERYWHERE, Holds, KNOWN, Known};
use super::space::tidy;
use super::tag::tag;
use super::{Node, Run};
use crate::diagnostic::nearest;
use crate::picture::palette::Tone;
use roxmltree::{Document, Node as Element};

/// The boxes of a rendered template, or what is wrong with it. Text of white space only is no box at all.
pub fn parse(block: &str, xml: &str) -> Result<Vec<Node>, Vec<Fault>> {
    let fault = |(line, what)| Fault { block: block.to_owned(), line, what };
    // A template writes any number of boxes; XML wants one root. It stands on the first line, so lines stay true.
    let whole = format!("<boxes>{}</boxes>", xml.trim_end());
    let document = Document::parse(&whole).map_err(|error| {
        let line = error.pos().row;
        vec![fault((line, What::Xml(unplaced(&error.to_string()))))]
    })?;
    let mut reader = Reader { document: &document, faults: Vec::new() };
    let nodes = reader.children(document.root_element(), "the picture", 0);
    if reader.faults.is_empty() { Ok(nodes) } else { Err(reader.faults.into_iter().map(fault).collect()) }
}

/// The message without ` at 1:2`, which counts the root that was put around.
fn unplaced(message: &str) -> String {
    message.rsplit_once(" at ").map_or(message, |(what, _)| what).to_owned()
}

struct Reader<'a, 'x> {
    document: &'a Document<'x>,
    faults: Vec<(u32, What)>,
}

impl<'a> Reader<'a, '_> {
    fn line(&self, element: Element<'a, '_>) -> u32 {
        self.document.text_pos_at(element.range().start).row
    }

    fn note(&mut self, element: Element<'a, '_>, what: What) {
        self.faults.push((self.line(element), what));
    }

    fn children(&mut self, parent: Element<'a, 'a>, inside: &'static str, depth: usize) -> Vec<Node> {
        let mut nodes = Vec::new();
        for child in parent.children() {
            if child.is_element() {
                nodes.extend(self.node(child, inside, depth));
            } else if child.is_text() && !child.text().unwrap_or_default().trim().is_empty() {
                let found = child.text().unwrap_or_default().trim().to_owned();
                self.note(child, What::Misplaced { found, inside });
            }
        }
        nodes
    }

    fn node(&mut self, element: Element<'a, 'a>, inside: &'static str, depth: usize) -> Option<Node> {
        let name = element.tag_name().name();
        if depth > DEEPEST {
            self.note(element, What::Deep);
            return None;
        }
        let Some(known) = KNOWN.iter().find(|known| known.name == name) else {
            let near = nearest(name, KNOWN.iter().map(|known| known.name));
            self.note(element, What::Tag { found: name.to_owned(), near });
            return None;
        };
        if matches!(name, "section" | "band") && !matches!(inside, "the picture" | "section")
            || name == "section" && inside == "section"
        {
            self.note(element, What::Misplaced { found: name.to_owned(), inside });
        }
        let line = self.line(element);
        let runs = if known.holds == Holds::Words { self.runs(element, known) } else { Vec::new() };
        let mut given = Given::new(element, known, &mut self.faults, line);
        let (grow, width) = (given.number(EVERYWHERE[0].name), given.number(EVERYWHERE[1].name));
        let tag = tag(known, &mut given, runs);
        let children = match known.holds {
            Holds::Boxes => self.children(element, known.name, depth + 1),
            Holds::Words => Vec::new(),
            Holds::Nothing => {
                if let Some(child) = element.children().find(|child| !child.is_comment() && !is_blank(*child))
                {
                    let found = child.text().unwrap_or(child.tag_name().name()).trim().to_owned();
                    self.note(child, What::Misplaced { found, inside: known.name });
                }
                Vec::new()
            }
        };
        Some(Node { tag, grow: grow.unwrap_or(0.0).min(1000.0), width, children, line })
    }

    /// The words of a tag; only `b` and `i` may stand among them.
    fn runs(&mut self, element: Element<'a, 'a>, known: &'static Known) -> Vec<Run> {
        let mut runs = Vec::new();
        self.gather(element, (known.name, false, None), 0, &mut runs);
        tidy(runs)
    }

    fn gather(
        &mut self,
        element: Element<'a, 'a>,
        style: (&'static str, bool, Option<Tone>),
        depth: usize,
        runs: &mut Vec<Run>,
    ) {
        let (inside, bold, tone) = style;
        for child in element.children() {
            if let Some(text) = child.text().filter(|_| child.is_text()) {
                runs.push(Run { text: text.to_owned(), bold, tone });
                continue;
            }
            if !child.is_element() {
                continue;
            }
            match child.tag_name().name() {
                _ if depth > DEEPEST => self.note(child, What::Deep),
                "b" => self.gather(child, (inside, true, tone), depth + 1, runs),
                "i" => {
                    let word = child.attribute("tone").unwrap_or_default().trim();
                    let own = Tone::named(word);
                    if own.is_none() {
                        let takes = super::Kind::One(Tone::WORDS).says();
                        let near = nearest(word, Tone::WORDS.iter().copied());
                        let what =
                            What::Value { tag: "i", attribute: "tone", found: word.to_owned(), takes, near };
                        self.note(child, what);
                    }
                    self.gather(child, (inside, bold, own.or(tone)), depth + 1, runs);
                }
                other => self.note(child, What::Misplaced { found: other.to_owned(), inside }),
            }
        }
    }
}

fn is_blank(node: Element<'_, '_>) -> bool {
    node.is_text() && node.text().unwrap_or_default().trim().is_empty()
}
