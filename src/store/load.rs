//! Folders of records, walked and read on all cores, handed over batch by batch.
//! It keeps nothing; `Library` does.

use super::cache::{Lookup, Row, Stamp};
use super::caching::{Caches, Caching, Read, open_all, without};
use super::library::{Batch, Entry, Known, Origin, Problem, Record};
use super::open;
use super::seen::Seen;
use crate::query::Document;
use crate::query::document::texts::Texts;
use crate::query::saved::FILE;
use crate::record::Incident;
use crate::record::finding::{Fault, Finding, Severity};
use crate::record::reading::{Reading, read};
use chrono::{DateTime, Utc};
use rayon::prelude::*;
use rayon::{Scope, ThreadPool, ThreadPoolBuilder};
use std::collections::{HashSet, VecDeque};
use std::ops::ControlFlow::{self, Break, Continue};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use walkdir::{DirEntry, WalkDir};

/// The mapping of an imported table, where the table lies in the folder of records.
const MAP: &str = "map.yaml";
/// The files of the first batch, few so that something is seen at once.
const FIRST: usize = 64;
/// The files of every later batch.
const LATER: usize = 1024;
/// How many times as many files a batch may have whose records are known.
const KNOWN: usize = 8;
/// The most files of a small library, whose records are kept whole.
pub const SMALL: usize = 512;
/// How many pieces of the walk are looked up while it goes on.
const WAITING: usize = 4;
/// How many files a thread takes at a time, at most.
const AT_ONCE: usize = 16;
/// The most characters of a line that a problem quotes.
const EXCERPT: usize = 200;

/// Loads the records of files and folders, in the order of their paths, until `each` breaks off; what is known is not
/// read again.
///
/// All files are found before the first is read, so that progress has an end to run to. What did not change since it was
/// seen, or kept in the folder of caches, is not read again; the entries of a small library are whole.
pub fn load(
    places: &[PathBuf],
    caches: Option<&Path>,
    seen: &mut Seen,
    now: DateTime<Utc>,
    each: &mut dyn FnMut(Batch) -> ControlFlow<()>,
) {
    // who searches meanwhile must not wait for a thread that reads
    let pool = ThreadPoolBuilder::new().build().ok();
    // what was seen is known already
    let caches = caches.filter(|_| seen.is_empty());
    let Continue((mut files, caches)) = find(places, seen, caches, pool.as_ref(), now, each) else { return };
    let (found, small) = (files.len(), files.len() <= SMALL);
    seen.keep_only(&files);
    // what a small library holds is read in no time
    let caches = if small { without(caches) } else { caches };
    let (caching, mut keeping) = Caching::new(caches, places, &mut files);
    let mut files = files.into_iter();
    let ended = in_pool(pool.as_ref(), |scope| {
        // the next files are read while the last ones are taken in; between two chunks the threads are free for others
        let mut read_next = |length| {
            let (known, unread) = divide(&mut files, length);
            let (sender, outcomes) = sync_channel(1);
            if !unread.is_empty() {
                let caching = &caching;
                scope.spawn(move |_| {
                    // who no longer wants them has ended
                    let _ = sender.send(read_chunk(unread, caching, small, now));
                });
            }
            (known, outcomes)
        };
        let mut next = read_next(FIRST);
        let mut read = 0;
        while !next.0.is_empty() {
            let (known, mut outcomes) = (next.0, next.1.recv().into_iter().flatten());
            next = read_next(LATER);
            let mut batch = Batch { found, ..Batch::default() };
            for known in known {
                read += 1;
                let fresh = || {
                    let (file, outcome, kept) = outcomes.next()?;
                    keeping.keep(kept);
                    Some(seen.take_in(file.path, file.stamp, outcome))
                };
                let Some(outcome) = known.or_else(fresh) else { continue };
                batch.entries.extend(outcome.entry);
                batch.problems.extend(outcome.problems);
            }
            batch.read = read;
            if each(batch).is_break() {
                return Break(());
            }
        }
        Continue(())
    });
    if ended.is_continue() {
        keeping.finish();
    }
}

/// Does what starts work on the threads of a pool, or on those of all where there is none.
fn in_pool<'s, T>(pool: Option<&ThreadPool>, work: impl FnOnce(&Scope<'s>) -> T) -> T {
    match pool {
        Some(pool) => pool.in_place_scope(work),
        None => rayon::in_place_scope(work),
    }
}

