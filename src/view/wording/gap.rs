//! How a gap reads: as an interval in the coarsest honest unit, its ends rounded outward.
//! It never clips a gap: what may be negative is said to be so.

use crate::record::Gap;
use crate::text::{Lang, Plural, number, unit};
use crate::theme::{Glyph, Glyphs};
use chrono::TimeDelta;

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 60 seconds.
    Minutes,
    /// 60 minutes.
    Hours,
    /// 24 hours; days of summer-time change count as one.
    Days,
    /// A twelfth of a year.
    Months,
    /// 365 days and a quarter.
    Years,
}

impl Unit {
    /// Its length in seconds.
    pub fn seconds(self) -> i64 {
        match self {
            Unit::Minutes => 60,
            Unit::Hours => HOUR,
            Unit::Days => DAY,
            Unit::Months => 2_629_800,
            Unit::Years => 31_557_600,
        }
    }

    fn long(self) -> Plural {
        match self {
            Unit::Minutes => unit::MINUTES,
            Unit::Hours => unit::HOURS,
            Unit::Days => unit::DAYS,
            Unit::Months => unit::MONTHS_LONG,
            Unit::Years => unit::YEARS,
        }
    }

    fn short(self) -> Plural {
        match self {
            Unit::Minutes => unit::MINUTES_SHORT,
            Unit::Hours => unit::HOURS_SHORT,
            Unit::Days => unit::DAYS_SHORT,
            Unit::Months => unit::MONTHS_BRIEF,
            Unit::Years => unit::YEARS_SHORT,
        }
    }
}

/// A gap in whole numbers of one unit, rounded outward; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounded {
    /// The unit.
    pub unit: Unit,
    /// The least.
    pub min: Option<i64>,
    /// The most.
    pub max: Option<i64>,
}

/// The gap in the unit in which it reads best.
pub fn rounded(gap: Gap) -> Rounded {
    round(gap, unit_of(gap, 3 * DAY))
}

/// The gap in words: `7–9 days`, `at most 11 days`, `between 1 day before and 1 day after`.
pub fn full(gap: Gap, lang: Lang) -> String {
    words(rounded(gap), lang)
}

/// The gap in words, in hours where days would blur a limit of a few days.
pub fn fine(gap: Gap, lang: Lang) -> String {
    words(round(gap, unit_of(gap, 10 * DAY)), lang)
}

/// The gap in short: `7–9 d`, `≤11 d`, `-1 to +1 d`.
pub fn compact(gap: Gap, lang: Lang, glyphs: Glyphs) -> String {
    let Rounded { unit, min, max } = rounded(gap);
    let form = |n: i64, shown: String| unit.short().around(lang, n.unsigned_abs(), &shown);
    match (min, max) {
        (None, None) => unit::GAP_UNKNOWN.get(lang).to_owned(),
        (Some(a), Some(b)) if a == b => form(a, signed(a, lang)),
        (Some(a), Some(b)) if a >= 0 => {
            form(b, format!("{}{}{}", signed(a, lang), glyphs.get(Glyph::Between), signed(b, lang)))
        }
        (Some(a), Some(b)) => {
            let plus = if b > 0 { "+" } else { "" };
            let end = format!("{plus}{}", signed(b, lang));
            form(b.abs().max(a.abs()), unit::SIGNED_RANGE.fill(lang, &[&signed(a, lang), &end]))
        }
        (None, Some(b)) => form(b, format!("{}{}", glyphs.get(Glyph::AtMost), signed(b, lang))),
        (Some(a), None) => form(a, format!("{}{}", glyphs.get(Glyph::AtLeast), signed(a, lang))),
    }
}

fn signed(n: i64, lang: Lang) -> String {
    let digits = number(lang, n.unsigned_abs());
    if n < 0 { format!("-{digits}") } else { digits }
}

