//! Words, numbers and shapes of a picture: measured, and in the colours of their ground.

use super::build::Builder;
use super::leaf::{Figure, Leaf, Lettering, SHAPE, Shape, Square, Status};
use crate::font::Weight;
use crate::picture::boxes::{Fault, Node, NumberStyle, Role, Side, Tag, Text, What};
use crate::picture::lines::{Fill, Piece, Words};
use crate::picture::palette::{Colour, Ground, Tone};
use crate::picture::{icon, qr};

impl Builder<'_, '_> {
    /// A box without others in it.
    pub(super) fn leaf(&mut self, node: &Node, ground: Ground) -> Leaf {
        match &node.tag {
            Tag::Text(text) => Leaf::Text(self.text(text, ground)),
            Tag::Figure { value, before, after, tone, size } => Leaf::Figure(Box::new(Figure {
                plain: format!("{before}{value}{after}"),
                value: self.words(value, Weight::Bold),
                before: self.words(before, Weight::Regular),
                after: self.words(after, Weight::Regular),
                size: *size,
                colours: (self.colour(*tone, ground), self.colour(Tone::Ink, ground)),
            })),
            Tag::Number { value, style: NumberStyle::Square, size, tone } => {
                Leaf::Square(self.square(value, *size, *tone, ground))
            }
            Tag::Number { value, style: NumberStyle::Plain, size, tone } => {
                let text = self.lettering(&[(value, Weight::Bold, *tone)], Role::Label, ground);
                Leaf::Text(Lettering { size: *size, whole: true, ..text })
            }
            Tag::Status { family, word, size } => {
                let text = self.lettering(&[(word, Weight::Bold, Tone::Ink)], Role::Note, ground);
                let colours = vec![self.studio.palette.family(*family, ground)];
                let word = Lettering { size: *size, indent: size * SHAPE, colours, ..text };
                Leaf::Status(Status { family: *family, word })
            }
            _ => Leaf::Shape(self.shape(node, ground)),
        }
    }

    fn shape(&mut self, node: &Node, ground: Ground) -> Shape {
        let palette = self.studio.palette;
        match &node.tag {
            Tag::Icon { name, size, tone } => match (self.studio.icons)(name).map(icon::body) {
                Some(Some(body)) => Shape::Icon { size: *size, body, stroke: self.colour(*tone, ground) },
                Some(None) => self.broken(node, What::BadIcon(name.clone())),
                None => self.broken(node, What::Icon(name.clone())),
            },
            Tag::Bar { share, tone } => {
                Shape::Bar { share: *share, fill: self.colour(*tone, ground), rest: palette.track(ground) }
            }
            Tag::Chart { id } => match (self.studio.charts)(id, ground) {
                Some(piece) => Shape::Chart {
                    width: piece.width,
                    height: piece.height,
                    svg: piece.svg,
                    words: (self.studio.words)(id).unwrap_or_default(),
                },
                None => self.broken(node, What::Chart(id.clone())),
            },
            Tag::Rule { tone } => Shape::Rule { fill: palette.rule(*tone, ground) },
            Tag::Qr { text, size } => match qr::code(text) {
                Some((modules, data)) => {
                    let (dark, light) = (Colour([0x11; 3]), Colour([0xFF; 3]));
                    // Modules of whole pixels are read more surely: the size is the nearest that has them.
                    let scale = (size / modules).round().max(1.0);
                    Shape::Qr { modules, scale, data, dark, light }
                }
                None => self.broken(node, What::Qr(text.clone())),
            },
            _ => Shape::Space,
        }
    }

    /// Notes what is wrong; nothing is drawn in its place.
    fn broken(&mut self, node: &Node, what: What) -> Shape {
        self.faults.push(Fault { block: self.blocks[self.block].name.clone(), line: node.line, what });
        Shape::Space
    }

    /// A number in a square.
    pub(super) fn square(&mut self, value: &str, size: f32, tone: Tone, ground: Ground) -> Square {
        Square {
            words: self.words(value, Weight::Bold),
            plain: value.to_owned(),
            size,
            colours: (self.colour(tone, ground), self.studio.palette.ground(ground)),
        }
    }

    fn text(&mut self, text: &Text, ground: Ground) -> Lettering {
        let usual = if text.role.is_muted() { Tone::Muted } else { Tone::Ink };
        let bold = text.bold.unwrap_or(text.role.is_bold());
        let runs: Vec<(&str, Weight, Tone)> = text
            .runs
            .iter()
            .map(|run| {
                let weight = if bold || run.bold { Weight::Bold } else { Weight::Regular };
                (run.text.as_str(), weight, run.tone.or(text.tone).unwrap_or(usual))
            })
            .collect();
        let mut lettering = self.lettering(&runs, text.role, ground);
        lettering.align = text.align;
        if let Some(balanced) = text.balance {
            lettering.fill = if balanced { Fill::Balanced } else { Fill::Full };
        }
        lettering
    }

    /// Words of some weights and tones in the type of a role.
    pub(super) fn lettering(
        &mut self,
        runs: &[(&str, Weight, Tone)],
        role: Role,
        ground: Ground,
    ) -> Lettering {
        let pieces: Vec<Piece<'_>> =
            runs.iter().map(|(text, weight, _)| Piece { text, weight: *weight }).collect();
        Lettering {
            words: Words::measure(&pieces, self.studio.fonts, &mut self.missing),
            plain: runs.iter().map(|(text, ..)| *text).collect(),
            size: role.size(),
            leading: role.leading(),
            fill: if role.is_balanced() { Fill::Balanced } else { Fill::Full },
            align: Side::Start,
            colours: runs.iter().map(|(_, _, tone)| self.colour(*tone, ground)).collect(),
            indent: 0.0,
            whole: false,
        }
    }

    fn words(&mut self, text: &str, weight: Weight) -> Words {
        Words::measure(&[Piece { text, weight }], self.studio.fonts, &mut self.missing)
    }

    fn colour(&self, tone: Tone, ground: Ground) -> Colour {
        self.studio.palette.text(tone, ground)
    }
}
