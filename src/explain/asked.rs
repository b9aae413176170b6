//! What is meant: an indicator by name or id, or all figures of a page by its address.

use super::Known;
use crate::diagnostic::nearest;
use crate::model::{Indicator, Language, Period, Policy, fold_name};
use crate::plan::What;

/// How many names are told where the one asked for is not there.
const NAMED: usize = 3;

/// One indicator that is to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Position of its policy.
    pub policy: usize,
    /// Its position there.
    pub indicator: usize,
    /// The period whose figure is meant; none for the newest.
    pub period: Option<Period>,
}

/// Nothing is meant by what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What was typed.
    pub what: String,
    /// True where it is the address of a page, which tells no figures.
    pub page: bool,
    /// The nearest names.
    pub near: Vec<String>,
}

impl Unknown {
    /// One sentence, with the nearest names.
    pub fn words(&self, language: Language) -> String {
        let Unknown { what, page, near } = self;
        let (zh, en) = if *page {
            (format!("网页“{what}”上没有指标"), format!("the page `{what}` tells no indicator"))
        } else {
            (
                format!("没有名称、编号或网址是“{what}”的指标"),
                format!("no indicator has the name, id or address `{what}`"),
            )
        };
        match (language, near.is_empty()) {
            (Language::Chinese, true) => zh,
            (Language::Chinese, false) => format!("{zh}；可以写：{}", near.join("、")),
            (Language::English, true) => en,
            (Language::English, false) => format!("{en}; try: {}", near.join(", ")),
        }
    }
}

/// The indicators of a name, an id, `POLICY/INDICATOR` or an address; several where a page tells several or
/// policies share a name.
///
/// # Errors
/// When nothing is meant by it.
pub fn asked(known: &Known, what: &str) -> Result<Vec<Asked>, Unknown> {
    let named = by_name(known, what);
    if !named.is_empty() {
        return Ok(named);
    }
    let (found, page) = match page(known, what) {
        Some(what) => (on_page(known, &what), true),
        None => (Vec::new(), false),
    };
    if found.is_empty() {
        return Err(Unknown { what: what.to_owned(), page, near: near(known, what) });
    }
    Ok(found)
}

/// All indicators, with their positions.
fn all<'a>(known: &'a Known) -> impl Iterator<Item = (usize, usize, &'a Policy, &'a Indicator)> {
    known.site.policies.iter().enumerate().flat_map(|(n, policy)| {
        policy.indicators.iter().enumerate().map(move |(i, indicator)| (n, i, &**policy, indicator))
    })
}

fn by_name(known: &Known, what: &str) -> Vec<Asked> {
    let wanted = fold_name(what);
    let is_meant = |policy: &Policy, indicator: &Indicator| {
        wanted == indicator.id
            || wanted == fold_name(&indicator.name)
            || wanted == format!("{}/{}", policy.id, indicator.id)
    };
    let meant = all(known).filter(|(_, _, policy, indicator)| is_meant(policy, indicator));
    meant.map(|(policy, indicator, ..)| Asked { policy, indicator, period: None }).collect()
}

/// The page of an address: whole, from the site's root, or with any host or folder before it.
fn page(known: &Known, what: &str) -> Option<What> {
    let path = what.split(['?', '#']).next().unwrap_or_default().replace('\\', "/");
    let path = path.trim_end_matches("index.html").trim_matches('/');
    let jobs = known.plan.jobs.iter().filter(|job| job.what.has_view());
    let is_end = |job: &str| {
        let job = job.trim_end_matches("index.html").trim_end_matches('/');
        !job.is_empty() && path.strip_suffix(job).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    };
    // The longest one, as a page's address may end in another's.
    jobs.filter(|job| is_end(&job.path)).max_by_key(|job| job.path.len()).map(|job| job.what.clone())
}

/// The indicators whose figures a page tells.
fn on_page(known: &Known, what: &What) -> Vec<Asked> {
    let whole = |n: usize, period: Option<Period>| {
        let indicators = 0..known.site.policies[n].indicators.len();
        indicators.map(|indicator| Asked { policy: n, indicator, period }).collect()
    };
    match *what {
        What::Indicator(policy, indicator) => vec![Asked { policy, indicator, period: None }],
        What::Policy(n) | What::Progress(n) | What::Picture(n) | What::Booklet(n) => whole(n, None),
        What::Bulletin(n, report) | What::ProgressPicture(n, report) => {
            let period = known.site.policies[n].reports[report].period;
            let has = |asked: &Asked| {
                let figures = &known.site.policies[n].indicators[asked.indicator].figures;
                figures.iter().any(|figure| figure.period == period)
            };
            whole(n, Some(period)).into_iter().filter(has).collect()
        }
        _ => Vec::new(),
    }
}

/// The nearest names; where none is near, the first ones, so that one sees what can be written.
fn near(known: &Known, what: &str) -> Vec<String> {
    let names: Vec<&str> = all(known).map(|(.., indicator)| indicator.name.as_str()).collect();
    match nearest(what, names.iter().copied()) {
        Some(name) => vec![name],
        None => names.into_iter().take(NAMED).map(str::to_owned).collect(),
    }
}
