//! The roles of words and their type: sizes and lines by the art direction, in px of a canvas 1,080 wide.
//!
//! 52 px are 18 CSS px on a phone 375 wide; 42 px, the floor, are 14.6.

use super::super::word::words;

words! {
    /// The part that words play.
    pub enum Role {
        /// Of the picture.
        Title = "title",
        /// Of a numbered part.
        Section = "section",
        /// Of a group of items.
        Group = "group",
        /// One of a list.
        Item = "item",
        /// Sentences.
        Body = "body",
        /// Sources, dates, who answers.
        Note = "note",
        /// Beside a figure.
        Label = "label",
    }
}

impl Role {
    /// The size of the type.
    pub fn size(self) -> f32 {
        match self {
            Role::Title => 120.0,
            Role::Section => 80.0,
            Role::Group => 64.0,
            Role::Item => 58.0,
            Role::Body => 52.0,
            Role::Note => 42.0,
            Role::Label => 60.0,
        }
    }

    /// From baseline to baseline, in sizes.
    pub fn leading(self) -> f32 {
        match self {
            Role::Title => 1.18,
            Role::Section | Role::Label => 1.2,
            Role::Group => 1.3,
            Role::Item => 1.35,
            Role::Body => 1.55,
            Role::Note => 1.5,
        }
    }

    /// True where it is bold unless the template says otherwise.
    pub fn is_bold(self) -> bool {
        matches!(self, Role::Title | Role::Section | Role::Group | Role::Item)
    }

    /// True where its lines are balanced unless the template says otherwise.
    pub fn is_balanced(self) -> bool {
        self.is_bold()
    }

    /// True where it may be passed over unless the template says otherwise.
    pub fn is_muted(self) -> bool {
        self == Role::Note
    }
}
