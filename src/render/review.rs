//! The review sheet: what the newest publication of each policy would make public, to be signed before it does.

use super::{Input, days, words};
use crate::changes::{Publication, What, say};
use crate::diagnostic::{Diagnostics, Severity, locate, message};
use crate::model::{Figure, Language, Place, Policy, Statement, number};
use crate::progress::{amount, gap_words, sentence};
use crate::theme::view::{
    ReviewFigure, ReviewPage, ReviewPolicy, ReviewProblem, ReviewRow, ReviewRows, ReviewStatement,
    ReviewStatus,
};

/// The sheet's view: the publications of the newest day or, with a day to compare with, everything since;
/// and the warnings found so far.
pub fn review(input: &Input, found: &Diagnostics) -> ReviewPage {
    let settings = &input.site.settings;
    let language = settings.language;
    let all = &input.changes.publications;
    let newest = all.first().map(|publication| publication.moment.date);
    let since = input.changes.since;
    let shown = all.iter().filter(|one| since.is_some() || Some(one.moment.date) == newest);
    let policies = shown.map(|publication| Sheet::new(input, publication).policy()).collect();
    let undated = input.site.policies.iter().flat_map(|policy| {
        let undated = policy.reports.iter().filter(|report| report.published.is_none());
        undated.map(|report| locate(input.sources, report.place).path)
    });
    let warnings = found.iter().filter(|diagnostic| diagnostic.entry.severity == Severity::Warning);
    ReviewPage {
        title: settings.title.clone(),
        language: language.tag().into(),
        notice: settings.notice.clone().unwrap_or_default(),
        day: days::day(input.as_of, language),
        since: since.map(|since| days::day(since, language)),
        policies,
        undated: undated.collect(),
        problems: warnings
            .map(|diagnostic| ReviewProblem {
                code: diagnostic.entry.code.into(),
                text: message(diagnostic, language),
                place: diagnostic.place.map(|at| place(input, at)).unwrap_or_default(),
            })
            .collect(),
    }
}

/// File and line.
fn place(input: &Input, at: Place) -> String {
    let location = locate(input.sources, at);
    match location.cell {
        Some(cell) => format!("{} {cell}", location.path),
        None => format!("{}:{}", location.path, location.line),
    }
}

/// One policy's part.
struct Sheet<'a> {
    input: &'a Input<'a>,
    policy: &'a Policy,
    publication: &'a Publication,
    language: Language,
}

impl<'a> Sheet<'a> {
    fn new(input: &'a Input, publication: &'a Publication) -> Self {
        let policy = &*input.site.policies[publication.policy];
        Sheet { input, policy, publication, language: input.site.settings.language }
    }

    fn policy(&self) -> ReviewPolicy {
        let reports = self.publication.reports.iter().map(|&report| &self.policy.reports[report]);
        let key =
            if self.input.changes.since.is_some() { "review_compared_since" } else { "review_compared" };
        let compared = self
            .publication
            .before
            .map(|before| self.input.theme.say(key, &[("day", &days::words(before, self.language))]));
        ReviewPolicy {
            title: self.policy.metadata.title.clone(),
            compared: compared.unwrap_or_default(),
            bulletins: reports.map(|report| report.period.name(self.language)).collect(),
            figures: self.figures(),
            statuses: self.statuses(),
            rows: self.rows(),
            statements: self.statements(),
            others: self.others(),
        }
    }

    /// Whether a figure becomes public with this publication.
    fn is_new(&self, figure: &Figure) -> bool {
        self.publication.reports.iter().any(|&report| self.policy.reports[report].period == figure.period)
    }

    /// Whether a public figure is corrected with it.
    fn is_corrected(&self, figure: &Figure) -> bool {
        let Some((_, on)) = figure.was() else { return false };
        let after = self.publication.before;
        on.is_some_and(|on| on <= self.publication.moment.date && after.is_none_or(|after| on > after))
    }

    fn figures(&self) -> Vec<ReviewFigure> {
        let own = self.policy.indicators.iter().filter(|indicator| indicator.same_as.is_none());
        own.flat_map(|indicator| {
            let figures = indicator.figures.iter().enumerate();
            let told = figures.filter(|(_, figure)| self.is_new(figure) || self.is_corrected(figure));
            told.map(|(at, figure)| {
                let corrected = self.is_corrected(figure);
                let unit = &indicator.unit;
                let (old, before) = self.old(&indicator.figures, at, unit, true);
                ReviewFigure {
                    name: indicator.name.clone(),
                    period: figure.period.name(self.language),
                    old,
                    new: amount(figure.value, unit, self.language),
                    difference: before
                        .map(|before| gap_words(figure.value - before, unit, self.language))
                        .unwrap_or_default(),
                    corrected,
                    note: figure.note().unwrap_or_default().into(),
                    marks: words::quality(self.input, figure.quality.max(indicator.quality))
                        .into_iter()
                        .collect(),
                    place: place(self.input, figure.place()),
                }
            })
        })
        .collect()
    }

