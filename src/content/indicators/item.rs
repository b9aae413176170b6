//! One item of `indicators.yaml`: what it is called, who reports it, and how it is measured.

use super::{SameAs, breakdowns, direction, path, targets};
use crate::content::decode::{self, Allowed, Fields};
use crate::content::ident;
use crate::content::policy::Scope;
use crate::diagnostic::catalogue::{content, data};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::model::{
    Attachment, Direction, Due, Frequency, Indicator, IndicatorRef, Kind, Path, Place, Quality, Resets,
};
use crate::source::yaml::Node;

/// An item as read.
pub(crate) struct Item {
    /// The indicator.
    pub(crate) indicator: Indicator,
    /// Where it is another policy's; the position is not known yet.
    pub(crate) same_as: Option<SameAs>,
    /// Where it says that nobody has confirmed it yet.
    pub(crate) proposed: Option<Place>,
}

/// The keys of an item.
const KEYS: [&str; 23] = [
    "id",
    "name",
    "unit",
    "kind",
    "resets",
    "wanted",
    "clause",
    "serves",
    "owner",
    "source",
    "definition",
    "frequency",
    "due",
    "quality",
    "baseline",
    "targets",
    "path",
    "changes",
    "breakdowns",
    "steps",
    "same_as",
    "proposed",
    "former_ids",
];

/// The kinds, as written; of `cumulative` and `trend` a further key decides the rest.
const KINDS: &[Allowed<Kind>] = &[
    ("level", "期末数", Kind::Level),
    ("cumulative", "累计数", Kind::Cumulative(Resets::Never)),
    ("keep-at-least", "保持不低于", Kind::KeepAtLeast),
    ("keep-at-most", "保持不超过", Kind::KeepAtMost),
    ("milestone", "分步", Kind::Milestone),
    ("trend", "只看方向", Kind::Trend(Direction::Up)),
];

/// One item. A broken field takes a default: the indicator counts as declared.
pub(crate) fn read(
    scope: &Scope,
    attachments: &[Attachment],
    node: &Node,
    d: &mut Diagnostics,
) -> Option<Item> {
    let mut fields = Fields::of(node, "indicators.yaml", d)?;
    let id = fields.required_text("id", d);
    if let (Some(id), Some(node)) = (&id, fields.node("id")) {
        ident::check(id, node.place, d);
    }
    let other = fields.node("same_as");
    let name = if other.is_some() { fields.text("name", d) } else { fields.required_text("name", d) };
    let place = fields.node("id").or(fields.node("name")).map_or(node.place, |node| node.place);
    let named = name.is_some();
    let id = id.or_else(|| name.as_deref().map(ident::pinyin));
    let mut indicator = empty(id.clone().unwrap_or_default(), name.or(id).unwrap_or_default(), place);
    indicator.clause = scope.clauses.of_key(&mut fields, "clause", d);
    indicator.serves = scope.clauses.list(&mut fields, "serves", d);
    indicator.former_ids = fields.texts("former_ids", d);
    for (id, place) in &indicator.former_ids {
        ident::check(id, *place, d);
    }
    let proposed = fields.node("proposed").map(|node| node.place);
    let mut same_as = None;
    if let Some(other) = other {
        indicator.same_as = reference(other, d);
        same_as = Some(SameAs { position: 0, named, place: other.place });
        forbid(&mut fields, &KEYS[2..20], &["clause", "serves"], |key, place| {
            d.push(Diagnostic::at(data::TYPED_TWICE, place).with("key", key));
        });
    } else {
        describe(&mut indicator, &mut fields, scope, d);
        measure(&mut indicator, &mut fields, scope, attachments, d);
    }
    fields.finish(d);
    (!indicator.id.is_empty()).then_some(Item { indicator, same_as, proposed })
}

/// Who reports what, and when.
fn describe(indicator: &mut Indicator, fields: &mut Fields, scope: &Scope, d: &mut Diagnostics) {
    let frequencies = [
        ("monthly", "每月", Frequency::Monthly),
        ("quarterly", "每季", Frequency::Quarterly),
        ("yearly", "每年", Frequency::Yearly),
    ];
    indicator.unit = fields.required_text("unit", d).unwrap_or_default();
    indicator.owner = scope.organisations.of(fields, "owner", d);
    indicator.source = fields.text("source", d);
    indicator.definition = fields.text("definition", d);
    indicator.frequency = fields.word("frequency", &frequencies, d);
    indicator.due = fields.node("due").and_then(|node| due(node, d));
    indicator.quality = fields.quality(d);
}

