//! The view of the A4 sheet of an organisation: its own targets by year, and whom to ask.

use super::{goals, policy as policy_view};
use crate::model::{Breakdown, Indicator, OrgIx, Policy, Quality, Row, number};
use crate::plan::urls;
use crate::progress::amount;
use crate::render::{Input, days, page};
use crate::theme::view::{SheetPicture, SheetTable, SheetYear};

/// The sheet of one organisation.
pub(super) fn view(input: &Input, policy: &Policy, ix: OrgIx) -> SheetPicture {
    let language = input.site.settings.language;
    let metadata = &policy.metadata;
    let organisation = input.site.organisations.get(ix);
    let tables = tables(input, policy, ix);
    let invented = tables.iter().any(|table| !table.illustrative.is_empty());
    let own = [&organisation.phone, &organisation.address, &organisation.hours];
    let address = policy_view::address(input, &urls::policy(&policy.id));
    SheetPicture {
        kind: "sheet".into(),
        organisation: organisation.name.clone(),
        title: policy_view::title(policy),
        full_title: metadata.title.clone(),
        issuer: metadata.issuer.clone(),
        document_number: metadata.document_number.clone().unwrap_or_default(),
        issued: days::words(metadata.issued, language),
        tables,
        contact: page::contact(input, policy),
        own_contact: own.into_iter().flatten().cloned().collect::<Vec<_>>().join(" · "),
        edition: input
            .theme
            .say("picture_sheet_edition", &[("date", &days::words(metadata.published.date, language))]),
        notice: input.site.settings.notice.clone().unwrap_or_default(),
        illustrative: if invented { goals::example(language) } else { String::new() },
        qr: address.clone(),
        address,
    }
}

/// Its rows, a table each.
fn tables(input: &Input, policy: &Policy, ix: OrgIx) -> Vec<SheetTable> {
    let breakdowns = policy
        .indicators
        .iter()
        .flat_map(|indicator| indicator.breakdowns.iter().map(move |breakdown| (indicator, breakdown)));
    let own = |(indicator, breakdown): (&Indicator, &Breakdown)| {
        let row = breakdown.rows.iter().find(|row| row.organisation == ix)?;
        Some(table(input, indicator, breakdown, row))
    };
    breakdowns.filter_map(own).collect()
}

fn table(input: &Input, indicator: &Indicator, breakdown: &Breakdown, row: &Row) -> SheetTable {
    let language = input.site.settings.language;
    let longest = row.targets.iter().flatten().copied().fold(0.0, f64::max);
    let cells = breakdown.columns.iter().zip(&row.targets).enumerate();
    let years: Vec<SheetYear> = cells
        .filter_map(|(n, (period, target))| {
            let value = (*target)?;
            let baseline = n == 0 && breakdown.baseline_column;
            let key = if baseline { "column_baseline" } else { "column_target" };
            Some(SheetYear {
                year: input.theme.say(key, &[("period", &period.name(language))]),
                value: number(value),
                words: amount(value, &indicator.unit, language),
                bar: value.max(0.0).to_string(),
                of: longest.to_string(),
                baseline,
            })
        })
        .collect();
    SheetTable {
        name: indicator.name.clone(),
        title: breakdown.title.clone(),
        unit: indicator.unit.clone(),
        no_task: years.iter().all(|year| year.baseline),
        years,
        illustrative: match breakdown.quality.max(indicator.quality) {
            Quality::Illustrative => goals::example(language),
            _ => String::new(),
        },
    }
}
