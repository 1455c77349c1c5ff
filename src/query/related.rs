//! Incidents that belong with one: those that a record names, and those that share its organisation, a party or its attacker.
//! What is found is a likeness of names and dates, not a fact; what is declared comes first.

use super::LEAST;
use super::document::texts::{Place, words};
use super::document::{Document, Label};
use super::fold::fold;
use crate::record::vocabulary::{PartyRole, Relation};
use crate::text::Lang;
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// How alike two names must be for one to be another spelling of the other.
const ALIKE: f64 = 0.94;

/// An incident that belongs with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Its place among the documents.
    pub index: usize,
    /// Why it does, the strongest reason first.
    pub why: Vec<Why>,
}

/// Why two incidents belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// One of the two records names the other.
    Declared(Option<Relation>),
    /// The organisation is the same, perhaps under another spelling, and the dates overlap.
    LikelyDuplicate,
    /// A supplier, processor or partner of this name has a part in both.
    Party(String),
    /// The attacker of this name is said to have done both.
    Attacker(String),
    /// The organisation is the same.
    Organisation,
}

/// The incidents that belong with the one at a place, the nearest first.
pub fn related(documents: &[Arc<Document>], of: usize, lang: Lang) -> Vec<Relative> {
    let Some(this) = documents.get(of).map(|document| Subject::new(document, lang)) else { return Vec::new() };
    let relative = |(index, other): (usize, &Arc<Document>)| {
        let why = if index == of { Vec::new() } else { this.why(other) };
        (!why.is_empty()).then_some(Relative { index, why })
    };
    let mut relatives: Vec<Relative> =
        documents.par_iter().enumerate().with_min_len(LEAST).filter_map(relative).collect();
    let start =
        |index: usize| documents.get(index).and_then(|document| document.date.earliest.or(document.date.latest));
    let here = start(of);
    relatives.sort_by_cached_key(|relative| {
        let apart = here.zip(start(relative.index)).map_or(i64::MAX, |(a, b)| (a - b).num_seconds().abs());
        (relative.why.first().map(weight), apart, relative.index)
    });
    relatives
}

/// Whether any incident belongs with the one at a place.
pub fn has_related(documents: &[Arc<Document>], of: usize, lang: Lang) -> bool {
    let Some(this) = documents.get(of).map(|document| Subject::new(document, lang)) else { return false };
    let belongs = |(index, other): (usize, &Arc<Document>)| index != of && !this.why(other).is_empty();
    documents.par_iter().enumerate().with_min_len(LEAST).any(belongs)
}

/// The incident whose relatives are sought, with what others are compared with.
struct Subject<'a> {
    document: &'a Document,
    lang: Lang,
    /// Its organisation's names, folded.
    names: HashSet<&'a str>,
    /// They, their words run together.
    bare: Vec<String>,
    /// Those who had a part in it, the attacker included, folded.
    people: HashSet<&'a str>,
    /// Those of them that several organisations share, folded.
    parties: HashSet<String>,
    /// The attacker, folded.
    actor: Option<String>,
}

