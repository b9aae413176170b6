//! What a translated site still says in the site's main language, so that pages can mark it.

use super::{ClauseIx, OrgIx};
use std::collections::{BTreeMap, BTreeSet};

/// What a translation of a policy's text is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// 供参考: for reference; the text as issued prevails.
    #[default]
    Reference,
    /// 摘要: a summary, not the whole text.
    Summary,
    /// 正式译文: issued as a translation.
    Official,
}

/// What of one policy has no translation.
#[derive(Clone, Debug, Default)]
pub struct PolicyFallback {
    /// What the translated text is worth; none where the text has no translation at all.
    pub standing: Option<Standing>,
    /// The title.
    pub title: bool,
    /// What stands before, around or after the clauses.
    pub frame: bool,
    /// Clauses whose heading or text is not translated.
    pub clauses: BTreeSet<ClauseIx>,
    /// Indicators whose words are not all translated, by position.
    pub indicators: BTreeSet<usize>,
    /// Statements on clauses, by position.
    pub statements: BTreeSet<usize>,
    /// Reports whose summary is not translated, by position.
    pub reports: BTreeSet<usize>,
    /// Interpretations, by position.
    pub interpretations: BTreeSet<usize>,
    /// Cases, by position.
    pub cases: BTreeSet<usize>,
}

/// What of a site has no translation; nothing of it in the main language.
#[derive(Clone, Debug, Default)]
pub struct Fallback {
    /// By the policy's id.
    pub policies: BTreeMap<String, PolicyFallback>,
    /// Organisations whose name is not translated.
    pub organisations: BTreeSet<OrgIx>,
    /// Ids of free pages.
    pub pages: BTreeSet<String>,
}

impl Fallback {
    /// What of a policy has no translation; none in the main language.
    pub fn of(&self, policy: &str) -> Option<&PolicyFallback> {
        self.policies.get(policy)
    }
}
