//! What is found: a piece of the site with a title, words and an address.

/// Of which kind it is; results are grouped by it, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A policy: its title, numbers and whatever is no clause.
    Policy,
    /// A clause.
    Clause,
    /// An indicator.
    Indicator,
    /// An organisation.
    Organisation,
    /// An interpretation, a case or a bulletin.
    Article,
    /// A free page.
    Page,
}

impl Kind {
    /// All, in order.
    pub(super) const ALL: [Kind; 6] =
        [Kind::Policy, Kind::Clause, Kind::Indicator, Kind::Organisation, Kind::Article, Kind::Page];

    /// Its name in the index and in the template.
    pub(super) fn key(self) -> &'static str {
        match self {
            Kind::Policy => "policy",
            Kind::Clause => "clause",
            Kind::Indicator => "indicator",
            Kind::Organisation => "organisation",
            Kind::Article => "article",
            Kind::Page => "page",
        }
    }
}

/// What documents have in common: the policy that they belong to, if they belong to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folder {
    /// `policies/ID/` of the policy at this position.
    Policy(usize),
    /// `organisations/`.
    Organisations,
    /// `pages/`.
    Pages,
}

/// One thing that can be found.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// Of which kind.
    pub(super) kind: Kind,
    /// Where it stands.
    pub(super) folder: Folder,
    /// The rest of its address.
    pub(super) path: String,
    /// Its title.
    pub(super) title: String,
    /// Its words, a paragraph a line.
    pub(super) text: String,
}