impl<'a> Subject<'a> {
    fn new(document: &'a Document, lang: Lang) -> Subject<'a> {
        Subject {
            document,
            lang,
            names: document.texts.at(Place::Organisation).collect(),
            bare: bare(document).collect(),
            people: document.texts.at(Place::Party).collect(),
            parties: parties(document),
            actor: document.actor.as_ref().map(|actor| fold(actor.get(lang))),
        }
    }

    /// Why another incident belongs with it; empty if it does not.
    fn why(&self, other: &Document) -> Vec<Why> {
        let mut why: Vec<Why> = declared(self.document, other).into_iter().collect();
        let same = other.texts.at(Place::Organisation).any(|name| self.names.contains(name));
        let is_near = is_dated(self.document) && is_dated(other) && self.document.date.overlaps(other.date);
        if why.is_empty() && is_near && (same || self.is_like(other)) {
            why.push(Why::LikelyDuplicate);
        }
        // folding takes long, and few share anybody
        if other.texts.at(Place::Party).any(|name| self.people.contains(name)) {
            let shared = other.parties.iter().filter(|party| is_shared(party.role));
            let names = shared.map(|party| party.name.get(self.lang));
            why.extend(names.filter(|name| self.parties.contains(&fold(name))).map(|name| Why::Party(name.to_owned())));
            let attacker = other.actor.as_ref().map(|name| name.get(self.lang));
            let attacker = attacker.filter(|name| self.actor.as_ref() == Some(&fold(name)));
            why.extend(attacker.map(|name| Why::Attacker(name.to_owned())));
        }
        if same {
            why.push(Why::Organisation);
        }
        why
    }

    /// Whether a name of the other is another spelling of one of its own: the same words run together, or nearly so.
    fn is_like(&self, other: &Document) -> bool {
        let is_like = |one: &str, other: &str| {
            one == other || (one.len().min(other.len()) > 4 && strsim::jaro_winkler(one, other) >= ALIKE)
        };
        bare(other).any(|other| self.bare.iter().any(|one| is_like(one, &other)))
    }
}

fn weight(why: &Why) -> u8 {
    match why {
        Why::Declared(_) => 0,
        Why::LikelyDuplicate => 1,
        Why::Party(_) => 2,
        Why::Attacker(_) => 3,
        Why::Organisation => 4,
    }
}

/// What either record says of the other.
fn declared(this: &Document, other: &Document) -> Option<Why> {
    let says = |one: &Document, id: &str| one.related.iter().find(|(known, _)| **known == *id).map(|(_, how)| *how);
    says(this, &other.id).or_else(|| says(other, &this.id)).map(Why::Declared)
}

/// Whether a party of a role is one that several organisations share; regulators have a part in all.
fn is_shared(role: PartyRole) -> bool {
    matches!(role, PartyRole::Processor | PartyRole::Supplier | PartyRole::Partner | PartyRole::Controller)
}

fn parties(document: &Document) -> HashSet<String> {
    let shared = document.parties.iter().filter(|party| is_shared(party.role)).map(|party| &party.name);
    shared.flat_map(|name: &Label| Lang::ALL.map(|lang| fold(name.get(lang)))).collect()
}

fn is_dated(document: &Document) -> bool {
    !document.date.is_unknown()
}

/// The names of an organisation, the words of each run together.
fn bare(document: &Document) -> impl Iterator<Item = String> {
    document.texts.at(Place::Organisation).map(|name| words(name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str, name: &str, date: &str, rest: &str) -> Arc<Document> {
        let yaml = format!(
            "id: {id}\ntitle: T\norganisation: {{ name: \"{name}\" }}\ntimeline: [{{ date: {date}, kind: disclosed }}]\n{rest}"
        );
        Arc::new(Document::new(&serde_yaml::from_str(&yaml).expect("a record")))
    }

    #[test]
    fn what_is_declared_comes_first_and_each_says_why() {
        let host = "parties: [{ name: LAC Hosting, role: processor }, { name: CNIL, role: regulator }]";
        let documents = [
            document("a", "France Travail", "2024-03-08", &format!("related: [{{ id: e, how: same_data }}]\n{host}")),
            document("b", "Pôle emploi", "2021", "parties: [{ name: CNIL, role: regulator }]"),
            document("c", "FranceTravail", "2024-03", ""),
            document("d", "france travail", "2025-07", ""),
            document("e", "Other", "2020", ""),
            document("f", "Viamedis", "2024-02", &host.replace("LAC", "Lac")),
        ];
        let told: Vec<(&str, Vec<Why>)> =
            related(&documents, 0, Lang::Fr).into_iter().map(|r| (&*documents[r.index].id, r.why)).collect();
        assert_eq!(
            told,
            [
                ("e", vec![Why::Declared(Some(Relation::SameData))]),
                ("c", vec![Why::LikelyDuplicate]),
                ("f", vec![Why::Party("Lac Hosting".into())]),
                ("d", vec![Why::Organisation]),
            ]
        );
        assert_eq!(related(&documents, 4, Lang::Fr)[0].why, [Why::Declared(Some(Relation::SameData))]);
        assert!(related(&documents, 9, Lang::En).is_empty());
        let have: Vec<bool> = (0..7).map(|of| has_related(&documents, of, Lang::Fr)).collect();
        assert_eq!(have, [true, false, true, true, true, true, false]);
    }
}
