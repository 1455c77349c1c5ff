//! Dates as they are written in a query: a year, a month, a day or a time, as records write them.
//! It knows no milestone.

use super::compare::{Compare, Ends, Extent};
use crate::record::Interval;
use crate::record::interval::Answer;
use crate::record::when::{Span, When};
use chrono_tz::Tz;
use std::fmt;

/// More than any clock differs from UTC, in seconds.
const FARTHEST: i64 = 86_400;

/// A year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year(pub i32);

impl Year {
    /// Reads a year of four digits.
    pub fn read(text: &str) -> Option<Year> {
        let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|year| digits && *year > 0).map(Year)
    }
}

impl Extent for Year {
    fn ends(&self) -> (i64, i64) {
        (self.0.into(), self.0.into())
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// A date of some precision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    when: When,
    /// Its first and last second in UTC.
    utc: (i64, i64),
}

impl Day {
    /// Reads a date as records write a single one, neither uncertain nor approximate.
    pub fn read(text: &str) -> Option<Day> {
        let when: When = text.parse().ok()?;
        let single = matches!(when.span(), Span::Single(_)) && !when.is_uncertain() && !when.is_approximate();
        let utc = seconds(when.interval(Tz::UTC));
        single.then_some(())?;
        Some(Day { utc: utc.first.zip(utc.last)?, when })
    }
}

/// Whether what an interval stands for passes, in a record's time zone.
pub fn answer(compare: &Compare<Day>, interval: Interval, zone: Tz) -> Answer {
    let asked = seconds(interval);
    let utc = compare.ends(Day::ends, Day::ends);
    // far from the ends the zone does not matter, and finding its offset takes time
    let moved = |ends: Ends, by: i64| Ends { first: ends.first.map(|at| at - by), last: ends.last.map(|at| at + by) };
    if moved(utc, -FARTHEST).hold(asked) == Answer::Yes {
        return Answer::Yes;
    }
    if moved(utc, FARTHEST).hold(asked) == Answer::No {
        return Answer::No;
    }
    let local = |day: &Day| {
        let ends = seconds(day.when.interval(zone));
        (ends.first.unwrap_or(day.utc.0), ends.last.unwrap_or(day.utc.1))
    };
    compare.ends(local, local).hold(asked)
}

/// The first and the last second of an interval.
fn seconds(interval: Interval) -> Ends {
    Ends { first: interval.earliest.map(|at| at.timestamp()), last: interval.latest.map(|after| after.timestamp() - 1) }
}

impl Extent for Day {
    fn ends(&self) -> (i64, i64) {
        self.utc
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.when.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(compare: &Compare<Day>, date: &str) -> Answer {
        answer(compare, date.parse::<When>().unwrap().interval(Tz::Europe__Paris), Tz::Europe__Paris)
    }

    #[test]
    fn dates_are_compared_where_the_record_is() {
        let day = |text: &str| Day::read(text).unwrap();
        assert_eq!(told(&Compare::From(day("2025")), "2025-01-01"), Answer::Yes);
        assert_eq!(told(&Compare::Is(day("2024")), "2024-12-31"), Answer::Yes);
        assert_eq!(told(&Compare::Over(day("2024")), "2024-12-31"), Answer::No);
        assert_eq!(told(&Compare::Is(day("2025-03")), "2025"), Answer::Undecided);
        assert_eq!(told(&Compare::UpTo(day("2025-03")), "../2025-03"), Answer::Yes);
        assert_eq!(told(&Compare::Under(day("2025-03")), "../2025-03"), Answer::Undecided);
        assert_eq!(told(&Compare::Between(Some(day("2024")), None), "unknown"), Answer::Undecided);
        for text in ["2024?", "2024~", "2024/2025", "unknown", "24", "2024-13", ""] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }
}
