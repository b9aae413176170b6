//! The world as Typst sees it: templates, a view, charts and fonts, and nothing else.

use super::Paper;
use std::collections::HashMap;
use std::ops::Range;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Where Typst begins.
const MAIN: &str = "booklet.typ";

/// The fonts of a site and Typst's own library, made once for all booklets.
pub struct Faces {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    library: LazyHash<Library>,
}

impl std::fmt::Debug for Faces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Faces({})", self.fonts.len())
    }
}

/// A booklet that was set.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// A mistake of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The template, and the bytes of it that are wrong; none where no line can be named.
    pub place: Option<(String, Range<usize>)>,
    /// What Typst says of it, with its hints.
    pub message: String,
}

impl Faces {
    /// Of these fonts, each the bytes of a file, in the order in which they are asked for a letter.
    pub fn of(files: impl IntoIterator<Item = Vec<u8>>) -> Faces {
        let fonts: Vec<Font> =
            files.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>()).collect();
        Faces {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            library: LazyHash::new(Library::default()),
            fonts,
        }
    }

    /// The names of their families, each once.
    pub fn families(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for font in &self.fonts {
            let name = &font.info().family;
            if !names.iter().any(|known| known == name) {
                names.push(name.to_string());
            }
        }
        names
    }

    /// Sets a booklet as PDF/UA-1.
    ///
    /// # Errors
    /// With what is wrong in the templates, or keeps the document from being accessible.
    pub fn set(&self, paper: &Paper) -> Result<Leaf, Vec<Mistake>> {
        let desk = Desk::of(self, paper);
        let told = |found: &[SourceDiagnostic]| found.iter().map(|one| desk.mistake(one)).collect::<Vec<_>>();
        let set = typst::compile::<PagedDocument>(&desk).output;
        let made = set.map_err(|found| told(&found)).and_then(|document| {
            let options = PdfOptions {
                ident: Smart::Custom(paper.ident.clone()),
                creator: Smart::Custom(Some("Gongbao".to_owned())),
                standards: standards(),
                ..PdfOptions::default()
            };
            let pdf = typst_pdf::pdf(&document, &options).map_err(|found| told(&found))?;
            Ok(Leaf { pdf, pages: document.pages().len() })
        });
        // What Typst remembers would grow with the number of policies; that of the last few may serve again.
        typst::comemo::evict(4);
        made
    }
}

fn standards() -> PdfStandards {
    PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default()
}

/// One booklet's files under the ids by which Typst asks for them.
struct Desk<'a> {
    faces: &'a Faces,
    main: FileId,
    sources: HashMap<FileId, (String, Source)>,
    files: HashMap<FileId, Bytes>,
}

/// The id of a path below the root; none where it would leave it.
fn id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl<'a> Desk<'a> {
    fn of(faces: &'a Faces, paper: &Paper) -> Desk<'a> {
        let sources = paper.templates.iter().filter_map(|(path, text)| {
            let id = id(path)?;
            Some((id, (path.clone(), Source::new(id, text.clone()))))
        });
        let files =
            paper.files.iter().filter_map(|(path, bytes)| Some((id(path)?, Bytes::new(bytes.clone()))));
        let main = id(MAIN).expect("a plain name is a path");
        Desk { faces, main, sources: sources.collect(), files: files.collect() }
    }

    fn mistake(&self, found: &SourceDiagnostic) -> Mistake {
        let hints = found.hints.iter().map(|hint| hint.v.as_str());
        let words: Vec<&str> = std::iter::once(found.message.as_str()).chain(hints).collect();
        // What fails inside a part of Typst is told where the template asked for it.
        let traces = found.trace.iter().map(|point| self.place_of(point.span));
        let place = std::iter::once(self.place_of(found.span)).chain(traces).flatten().next();
        Mistake { place, message: words.join("; ") }
    }

    fn place_of(&self, span: impl Into<typst::syntax::DiagSpan>) -> Option<(String, Range<usize>)> {
        let span = span.into();
        let (path, _) = self.sources.get(&span.id()?)?;
        Some((path.clone(), self.range(span)?))
    }
}

fn not_here(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.faces.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.faces.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).map(|(_, source)| source.clone()).ok_or_else(|| not_here(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let template = || Some(Bytes::from_string(self.sources.get(&id)?.1.text().to_owned()));
        self.files.get(&id).cloned().or_else(template).ok_or_else(|| not_here(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.fonts.get(index).cloned()
    }

    /// There is no clock: two builds of one input are the same.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
