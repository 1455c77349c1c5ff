//! Bonjour la fuite: a row of its table as a record.
//! The table's volumes are free text; what is no count in it stays words.

use super::draft::{both, event, fit, is_address, line, source, when};
use super::sheet::{Row, Sheet};
use super::{Dataset, Each, Fault, Item, Loss, Outcome, Why, draft, literal, words as french};
use crate::record::incident::{Attack, Claim, Claimant, Party};
use crate::record::vocabulary::{
    ClaimantKind, CountUnit, DataCategory, DataStatus, EventKind, Grade, PartyRole, Status, Vector, Vocabulary,
};
use crate::record::{Localised, spoken};
use crate::text::import as words;
use serde_json::Value;
use std::io::Read;

/// The id of the list itself among the sources of a record.
const LIST: &str = "list";

/// Hands over the rows of the table as records.
pub fn items(source: &mut dyn Read, each: Each) {
    let mut sheet = Sheet::open(source);
    if let Some(missing) = ["date", "processor"].into_iter().find(|name| sheet.column(name).is_none()) {
        // there is nothing to break off
        let _ = each(Err(Fault { at: sheet.line(), why: Why::NoColumn(missing.to_owned()) }));
        return;
    }
    while let Some(row) = sheet.next_row() {
        if each(row.and_then(|row| item(&row))).is_break() {
            return;
        }
    }
}

fn item(row: &Row) -> Outcome {
    let fault = |why| Fault { at: row.line, why };
    let name = line(row.get("processor"));
    if name.is_empty() {
        return Err(fault(Why::NoField("processor".to_owned())));
    }
    let date = row.get("date").trim();
    // the list does not say whether it is the day of the leak or of its publication
    let day = when(&format!("{date}?")).ok_or_else(|| fault(Why::BadValue("date".to_owned(), date.to_owned())))?;
    let key = format!("{date} {name}");
    let mut item = draft::item(Dataset::BonjourLaFuite, &key, Localised::Plain(name.clone()), Localised::Plain(name));
    let mut list = source(
        LIST,
        both(words::BONJOUR_LA_FUITE, &[]),
        Some("https://bonjourlafuite.eu.org/".to_owned()),
        Some(Grade::C),
    );
    list.publisher = Some(both(words::BONJOUR_LA_FUITE, &[]));
    item.incident.sources.push(list);
    let links = links(row.get("links"), &mut item);
    let mut sources = vec![LIST];
    sources.extend(links.iter().map(String::as_str));
    let mut disclosed = event(EventKind::Disclosed, day, None, &sources);
    disclosed.note = Some(both(words::LEAK_OR_PUBLICATION, &[]));
    item.lose(Loss::approximated("date", ""));
    item.incident.timeline.push(disclosed);
    let mut notes = Vec::new();
    let status = status(row.get("status"), &mut item, &mut notes);
    organisation(row, &mut item);
    supplier(row.get("subcontractor"), &mut item);
    volume(row.get("volume"), status, &sources, &mut item, &mut notes);
    data(row.get("data"), status, &sources, &mut item, &mut notes);
    match row.get("sensitive").trim() {
        "True" => {
            item.tag("sensitive");
            notes.push(both(words::SENSITIVE, &[]));
        }
        "False" => {
            item.tag("not-sensitive");
            notes.push(both(words::NOT_SENSITIVE, &[]));
        }
        "" => {}
        other => item.lose(Loss::dropped("sensitive", line(other))),
    }
    item.incident.notes = draft::joined(&notes);
    Ok(Box::new(item))
}

fn status(word: &str, item: &mut Item, notes: &mut Vec<Localised>) -> Status {
    let status = match word.trim() {
        "confirmed" | "" => Status::Confirmed,
        "claimed" => Status::Claimed,
        "untrusted" => {
            item.tag("untrusted");
            notes.push(both(words::UNTRUSTED, &[]));
            Status::Claimed
        }
        other => {
            item.lose(Loss::unmapped("status", line(other)));
            notes.push(both(words::REMARK, &[&line(other)]));
            Status::Claimed
        }
    };
    item.incident.status = Some(status);
    status
}

/// What kind of organisation it is; the list says "private company" also where nobody has said so.
fn organisation(row: &Row, item: &mut Item) {
    let word = row.get("organization_type").trim();
    let sector = match word {
        "public_authority" => Some("public_administration"),
        "association" => Some("association"),
        "federation" => Some("federation"),
        "private_company" | "" => None,
        other => {
            item.lose(Loss::unmapped("organization_type", line(other)));
            None
        }
    };
    if word == "private_company" {
        item.lose(Loss::dropped("organization_type", word));
    }
    item.incident.organisation.sector = sector.map(str::to_owned);
    item.incident.organisation.country = Some("FR".to_owned());
}

