//! Rows of milestones.
//! Readings that a milestone leaves out stand below it, so that no date is preferred in silence.

use super::{Cell, Row, cell, row};
use crate::record::When;
use crate::record::milestone::{Milestone, milestone};
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::text::view;
use crate::theme::Role;
use crate::view::item::{Item, Teller};
use crate::view::standing::Standing;
use crate::view::wording::date;

pub(super) fn dates(tellers: &[Teller]) -> Vec<Row> {
    // unlike things share these two kinds; a span over them would say nothing
    let kinds = EventKind::all().iter().filter(|kind| !matches!(kind, EventKind::Other | EventKind::Measure));
    let rows = kinds.filter_map(|kind| {
        tellers.iter().find(|teller| milestone(teller.incident, *kind).is_some())?;
        let label = tellers.first()?.label(*kind);
        Some(row(label, tellers, |teller| Some(date_cell(teller, &milestone(teller.incident, *kind)?))))
    });
    rows.collect()
}

fn date_cell(teller: &Teller, milestone: &Milestone) -> Cell {
    let lang = teller.options.lang;
    let mut standing = if milestone.doubtful { Standing::Disputed } else { Standing::Yes };
    if milestone.interval.is_unknown() {
        standing = Standing::Unknown;
    }
    let mut line = teller.standing(standing).with(date::milestone(milestone, lang), Role::Text);
    if milestone.doubtful {
        line = teller.also(line, teller.say(view::DOUBTFUL_SHORT), standing.role());
    }
    let mut lines = vec![line];
    let mut key = format!("{} {}", milestone.text, standing.id());
    for reading in &milestone.left_out {
        let status = Standing::of_status(Some(reading.status));
        let text = aside(&reading.date, teller.label(reading.status), teller);
        lines.push(teller.standing(status).with(text, Role::Muted));
        key = format!("{key}\n{} {}", reading.date, status.id());
    }
    cell(teller, lines, Some(standing), key, events(teller, milestone.kind))
}

fn aside(when: &When, word: &str, teller: &Teller) -> String {
    let lang = teller.options.lang;
    view::OTHER_READING.fill(lang, &[&date::full(when, lang), &word])
}

/// Everything dated that the record states of an event kind.
pub(super) fn events(teller: &Teller, kind: EventKind) -> Vec<Item> {
    let incident = teller.incident;
    let events = incident.timeline.iter().enumerate().filter(|(_, event)| event.kind == kind);
    let measures = incident.measures.iter().enumerate();
    let measures = measures.filter(|(_, m)| m.date.is_some() && m.kind.event_kind() == Some(kind));
    events.map(|(n, _)| teller.event(n)).chain(measures.map(|(n, _)| teller.measure(n))).collect()
}
