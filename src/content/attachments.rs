//! Attachments: the text's own list gives the names, the head of `policy.md` the files.

use super::decode::{self, Fields};
use super::folder::Folder;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::Attachment;
use crate::source::yaml::Node;
use crate::text::AttachmentName;

/// Joins names and files, by number.
pub(crate) fn read(
    names: Vec<AttachmentName>,
    files: Option<&Node>,
    folder: &Folder,
    d: &mut Diagnostics,
) -> Vec<Attachment> {
    let mut list: Vec<Attachment> = names
        .into_iter()
        .map(|listed| Attachment { n: listed.n, name: listed.name, file: None, place: listed.place })
        .collect();
    let items = files.and_then(|node| decode::list(node, "attachments", d)).unwrap_or_default();
    for (position, item) in items.iter().enumerate() {
        add(&mut list, item, position, folder, d);
    }
    list.sort_by_key(|attachment| attachment.n);
    list
}

/// One item of `attachments`. A `name` is asked for only where the text's list has none.
fn add(list: &mut Vec<Attachment>, node: &Node, position: usize, folder: &Folder, d: &mut Diagnostics) {
    let Some(mut fields) = Fields::of(node, "attachments", d) else { return };
    let n = fields.node("n").and_then(|node| decode::integer(node, "n", 1..=999, d));
    let n = n.map_or(position as u32 + 1, |n| n as u32);
    let place = fields.node("n").map_or(node.place, |node| node.place);
    let file = fields.required("file").and_then(|node| published(node, folder, d));
    let name = fields.text("name", d);
    fields.finish(d);
    match list.iter_mut().find(|attachment| attachment.n == n) {
        Some(attachment) if attachment.file.is_some() => {
            let shows = Words { zh: "先写在这里", en: "first written here" };
            let problem = Diagnostic::at(content::ATTACHMENT_TWICE, place).with("n", n);
            d.push(problem.also(attachment.place, shows));
        }
        Some(attachment) => attachment.file = file,
        None => match name {
            Some(name) => list.push(Attachment { n, name, file, place }),
            None => d.push(Diagnostic::at(content::UNKNOWN_ATTACHMENT, place).with("n", n)),
        },
    }
}

/// The source path of a file in `files/`.
fn published(node: &Node, folder: &Folder, d: &mut Diagnostics) -> Option<String> {
    let name = decode::text(node, "file", d)?;
    folder.look_for(&name, node.place, &["files"], d).map(|file| file.path.clone())
}
