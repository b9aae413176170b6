//! The domain: what a policy promises, who answers for it and what has been reported.
//!
//! Pure data, complete when it exists: no reading, no HTML, no status. Every item knows its
//! [`Place`], so that whoever finds fault with it later can say where it stands.

mod clause;
mod date;
mod fallback;
mod figure;
mod gathered;
mod history;
mod indicator;
mod inspection;
mod language;
mod number;
mod organisation;
mod period;
mod picture;
mod place;
mod policy;
mod publish;
mod site;

pub use clause::{Clause, ClauseIx, ClauseKind, Named, Role, Tail};
pub use date::{Moment, day_words, parse_date};
pub use fallback::{Fallback, PolicyFallback, Standing};
pub use figure::{Figure, Issued, Quality, Remark, Report, State, Statement, StepReached};
pub use gathered::{GatheredIndicator, GatheredPolicy, GatheredSite};
pub use history::{Alias, Force, Repeal};
pub use indicator::{
    Baseline, Breakdown, Change, Direction, Due, Frequency, Indicator, IndicatorRef, Kind, Path, Resets, Row,
    Show, Step, SumRule, Target, Word,
};
pub use inspection::{Allowance, Inspection, WatchedWord};
pub use language::{Language, is_chinese};
pub use number::{number, push_whole};
pub use organisation::{Former, Kind as OrganisationKind, OrgIx, Organisation, Register, fold_name};
pub use period::{Month, Period};
pub use picture::{FontFile, Hue, PictureChoice};
pub use place::{FileId, Place};
pub use policy::{Article, Attachment, Contact, Form, Metadata, NoticeHead, Policy, PolicyText, Validity};
pub use publish::{PublishPlace, PublishTarget, is_readable_on_the_way};
pub use site::{Bands, Column, Licence, Measure, Page, Portal, Settings, Site};
