//! What is read, and every mistake at once.

use super::known::EVERYWHERE;
use super::*;

fn said(xml: &str) -> Vec<String> {
    parse("tasks", xml).expect_err("it is wrong").iter().map(ToString::to_string).collect()
}

#[test]
fn white_space_is_no_box() {
    assert_eq!(parse("tasks", " \n\t\n"), Ok(Vec::new()));
    assert_eq!(parse("tasks", ""), Ok(Vec::new()));
    assert_eq!(parse("tasks", "<!-- nothing -->"), Ok(Vec::new()));
}

#[test]
fn mistakes_are_told_all_at_once_with_line_and_nearest_word() {
    let xml = "<band tone=\"brnad\">\n<txt>a</txt>\n<text as=\"boddy\" sise=\"3\">b</text>\n<figure/>\nwords\n<text><u>c</u></text>\n<rule>d</rule>\n<stack><band/></stack>\n<text level=\"1\">e</text>\n<grid columns=\"0\"/>\n<space size=\"-3\"/></band>";
    assert_eq!(
        said(xml),
        [
            "tasks:1: `tone` of `band` takes `paper`, `tint`, `brand`, `deep`, not `brnad`; did you mean `brand`?",
            "tasks:2: there is no box `txt`; did you mean `text`?",
            "tasks:3: `as` of `text` takes `title`, `section`, `group`, `item`, `body`, `note`, `label`, not `boddy`; did you mean `body`?",
            "tasks:3: `text` has no attribute `sise`",
            "tasks:4: `figure` needs the attribute `value`",
            "tasks:4: `words` may not stand inside `band`",
            "tasks:6: `u` may not stand inside `text`",
            "tasks:7: `d` may not stand inside `rule`",
            "tasks:8: `band` may not stand inside `stack`",
            "tasks:9: `level` of `text` takes a whole number from 2 to 6, not `1`",
            "tasks:10: `columns` of `grid` takes a whole number from 1 to 12, not `0`",
            "tasks:11: `size` of `space` takes a length in px (0 to 20000), not `-3`",
        ]
    );
}

#[test]
fn broken_xml_is_a_mistake_with_its_line() {
    let faults = said("<band>\n<text>a</band>");
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("tasks:2: this is not well-formed XML: "), "{faults:?}");
    assert!(said("<text>a & b</text>")[0].starts_with("tasks:1:"));
    let deep = "<stack>".repeat(100) + &"</stack>".repeat(100);
    assert_eq!(said(&deep), ["tasks:1: more than 48 boxes within boxes"]);
}

#[test]
fn words_have_single_spaces_and_none_where_a_chinese_line_was_broken() {
    let tree = parse("x", "<text>\n  高新\n  技术 <b>企业</b>\n  and <i tone=\"brand\">more</i>\n</text>")
        .expect("it is right");
    let Tag::Text(text) = &tree[0].tag else { panic!("{tree:?}") };
    assert_eq!(text.plain(), "高新技术 企业 and more");
    let runs: Vec<(&str, bool, Option<Tone>)> =
        text.runs.iter().map(|run| (run.text.as_str(), run.bold, run.tone)).collect();
    assert_eq!(
        runs,
        [
            ("高新技术 ", false, None),
            ("企业", true, None),
            (" and ", false, None),
            ("more", false, Some(Tone::Brand))
        ]
    );
}

#[test]
fn entities_are_letters() {
    let tree = parse("x", "<text>a &lt;b&gt; &amp; &#x201C;c&#x201D;</text>").expect("it is right");
    let Tag::Text(text) = &tree[0].tag else { panic!("{tree:?}") };
    assert_eq!(text.plain(), "a <b> & “c”");
}

/// Each attribute with a value that it takes: nothing of the table is refused, and each of its values is read.
#[test]
fn the_table_and_the_reader_agree() {
    for known in KNOWN {
        for attribute in known.attributes.iter().chain(EVERYWHERE) {
            let values: Vec<String> = match attribute.kind {
                Kind::Length | Kind::Number => vec!["3".into(), "2.5".into()],
                Kind::Count(least, most) => vec![least.to_string(), most.to_string()],
                Kind::Yes => vec!["true".into(), "false".into()],
                Kind::Words => vec!["词".into()],
                Kind::One(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            };
            for value in values {
                let needed = match known.name {
                    "section" | "stamp" | "figure" | "icon" | "chart" | "status" | "qr" | "number" => {
                        ["title", "text", "value", "name", "id", "word"]
                            .iter()
                            .filter(|name| {
                                **name != attribute.name && known.attributes.iter().any(|a| a.name == **name)
                            })
                            .map(|name| format!(" {name}=\"1\""))
                            .collect::<String>()
                    }
                    _ => String::new(),
                };
                let xml = format!("<{}{needed} {}=\"{value}\"/>", known.name, attribute.name);
                assert!(parse("x", &xml).is_ok(), "{xml}: {:?}", parse("x", &xml));
            }
        }
    }
}
