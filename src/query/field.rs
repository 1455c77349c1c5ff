//! Fields of a query: their names, what kind of value each takes, and whether an incident states one.
//! It reads no query's text; `parse` does.

use super::document::Document;
use super::document::texts::Place;
use super::fold::fold;
use super::mistake::nearest;
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::text::{Phrase, query as words};
use std::fmt;

/// A field that a query can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// The organisation's names.
    Org,
    /// Its sector.
    Sector,
    /// Its country.
    Country,
    /// How far the record can be relied on.
    Status,
    /// The year of the earliest milestone.
    Year,
    /// The earliest milestone.
    Date,
    /// The headline count.
    Affected,
    /// What the headline counts.
    Unit,
    /// Who made a claim that stands.
    Claimant,
    /// A data category.
    Data,
    /// A vector.
    Vector,
    /// A system.
    System,
    /// Somebody with a part in it, the attacker included.
    Party,
    /// The part of a party.
    Role,
    /// A measure.
    Measure,
    /// A risk.
    Risk,
    /// What the clock of GDPR art. 33 says.
    Clock,
    /// A source.
    Source,
    /// A tag.
    Tag,
    /// The id.
    Id,
    /// Any text.
    Any,
    /// The milestone of an event kind.
    Event(EventKind),
    /// The gap from one milestone to another.
    Gap(EventKind, EventKind),
}

/// What is asked of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A part of a text, or with `=` the whole of it.
    Text,
    /// A word of a closed list.
    Word,
    /// A date.
    Date,
    /// A duration.
    Length,
    /// A number.
    Number,
}

impl Field {
    /// The fields with a name of their own, in the order in which they are offered.
    pub const ALL: [Field; 22] = [
        Field::Title,
        Field::Org,
        Field::Sector,
        Field::Country,
        Field::Status,
        Field::Year,
        Field::Date,
        Field::Affected,
        Field::Unit,
        Field::Claimant,
        Field::Data,
        Field::Vector,
        Field::System,
        Field::Party,
        Field::Role,
        Field::Measure,
        Field::Risk,
        Field::Clock,
        Field::Source,
        Field::Tag,
        Field::Id,
        Field::Any,
    ];

    /// All fields but gaps: those with a name of their own, then the event kinds whose names are no other field's.
    pub fn all() -> impl Iterator<Item = Field> {
        let events = EventKind::all().iter().map(|kind| Field::Event(*kind));
        Field::ALL.into_iter().chain(events.filter(|event| Field::of(&event.to_string()) == Some(*event)))
    }

    /// Its English name and its French one, as a query knows it, and what it is; nothing for events and gaps.
    fn told(self) -> Option<(&'static str, &'static str, Phrase)> {
        Some(match self {
            Field::Title => ("title", "titre", words::FIELD_TITLE),
            Field::Org => ("org", "organisation", words::FIELD_ORG),
            Field::Sector => ("sector", "secteur", words::FIELD_SECTOR),
            Field::Country => ("country", "pays", words::FIELD_COUNTRY),
            Field::Status => ("status", "statut", words::FIELD_STATUS),
            Field::Year => ("year", "annee", words::FIELD_YEAR),
            Field::Date => ("date", "date", words::FIELD_DATE),
            Field::Affected => ("affected", "concernes", words::FIELD_AFFECTED),
            Field::Unit => ("unit", "unite", words::FIELD_UNIT),
            Field::Claimant => ("claimant", "declarant", words::FIELD_CLAIMANT),
            Field::Data => ("data", "donnees", words::FIELD_DATA),
            Field::Vector => ("vector", "vecteur", words::FIELD_VECTOR),
            Field::System => ("system", "systeme", words::FIELD_SYSTEM),
            Field::Party => ("party", "intervenant", words::FIELD_PARTY),
            Field::Role => ("role", "role", words::FIELD_ROLE),
            Field::Measure => ("measure", "mesure", words::FIELD_MEASURE),
            Field::Risk => ("risk", "risque", words::FIELD_RISK),
            Field::Clock => ("clock", "echeance", words::FIELD_CLOCK),
            Field::Source => ("source", "source", words::FIELD_SOURCE),
            Field::Tag => ("tag", "etiquette", words::FIELD_TAG),
            Field::Id => ("id", "identifiant", words::FIELD_ID),
            Field::Any => ("any", "tout", words::FIELD_ANY),
            Field::Event(_) | Field::Gap(..) => return None,
        })
    }

    /// What it is, for a reader.
    pub fn label(self) -> Phrase {
        match (self, self.told()) {
            (_, Some((_, _, label))) => label,
            (Field::Event(kind), _) => kind.definition(),
            _ => words::FIELD_GAP,
        }
    }

