//! One policy -> the same policy in another language: every number, date and place stays as it is.

use super::translator::Translator;
use super::{articles, beside, clauses, indicators, picture, progress};
use crate::content::clauses::Clauses;
use crate::content::decode::{self, Allowed, Fields};
use crate::content::document;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics, Words};
use crate::model::{Language, NoticeHead, OrgIx, Place, Policy, PolicyFallback, Register, Standing};
use crate::source::{SourceFile, Sources};
use crate::text;

/// What a translation of the text is worth, as written.
pub(crate) const STANDINGS: &[Allowed<Standing>] = &[
    ("reference", "供参考", Standing::Reference),
    ("summary", "摘要", Standing::Summary),
    ("official", "正式译文", Standing::Official),
];

/// How many places of texts without translation are shown.
const SHOWN: usize = 5;

/// What the translation of a policy rests on.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// All files.
    pub(super) sources: &'a Sources,
    /// The language of the translation.
    pub(super) to: Language,
    /// The register as written.
    pub(super) register: &'a Register,
    /// The register translated.
    pub(super) translated: &'a Register,
}

impl<'a> Scope<'a> {
    /// The translation of a file of the policy.
    pub(super) fn file(&self, policy: &str, name: &str) -> Option<&'a SourceFile> {
        self.sources.find(&beside::path(&format!("content/policies/{policy}/{name}"), self.to))
    }

    /// The translated name of whom a text names, where the register knows it.
    pub(super) fn name_of(&self, written: &str) -> Option<String> {
        self.register.find(written).map(|ix| self.translated.get(ix).name.clone())
    }
}

/// Translates a policy, and tells once what has no translation.
pub(super) fn translate(
    scope: &Scope,
    from: Language,
    original: &Policy,
    d: &mut Diagnostics,
) -> (Policy, PolicyFallback) {
    let mut policy = original.clone();
    let mut fallback = PolicyFallback::default();
    let names = Clauses::of(&original.text, original.place);
    let mut at = Translator { from, gaps: Vec::new(), d };

    let file = scope.file(&policy.id, "policy.md");
    words(scope, &mut policy, file, &mut fallback, &mut at);
    who_answers(&mut policy, scope.translated);
    let attachments = policy.attachments.clone();
    let measures = scope.file(&policy.id, "indicators.yaml");
    let node = measures.and_then(|file| document::read_yaml(file, at.d));
    fallback.indicators =
        indicators::translate(&mut policy.indicators, &attachments, node.as_ref(), scope.to, &mut at);
    progress::translate(scope, original, &mut policy, &names, &mut fallback, &mut at);
    articles::translate(scope, &mut policy, &mut fallback, &mut at);
    picture::translate(scope, &mut policy, &names, &mut at);

    if !at.gaps.is_empty() {
        let what = original.metadata.short_title.clone();
        let mut problem =
            untranslated(original.place, &what, &at.gaps, scope.to, "policy, indicators, progress/");
        if let Some(file) = file {
            let shows = Words { zh: "译文在这里", en: "the translation" };
            problem = problem.also(document::start(file), shows);
        }
        at.d.push(problem);
    }
    (policy, fallback)
}

/// The one warning of what has no translation.
pub(super) fn untranslated(
    place: Place,
    what: &str,
    gaps: &[Place],
    to: Language,
    files: &str,
) -> Diagnostic {
    let tag = to.tag();
    let name = |file: &str| match file.strip_suffix('/') {
        Some(folder) => format!("{folder}/*.{tag}.yaml"),
        None if file == "policy" || file.starts_with("pages") => format!("{file}.{tag}.md"),
        None => format!("{file}.{tag}.yaml"),
    };
    let files: Vec<String> = files.split(", ").map(|file| format!("`{}`", name(file))).collect();
    let mut problem = Diagnostic::at(content::UNTRANSLATED, place)
        .with("what", what)
        .with("n", gaps.len())
        .with("language", tag)
        .with("files", files.join(" / "));
    let mut places = gaps.to_vec();
    places.dedup();
    for gap in places.into_iter().filter(|gap| *gap != place).take(SHOWN) {
        problem = problem.also(gap, Words { zh: "没有译文", en: "not translated" });
    }
    problem
}

