//! The answer, as text for a terminal: columns that line up under Chinese.

use super::{Asked, Known};
use crate::diagnostic::{display_width, locate};
use crate::model::{Figure, Indicator, OrgIx, Place, Policy, Quality};
use crate::plan::urls;
use crate::progress::{self, Standing, Worded, amount, target_words};

/// Says of one indicator what its figure means, where it comes from and how that was computed; of its
/// breakdowns only the rows of an organisation, where one is given. None where the period has no figure.
pub fn answer(known: &Known, asked: Asked, organisation: Option<OrgIx>) -> Option<String> {
    let policy = &known.site.policies[asked.policy];
    let indicator = &policy.indicators[asked.indicator];
    let then = match asked.period {
        None => None,
        Some(period) => {
            let bands = &known.site.settings.bands;
            Some(progress::standing_after(policy, indicator, period, bands)?)
        }
    };
    let (indicator, standing) = match &then {
        Some((indicator, standing)) => (indicator, standing),
        None => (indicator, &known.assessments[asked.policy].standings[asked.indicator]),
    };
    Some(Answer { known, policy, indicator, standing }.text(organisation))
}

/// What is told.
struct Answer<'a> {
    known: &'a Known<'a>,
    policy: &'a Policy,
    indicator: &'a Indicator,
    standing: &'a Standing,
}

/// The cells of a line; columns are padded to the widest.
type Line = [String; 3];

