//! Words of a vocabulary as they are written in a query: by id or by label, in either language.
//! It knows every vocabulary alike.

use crate::query::fold::fold;
use crate::query::mistake::nearest;
use crate::record::vocabulary::Vocabulary;

/// What a written value is among a vocabulary's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading<V> {
    /// This one.
    Whole(V),
    /// The beginning of these ids.
    Begun(Vec<String>),
    /// None; these ids come nearest.
    Unknown(Vec<String>),
}

/// Reads a vocabulary's value: by its id, its label in either language, or a word that only its labels hold (`nir`).
pub fn read<V: Vocabulary>(written: &str) -> Reading<V> {
    let sought = spelling(written);
    let values = || V::all().iter().copied();
    let whole = values().find(|value| spelling(value.id()) == sought);
    if let Some(value) = whole.or_else(|| values().find(|value| spellings(*value).contains(&sought))) {
        return Reading::Whole(value);
    }
    let has_word = |value: &V| spellings(*value).iter().any(|spelling| words(spelling).any(|word| word == sought));
    let mut with_word = values().filter(has_word);
    if let (Some(value), None) = (with_word.next(), with_word.next()) {
        return Reading::Whole(value);
    }
    let mut agreeing = values().filter(|value| spellings(*value).iter().any(|spelling| agrees(&sought, spelling)));
    if let (Some(value), None) = (agreeing.next(), agreeing.next()) {
        return Reading::Whole(value);
    }
    let begun: Vec<String> = values()
        .filter(|value| spellings(*value).iter().any(|spelling| spelling.starts_with(&sought)) || has_word(value))
        .map(|value| value.id().to_owned())
        .collect();
    if begun.is_empty() {
        return Reading::Unknown(nearest(&sought, values().map(|value| (value.id().to_owned(), spellings(value)))));
    }
    Reading::Begun(begun)
}

/// How a value may be written.
pub fn spellings<V: Vocabulary>(value: V) -> Vec<String> {
    [value.id(), value.label().en, value.label().fr].map(spelling).to_vec()
}

/// A word without accents and case, its parts with a space between.
pub fn spelling(word: &str) -> String {
    fold(word).replace(['_', '-'], " ").trim().to_owned()
}

/// Whether a word is a French spelling in another gender or number: `exposé`, `exposées`.
fn agrees(word: &str, spelling: &str) -> bool {
    let stem = |text: &str| text.trim_end_matches('s').trim_end_matches('e').to_owned();
    word.len() > 3 && stem(word) == stem(spelling)
}

fn words(spelling: &str) -> impl Iterator<Item = &str> {
    spelling.split(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::vocabulary::{
        ClaimantKind, CountUnit, DataCategory, DataStatus, MeasureKind, MeasureStatus, PartyRole, RiskKind, Status,
        Vector,
    };
    use std::fmt::Debug;

    fn each_spelling_names_one<V: Vocabulary + Debug>() {
        for value in V::all() {
            for spelling in spellings(*value) {
                assert_eq!(read::<V>(&spelling), Reading::Whole(*value), "{spelling}");
                assert_ne!(spelling, "none");
            }
        }
    }

    #[test]
    fn no_label_of_one_value_is_that_of_another() {
        each_spelling_names_one::<Status>();
        each_spelling_names_one::<DataCategory>();
        each_spelling_names_one::<DataStatus>();
        each_spelling_names_one::<Vector>();
        each_spelling_names_one::<PartyRole>();
        each_spelling_names_one::<MeasureKind>();
        each_spelling_names_one::<MeasureStatus>();
        each_spelling_names_one::<RiskKind>();
        each_spelling_names_one::<CountUnit>();
        each_spelling_names_one::<ClaimantKind>();
    }

    #[test]
    fn a_value_is_known_by_its_id_and_by_its_label_in_either_language() {
        for written in ["birth_date", "Date de naissance", "DATE OF BIRTH", "birth-date", "date of bïrth"] {
            assert_eq!(read(written), Reading::Whole(DataCategory::BirthDate), "{written}");
        }
        assert_eq!(read("nir"), Reading::Whole(DataCategory::NationalIdNumber));
        assert_eq!(read("password"), Reading::Whole(DataCategory::Password));
        assert_eq!(read::<DataCategory>("passw"), Reading::Begun(vec!["password".into(), "password_hash".into()]));
        assert_eq!(read::<DataCategory>("pasword"), Reading::Unknown(vec!["password".into(), "password_hash".into()]));
        assert_eq!(read::<DataCategory>("zzz"), Reading::Unknown(vec![]));
        for written in ["exposé", "Exposées", "exposée"] {
            assert_eq!(read(written), Reading::Whole(DataStatus::Exposed), "{written}");
        }
        assert_eq!(read("contestés"), Reading::Whole(Status::Disputed));
    }
}
