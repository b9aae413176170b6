//! The planned path and what was reached, over the months.

use super::frame::Frame;
use super::place::{Area, Barrier, Block, Placer, Side};
use super::sheet::{Anchor, Point, Sheet, TYPE};
use super::slot::Slot;
use super::{Caption, Form, Ink, Paint, Piece};
use crate::font::{self, Weight};
use crate::model::{Language, Month};

/// A line chart: planned path, figures and dated targets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What it says of itself.
    pub caption: Caption,
    /// For the dates of the axis.
    pub language: Language,
    /// The unit, which stands above the axis of values: 家. May be empty.
    pub unit: String,
    /// Months from one figure to the next where none is missing: 1, 3 or 12. Further apart, the line breaks.
    pub every: i32,
    /// Where the path starts.
    pub baseline: Option<(Month, f64)>,
    /// The corners of the planned path, baseline and steps included; two of one month make a step.
    pub plan: Vec<(Month, f64)>,
    /// 计划路径.
    pub plan_label: String,
    /// The figures.
    pub actual: Vec<Actual>,
    /// The newest figure in words: 128家，2024年6月.
    pub actual_label: String,
    /// The dated targets.
    pub targets: Vec<Goal>,
}

/// A figure of a line chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Actual {
    /// The month at whose end it stood.
    pub month: Month,
    /// The figure.
    pub value: f64,
    /// Drawn as a hollow dot: provisional or estimated. Where all figures are invented, say so in
    /// [`Caption::example`] instead.
    pub hollow: bool,
    /// Shown when pointed at: 初步数; 2024年9月修订. A figure with a note has a dot.
    pub note: Option<String>,
}

/// A dated target.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The month at whose end it is due.
    pub month: Month,
    /// The value.
    pub value: f64,
    /// 2025年底.
    pub date: String,
    /// 超过160家.
    pub promise: String,
}

/// The size of type of the newest figure.
const STRONG: f64 = 14.0;
/// Radii.
const GOAL: f64 = 5.5;
const DOT: f64 = 3.5;
const LAST_DOT: f64 = 5.0;

impl Line {
    /// 720 × 320 or 360 × 300. `id` is the prefix of all ids: another one for each chart and form of a page.
    pub fn svg(&self, form: Form, id: &str, ink: &Ink) -> String {
        self.draw(form, ink.paint()).0.svg("line", Some(form), id, (&self.caption, ink))
    }

    /// For a picture, as wide as its [`COLUMN`](super::COLUMN).
    pub fn piece(&self, paint: &Paint) -> Piece {
        self.draw(Form::Picture, Some(paint)).0.piece(&self.caption)
    }

