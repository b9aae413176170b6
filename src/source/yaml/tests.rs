//! Tables of cases for the located tree.

use super::*;
use crate::source::Sources;

/// The tree borrows from the file, which a test can leave behind.
fn read(text: &str) -> (Option<Node<'static>>, Diagnostics) {
    let sources = Box::leak(Box::new(Sources::default()));
    let id = sources.add("content/a.yaml", text);
    let mut d = Diagnostics::new();
    let node = parse(sources.get(id), 0..text.len(), &mut d);
    (node, d)
}

/// `code line:column text under the place` of what is wrong.
fn problems(text: &str, d: &Diagnostics) -> Vec<String> {
    let problem = |d: &&Diagnostic| {
        let place = d.place.unwrap();
        let (start, end) = (place.start as usize, (place.start + place.len) as usize);
        let line = text[..start].matches('\n').count() + 1;
        let column = text[..start].chars().rev().take_while(|c| *c != '\n').count() + 1;
        format!("{} {line}:{column} `{}`", d.entry.code, &text[start..end])
    };
    d.sorted().iter().map(problem).collect()
}

/// Every place of a tree, as `path = text under the place`.
fn places(text: &str) -> Vec<String> {
    fn walk(path: &str, node: &Node, text: &str, out: &mut Vec<String>) {
        let under = |place: Place| &text[place.start as usize..(place.start + place.len) as usize];
        let value = match &node.value {
            Value::Null => "null".to_string(),
            Value::Broken => "broken".to_string(),
            Value::Scalar(s) => format!("{}{:?}", if s.plain { "" } else { "q" }, s.text),
            Value::Sequence(_) => "[]".to_string(),
            Value::Mapping(_) => "{}".to_string(),
        };
        out.push(format!("{path} {value} @{} `{}`", node.place.start, under(node.place)));
        match &node.value {
            Value::Sequence(items) => {
                for (n, item) in items.iter().enumerate() {
                    walk(&format!("{path}/{n}"), item, text, out);
                }
            }
            Value::Mapping(entries) => {
                for (key, item) in entries {
                    walk(&format!("{path}/{}<{}>", key.text, under(key.place)), item, text, out);
                }
            }
            _ => {}
        }
    }
    let (node, d) = read(text);
    let mut out = problems(text, &d);
    if let Some(node) = node {
        walk("", &node, text, &mut out);
    }
    out
}

#[test]
fn scalars_stay_as_written() {
    for written in [
        "010",
        "1_000",
        "1,234",
        "50%",
        ".5",
        "no",
        "on",
        "0x1F",
        "1e999",
        ".inf",
        ".nan",
        "+1",
        "-0",
        "99999999999999999999999999",
        "2024-01-01",
        "12:30",
        "很高",
        "二(一)1",
        "true",
        "#REF!",
        "#DIV/0!",
        "a: b",
    ] {
        let quoted = written == "a: b";
        let text = if quoted { format!("k: '{written}'\n") } else { format!("k: {written}\n") };
        let (node, d) = read(&text);
        assert!(d.is_empty(), "{written}");
        let Some(Node { value: Value::Mapping(entries), .. }) = node else { panic!("{written}") };
        let expected = Scalar { text: written.into(), plain: !quoted };
        assert_eq!(entries[0].1.value, Value::Scalar(expected), "{written}");
    }
}

