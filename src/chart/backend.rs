//! Our own plotters backend: palette slots in, grouped SVG without a single colour out.
//!
//! Tenths of a pixel are plotters' whole numbers; they are written as pixels, so that style sheets and sizes
//! of type speak pixels. What is drawn with one slot after the other shares a `<g>`, and lines and areas in
//! it share a `<path>`: a third of the size of the stock backend.

use super::ink::{Brush, Paint, Rules};
use super::slot::Slot;
use crate::font::{self, Weight};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt::Write;

/// What the elements of a group have in common; sizes in tenths.
#[derive(Clone, Copy, PartialEq)]
struct Group {
    class: &'static str,
    anchor: &'static str,
    size: i32,
}

/// The backend.
pub(super) struct Pen<'a> {
    width: i32,
    height: i32,
    /// The size of type of the root, which groups need not repeat.
    base: i32,
    /// Colours and letters, where the chart does not leave them to the page.
    paint: Option<(&'a Paint, Rules)>,
    brush: Brush,
    out: String,
    group: Option<Group>,
    path: String,
    title: Option<String>,
    /// The letters that no font has.
    missing: BTreeSet<char>,
}

impl<'a> Pen<'a> {
    /// All in tenths of a pixel.
    pub(super) fn new(width: i32, height: i32, base: i32, paint: Option<(&'a Paint, Rules)>) -> Self {
        let (out, path) = (String::new(), String::new());
        let (brush, missing) = (Brush::default(), BTreeSet::new());
        Pen { width, height, base, paint, brush, out, group: None, path, title: None, missing }
    }

    /// The next shape stands alone and says this when pointed at.
    pub(super) fn title(&mut self, text: &str) {
        self.end_path();
        self.title = Some(text.to_owned());
    }

    /// The markup, and the letters in it that no font has.
    pub(super) fn finish(&mut self) -> (String, BTreeSet<char>) {
        self.end_group();
        (std::mem::take(&mut self.out), std::mem::take(&mut self.missing))
    }

    fn enter(&mut self, colour: BackendColor, anchor: &'static str, size: i32) {
        let class = Slot::class(colour);
        // Letters that are drawn know where they stand and how large they are.
        let (anchor, size) = if self.paint.is_some() { ("start", self.base) } else { (anchor, size) };
        let group = Group { class, anchor, size };
        if self.group == Some(group) {
            return;
        }
        self.end_group();
        match self.paint {
            Some((paint, rules)) => {
                self.brush = paint.palette.brush(class, rules);
                self.out.extend(["<g", &self.brush.attributes]);
            }
            None => self.out.extend(["<g class=\"", class, "\""]),
        }
        if anchor != "start" {
            let _ = write!(self.out, " text-anchor=\"{anchor}\"");
        }
        if size != self.base {
            let _ = write!(self.out, " font-size=\"{}\"", Tenths(size));
        }
        self.out.push('>');
        self.group = Some(group);
    }

    fn end_group(&mut self) {
        self.end_path();
        if self.group.take().is_some() {
            self.out.push_str("</g>");
        }
    }

    fn end_path(&mut self) {
        if self.path.is_empty() {
            return;
        }
        let path = std::mem::take(&mut self.path);
        let _ = write!(self.out, "<path d=\"{path}\"");
        self.close("path");
    }

    /// Ends a start tag, with the title that waits for it.
    fn close(&mut self, name: &str) {
        match self.title.take() {
            Some(title) => {
                self.out.push_str("><title>");
                escape(&title, &mut self.out);
                let _ = write!(self.out, "</title></{name}>");
            }
            None => self.out.push_str("/>"),
        }
    }

    fn trace(&mut self, colour: BackendColor, points: impl IntoIterator<Item = BackendCoord>, closed: bool) {
        self.enter(colour, "start", self.base);
        let mut at: Option<BackendCoord> = None;
        for (x, y) in points {
            let _ = match at {
                None => write!(self.path, "M{},{}", Tenths(x), Tenths(y)),
                Some(from) if from == (x, y) => Ok(()),
                Some((_, from)) if from == y => {
                    write!(self.path, "h{}", Tenths(x - at.map_or(x, |(x, _)| x)))
                }
                Some((from, before)) if from == x => write!(self.path, "v{}", Tenths(y - before)),
                Some((from_x, from_y)) => {
                    write!(self.path, "l{},{}", Tenths(x - from_x), Tenths(y - from_y))
                }
            };
            at = Some((x, y));
        }
        if closed && at.is_some() {
            self.path.push('z');
        }
        if self.title.is_some() {
            self.end_path();
        }
    }
}

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width.unsigned_abs(), self.height.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.trace(colour, [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)], true);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.trace(style.color(), [from, to], false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.trace(style.color(), [(left, top), (right, top), (right, bottom), (left, bottom)], true);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.trace(style.color(), path, false);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.trace(style.color(), corners, true);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.enter(style.color(), "start", self.base);
        self.end_path();
        let radius = Tenths(i32::try_from(radius).unwrap_or(0));
        let _ = write!(self.out, "<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\"", Tenths(x), Tenths(y));
        self.close("circle");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let size = style.size().round() as i32;
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // Rasterisers know little of dominant-baseline; the heights are those of Noto Sans SC.
        let y = match style.anchor().v_pos {
            VPos::Bottom => y,
            VPos::Center => y + size * 37 / 100,
            VPos::Top => y + size * 88 / 100,
        };
        self.enter(style.color(), anchor, size);
        self.end_path();
        if let Some((paint, _)) = self.paint {
            let weight = weight_of(style.style());
            self.letters(paint, text, weight, size, (x, y), style.anchor().h_pos);
            return Ok(());
        }
        let _ = write!(self.out, "<text x=\"{}\" y=\"{}\">", Tenths(x), Tenths(y));
        escape(text, &mut self.out);
        self.out.push_str("</text>");
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = font::measure(text, style.size() as f32, weight_of(style.style()));
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}

