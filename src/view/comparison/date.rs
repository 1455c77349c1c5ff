//! Rows of milestones, of the gaps between them, and of the clocks read on them.
//! Readings that a milestone leaves out stand below it, so that no date is preferred in silence.

use super::{Cell, Row, cell, row};
use crate::record::clock::{self, GDPR_ART_33, Verdict};
use crate::record::milestone::{GAPS, Milestone, milestone};
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::record::{Gap, When};
use crate::text::view;
use crate::theme::Role;
use crate::view::dossier::{clock_mark, gap_name, rests_on_doubt};
use crate::view::item::{Item, Teller};
use crate::view::line::Line;
use crate::view::mark::Mark;
use crate::view::wording::{clock as clock_wording, date, gap as gap_wording};

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
    let mut mark = if milestone.doubtful { Mark::Disputed } else { Mark::Yes };
    if milestone.interval.is_unknown() {
        mark = Mark::Unknown;
    }
    let mut line = teller.marked(mark).with(date::milestone(milestone, lang), Role::Text);
    if milestone.doubtful {
        line = teller.also(line, teller.say(view::DOUBTFUL_SHORT), mark.role());
    }
    let mut lines = vec![line];
    let mut key = format!("{} {}", milestone.text, mark.id());
    for reading in &milestone.left_out {
        let status = Mark::of_status(Some(reading.status));
        let text = aside(&reading.date, teller.label(reading.status), teller);
        lines.push(teller.marked(status).with(text, Role::Muted));
        key = format!("{key}\n{} {}", reading.date, status.id());
    }
    cell(teller, lines, Some(mark), key, events(teller, milestone.kind))
}

fn aside(when: &When, word: &str, teller: &Teller) -> String {
    let lang = teller.options.lang;
    view::OTHER_READING.fill(lang, &[&date::full(when, lang), &word])
}

/// Everything dated that the record states of an event kind.
fn events(teller: &Teller, kind: EventKind) -> Vec<Item> {
    let incident = teller.incident;
    let events = incident.timeline.iter().enumerate().filter(|(_, event)| event.kind == kind);
    let measures = incident.measures.iter().enumerate();
    let measures = measures.filter(|(_, m)| m.date.is_some() && m.kind.event_kind() == Some(kind));
    events.map(|(n, _)| teller.event(n)).chain(measures.map(|(n, _)| teller.measure(n))).collect()
}

pub(super) fn gaps(tellers: &[Teller]) -> Vec<Row> {
    let Some(first) = tellers.first() else { return Vec::new() };
    let gaps =
        GAPS.iter().map(|(from, to)| row(gap_name(first, *from, *to), tellers, |teller| gap_cell(teller, *from, *to)));
    let mut rows: Vec<Row> =
        gaps.filter(|row| row.cells.iter().any(|cell| cell.mark != Some(Mark::NotStated))).collect();
    rows.push(row(clock_wording::name(GDPR_ART_33, first.options.lang), tellers, |teller| Some(clock_cell(teller))));
    rows
}

fn gap_cell(teller: &Teller, from: EventKind, to: EventKind) -> Option<Cell> {
    let (a, b) = (milestone(teller.incident, from)?, milestone(teller.incident, to)?);
    let gap = Gap::between(a.interval, b.interval);
    let mark = match (gap.is_unknown(), a.doubtful || b.doubtful) {
        (true, _) => Mark::Unknown,
        (false, true) => Mark::Disputed,
        (false, false) => Mark::Yes,
    };
    let mut line = Line::new().indented(2).with(gap_wording::full(gap, teller.options.lang), Role::Text);
    if mark == Mark::Disputed {
        line = teller.also(line, teller.say(view::DOUBTFUL_SHORT), mark.role());
    }
    let key = format!("{:?} {:?} {}", gap.min_hours(), gap.max_hours(), mark.id());
    let told = events(teller, from).into_iter().chain(events(teller, to)).collect();
    Some(cell(teller, vec![line], Some(mark), key, told))
}

fn clock_cell(teller: &Teller) -> Cell {
    let reading = clock::read(GDPR_ART_33, teller.incident);
    let mark = clock_mark(&reading);
    let mut line = teller.marked(mark).with(clock_wording::full(&reading, teller.options.lang), mark.role());
    let doubtful = rests_on_doubt(&reading);
    if doubtful {
        line = teller.also_marked(line, Mark::Disputed, teller.say(view::DOUBTFUL_SHORT));
    }
    let ends = [&reading.from, &reading.to].into_iter().flatten();
    let told = ends.flat_map(|end| events(teller, end.kind)).collect();
    let key = match reading.verdict {
        Verdict::NotStated => String::new(),
        verdict => format!("{} {doubtful}", verdict.id()),
    };
    cell(teller, vec![line], Some(mark), key, told)
}
