//! Free texts: empty ones, those that lack a language which the others have, and `other` without a word about what.
//! It reads no meaning into a text.

use super::{At, Remark};
use crate::record::finding::Fault;
use crate::record::incident::Incident;
use crate::record::localised::Localised;
use crate::record::tree::{item, join};
use crate::record::vocabulary::{
    ConsequenceKind, CountUnit, DataCategory, EventKind, MeasureKind, PartyRole, Relation, RiskKind, Vector,
};

/// The most languages that are looked for in every text.
const LANGUAGES: usize = 24;

/// Checks the texts of a record.
pub fn check(incident: &Incident, remarks: &mut Vec<Remark>) {
    let mut languages: Vec<&str> = Vec::new();
    each(incident, &mut |_, text| {
        for code in text.languages() {
            if languages.len() < LANGUAGES && !languages.contains(&code) {
                languages.push(code);
            }
        }
    });
    each(incident, &mut |at, text| one(at, text, &languages, remarks));
    if let Some(attack) = &incident.attack {
        for (n, system) in attack.systems.iter().enumerate() {
            let mut found = Vec::new();
            one(At("attack", None, "systems"), system, &languages, &mut found);
            let list = item("attack.systems", n);
            remarks.extend(
                found.into_iter().map(|remark| Remark { at: remark.at.replacen("attack.systems", &list, 1), ..remark }),
            );
        }
    }
    others(incident, remarks);
}

fn one(at: At, text: &Localised, languages: &[&str], remarks: &mut Vec<Remark>) {
    match text {
        Localised::Plain(text) if text.trim().is_empty() => {
            remarks.push(Remark::new(Fault::EmptyText { required: required(at) }, at));
        }
        Localised::Plain(_) => {}
        Localised::ByLanguage(texts) => {
            for (code, text) in texts {
                if text.trim().is_empty() {
                    let at = join(&at.to_string(), code);
                    remarks.push(Remark::new(Fault::EmptyText { required: false }, at));
                }
            }
            let missing: Vec<String> = languages
                .iter()
                .filter(|code| texts.iter().all(|(known, _)| known != *code))
                .map(|code| (*code).to_owned())
                .collect();
            if !missing.is_empty() {
                remarks.push(Remark::new(Fault::MissingLanguage(missing), at));
            }
        }
    }
}

fn required(at: At) -> bool {
    matches!(at, At("title", ..) | At(_, _, "name") | At("sources", _, "title"))
}

/// Every text that stands for itself; the systems of an attack are a list and come apart.
fn each<'a>(incident: &'a Incident, seen: &mut dyn FnMut(At, &'a Localised)) {
    let mut maybe = |at: At, text: &'a Option<Localised>| {
        if let Some(text) = text {
            seen(at, text);
        }
    };
    maybe(At("summary", None, ""), &incident.summary);
    maybe(At("notes", None, ""), &incident.notes);
    if let Some(attack) = &incident.attack {
        maybe(At("attack", None, "note"), &attack.note);
        if let Some(actor) = &attack.actor {
            maybe(At("attack.actor", None, "note"), &actor.note);
        }
    }
    macro_rules! lists {
        ($($list:ident: $($field:ident)+;)+) => {
            $(for (n, statement) in incident.$list.iter().enumerate() {
                $(maybe(At(stringify!($list), Some(n), stringify!($field)), &statement.$field);)+
            })+
        };
    }
    lists! {
        parties: note;
        timeline: text note;
        affected: who note;
        data: text note;
        risks: text note;
        measures: by text note;
        consequences: by basis text note;
        sources: publisher note;
        related: note;
    }
    seen(At("title", None, ""), &incident.title);
    seen(At("organisation", None, "name"), &incident.organisation.name);
    if let Some(actor) = incident.attack.as_ref().and_then(|attack| attack.actor.as_ref()) {
        seen(At("attack.actor", None, "name"), &actor.name);
    }
    for (n, party) in incident.parties.iter().enumerate() {
        seen(At("parties", Some(n), "name"), &party.name);
    }
    for (n, claim) in incident.affected.iter().enumerate() {
        if let Some(by) = &claim.by {
            seen(At("affected", Some(n), "by.name"), &by.name);
        }
    }
    for (n, source) in incident.sources.iter().enumerate() {
        seen(At("sources", Some(n), "title"), &source.title);
    }
}

/// `other` with neither a text nor a note.
fn others(incident: &Incident, remarks: &mut Vec<Remark>) {
    let mut say = |other: bool, told: bool, at: At, field: &'static str| {
        if other && !told {
            remarks.push(Remark::new(Fault::OtherWithoutText { field: field.into() }, at));
        }
    };
    macro_rules! lists {
        ($($list:ident $field:ident $other:expr;)+) => {
            $(for (n, it) in incident.$list.iter().enumerate() {
                let told = it.text.is_some() || it.note.is_some();
                say(it.$field == $other, told, At(stringify!($list), Some(n), stringify!($field)), "text");
            })+
        };
    }
    lists! {
        timeline kind EventKind::Other;
        data category DataCategory::Other;
        risks kind RiskKind::Other;
        measures kind MeasureKind::Other;
        consequences kind ConsequenceKind::Other;
    }
    for (n, claim) in incident.affected.iter().enumerate() {
        let told = claim.who.is_some() || claim.note.is_some();
        say(claim.unit == CountUnit::Other, told, At("affected", Some(n), "unit"), "note");
    }
    for (n, party) in incident.parties.iter().enumerate() {
        say(party.role == PartyRole::Other, party.note.is_some(), At("parties", Some(n), "role"), "note");
    }
    for (n, related) in incident.related.iter().enumerate() {
        say(related.how == Some(Relation::Other), related.note.is_some(), At("related", Some(n), "how"), "note");
    }
    if let Some(attack) = &incident.attack {
        let other = attack.vectors.contains(&Vector::Other);
        say(other, attack.note.is_some(), At("attack", None, "vectors"), "note");
    }
}
