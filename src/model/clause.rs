//! A clause of a policy text: a part, section, task or safeguard, with who answers for it.

use super::{OrgIx, Place};

/// A clause by its position in [`super::PolicyText::clauses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseIx(pub u32);

/// What a clause is in the plan; it decides where the clause is counted and listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseKind {
    /// A part at the outermost level: 一、重点任务, 第一章.
    Part,
    /// A group of clauses below a part: （一）聚焦体系建设.
    Section,
    /// Something to be done, at the innermost level.
    Task,
    /// A safeguard: how the plan is supported (保障措施).
    Safeguard,
    /// Any other clause: aims, principles, definitions.
    Other,
}

/// In which role the organisations of a tail answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 责任单位, 责任部门.
    Responsible,
    /// 牵头单位, X牵头.
    Lead,
    /// 配合单位, 协同单位.
    Support,
}

/// A name in a tail: the register's organisation, or none where the register lacks it.
#[derive(Clone, Debug)]
pub struct Named {
    /// As the text writes it.
    pub name: String,
    /// The organisation, once the register has been asked.
    pub organisation: Option<OrgIx>,
    /// Where the name stands.
    pub place: Place,
}

/// A tail of a clause: 〔责任单位：区科技局、各乡镇（街道）等〕.
#[derive(Clone, Debug)]
pub struct Tail {
    /// The role.
    pub role: Role,
    /// The label as written (`责任单位`), empty for the form `X牵头`.
    pub label: String,
    /// The names, in the order of the text.
    pub names: Vec<Named>,
    /// The list ends in 等: it is open, and is never printed as if it were complete.
    pub open: bool,
}

/// One clause. Clauses are kept flat, in the order of the text; `parent` makes the tree.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its kind.
    pub kind: ClauseKind,
    /// Depth in the outline, 1 outermost.
    pub level: u8,
    /// The clause that holds it.
    pub parent: Option<ClauseIx>,
    /// The number as printed: `一、`, `（二）`, `1.`, `第三条`; empty for a heading without one.
    pub label: String,
    /// The identity, from the outermost number in: `二(一)1`, `第二章第五条`;
    /// a heading without number is its words, with `/` before and after: `二/主要指标/1`.
    pub path: String,
    /// The id in links: `c-2-1-1`, or the explicit `{#name}`.
    pub anchor: String,
    /// The heading as plain text, without number and final 。.
    pub heading: String,
    /// The body below the heading, as HTML blocks, tails taken out.
    pub body: String,
    /// Who answers.
    pub tails: Vec<Tail>,
    /// Where the heading stands.
    pub place: Place,
}

impl Clause {
    /// The number as it is set before the heading: 第一章 and 第三条 stand apart from it, 一、 does not; before
    /// a heading in Latin letters every number does.
    pub fn printed_label(&self) -> String {
        let latin = self.heading.starts_with(|c: char| c.is_ascii_alphanumeric());
        if self.label.ends_with(['章', '节', '条']) {
            format!("{}　", self.label)
        } else if latin && self.label.ends_with(|c: char| c.is_ascii()) {
            format!("{} ", self.label)
        } else {
            self.label.clone()
        }
    }

    /// True where the text, or the front matter's `roles`, names anyone.
    pub fn has_organisations(&self) -> bool {
        self.tails.iter().any(|tail| !tail.names.is_empty())
    }

    /// Number and heading: `1. 培育孵化科技型企业`, `（二）主要目标`, or the path where there is no heading.
    pub fn title(&self) -> String {
        let label = self.printed_label();
        let gap = if label.ends_with(|c: char| c.is_ascii() && c != ' ') { " " } else { "" };
        match (self.label.is_empty(), self.heading.is_empty()) {
            (_, true) => self.path.clone(),
            (true, false) => self.heading.clone(),
            (false, false) => format!("{label}{gap}{}", self.heading),
        }
    }
}
