//! Paint: CSS classes for pages, literal colours for files that stand alone.

use std::fmt::Write;

/// How a chart is coloured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ink {
    /// By the page: classes only, see [`stylesheet`].
    Classes,
    /// By itself: the rules are written into the SVG with these colours, because rasterisers know no `var()`.
    Literal(Box<Palette>),
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
    /// `font-family`.
    pub font: String,
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
            font: "'Noto Sans SC','Noto Sans CJK SC',sans-serif".to_owned(),
        }
    }
}

const RULES: &str = include_str!("chart.css");

/// The rules below this line are for pages only: which form is shown, print, forced colours.
const PAGES_ONLY: &str = "/* pages only */";

/// The CSS of all charts, for a page; every colour is a variable with a fallback.
pub fn stylesheet() -> &'static str {
    RULES
}

impl Palette {
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

    /// The rules that concern `used` classes, with literal colours.
    pub(super) fn rules(&self, used: &[&str]) -> String {
        let (rules, _) = RULES.split_once(PAGES_ONLY).unwrap_or((RULES, ""));
        let mut out = String::new();
        let _ = write!(out, "text{{font-family:{}}}", self.font);
        for rule in rules.lines().filter(|line| line.starts_with('.')) {
            let Some((selectors, body)) = rule.split_once('{') else { continue };
            let kept: Vec<&str> = selectors.split(',').filter(|s| used.contains(&&s[1..])).collect();
            if kept.is_empty() {
                continue;
            }
            let _ = write!(out, "{}{{", kept.join(","));
            let mut rest = body;
            while let Some((before, after)) = rest.split_once("var(--chart-") {
                let (reference, after) = after.split_once(')').unwrap_or((after, ""));
                let (name, fallback) = reference.split_once(',').unwrap_or((reference, "#000"));
                out.push_str(before);
                out.push_str(self.colour(name).unwrap_or(fallback));
                rest = after;
            }
            out.push_str(rest);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literal_rules_hold_no_variables_and_only_what_is_used() {
        let palette = Palette { brand: "#0B4A8F".into(), ..Palette::default() };
        let rules = palette.rules(&["c-actual", "c-dot-open"]);
        assert!(!rules.contains("var("), "{rules}");
        assert!(rules.contains(".c-actual{") && rules.contains("#0B4A8F"), "{rules}");
        assert!(!rules.contains("c-grid") && !rules.contains("@media"), "{rules}");
        assert_eq!(rules.matches('{').count(), rules.matches('}').count());
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
