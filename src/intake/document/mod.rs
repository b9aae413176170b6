//! An official document -> the files of a policy: nothing is asked, nothing is overwritten, nothing is
//! mended.
//!
//! ```text
//! bytes -> read -> lines -> frame -> fields, text -> outline (of `text`)
//!                                        |              |
//!                                    metadata     promises, organisations, damage
//!                                        +------ write --+-> files -> place
//! ```

mod damage;
mod fields;
mod frame;
mod metadata;
mod name;
mod organisations;
mod place;
mod promise;
mod proposals;
mod read;
mod refusal;
mod summary;
mod write;

pub use place::{free, put};
pub use refusal::Refusal;
pub use summary::Summary;

use crate::content;
use crate::diagnostic::catalogue::{import, source};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{FileId, Language, Place, Register};
use crate::source::Sources;
use crate::text::{self, Outline, Piece, Written};
use metadata::Metadata;
use proposals::Proposals;
use read::Read;
use std::path::Path;

/// True for the name of a file that is taken for a document.
pub fn is_document(name: &str) -> bool {
    read::ENDINGS.contains(&read::ending(name).as_str())
}

/// What is to be taken in.
#[derive(Debug)]
pub struct Request<'a> {
    /// The folder of the site; it need not be there.
    pub root: &'a Path,
    /// The name of the file; its ending says how it is read.
    pub name: &'a str,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The id of the policy, where it is not to be made of the title.
    pub id: Option<&'a str>,
    /// The language of comments and messages.
    pub language: Language,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path relative to the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What would be written, and what was found.
#[derive(Debug)]
pub struct Plan {
    /// The files.
    pub files: Vec<File>,
    /// Entries for a register that is there already, as YAML to paste; empty where it lacks nobody.
    pub paste: String,
    /// What looks damaged, with places in the document.
    pub diagnostics: Diagnostics,
    /// The document, for printing those places.
    pub sources: Sources,
    /// What was found and what was not.
    pub summary: Summary,
}

/// Reads a document and says what would be written. Nothing is written here.
///
/// An error among the diagnostics means that the document cannot be read, and then there are no files.
///
/// # Errors
/// When the document is in no form that can be read, or no id can be made.
pub fn plan(request: Request) -> Result<Plan, Refusal> {
    let Request { root, name, bytes, id, language } = request;
    if let Some(id) = id.filter(|id| !content::is_id(id)) {
        return Err(Refusal::BadId(id.to_string()));
    }
    let read = read::read(name, bytes)?;
    let mut sources = Sources::default();
    let file = sources.add(shown(name, language), read.text.as_str());
    let mut d = Diagnostics::new();
    if let Some(byte) = read.unreadable {
        let at = read.text.find(char::REPLACEMENT_CHARACTER).unwrap_or(0);
        let problem = Diagnostic::at(source::ENCODING, Place::new(file, at, '\u{FFFD}'.len_utf8()));
        d.push(problem.with("byte", byte + 1));
        let summary = Summary::default();
        return Ok(Plan { files: Vec::new(), paste: String::new(), diagnostics: d, sources, summary });
    }
    let document = understand(file, read, &mut d);
    let register = existing(root);
    let short = name::short(&document.metadata);
    let id = match id {
        Some(id) => id.to_string(),
        None => name::id(&document.metadata, short.as_deref()),
    };
    if id.is_empty() {
        return Err(Refusal::NoId);
    }
    Ok(document.write(root, &id, short.as_deref(), register.as_ref(), (d, sources), language))
}

/// A document as it is understood.
struct Document {
    read: Read,
    /// The text with blanks where lines were taken out.
    bare: frame::Bare,
    outline: Outline,
    metadata: Metadata,
    proposals: Proposals,
}

/// Takes a document apart.
fn understand(file: FileId, read: Read, d: &mut Diagnostics) -> Document {
    let mut bare = frame::strip(&read.text);
    let mut found = std::mem::take(&mut bare.fields);
    found.extend(fields::of_lines(&read.around));
    let outline = text::outline(Piece { file, offset: 0, text: &bare.text }, Written::AsIssued, d);
    let metadata = metadata::gather(&read, found, &outline);
    damage::find(file, &bare.text, &outline, d);
    let lines = frame::lines(&bare.text);
    for (line, format) in &read.strange_numbers {
        let range = lines.get(*line).cloned().unwrap_or_default();
        let problem = Diagnostic::at(import::WORD_NUMBERING, Place::new(file, range.start, range.len()));
        d.push(problem.with("found", format));
    }
    let end = outline.attachments.first().map_or(bare.text.len(), |entry| {
        // From the line of 附件：, so that no number of the list is a figure.
        bare.text[..entry.place.start as usize].rfind('\n').map_or(0, |at| at + 1)
    });
    let issued = metadata.issued.as_deref().and_then(|day| day.get(..4)?.parse().ok());
    let proposals = proposals::gather(&proposals::Given {
        text: &bare.text,
        outline: &outline.text,
        end,
        issued,
        period: metadata.period,
        damaged: damage::places(d),
    });
    Document { read, bare, outline, metadata, proposals }
}

impl Document {
    /// Writes everything into memory.
    fn write(
        self,
        root: &Path,
        id: &str,
        short: Option<&str>,
        register: Option<&Register>,
        (diagnostics, sources): (Diagnostics, Sources),
        language: Language,
    ) -> Plan {
        let head = write::policy::Head {
            metadata: &self.metadata,
            short,
            attachments: &self.outline.attachments,
            links: &self.read.links,
        };
        let policy = write::policy::file(&head, &self.bare.text, &diagnostics, language);
        let ends: Vec<usize> = self.bare.text.match_indices('\n').map(|(at, _)| at).collect();
        let line_of = |at: usize| ends.partition_point(|&end| end < at) + 1;
        let indicators = write::indicators::file(&self.proposals, register, line_of, language);
        let proposed = organisations::propose(&self.outline, register);
        let folder = format!("content/policies/{id}");
        let mut files = vec![File { path: format!("{folder}/policy.md"), text: policy }];
        files.extend(indicators.map(|text| File { path: format!("{folder}/indicators.yaml"), text }));
        let mut paste = String::new();
        match register {
            Some(_) => paste = write::organisations::entries(&proposed, language),
            None if proposed.is_empty() => {}
            None => {
                let text = write::organisations::file(&proposed, language);
                files.push(File { path: "content/organisations.yaml".to_string(), text });
            }
        }
        if !root.join("content/site.yaml").exists() {
            let text = write::site::write(self.metadata.issuer.as_deref(), language);
            files.push(File { path: "content/site.yaml".to_string(), text });
        }
        let summary = Summary::of(&self, id, proposed.len(), language);
        Plan { files, paste, diagnostics, sources, summary }
    }
}

/// The register of the site; none where it has no file. What else is wrong with the site is not told here.
fn existing(root: &Path) -> Option<Register> {
    let mut ignored = Diagnostics::new();
    let sources = Sources::read(root, &mut ignored).ok()?;
    sources.find("content/organisations.yaml")?;
    Some(content::register(&sources, &mut ignored))
}

/// The name under which places are printed: of a page or Word file the lines are those of its text.
fn shown(name: &str, language: Language) -> String {
    match (read::ending(name).as_str(), language) {
        ("txt" | "text", _) => name.to_string(),
        (_, Language::Chinese) => format!("{name}（提取的文字）"),
        (_, Language::English) => format!("{name} (its text)"),
    }
}
