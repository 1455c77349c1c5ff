//! A date as a record writes it: the subset of EDTF (ISO 8601-2, levels 0 and 1) of the format, kept to the letter.
//! It does not word dates for readers; `view::wording` does.

use super::interval::Interval;
use chrono::{
    DateTime, Datelike, FixedOffset, LocalResult, Months, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;
use std::fmt;
use std::str::FromStr;

/// A date as written, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct When {
    text: String,
    span: Span,
    uncertain: bool,
    approximate: bool,
}

/// The shape of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// `unknown`.
    Unknown,
    /// One date of some precision.
    Single(Partial),
    /// From one date to another; `None` is an open end.
    Range(Option<Partial>, Option<Partial>),
}

/// A date or time known to some precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Partial {
    /// Its first instant, as clocks show it where it was written.
    pub start: NaiveDateTime,
    /// How precise it is.
    pub precision: Precision,
    /// The offset from UTC that was written with it.
    pub offset: Option<FixedOffset>,
}

/// How precise a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A minute.
    Minute,
    /// A second.
    Second,
}

/// Why a text is no date of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum Error {
    /// It has not the shape of a date.
    #[error("not a date of the format")]
    Shape,
    /// It has the shape of a date, but no calendar holds it.
    #[error("no such date")]
    Impossible,
    /// An interval ends before it starts.
    #[error("an interval that ends before it starts")]
    Backwards,
}

impl When {
    /// The date as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The shape of the date.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether it is marked uncertain (`?` or `%`).
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Whether it is marked approximate (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// The instants that it may stand for; parts without an offset are read in `zone`.
    pub fn interval(&self, zone: Tz) -> Interval {
        match self.span {
            Span::Unknown => Interval::UNKNOWN,
            Span::Single(at) => at.interval(zone),
            Span::Range(from, to) => {
                Interval { earliest: from.map(|at| at.first(zone)), latest: to.map(|at| at.after(zone)) }
            }
        }
    }
}

impl Partial {
    /// A whole day, without an offset of its own.
    pub fn day(date: NaiveDate) -> Partial {
        Partial { start: date.and_time(chrono::NaiveTime::MIN), precision: Precision::Day, offset: None }
    }

    /// The instants that it may stand for; without an offset it is read in `zone`.
    pub fn interval(self, zone: Tz) -> Interval {
        Interval { earliest: Some(self.first(zone)), latest: Some(self.after(zone)) }
    }

    /// The first clock reading after it.
    pub fn end(self) -> NaiveDateTime {
        let next = match self.precision {
            Precision::Year => self.start.checked_add_months(Months::new(12)),
            Precision::Month => self.start.checked_add_months(Months::new(1)),
            Precision::Day => self.start.checked_add_signed(TimeDelta::days(1)),
            Precision::Minute => self.start.checked_add_signed(TimeDelta::minutes(1)),
            Precision::Second => self.start.checked_add_signed(TimeDelta::seconds(1)),
        };
        next.unwrap_or(NaiveDateTime::MAX)
    }

    fn first(self, zone: Tz) -> DateTime<Utc> {
        self.instant(self.start, zone, LocalResult::earliest)
    }

    fn after(self, zone: Tz) -> DateTime<Utc> {
        self.instant(self.end(), zone, LocalResult::latest)
    }

