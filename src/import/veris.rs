//! VERIS: an incident of its schema, 1.3 to 1.4.1, as a record.
//! Durations are reckoned in `duration`; no coding mistake of the data is mended.

mod duration;
mod lost;
mod reference;

use super::draft::{self, both, event, fit, line, plain, source};
use super::json::{field, text, texts};
use super::{Dataset, Fault, Item, Loss, Outcome, Why, table};
use crate::record::check::identifier;
use crate::record::incident::{Actor, Attack, Claim, Claimant, Event, Measure, Party};
use crate::record::vocabulary::{
    ClaimantKind, CountUnit, DataCategory, DataStatus, EventKind, Grade, MeasureKind, MeasureStatus, PartyRole, Status,
    Vector,
};
use crate::record::{Localised, When};
use crate::text::import as words;
use duration::Duration;
use serde_json::Value;

/// The id of the database among the sources of a record.
const BASE: &str = "vcdb";

/// An incident as a record.
pub fn item(value: &Value, at: u64) -> Outcome {
    let fault = |why| Fault { at, why };
    let name = Some(text(value, "incident_id")).filter(|id| !id.trim().is_empty());
    let master = field(value, "plus").map_or("", |plus| text(plus, "master_id"));
    let name = name.unwrap_or(master).trim().to_lowercase();
    if name.is_empty() {
        return Err(fault(Why::NoField("incident_id".to_owned())));
    }
    let none = Value::Null;
    let timeline = field(value, "timeline").unwrap_or(&none);
    let incident = field(timeline, "incident").ok_or_else(|| fault(Why::NoField("timeline.incident".to_owned())))?;
    let date = duration::partial(incident)
        .ok_or_else(|| fault(Why::BadValue("timeline.incident".to_owned(), incident.to_string())))?;
    let mut item = victim(value, &name);
    let status = status(value);
    item.incident.status = Some(status);
    item.incident.summary = plain(text(value, "summary"));
    let mut base = source(BASE, both(words::VCDB, &[]), None, Some(Grade::C));
    base.note = Some(Localised::Plain(format!("incident_id {name}")));
    item.incident.sources.push(base);
    reference::cite(text(value, "reference"), &mut item);
    times(timeline, &date, &mut item);
    notification(value, &mut item);
    discovery(value, &mut item);
    attack(value, &mut item);
    data(value, &mut item);
    response(value, &mut item);
    notes(value, timeline, &mut item);
    lost::note(value, &mut item);
    Ok(Box::new(item))
}

/// Whose incident it is.
fn victim(value: &Value, name: &str) -> Item {
    let none = Value::Null;
    let victim = field(value, "victim").unwrap_or(&none);
    let industry = text(victim, "industry").trim().to_owned();
    let named = line(text(victim, "victim_id"));
    let unnamed = named.is_empty() || named.eq_ignore_ascii_case("unknown");
    let organisation = if unnamed { both(words::NOT_NAMED, &[]) } else { Localised::Plain(named) };
    let mut item = draft::item(Dataset::Veris, name, organisation.clone(), organisation);
    let sector = (2..=industry.len()).rev().find_map(|n| table::NAICS.get(industry.get(..n)?));
    item.incident.organisation.sector = sector.map(|sector| (*sector).to_owned());
    if sector.is_none() && !industry.is_empty() && industry != "000" {
        item.lose(Loss::unmapped("victim.industry", industry));
    }
    let countries: Vec<&str> =
        texts(victim, "country").into_iter().filter(|c| *c != "Unknown" && !c.is_empty()).collect();
    for country in countries {
        let known = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
        if known && item.incident.organisation.country.is_none() {
            item.incident.organisation.country = Some(country.to_owned());
        } else {
            item.lose(Loss::unmapped("victim.country", country));
        }
    }
    if let Some(secondary) = field(victim, "secondary") {
        let named = texts(secondary, "victim_id").into_iter().map(line);
        let named = named.map(|name| name.trim_end_matches([',', ';', ' ']).to_owned());
        for name in named.filter(|name| !name.is_empty()) {
            item.incident.parties.push(Party {
                name: Localised::Plain(name),
                role: PartyRole::Victim,
                note: None,
                sources: vec![BASE.to_owned()],
            });
        }
        if let Some(count) = field(secondary, "amount").and_then(Value::as_u64).filter(|count| *count > 0) {
            item.incident.affected.push(claim(count, CountUnit::Organisations, "victim.secondary"));
        }
    }
    item
}