impl Answer<'_> {
    fn text(&self, organisation: Option<OrgIx>) -> String {
        let language = self.known.language;
        let Answer { policy, indicator, standing, .. } = self;
        let mut text = format!(
            "{}{}\n{}\n",
            indicator.name,
            self.say(
                format!("（{}/{}）", policy.id, indicator.id),
                format!(" ({}/{})", policy.id, indicator.id)
            ),
            progress::sentence(indicator, standing, language),
        );
        let bands = &self.known.site.settings.bands;
        let steps = progress::working(indicator, standing, bands, language);
        let steps: Vec<Line> =
            steps.into_iter().map(|step| [step.name.to_owned(), step.value, step.how]).collect();
        text += &self.block(("计算", "Arithmetic"), &steps);
        text += &self.block(("出处", "Where it stands"), &self.sources());
        if let Some(ix) = organisation {
            text += &self.block(("分解", "Breakdown"), &self.rows(ix));
        }
        let page = urls::indicator(&policy.id, &indicator.id);
        text += &self.block(("网页", "Page"), &[[page, String::new(), String::new()]]);
        text
    }

    /// Figure, baseline, targets and steps, each with its file and line.
    fn sources(&self) -> Vec<Line> {
        let language = self.known.language;
        let Answer { indicator, standing, .. } = self;
        let unit = &indicator.unit;
        let mut lines = Vec::new();
        if let Some(figure) = standing.newest.map(|newest| &indicator.figures[newest]) {
            lines.push(self.figure(self.say("实际数", "Actual"), figure));
        }
        if let Some(baseline) = &indicator.baseline {
            let value =
                format!("{}{}", amount(baseline.value, unit, language), self.quality(baseline.quality));
            let name = self.say(
                format!("基数，{}", baseline.period.end_label(language)),
                format!("Baseline, {}", baseline.period.end_label(language)),
            );
            lines.push([name, value, self.place(baseline.place)]);
        }
        let changed = indicator.changes.iter().flat_map(|change| &change.targets);
        for target in indicator.targets.iter().chain(changed) {
            let by = target.by.end_label(language);
            let name = self.say(format!("目标，{by}"), format!("Target, {by}"));
            lines.push([name, target_words(target, unit, language), self.place(target.place)]);
        }
        for (n, step) in indicator.steps.iter().enumerate() {
            let by = step.by.end_label(language);
            let name = self.say(format!("步骤，{by}"), format!("Step, {by}"));
            lines.push([name, step.name.clone(), self.place(step.place)]);
            let reached = indicator.reached.iter().filter(|reached| reached.step == n);
            for reached in reached {
                lines.push([
                    self.say("完成于", "Reached on").to_owned(),
                    format!("{}{}", reached.on, self.quality(reached.quality)),
                    self.place(reached.place),
                ]);
            }
        }
        lines.push([
            self.say("指标", "Indicator").to_owned(),
            indicator.name.clone(),
            self.place(indicator.place),
        ]);
        lines
    }

    /// The rows of an organisation: cell of the year, figure, what is missing, status.
    fn rows(&self, ix: OrgIx) -> Vec<Line> {
        let language = self.known.language;
        let name = &self.known.site.organisations.get(ix).name;
        let mut lines = Vec::new();
        for (breakdown, standing) in self.indicator.breakdowns.iter().zip(&self.standing.breakdowns) {
            let rows = breakdown.rows.iter().zip(&standing.rows);
            for (row, row_standing) in rows.filter(|(row, _)| row.organisation == ix) {
                let unit = &self.indicator.unit;
                if let Some(column) = standing.column {
                    let by = breakdown.columns[column].name(language);
                    let cell = match row_standing.target {
                        Some(target) => amount(target, unit, language),
                        None => self.say("无任务", "no task").to_owned(),
                    };
                    let head = self.say(format!("{name}，{by}目标"), format!("{name}, target for {by}"));
                    let cell = format!("{cell}{}", self.quality(breakdown.quality));
                    lines.push([head, cell, self.place(row.place)]);
                }
                match row_standing.newest.map(|newest| &row.figures[newest]) {
                    Some(figure) => lines.push(self.figure(name, figure)),
                    None => {
                        lines.push([name.clone(), self.say("未报", "not reported").to_owned(), String::new()])
                    }
                }
                let status = row_standing.status.word(language).to_owned();
                let rest = row_standing.remaining.filter(|rest| *rest > 0.0);
                let rest = rest.map(|rest| amount(rest, unit, language));
                let rest = rest.map(|rest| self.say(format!("还差{rest}"), format!("{rest} to go")));
                lines.push([self.say("状态", "Status").to_owned(), status, rest.unwrap_or_default()]);
            }
        }
        if lines.is_empty() {
            let none = self.say(
                format!("{name}在这个指标下没有分解任务"),
                format!("{name} has no row in this indicator"),
            );
            lines.push([none, String::new(), String::new()]);
        }
        lines
    }

    /// A reported figure: its period, value and place, with what is said of it.
    fn figure(&self, name: &str, figure: &Figure) -> Line {
        let language = self.known.language;
        let unit = &self.indicator.unit;
        let mut value = format!("{}{}", amount(figure.value, unit, language), self.quality(figure.quality));
        if let Some((was, _)) = figure.was() {
            let was = amount(was, unit, language);
            value += &self.say(format!("，原为{was}"), format!(", was {was}"));
        }
        let period = figure.period.end_label(language);
        let name = self.say(format!("{name}，{period}"), format!("{name}, {period}"));
        [name, value, self.place(figure.place())]
    }

    /// `（示例）`; nothing for a figure as reported.
    fn quality(&self, quality: Quality) -> String {
        let word = quality.word(self.known.language);
        if quality == Quality::Final {
            return String::new();
        }
        self.say(format!("（{word}）"), format!(" ({word})"))
    }

    /// `content/policies/…/2024-06.yaml:8:11`, which editors open by a click.
    fn place(&self, place: Place) -> String {
        let at = locate(self.known.files, place);
        match at.cell {
            Some(cell) => format!("{} {cell}", at.path),
            None => format!("{}:{}:{}", at.path, at.line, at.column),
        }
    }

    /// A heading and its lines; nothing without lines.
    fn block(&self, (zh, en): (&'static str, &'static str), lines: &[Line]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let width = |column: usize| lines.iter().map(|line| display_width(&line[column])).max().unwrap_or(0);
        let (first, second) = (width(0), width(1));
        let mut text = format!("\n{}\n", self.say(zh, en));
        for [name, value, rest] in lines {
            let name_gap = " ".repeat(first - display_width(name));
            let value_gap = " ".repeat(second - display_width(value));
            let line = format!("  {name}{name_gap}  {value}{value_gap}  {rest}");
            text += line.trim_end();
            text.push('\n');
        }
        text
    }

    fn say<T>(&self, zh: T, en: T) -> T {
        self.known.language.pick(zh, en)
    }
}
