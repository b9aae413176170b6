//! Marks what a translated page says in the other language, so that it is spoken and set rightly.
//!
//! Names without translation stand in sentences, tables, charts and links, put there by any template.
//! So the finished page is read: an element of nothing but words of the other language gets a `lang`
//! attribute, and words among others get an element of their own. What lies in an element that says its
//! language already, and what no element can be put into, stays as it is.

use crate::model::{Language, is_chinese};

/// Elements without content.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements that hold text and no other element.
const PLAIN: [&str; 4] = ["title", "desc", "option", "textarea"];

/// Elements whose text is no text.
const RAW: [&str; 2] = ["script", "style"];

/// An element that is open.
struct Open<'a> {
    name: &'a str,
    /// True where it is in the language of the page.
    own: bool,
}

/// The page with the language of every word that is not in its own.
pub(super) fn mark(html: &str, page: Language) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut open: Vec<Open> = Vec::new();
    let mut rest = html;
    // Where a `lang` can still be put into the tag that has just been opened.
    let mut tag_end = None;
    while !rest.is_empty() {
        let start = rest.find('<').unwrap_or(rest.len());
        let (text, after) = rest.split_at(start);
        words(text, after, tag_end.take(), &open, page, &mut out);
        let end = end_of_tag(after);
        let tag = &after[..end];
        rest = &after[end..];
        if let Some(name) = tag.strip_prefix("</") {
            let name = name.trim_end_matches('>').trim_end();
            if let Some(at) = open.iter().rposition(|element| element.name == name) {
                open.truncate(at);
            }
            out.push_str(tag);
            continue;
        }
        let name = name_of(tag);
        let own = match language_of(tag) {
            Some(language) => Language::parse(language) == Some(page),
            None => open.last().is_none_or(|element| element.own),
        };
        out.push_str(tag);
        if name.is_empty() || tag.ends_with("/>") {
            continue;
        }
        if VOID.contains(&name) {
            if own && name == "img" && attribute(tag, "alt").is_some_and(|alt| !runs(alt, page).is_empty()) {
                out.insert_str(out.len() - 1, &attribute_of(page));
            }
            continue;
        }
        if RAW.contains(&name) {
            let close = format!("</{name}");
            let end = rest.find(&close).unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        tag_end = (language_of(tag).is_none()).then(|| out.len() - 1);
        open.push(Open { name, own });
    }
    out
}

/// Writes a text, with the other language in it marked. `after` is what follows it.
fn words(text: &str, after: &str, tag_end: Option<usize>, open: &[Open], page: Language, out: &mut String) {
    let own = open.last().is_none_or(|element| element.own);
    let found = if own { runs(text, page) } else { Vec::new() };
    let Some(element) = open.last().filter(|_| !found.is_empty()) else {
        out.push_str(text);
        return;
    };
    let closes = after.strip_prefix("</").is_some_and(|after| after.starts_with(element.name));
    let whole =
        found.len() == 1 && text[..found[0].0].trim().is_empty() && text[found[0].1..].trim().is_empty();
    match tag_end.filter(|_| whole && closes && element.name != "html" && element.name != "body") {
        Some(at) => {
            out.insert_str(at, &attribute_of(page));
            out.push_str(text);
        }
        None if PLAIN.contains(&element.name) => out.push_str(text),
        None => {
            let svg = open.iter().any(|element| element.name == "svg");
            let name = if svg { "tspan" } else { "span" };
            let mut done = 0;
            for (start, end) in found {
                out.push_str(&text[done..start]);
                out.push_str(&format!("<{name}{}>{}</{name}>", attribute_of(page), &text[start..end]));
                done = end;
            }
            out.push_str(&text[done..]);
        }
    }
}

/// ` lang="zh-CN"` on a page in English.
fn attribute_of(page: Language) -> String {
    format!(" lang=\"{}\"", other(page).tag())
}

fn other(page: Language) -> Language {
    match page {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    }
}

/// Where the other language stands in a text, in bytes.
fn runs(text: &str, page: Language) -> Vec<(usize, usize)> {
    match page {
        Language::English if !text.chars().any(is_chinese) => Vec::new(),
        Language::English => chinese(text),
        Language::Chinese => english(text),
    }
}

