//! What every page has, and the small things that all views are made of.

use serde::Serialize;

/// A link: a title and a URL relative to the site's root.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What it says.
    pub title: String,
    /// Where it leads, relative to the site's root.
    pub url: String,
}

/// A day, for people and for machines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Day {
    /// `2024年6月30日`.
    pub text: String,
    /// `2024-06-30`, or with a time where one is known.
    pub iso: String,
}

/// A status: word, shape and colour family; never one of them alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Chip {
    /// The key in data: `slightly-behind`.
    pub key: String,
    /// The word: 略有滞后.
    pub word: String,
    /// The shape: ● ▲ ◣ ■ ○.
    pub shape: String,
    /// The colour family: `good`, `ahead`, `slight`, `behind` or `neutral`.
    pub family: String,
}

/// A mark beside a status: 示例, 已更正, 逾期未报 …
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The key in data: `illustrative`.
    pub key: String,
    /// The word.
    pub word: String,
    /// What it means here, in words; empty where the word says all.
    pub note: String,
}

/// How many have a status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The status.
    pub chip: Chip,
    /// How many.
    pub count: usize,
    /// Their share in percent, `41.7`; the shares of a row add up to 100.0.
    pub share: String,
}

/// Two rows that are never mixed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// 定量指标, by computed status.
    pub indicators: Vec<Tally>,
    /// How many indicators there are.
    pub indicators_total: usize,
    /// 定性任务, by stated state.
    pub clauses: Vec<Tally>,
    /// How many tasks and safeguards there are.
    pub clauses_total: usize,
    /// How many of them were ever stated.
    pub clauses_stated: usize,
}

/// A meta tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tag {
    /// Its name, in the exact case of the standard.
    pub name: String,
    /// Its content.
    pub content: String,
}

/// A notice across the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The words.
    pub text: String,
    /// `sample`, `force`: of a document that does not hold as issued, `ended`, or `language`: of what is not translated.
    pub kind: String,
    /// The documents that it is about.
    pub links: Vec<Link>,
}

/// A page in one of the site's languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// The language tag: `en`.
    pub language: String,
    /// The language's name in itself: `English`.
    pub name: String,
    /// Where it is, relative to the site's root.
    pub url: String,
    /// Its full address; empty without `base_url`.
    pub address: String,
    /// True for the language of the content.
    pub main: bool,
    /// True for this page itself.
    pub current: bool,
}

/// `page`: what every page has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PageView {
    /// The kind: `home`, `policy`, `progress`, `bulletin`, `indicator`, `organisation`, `changes`, `sites`, `gathered`, `article`, `page`, `data`, `embed`, `moved`, `search`, `not-found`.
    pub kind: String,
    /// For `<title>`, without the site's.
    pub title: String,
    /// One sentence.
    pub description: String,
    /// Path from this page to the site's root, which another language has a folder for: `../../`; empty on the home page.
    pub root: String,
    /// Path from this page to the top of the output, where `assets/` stands: `root`, or one folder above it
    /// on a page of another language.
    pub top: String,
    /// This page in every language of the site, itself too; empty where the site has only one.
    pub alternates: Vec<Alternate>,
    /// This page's URL, relative to the site's root.
    pub url: String,
    /// This page's full address; empty without `base_url`.
    pub canonical: String,
    /// The language tag.
    pub language: String,
    /// The way from the home page, this page last.
    pub breadcrumbs: Vec<Link>,
    /// 47号 tags: site, column and article tags as the page kind asks for.
    pub tags: Vec<Tag>,
    /// What Open Graph makes a card of: `og:title` and others.
    pub properties: Vec<Tag>,
    /// schema.org as JSON-LD, for a `<script>`; empty where there is nothing to say.
    pub linked_data: String,
    /// 发布时间; none where the page has none of its own.
    pub published: Option<Day>,
    /// 数据截至; none where the page shows no data.
    pub as_of: Option<Day>,
    /// When the next figure is due; none where nothing says so.
    pub next_due: Option<Day>,
    /// True where the page belongs to no policy: days that it lacks are then those of the site.
    pub of_site: bool,
    /// Notices, the site's own first.
    pub notices: Vec<Notice>,
    /// Whom to ask: `区科技局 023-…`; where nobody is named, who publishes the site.
    pub contact: String,
    /// Where a mistake of this page is reported, 政府网站找错; empty without the portal's 标识码 and a `base_url`.
    pub report_url: String,
    /// JSON and CSV of this page's data.
    pub downloads: Vec<Link>,
}

/// `site`: the same for all pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SiteView {
    /// The title.
    pub title: String,
    /// Who publishes it.
    pub organisation: String,
    /// The home page's URL.
    pub home: String,
    /// The URL of the page on which people search, with `?q=`.
    pub search: String,
    /// Navigation.
    pub navigation: Vec<Link>,
    /// The Atom feed; empty without `base_url`.
    pub feed: String,
    /// Free pages.
    pub pages: Vec<Link>,
    /// ICP备案号; empty where none is set.
    pub icp: String,
    /// 公网安备号; empty where none is set.
    pub police_record: String,
    /// The digits of 公网安备号, for its link.
    pub police_record_code: String,
    /// The address of 党政机关网站标识; empty where no mark is set.
    pub agency_mark_url: String,
    /// The page about all data.
    pub data: String,
    /// 政府网站标识码; empty where none is set.
    pub site_id_code: String,
    /// The day of the newest figure of the site; none without one.
    pub as_of: Option<Day>,
    /// When something of it was last published; none without a policy.
    pub published: Option<Day>,
    /// When the next figure of it is due; none where nothing says so.
    pub next_due: Option<Day>,
    /// How status is judged: the bands in one paragraph.
    pub judged: String,
    /// The statuses with what each means, for the legend.
    pub legend: Vec<Mark>,
    /// The chips of the legend, in the same order.
    pub legend_chips: Vec<Chip>,
    /// The theme's files, by name, as URLs: `assets/portal.css`.
    pub assets: Vec<Link>,
}

/// `free`: a free page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FreePage {
    /// The title.
    pub title: String,
    /// The text as HTML.
    pub body: String,
}
