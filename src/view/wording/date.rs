//! How a date reads, in full words or as written.
//! It never says more than was written.

mod meaning;

pub use meaning::meaning;

use crate::record::milestone::Milestone;
use crate::record::when::{Partial, Precision, Span};
use crate::record::{Interval, When};
use crate::text::{Lang, Phrase, unit};
use crate::theme::{Glyph, Glyphs};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

/// The date in words: `12 July 2025`, `by 23 July 2025`, `2–9 March 2025`.
pub fn full(when: &When, lang: Lang) -> String {
    match when.span() {
        Span::Unknown => unit::DATE_UNKNOWN.get(lang).to_owned(),
        Span::Single(at) => Qualifiers::of(when.text()).around(single(at, lang), at, lang),
        Span::Range(from, to) => {
            let (first, second) = when.text().split_once('/').unwrap_or((when.text(), ""));
            range((from, Qualifiers::of(first)), (to, Qualifiers::of(second)), lang)
        }
    }
}

/// The date as the record writes it.
pub fn compact(when: &When, lang: Lang) -> String {
    if when.span() == Span::Unknown { unit::DATE_UNKNOWN.get(lang).to_owned() } else { when.text().to_owned() }
}

/// A date as written, in at most eleven cells: of an interval the known or the first end, and a sign that it is one.
pub fn short(text: &str, glyphs: Glyphs) -> String {
    let day = |part: &str| {
        let end = part.find('T').unwrap_or(part.len());
        let qualifier = part.chars().last().filter(|c| matches!(c, '?' | '~' | '%') && end < part.len());
        part[..end].chars().chain(qualifier).collect::<String>()
    };
    match text.split_once('/') {
        None if text == "unknown" => glyphs.get(Glyph::Unknown).to_owned(),
        None => day(text),
        Some(("" | "..", "" | "..")) => glyphs.get(Glyph::Unknown).to_owned(),
        Some(("" | "..", to)) => format!("{}{}", glyphs.get(Glyph::AtMost), day(to)),
        Some((from, "" | "..")) => format!("{}{}", glyphs.get(Glyph::AtLeast), day(from)),
        Some((from, _)) => format!("{}{}", day(from), glyphs.get(Glyph::Ellipsis)),
    }
}

/// The days that an interval takes in a time zone, as a record would write them: a year, a month, a day, or two ends.
pub fn of_interval(interval: Interval, zone: Tz) -> String {
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let (from, to) = match (interval.earliest, interval.latest) {
        (None, None) => return "unknown".to_owned(),
        (Some(from), None) => return format!("{}/..", day(from)),
        (None, Some(to)) => return format!("../{}", day(to - TimeDelta::seconds(1))),
        // the end is the first instant after it
        (Some(from), Some(to)) => (day(from), day((to - TimeDelta::seconds(1)).max(from))),
    };
    let next = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    let whole = from.day() == 1 && next(to).day() == 1;
    match (from == to, whole && from.year() == to.year()) {
        (true, _) => from.to_string(),
        (_, true) if from.month() == to.month() => from.format("%Y-%m").to_string(),
        (_, true) if from.month() == 1 && to.month() == 12 => from.format("%Y").to_string(),
        _ => format!("{from}/{to}"),
    }
}

/// A milestone's date in words.
pub fn milestone(milestone: &Milestone, lang: Lang) -> String {
    match milestone.text.parse::<When>() {
        Ok(when) => full(&when, lang),
        Err(_) if milestone.interval.is_unknown() => unit::DATE_UNKNOWN.get(lang).to_owned(),
        Err(_) => milestone.text.clone(),
    }
}

/// A milestone's date as the record writes it.
pub fn milestone_compact(milestone: &Milestone, lang: Lang) -> String {
    if milestone.interval.is_unknown() { unit::DATE_UNKNOWN.get(lang).to_owned() } else { milestone.text.clone() }
}

/// The qualifiers of one date.
#[derive(Clone, Copy, PartialEq)]
struct Qualifiers {
    uncertain: bool,
    approximate: bool,
}

impl Qualifiers {
    fn of(text: &str) -> Qualifiers {
        Qualifiers { uncertain: text.ends_with(['?', '%']), approximate: text.ends_with(['~', '%']) }
    }

    fn none(self) -> bool {
        !self.uncertain && !self.approximate
    }

