//! The fonts with which pictures are drawn: two that are shipped, then the site's own. ttf-parser is fenced in this room.

use super::path::{Letter, PathData, Point};
use super::{Weight, face::Face};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// The faces, in the order in which they are asked for a letter. Cheap to clone and to share among threads.
#[derive(Clone)]
pub struct Fonts {
    faces: Arc<Faces>,
}

struct Faces {
    regular: ttf_parser::Face<'static>,
    bold: ttf_parser::Face<'static>,
    /// The site's own, in order of name.
    more: Vec<Face>,
    /// The outlines that were asked for, by face and glyph: a picture draws the same few hundred again and again.
    kept: Vec<Kept>,
}

type Kept = Box<[OnceLock<Letter>]>;

/// A line of text as one outline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// SVG path data as of [`Fonts::outline`]: 1,000 units an em, the baseline at 0, the first letter from 0.
    pub path: String,
    /// In em.
    pub width: f32,
    /// What every font lacks, and is drawn as [`GETA`].
    pub missing: BTreeSet<char>,
}

/// A letter of one face, ready to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Glyph {
    face: u16,
    id: u16,
}

/// A file of the site's that is no font for drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFont {
    /// The name under which it was given.
    pub name: String,
    /// What is wrong with it.
    pub why: WhyBad,
}

/// What is wrong with a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyBad {
    /// Not TrueType or OpenType, or broken: WOFF must be unpacked first.
    NotAFont,
    /// It holds pictures of letters, or nothing, but no outlines.
    NoOutlines,
    /// It does not say which letter is which.
    NoLetters,
}

/// 〓, the printers' mark for a letter that is not at hand: what is drawn where every font lacks one.
pub const GETA: char = '〓';

/// The shipped fonts whole, for those who set type by themselves: Regular, then Bold.
pub static SHIPPED: [&[u8]; 2] = [REGULAR, BOLD];

static REGULAR: &[u8] = include_bytes!("shipped/NotoSansSC-Regular.ttf");
static BOLD: &[u8] = include_bytes!("shipped/NotoSansSC-Bold.ttf");

/// Where the site's own faces begin.
const OWN: u16 = 2;
/// Draws nothing and takes no room: what only tells software how to treat its neighbours.
const NOTHING: Glyph = Glyph { face: u16::MAX, id: 0 };

impl Fonts {
    /// The shipped faces: Noto Sans SC, Regular and Bold. Cheap: their tables are found, nothing is unpacked.
    pub fn shipped() -> Fonts {
        let face =
            |bytes| ttf_parser::Face::parse(bytes, 0).expect("a shipped font is whole, a test says so");
        Fonts::of(face(REGULAR), face(BOLD), Vec::new())
    }

    /// These and the site's own, each with its name and its bytes: asked in order of name for what ours lack, those
    /// of the wanted weight first.
    pub fn with(self, mut more: Vec<(String, Vec<u8>)>) -> Result<Fonts, BadFont> {
        more.sort();
        let mut faces = Vec::new();
        for (name, bytes) in more {
            faces.extend(Face::read(bytes).map_err(|why| BadFont { name, why })?);
        }
        Ok(Fonts::of(self.faces.regular.clone(), self.faces.bold.clone(), faces))
    }

    fn of(regular: ttf_parser::Face<'static>, bold: ttf_parser::Face<'static>, more: Vec<Face>) -> Fonts {
        let shipped = [&regular, &bold].map(|face| usize::from(face.number_of_glyphs()));
        let counts = shipped.into_iter().chain(more.iter().map(Face::glyphs));
        let kept = counts.map(|count| (0..count).map(|_| OnceLock::new()).collect()).collect();
        Fonts { faces: Arc::new(Faces { regular, bold, more, kept }) }
    }

    /// The glyph of a letter; none where every font lacks it.
    pub fn glyph(&self, c: char, weight: Weight) -> Option<Glyph> {
        let (face, shipped) = match weight {
            Weight::Regular => (0, &self.faces.regular),
            Weight::Bold => (1, &self.faces.bold),
        };
        if is_silent(c) {
            return Some(NOTHING);
        }
        if let Some(id) = shipped.glyph_index(c) {
            return Some(Glyph { face, id: id.0 });
        }
        let own = |fits: bool| {
            let faces = (OWN..)
                .zip(self.faces.more.iter())
                .filter(move |(_, face)| (face.weight() == weight) == fits);
            faces.filter_map(move |(face, it)| Some(Glyph { face, id: it.id(c)? })).next()
        };
        // Thin spaces and the like: a space.
        own(true)
            .or_else(|| own(false))
            .or_else(|| if c.is_whitespace() { self.glyph(' ', weight) } else { None })
    }

    /// The glyph of a letter, or that of [`GETA`] where every font lacks it.
    pub fn drawn(&self, c: char, weight: Weight) -> Glyph {
        self.glyph(c, weight).or_else(|| self.glyph(GETA, weight)).unwrap_or(NOTHING)
    }

