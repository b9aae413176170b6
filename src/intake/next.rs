//! Which period is reported next.

use crate::model::{Frequency, Month, Period, Policy};
use crate::source::Sources;
use jiff::civil::Date;

/// The period after the policy's last file, those too that are not published or not filled in yet; where
/// there is none, the last month, quarter or year that has ended, by how often its indicators are due.
pub fn next_period(sources: &Sources, policy: &Policy, today: Date) -> Period {
    let folder = format!("content/policies/{}/progress/", policy.id);
    let files = sources.iter().filter_map(|file| file.path.strip_prefix(&folder)?.strip_suffix(".yaml"));
    let last = files.filter_map(Period::parse).max_by_key(|period| period.last());
    if let Some(last) = last {
        return last.following();
    }
    let this = Month::of(today);
    let often: Vec<Frequency> =
        policy.indicators.iter().filter_map(|indicator| indicator.frequency).collect();
    if often.is_empty() || often.contains(&Frequency::Monthly) {
        Period::Month(Month(this.0 - 1))
    } else if often.contains(&Frequency::Quarterly) {
        Period::quarter_of(Month(this.0 - (this.month() - 1) % 3 - 1))
    } else {
        Period::Year(this.year() - 1)
    }
}
