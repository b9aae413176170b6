//! Which columns of a table hold this period's figures, and of which indicator.

use super::grid::{Names, Rows, Table, letter};
use crate::diagnostic::catalogue::sheet as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::intake::sheet::Wish;
use crate::intake::sheet::said::Note;
use crate::intake::sheet::value::{Unit, is_figure};
use crate::intake::sheet::when::periods;
use crate::model::{Period, Policy, fold_name};

/// Words of heads that hold something else than what is there now.
const OTHERWISE: [&str; 26] = [
    "目标",
    "任务",
    "计划",
    "应完成",
    "预期",
    "基数",
    "上年",
    "去年",
    "上期",
    "上月",
    "同期",
    "同比",
    "环比",
    "增长",
    "增幅",
    "增速",
    "完成率",
    "比例",
    "排名",
    "位次",
    "差额",
    "差距",
    "缺口",
    "较",
    "比上",
    "序号",
];

/// Heads of columns that hold no figures.
const WORDS: [&str; 10] =
    ["备注", "说明", "联系人", "联系电话", "电话", "填报人", "责任人", "序号", "编号", "代码"];

/// A column of figures.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its position.
    pub(super) at: usize,
    /// The indicator's position; none where each row names its own.
    pub(super) indicator: Option<usize>,
    /// Its head, with whatever stands above the table that may name a unit.
    pub(super) unit: String,
}

/// A column, as far as its head says.
struct Candidate {
    at: usize,
    head: String,
    period: Option<Period>,
    indicators: Vec<usize>,
}

/// The period of a table and its columns of figures. None where either is unclear, which was reported.
pub(super) fn find(
    table: &Table,
    names: &Names,
    policy: &Policy,
    wish: &Wish,
    (default, notes): (Option<usize>, &mut Vec<Note>),
    d: &mut Diagnostics,
) -> Option<(Period, Vec<Column>)> {
    let titles = table.titles.join(" ");
    let titled: Vec<Period> = periods(&titles, None);
    let dated: Vec<Period> = titled.iter().copied().filter(|p| !matches!(p, Period::Year(_))).collect();
    let year = wish.period.map(|period| period.last().year()).or_else(|| match titled.as_slice() {
        [] => None,
        [first, rest @ ..] => {
            rest.iter().all(|p| p.last().year() == first.last().year()).then(|| first.last().year())
        }
    });
    let candidates = candidates(table, names, policy, wish, year, notes);
    if candidates.is_empty() {
        let heads = table.columns().map(|column| format!("{} {}", letter(column), table.head(column)));
        let problem = Diagnostic::at(catalogue::NO_SUCH_COLUMN, table.place());
        d.push(problem.with("sheet", &table.sheet.name).with("known", heads.collect::<Vec<_>>().join(" / ")));
        return None;
    }
    let mut headed: Vec<Period> = candidates.iter().filter_map(|candidate| candidate.period).collect();
    headed.sort();
    headed.dedup();
    let period = match (wish.period, headed.as_slice(), dated.as_slice()) {
        (Some(period), ..) => period,
        (None, [one], _) | (None, [], [one]) => *one,
        _ => {
            let found: Vec<String> = headed.iter().chain(&dated).map(Period::to_string).collect();
            let found = if found.is_empty() { "—".to_string() } else { found.join("、") };
            let problem = Diagnostic::at(catalogue::WHICH_PERIOD, table.place());
            d.push(problem.with("sheet", &table.sheet.name).with("found", found));
            return None;
        }
    };
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        match candidate.period.is_none_or(|own| own.last() == period.last()) {
            true => kept.push(candidate),
            false => notes.push(Note::Column(table.head_place(candidate.at), candidate.head)),
        }
    }
    let columns = match table.rows {
        Rows::Indicators => the_one(table, kept, None, policy, d)?,
        _ => by_indicator(table, names, kept, policy, default, d)?,
    };
    let column = |(indicator, candidate): (Option<usize>, Candidate)| Column {
        at: candidate.at,
        indicator,
        unit: match Unit::named(&candidate.head) {
            Some(_) => candidate.head,
            None => titles.clone(),
        },
    };
    Some((period, columns.into_iter().map(column).collect()))
}

