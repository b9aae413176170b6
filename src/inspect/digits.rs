//! Runs of digits in a line, such as numbers of people, telephones and cards.

/// A run of digits that stands by itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Where it begins in the line, in bytes.
    pub(super) at: usize,
    /// Its bytes.
    pub(super) len: usize,
    /// Its digits in half width; the last may be X.
    pub(super) digits: String,
}

/// The groups in which long numbers are written: a mobile, an identity number, a bank card.
const GROUPED: [&[usize]; 6] =
    [&[3, 4, 4], &[6, 8, 4], &[4, 4, 4, 4], &[4, 4, 4, 4, 1], &[4, 4, 4, 4, 2], &[4, 4, 4, 4, 3]];

/// As many digits as the shortest number that anybody looks for.
const SHORTEST: usize = 11;

/// Digits without anything between them.
struct Group {
    /// Positions of its first character and of the one behind its last.
    from: usize,
    to: usize,
    digits: String,
}

/// The long numbers of a line, in either width: digits in one piece, or in the groups in which such
/// numbers are written, with a space or a hyphen between them. A number that touches a letter, or that
/// is part of an address or of a decimal, is none.
pub(super) fn runs(line: &str) -> Vec<Run> {
    let characters: Vec<(usize, char)> = line.char_indices().collect();
    let groups = groups(&characters);
    let mut runs = Vec::new();
    let mut n = 0;
    while n < groups.len() {
        let count = if groups[n].digits.len() >= SHORTEST { 1 } else { grouped(&characters, &groups[n..]) };
        let parts = &groups[n..n + count];
        n += count.max(1);
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { continue };
        if stands_alone(&characters, first.from, last.to) {
            let at = characters[first.from].0;
            let end = characters.get(last.to).map_or(line.len(), |(at, _)| *at);
            let digits = parts.iter().map(|group| group.digits.as_str()).collect();
            runs.push(Run { at, len: end - at, digits });
        }
    }
    runs
}

/// All groups of a line; an X that ends an identity number belongs to its group.
fn groups(characters: &[(usize, char)]) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut n = 0;
    while n < characters.len() {
        let from = n;
        let mut digits: String = characters[n..].iter().map_while(|(_, c)| digit(*c)).collect();
        n += digits.chars().count().max(1);
        if digits.is_empty() {
            continue;
        }
        let check = characters.get(n).is_some_and(|(_, c)| matches!(c, 'X' | 'x' | 'Ｘ'));
        if check && (digits.len() == 17 || digits.len() == 3) {
            digits.push('X');
            n += 1;
        }
        groups.push(Group { from, to: n, digits });
    }
    groups
}

/// How many of these groups make a number together; 0 where they do not.
fn grouped(characters: &[(usize, char)], groups: &[Group]) -> usize {
    let joined =
        |pair: &[Group]| pair[1].from == pair[0].to + 1 && [' ', '-'].contains(&characters[pair[0].to].1);
    let fits = |sizes: &&&[usize]| {
        let Some(parts) = groups.get(..sizes.len()) else { return false };
        let same = parts.iter().zip(sizes.iter()).all(|(group, size)| group.digits.len() == *size);
        same && parts.windows(2).all(joined)
    };
    GROUPED.iter().filter(fits).map(|sizes| sizes.len()).max().unwrap_or(0)
}

/// True where nothing touches it that would make it something else.
fn stands_alone(characters: &[(usize, char)], from: usize, to: usize) -> bool {
    let at = |n: usize| characters.get(n).map(|(_, c)| *c);
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || "/_.=&%".contains(c));
    let full_stop = at(to) == Some('.') && at(to + 1).and_then(digit).is_none();
    !touches(from.checked_sub(1).and_then(at)) && (full_stop || !touches(at(to)))
}

/// A digit of either width, in half width.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    }
}