fn words(Rounded { unit, min, max }: Rounded, lang: Lang) -> String {
    let of = |n: i64| unit.long().of(lang, n.unsigned_abs());
    let range = |low: i64, high: i64| {
        let shown = unit::RANGE.fill(lang, &[&number(lang, low.unsigned_abs()), &number(lang, high.unsigned_abs())]);
        unit.long().around(lang, high.unsigned_abs(), &shown)
    };
    match (min, max) {
        (None, None) => unit::GAP_UNKNOWN.get(lang).to_owned(),
        (Some(a), Some(b)) if a == b && a >= 0 => of(a),
        (Some(a), Some(b)) if a == b => unit::BEFORE.fill(lang, &[&of(a)]),
        (Some(a), Some(b)) if a >= 0 => range(a, b),
        (Some(a), Some(b)) if b <= 0 => unit::BEFORE.fill(lang, &[&range(b, a)]),
        (Some(a), Some(b)) => unit::BETWEEN.fill(lang, &[&of(a), &of(b)]),
        (None, Some(0)) => unit::SOME_TIME_BEFORE.get(lang).to_owned(),
        (None, Some(b)) if b > 0 => unit::AT_MOST.fill(lang, &[&of(b)]),
        (None, Some(b)) => unit::BEFORE.fill(lang, &[&unit::AT_LEAST.fill(lang, &[&of(b)])]),
        (Some(0), None) => unit::SOME_TIME_AFTER.get(lang).to_owned(),
        (Some(a), None) if a > 0 => unit::AT_LEAST.fill(lang, &[&of(a)]),
        (Some(a), None) => unit::NO_EARLIER.fill(lang, &[&of(a)]),
    }
}

fn unit_of(gap: Gap, hours_below: i64) -> Unit {
    let ends: Vec<i64> = [gap.min, gap.max].into_iter().flatten().map(|end| end.num_seconds()).collect();
    let size = ends.iter().map(|end| end.abs()).max().unwrap_or(0);
    let width = gap.min.zip(gap.max).map(|(min, max)| (max - min).num_seconds());
    match width {
        Some(width) if width >= 730 * DAY => Unit::Years,
        Some(width) if width >= 60 * DAY => Unit::Months,
        None if size >= 730 * DAY => Unit::Months,
        _ if ends.iter().all(|end| whole_days(*end).is_some()) => Unit::Days,
        _ if size < 2 * HOUR => Unit::Minutes,
        _ if size < hours_below => Unit::Hours,
        _ => Unit::Days,
    }
}

/// A number of seconds as days, if it is a whole number of them; a change to or from summer time may add or take an hour.
fn whole_days(seconds: i64) -> Option<i64> {
    let days = (seconds + DAY / 2).div_euclid(DAY);
    let off = (seconds - days * DAY).abs();
    (off == 0 || (off == HOUR && days != 0)).then_some(days)
}

