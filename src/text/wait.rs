//! Texts while something is fetched, sought or counted, and where it cannot be.
//! It holds nothing of what comes of it.

use super::{Phrase, phrase};

/// A record is being fetched.
pub const FETCHING: Phrase = phrase("reading the record…", "lecture de la fiche…");
/// A record's file is gone, or broken by now.
pub const GONE: Phrase = phrase(
    "the file cannot be read any more; reload to see why",
    "le fichier n'est plus lisible ; rechargez pour savoir pourquoi",
);
/// While what is asked for is sought.
pub const SEARCHING: Phrase = phrase("searching…", "recherche…");
/// While values are counted.
pub const COUNTING: Phrase = phrase("counting…", "comptage…");
/// While records are read, and nothing was found about those read so far.
pub const NO_PROBLEMS_YET: Phrase = phrase("No finding so far.", "Aucune remarque pour l'instant.");