fn status(value: &Value) -> Status {
    match text(value, "security_incident") {
        "False positive" => Status::Retracted,
        "Suspected" | "Near miss" => Status::Claimed,
        _ => Status::Confirmed,
    }
}

/// The milestones, each reckoned from the one before.
fn times(timeline: &Value, date: &When, item: &mut Item) {
    let first = event(EventKind::Intrusion, date.clone(), Some(both(words::FIRST_ACTION, &[])), &[BASE]);
    item.incident.timeline.push(first);
    let start = date.interval(chrono_tz::Tz::UTC);
    let mut compromise = start;
    let mut detected = None;
    for (name, kind) in [
        ("compromise", EventKind::Intrusion),
        ("exfiltration", EventKind::Exfiltration),
        ("discovery", EventKind::Detected),
        ("containment", EventKind::Contained),
    ] {
        let Some(duration) = field(timeline, name) else { continue };
        let from = if name == "containment" { detected.unwrap_or(compromise) } else { compromise };
        let Some(duration) = duration::read(duration) else {
            item.lose(Loss::dropped("timeline", format!("{name}: {duration}")));
            continue;
        };
        // that it never came, or does not apply, is told in the notes; and a second intrusion without a date tells nothing
        if name == "compromise" && duration == Duration::Unknown {
            compromise = duration::since(start);
            continue;
        }
        let Some((when, interval)) = duration.after(from) else { continue };
        match name {
            "compromise" => compromise = interval.unwrap_or(duration::since(start)),
            "discovery" => detected = Some(interval.unwrap_or(duration::since(compromise))),
            _ => {}
        }
        let text = (name == "compromise").then(|| both(words::COMPROMISE, &[]));
        let mut event = event(kind, when, text, &[BASE]);
        event.note = Some(match &duration {
            Duration::Unknown => both(words::UNKNOWN_DURATION, &[]),
            known => {
                item.lose(Loss::approximated("timeline", format!("{name}: {known}")));
                let bare = matches!(known, Duration::Of(_, None));
                both(if bare { words::FROM_UNIT } else { words::FROM_DURATION }, &[known])
            }
        });
        item.incident.timeline.push(event);
    }
}

fn notification(value: &Value, item: &mut Item) {
    let notified = field(value, "plus").and_then(|plus| field(plus, "timeline")).and_then(|t| field(t, "notification"));
    let Some(notified) = notified.filter(|notified| notified.as_object().is_some_and(|fields| !fields.is_empty()))
    else {
        return;
    };
    match duration::partial(notified) {
        Some(date) => item.incident.timeline.push(event(EventKind::Disclosed, date, None, &[BASE])),
        None => item.lose(Loss::dropped("plus.timeline.notification", notified.to_string())),
    }
}

/// Who discovered it, in both shapes that the schema had.
fn discovery(value: &Value, item: &mut Item) {
    let mut found: Vec<String> = Vec::new();
    match field(value, "discovery_method") {
        Some(Value::String(text)) => {
            let (who, how) = text.split_once(" - ").unwrap_or((text, ""));
            let who = match who {
                "Ext" => "external",
                "Int" => "internal",
                "Prt" => "partner",
                other => other,
            };
            found.push(format!("{who}, {how}").trim_end_matches(", ").to_owned());
        }
        Some(Value::Object(kinds)) => {
            for (who, inside) in kinds {
                let varieties = texts(inside, "variety");
                found.extend(varieties.iter().map(|variety| format!("{who}, {variety}")));
                if varieties.is_empty() {
                    found.push(who.clone());
                }
            }
        }
        _ => {}
    }
    // that nobody knows it is what no record says
    let found: Vec<String> = found.iter().map(|found| line(found)).filter(|found| says(found)).collect();
    for found in &found {
        item.tag(&format!("found-by-{}", identifier(found)));
    }
    if found.is_empty() {
        return;
    }
    let told = both(words::DISCOVERED_BY, &[&found.join("; ")]);
    let known: Option<&mut Event> = item.incident.timeline.iter_mut().find(|event| event.kind == EventKind::Detected);
    if let Some(event) = known {
        event.text = Some(told);
    } else if let Some(unknown) = draft::when("unknown") {
        item.incident.timeline.push(event(EventKind::Detected, unknown, Some(told), &[BASE]));
    }
}

