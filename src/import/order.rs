//! What is asked of an import, how far it is, and what came of it.
//! It does none of it; `store` does.

use super::{Dataset, Fault, Report};
use std::path::PathBuf;

/// What is to be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Whose data they are.
    pub dataset: Dataset,
    /// The files.
    pub files: Vec<PathBuf>,
    /// Which column is what, for a table of anybody; without it `map.yaml` beside each file.
    pub map: Option<PathBuf>,
    /// The folder of the records.
    pub into: PathBuf,
    /// Whether nothing is written.
    pub dry: bool,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items read.
    pub items: u64,
    /// How many bytes of all files were read.
    pub read: u64,
    /// How many they have.
    pub size: u64,
}

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// The figures.
    pub report: Report,
    /// What was left out and why, up to a thousand, each with its file.
    pub faults: Vec<(PathBuf, Fault)>,
    /// Whether it was broken off before the end.
    pub stopped: bool,
    /// The mappings that were proposed, and written unless the run was dry.
    pub proposed: Vec<PathBuf>,
}
