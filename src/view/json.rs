//! One record as JSON, in the shapes that the project fixes: dates, headline, gaps, clocks, list row, the whole record.
//! It writes no file and no summary over many records.

use super::comparison::{Cell, Comparison, Rows};
use super::line::Line;
use super::timeline::Kind;
use crate::record::clock::limit::Limit;
use crate::record::clock::{ClockReading, Rules};
use crate::record::day_zero::{self, Median, Missing};
use crate::record::gap::{self, GAPS, Other, Stated};
use crate::record::headline::{claimant, headline as first_count};
use crate::record::interval::Interval;
use crate::record::milestone::{Milestone, Reading, earliest, milestones};
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::record::{Gap, Incident, When};
use crate::text::{Lang, is_hostile};
use crate::theme::Glyph;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// A value as JSON on one line, or on several; what must not reach a terminal is escaped, which changes nothing for a
/// reader of JSON.
pub fn text(value: &Value, pretty: bool) -> String {
    // writing a value to a string cannot fail
    let text = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    let text = text.unwrap_or_default();
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter != '\n' && is_hostile(letter) {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(letter);
        }
    }
    safe
}

/// The version of these shapes; fields may be added to it, never renamed.
pub const FORMAT_VERSION: u32 = 1;

/// A date as `{text, earliest, latest}`, its parts without an offset read in the incident's time zone.
pub fn date(when: &When, incident: &Incident) -> Value {
    span(when.text(), when.interval(incident.zone()))
}

/// A milestone as `{text, earliest, latest}`.
pub fn milestone(milestone: &Milestone) -> Value {
    span(&milestone.text, milestone.interval)
}

fn span(text: &str, interval: Interval) -> Value {
    json!({ "text": text, "earliest": instant(interval.earliest), "latest": instant(interval.latest) })
}

fn instant(at: Option<DateTime<Utc>>) -> Value {
    at.map_or(Value::Null, |at| Value::String(at.to_rfc3339_opts(SecondsFormat::Secs, true)))
}

/// The headline count; null if nobody gave a figure that still stands.
pub fn headline(incident: &Incident, lang: Lang) -> Value {
    let Some(first) = first_count(incident) else { return Value::Null };
    let claim = first.claim;
    json!({
        "min": claim.count.min,
        "max": claim.count.max,
        "approx": claim.count.approx,
        "unit": claim.unit.id(),
        "by": claim.by.as_ref().map(|by| by.name.get(lang)),
        "by_kind": claimant(claim).id(),
        "as_of": claim.as_of.as_ref().map(|when| date(when, incident)),
        "contested": first.contested,
    })
}

/// The row of a list.
pub fn list_row(incident: &Incident, path: &str, lang: Lang) -> Value {
    let data = incident.data.iter().map(|e| json!({ "category": e.category.id(), "status": e.status.id() }));
    let measures =
        incident.measures.iter().map(|m| json!({ "kind": m.kind.id(), "status": m.status.map(Vocabulary::id) }));
    json!({
        "id": incident.id,
        "title": incident.title.get(lang),
        "organisation": incident.organisation.name.get(lang),
        "country": incident.organisation.country,
        "sector": incident.organisation.sector,
        "status": incident.status.map(Vocabulary::id),
        "date": earliest(incident).map(|m| milestone(&m)),
        "headline": headline(incident, lang),
        "data": data.collect::<Vec<_>>(),
        "measures": measures.collect::<Vec<_>>(),
        "path": path,
    })
}

/// How many records there are, match, and how many findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The records that are shown at all.
    pub total: usize,
    /// The findings that leave records out.
    pub errors: usize,
    /// The other findings.
    pub warnings: usize,
}

/// The output of `list`: the rows of the records that match, each with its file's path.
pub fn list(numbers: Numbers, rows: &[Value]) -> Value {
    json!({
        "format_version": FORMAT_VERSION,
        "total": numbers.total,
        "matched": rows.len(),
        "errors": numbers.errors,
        "warnings": numbers.warnings,
        "records": rows,
    })
}

