//! CSV -> a table: every row as long as the head, every place in the text.
#![no_main]

use gongbao::diagnostic::Diagnostics;
use gongbao::source::table;
use gongbao_fuzz::{only, source, tell};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let sources = source("content/a.csv", text);
    let file = only(&sources);
    let mut d = Diagnostics::new();
    match table::read(&sources, file, &mut d) {
        Some(table) => {
            let text = file.text.as_deref().unwrap_or_default();
            for row in &table.rows {
                assert_eq!(row.len(), table.head.len());
            }
            for cell in table.rows.iter().flatten().chain(&table.head) {
                let (start, end) = (cell.place.start as usize, (cell.place.start + cell.place.len) as usize);
                assert!(text.get(start..end).is_some(), "{cell:?}");
            }
        }
        None => assert!(d.has_errors(), "nothing was read, and nothing was said"),
    }
    tell(&d, &sources);
});
