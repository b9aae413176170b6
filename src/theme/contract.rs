//! The contract as data: which template gets which view, and the fields of every view.
//!
//! The structs of `view/` are the contract, and their own text is read here, so that there is one list:
//! unknown fields in templates are found with it, and the tables of `themes/portal/README.md` are made
//! of it (`tests/contract.rs`).

/// The version that the views of [`super::view`] keep.
pub const VERSION: u32 = 1;

/// Template, name of its view, and the view's struct.
pub const TEMPLATES: [(&str, &str, &str); 20] = [
    ("home.html", "home", "Home"),
    ("policy.html", "policy", "PolicyView"),
    ("progress.html", "progress", "ProgressView"),
    ("bulletin.html", "bulletin", "BulletinView"),
    ("indicator.html", "indicator", "IndicatorPage"),
    ("organisation.html", "organisation", "OrganisationPage"),
    ("changes.html", "changes", "ChangesPage"),
    ("sites.html", "sites", "SitesPage"),
    ("gathered.html", "gathered", "GatheredPage"),
    ("article.html", "article", "ArticleView"),
    ("page.html", "free", "FreePage"),
    ("picture.html", "picture_page", "PicturePage"),
    ("picture-print.html", "print", "PrintPage"),
    ("review.html", "review", "ReviewPage"),
    ("data.html", "data", "DataPage"),
    ("embed.html", "embed", "EmbedPage"),
    ("moved.html", "moved", "MovedPage"),
    ("booklet.typ", "booklet", "BookletView"),
    ("search.html", "", ""),
    ("404.html", "", ""),
];

/// The templates of pictures, by the beginnings of their paths, and the struct that they get as `picture`.
pub const PICTURES: [(&str, &str); 9] = [
    ("picture/policy/", "PolicyPicture"),
    ("picture/progress/", "ProgressPicture"),
    ("picture/organisation/", "OrganisationPicture"),
    ("picture/cover.xml", "PolicyPicture"),
    ("picture/share.xml", "PolicyPicture"),
    ("picture/wechat.xml", "PolicyPicture"),
    ("picture/poster.xml", "PolicyPicture"),
    ("picture/sheet.xml", "SheetPicture"),
    ("picture/chart.xml", "ChartPicture"),
];

/// The filters: our own `unbroken`, and those of tera 2.
pub const FILTERS: [&str; 38] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
    "unbroken",
];

/// The functions.
pub const FUNCTIONS: [&str; 4] = ["range", "say", "super", "throw"];

/// The tests after `is`, of tera 2.
pub const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// The texts of the views.
const VIEWS: [&str; 15] = [
    include_str!("view/page.rs"),
    include_str!("view/filter.rs"),
    include_str!("view/home.rs"),
    include_str!("view/policy.rs"),
    include_str!("view/indicator.rs"),
    include_str!("view/downloads.rs"),
    include_str!("view/organisation.rs"),
    include_str!("view/changes.rs"),
    include_str!("view/review.rs"),
    include_str!("view/sites.rs"),
    include_str!("view/picture/policy.rs"),
    include_str!("view/picture/progress.rs"),
    include_str!("view/picture/sheet.rs"),
    include_str!("view/picture/page.rs"),
    include_str!("view/booklet.rs"),
];

/// A struct of the contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Its name in Rust.
    pub name: &'static str,
    /// What it is.
    pub about: String,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

/// A field of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name, which is its key.
    pub name: &'static str,
    /// What it holds, and how often.
    pub kind: Kind,
    /// What it means; empty where nobody has said so.
    pub about: String,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// True or false.
    Flag,
    /// A whole number.
    Number,
    /// Another struct of the contract.
    View(&'static str),
    /// Any number of these.
    List(Box<Kind>),
    /// One of these, or none.
    Maybe(Box<Kind>),
    /// Two values, `[0]` and `[1]`.
    Pair(Box<Kind>, Box<Kind>),
}

/// All structs, in the order of the files.
pub fn views() -> Vec<View> {
    VIEWS.iter().flat_map(|text| read(text)).collect()
}

/// The structs of one file, which rustfmt keeps in this form: a doc, `pub struct NAME {`, then a doc
/// and `pub name: Type,` for each field.
fn read(text: &'static str) -> Vec<View> {
    let mut views: Vec<View> = Vec::new();
    let mut about = String::new();
    for line in text.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            about += doc;
        } else if let Some(rest) = line.strip_prefix("pub struct ") {
            let name = rest.trim_end_matches(" {");
            views.push(View { name, about: take(&mut about), fields: Vec::new() });
        } else if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|rest| rest.split_once(": "))
            && let Some(view) = views.last_mut()
        {
            let kind = kind_of(kind.trim_end_matches(','));
            view.fields.push(Field { name, kind, about: take(&mut about) });
        } else if !line.starts_with("#[") {
            about.clear();
        }
    }
    views
}

fn take(about: &mut String) -> String {
    std::mem::take(about).trim().to_owned()
}

fn kind_of(text: &'static str) -> Kind {
    let inside = |start: &str, end: &str| text.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    if let Some(inner) = inside("Vec<", ">") {
        return Kind::List(Box::new(kind_of(inner)));
    }
    if let Some(inner) = inside("Option<", ">") {
        return Kind::Maybe(Box::new(kind_of(inner)));
    }
    if let Some((first, second)) = inside("(", ")").and_then(|inner| inner.split_once(", ")) {
        return Kind::Pair(Box::new(kind_of(first)), Box::new(kind_of(second)));
    }
    match text {
        "String" => Kind::Text,
        "bool" => Kind::Flag,
        "u8" | "u32" | "usize" => Kind::Number,
        name => Kind::View(name),
    }
}
