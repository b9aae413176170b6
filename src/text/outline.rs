//! A policy text -> head, lead, clauses, attachments and the rest.

use super::body::Body;
use super::cjk::full_width;
use super::heading;
use super::identity::{self, Naming};
use super::levels::Levels;
use super::lines::{self, Kind, Line};
use super::numbering::{Number, Style};
use super::piece::blank;
use super::{AttachmentName, Outline, Piece, Written, attachments, html, kinds, notice, tails};
use crate::diagnostic::catalogue::text as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Clause, ClauseIx, ClauseKind, NoticeHead, Place, PolicyText};

/// Reads a policy text.
pub(super) fn read(piece: Piece, written: Written, d: &mut Diagnostics) -> Outline {
    let written = lines::resolve(piece.text, written);
    let mut lines = lines::read(piece, written);
    drop_empty_labels(&mut lines);
    let title = take_title(&mut lines);
    let front = notice::front(&lines, title);
    lines.drain(..front.taken);
    let mut head = front.head;
    if head.as_ref().is_none_or(|head| head.date.is_empty())
        && let Some((range, closing)) = notice::closing(&lines)
    {
        lines.drain(range);
        let NoticeHead { title, addressees, .. } = head.unwrap_or_default();
        head = Some(NoticeHead { title, addressees, ..closing });
    }
    if let Some(head) = &mut head {
        let mut body = Body::new(written);
        front.body.into_iter().for_each(|piece| body.line(piece));
        head.body = body.html(d);
    }
    let mut reader = Reader::new(piece, written);
    reader.all(&lines, d);
    reader.finish(head, d)
}

/// A clause that is being read.
struct Draft<'a> {
    parent: Option<usize>,
    number: Option<Number>,
    heading: String,
    anchor: Option<&'a str>,
    body: Body<'a>,
    place: Place,
}

struct Reader<'a> {
    source: Piece<'a>,
    written: Written,
    levels: Levels,
    lead: Body<'a>,
    clauses: Vec<Draft<'a>>,
    attachments: Vec<AttachmentName>,
    tail: Body<'a>,
}

/// Whether the list of attachments has been read, and what may come after it.
#[derive(PartialEq, Eq)]
enum Listed {
    No,
    /// The next number of the outermost clauses would go on with the text.
    Yes,
    /// An annex has numbers of its own.
    Annex,
}

impl<'a> Reader<'a> {
    fn new(source: Piece<'a>, written: Written) -> Self {
        let (levels, clauses, attachments) = (Levels::default(), Vec::new(), Vec::new());
        let (lead, tail) = (Body::new(written), Body::new(written));
        Reader { source, written, levels, lead, clauses, attachments, tail }
    }

