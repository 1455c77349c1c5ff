//! What the timeline's whole set comes to: who has a lane, from when to when, where nothing happens, the medians.
//! It is reckoned once when the set changes; drawing a frame only reads it.

use crate::chart::lanes::{clusters, empty_stretches};
use crate::record::day_zero::{self, Median, Missing};
use crate::record::vocabulary::EventKind;
use crate::screen::desk::Card;

/// The least that is squeezed, in seconds.
const LEAST: i64 = 60 * 86_400;
/// The least part of the whole that is squeezed: a twelfth.
const PART: i64 = 12;

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
    pub medians: Vec<Median>,
    /// How many incidents they are taken over.
    pub of: usize,
}

impl Survey {
    /// Looks over a set, aligned at a milestone or in calendar time.
    pub fn of<'a>(cards: impl Iterator<Item = (usize, &'a Card)>, align: Option<EventKind>) -> Survey {
        let mut survey = Survey::default();
        let mut spans = Vec::new();
        for (entry, card) in cards {
            let zero = match align.map(|kind| day_zero::anchor(&card.dates, kind)) {
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

    /// Joins what the set comes to with the medians over another, wider one.
    pub fn with_medians<'a>(mut self, cards: impl Iterator<Item = &'a Card>, anchor: EventKind) -> Survey {
        let dates: Vec<_> = cards.map(|card| card.dates.as_slice()).collect();
        self.of = dates.iter().filter(|dates| day_zero::anchor(dates, anchor).is_ok()).count();
        self.medians = day_zero::medians(dates.into_iter(), anchor);
        self
    }
}

/// The known spans of an incident, joined where no stretch between them can ever be squeezed.
pub fn spans(known: impl IntoIterator<Item = (i64, i64)>) -> Vec<(i64, i64)> {
    clusters(known, LEAST - 1)
}
