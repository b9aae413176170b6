//! What is wrong in a template of boxes: said with the line of the rendered text and the nearest known word.

use std::fmt;

/// A mistake of a template, found while its boxes were read or drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The block: the name of the template.
    pub block: String,
    /// The line in the text that the template rendered, from 1; 0 where it concerns the whole.
    pub line: u32,
    /// What it is.
    pub what: What,
}

/// The kinds of mistakes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The text is not XML; in the words of the XML reader.
    Xml(String),
    /// A tag that there is not.
    Tag {
        /// As written.
        found: String,
        /// The nearest tag.
        near: Option<String>,
    },
    /// An attribute that the tag does not have.
    Attribute {
        /// The tag.
        tag: &'static str,
        /// As written.
        found: String,
        /// The nearest attribute of that tag.
        near: Option<String>,
    },
    /// An attribute that the tag needs.
    Missing {
        /// The tag.
        tag: &'static str,
        /// The attribute.
        attribute: &'static str,
    },
    /// A value that the attribute does not take.
    Value {
        /// The tag.
        tag: &'static str,
        /// The attribute.
        attribute: &'static str,
        /// As written.
        found: String,
        /// What it takes: words, or the kind of a number.
        takes: String,
        /// The nearest word.
        near: Option<String>,
    },
    /// A box where none may be, or words where only boxes may.
    Misplaced {
        /// What was found: a tag, or the words.
        found: String,
        /// The tag around it.
        inside: &'static str,
    },
    /// Boxes within boxes, too many times.
    Deep,
    /// No icon of that name.
    Icon(String),
    /// An icon that is not a drawing of lines in 24 × 24.
    BadIcon(String),
    /// No chart of that name.
    Chart(String),
    /// A text too long for a QR code.
    Qr(String),
    /// Words that do not find room beside others: they stick out.
    Wide(String),
    /// The content is higher than the canvas may be; both in px.
    High {
        /// What it came to.
        height: u32,
        /// What it may be.
        most: u32,
    },
}

/// `; did you mean X?`
fn meant(near: &Option<String>) -> String {
    near.as_ref().map_or(String::new(), |word| format!("; did you mean `{word}`?"))
}

/// `；是否想写 X？`
fn meant_zh(near: &Option<String>) -> String {
    near.as_ref().map_or(String::new(), |word| format!("；是否想写`{word}`？"))
}

impl What {
    /// In English.
    pub fn english(&self) -> String {
        match self {
            What::Xml(why) => format!("this is not well-formed XML: {why}"),
            What::Tag { found, near } => format!("there is no box `{found}`{}", meant(near)),
            What::Attribute { tag, found, near } => {
                format!("`{tag}` has no attribute `{found}`{}", meant(near))
            }
            What::Missing { tag, attribute } => format!("`{tag}` needs the attribute `{attribute}`"),
            What::Value { tag, attribute, found, takes, near } => {
                format!("`{attribute}` of `{tag}` takes {takes}, not `{found}`{}", meant(near))
            }
            What::Misplaced { found, inside } => format!("`{found}` may not stand inside `{inside}`"),
            What::Deep => format!("more than {DEEPEST} boxes within boxes"),
            What::Icon(name) => format!("there is no icon `{name}` in `picture/icons/`"),
            What::BadIcon(name) => format!("the icon `{name}` is not an SVG of lines in 24 × 24"),
            What::Chart(id) => format!("there is no chart `{id}` here"),
            What::Qr(text) => format!("too long for a QR code: `{text}`"),
            What::Wide(words) => format!("there is no room for `{words}` beside the others"),
            What::High { height, most } => {
                format!("the picture is {height} px high, more than {most}; leave something out")
            }
        }
    }

    /// In Chinese.
    pub fn chinese(&self) -> String {
        match self {
            What::Xml(why) => format!("不是格式正确的XML：{why}"),
            What::Tag { found, near } => format!("没有名为`{found}`的标签{}", meant_zh(near)),
            What::Attribute { tag, found, near } => format!("`{tag}`没有属性`{found}`{}", meant_zh(near)),
            What::Missing { tag, attribute } => format!("`{tag}`缺少属性`{attribute}`"),
            What::Value { tag, attribute, found, takes, near } => {
                format!("`{tag}`的`{attribute}`应为{takes}，不能是`{found}`{}", meant_zh(near))
            }
            What::Misplaced { found, inside } => format!("`{inside}`里不能放`{found}`"),
            What::Deep => format!("标签嵌套超过{DEEPEST}层"),
            What::Icon(name) => format!("`picture/icons/`里没有图标`{name}`"),
            What::BadIcon(name) => format!("图标`{name}`不是24×24的线条SVG"),
            What::Chart(id) => format!("这里没有图表`{id}`"),
            What::Qr(text) => format!("内容太长，做不成二维码：`{text}`"),
            What::Wide(words) => format!("并排放不下`{words}`"),
            What::High { height, most } => format!("图高{height}像素，超过{most}像素，请删减内容"),
        }
    }
}

/// How many boxes may stand within one another.
pub(super) const DEEPEST: usize = 48;

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: {}", self.block, self.line, self.what.english())
        } else {
            write!(f, "{}: {}", self.block, self.what.english())
        }
    }
}