/// Actions as vectors, their labels kept, and who acted.
fn attack(value: &Value, item: &mut Item) {
    let none = serde_json::Map::new();
    let mut attack = Attack { sources: vec![BASE.to_owned()], ..Attack::default() };
    let mut labels: Vec<(&str, String)> = Vec::new();
    for (action, inside) in field(value, "action").and_then(Value::as_object).unwrap_or(&none) {
        let varieties = texts(inside, "variety");
        let ways = texts(inside, "vector");
        labels.push(("action", line(&format!("{action}: {} ({})", varieties.join(", "), ways.join(", ")))));
        let told = ["name", "cve", "notes"].map(|name| (name, texts(inside, name).join(", ")));
        let told = told.into_iter().filter(|(_, text)| !text.trim().is_empty());
        labels.extend(told.map(|(name, text)| ("action", line(&format!("{action} {name}: {text}")))));
        let finer = varieties.iter().map(|variety| format!("{action}/{variety}"));
        let mut named: Vec<String> = finer.chain(ways.iter().map(|way| format!("{action}@{way}"))).collect();
        if varieties.is_empty() {
            named.push(action.clone());
        }
        for name in named {
            let coarse = table::VERIS_ACTION.get(action.as_str()).filter(|_| !name.contains('@'));
            match table::VERIS_ACTION.get(name.as_str()).or(coarse).and_then(|row| table::vector(row)) {
                Some(vector) if !attack.vectors.contains(&vector) => attack.vectors.push(vector),
                None if !name.contains('@') => item.lose(Loss::unmapped("action", name)),
                _ => {}
            }
        }
    }
    // what is known leaves no room for what is not
    if attack.vectors.len() > 1 {
        attack.vectors.retain(|vector| *vector != Vector::Unknown);
    }
    if let Some(actors) = field(value, "actor").and_then(Value::as_object) {
        let names: Vec<String> = actors.values().flat_map(|actor| texts(actor, "name")).map(line).collect();
        let names = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ");
        if !names.is_empty() {
            let sources = vec![BASE.to_owned()];
            attack.actor = Some(Actor { name: Localised::Plain(names), status: None, note: None, sources });
        }
        for (who, actor) in actors {
            let of = [texts(actor, "variety"), texts(actor, "motive")].map(|list| list.join(", "));
            labels.push(("actor", line(&format!("{who}: {}", of.join("; ")))));
        }
    }
    let labels: Vec<_> = labels.iter().map(|(name, label)| both(words::LABELLED, &[name, label])).collect();
    attack.note = draft::joined(&labels);
    item.incident.attack = Some(attack);
}

