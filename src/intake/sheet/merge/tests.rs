//! What is changed, and that everything else stays.

use super::*;
use crate::diagnostic::Diagnostics;
use crate::source::{Sources, yaml};
use Wanted::{Bare, Block, Flow, Item, Prose};

fn merged(text: &str, wanted: &[(String, Wanted)]) -> Result<String, String> {
    let mut sources = Sources::default();
    let id = sources.add("a.yaml", text);
    let mut d = Diagnostics::new();
    let root = yaml::parse(sources.get(id), 0..text.len(), &mut d).expect("the text is YAML");
    assert!(d.is_empty(), "{text}");
    merge(text, Some(&root), wanted).map_err(|place| text[span(place)].to_string())
}

fn of<const N: usize>(entries: [(&str, Wanted); N]) -> Vec<(String, Wanted)> {
    entries.map(|(key, want)| (key.to_string(), want)).to_vec()
}

fn bare(text: &str) -> Wanted {
    Bare(text.to_string())
}

#[test]
fn values_are_replaced_where_they_stand() {
    let text =
        "# 头\nindicators:\n  甲:    128   # 核过\n  乙: { value: 3, quality: provisional }  # 乙\n# 尾\n";
    let wanted = of([(
        "indicators",
        Block(of([
            ("甲", bare("131")),
            ("乙", Flow(of([("value", bare("4")), ("note", Prose("剔除重复，2家".into()))]))),
        ])),
    )]);
    let expected = "# 头\nindicators:\n  甲:    131   # 核过\n  乙: { value: 4, quality: provisional, note: 剔除重复，2家 }  # 乙\n# 尾\n";
    assert_eq!(merged(text, &wanted).unwrap(), expected);
}

#[test]
fn a_number_becomes_a_correction() {
    let wanted = of([("i", Block(of([("甲", Flow(of([("value", bare("125")), ("was", bare("127"))])))])))]);
    assert_eq!(merged("i:\n  甲: 127 # x\n", &wanted).unwrap(), "i:\n  甲: { value: 125, was: 127 } # x\n");
}