    /// The sheet, and the areas of all labels on it.
    pub(super) fn draw<'a>(&self, form: Form, paint: Option<&'a Paint>) -> (Sheet<'a>, Vec<Area>) {
        let height = match form {
            Form::Wide => 320.0,
            Form::Narrow => 300.0,
            Form::Picture => 136.0,
        };
        let sheet = Sheet::new(form, form.width(), height, paint);
        let runs = self.runs();
        let targets = self.sorted_targets();
        let plan = sorted(&self.plan);
        let Some((first, last)) = self.span(&plan, &runs, &targets) else {
            // Nothing to draw is said as such: an empty frame would look like a mistake.
            sheet.text(Slot::Note, (form.width() / 2.0, height / 2.0), Anchor::Middle, "—");
            return (sheet, Vec::new());
        };
        let frame = Frame::of(self, form, (first, last), &targets, height);
        let mut placer = Placer::new(sheet.width, sheet.height);
        let mut areas = Vec::new();
        frame.draw_axes(self, &sheet, &mut placer, &mut areas);

        let at = |&(month, value): &(Month, f64)| frame.at(&sheet, month, value);
        let plan: Vec<Point> = plan.iter().map(at).collect();
        let runs: Vec<Vec<Point>> = runs.iter().map(|run| run.iter().map(at).collect()).collect();
        let end = self.newest().map(|a| frame.at(&sheet, a.month, a.value));

        sheet.line(Slot::Plan, &plan);
        placer.line(&plan, Barrier::Soft);
        for run in &runs {
            sheet.line(Slot::Actual, run);
            placer.line(run, Barrier::Hard);
        }
        self.draw_marks(&sheet, &mut placer, &frame, &runs, &targets);
        if let Some(word) = &self.caption.example {
            // Below the line where it rises; else above the plot, where nothing is drawn.
            let area = |at| Area::of_text(at, Anchor::End, word, TYPE, Slot::Example);
            let (low, high) = ((frame.right, frame.bottom - 10.0), (sheet.width - 1.0, 13.0));
            let at = if placer.is_blank(&area(low)) { low } else { high };
            sheet.text(Slot::Example, at, Anchor::End, word);
            placer.take(area(at));
            areas.push(area(at));
        }

        let rising = match (plan.first(), plan.last(), runs.concat().first(), end) {
            (Some(from), Some(to), ..) if plan.len() > 1 => to.1 <= from.1,
            (.., Some(from), Some(to)) => to.1 <= from.1,
            _ => true,
        };
        if let Some(at) = end {
            let label = placer.place(at, &self.end_blocks(form), &under(rising), Some(Barrier::Hard));
            areas.extend(label.inspect(|label| label.draw(&sheet)).map(|label| label.area));
        }
        // The last target first, then the others as they come: where all cannot be told, the end is told.
        // A picture has room for the goal and for what is due next.
        let next = targets.iter().position(|goal| self.newest().is_none_or(|a| goal.month > a.month));
        let told = |at: usize| form != Form::Picture || Some(at) == next;
        let others = targets.iter().enumerate().rev().skip(1).rev().filter(|&(at, _)| told(at));
        for (position, goal) in targets.iter().rev().take(1).chain(others.map(|(_, goal)| goal)).enumerate() {
            let sides = if position == 0 { over_end(rising) } else { under(rising).to_vec() };
            let beside = position == 0 && frame.beside;
            let at = frame.at(&sheet, goal.month, goal.value);
            let label =
                placer.place(at, &goal.blocks(self.language, form, beside), &sides, Some(Barrier::Soft));
            areas.extend(label.inspect(|label| label.draw(&sheet)).map(|label| label.area));
        }
        if plan.len() > 1 && !self.plan_label.is_empty() {
            let blocks = [Block::new(vec![self.plan_label.clone()], TYPE, Slot::Note).aloof()];
            let label = [0.78, 0.66, 0.5, 0.88, 0.35, 0.2, 0.1]
                .map(|share| along(&plan, share))
                .into_iter()
                // Where both lines run together, the name would be read as that of the thick one.
                .filter(|&at| !placer.is_thick(at))
                .collect::<Vec<_>>()
                .into_iter()
                .find_map(|at| placer.place(at, &blocks, &over(rising), None));
            areas.extend(label.inspect(|label| label.draw(&sheet)).map(|label| label.area));
        }
        (sheet, areas)
    }

    /// The figures, baseline first, in runs without a gap. Of two figures of a month the later one counts.
    fn runs(&self) -> Vec<Vec<(Month, f64)>> {
        let mut points: Vec<(Month, f64)> = Vec::new();
        let mut actual: Vec<(Month, f64)> =
            self.actual.iter().filter(|a| a.value.is_finite()).map(|a| (a.month, a.value)).collect();
        actual.sort_by_key(|&(month, _)| month);
        let first = actual.first().map(|&(month, _)| month);
        points.extend(
            self.baseline.filter(|&(month, value)| value.is_finite() && first.is_none_or(|f| month < f)),
        );
        for point in actual {
            match points.last_mut() {
                Some(last) if last.0 == point.0 => *last = point,
                _ => points.push(point),
            }
        }
        let step = i64::from(self.every.max(1));
        points.chunk_by(|a, b| i64::from(b.0.0) - i64::from(a.0.0) <= step).map(<[_]>::to_vec).collect()
    }

    fn newest(&self) -> Option<&Actual> {
        self.actual.iter().filter(|a| a.value.is_finite()).max_by_key(|a| a.month)
    }

    fn sorted_targets(&self) -> Vec<&Goal> {
        let mut targets: Vec<&Goal> = self.targets.iter().filter(|t| t.value.is_finite()).collect();
        targets.sort_by_key(|t| t.month);
        targets
    }

    fn span(
        &self,
        plan: &[(Month, f64)],
        runs: &[Vec<(Month, f64)>],
        targets: &[&Goal],
    ) -> Option<(Month, Month)> {
        let months = || {
            let drawn = plan.iter().chain(runs.iter().flatten()).map(|&(month, _)| month);
            drawn.chain(targets.iter().map(|t| t.month))
        };
        let (first, last) = (months().min()?, months().max()?);
        // A single month still needs an axis.
        if first == last {
            return Some((Month(first.0.saturating_sub(3)), Month(last.0.saturating_add(3))));
        }
        Some((first, last))
    }

    fn draw_marks(
        &self,
        sheet: &Sheet,
        placer: &mut Placer,
        frame: &Frame,
        runs: &[Vec<Point>],
        targets: &[&Goal],
    ) {
        for (position, goal) in targets.iter().enumerate() {
            let at = frame.at(sheet, goal.month, goal.value);
            let slot = if position + 1 == targets.len() { Slot::Goal } else { Slot::GoalOpen };
            sheet.dot(slot, at, GOAL);
            placer.mark(at, GOAL + 1.0);
        }
        let newest = self.newest();
        let mut figures: Vec<&Actual> = self.actual.iter().filter(|a| a.value.is_finite()).collect();
        figures.sort_by_key(|a| a.month);
        for figure in figures {
            sheet.point(frame.at(sheet, figure.month, figure.value));
        }
        // A figure without neighbours would be a line without length.
        for run in runs.iter().filter(|run| run.len() == 1) {
            sheet.dot(Slot::Dot, run[0], DOT);
            placer.mark(run[0], DOT);
        }
        let mut noted: Vec<&Actual> = self
            .actual
            .iter()
            .filter(|a| a.value.is_finite() && (a.hollow || a.note.is_some()) && Some(*a) != newest)
            .collect();
        noted.sort_by_key(|a| a.month);
        for figure in noted.into_iter().chain(newest) {
            let at = frame.at(sheet, figure.month, figure.value);
            let radius = if Some(figure) == newest { LAST_DOT } else { DOT };
            let slot = if figure.hollow { Slot::DotOpen } else { Slot::Dot };
            if let Some(note) = &figure.note {
                sheet.title(note);
            }
            sheet.dot(slot, at, radius);
            placer.mark(at, radius);
        }
    }

    /// The newest figure: in one line, in two at its comma, or wrapped.
    fn end_blocks(&self, form: Form) -> Vec<Block> {
        if self.actual_label.is_empty() {
            return Vec::new();
        }
        let block = |lines| Block::new(lines, STRONG, Slot::Strong);
        let mut blocks = vec![block(vec![self.actual_label.clone()])];
        if let Some((figure, date)) = self.actual_label.rsplit_once(['，', ',']) {
            blocks.push(block(vec![figure.trim().to_owned(), date.trim().to_owned()]));
        }
        let room = form.width() * 0.4;
        blocks.push(block(font::balance(&self.actual_label, STRONG as f32, Weight::Bold, room as f32)));
        blocks.retain(|block| block.width() <= form.width() * 0.5);
        blocks
    }
}

