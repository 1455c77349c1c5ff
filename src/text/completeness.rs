//! Texts of completeness: what GDPR art. 33 and 34 ask to be told, and how much of it is stated.
//! It says nothing of whether anybody had to tell it.

use super::{Phrase, phrase};

/// The section's title.
pub const TITLE: Phrase = phrase("What art. 33 asks for", "Ce que demande l'art. 33");
/// The line's label.
pub const LINE: Phrase = phrase("GDPR art. 33 and 34", "RGPD art. 33 et 34");
/// How many of how many.
pub const STATED_OF: Phrase = phrase("{0} of {1} stated", "{0} sur {1} précisés");
/// What is not stated.
pub const MISSING: Phrase = phrase("not stated: {0}", "non précisé\u{a0}: {0}");
/// What is stated to be unknown.
pub const UNKNOWN_LIST: Phrase = phrase("stated to be unknown: {0}", "déclaré inconnu\u{a0}: {0}");
/// It is stated.
pub const STATED: Phrase = phrase("stated", "précisé");
/// It is stated to be unknown.
pub const UNKNOWN: Phrase = phrase("stated to be unknown", "déclaré inconnu");

/// Art. 33(1).
pub const ARTICLE_33_1: Phrase = phrase("Art. 33(1)", "Art. 33, § 1");
/// Art. 33(3).
pub const ARTICLE_33_3: Phrase = phrase("Art. 33(3)", "Art. 33, § 3");
/// Art. 33(3) and 33(5).
pub const ARTICLE_33_3_5: Phrase = phrase("Art. 33(3) and 33(5)", "Art. 33, § 3 et § 5");
/// Art. 34.
pub const ARTICLE_34: Phrase = phrase("Art. 34", "Art. 34");

/// How the breach came about.
pub const NATURE: Phrase = phrase("nature of the breach", "nature de la violation");
/// Which persons.
pub const PERSON_KINDS: Phrase = phrase("categories of persons", "catégories de personnes");
/// How many persons.
pub const PERSONS: Phrase = phrase("number of persons", "nombre de personnes");
/// Which data.
pub const DATA_KINDS: Phrase = phrase("categories of data", "catégories de données");
/// How many records.
pub const RECORDS: Phrase = phrase("number of records", "nombre d'enregistrements");
/// What may come of it.
pub const CONSEQUENCES: Phrase = phrase("likely consequences", "conséquences probables");
/// What was done.
pub const MEASURES: Phrase = phrase("measures", "mesures");
/// When it was noticed.
pub const AWARENESS: Phrase = phrase("date of awareness or detection", "date de connaissance ou de détection");
/// When the authority was told.
pub const NOTIFICATION: Phrase = phrase("date of notification", "date de notification");
/// Whether the persons were told.
pub const INFORMATION: Phrase = phrase("information of the persons", "information des personnes");
