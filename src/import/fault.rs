//! Why an item of others' data makes no record, and where it stands.
//! It finds nothing; those who read the data do.

use crate::text::{Lang, clean, import as words};

/// Why an item was left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The line of the data on which it stands, from 1; of JSON, the number of the item.
    pub at: u64,
    /// Why.
    pub why: Why,
}

/// What is wrong with an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The text is no JSON, in the parser's words.
    NoJson(String),
    /// The row is no CSV, in the parser's words.
    NoCsv(String),
    /// A quotation mark is opened and never closed.
    OpenQuote,
    /// A column lacks.
    NoColumn(String),
    /// A field lacks.
    NoField(String),
    /// A field holds what it cannot hold.
    BadValue(String, String),
    /// The record that it makes has an error.
    NoRecord(String),
    /// The file cannot be read, in the system's words.
    Unreadable(String),
    /// A file that is no sound record stands where the record is to be.
    InTheWay(String),
    /// The record cannot be written, in a sentence.
    Unwritten(String),
}

impl Why {
    /// Whether the rest of the data would fare no better.
    pub fn is_final(&self) -> bool {
        matches!(self, Why::Unreadable(_) | Why::Unwritten(_))
    }
}

/// Why an import does not begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A file or folder cannot be read, in the system's words.
    Unreadable {
        /// Its path.
        path: String,
        /// Why.
        why: String,
    },
    /// A mapping is none.
    BadMap {
        /// Its path.
        path: String,
        /// Why.
        why: String,
    },
    /// A mapping does not say which column a needed field is.
    MapLacks {
        /// Its path.
        path: String,
        /// The field.
        field: String,
        /// The columns that there are, where they are known.
        columns: Vec<String>,
    },
}

impl Refusal {
    /// The sentence about it, fit for a terminal.
    pub fn message(&self, lang: Lang) -> String {
        let told = match self {
            Refusal::Unreadable { path, why } => words::UNREADABLE.fill(lang, &[&format!("{path}: {why}")]),
            Refusal::BadMap { path, why } => words::BAD_MAP.fill(lang, &[path, why]),
            Refusal::MapLacks { path, field, columns } => {
                words::MAP_LACKS.fill(lang, &[path, field, &columns.join(", ")])
            }
        };
        clean(&told)
    }
}

impl Fault {
    /// What is wrong, in a sentence fit for a terminal.
    pub fn message(&self, lang: Lang) -> String {
        let (phrase, values): (_, Vec<&str>) = match &self.why {
            Why::NoJson(why) => (words::NO_JSON, vec![why]),
            Why::NoCsv(why) => (words::NO_CSV, vec![why]),
            Why::OpenQuote => (words::OPEN_QUOTE, Vec::new()),
            Why::NoColumn(name) => (words::NO_COLUMN, vec![name]),
            Why::NoField(name) => (words::NO_FIELD, vec![name]),
            Why::BadValue(name, value) => (words::BAD_VALUE, vec![name, value]),
            Why::NoRecord(why) => (words::NO_RECORD, vec![why]),
            Why::Unreadable(why) => (words::UNREADABLE, vec![why]),
            Why::InTheWay(path) => (words::IN_THE_WAY, vec![path]),
            Why::Unwritten(why) => return clean(why),
        };
        let short: Vec<String> = values.iter().map(|value| shortened(value)).collect();
        let shown: Vec<&dyn std::fmt::Display> = short.iter().map(|value| value as &dyn std::fmt::Display).collect();
        clean(&phrase.fill(lang, &shown))
    }
}

/// A value of others, cut where it is too long for a sentence.
fn shortened(value: &str) -> String {
    const MOST: usize = 200;
    let mut letters = value.chars();
    let short: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() { format!("{short}\u{2026}") } else { short }
}