    fn around(self, date: String, at: Partial, lang: Lang) -> String {
        let about = if at.precision >= Precision::Day { unit::ABOUT_DAY } else { unit::ABOUT_DATE };
        let date = if self.approximate { about.fill(lang, &[&date]) } else { date };
        if self.uncertain { unit::UNCERTAIN.fill(lang, &[&date]) } else { date }
    }
}

fn single(at: Partial, lang: Lang) -> String {
    let year = at.start.year().to_string();
    match at.precision {
        Precision::Year => year,
        Precision::Month => unit::WITH_YEAR.fill(lang, &[&month(at, lang), &year]),
        Precision::Day => unit::WITH_YEAR.fill(lang, &[&day_month(at, lang), &year]),
        Precision::Minute | Precision::Second => {
            let day = unit::WITH_YEAR.fill(lang, &[&day_month(at, lang), &year]);
            unit::WITH_TIME.fill(lang, &[&day, &time(at, lang)])
        }
    }
}

fn month(at: Partial, lang: Lang) -> &'static str {
    // the calendar has no thirteenth month
    unit::MONTHS.get(at.start.month0() as usize).map_or("", |name| name.get(lang))
}

fn day(at: Partial, lang: Lang) -> String {
    match at.start.day() {
        1 => unit::FIRST_DAY.get(lang).to_owned(),
        day => day.to_string(),
    }
}

fn day_month(at: Partial, lang: Lang) -> String {
    unit::DAY_MONTH.fill(lang, &[&day(at, lang), &month(at, lang)])
}

fn time(at: Partial, lang: Lang) -> String {
    let clock = match at.precision {
        Precision::Second => at.start.format("%H:%M:%S").to_string(),
        _ => format!("{:02}:{:02}", at.start.hour(), at.start.minute()),
    };
    match at.offset {
        None => clock,
        Some(offset) => unit::WITH_OFFSET.fill(lang, &[&clock, &zone(offset, lang)]),
    }
}

fn zone(offset: FixedOffset, lang: Lang) -> String {
    if offset.local_minus_utc() == 0 { unit::UTC.get(lang).to_owned() } else { offset.to_string() }
}

type End = (Option<Partial>, Qualifiers);

fn range(from: End, to: End, lang: Lang) -> String {
    match (from, to) {
        ((Some(a), am), (Some(b), bm)) if am == bm => am.around(joined(a, b, lang), a, lang),
        ((Some(a), am), (Some(b), bm)) => {
            unit::RANGE_WIDE.fill(lang, &[&am.around(single(a, lang), a, lang), &bm.around(single(b, lang), b, lang)])
        }
        ((Some(a), qualifiers), (None, _)) => bounded(a, qualifiers, lang, from_phrase(a, lang)),
        ((None, _), (Some(b), qualifiers)) => {
            let phrase = if b.precision >= Precision::Day { unit::BY_DAY } else { unit::BY_SPAN };
            bounded(b, qualifiers, lang, phrase)
        }
        ((None, _), (None, _)) => unit::DATE_UNKNOWN.get(lang).to_owned(),
    }
}

fn from_phrase(at: Partial, lang: Lang) -> Phrase {
    match at.precision {
        Precision::Month if month(at, lang).starts_with(['a', 'o']) => unit::FROM_VOWEL,
        Precision::Year | Precision::Month => unit::FROM_SPAN,
        _ => unit::FROM_DAY,
    }
}

/// An open interval; its qualifiers follow the date, where "at the latest about" would not read.
fn bounded(at: Partial, qualifiers: Qualifiers, lang: Lang, phrase: Phrase) -> String {
    let date = if qualifiers.none() || !qualifiers.approximate {
        single(at, lang)
    } else {
        unit::ABOUT.fill(lang, &[&single(at, lang)])
    };
    let date = phrase.fill(lang, &[&date]);
    if qualifiers.uncertain { unit::UNCERTAIN.fill(lang, &[&date]) } else { date }
}

