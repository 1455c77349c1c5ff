//! Day 0: the milestone that several incidents are aligned at, and the median time from it to the others.
//! It moves nothing and draws nothing.

use super::incident::Incident;
use super::interval::{Gap, Interval};
use super::milestone::milestones;
use super::vocabulary::EventKind;
use chrono::{DateTime, TimeDelta, Utc};
use rayon::prelude::*;

/// The milestones that incidents are aligned at, in the order in which they are offered.
pub const ANCHORS: [EventKind; 6] = [
    EventKind::Intrusion,
    EventKind::Detected,
    EventKind::Aware,
    EventKind::AuthorityNotified,
    EventKind::PersonsInformed,
    EventKind::Disclosed,
];

/// The fewest incidents that are worth a thread's while.
const LEAST: usize = 512;

/// Why an incident has no day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The record does not state the milestone.
    NotStated,
    /// The record states that its date is unknown.
    Unknown,
}

/// The milestones of an incident by kind.
pub fn dates(incident: &Incident) -> Vec<(EventKind, Interval)> {
    milestones(incident).into_iter().map(|milestone| (milestone.kind, milestone.interval)).collect()
}

/// The milestone among some that is the anchor, or why there is none.
pub fn anchor(dates: &[(EventKind, Interval)], kind: EventKind) -> Result<Interval, Missing> {
    let (_, interval) = dates.iter().find(|(stated, _)| *stated == kind).ok_or(Missing::NotStated)?;
    if interval.is_unknown() { Err(Missing::Unknown) } else { Ok(*interval) }
}

/// The instant of an anchor that stands at zero: the earliest, else the latest.
pub fn zero(anchor: Interval) -> Option<DateTime<Utc>> {
    anchor.earliest.or(anchor.latest)
}

/// The median time from the anchor to a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Median {
    /// The milestone.
    pub kind: EventKind,
    /// From the median of the least it may be to the median of the most; open where that median is.
    pub gap: Gap,
    /// How many incidents state both.
    pub of: usize,
}

/// The medians over several incidents, of every milestone that two of them state beside the anchor.
pub fn medians(all: &[&[(EventKind, Interval)]], kind: EventKind) -> Vec<Median> {
    let gaps = all.par_iter().with_min_len(LEAST).fold(Vec::new, |gaps, dates| gaps_of(gaps, dates, kind));
    let several = gaps.reduce(Vec::new, join).into_par_iter().filter(|(_, gaps)| gaps.len() > 1);
    let mut medians: Vec<Median> = several.map(|(kind, gaps)| median(kind, &gaps)).collect();
    medians.sort_by_key(|median| (median.gap.min.or(median.gap.max), median.kind));
    medians
}

/// How long after an anchor milestones were.
type Gaps = Vec<(EventKind, Vec<Gap>)>;

/// Adds those of one incident.
fn gaps_of(mut gaps: Gaps, dates: &[(EventKind, Interval)], kind: EventKind) -> Gaps {
    let Ok(from) = anchor(dates, kind) else { return gaps };
    for (to, interval) in dates.iter().filter(|(to, interval)| *to != kind && !interval.is_unknown()) {
        of_kind(&mut gaps, *to).push(Gap::between(from, *interval));
    }
    gaps
}

fn join(mut gaps: Gaps, others: Gaps) -> Gaps {
    for (kind, others) in others {
        of_kind(&mut gaps, kind).extend(others);
    }
    gaps
}

fn of_kind(gaps: &mut Gaps, kind: EventKind) -> &mut Vec<Gap> {
    let at = gaps.iter().position(|(known, _)| *known == kind).unwrap_or_else(|| {
        gaps.push((kind, Vec::new()));
        gaps.len() - 1
    });
    &mut gaps[at].1
}

fn median(kind: EventKind, gaps: &[Gap]) -> Median {
    // an open least is less than any other, an open most is more
    let least = gaps.iter().map(|gap| gap.min.unwrap_or(TimeDelta::MIN)).collect();
    let most = gaps.iter().map(|gap| gap.max.unwrap_or(TimeDelta::MAX)).collect();
    Median { kind, gap: Gap { min: middle(least), max: middle(most) }, of: gaps.len() }
}

/// The middle one, or the mean of the two in the middle; none where one of them is open.
fn middle(mut values: Vec<TimeDelta>) -> Option<TimeDelta> {
    let half = values.len() / 2;
    if values.is_empty() {
        return None;
    }
    let is_odd = values.len() % 2 == 1;
    let (below, high, _) = values.select_nth_unstable(half);
    let high = *high;
    let low = if is_odd { high } else { *below.iter().max()? };
    let is_open = |value: TimeDelta| value == TimeDelta::MIN || value == TimeDelta::MAX;
    if is_open(low) || is_open(high) { None } else { Some(low + (high - low) / 2) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::When;
    use chrono_tz::Tz;

    fn dates(stated: &[(EventKind, &str)]) -> Vec<(EventKind, Interval)> {
        stated.iter().map(|(kind, text)| (*kind, text.parse::<When>().unwrap().interval(Tz::UTC))).collect()
    }

    #[test]
    fn an_anchor_that_is_not_there_says_why() {
        let stated = dates(&[(EventKind::Intrusion, "unknown"), (EventKind::Detected, "../2025-07-13")]);
        assert_eq!(anchor(&stated, EventKind::Intrusion), Err(Missing::Unknown));
        assert_eq!(anchor(&stated, EventKind::Aware), Err(Missing::NotStated));
        let by = anchor(&stated, EventKind::Detected).unwrap();
        assert_eq!(zero(by), by.latest);
    }

    #[test]
    fn medians_are_intervals_of_those_that_state_both() {
        use EventKind::{Detected, Disclosed, Sanction};
        let all = [
            dates(&[(Detected, "2025-01-01"), (Disclosed, "2025-01-03")]),
            dates(&[(Detected, "2025-01-01"), (Disclosed, "2025-01-05")]),
            dates(&[(Detected, "2025-01-01"), (Disclosed, "2025-02"), (Sanction, "2026")]),
            dates(&[(Disclosed, "2025-01-05")]),
        ];
        let found = medians(&all.each_ref().map(Vec::as_slice), Detected);
        assert_eq!(found.len(), 1, "one sanction has no median");
        assert_eq!((found[0].kind, found[0].of), (Disclosed, 3));
        assert_eq!((found[0].gap.min_hours(), found[0].gap.max_hours()), (Some(72.0), Some(120.0)));
    }

    #[test]
    fn a_median_between_an_open_end_and_a_known_one_is_open() {
        use EventKind::{Detected, Disclosed};
        let all = [
            dates(&[(Detected, "2025-01-01"), (Disclosed, "../2025-01-03")]),
            dates(&[(Detected, "2025-01-01"), (Disclosed, "2025-01-05")]),
        ];
        let found = medians(&all.each_ref().map(Vec::as_slice), Detected);
        assert_eq!((found[0].gap.min_hours(), found[0].gap.max_hours()), (None, Some(96.0)));
    }
}
