//! The library: every record that was read, and every problem, in the order of their paths.
//! It reads nothing; batches come from `load`.

use super::ids::Ids;
use crate::query::Document;
use crate::record::check::{Likeness, check_library};
use crate::record::finding::{Finding, Severity};
use crate::record::incident::Incident;
use crate::record::tree::Spot;
use crate::text::Lang;
use hashbrown::HashMap;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

/// Where a record is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In a file of the path that is shown.
    File,
    /// In a file whose path is no text, so that another is shown.
    Unnamed(Box<Path>),
    /// In the program.
    BuiltIn,
}

impl Origin {
    /// The file, of what is shown as `shown`; `None` if it is in the program.
    pub fn file<'p>(&'p self, shown: &'p str) -> Option<&'p Path> {
        match self {
            Origin::File => Some(Path::new(shown)),
            Origin::Unnamed(path) => Some(path),
            Origin::BuiltIn => None,
        }
    }
}

/// One record that was read without an error.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What is matched, sorted and counted of it.
    pub document: Arc<Document>,
    /// The whole of it, while it is kept: of a small library always, else of what is looked at.
    pub whole: Option<Arc<Incident>>,
    /// Its file as shown to users.
    pub path: Arc<str>,
    /// Where it is stored.
    pub origin: Origin,
    /// How many warnings there are about it.
    pub warnings: usize,
    /// The line on which it states its id, 1 if it does not.
    pub line: u32,
}

impl Entry {
    /// Makes a whole entry of an incident without warnings.
    pub fn new(incident: Incident, path: impl Into<Arc<str>>, origin: Origin) -> Entry {
        let document = Arc::new(Document::new(&incident));
        Entry { document, whole: Some(Arc::new(incident)), path: path.into(), origin, warnings: 0, line: 1 }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.document.id
    }

    /// Its file; `None` if it is in the program.
    pub fn file(&self) -> Option<&Path> {
        self.origin.file(&self.path)
    }

    /// The entry, its repeated texts shared with others.
    pub(super) fn sharing(mut self, pool: &mut hashbrown::HashSet<Arc<str>>) -> Entry {
        if let Some(document) = Arc::get_mut(&mut self.document) {
            document.share(pool);
        }
        self
    }

    fn likeness(&self) -> Likeness<'_> {
        Likeness {
            path: &self.path,
            id: &self.document.id,
            organisation: self.document.folded_organisation(Lang::En),
            date: self.document.date,
            related: &self.document.related,
        }
    }
}

/// What came of a file, as far as the file alone decides it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The record, if it is one.
    pub record: Option<Record>,
    /// What was found, each with the line where it was found.
    pub findings: Vec<(Finding, String)>,
}

/// A record, as far as its file alone decides it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// What is matched, sorted and counted of it.
    pub document: Document,
    /// The line on which it states its id, 1 if it does not.
    pub line: u32,
}

/// A finding about a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file as shown to users.
    pub path: Arc<str>,
    /// What was found.
    pub finding: Finding,
    /// The line where it was found, as it stands in the file; not cleaned.
    pub excerpt: String,
}

/// What was read since the last batch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// The files found so far, in all.
    pub found: usize,
    /// The files read so far, in all.
    pub read: usize,
    /// The new records.
    pub entries: Vec<Entry>,
    /// The new problems.
    pub problems: Vec<Problem>,
}

impl Batch {
    /// How far the reading has come, without what was read.
    pub fn progress(&self) -> Batch {
        Batch { found: self.found, read: self.read, ..Batch::default() }
    }
}

/// All records and problems.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The records, by path.
    pub entries: Vec<Entry>,
    /// The problems, by path and place.
    pub problems: Vec<Problem>,
    /// How many files were read.
    pub files: usize,
    ids: Ids,
    left_out: usize,
    outdated: usize,
    warnings: usize,
}

impl From<Batch> for Library {
    /// The library of one batch.
    fn from(batch: Batch) -> Library {
        let mut library = Library::default();
        library.absorb(batch);
        library.finish()
    }
}

