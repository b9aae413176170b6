//! What is handed to a portal: the site as a package that can be checked, a policy as one file, a text for an editor.
//!
//! ```text
//! pipeline -> Shelf (each file pressed and summed up as it comes)
//!    | silent           every figure of the last package, against the content
//!    v
//! Manifest, sums -> zip -> packages/SITE-DATE.zip         -- verify --> what is missing, foreign, changed
//!    | since
//!    v
//! SITE-DATE-since-DATE.zip, and its note                  Snapshot x 2 -- compare --> differences in words
//! ```
//!
//! A package has the same bytes for the same input, whatever the folder, the clock and the number of threads.
//! `zip` is fenced in `zip.rs`, the hashes in `sums.rs`.

mod compare;
mod fault;
mod files;
mod fragment;
mod links;
mod manifest;
mod markup;
mod note;
mod pack;
mod record;
mod shelf;
mod silent;
mod single;
mod snapshot;
mod store;
mod sums;
mod tell;
mod verify;
mod zip;

pub use compare::{Difference, What, compare};
pub use fault::Fault;
pub use manifest::{Entry, Manifest, Since};
pub use pack::{Made, Packed, Request, pack};
pub use silent::check;
pub use snapshot::Snapshot;
pub use sums::Sums;
pub use tell::{json, sentences};
pub use verify::{Finding, Verified, verify};
