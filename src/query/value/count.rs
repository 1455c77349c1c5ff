//! Counts as they are written in a query: `1200`, `1_200`, `40k`, `1.5M`, `1,5M`, `2G`.
//! It does not say what is counted.

use super::compare::Extent;
use std::fmt;

/// A number of persons or things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(pub u64);

/// The letters that stand for thousands, and for how many.
const LETTERS: [(char, u64); 3] = [('g', 1_000_000_000), ('m', 1_000_000), ('k', 1_000)];

impl Count {
    /// Reads the number at the start of a text, and says what comes after it.
    ///
    /// Before a letter, a dot or a comma is the decimal mark of either language; without one, it groups thousands.
    pub fn read(text: &str) -> Option<(Count, &str)> {
        let end = text
            .find(|c: char| !c.is_ascii_digit() && !is_grouping(c) && !matches!(c, '.' | ','))
            .unwrap_or(text.len());
        let (digits, after) = text.split_at_checked(end)?;
        let mut letters = after.chars();
        let letter = letters.next().map(|c| c.to_ascii_lowercase());
        let alone = letters.next().is_none_or(|c| !c.is_alphanumeric());
        let factor = LETTERS.iter().find(|(known, _)| alone && letter == Some(*known)).map(|(_, factor)| *factor);
        let digits = digits.trim_end();
        let bare: String = digits.chars().filter(|c| !is_grouping(*c)).collect();
        match factor {
            Some(factor) => Some((Count(scaled(&bare, factor)?), after.get(1..)?)),
            None => Some((Count(grouped(&bare)?), after)),
        }
    }
}

fn is_grouping(c: char) -> bool {
    matches!(c, '_' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// A number with decimals, so many times.
fn scaled(text: &str, factor: u64) -> Option<u64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let whole: u64 = whole.parse().ok()?;
    let parts = part.len();
    if parts > 9
        || !part.bytes().all(|b| b.is_ascii_digit())
        || (parts == 0 && text.len() > 1 && text.ends_with(['.', ',']))
    {
        return None;
    }
    let part: u64 = if part.is_empty() { 0 } else { part.parse().ok()? };
    let parts = 10_u64.pow(u32::try_from(parts).ok()?);
    // what is left of a whole one is no count
    (part.checked_mul(factor)? % parts == 0).then_some(())?;
    whole.checked_mul(factor)?.checked_add(part.checked_mul(factor)? / parts)
}

/// A whole number, its thousands perhaps grouped by dots or commas.
fn grouped(text: &str) -> Option<u64> {
    let mut groups = text.split(['.', ',']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_right = rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    if !is_right {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}

impl Extent for Count {
    fn ends(&self) -> (i64, i64) {
        let count = i64::try_from(self.0).unwrap_or(i64::MAX);
        (count, count)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let whole = |(_, factor): &&(char, u64)| self.0 >= *factor && self.0.is_multiple_of(*factor);
        match LETTERS.iter().find(whole) {
            Some(('k', factor)) => write!(f, "{}k", self.0 / factor),
            Some((letter, factor)) => write!(f, "{}{}", self.0 / factor, letter.to_ascii_uppercase()),
            None => write!(f, "{}", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_either_language_writes_them() {
        for (text, count) in [
            ("1200", 1_200),
            ("1_200", 1_200),
            ("1 200", 1_200),
            ("1,200", 1_200),
            ("1.200.000", 1_200_000),
            ("40k", 40_000),
            ("1.5M", 1_500_000),
            ("1,5m", 1_500_000),
            ("2G", 2_000_000_000),
            ("0", 0),
        ] {
            assert_eq!(Count::read(text), Some((Count(count), "")), "{text}");
        }
        for text in ["", "k", "1,20", "1.2345k", "1.k", "99999999999999999999", "..5", "1.2.3M"] {
            assert_eq!(Count::read(text), None, "{text}");
        }
        assert_eq!(Count::read("1M accounts"), Some((Count(1_000_000), " accounts")));
        assert_eq!(Count::read("12 comptes"), Some((Count(12), "comptes")));
        assert_eq!(Count::read("5 groups"), Some((Count(5), "groups")));
    }

    #[test]
    fn a_count_is_written_as_short_as_it_can_be() {
        for (count, text) in [(0, "0"), (999, "999"), (1_500_000, "1500k"), (2_000_000, "2M"), (3_000_000_000, "3G")] {
            assert_eq!(Count(count).to_string(), text);
            assert_eq!(Count::read(text), Some((Count(count), "")));
        }
    }
}
