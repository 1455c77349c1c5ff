//! Fields of a query: their names, what values they take, and which incidents have such a value.
//! It does not read a query's text; `parse` does.

use super::document::{Entry, Place};
use super::fold::fold;
use super::mistake::nearest;
use super::parse::{LONGEST_PHRASE, is_quote};
use super::term::{Word, write_value};
use crate::record::vocabulary::{DataCategory, DataStatus, Status, Vocabulary};
use std::fmt;

/// A field that a query can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// A part of the id.
    Id,
    /// A part of the title.
    Title,
    /// A part of the organisation's names.
    Org,
    /// The organisation's country.
    Country,
    /// A part of the organisation's sector.
    Sector,
    /// The incident's status.
    Status,
    /// A data category, and perhaps what is known of it.
    Data,
    /// The year of the earliest milestone.
    Year,
    /// A part of a tag.
    Tag,
}

impl Field {
    /// All fields, in the order in which they are offered.
    pub const ALL: [Field; 9] = [
        Field::Id,
        Field::Title,
        Field::Org,
        Field::Country,
        Field::Sector,
        Field::Status,
        Field::Data,
        Field::Year,
        Field::Tag,
    ];

    /// Its name in a query.
    pub fn name(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Title => "title",
            Field::Org => "org",
            Field::Country => "country",
            Field::Sector => "sector",
            Field::Status => "status",
            Field::Data => "data",
            Field::Year => "year",
            Field::Tag => "tag",
        }
    }

    /// The field of a name, whatever its case.
    pub fn of(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name().eq_ignore_ascii_case(name))
    }

    /// The names that come nearest to one that is none.
    pub fn nearest(name: &str) -> Vec<String> {
        nearest(name, Field::ALL.into_iter().map(|field| (field.name(), vec![field.name().to_owned()])))
    }
}

/// A field and the value that an incident must have in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// A text field that holds a part: one of `id`, `title`, `org`, `sector`, `tag`.
    Part(Field, Word),
    /// The country of a code, upper case.
    Country(String),
    /// The incident's status.
    Status(Status),
    /// A data category; exposed, claimed or disputed, or of the very status that is named.
    Data(DataCategory, Option<DataStatus>),
    /// The year of the earliest milestone.
    Year(i32),
}

impl Test {
    /// A text field that holds this text, or as much of it as can be written in a query; `None` if that is nothing.
    pub fn part(field: Field, text: &str) -> Option<Test> {
        let is_text = field == Field::Sector || place(field).is_some();
        let longest = text.split(is_quote).max_by_key(|piece| piece.len()).filter(|_| is_text)?;
        let written: String = longest.trim().chars().take(LONGEST_PHRASE).collect();
        Word::new(written).map(|word| Test::Part(field, word))
    }

    /// Whether an incident passes.
    pub fn admits(&self, entry: &Entry) -> bool {
        let Entry { incident, document } = entry;
        match self {
            Test::Part(Field::Sector, part) => document.sector().is_some_and(|sector| sector.contains(part.folded())),
            Test::Part(field, part) => {
                place(*field).is_some_and(|place| document.at(place).any(|text| text.text().contains(part.folded())))
            }
            Test::Country(code) => {
                incident.organisation.country.as_ref().is_some_and(|country| country.eq_ignore_ascii_case(code))
            }
            Test::Status(status) => incident.status == Some(*status),
            Test::Data(category, status) => incident.data.iter().any(|exposure| {
                exposure.category == *category
                    && status.map_or_else(|| may_be_out(exposure.status), |status| exposure.status == status)
            }),
            Test::Year(year) => document.year() == Some(*year),
        }
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Test::Part(field, part) => {
                write!(f, "{}:", field.name())?;
                write_value(f, part.text())
            }
            Test::Country(code) => write!(f, "{}:{code}", Field::Country.name()),
            Test::Status(status) => write!(f, "{}:{}", Field::Status.name(), status.id()),
            Test::Data(category, None) => write!(f, "{}:{}", Field::Data.name(), category.id()),
            Test::Data(category, Some(status)) => {
                write!(f, "{}:{}={}", Field::Data.name(), category.id(), status.id())
            }
            Test::Year(year) => write!(f, "{}:{year:04}", Field::Year.name()),
        }
    }
}

