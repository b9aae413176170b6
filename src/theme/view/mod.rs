//! The contract with themes: what each template gets, formatted and ready to print.
//!
//! Version 1. Plain structs of strings; no logic, no places, no numbers that a template would have
//! to format. Every template gets `site` (the same for all pages), `page` (what every page has),
//! `t` (the theme's words) and one view of its own, named in the table below.
//!
//! | template | its view |
//! |---|---|
//! | `home.html` | `home` [`Home`] |
//! | `policy.html` | `policy` [`PolicyView`] |
//! | `progress.html` | `progress` [`ProgressView`] |
//! | `bulletin.html` | `bulletin` [`BulletinView`] |
//! | `indicator.html` | `indicator` [`IndicatorPage`] |
//! | `organisation.html` | `organisation` [`OrganisationPage`] |
//! | `changes.html` | `changes` [`ChangesPage`] |
//! | `sites.html` | `sites` [`SitesPage`] |
//! | `gathered.html` | `gathered` [`GatheredPage`] |
//! | `article.html` | `article` [`ArticleView`] |
//! | `page.html` | `free` [`FreePage`] |
//! | `picture.html` | `picture_page` [`PicturePage`] |
//! | `picture-print.html` | `print` [`PrintPage`] |
//! | `review.html` | `review` [`ReviewPage`] |
//! | `data.html` | `data` [`DataPage`] |
//! | `embed.html` | `embed` [`EmbedPage`] |
//! | `moved.html` | `moved` [`MovedPage`] |
//! | `booklet.typ` | `booklet` [`BookletView`], in `view.json` |
//! | `search.html` | none |
//! | `404.html` | none |
//!
//! The templates of `picture/` write boxes instead of pages and get `picture`, `t` and `site`: those of
//! `picture/policy/`, the cover, the poster and the pictures for sharing a [`PolicyPicture`], those of
//! `picture/progress/` a [`ProgressPicture`], those of `picture/organisation/` an [`OrganisationPicture`], and
//! `picture/sheet.xml` a [`SheetPicture`], `picture/chart.xml` a [`ChartPicture`].
//!
//! URLs are relative to the site's root; a template writes `{{ page.root }}{{ link.url }}`.

mod booklet;
mod changes;
mod downloads;
mod filter;
mod home;
mod indicator;
mod organisation;
mod page;
mod picture;
mod policy;
mod review;
mod sites;

pub use booklet::{
    BookletBlock, BookletClause, BookletColours, BookletContact, BookletDrawing, BookletGroup,
    BookletIndicator, BookletNotice, BookletOrganisation, BookletSpan, BookletTable, BookletTail,
    BookletTask, BookletText, BookletView,
};
pub use changes::{ChangeView, ChangedDay, ChangesPage, PublicationView};
pub use downloads::{ChartPicture, DataColumn, DataFileView, DataPage, EmbedPage, EmbedView, MovedPage};
pub use filter::{FilterChoice, FilterGroup, FilterView};
pub use home::{Home, PolicyEntry, TownshipGroup};
pub use indicator::{
    BreakdownSummary, BreakdownView, ChartView, Computed, HistoryRow, IndicatorCard, IndicatorPage, RowView,
    TargetView,
};
pub use organisation::{Duty, OrganisationFigure, OrganisationPage, PolicyDuties};
pub use page::{Alternate, Chip, Counts, Day, FreePage, Link, Mark, Notice, PageView, SiteView, Tag, Tally};
pub use picture::{
    DateView, GoalView, GroupView, InterimView, OrganisationPicture, OwnLineView, PicturePage, PolicyPicture,
    PrintPage, PrintSheet, ProgressPicture, SafeguardView, SaidView, ShareView, SheetPicture, SheetTable,
    SheetYear, StandingView, TaskView, VerdictView,
};
pub use policy::{
    ArticleView, AttachmentView, BulletinView, ClauseView, Field, ForceView, HeadView, NameView, PolicyHead,
    PolicyView, ProgressView, Relation, StatementView, TailView,
};
pub use review::{
    ReviewFigure, ReviewPage, ReviewPolicy, ReviewProblem, ReviewRow, ReviewRows, ReviewStatement,
    ReviewStatus,
};
pub use sites::{GatheredFigure, GatheredPage, GatheredPolicyView, SharedIndicator, SiteEntry, SitesPage};
