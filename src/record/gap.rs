//! The gaps that every incident is asked for, each with what it would be by the readings that its milestones leave out.
//! It words none and judges none; `clock` sets some against what a law allows.

pub mod set;

use super::incident::Incident;
use super::interval::{Gap, Interval};
use super::milestone::{Milestone, Reading, milestone};
use super::vocabulary::{EventKind, Status};

/// From the first milestone of `from` that a record states, to `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// The milestones that it may count from, the proper one first.
    pub from: &'static [EventKind],
    /// The milestone that it counts to.
    pub to: EventKind,
}

/// The start of what a controller owes: awareness, else detection.
const AWARE: &[EventKind] = &[EventKind::Aware, EventKind::Detected];

/// The gaps that every incident is asked for.
pub const GAPS: [Between; 6] = [
    Between { from: &[EventKind::Intrusion], to: EventKind::Detected },
    Between { from: &[EventKind::Detected], to: EventKind::Contained },
    Between { from: AWARE, to: EventKind::AuthorityNotified },
    Between { from: AWARE, to: EventKind::PersonsInformed },
    Between { from: AWARE, to: EventKind::Disclosed },
    Between { from: &[EventKind::Disclosed], to: EventKind::Sanction },
];

/// A gap whose two ends a record states.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Where it starts.
    pub from: Milestone,
    /// Where it ends.
    pub to: Milestone,
    /// How long it is.
    pub gap: Gap,
    /// What it would be by other readings, each different from it.
    pub others: Vec<Other>,
}

/// A gap by readings that a milestone leaves out.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// The other reading of its start; `None` is the one that counts.
    pub from: Option<Reading>,
    /// The other reading of its end; `None` is the one that counts.
    pub to: Option<Reading>,
    /// How long it would be.
    pub gap: Gap,
}

impl Stated {
    /// Whether an end rests on claimed or disputed dates alone.
    pub fn is_doubtful(&self) -> bool {
        self.from.doubtful || self.to.doubtful
    }
}

impl Other {
    /// Its two ends.
    pub fn ends(&self, from: &Milestone, to: &Milestone) -> (Interval, Interval) {
        let of =
            |reading: &Option<Reading>, counted: &Milestone| reading.as_ref().map_or(counted.interval, |r| r.interval);
        (of(&self.from, from), of(&self.to, to))
    }
}

/// The first milestone of several kinds that a record states.
pub fn first(incident: &Incident, kinds: &[EventKind]) -> Option<Milestone> {
    kinds.iter().find_map(|kind| milestone(incident, *kind))
}

/// A gap between milestones of which only the dates are at hand; `None` if an end is not among them.
pub fn between(dates: &[(EventKind, Interval)], asked: Between) -> Option<Gap> {
    let date = |kind: EventKind| dates.iter().find(|(known, _)| *known == kind).map(|(_, date)| *date);
    Some(Gap::between(asked.from.iter().find_map(|kind| date(*kind))?, date(asked.to)?))
}

/// A gap as a record states it; `None` if an end is not stated.
pub fn stated(incident: &Incident, from: &[EventKind], to: EventKind) -> Option<Stated> {
    let (from, to) = (first(incident, from)?, milestone(incident, to)?);
    let gap = Gap::between(from.interval, to.interval);
    let others = others(&from, &to);
    Some(Stated { from, to, gap, others })
}

/// The gap by every pair of readings of which one at least is left out; retracted ones are no readings any more.
fn others(from: &Milestone, to: &Milestone) -> Vec<Other> {
    let mut all: Vec<Other> = Vec::new();
    let (starts, ends) = (readings(from), readings(to));
    let pairs = starts.iter().flat_map(|start| ends.iter().map(move |end| (start, end)));
    for (start, end) in pairs.filter(|(start, end)| start.is_some() || end.is_some()) {
        let mut other = Other { from: start.cloned(), to: end.cloned(), gap: Gap { min: None, max: None } };
        let (a, b) = other.ends(from, to);
        other.gap = Gap::between(a, b);
        let told = |known: &Other| known.ends(from, to) == (a, b);
        if (a, b) != (from.interval, to.interval) && !all.iter().any(told) {
            all.push(other);
        }
    }
    all
}

/// The reading that counts, and those that are left out.
fn readings(milestone: &Milestone) -> Vec<Option<&Reading>> {
    let left_out = milestone.left_out.iter().filter(|reading| reading.status != Status::Retracted);
    std::iter::once(None).chain(left_out.map(Some)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn incident(timeline: &str) -> Incident {
        let yaml = format!("title: T\norganisation: {{ name: O }}\ntimeline: [{timeline}]\n");
        serde_yaml::from_str(&yaml).unwrap()
    }

    fn hours(gap: Gap) -> (Option<f64>, Option<f64>) {
        (gap.min_hours(), gap.max_hours())
    }

    #[test]
    fn a_gap_counts_from_awareness_else_from_detection() {
        let both = incident(
            "{ date: 2025-03-01, kind: detected }, { date: 2025-03-02, kind: aware }, { date: 2025-03-04, kind: disclosed }",
        );
        let told = stated(&both, AWARE, EventKind::Disclosed).unwrap();
        assert_eq!((told.from.kind, hours(told.gap)), (EventKind::Aware, (Some(24.0), Some(72.0))));
        let one = incident("{ date: 2025-03-01, kind: detected }, { date: 2025-03-04, kind: disclosed }");
        assert_eq!(stated(&one, AWARE, EventKind::Disclosed).unwrap().from.kind, EventKind::Detected);
        assert_eq!(stated(&one, AWARE, EventKind::Sanction), None);
    }

    #[test]
    fn disputed_and_claimed_readings_are_told_in_every_pair_and_retracted_ones_never() {
        let told = incident(
            "{ date: 2025-07-12, kind: detected }, { date: 2025-07-13, kind: detected, status: disputed }, \
             { date: 2025-07-01, kind: detected, status: retracted }, \
             { date: ../2025-07-23, kind: authority_notified }, { date: 2025-07-13, kind: authority_notified, status: claimed }",
        );
        let told = stated(&told, AWARE, EventKind::AuthorityNotified).unwrap();
        assert_eq!(hours(told.gap), (None, Some(288.0)));
        let others: Vec<_> = told.others.iter().map(|o| (o.from.is_some(), o.to.is_some(), hours(o.gap))).collect();
        assert_eq!(
            others,
            [
                (false, true, (Some(0.0), Some(48.0))),
                (true, false, (None, Some(264.0))),
                (true, true, (Some(-24.0), Some(24.0))),
            ]
        );
    }

    #[test]
    fn a_reading_that_says_the_same_is_no_other_reading() {
        let told = incident(
            "{ date: 2025-07-12, kind: detected }, { date: 2025-07-12, kind: detected, status: disputed }, { date: 2025-08, kind: disclosed }",
        );
        assert!(stated(&told, AWARE, EventKind::Disclosed).unwrap().others.is_empty());
    }
}
