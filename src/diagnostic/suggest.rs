//! "Did you mean": the nearest known word.

/// The longest name that is looked at, in bytes.
const LONGEST: usize = 600;

/// The nearest of the known words, where it is near enough to be meant: one letter off, a third of
/// its letters off, or one that holds the other (`万州区科技局` and `区科技局`).
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // Nobody misspells a whole text, and comparing it with every name takes long.
    let is_word = |word: &&str| word.len() <= LONGEST && *word != written;
    if written.len() > LONGEST {
        return None;
    }
    known
        .into_iter()
        .filter(is_word)
        .map(|word| (strsim::damerau_levenshtein(written, word), word))
        .filter(|(distance, word)| is_near(written, word, *distance))
        .min_by_key(|(distance, word)| (*distance, word.len()))
        .map(|(_, word)| word.to_string())
}

/// Half of the letters would be too far: 区科技局 and 区教育局 are two different offices.
fn is_near(written: &str, word: &str, distance: usize) -> bool {
    let (a, b) = (written.chars().count(), word.chars().count());
    let holds = a.min(b) > 2 && (written.contains(word) || word.contains(written));
    let short = distance == 1 && a.max(b) > if written.is_ascii() { 2 } else { 1 };
    holds || distance * 3 <= a.max(b) || short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_near() {
        let known = ["title", "target", "区科技局", "区教育局", "高新", "en"];
        let cases = [
            ("tilte", Some("title")),
            ("targets", Some("target")),
            ("区科技委", Some("区科技局")),
            ("区科学技术局", Some("区科技局")),
            ("重庆市万州区教育局", Some("区教育局")),
            ("高薪", Some("高新")),
            ("区民政局", None),
            ("cn", None),
            ("title", None),
            ("x", None),
            ("", None),
            (&"title".repeat(1_000_000), None),
        ];
        for (written, expected) in cases {
            assert_eq!(nearest(written, known).as_deref(), expected, "{written}");
        }
    }
}
