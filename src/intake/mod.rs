//! What comes into `content/`: blank files, forms to fill, and filled sheets.

pub mod blank;
pub mod sheet;
mod site;

pub use site::written;