impl Library {
    /// Takes in a batch; says whether entries that were there before stand elsewhere now.
    pub fn absorb(&mut self, batch: Batch) -> bool {
        self.files = batch.read;
        let (known, found) = (self.entries.len(), batch.found);
        self.entries.reserve(found.saturating_sub(known));
        self.entries.extend(batch.entries);
        let joint = self.entries.get(known.saturating_sub(1)..).unwrap_or_default();
        let moved = !joint.is_sorted_by(|a, b| by_path(&a.path, &b.path).is_le());
        if moved {
            self.entries.sort_by(|a, b| by_path(&a.path, &b.path));
            self.ids.renew(&self.entries);
        } else {
            self.ids.extend(&self.entries, known, found);
        }
        let known = self.problems.len();
        self.problems.extend(batch.problems);
        self.tally(known);
        let joint = self.problems.get(known.saturating_sub(1)..).unwrap_or_default();
        if !joint.is_sorted_by(|a, b| by_place(a, b).is_le()) {
            self.problems.sort_by(by_place);
        }
        moved
    }

    /// Checks the records against each other: of two with one id the first stays, and what looks like a duplicate is told.
    pub fn finish(mut self) -> Library {
        let doubles = self.doubles();
        let records: Vec<Likeness> = self.entries.par_iter().map(Entry::likeness).collect();
        for (n, remark) in check_library(&records, &doubles) {
            let Some(entry) = self.entries.get_mut(n) else { continue };
            let finding = remark.placed(Spot { line: entry.line, column: 1 });
            entry.warnings += usize::from(finding.severity == Severity::Warning);
            let excerpt = format!("id: {}", entry.id());
            self.problems.push(Problem { path: Arc::clone(&entry.path), finding, excerpt });
        }
        if !doubles.is_empty() {
            let mut n = 0;
            self.entries.retain(|_| {
                n += 1;
                !doubles.contains_key(&(n - 1))
            });
            self.ids.renew(&self.entries);
        }
        self.entries.shrink_to_fit();
        self.problems.sort_by(by_place);
        self.problems.shrink_to_fit();
        (self.left_out, self.outdated, self.warnings) = (0, 0, 0);
        self.tally(0);
        self
    }

    /// Those that have the id of an earlier one, by their places, with the place of that one.
    fn doubles(&self) -> HashMap<usize, usize> {
        if self.ids.tell_apart(&self.entries) {
            return HashMap::new();
        }
        let earlier = |(n, entry): (usize, &Entry)| Some((n, self.position(entry.id()).filter(|first| *first != n)?));
        self.entries.iter().enumerate().filter_map(earlier).collect()
    }

    /// Keeps whole what was kept whole of a library read before, and was not read again since.
    pub fn keep_wholes(&mut self, old: &Library) {
        for old in old.entries.iter().filter(|old| old.whole.is_some()) {
            let same = |entry: &&mut Entry| Arc::ptr_eq(&entry.document, &old.document);
            if let Some(entry) = self.get_mut(old.id()).filter(same) {
                entry.whole.clone_from(&old.whole);
            }
        }
    }

    /// The record of an id; the first by path while there are several.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.get(self.position(id)?)
    }

    /// The record of an id, to be changed.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Entry> {
        let place = self.position(id)?;
        self.entries.get_mut(place)
    }

    /// What is matched, sorted and counted of every entry, in their order.
    pub fn documents(&self) -> Vec<Arc<Document>> {
        self.entries.iter().map(|entry| Arc::clone(&entry.document)).collect()
    }

    /// The place of an id among the entries.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.ids.get(id, &self.entries)
    }

    /// How many files are left out for errors, and how many warnings there are.
    pub fn counts(&self) -> (usize, usize) {
        (self.left_out, self.warnings)
    }

    /// How many files have errors now, while the record is shown as it last was.
    pub fn outdated(&self) -> usize {
        self.outdated
    }

    /// Counts the problems from a place on; those of one file never come in two batches.
    fn tally(&mut self, from: usize) {
        let mut files = HashSet::new();
        for problem in self.problems.iter().skip(from) {
            match problem.finding.severity {
                Severity::Error => {
                    files.insert(&*problem.path);
                }
                Severity::Warning => self.warnings += 1,
            }
        }
        let is_shown = |path: &&&str| self.entries.binary_search_by(|entry| by_path(&entry.path, path)).is_ok();
        let shown = files.iter().filter(is_shown).count();
        self.outdated += shown;
        self.left_out += files.len() - shown;
    }
}

/// Folder by folder, as a walk meets them.
fn by_path(a: &str, b: &str) -> Ordering {
    Path::new(a).cmp(Path::new(b))
}

fn by_place(a: &Problem, b: &Problem) -> Ordering {
    let place = |problem: &Problem| (problem.finding.line, problem.finding.column);
    by_path(&a.path, &b.path).then_with(|| place(a).cmp(&place(b)))
}