fn place(field: Field) -> Option<Place> {
    match field {
        Field::Id => Some(Place::Id),
        Field::Title => Some(Place::Title),
        Field::Org => Some(Place::Organisation),
        Field::Tag => Some(Place::Tag),
        _ => None,
    }
}

fn may_be_out(status: DataStatus) -> bool {
    matches!(status, DataStatus::Exposed | DataStatus::Disputed | DataStatus::Claimed)
}

/// What a written value is among a vocabulary's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading<V> {
    /// This one, by its id or a label.
    Whole(V),
    /// The beginning of these ids.
    Begun(Vec<String>),
    /// None; these ids come nearest.
    Unknown(Vec<String>),
}

/// Reads a vocabulary's value by its id or its label in either language.
pub fn read<V: Vocabulary>(written: &str) -> Reading<V> {
    let sought = spelling(written);
    let values = || V::all().iter().copied();
    if let Some(value) = values().find(|value| spelling(value.id()) == sought) {
        return Reading::Whole(value);
    }
    if let Some(value) = values().find(|value| spellings(*value).contains(&sought)) {
        return Reading::Whole(value);
    }
    let begun: Vec<String> = values()
        .filter(|value| spellings(*value).iter().any(|spelling| spelling.starts_with(&sought)))
        .map(|value| value.id().to_owned())
        .collect();
    if begun.is_empty() {
        return Reading::Unknown(nearest(&sought, values().map(|value| (value.id(), spellings(value)))));
    }
    Reading::Begun(begun)
}

fn spellings<V: Vocabulary>(value: V) -> Vec<String> {
    [value.id(), value.label().en, value.label().fr].map(spelling).to_vec()
}

fn spelling(word: &str) -> String {
    fold(word).replace(['_', '-'], " ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_from_a_record_can_be_written_into_a_query() {
        let written = |field, text| Test::part(field, text).map(|test| test.to_string());
        assert_eq!(written(Field::Org, "France Travail").as_deref(), Some("org:\"France Travail\""));
        assert_eq!(written(Field::Tag, "un « fournisseur »").as_deref(), Some("tag:fournisseur"));
        assert_eq!(written(Field::Year, "2024"), None);
        assert_eq!(written(Field::Org, "\""), None);
    }

    fn each_spelling_names_one<V: Vocabulary + fmt::Debug>() {
        for value in V::all() {
            for spelling in spellings(*value) {
                assert_eq!(read::<V>(&spelling), Reading::Whole(*value), "{spelling}");
            }
        }
    }

    #[test]
    fn no_label_of_one_value_is_that_of_another() {
        each_spelling_names_one::<Status>();
        each_spelling_names_one::<DataCategory>();
        each_spelling_names_one::<DataStatus>();
    }

    #[test]
    fn a_value_is_known_by_its_id_and_by_its_label_in_either_language() {
        for written in ["birth_date", "Date de naissance", "DATE OF BIRTH", "birth-date", "date of bïrth"] {
            assert_eq!(read(written), Reading::Whole(DataCategory::BirthDate), "{written}");
        }
        assert_eq!(read("password"), Reading::Whole(DataCategory::Password));
        assert_eq!(read::<DataCategory>("passw"), Reading::Begun(vec!["password".into(), "password_hash".into()]));
        assert_eq!(read::<DataCategory>("pasword"), Reading::Unknown(vec!["password".into(), "password_hash".into()]));
        assert_eq!(read::<DataCategory>("zzz"), Reading::Unknown(vec![]));
    }
}
