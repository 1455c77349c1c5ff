//! What the timeline's whole set comes to: who has a lane, from when to when, where nothing happens, the medians.
//! It is reckoned once when the set changes; drawing a frame only reads it.

use crate::chart::lanes::{clusters, empty_stretches};
use crate::query::Document;
use crate::query::document::spans::LEAST;
use crate::record::day_zero::{self, Median, Missing};
use crate::record::vocabulary::EventKind;
use rayon::prelude::*;

/// The least part of the whole that is squeezed: a twelfth.
const PART: i64 = 12;
/// How many documents a thread looks over at a time.
const PIECE: usize = 1024;

/// An incident with a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its place in the library, or wherever the documents came from.
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
    pub fn of<'a>(documents: impl Iterator<Item = &'a Document>, anchor: EventKind) -> Medians {
        let dates: Vec<_> = documents.map(|document| &*document.dates).collect();
        let is_aligned = |dates: &&&[_]| day_zero::anchor(dates, anchor).is_ok();
        Medians { all: day_zero::medians(&dates, anchor), of: dates.par_iter().filter(is_aligned).count() }
    }

    /// The instants at which they begin and end, which must not be squeezed.
    fn ends(&self) -> impl Iterator<Item = (i64, i64)> {
        let ends = self.all.iter().flat_map(|median| [median.gap.min, median.gap.max]).flatten();
        ends.map(|end| (end.num_seconds(), end.num_seconds().saturating_add(1)))
    }
}

/// A part of a set: what has lanes, what is left out, and the time that all of it takes.
#[derive(Default)]
struct Part {
    lanes: Vec<Lane>,
    left_out: Vec<(usize, Missing)>,
    spans: Vec<(i64, i64)>,
}

impl Part {
    fn of(documents: &[(usize, &Document)], align: Option<EventKind>) -> Part {
        let mut part = Part::default();
        for (entry, document) in documents {
            let zero = match align.map(|kind| day_zero::anchor(&document.dates, kind)) {
                None => 0,
                Some(Ok(anchor)) => day_zero::zero(anchor).map_or(0, |at| at.timestamp()),
                Some(Err(missing)) => {
                    part.left_out.push((*entry, missing));
                    continue;
                }
            };
            part.lanes.push(Lane { entry: *entry, zero });
            let spans = document.spans.iter();
            part.spans.extend(spans.map(|(from, to)| (from.saturating_sub(zero), to.saturating_sub(zero))));
        }
        part.spans = clusters(part.spans, LEAST);
        part
    }
}

impl Survey {
    /// Looks over a set, aligned at a milestone or in calendar time, with medians or without.
    pub fn of<'a>(
        documents: impl Iterator<Item = (usize, &'a Document)>,
        align: Option<EventKind>,
        medians: Medians,
    ) -> Survey {
        let documents: Vec<_> = documents.collect();
        let parts: Vec<Part> = documents.par_chunks(PIECE).map(|documents| Part::of(documents, align)).collect();
        let mut spans: Vec<(i64, i64)> = medians.ends().collect();
        let mut survey = Survey { medians, ..Survey::default() };
        for part in parts {
            survey.lanes.extend(part.lanes);
            survey.left_out.extend(part.left_out);
            spans.extend(part.spans);
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

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    fn document(timeline: &str) -> Document {
        let yaml = format!("title: T\norganisation: {{ name: O }}\ntimeline: [{timeline}]\n");
        Document::new(&serde_yaml::from_str(&yaml).unwrap())
    }

    #[test]
    fn lanes_are_shifted_and_the_rest_is_left_out_with_its_reason() {
        let all = [
            document("{ date: 2024-01-01, kind: detected }, { date: 2024-01-11, kind: disclosed }"),
            document("{ date: 2025-07-12, kind: disclosed }"),
            document("{ date: unknown, kind: detected }"),
            document("{ date: ../2025-07-12, kind: detected }, { date: 2025-07-15, kind: disclosed }"),
        ];
        let survey = Survey::of(all.iter().enumerate(), Some(EventKind::Detected), Medians::default());
        assert_eq!(survey.left_out, [(1, Missing::NotStated), (2, Missing::Unknown)]);
        assert_eq!(survey.lanes.iter().map(|lane| lane.entry).collect::<Vec<_>>(), [0, 3]);
        // an anchor without a start stands with its end at zero
        assert_eq!(survey.extent, Some((-1, 11 * DAY - 1)));
    }

    #[test]
    fn a_stretch_is_empty_if_no_lane_has_an_event_in_it_and_no_median_ends_in_it() {
        let all = [
            document("{ date: 2024-01-01, kind: detected }, { date: 2024-12-31, kind: sanction }"),
            document("{ date: 2020-01-01, kind: detected }, { date: 2020-12-31, kind: sanction }"),
        ];
        let lanes = || all.iter().enumerate();
        let empty = |survey: Survey| survey.stretches.iter().map(|(from, to)| (to - from) / DAY).collect::<Vec<_>>();
        assert_eq!(empty(Survey::of(lanes(), Some(EventKind::Detected), Medians::default())), [364]);
        assert_eq!(empty(Survey::of(lanes(), None, Medians::default())), [364, 1095, 364]);
        let medians = Medians::of(all.iter(), EventKind::Detected);
        assert_eq!((medians.of, medians.all.len()), (2, 1));
    }
}
