//! The browser's side in Rust, for tests: reads the files of an index as search.js does.

use super::fold::{MARK, fold};
use super::gram::{self, BITS, Gram};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A built index.
pub(super) struct Finder {
    shards: Vec<String>,
    blocks: Vec<Vec<Found>>,
}

/// A document: its address, and its title and words folded.
struct Found {
    url: String,
    title: String,
    text: String,
}

impl Finder {
    /// Reads the files by their paths in the output.
    pub(super) fn new(files: &BTreeMap<String, String>) -> Finder {
        let parts = arguments(&files["search/parts.js"]);
        let kinds = parts[1].as_array().unwrap();
        let blocks: u64 = kinds.iter().map(|kind| kind[1].as_u64().unwrap()).sum();
        let file = |name: &str, n: u64| arguments(&files[&format!("search/{name}-{n}.js")])[1].clone();
        let shard = |n| format!("{} ", file("index", n).as_str().unwrap());
        let folded = |value: &Value| String::from_utf16(&fold(value.as_str().unwrap())).unwrap();
        let block = |n| {
            let text = file("text", n);
            let folders = text.as_array().unwrap().iter();
            let found = folders.flat_map(|folder| {
                folder.as_array().unwrap()[2..].iter().map(|document| Found {
                    url: format!("{}{}", folder[1].as_str().unwrap(), document[0].as_str().unwrap()),
                    title: folded(&document[1]),
                    text: folded(&document[2]),
                })
            });
            found.collect()
        };
        Finder {
            shards: (0..parts[0].as_u64().unwrap()).map(shard).collect(),
            blocks: (0..blocks).map(block).collect(),
        }
    }

    /// The addresses of what contains the query; none where the query is too short.
    pub(super) fn find(&self, query: &str) -> Option<Vec<&str>> {
        let query = fold(query);
        if query.iter().filter(|unit| **unit != MARK).count() < 2 {
            return None;
        }
        let mut common: BTreeSet<u32> = (0..self.blocks.len() as u32).collect();
        gram::each(&query, |gram| common = common.intersection(&self.blocks_of(gram)).copied().collect());
        let query = String::from_utf16(&query).unwrap();
        let documents = common.into_iter().flat_map(|block| &self.blocks[block as usize]);
        let has = |found: &&Found| found.title.contains(&query) || found.text.contains(&query);
        Some(documents.filter(has).map(|found| found.url.as_str()).collect())
    }

    fn blocks_of(&self, gram: Gram) -> BTreeSet<u32> {
        let bucket = gram.wrapping_mul(0x9E37_79B1) >> (32 - BITS);
        let lists = &self.shards[(bucket as usize * self.shards.len()) >> BITS];
        let head = format!(" {}!", gram::letters(gram));
        let Some(at) = lists.find(&head) else { return BTreeSet::new() };
        read(lists[at + head.len()..].split(' ').next().unwrap())
    }
}

/// The arguments of a script's call, which are JSON but for the brackets around them.
fn arguments(script: &str) -> Vec<Value> {
    let start = script.find('(').unwrap() + 1;
    let list = script[start..].trim_end().strip_suffix(");").unwrap();
    serde_json::from_str(&format!("[{list}]")).unwrap()
}

/// A list as `posting` writes it.
pub(super) fn read(list: &str) -> BTreeSet<u32> {
    let mut digits = list.bytes().map(|code| u32::from(if code > b'\\' { code - 1 } else { code }) - 35);
    let (mut blocks, mut next) = (BTreeSet::new(), 0);
    while let Some(digit) = digits.next() {
        let run = match digit {
            90 => number(digits.next().unwrap(), &mut digits),
            _ => {
                next += number(digit, &mut digits);
                1
            }
        };
        blocks.extend(next..next + run);
        next += run;
    }
    blocks
}

fn number(mut digit: u32, digits: &mut impl Iterator<Item = u32>) -> u32 {
    let (mut value, mut place) = (0, 1);
    while digit >= 45 {
        value += (digit - 45) * place;
        place *= 45;
        digit = digits.next().unwrap();
    }
    value + digit * place
}