fn supplier(text: &str, item: &mut Item) {
    let name = line(text);
    if name.is_empty() {
        return;
    }
    let vectors = vec![Vector::Supplier];
    item.incident.attack = Some(Attack { vectors, sources: vec![LIST.to_owned()], ..Attack::default() });
    for name in name.split(" et ").map(str::trim).filter(|name| !name.is_empty()) {
        let sources = vec![LIST.to_owned()];
        item.incident.parties.push(Party {
            name: Localised::Plain(name.to_owned()),
            role: PartyRole::Processor,
            note: None,
            sources,
        });
    }
}

/// The counts of a volume, each with its words; a text without any stays a note.
fn volume(text: &str, status: Status, sources: &[&str], item: &mut Item, notes: &mut Vec<Localised>) {
    let text = line(text);
    if text.is_empty() {
        return;
    }
    let counts = spoken::all(&text);
    if counts.is_empty() {
        let named = french::read(&text);
        item.lose(Loss::unmapped("volume", text.clone()));
        notes.push(both(words::REMARK, &[&text]));
        if let Some(vector) = named.vector {
            vectors(item).push(vector);
        }
    }
    for spoken in counts {
        if spoken.count.approx || spoken.count.min != spoken.count.max {
            item.lose(Loss::approximated("volume", spoken.read));
        }
        if spoken.unit.is_none() {
            item.lose(Loss::unmapped("volume", spoken.read));
        }
        item.incident.affected.push(Claim {
            id: None,
            count: spoken.count,
            unit: spoken.unit.unwrap_or(CountUnit::Other),
            who: says_whom(spoken.noun, spoken.unit).then(|| Localised::Plain(spoken.noun.to_owned())),
            by: Some(Claimant { name: both(words::BONJOUR_LA_FUITE, &[]), kind: Some(ClaimantKind::Other) }),
            as_of: None,
            status: (status != Status::Confirmed).then_some(status),
            supersedes: None,
            note: Some(both(words::IN_WORDS, &[&text])),
            sources: sources.iter().map(|id| (*id).to_owned()).collect(),
        });
    }
}

/// Whether a noun says more than its unit does.
fn says_whom(noun: &str, unit: Option<CountUnit>) -> bool {
    let said = unit.map_or_else(String::new, |unit| unit.label().fr.to_lowercase());
    let noun = noun.to_lowercase();
    !noun.is_empty() && noun != said && !(unit == Some(CountUnit::Bytes) && noun == "donn\u{e9}es")
}

fn vectors(item: &mut Item) -> &mut Vec<Vector> {
    let attack =
        item.incident.attack.get_or_insert_with(|| Attack { sources: vec![LIST.to_owned()], ..Attack::default() });
    &mut attack.vectors
}

fn data(text: &str, status: Status, sources: &[&str], item: &mut Item, notes: &mut Vec<Localised>) {
    if text.trim().is_empty() {
        return;
    }
    let Some(Value::Array(named)) = literal::read(text) else {
        item.lose(Loss::unmapped("data", line(text)));
        notes.push(both(words::REMARK, &[&line(text)]));
        return;
    };
    let status = if status == Status::Confirmed { DataStatus::Exposed } else { DataStatus::Claimed };
    let mut told: Vec<String> = Vec::new();
    for words_of in named.iter().filter_map(Value::as_str).map(line) {
        if words_of.is_empty() || told.contains(&words_of) {
            continue;
        }
        item.mentions += 1;
        told.push(words_of.clone());
        let found = french::read(&words_of);
        for (category, denied) in &found.categories {
            let status = if *denied { DataStatus::NotExposed } else { status };
            item.expose(*category, status, &words_of, sources);
        }
        if let Some(vector) = found.vector
            && !vectors(item).contains(&vector)
        {
            vectors(item).push(vector);
        }
        if found.known && found.categories.is_empty() {
            notes.push(both(words::REMARK, &[&words_of]));
        } else if !found.known {
            item.lose(Loss::unmapped("data", words_of.clone()));
            item.expose(DataCategory::Other, status, &words_of, sources);
        }
    }
}

/// The links as sources, in both shapes that the list has; gives the ids by which they are cited.
fn links(text: &str, item: &mut Item) -> Vec<String> {
    let mut ids = Vec::new();
    if text.trim().is_empty() {
        return ids;
    }
    let Some(Value::Array(links)) = literal::read(text) else {
        item.lose(Loss::dropped("links", line(text)));
        return ids;
    };
    for link in links {
        let (title, href) = match &link {
            Value::String(href) => ("", href.as_str()),
            Value::Object(link) => {
                let text = |name: &str| link.get(name).and_then(Value::as_str).unwrap_or_default();
                (text("text"), text("href"))
            }
            _ => continue,
        };
        // "Source" says no more than the address does
        let title = if title.eq_ignore_ascii_case("source") { "" } else { title };
        let href = href.trim();
        if is_address(href) {
            let id = item.cite(title, href);
            if !ids.contains(&id) {
                ids.push(id);
            }
        } else if !href.is_empty() {
            // a bare file name leads nowhere, but says that there is an image
            item.lose(Loss::dropped("links", fit(href)));
        }
    }
    ids
}
