//! How long a law allows, in the unit in which it says so, and whether what was done came within it.
//! It knows weekends but no public holidays: where those could decide, nothing is decided.

use crate::record::interval::{Answer, Gap, Interval};
use crate::record::when::Partial;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;

/// How long a law allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// So many hours, to the second.
    Hours(u32),
    /// So many days after the day of the start, to the end of the last.
    Days(u32),
    /// So many months after the day of the start, to the end of the day of the same number, else of the month.
    Months(u32),
    /// So many days after the day of the start that are neither Saturday, Sunday nor a holiday.
    BusinessDays(u32),
}

/// The holidays that no calendar of working days exceeds in a few of them, in days of two weeks.
const HOLIDAYS: u64 = 14;

impl Limit {
    /// Its unit in outputs.
    pub fn unit(self) -> &'static str {
        match self {
            Limit::Hours(_) => "hours",
            Limit::Days(_) => "days",
            Limit::Months(_) => "months",
            Limit::BusinessDays(_) => "business_days",
        }
    }

    /// Its number in that unit.
    pub fn number(self) -> u32 {
        match self {
            Limit::Hours(n) | Limit::Days(n) | Limit::Months(n) | Limit::BusinessDays(n) => n,
        }
    }

    /// Whether what started in one interval certainly ended within the limit, certainly did not, or neither.
    pub fn is_kept(self, from: Interval, to: Interval, zone: Tz) -> Answer {
        if let Limit::Hours(hours) = self {
            return Gap::between(from, to).is_within(TimeDelta::hours(i64::from(hours)));
        }
        let last_start = from.latest.map(|after| after - TimeDelta::nanoseconds(1));
        let within = from.earliest.zip(to.latest).is_some_and(|(start, end)| end <= self.end(start, 0, zone));
        let extra = if matches!(self, Limit::BusinessDays(_)) { HOLIDAYS } else { 0 };
        let late = last_start.zip(to.earliest).is_some_and(|(start, end)| end >= self.end(start, extra, zone));
        match (within, late) {
            (true, _) => Answer::Yes,
            (_, true) => Answer::No,
            _ => Answer::Undecided,
        }
    }

    /// The most that it may come to, weekends and holidays counted in.
    pub fn longest(self) -> TimeDelta {
        let n = i64::from(self.number());
        match self {
            Limit::Hours(_) => TimeDelta::hours(n),
            Limit::Days(_) => TimeDelta::days(n + 1),
            Limit::Months(_) => TimeDelta::days(n * 31 + 1),
            Limit::BusinessDays(_) => TimeDelta::days(n * 2 + 14 + 1),
        }
    }

    /// The first instant after the limit of what starts at an instant, so many days later still.
    fn end(self, start: DateTime<Utc>, extra: u64, zone: Tz) -> DateTime<Utc> {
        let day = start.with_timezone(&zone).date_naive();
        let last = match self {
            Limit::Hours(hours) => return start + TimeDelta::hours(i64::from(hours)),
            Limit::Days(days) => day.checked_add_days(Days::new(days.into())),
            Limit::Months(months) => day.checked_add_months(Months::new(months)),
            Limit::BusinessDays(days) => after_workdays(day, days),
        };
        let last = last.and_then(|last| last.checked_add_days(Days::new(extra)));
        last.and_then(|last| Partial::day(last).interval(zone).latest).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}