#[test]
fn lists_of_figures_are_what_the_crate_takes_them_for() {
    let cases = [
        "甲: [1]\n乙: [2, 3]\n丙: [4]\n",
        "rows:\n  甲: [1]\n  甲: [2]\n  乙: [3]\n  甲: [4]\nother: 1\n",
        "rows: {\n  甲: [1]\n  乙: [2]\n}\n",
        "- a: 1\n  甲: [1]\n  乙: [2]\n- 甲: [1]\n  乙: [2]\n",
        "note: |\n  甲: [1]\n  乙: [2]\nx: [3]\ny: [4]\n",
        "note: 第一行\n  第二行\n  甲: [1]\n  乙: [2]\n",
        "base: &b\n  甲: [1]\n  乙: [2]\ncopy: *b\n",
        "甲: [1]\n # 注\n乙: [2]\n\n丙: [3]\n 丁: [4]\n",
        "甲: [1]\n  乙: [2]\n  丙: [3]\n",
        "甲：[1]\n乙: [2]\n丙: [3]\n",
    ];
    let without_offsets = |text: &str| -> Vec<String> {
        let cut = |line: &String| {
            line.split_once(" @").map_or(line.clone(), |(what, place)| {
                format!("{what} {}", place.trim_start_matches(|c: char| c.is_ascii_digit()))
            })
        };
        places(text).iter().map(cut).map(|line| line.replace("] ", "]")).collect()
    };
    for text in cases {
        // A space behind the bracket, and no list is covered.
        assert_eq!(without_offsets(text), without_offsets(&text.replace("]\n", "] \n")), "{text}");
    }
}

#[test]
fn every_value_has_its_place() {
    let cases: [(&str, &[&str]); 12] = [
        ("", &[" null @0 ``"]),
        ("# 注\n---\n", &[" null @0 ``"]),
        (
            "a: ~\nb:\nc: null\n",
            &[" {} @0 `a`", "/a<a> null @3 `~`", "/b<b> null @7 ``", "/c<c> null @11 `null`"],
        ),
        (
            "高新: 很高 # 注\n'科技': \"一\\n二\"\n",
            &[
                " {} @0 `高新`",
                "/高新<高新> \"很高\" @8 `很高`",
                "/科技<'科技'> q\"一\\n二\" @31 `\"一\\n二\"`",
            ],
        ),
        (
            "a: |\n  一\n  二\nb: >- # 注\n  折\n  叠\nc: |\nd: x\n",
            &[
                " {} @0 `a`",
                "/a<a> q\"一\\n二\\n\" @7 `一\n  二`",
                "/b<b> q\"折 叠\" @31 `折\n  叠`",
                "/c<c> q\"\" @44 `|`",
                "/d<d> \"x\" @49 `x`",
            ],
        ),
        ("a: 一\n  二\n", &[" {} @0 `a`", "/a<a> \"一 二\" @3 `一\n  二`"]),
        ("a: &x 010\nb: *x\n", &[" {} @0 `a`", "/a<a> \"010\" @6 `010`", "/b<b> \"010\" @13 `*x`"]),
        (
            "a: &y { p: [1] }\nb: *y\n",
            &[
                " {} @0 `a`",
                "/a<a> {} @6 `{ p: [1] }`",
                "/a<a>/p<p> [] @11 `[1]`",
                "/a<a>/p<p>/0 \"1\" @12 `1`",
                "/b<b> {} @20 `*y`",
                "/b<b>/p<*y> [] @20 `*y`",
                "/b<b>/p<*y>/0 \"1\" @20 `*y`",
            ],
        ),
        (
            "- a: 1\n-\n  - x\n- []\n- { a: 1,\n b: 2 }\n",
            &[
                " [] @0 `-`",
                "/0 {} @2 `a`",
                "/0/a<a> \"1\" @5 `1`",
                "/1 [] @11 `-`",
                "/1/0 \"x\" @13 `x`",
                "/2 [] @17 `[]`",
                "/3 {} @22 `{`",
                "/3/a<a> \"1\" @27 `1`",
                "/3/b<b> \"2\" @34 `2`",
            ],
        ),
        ("名称　: 甲\n", &[" {} @0 `名称　`", "/名称<名称　> \"甲\" @11 `甲`"]),
        ("e: !!str 010\n", &[" {} @0 `e`", "/e<e> \"010\" @9 `010`"]),
        ("010: x\n~: y\n", &[" {} @0 `010`", "/010<010> \"x\" @5 `x`", "/~<~> \"y\" @10 `y`"]),
    ];
    for (text, expected) in cases {
        assert_eq!(places(text), expected, "{text}");
    }
}

