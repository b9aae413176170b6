//! How wide a text stands on a terminal.

use unicode_width::UnicodeWidthStr;

/// Columns on a terminal: two for a Chinese character, one for a letter.
pub fn display_width(text: &str) -> usize {
    text.width()
}
