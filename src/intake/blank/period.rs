//! The next period's file: everything that is expected in it, with what was said last time as comments.

use super::scalar;
use crate::diagnostic::display_width;
use crate::model::{
    Figure, Frequency, Indicator, Kind, Month, Organisation, Period, Policy, Quality, Site, State, Statement,
    number,
};
use crate::progress::{PlannedPath, Worded};

const ZH: crate::model::Language = crate::model::Language::Chinese;

/// The blank file of a period, in Chinese; `schema` is the path of its schema from the file, where there is one.
pub fn period(site: &Site, policy: &Policy, period: Period, schema: Option<&str>) -> String {
    let blank = Blank { site, policy, period };
    let mut text = String::new();
    if let Some(schema) = schema {
        text += &format!("# yaml-language-server: $schema={schema}\n");
    }
    text += "# content/ 中的内容都会公开\n";
    text += &format!("# {}。没有数就空着，不填 0；全部空着时网站上没有这一期。\n", period.name(ZH));
    text += "# published:                  # 哪天公布：公布时去掉行首的 #，写成 2024-07-10 的样子\n";
    text += &format!("as_of: {}            # 数据截止日\n", period.last().last_day());
    let illustrative = policy.reports.last().is_some_and(|report| report.quality == Quality::Illustrative);
    if illustrative {
        text += "quality: illustrative        # 示例数；真实数据删去这一行\n";
    }
    text += "# summary: |                  # 本期概述，写给居民看\n#   ……\n";
    text += &blank.indicators();
    text += &blank.breakdowns();
    text += &blank.clauses();
    text
}

/// What the file is drawn from.
struct Blank<'a> {
    site: &'a Site,
    policy: &'a Policy,
    period: Period,
}

/// A key that is left empty, and what stands behind it.
type Line = (String, String);

impl Blank<'_> {
    /// The indicators whose figures this policy reports itself.
    fn own(&self) -> impl Iterator<Item = &Indicator> {
        self.policy.indicators.iter().filter(|indicator| indicator.same_as.is_none())
    }

    fn indicators(&self) -> String {
        let steps = |indicator: &&Indicator| indicator.kind == Kind::Milestone;
        let lines: Vec<Line> = self
            .own()
            .filter(|indicator| !steps(indicator) && self.is_due(indicator))
            .map(|indicator| (scalar(&indicator.name), self.remark(indicator)))
            .collect();
        let steps: Vec<String> =
            self.own().filter(steps).filter_map(|indicator| self.step(indicator)).collect();
        if lines.is_empty() && steps.is_empty() {
            return String::new();
        }
        // Keys that are commented out all leave nothing below `indicators:`, which is as good as not there.
        format!("indicators:\n{}{}", keys(&lines, 2), steps.concat())
    }

    /// Whether a figure is expected for the period: a yearly one not in March.
    fn is_due(&self, indicator: &Indicator) -> bool {
        let month = self.period.last().month();
        match indicator.frequency {
            None | Some(Frequency::Monthly) => true,
            Some(Frequency::Quarterly) => month % 3 == 0,
            Some(Frequency::Yearly) => month == 12,
        }
    }

    /// `家；上期（2024年6月）128；按序时进度应达131.7`
    fn remark(&self, indicator: &Indicator) -> String {
        let mut remark = indicator.unit.clone();
        if let Some(last) = before(&indicator.figures, self.period) {
            remark += &format!("；上期（{}）{}", last.period.name(ZH), number(last.value));
        }
        let start = match self.policy.metadata.period {
            Some((first, _)) => first.first(),
            None => Month::of(self.policy.metadata.issued),
        };
        let path = PlannedPath::new(indicator, Month(start.0 - 1));
        if let Some(planned) = path.at(self.period.last()) {
            let planned = (planned * 10.0).round() / 10.0;
            remark += &format!("；按序时进度应达{}", number(planned));
        }
        remark
    }

    /// The next step of a milestone, commented out: it is written only once it is reached.
    fn step(&self, indicator: &Indicator) -> Option<String> {
        let reached = |n: usize| indicator.reached.iter().any(|step| step.step == n);
        let (_, step) = indicator.steps.iter().enumerate().find(|(n, _)| !reached(*n))?;
        Some(format!(
            "  # {}:             # 完成了才写，去掉行首的 #；{}前须完成\n  #   step: {}\n  #   on:\n",
            scalar(&indicator.name),
            step.by.end_name(ZH),
            scalar(&step.name)
        ))
    }

    fn breakdowns(&self) -> String {
        let mut text = String::new();
        for indicator in self.own().filter(|indicator| self.is_due(indicator)) {
            let mut blocks = String::new();
            for breakdown in &indicator.breakdowns {
                let lines: Vec<Line> = breakdown
                    .rows
                    .iter()
                    .map(|row| {
                        let last = before(&row.figures, self.period);
                        let last = last.map(|last| format!("上期{}", number(last.value))).unwrap_or_default();
                        (scalar(&self.organisation(row.organisation).name), last)
                    })
                    .collect();
                blocks += &format!("    {}:\n{}", breakdown.id, keys(&lines, 6));
            }
            if !blocks.is_empty() {
                text += &format!("  {}:\n{blocks}", scalar(&indicator.name));
            }
        }
        if text.is_empty() { text } else { format!("breakdowns:\n{text}") }
    }

    fn organisation(&self, ix: crate::model::OrgIx) -> &Organisation {
        self.site.organisations.get(ix)
    }

    /// The newest statement of each clause as a comment: a state holds until another is written.
    fn clauses(&self) -> String {
        let mut newest: Vec<&Statement> = Vec::new();
        for statement in &self.policy.statements {
            match newest.iter_mut().find(|known| known.clause == statement.clause) {
                Some(known) => *known = statement,
                None => newest.push(statement),
            }
        }
        newest.sort_by_key(|statement| statement.clause);
        let mut text = "# clauses:                    # 只写有变化的；没有写到的沿用以前的状态\n".to_owned();
        text += &format!("#   state 写其中之一：{}\n", states());
        for statement in newest {
            let clause = self.policy.text.clause(statement.clause);
            let last = statement.state.map_or(String::new(), |state| format!("；上期：{}", state.word(ZH)));
            let next =
                statement.next.as_deref().map_or(String::new(), |next| format!("；上期说下一步：{next}"));
            text += &format!(
                "#   {}:             # {}{last}{next}\n#     state:\n#     done:\n#     next:\n",
                clause.path, clause.heading
            );
        }
        text
    }
}

/// The newest figure before a period.
fn before(figures: &[Figure], period: Period) -> Option<&Figure> {
    figures.iter().rev().find(|figure| figure.period.last() < period.last())
}

/// Keys without values at an indent, their remarks in a column of their own.
fn keys(lines: &[Line], indent: usize) -> String {
    let widest = lines.iter().map(|(key, _)| display_width(key)).max().unwrap_or_default();
    let line = |(key, remark): &Line| {
        let gap = " ".repeat(widest - display_width(key) + 8);
        let line = format!("{:indent$}{key}:{gap}# {remark}", "");
        if remark.is_empty() { format!("{:indent$}{key}:\n", "") } else { line + "\n" }
    };
    lines.iter().map(line).collect()
}

/// `not-started 未启动、under-way 推进中…`
fn states() -> String {
    State::ALL.map(|state| format!("{} {}", state.key(), state.word(ZH))).join("、")
}