    /// How far the next letter is, in em.
    pub fn advance(&self, glyph: Glyph) -> f32 {
        let of = |face: &ttf_parser::Face| {
            let units = face.glyph_hor_advance(ttf_parser::GlyphId(glyph.id)).unwrap_or(0);
            f32::from(units) / f32::from(face.units_per_em())
        };
        match glyph.face {
            0 => of(&self.faces.regular),
            1 => of(&self.faces.bold),
            face => self.own(face).map_or(0.0, |face| face.advance(glyph.id)),
        }
    }

    /// The outline as SVG path data: 1,000 units an em, y downwards, the baseline at 0, whole numbers. Empty where
    /// there is nothing to draw, as for a space.
    pub fn outline(&self, glyph: Glyph) -> String {
        let mut path = String::new();
        self.add(glyph, 0, &mut (0, 0), &mut path);
        path
    }

    /// A line of text as one outline.
    pub fn outlines(&self, text: &str, weight: Weight) -> Outlines {
        let mut line = Outlines::default();
        let mut pen = (0, 0);
        for c in text.chars() {
            let glyph = self.glyph(c, weight);
            if glyph.is_none() {
                line.missing.insert(c);
            }
            let glyph = glyph.unwrap_or_else(|| self.drawn(GETA, weight));
            self.add(glyph, (line.width * 1000.0).round() as i32, &mut pen, &mut line.path);
            line.width += self.advance(glyph);
        }
        line
    }

    fn add(&self, glyph: Glyph, shift: i32, pen: &mut Point, out: &mut String) {
        let kept = self.faces.kept.get(usize::from(glyph.face));
        if let Some(letter) = kept.and_then(|face| face.get(usize::from(glyph.id))) {
            letter.get_or_init(|| self.letter(glyph)).put(shift, pen, out);
        }
    }

    /// An outline from its font.
    fn letter(&self, glyph: Glyph) -> Letter {
        let of = |face: &ttf_parser::Face| {
            let mut path = PathData::new(face.units_per_em().into());
            face.outline_glyph(ttf_parser::GlyphId(glyph.id), &mut path);
            path.finish()
        };
        match glyph.face {
            0 => of(&self.faces.regular),
            1 => of(&self.faces.bold),
            face => self.own(face).map(|face| face.outline(glyph.id)).unwrap_or_default(),
        }
    }

    /// The width of a text at a size, in the unit of the size. What every font lacks counts as [`GETA`].
    pub fn measure(&self, text: &str, size: f32, weight: Weight) -> f32 {
        text.chars().map(|c| self.advance(self.drawn(c, weight))).sum::<f32>() * size
    }

    fn own(&self, face: u16) -> Option<&Face> {
        self.faces.more.get(usize::from(face.checked_sub(OWN)?))
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fonts(2 shipped, {} of the site)", self.faces.more.len())
    }
}

impl fmt::Display for Glyph {
    /// A name for an `id`: `r` (Regular), `b` (Bold) or `f2-` (a face of the site's) and a number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.face {
            0 => write!(f, "r{}", self.id),
            1 => write!(f, "b{}", self.id),
            face => write!(f, "f{face}-{}", self.id),
        }
    }
}

impl fmt::Display for BadFont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            WhyBad::NotAFont => "not a TrueType or OpenType font, or broken",
            WhyBad::NoOutlines => "without outlines",
            WhyBad::NoLetters => "without a table of letters",
        };
        write!(f, "{}: {why}", self.name)
    }
}

impl std::error::Error for BadFont {}

