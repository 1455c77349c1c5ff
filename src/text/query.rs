//! Texts of the filter: what is wrong with a query, and the names of what a list is sorted and counted by.
//! It does not know what a query is.

use super::{Phrase, phrase};

/// A field that does not exist: its name.
pub const UNKNOWN_FIELD: Phrase = phrase(
    "no field is called {0}; quote it to search for it as it is",
    "aucun champ ne s'appelle {0} ; entre guillemets, il est cherché tel quel",
);
/// A value that a field does not have: the field, the value.
pub const UNKNOWN_VALUE: Phrase = phrase("{1} is no value of {0}", "{1} n'est pas une valeur de {0}");
/// A value that is not written out yet: the field, what there is of it.
pub const PARTIAL_VALUE: Phrase = phrase("{0}:{1}… is not finished", "{0}:{1}… n'est pas terminé");
/// A field without a value: the field.
pub const MISSING_VALUE: Phrase = phrase("{0} wants a value", "{0} attend une valeur");
/// A quote that is not closed.
pub const OPEN_QUOTE: Phrase = phrase("the quote is not closed", "le guillemet n'est pas fermé");
/// A year that is none.
pub const NO_YEAR: Phrase =
    phrase("a year has four digits, such as 2024", "une année a quatre chiffres, par exemple 2024");
/// A country that is none.
pub const NO_COUNTRY: Phrase =
    phrase("a country is its code of two letters, such as FR", "un pays est son code à deux lettres, par exemple FR");
/// A word that is too long: the most letters.
pub const TOO_LONG: Phrase = phrase("longer than {0} characters", "plus de {0} caractères");
/// Too many words: the most.
pub const TOO_MANY: Phrase = phrase("more than {0} words", "plus de {0} mots");
/// What may have been meant: the nearest.
pub const NEAREST: Phrase = phrase("{0} (nearest: {1})", "{0} (au plus près : {1})");

/// Sorted by date.
pub const BY_DATE: Phrase = phrase("date", "date");
/// Sorted by title.
pub const BY_TITLE: Phrase = phrase("title", "titre");
/// Sorted by organisation.
pub const BY_ORGANISATION: Phrase = phrase("organisation", "organisation");
/// Sorted by how many were affected.
pub const BY_AFFECTED: Phrase = phrase("affected", "touchés");
/// Sorted by status.
pub const BY_STATUS: Phrase = phrase("status", "statut");
/// Sorted by id.
pub const BY_ID: Phrase = phrase("id", "identifiant");

/// Counted by: year of the earliest milestone.
pub const FACET_YEAR: Phrase = phrase("Year", "Année");
/// Counted by: organisation.
pub const FACET_ORGANISATION: Phrase = phrase("Organisation", "Organisation");
/// Counted by: sector.
pub const FACET_SECTOR: Phrase = phrase("Sector", "Secteur");
/// Counted by: country.
pub const FACET_COUNTRY: Phrase = phrase("Country", "Pays");
/// Counted by: status of the record.
pub const FACET_STATUS: Phrase = phrase("Status", "Statut");
/// Counted by: vectors.
pub const FACET_VECTOR: Phrase = phrase("Vector", "Vecteur");
/// Counted by: data categories.
pub const FACET_DATA: Phrase = phrase("Data category", "Catégorie de données");
/// Counted by: measures.
pub const FACET_MEASURE: Phrase = phrase("Measure", "Mesure");
/// Counted by: parties.
pub const FACET_PARTY: Phrase = phrase("Party", "Intervenant");
