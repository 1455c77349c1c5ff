//! One incident as STIX 2.1 objects: the incident with its core extension, its events, the organisation, the whole record as
//! a note. It writes no bundle.
//!
//! The ids and times come from the record alone, so that the same record makes the same bytes. A claim has an author, and a
//! date two ends, which STIX cannot say; the note says both. The extensions are those of OASIS, `incident-ef7`, version 2.0.

use super::Options;
use super::{dossier, markdown};
use crate::record::clock::Rules;
use crate::record::headline::headline;
use crate::record::incident::{Event, Source};
use crate::record::milestone::milestone;
use crate::record::vocabulary::{CountUnit, DataStatus, EventKind, Status, Vector, Vocabulary};
use crate::record::when::{Partial, Precision, Span};
use crate::record::{Incident, When};
use crate::text::{Lang, export as words};
use crate::view::wording::date;
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

const CORE: &str = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";
const EVENT: &str = "extension-definition--4ca6de00-5b0d-45ef-a1dc-ea7279ea910e";

/// The id of a bundle of these records.
pub fn bundle<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    id("bundle", &ids.collect::<Vec<_>>().join(" "))
}

/// The objects of an incident. The organisation comes with each of its incidents, the same every time.
pub fn objects(incident: &Incident, options: &Options) -> Vec<Value> {
    let times = Times::of(incident);
    let organisation = organisation(incident, options.lang);
    let events = events(incident, &times, options.lang);
    let own = own(incident, &times, &events, options.lang);
    let (from, to) = (own["id"].clone(), organisation["id"].clone());
    let mut target = object("relationship", &format!("{from} targets {to}"), &times);
    target.extend(fields(json!({ "relationship_type": "targets", "source_ref": from, "target_ref": to })));
    let told = dossier::dossier_by(incident, options, Rules::built_in());
    let mut note = object("note", &incident.id, &times);
    note.extend(fields(json!({
        "lang": options.lang.code(),
        "abstract": words::RECORD_IN_FULL.get(options.lang),
        "content": markdown::dossier(&told),
        "object_refs": [own["id"]],
    })));
    let mut all = vec![organisation, own, Value::Object(target)];
    all.extend(events);
    all.push(Value::Object(note));
    all
}

fn own(incident: &Incident, times: &Times, events: &[Value], lang: Lang) -> Value {
    let mut extension = fields(json!({
        "extension_type": "property-extension",
        "determination": match incident.status {
            Some(Status::Confirmed) => "confirmed",
            Some(Status::Retracted) => "false-positive",
            Some(Status::Claimed | Status::Disputed) | None => "suspected",
        },
        "investigation_status": if milestone(incident, EventKind::Closed).is_some() { "closed" } else { "open" },
        "event_refs": events.iter().map(|event| event["id"].clone()).collect::<Vec<_>>(),
    }));
    let vectors = incident.attack.iter().flat_map(|attack| &attack.vectors);
    let types: BTreeSet<&str> = vectors.filter_map(|vector| incident_type(*vector)).collect();
    if !types.is_empty() {
        extension.insert("incident_types".to_owned(), json!(types));
    }
    // one number without its author: only where nobody contradicts it and it is exact
    let exact = headline(incident).filter(|first| {
        let count = first.claim.count;
        first.claim.unit == CountUnit::Persons && count.min == count.max && !count.approx && !first.contested
    });
    if let Some(count) = exact.and_then(|first| first.claim.count.min) {
        extension.insert("impacted_entity_counts".to_owned(), json!({ "entity_type": "individual", "count": count }));
    }
    let mut own = object("incident", &incident.id, times);
    own.extend(fields(json!({ "lang": lang.code(), "name": incident.title.get(lang) })));
    if let Some(summary) = &incident.summary {
        own.insert("description".to_owned(), summary.get(lang).into());
    }
    let stated = incident.data.iter().filter(|exposure| exposure.status != DataStatus::Unknown);
    let mut labels: Vec<String> =
        stated.map(|exposure| format!("data:{}={}", exposure.category.id(), exposure.status.id())).collect();
    labels.extend(incident.tags.iter().cloned());
    if !labels.is_empty() {
        own.insert("labels".to_owned(), json!(labels));
    }
    let mut references = vec![json!({ "source_name": "breachline", "external_id": incident.id })];
    references.extend(incident.sources.iter().map(|source| reference(source, lang)));
    own.insert("external_references".to_owned(), json!(references));
    own.insert("extensions".to_owned(), json!({ CORE: extension }));
    Value::Object(own)
}

fn reference(source: &Source, lang: Lang) -> Value {
    let title = source.title.get(lang);
    let name = source.publisher.as_ref().map_or(title, |publisher| publisher.get(lang));
    let mut reference = fields(json!({ "source_name": name, "description": title }));
    if let Some(url) = &source.url {
        reference.insert("url".to_owned(), url.as_str().into());
    }
    Value::Object(reference)
}

fn organisation(incident: &Incident, lang: Lang) -> Value {
    let organisation = &incident.organisation;
    let country = organisation.country.as_deref().unwrap_or_default();
    // the name in its first language: a reader's language changes no id
    let name = organisation.name.all().next().unwrap_or_default();
    let mut identity = object("identity", &format!("{name} {country}"), &Times::ALWAYS);
    identity.extend(fields(json!({ "name": organisation.name.get(lang), "identity_class": "organization" })));
    Value::Object(identity)
}