/// What is known of the next files already, each in its place, and so many at most of which nothing is.
fn divide(files: &mut impl Iterator<Item = Listed>, most: usize) -> (Vec<Option<Outcome>>, Vec<Listed>) {
    let (mut known, mut unread) = (Vec::new(), Vec::new());
    while unread.len() < most && known.len() < most * KNOWN {
        let Some(mut file) = files.next() else { break };
        known.push(file.seen.take());
        unread.extend(known.last().is_some_and(Option::is_none).then_some(file));
    }
    (known, unread)
}

/// Reads files on all cores, in pieces of neighbours.
fn read_chunk(chunk: Vec<Listed>, caching: &Caching, whole: bool, now: DateTime<Utc>) -> Vec<Read> {
    // a few files are for all threads too
    let length = (chunk.len() / rayon::current_num_threads()).clamp(1, AT_ONCE);
    let mut pieces = Vec::with_capacity(chunk.len().div_ceil(length));
    let mut chunk = chunk.into_iter();
    while chunk.len() > 0 {
        pieces.push(chunk.by_ref().take(length).collect());
    }
    let outcomes = |piece| {
        let mut outcomes = caching.outcomes(piece, whole, now);
        let entries = outcomes.iter_mut().filter_map(|(_, outcome, _)| outcome.entry.as_mut());
        // what was read before in this run is shared, and lies where it lies
        let documents = entries.filter_map(|entry| Arc::get_mut(&mut entry.document));
        Texts::lay_together(documents.map(|document| &mut document.texts));
        outcomes
    };
    pieces.into_par_iter().flat_map_iter(outcomes).collect()
}

/// The files to be read, and what is kept of them; they are looked up while the walk goes on.
fn find(
    places: &[PathBuf],
    seen: &Seen,
    caches: Option<&Path>,
    pool: Option<&ThreadPool>,
    now: DateTime<Utc>,
    each: &mut dyn FnMut(Batch) -> ControlFlow<()>,
) -> ControlFlow<(), (Vec<Listed>, Caches)> {
    let (mut files, mut opened) = (Vec::new(), Vec::new());
    in_pool(pool, |scope| {
        scope.spawn(|_| opened = open_all(caches, places, now));
        let mut waiting: VecDeque<Receiver<Vec<Listed>>> = VecDeque::new();
        walk(places, each, &mut |mut piece| {
            let (sender, looked_up) = sync_channel(1);
            scope.spawn(move |_| {
                let mut lookup = Lookup::default();
                for file in &mut piece {
                    file.stamp = lookup.stamp(&file.path).filter(|_| file.fault.is_none());
                    file.seen = seen.outcome(file);
                }
                // who no longer wants them has ended
                let _ = sender.send(piece);
            });
            waiting.push_back(looked_up);
            // pieces that lie about until the end would cost as much memory as all files
            if waiting.len() > WAITING {
                files.extend(waiting.pop_front().into_iter().flatten().flatten());
            }
        })?;
        files.extend(waiting.into_iter().flatten().flatten());
        Continue(())
    })?;
    Continue((files, opened))
}

/// Walks the places and hands the files over, piece by piece; how many there are so far is told with each piece.
pub(super) fn walk(
    places: &[PathBuf],
    each: &mut dyn FnMut(Batch) -> ControlFlow<()>,
    take: &mut dyn FnMut(Vec<Listed>),
) -> ControlFlow<()> {
    let (mut files, mut found) = (Vec::new(), 0);
    let mut known = HashSet::new();
    for (n, place) in places.iter().enumerate() {
        // in one folder, the paths differ where the names do
        let walk =
            WalkDir::new(place).follow_links(true).sort_by(|a, b| a.path().as_os_str().cmp(b.path().as_os_str()));
        // a file may be reached from two of the places
        let mut is_new = |path: &Path| places.len() < 2 || known.insert(path.canonicalize().unwrap_or(path.to_owned()));
        for entry in walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry) && !is_beside(entry))
        {
            files.extend(match entry {
                Ok(entry) => listed(n, &entry).filter(|file| is_new(&file.path)),
                Err(error) => missed(n, &error),
            });
            if files.len() == LATER {
                found += files.len();
                take(std::mem::take(&mut files));
                each(Batch { found, ..Batch::default() })?;
            }
        }
    }
    take(files);
    Continue(())
}