#[test]
fn places_count_from_the_start_of_the_file() {
    let text = "---\na: 一\n---\n正文";
    let mut sources = Sources::default();
    let id = sources.add("content/a.md", text);
    let node = parse(sources.get(id), 4..11, &mut Diagnostics::new()).unwrap();
    let Value::Mapping(entries) = node.value else { panic!() };
    assert_eq!(entries[0].0.place, Place::new(id, 4, 1));
    assert_eq!(entries[0].1.place, Place::new(id, 7, 3));
}

#[test]
fn names_what_is_wrong() {
    let cases: [(&str, &[&str]); 44] = [
        ("a: 1\na: 2\n\"a\": 3\n", &["yaml/duplicate-key 2:1 `a`", "yaml/duplicate-key 3:1 `\"a\"`"]),
        ("[x]: 1\n", &["yaml/key-not-text 1:1 `[`"]),
        ("f: !重要\n", &["yaml/special-start 1:4 `!重要`"]),
        ("f: !imp 5\n", &["yaml/special-start 1:4 `!imp 5`"]),
        ("f: *注\n", &["yaml/special-start 1:4 `*注`"]),
        ("f: &注\ng: 1\n", &["yaml/special-start 1:4 `&注`"]),
        ("f: @x\n", &["yaml/special-start 1:4 `@x`"]),
        ("f: [#1]\n", &["yaml/special-start 1:5 `#1]`"]),
        ("f: %5\n", &["yaml/special-start 1:4 `%5`"]),
        ("a: b: c\n", &["yaml/colon-in-text 1:4 `b: c`"]),
        ("a: 1\nb: 'x\nc: 1\n", &["yaml/unclosed-quote 2:4 `'`"]),
        ("a: \"x\" y\n", &["yaml/after-quote 1:8 `y`"]),
        ("a: \"\\d\"\n", &["yaml/escape 1:5 `\\`"]),
        ("a: [1, 2\nb: 3\n", &["yaml/unclosed-bracket 1:4 `[`"]),
        ("a: { x: 1\nb: 3\n", &["yaml/unclosed-bracket 1:4 `{`"]),
        ("a: { x: 1\n", &["yaml/unclosed-bracket 1:4 `{`"]),
        ("a: 1\nb\nc: 2\n", &["yaml/no-colon 2:1 `b`"]),
        ("a:\n    b: 1\n  c: 2\n", &["yaml/indent 3:3 `c: 2`"]),
        ("a: 1\n b: 2\n", &["yaml/indent 2:2 `b: 2`"]),
        ("- a\nb: 1\n", &["yaml/indent 2:1 `b: 1`"]),
        ("a: - b\n", &["yaml/list-here 1:4 `- b`"]),
        ("a: 1\n---\nb: 2\n", &["yaml/documents 2:1 `---`"]),
        ("a: |x\n  b\n", &["yaml/syntax 1:4 `|`"]),
        ("a: 1\nb：2\nc: 1\n", &["yaml/fullwidth-colon 2:2 `：`"]),
        ("a：1\nb：2\n", &["yaml/fullwidth-colon 1:2 `：`", "yaml/fullwidth-colon 2:2 `：`"]),
        ("- name：甲\n  kind：乙\n", &["yaml/fullwidth-colon 1:7 `：`", "yaml/fullwidth-colon 2:7 `：`"]),
        ("{ value：125, note: x }\n", &["yaml/fullwidth-colon 1:8 `：`"]),
        ("市级：{ value: 125 }\n", &["yaml/fullwidth-colon 1:3 `：`"]),
        ("{ value: 125， note: x }\n", &["yaml/fullwidth-comma 1:13 `，`"]),
        (
            "{ value：125， note：x }\n",
            &[
                "yaml/fullwidth-colon 1:8 `：`",
                "yaml/fullwidth-comma 1:12 `，`",
                "yaml/fullwidth-colon 1:18 `：`",
            ],
        ),
        ("{ value: 1,234 }\n", &["yaml/comma-in-number 1:10 `1,234`"]),
        ("{ value: 125, note: 剔除2家,补录1家 }\n", &["yaml/comma-in-sentence 1:25 `,补录1家`"]),
        ("a: 1\nb:2\nc: 1\n", &["yaml/no-space 2:2 `:`"]),
        ("{ value:128, note: x }\n", &["yaml/no-space 1:8 `:`"]),
        ("a:\n\tb: 1\n\tc: 1\n", &["yaml/tab 2:1 `\t`"]),
        ("\ta: 1\nb: 1\n", &["yaml/tab 1:1 `\t`"]),
        ("a:\n　b: 2\n　c: 1\n", &["yaml/wide-space 2:1 `　`"]),
        ("a:　1\nb: 1\n", &["yaml/wide-space 1:3 `　`"]),
        ("a:\n  -甲\n  -乙\n", &["yaml/dash 2:3 `-`", "yaml/dash 3:3 `-`"]),
        ("a: 1\nb：2\nc: 'x\n", &["yaml/fullwidth-colon 2:2 `：`", "yaml/unclosed-quote 3:4 `'`"]),
        (
            "a: 1\nb：2\nc d\ne：1\n",
            &["yaml/fullwidth-colon 2:2 `：`", "yaml/no-colon 3:1 `c d`", "yaml/fullwidth-colon 4:2 `：`"],
        ),
        ("a: { value: #REF!, b: 1 }\nb: 2\n", &["yaml/comment-in-brackets 1:13 `#REF!`"]),
        ("a: { x: 1, y: #1 }\n", &["yaml/comment-in-brackets 1:15 `#1`"]),
        ("a: {x: 1}}\n", &["yaml/syntax 1:10 `}`"]),
    ];
    for (text, expected) in cases {
        assert_eq!(problems(text, &read(text).1), expected, "{text}");
    }
}

