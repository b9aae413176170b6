//! Statuses, states, verdicts and marks as views print them.

use super::{Input, days};
use crate::chart;
use crate::model::{Indicator, Language, OrgIx, Policy, Quality, number};
use crate::progress::{self, Family, Marks, Worded};
use crate::theme::view::{Chip, Link, Mark};

/// The chip of a status, state or verdict.
pub(super) fn chip(of: impl Worded, language: Language) -> Chip {
    let family = of.family();
    Chip {
        key: of.key().into(),
        word: of.word(language).into(),
        shape: family.shape().into(),
        family: family.key().into(),
    }
}

/// The chip of a clause of which nobody has said anything: 暂未填报.
pub(super) fn unstated(language: Language) -> Chip {
    let family = Family::Neutral;
    let word = progress::unstated(language).into();
    Chip { key: "unstated".into(), word, shape: family.shape().into(), family: family.key().into() }
}

/// The chart's name of a family.
pub(super) fn chart_family(family: Family) -> chart::Family {
    match family {
        Family::OnSchedule => chart::Family::OnSchedule,
        Family::Ahead => chart::Family::Ahead,
        Family::SlightlyBehind => chart::Family::SlightlyBehind,
        Family::Behind => chart::Family::Behind,
        Family::Neutral => chart::Family::Neutral,
    }
}

/// A mark with a word of the theme and no note.
fn mark(input: &Input, key: &str, note: String) -> Mark {
    Mark { key: key.into(), word: input.theme.say(&format!("mark_{key}"), &[]), note }
}

/// The mark of a quality; none for a figure as reported.
pub(super) fn quality(input: &Input, quality: Quality) -> Option<Mark> {
    let word = quality.word(input.site.settings.language).into();
    (quality != Quality::Final).then(|| Mark { key: quality.key().into(), word, note: String::new() })
}

/// All marks of a standing.
pub(super) fn marks(input: &Input, indicator: &Indicator, marks: &Marks) -> Vec<Mark> {
    let language = input.site.settings.language;
    let mut all = Vec::new();
    if marks.illustrative {
        all.extend(quality(input, Quality::Illustrative));
    }
    if let Some(due) = marks.stale {
        let note = input.theme.say("stale_note", &[("date", &days::words(due, language))]);
        all.push(mark(input, "stale", note));
    }
    if marks.below_baseline {
        let word = progress::below_baseline_word(indicator.direction(), language).into();
        all.push(Mark { key: "below-baseline".into(), word, note: String::new() });
    }
    if marks.provisional {
        all.extend(quality(input, Quality::Provisional));
    }
    if marks.estimated {
        all.extend(quality(input, Quality::Estimated));
    }
    if let Some(revision) = marks.revised {
        all.push(revised(input, revision));
    }
    all
}

/// 已更正, with the old value and the day.
pub(super) fn revised(input: &Input, (was, on): (f64, Option<jiff::civil::Date>)) -> Mark {
    let note = match on {
        Some(on) => {
            let day = days::words(on, input.site.settings.language);
            input.theme.say("revised_note_dated", &[("was", &number(was)), ("date", &day)])
        }
        None => input.theme.say("revised_note", &[("was", &number(was))]),
    };
    mark(input, "revised", note)
}

/// A link to an organisation; without URL where it has no page.
pub(super) fn organisation(input: &Input, ix: OrgIx) -> Link {
    Link {
        title: input.site.organisations.get(ix).name.clone(),
        url: input.plan.organisation_url(input.site, ix).unwrap_or_default(),
    }
}

/// A clause as a link: `二（一）1 培育孵化科技型企业` without the path where it has a heading.
pub(super) fn clause(policy: &Policy, ix: crate::model::ClauseIx) -> Link {
    let clause = policy.text.clause(ix);
    Link { title: clause.title(), url: crate::plan::urls::clause(&policy.id, &clause.anchor) }
}

/// A signed figure, with a real minus.
pub(super) fn signed(value: f64) -> String {
    let text = number(value.abs());
    if value == 0.0 || text == "0" {
        text
    } else if value < 0.0 {
        format!("−{text}")
    } else {
        format!("+{text}")
    }
}