/// A file to be read, or what is known against it already.
pub(super) struct Listed {
    /// From which of the places it was reached.
    pub place: usize,
    pub path: PathBuf,
    pub fault: Option<Fault>,
    /// By what it is known to be unchanged, looked up before it is read, so that one that changes meanwhile is read again.
    pub stamp: Option<Stamp>,
    /// What came of it before in this run, if it is as it was.
    pub seen: Option<Outcome>,
    /// Where what came of it is kept.
    pub row: Option<Row>,
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

fn listed(place: usize, entry: &DirEntry) -> Option<Listed> {
    let path = entry.path().to_owned();
    let asked_for = entry.depth() == 0;
    if entry.file_type().is_file() {
        return (asked_for || is_record(&path)).then(|| Listed::new(place, path, None));
    }
    let odd = if asked_for { !entry.file_type().is_dir() } else { is_record(&path) };
    odd.then(|| Listed::new(place, path, Some(Fault::NotAFile)))
}

/// What the walk could not enter; links that are not named like records are nobody's business.
fn missed(place: usize, error: &walkdir::Error) -> Option<Listed> {
    let path = error.path()?.to_owned();
    if error.loop_ancestor().is_some() {
        return Some(Listed::new(place, path, Some(Fault::LinkLoop)));
    }
    let fault = open::fault(&path, error.io_error()?);
    let is_link = matches!(fault, Fault::DanglingLink | Fault::LinkLoop);
    (!is_link || error.depth() == 0 || is_record(&path)).then(|| Listed::new(place, path, Some(fault)))
}

/// What came of one file.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The record, if it is one.
    pub entry: Option<Entry>,
    /// What was found.
    pub problems: Vec<Problem>,
}

impl Listed {
    fn new(place: usize, path: PathBuf, fault: Option<Fault>) -> Listed {
        Listed { place, path, fault, stamp: None, seen: None, row: None }
    }

    /// Reads the file.
    pub fn judge(&self, now: DateTime<Utc>) -> (Known, Option<Incident>) {
        let bytes = match &self.fault {
            Some(fault) => Err(fault.clone()),
            None => open::bytes(&self.path),
        };
        judge(&self.path, &bytes, now)
    }

    /// What came of the file, for the library.
    pub fn outcome(&self, known: Known, whole: Option<Incident>) -> Outcome {
        let (shown, origin) = match self.path.to_str() {
            Some(shown) => (shown.into(), Origin::File),
            None => (self.path.to_string_lossy().into(), Origin::Unnamed(self.path.as_path().into())),
        };
        Outcome::new(known, whole, shown, origin)
    }
}

impl Outcome {
    /// What came of a file that is shown as `shown`.
    pub fn new(known: Known, whole: Option<Incident>, shown: Arc<str>, origin: Origin) -> Outcome {
        let is_warning = |(finding, _): &&(Finding, String)| finding.severity == Severity::Warning;
        let warnings = known.findings.iter().filter(is_warning).count();
        let problem = |(finding, excerpt)| Problem { path: Arc::clone(&shown), finding, excerpt };
        let problems = known.findings.into_iter().map(problem).collect();
        let entry = known.record.map(|record| Entry {
            document: Arc::new(record.document),
            whole: whole.map(Arc::new),
            path: shown,
            origin,
            warnings,
            line: record.line,
        });
        Outcome { entry, problems }
    }
}

/// Reads one file's bytes: what came of it, and the incident.
pub fn judge(path: &Path, bytes: &Result<impl AsRef<[u8]>, Fault>, now: DateTime<Utc>) -> (Known, Option<Incident>) {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let (reading, bytes) = match bytes {
        Ok(bytes) => (read(bytes.as_ref(), &stem, now), bytes.as_ref()),
        Err(fault) => (Reading::failed(Finding::of_file(fault.clone())), &[][..]),
    };
    let record =
        reading.incident.as_ref().map(|incident| Record { document: Document::new(incident), line: line_of_id(bytes) });
    let with_excerpt = |finding: Finding| {
        let excerpt = if finding.at.is_empty() && finding.line == 1 && bytes.is_empty() {
            String::new()
        } else {
            excerpt(bytes, finding.line)
        };
        (finding, excerpt)
    };
    (Known { record, findings: reading.findings.into_iter().map(with_excerpt).collect() }, reading.incident)
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