/// Which data, how many, and whose.
fn data(value: &Value, item: &mut Item) {
    let Some(lost) = field(value, "attribute").and_then(|attribute| field(attribute, "confidentiality")) else {
        return;
    };
    let status = match text(lost, "data_disclosure") {
        "Yes" | "" => DataStatus::Exposed,
        "Potentially" => DataStatus::Claimed,
        "No" => DataStatus::NotExposed,
        _ => DataStatus::Unknown,
    };
    let whose = texts(lost, "data_victim").into_iter().filter(|whose| says(whose)).map(line);
    let whose = whose.collect::<Vec<_>>().join(", ");
    let total = field(lost, "data_total").and_then(Value::as_u64).filter(|total| *total > 0);
    if let Some(total) = total {
        let mut all = claim(total, CountUnit::Records, "data_total");
        all.who = (!whose.is_empty()).then_some(Localised::Plain(whose));
        item.incident.affected.push(all);
    }
    for part in field(lost, "data").and_then(Value::as_array).into_iter().flatten() {
        let variety = line(text(part, "variety"));
        item.mentions += 1;
        match table::VERIS_DATA.get(variety.as_str()) {
            Some(row) => {
                table::categories(row)
                    .for_each(|category| item.expose(category, status, &format!("VERIS: {variety}"), &[BASE]));
            }
            None if variety == "Unknown" => item.expose(DataCategory::Other, DataStatus::Unknown, &variety, &[BASE]),
            None => {
                item.lose(Loss::unmapped("data", variety.clone()));
                let named = if variety.is_empty() { "VERIS".to_owned() } else { variety.clone() };
                item.expose(DataCategory::Other, status, &named, &[BASE]);
            }
        }
        let amount =
            field(part, "amount").and_then(Value::as_u64).filter(|amount| *amount > 0 && Some(*amount) != total);
        if let Some(amount) = amount {
            let mut claim = claim(amount, CountUnit::Records, "data.amount");
            claim.who = Some(Localised::Plain(variety));
            item.incident.affected.push(claim);
        }
    }
}

/// Whether a text says something.
fn says(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && !["unknown", "na", "other"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn claim(count: u64, unit: CountUnit, label: &str) -> Claim {
    Claim {
        id: None,
        count: draft::exactly(count),
        unit,
        who: None,
        by: Some(Claimant { name: both(words::VCDB, &[]), kind: Some(ClaimantKind::Researcher) }),
        as_of: None,
        status: None,
        supersedes: None,
        note: Some(Localised::Plain(format!("VERIS {label}"))),
        sources: vec![BASE.to_owned()],
    }
}

/// What was offered to those concerned, where the schema has a field for it.
fn response(value: &Value, item: &mut Item) {
    let plus = field(value, "plus");
    let lost = plus.and_then(|plus| field(plus, "attribute")).and_then(|a| field(a, "confidentiality"));
    let watched =
        [lost, plus].into_iter().flatten().map(|of| text(of, "credit_monitoring")).find(|text| !text.is_empty());
    let status = match watched {
        Some(yes) if yes.eq_ignore_ascii_case("yes") || yes.eq_ignore_ascii_case("y") => MeasureStatus::Done,
        Some(no) if no.eq_ignore_ascii_case("no") || no.eq_ignore_ascii_case("n") => MeasureStatus::Refused,
        _ => return,
    };
    let (by, sources) = (None, vec![BASE.to_owned()]);
    let (date, planned, text, note) = (None, None, None, None);
    let kind = MeasureKind::CreditMonitoring;
    item.incident.measures.push(Measure { kind, by, date, planned, status: Some(status), text, note, sources });
}

/// What has no field of its own: told in the notes, under the name that the schema has for it.
fn notes(value: &Value, timeline: &Value, item: &mut Item) {
    let mut notes = Vec::new();
    for name in ["compromise", "exfiltration", "discovery", "containment"] {
        match field(timeline, name).and_then(duration::read) {
            Some(Duration::Never) => notes.push(both(words::NEVER, &[&name])),
            Some(Duration::Unknown) if name == "compromise" => notes.push(both(words::NOT_KNOWN, &[&name])),
            Some(Duration::NotApplicable) => notes.push(both(words::NOT_APPLICABLE, &[&name])),
            _ => {}
        }
    }
    for name in
        ["corrective_action", "control_failure", "discovery_notes", "confidence", "targeted", "campaign_id", "notes"]
    {
        let text = fit(text(value, name));
        if says(&text) {
            notes.push(both(words::LABELLED, &[&name, &text]));
        }
    }
    let lost = field(value, "attribute").and_then(|attribute| field(attribute, "confidentiality"));
    for (name, of) in [("impact", field(value, "impact")), ("confidentiality", lost)] {
        let text = of.map(|of| fit(text(of, "notes"))).filter(|text| !text.is_empty());
        notes.extend(text.map(|text| both(words::LABELLED, &[&name, &text])));
    }
    item.incident.notes = draft::joined(&notes);
}