impl Pen<'_> {
    /// A text as one outline, on a patch of the ground where its class has one.
    fn letters(
        &mut self,
        paint: &Paint,
        text: &str,
        weight: Weight,
        size: i32,
        (x, y): BackendCoord,
        anchor: HPos,
    ) {
        let line = paint.fonts.outlines(text, weight);
        self.missing.extend(line.missing);
        if line.path.is_empty() {
            return;
        }
        let width = (line.width * size as f32).round() as i32;
        let x = match anchor {
            HPos::Left => x,
            HPos::Center => x - width / 2,
            HPos::Right => x - width,
        };
        let scale = f64::from(size) / 10_000.0;
        if self.brush.halo {
            // A patch of the ground is a tenth of the size of a second outline, and every program draws it.
            let ground = paint.palette.paper.replace(['"', '<', '&'], "");
            let (left, top, right) = (x - size / 8, y - size * 9 / 10, width + size / 4);
            let _ = write!(
                self.out,
                "<path fill=\"{ground}\" d=\"M{},{}h{}v{}h{}z\"/>",
                Tenths(left),
                Tenths(top),
                Tenths(right),
                Tenths(size * 21 / 20),
                Tenths(-right)
            );
        }
        let _ = write!(self.out, "<path transform=\"translate({} {})scale({scale})\"", Tenths(x), Tenths(y));
        self.out.extend([" d=\"", &line.path, "\"/>"]);
    }
}

fn weight_of(style: FontStyle) -> Weight {
    match style {
        FontStyle::Bold => Weight::Bold,
        _ => Weight::Regular,
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Tenths of a pixel, written as pixels: `123.4`, `-.5`, `7`.
#[derive(Clone, Copy)]
pub(super) struct Tenths(pub(super) i32);

impl std::fmt::Display for Tenths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // By hand, because a chart is hundreds of these: digits from the right, then the sign.
        let (mut whole, tenth) = (self.0.unsigned_abs() / 10, (self.0.unsigned_abs() % 10) as u8);
        let mut text = [0; 12];
        let mut at = text.len();
        let mut put = |byte: u8| {
            at -= 1;
            text[at] = byte;
        };
        if tenth > 0 {
            put(b'0' + tenth);
            put(b'.');
        }
        while whole > 0 {
            put(b'0' + (whole % 10) as u8);
            whole /= 10;
        }
        if self.0 == 0 {
            put(b'0');
        }
        if self.0 < 0 {
            put(b'-');
        }
        f.write_str(std::str::from_utf8(&text[at..]).unwrap_or_default())
    }
}

/// Text as XML allows it, in content and in attributes; characters that XML forbids become spaces.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_short() {
        let all: Vec<String> = [0, 7, -7, 10, -123, 1000].map(|t| Tenths(t).to_string()).into();
        assert_eq!(all, ["0", ".7", "-.7", "1", "-12.3", "100"]);
    }

    #[test]
    fn escapes_what_xml_forbids() {
        let mut out = String::new();
        escape("<a href='x'>\"&\u{0}\u{FFFF}", &mut out);
        assert_eq!(out, "&lt;a href=&#39;x&#39;&gt;&quot;&amp;  ");
    }

    #[test]
    fn what_is_drawn_alike_shares_a_group_and_a_path() {
        use plotters::style::Color;
        let mut pen = Pen::new(1000, 1000, 130, None);
        let grid = Slot::Grid.to_backend_color();
        pen.draw_line((0, 105), (1000, 105), &grid).unwrap();
        pen.draw_line((0, 200), (0, 300), &grid).unwrap();
        pen.draw_circle((5, 5), 20, &Slot::Dot.to_backend_color(), true).unwrap();
        let (out, missing) = pen.finish();
        assert_eq!(
            out,
            "<g class=\"c-grid\"><path d=\"M0,10.5h100M0,20v10\"/></g>\
             <g class=\"c-dot\"><circle cx=\".5\" cy=\".5\" r=\"2\"/></g>"
        );
        assert!(missing.is_empty());
    }
}
