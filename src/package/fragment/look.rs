//! Elements that editors keep, each with its look spelled out.

use crate::package::markup::Tag;

/// Elements of texts that editors keep, under the name that is written here.
const KEPT: [(&str, &str); 25] = [
    ("p", "p"),
    ("h2", "h2"),
    ("h3", "h3"),
    ("h4", "h4"),
    ("h5", "h4"),
    ("h6", "h4"),
    ("strong", "strong"),
    ("b", "strong"),
    ("em", "em"),
    ("i", "em"),
    ("br", "br"),
    ("ul", "ul"),
    ("ol", "ol"),
    ("li", "li"),
    ("blockquote", "blockquote"),
    ("hr", "hr"),
    ("table", "table"),
    ("thead", "thead"),
    ("tbody", "tbody"),
    ("tr", "tr"),
    ("th", "th"),
    ("td", "td"),
    ("a", "a"),
    ("img", "img"),
    ("code", "span"),
];

/// The look of an element, spelled out on each.
const LOOKS: [(&str, &str); 9] = [
    ("p", "margin:0 0 12px;line-height:1.8"),
    ("h2", "margin:28px 0 12px;font-size:20px;font-weight:bold;line-height:1.5"),
    ("h3", "margin:20px 0 10px;font-size:17px;font-weight:bold;line-height:1.5"),
    ("h4", "margin:16px 0 8px;font-size:16px;font-weight:bold;line-height:1.6"),
    ("table", "width:100%;margin:12px 0;border:1px solid #b5b5b5;border-collapse:collapse"),
    (
        "th",
        "padding:6px 8px;border:1px solid #b5b5b5;background-color:#f3f3f3;font-weight:bold;text-align:left",
    ),
    ("td", "padding:6px 8px;border:1px solid #b5b5b5;text-align:left"),
    ("img", "max-width:100%"),
    ("li", "line-height:1.8"),
];

/// The name under which an element is written; none for one that editors take out.
pub(super) fn kept(name: &str) -> Option<&'static str> {
    KEPT.iter().find(|(own, _)| *own == name).map(|(_, kept)| *kept)
}

/// `<p style="…">`
pub(super) fn opened(name: &str) -> String {
    match LOOKS.iter().find(|(own, _)| *own == name) {
        Some((_, look)) => format!("<{name} style=\"{look}\">"),
        None => format!("<{name}>"),
    }
}

/// An element of a text, with what joins cells and sets them to the right.
pub(super) fn with_cells(tag: &Tag, name: &str) -> String {
    let open = opened(name);
    let mut attributes = String::new();
    for (attribute, value) in &tag.attributes {
        if ["colspan", "rowspan"].contains(attribute)
            && let Some(value) = value
        {
            attributes += &format!(" {attribute}=\"{value}\"");
        }
    }
    let right = tag.value("style").is_some_and(|style| style.contains("text-align: right"));
    let open = if right { open.replace("text-align:left", "text-align:right") } else { open };
    format!("{}{attributes}>", &open[..open.len() - 1])
}
