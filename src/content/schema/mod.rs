//! JSON Schema (2020-12) of every YAML file and every front matter, for editors that complete,
//! explain and check while somebody types.
//!
//! A schema sees one file and no names in others: what it lets through, `gongbao check` decides.
//! `tests/schema.rs` holds the schemas to the decoders, key by key.

mod articles;
mod breakdowns;
mod indicators;
mod inspection;
mod organisations;
mod picture;
mod policy;
mod progress;
mod publish;
mod shape;
mod site;
mod statements;
mod translations;
mod values;

pub use shape::Schema;

use crate::diagnostic::Words;

/// The schema of a kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Described {
    /// Its name; the file is NAME.schema.json.
    pub name: &'static str,
    /// The files that it describes.
    pub files: &'static str,
    /// What they are.
    pub words: Words,
    build: fn() -> Schema,
}

/// All schemas, in the order in which a site is made.
pub const ALL: [Described; 20] = [
    Described {
        name: "site",
        files: "content/site.yaml",
        words: Words { zh: "网站设置", en: "the site's settings" },
        build: site::schema,
    },
    Described {
        name: "organisations",
        files: "content/organisations.yaml",
        words: Words { zh: "机构登记册", en: "the register of organisations" },
        build: organisations::schema,
    },
    Described {
        name: "policy",
        files: "content/policies/*/policy.md",
        words: Words { zh: "政策的文件信息", en: "the head of a policy" },
        build: policy::schema,
    },
    Described {
        name: "indicators",
        files: "content/policies/*/indicators.yaml",
        words: Words { zh: "指标", en: "what a policy measures" },
        build: indicators::schema,
    },
    Described {
        name: "progress",
        files: "content/policies/*/progress/*.yaml",
        words: Words {
            zh: "一期的进展，或以前几期的数",
            en: "a period's progress, or several periods as columns",
        },
        build: progress::schema,
    },
    Described {
        name: "picture",
        files: "content/policies/*/picture.yaml",
        words: Words { zh: "一图读懂的选择", en: "choices for a policy's pictures" },
        build: picture::schema,
    },
    Described {
        name: "interpretation",
        files: "content/policies/*/interpretations/*.md",
        words: Words { zh: "政策解读的文件信息", en: "the head of an interpretation" },
        build: articles::interpretation,
    },
    Described {
        name: "case",
        files: "content/policies/*/cases/*.md",
        words: Words { zh: "典型案例的文件信息", en: "the head of a case" },
        build: articles::case,
    },
    Described {
        name: "page",
        files: "content/pages/*.md",
        words: Words { zh: "单独页面的文件信息", en: "the head of a free page" },
        build: articles::page,
    },
    Described {
        name: "allow",
        files: "content/allow.yaml",
        words: Words {
            zh: "允许清单：看过、没有问题的警告", en: "warnings that are right as they stand"
        },
        build: inspection::allow,
    },
    Described {
        name: "words",
        files: "content/words.yaml",
        words: Words { zh: "错敏词表：不希望出现的词", en: "words that the site does not want" },
        build: inspection::watched,
    },
    Described {
        name: "site-translation",
        files: "content/site.en.yaml",
        words: Words { zh: "网站设置的译文", en: "the words of the settings" },
        build: translations::site,
    },
    Described {
        name: "organisations-translation",
        files: "content/organisations.en.yaml",
        words: Words { zh: "机构名称的译文", en: "names of organisations" },
        build: translations::organisations,
    },
    Described {
        name: "policy-translation",
        files: "content/policies/*/policy.en.md",
        words: Words { zh: "政策译文的文件信息", en: "the head of a translated policy" },
        build: translations::policy,
    },
    Described {
        name: "indicators-translation",
        files: "content/policies/*/indicators.en.yaml",
        words: Words { zh: "指标的译文", en: "the words of indicators" },
        build: translations::indicators,
    },
    Described {
        name: "progress-translation",
        files: "content/policies/*/progress/*.en.yaml",
        words: Words { zh: "一期进展的译文", en: "the words of a period's file" },
        build: translations::progress,
    },
    Described {
        name: "picture-translation",
        files: "content/policies/*/picture.en.yaml",
        words: Words { zh: "一图读懂的译文", en: "the words of pictures" },
        build: translations::picture,
    },
    Described {
        name: "interpretation-translation",
        files: "content/policies/*/interpretations/*.en.md",
        words: Words { zh: "解读译文的文件信息", en: "the head of a translated interpretation" },
        build: translations::interpretation,
    },
    Described {
        name: "case-translation",
        files: "content/policies/*/cases/*.en.md",
        words: Words { zh: "案例译文的文件信息", en: "the head of a translated case" },
        build: translations::page,
    },
    Described {
        name: "page-translation",
        files: "content/pages/*.en.md",
        words: Words { zh: "页面译文的文件信息", en: "the head of a translated page" },
        build: translations::page,
    },
];

/// The schema of that name.
pub fn find(name: &str) -> Option<&'static Described> {
    ALL.iter().find(|described| described.name == name)
}

impl Described {
    /// The schema.
    pub fn schema(&self) -> Schema {
        (self.build)().root()
    }

    /// The schema as the text of a file.
    pub fn text(&self) -> String {
        let text = serde_json::to_string_pretty(&self.schema());
        text.expect("keys of a schema are texts, and its numbers are finite") + "\n"
    }

    /// The name of its file.
    pub fn file_name(&self) -> String {
        format!("{}.schema.json", self.name)
    }
}