#[test]
fn new_entries_stand_behind_their_neighbours() {
    let wanted = of([
        ("i", Block(of([("甲", bare("1")), ("乙", bare("2"))]))),
        ("b", Block(of([("甲", Block(of([("镇", Block(of([("高峰", bare("3"))])))])))]))),
    ]);
    let cases = [
        (
            "i:\n    丙: 3\n\n# 尾\nz: 1\n",
            "i:\n    丙: 3\n    甲: 1\n    乙: 2\n\n# 尾\nz: 1\nb:\n  甲:\n    镇:\n      高峰: 3\n",
        ),
        ("i:\nz: 1", "i:\n  甲: 1\n  乙: 2\nz: 1\nb:\n  甲:\n    镇:\n      高峰: 3"),
        ("i: { }\n", "i: { 甲: 1, 乙: 2 }\nb:\n  甲:\n    镇:\n      高峰: 3\n"),
        ("i: {丙: 3}\n", "i: {丙: 3, 甲: 1, 乙: 2 }\nb:\n  甲:\n    镇:\n      高峰: 3\n"),
        (
            "b:\n  甲:\n    镇:\n      五桥: 1\n  丁: ~\ni: # 说\n",
            "b:\n  甲:\n    镇:\n      五桥: 1\n      高峰: 3\n  丁: ~\ni: # 说\n  甲: 1\n  乙: 2\n",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(merged(text, &wanted).as_deref(), Ok(expected), "{text}");
    }
    assert_eq!(merge("# 只有说明\n", None, &wanted[..1]).unwrap(), "# 只有说明\ni:\n  甲: 1\n  乙: 2\n");
}

#[test]
fn words_of_people() {
    let text = "c:\n  二(一)1:\n    state: under-way\n    done: |\n      一行。\n      # 也是文字\n\n      二行。\n    next: 旧 # 说\n    obstacle:\n  三: { state: done }\n";
    let wanted = of([(
        "c",
        Block(of([
            (
                "二(一)1",
                Block(of([
                    ("done", Prose("改了。".into())),
                    ("next", Prose("甲\n乙".into())),
                    ("obstacle", Prose("其中：无".into())),
                    ("evidence", Prose("名单".into())),
                ])),
            ),
            ("三", Block(of([("evidence", Prose("甲, 乙".into()))]))),
        ])),
    )]);
    let expected = "c:\n  二(一)1:\n    state: under-way\n    done: 改了。\n    next: |\n      甲\n      乙 # 说\n    obstacle: \"其中：无\"\n    evidence: 名单\n  三: { state: done, evidence: \"甲, 乙\" }\n";
    assert_eq!(merged(text, &wanted).unwrap(), expected);
}

#[test]
fn steps_are_added() {
    let item = || Item(of([("step", Prose("完成".into())), ("on", bare("2024-07-01"))]));
    let wanted = of([("i", Block(of([("基金", item())])))]);
    let new = "{ step: 完成, on: 2024-07-01 }";
    let cases = [
        ("i:\n  甲: 1\n", format!("i:\n  甲: 1\n  基金: {new}\n")),
        (
            "i:\n  基金: { step: 签订, on: 2024-06-18 }\n",
            format!("i:\n  基金: [{{ step: 签订, on: 2024-06-18 }}, {new}]\n"),
        ),
        (
            "i:\n  基金: [{ step: 签订, on: 2024-06-18 }]\n  甲: 1\n",
            format!("i:\n  基金: [{{ step: 签订, on: 2024-06-18 }}, {new}]\n  甲: 1\n"),
        ),
        (
            "i:\n  基金:\n    - { step: 签订, on: 2024-06-18 }\n  甲: 1\n",
            format!("i:\n  基金:\n    - {{ step: 签订, on: 2024-06-18 }}\n    - {new}\n  甲: 1\n"),
        ),
        (
            "i:\n  基金:\n  - { step: 签订, on: 2024-06-18 }\n  甲: 1\n",
            format!("i:\n  基金:\n  - {{ step: 签订, on: 2024-06-18 }}\n  - {new}\n  甲: 1\n"),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(merged(text, &wanted), Ok(expected), "{text}");
    }
}

#[test]
fn what_cannot_be_changed_is_named() {
    let wanted = of([("i", Block(of([("甲", bare("1"))])))]);
    for (text, place) in
        [("{ i: { } }", "{ i: { } }"), ("i: 3\nz: 1\n", ""), ("i: [1]\n", "[1]"), ("i: {\n  乙: 1\n}\n", "{")]
    {
        match merged(text, &wanted) {
            Err(stuck) => assert_eq!(stuck, place, "{text}"),
            Ok(new) => assert_eq!((text, new.as_str()), ("i: 3\nz: 1\n", "i: \n  甲: 1\nz: 1\n")),
        }
    }
}

proptest::proptest! {
    /// Whatever comments, blank lines and order a file has, they are there afterwards, and the new value is read.
    #[test]
    fn comments_and_order_survive(
        names in proptest::collection::btree_set("[甲乙丙丁a-d]{1,4}", 1..6),
        notes in proptest::collection::vec("( *#[ -~甲乙]{0,8}\n|\n){0,2}", 7),
        indent in 1..5usize,
        tail in "( {1,3}#[ -~]{0,9})?",
        new in 0..1000u32,
    ) {
        let names: Vec<&String> = names.iter().collect();
        let mut text = format!("{}i:\n", notes[6]);
        for (name, note) in names.iter().zip(&notes) {
            text += &format!("{note}{}{name}: 7{tail}\n", " ".repeat(indent));
        }
        text += "z: 1\n";
        let wanted = of([("i", Block(of([(names[0].as_str(), bare(&new.to_string())), ("新", bare("5"))])))]);
        let after = merged(&text, &wanted).unwrap();
        let before: Vec<&str> = text.lines().collect();
        let kept: Vec<&str> = after.lines().filter(|line| !line.trim().starts_with("新: 5")).collect();
        proptest::prop_assert_eq!(kept.len(), before.len());
        for (old, kept) in before.iter().zip(&kept) {
            let changed = old.trim_start().starts_with(&format!("{}: 7", names[0]));
            let expected = if changed { old.replacen(": 7", &format!(": {new}"), 1) } else { (*old).to_string() };
            proptest::prop_assert_eq!(&expected, kept);
        }
        proptest::prop_assert_eq!(merged(&after, &wanted).unwrap(), after);
    }
}
