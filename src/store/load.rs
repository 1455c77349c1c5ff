//! Folders of records, walked and read on all cores, handed over batch by batch.
//! It keeps nothing; `Library` does.

use super::library::{Batch, Entry, Origin, Problem};
use super::open;
use crate::query::saved::FILE;
use crate::record::finding::{Fault, Finding, Severity};
use crate::record::reading::{Reading, read};
use chrono::{DateTime, Utc};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow::{self, Continue};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The mapping of an imported table, where the table lies in the folder of records.
const MAP: &str = "map.yaml";
/// The files of the first batch, few so that something is seen at once.
const FIRST: usize = 64;
/// The files of every later batch.
const LATER: usize = 1024;
/// The most characters of a line that a problem quotes.
const EXCERPT: usize = 200;

/// What came of the files that were read before, so that only those are read again that changed since.
#[derive(Debug, Default)]
pub struct Seen {
    known: HashMap<PathBuf, (Stamp, Outcome)>,
}

/// By what a file is known to be as it was: its number, its size, its times.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    inode: u64,
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Stamp {
    fn of(path: &Path) -> Option<Stamp> {
        let metadata = std::fs::metadata(path).ok()?;
        Some(Stamp {
            inode: metadata.ino(),
            size: metadata.len(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        })
    }
}

/// Loads the records of files and folders, in the order of their paths, until `each` breaks off; what is known is not
/// read again.
///
/// All files are found before the first is read, so that progress has an end to run to.
pub fn load(places: &[PathBuf], memory: &mut Seen, now: DateTime<Utc>, each: &mut dyn FnMut(Batch) -> ControlFlow<()>) {
    let Continue(files) = find(places, each) else { return };
    let paths: HashSet<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    memory.known.retain(|path, _| paths.contains(path));
    let (found, mut read) = (files.len(), 0);
    let mut files = files.into_iter();
    while read < found {
        let chunk: Vec<Candidate> = files.by_ref().take(if read == 0 { FIRST } else { LATER }).collect();
        read += chunk.len();
        let known = &memory.known;
        let outcomes: Vec<(PathBuf, Option<Stamp>, Outcome)> =
            chunk.into_par_iter().map(|file| file.remembered(known, now)).collect();
        let mut batch = Batch { found, read, ..Batch::default() };
        for (path, stamp, outcome) in outcomes {
            if let Some(stamp) = stamp {
                memory.known.insert(path, (stamp, outcome.clone()));
            }
            batch.entries.extend(outcome.entry);
            batch.problems.extend(outcome.problems);
        }
        if each(batch).is_break() {
            return;
        }
    }
}

/// The files to be read; how many there are so far is told from time to time.
fn find(places: &[PathBuf], each: &mut dyn FnMut(Batch) -> ControlFlow<()>) -> ControlFlow<(), Vec<Candidate>> {
    let mut files = Vec::new();
    let mut known = HashSet::new();
    for place in places {
        let walk = WalkDir::new(place).follow_links(true).sort_by_file_name();
        // a file may be reached from two of the places
        let mut is_new = |path: &Path| places.len() < 2 || known.insert(path.canonicalize().unwrap_or(path.to_owned()));
        for entry in walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry) && !is_beside(entry))
        {
            files.extend(match entry {
                Ok(entry) => candidate(&entry).filter(|file| is_new(&file.path)),
                Err(error) => missed(&error),
            });
            if files.len() % LATER == LATER - 1 {
                each(Batch { found: files.len(), ..Batch::default() })?;
            }
        }
    }
    Continue(files)
}

