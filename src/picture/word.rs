//! Enumerations that templates write as words: the word and the variant in one table.

/// An enumeration with `WORDS` (all words, in order), `named` (the variant of a word) and `word`.
macro_rules! words {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$note])* $variant,)* }

        impl $name {
            /// The words of all variants, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];
            /// All variants, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The variant of a word.
            pub fn named(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }

            /// The word of this variant.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }
    };
}

pub(super) use words;
