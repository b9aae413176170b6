//! Colours: what stands on what, and which text may. Every pair that comes from here is legible (see the test).

use super::word::words;
use std::fmt;

words! {
    /// What lies under a text.
    pub enum Ground {
        /// Almost white.
        Paper = "paper",
        /// A breath of the brand.
        Tint = "tint",
        /// The one hue.
        Brand = "brand",
        /// The same, darker: the foot of a banner.
        Deep = "deep",
    }
}

words! {
    /// The part that a text plays; the ground decides its colour.
    pub enum Tone {
        /// Words to be read.
        Ink = "ink",
        /// Words that may be passed over.
        Muted = "muted",
        /// Figures and numbers.
        Brand = "brand",
        /// The one bright colour; appears on the brand only.
        Accent = "accent",
        /// As light as paper; appears on the brand only.
        Paper = "paper",
    }
}

words! {
    /// How a figure stands. Each has a shape and a word, because in greyscale the colours are nearly one.
    pub enum Family {
        /// On schedule, done: ●.
        Good = "good",
        /// Ahead: ▲.
        Ahead = "ahead",
        /// Slightly behind: ◣.
        Slight = "slight",
        /// Behind, missed: ■.
        Behind = "behind",
        /// Nothing to judge: ○.
        Neutral = "neutral",
    }
}

words! {
    /// The palettes of pictures.
    pub enum Hue {
        /// The colour of official documents.
        Red = "red",
        /// The other one.
        Blue = "blue",
        /// Black on white, for printers and notice boards.
        Mono = "mono",
    }
}

/// A colour without transparency; it prints as `#A8171C`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub struct Colour(pub [u8; 3]);

/// The colours of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// One for each [`Ground`], in its order.
    grounds: [Colour; 4],
    /// Ink, muted, brand as a text, accent, paper as a text: in the order of [`Tone`].
    tones: [Colour; 5],
    /// One for each [`Family`], in its order.
    families: [Colour; 5],
}

const fn hex(rgb: u32) -> Colour {
    Colour([(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8])
}

/// The status colours of all palettes but mono: they stay the same whatever the brand.
const FAMILIES: [Colour; 5] = [hex(0x0B6B50), hex(0x0A4F86), hex(0x7A5200), hex(0x9A3412), hex(0x555E68)];

/// Red.
const RED: Palette = Palette {
    grounds: [hex(0xFFFBF7), hex(0xFBEEE6), hex(0xA8171C), hex(0x7E0F14)],
    tones: [hex(0x1F1A17), hex(0x5E534B), hex(0xA8171C), hex(0xFFD98A), hex(0xFFFBF7)],
    families: FAMILIES,
};

/// Blue.
const BLUE: Palette = Palette {
    grounds: [hex(0xF8FBFF), hex(0xE6EFF9), hex(0x0B4A8F), hex(0x083667)],
    tones: [hex(0x17202A), hex(0x4B5763), hex(0x0B4A8F), hex(0xFFD98A), hex(0xF8FBFF)],
    families: FAMILIES,
};

/// Mono: every ground is white, so that a printer spends no toner on it.
const MONO: Palette = Palette {
    grounds: [hex(0xFFFFFF); 4],
    tones: [hex(0x000000), hex(0x333333), hex(0x000000), hex(0x000000), hex(0xFFFFFF)],
    families: [hex(0x000000); 5],
};

impl Palette {
    /// The colours of a hue.
    pub fn of(hue: Hue) -> Palette {
        match hue {
            Hue::Red => RED,
            Hue::Blue => BLUE,
            Hue::Mono => MONO,
        }
    }

    /// The colour of a ground.
    pub fn ground(&self, ground: Ground) -> Colour {
        self.grounds[ground as usize]
    }

    /// True where light text stands on the ground.
    pub fn is_dark(&self, ground: Ground) -> bool {
        self.ground(ground).luminance() < 0.18
    }

    /// The colour of a text of this tone there. On brand and deep only paper and accent are legible; on paper and
    /// tint neither is: the nearest part in the play takes over.
    pub fn text(&self, tone: Tone, ground: Ground) -> Colour {
        let tone = match (self.is_dark(ground), tone) {
            (true, Tone::Ink | Tone::Muted | Tone::Paper) => Tone::Paper,
            (true, Tone::Brand | Tone::Accent) => Tone::Accent,
            (false, Tone::Accent) => Tone::Brand,
            (false, Tone::Paper) => Tone::Ink,
            (false, tone) => tone,
        };
        self.tones[tone as usize]
    }

    /// The colour of a status there; on a dark ground shape and word alone tell it.
    pub fn family(&self, family: Family, ground: Ground) -> Colour {
        if self.is_dark(ground) { self.text(Tone::Paper, ground) } else { self.families[family as usize] }
    }

    /// Hairlines and borders, which nobody has to read.
    pub fn rule(&self, tone: Tone, ground: Ground) -> Colour {
        let share = if self.is_dark(ground) { 0.35 } else { 0.22 };
        self.ground(ground).mixed(self.text(tone, ground), share)
    }

    /// The rest of a bar.
    pub fn track(&self, ground: Ground) -> Colour {
        self.ground(ground).mixed(self.text(Tone::Brand, ground), 0.16)
    }
}

impl Colour {
    /// Relative luminance by WCAG 2.2, 0 to 1.
    pub fn luminance(self) -> f32 {
        let linear = |byte: u8| {
            let part = f32::from(byte) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Contrast by WCAG 2.2, 1 to 21.
    pub fn contrast(self, other: Colour) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour with a share (0 to 1) of another.
    pub fn mixed(self, other: Colour, share: f32) -> Colour {
        let part = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        Colour([part(a, x), part(b, y), part(c, z)])
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_legible_on_every_ground() {
        for &hue in Hue::ALL {
            let palette = Palette::of(hue);
            for &ground in Ground::ALL {
                for &tone in Tone::ALL {
                    let contrast = palette.text(tone, ground).contrast(palette.ground(ground));
                    assert!(contrast >= 5.5, "{hue:?} {tone:?} on {ground:?}: {contrast}");
                }
                for &family in Family::ALL {
                    let contrast = palette.family(family, ground).contrast(palette.ground(ground));
                    assert!(contrast >= 4.5, "{hue:?} {family:?} on {ground:?}: {contrast}");
                }
            }
        }
    }

    #[test]
    fn accent_appears_on_the_brand_only() {
        for hue in [Hue::Red, Hue::Blue] {
            let palette = Palette::of(hue);
            assert_eq!(palette.text(Tone::Accent, Ground::Brand), hex(0xFFD98A));
            assert_ne!(palette.text(Tone::Accent, Ground::Tint), hex(0xFFD98A));
        }
    }

    #[test]
    fn a_colour_prints_as_svg_writes_it() {
        assert_eq!(Palette::of(Hue::Red).ground(Ground::Brand).to_string(), "#A8171C");
    }
}
