//! The dates of VERIS: partial dates, and durations by unit, as intervals.
//! It does not know which milestone they are of.

use super::super::json::{field, text};
use crate::record::{Interval, When};
use chrono::{DateTime, Datelike, Months, NaiveDate, TimeDelta, Utc};
use serde_json::Value;
use std::fmt;

/// How long something took, as VERIS says it; what never came, does not apply or is not known stay apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Duration {
    /// So many of a unit; without a number, from one to the next larger unit.
    Of(Unit, Option<u32>),
    /// It never came.
    Never,
    /// It does not apply.
    NotApplicable,
    /// It is stated to be unknown.
    Unknown,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// The units with their words and the next larger one.
const UNITS: [(&str, Unit, Option<Unit>); 7] = [
    ("Seconds", Unit::Seconds, Some(Unit::Minutes)),
    ("Minutes", Unit::Minutes, Some(Unit::Hours)),
    ("Hours", Unit::Hours, Some(Unit::Days)),
    ("Days", Unit::Days, Some(Unit::Weeks)),
    ("Weeks", Unit::Weeks, Some(Unit::Months)),
    ("Months", Unit::Months, Some(Unit::Years)),
    ("Years", Unit::Years, None),
];

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Duration::Of(unit, None) => write!(f, "{unit:?}"),
            Duration::Of(unit, Some(n)) => write!(f, "{n} {unit:?}"),
            Duration::Never => f.write_str("Never"),
            Duration::NotApplicable => f.write_str("NA"),
            Duration::Unknown => f.write_str("Unknown"),
        }
    }
}

/// Reads a duration; `None` if it is none.
pub fn read(value: &Value) -> Option<Duration> {
    let word = text(value, "unit").trim();
    match word {
        "Never" => return Some(Duration::Never),
        "NA" => return Some(Duration::NotApplicable),
        "Unknown" => return Some(Duration::Unknown),
        _ => {}
    }
    let (_, unit, _) = UNITS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(word))?;
    let number = match field(value, "value") {
        None | Some(Value::Null) => None,
        // a fraction of a unit is no number of units
        Some(value) => value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0),
    };
    Some(Duration::Of(*unit, number))
}

/// A date with a year, perhaps a month, perhaps a day.
pub fn partial(value: &Value) -> Option<When> {
    let number = |name: &str| {
        let field = field(value, name)?;
        field.as_u64().or_else(|| field.as_str()?.trim().parse().ok()).filter(|n| *n > 0)
    };
    let year = number("year")?;
    let date = match (number("month"), number("day")) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    };
    date.parse().ok()
}

/// The time from the start of an interval on, without an end.
pub fn since(interval: Interval) -> Interval {
    Interval { earliest: interval.earliest, latest: None }
}

impl Duration {
    /// When something is that comes so long after an interval, in whole days, as a date and as an interval.
    ///
    /// `None` if it never came or does not apply; a date that is not known has no interval.
    pub fn after(&self, from: Interval) -> Option<(When, Option<Interval>)> {
        let (unit, number) = match self {
            Duration::Of(unit, number) => (*unit, *number),
            Duration::Unknown => return Some(("unknown".parse().ok()?, None)),
            Duration::Never | Duration::NotApplicable => return None,
        };
        let next = UNITS.iter().find(|(_, known, _)| *known == unit)?.2;
        let earliest = from.earliest.and_then(|at| later(at, unit, number.unwrap_or(1)));
        let latest = match number {
            Some(n) => from.latest.and_then(|at| later(at, unit, n)),
            None => next.and_then(|next| later(from.latest?, next, 1)),
        };
        let interval = Interval { earliest, latest };
        Some((days(interval)?, Some(interval)))
    }
}

fn later(at: DateTime<Utc>, unit: Unit, n: u32) -> Option<DateTime<Utc>> {
    let long = match unit {
        Unit::Seconds => TimeDelta::try_seconds(n.into())?,
        Unit::Minutes => TimeDelta::try_minutes(n.into())?,
        Unit::Hours => TimeDelta::try_hours(n.into())?,
        Unit::Days => TimeDelta::try_days(n.into())?,
        Unit::Weeks => TimeDelta::try_weeks(n.into())?,
        Unit::Months => return at.checked_add_months(Months::new(n)),
        Unit::Years => return at.checked_add_months(Months::new(n.checked_mul(12)?)),
    };
    at.checked_add_signed(long)
}

/// An interval as whole days, from the first that it touches to the last.
fn days(interval: Interval) -> Option<When> {
    let first = interval.earliest.map(|at| at.date_naive());
    let last = interval.latest.and_then(|at| Some(at.checked_sub_signed(TimeDelta::seconds(1))?.date_naive()));
    let writes = |day: NaiveDate| (1..=9999).contains(&day.year());
    let text = match (first.filter(|day| writes(*day)), last.filter(|day| writes(*day))) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}/{last}"),
        (Some(first), None) => format!("{first}/.."),
        (None, Some(last)) => format!("../{last}"),
        (None, None) => "unknown".to_owned(),
    };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn after(from: &str, duration: &Value, expected: &str) {
        let from = from.parse::<When>().unwrap().interval(chrono_tz::Tz::UTC);
        let (when, _) = read(duration).unwrap().after(from).unwrap();
        assert_eq!(when.text(), expected, "{duration}");
    }

    #[test]
    fn a_unit_with_a_number_moves_the_interval() {
        after("2022-10-06", &json!({"unit": "Days", "value": 4}), "2022-10-10");
        after("2022-10", &json!({"unit": "Months", "value": 5}), "2023-03-01/2023-03-31");
        after("2020-06-13", &json!({"unit": "Hours", "value": 8}), "2020-06-13/2020-06-14");
        after("2020-01-31", &json!({"unit": "Weeks", "value": 6}), "2020-03-13");
    }

    #[test]
    fn a_unit_without_a_number_reaches_to_the_next_unit() {
        after("2022-10-06", &json!({"unit": "Days"}), "2022-10-07/2022-10-13");
        after("2013", &json!({"unit": "Minutes"}), "2013-01-01/2014-01-01");
        after("2013-06-01", &json!({"unit": "Years"}), "2014-06-01/..");
    }

    #[test]
    fn never_not_applicable_and_unknown_stay_three_answers() {
        let read = |unit: &str| read(&json!({ "unit": unit })).unwrap();
        assert_eq!(
            (read("Never"), read("NA"), read("Unknown")),
            (Duration::Never, Duration::NotApplicable, Duration::Unknown)
        );
        assert_eq!(read("Never").after(Interval::UNKNOWN), None);
        assert_eq!(read("NA").after(Interval::UNKNOWN), None);
        assert_eq!(read("Unknown").after(Interval::UNKNOWN).unwrap().0.text(), "unknown");
        assert_eq!(super::read(&json!({"unit": "Fortnights"})), None);
    }

    #[test]
    fn a_partial_date_stays_as_coarse_as_it_is() {
        let read = |value: Value| partial(&value).map(|when| when.text().to_owned());
        assert_eq!(read(json!({"year": 2013})).as_deref(), Some("2013"));
        assert_eq!(read(json!({"year": 2013, "month": 6})).as_deref(), Some("2013-06"));
        assert_eq!(read(json!({"year": 2013, "month": 6, "day": 9})).as_deref(), Some("2013-06-09"));
        assert_eq!(read(json!({"year": 2013, "month": 2, "day": 30})), None);
        assert_eq!(read(json!({})), None);
    }
}
