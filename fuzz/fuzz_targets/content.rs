//! A whole small site in memory, some of its files made of the bytes: every stage up to the pages.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| gongbao_fuzz::build(text));
