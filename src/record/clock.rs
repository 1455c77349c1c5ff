//! Legal clocks: how long after one milestone another had to come, and whether it did.
//! It does arithmetic on stated dates; it says nothing about the law's exceptions.

use super::incident::Incident;
use super::interval::{Answer, Gap};
use super::milestone::{Milestone, milestone};
use super::vocabulary::EventKind;
use chrono::TimeDelta;

/// A clock: from the first of `from` that a record states, to `to`, so many hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Its name in outputs.
    pub name: &'static str,
    /// The milestones that start it, the proper one first.
    pub from: &'static [EventKind],
    /// The milestone that stops it.
    pub to: EventKind,
    /// The hours that it allows.
    pub hours: i64,
}

/// Notification to the authority within 72 hours of awareness: Regulation (EU) 2016/679, art. 33(1), in force since 2018-05-25.
pub const GDPR_ART_33: Clock = Clock {
    name: "gdpr_art_33",
    from: &[EventKind::Aware, EventKind::Detected],
    to: EventKind::AuthorityNotified,
    hours: 72,
};

/// What a clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Certainly within its hours.
    Within,
    /// Certainly later.
    Late,
    /// The dates do not decide it.
    Undecided,
    /// A milestone is not stated.
    NotStated,
}

impl Verdict {
    /// Its word in outputs.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Within => "within",
            Verdict::Late => "late",
            Verdict::Undecided => "undecided",
            Verdict::NotStated => "not_stated",
        }
    }
}

/// A clock read on one incident.
#[derive(Clone, Debug, PartialEq)]
pub struct ClockReading {
    /// The clock.
    pub clock: Clock,
    /// The milestone that started it.
    pub from: Option<Milestone>,
    /// The milestone that stopped it.
    pub to: Option<Milestone>,
    /// How long it ran.
    pub gap: Option<Gap>,
    /// What it says.
    pub verdict: Verdict,
}

/// Reads a clock on an incident.
pub fn read(clock: Clock, incident: &Incident) -> ClockReading {
    let from = clock.from.iter().find_map(|kind| milestone(incident, *kind));
    let to = milestone(incident, clock.to);
    let gap = from.as_ref().zip(to.as_ref()).map(|(a, b)| Gap::between(a.interval, b.interval));
    let verdict = match gap.map(|gap| gap.is_within(TimeDelta::hours(clock.hours))) {
        None => Verdict::NotStated,
        Some(Answer::Yes) => Verdict::Within,
        Some(Answer::No) => Verdict::Late,
        Some(Answer::Undecided) => Verdict::Undecided,
    };
    ClockReading { clock, from, to, gap, verdict }
}
