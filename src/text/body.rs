//! The body of a clause: its lines, as written, until they become HTML.

use super::cjk::full_width;
use super::patch::Patch;
use super::piece::blank;
use super::tails::{Cut, edge};
use super::{Piece, Written, html};
use crate::diagnostic::catalogue::text as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Tail;

/// Lines and tails.
pub(super) struct Body<'a> {
    written: Written,
    /// Each line in pieces: a tail taken out leaves a gap.
    lines: Vec<Vec<Piece<'a>>>,
    pub(super) tails: Vec<Tail>,
}

impl<'a> Body<'a> {
    pub(super) fn new(written: Written) -> Self {
        Body { written, lines: Vec::new(), tails: Vec::new() }
    }

    /// Adds a line as it is.
    pub(super) fn line(&mut self, piece: Piece<'a>) {
        self.lines.push(vec![piece]);
    }

    /// Adds a line that tails were cut from; one that was all tail leaves nothing.
    pub(super) fn add(&mut self, cut: Cut<'a>, d: &mut Diagnostics) {
        for place in cut.unclosed {
            d.push(Diagnostic::at(catalogue::OPEN_BRACKET, place));
        }
        self.tails.extend(cut.tails);
        if cut.rest.iter().any(|piece| !piece.text.trim_matches(edge).is_empty()) {
            self.lines.push(cut.rest);
        }
    }

    /// The lines as HTML blocks.
    pub(super) fn html(&self, d: &mut Diagnostics) -> String {
        if self.written == Written::Markdown {
            let mut patch = Patch::default();
            for line in &self.lines {
                line.iter().for_each(|&piece| patch.push(piece));
                patch.end_line();
            }
            // Headings of clauses take the levels above.
            return html::blocks(&patch, 3, d).trim_end().to_string();
        }
        let mut blocks = String::new();
        for line in &self.lines {
            let text: String = line.iter().map(|piece| piece.text).collect();
            let separator = if blocks.is_empty() { "" } else { "\n" };
            blocks += &format!("{separator}<p>{}</p>", html::escape(&full_width(text.trim_matches(blank))));
        }
        blocks
    }
}
