//! Paint: CSS classes for pages; literal colours and real letters for files that stand alone and for pictures.

use crate::font::Fonts;

/// How a chart is coloured.
#[derive(Clone, Debug)]
pub enum Ink {
    /// By the page: classes only, see [`stylesheet`].
    Classes,
    /// By itself: colours are attributes, because rasterisers know no `var()`, and every text is an outline, so that it
    /// looks the same everywhere.
    Literal(Box<Paint>),
}

/// What literal ink is made of.
#[derive(Clone, Debug)]
pub struct Paint {
    /// The colours.
    pub palette: Palette,
    /// The letters.
    pub fonts: Fonts,
}

impl Ink {
    pub(super) fn paint(&self) -> Option<&Paint> {
        match self {
            Ink::Classes => None,
            Ink::Literal(paint) => Some(paint),
        }
    }
}

impl Default for Paint {
    /// The red palette and the shipped fonts.
    fn default() -> Self {
        Paint { palette: Palette::default(), fonts: Fonts::shipped() }
    }
}

/// Literal colours, as CSS writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Text and targets.
    pub ink: String,
    /// Quiet text, axis, planned path.
    pub muted: String,
    /// What was reached.
    pub brand: String,
    /// The ground.
    pub paper: String,
    /// The rest of a bar.
    pub tint: String,
    /// Grid lines.
    pub grid: String,
    /// On schedule, done.
    pub on: String,
    /// Ahead.
    pub ahead: String,
    /// Slightly behind.
    pub slow: String,
    /// Behind, missed.
    pub behind: String,
    /// Nothing to judge.
    pub neutral: String,
}

impl Default for Palette {
    /// The red palette of the default theme, light.
    fn default() -> Self {
        let fallback = |name: &str| {
            let rest = RULES.split_once(&format!("var(--chart-{name},")).map_or("", |(_, rest)| rest);
            rest.split_once(')').map_or("", |(colour, _)| colour).to_owned()
        };
        Palette {
            ink: fallback("ink"),
            muted: fallback("muted"),
            brand: fallback("brand"),
            paper: fallback("paper"),
            tint: fallback("tint"),
            grid: fallback("grid"),
            on: fallback("on"),
            ahead: fallback("ahead"),
            slow: fallback("slow"),
            behind: fallback("behind"),
            neutral: fallback("neutral"),
        }
    }
}

const RULES: &str = include_str!("chart.css");
const PICTURE: &str = include_str!("picture.css");

/// The rules below this line are for pages only: which form is shown, print, forced colours.
const PAGES_ONLY: &str = "/* pages only */";

/// The CSS of all charts, for a page; every colour is a variable with a fallback.
pub fn stylesheet() -> &'static str {
    RULES
}

/// Whose rules a literal chart follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rules {
    /// Those of the page.
    Page,
    /// Those of a picture, whose lines are measured in pixels of its canvas; for what they do not name, the page's.
    Picture,
    /// Those of a picture, for a chart with nothing under its words: letters have no patch.
    Bare,
}

/// How one class is painted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Brush {
    /// ` fill="#A8171C"`, each with a space before it.
    pub(super) attributes: String,
    /// Its letters stand on a patch of the ground.
    pub(super) halo: bool,
}

impl Palette {
    /// As on the brand's own colour: the accent where the brand was, paper for words.
    pub fn on_brand(&self, accent: &str) -> Palette {
        let (ink, paper) = (self.paper.clone(), self.brand.clone());
        Palette { ink, paper, muted: self.tint.clone(), brand: accent.to_owned(), ..self.clone() }
    }

    fn colour(&self, name: &str) -> Option<&str> {
        Some(match name {
            "ink" => &self.ink,
            "muted" => &self.muted,
            "brand" => &self.brand,
            "paper" => &self.paper,
            "tint" => &self.tint,
            "grid" => &self.grid,
            "on" => &self.on,
            "ahead" => &self.ahead,
            "slow" => &self.slow,
            "behind" => &self.behind,
            "neutral" => &self.neutral,
            _ => return None,
        })
    }

    /// The rules of a class as attributes with literal colours. A class of letters gets its fill only: its halo is
    /// drawn apart, because few programs know `paint-order`.
    pub(super) fn brush(&self, class: &str, rules: Rules) -> Brush {
        let (page, _) = RULES.split_once(PAGES_ONLY).unwrap_or((RULES, ""));
        let sheets = match rules {
            Rules::Page => ["", page],
            Rules::Picture | Rules::Bare => [PICTURE, page],
        };
        let mut brush = Brush::default();
        for sheet in sheets {
            for body in sheet.lines().filter_map(|line| body_of(line, class)) {
                let letters = body.contains("paint-order") && !body.contains("fill");
                brush.halo |= letters && rules != Rules::Bare;
                if !letters {
                    self.write(body, &mut brush.attributes);
                }
            }
            if !brush.attributes.is_empty() {
                break;
            }
        }
        brush
    }

    fn write(&self, body: &str, out: &mut String) {
        for (name, value) in body.split(';').filter_map(|declaration| declaration.split_once(':')) {
            if name.starts_with("font-") {
                continue;
            }
            let (name, value) = (name.trim(), value.trim());
            let value = match value
                .strip_prefix("var(--chart-")
                .and_then(|v| v.trim_end_matches(')').split_once(','))
            {
                Some((colour, fallback)) => self.colour(colour).unwrap_or(fallback),
                None => value,
            };
            // Colours come from a site's settings: they must not end the attribute.
            let value = value.replace(['"', '<', '&'], "");
            out.extend([" ", name, "=\"", &value, "\""]);
        }
    }
}

/// The body of a rule on one line, where the rule concerns a class.
fn body_of<'a>(line: &'a str, class: &str) -> Option<&'a str> {
    let (selectors, body) = line.strip_prefix('.')?.strip_suffix('}')?.split_once('{')?;
    selectors.split(",.").any(|selector| selector == class).then_some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_becomes_attributes_without_variables() {
        let palette = Palette { brand: "#0B4A8F".into(), ..Palette::default() };
        let brush = palette.brush("c-actual", Rules::Page);
        let want = r##" fill="none" stroke="#0B4A8F" stroke-width="3" stroke-linejoin="round" stroke-linecap="round""##;
        assert_eq!(brush, Brush { attributes: want.to_owned(), halo: false });
        let brush = palette.brush("c-strong", Rules::Page);
        assert_eq!(brush, Brush { attributes: r##" fill="#0B4A8F""##.to_owned(), halo: true });
        assert_eq!(palette.brush("c-unknown", Rules::Picture), Brush::default());
    }

    #[test]
    fn a_picture_has_lines_of_its_own_and_else_those_of_the_page() {
        let palette = Palette::default();
        assert!(palette.brush("c-actual", Rules::Picture).attributes.contains("stroke-width=\"8\""));
        assert_eq!(palette.brush("c-on", Rules::Picture), palette.brush("c-on", Rules::Page));
    }

    #[test]
    fn a_colour_cannot_end_its_attribute() {
        let palette = Palette { brand: "red\"><script>".into(), ..Palette::default() };
        assert_eq!(palette.brush("c-dot", Rules::Page).attributes, " fill=\"red>script>\"");
    }

    #[test]
    fn the_fallbacks_are_the_red_palette() {
        let palette = Palette::default();
        assert_eq!((palette.brand.as_str(), palette.paper.as_str()), ("#A8171C", "#FFFBF7"));
        assert!(
            [&palette.ink, &palette.muted, &palette.tint, &palette.grid, &palette.on, &palette.neutral]
                .iter()
                .all(|c| c.len() == 7)
        );
    }
}
