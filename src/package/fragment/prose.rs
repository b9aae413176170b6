//! The texts of a policy as an editor keeps them, links and pictures resolved.

use super::Text;
use super::look::{kept, with_cells};
use crate::model::Place;
use crate::package::links::{self, Way};
use crate::package::markup::{self, Tag, Token, escaped, unescaped};
use crate::plan::urls;
use crate::render;

impl Text<'_> {
    /// A text of the policy: only what editors keep, each with its look.
    pub(super) fn prose(&mut self, html: &str, place: Place) {
        if html.is_empty() {
            return;
        }
        let html = render::prose(self.input, self.policy, html, place, self.d);
        // A link that leads nowhere is only its words.
        let mut nowhere = false;
        for token in markup::tokens(&html) {
            match token {
                Token::Text(text) => self.html += text,
                Token::Other(_) => {}
                Token::Close("a") if nowhere => nowhere = false,
                Token::Close(name) => {
                    if let Some(name) = kept(name) {
                        self.html += &format!("</{name}>");
                    }
                }
                Token::Open(tag) => match (tag.name, kept(tag.name)) {
                    ("a", _) => match self.address(&tag) {
                        Some(url) => self.html += &format!("<a href=\"{}\">", escaped(&url)),
                        None => nowhere = true,
                    },
                    ("img", _) => self.image(&tag),
                    (_, Some(name)) => self.html += &with_cells(&tag, name),
                    (_, None) => {}
                },
            }
        }
        self.html += "\n";
    }

    /// The full address of a link; none where it leads nowhere outside of the site.
    fn address(&self, tag: &Tag) -> Option<String> {
        let href = unescaped(tag.value("href")?);
        match links::way(&urls::policy(&self.policy.id), &href) {
            Way::Outside => Some(href),
            Way::Site(path, anchor) => links::absolute(self.input, &path, &anchor),
        }
    }

    /// A picture of the text, as a file beside it.
    fn image(&mut self, tag: &Tag) {
        let alt = tag.value("alt").unwrap_or_default();
        let src = unescaped(tag.value("src").unwrap_or_default());
        let Way::Site(path, _) = links::way(&urls::policy(&self.policy.id), &src) else { return };
        let Some(bytes) = links::bytes(self.input, self.gathered, &path, self.d) else { return };
        // The folders above say nothing that the text needs; two files of one name are kept apart by them.
        let name = path.rsplit('/').next().unwrap_or_default().to_string();
        let taken = self.files.iter().any(|(own, other)| *own == name && *other != bytes);
        let name = if taken { path.replace('/', "-") } else { name };
        self.html += &format!("<img src=\"{}\" alt=\"{alt}\" style=\"max-width:100%\">", escaped(&name));
        if !self.files.iter().any(|(own, _)| *own == name) {
            self.files.push((name, bytes));
        }
    }
}
