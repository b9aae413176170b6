//! Booklets: a view, charts and fonts -> PDF, before all pages, because those that link to one print its size.

mod drawings;
mod numbers;
mod text;
mod view;

use super::picture::letters;
use super::{Input, Sink, with_content};
use crate::booklet::{Faces, Mistake, Paper, VERSION, legible};
use crate::diagnostic::catalogue::theme as code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::font::Fonts;
use crate::model::Place;
use crate::plan::{Job, What};
use rayon::prelude::*;
use serde_json::json;
use std::io;
use xxhash_rust::xxh3::Xxh3;

/// By policy: how many bytes its booklet has; none where it has none.
pub(in crate::render) type Sizes = Vec<Option<u64>>;

/// What one booklet came to.
struct Made {
    policy: usize,
    bytes: Option<u64>,
    found: Diagnostics,
}

/// Makes all booklets of the plan and hands them to the sink.
///
/// # Errors
/// When the sink cannot take a file.
pub(in crate::render) fn make(
    input: &Input,
    fonts: &Fonts,
    sink: &dyn Sink,
    d: &mut Diagnostics,
) -> io::Result<Sizes> {
    let mut sizes = vec![None; input.site.policies.len()];
    let jobs = input.plan.jobs.iter().filter_map(|job| match job.what {
        What::Booklet(n) => Some((n, job)),
        _ => None,
    });
    let jobs: Vec<(usize, &Job)> = jobs.collect();
    if jobs.is_empty() {
        return Ok(sizes);
    }
    let press = Press { input, fonts, faces: Faces::of(files(input)), sink };
    // For nobody nothing dear is made. Templates of the site's own are tried all the same, with one policy.
    let tried = if sink.is_seen() { jobs.len() } else { usize::from(has_own_templates(input)) };
    let make = |(at, (n, job)): (usize, &(usize, &Job))| match at < tried {
        true => press.make(*n, job),
        false => press.look(*n, job),
    };
    let made: Vec<io::Result<Made>> = jobs.par_iter().enumerate().map(make).collect();
    for made in made {
        let made = made?;
        sizes[made.policy] = made.bytes;
        // A mistake of a template is that of every booklet: the first tells it.
        for problem in made.found.iter() {
            let same = |known: &Diagnostic| known.entry == problem.entry && known.place == problem.place;
            if problem.entry != code::BOOKLET || !d.iter().any(same) {
                d.push(problem.clone());
            }
        }
    }
    Ok(sizes)
}

/// Makes one booklet, by itself.
///
/// # Errors
/// When the sink cannot take it.
pub(in crate::render) fn one(
    input: &Input,
    fonts: &Fonts,
    n: usize,
    job: &Job,
    sink: &dyn Sink,
    d: &mut Diagnostics,
) -> io::Result<()> {
    let press = Press { input, fonts, faces: Faces::of(files(input)), sink };
    d.append(press.make(n, job)?.found);
    Ok(())
}

/// True where the site has templates of its own: those of the program are known to be right.
fn has_own_templates(input: &Input) -> bool {
    let sources = input.sources;
    input.theme.typst().iter().any(|file| sources.is_on_disk(&sources.get(file.file).path))
}

/// What the template of a booklet gets, as JSON.
pub(in crate::render) fn given(input: &Input, fonts: &Fonts, n: usize) -> String {
    let faces = Faces::of(files(input));
    let (view, _) = view::view(input, fonts, &faces.families(), n);
    serde_json::to_string_pretty(&json!({ "booklet": view })).unwrap_or_default()
}

/// The bytes of all fonts, those of the program first.
fn files(input: &Input) -> Vec<Vec<u8>> {
    let own = input.site.fonts.iter().map(|font| font.bytes.to_vec());
    crate::font::SHIPPED.iter().map(|bytes| bytes.to_vec()).chain(own).collect()
}

/// Where booklets are made.
struct Press<'a> {
    input: &'a Input<'a>,
    fonts: &'a Fonts,
    faces: Faces,
    sink: &'a dyn Sink,
}

impl Press<'_> {
    fn make(&self, n: usize, job: &Job) -> io::Result<Made> {
        let mut found = Diagnostics::new();
        let paper = self.paper(n, &mut found);
        let inputs = self.inputs(&paper);
        // Asked before it is made: it is the dearest file of a policy that has no pictures.
        if let Some(bytes) = self.sink.kept_length(&job.path, inputs) {
            return Ok(Made { policy: n, bytes: Some(bytes), found });
        }
        let bytes = match self.faces.set(&paper) {
            Ok(leaf) => {
                let bytes = leaf.pdf.len() as u64;
                self.sink.emit_from(&job.path, leaf.pdf, inputs)?;
                Some(bytes)
            }
            Err(mistakes) => {
                mistakes.iter().for_each(|mistake| found.push(with_content(self.told(mistake), job)));
                None
            }
        };
        Ok(Made { policy: n, bytes, found })
    }

    /// Looks only for letters that no font has.
    fn look(&self, n: usize, job: &Job) -> io::Result<Made> {
        let mut found = Diagnostics::new();
        self.paper(n, &mut found);
        // Taken, so that the links to it lead somewhere.
        self.sink.kept(&job.path, 0);
        Ok(Made { policy: n, bytes: Some(0), found })
    }

    /// Everything that the booklet is made of. Letters that no font has are reported.
    fn paper(&self, n: usize, d: &mut Diagnostics) -> Paper {
        let policy = &self.input.site.policies[n];
        let (view, mut files) = view::view(self.input, self.fonts, &self.faces.families(), n);
        let mut data = json!({ "booklet": view, "t": self.input.theme.words() });
        letters::report(self.input, policy, &legible(&mut data, self.fonts), d);
        files.insert("view.json".to_owned(), data.to_string().into_bytes());
        let templates = self.input.theme.typst().iter();
        Paper {
            templates: templates.map(|file| (file.path.clone(), file.text.to_string())).collect(),
            files,
            ident: ident(self.input, &policy.id),
        }
    }

    /// The hash of all that goes in.
    fn inputs(&self, paper: &Paper) -> u128 {
        let fonts = self.input.site.fonts.iter().map(|font| &font.bytes[..]);
        let texts = paper.templates.iter().flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]);
        let files = paper.files.iter().flat_map(|(path, bytes)| [path.as_bytes(), &bytes[..]]);
        let mut hash = Xxh3::new();
        for part in
            [VERSION.as_bytes(), paper.ident.as_bytes()].into_iter().chain(texts).chain(files).chain(fonts)
        {
            // Lengths too, so that no byte can pass from one part to the next.
            hash.update(&(part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        hash.digest128()
    }

    /// A mistake with its place in the theme; without one, that of the template that begins.
    fn told(&self, mistake: &Mistake) -> Diagnostic {
        let (path, range) = mistake.place.clone().unwrap_or_else(|| ("booklet.typ".into(), 0..0));
        let file = self.input.theme.typst().iter().find(|file| file.path == path);
        let problem = Diagnostic::nowhere(code::BOOKLET).with("message", &mistake.message);
        let place = file.map(|file| Place::new(file.file, range.start, range.len()));
        Diagnostic { place, ..problem }
    }
}

/// What tells a booklet from those of other sites and languages.
fn ident(input: &Input, id: &str) -> String {
    let settings = &input.site.settings;
    let site = settings.base_url.as_deref().unwrap_or(&settings.title);
    format!("{site} {id} {}", settings.language.tag())
}
