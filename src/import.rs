//! Others' data as records: each kind of data has its module, which reads item after item and tells what it could not keep.
//! It opens and writes no file; `store` does.

mod bonjourlafuite;
mod draft;
mod fault;
mod hibp;
mod json;
mod literal;
pub mod map;
pub mod merge;
mod order;
pub mod report;
mod sheet;
mod table;
mod veris;
mod words;

pub use fault::{Fault, Refusal, Why};
pub use map::Map;
pub use order::{Account, Order, Progress};
pub use report::{Fate, Loss, Report};

use crate::record::{Imported, Incident};
use std::io::Read;
use std::ops::ControlFlow;

/// Whose data they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset {
    /// VERIS and its community database.
    Veris,
    /// Have I Been Pwned.
    Hibp,
    /// Bonjour la fuite.
    BonjourLaFuite,
    /// A table of anybody.
    Csv,
}

impl Dataset {
    /// All, in the order in which they are offered.
    pub const ALL: [Dataset; 4] = [Dataset::Veris, Dataset::Hibp, Dataset::BonjourLaFuite, Dataset::Csv];

    /// Its word, in arguments and records.
    pub fn id(self) -> &'static str {
        match self {
            Dataset::Veris => "veris",
            Dataset::Hibp => "hibp",
            Dataset::BonjourLaFuite => "bonjourlafuite",
            Dataset::Csv => "csv",
        }
    }

    /// The data of a word.
    pub fn of(id: &str) -> Option<Dataset> {
        Dataset::ALL.into_iter().find(|dataset| dataset.id() == id)
    }
}

/// What came of one item of the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The record; its id is left out, and it says from which item it is.
    pub incident: Incident,
    /// What could not be kept as it was.
    pub losses: Vec<Loss>,
    /// How many times the item names data.
    pub mentions: u64,
}

impl Item {
    /// From which item it is.
    pub fn imported(&self) -> Option<&Imported> {
        self.incident.imported.as_ref()
    }
}

/// One step of reading: an item, or why there is none.
pub type Outcome = Result<Box<Item>, Fault>;

/// Whom items are handed to; it may break off.
pub type Each<'a> = &'a mut dyn FnMut(Outcome) -> ControlFlow<()>;

/// The columns of a table of anybody.
pub fn header(source: &mut dyn Read) -> Vec<String> {
    sheet::Sheet::open(source).header().to_vec()
}

/// Reads the items of some data, one after the other; only one is held at a time.
///
/// `map` says which column is what, for [`Dataset::Csv`] alone.
pub fn read(dataset: Dataset, source: &mut dyn Read, map: &Map, each: Each) {
    match dataset {
        Dataset::Veris => json::items(source, &mut |value| each(value.and_then(|(value, at)| veris::item(&value, at)))),
        Dataset::Hibp => json::items(source, &mut |value| each(value.and_then(|(value, at)| hibp::item(&value, at)))),
        Dataset::BonjourLaFuite => bonjourlafuite::items(source, each),
        Dataset::Csv => sheet::items(source, map, each),
    }
}
