//! The one sentence of every status, in both languages; made here and nowhere else.
//!
//! Here stands what both languages need: which numbers are shown, and how they are rounded.

use super::phrase::difference;
use super::rounding::{at, decimals, same, up};
use super::{Judged, Standing, Status, Verdict, counts_whole, sentence_en, sentence_zh};
use crate::model::{Direction, Figure, Indicator, Kind, Language, Target, number};

/// The sentence: caption, alternative text, table note and picture line alike.
pub fn sentence(indicator: &Indicator, standing: &Standing, language: Language) -> String {
    let said = Said::new(indicator, standing);
    match language {
        Language::Chinese => sentence_zh::chinese(&said),
        Language::English => sentence_en::english(&said),
    }
}

/// Paces as the sentence prints them, for a table beside it; none where no pace is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaceWords {
    /// What is still missing to the next target.
    pub rest: Option<String>,
    /// What is needed each month.
    pub need: Option<String>,
    /// The mean monthly change, with its sign.
    pub had: Option<String>,
}

/// Rest and paces with their units, rounded as in the sentence.
pub fn pace_words(indicator: &Indicator, standing: &Standing, language: Language) -> PaceWords {
    let said = Said::new(indicator, standing);
    let words = |size: &str| difference(size, &indicator.unit, language);
    let need = standing.need.as_ref();
    let had = said.had().map(|had| match had.change {
        Some((Direction::Up, size)) => format!("+{}", words(&size)),
        Some((Direction::Down, size)) => format!("−{}", words(&size)),
        None => words("0"),
    });
    PaceWords {
        rest: need.map(|need| words(&number(need.rest))),
        need: need.filter(|_| said.paced()).map(|need| words(&said.monthly(need.monthly))),
        had,
    }
}

/// What a sentence speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    pub(super) indicator: &'a Indicator,
    pub(super) standing: &'a Standing,
    pub(super) figure: Option<&'a Figure>,
    /// Whether the indicator counts whole things.
    pub(super) whole: bool,
}

/// A planned value and the distance to it, as printed: the two and the figure add up to the last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Compared {
    pub(super) planned: f64,
    pub(super) gap: f64,
}

/// The mean monthly change as printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Had {
    pub(super) months: i32,
    /// None where it rounds to nothing.
    pub(super) change: Option<(Direction, String)>,
}

impl<'a> Said<'a> {
    fn new(indicator: &'a Indicator, standing: &'a Standing) -> Self {
        let figure = standing.newest.and_then(|at| indicator.figures.get(at));
        Said { indicator, standing, figure, whole: counts_whole(indicator) }
    }

    /// The comparison with the path, at one decimal or as many as the figure has, and at more only
    /// where a distance would round to nothing.
    pub(super) fn compared(&self) -> Option<Compared> {
        let (figure, planned) = (self.figure?.value, self.standing.planned?);
        if same(figure, planned) {
            return Some(Compared { planned: figure, gap: 0.0 });
        }
        let enough = |&places: &i32| at(figure - at(planned, places), places) != 0.0;
        let places = (decimals(figure).max(1)..=6).find(enough).unwrap_or(6);
        let planned = at(planned, places);
        Some(Compared { planned, gap: at(figure - planned, places) })
    }

    /// What is missing to a target, as printed; none where it is met.
    pub(super) fn rest(&self, target: &Target) -> Option<String> {
        let rest = super::pace::rest(self.indicator, self.figure?.value, target);
        (rest >= 0.0).then(|| number(rest))
    }

    /// What is needed each month, rounded up: whoever does that much arrives.
    pub(super) fn monthly(&self, monthly: f64) -> String {
        number(up(monthly, self.pace_decimals()))
    }

    /// Whether a pace is told: from a figure that is past its due date it would be counted over the wrong months.
    pub(super) fn paced(&self) -> bool {
        self.standing.marks.stale.is_none()
    }

    /// The mean monthly change with its direction.
    pub(super) fn had(&self) -> Option<Had> {
        if !self.paced() {
            return None;
        }
        let (change, months) = self.standing.had.zip(self.standing.had_months)?;
        let places = self.pace_decimals();
        let rounded = at(change, places);
        let direction = if rounded > 0.0 { Direction::Up } else { Direction::Down };
        let change = (rounded != 0.0).then(|| (direction, fixed(rounded.abs(), places)));
        Some(Had { months, change })
    }

