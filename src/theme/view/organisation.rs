//! The view of an organisation's page: what it answers for.

use super::{Chip, Field, Link, Mark};
use serde::Serialize;

/// A clause that an organisation answers for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// The number and heading: `1. 培育孵化科技型企业`.
    pub title: String,
    /// Its URL with anchor.
    pub url: String,
    /// 责任单位, 牵头单位 …
    pub role: String,
    /// The group that is named instead of it, 各乡镇（街道）; empty where it is named itself.
    pub through: String,
    /// The state in force.
    pub state: Option<Chip>,
    /// The indicators that name the clause, with their status.
    pub indicators: Vec<(Link, Chip)>,
}

/// A row of a breakdown that is the organisation's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OrganisationFigure {
    /// The indicator.
    pub indicator: Link,
    /// The unit.
    pub unit: String,
    /// The newest figure; `—` where not reported.
    pub now: String,
    /// The period of the newest figure.
    pub period: String,
    /// The current year's target: `2024年目标3家`; empty without a task.
    pub target: String,
    /// What is missing to it.
    pub remaining: String,
    /// One sentence.
    pub sentence: String,
    /// The columns: `2025年` and its cell.
    pub columns: Vec<Field>,
    /// The status, where the breakdown shows it.
    pub status: Option<Chip>,
    /// 示例 and the like.
    pub marks: Vec<Mark>,
}

/// What an organisation answers for in one policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PolicyDuties {
    /// The policy's id.
    pub id: String,
    /// The policy, by its short title where it has one.
    pub policy: Link,
    /// How many clauses name it.
    pub count: usize,
    /// The clauses, at most 30.
    pub duties: Vec<Duty>,
    /// Its own figures.
    pub figures: Vec<OrganisationFigure>,
    /// Indicators that it reports.
    pub owns: Vec<(Link, Chip)>,
    /// Its sheet for the notice board; empty where there is none.
    pub sheet_url: String,
}

/// `organisation`: what a department or township answers for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OrganisationPage {
    /// Its name.
    pub name: String,
    /// Its kind: 部门, 乡镇（街道）…
    pub kind: String,
    /// The sentence that opens the page: this year's targets, now, by when; empty without rows of its own.
    pub opening: String,
    /// The marks of that sentence: 示例.
    pub opening_marks: Vec<Mark>,
    /// In how many policies it answers for how many clauses and figures.
    pub sentence: String,
    /// Its telephone number; empty where not public.
    pub phone: String,
    /// The month of the build: `2024年7月`; empty where it has nothing that could fall due.
    pub month: String,
    /// What is due in it.
    pub due: Vec<Field>,
    /// Phone, address, hours, website, code, former names: those that are known.
    pub fields: Vec<Field>,
    /// The organisation it belongs to.
    pub part_of: Option<Link>,
    /// Organisations that belong to it.
    pub parts: Vec<Link>,
    /// The organisation that took over its duties.
    pub merged_into: Option<Link>,
    /// Organisations whose duties it took over.
    pub took_over: Vec<Link>,
    /// Members, of a group.
    pub members: Vec<Link>,
    /// By policy.
    pub policies: Vec<PolicyDuties>,
    /// The page before, of more than 300 policies.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
}
