//! White space in words.

use super::Run;

/// White space as a reader sees it: runs of it are one space, none at the ends, and none where a line of the
/// template broke between two Chinese characters.
pub(super) fn tidy(runs: Vec<Run>) -> Vec<Run> {
    let letters: Vec<(usize, char)> =
        runs.iter().enumerate().flat_map(|(n, run)| run.text.chars().map(move |c| (n, c))).collect();
    let mut kept: Vec<String> = vec![String::new(); runs.len()];
    let mut before: Option<char> = None;
    let mut at = 0;
    while at < letters.len() {
        let (run, c) = letters[at];
        if !is_space(c) {
            kept[run].push(c);
            before = Some(c);
            at += 1;
            continue;
        }
        let end = letters[at..].iter().position(|(_, c)| !is_space(*c)).map_or(letters.len(), |n| at + n);
        let broken = letters[at..end].iter().any(|(_, c)| *c == '\n');
        if let (Some(before), Some((_, after))) = (before, letters.get(end))
            && !(broken && before as u32 > 0x2E00 && *after as u32 > 0x2E00)
        {
            kept[run].push(' ');
        }
        at = end;
    }
    let kept = runs.into_iter().zip(kept).map(|(run, text)| Run { text, ..run });
    kept.filter(|run| !run.text.is_empty()).collect()
}

/// U+3000 is a space of one em that somebody meant.
fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\u{3000}'
}
