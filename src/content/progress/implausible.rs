//! Figures that are probably slips: warnings, because now and then they are true.

use crate::diagnostic::catalogue::data;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Figure, Indicator, Kind, Place, number};

/// Units of things that are counted, of which there is no half.
const COUNTED: [&str; 44] = [
    "家", "个", "户", "人", "项", "件", "所", "名", "次", "人次", "座", "台", "套", "辆", "株", "棵", "头",
    "只", "步", "处", "条", "场", "篇", "宗", "批", "起", "对", "部", "门", "位", "艘", "间", "栋", "幢",
    "村", "镇", "期", "份", "张", "本", "册", "支", "企业", "站",
];

/// Units of which a value below zero is nothing unusual.
const SIGNED: [&str; 7] = ["%", "％", "‰", "百分点", "个百分点", "℃", "°C"];

/// Figures further apart than this are asked about: a digit too many or too few is about tenfold.
const JUMP: f64 = 10.0;

/// A jump between small figures is no slip: one firm may well become twelve.
pub(crate) const SMALL: f64 = 30.0;

/// True for a unit of things that are counted.
pub(crate) fn is_counted(unit: &str) -> bool {
    COUNTED.contains(&unit.trim())
}

/// True for a unit of which a value below zero is nothing unusual.
pub(crate) fn may_be_negative(unit: &str) -> bool {
    SIGNED.contains(&unit.trim())
}

/// Warns of an indicator's own figures, targets and rows.
pub(crate) fn warn(indicator: &Indicator, d: &mut Diagnostics) {
    let baseline = indicator.baseline.iter().map(|baseline| (baseline.value, baseline.place));
    let targets = indicator.targets.iter().map(|target| (target.value, target.place));
    let rows = indicator.breakdowns.iter().flat_map(|breakdown| &breakdown.rows);
    let cells = rows.clone().flat_map(|row| row.targets.iter().flatten().map(|value| (*value, row.place)));
    let own = indicator.figures.iter().chain(rows.clone().flat_map(|row| &row.figures));
    let figures = own.map(|figure| (figure.value, figure.place()));
    for (value, place) in baseline.chain(targets).chain(cells).chain(figures) {
        warn_of_value(indicator, value, place, d);
    }
    warn_of_jumps(indicator, &indicator.figures, d);
    for row in rows {
        warn_of_jumps(indicator, &row.figures, d);
    }
}

fn warn_of_value(indicator: &Indicator, value: f64, place: Place, d: &mut Diagnostics) {
    let unit = indicator.unit.trim();
    let problem = |entry| {
        Diagnostic::at(entry, place)
            .with("name", &indicator.name)
            .with("value", number(value))
            .with("unit", unit)
    };
    if value.fract() != 0.0 && is_counted(unit) {
        d.push(problem(data::FRACTION));
    }
    if value < 0.0 && !may_be_negative(unit) {
        d.push(problem(data::NEGATIVE));
    }
}

/// A running total may well grow tenfold in a month; everything else hardly does.
fn warn_of_jumps(indicator: &Indicator, figures: &[Figure], d: &mut Diagnostics) {
    if matches!(indicator.kind, Kind::Cumulative(_)) {
        return;
    }
    for pair in figures.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let (low, high) =
            (before.value.abs().min(after.value.abs()), before.value.abs().max(after.value.abs()));
        if high - low >= SMALL && high >= JUMP * low {
            let shows = Words { zh: "前一期的数在这里", en: "the figure before it" };
            d.push(
                Diagnostic::at(data::JUMP, after.place())
                    .with("name", &indicator.name)
                    .with("value", number(after.value))
                    .with("before", number(before.value))
                    .with("period", before.period)
                    .also(before.place(), shows),
            );
        }
    }
}
