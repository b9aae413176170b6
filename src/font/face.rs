//! A font of the site's: its bytes, and the table of its letters, read once.

use super::path::{Letter, PathData};
use super::{Weight, WhyBad};
use std::sync::Arc;

/// A face: one weight of a font file.
pub(super) struct Face {
    bytes: Arc<[u8]>,
    weight: Weight,
    per_em: f32,
    /// Letter and glyph, in order of letter.
    letters: Vec<(char, u16)>,
    /// By glyph, in units of the font.
    advances: Vec<u16>,
    /// The weight is set on an axis of the font.
    variable: bool,
}

impl Face {
    /// The faces of a file: one, or two where a variable font has both weights.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Vec<Face>, WhyBad> {
        let bytes: Arc<[u8]> = bytes.into();
        let parsed = parse(&bytes, None).ok_or(WhyBad::NotAFont)?;
        let tables = parsed.tables();
        if tables.glyf.is_none() && tables.cff.is_none() && tables.cff2.is_none() {
            return Err(WhyBad::NoOutlines);
        }
        let mut letters = Vec::new();
        for table in tables.cmap.iter().flat_map(|cmap| cmap.subtables).filter(|table| table.is_unicode()) {
            table.codepoints(|code| {
                let Some(c) = char::from_u32(code) else { return };
                letters.extend(table.glyph_index(code).filter(|id| id.0 != 0).map(|id| (c, id.0)));
            });
        }
        if letters.is_empty() {
            return Err(WhyBad::NoLetters);
        }
        // The first table that knows a letter decides.
        letters.sort_by_key(|&(c, _)| c);
        letters.dedup_by_key(|&mut (c, _)| c);
        let variable = parsed.variation_axes().into_iter().any(|axis| axis.tag == WGHT);
        let own = if parsed.weight().to_number() >= 600 { Weight::Bold } else { Weight::Regular };
        let weights = if variable { vec![Weight::Regular, Weight::Bold] } else { vec![own] };
        let face = |weight| {
            let parsed = parse(&bytes, variable.then_some(weight)).ok_or(WhyBad::NotAFont)?;
            let advance = |id| parsed.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0);
            let advances = (0..parsed.number_of_glyphs()).map(advance).collect();
            let per_em = f32::from(parsed.units_per_em());
            Ok(Face { bytes: bytes.clone(), weight, per_em, letters: letters.clone(), advances, variable })
        };
        weights.into_iter().map(face).collect()
    }

    pub(super) fn weight(&self) -> Weight {
        self.weight
    }

    pub(super) fn id(&self, c: char) -> Option<u16> {
        let at = self.letters.binary_search_by_key(&c, |&(letter, _)| letter).ok()?;
        Some(self.letters[at].1)
    }

    /// In em.
    pub(super) fn advance(&self, id: u16) -> f32 {
        f32::from(self.advances.get(usize::from(id)).copied().unwrap_or(0)) / self.per_em
    }

    pub(super) fn glyphs(&self) -> usize {
        self.advances.len()
    }

    pub(super) fn outline(&self, id: u16) -> Letter {
        let mut path = PathData::new(self.per_em);
        if let Some(face) = parse(&self.bytes, self.variable.then_some(self.weight)) {
            face.outline_glyph(ttf_parser::GlyphId(id), &mut path);
        }
        path.finish()
    }
}

const WGHT: ttf_parser::Tag = ttf_parser::Tag::from_bytes(b"wght");

fn parse(bytes: &[u8], weight: Option<Weight>) -> Option<ttf_parser::Face<'_>> {
    let mut face = ttf_parser::Face::parse(bytes, 0).ok()?;
    if let Some(weight) = weight {
        let value = if weight == Weight::Bold { 700.0 } else { 400.0 };
        face.set_variation(WGHT, value)?;
    }
    Some(face)
}
