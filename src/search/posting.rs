//! A rising list of blocks as a few ASCII letters.
//!
//! The numbers left out before each block, in digits to the base of 45, the lowest first; a digit
//! that others follow is written 45 higher. The last of the 91 letters begins a run: then comes
//! how many blocks follow without a gap.

const BASE: u32 = 45;
const RUN: u32 = 90;
/// Shorter runs are written out.
const SHORTEST: u32 = 4;

/// Writes a list.
pub(super) fn write(blocks: &[u32], out: &mut String) {
    let mut next = 0;
    let mut at = 0;
    while at < blocks.len() {
        let run = (at..blocks.len()).take_while(|n| blocks[*n] == next + (n - at) as u32).count() as u32;
        if run >= SHORTEST {
            out.push(letter(RUN));
            number(run, out);
            next += run;
            at += run as usize;
        } else {
            number(blocks[at] - next, out);
            next = blocks[at] + 1;
            at += 1;
        }
    }
}

fn number(mut value: u32, out: &mut String) {
    while value >= BASE {
        out.push(letter(BASE + value % BASE));
        value /= BASE;
    }
    out.push(letter(value));
}

/// Printable, and nothing that a string of JavaScript would escape or the list's own file uses.
fn letter(value: u32) -> char {
    let code = 35 + value as u8;
    char::from(if code < b'\\' { code } else { code + 1 })
}
