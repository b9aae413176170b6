//! Texts as blocks, letters that no font has, and Typst's own mistakes.

use super::*;
use crate::font::{Fonts, SHIPPED};
use crate::theme::view::{BookletBlock, BookletSpan};
use serde_json::json;
use std::collections::BTreeMap;

/// Blocks in short: `p(…)`, `list[…]`, words as they are.
fn short(blocks: &[BookletBlock]) -> String {
    let one = |block: &BookletBlock| match block.kind.as_str() {
        "paragraph" => format!("p({})", spans(&block.spans)),
        "heading" => format!("h{}({})", block.level, spans(&block.spans)),
        "list" | "numbered" => {
            let items: Vec<String> = block.items.iter().map(|item| short(item)).collect();
            format!("{}{}[{}]", block.kind, block.start, items.join("|"))
        }
        "quote" => format!("quote({})", short(&block.blocks)),
        "code" => format!("code({})", block.text),
        "table" => {
            let row = |row: &Vec<Vec<BookletSpan>>| {
                row.iter().map(|cell| spans(cell)).collect::<Vec<_>>().join(",")
            };
            let rows: Vec<String> = std::iter::once(&block.head).chain(&block.rows).map(row).collect();
            format!("table<{}>({})", block.sides.join(","), rows.join("/"))
        }
        other => other.to_owned(),
    };
    blocks.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn spans(list: &[BookletSpan]) -> String {
    let one = |span: &BookletSpan| match span.kind.as_str() {
        "text" => span.text.clone(),
        "code" => format!("`{}`", span.text),
        "link" => format!("[{}]({};{})", spans(&span.spans), span.url, span.shown),
        kind => format!("{kind}({})", spans(&span.spans)),
    };
    list.iter().map(one).collect()
}

#[test]
fn a_text_becomes_blocks_and_nothing_of_it_is_lost() {
    let way = |href: &str| href.starts_with("http").then(|| href.to_owned());
    for (html, wanted) in [
        ("<p>甲<strong>乙</strong><em>丙</em></p>", "p(甲strong(乙)emphasis(丙))"),
        ("<p>甲<br />\n乙</p>", "p(甲break()乙)"),
        ("<p>一\n二 &lt;b&gt; &amp; &quot;</p>", "p(一 二 <b> & \")"),
        ("<ul>\n<li>甲</li>\n<li><p>乙</p></li>\n</ul>", "list0[p(甲)|p(乙)]"),
        ("<ol start=\"3\"><li>甲<ul><li>乙</li></ul></li></ol>", "numbered3[p(甲) list0[p(乙)]]"),
        ("<h4>甲</h4><h6>乙</h6><h4>丙</h4>", "h3(甲) h4(乙) h3(丙)"),
        ("<blockquote><p>甲</p></blockquote><hr />", "quote(p(甲)) rule"),
        ("<pre><code>#set x\n</code></pre><p><code>$y$</code></p>", "code(#set x) p(`$y$`)"),
        (
            "<table><thead><tr><th>甲</th><th style=\"text-align: right\">乙</th></tr></thead>\
             <tbody><tr><td>1</td></tr></tbody></table>",
            "table<left,right>(甲,乙/1,)",
        ),
        (
            "<p><a href=\"https://a.cn\">甲</a> <a href=\"https://a.cn\">https://a.cn</a> <a href=\"#c-1\">乙</a></p>",
            "p([甲](https://a.cn;https://a.cn) [https://a.cn](https://a.cn;) 乙)",
        ),
        ("<p><img src=\"a.png\" alt=\"河道图\" /></p>", "p(〔河道图〕)"),
        ("<p>甲<sup class=\"footnote-reference\"><a href=\"#1\">1</a></sup></p>", "p(甲raised(1))"),
        ("<div class=\"footnote-definition\" id=\"1\"><sup>1</sup>\n<p>注</p></div>", "p(raised(1) ) p(注)"),
        ("<p>没有关上", "p(没有关上)"),
        ("", ""),
    ] {
        assert_eq!(short(&blocks(html, 2, &way)), wanted, "{html}");
    }
}

#[test]
fn what_is_nested_too_deep_comes_as_its_words() {
    let nested = |n: usize| format!("{}<p>甲</p>{}", "<blockquote>".repeat(n), "</blockquote>".repeat(n));
    assert_eq!(short(&blocks(&nested(2), 1, &|_| None)), "quote(quote(p(甲)))");
    assert_eq!(short(&blocks(&nested(10_000), 1, &|_| None)), "p(甲)");
    assert_eq!(short(&blocks(&"<hr />".repeat(100), 1, &|_| None)).matches("rule").count(), 100);
}

#[test]
fn letters_that_no_font_has_are_told_and_printed_as_a_mark() {
    let mut view = json!({ "a": ["甲\u{20BB7}", { "b": "\u{FEFF}乙\u{200B}\n" }], "n": 1 });
    let missing = legible(&mut view, &Fonts::shipped());
    assert_eq!(missing.into_iter().collect::<String>(), "\u{20BB7}");
    assert_eq!(view["a"][0], "甲〓");
    assert_eq!(view["a"][1]["b"], "乙\u{200B}\n");
}

fn faces() -> Faces {
    Faces::of(SHIPPED.iter().map(|bytes| bytes.to_vec()))
}

fn paper(templates: &[(&str, &str)]) -> Paper {
    let templates = templates.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let files = BTreeMap::from([("view.json".to_owned(), b"{\"words\":\"#panic() $x$\"}".to_vec())]);
    Paper { templates: templates.collect(), files, ident: "test".into() }
}

const HEAD: &str = "#set document(title: \"甲\")\n#set text(lang: \"zh\")\n";

#[test]
fn a_mistake_is_told_where_the_template_makes_it() {
    for (text, place, words) in [
        ("#let x = (1\n", "(1", "unclosed delimiter"),
        ("#unknown()\n", "unknown", "unknown variable: unknown"),
        ("#import \"none.typ\": x\n", "\"none.typ\"", "file not found"),
        ("#json(\"/view.json\").none\n", "none", "dictionary does not contain key"),
        ("#datetime.today()\n", "datetime.today()", "unable to get the current date"),
    ] {
        let text = format!("{HEAD}{text}");
        let mistakes = faces().set(&paper(&[("booklet.typ", &text)])).unwrap_err();
        let (path, range) = mistakes[0].place.clone().expect(words);
        assert_eq!(path, "booklet.typ");
        assert!(text[range.clone()].starts_with(place.chars().next().unwrap()), "{}", &text[range]);
        assert!(mistakes[0].message.contains(words), "{}", mistakes[0].message);
    }
}

#[test]
fn what_is_not_accessible_is_a_mistake() {
    let without_title = paper(&[("booklet.typ", "#set text(lang: \"zh\")\n= 甲")]);
    let mistakes = faces().set(&without_title).unwrap_err();
    assert!(mistakes.iter().any(|mistake| mistake.message.contains("title")), "{mistakes:?}");
}

#[test]
fn a_string_of_the_view_is_never_read_as_typst() {
    let text = format!("{HEAD}#import \"parts/own.typ\": show-it\n#show-it(json(\"/view.json\").words)");
    let own = ("parts/own.typ", "#let show-it(words) = par(words)");
    let leaf = faces().set(&paper(&[("booklet.typ", &text), own])).unwrap();
    assert_eq!(leaf.pages, 1);
    let again = faces().set(&paper(&[("booklet.typ", &text), own])).unwrap();
    assert!(leaf.pdf == again.pdf, "two of the same are the same, byte for byte");
}
