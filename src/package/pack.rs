//! Content -> packages: builds by itself, compares with what was published last, and writes.

use super::fault::Fault;
use super::fragment::fragment;
use super::manifest::{self, Entry, MANIFEST, Manifest, NOTE, SHA256, SM3, Since};
use super::note::note;
use super::shelf::{Pressed, Shelf, Shelved, entries};
use super::single::single;
use super::snapshot::Snapshot;
use super::store::{self, Put};
use super::sums::Sums;
use super::zip::{Archive, join};
use super::{compare, silent, tell};
use crate::diagnostic::{Diagnostics, Severity};
use crate::pipeline::{self, Options, Outcome, Stop, Watch};
use crate::render::{Input, Sink};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What is asked for.
pub struct Request<'a> {
    /// How the site is built. Workbooks are made, and drafts are not, whatever it says.
    pub options: &'a Options,
    /// The folder of packages.
    pub folder: &'a Path,
    /// A package of the whole site, to make one of what changed since.
    pub since: Option<&'a Path>,
    /// Policies, by id or title, to be made one file each.
    pub singles: &'a [String],
    /// Policies, by id or title, to be made texts for an editor.
    pub fragments: &'a [String],
}

/// What came of it.
#[derive(Debug)]
pub struct Packed {
    /// How the build went.
    pub outcome: Outcome,
    /// The package whose figures the content was compared with.
    pub compared: Option<PathBuf>,
    /// What was made; nothing where anything was wrong.
    pub made: Vec<Made>,
}

/// A file that was made.
#[derive(Debug)]
pub struct Made {
    /// Where it stands.
    pub path: PathBuf,
    /// Its size and sums.
    pub sums: Sums,
    /// How many files of the site are in it; none for what is no package.
    pub files: Option<usize>,
    /// How many files it removes.
    pub removed: usize,
    /// True where the very same bytes stood there already.
    pub same: bool,
    /// True where it got a number because another package of the day is there.
    pub beside: bool,
}

/// Files by their paths in the folder of packages.
type Loose = Vec<(String, Vec<u8>)>;

/// Builds and packs. Nothing is written where the site has errors, or a published figure changed in silence.
///
/// # Errors
/// A [`Stop`] of the build inside of `Ok(Err(…))`; a [`Fault`] of a package, or when the machine fails.
pub fn pack(request: &Request, watch: &dyn Watch) -> Result<Result<Packed, Fault>, Stop> {
    // Before anything is built: a package that cannot be read is told at once.
    let since = match request.since.map(whole).transpose() {
        Ok(since) => since,
        Err(fault) => return Ok(Err(fault)),
    };
    let options = Options { workbooks: true, drafts: false, ..request.options.clone() };
    let packs = since.is_some() || (request.singles.is_empty() && request.fragments.is_empty());
    let shelf = Shelf::default();
    let sink = packs.then_some(&shelf as &dyn Sink);
    let last = |input: &Input, d: &mut Diagnostics| look(request, input, packs, d);
    let (outcome, seen) = pipeline::run_and(&options, sink, last, watch)?;
    let mut packed = Packed { outcome, compared: None, made: Vec::new() };
    let Some(seen) = seen else { return Ok(Ok(packed)) };
    let stopped = packed.outcome.diagnostics.has_errors()
        || (options.strict && packed.outcome.diagnostics.count(Severity::Warning) > 0);
    Ok(seen.and_then(|seen| {
        packed.compared = seen.compared.clone();
        if !stopped {
            watch.stage(pipeline::Stage::Committing);
            if packs {
                packed.made = packages(request, &seen, since, shelf.into_files())?;
            }
            for (path, bytes) in &seen.loose {
                let path = request.folder.join(path);
                store::write(&path, bytes)?;
                packed.made.push(Made {
                    path,
                    sums: Sums::of(bytes),
                    files: None,
                    removed: 0,
                    same: false,
                    beside: false,
                });
            }
        }
        Ok(packed)
    }))
}

/// A package that others can follow.
fn whole(path: &Path) -> Result<(PathBuf, Archive, Manifest), Fault> {
    let (archive, manifest) = store::read(path)?;
    match manifest.since {
        Some(_) => Err(Fault::Part(path.into())),
        None => Ok((path.into(), archive, manifest)),
    }
}

/// What is read from the site while it is there.
struct Seen {
    stem: String,
    title: String,
    base_url: Option<String>,
    as_of: String,
    language: crate::model::Language,
    compared: Option<PathBuf>,
    loose: Loose,
}