#[test]
fn prose_is_left_alone() {
    for text in [
        "note: 其中：某某\n",
        "note:\n  其中：某某\n",
        "note: 说明\n  合计：128\n",
        "note: |\n  合计：128\n  name：甲\n  -乙\n",
        "note: '合计：128\n  name：甲'\n",
        "- 附件：3张表\n- 时间8:30\n- https://example.gov.cn\n- 8:30\n",
        "[区科技局,区教委]\n",
        "{ a: 12:30, b: http://x }\n",
        "note: -甲\n",
    ] {
        let (node, d) = read(text);
        assert_eq!(problems(text, &d), [""; 0], "{text}");
        assert!(node.is_some(), "{text}");
    }
}

#[test]
fn after_a_fullwidth_colon_the_rest_is_still_read() {
    assert_eq!(
        places("高新：128\n科技：[ 1 ]\nx: 1\nx: 2\n"),
        [
            "yaml/fullwidth-colon 1:3 `：`",
            "yaml/fullwidth-colon 2:3 `：`",
            "yaml/duplicate-key 4:1 `x`",
            " {} @0 `高新`",
            "/高新<高新> \"128\" @9 `128`",
            "/科技<科技> [] @22 `[ 1 ]`",
            "/科技<科技>/0 \"1\" @24 `1`",
            "/x<x> \"1\" @31 `1`",
        ]
    );
}

#[test]
fn bombs_are_refused() {
    let mut laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_string();
    for n in 1..10 {
        let inner = vec![format!("*a{}", n - 1); 10].join(", ");
        laughs.push_str(&format!("a{n}: &a{n} [{inner}]\n"));
    }
    let nested = format!("a: {}{}", "[".repeat(10_000), "]".repeat(10_000));
    let blocks: String = (0..500).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    for (text, code) in [(laughs, "yaml/too-big"), (nested, "yaml/too-deep"), (blocks, "yaml/too-deep")] {
        let (node, d) = read(&text);
        assert!(node.is_none());
        assert_eq!(d.sorted().iter().map(|d| d.entry.code).collect::<Vec<_>>(), [code]);
    }
}

