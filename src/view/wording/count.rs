//! How a count reads: its digits grouped, its bounds and its rounding said.
//! It never shortens a figure, nor converts a unit unless that loses nothing.

use crate::record::Count;
use crate::record::vocabulary::CountUnit;
use crate::text::{Lang, Plural, number, unit};
use crate::theme::{Glyph, Glyphs};

/// The count in words: `at least 340,000`, `31,000–31,500`, `about 43,000,000`.
pub fn full(count: Count, lang: Lang) -> String {
    bounded(count, lang, |text| text)
}

/// The count with signs for words: `≥340,000`, `≈43,000,000`.
pub fn compact(count: Count, lang: Lang, glyphs: Glyphs) -> String {
    let about = if count.approx { glyphs.get(Glyph::About) } else { "" };
    let figure = |n| number(lang, n);
    match (count.min, count.max) {
        (Some(min), Some(max)) if min == max => format!("{about}{}", figure(min)),
        (Some(min), Some(max)) => format!("{about}{}{}{}", figure(min), glyphs.get(Glyph::Between), figure(max)),
        (Some(min), None) => format!("{}{about}{}", glyphs.get(Glyph::AtLeast), figure(min)),
        (None, Some(max)) => format!("{}{about}{}", glyphs.get(Glyph::AtMost), figure(max)),
        (None, None) => String::new(),
    }
}

/// The count in words with its unit: `at least 340,000 persons`, `25 GB`.
pub fn with_unit(count: Count, of: CountUnit, lang: Lang) -> String {
    if let (CountUnit::Bytes, Some((power, scaled))) = (of, scaled_bytes(count)) {
        let name = unit::BYTE_POWERS.get(power).map_or("", |name| name.get(lang));
        return unit::AMOUNT.fill(lang, &[&full(scaled, lang), &name]);
    }
    let most = count.max.or(count.min).unwrap_or(0);
    bounded(count, lang, |figure| noun(of).around(lang, most, &figure))
}

fn bounded(count: Count, lang: Lang, dress: impl Fn(String) -> String) -> String {
    let figure = |n| number(lang, n);
    let (shown, bound) = match (count.min, count.max) {
        (Some(min), Some(max)) if min == max => (figure(min), None),
        (Some(min), Some(max)) => (unit::RANGE.fill(lang, &[&figure(min), &figure(max)]), None),
        (Some(min), None) => (figure(min), Some(unit::AT_LEAST)),
        (None, Some(max)) => (figure(max), Some(unit::AT_MOST)),
        (None, None) => (String::new(), None),
    };
    let shown = dress(shown);
    let shown = if count.approx { unit::ABOUT.fill(lang, &[&shown]) } else { shown };
    bound.map_or_else(|| shown.clone(), |bound| bound.fill(lang, &[&shown]))
}

fn noun(of: CountUnit) -> Plural {
    match of {
        CountUnit::Persons => unit::PERSONS,
        CountUnit::Accounts => unit::ACCOUNTS,
        CountUnit::Records => unit::RECORDS,
        CountUnit::Households => unit::HOUSEHOLDS,
        CountUnit::Organisations => unit::ORGANISATIONS,
        CountUnit::Files => unit::FILES,
        CountUnit::Bytes => unit::BYTES,
        CountUnit::Other => unit::OTHER_UNIT,
    }
}

/// A count of bytes in the largest power of a thousand that divides both its ends, as (power, count).
fn scaled_bytes(count: Count) -> Option<(usize, Count)> {
    (0..unit::BYTE_POWERS.len()).rev().find_map(|power| {
        let size = 1000u64.pow(u32::try_from(power).ok()? + 1);
        let fits = |n: Option<u64>| n.is_none_or(|n| n >= size && n.is_multiple_of(size));
        let scale = |n: Option<u64>| n.map(|n| n / size);
        (fits(count.min) && fits(count.max))
            .then(|| (power, Count { min: scale(count.min), max: scale(count.max), approx: count.approx }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(min: Option<u64>, max: Option<u64>, approx: bool) -> Count {
        Count { min, max, approx }
    }

    #[test]
    fn a_count_says_its_bounds_and_its_rounding() {
        let least = count(Some(340_000), None, false);
        assert_eq!(full(least, Lang::En), "at least 340,000");
        assert_eq!(full(least, Lang::Fr), "au moins 340\u{202f}000");
        assert_eq!(full(count(Some(31_000), Some(31_500), false), Lang::En), "31,000–31,500");
        assert_eq!(full(count(Some(43_000_000), Some(43_000_000), true), Lang::En), "about 43,000,000");
        assert_eq!(full(count(Some(43_000), Some(43_000), true), Lang::Fr), "environ 43\u{202f}000");
        assert_eq!(full(count(None, Some(9), false), Lang::Fr), "au plus 9");
    }

    #[test]
    fn a_short_count_keeps_every_digit() {
        assert_eq!(compact(count(Some(340_000), None, false), Lang::En, Glyphs::Unicode), "≥340,000");
        assert_eq!(compact(count(Some(43_000_000), Some(43_000_000), true), Lang::En, Glyphs::Ascii), "~43,000,000");
        assert_eq!(compact(count(Some(31_000), Some(31_500), false), Lang::En, Glyphs::Unicode), "31,000–31,500");
    }

    #[test]
    fn a_unit_agrees_with_its_number() {
        assert_eq!(with_unit(Count::exact(1), CountUnit::Persons, Lang::En), "1 person");
        assert_eq!(with_unit(Count::exact(0), CountUnit::Accounts, Lang::Fr), "0 compte");
        assert_eq!(with_unit(count(Some(2), None, true), CountUnit::Files, Lang::En), "at least about 2 files");
    }

    #[test]
    fn bytes_are_scaled_only_where_nothing_is_lost() {
        assert_eq!(with_unit(Count::exact(25_000_000_000), CountUnit::Bytes, Lang::En), "25 GB");
        assert_eq!(with_unit(Count::exact(25_000_000_000), CountUnit::Bytes, Lang::Fr), "25 Go");
        assert_eq!(with_unit(Count::exact(1_500), CountUnit::Bytes, Lang::En), "1,500 bytes");
    }
}