/// A file to be read, or what is known against it already.
struct Candidate {
    path: PathBuf,
    fault: Option<Fault>,
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

/// Whether it is a file that may lie beside the records: the saved views, or what the columns of a table are.
fn is_beside(entry: &DirEntry) -> bool {
    entry.depth() == 1 && (entry.file_name() == FILE || entry.file_name() == MAP)
}

/// Whether a path is named like a record.
pub fn is_record(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
}

fn candidate(entry: &DirEntry) -> Option<Candidate> {
    let path = entry.path().to_owned();
    let asked_for = entry.depth() == 0;
    if entry.file_type().is_file() {
        return (asked_for || is_record(&path)).then_some(Candidate { path, fault: None });
    }
    let odd = if asked_for { !entry.file_type().is_dir() } else { is_record(&path) };
    odd.then_some(Candidate { path, fault: Some(Fault::NotAFile) })
}

/// What the walk could not enter; links that are not named like records are nobody's business.
fn missed(error: &walkdir::Error) -> Option<Candidate> {
    let path = error.path()?.to_owned();
    if error.loop_ancestor().is_some() {
        return Some(Candidate { path, fault: Some(Fault::LinkLoop) });
    }
    let fault = open::fault(&path, error.io_error()?);
    let is_link = matches!(fault, Fault::DanglingLink | Fault::LinkLoop);
    (!is_link || error.depth() == 0 || is_record(&path)).then_some(Candidate { path, fault: Some(fault) })
}

/// What came of one file.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The record, if it is one.
    pub entry: Option<Entry>,
    /// What was found.
    pub problems: Vec<Problem>,
}

impl Candidate {
    /// What came of a file before, if it is as it was, else what comes of it now.
    fn remembered(
        self,
        known: &HashMap<PathBuf, (Stamp, Outcome)>,
        now: DateTime<Utc>,
    ) -> (PathBuf, Option<Stamp>, Outcome) {
        // taken before the file is read: one that changes meanwhile is read once more
        let stamp = Stamp::of(&self.path).filter(|_| self.fault.is_none());
        let path = self.path.clone();
        let before = known.get(&path).filter(|(before, _)| stamp.as_ref() == Some(before));
        let outcome = before.map_or_else(|| self.outcome(now), |(_, outcome)| outcome.clone());
        (path, stamp, outcome)
    }

    fn outcome(self, now: DateTime<Utc>) -> Outcome {
        let shown = self.path.display().to_string();
        let bytes = match self.fault {
            Some(fault) => Err(fault),
            None => open::bytes(&self.path),
        };
        let path = self.path.clone();
        judge(&path, &shown, &bytes, Origin::File(self.path), now)
    }
}

/// Reads one file's bytes into an entry and problems.
pub fn judge(
    path: &Path,
    shown: &str,
    bytes: &Result<impl AsRef<[u8]>, Fault>,
    origin: Origin,
    now: DateTime<Utc>,
) -> Outcome {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let (reading, bytes) = match bytes {
        Ok(bytes) => (read(bytes.as_ref(), &stem, now), bytes.as_ref()),
        Err(fault) => (Reading::failed(Finding::of_file(fault.clone())), &[][..]),
    };
    let warnings = reading.findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
    let entry = reading.incident.map(|incident| Entry {
        incident: Arc::new(incident),
        path: shown.to_owned(),
        origin,
        warnings,
        line: line_of_id(bytes),
    });
    let problem = |finding: Finding| {
        let excerpt = if finding.at.is_empty() && finding.line == 1 && bytes.is_empty() {
            String::new()
        } else {
            excerpt(bytes, finding.line)
        };
        Problem { path: shown.to_owned(), finding, excerpt }
    };
    Outcome { entry, problems: reading.findings.into_iter().map(problem).collect() }
}

/// A line of a file, as much of it as can be shown.
pub fn excerpt(bytes: &[u8], line: u32) -> String {
    let wanted = usize::try_from(line).unwrap_or(1).saturating_sub(1);
    let line = bytes.split(|byte| *byte == b'\n').nth(wanted).unwrap_or_default();
    let start = &line[..line.len().min(EXCERPT * 4)];
    let text = String::from_utf8_lossy(start);
    text.trim_start_matches('\u{feff}').trim_end_matches('\r').chars().take(EXCERPT).collect()
}

/// The line on which a record states its id, 1 if it does not.
fn line_of_id(bytes: &[u8]) -> u32 {
    let line = bytes.split(|byte| *byte == b'\n').take(50).position(|line| line.starts_with(b"id:"));
    line.and_then(|line| u32::try_from(line + 1).ok()).unwrap_or(1)
}