#[test]
fn an_entry_that_became_text() {
    let cases = [
        ("x:\n  其中：某某\n", Some("yaml/fullwidth-colon 2:5 `：`")),
        ("x:\n  其中:某某\n", Some("yaml/no-space 2:5 `:`")),
        ("x: https://example.gov.cn\n", None),
        ("x: 很高\n", None),
        ("x: '其中：某某'\n", None),
        ("x: [1]\n", None),
    ];
    for (text, expected) in cases {
        let Some(Node { value: Value::Mapping(entries), .. }) = read(text).0 else { panic!("{text}") };
        let mut d = Diagnostics::new();
        entry_misspelt(&entries[0].1).into_iter().for_each(|diagnostic| d.push(diagnostic));
        assert_eq!(problems(text, &d).first().map(String::as_str), expected, "{text}");
    }
}

#[test]
fn a_number_cut_off_by_a_comma_is_known_to_be_broken() {
    let Some(Node { value: Value::Mapping(entries), .. }) = read("{ value: 1,160, quality: final }\n").0
    else {
        panic!()
    };
    let values: Vec<(&str, bool)> =
        entries.iter().map(|(key, node)| (&key.text[..], node.value == Value::Broken)).collect();
    assert_eq!(values, [("value", true), ("quality", false)]);
}

#[test]
fn long_lines_take_linear_time() {
    let started = std::time::Instant::now();
    for (before, unit, after) in [
        ("a: x\n", " ", "- b\nc：d\n"),
        ("a:\n", "- ", "x\nb：c\n"),
        ("a: { b: 1", "，c: 1", " }\n"),
        ("a: [", "b,", "]\nc：d\n"),
        ("a: [", "[],", "]\nc：d\n"),
        ("", "\u{3000}", "a：1\n"),
        ("a: ", "& ", "\nb：c\n"),
    ] {
        read(&format!("{before}{}{after}", unit.repeat(60_000 / unit.len())));
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

proptest::proptest! {
    #[test]
    fn never_panics(text in "([ \n\t:：,，{}#|>&*!'\"-]|\\[|\\]|　|\u{A0}|---\n|\n  |\n- |: |甲|a|1|é){0,60}") {
        let (node, d) = read(&text);
        proptest::prop_assert!(node.is_some() || d.has_errors(), "{:?}", text);
        for diagnostic in d.iter() {
            let place = diagnostic.place.unwrap();
            proptest::prop_assert!(text.get(place.start as usize..(place.start + place.len) as usize).is_some());
        }
    }

    #[test]
    fn never_panics_on_anything(text in "\\PC{0,60}") {
        let (node, d) = read(&text);
        proptest::prop_assert!(node.is_some() || d.has_errors(), "{:?}", text);
    }
}

#[test]
fn no_place_begins_inside_a_character() {
    // A full-width colon that is mended, with nothing behind it.
    for text in ["- a：\n  b: 1\n", "- id：\n  name: x\n  d: y\n", "a：\nb：\n", "{ a：, b：1 }\n"] {
        let (node, d) = read(text);
        let mut places: Vec<Place> = d.iter().filter_map(|d| d.place).collect();
        node.iter().for_each(|node| visit(node, &mut places));
        for place in places {
            let (start, end) = (place.start as usize, (place.start + place.len) as usize);
            assert!(text.get(start..end).is_some(), "{text:?}: {place:?}");
        }
    }
}

fn visit(node: &Node, places: &mut Vec<Place>) {
    places.push(node.place);
    match &node.value {
        Value::Sequence(items) => items.iter().for_each(|item| visit(item, places)),
        Value::Mapping(entries) => entries.iter().for_each(|(key, node)| {
            places.push(key.place);
            visit(node, places);
        }),
        _ => {}
    }
}
