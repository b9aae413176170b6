//! Outlines as SVG path data that is short: whole numbers, relative where that saves a byte, commands not repeated.

use ttf_parser::OutlineBuilder;

/// The outline of a letter: 1,000 units an em, y downwards. It is made once and can be put anywhere.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Letter {
    /// Where it begins.
    first: Point,
    /// All that follows, relative to that.
    rest: Box<str>,
    /// Where it leaves the pen.
    last: Point,
}

/// An outline in the making.
pub(super) struct PathData {
    out: String,
    /// From units of the font.
    scale: f32,
    first: Option<Point>,
    /// The pen, and where the part began.
    at: Point,
    start: Point,
    /// The command that need not be written again.
    command: char,
    /// The last control point of a quadratic curve, for `t`.
    control: Option<Point>,
    /// How long `out` was before a line, if a line came last: one that leads back to the start is not needed.
    before_line: Option<usize>,
}

pub(super) type Point = (i32, i32);

impl PathData {
    /// For a font of so many units an em.
    pub(super) fn new(per_em: f32) -> Self {
        let (at, start, command, scale) = ((0, 0), (0, 0), ' ', 1000.0 / per_em);
        let (out, control, before_line) = (String::new(), None, None);
        PathData { out, scale, first: None, at, start, command, control, before_line }
    }

    pub(super) fn finish(self) -> Letter {
        let first = self.first.unwrap_or_default();
        Letter { first, rest: self.out.into(), last: self.at }
    }

    fn point(&self, x: f32, y: f32) -> Point {
        ((x * self.scale).round() as i32, (-y * self.scale).round() as i32)
    }

    /// A command with numbers that end in its new point.
    fn put(&mut self, command: char, numbers: &[i32]) {
        self.before_line = "hvl".contains(command).then_some(self.out.len());
        let repeated = self.command == command;
        if !repeated {
            self.out.push(command);
            self.command = command;
        }
        for (position, number) in numbers.iter().enumerate() {
            if *number >= 0 && (position > 0 || repeated) {
                self.out.push(' ');
            }
            put_number(*number, &mut self.out);
        }
    }

    fn line(&mut self, to: Point) {
        let (dx, dy) = (to.0 - self.at.0, to.1 - self.at.1);
        match (dx, dy) {
            (0, 0) => {}
            (_, 0) => self.put('h', &[dx]),
            (0, _) => self.put('v', &[dy]),
            _ => self.put('l', &[dx, dy]),
        }
        (self.at, self.control) = (to, None);
    }
}

impl Letter {
    /// Adds it to a path whose pen stands at `pen`, shifted to the right.
    pub(super) fn put(&self, shift: i32, pen: &mut Point, out: &mut String) {
        if self.rest.is_empty() {
            return;
        }
        let to = (self.first.0 + shift, self.first.1);
        let by = (to.0 - pen.0, to.1 - pen.1);
        // The first is absolute; later ones are whichever is shorter.
        let absolute = out.is_empty() || digits(to) <= digits(by);
        let (command, (x, y)) = if absolute { ('M', to) } else { ('m', by) };
        out.push(command);
        put_number(x, out);
        if y >= 0 {
            out.push(' ');
        }
        put_number(y, out);
        out.push_str(&self.rest);
        *pen = (self.last.0 + shift, self.last.1);
    }
}

/// By hand, because a picture is a million of these.
fn put_number(number: i32, out: &mut String) {
    let mut digits = [0; 11];
    let mut at = digits.len();
    let mut rest = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        at -= 1;
        digits[at] = b'-';
    }
    out.push_str(std::str::from_utf8(&digits[at..]).unwrap_or_default());
}

/// How many characters a pair of numbers takes.
fn digits((x, y): Point) -> u32 {
    let of = |n: i32| n.unsigned_abs().checked_ilog10().unwrap_or(0) + 1 + u32::from(n < 0);
    // A minus parts them as well as a space does.
    of(x) + of(y) + u32::from(y >= 0)
}

impl OutlineBuilder for PathData {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        if self.first.is_none() {
            self.first = Some(to);
        } else {
            // A repeated move would be a line.
            self.command = ' ';
            self.put('m', &[to.0 - self.at.0, to.1 - self.at.1]);
        }
        self.command = ' ';
        (self.at, self.start, self.control) = (to, to, None);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.line(self.point(x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, to, from) = (self.point(x1, y1), self.point(x, y), self.at);
        let mirrored = self.control.map(|last| (2 * from.0 - last.0, 2 * from.1 - last.1));
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        if mirrored == Some(control) {
            self.put('t', &[dx, dy]);
        } else {
            self.put('q', &[control.0 - from.0, control.1 - from.1, dx, dy]);
        }
        (self.at, self.control) = (to, Some(control));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (one, two, to, from) = (self.point(x1, y1), self.point(x2, y2), self.point(x, y), self.at);
        let from_pen = |p: Point| [p.0 - from.0, p.1 - from.1];
        let [[a, b], [c, d], [e, f]] = [from_pen(one), from_pen(two), from_pen(to)];
        self.put('c', &[a, b, c, d, e, f]);
        (self.at, self.control) = (to, None);
    }

    fn close(&mut self) {
        if let Some(length) = self.before_line.filter(|_| self.at == self.start) {
            self.out.truncate(length);
        }
        self.out.push('z');
        self.command = ' ';
        (self.at, self.control) = (self.start, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: PathData) -> String {
        let mut out = String::new();
        path.finish().put(0, &mut (0, 0), &mut out);
        out
    }

    #[test]
    fn commands_are_not_repeated_and_a_minus_parts_numbers() {
        let mut path = PathData::new(1000.0);
        path.move_to(100.0, 200.0);
        path.line_to(110.0, 230.0);
        path.line_to(100.0, 240.0);
        path.line_to(100.0, 200.0);
        path.close();
        path.move_to(90.0, 200.0);
        path.quad_to(95.0, 205.0, 100.0, 200.0);
        path.quad_to(105.0, 195.0, 110.0, 200.0);
        path.close();
        assert_eq!(text(path), "M100-200l10-30-10-10zm-10 0q5-5 10 0t10 0z");
    }

    #[test]
    fn other_units_become_thousandths() {
        let mut path = PathData::new(2048.0);
        path.move_to(2048.0, 1024.0);
        path.curve_to(0.0, 0.0, 512.0, 0.0, 1024.0, 0.0);
        assert_eq!(text(path), "M1000-500c-1000 500-750 500-500 500");
    }
}
