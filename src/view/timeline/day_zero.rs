//! Day 0 as it is told: lanes shifted to it, how long after it an event came, medians, and who has no day 0.
//! It reckons no milestone; `record::day_zero` does.

use super::{EventModel, Kind, LaneModel, actor};
use crate::record::day_zero::{Median, Missing};
use crate::record::interval::{Gap, Interval};
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::text::{Lang, timeline as words};
use crate::theme::{Glyph, Glyphs, Role};
use crate::view::Line;
use chrono::{DateTime, TimeDelta};

impl LaneModel {
    /// The lane in the time elapsed since an instant.
    pub fn shifted(mut self, zero: i64) -> LaneModel {
        for event in &mut self.events {
            for end in [&mut event.from, &mut event.to] {
                *end = end.map(|at| at.saturating_sub(zero));
            }
        }
        self
    }
}

/// How long after an anchor an event came; `zero` is the instant by which its lane is shifted.
pub fn since(anchor: Interval, event: &EventModel, zero: i64) -> Gap {
    let at = |end: Option<i64>| end.and_then(|end| DateTime::from_timestamp(end.saturating_add(zero), 0));
    Gap::between(anchor, Interval { earliest: at(event.from), latest: at(event.to) })
}

/// The lane of the medians, with the anchor at zero.
pub fn median_lane(medians: &[Median], anchor: EventKind, incidents: usize, lang: Lang) -> LaneModel {
    let event = |kind: EventKind, from: Option<i64>, to: Option<i64>| EventModel {
        from,
        to,
        kind: Kind::Event(kind),
        actor: actor(kind),
        doubtful: false,
        approximate: false,
        uncertain: false,
        label: kind.label().get(lang).to_owned(),
        detail: Vec::new(),
        at: String::new(),
        sources: Vec::new(),
        planned: false,
    };
    let seconds = |end: Option<TimeDelta>| end.map(|end| end.num_seconds());
    let medians = medians.iter().map(|median| event(median.kind, seconds(median.gap.min), seconds(median.gap.max)));
    LaneModel {
        id: String::new(),
        title: words::MEDIAN_LANE.of(lang, incidents as u64),
        events: [event(anchor, Some(0), Some(0))].into_iter().chain(medians).collect(),
    }
}

/// An incident without a day 0, and why.
pub fn left_out(title: &str, missing: Missing, anchor: EventKind, lang: Lang, glyphs: Glyphs) -> Line {
    let label = anchor.label().get(lang);
    let (glyph, reason) = match missing {
        Missing::NotStated => (Glyph::NotStated, words::NOT_STATED),
        Missing::Unknown => (Glyph::Unknown, words::UNKNOWN),
    };
    let line = Line::of(glyphs.get(glyph), Role::NotStated).with(" ", Role::Text);
    line.with(reason.fill(lang, &[&label]), Role::Text).with("  ", Role::Text).with(title, Role::Muted)
}

/// All incidents without a day 0 in one line: how many, why, which.
pub fn left_out_summary<'a>(
    missing: impl Iterator<Item = (&'a str, Missing)>,
    anchor: EventKind,
    lang: Lang,
    glyphs: Glyphs,
) -> Line {
    let (mut not_stated, mut unknown, mut titles) = (0_u64, 0_u64, String::new());
    for (title, missing) in missing {
        match missing {
            Missing::NotStated => not_stated += 1,
            Missing::Unknown => unknown += 1,
        }
        // more than this no terminal shows
        if titles.len() < 400 {
            let gap = if titles.is_empty() { "" } else { "; " };
            titles = titles + gap + title;
        }
    }
    let counted = |count: u64, phrase: crate::text::Phrase| (count > 0).then(|| phrase.fill(lang, &[&count]));
    let reasons = [counted(not_stated, words::COUNT_NOT_STATED), counted(unknown, words::COUNT_UNKNOWN)];
    let reasons: Vec<String> = reasons.into_iter().flatten().collect();
    Line::of(glyphs.get(Glyph::NotStated), Role::NotStated)
        .with(" ", Role::Text)
        .with(words::LEFT_OUT.of(lang, not_stated + unknown), Role::Text)
        .with(format!(" {} ", glyphs.get(Glyph::Separator)), Role::Muted)
        .with(crate::text::view::LABEL.fill(lang, &[&anchor.label().get(lang)]), Role::Text)
        .with(reasons.join(", "), Role::Text)
        .with("  ", Role::Text)
        .with(titles, Role::Muted)
}