/// The columns that may hold what is there now.
fn candidates(
    table: &Table,
    names: &Names,
    policy: &Policy,
    wish: &Wish,
    year: Option<i32>,
    notes: &mut Vec<Note>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in table.columns() {
        let head = table.head(at);
        let indicators = names.mentioned(&head);
        if let Some(wanted) = &wish.column {
            let folded = fold_name(wanted);
            let is = letter(at).eq_ignore_ascii_case(wanted)
                || (!folded.is_empty() && (fold_name(&head) == folded || last_part(table, at) == folded));
            if is {
                found.push(Candidate { at, head, period: None, indicators });
            }
            continue;
        }
        let mut cells = table.cells(at).map(|(_, cell)| cell.text.as_str()).peekable();
        let filled = cells.peek().is_some();
        // Of nothing but dashes and words nothing can be read, unless its head says that it should be.
        let holds = cells.any(is_figure);
        let bare = indicators
            .iter()
            .fold(fold_name(&head), |head, i| head.replace(&fold_name(&policy.indicators[*i].name), ""));
        if WORDS.iter().any(|word| bare.contains(word) && bare.chars().count() <= 6) {
            continue;
        }
        let period = match periods(&head, year).as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        if !filled || !(holds || period.is_some() || !indicators.is_empty()) {
            continue;
        }
        if OTHERWISE.iter().any(|word| bare.contains(word)) {
            notes.push(Note::Column(table.head_place(at), head));
            continue;
        }
        found.push(Candidate { at, head, period, indicators });
    }
    found
}

/// The lowest head of a column, folded.
fn last_part(table: &Table, column: usize) -> String {
    fold_name(table.head(column).rsplit(' ').next().unwrap_or_default())
}

/// Each column with its indicator: from its head, else from what stands above, else the one that was asked for.
fn by_indicator(
    table: &Table,
    names: &Names,
    candidates: Vec<Candidate>,
    policy: &Policy,
    default: Option<usize>,
    d: &mut Diagnostics,
) -> Option<Vec<(Option<usize>, Candidate)>> {
    let titled = names.mentioned(&table.titles.join(" "));
    let divided: Vec<usize> =
        (0..policy.indicators.len()).filter(|i| !policy.indicators[*i].breakdowns.is_empty()).collect();
    let fallback = default.or(match (titled.as_slice(), divided.as_slice()) {
        ([one], _) | ([], [one]) => Some(*one),
        _ => None,
    });
    let named = candidates.iter().any(|candidate| candidate.indicators.len() == 1);
    let mut all: Vec<(Option<usize>, Candidate)> = Vec::new();
    let mut unclear: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        match (candidate.indicators.as_slice(), fallback) {
            ([one], _) => all.push((Some(*one), candidate)),
            ([], Some(fallback)) if !named => all.push((Some(fallback), candidate)),
            _ => unclear.push(candidate),
        }
    }
    if let (Some(first), true) = (unclear.first(), all.is_empty()) {
        let example = divided.first().map_or("", |i| policy.indicators[*i].id.as_str());
        let problem = Diagnostic::at(catalogue::WHICH_INDICATOR, table.head_place(first.at));
        d.push(problem.with("head", &first.head).with("first", example));
        return None;
    }
    let mut indicators: Vec<Option<usize>> = all.iter().map(|(indicator, _)| *indicator).collect();
    indicators.sort();
    indicators.dedup();
    let mut chosen = Vec::new();
    for indicator in indicators {
        let (own, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|(other, _)| *other == indicator);
        all = rest;
        let own = own.into_iter().map(|(_, candidate)| candidate).collect();
        chosen.extend(the_one(table, own, indicator, policy, d)?);
    }
    Some(chosen)
}

/// The one column; of several those that name the period; several of them are unclear.
fn the_one(
    table: &Table,
    candidates: Vec<Candidate>,
    indicator: Option<usize>,
    policy: &Policy,
    d: &mut Diagnostics,
) -> Option<Vec<(Option<usize>, Candidate)>> {
    let dated = candidates.iter().any(|candidate| candidate.period.is_some());
    let mut own: Vec<Candidate> =
        candidates.into_iter().filter(|candidate| !dated || candidate.period.is_some()).collect();
    if own.len() > 1 {
        let shown: Vec<String> =
            own.iter().map(|c| format!("{} {}", letter(c.at), c.head).trim().to_string()).collect();
        let name = indicator.map_or(table.sheet.name.as_str(), |i| policy.indicators[i].name.as_str());
        d.push(
            Diagnostic::at(catalogue::WHICH_COLUMN, table.head_place(own[1].at))
                .with("name", name)
                .with("columns", shown.join(" / "))
                .with("first", letter(own[0].at)),
        );
        return None;
    }
    let Some(column) = own.pop() else {
        let heads = table.columns().map(|column| format!("{} {}", letter(column), table.head(column)));
        let problem = Diagnostic::at(catalogue::NO_SUCH_COLUMN, table.place());
        d.push(problem.with("sheet", &table.sheet.name).with("known", heads.collect::<Vec<_>>().join(" / ")));
        return None;
    };
    Some(vec![(indicator, column)])
}
