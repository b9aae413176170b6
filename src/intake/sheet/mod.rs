//! Sheets out and in: forms for those who report, and what they, or their own sheets, say back.
//!
//! ```text
//! Site -> blank -> workbook             what is asked for: names, last figures, targets, cells to fill
//! sheets -> own | foreign -> Said       what each cell says, and where it stands
//! Said + progress/PERIOD.yaml -> Change old -> new
//! Change -> merge -> text -> prove      the same file with those places changed, read again before it is kept
//! ```

mod blank;
mod compare;
mod current;
mod foreign;
mod keep;
mod marker;
mod merge;
mod own;
mod preview;
mod prove;
mod said;
mod statement;
mod value;
mod when;

pub use blank::{Blank, blanks};
pub use compare::Change;
pub use keep::keep;
pub use preview::preview;

use crate::diagnostic::catalogue::sheet as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{FileId, Language, Period, Place, Site};
use crate::source::{Sources, table, yaml};
use compare::Comparison;
use jiff::civil::Date;
use said::Note;

/// What was typed beside the file, where it does not speak for itself.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The policy's id.
    pub policy: Option<String>,
    /// The period.
    pub period: Option<Period>,
    /// The sheet's name.
    pub sheet: Option<String>,
    /// The column: its head, or its letter.
    pub column: Option<String>,
    /// The indicator, or `indicator/breakdown`.
    pub breakdown: Option<String>,
}

/// What importing a file would do.
#[derive(Debug)]
pub struct Import {
    /// The policy's short title.
    pub policy: String,
    /// The period.
    pub period: Period,
    /// The file that would be changed: `content/policies/ID/progress/PERIOD.yaml`.
    pub path: String,
    /// Its text as it stands; none where there is no such file.
    pub old: Option<String>,
    /// Its text as it would be.
    pub text: String,
    /// Every difference, in the order of the sheet.
    pub changes: Vec<Change>,
    /// How much of the sheet the file says already.
    pub same: usize,
    /// How much was asked and left empty.
    pub empty: usize,
    /// What else was seen in the sheet.
    notes: Vec<Note>,
    /// The problems that the merged file would add, and the files that they stand in.
    pub found: Diagnostics,
    /// The site with the merged file.
    pub merged: Sources,
}

impl Import {
    /// True where somebody should look before it is written: figures that are far from the last, published
    /// ones that are corrected, and what comes from hidden rows or columns.
    pub fn is_to_be_checked(&self) -> bool {
        self.changes.iter().any(|change| change.far || change.correction || change.hidden)
    }
}

/// Reads a sheet against the site. None where nothing can be made of it; then errors were reported, whose
/// places are in `sources`. Problems of the merged file are in [`Import::found`].
pub fn read(
    (sources, site, known): (&Sources, &Site, &Diagnostics),
    (file, encoding): (FileId, Option<&'static str>),
    wish: &Wish,
    (today, language): (Date, Language),
    d: &mut Diagnostics,
) -> Option<Import> {
    let sheets = table::sheets(sources, sources.get(file), d)?;
    if let Some(name) = wish.sheet.as_ref().filter(|name| sheets.iter().all(|sheet| sheet.name != **name)) {
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let problem = Diagnostic::at(catalogue::NO_SUCH_SHEET, Place::new(file, 0, 0));
        d.push(problem.with("sheet", name).with("known", names.join(" / ")));
        return None;
    }
    let forms = own::forms(&sheets, d);
    if d.has_errors() {
        return None;
    }
    let mut read = match forms.is_empty() {
        true => foreign::read(site, &sheets, wish, d)?,
        false => {
            let mut read = own::read(site, &forms, wish, d)?;
            read.notes = own::notes(&forms, &sheets);
            read
        }
    };
    read.notes.extend(encoding.map(Note::Encoding));
    let policy = &site.policies[read.policy];
    let path = format!("content/policies/{}/progress/{}.yaml", policy.id, read.period);
    let source = sources.find(&path);
    let old = source.and_then(|file| file.text.as_deref());
    let begun = match old {
        Some(text) => text.to_string(),
        None => keep::head(site.settings.language),
    };
    // That it is YAML was seen when the site was read.
    let mut own = Diagnostics::new();
    let root = source.and_then(|file| yaml::parse(file, 0..begun.len(), &mut own));
    let comparison = Comparison {
        site,
        policy,
        period: read.period,
        file: source.map(|file| file.id),
        root: root.as_ref(),
        today,
        language,
    };
    let changes = compare::compare(&comparison, &read, d);
    if d.has_errors() {
        return None;
    }
    let text = match merge::merge(&begun, root.as_ref(), &changes.wanted) {
        Ok(_) if changes.wanted.is_empty() => old.unwrap_or_default().to_string(),
        Ok(text) => text,
        Err(stuck) => {
            d.push(Diagnostic::at(catalogue::BY_HAND, stuck));
            return None;
        }
    };
    let proof = match changes.wanted.is_empty() {
        true => prove::Proof { sources: sources.clone(), found: Diagnostics::new(), wrong: None },
        false => prove::prove((sources, site, known), (policy, read.period), (&path, &text), &changes.said),
    };
    if let Some(what) = proof.wrong.filter(|_| !proof.found.has_errors()) {
        let place = source.map_or(Place::new(file, 0, 0), |file| Place::new(file.id, 0, 0));
        d.push(Diagnostic::at(catalogue::NOT_PROVEN, place).with("what", what));
        return None;
    }
    Some(Import {
        policy: policy.metadata.short_title.clone(),
        period: read.period,
        path,
        old: old.map(str::to_string),
        text,
        changes: changes.list,
        same: changes.same,
        empty: read.empty,
        notes: read.notes,
        found: proof.found,
        merged: proof.sources,
    })
}
