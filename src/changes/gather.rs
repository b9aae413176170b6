//! The site's newest publications: a map over policies, then a cheap join, bounded however many there are.

use super::compare::publication;
use super::days::Days;
use super::kept::Kept;
use super::window::Window;
use super::{Changes, Publication};
use crate::model::{Policy, Site};
use jiff::civil::Date;
use rayon::prelude::*;
use std::sync::Arc;

/// The days of publication that are told of a site.
pub const MOST_DAYS: usize = 12;

/// The changes after which no further publication is told.
pub const MOST_CHANGES: usize = 200;

/// What changed up to `as_of`: each publication against the one before it or, where a day is given,
/// each policy's newest against what was known on that day. What `kept` holds of the very same policies
/// is not compared again.
pub fn changes(site: &Site, as_of: Date, since: Option<Date>, kept: &mut Kept) -> Changes {
    kept.begin(as_of, site.settings.bands);
    let of = |policy: &Arc<Policy>| kept.days(policy).unwrap_or_else(|| Arc::new(Days::of(policy, as_of)));
    let days: Vec<Arc<Days>> = site.policies.par_iter().map(of).collect();
    let (subscribed, newest, more) = told(site, &days, None, kept);
    kept.keep(site, &days, &newest);
    match since {
        None => Changes { publications: subscribed.clone(), subscribed, newest, more, since },
        Some(_) => {
            let (publications, newest, more) = told(site, &days, since, &Kept::default());
            Changes { publications, subscribed, newest, more, since }
        }
    }
}

/// Publications, bounded; each policy's newest; and whether more were left out.
type Told = (Vec<Arc<Publication>>, Vec<Option<Arc<Publication>>>, bool);

fn told(site: &Site, days: &[Arc<Days>], since: Option<Date>, kept: &Kept) -> Told {
    let make = |n: usize, day: Date| {
        let window = window(&days[n], day, since);
        let made = publication((n, &site.policies[n]), &days[n], window, &site.settings.bands);
        (!made.changes.is_empty() || !made.reports.is_empty()).then(|| Arc::new(made))
    };
    let newest_day = |n: usize| match since {
        Some(since) => days[n].all.first().copied().filter(|day| *day > since),
        None => days[n].reporting.first().copied(),
    };
    let newest_of = |n: usize| match kept.newest(n, &site.policies[n]) {
        Some(kept) => kept,
        None => make(n, newest_day(n)?),
    };
    let newest: Vec<Option<Arc<Publication>>> = (0..days.len()).into_par_iter().map(newest_of).collect();

    // Newest day first; of one day, the order of the site.
    let mut all: Vec<(Date, usize)> = match since {
        Some(_) => (0..days.len()).filter_map(|n| Some((newest_day(n)?, n))).collect(),
        None => days.iter().enumerate().flat_map(|(n, of)| of.all.iter().map(move |day| (*day, n))).collect(),
    };
    all.sort_by_key(|&(day, n)| (std::cmp::Reverse(day), n));
    let shown = within_days(&all);
    let mut publications: Vec<Arc<Publication>> = Vec::new();
    let (mut told, mut next) = (0, 0);
    while told < MOST_CHANGES && next < shown {
        // Each tells something, so that no more than these can be wanted.
        let ahead = &all[next..shown.min(next + MOST_CHANGES - told)];
        let known =
            |n: usize, day: Date| newest[n].clone().filter(|publication| publication.moment.date == day);
        let made: Vec<_> = ahead.par_iter().map(|&(day, n)| known(n, day).or_else(|| make(n, day))).collect();
        for publication in made {
            if told >= MOST_CHANGES {
                break;
            }
            next += 1;
            told += publication.as_ref().map_or(0, |publication| publication.changes.len().max(1));
            publications.extend(publication);
        }
    }
    (publications, newest, next < all.len())
}

/// How many of these lie on the newest days.
fn within_days(all: &[(Date, usize)]) -> usize {
    let mut days: Vec<Date> = all.iter().map(|(day, _)| *day).collect();
    days.dedup();
    match days.get(MOST_DAYS) {
        Some(first_left_out) => all.partition_point(|(day, _)| day > first_left_out),
        None => all.len(),
    }
}

/// The window of a publication.
fn window(days: &Days, day: Date, since: Option<Date>) -> Window {
    let eve = day.yesterday().unwrap_or(day);
    match since {
        Some(since) => Window { after: since, before: since, until: day },
        None => Window { after: eve, before: days.reporting_before(day).unwrap_or(eve), until: day },
    }
}
