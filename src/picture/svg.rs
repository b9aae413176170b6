//! A scene -> SVG that stands alone: no fonts, no style sheet, no references outside. Each glyph is drawn once in
//! `<defs>`; lines of text are `<use>` in units of the font, so numbers stay short and whole.
//!
//! `xlink:href` rather than `href`: office programs of some years ago know only that one.

use super::scene::{Area, Letters, Mark, Scene};
use crate::font::{Fonts, Glyph};
use std::collections::BTreeSet;
use std::fmt::{self, Write};

/// The SVG of a scene that is shown in this size.
pub(super) fn write(scene: &Scene, (width, height): (f32, f32), fonts: &Fonts) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\">",
        Tenth(width),
        Tenth(height),
        Tenth(scene.width),
        Tenth(scene.height)
    );
    // A canvas that grew has its form but for a rounded pixel: no strip of nothing for that.
    if (width, height) != (scene.width, scene.height) {
        out.truncate(out.len() - 1);
        out.push_str(" preserveAspectRatio=\"none\">");
    }
    define(scene, fonts, &mut out);
    for mark in &scene.marks {
        draw(mark, fonts, &mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// The outlines of all glyphs, in order.
fn define(scene: &Scene, fonts: &Fonts, out: &mut String) {
    let mut used: BTreeSet<Glyph> = BTreeSet::new();
    for mark in &scene.marks {
        if let Mark::Letters(letters) | Mark::Stamp { letters, .. } = mark {
            used.extend(letters.glyphs.iter().map(|(glyph, _)| *glyph));
        }
    }
    out.push_str("<defs>");
    for glyph in used {
        let outline = fonts.outline(glyph);
        if !outline.is_empty() {
            let _ = write!(out, "<path id=\"{glyph}\" d=\"{outline}\"/>");
        }
    }
    out.push_str("</defs>\n");
}

fn draw(mark: &Mark, fonts: &Fonts, out: &mut String) {
    match mark {
        Mark::Rect { area, fill } => {
            let _ = write!(out, "<rect{} fill=\"{fill}\"/>", Box(*area));
        }
        Mark::Border { area, stroke } => {
            let inner =
                Area { x: area.x + 1.0, y: area.y + 1.0, width: area.width - 2.0, height: area.height - 2.0 };
            let _ = write!(out, "<rect{} fill=\"none\" stroke=\"{stroke}\" stroke-width=\"2\"/>", Box(inner));
        }
        Mark::Letters(letters) => write_letters(letters, "", fonts, out),
        Mark::Path { area, scale, data, fill } => {
            let _ = write!(
                out,
                "<path transform=\"translate({} {})scale({})\" fill=\"{fill}\" d=\"{data}\"/>",
                Tenth(area.x),
                Tenth(area.y),
                Part(*scale)
            );
        }
        Mark::Icon { area, body, stroke } => {
            let _ = write!(
                out,
                "<g transform=\"translate({} {})scale({})\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{body}</g>",
                Tenth(area.x),
                Tenth(area.y),
                Part(area.width / 24.0)
            );
        }
        Mark::Chart { area, scale, svg } => {
            let _ = write!(
                out,
                "<g transform=\"translate({} {})scale({})\">{svg}</g>",
                Tenth(area.x),
                Tenth(area.y),
                Part(*scale)
            );
        }
        Mark::Stamp { letters, opacity } => {
            let (x, y) =
                (letters.area.x + letters.area.width / 2.0, letters.area.y + letters.area.height / 2.0);
            let turned =
                format!(" fill-opacity=\"{opacity}\" transform=\"rotate(-20 {} {})\"", Tenth(x), Tenth(y));
            write_letters(letters, &turned, fonts, out);
        }
    }
    out.push('\n');
}

fn write_letters(letters: &Letters, more: &str, fonts: &Fonts, out: &mut String) {
    let drawn = letters.glyphs.iter().filter(|(glyph, _)| fonts.advance(*glyph) > 0.0);
    let _ = write!(out, "<g fill=\"{}\"{more}><g transform=\"", letters.fill);
    let scale = letters.size / 1000.0;
    let _ = write!(
        out,
        "translate({} {})scale({})\">",
        Tenth(letters.area.x),
        Tenth(letters.baseline),
        Part(scale)
    );
    for (glyph, em) in drawn {
        let _ = write!(out, "<use xlink:href=\"#{glyph}\"");
        let x = (em * 1000.0).round();
        if x != 0.0 {
            let _ = write!(out, " x=\"{x}\"");
        }
        out.push_str("/>");
    }
    out.push_str("</g></g>");
}

/// Attributes of a rectangle.
struct Box(Area);

impl fmt::Display for Box {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Area { x, y, width, height } = self.0;
        for (name, value) in [("x", x), ("y", y)] {
            if value != 0.0 {
                write!(f, " {name}=\"{}\"", Tenth(value))?;
            }
        }
        write!(f, " width=\"{}\" height=\"{}\"", Tenth(width.max(0.0)), Tenth(height.max(0.0)))
    }
}

/// A length, to a tenth of a pixel.
struct Tenth(f32);

impl fmt::Display for Tenth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round();
        if tenths % 10.0 == 0.0 {
            write!(f, "{}", tenths / 10.0 + 0.0)
        } else {
            write!(f, "{:.1}", tenths / 10.0)
        }
    }
}

/// A factor, to four places.
struct Part(f32);

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.4}", self.0);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.').trim_start_matches(if self.0 < 1.0 {
            "0"
        } else {
            ""
        }))
    }
}
