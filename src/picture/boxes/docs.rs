//! The designer's pages name every tag and every attribute, and no other.

use super::{Holds, KNOWN};
use crate::picture::boxes::known::EVERYWHERE;

const PAGES: [(&str, &str, &str); 2] = [
    ("docs/picture.md", include_str!("../../../docs/picture.md"), "## Tags"),
    ("docs/picture.zh-CN.md", include_str!("../../../docs/picture.zh-CN.md"), "## 标签"),
];

/// The first words between backticks that are names: `` `a` (`b`), `c` `` gives a and c.
fn names(cell: &str) -> Vec<String> {
    let bare: String = cell
        .split(['(', '（'])
        .map(|part| part.split_once([')', '）']).map_or(part, |(_, rest)| rest))
        .collect();
    bare.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_pages_follow_the_table() {
    for (file, text, heading) in PAGES {
        let (_, table) = text.split_once(heading).expect("it has the table");
        let rows: Vec<Vec<&str>> = table
            .lines()
            .skip_while(|line| !line.starts_with("| `"))
            .take_while(|line| line.starts_with("| `"))
            .map(|line| line.trim_matches('|').split(" | ").collect())
            .collect();
        assert_eq!(rows.len(), KNOWN.len(), "{file}: a row for each tag");
        for (row, known) in rows.iter().zip(KNOWN) {
            assert_eq!(names(row[0]), [known.name], "{file}");
            let attributes: Vec<&str> = known.attributes.iter().map(|one| one.name).collect();
            assert_eq!(names(row[1]), attributes, "{file}: {}", known.name);
            assert!(row[2].trim().len() > 5, "{file}: {}", known.name);
        }
        for one in EVERYWHERE {
            assert!(text.contains(&format!("`{}`", one.name)), "{file}: {}", one.name);
        }
    }
}

#[test]
fn the_example_of_the_pages_is_right() {
    for (file, text, _) in PAGES {
        let (_, rest) = text.split_once("```xml\n").expect("it has an example");
        let (xml, _) = rest.split_once("```").expect("it ends");
        assert!(super::parse(file, xml).is_ok(), "{file}");
    }
    assert!(KNOWN.iter().any(|known| known.holds == Holds::Words));
}
