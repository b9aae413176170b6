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
    /// All of them.
    pub const ALL: [Language; 2] = [Language::Chinese, Language::English];

    /// Its name in itself, as a switch between languages shows it.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Chinese => "中文",
            Language::English => "English",
        }
    }

    /// True where a text of this language has words that a reader of another one cannot read: a Chinese
    /// text without Chinese characters, such as `%` or `R&D`, needs no translation.
    pub fn has_words(self, text: &str) -> bool {
        match self {
            Language::Chinese => text.chars().any(is_chinese),
            Language::English => text.chars().any(|c| c.is_ascii_alphabetic()),
        }
    }

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

/// A Chinese character; marks of Chinese are none.
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '〇')
}
