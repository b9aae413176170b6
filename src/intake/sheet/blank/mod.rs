//! The form to fill: one workbook a policy for its lead bureau, or one for what a single organisation
//! answers for.

mod breakdown;
mod clauses;
mod cover;
mod indicators;

use super::marker::{Marker, Part};
use crate::data::xlsx::{self, Cell, Column, Input, Sheet};
use crate::intake::next_period;
use crate::model::{Indicator, Language, OrgIx, Period, Policy, Site};
use crate::source::Sources;
use jiff::civil::Date;

/// A form.
#[derive(Clone, Debug)]
pub struct Blank {
    /// The file's name: `double-growth-2024-07.xlsx`, `double-growth-2024-07-kjj.xlsx`.
    pub name: String,
    /// The policy's short title.
    pub policy: String,
    /// The period that is asked for.
    pub period: Period,
    /// How many indicators and steps, rows of breakdowns, and tasks are asked for.
    pub asked: [usize; 3],
    sheets: Vec<Sheet>,
}

impl Blank {
    /// The workbook. `made` is the day on which it says it was made.
    ///
    /// # Errors
    /// Never for sheets of a size that a spreadsheet can hold.
    pub fn bytes(&self, made: Date) -> Result<Vec<u8>, String> {
        xlsx::workbook(&self.sheets, made).map_err(|error| error.to_string())
    }
}

/// What a form is made for.
struct Asked<'a> {
    site: &'a Site,
    policy: &'a Policy,
    period: Period,
    organisation: Option<OrgIx>,
}

impl Asked<'_> {
    /// The words in the language of the site.
    fn say<'s>(&self, zh: &'s str, en: &'s str) -> &'s str {
        self.language().pick(zh, en)
    }

    fn language(&self) -> Language {
        self.site.settings.language
    }

    fn key(&self, part: Part) -> String {
        Marker { policy: self.policy.id.clone(), period: self.period, part }.to_string()
    }

    /// True where the whole of an indicator is asked of them.
    fn owns(&self, indicator: &Indicator) -> bool {
        self.organisation.is_none_or(|organisation| indicator.owner == Some(organisation))
    }
}

/// A column.
fn column(head: &str, width: f64) -> Column {
    Column { head: head.to_string(), width, hidden: false }
}

/// The hidden column of ids.
fn ids() -> Column {
    Column { head: String::new(), width: 8.0, hidden: true }
}

/// The cell of a figure to fill in.
fn figure(asked: &Asked, unit: &str, value: Option<f64>) -> Cell {
    let (whole, positive) = (crate::content::is_counted(unit), !crate::content::may_be_negative(unit));
    let otherwise = match whole {
        true => asked.say(
            "只填整数，不写单位和逗号；没有数据就空着，不填0",
            "a whole number only, without unit and commas; leave it empty where there is no figure",
        ),
        false => asked.say(
            "只填数字，不写单位、逗号和百分号；没有数据就空着，不填0",
            "a number only, without unit, commas and percent sign; leave it empty where there is no figure",
        ),
    };
    Cell::number(value).takes(Input::Number { whole, positive, otherwise: otherwise.to_string() })
}

/// The forms of these policies for a period, or for the next one of each; those in which an organisation
/// has nothing to say are left out.
pub fn blanks(
    site: &Site,
    sources: &Sources,
    policies: &[&Policy],
    organisation: Option<OrgIx>,
    period: Option<Period>,
    today: Date,
) -> Vec<Blank> {
    let of = |policy: &&Policy| {
        let period = period.unwrap_or_else(|| next_period(sources, policy, today));
        blank(&Asked { site, policy, period, organisation })
    };
    policies.iter().filter_map(of).collect()
}

/// One form; none where there is nothing to ask.
fn blank(asked: &Asked) -> Option<Blank> {
    let indicators = indicators::sheet(asked);
    let breakdowns = breakdown::sheets(asked);
    let clauses = clauses::sheet(asked);
    let rows = |sheet: &Option<Sheet>| sheet.as_ref().map_or(0, |sheet| sheet.rows.len());
    let totals = breakdowns.len();
    let shares = breakdowns.iter().map(|sheet| sheet.rows.len()).sum::<usize>() - totals;
    let counted = [rows(&indicators), shares, rows(&clauses)];
    if counted == [0, 0, 0] {
        return None;
    }
    let mut sheets = vec![cover::sheet(asked)];
    sheets.extend(indicators);
    sheets.extend(breakdowns);
    sheets.extend(clauses);
    let own = asked.organisation.map(|ix| format!("-{}", asked.site.organisations.get(ix).id));
    Some(Blank {
        name: format!("{}-{}{}.xlsx", asked.policy.id, asked.period, own.unwrap_or_default()),
        policy: asked.policy.metadata.short_title.clone(),
        period: asked.period,
        asked: counted,
        sheets,
    })
}
