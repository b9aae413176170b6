//! Blank files for a clerk to fill in: the next period's, a policy's, an interpretation's.
//!
//! Each is a text; whoever asked for it writes it, and only where no file stands. What is blank says
//! nothing to the public: an empty period is no report, and a new policy is a draft.

mod interpretation;
mod period;
mod policy;

pub use interpretation::interpretation;
pub use period::period;
pub use policy::{indicators, policy};

/// A value as YAML that is read back as the same text: quoted where it has to be.
fn scalar(text: &str) -> String {
    let plain = !text.is_empty()
        && text.trim() == text
        && !text.starts_with(|c: char| "-?:,[]{}#&*!|>'\"%@`~".contains(c) || c.is_ascii_digit())
        && !text.contains(": ")
        && !text.ends_with(':')
        && !text.contains(" #")
        && !text.chars().any(char::is_control)
        && !matches!(
            text.to_ascii_lowercase().as_str(),
            "null" | "true" | "false" | "yes" | "no" | "on" | "off"
        );
    if plain { text.to_owned() } else { format!("{text:?}") }
}
