//! What comes into `content/`: blank files, documents that become policies, forms to fill, and filled sheets.

pub mod blank;
pub mod document;
pub mod sheet;
mod site;

pub use site::written;
