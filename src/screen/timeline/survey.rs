//! What the timeline's whole set comes to: who has a lane, from when to when, where nothing happens, the medians.
//! It is reckoned once when the set changes; drawing a frame only reads it.

use crate::chart::lanes::Event;
use crate::chart::lanes::{clusters, empty_stretches};
use crate::record::day_zero::{self, Median, Missing};
use crate::record::vocabulary::EventKind;
use crate::record::{Incident, Interval};

/// The least that is squeezed, in seconds.
const LEAST: i64 = 60 * 86_400;
/// The least part of the whole that is squeezed: a twelfth.
const PART: i64 = 12;

/// Stretches of time in seconds, in order.
pub type Spans = Vec<(i64, i64)>;

/// What is needed of one incident.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// Its milestones by kind.
    pub dates: &'a [(EventKind, Interval)],
    /// The time that its events and measures take, as [`spans`] reckons it.
    pub spans: &'a [(i64, i64)],
}

/// An incident with a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its place in the library, or wherever the cards came from.
    pub entry: usize,
    /// The instant that stands at zero, in seconds.
    pub zero: i64,
}

/// What a set of incidents comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// The lanes, in order.
    pub lanes: Vec<Lane>,
    /// The incidents that cannot be aligned, and why.
    pub left_out: Vec<(usize, Missing)>,
    /// The first and the last known instant of all lanes.
    pub extent: Option<(i64, i64)>,
    /// Where nothing happens for long, in any lane.
    pub stretches: Vec<(i64, i64)>,
    /// The medians from the anchor, if they are asked for.
    pub medians: Medians,
}

/// Medians from an anchor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Medians {
    /// The medians, in order.
    pub all: Vec<Median>,
    /// How many incidents they are taken over.
    pub of: usize,
}

impl Medians {
    /// Reckons the medians over a set, which may be wider than that of the lanes.
    pub fn of<'a>(cards: impl Iterator<Item = Card<'a>>, anchor: EventKind) -> Medians {
        let dates: Vec<_> = cards.map(|card| card.dates).collect();
        let of = dates.iter().filter(|dates| day_zero::anchor(dates, anchor).is_ok()).count();
        Medians { all: day_zero::medians(dates.into_iter(), anchor), of }
    }

    /// The instants at which they begin and end, which must not be squeezed.
    fn ends(&self) -> impl Iterator<Item = (i64, i64)> {
        let ends = self.all.iter().flat_map(|median| [median.gap.min, median.gap.max]).flatten();
        ends.map(|end| (end.num_seconds(), end.num_seconds().saturating_add(1)))
    }
}

impl Survey {
    /// Looks over a set, aligned at a milestone or in calendar time, with medians or without.
    pub fn of<'a>(
        cards: impl Iterator<Item = (usize, Card<'a>)>,
        align: Option<EventKind>,
        medians: Medians,
    ) -> Survey {
        let mut spans: Vec<(i64, i64)> = medians.ends().collect();
        let mut survey = Survey { medians, ..Survey::default() };
        for (entry, card) in cards {
            let zero = match align.map(|kind| day_zero::anchor(card.dates, kind)) {
                None => 0,
                Some(Ok(anchor)) => day_zero::zero(anchor).map_or(0, |at| at.timestamp()),
                Some(Err(missing)) => {
                    survey.left_out.push((entry, missing));
                    continue;
                }
            };
            survey.lanes.push(Lane { entry, zero });
            spans.extend(card.spans.iter().map(|(from, to)| (from.saturating_sub(zero), to.saturating_sub(zero))));
        }
        let spans = clusters(spans, LEAST);
        survey.extent = spans.first().zip(spans.last()).map(|(first, last)| (first.0, last.1.saturating_sub(1)));
        if let Some((first, last)) = survey.extent {
            let part = last.saturating_sub(first) / PART;
            survey.stretches = empty_stretches(spans, part.max(LEAST));
        }
        survey
    }
}

/// The time that an incident's events and measures take, in seconds, in order; stretches that can never be squeezed are
/// included.
pub fn spans(incident: &Incident) -> Spans {
    let zone = incident.zone();
    let measures = incident.measures.iter().flat_map(|measure| [&measure.date, &measure.planned]).flatten();
    let known = incident.timeline.iter().map(|event| &event.date).chain(measures).filter_map(|when| {
        let interval = when.interval(zone);
        let [from, to] = [interval.earliest, interval.latest].map(|at| at.map(|at| at.timestamp()));
        Event { from, to, ..Event::default() }.known()
    });
    clusters(known, LEAST - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    type Known = (Vec<(EventKind, Interval)>, Vec<(i64, i64)>);

    fn known(timeline: &str) -> Known {
        let yaml = format!("title: T\norganisation: {{ name: O }}\ntimeline: [{timeline}]\n");
        let incident = serde_yaml::from_str::<Incident>(&yaml).unwrap();
        (day_zero::dates(&incident), spans(&incident))
    }

    fn cards(known: &[Known]) -> impl Iterator<Item = Card<'_>> {
        known.iter().map(|(dates, spans)| Card { dates, spans })
    }

    #[test]
    fn lanes_are_shifted_and_the_rest_is_left_out_with_its_reason() {
        let all = [
            known("{ date: 2024-01-01, kind: detected }, { date: 2024-01-11, kind: disclosed }"),
            known("{ date: 2025-07-12, kind: disclosed }"),
            known("{ date: unknown, kind: detected }"),
            known("{ date: ../2025-07-12, kind: detected }, { date: 2025-07-15, kind: disclosed }"),
        ];
        let survey = Survey::of(cards(&all).enumerate(), Some(EventKind::Detected), Medians::default());
        assert_eq!(survey.left_out, [(1, Missing::NotStated), (2, Missing::Unknown)]);
        assert_eq!(survey.lanes.iter().map(|lane| lane.entry).collect::<Vec<_>>(), [0, 3]);
        // an anchor without a start stands with its end at zero
        assert_eq!(survey.extent, Some((-1, 11 * DAY - 1)));
    }

    #[test]
    fn a_stretch_is_empty_if_no_lane_has_an_event_in_it_and_no_median_ends_in_it() {
        let all = [
            known("{ date: 2024-01-01, kind: detected }, { date: 2024-12-31, kind: sanction }"),
            known("{ date: 2020-01-01, kind: detected }, { date: 2020-12-31, kind: sanction }"),
        ];
        let lanes = || cards(&all).enumerate();
        let empty = |survey: Survey| survey.stretches.iter().map(|(from, to)| (to - from) / DAY).collect::<Vec<_>>();
        assert_eq!(empty(Survey::of(lanes(), Some(EventKind::Detected), Medians::default())), [364]);
        assert_eq!(empty(Survey::of(lanes(), None, Medians::default())), [364, 1095, 364]);
        let medians = Medians::of(cards(&all), EventKind::Detected);
        assert_eq!((medians.of, medians.all.len()), (2, 1));
    }
}
