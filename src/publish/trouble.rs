//! Why publishing stopped, as a sentence in both languages. Secrets are taken out where it is printed.

use crate::model::Language;
use std::fmt::Display;

/// Publishing cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    zh: String,
    en: String,
    /// Whether the same may work in a moment: a connection that broke, a server that is busy.
    pub(super) passing: bool,
}

impl Trouble {
    /// What stays wrong until somebody mends it.
    pub(super) fn lasting(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Trouble { zh: zh.into(), en: en.into(), passing: false }
    }

    /// What may be over in a moment.
    #[cfg_attr(not(feature = "publish"), allow(dead_code, reason = "only servers ask for it"))]
    pub(super) fn passing(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Trouble { passing: true, ..Trouble::lasting(zh, en) }
    }

    /// The same, which may or may not be over in a moment.
    pub(super) fn that_may_pass(self, passing: bool) -> Self {
        Trouble { passing, ..self }
    }

    /// A file of this machine.
    pub(super) fn local(zh: &str, en: &str, path: &str, error: &dyn Display) -> Self {
        Trouble::lasting(format!("无法{zh} `{path}`：{error}"), format!("cannot {en} `{path}`: {error}"))
    }

    /// A first publication that would replace somebody's files.
    pub(super) fn taken(names: &[String]) -> Self {
        const SHOWN: usize = 3;
        let list = |join: &str| {
            let names: Vec<String> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
            names.join(join)
        };
        Trouble::lasting(
            format!(
                "目标里没有 gongbao 的发布记录，却已有与本站同名的 {}{}；请核对路径，确实要覆盖再加 --all",
                list("、"),
                if names.len() > SHOWN { format!(" 等 {} 个", names.len()) } else { String::new() },
            ),
            format!(
                "the target has no record of gongbao, but already has {}{}, which this site would replace; \
                 look at the path, and add --all if it is right",
                list(", "),
                if names.len() > SHOWN {
                    format!(" and {} more", names.len() - SHOWN)
                } else {
                    String::new()
                },
            ),
        )
    }

    /// Somebody else publishes to the same target.
    pub(super) fn overtaken() -> Self {
        Trouble::lasting(
            "另一个 gongbao 也在向这个目标发布，这一次停下了；等它结束后再运行一次",
            "another gongbao has begun to publish to this target, so this one stopped; run it again when the other has ended",
        )
    }

    /// The same with what was being done before it.
    pub(super) fn during(self, zh: &str, en: &str) -> Self {
        Trouble { zh: format!("{zh}：{}", self.zh), en: format!("{en}: {}", self.en), ..self }
    }

    /// The sentence.
    pub fn words(&self, language: Language) -> &str {
        language.pick(&self.zh, &self.en)
    }
}
