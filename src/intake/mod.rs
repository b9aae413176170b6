//! What comes into `content/`: blank files to fill in.

pub mod blank;
