//! The search index: the words of all pages, cut so that a query loads a few small files.
//!
//! In go the site and the plan, out come classic scripts below `search/`, which also load from a
//! folder without a server:
//!
//! ```text
//! parts.js       how many of the others there are
//! index-N.js     gram -> the blocks of text in which it occurs; a gram's file follows from its hash
//! text-N.js      a block: documents of one kind with title, words and address
//! ```
//!
//! The rule is that of `themes/portal/assets/search.js`: texts are folded (`fold`), every two
//! neighbouring characters are a gram (`gram`), and a hit is a document of a block that has all
//! grams of the query and whose folded words contain the folded query. No dictionary takes part, so
//! whatever occurs is found. `tests/search.json` is read by both sides.

mod block;
mod document;
#[cfg(test)]
mod finder;
mod fold;
mod gather;
mod gram;
mod plain;
mod posting;
mod shard;
#[cfg(test)]
mod tests;

use crate::model::Site;
use crate::plan::{Plan, urls};
use crate::theme::Theme;
use document::Kind;
use jiff::civil::Date;
use rayon::prelude::*;
use std::io;

/// Takes a file of the index: its path in the output, and its text.
pub type Emit<'a> = dyn Fn(&str, String) -> io::Result<()> + Sync + 'a;

/// Makes the index and hands over its files one by one, from many threads.
///
/// Policies are read in parallel, their documents dealt into blocks in order, the blocks searched for
/// grams in parallel, and the lists made part by part. Held for the whole site are its words and, of
/// each block, its grams.
///
/// # Errors
/// When a file cannot be taken.
pub fn write(site: &Site, as_of: Date, plan: &Plan, theme: &Theme, emit: &Emit) -> io::Result<()> {
    let documents = gather::documents(site, as_of, plan, theme);
    let names: Vec<String> = site
        .policies
        .iter()
        .map(|policy| theme.marked(policy.force(as_of), &policy.metadata.short_title))
        .collect();
    let blocks = block::pack(&documents);
    let grams: Vec<gram::Grams> = blocks
        .par_iter()
        .enumerate()
        .map(|(n, block)| {
            emit(&urls::search(&format!("text-{n}.js")), block::script(n, block, site, &names))?;
            Ok(block::grams(block))
        })
        .collect::<io::Result<_>>()?;
    let shards = shard::count(&grams);
    (0..shards)
        .into_par_iter()
        .try_for_each(|n| emit(&urls::search(&format!("index-{n}.js")), shard::script(n, shards, &grams)))?;
    let kinds = Kind::ALL.map(|kind| {
        let count = blocks.iter().filter(|block| block.kind == kind).count();
        format!("[\"{}\",{count}]", kind.key())
    });
    let parts = format!("gongbaoSearch.parts({shards},[{}]);\n", kinds.join(","));
    emit(&urls::search("parts.js"), parts)
}
