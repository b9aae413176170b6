//! What comes into `content/`: blank files, documents that become policies, forms to fill, and filled sheets.

pub mod blank;
pub mod document;
pub mod gather;
mod next;
pub mod sheet;
mod site;

pub use next::next_period;
pub use site::written;
