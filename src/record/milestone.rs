//! Milestones: for each event kind, the interval that its events span, and the readings that were left out.
//! Nothing here is written in a record; all of it is reckoned.

use super::incident::{Event, Incident, Measure};
use super::interval::{Gap, Interval};
use super::vocabulary::{EventKind, MeasureStatus, Status, Vocabulary};
use super::when::When;

/// When an event kind happened, as far as the record can be relied on.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// The event kind.
    pub kind: EventKind,
    /// The interval over all readings that count.
    pub interval: Interval,
    /// The date as the record writes it; an interval of dates where several readings count.
    pub text: String,
    /// Whether only disputed or claimed readings exist, so that those count.
    pub doubtful: bool,
    /// The readings that do not count.
    pub left_out: Vec<Reading>,
}

/// One dated statement of an event kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The date as written.
    pub date: When,
    /// What it means.
    pub interval: Interval,
    /// How far it can be relied on.
    pub status: Status,
    /// Where it stands in the record.
    pub place: Place,
}

/// Where in a record a dated statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `timeline[n]`.
    Event(usize),
    /// `measures[n]`.
    Measure(usize),
}

/// All milestones of an incident, in the order of their start, unknown ones last.
pub fn milestones(incident: &Incident) -> Vec<Milestone> {
    let mut all: Vec<Milestone> = EventKind::all().iter().filter_map(|kind| milestone(incident, *kind)).collect();
    all.sort_by_key(|m| m.interval.sort_key());
    all
}

/// The milestone of one event kind; `None` if the record does not state it.
pub fn milestone(incident: &Incident, kind: EventKind) -> Option<Milestone> {
    let (firm, soft): (Vec<Reading>, Vec<Reading>) =
        readings(incident, kind).into_iter().partition(|r| r.status == Status::Confirmed);
    let (counted, left_out, doubtful) = if firm.is_empty() {
        let (retracted, standing): (Vec<_>, Vec<_>) = soft.into_iter().partition(|r| r.status == Status::Retracted);
        (standing, retracted, true)
    } else {
        (firm, soft, false)
    };
    let interval = counted.iter().map(|r| r.interval).reduce(Interval::hull)?;
    Some(Milestone { kind, interval, text: span_text(&counted), doubtful, left_out })
}

/// The earliest milestone, by which an incident is dated and sorted.
pub fn earliest(incident: &Incident) -> Option<Milestone> {
    earliest_of(&milestones(incident)).cloned()
}

/// The earliest of all milestones of an incident.
pub fn earliest_of(milestones: &[Milestone]) -> Option<&Milestone> {
    let mut dated = milestones.iter().filter(|milestone| !milestone.interval.is_unknown());
    dated.clone().find(|milestone| !milestone.doubtful).or_else(|| dated.next())
}

/// The gap between two milestones; `None` if either is not stated.
pub fn gap(incident: &Incident, from: EventKind, to: EventKind) -> Option<Gap> {
    Some(Gap::between(milestone(incident, from)?.interval, milestone(incident, to)?.interval))
}

fn readings(incident: &Incident, kind: EventKind) -> Vec<Reading> {
    let zone = incident.zone();
    let reading =
        |date: &When, status, place| Reading { date: date.clone(), interval: date.interval(zone), status, place };
    let events = incident.timeline.iter().enumerate().filter(|(_, event)| event.kind == kind);
    let events = events.map(|(n, event): (_, &Event)| {
        reading(&event.date, event.status.unwrap_or(Status::Confirmed), Place::Event(n))
    });
    let measures = incident.measures.iter().enumerate().filter(|(_, measure)| counts_as(measure) == Some(kind));
    let measures =
        measures.filter_map(|(n, measure)| Some(reading(measure.date.as_ref()?, Status::Confirmed, Place::Measure(n))));
    events.chain(measures).collect()
}

/// The event kind that a dated measure counts as; none while it is only planned, or was refused.
fn counts_as(measure: &Measure) -> Option<EventKind> {
    match measure.status {
        Some(MeasureStatus::Planned | MeasureStatus::Refused) => None,
        _ => measure.kind.event_kind(),
    }
}

fn span_text(readings: &[Reading]) -> String {
    let mut texts: Vec<&str> = readings.iter().map(|r| r.date.text()).collect();
    texts.dedup();
    if let [only] = texts[..] {
        return only.to_owned();
    }
    let first = readings.iter().min_by_key(|r| (r.interval.earliest.is_some(), r.interval.earliest));
    let last = readings.iter().max_by_key(|r| (r.interval.latest.is_none(), r.interval.latest));
    let start = first.map_or("..", |r| r.date.text().split('/').next().unwrap_or(".."));
    let end = last.map_or("..", |r| r.date.text().rsplit('/').next().unwrap_or(".."));
    let open = |part: &str| if part.is_empty() || part == "unknown" { "..".to_owned() } else { part.to_owned() };
    format!("{}/{}", open(start), open(end))
}
