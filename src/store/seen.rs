//! What came of the files that were read in this run, so that only those are read again that changed since.
//! It is gone with the program; `cache` keeps it between two runs.

use super::cache::Stamp;
use super::load::{Listed, Outcome};
use hashbrown::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::Arc;

/// What came of the files that were read before.
#[derive(Debug, Default)]
pub struct Seen {
    known: HashMap<OsString, (Stamp, Outcome)>,
    /// The texts that records share.
    pool: HashSet<Arc<str>>,
    /// Whether nothing is remembered.
    forgets: bool,
}

impl Seen {
    /// One that remembers nothing, for who reads once.
    pub fn once() -> Seen {
        Seen { forgets: true, ..Seen::default() }
    }

    /// Whether nothing was read before.
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Forgets all files but these, which it will know.
    pub(super) fn keep_only(&mut self, files: &[Listed]) {
        if !self.forgets {
            self.known.reserve(files.len().saturating_sub(self.known.len()));
        }
        let is_known = |file: &&Listed| file.seen.is_some() || self.known.contains_key(file.path.as_os_str());
        if self.is_empty() || files.iter().filter(is_known).count() == self.known.len() {
            return;
        }
        let paths: HashSet<&OsStr> = files.iter().map(|file| file.path.as_os_str()).collect();
        self.known.retain(|path, _| paths.contains(path.as_os_str()));
    }

    /// What came of a file before, if it is as it was.
    pub(super) fn outcome(&self, file: &Listed) -> Option<Outcome> {
        let (stamp, outcome) = self.known.get(file.path.as_os_str())?;
        (file.stamp.as_ref() == Some(stamp)).then(|| outcome.clone())
    }

    /// Remembers what came of a file, its repeated texts shared with those of others; of one that has errors now, the record
    /// stays as it last was.
    pub(super) fn take_in(&mut self, path: PathBuf, stamp: Option<Stamp>, mut outcome: Outcome) -> Outcome {
        let path = path.into_os_string();
        let entry = outcome.entry.or_else(|| self.known.get(&path)?.1.entry.clone());
        outcome.entry = entry.map(|entry| entry.sharing(&mut self.pool));
        if let Some(stamp) = stamp.filter(|_| !self.forgets) {
            self.known.insert(path, (stamp, outcome.clone()));
        }
        outcome
    }
}
