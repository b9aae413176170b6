//! Every code that the tool knows, with its words in both languages, a family a file.
//!
//! `{name}` is a blank that the finder of the problem fills. Codes are stable: scripts and
//! other people's notes refer to them.

use super::{Severity, Words};

pub mod content;
pub mod data;
pub mod import;
pub mod inspect;
pub mod output;
pub mod picture;
pub mod plan;
pub mod sheet;
pub mod source;
pub mod text;
pub mod theme;
pub mod yaml;

/// One code.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// `family/name`.
    pub code: &'static str,
    /// Whether it stops the build.
    pub severity: Severity,
    /// What is wrong.
    pub message: Words,
    /// What to write instead; empty where nothing general can be said.
    pub help: Words,
}

/// Declares the entries of a family and the list of them all.
///
/// `NAME "code" Severity { zh "…" en "…" help_zh "…" help_en "…" }`
macro_rules! catalogue {
    ($($name:ident $code:literal $severity:ident
        { zh $zh:literal en $en:literal help_zh $help_zh:literal help_en $help_en:literal })*) => {
        $(
            #[doc = concat!("`", $code, "`: ", $en)]
            pub const $name: &super::Entry = &super::Entry {
                code: $code,
                severity: crate::diagnostic::Severity::$severity,
                message: crate::diagnostic::Words { zh: $zh, en: $en },
                help: crate::diagnostic::Words { zh: $help_zh, en: $help_en },
            };
        )*
        /// All entries of this family.
        pub const ALL: &[&super::Entry] = &[$($name),*];
    };
}
pub(crate) use catalogue;

/// All entries of all families, by code.
pub fn all() -> Vec<&'static Entry> {
    let mut all: Vec<&Entry> = [
        source::ALL,
        sheet::ALL,
        yaml::ALL,
        text::ALL,
        content::ALL,
        data::ALL,
        import::ALL,
        theme::ALL,
        picture::ALL,
        plan::ALL,
        output::ALL,
        inspect::ALL,
    ]
    .concat();
    all.sort_by_key(|entry| entry.code);
    all
}
