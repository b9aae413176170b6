//! What a clerk may write where a number belongs.

use super::*;
use crate::content::decode;
use crate::model::{FileId, Place};
use proptest::prelude::*;

/// The value, or the code and what to write instead.
fn number(written: &str) -> Result<f64, (String, String)> {
    let mut d = Diagnostics::new();
    decode::number(written, Place::new(FileId(0), 0, 0), "高新技术企业", &mut d).ok_or_else(|| {
        let problem = d.iter().next().unwrap();
        let plain = problem.args.iter().find(|(name, _)| *name == "plain").unwrap().1.clone();
        (problem.entry.code.to_string(), plain)
    })
}

#[test]
fn plain_numbers_are_read() {
    let cases = [("0", 0.0), ("128", 128.0), (" 128 ", 128.0), ("-3", -3.0), ("0.5", 0.5), ("-0.25", -0.25)];
    for (written, value) in cases {
        assert_eq!(number(written), Ok(value), "{written}");
    }
}

#[test]
fn anything_else_is_told_what_to_write() {
    let cases = [
        ("1,234", "data/thousands-comma", "1234"),
        ("-12,345.6", "data/thousands-comma", "-12345.6"),
        ("1，234", "data/thousands-comma", "1234"),
        ("１，２３４", "data/thousands-comma", "1234"),
        ("1,28", "data/decimal-comma", "1.28"),
        ("1,2,3", "data/not-a-number", ""),
        ("0,", "data/not-a-number", ""),
        ("50%", "data/percent", "50"),
        ("50 ％", "data/percent", "50"),
        ("３", "data/fullwidth-digit", "3"),
        ("１２．５", "data/fullwidth-digit", "12.5"),
        ("−5", "data/fullwidth-digit", "-5"),
        ("010", "data/leading-zero", "10"),
        ("00.5", "data/leading-zero", "0.5"),
        ("-007", "data/leading-zero", "-7"),
        ("1_000", "data/digit-separator", "1000"),
        ("1 000", "data/digit-separator", "1000"),
        ("12个", "data/number-with-unit", "12"),
        ("1.2万家", "data/number-with-unit", "12000"),
        ("１２家", "data/number-with-unit", "12"),
        ("#REF!", "data/spreadsheet-error", ""),
        ("#DIV/0!", "data/spreadsheet-error", ""),
        ("—", "data/sign-for-nothing", ""),
        ("无", "data/sign-for-nothing", ""),
        ("很高", "data/not-a-number", ""),
        ("1e3", "data/not-a-number", ""),
        ("0x10", "data/not-a-number", ""),
        (".inf", "data/not-a-number", ""),
        ("NaN", "data/not-a-number", ""),
        ("2024-06", "data/not-a-number", ""),
        ("", "data/not-a-number", ""),
    ];
    for (written, code, plain) in cases {
        assert_eq!(number(written), Err((code.to_string(), plain.to_string())), "{written}");
    }
}

#[test]
fn an_error_of_a_spreadsheet_is_no_comment() {
    check(
        "content/policies/p/indicators.yaml",
        INDICATORS,
        &[
            ("value: 100", "value: #REF!", &["indicators.yaml:8:36 data/spreadsheet-error"]),
            ("value: 100", "value: 100 #N/A", &["indicators.yaml:8:40 yaml/comment-in-brackets"]),
        ],
    );
    check(
        "content/policies/p/progress/2024-06.yaml",
        JUNE,
        &[
            ("128", "#DIV/0!", &["2024-06.yaml:4:11 data/spreadsheet-error"]),
            ("128", "128 # 原表: #REF!", &[]),
        ],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_scalar_is_too_hostile(written in "\\PC{0,12}|[0-9０-９,，.．%％_ 万亿个#!~-]{0,10}") {
        if let Err((code, plain)) = number(&written) {
            prop_assert!(code.starts_with("data/"));
            prop_assert!(plain.is_empty() || number(&plain).is_ok(), "{written} -> {plain}");
        }
    }

    #[test]
    fn no_file_is_too_hostile(value in "[\\[\\]{}:,#~ 0-9a-z高新\n-]{0,24}") {
        let june = JUNE.replacen("128", &value, 1);
        tiny(&[("content/policies/p/progress/2024-06.yaml", &june)]).problems();
        let indicators = INDICATORS.replacen("level", &value, 1);
        tiny(&[("content/policies/p/indicators.yaml", &indicators)]).problems();
    }
}
