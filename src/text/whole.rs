//! Texts about the whole of a record, which of a large library is fetched when it is looked at.
//! It holds nothing of what a record tells.

use super::{Phrase, phrase};

/// A record is being fetched.
pub const FETCHING: Phrase = phrase("reading the record…", "lecture de la fiche…");
/// A record's file is gone, or broken by now.
pub const GONE: Phrase = phrase(
    "the file cannot be read any more; reload to see why",
    "le fichier n'est plus lisible ; rechargez pour savoir pourquoi",
);