/// Runs of Chinese characters, with the digits and marks between them.
fn chinese(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize, bool)> = None;
    let mut digits = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let wide = is_chinese(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}');
        if wide {
            let (start, _, words) = run.unwrap_or((digits.unwrap_or(at), end, false));
            run = Some((start, end, words || is_chinese(c)));
        } else if c.is_ascii_alphabetic() {
            found.extend(run.take().filter(|run| run.2));
        }
        digits = if c.is_ascii_digit() { digits.or(Some(at)) } else { None };
    }
    found.extend(run.filter(|run| run.2));
    found.into_iter().map(|(start, end, _)| (start, end)).collect()
}

/// Runs of two English words or more: one alone is a name or a unit, which Chinese texts have too.
fn english(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    for part in text.split_inclusive(is_chinese) {
        let words = part.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
        if words.count() > 1 {
            let letter = |c: char| c.is_ascii_alphanumeric();
            let start = part.find(letter).unwrap_or(0);
            let end = part.rfind(letter).map_or(part.len(), |end| end + 1);
            found.push((from + start, from + end));
        }
        from += part.len();
    }
    found
}

/// Where a tag, a comment or a declaration ends.
fn end_of_tag(text: &str) -> usize {
    if let Some(comment) = text.strip_prefix("<!--") {
        return comment.find("-->").map_or(text.len(), |end| end + "<!---->".len());
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The name in an opening tag; none of a comment or declaration.
fn name_of(tag: &str) -> &str {
    let name = tag.strip_prefix('<').unwrap_or_default();
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
    &name[..end]
}

fn language_of(tag: &str) -> Option<&str> {
    attribute(tag, "lang")
}

/// The value of an attribute, as written.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[at..].split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(html: &str) -> String {
        mark(html, Language::English)
    }

    #[test]
    fn an_element_of_the_other_language_says_so() {
        assert_eq!(english("<p>区科技局</p>"), "<p lang=\"zh-CN\">区科技局</p>");
        assert_eq!(english("<a href=\"x\"> 2023年 </a>"), "<a href=\"x\" lang=\"zh-CN\"> 2023年 </a>");
        assert_eq!(english("<title>公开</title>"), "<title lang=\"zh-CN\">公开</title>");
        assert_eq!(english("<img alt=\"图\" src=\"x\">"), "<img alt=\"图\" src=\"x\" lang=\"zh-CN\">");
    }

    #[test]
    fn words_among_others_get_an_element() {
        assert_eq!(
            english("<p>By 2025, 高新技术企业（2类） over 160 家.</p>"),
            "<p>By 2025, <span lang=\"zh-CN\">高新技术企业（2类）</span> over <span lang=\"zh-CN\">160 家</span>.</p>"
                .replace("<span lang=\"zh-CN\">160 家</span>", "160 <span lang=\"zh-CN\">家</span>")
        );
        assert_eq!(
            english("<svg><text>A 甲</text></svg>"),
            "<svg><text>A <tspan lang=\"zh-CN\">甲</tspan></text></svg>"
        );
        assert_eq!(
            english("<p>甲<b>b</b>乙</p>"),
            "<p><span lang=\"zh-CN\">甲</span><b>b</b><span lang=\"zh-CN\">乙</span></p>"
        );
    }

    #[test]
    fn what_is_said_or_cannot_be_said_stays() {
        for html in [
            "<html lang=\"en\"><body>Text<br>more</body></html>",
            "<div lang=\"zh-CN\"><p>甲<br>乙</p></div>",
            "<script>var a = '甲';</script><style>p::before { content: '甲' }</style>",
            "<option>Some 甲</option>",
            "<!-- 甲 --><p title=\"a > 甲\">b</p>",
        ] {
            assert_eq!(english(html), html);
        }
    }

    #[test]
    fn english_on_a_chinese_page_is_more_than_a_word() {
        let html = "<p>使用 JSON 格式</p><p>High-tech firms</p>";
        assert_eq!(mark(html, Language::Chinese), html.replace("<p>High", "<p lang=\"en\">High"));
    }
}
