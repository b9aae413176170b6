//! The two languages that the tool speaks.

/// A language of sites and of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Simplified Chinese, `zh-CN`.
    #[default]
    Chinese,
    /// English, `en`.
    English,
}

impl Language {
    /// The tag for `lang` attributes and `site.yaml`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// One of two: what stands in Chinese, or in English.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// Reads a tag; `zh`, `zh-CN`, `zh_CN.UTF-8` and `en-GB` all do.
    pub fn parse(tag: &str) -> Option<Self> {
        let head: String = tag.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
        match head.to_ascii_lowercase().as_str() {
            "zh" => Some(Language::Chinese),
            "en" => Some(Language::English),
            _ => None,
        }
    }
}
