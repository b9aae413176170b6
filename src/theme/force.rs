//! A document's name with what became of it.

use super::Theme;
use crate::model::Force;

impl Theme {
    /// 已废止, 已被替代, 已修改 …; empty for a document that holds.
    pub fn force(&self, force: Force) -> String {
        let key = match force {
            Force::Holds => return String::new(),
            Force::Amended => "force_amended",
            Force::Partly => "force_partly_lapsed",
            Force::Replaced => "force_replaced",
            Force::Lapsed => "force_lapsed",
            Force::Repealed => "force_repealed",
        };
        self.say(key, &[])
    }

    /// A name with that word, for lists and links: 科技企业“双倍增”（已废止）.
    pub fn marked(&self, force: Force, name: &str) -> String {
        match force {
            Force::Holds => name.to_owned(),
            force => self.say("with_mark", &[("text", name), ("mark", &self.force(force))]),
        }
    }
}
