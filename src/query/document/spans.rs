//! The time that an incident's events and measures take, for the timeline of many.
//! It draws no lane.

use crate::chart::lanes::{Event, clusters};
use crate::record::Incident;

/// The least empty stretch that a timeline squeezes, in seconds.
pub const LEAST: i64 = 60 * 86_400;

/// The time that an incident's events and measures take, in seconds, in order; stretches that can never be squeezed are
/// included.
pub fn spans(incident: &Incident) -> Vec<(i64, i64)> {
    let zone = incident.zone();
    let measures = incident.measures.iter().flat_map(|measure| [&measure.date, &measure.planned]).flatten();
    let known = incident.timeline.iter().map(|event| &event.date).chain(measures).filter_map(|when| {
        let interval = when.interval(zone);
        let [from, to] = [interval.earliest, interval.latest].map(|at| at.map(|at| at.timestamp()));
        Event { from, to, ..Event::default() }.known()
    });
    clusters(known, LEAST - 1)
}
