//! Repealed, replaced, amended: said wherever a document is named, with a link to the one that says so.

use super::Input;
use crate::model::{Force, Policy};
use crate::plan::urls;
use crate::theme::view::{ForceView, Link, Notice};

/// What is said of a policy that does not hold as issued; none of one that does.
pub(super) fn view(input: &Input, policy: &Policy) -> Option<ForceView> {
    let force = policy.force(input.as_of);
    if force == Force::Holds {
        return None;
    }
    let metadata = &policy.metadata;
    let ids = match force {
        Force::Amended => &metadata.amended_by,
        _ => &metadata.replaced_by,
    };
    let by: Vec<Link> = ids.iter().filter_map(|id| input.site.policy(id)).map(|other| link(other)).collect();
    Some(ForceView {
        key: force.key().into(),
        word: input.theme.force(force),
        text: text(input, policy, force),
        by,
    })
}

fn link(policy: &Policy) -> Link {
    Link { title: policy.metadata.title.clone(), url: urls::policy(&policy.id) }
}

/// The sentence on its own pages.
fn text(input: &Input, policy: &Policy, force: Force) -> String {
    let say = |key: &str, blanks: &[(&str, &str)]| input.theme.say(key, blanks);
    let language = input.site.settings.language;
    let repeal = policy.metadata.repealed.as_ref().filter(|_| force == Force::Repealed);
    let Some(repeal) = repeal else {
        return say("force_is", &[("word", &input.theme.force(force))]);
    };
    let mut text = say("force_repealed_on", &[("day", &super::days::words(repeal.on, language))]);
    if let Some(document) = &repeal.document {
        text += &say("force_document", &[("document", document)]);
    }
    if let Some(reason) = &repeal.reason {
        text += &say("force_reason", &[("reason", reason)]);
    }
    text
}

/// The notice on all pages of a policy.
pub(super) fn notice(input: &Input, policy: &Policy) -> Option<Notice> {
    let force = view(input, policy)?;
    Some(Notice { text: force.text, kind: "force".into(), links: force.by })
}

/// A policy's name with the word, for lists and links.
pub(super) fn marked(input: &Input, policy: &Policy, name: &str) -> String {
    input.theme.marked(policy.force(input.as_of), name)
}
