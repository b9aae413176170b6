//! Two builds of a site -> what differs in what they say.

use super::record::{self, Indicator, Record, Row, same};
use super::snapshot::{Policy, Snapshot};
use std::collections::BTreeSet;

/// Something that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The id of the policy; none for the pages of the whole site.
    pub policy: Option<String>,
    /// Its title, or what the page is.
    pub title: String,
    /// What differs.
    pub what: What,
}

/// What differs.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The policy is new.
    Policy,
    /// The policy is gone.
    PolicyGone,
    /// Its title was this one.
    Title(String),
    /// An indicator is new.
    Indicator(String),
    /// An indicator is gone.
    IndicatorGone(String),
    /// A figure is new, gone, or another one.
    Figure {
        /// The name of the indicator.
        indicator: String,
        /// The organisation whose row it stands in.
        organisation: Option<String>,
        /// The unit of measure.
        unit: String,
        /// The period.
        period: String,
        /// What it was; none where it was not published.
        old: Option<f64>,
        /// What it is; none where it is no longer published.
        new: Option<f64>,
        /// Whether the new build says that it corrects the old value.
        marked: bool,
    },
    /// The baseline of an indicator is another one.
    Baseline {
        /// The name of the indicator.
        indicator: String,
        /// The unit of measure.
        unit: String,
        /// Period and value that it had.
        old: Option<(String, f64)>,
        /// Period and value.
        new: Option<(String, f64)>,
    },
    /// The targets of an indicator are others.
    Targets {
        /// The name of the indicator.
        indicator: String,
        /// The organisation whose row it is.
        organisation: Option<String>,
    },
    /// The status of an indicator moved; both as keys of the data.
    Status {
        /// The name of the indicator.
        indicator: String,
        /// What it was.
        old: String,
        /// What it is.
        new: String,
    },
    /// The state of a clause moved; both as keys of the data, none where nobody said anything.
    State {
        /// Path and heading.
        clause: String,
        /// What it was.
        old: Option<String>,
        /// What it is.
        new: Option<String>,
    },
    /// A clause is new.
    Clause(String),
    /// A clause is gone.
    ClauseGone(String),
    /// The words of a clause are others.
    Text {
        /// Path and heading.
        clause: String,
        /// The words that differ, as they were.
        old: String,
        /// As they are.
        new: String,
    },
    /// A page is new.
    Page,
    /// A page is gone.
    PageGone,
}

/// What differs, policy by policy, then page by page. Pages that only look different are not told.
pub fn compare(old: &Snapshot, new: &Snapshot) -> Vec<Difference> {
    let mut found = Vec::new();
    let ids: BTreeSet<&String> = old.policies.keys().chain(new.policies.keys()).collect();
    for id in ids {
        let title = |policy: &Policy| policy.record.policy.title.clone();
        let mut tell = |title: String, what| found.push(Difference { policy: Some(id.clone()), title, what });
        match (old.policies.get(id), new.policies.get(id)) {
            (Some(old), Some(new)) => policies(old, new, &mut |what| tell(title(new), what)),
            (None, Some(new)) => tell(title(new), What::Policy),
            (Some(old), None) => tell(title(old), What::PolicyGone),
            (None, None) => {}
        }
    }
    let page = |path: &String, what| Difference { policy: None, title: path.clone(), what };
    found.extend(
        new.pages.keys().filter(|path| !old.pages.contains_key(*path)).map(|path| page(path, What::Page)),
    );
    found.extend(
        old.pages.keys().filter(|path| !new.pages.contains_key(*path)).map(|path| page(path, What::PageGone)),
    );
    found
}

fn policies(old: &Policy, new: &Policy, tell: &mut impl FnMut(What)) {
    if old.record.policy.title != new.record.policy.title {
        tell(What::Title(old.record.policy.title.clone()));
    }
    for indicator in &new.record.indicators {
        match old.record.indicator(&indicator.id) {
            Some(before) => indicators((&old.record, before), (&new.record, indicator), tell),
            None => tell(What::Indicator(indicator.name.clone())),
        }
    }
    for indicator in &old.record.indicators {
        if new.record.indicator(&indicator.id).is_none() {
            tell(What::IndicatorGone(indicator.name.clone()));
        }
    }
    clauses(old, new, tell);
}