    /// What is asked of it.
    pub fn kind(self) -> Kind {
        match self {
            Field::Id | Field::Title | Field::Org | Field::Sector | Field::Country => Kind::Text,
            Field::System | Field::Party | Field::Source | Field::Tag | Field::Any => Kind::Text,
            Field::Status | Field::Unit | Field::Claimant | Field::Data | Field::Vector => Kind::Word,
            Field::Role | Field::Measure | Field::Risk | Field::Clock => Kind::Word,
            Field::Year | Field::Affected => Kind::Number,
            Field::Date | Field::Event(_) => Kind::Date,
            Field::Gap(..) => Kind::Length,
        }
    }

    /// The field of a name in either language, whatever its accents and case.
    pub fn of(name: &str) -> Option<Field> {
        let name = fold(name);
        if let Some((from, to)) = name.split_once("..") {
            return Some(Field::Gap(event(from)?, event(to)?));
        }
        let named = |field: &Field| field.told().is_some_and(|(en, fr, _)| name == en || name == fr);
        Field::ALL.into_iter().find(named).or_else(|| event(&name).map(Field::Event))
    }

    /// The names that come nearest to one that is none.
    pub fn nearest(name: &str) -> Vec<String> {
        let fields = Field::all().map(|field| {
            let spelled = match field {
                Field::Event(kind) => [kind.id(), kind.label().fr].map(spelled).to_vec(),
                field => field.told().map_or_else(Vec::new, |(en, fr, _)| vec![en.to_owned(), fr.to_owned()]),
            };
            (field.to_string(), spelled)
        });
        nearest(name, fields)
    }

    /// The event kinds that come nearest to one that is none.
    pub fn nearest_event(name: &str) -> Vec<String> {
        let kinds = EventKind::all().iter();
        nearest(name, kinds.map(|kind| (kind.id().to_owned(), vec![spelled(kind.id()), spelled(kind.label().fr)])))
    }

    /// Where the texts of the field stand; nothing for those without a place.
    pub fn place(self) -> Option<Place> {
        match self {
            Field::Id => Some(Place::Id),
            Field::Title => Some(Place::Title),
            Field::Org => Some(Place::Organisation),
            Field::Tag => Some(Place::Tag),
            Field::System => Some(Place::System),
            Field::Party => Some(Place::Party),
            Field::Source => Some(Place::Source),
            Field::Sector => Some(Place::Sector),
            _ => None,
        }
    }

    /// Whether an incident states something of it; a date that is stated to be unknown is nothing.
    pub fn is_stated(self, document: &Document) -> bool {
        if let Some(place) = self.place() {
            return document.texts.at(place).next().is_some();
        }
        match self {
            Field::Country => document.country.is_some(),
            Field::Status => document.status.is_some(),
            Field::Year | Field::Date => !document.date.is_unknown(),
            Field::Affected | Field::Unit => document.headline.is_some(),
            Field::Claimant => !document.claimants.is_empty(),
            Field::Data => !document.data.is_empty(),
            Field::Vector => !document.vectors.is_empty(),
            Field::Role => !document.parties.is_empty(),
            Field::Measure => !document.measures.is_empty(),
            Field::Risk => !document.risks.is_empty(),
            Field::Clock => document.verdict.is_some(),
            Field::Event(kind) => document.milestone(kind).is_some_and(|interval| !interval.is_unknown()),
            Field::Gap(from, to) => document.gap(from, to).is_some_and(|gap| !gap.is_unknown()),
            _ => true,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Field::Event(kind) => f.write_str(kind.id()),
            Field::Gap(from, to) => write!(f, "{}..{}", from.id(), to.id()),
            field => f.write_str(field.told().map_or("", |(name, _, _)| name)),
        }
    }
}

/// The event kind of a folded name, by its id or its label in either language.
fn event(name: &str) -> Option<EventKind> {
    let names = |kind: &EventKind| [kind.id(), kind.label().en, kind.label().fr].map(spelled);
    let kinds = || EventKind::all().iter().copied();
    kinds().find(|kind| kind.id() == name).or_else(|| kinds().find(|kind| names(kind).iter().any(|n| n == name)))
}

/// A label as it is written for a field's name.
fn spelled(label: &str) -> String {
    fold(label).replace([' ', '\'', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_name_in_either_language() {
        for field in Field::all() {
            assert_eq!(Field::of(&field.to_string()), Some(field));
            if let Some((en, fr, _)) = field.told() {
                assert_eq!((Field::of(en), Field::of(fr)), (Some(field), Some(field)));
            }
        }
        let gap = Field::Gap(EventKind::Detected, EventKind::AuthorityNotified);
        assert_eq!(Field::of("DETECTED..authority_notified"), Some(gap));
        assert_eq!(Field::of("détection..autorité_notifiée"), Some(gap));
        assert_eq!(Field::of("Données"), Some(Field::Data));
        assert_eq!(Field::of("detected.."), None);
    }

    #[test]
    fn the_nearest_names_are_told() {
        assert_eq!(Field::nearest("contry"), ["country"]);
        assert_eq!(Field::nearest("autority_notified")[0], "authority_notified");
    }
}