    /// A clock reading as an instant. A reading that the clocks skip is reckoned as if they had not yet been put forward.
    fn instant(
        self,
        local: NaiveDateTime,
        zone: Tz,
        pick: fn(LocalResult<DateTime<Utc>>) -> Option<DateTime<Utc>>,
    ) -> DateTime<Utc> {
        if let Some(offset) = self.offset {
            return (local - offset).and_utc();
        }
        let read = zone.from_local_datetime(&local).map(|at| at.with_timezone(&Utc));
        pick(read).unwrap_or_else(|| {
            let day_before = local - TimeDelta::days(1);
            let offset = zone.offset_from_utc_datetime(&day_before).fix();
            (local - offset).and_utc()
        })
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for When {
    type Err = Error;

    fn from_str(text: &str) -> Result<When, Error> {
        let whole = When { text: text.to_owned(), span: Span::Unknown, uncertain: false, approximate: false };
        if text == "unknown" {
            return Ok(whole);
        }
        let Some((from, to)) = text.split_once('/') else {
            let (at, uncertain, approximate) = qualified(text)?;
            return Ok(When { span: Span::Single(at), uncertain, approximate, ..whole });
        };
        let end = |part: &str| match part {
            "" | ".." => Ok((None, false, false)),
            part => qualified(part).map(|(at, uncertain, approximate)| (Some(at), uncertain, approximate)),
        };
        let ((from, u1, a1), (to, u2, a2)) = (end(from)?, end(to)?);
        let span = match (from, to) {
            (None, None) => return Err(Error::Shape),
            (Some(a), Some(b)) if b.after(Tz::UTC) <= a.first(Tz::UTC) => return Err(Error::Backwards),
            ends => Span::Range(ends.0, ends.1),
        };
        Ok(When { span, uncertain: u1 || u2, approximate: a1 || a2, ..whole })
    }
}

/// Reads one date with its mark, as (date, uncertain, approximate).
fn qualified(text: &str) -> Result<(Partial, bool, bool), Error> {
    let (date, uncertain, approximate) = match text.as_bytes().last() {
        Some(b'?') => (&text[..text.len() - 1], true, false),
        Some(b'~') => (&text[..text.len() - 1], false, true),
        Some(b'%') => (&text[..text.len() - 1], true, true),
        _ => (text, false, false),
    };
    Ok((partial(date)?, uncertain, approximate))
}

fn partial(text: &str) -> Result<Partial, Error> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let year = digits(parts.next().unwrap_or_default(), 4)?;
    let month = parts.next().map(part).transpose()?;
    let day = parts.next().map(part).transpose()?;
    if parts.next().is_some() {
        return Err(Error::Shape);
    }
    let (month, day) = match (month.flatten(), day) {
        (None, Some(Some(_))) => return Err(Error::Shape),
        (month, day) => (month, day.flatten()),
    };
    let start = NaiveDate::from_ymd_opt(
        i32::try_from(year).map_err(|_| Error::Impossible)?,
        month.unwrap_or(1),
        day.unwrap_or(1),
    )
    .filter(|date| date.year() >= 1)
    .ok_or(Error::Impossible)?
    .and_time(chrono::NaiveTime::MIN);
    let precision = match (month, day) {
        (None, _) => Precision::Year,
        (Some(_), None) => Precision::Month,
        (Some(_), Some(_)) => Precision::Day,
    };
    match time {
        None => Ok(Partial { start, precision, offset: None }),
        Some(time) if precision == Precision::Day => clock(start, time),
        Some(_) => Err(Error::Shape),
    }
}

/// A month or a day; `XX` is one that was left open.
fn part(text: &str) -> Result<Option<u32>, Error> {
    if text == "XX" { Ok(None) } else { digits(text, 2).map(Some) }
}

fn digits(text: &str, count: usize) -> Result<u32, Error> {
    if text.len() != count || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Error::Shape);
    }
    text.parse().map_err(|_| Error::Shape)
}

fn clock(day: NaiveDateTime, text: &str) -> Result<Partial, Error> {
    let (time, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => (&text[..at], Some(offset(&text[at..])?)),
        None => (text, None),
    };
    let mut parts = time.split(':');
    let hour = digits(parts.next().unwrap_or_default(), 2)?;
    let minute = digits(parts.next().unwrap_or_default(), 2)?;
    let second = parts.next().map(|s| digits(s, 2)).transpose()?;
    if parts.next().is_some() {
        return Err(Error::Shape);
    }
    let precision = if second.is_some() { Precision::Second } else { Precision::Minute };
    let start = day.date().and_hms_opt(hour, minute, second.unwrap_or(0)).ok_or(Error::Impossible)?;
    Ok(Partial { start, precision, offset })
}

fn offset(text: &str) -> Result<FixedOffset, Error> {
    if text == "Z" {
        return Ok(Utc.fix());
    }
    let (hours, minutes) = text[1..].split_once(':').ok_or(Error::Shape)?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    if hours > 23 || minutes > 59 {
        return Err(Error::Impossible);
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).map_err(|_| Error::Impossible)?;
    let signed = if text.starts_with('-') { -seconds } else { seconds };
    FixedOffset::east_opt(signed).ok_or(Error::Impossible)
}

