//! Incidents that belong with one: those that a record names, and those that share its organisation, a party or its attacker.
//! What is found is a likeness of names and dates, not a fact; what is declared comes first.

use super::document::texts::{Place, words};
use super::document::{Document, Label};
use super::fold::fold;
use crate::record::vocabulary::{PartyRole, Relation};
use crate::text::Lang;
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
    let Some(this) = documents.get(of) else { return Vec::new() };
    let names: HashSet<&str> = this.texts.at(Place::Organisation).collect();
    let parties = parties(this);
    let actor = this.actor.as_ref().map(|actor| fold(actor.get(lang)));
    let mut relatives: Vec<Relative> = Vec::new();
    for (index, other) in documents.iter().enumerate().filter(|(index, _)| *index != of) {
        let mut why: Vec<Why> = declared(this, other).into_iter().collect();
        let same = other.texts.at(Place::Organisation).any(|name| names.contains(name));
        let is_near = is_dated(this) && is_dated(other) && this.date.overlaps(other.date);
        if why.is_empty() && is_near && (same || are_alike(this, other)) {
            why.push(Why::LikelyDuplicate);
        }
        let shared = other.parties.iter().filter(|party| is_shared(party.role));
        let shared = shared.filter(|party| parties.contains(&fold(party.name.get(lang))));
        why.extend(shared.map(|party| Why::Party(party.name.get(lang).to_owned())));
        let attacker = other.actor.as_ref().filter(|name| actor.as_ref() == Some(&fold(name.get(lang))));
        why.extend(attacker.map(|name| Why::Attacker(name.get(lang).to_owned())));
        if same {
            why.push(Why::Organisation);
        }
        if !why.is_empty() {
            relatives.push(Relative { index, why });
        }
    }
    let start =
        |index: usize| documents.get(index).and_then(|document| document.date.earliest.or(document.date.latest));
    let here = start(of);
    relatives.sort_by_cached_key(|relative| {
        let apart = here.zip(start(relative.index)).map_or(i64::MAX, |(a, b)| (a - b).num_seconds().abs());
        (relative.why.first().map(weight), apart, relative.index)
    });
    relatives
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

/// Whether a name of the one is another spelling of a name of the other: the same words run together, or nearly so.
fn are_alike(this: &Document, other: &Document) -> bool {
    let bare = |document: &Document| -> Vec<String> {
        document.texts.at(Place::Organisation).map(|name| words(name).collect()).collect()
    };
    let others = bare(other);
    bare(this).iter().any(|one| {
        others
            .iter()
            .any(|other| one == other || (one.len().min(other.len()) > 4 && strsim::jaro_winkler(one, other) >= ALIKE))
    })
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
    }
}