/// Two dates with what they share said once.
fn joined(a: Partial, b: Partial, lang: Lang) -> String {
    let year = a.start.year();
    let same_year = year == b.start.year();
    let same_month = same_year && a.start.month() == b.start.month();
    let both = |precision| a.precision == precision && b.precision == precision;
    if a == b {
        single(a, lang)
    } else if both(Precision::Day) && same_month {
        let days = unit::RANGE.fill(lang, &[&day(a, lang), &day(b, lang)]);
        let days = unit::DAY_MONTH.fill(lang, &[&days, &month(a, lang)]);
        unit::WITH_YEAR.fill(lang, &[&days, &year])
    } else if both(Precision::Day) && same_year {
        let days = unit::RANGE_WIDE.fill(lang, &[&day_month(a, lang), &day_month(b, lang)]);
        unit::WITH_YEAR.fill(lang, &[&days, &year])
    } else if both(Precision::Month) && same_year {
        let months = unit::RANGE.fill(lang, &[&month(a, lang), &month(b, lang)]);
        unit::WITH_YEAR.fill(lang, &[&months, &year])
    } else if both(Precision::Year) {
        unit::RANGE.fill(lang, &[&single(a, lang), &single(b, lang)])
    } else {
        unit::RANGE_WIDE.fill(lang, &[&single(a, lang), &single(b, lang)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (String, String) {
        let when: When = text.parse().unwrap();
        (full(&when, Lang::En), full(&when, Lang::Fr))
    }

    fn reads(text: &str, en: &str, fr: &str) {
        assert_eq!(said(text), (en.to_owned(), fr.to_owned()), "{text}");
    }

    #[test]
    fn a_date_reads_as_precisely_as_it_was_written() {
        reads("2025-07-12", "12 July 2025", "12 juillet 2025");
        reads("2025-07", "July 2025", "juillet 2025");
        reads("2025", "2025", "2025");
        reads("2025-08-01", "1 August 2025", "1er août 2025");
        reads("unknown", "date unknown", "date inconnue");
    }

    #[test]
    fn a_time_keeps_its_offset_as_written() {
        reads("2025-03-10T09:30", "10 March 2025, 09:30", "10 mars 2025 à 09:30");
        reads("2025-03-10T09:30+01:00", "10 March 2025, 09:30 +01:00", "10 mars 2025 à 09:30 +01:00");
        reads("2025-03-10T09:30:15Z", "10 March 2025, 09:30:15 UTC", "10 mars 2025 à 09:30:15 UTC");
    }

    #[test]
    fn an_interval_says_once_what_its_ends_share() {
        reads("2025-03-02/2025-03-09", "2–9 March 2025", "2–9 mars 2025");
        reads("2025-03-01/2025-03-09", "1–9 March 2025", "1er–9 mars 2025");
        reads("2024-02-06/2024-03-05", "6 February – 5 March 2024", "6 février – 5 mars 2024");
        reads("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025", "30 décembre 2024 – 2 janvier 2025");
        reads("2021-02/2021-05", "February–May 2021", "février–mai 2021");
        reads("2023/2024", "2023–2024", "2023–2024");
        reads("2024/2024-03-05", "2024 – 5 March 2024", "2024 – 5 mars 2024");
    }

    #[test]
    fn an_open_interval_says_which_end_is_known() {
        reads("../2025-07-23", "by 23 July 2025", "au plus tard le 23 juillet 2025");
        reads("../2025-07", "by July 2025", "au plus tard en juillet 2025");
        reads("2025-07-22/..", "from 22 July 2025", "à partir du 22 juillet 2025");
        reads("2025-10/..", "from October 2025", "à partir d'octobre 2025");
        reads("2025-07/..", "from July 2025", "à partir de juillet 2025");
        reads("2025/..", "from 2025", "à partir de 2025");
    }

    #[test]
    fn a_short_date_keeps_the_known_end() {
        let said = |text| short(text, Glyphs::Unicode);
        assert_eq!(said("2024-02-06/2024-03-05"), "2024-02-06…");
        assert_eq!(said("../2025-07-23"), "≤2025-07-23");
        assert_eq!(said("2025-07-22/.."), "≥2025-07-22");
        assert_eq!(said("2025-07-12T09:30+02:00"), "2025-07-12");
        assert_eq!((said("2025-07?"), said("unknown"), said("../..")), ("2025-07?".into(), "?".into(), "?".into()));
    }

    #[test]
    fn qualifiers_stay_with_the_end_that_bears_them() {
        reads("2024-03~", "about March 2024", "vers mars 2024");
        reads("2024-03-05~", "about 5 March 2024", "vers le 5 mars 2024");
        reads("2024-03?", "March 2024 (uncertain)", "mars 2024 (incertain)");
        reads("2024-03%", "about March 2024 (uncertain)", "vers mars 2024 (incertain)");
        reads("2024-03~/2024-05", "about March 2024 – May 2024", "vers mars 2024 – mai 2024");
        reads("../2025-07-23?", "by 23 July 2025 (uncertain)", "au plus tard le 23 juillet 2025 (incertain)");
    }
}
