//! A part of the index: all grams of some buckets, each with its blocks.

use super::gram::{self, BITS, Gram, Grams, Set};
use super::posting;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// About how many bytes a part has: small enough for a slow line, large enough that there are few.
const BYTES: usize = 8 * 1024;

/// One bucket of this many is counted to know how large the whole is.
const SAMPLE: usize = 16;

/// How many parts there are: a power of two, so that a part is a run of buckets.
pub(super) fn count(blocks: &[Grams]) -> usize {
    let (mut seen, mut postings) = (Set::for_about(1024), 0);
    for bucket in (0..1 << BITS).step_by(SAMPLE) {
        for gram in blocks.iter().flat_map(|grams| grams.of(bucket, bucket + 1)) {
            seen.insert(*gram);
            postings += 1;
        }
    }
    // A gram with its marks has seven bytes or so, a block in its list a little more than one.
    let bytes = SAMPLE * (7 * seen.len() + postings * 5 / 4);
    bytes.div_ceil(BYTES).next_power_of_two().min(1 << BITS)
}

/// Part `n` of `count`.
pub(super) fn script(n: usize, count: usize, blocks: &[Grams]) -> String {
    let width = (1 << BITS) / count;
    let mut lists: BTreeMap<Gram, Vec<u32>> = BTreeMap::new();
    for (block, grams) in blocks.iter().enumerate() {
        for gram in grams.of(n * width, (n + 1) * width) {
            lists.entry(*gram).or_default().push(block as u32);
        }
    }
    let mut text = String::with_capacity(2 * BYTES);
    // Writing to a string does not fail.
    let _ = write!(text, "gongbaoSearch.index({n},\"");
    for (gram, blocks) in lists {
        text.push(' ');
        text.push_str(&gram::letters(gram));
        text.push('!');
        posting::write(&blocks, &mut text);
    }
    text.push_str("\");\n");
    text
}
