//! Views of pictures: what the templates of `picture/` get, and the pages that show what came of them.

mod page;
mod policy;
mod progress;
mod sheet;

pub use page::{PicturePage, PrintPage, PrintSheet};
pub use policy::{
    DateView, GoalView, GroupView, InterimView, PolicyPicture, SafeguardView, ShareView, TaskView,
};
pub use progress::{OrganisationPicture, OwnLineView, ProgressPicture, SaidView, StandingView, VerdictView};
pub use sheet::{SheetPicture, SheetTable, SheetYear};
