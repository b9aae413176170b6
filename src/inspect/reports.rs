//! A report for each organisation, to be pasted into a message: what is overdue, what to look at, what
//! is due next, whom to call.
//!
//! The text is Markdown that reads as plain text too: no tables, no asterisks.

use super::{Input, overdue, owners};
use crate::diagnostic::{Diagnostics, Severity, Told, catalogue::inspect as code, told};
use crate::model::{Indicator, Language, OrgIx, Period, Policy, day_words};
use crate::progress::Standing;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One organisation's report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The name of its file, without ending: the organisation's id, or `site` for what is nobody's.
    pub name: String,
    /// The organisation.
    pub organisation: String,
    /// The text.
    pub text: String,
}

/// What one organisation has to do.
#[derive(Default)]
struct Work {
    overdue: Vec<String>,
    faults: Vec<Told>,
    next: Vec<(Date, String)>,
}

/// The reports of all organisations that have something to do, in official order; at last that of the site.
pub fn by_organisation(input: &Input, d: &Diagnostics, language: Language) -> Vec<Report> {
    let mut work: BTreeMap<Option<OrgIx>, Work> = BTreeMap::new();
    figures(input, language, &mut work);
    for problem in d.sorted() {
        // Figures and rows that are late have a part of their own.
        if problem.entry == code::OVERDUE || problem.entry == code::ROWS_MISSING {
            continue;
        }
        let owners = owners::of(input, problem);
        let owners = if owners.is_empty() { vec![None] } else { owners.into_iter().map(Some).collect() };
        for owner in owners {
            work.entry(owner).or_default().faults.push(told(problem, input.sources, language));
        }
    }
    // `None` sorts first, and is told last.
    let site = work.remove(&None);
    work.into_iter()
        .chain(site.map(|work| (None, work)))
        .map(|(owner, work)| report(input, owner, work, language))
        .collect()
}

/// What is overdue and what is due next. Illustrative figures are told too, and called so.
fn figures(input: &Input, language: Language, work: &mut BTreeMap<Option<OrgIx>, Work>) {
    for (policy, assessment) in input.site.policies.iter().zip(input.assessments) {
        let own = policy.indicators.iter().zip(&assessment.standings).filter(|(i, _)| i.same_as.is_none());
        for (indicator, standing) in own {
            let name = named(policy, indicator, standing, language);
            let own = work.entry(indicator.owner);
            if let Some(due) = standing.marks.stale {
                let (day, last) = (day_words(due, language), last(standing.period, language));
                own.or_default().overdue.push(match language {
                    Language::Chinese => format!("{name}：应在{day}前公布{last}"),
                    Language::English => format!("{name}: due by {day}{last}"),
                });
            } else if let Some(due) = standing.next_due {
                let day = day_words(due, language);
                let line = match language {
                    Language::Chinese => format!("{name}：{day}前"),
                    Language::English => format!("{name}: by {day}"),
                };
                own.or_default().next.push((due, line));
            }
            let Some((period, due)) = overdue::past_due(indicator, standing, input.as_of) else { continue };
            let (day, period_name) = (day_words(due, language), period.name(language));
            for ix in indicator.breakdowns.iter().flat_map(|breakdown| overdue::missing(breakdown, period)) {
                work.entry(Some(ix)).or_default().overdue.push(match language {
                    Language::Chinese => format!("{name}：{period_name}的数应在{day}前报送，没有收到"),
                    Language::English => format!("{name}: the figure for {period_name} was due by {day}"),
                });
            }
        }
    }
}

/// An indicator with its policy.
fn named(policy: &Policy, indicator: &Indicator, standing: &Standing, language: Language) -> String {
    let (name, title) = (&indicator.name, &policy.metadata.short_title);
    match (language, standing.marks.illustrative) {
        (Language::Chinese, false) => format!("{name}（{title}）"),
        (Language::Chinese, true) => format!("{name}（{title}，示例数）"),
        (Language::English, false) => format!("{name} ({title})"),
        (Language::English, true) => format!("{name} ({title}; illustrative)"),
    }
}

/// The newest period that is there.
fn last(period: Option<Period>, language: Language) -> String {
    match (period, language) {
        (None, Language::Chinese) => "，还没有报过数".to_string(),
        (None, Language::English) => "; none has been reported so far".to_string(),
        (Some(period), Language::Chinese) => format!("，最近一期是{}", period.name(language)),
        (Some(period), Language::English) => format!("; the last one is of {}", period.name(language)),
    }
}

fn report(input: &Input, owner: Option<OrgIx>, mut work: Work, language: Language) -> Report {
    let site = &input.site.settings;
    let organisation = owner.map(|ix| input.site.organisations.get(ix));
    let name = organisation.map_or(site.organisation.as_str(), |organisation| &organisation.name);
    work.next.sort();
    let next: Vec<String> = work.next.into_iter().map(|(_, line)| line).collect();
    let faults: Vec<String> = work.faults.iter().map(|told| fault(told, language)).collect();
    let day = day_words(input.as_of, language);
    let (title, headings, lead) = match language {
        Language::Chinese => (
            format!("{name}：《{}》检查情况", site.title),
            ["逾期未报的数", "请核对的地方", "接下来要报的数"],
            format!("{day}检查。逾期{}项，请核对{}处。", work.overdue.len(), faults.len()),
        ),
        Language::English => (
            format!("{name}: check of {}", site.title),
            ["Overdue figures", "Please look at", "Due next"],
            format!("Checked on {day}: {} overdue, {} to look at.", work.overdue.len(), faults.len()),
        ),
    };
    let mut text = format!("# {title}\n\n{lead}\n");
    for (heading, lines) in headings.into_iter().zip([work.overdue, faults, next]) {
        if lines.is_empty() {
            continue;
        }
        text += &format!("\n## {heading}\n\n");
        for (n, line) in lines.iter().enumerate() {
            text += &format!("{}. {line}\n", n + 1);
        }
    }
    text += &call(input, language);
    Report {
        name: organisation.map_or("site", |organisation| &organisation.id).to_string(),
        organisation: name.to_string(),
        text,
    }
}

/// One problem: what is wrong, where, and the repair, each on a line.
fn fault(told: &Told, language: Language) -> String {
    let word = match (told.severity, language) {
        (Severity::Error, Language::Chinese) => "必须改：",
        (Severity::Error, Language::English) => "must be mended: ",
        (Severity::Warning, _) => "",
    };
    let (at, repair) = match language {
        Language::Chinese => ("位置：", "改法："),
        Language::English => ("Where: ", "Repair: "),
    };
    let mut text = format!("{word}{}\n   {at}{}", told.message, told.at);
    if !told.repair.is_empty() {
        text += &format!("\n   {repair}{}", told.repair);
    }
    text
}

/// Whom to call: whoever runs the site.
fn call(input: &Input, language: Language) -> String {
    let name = &input.site.settings.organisation;
    let organisation = input.site.organisations.find(name).map(|ix| input.site.organisations.get(ix));
    let phone = organisation.and_then(|organisation| organisation.phone.as_deref());
    match (language, phone) {
        (Language::Chinese, Some(phone)) => format!("\n有疑问请联系{name}，电话{phone}。\n"),
        (Language::Chinese, None) => format!("\n有疑问请联系{name}。\n"),
        (Language::English, Some(phone)) => format!("\nQuestions: {name}, telephone {phone}.\n"),
        (Language::English, None) => format!("\nQuestions: {name}.\n"),
    }
}
