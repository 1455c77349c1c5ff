//! French words for data, as people list them, and the categories that they name.
//! The words are in `tables/bonjourlafuite.tsv`; here is only how they are looked up.

use super::table;
use crate::record::vocabulary::{DataCategory, Vector};
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The table by its words as they are looked up.
static TABLE: LazyLock<HashMap<String, &'static str>> =
    LazyLock::new(|| table::bonjour_la_fuite().map(|(words, row)| (folded(words).join(" "), row)).collect());

/// Words that join others and name nothing.
const JOINTS: &[&str] =
    &["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "sur", "un", "une"];

/// The word that denies what comes after it, as it is looked up.
const NOT: &str = "pa";

/// The most words that a row of the table has.
const LONGEST: usize = 6;

/// What a text names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Categories, and whether the text says that they are not concerned.
    pub categories: Vec<(DataCategory, bool)>,
    /// A vector.
    pub vector: Option<Vector>,
    /// Whether it names something at all, be it no data.
    pub known: bool,
}

/// What a text names, the longest wording first at every place.
pub fn read(text: &str) -> Named {
    let words = folded(text);
    let mut named = Named::default();
    let mut at = 0;
    while at < words.len() {
        let found = (1..=LONGEST.min(words.len() - at))
            .rev()
            .find_map(|length| Some((TABLE.get(&words[at..at + length].join(" "))?, length)));
        let Some((row, length)) = found else {
            at += 1;
            continue;
        };
        let denied = at > 0 && words[at - 1] == NOT;
        named.known = true;
        named.vector = named.vector.or(if row.starts_with('@') { table::vector(row) } else { None });
        for category in table::categories(row) {
            if !named.categories.iter().any(|(known, _)| *known == category) {
                named.categories.push((category, denied));
            }
        }
        at += length;
    }
    // "medical file" is no document that no other category names
    if named.categories.len() > 1 {
        named.categories.retain(|(category, _)| *category != DataCategory::Documents);
    }
    named
}

/// The words of a text: small, without accents, plural endings and what only joins.
fn folded(text: &str) -> Vec<String> {
    let bare: String =
        text.nfkd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).flat_map(char::to_lowercase).collect();
    let words = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !JOINTS.contains(word));
    words.map(|word| if word.chars().nth(2).is_some() { word.trim_end_matches('s') } else { word }.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use DataCategory as C;

    #[track_caller]
    fn names(text: &str, categories: &[C]) {
        let found: Vec<C> = read(text).categories.into_iter().filter(|(_, denied)| !denied).map(|(c, _)| c).collect();
        assert_eq!(found, categories, "{text}");
    }

    #[test]
    fn spellings_of_one_thing_are_one() {
        for text in [
            "nom, pr\u{e9}nom",
            "Nom, pr\u{e9}nom",
            "Nom et pr\u{e9}nom",
            "Nome, pr\u{e9}nom",
            "Nom, pr\u{e9}no",
            "noms",
        ] {
            names(text, &[C::Name]);
        }
        for text in [
            "num\u{e9}ro de t\u{e9}l\u{e9}phone",
            "Num\u{e9}re de t\u{e9}l\u{e9}phone",
            "n\u{b0} de t\u{e9}l\u{e9}phone",
        ] {
            names(text, &[C::Phone]);
        }
    }

    #[test]
    fn one_item_may_name_several() {
        names("adresse postale, t\u{e9}l\u{e9}phone, adresse email", &[C::PostalAddress, C::Phone, C::Email]);
        names("date et lieu de naissance", &[C::BirthDate, C::BirthPlace]);
    }

    #[test]
    fn the_longer_wording_wins() {
        names("nom d\u{2019}utilisateur", &[C::Username]);
        names("Mot de passe hach\u{e9} en MD5", &[C::PasswordHash]);
        names("num\u{e9}ro de s\u{e9}curit\u{e9} sociale", &[C::NationalIdNumber]);
    }

    #[test]
    fn what_is_denied_is_said_to_be() {
        let found = read("nom d'utilisateur, mais pas le mot de passe");
        assert_eq!(found.categories, [(C::Username, false), (C::Password, true)]);
    }

    #[test]
    fn what_is_no_data_is_known_or_not() {
        assert_eq!(read("Ransomware").vector, Some(Vector::Ransomware));
        assert!(read("inconnu").known && read("inconnu").categories.is_empty());
        assert!(!read("\u{1f937}").known);
    }
}