/// Compares with what was published, and makes what is made of single policies.
fn look(request: &Request, input: &Input, packs: bool, d: &mut Diagnostics) -> Result<Seen, Fault> {
    let settings = &input.site.settings;
    let stem = store::stem(&settings.title);
    let newest = store::newest(request.folder, &stem, input.as_of)?;
    let compared = newest.or_else(|| request.since.map(Into::into));
    if let Some(package) = &compared {
        silent::check(input.site, input.as_of, package, d)?;
    }
    let mut loose = Loose::new();
    for name in request.singles {
        let n = policy(input, name)?;
        loose.push((format!("{}.html", input.site.policies[n].id), single(input, n, d)?));
    }
    for name in request.fragments {
        loose.extend(fragment(input, policy(input, name)?, d)?);
    }
    if packs {
        let own = |path: &&str| input.plan.jobs.iter().any(|job| job.path.eq_ignore_ascii_case(path));
        if let Some(taken) = [MANIFEST, SHA256, SM3, NOTE].into_iter().find(own) {
            return Err(Fault::Taken(taken));
        }
    }
    Ok(Seen {
        stem,
        title: settings.title.clone(),
        base_url: settings.base_url.clone(),
        as_of: input.as_of.to_string(),
        language: settings.main,
        compared,
        loose,
    })
}

/// The position of a policy, by its id or a title.
fn policy(input: &Input, name: &str) -> Result<usize, Fault> {
    let policies = &input.site.policies;
    let found = policies.iter().position(|policy| {
        [&policy.id, &policy.metadata.short_title, &policy.metadata.title].into_iter().any(|own| own == name)
    });
    found.ok_or_else(|| Fault::Policy(name.into(), policies.iter().map(|policy| policy.id.clone()).collect()))
}

/// Writes the package of the whole site and, where one is given to follow, that of what changed.
fn packages(
    request: &Request,
    seen: &Seen,
    since: Option<(PathBuf, Archive, Manifest)>,
    files: BTreeMap<String, Pressed>,
) -> Result<Vec<Made>, Fault> {
    let whole = Manifest::of(&seen.title, seen.base_url.as_deref(), &seen.as_of, entries(&files));
    let name = format!("{}-{}", seen.stem, seen.as_of);
    let mut made = vec![write(request.folder, &name, &whole, None, &files)?];
    if let Some((path, mut archive, old)) = since {
        let package = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = format!("{name}-since-{}", old.as_of);
        let part = part(whole, &old, package);
        let changes = compare(&Snapshot::of(&mut archive)?, &Snapshot::of(&mut Shelved(&files))?);
        let paths: BTreeSet<&str> = old.files.iter().map(|entry| entry.path.as_str()).collect();
        let note = note(&part, &paths, &tell::sentences(&changes, seen.language), seen.language);
        let update = write(request.folder, &name, &part, Some(&note), &files)?;
        // The same for whoever is to read it before the package is opened.
        store::write(&update.path.with_extension("txt"), &note)?;
        made.push(update);
    }
    Ok(made)
}

/// The manifest of what changed.
fn part(whole: Manifest, old: &Manifest, package: String) -> Manifest {
    let known: BTreeMap<&str, &Entry> = old.files.iter().map(|entry| (entry.path.as_str(), entry)).collect();
    let now: BTreeSet<&str> = whole.files.iter().map(|entry| entry.path.as_str()).collect();
    let removed = known.keys().filter(|path| !now.contains(*path)).map(|path| (*path).to_string()).collect();
    let (unchanged, files) =
        whole.files.iter().cloned().partition(|entry| known.get(entry.path.as_str()) == Some(&entry));
    let since = Some(Since { package, as_of: old.as_of.clone() });
    Manifest { since, files, unchanged, removed, ..whole }
}

/// Writes a package: the files of its manifest, then what it says of itself, in order of their paths.
fn write(
    folder: &Path,
    name: &str,
    manifest: &Manifest,
    note: Option<&[u8]>,
    files: &BTreeMap<String, Pressed>,
) -> Result<Made, Fault> {
    let json = manifest.to_json();
    let mut listed = manifest.files.clone();
    listed.push(Entry::new(MANIFEST, &Sums::of(&json)));
    if let Some(note) = note {
        listed.push(Entry::new(NOTE, &Sums::of(note)));
    }
    let mut own: Vec<(&str, Vec<u8>)> = vec![
        (MANIFEST, json),
        (SHA256, manifest::sha256_lines(listed.iter())),
        (SM3, manifest::sm3_lines(listed.iter())),
    ];
    own.extend(note.map(|note| (NOTE, note.to_vec())));
    let press = |(path, bytes): (&'static str, Vec<u8>)| Ok((path, Pressed::new(path, &bytes)?));
    let own: Vec<(&str, Pressed)> =
        own.into_iter().map(press).collect::<std::io::Result<_>>().map_err(Fault::at(folder))?;
    let chosen =
        manifest.files.iter().filter_map(|entry| Some((entry.path.as_str(), files.get(&entry.path)?)));
    let mut all: Vec<(&str, &Pressed)> = chosen.chain(own.iter().map(|(path, file)| (*path, file))).collect();
    all.sort_by_key(|(path, _)| *path);
    let bytes = join(all.iter().map(|(_, file)| file.zip.as_slice())).map_err(Fault::at(folder))?;
    let (path, put) = store::put(folder, name, ".zip", &bytes)?;
    Ok(Made {
        path,
        sums: Sums::of(&bytes),
        files: Some(manifest.files.len()),
        removed: manifest.removed.len(),
        same: put == Put::Same,
        beside: put == Put::Beside,
    })
}