/// The day so many days that are no weekend after another.
fn after_workdays(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    let (weeks, rest) = (u64::from(count / 5), count % 5);
    let is_work = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    // five working days are a week from wherever it is counted
    let mut day = day.checked_add_days(Days::new(weeks * 7))?;
    for _ in 0..rest {
        day = day.iter_days().skip(1).find(is_work)?;
    }
    // a week from a weekend ends on the Friday before
    while weeks > 0 && rest == 0 && !is_work(&day) {
        day = day.pred_opt()?;
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::When;
    use proptest::prelude::*;

    fn kept(limit: Limit, from: &str, to: &str) -> Answer {
        let zone = Tz::America__New_York;
        let read = |text: &str| text.parse::<When>().unwrap().interval(zone);
        limit.is_kept(read(from), read(to), zone)
    }

    #[test]
    fn days_count_from_the_day_after_to_the_end_of_the_last() {
        assert_eq!(kept(Limit::Days(60), "2025-01-01", "2025-03-02"), Answer::Yes);
        assert_eq!(kept(Limit::Days(60), "2025-01-01", "2025-03-03"), Answer::No);
        assert_eq!(kept(Limit::Days(60), "2025-01-01/2025-01-02", "2025-03-03"), Answer::Undecided);
        assert_eq!(kept(Limit::Days(60), "2025-01-01/..", "2025-03-03"), Answer::Undecided);
        assert_eq!(kept(Limit::Days(60), "2025-01-01", "../2025-02"), Answer::Yes);
    }

    #[test]
    fn a_month_ends_on_the_same_day_or_with_the_month() {
        assert_eq!(kept(Limit::Months(1), "2025-01-31", "2025-02-28"), Answer::Yes);
        assert_eq!(kept(Limit::Months(1), "2025-01-31", "2025-03-01"), Answer::No);
        assert_eq!(kept(Limit::Months(1), "2025-02-28", "2025-03-28T23:59"), Answer::Yes);
    }

    #[test]
    fn holidays_may_put_off_the_end_of_business_days() {
        // Thursday 2 January 2025; the fourth working day after it is Wednesday the 8th
        assert_eq!(kept(Limit::BusinessDays(4), "2025-01-02", "2025-01-08"), Answer::Yes);
        assert_eq!(kept(Limit::BusinessDays(4), "2025-01-02", "2025-01-09"), Answer::Undecided);
        assert_eq!(kept(Limit::BusinessDays(4), "2025-01-02", "2025-01-22"), Answer::Undecided);
        assert_eq!(kept(Limit::BusinessDays(4), "2025-01-02", "2025-01-23"), Answer::No);
    }

    #[test]
    fn hours_are_counted_across_a_change_of_the_clocks() {
        assert_eq!(kept(Limit::Hours(24), "2025-03-08T12:00", "2025-03-09T12:58"), Answer::Yes);
        assert_eq!(kept(Limit::Hours(24), "2025-03-08T12:00", "2025-03-09T13:02"), Answer::No);
    }

    proptest! {
        #[test]
        fn working_days_are_counted_as_one_by_one(day in 0u64..3000, count in 0u32..40) {
            let start = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(day);
            let mut slow = start;
            let mut left = count;
            while left > 0 {
                slow = slow.succ_opt().unwrap();
                left -= u32::from(!matches!(slow.weekday(), Weekday::Sat | Weekday::Sun));
            }
            prop_assert_eq!(after_workdays(start, count), Some(slow));
        }

        #[test]
        fn an_answer_holds_for_every_pair_of_days(a in 0u64..40, wide in 0u64..6, b in 0u64..120, long in 0u64..6, n in 0u32..60) {
            let at = |n: u64| NaiveDate::from_ymd_opt(2025, 2, 20).unwrap() + Days::new(n);
            let span = |from: u64, width: u64| format!("{}/{}", at(from), at(from + width));
            let answer = kept(Limit::Days(n), &span(a, wide), &span(b, long));
            let single: Vec<bool> = (a..=a + wide)
                .flat_map(|a| (b..=b + long).map(move |b| (a, b)))
                .map(|(a, b)| at(b) <= at(a) + Days::new(n.into()))
                .collect();
            let expected = match (single.iter().all(|kept| *kept), single.iter().any(|kept| *kept)) {
                (true, _) => Answer::Yes,
                (_, false) => Answer::No,
                _ => Answer::Undecided,
            };
            prop_assert_eq!(answer, expected);
        }
    }
}