/// Kind, baseline, targets, path and breakdowns.
fn measure(
    indicator: &mut Indicator,
    fields: &mut Fields,
    scope: &Scope,
    attachments: &[Attachment],
    d: &mut Diagnostics,
) {
    let written = fields.required("kind");
    let kind = written.and_then(|node| decode::word(node, "kind", KINDS, d));
    let Some(kind) = kind else {
        // Without a kind nobody knows which of the other keys are wrong; breakdowns are declared all the same.
        let node = fields.node("breakdowns");
        indicator.breakdowns =
            node.map(|node| breakdowns::read(scope, indicator, attachments, node, d)).unwrap_or_default();
        fields.know(&KEYS);
        return;
    };
    let word = written.and_then(|node| decode::text(node, "kind", d)).unwrap_or_default();
    forbid(fields, unfit(kind), &[], |key, place| {
        d.push(Diagnostic::at(data::NOT_FOR_KIND, place).with("key", key).with("kind", &word));
    });
    indicator.kind = match kind {
        Kind::Cumulative(_) => {
            let resets = [("never", "不清零", Resets::Never), ("yearly", "每年清零", Resets::Yearly)];
            Kind::Cumulative(fields.word("resets", &resets, d).unwrap_or(Resets::Never))
        }
        Kind::Trend(_) => {
            let wanted = [("up", "上升", Direction::Up), ("down", "下降", Direction::Down)];
            let node = fields.required("wanted");
            Kind::Trend(
                node.and_then(|node| decode::word(node, "wanted", &wanted, d)).unwrap_or(Direction::Up),
            )
        }
        kind => kind,
    };
    if kind == Kind::Milestone {
        indicator.steps = fields.required("steps").map(|node| targets::steps(node, d)).unwrap_or_default();
        return;
    }
    let quality = indicator.quality;
    let before = d.count(Severity::Error);
    indicator.baseline = fields.node("baseline").and_then(|node| targets::baseline(node, quality, d));
    let breakdown_nodes = fields.node("breakdowns");
    if !matches!(kind, Kind::Trend(_)) {
        indicator.targets = fields
            .node("targets")
            .map(|node| targets::read(node, indicator.baseline.as_ref(), d))
            .unwrap_or_default();
        // What is left of a broken list says nothing about the way to go.
        if d.count(Severity::Error) == before {
            direction::check(indicator.kind, indicator.baseline.as_ref(), &indicator.targets, d);
        }
        let changes = fields.node("changes");
        indicator.changes = changes.map(|node| targets::changes(node, indicator, d)).unwrap_or_default();
    }
    if let Some(node) = breakdown_nodes {
        indicator.breakdowns = breakdowns::read(scope, indicator, attachments, node, d);
    }
    if let Some(node) = fields.node("path") {
        indicator.path = path::read(node, indicator, d);
    }
}

/// The keys that a kind has no use for.
fn unfit(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Milestone => &["resets", "wanted", "baseline", "targets", "path", "changes", "breakdowns"],
        Kind::Trend(_) => &["resets", "targets", "path", "changes", "steps"],
        Kind::Cumulative(_) => &["wanted", "steps"],
        Kind::Level | Kind::KeepAtLeast | Kind::KeepAtMost => &["resets", "wanted", "steps"],
    }
}

/// Tells of each of these keys that is there, and counts it as known.
fn forbid(
    fields: &mut Fields,
    keys: &[&'static str],
    except: &[&str],
    mut tell: impl FnMut(&'static str, Place),
) {
    for key in keys.iter().filter(|key| !except.contains(key)) {
        if fields.node(key).is_some() {
            tell(key, fields.key_place(key).unwrap_or(fields.place()));
        }
    }
}

fn due(node: &Node, d: &mut Diagnostics) -> Option<Due> {
    let mut fields = Fields::of(node, "due", d)?;
    let months = fields.node("months").and_then(|node| decode::integer(node, "months", 0..=24, d));
    let day = fields.required("day").and_then(|node| decode::integer(node, "day", 1..=31, d));
    fields.finish(d);
    Some(Due { months: months.unwrap_or(1), day: day? as i8 })
}

/// `policy/indicator`.
fn reference(node: &Node, d: &mut Diagnostics) -> Option<IndicatorRef> {
    let written = decode::text(node, "same_as", d)?;
    match written.split_once('/') {
        Some((policy, indicator)) if !policy.is_empty() && !indicator.is_empty() => {
            Some(IndicatorRef { policy: policy.trim().to_string(), indicator: indicator.trim().to_string() })
        }
        _ => {
            d.push(Diagnostic::at(content::NOT_A_REFERENCE, node.place).with("value", &written));
            None
        }
    }
}

/// An indicator of which nothing is known but its names.
fn empty(id: String, name: String, place: Place) -> Indicator {
    Indicator {
        id,
        name,
        unit: String::new(),
        kind: Kind::Level,
        clause: None,
        serves: Vec::new(),
        owner: None,
        source: None,
        definition: None,
        frequency: None,
        due: None,
        baseline: None,
        targets: Vec::new(),
        path: Path::Linear,
        changes: Vec::new(),
        steps: Vec::new(),
        breakdowns: Vec::new(),
        figures: Vec::new(),
        reached: Vec::new(),
        quality: Quality::Final,
        former_ids: Vec::new(),
        same_as: None,
        place,
    }
}