fn round(gap: Gap, unit: Unit) -> Rounded {
    let exact = |end: TimeDelta| whole_days(end.num_seconds()).filter(|_| unit == Unit::Days);
    let size = unit.seconds();
    // a part of a second is never worded; it counts as a whole one outward
    let up = |end: TimeDelta| end.num_seconds() + i64::from(end.subsec_nanos() > 0);
    let down = |end: TimeDelta| end.num_seconds() - i64::from(end.subsec_nanos() < 0);
    Rounded {
        unit,
        min: gap.min.map(|end| exact(end).unwrap_or_else(|| down(end).div_euclid(size))),
        max: gap.max.map(|end| exact(end).unwrap_or_else(|| -(-up(end)).div_euclid(size))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn gap(min: Option<i64>, max: Option<i64>) -> Gap {
        Gap { min: min.map(TimeDelta::seconds), max: max.map(TimeDelta::seconds) }
    }

    fn hours(min: i64, max: i64) -> Gap {
        gap(Some(min * HOUR), Some(max * HOUR))
    }

    #[test]
    fn a_gap_reads_as_an_interval_in_days() {
        assert_eq!(full(hours(168, 216), Lang::En), "7–9 days");
        assert_eq!(full(hours(168, 216), Lang::Fr), "7–9 jours");
        assert_eq!(full(hours(48, 96), Lang::En), "2–4 days");
        assert_eq!(full(hours(216, 216), Lang::En), "9 days");
        assert_eq!(full(hours(0, 24), Lang::Fr), "0–1 jour");
        assert_eq!(compact(hours(168, 216), Lang::En, Glyphs::Unicode), "7–9 d");
        assert_eq!(compact(hours(168, 216), Lang::Fr, Glyphs::Ascii), "7-9 j");
    }

    #[test]
    fn a_day_of_summer_time_change_is_a_day() {
        assert_eq!(full(hours(167, 217), Lang::En), "7–9 days");
        assert_eq!(full(hours(1, 23), Lang::En), "1–23 hours");
    }

    #[test]
    fn hours_and_minutes_are_said_only_where_days_are_not_whole() {
        assert_eq!(full(hours(5, 50), Lang::En), "5–50 hours");
        assert_eq!(full(gap(Some(600), Some(5_430)), Lang::Fr), "10–91 minutes");
        assert_eq!(full(hours(100, 110), Lang::En), "4–5 days");
        assert_eq!(fine(hours(73, 80), Lang::En), "73–80 hours");
    }

    #[test]
    fn wide_gaps_are_said_in_months_and_years_rounded_outward() {
        assert_eq!(full(hours(24 * 100, 24 * 170), Lang::En), "3–6 months");
        assert_eq!(full(hours(24 * 100, 24 * 900), Lang::Fr), "0–3 ans");
        assert_eq!(full(gap(None, Some(DAY * 800)), Lang::En), "at most 27 months");
    }

    #[test]
    fn an_open_gap_says_which_end_is_known() {
        assert_eq!(full(gap(None, Some(11 * DAY)), Lang::En), "at most 11 days");
        assert_eq!(full(gap(Some(3 * DAY), None), Lang::Fr), "au moins 3 jours");
        assert_eq!(full(gap(None, None), Lang::En), "unknown");
        assert_eq!(full(gap(Some(0), None), Lang::En), "after, how long is unknown");
        assert_eq!(full(gap(None, Some(0)), Lang::Fr), "avant, durée inconnue");
        assert_eq!(compact(gap(None, Some(11 * DAY)), Lang::En, Glyphs::Unicode), "≤11 d");
    }

    #[test]
    fn a_gap_backwards_is_said_to_be_so() {
        assert_eq!(full(hours(-72, -24), Lang::En), "1–3 days before");
        assert_eq!(full(hours(-24, 24), Lang::En), "between 1 day before and 1 day after");
        assert_eq!(full(hours(-24, 48), Lang::Fr), "entre 1 jour avant et 2 jours après");
        assert_eq!(full(gap(None, Some(-2 * DAY)), Lang::En), "at least 2 days before");
        assert_eq!(full(gap(Some(-2 * DAY), None), Lang::Fr), "au plus tôt 2 jours avant");
        assert_eq!(compact(hours(-24, 48), Lang::Fr, Glyphs::Unicode), "-1 à +2 j");
    }

    proptest! {
        #[test]
        fn what_is_worded_contains_the_gap(
            min in proptest::option::of(-200_000_000i64..200_000_000),
            width in proptest::option::of(0i64..200_000_000),
        ) {
            let max = width.map(|w| min.unwrap_or(0) + w);
            let said = rounded(gap(min, max));
            let (size, slack) = (said.unit.seconds(), if said.unit == Unit::Days { HOUR } else { 0 });
            prop_assert_eq!((said.min.is_some(), said.max.is_some()), (min.is_some(), max.is_some()));
            if let (Some(least), Some(min)) = (said.min, min) {
                prop_assert!(least * size - slack <= min && min < (least + 1) * size + slack);
            }
            if let (Some(most), Some(max)) = (said.max, max) {
                prop_assert!(most * size + slack >= max && max > (most - 1) * size - slack);
            }
        }

        #[test]
        fn what_is_worded_of_bare_days_is_exact(min in -50i64..50, width in 0i64..59) {
            let said = rounded(gap(Some(min * DAY), Some((min + width) * DAY)));
            prop_assert_eq!(said, Rounded { unit: Unit::Days, min: Some(min), max: Some(min + width) });
        }
    }
}