    /// What was public: of a correction the value it had, else the figure before, with its period where asked.
    fn old(&self, figures: &[Figure], at: usize, unit: &str, dated: bool) -> (String, Option<f64>) {
        let figure = &figures[at];
        if let Some((was, _)) = figure.was().filter(|_| self.is_corrected(figure)) {
            return (amount(was, unit, self.language), Some(was));
        }
        let Some(before) = at.checked_sub(1).map(|at| &figures[at]) else { return (String::new(), None) };
        let mut text = amount(before.value, unit, self.language);
        if dated {
            let (open, close) = match self.language {
                Language::Chinese => ("（", "）"),
                Language::English => (" (", ")"),
            };
            text += &format!("{open}{}{close}", before.period.name(self.language));
        }
        (text, Some(before.value))
    }

    /// The statuses of the indicators that have a new figure, and of those whose status moves.
    fn statuses(&self) -> Vec<ReviewStatus> {
        let assessment = &self.input.assessments[self.publication.policy];
        let mut statuses = Vec::new();
        for (n, indicator) in self.policy.indicators.iter().enumerate() {
            let moved = self.publication.changes.iter().find_map(|change| match &change.what {
                What::Status { indicator, from, .. } if *indicator == n => Some(*from),
                _ => None,
            });
            let told =
                indicator.figures.iter().any(|figure| self.is_new(figure) || self.is_corrected(figure));
            if moved.is_none() && (!told || indicator.same_as.is_some()) {
                continue;
            }
            let standing = &assessment.standings[n];
            let old = match moved {
                Some(from) => Some(from),
                None => (standing.history.len() > 1).then_some(standing.status),
            };
            statuses.push(ReviewStatus {
                name: indicator.name.clone(),
                old: old.map(|old| words::chip(old, self.language)),
                new: words::chip(standing.status, self.language),
                sentence: sentence(indicator, standing, self.language),
            });
        }
        statuses
    }

    fn rows(&self) -> Vec<ReviewRows> {
        let mut all = Vec::new();
        for indicator in self.policy.indicators.iter().filter(|indicator| indicator.same_as.is_none()) {
            for breakdown in &indicator.breakdowns {
                let mut rows = Vec::new();
                let (mut sum, mut period, mut missing) = (0.0, None, Vec::new());
                for row in &breakdown.rows {
                    let name = &self.input.site.organisations.get(row.organisation).name;
                    let newest = row.figures.iter().rposition(|figure| self.is_new(figure));
                    let corrected = row.figures.iter().rposition(|figure| self.is_corrected(figure));
                    let Some(at) = newest.or(corrected) else {
                        if row.targets.iter().any(Option::is_some) {
                            missing.push(name.clone());
                        }
                        continue;
                    };
                    let figure = &row.figures[at];
                    let (old, before) = self.old(&row.figures, at, "", false);
                    sum += figure.value;
                    period = period.max(Some(figure.period));
                    rows.push(ReviewRow {
                        organisation: name.clone(),
                        old,
                        new: number(figure.value),
                        difference: before
                            .map(|before| gap_words(figure.value - before, "", self.language))
                            .unwrap_or_default(),
                        corrected: self.is_corrected(figure),
                    });
                }
                if let Some(period) = period {
                    let period = period.name(self.language);
                    let blanks = [("name", indicator.name.as_str()), ("period", period.as_str())];
                    all.push(ReviewRows {
                        title: self.input.theme.say("review_rows", &blanks),
                        unit: indicator.unit.clone(),
                        rows,
                        sum: number(sum),
                        missing,
                    });
                }
            }
        }
        all
    }

    fn statements(&self) -> Vec<ReviewStatement> {
        let told = |statement: &&Statement| {
            self.publication
                .reports
                .iter()
                .any(|&report| self.policy.reports[report].period == statement.period)
        };
        self.policy.statements.iter().filter(told).map(|statement| self.statement(statement)).collect()
    }

    fn statement(&self, statement: &Statement) -> ReviewStatement {
        let clause = self.policy.text.clause(statement.clause);
        let before = self.policy.statements.iter().rev().find(|earlier| {
            earlier.clause == statement.clause && earlier.state.is_some() && earlier.period < statement.period
        });
        let chip = |state| words::chip(state, self.language);
        let lines: [(&str, &Option<String>); 7] = [
            ("", &statement.done),
            ("evidence", &statement.evidence),
            ("reason", &statement.reason),
            ("", &statement.decided_by),
            ("", &statement.document),
            ("obstacle", &statement.obstacle),
            ("next_step", &statement.next),
        ];
        let said = lines.into_iter().filter_map(|(key, text)| {
            let label = if key.is_empty() { String::new() } else { self.input.theme.say(key, &[]) };
            text.as_ref().map(|text| format!("{label}{text}"))
        });
        ReviewStatement {
            clause: format!("{} {}", clause.path, clause.heading),
            old: before.and_then(|before| before.state).map(chip),
            new: statement.state.map(chip),
            said: said.collect(),
        }
    }

    /// What no table tells.
    fn others(&self) -> Vec<String> {
        let told = |what: &What| {
            matches!(
                what,
                What::Figure { .. }
                    | What::Revision { .. }
                    | What::Rows { .. }
                    | What::RowsRevised { .. }
                    | What::Status { .. }
                    | What::State { .. }
                    | What::Reported { .. }
            )
        };
        let others = self.publication.changes.iter().filter(|change| !told(&change.what));
        others.map(|change| say(self.policy, change, self.language).line(self.language)).collect()
    }
}
