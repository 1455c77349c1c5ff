//! Half-open spans of time in UTC, the gaps between them, and answers with three values.
//! It knows nothing of how a date is written; `when` does.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A half-open span of time `[earliest, latest)` in UTC; `None` is an open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The first instant that it may be; `None` if the start is unknown.
    pub earliest: Option<DateTime<Utc>>,
    /// The first instant after it; `None` if the end is unknown.
    pub latest: Option<DateTime<Utc>>,
}

impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let second = |end: Option<DateTime<Utc>>| end.map(|end| end.timestamp());
        (second(self.earliest), second(self.latest)).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Interval {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Interval, D::Error> {
        let ends = <(Option<i64>, Option<i64>)>::deserialize(deserializer)?;
        let instant = |second: Option<i64>| {
            let unknown = || serde::de::Error::custom("no such second");
            second.map(|second| DateTime::from_timestamp(second, 0).ok_or_else(unknown)).transpose()
        };
        Ok(Interval { earliest: instant(ends.0)?, latest: instant(ends.1)? })
    }
}

/// An answer about intervals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// True whatever instants the intervals stand for.
    Yes,
    /// False whatever instants the intervals stand for.
    No,
    /// True for some instants and false for others.
    Undecided,
}

impl Interval {
    /// The interval of which nothing is known.
    pub const UNKNOWN: Interval = Interval { earliest: None, latest: None };

    /// Whether nothing is known of it.
    pub fn is_unknown(self) -> bool {
        self == Interval::UNKNOWN
    }

    /// The smallest interval that holds both.
    pub fn hull(self, other: Interval) -> Interval {
        Interval {
            earliest: self.earliest.zip(other.earliest).map(|(a, b)| a.min(b)),
            latest: self.latest.zip(other.latest).map(|(a, b)| a.max(b)),
        }
    }

    /// Whether some instant may be in both.
    pub fn overlaps(self, other: Interval) -> bool {
        let starts_before_end = |a: Interval, b: Interval| match (a.earliest, b.latest) {
            (Some(start), Some(end)) => start < end,
            _ => true,
        };
        starts_before_end(self, other) && starts_before_end(other, self)
    }

    /// Whether it lies before another.
    pub fn is_before(self, other: Interval) -> Answer {
        let gap = Gap::between(self, other);
        match (gap.min, gap.max) {
            (Some(min), _) if min >= TimeDelta::zero() => Answer::Yes,
            (_, Some(max)) if max <= TimeDelta::zero() => Answer::No,
            _ => Answer::Undecided,
        }
    }

    /// Where it stands in a sorted list: by its start, else by its end; unknown comes last.
    pub fn sort_key(self) -> (DateTime<Utc>, DateTime<Utc>) {
        let far = DateTime::<Utc>::MAX_UTC;
        (self.earliest.or(self.latest).unwrap_or(far), self.latest.unwrap_or(far))
    }
}

/// How long from one interval to another, from the least to the most it may be; `None` is open. It may be negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Gap {
    /// The least it may be.
    pub min: Option<TimeDelta>,
    /// The most it may be.
    pub max: Option<TimeDelta>,
}

impl Gap {
    /// The gap from `a` to `b`: `[b.earliest − a.latest, b.latest − a.earliest]`.
    pub fn between(a: Interval, b: Interval) -> Gap {
        Gap { min: b.earliest.zip(a.latest).map(|(b, a)| b - a), max: b.latest.zip(a.earliest).map(|(b, a)| b - a) }
    }

    /// Whether nothing is known of it.
    pub fn is_unknown(self) -> bool {
        self.min.is_none() && self.max.is_none()
    }

    /// The least in hours.
    pub fn min_hours(self) -> Option<f64> {
        self.min.map(hours)
    }

    /// The most in hours.
    pub fn max_hours(self) -> Option<f64> {
        self.max.map(hours)
    }

    /// Whether it is certainly no longer than a duration, certainly longer, or neither.
    pub fn is_within(self, limit: TimeDelta) -> Answer {
        match (self.min, self.max) {
            (_, Some(max)) if max <= limit => Answer::Yes,
            (Some(min), _) if min > limit => Answer::No,
            _ => Answer::Undecided,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "ten thousand years are fewer than 2^52 seconds")]
fn hours(delta: TimeDelta) -> f64 {
    delta.num_seconds() as f64 / 3600.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> Interval {
        let at = |d: u32| DateTime::from_timestamp(i64::from(d) * 86_400, 0);
        Interval { earliest: at(d), latest: at(d + 1) }
    }

    #[test]
    fn two_days_three_apart_are_between_48_and_96_hours_apart() {
        let gap = Gap::between(day(1), day(4));
        assert_eq!((gap.min_hours(), gap.max_hours()), (Some(48.0), Some(96.0)));
        assert_eq!(gap.is_within(TimeDelta::hours(72)), Answer::Undecided);
        assert_eq!(gap.is_within(TimeDelta::hours(96)), Answer::Yes);
        assert_eq!(gap.is_within(TimeDelta::hours(47)), Answer::No);
    }

    #[test]
    fn a_gap_to_an_open_start_has_no_least() {
        let by = Interval { earliest: None, ..day(9) };
        let gap = Gap::between(day(1), by);
        assert_eq!((gap.min, gap.max_hours()), (None, Some(216.0)));
    }

    #[test]
    fn a_gap_backwards_is_negative() {
        assert_eq!(Gap::between(day(4), day(1)).max_hours(), Some(-48.0));
    }

    #[test]
    fn order_is_undecided_where_intervals_overlap() {
        assert_eq!(day(1).is_before(day(1)), Answer::Undecided);
        assert_eq!(day(1).is_before(day(2)), Answer::Yes);
        assert_eq!(day(3).is_before(day(2)), Answer::No);
        assert!(!day(1).overlaps(day(2)));
    }
}
