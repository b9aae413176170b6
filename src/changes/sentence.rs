//! A change in words: what has changed, then one sentence with its numbers; in both languages.

use super::{Change, What, sentence_en, sentence_zh};
use crate::model::{Indicator, Language, Policy, Target};

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What has changed: an indicator, a clause, a breakdown; it is what links lead to.
    pub subject: String,
    /// The rest, one sentence or two, with the numbers.
    pub text: String,
}

impl Said {
    /// The whole on one line: `高新技术企业：2024年6月底128家，…`.
    pub fn line(&self, language: Language) -> String {
        let colon = match language {
            Language::Chinese => "：",
            Language::English => ": ",
        };
        format!("{}{colon}{}", self.subject, self.text)
    }
}

/// Says a change of a policy.
pub fn say(policy: &Policy, change: &Change, language: Language) -> Said {
    let text = match language {
        Language::Chinese => sentence_zh::text(policy, &change.what),
        Language::English => sentence_en::text(policy, &change.what),
    };
    Said { subject: subject(policy, &change.what, language), text }
}

/// The kind of a change in a word: 新数据, `new figure`.
pub fn kind_word(what: &What, language: Language) -> &'static str {
    let (chinese, english) = match what {
        What::Policy => ("新政策", "new policy"),
        What::Ended => ("到期", "ended"),
        What::Targets { .. } => ("目标调整", "targets changed"),
        What::Figure { .. } => ("新数据", "new figure"),
        What::Verdict { .. } => ("目标验收", "verdict"),
        What::Status { .. } => ("状态变化", "status"),
        What::Revision { .. } | What::RowsRevised { .. } => ("数据更正", "correction"),
        What::Rows { .. } => ("分解数据", "shares"),
        What::State { .. } | What::Reported { .. } => ("任务进展", "tasks"),
        What::Interpretation(_) => ("政策解读", "interpretation"),
        What::Case(_) => ("典型案例", "case"),
    };
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}

fn subject(policy: &Policy, what: &What, language: Language) -> String {
    match what {
        What::Policy | What::Ended => policy.metadata.title.clone(),
        What::Rows { indicator, breakdown, .. } | What::RowsRevised { indicator, breakdown, .. } => {
            policy.indicators[*indicator].breakdowns[*breakdown].title.clone()
        }
        What::State { clause, .. } => policy.text.clause(*clause).title(),
        What::Reported { .. } => match language {
            Language::Chinese => "定性任务".to_owned(),
            Language::English => "Tasks".to_owned(),
        },
        What::Interpretation(x) => policy.interpretations[*x].title.clone(),
        What::Case(x) => policy.cases[*x].title.clone(),
        other => indicator(policy, other).map_or(String::new(), |indicator| indicator.name.clone()),
    }
}

/// The indicator that a change is about.
pub(super) fn indicator<'a>(policy: &'a Policy, what: &What) -> Option<&'a Indicator> {
    policy.indicators.get(what.indicator()?)
}

/// The targets before a change and after it.
pub(super) fn targets_of(indicator: &Indicator, change: usize) -> (&[Target], &[Target]) {
    let before =
        change.checked_sub(1).map_or(&indicator.targets, |before| &indicator.changes[before].targets);
    (before, &indicator.changes[change].targets)
}
