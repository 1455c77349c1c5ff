//! Why a file could not be written, and the sentence about it.
//! It makes no attempt itself; `store` does.

use crate::text::{Lang, Phrase, clean, edit as words};
use std::path::Path;

/// Why a file could not be written; it is as it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The file is not as it was expected: what is there now, `None` if nothing is.
    Conflict(Option<Vec<u8>>),
    /// The disk, or the user's share of it, is full.
    Full,
    /// The system forbids it.
    Denied,
    /// The folder is not there.
    NoFolder,
    /// The disk can only be read.
    ReadOnly,
    /// Another program is writing the file.
    Busy,
    /// Anything else, in the system's words.
    Other(String),
}

impl Failure {
    /// One sentence: what went wrong, where, what to do; fit for a terminal.
    pub fn told(&self, path: &Path, lang: Lang) -> String {
        let (phrase, why): (Phrase, &str) = match self {
            Failure::Conflict(Some(_)) => (words::CONFLICT, ""),
            Failure::Conflict(None) => (words::GONE, ""),
            Failure::Full => (words::FULL, ""),
            Failure::Denied => (words::DENIED, ""),
            Failure::NoFolder => (words::NO_FOLDER, ""),
            Failure::ReadOnly => (words::DISK_READ_ONLY, ""),
            Failure::Busy => (words::BUSY, ""),
            Failure::Other(why) => (words::NOT_WRITTEN, why),
        };
        clean(&phrase.fill(lang, &[&path.display(), &why]))
    }
}