/// The output of `timeline`: a lane an incident, its events in order; aligned at a milestone, how long after it each came.
pub fn timeline(incidents: &[&Incident], align: Option<EventKind>, lang: Lang) -> Value {
    let lanes = incidents.iter().map(|incident| lane(incident, align, lang));
    json!({
        "format_version": FORMAT_VERSION,
        "align": align.map(Vocabulary::id),
        "lanes": lanes.collect::<Vec<_>>(),
    })
}

/// Medians from a milestone over so many incidents.
pub fn medians(all: &[Median], of: usize) -> Value {
    let each = all.iter().map(|median| hours(json!({ "kind": median.kind.id(), "of": median.of }), Some(median.gap)));
    json!({ "of": of, "milestones": each.collect::<Vec<_>>() })
}

fn lane(incident: &Incident, align: Option<EventKind>, lang: Lang) -> Value {
    let told = super::timeline::lane(incident, lang);
    let anchor = align.map(|kind| day_zero::anchor(&day_zero::dates(incident), kind));
    let events = told.events.iter().map(|event| {
        let kind = match event.kind {
            Kind::Event(kind) => kind.id(),
            Kind::Measure(kind) => kind.id(),
        };
        let at = |seconds: Option<i64>| instant(seconds.and_then(|s| DateTime::from_timestamp(s, 0)));
        let mut value = json!({
            "at": event.at,
            "kind": kind,
            "label": event.label,
            "earliest": at(event.from),
            "latest": at(event.to),
            "doubtful": event.doubtful,
            "planned": event.planned,
            "approximate": event.approximate,
            "uncertain": event.uncertain,
            "sources": event.sources,
        });
        if let Some(Ok(anchor)) = anchor {
            value["offset"] = hours(json!({}), Some(super::timeline::since(anchor, event, 0)));
        }
        value
    });
    let mut value = json!({ "id": told.id, "title": told.title, "marks": events.collect::<Vec<_>>() });
    if let (Some(kind), Some(anchor)) = (align, anchor) {
        let stated = milestones(incident).into_iter().find(|stated| stated.kind == kind);
        value["anchor"] = stated.filter(|_| anchor.is_ok()).map_or(Value::Null, |stated| milestone(&stated));
        value["missing"] = match anchor {
            Ok(_) => Value::Null,
            Err(Missing::NotStated) => "not_stated".into(),
            Err(Missing::Unknown) => "unknown".into(),
        };
    }
    value
}

/// The milestones by event kind, with what was left out of each.
pub fn milestones_by_kind(incident: &Incident) -> Value {
    let told = milestones(incident).into_iter().map(|m| {
        let mut value = milestone(&m);
        value["doubtful"] = Value::Bool(m.doubtful);
        let left_out = m.left_out.iter().map(|reading| {
            let mut value = span(reading.date.text(), reading.interval);
            value["status"] = Value::from(reading.status.id());
            value
        });
        value["left_out"] = left_out.collect();
        (m.kind.id().to_owned(), value)
    });
    Value::Object(told.collect::<Map<_, _>>())
}

/// The gaps whose two dates the record states.
pub fn gaps(incident: &Incident) -> Value {
    GAPS.iter().filter_map(|between| Some(stated_gap(&gap::stated(incident, between.from, between.to)?))).collect()
}

/// A gap, with what it would be by other readings of its dates.
pub fn stated_gap(stated: &Stated) -> Value {
    let value = json!({ "from": stated.from.kind.id(), "to": stated.to.kind.id() });
    let mut value = hours(value, Some(stated.gap));
    value["doubtful"] = stated.is_doubtful().into();
    value["readings"] = stated.others.iter().map(other).collect();
    value
}

/// What another reading makes of a gap; a date that is null is the one that counts.
fn other(other: &Other) -> Value {
    let end = |reading: &Option<Reading>| {
        reading.as_ref().map(|reading| {
            let mut value = span(reading.date.text(), reading.interval);
            value["status"] = reading.status.id().into();
            value
        })
    };
    hours(json!({ "from_date": end(&other.from), "to_date": end(&other.to) }), Some(other.gap))
}

/// The clocks read on the record: those that are shown unasked and can apply.
pub fn clocks(incident: &Incident, rules: Rules) -> Value {
    rules.read(incident).iter().map(clock_reading).collect()
}

