//! The caches of the places that are loaded: which files need not be read, and what is kept of the others.
//! What goes wrong with a cache is never told: without it all is read.

use super::cache::{Cache, Keeper, Stamp};
use super::library::Known;
use super::load::{Listed, Outcome};
use crate::record::finding::Fault;
use chrono::{DateTime, Utc};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// To write a cache anew takes as long as to read one file in about so many.
const FEW: usize = 128;

/// What is to be kept of a file.
pub struct Kept {
    place: usize,
    /// Its path below the place.
    path: String,
    stamp: Stamp,
    bytes: Vec<u8>,
}

/// A file, what came of it, and what is to be kept of that.
pub type Read = (Listed, Outcome, Option<Kept>);

/// The caches of some places, if any.
pub type Caches = Vec<Option<Cache>>;

/// Opens the caches of some places in a folder of caches; those that are no folders have none.
pub fn open_all(caches: Option<&Path>, places: &[PathBuf], now: DateTime<Utc>) -> Caches {
    let open = |place: &PathBuf| Cache::open(caches?, place, now).ok().filter(|_| place.is_dir());
    places.iter().map(open).collect()
}

/// No caches, of places that need none any more: what was kept of files that may be gone is not kept longer.
pub fn without(caches: Caches) -> Caches {
    caches.into_iter().flatten().for_each(Cache::remove);
    Vec::new()
}

/// The caches of some places, one for each folder.
pub struct Caching<'a> {
    places: &'a [PathBuf],
    caches: Caches,
    /// Which of them are written anew.
    anew: Vec<bool>,
}

/// The caches that are written anew.
pub struct Keeping(Vec<Option<Keeper>>);

impl<'a> Caching<'a> {
    /// Finds what is kept of the files, and begins anew where that is no longer about all of them: a few that changed are
    /// read at each start instead. What is kept of a file that is gone is not kept longer.
    pub fn new(mut caches: Caches, places: &'a [PathBuf], files: &mut [Listed]) -> (Caching<'a>, Keeping) {
        let row = |file: &Listed| {
            let cache = caches.get(file.place)?.as_ref()?;
            cache.row(below(places, file)?, file.stamp.as_ref()?)
        };
        files.par_iter_mut().for_each(|file| file.row = row(file));
        let keeper = |(place, cache): (usize, &Option<Cache>)| {
            let (cache, of_place) = (cache.as_ref()?, || files.iter().filter(|file| file.place == place));
            let is_kept = |file: &&Listed| below(places, file).is_some_and(|path| cache.has(path));
            let (all, known) = (of_place().count(), of_place().filter(|file| file.row.is_some()).count());
            let one_is_gone = || known < cache.len() && of_place().filter(is_kept).count() < cache.len();
            let is_stale = all - known > all / FEW || one_is_gone();
            is_stale.then(|| cache.keeper().ok()).flatten()
        };
        let keepers: Vec<Option<Keeper>> = caches.iter().enumerate().map(keeper).collect();
        let anew = keepers.iter().map(Option::is_some).collect();
        // each file has its own by now
        caches.iter_mut().flatten().for_each(Cache::forget_rows);
        (Caching { places, caches, anew }, Keeping(keepers))
    }

    /// What came of some neighbouring files, read or kept, and what is to be kept of them.
    pub fn outcomes(&self, files: Vec<Listed>, whole: bool, now: DateTime<Utc>) -> Vec<Read> {
        let place = files.first().map_or(0, |file| file.place);
        let rows = files.iter().filter(|file| file.place == place).filter_map(|file| file.row.as_ref());
        let stretch = self.caches.get(place).and_then(|cache| cache.as_ref()?.stretch(rows));
        let read = |file: Listed| {
            let kept = file.row.as_ref().filter(|_| file.place == place).and_then(|row| stretch.as_ref()?.known(row));
            let (outcome, kept) = self.outcome(&file, kept, whole, now);
            (file, outcome, kept)
        };
        files.into_iter().map(read).collect()
    }

    fn outcome(
        &self,
        file: &Listed,
        kept: Option<(Known, &[u8])>,
        whole: bool,
        now: DateTime<Utc>,
    ) -> (Outcome, Option<Kept>) {
        let (known, incident, bytes) = if let Some((known, bytes)) = kept {
            (known, None, Some(bytes))
        } else {
            let (known, incident) = file.judge(now);
            (known, incident.filter(|_| whole), None)
        };
        let kept = self.to_keep(file, &known, bytes, now);
        (file.outcome(known, incident), kept)
    }