fn indicators(
    (old_record, old): (&Record, &Indicator),
    (new_record, new): (&Record, &Indicator),
    tell: &mut impl FnMut(What),
) {
    if old.baseline != new.baseline {
        let point = |point: &Option<record::Point>| point.as_ref().map(|at| (at.period.clone(), at.value));
        tell(What::Baseline {
            indicator: new.name.clone(),
            unit: new.unit.clone(),
            old: point(&old.baseline),
            new: point(&new.baseline),
        });
    }
    // A target whose verdict moved is the same target.
    if old.targets != new.targets {
        tell(What::Targets { indicator: new.name.clone(), organisation: None });
    }
    let marked = |period: &str, was: f64| {
        new.revisions.iter().any(|revision| revision.period == period && same(revision.was, was))
    };
    figures((old_record, &old.values), (new_record, &new.values), |period, old, now| {
        tell(What::Figure {
            indicator: new.name.clone(),
            organisation: None,
            unit: new.unit.clone(),
            period: period.into(),
            old,
            new: now,
            marked: old.is_some_and(|was| marked(period, was)),
        });
    });
    let rows = |of: &Indicator| -> Vec<(String, Row)> {
        of.breakdowns
            .iter()
            .flat_map(|breakdown| breakdown.rows.iter().map(|row| (breakdown.id.clone(), row.clone())))
            .collect()
    };
    for (breakdown, row) in rows(new) {
        let Some(before) = row.organisation.id.as_deref().and_then(|id| old.row(&breakdown, id)) else {
            continue;
        };
        if before.targets != row.targets {
            let organisation = Some(row.organisation.name.clone());
            tell(What::Targets { indicator: new.name.clone(), organisation });
        }
        figures((old_record, &before.values), (new_record, &row.values), |period, old, now| {
            tell(What::Figure {
                indicator: new.name.clone(),
                organisation: Some(row.organisation.name.clone()),
                unit: new.unit.clone(),
                period: period.into(),
                old,
                new: now,
                // The data do not say it of rows.
                marked: false,
            });
        });
    }
    if old.status != new.status {
        tell(What::Status { indicator: new.name.clone(), old: old.status.clone(), new: new.status.clone() });
    }
}

/// Every period for which either has a figure and both do not have the same.
fn figures(
    (old_record, old): (&Record, &[Option<f64>]),
    (new_record, new): (&Record, &[Option<f64>]),
    mut tell: impl FnMut(&str, Option<f64>, Option<f64>),
) {
    let periods: BTreeSet<&String> = old_record.periods.iter().chain(&new_record.periods).collect();
    for period in periods {
        let (before, now) = (old_record.at(old, period), new_record.at(new, period));
        let equal = match (before, now) {
            (Some(before), Some(now)) => same(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        if !equal {
            tell(period, before, now);
        }
    }
}

fn clauses(old: &Policy, new: &Policy, tell: &mut impl FnMut(What)) {
    let name = |clause: &record::Clause| match clause.heading.is_empty() {
        true => clause.path.clone(),
        false => format!("{} {}", clause.path, clause.heading),
    };
    for clause in &new.record.clauses {
        let Some(before) = old.record.clauses.iter().find(|own| own.anchor == clause.anchor) else {
            tell(What::Clause(name(clause)));
            continue;
        };
        if before.state != clause.state {
            tell(What::State { clause: name(clause), old: before.state.clone(), new: clause.state.clone() });
        }
        let words = |policy: &Policy, clause: &record::Clause| {
            let body = policy.texts.get(&clause.anchor).cloned().unwrap_or_default();
            format!("{}\n{body}", clause.heading)
        };
        let (was, is) = (words(old, before), words(new, clause));
        if was != is {
            let (old, new) = apart(&was, &is);
            tell(What::Text { clause: name(clause), old, new });
        }
    }
    for clause in &old.record.clauses {
        if !new.record.clauses.iter().any(|own| own.anchor == clause.anchor) {
            tell(What::ClauseGone(name(clause)));
        }
    }
}

/// The words in which two texts differ, with a few letters before and after.
fn apart(old: &str, new: &str) -> (String, String) {
    const AROUND: usize = 6;
    const MOST: usize = 60;
    let (a, b): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let room = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(room).take_while(|(x, y)| x == y).count();
    let cut = |text: &[char]| {
        let from = start.saturating_sub(AROUND);
        let to = (text.len() - end + AROUND).min(text.len());
        let part: String = text[from..to.min(from + MOST)].iter().collect();
        let part = part.trim().replace('\n', " ");
        let (before, after) =
            (if from > 0 { "…" } else { "" }, if to > from + MOST || to < text.len() { "…" } else { "" });
        format!("{before}{part}{after}")
    };
    (cut(&a), cut(&b))
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn only_the_words_that_differ_are_shown() {
        let (old, new) = apart(
            "到二〇二五年高新技术企业突破一百六十家以上。",
            "到二〇二五年高新技术企业突破一百八十家以上。",
        );
        assert_eq!(old, "…企业突破一百六十家以上。");
        assert_eq!(new, "…企业突破一百八十家以上。");
        assert_eq!(apart("甲", "甲乙"), ("甲".into(), "甲乙".into()));
    }
}