/// Characters that are instructions, not letters: controls, joiners, directions, variation selectors.
fn is_silent(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::super::{advance, measure};
    use super::*;

    const RARE: &[u8] = include_bytes!("../../tests/fonts/rare-regular.ttf");
    const RARE_BOLD: &[u8] = include_bytes!("../../tests/fonts/rare-bold.ttf");
    const WEIGHTS: [Weight; 2] = [Weight::Regular, Weight::Bold];

    fn with(fonts: &[(&str, &[u8])]) -> Result<Fonts, BadFont> {
        Fonts::shipped().with(fonts.iter().map(|&(name, bytes)| (name.to_owned(), bytes.to_vec())).collect())
    }

    #[test]
    fn the_table_for_pages_says_what_the_font_says() {
        let fonts = Fonts::shipped();
        for (weight, table) in WEIGHTS.into_iter().zip([&advance::REGULAR, &advance::BOLD]) {
            for (c, units) in (' '..='~').zip(table) {
                let real = fonts.advance(fonts.glyph(c, weight).expect("ASCII is in the font"));
                assert!((real * 1000.0 - f32::from(*units)).abs() < 1.5, "{c} {weight:?}: {real} {units}");
            }
        }
        let text = "到2027年，高新技术企业超过200家（示例）";
        assert!((fonts.measure(text, 52.0, Weight::Bold) - measure(text, 52.0, Weight::Bold)).abs() < 0.01);
    }

    #[test]
    fn every_listed_letter_has_an_outline_in_both_weights() {
        let fonts = Fonts::shipped();
        for c in include_str!("shipped/letters.txt").chars().filter(|&c| c != '\n') {
            for weight in WEIGHTS {
                let glyph = fonts.glyph(c, weight);
                let outline = glyph.map(|glyph| fonts.outline(glyph));
                assert!(outline.is_some_and(|path| path.is_empty() == c.is_whitespace()), "{c} {weight:?}");
            }
        }
        assert!(fonts.glyph('瀼', Weight::Bold).is_some(), "瀼渡镇");
    }

    #[test]
    fn digits_are_tabular() {
        let fonts = Fonts::shipped();
        for weight in WEIGHTS {
            let advance = |c| fonts.advance(fonts.glyph(c, weight).expect("a digit"));
            assert!(('1'..='9').all(|c| advance(c) == advance('0')));
        }
    }

    #[test]
    fn an_unknown_letter_is_none_and_drawn_as_a_geta() {
        let fonts = Fonts::shipped();
        assert_eq!(fonts.glyph('龘', Weight::Regular), None);
        assert_eq!(fonts.glyph('\u{E000}', Weight::Bold), None);
        assert_eq!(Some(fonts.drawn('龘', Weight::Bold)), fonts.glyph(GETA, Weight::Bold));
        assert_eq!(fonts.measure("龘", 10.0, Weight::Bold), 10.0);
    }

    #[test]
    fn instructions_take_no_room_and_thin_spaces_are_spaces() {
        let fonts = Fonts::shipped();
        assert_eq!(fonts.measure("\u{200B}\u{FEFF}\n\u{FE0F}", 10.0, Weight::Regular), 0.0);
        assert_eq!(fonts.outline(fonts.drawn('\u{200B}', Weight::Regular)), "");
        assert_eq!(fonts.glyph('\u{2009}', Weight::Regular), fonts.glyph(' ', Weight::Regular));
    }

    #[test]
    fn outlines_are_short_whole_numbers_above_the_baseline() {
        let fonts = Fonts::shipped();
        let outline = fonts.outline(fonts.glyph('一', Weight::Regular).expect("it is in the font"));
        assert_eq!(outline, "M44-431h916v82h-916z");
        let long: usize =
            "高新技术企业双倍增".chars().map(|c| fonts.outline(fonts.drawn(c, Weight::Bold)).len()).sum();
        assert!(long < 9 * 600, "{long}");
    }

    #[test]
    fn a_font_of_the_site_supplies_what_ours_lack_and_no_more() {
        let fonts = with(&[("b.ttf", RARE_BOLD), ("a.ttf", RARE)]).expect("two fonts");
        for weight in WEIGHTS {
            let glyph = fonts.glyph('龘', weight).expect("it is in the site's font");
            assert!(fonts.outline(glyph).len() > 300 && fonts.advance(glyph) == 1.0);
            assert_eq!(fonts.glyph('万', weight), Fonts::shipped().glyph('万', weight));
        }
        assert_ne!(fonts.glyph('龘', Weight::Regular), fonts.glyph('龘', Weight::Bold), "each in its weight");
        assert!(fonts.glyph('靐', Weight::Bold).is_some(), "the other weight rather than none");
        assert_eq!(fonts.glyph('龘', Weight::Regular).map(|g| g.to_string()).as_deref(), Some("f2-3"));
    }

    #[test]
    fn a_file_that_is_no_font_is_refused_by_name() {
        let refused =
            |bytes: &[u8]| with(&[("content/fonts/a.ttf", bytes)]).map(|_| ()).map_err(|bad| bad.why);
        assert_eq!(refused(b"wOF2"), Err(WhyBad::NotAFont));
        assert_eq!(refused(&RARE[..200]), Err(WhyBad::NotAFont));
        assert_eq!(refused(RARE), Ok(()));
        let bad = with(&[("b.ttf", RARE), ("a.ttf", b"")]).expect_err("nothing is no font");
        assert_eq!(bad.to_string(), "a.ttf: not a TrueType or OpenType font, or broken");
    }

    #[test]
    fn a_line_of_text_is_one_outline() {
        let fonts = Fonts::shipped();
        let line = fonts.outlines("一 一龘", Weight::Regular);
        assert!(line.path.starts_with("M44-431h916v82h-916zm1224 0h916v82h-916z"), "{}", line.path);
        assert!((line.width - 3.224).abs() < 1e-5);
        assert_eq!(line.missing.into_iter().collect::<String>(), "龘");
        assert_eq!(fonts.outlines("", Weight::Bold), Outlines::default());
    }

    #[test]
    fn fonts_are_shared_among_threads() {
        fn shared<T: Send + Sync + Clone>(_: &T) {}
        shared(&Fonts::shipped());
    }
}
