//! What the statements of a record mean together: sources that are cited but not defined, dates that cannot be, texts left out.
//! It reads decoded records only; shapes are for `shape`, places in the file for `reading`.

mod citations;
mod dates;
mod library;
mod texts;
mod words;

pub use library::{Likeness, check_library};
pub use words::{identifier, is_identifier};

use super::finding::{Fault, Finding};
use super::incident::Incident;
use super::tree::Spot;
use chrono::{DateTime, Utc};
use std::fmt;

/// A finding that is not placed yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// What it is.
    pub fault: Fault,
    /// The path inside the record.
    pub at: String,
    /// The nearest allowed values.
    pub nearest: Vec<String>,
}

impl Remark {
    fn new(fault: Fault, at: impl fmt::Display) -> Remark {
        Remark { fault, at: at.to_string(), nearest: Vec::new() }
    }

    /// The finding at a place.
    pub fn placed(self, spot: Spot) -> Finding {
        Finding::new(self.fault, self.at, spot).with_nearest(self.nearest)
    }
}

/// A path of at most two steps, written out only when something is found there.
#[derive(Clone, Copy, Debug)]
struct At(&'static str, Option<usize>, &'static str);

impl At {
    const fn field(self, field: &'static str) -> At {
        At(self.0, self.1, field)
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.0)?;
        if let Some(n) = self.1 {
            write!(f, "[{n}]")?;
        }
        if self.2.is_empty() { Ok(()) } else { write!(f, ".{}", self.2) }
    }
}

/// Everything that one record's statements say wrongly or leave out, as of `now`.
///
/// The incident's id must be set; `stem` is the name of its file.
pub fn check(incident: &Incident, stem: &str, now: DateTime<Utc>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    words::check(incident, stem, &mut remarks);
    texts::check(incident, &mut remarks);
    citations::check(incident, &mut remarks);
    dates::check(incident, now, &mut remarks);
    remarks
}
