//! Rendered files -> the output folder, in one commit.
//!
//! ```text
//! open -> Stage -- emit, copy, kept --> .gongbao/NAME/staging/ -- commit --> output/
//! ```
//!
//! What is the same as last time is dropped; the rest is staged on the same file system and renamed
//! into place once nothing can fail any more. A journal lets the next command finish what a kill
//! interrupted. Manifest, journal, lock and staging live beside the output folder, never inside it;
//! files that we did not make stay. The hash (xxhash) is fenced in here.

mod changes;
mod digest;
mod disk;
mod failure;
mod folders;
mod journal;
mod lock;
mod manifest;
mod names;
mod open;
mod refusal;
mod sink;
mod stage;
mod standing;
mod summary;
#[cfg(test)]
mod tests;

pub use failure::{Action, Failure};
pub use open::open;
pub use refusal::Refusal;
pub use sink::{Memory, Nothing};
pub use stage::Stage;
pub use standing::{Standing, standing};
pub use summary::Summary;
