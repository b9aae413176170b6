//! The site as a whole: settings, register, policies and free pages.

use super::{
    Alias, Fallback, FontFile, GatheredSite, Inspection, Language, Moment, Place, Policy, PublishTarget,
    Register,
};
use std::sync::Arc;

/// A column of the portal (栏目), for the 47号 tags.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// 栏目名称.
    pub name: Option<String>,
    /// 栏目描述.
    pub description: Option<String>,
    /// 栏目关键词.
    pub keywords: Vec<String>,
}

/// What a government page's tags and footer carry. No value is ever invented.
#[derive(Clone, Debug, Default)]
pub struct Portal {
    /// 网站名称.
    pub site_name: Option<String>,
    /// 网站域名.
    pub site_domain: Option<String>,
    /// 政府网站标识码.
    pub site_id_code: Option<String>,
    /// 栏目.
    pub column: Column,
    /// ICP备案号.
    pub icp: Option<String>,
    /// 公网安备号.
    pub police_record: Option<String>,
    /// The id of 党政机关网站标识, 32 hexadecimal digits.
    pub agency_mark: Option<String>,
}

/// Under which terms the data may be used. No value is ever invented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// What it is called.
    pub name: String,
    /// Its text.
    pub url: Option<String>,
}

/// By what distance from the path status is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Months ahead of the path or behind it.
    Months,
    /// Percentage points of the whole way.
    Points,
}

/// The bands of status; the edges fall strictly, so that they leave no gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    /// What the edges measure.
    pub measure: Measure,
    /// At or above the first: ahead; the second: on schedule; the third: slightly behind; the fourth: behind; below: far behind.
    pub edges: [f64; 4],
}

impl Default for Bands {
    fn default() -> Self {
        Bands { measure: Measure::Months, edges: [2.0, 0.0, -2.0, -6.0] }
    }
}

/// `content/site.yaml`.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The site's title.
    pub title: String,
    /// The language of its pages.
    pub language: Language,
    /// The language in which the content is written; that of the pages, unless they are translated.
    pub main: Language,
    /// All languages in which pages are made, in the order of the switch; one, or several with the main one.
    pub languages: Vec<Language>,
    /// The theme's name.
    pub theme: String,
    /// The address that it will have, with a final slash.
    pub base_url: Option<String>,
    /// Who publishes it.
    pub organisation: String,
    /// A notice on every page and in every picture.
    pub notice: Option<String>,
    /// Tags and footer.
    pub portal: Portal,
    /// Under which terms the data may be used; none where the site does not say.
    pub licence: Option<Licence>,
    /// The bands of status.
    pub bands: Bands,
    /// Whether organisations may be put in order of their figures; off unless the site asks.
    pub ranking: bool,
    /// Whether the tables of each policy are made as a workbook too; a package always has them.
    pub workbooks: bool,
    /// Where the site is published, in the order of the file.
    pub publish: Vec<PublishTarget>,
    /// Whether policies have booklets, and where the site says so; none: wherever the program can make them.
    pub booklet: Option<(bool, Place)>,
}

impl Settings {
    /// The folder of the pages: none for the main language, `en/` for another one.
    pub fn folder(&self) -> String {
        self.folder_of(self.language)
    }

    /// The folder of the pages in a language.
    pub fn folder_of(&self, language: Language) -> String {
        if language == self.main { String::new() } else { format!("{}/", language.tag()) }
    }
}

/// A free page, `content/pages/*.md`.
#[derive(Clone, Debug)]
pub struct Page {
    /// Id in its URL: the file's name.
    pub id: String,
    /// The title.
    pub title: String,
    /// When it was published, if it says so.
    pub published: Option<Moment>,
    /// The text as HTML.
    pub body: String,
    /// Former paths of its page.
    pub aliases: Vec<Alias>,
    /// Where it stands.
    pub place: Place,
}

/// Everything that the content says: valid, joined and resolved.
#[derive(Clone, Debug)]
pub struct Site {
    /// The settings.
    pub settings: Settings,
    /// Who answers.
    pub organisations: Register,
    /// The policies, newest publishing date first, then by id.
    pub policies: Vec<Arc<Policy>>,
    /// The free pages, by id.
    pub pages: Vec<Page>,
    /// The fonts that it adds for pictures, by name.
    pub fonts: Vec<FontFile>,
    /// What the inspector is told.
    pub inspection: Inspection,
    /// Other sites of which it gives an overview, by id.
    pub gathered: Vec<GatheredSite>,
    /// What of it is not translated; nothing in the main language.
    pub fallback: Fallback,
}

impl Site {
    /// A policy by its id.
    pub fn policy(&self, id: &str) -> Option<&Arc<Policy>> {
        self.policies.iter().find(|policy| policy.id == id)
    }
}
