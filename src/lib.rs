//! Gongbao (公报): policy text and progress data -> a public site.
//!
//! ```text
//! content/                themes/NAME/
//!    | source                 |
//!    v                        |            every stage: fn(input, &mut Diagnostics) -> output
//! Sources                     |
//!    | content (text)         | theme
//!    v                        v
//!   Site ------------------ Theme
//!    | progress, changes      |
//!    v                        |
//! Assessment, Changes         |
//!    |          plan          |
//!    +-------> Plan <---------+
//!               | render (chart, data, picture, booklet, search)
//!               v
//!             Sink                         path -> bytes, one by one; in `check` to `inspect`
//!               | output                   staged, committed only without errors
//!               v
//!           output/
//! ```
//!
//! [`pipeline`] is this picture as a program. Each outside crate that names a technology is fenced
//! in one room: walkdir and YAML in `source`, pulldown-cmark in `text`, plotters in `chart`, tera in
//! `theme`, taffy and resvg in `picture`, typst in `booklet`, rust_xlsxwriter in `data`, zip in `intake` and
//! `package`, html5gum in `intake`, sm3 and base64 in `package`, opendal and russh in `publish`. Imports run one way, from the bottom of this list to its top.

pub mod model;

pub mod diagnostic;
pub mod font;

pub mod chart;
pub mod source;
pub mod text;

pub mod content;
pub mod progress;

pub mod changes;

pub mod theme;

pub mod plan;

pub mod explain;

pub mod picture;

#[cfg(feature = "booklet")]
pub mod booklet;

pub mod data;
pub mod search;

pub mod render;

pub mod inspect;

pub mod output;

pub mod pipeline;

pub mod intake;
pub mod publish;

pub mod package;

pub mod serve;

pub mod cli;