    /// One decimal; of what is not counted in whole things more, where one would round a pace to nothing.
    fn pace_decimals(&self) -> i32 {
        if self.whole {
            return 1;
        }
        let paces = [self.standing.need.as_ref().map(|need| need.monthly), self.standing.had];
        let smallest =
            paces.into_iter().flatten().map(f64::abs).filter(|pace| *pace > 0.0).fold(1.0, f64::min);
        (1..6).find(|&places| smallest >= 10f64.powi(-places)).unwrap_or(6)
    }

    /// Earlier promises of which something must be said: broken, kept late, or not yet accounted for.
    pub(super) fn broken(&self) -> impl Iterator<Item = &'a Judged> {
        let goal = self.standing.goal;
        let now = self.due_now().filter(|_| self.compares()).map(|judged| judged.target);
        let told = move |judged: &&Judged| {
            let target = Some(judged.target);
            let spoken = target == goal || target == now;
            !judged.replaced && !spoken && !matches!(judged.verdict, Verdict::Pending | Verdict::Met)
        };
        self.standing.verdicts.iter().filter(told)
    }

    /// The verdict on the target that decided the status.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        let goal = self.standing.goal?;
        self.standing.verdicts.iter().find(|judged| judged.target == goal).map(|judged| judged.verdict)
    }

    /// The verdict on an interim target that falls due with the newest figure.
    pub(super) fn due_now(&self) -> Option<&'a Judged> {
        let now = self.standing.period?.last();
        let mut due = self.standing.verdicts.iter().filter(|judged| !judged.replaced);
        due.find(|judged| judged.target.by.last() == now && Some(judged.target) != self.standing.goal)
    }

    /// Whether it was missed: then the status speaks of the whole way, not of this target.
    pub(super) fn missed_now(&self) -> bool {
        self.due_now().is_some_and(|judged| judged.verdict == Verdict::Missed)
    }

    /// On a path in steps, the last target whose deadline has come.
    pub(super) fn last_due(&self) -> Option<Target> {
        let now = self.standing.period?.last();
        let due = self.indicator.targets_at(self.standing.period?).iter();
        due.rev().find(|target| target.by.last() <= now).copied()
    }

    /// The target next to come, where nothing has been reported yet.
    pub(super) fn next_target(&self) -> Option<Target> {
        let mut open = self.standing.verdicts.iter().filter(|judged| !judged.replaced);
        let first = self.standing.verdicts.iter().find(|judged| !judged.replaced);
        open.find(|judged| judged.verdict == Verdict::Pending).or(first).map(|judged| judged.target)
    }

    /// Whether the status is a distance from the path, which the sentence then gives.
    fn compares(&self) -> bool {
        let compared = Status::Ahead..=Status::FarBehind;
        !self.keeps() && compared.contains(&self.standing.status)
    }

    pub(super) fn keeps(&self) -> bool {
        matches!(self.indicator.kind, Kind::KeepAtLeast | Kind::KeepAtMost)
    }

    pub(super) fn unit(&self) -> &'a str {
        self.indicator.unit.trim()
    }
}

/// Months as people say them: to the nearest whole month, 0 for less than half of one.
pub(super) fn whole_months(months: f64) -> i64 {
    months.abs().round() as i64
}

/// How many months, in words that never round across the edge of a band: 1.8 is nearly 2, 2.3 is more than 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    LessThanOne,
    One,
    Nearly(i64),
    Exactly(i64),
    MoreThan(i64),
}

pub(super) fn about(months: f64) -> About {
    let whole = whole_months(months);
    match months.abs() - whole as f64 {
        _ if whole == 0 => About::LessThanOne,
        _ if whole == 1 => About::One,
        0.0 => About::Exactly(whole),
        over if over < 0.0 => About::Nearly(whole),
        _ => About::MoreThan(whole),
    }
}

/// A number with just so many decimals: `1.0`, `1,234.5`.
fn fixed(value: f64, places: i32) -> String {
    let text = number(value);
    let written = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let missing = usize::try_from(places).unwrap_or(0).saturating_sub(written);
    let point = if written == 0 && missing > 0 { "." } else { "" };
    format!("{text}{point}{}", "0".repeat(missing))
}
