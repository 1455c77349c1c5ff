//! Facets: how many incidents have each value of a field; an incident without one counts as *not stated*.
//! It does not filter; a bin names the query that does.

use super::document::Document;
use crate::record::vocabulary::{DataStatus, Vocabulary};
use crate::text::{Lang, Phrase, query as words};
use std::collections::{HashMap, HashSet};

/// A field that incidents are counted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The year of the earliest milestone.
    #[default]
    Year,
    /// The organisation.
    Organisation,
    /// Its sector.
    Sector,
    /// Its country.
    Country,
    /// The status of the record.
    Status,
    /// The vector.
    Vector,
    /// The data categories that are exposed, claimed or disputed.
    Data,
    /// The measures.
    Measure,
    /// The parties.
    Party,
}

/// One value and how many incidents have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The value; `None` where it is not stated.
    pub value: Option<String>,
    /// The value for a reader.
    pub label: String,
    /// How many incidents have it.
    pub count: usize,
}

impl Facet {
    /// All facets in the order of the screen.
    pub const ALL: [Facet; 9] = [
        Facet::Year,
        Facet::Organisation,
        Facet::Sector,
        Facet::Country,
        Facet::Status,
        Facet::Vector,
        Facet::Data,
        Facet::Measure,
        Facet::Party,
    ];

    /// The facet's name for a reader.
    pub fn label(self) -> Phrase {
        match self {
            Facet::Year => words::FACET_YEAR,
            Facet::Organisation => words::FACET_ORGANISATION,
            Facet::Sector => words::FACET_SECTOR,
            Facet::Country => words::FACET_COUNTRY,
            Facet::Status => words::FACET_STATUS,
            Facet::Vector => words::FACET_VECTOR,
            Facet::Data => words::FACET_DATA,
            Facet::Measure => words::FACET_MEASURE,
            Facet::Party => words::FACET_PARTY,
        }
    }

    /// The filter's field for this facet, where it has one.
    pub fn field(self) -> Option<&'static str> {
        match self {
            Facet::Year => Some("year"),
            Facet::Sector => Some("sector"),
            Facet::Country => Some("country"),
            Facet::Status => Some("status"),
            Facet::Data => Some("data"),
            Facet::Organisation | Facet::Vector | Facet::Measure | Facet::Party => None,
        }
    }

    /// Whether an incident may have several values.
    pub fn has_several(self) -> bool {
        matches!(self, Facet::Vector | Facet::Data | Facet::Measure | Facet::Party)
    }

    /// The values of an incident as (value, label), none twice.
    fn values(self, document: &Document, lang: Lang) -> Vec<(String, String)> {
        fn word<V: Vocabulary>(value: V, lang: Lang) -> (String, String) {
            (value.id().to_owned(), value.label().get(lang).to_owned())
        }
        let plain = |text: &str| (text.to_owned(), text.to_owned());
        let values: Vec<(String, String)> = match self {
            Facet::Year => document.year.iter().map(|year| plain(&year.to_string())).collect(),
            Facet::Organisation => vec![plain(document.organisation.get(lang))],
            Facet::Sector => document.sector.iter().map(|s| plain(s)).collect(),
            Facet::Country => document.country.iter().map(|c| plain(c)).collect(),
            Facet::Status => document.status.map(|s| word(s, lang)).into_iter().collect(),
            Facet::Vector => document.vectors.iter().map(|v| word(*v, lang)).collect(),
            Facet::Data => {
                let exposed =
                    |status| matches!(status, DataStatus::Exposed | DataStatus::Claimed | DataStatus::Disputed);
                document.data.iter().filter(|d| exposed(d.1)).map(|d| word(d.0, lang)).collect()
            }
            Facet::Measure => document.measures.iter().map(|m| word(m.0, lang)).collect(),
            Facet::Party => document.parties.iter().map(|p| plain(p.name.get(lang))).collect(),
        };
        let mut seen = HashSet::new();
        values.into_iter().filter(|(value, _)| seen.insert(value.clone())).collect()
    }
}

/// The bins of a facet: years in order, the rest by count, *not stated* last.
pub fn bins<'a>(facet: Facet, documents: impl Iterator<Item = &'a Document>, lang: Lang) -> Vec<Bin> {
    let mut counts: HashMap<String, Bin> = HashMap::new();
    let mut without = 0;
    for document in documents {
        let values = facet.values(document, lang);
        if values.is_empty() {
            without += 1;
        }
        for (value, label) in values {
            counts.entry(value.clone()).or_insert(Bin { value: Some(value), label, count: 0 }).count += 1;
        }
    }
    let mut bins: Vec<Bin> = counts.into_values().collect();
    bins.sort_by(|a, b| {
        let by_count = if facet == Facet::Year { std::cmp::Ordering::Equal } else { b.count.cmp(&a.count) };
        by_count.then_with(|| a.label.cmp(&b.label))
    });
    if without > 0 {
        bins.push(Bin { value: None, label: crate::text::screen::NOT_STATED.get(lang).to_owned(), count: without });
    }
    bins
}
