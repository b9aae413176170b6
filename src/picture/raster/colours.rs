//! Few colours: a picture of flat grounds and letters has some thousand, nearly all of them edges of letters. 256 of
//! them serve for all with an error that nobody sees, and a PNG of one byte a pixel is half as large and made sooner.

use std::collections::BTreeMap;

/// The most colours of an indexed PNG.
const MOST: usize = 256;
/// The largest error that is taken, in any channel: 10 of 255 at the edge of a letter.
const ERROR: i32 = 10;

/// Bytes that are compared at once.
const BLOCK: usize = 256;

/// The colours of an image and the number of the colour of each pixel.
pub(super) struct Indexed {
    /// Red, green, blue.
    pub(super) colours: Vec<[u8; 3]>,
    pub(super) pixels: Vec<u8>,
}

/// An opaque RGBA image in at most 256 colours; none where that would be seen.
pub(super) fn index(rgba: &[u8]) -> Option<Indexed> {
    index_within(rgba, &[0, 4, 7, ERROR])
}

/// The same with the first of these errors that gives few enough colours.
pub(super) fn index_within(rgba: &[u8], errors: &[i32]) -> Option<Indexed> {
    let counted = count(rgba);
    let mut common: Vec<(u32, usize)> = counted.iter().map(|(colour, count)| (*colour, *count)).collect();
    common.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let chosen = errors.iter().find_map(|error| choose(&common, *error))?;
    let nearest: BTreeMap<u32, u8> =
        counted.keys().map(|colour| (*colour, nearest(&chosen, *colour))).collect();
    let colours =
        chosen.iter().map(|colour| [(colour >> 16) as u8, (colour >> 8) as u8, *colour as u8]).collect();
    let mut pixels = Vec::with_capacity(rgba.len() / 4);
    for (colour, length) in runs(rgba) {
        pixels.resize(pixels.len() + length, nearest[&colour]);
    }
    Some(Indexed { colours, pixels })
}

/// Colours with how many pixels follow each other in them. Most of a picture is ground, which is compared in blocks.
fn runs(rgba: &[u8]) -> impl Iterator<Item = (u32, usize)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let colour = rgb(rgba.get(at..at + 4)?);
        let from = at;
        at += 4;
        while at + BLOCK <= rgba.len() && rgba[at..at + BLOCK] == rgba[at - 4..at - 4 + BLOCK] {
            at += BLOCK;
        }
        while at < rgba.len() && rgba[at..at + 4] == rgba[at - 4..at] {
            at += 4;
        }
        Some((colour, (at - from) / 4))
    })
}

fn rgb(pixel: &[u8]) -> u32 {
    u32::from(pixel[0]) << 16 | u32::from(pixel[1]) << 8 | u32::from(pixel[2])
}

/// How often each colour occurs.
fn count(rgba: &[u8]) -> BTreeMap<u32, usize> {
    let mut counted = BTreeMap::new();
    for (colour, length) in runs(rgba) {
        *counted.entry(colour).or_insert(0) += length;
    }
    counted
}

/// Colours of which one is within the error of each, the most common first; none where they are too many.
fn choose(common: &[(u32, usize)], error: i32) -> Option<Vec<u32>> {
    let mut chosen: Vec<u32> = Vec::new();
    for &(colour, _) in common {
        if chosen.iter().all(|other| distance(*other, colour) > error) {
            if chosen.len() == MOST {
                return None;
            }
            chosen.push(colour);
        }
    }
    Some(chosen)
}

fn nearest(chosen: &[u32], colour: u32) -> u8 {
    let at = chosen.iter().enumerate().min_by_key(|(_, other)| distance(**other, colour));
    at.map_or(0, |(n, _)| n as u8)
}

/// The largest difference in a channel.
fn distance(a: u32, b: u32) -> i32 {
    let part = |shift: u32| ((a >> shift & 255) as i32 - (b >> shift & 255) as i32).abs();
    part(0).max(part(8)).max(part(16))
}
