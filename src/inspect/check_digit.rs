//! Check digits: of organisations (GB 11714), of credit codes (GB 32100), of citizens (GB 11643), of cards (Luhn).

/// The characters of a credit code: no I, O, S, V, Z.
const CREDIT: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The check digit of an organisation code, from its first eight characters; none where one of them cannot be.
pub(super) fn organisation(code: &str) -> Option<char> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let first: Vec<char> = code.chars().take(8).collect();
    if first.len() < 8 {
        return None;
    }
    let mut sum = 0;
    for (c, weight) in first.iter().zip(WEIGHTS) {
        sum += c.to_digit(36).filter(|_| !c.is_ascii_lowercase())? * weight;
    }
    Some(match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10)?,
    })
}

/// The last character of a credit code, from its first seventeen; none where one of them cannot be.
pub(super) fn credit(code: &str) -> Option<char> {
    let first: Vec<char> = code.chars().take(17).collect();
    if first.len() < 17 {
        return None;
    }
    let (mut sum, mut weight) = (0, 1);
    for c in first {
        sum += CREDIT.chars().position(|known| known == c)? * weight;
        weight = weight * 3 % 31;
    }
    CREDIT.chars().nth((31 - sum % 31) % 31)
}

/// The last character of an identity number, from its first seventeen digits.
pub(super) fn citizen(number: &str) -> Option<char> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits: Vec<u32> = number.chars().take(17).map_while(|c| c.to_digit(10)).collect();
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    (digits.len() == 17).then(|| ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][(sum % 11) as usize])
}

/// True where the last digit is right by Luhn.
pub(super) fn luhn(number: &str) -> bool {
    let mut sum = 0;
    for (n, c) in number.chars().rev().enumerate() {
        let Some(digit) = c.to_digit(10) else { return false };
        let doubled = if n % 2 == 1 { digit * 2 } else { digit };
        sum += doubled / 10 + doubled % 10;
    }
    !number.is_empty() && sum % 10 == 0
}

/// What is wrong with a code.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// What its check digit should be.
    pub(super) expected: char,
    /// What it is.
    pub(super) found: char,
}

/// What is wrong with a credit code of eighteen characters, or an organisation code of nine; none where
/// nothing is, or where it has not that form.
pub(super) fn fault(code: &str) -> Option<Wrong> {
    let characters: Vec<char> = code.chars().collect();
    let wrong = |expected: Option<char>, found: char| {
        expected.filter(|expected| *expected != found).map(|expected| Wrong { expected, found })
    };
    match characters.len() {
        18 if characters.iter().all(|c| CREDIT.contains(*c)) => {
            let inner: String = characters[8..16].iter().collect();
            wrong(credit(code), characters[17]).or_else(|| wrong(organisation(&inner), characters[16]))
        }
        9 if characters[..8].iter().all(char::is_ascii_digit)
            && (characters[8].is_ascii_digit() || characters[8] == 'X') =>
        {
            wrong(organisation(code), characters[8])
        }
        _ => None,
    }
}