fn events(incident: &Incident, times: &Times, lang: Lang) -> Vec<Value> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let event = |event: &Event| {
        let name = format!("{} {} {}", incident.id, event.kind.id(), event.date);
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        let mut told = object("event", &format!("{name} {count}"), times);
        let when = date::full(&event.date, lang);
        let text = event.text.as_ref().map_or_else(String::new, |text| format!(" · {}", text.get(lang)));
        told.extend(fields(json!({
            "name": event.kind.label().get(lang),
            "description": format!("{when} ({}){text}", event.date),
            "status": match event.status {
                None | Some(Status::Confirmed) => "occurred",
                Some(Status::Claimed | Status::Disputed) => "undetermined",
                Some(Status::Retracted) => "not-occurred",
            },
        })));
        for (end, field) in ends(&event.date, incident.zone()).into_iter().zip(["start_time", "end_time"]) {
            if let Some((at, fidelity)) = end {
                told.insert(field.to_owned(), at.into());
                told.insert(format!("{field}_fidelity"), fidelity.into());
            }
        }
        told.insert("extensions".to_owned(), json!({ EVENT: { "extension_type": "new-sdo" } }));
        Value::Object(told)
    };
    incident.timeline.iter().map(event).collect()
}

/// The two ends of a date, each with how precise it is; of a single date the start alone.
fn ends(when: &When, zone: Tz) -> [Option<(String, &'static str)>; 2] {
    let end = |at| end(at, zone);
    match when.span() {
        Span::Unknown => [None, None],
        Span::Single(at) => [Some(end(at)), None],
        Span::Range(from, to) => [from.map(end), to.map(end)],
    }
}

/// A date as a time with its precision: a day stays that day, whatever the zone; an hour is told in UTC.
fn end(at: Partial, zone: Tz) -> (String, &'static str) {
    let fidelity = match at.precision {
        Precision::Year => "year",
        Precision::Month => "month",
        Precision::Day => "day",
        Precision::Minute => "minute",
        Precision::Second => "second",
    };
    let exact = at.interval(zone).earliest.filter(|_| at.precision >= Precision::Minute);
    (time(exact.unwrap_or(at.start.and_utc())), fidelity)
}

fn incident_type(vector: Vector) -> Option<&'static str> {
    match vector {
        Vector::StolenCredentials | Vector::Infostealer | Vector::CredentialStuffing => {
            Some("theft-access-credentials")
        }
        Vector::Phishing => Some("dissemination-phishing-emails"),
        Vector::BruteForce => Some("password-cracking-attempt"),
        Vector::Ransomware => Some("ransomware"),
        Vector::Supplier => Some("supply-chain-customer"),
        Vector::Accident => Some("unintentional"),
        Vector::Misconfiguration => Some("unauthorized-access-information"),
        _ => None,
    }
}

/// When a record was begun and last changed, as far as what it states tells.
#[derive(Clone, Copy)]
struct Times {
    created: DateTime<Utc>,
    modified: DateTime<Utc>,
}

impl Times {
    /// For what stands in several records.
    const ALWAYS: Times = Times { created: DateTime::UNIX_EPOCH, modified: DateTime::UNIX_EPOCH };

    fn of(incident: &Incident) -> Times {
        let zone = incident.zone();
        let sources = incident.sources.iter().filter_map(|source| source.date.as_ref());
        let dates = sources.chain(incident.timeline.iter().map(|event| &event.date));
        let known: Vec<DateTime<Utc>> = dates.filter_map(|when| when.interval(zone).earliest).collect();
        let at = |end: Option<&DateTime<Utc>>| end.copied().unwrap_or_default();
        Times { created: at(known.iter().min()), modified: at(known.iter().max()) }
    }
}

fn object(kind: &str, name: &str, times: &Times) -> Map<String, Value> {
    fields(json!({
        "type": kind,
        "spec_version": "2.1",
        "id": id(kind, name),
        "created": time(times.created),
        "modified": time(times.modified),
    }))
}

fn id(kind: &str, name: &str) -> String {
    let own = Uuid::new_v5(&Uuid::NAMESPACE_DNS, b"breachline");
    format!("{kind}--{}", Uuid::new_v5(&own, format!("{kind} {name}").as_bytes()))
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(date: &str) -> [Option<(String, &'static str)>; 2] {
        ends(&date.parse().unwrap(), Tz::Europe__Paris)
    }

    #[test]
    fn a_day_stays_its_day_and_an_hour_is_told_in_utc() {
        assert_eq!(told("2025-07-12")[0], Some(("2025-07-12T00:00:00.000Z".to_owned(), "day")));
        assert_eq!(told("2025-07-12T00:30+02:00")[0], Some(("2025-07-11T22:30:00.000Z".to_owned(), "minute")));
        assert_eq!(told("2025-07-12T00:30")[0], told("2025-07-12T00:30+02:00")[0]);
        assert_eq!(told("../2025-07")[0], None);
        assert_eq!(told("../2025-07")[1], Some(("2025-07-01T00:00:00.000Z".to_owned(), "month")));
        assert_eq!(told("unknown"), [None, None]);
    }

    #[test]
    fn ids_hang_on_the_record_alone() {
        assert_eq!(id("incident", "a"), id("incident", "a"));
        assert_ne!(id("incident", "a"), id("incident", "b"));
        assert_eq!(bundle(["a", "b"].into_iter()).split("--").next(), Some("bundle"));
    }
}