/// `policy.en.md`: fields, and the text.
fn words(
    scope: &Scope,
    policy: &mut Policy,
    file: Option<&SourceFile>,
    fallback: &mut PolicyFallback,
    at: &mut Translator,
) {
    let place = policy.place;
    let markdown = file.map(|file| document::read_markdown(file, at.d));
    let head = markdown.as_ref().and_then(|markdown| markdown.head.as_ref());
    let mut fields = head.and_then(|node| Fields::of(node, "policy.md", at.d));

    let m = &mut policy.metadata;
    let same = m.short_title == m.title;
    let title = at.field(&mut fields, "title");
    fallback.title = at.put(title, &mut m.title, place);
    let short = at.field(&mut fields, "short_title");
    if same {
        m.short_title = short.map_or(m.title.clone(), |(text, _)| text);
    } else {
        at.put(short, &mut m.short_title, place);
    }
    let issuer = at.field(&mut fields, "issuer").or(scope.name_of(&m.issuer).map(|name| (name, place)));
    at.put(issuer, &mut m.issuer, place);
    let topic = at.field(&mut fields, "topic");
    at.put_option(topic, &mut m.topic, place);
    let genre = at.field(&mut fields, "genre");
    at.put_option(genre, &mut m.genre, place);
    let validity = at.field(&mut fields, "validity");
    at.put(validity, &mut m.validity.0, place);
    // A document goes by its number as issued, unless a translation of it is given.
    for (key, own) in [("document_number", &mut m.document_number), ("index_number", &mut m.index_number)] {
        if let Some((text, _)) = at.field(&mut fields, key) {
            *own = Some(text);
        }
    }
    let standing = fields.as_mut().and_then(|fields| fields.word("translation", STANDINGS, at.d));
    // A head alone translates the title, not the text.
    let text = markdown.as_ref().is_some_and(|markdown| !markdown.body.text.trim().is_empty());
    fallback.standing = text.then(|| standing.unwrap_or_default());

    let listed = fields.as_mut().and_then(|fields| fields.node("attachments"));
    let listed = at.by_name(listed, "attachments", |n, place, d| {
        let found = policy.attachments.iter().position(|attachment| attachment.n.to_string() == n);
        if found.is_none() {
            d.push(Diagnostic::at(content::UNKNOWN_ATTACHMENT, place).with("n", n));
        }
        found
    });
    for (n, attachment) in policy.attachments.iter_mut().enumerate() {
        let name = at.entry(listed.get(&n).copied(), "attachments");
        fallback.frame |= at.put(name, &mut attachment.name, attachment.place);
    }
    notice(policy, &mut fields, fallback, at);
    fields.into_iter().for_each(|fields| fields.finish(at.d));

    let start = file.map(document::start);
    let mut translated = markdown.map(|markdown| text::translated(markdown.body, at.d));
    let lead = translated.as_mut().map(|text| std::mem::take(&mut text.lead)).filter(|lead| !lead.is_empty());
    let lead = lead.zip(start);
    let replaced = lead.is_some() && policy.text.lead.is_empty();
    if replaced {
        // A remark of the translator is welcome where the original has nothing before its clauses.
        policy.text.lead = lead.map(|(text, _)| text).unwrap_or_default();
    } else {
        fallback.frame |= at.put(lead, &mut policy.text.lead, place);
    }
    fallback.frame |= at.put(None, &mut policy.text.tail, place);
    fallback.clauses = clauses::put(policy, translated, start, at);
}

/// `notice`: the head of a 通知.
fn notice(
    policy: &mut Policy,
    fields: &mut Option<Fields>,
    fallback: &mut PolicyFallback,
    at: &mut Translator,
) {
    let node = fields.as_mut().and_then(|fields| fields.node("notice"));
    let place = policy.place;
    // Without a notice whatever is given translates nothing.
    let mut none = NoticeHead::default();
    let head = policy.text.head.as_mut().filter(|head| head.is_notice()).unwrap_or(&mut none);
    let mut own = node.and_then(|node| Fields::of(node, "notice", at.d));
    let mut missing = false;
    for (key, text) in [
        ("addressees", &mut head.addressees),
        ("signature", &mut head.signature),
        ("date", &mut head.date),
        ("note", &mut head.note),
    ] {
        let given = at.field(&mut own, key);
        missing |= at.put(given, text, place);
    }
    let body = own.as_mut().and_then(|own| own.node("body"));
    let body = body.and_then(|node| Some((decode::markdown(node, "body", at.d)?, node.place)));
    missing |= at.put(body, &mut head.body, place);
    own.into_iter().for_each(|own| own.finish(at.d));
    fallback.frame |= missing;
}

/// Who answers goes by the register's names; the labels are the theme's.
fn who_answers(policy: &mut Policy, register: &Register) {
    for tail in policy.text.clauses.iter_mut().flat_map(|clause| &mut clause.tails) {
        tail.label.clear();
        for named in &mut tail.names {
            if let Some(ix) = named.organisation {
                named.name = name(register, ix);
            }
        }
    }
}

fn name(register: &Register, ix: OrgIx) -> String {
    register.get(ix).name.clone()
}
