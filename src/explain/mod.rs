//! From a figure back to where it came from: file and line, the arithmetic step by step, the status and its band.
//!
//! `asked` finds what is meant by a name or an address; `answer` tells it.

mod answer;
mod asked;

pub use answer::answer;
pub use asked::{Asked, Unknown, asked};

use crate::diagnostic::Files;
use crate::model::{Language, Site};
use crate::plan::Plan;
use crate::progress::Assessment;
use std::sync::Arc;

/// What an answer is drawn from.
pub struct Known<'a> {
    /// The content.
    pub site: &'a Site,
    /// What it means, policy by policy.
    pub assessments: &'a [Arc<Assessment>],
    /// The addresses of the pages.
    pub plan: &'a Plan,
    /// The texts that places refer to.
    pub files: &'a dyn Files,
    /// The language of the answer.
    pub language: Language,
}