fn clock_reading(reading: &ClockReading) -> Value {
    let clock = reading.clock;
    let number = match clock.limit {
        Some(Limit::Hours(hours)) => Some(hours),
        _ => None,
    };
    let value = json!({
        "name": clock.id,
        "from": reading.from.as_ref().map(|m| m.kind.id()),
        "to": clock.to.map(Vocabulary::id),
        "hours": number,
        "limit": clock.limit.map(|limit| json!({ "unit": limit.unit(), "number": limit.number() })),
        "verdict": reading.verdict.id(),
    });
    let mut value = hours(value, reading.gap);
    let readings = reading.others.iter().map(|(reading, verdict)| {
        let mut value = other(reading);
        value["verdict"] = verdict.id().into();
        value
    });
    value["readings"] = readings.collect();
    value
}

fn hours(mut value: Value, gap: Option<Gap>) -> Value {
    value["min_hours"] = Value::from(gap.and_then(Gap::min_hours));
    value["max_hours"] = Value::from(gap.and_then(Gap::max_hours));
    value
}

/// The row of an incident among gaps: `{id, gaps, clocks}`.
pub fn gaps_row(incident: &Incident, gaps: &Value, rules: Rules) -> Value {
    json!({ "id": incident.id, "gaps": gaps, "clocks": clocks(incident, rules) })
}

/// What is reckoned of a record: headline, milestones, gaps, clocks.
pub fn derived(incident: &Incident, lang: Lang) -> Value {
    json!({
        "headline": headline(incident, lang),
        "milestones": milestones_by_kind(incident),
        "gaps": gaps(incident),
        "clocks": clocks(incident, Rules::built_in()),
    })
}

/// The whole record as written, with what is reckoned of it, as a line of `ndjson`.
pub fn whole(incident: &Incident, lang: Lang) -> Value {
    // a record is made of texts and numbers, which JSON can always hold
    let mut value = serde_json::to_value(incident).unwrap_or(Value::Null);
    value["derived"] = derived(incident, lang);
    value
}

/// The output of `show`: the whole record, with the version of the format first.
pub fn show(incident: &Incident, lang: Lang) -> Value {
    let mut shown = Map::new();
    shown.insert("format_version".to_owned(), FORMAT_VERSION.into());
    if let Value::Object(record) = whole(incident, lang) {
        shown.extend(record);
    }
    Value::Object(shown)
}

/// The output of `compare`: ids, then sections of rows of cells.
pub fn compare(comparison: &Comparison, rows: Rows) -> Value {
    let cell = |cell: &Cell| {
        let text: Vec<String> = cell.lines.iter().map(bare).filter(|text| !is_bar(text)).collect();
        json!({ "text": text.join("\n"), "mark": cell.standing.map(super::Standing::id), "key": cell.key })
    };
    let sections = comparison.sections.iter().map(|section| {
        let shown = section.rows.iter().filter(|row| rows == Rows::All || row.differs);
        let rows = shown.map(|row| {
            json!({
                "label": row.label,
                "group": row.group,
                "differs": row.differs,
                "cells": row.cells.iter().map(cell).collect::<Vec<_>>(),
                "total": row.total,
            })
        });
        json!({ "kind": section.kind.id(), "title": section.title, "rows": rows.collect::<Vec<_>>() })
    });
    json!({
        "format_version": FORMAT_VERSION,
        "incidents": comparison.columns.iter().map(|column| column.id.as_str()).collect::<Vec<_>>(),
        "sections": sections.collect::<Vec<_>>(),
    })
}

/// Whether a text is nothing but a bar, which only the eye can read.
fn is_bar(text: &str) -> bool {
    let pieces = [Glyph::Bar, Glyph::BarMaybe, Glyph::OpenRight].map(Glyph::twins);
    text.chars().all(|c| pieces.iter().any(|(unicode, ascii)| unicode.contains(c) || ascii.contains(c)))
}

/// A line's text without the sign that opens it, which has a field of its own.
fn bare(line: &Line) -> String {
    let is_glyph = |text: &str| Glyph::ALL.iter().any(|glyph| glyph.twins().0 == text || glyph.twins().1 == text);
    let text = line.text();
    match line.spans.first() {
        Some(first) if is_glyph(first.text()) => text.get(first.text().len()..).unwrap_or_default().trim().to_owned(),
        _ => text.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests;
