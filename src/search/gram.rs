//! What is indexed: every two neighbouring characters, every three neighbouring letters, and where
//! two numbers meet.
//!
//! Two Latin letters or digits stand almost everywhere, three far less often, so both are kept.
//! Marks between two characters do not part them: the query 家，比 has a gram too. Of 〔2023〕28号 it is
//! neither year nor number that is rare, but the two side by side: 23 28.

use super::fold::MARK;

/// A gram: two UTF-16 units, or three ASCII ones above [`THREE`].
pub(super) type Gram = u32;

/// No character stands here once a text is folded, so that no gram of two is taken for one of three.
const THREE: Gram = 0xFFE0_0000;

/// Nor does any letter in a gram of three begin so high: two digits, a mark, a digit, and what follows.
const MEETING: Gram = THREE | 0x7B << 14;

/// A gram's bucket is this many bits of its hash; a shard is a run of buckets.
pub(super) const BITS: u32 = 10;

/// The grams of a block, each once, bucket by bucket.
#[derive(Debug)]
pub(super) struct Grams {
    grams: Vec<Gram>,
    /// Where each bucket begins, and at last the end.
    starts: Vec<u32>,
}

impl Grams {
    /// Those of all buckets from one to before another.
    pub(super) fn of(&self, from: usize, to: usize) -> &[Gram] {
        &self.grams[self.starts[from] as usize..self.starts[to] as usize]
    }
}

/// Calls `give` with every gram of a folded text, some of them more than once.
pub(super) fn each(folded: &[u16], mut give: impl FnMut(Gram)) {
    // The unit before, and the two before it where no mark stands between.
    let (mut last, mut joined) = (0_u16, [0_u16; 2]);
    for (at, &unit) in folded.iter().enumerate() {
        if unit == MARK {
            joined = [0; 2];
            meeting(folded, at).into_iter().for_each(&mut give);
            continue;
        }
        // A character of two units is a gram by itself; its halves take no part in others.
        let halves = matches!(last, 0xDC00..=0xDFFF) || matches!(unit, 0xD800..=0xDBFF);
        if last != 0 && !halves {
            give(Gram::from(last) << 16 | Gram::from(unit));
        }
        let [a, b] = joined;
        if a != 0 && b != 0 && unit < 0x80 {
            give(THREE | Gram::from(a) << 14 | Gram::from(b) << 7 | Gram::from(unit));
        }
        last = unit;
        joined = [b, if unit < 0x80 { unit } else { 0 }];
    }
}

/// Where two numbers meet at a mark.
fn meeting(folded: &[u16], at: usize) -> Option<Gram> {
    let digit = |unit: u16| (0x30..0x3A).contains(&unit).then(|| Gram::from(unit - 0x30));
    let [a, b, _, c, d] = *folded.get(at.checked_sub(2)?..at + 3)? else { return None };
    let before = digit(a)? * 10 + digit(b)?;
    // Of what is no digit only that is kept.
    (d != MARK).then_some(MEETING | ((before * 10 + digit(c)?) * 11 + digit(d).unwrap_or(10)))
}

/// The bucket of a gram: the upper bits of a product, which the browser computes alike.
fn bucket(gram: Gram) -> usize {
    (gram.wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize
}

/// The characters of a gram.
pub(super) fn letters(gram: Gram) -> String {
    if gram >= MEETING {
        let (value, last) = ((gram - MEETING) / 11, (gram - MEETING) % 11);
        let last = char::from_digit(last, 10).unwrap_or('_');
        return format!("{:02}.{}{last}", value / 10, value % 10);
    }
    if gram >= THREE {
        return [14, 7, 0].map(|shift| char::from((gram >> shift) as u8 & 0x7F)).iter().collect();
    }
    String::from_utf16_lossy(&[(gram >> 16) as u16, gram as u16])
}

/// A set that grows, much faster than the standard one for keys that are numbers.
#[derive(Debug)]
pub(super) struct Set {
    /// 0 is no gram.
    slots: Vec<Gram>,
    len: usize,
}

impl Set {
    /// A set that takes about as many without growing.
    pub(super) fn for_about(count: usize) -> Set {
        Set { slots: vec![0; (2 * count).next_power_of_two().max(64)], len: 0 }
    }

    /// How many it has.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Adds a gram.
    pub(super) fn insert(&mut self, gram: Gram) {
        let mask = self.slots.len() - 1;
        let mut at = (gram.wrapping_mul(0x85EB_CA6B) >> 11) as usize & mask;
        while self.slots[at] != gram {
            if self.slots[at] == 0 {
                self.slots[at] = gram;
                self.len += 1;
                if 2 * self.len > self.slots.len() {
                    self.grow();
                }
                return;
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let mut larger = Set::for_about(self.slots.len());
        self.slots.iter().filter(|gram| **gram != 0).for_each(|gram| larger.insert(*gram));
        *self = larger;
    }

    /// The grams, bucket by bucket. Their order within a bucket means nothing.
    pub(super) fn into_grams(self) -> Grams {
        let mut starts = vec![0_u32; (1 << BITS) + 1];
        let grams = || self.slots.iter().copied().filter(|gram| *gram != 0);
        grams().for_each(|gram| starts[bucket(gram) + 1] += 1);
        for n in 1..starts.len() {
            starts[n] += starts[n - 1];
        }
        let mut free = starts.clone();
        let mut sorted = vec![0; self.len];
        for gram in grams() {
            let at = &mut free[bucket(gram)];
            sorted[*at as usize] = gram;
            *at += 1;
        }
        Grams { grams: sorted, starts }
    }
}