impl Goal {
    /// In one line, in two, wrapped; if nothing else fits the promise alone, for the axis tells the date.
    pub(super) fn blocks(&self, language: Language, form: Form, beside: bool) -> Vec<Block> {
        let block = |lines| Block::new(lines, TYPE, Slot::Text);
        let between = match language {
            Language::Chinese => "",
            Language::English => ": ",
        };
        let words: Vec<&str> =
            [&self.date, &self.promise].into_iter().map(|w| w.trim()).filter(|w| !w.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let room = (form.width() * 0.38) as f32;
        let wrapped =
            words.iter().flat_map(|w| font::balance(w, TYPE as f32, Weight::Regular, room)).collect();
        let one = block(vec![words.join(between)]);
        let two = block(words.iter().map(|&w| w.to_owned()).collect());
        let mut blocks = if beside { vec![two, one] } else { vec![one, two] };
        blocks.push(block(wrapped));
        blocks.push(block(vec![words[words.len() - 1].to_owned()]));
        blocks.retain(|block| block.width() <= form.width() * 0.45 && block.lines() <= 5);
        blocks
    }
}

/// By month; what was written for one month stays in its order, which makes a step.
fn sorted(points: &[(Month, f64)]) -> Vec<(Month, f64)> {
    let mut points: Vec<_> = points.iter().copied().filter(|(_, value)| value.is_finite()).collect();
    points.sort_by_key(|&(month, _)| month);
    points
}

/// The point of a path at a share of its width.
fn along(path: &[Point], share: f64) -> Point {
    let (Some(&first), Some(&last)) = (path.first(), path.last()) else { return (0.0, 0.0) };
    let x = first.0 + (last.0 - first.0) * share;
    path.windows(2)
        .find(|pair| pair[0].0 <= x && x <= pair[1].0 && pair[0].0 < pair[1].0)
        .map_or(first, |pair| {
            (x, pair[0].1 + (pair[1].1 - pair[0].1) * (x - pair[0].0) / (pair[1].0 - pair[0].0))
        })
}

/// The sides on which a label stands clear of a line that runs through its mark: below a rising one, to the right.
fn under(rising: bool) -> [Side; 8] {
    use Side::*;
    if rising {
        [SouthEast, East, South, NorthWest, North, West, SouthWest, NorthEast]
    } else {
        [NorthEast, East, North, SouthWest, South, West, NorthWest, SouthEast]
    }
}

/// On the other side of it.
fn over(rising: bool) -> [Side; 4] {
    use Side::*;
    if rising { [NorthWest, North, SouthEast, South] } else { [NorthEast, North, SouthWest, South] }
}

/// At the end of a line: beside it, else over it.
fn over_end(rising: bool) -> Vec<Side> {
    use Side::*;
    if rising {
        vec![East, NorthWest, North, West, SouthEast, South, SouthWest]
    } else {
        vec![East, NorthEast, North, NorthWest, SouthWest, South, West]
    }
}