    /// What is to be kept of a file: nothing where nothing changed, nor where the clock may yet change what is said of it.
    fn to_keep(&self, file: &Listed, known: &Known, bytes: Option<&[u8]>, now: DateTime<Utc>) -> Option<Kept> {
        self.anew.get(file.place).filter(|anew| **anew)?;
        let stamp = file.stamp.filter(|stamp| stamp.is_at_rest(now))?;
        if known.findings.iter().any(|(finding, _)| is_passing(&finding.fault)) {
            return None;
        }
        let bytes = bytes.map_or_else(|| postcard::to_allocvec(known).ok(), |bytes| Some(bytes.to_vec()))?;
        Some(Kept { place: file.place, path: below(self.places, file)?.to_owned(), stamp, bytes })
    }
}

impl Keeping {
    /// Keeps what came of a file; a cache that cannot be written is given up.
    pub fn keep(&mut self, kept: Option<Kept>) {
        let Some(kept) = kept else { return };
        let Some(keeper) = self.0.get_mut(kept.place) else { return };
        if keeper.as_mut().is_some_and(|keeper| keeper.keep(&kept.path, kept.stamp, &kept.bytes).is_err()) {
            *keeper = None;
        }
    }

    /// Puts what was kept anew in place.
    pub fn finish(self) {
        for keeper in self.0.into_iter().flatten() {
            // the next start reads the files instead
            let _ = keeper.finish();
        }
    }
}

/// Whether a fault may be gone tomorrow though the file stays as it is.
fn is_passing(fault: &Fault) -> bool {
    use Fault::{DanglingLink, FutureDate, LinkLoop, NotAFile, NotFound, Unreadable};
    matches!(fault, FutureDate(_) | Unreadable(_) | NotFound | NotAFile | LinkLoop | DanglingLink)
}

/// A file's path below its place; `None` for one that no text names.
fn below<'f>(places: &[PathBuf], file: &'f Listed) -> Option<&'f str> {
    file.path.strip_prefix(places.get(file.place)?).ok()?.to_str()
}

#[cfg(test)]
mod tests {
    use super::super::cache::Lookup;
    use super::super::load::{SMALL, load, walk};
    use super::super::seen::Seen;
    use super::*;
    use chrono::TimeZone;
    use std::ops::ControlFlow;
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_file_that_is_unchanged_is_not_opened_and_only_the_changed_one_is_read() {
        let root = tempfile::tempdir().unwrap();
        let (records, caches) = (root.path().join("records"), root.path().join("caches"));
        std::fs::create_dir(&records).unwrap();
        let write = |n: usize, title: &str| {
            let path = records.join(format!("{n:03}.yaml"));
            let notes = "as before ".repeat(200);
            let text = format!(
                "title: {title}\norganisation: {{ name: O }}\ntimeline: [{{ date: 2025, kind: aware }}]\nnotes: {notes}\n"
            );
            std::fs::write(&path, text).unwrap();
            let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
            std::fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
        };
        (0..=SMALL).for_each(|n| write(n, "Old"));
        let now = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap();
        let places = [records.clone()];
        let found = || {
            let mut files = Vec::new();
            let walked = walk(&places, &mut |_| ControlFlow::Continue(()), &mut |piece| files.extend(piece));
            assert!(walked.is_continue());
            files
        };
        let count = found().len();
        let nothing = &mut Seen::default();
        load(&places, Some(&caches), nothing, now, &mut |_| ControlFlow::Continue(()));
        write(7, "New");
        let mut files = found();
        let mut lookup = Lookup::default();
        for file in &mut files {
            file.stamp = lookup.stamp(&file.path);
        }
        let (caching, _) = Caching::new(open_all(Some(&caches), &places, now), &places, &mut files);
        let changed: Vec<usize> = (0..count).filter(|n| files[*n].row.is_none()).collect();
        assert_eq!(changed, [7]);
        // what is kept does not need the files any more
        std::fs::remove_dir_all(&records).unwrap();
        let entries: Vec<_> =
            caching.outcomes(files, false, now).into_iter().filter_map(|(_, outcome, _)| outcome.entry).collect();
        assert_eq!(entries.len(), count - 1);
        assert!(entries.iter().all(|entry| entry.document.title.get(crate::text::Lang::En) == "Old"));
    }
}
