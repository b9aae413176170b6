//! `content/fonts/`: fonts that a site adds for letters that the shipped ones lack.

use super::document;
use crate::diagnostic::catalogue::picture;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::font::Fonts;
use crate::model::FontFile;
use crate::source::Sources;

/// Where they stand.
const FOLDER: &str = "fonts/";

/// True for a path below `content/` that is a font.
pub(crate) fn is_font(path: &str) -> bool {
    let name = path.strip_prefix(FOLDER).filter(|name| !name.contains('/')).unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ["ttf", "otf"].contains(&ending.as_str()))
}

/// Reads them, by name. One that cannot be used is an error.
pub(crate) fn read(sources: &Sources, d: &mut Diagnostics) -> Vec<FontFile> {
    let mut fonts = Vec::new();
    for file in sources.iter() {
        let Some(below) = file.path.strip_prefix("content/").filter(|below| is_font(below)) else { continue };
        // One that has gone since it was listed was never there.
        let Ok(bytes) = sources.bytes(file) else { continue };
        let name = below.strip_prefix(FOLDER).unwrap_or(below).to_string();
        // Each alone, so that every broken one is told.
        if Fonts::shipped().with(vec![(name.clone(), bytes.clone())]).is_err() {
            d.push(Diagnostic::at(picture::FONT, document::start(file)).with("file", &file.path));
        }
        fonts.push(FontFile { name, bytes: bytes.into() });
    }
    fonts
}