impl<'de> serde::Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<When, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = When;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a date")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<When, E> {
                text.parse().map_err(E::custom)
            }
            fn visit_u64<E: serde::de::Error>(self, year: u64) -> Result<When, E> {
                // unpadded: `5` is no year, and a text must stay as it was written
                self.visit_str(&year.to_string())
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl serde::Serialize for When {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl schemars::JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A date as an interval (EDTF): 2024, 2024-03, 2024-03-05, 2024-03-05T09:30+01:00, A/B, ../B, A/.., unknown; a trailing ? ~ % marks it uncertain, approximate, both.",
            "type": ["string", "integer"],
            "format": "edtf"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(text: &str, zone: Tz) -> (String, String) {
        let when: When = text.parse().unwrap();
        let i = when.interval(zone);
        let show = |t: Option<DateTime<Utc>>| t.map_or("..".into(), |t| t.format("%Y-%m-%dT%H:%M:%S").to_string());
        (show(i.earliest), show(i.latest))
    }

    #[test]
    fn a_month_is_all_of_the_month() {
        assert_eq!(hours("2024-02", Tz::UTC), ("2024-02-01T00:00:00".into(), "2024-03-01T00:00:00".into()));
        assert_eq!(hours("2024-02-XX", Tz::UTC), hours("2024-02", Tz::UTC));
        assert_eq!(hours("2024-XX", Tz::UTC), hours("2024", Tz::UTC));
        assert_eq!(hours("2024-XX-XX", Tz::UTC), hours("2024", Tz::UTC));
    }

    #[test]
    fn a_day_of_summer_time_change_has_23_or_25_hours() {
        let zone = Tz::Europe__Paris;
        assert_eq!(hours("2025-03-30", zone), ("2025-03-29T23:00:00".into(), "2025-03-30T22:00:00".into()));
        assert_eq!(hours("2025-10-26", zone), ("2025-10-25T22:00:00".into(), "2025-10-26T23:00:00".into()));
    }

    #[test]
    fn a_reading_that_occurs_twice_is_both_and_a_skipped_one_is_reckoned_from_before() {
        let zone = Tz::Europe__Paris;
        assert_eq!(hours("2025-10-26T02:30", zone), ("2025-10-26T00:30:00".into(), "2025-10-26T01:31:00".into()));
        assert_eq!(hours("2025-03-30T02:30", zone), ("2025-03-30T01:30:00".into(), "2025-03-30T01:31:00".into()));
        // midnight itself is skipped here
        assert_eq!(hours("2018-11-04", Tz::America__Sao_Paulo).0, "2018-11-04T03:00:00");
    }

    #[test]
    fn an_offset_outweighs_the_zone() {
        assert_eq!(hours("2025-07-12T09:30+02:00", Tz::Asia__Tokyo).0, "2025-07-12T07:30:00");
        assert_eq!(hours("2025-07-12T09:30:15Z", Tz::Asia__Tokyo).1, "2025-07-12T09:30:16");
    }

    #[test]
    fn open_ends_stay_open() {
        assert_eq!(hours("../2025-07-23", Tz::UTC), ("..".into(), "2025-07-24T00:00:00".into()));
        assert_eq!(hours("/2025-07-23", Tz::UTC), hours("../2025-07-23", Tz::UTC));
        assert_eq!(hours("2025-07-22/..", Tz::UTC), ("2025-07-22T00:00:00".into(), "..".into()));
        assert_eq!(hours("unknown", Tz::UTC), ("..".into(), "..".into()));
    }

    #[test]
    fn marks_are_read() {
        let when: When = "2024-03%".parse().unwrap();
        assert!(when.is_uncertain() && when.is_approximate());
        let when: When = "2024-03?/2024-04~".parse().unwrap();
        assert!(when.is_uncertain() && when.is_approximate());
    }

    #[test]
    fn what_is_no_date_says_why() {
        for text in [
            "",
            "24",
            "2024-3",
            "2024-03-5",
            " 2024",
            "+2024-01-01",
            "2024-03-05 09:30",
            "2024-XX-05",
            "2024T10:00",
            "a",
            "2024-03-05T9:30",
            "2024-03-05T09",
            "../..",
            "/",
            "?",
            "2024-03-05-06",
            "20é4",
            "2024-03-05T09:30+0100",
        ] {
            assert_eq!(text.parse::<When>(), Err(Error::Shape), "{text:?}");
        }
        for text in ["0000", "2024-13", "2023-02-29", "2024-03-05T24:00", "2024-03-05T09:30+24:00"] {
            assert_eq!(text.parse::<When>(), Err(Error::Impossible), "{text:?}");
        }
        assert_eq!("2024-03/2024-02".parse::<When>(), Err(Error::Backwards));
        assert!("2024/2024-03".parse::<When>().is_ok());
    }
}