    fn all(&mut self, lines: &[Line<'a>], d: &mut Diagnostics) {
        let first = notice::first_clause(lines);
        let (mut at, mut listed) = (0, Listed::No);
        while at < lines.len() {
            let line = &lines[at];
            let lists = at >= first || first == lines.len();
            if listed == Listed::No && lists && attachments::starts(line) {
                let (entries, taken) = attachments::read(&lines[at..]);
                if !entries.is_empty() {
                    self.attachments.extend(entries);
                    listed = Listed::Yes;
                    at += taken;
                    continue;
                }
            }
            if listed == Listed::Yes {
                listed = self.after_list(line);
            }
            at += match listed {
                Listed::No if line.opens() => self.open(&lines[at..], d),
                Listed::No => self.text(&lines[at..], d),
                _ => {
                    self.tail.line(line.piece);
                    1
                }
            };
        }
    }

    /// Whether a line after the list goes on with the clauses.
    fn after_list(&self, line: &Line) -> Listed {
        if matches!(line.kind, Kind::Heading(_)) {
            return Listed::No;
        }
        let outermost = self.clauses.iter().rfind(|clause| clause.parent.is_none());
        match (line.number, outermost.and_then(|clause| clause.number)) {
            (Some(number), Some(last)) if number.style == last.style => {
                if number.value == last.value + 1 {
                    Listed::No
                } else {
                    Listed::Annex
                }
            }
            _ => Listed::Yes,
        }
    }

    /// Opens a clause; returns how many lines that took.
    fn open(&mut self, lines: &[Line<'a>], d: &mut Diagnostics) -> usize {
        let line = &lines[0];
        let (whole, taken) = self.whole(lines);
        let first = heading::split(line, whole, self.written);
        let place = first.stands.place();
        let level = if let Kind::Heading(level) = line.kind { Some(level) } else { None };
        let entry = self.levels.enter(self.clauses.len(), level, line.number);
        if let (Some(expected), Some(found)) = (entry.expected, line.number) {
            let problem = Diagnostic::at(catalogue::NUMBER_JUMP, place);
            d.push(problem.with("found", found.label()).with("expected", expected.label()));
        }
        let mut body = Body::new(self.written);
        body.add(first.body, d);
        self.clauses.push(Draft {
            parent: entry.parent,
            number: line.number,
            heading: self.plain(&first.heading),
            anchor: first.anchor,
            body,
            place,
        });
        taken
    }

    /// Adds to what is open; returns how many lines that took.
    fn text(&mut self, lines: &[Line<'a>], d: &mut Diagnostics) -> usize {
        let line = &lines[0];
        let Some(last) = self.clauses.len().checked_sub(1) else {
            self.lead.line(line.piece);
            return 1;
        };
        let (whole, taken) = self.whole(lines);
        let cut = match line.kind {
            Kind::Plain => tails::cut(whole),
            // Of a list, or of lines that belong to one.
            Kind::Other => tails::cut(whole.trimmed_of(|c| blank(c) || matches!(c, '-' | '*' | '+'))),
            Kind::Heading(_) | Kind::Blank => tails::Cut::default(),
        };
        if cut.rest.is_empty() && !cut.tails.is_empty() {
            let answers = self.answers(last);
            self.clauses[answers].body.add(cut, d);
        } else if line.kind == Kind::Plain {
            self.clauses[last].body.add(cut, d);
        } else {
            // It answers for an item of the list, so it stays there as well.
            self.clauses[last].body.tails.extend(cut.tails);
            self.clauses[last].body.line(line.piece);
        }
        taken
    }

    /// The clause that a paragraph of nothing but tails speaks of: below an enumeration of which
    /// no item has one, that is the clause that holds the enumeration.
    fn answers(&self, last: usize) -> usize {
        let item = &self.clauses[last];
        let (Some(parent), Some(number)) = (item.parent, item.number) else { return last };
        let items = self.clauses[parent + 1..].iter().filter(|clause| clause.parent == Some(parent));
        let enumerates = number.style >= Style::ArabicBracketed
            && number.value > 1
            && self.clauses[parent].body.tails.is_empty();
        let silent = enumerates && items.take(100).all(|clause| clause.body.tails.is_empty());
        if silent { parent } else { last }
    }

    /// A line, with those after it that a tail of Markdown runs on to, and how many they are.
    fn whole(&self, lines: &[Line<'a>]) -> (Piece<'a>, usize) {
        let piece = lines[0].piece;
        if self.written == Written::Markdown && lines[0].kind == Kind::Plain && tails::is_open(piece.text) {
            let more = lines[1..].iter().take(8).take_while(|line| line.kind == Kind::Plain && !line.opens());
            for (n, line) in more.enumerate() {
                let start = piece.offset - self.source.offset;
                let end = line.piece.offset + line.piece.text.len() - self.source.offset;
                let longer = self.source.part(start..end);
                if !tails::is_open(longer.text) {
                    return (longer, n + 2);
                }
            }
        }
        (piece, 1)
    }

    fn plain(&self, pieces: &[Piece]) -> String {
        let text: String = pieces.iter().map(|piece| piece.text).collect();
        let text = if self.written == Written::Markdown { html::plain(&text) } else { text };
        full_width(text.trim_matches(blank))
    }

    fn finish(self, head: Option<NoticeHead>, d: &mut Diagnostics) -> Outline {
        let naming: Vec<Naming> = self.clauses.iter().map(Draft::naming).collect();
        let names = identity::name(&naming, d);
        let styles: Vec<_> =
            self.clauses.iter().map(|draft| draft.number.map(|number| number.style)).collect();
        let (lead, tail) = (self.lead.html(d), self.tail.html(d));
        let attachments = self
            .attachments
            .iter()
            .map(|entry| AttachmentName {
                name: self.plain(&[Piece { text: &entry.name, ..self.source }]),
                ..entry.clone()
            })
            .collect();
        let mut clauses: Vec<Clause> = Vec::with_capacity(self.clauses.len());
        for (draft, name) in self.clauses.into_iter().zip(names) {
            let level = draft.parent.map_or(1, |parent| clauses[parent].level.saturating_add(1));
            clauses.push(Clause {
                kind: ClauseKind::Other,
                level,
                parent: draft.parent.map(|parent| ClauseIx(parent as u32)),
                label: draft.number.map(Number::label).unwrap_or_default(),
                path: name.path,
                anchor: name.anchor,
                heading: draft.heading,
                body: draft.body.html(d),
                tails: draft.body.tails,
                place: draft.place,
            });
        }
        kinds::assign(&mut clauses, &styles);
        Outline { text: PolicyText { head, lead, clauses, tail }, attachments }
    }
}

impl Draft<'_> {
    fn naming(&self) -> Naming<'_> {
        let Draft { parent, number, heading, anchor, place, .. } = self;
        Naming { parent: *parent, number: *number, heading, anchor: *anchor, place: *place }
    }
}

/// Labels of a portal's links that a copied page ends in, with nothing after them.
fn drop_empty_labels(lines: &mut Vec<Line>) {
    const LABELS: [&str; 8] =
        ["一图读懂", "图解", "政策图解", "政策解读", "相关解读", "文字解读", "视频解读", "相关文件"];
    let says = |line: &Line| {
        let bare = line.text().strip_suffix(['：', ':']);
        line.kind != Kind::Blank && !bare.is_some_and(|bare| LABELS.contains(&bare))
    };
    let end = lines.iter().rposition(says).map_or(0, |last| last + 1);
    lines.truncate(end);
}

/// Takes out the only Markdown heading of the first level, above all others: the text's title.
fn take_title<'a>(lines: &mut Vec<Line<'a>>) -> Option<&'a str> {
    let mut headings = lines.iter().enumerate().filter_map(|(at, line)| match line.kind {
        Kind::Heading(level) => Some((at, level, line.number)),
        _ => None,
    });
    let (at, 1, None) = headings.next()? else { return None };
    headings.all(|(_, level, _)| level > 1).then(|| lines.remove(at).text())
}
