//! What the files of the output hold, and what kinds of files there are.

use super::ChartOf;
use crate::model::OrgIx;
use std::ops::Range;

/// What a file of the output holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The home page, or a further page of its list.
    Home {
        /// From 0.
        number: usize,
        /// The policies that it lists.
        policies: Range<usize>,
    },
    /// A policy's text.
    Policy(usize),
    /// A policy's dashboard.
    Progress(usize),
    /// A period file's bulletin: policy and report.
    Bulletin(usize, usize),
    /// An indicator: policy and indicator.
    Indicator(usize, usize),
    /// An interpretation: policy and position.
    Interpretation(usize, usize),
    /// A case: policy and position.
    Case(usize, usize),
    /// What an organisation answers for, or a further page of it.
    Organisation {
        /// Its position.
        ix: OrgIx,
        /// From 0.
        number: usize,
        /// Those of its duties that the page tells.
        duties: Range<usize>,
    },
    /// What changed last on the whole site.
    Changes,
    /// The overview of other sites.
    Sites,
    /// One of them.
    GatheredSite(usize),
    /// Their indicators, as CSV.
    SitesCsv,
    /// A free page.
    Free(usize),
    /// 一图读懂 of a policy, with all its files.
    Picture(usize),
    /// The poster of a policy, to be printed.
    Poster(usize),
    /// The sheets of the organisations that have rows in a policy, to be printed.
    Sheets(usize),
    /// 一图看进展 of a period, with all its files: policy and report.
    ProgressPicture(usize, usize),
    /// The same for one organisation: policy, report and organisation.
    OrganisationPicture(usize, usize, OrgIx),
    /// The booklet of a policy, as PDF.
    Booklet(usize),
    /// The page of a wrong address.
    NotFound,
    /// The page on which people search.
    Search,
    /// The index of the search: as many files in the page's folder as it turns out to need.
    SearchIndex,
    /// A policy's data as JSON.
    PolicyData(usize),
    /// An indicator's figures as CSV: policy and indicator.
    FiguresCsv(usize, usize),
    /// A breakdown as CSV: policy, indicator and breakdown.
    BreakdownCsv(usize, usize, usize),
    /// The page about a policy's data.
    Data(usize),
    /// The description of a policy's data, a Data Package.
    DataPackage(usize),
    /// A chart as a picture that stands alone: an SVG, and a PNG beside it.
    Chart(ChartOf),
    /// A chart as a small page that other sites show in a frame.
    Embed(ChartOf),
    /// A former address; where it leads.
    Moved(String),
    /// The page about the whole site's data.
    SiteDataPage,
    /// All figures of the site as CSV.
    SiteTable,
    /// The description of the whole site's data, a Data Package.
    SitePackage,
    /// The catalogue of all data, DCAT.
    Catalog,
    /// All tables of a policy as a workbook.
    Workbook(usize),
    /// The whole site's data as JSON.
    SiteData,
    /// What changed last, as JSON.
    ChangesData,
    /// What changed last, as an Atom feed; only with an address.
    Feed,
    /// The list of all pages; only with an address.
    Sitemap,
    /// For crawlers.
    Robots,
    /// A file of the theme.
    Asset(String),
    /// A file of the content, copied as it is; its source path.
    File(String),
}

impl What {
    /// True for a page that people open.
    pub fn is_page(&self) -> bool {
        !matches!(
            self,
            What::Booklet(_)
                | What::PolicyData(_)
                | What::FiguresCsv(..)
                | What::BreakdownCsv(..)
                | What::DataPackage(_)
                | What::Chart(_)
                | What::Embed(_)
                | What::Moved(_)
                | What::SiteTable
                | What::SitePackage
                | What::Catalog
                | What::Workbook(_)
                | What::SiteData
                | What::SitesCsv
                | What::ChangesData
                | What::Feed
                | What::SearchIndex
                | What::Sitemap
                | What::Robots
                | What::Asset(_)
                | What::File(_)
        )
    }

    /// True for a page that is no part of the site's own: it stands in a frame, or leads elsewhere.
    pub fn is_leaf(&self) -> bool {
        matches!(self, What::Embed(_) | What::Moved(_))
    }

    /// True for what lists data files of many policies with their sizes.
    pub fn is_listing(&self) -> bool {
        matches!(self, What::Catalog | What::SitePackage | What::SiteDataPage)
    }

    /// The position of the policy that it belongs to.
    pub fn policy(&self) -> Option<usize> {
        match self {
            What::Policy(n)
            | What::Progress(n)
            | What::Bulletin(n, _)
            | What::Indicator(n, _)
            | What::Interpretation(n, _)
            | What::Case(n, _)
            | What::Picture(n)
            | What::Poster(n)
            | What::Sheets(n)
            | What::Booklet(n)
            | What::ProgressPicture(n, _)
            | What::OrganisationPicture(n, ..)
            | What::Data(n)
            | What::DataPackage(n)
            | What::PolicyData(n)
            | What::FiguresCsv(n, _)
            | What::Workbook(n)
            | What::BreakdownCsv(n, ..) => Some(*n),
            What::Chart(of) | What::Embed(of) => Some(of.policy),
            _ => None,
        }
    }

    /// True where both belong to the same policy.
    pub fn is_of_one_policy(&self, other: &What) -> bool {
        self.policy().is_some() && self.policy() == other.policy()
    }

    /// True for a file without words of ours, which is the same in every language and made once.
    pub fn is_shared(&self) -> bool {
        matches!(self, What::Sitemap | What::Robots | What::Asset(_) | What::File(_))
    }

    /// True where a template of the theme gets a view: for a page of any kind, a chart that stands alone, and a booklet.
    pub fn has_view(&self) -> bool {
        self.is_page() || self.is_leaf() || matches!(self, What::Chart(_) | What::Booklet(_))
    }

    /// True for what takes long to make, so that a preview makes it only when it is asked for.
    pub fn is_dear(&self) -> bool {
        self.is_picture() || matches!(self, What::Booklet(_))
    }

    /// True for a page that comes with pictures, in a folder of its own.
    pub fn is_picture(&self) -> bool {
        matches!(
            self,
            What::Picture(_)
                | What::Poster(_)
                | What::Sheets(_)
                | What::ProgressPicture(..)
                | What::OrganisationPicture(..)
        )
    }
}
