//! A filled sheet, CSV or workbook by its first byte, read against a small site -> what would be written.
#![no_main]

use gongbao::diagnostic::Diagnostics;
use gongbao::intake::sheet::{Wish, preview, read};
use gongbao::model::Language;
use gongbao_fuzz::{small, tell};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let ending = ["csv", "xlsx"][usize::from(*kind) % 2];
    let path = std::env::temp_dir().join(format!("gongbao-fuzz-{}.{ending}", std::process::id()));
    std::fs::write(&path, bytes).expect("a temporary file");
    let (mut sources, site) = small();
    let mut d = Diagnostics::new();
    let opened = sources.read_outside(&path, &mut d).expect("it was just written");
    if !d.has_errors() {
        let wish = Wish { period: gongbao::model::Period::parse("2024-06"), ..Wish::default() };
        let today = (jiff::civil::date(2024, 7, 15), Language::Chinese);
        let known = Diagnostics::new();
        match read((&sources, &site, &known), opened, &wish, today, &mut d) {
            Some(import) => {
                preview(&import, &sources, Language::Chinese);
                preview(&import, &sources, Language::English);
            }
            None => assert!(d.has_errors(), "nothing was read, and nothing was said"),
        }
    }
    tell(&d, &sources);
});
