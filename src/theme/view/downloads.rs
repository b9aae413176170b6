//! The views of open data, of charts that other sites show, and of former addresses.

use super::{ChartView, Link};
use serde::Serialize;

/// A column of a data file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DataColumn {
    /// Its head.
    pub name: String,
    /// What its cells hold: 文字, 数, 时期, 日期; a number with its unit, 数（家）.
    pub kind: String,
    /// What it means.
    pub about: String,
}

/// A data file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DataFileView {
    /// What it is called.
    pub title: String,
    /// Its URL.
    pub url: String,
    /// The name of the file.
    pub name: String,
    /// Its form: JSON, CSV, XLSX.
    pub format: String,
    /// Its size: 3.4 KB.
    pub size: String,
    /// What it holds.
    pub about: String,
    /// Its columns, of a table; columns that say the same of many periods stand together.
    pub columns: Vec<DataColumn>,
}

/// `data`: what data there are, of a policy or of the whole site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DataPage {
    /// The title.
    pub title: String,
    /// The policy; none for the whole site.
    pub policy: Option<Link>,
    /// The files.
    pub files: Vec<DataFileView>,
    /// The descriptions for programs: Data Package and DCAT.
    pub descriptions: Vec<DataFileView>,
    /// The data pages of the policies, of the whole site.
    pub policies: Vec<Link>,
    /// The version of the form of the files.
    pub version: String,
    /// The name of the licence; empty where the site names none.
    pub licence: String,
    /// Its address; empty where none is given.
    pub licence_url: String,
}

/// A chart that other sites may show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EmbedView {
    /// The chart's title.
    pub title: String,
    /// The page for a frame.
    pub page: String,
    /// The chart as an SVG that stands alone; empty where no pictures are made.
    pub svg: String,
    /// The same as a PNG; empty where no pictures are made.
    pub png: String,
    /// What another page copies: a frame, and the same in words.
    pub snippet: String,
    /// True where the site has no address, so that the snippet lacks it.
    pub unaddressed: bool,
}

/// `embed`: a chart in a frame of another site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EmbedPage {
    /// The chart, with its sentence.
    pub chart: ChartView,
    /// The policy.
    pub policy: Link,
    /// The page that tells all of it.
    pub source: Link,
}

/// `moved`: a former address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MovedPage {
    /// Where the content stands now.
    pub to: Link,
    /// The same from this page.
    pub address: String,
}

/// `picture` of a chart that stands alone as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChartPicture {
    /// `chart`.
    pub kind: String,
    /// The chart's title.
    pub title: String,
    /// The id of the chart.
    pub chart: String,
    /// What it says in words.
    pub sentence: String,
    /// The document.
    pub source: String,
    /// 数据截至; empty without a figure.
    pub as_of: String,
    /// Who publishes it.
    pub publisher: String,
    /// The site's notice; empty where it has none.
    pub notice: String,
}
