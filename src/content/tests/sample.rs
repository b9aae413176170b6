//! The content of this repository decodes.

use super::*;
use crate::model::{Kind, Quality};

fn sample() -> (Site, Vec<String>) {
    let mut d = Diagnostics::new();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let sources = Sources::read(&root, &mut d).unwrap();
    let options = Options { as_of: date(2024, 7, 20), drafts: false };
    let site = read(&sources, &options, &mut Kept::default(), &mut d).unwrap();
    (site, list(&d, &sources))
}

#[test]
fn nothing_is_wrong_with_it() {
    assert_eq!(sample().1, Vec::<String>::new());
}

#[test]
fn everything_is_there() {
    let (site, _) = sample();
    let ids: Vec<&str> = site.policies.iter().map(|policy| policy.id.as_str()).collect();
    assert_eq!(ids, ["double-growth", "chongqing-plan"]);
    let policy = &site.policies[0];
    assert_eq!(policy.metadata.based_on, ["chongqing-plan"]);
    assert_eq!(policy.attachments.len(), 4);
    assert_eq!(policy.indicators.len(), 3);
    let tasks =
        policy.text.clauses.iter().filter(|clause| clause.path.starts_with("二(") && clause.level == 3);
    assert_eq!(tasks.count(), 12);
    let named = policy.text.clauses.iter().flat_map(|clause| &clause.tails).flat_map(|tail| &tail.names);
    assert!(named.clone().count() > 100);
    assert!(named.clone().all(|named| named.organisation.is_some()));
    let group = site.organisations.find("各乡镇(街道)").unwrap();
    assert_eq!(site.organisations.get(group).members.len(), 52);
}

#[test]
fn figures_stand_where_they_belong() {
    let (site, _) = sample();
    let indicator = &site.policies[0].indicators[0];
    let values: Vec<f64> = indicator.figures.iter().map(|figure| figure.value).collect();
    assert_eq!(values.len(), 18);
    assert_eq!(values[15..], [124.0, 125.0, 128.0]);
    assert_eq!(indicator.figures[16].was(), Some((127.0, Some(date(2024, 7, 10)))));
    assert!(indicator.figures.iter().all(|figure| figure.quality == Quality::Illustrative));
    let townships = &indicator.breakdowns[0];
    assert!(townships.baseline_column);
    assert_eq!(townships.title, "乡镇（街道）及园区高新技术企业培育目标任务分解表（2023—2027年）");
    assert_eq!(townships.rows.iter().filter(|row| !row.figures.is_empty()).count(), 54);
    let table = &site.policies[0].indicators[1].breakdowns[0];
    assert_eq!(table.rows.iter().filter(|row| !row.figures.is_empty()).count(), 55);
    let fund = &site.policies[0].indicators[2];
    assert_eq!((fund.kind, fund.steps.len(), fund.reached.len()), (Kind::Milestone, 3, 1));
    assert_eq!(site.policies[0].reports.len(), 3);
}

#[test]
fn an_earlier_day_knows_less() {
    let mut d = Diagnostics::new();
    let sources = Sources::read(&PathBuf::from(env!("CARGO_MANIFEST_DIR")), &mut d).unwrap();
    let options = Options { as_of: date(2024, 6, 15), drafts: false };
    let site = read(&sources, &options, &mut Kept::default(), &mut d).unwrap();
    assert_eq!(list(&d, &sources), Vec::<String>::new());
    let indicator = &site.policies[0].indicators[0];
    let last = indicator.figures.last().unwrap();
    assert_eq!((last.value, last.was()), (127.0, None));
    assert_eq!(site.policies[0].reports.len(), 2);
    assert_eq!(site.policies[0].cases.len(), 0);
}
