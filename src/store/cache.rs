//! What came of every file of a folder, kept between two runs in the user's cache folder.
//! It is a shortcut and never more: what does not fit to the letter counts as never kept, and deleting it costs time alone.

mod keeper;
mod stamp;

pub use keeper::Keeper;
pub use stamp::{Lookup, Stamp};

use super::library::Known;
use chrono::{DateTime, Utc};
use hashbrown::HashMap;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::xxh3_64;

/// The last bytes of such a file, before them the length and the sum of its index.
const MARK: [u8; 8] = *b"breachl\n";
/// The length of what stands after the index.
const FOOT: usize = 24;
/// The most bytes that are read at once.
const LONGEST: usize = 1 << 20;

/// The user's folder for caches of this program; `None` where the system knows no such folder.
pub fn folder() -> Option<PathBuf> {
    dirs::cache_dir().map(|caches| caches.join("breachline"))
}

/// By which program it was kept, where, and of which folder: all of it must fit.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Origin {
    /// The program's version, and a number of the sources that decide what is kept and how.
    program: (String, String),
    machine: String,
    /// The folder, without links.
    place: Vec<u8>,
}

impl Origin {
    fn of(place: &Path) -> Origin {
        let id = std::fs::read_to_string("/etc/machine-id").unwrap_or_default();
        let name = rustix::system::uname();
        Origin {
            program: (env!("CARGO_PKG_VERSION").to_owned(), env!("BREACHLINE_READING").to_owned()),
            machine: format!("{} {}", id.trim(), name.nodename().to_string_lossy()),
            place: place.as_os_str().as_bytes().to_owned(),
        }
    }
}

/// Where what came of one file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    stamp: Stamp,
    offset: u64,
    length: u32,
    sum: u64,
}

/// What stands at the end of such a file.
#[derive(Debug, Serialize, Deserialize)]
struct Index {
    origin: Origin,
    /// Up to when it was kept, as seconds: what may lie in the future was judged by it.
    now: i64,
    /// Each with the file's path below the folder.
    rows: Vec<(Box<str>, Row)>,
}

/// The cache of one folder of records.
#[derive(Debug)]
pub struct Cache {
    /// The folder, without links.
    place: PathBuf,
    /// The file that it is kept in.
    path: PathBuf,
    file: Option<File>,
    rows: HashMap<Box<str>, Row>,
    /// As of when files are judged.
    now: DateTime<Utc>,
}

impl Cache {
    /// Opens the cache of a folder in a folder of caches; an empty one if there is none that fits.
    pub fn open(caches: &Path, place: &Path, now: DateTime<Utc>) -> io::Result<Cache> {
        let place = place.canonicalize()?;
        let path = caches.join(format!("{:016x}", xxh3_64(place.as_os_str().as_bytes())));
        let mut cache = Cache { place, path, file: None, rows: HashMap::new(), now };
        if let Ok(file) = File::open(&cache.path)
            && let Some(index) = index(&file)
            && index.origin == Origin::of(&cache.place)
            && index.now <= now.timestamp()
        {
            cache.rows = index.rows.into_iter().collect();
            cache.file = Some(file);
        }
        Ok(cache)
    }

    /// Where a file is kept, if it is unchanged.
    pub fn row(&self, path: &str, stamp: &Stamp) -> Option<Row> {
        self.rows.get(path).filter(|row| row.stamp == *stamp).copied()
    }

    /// Whether anything is kept of a file, be it as it is now or as it was.
    pub fn has(&self, path: &str) -> bool {
        self.rows.contains_key(path)
    }

    /// Of how many files it is.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Forgets where all files are kept, to be asked for no more.
    pub fn forget_rows(&mut self) {
        self.rows = HashMap::new();
    }

    /// The bytes of some files, read at once where they lie together, as those of neighbours do.
    pub fn stretch<'r>(&self, rows: impl Iterator<Item = &'r Row> + Clone) -> Option<Stretch> {
        let start = rows.clone().map(|row| row.offset).min()?;
        let end = rows.map(|row| row.offset + u64::from(row.length)).max()?;
        let length = usize::try_from(end - start).ok().filter(|length| *length <= LONGEST)?;
        let mut bytes = vec![0; length];
        self.file.as_ref()?.read_exact_at(&mut bytes, start).ok()?;
        Some(Stretch { start, bytes })
    }

    /// Removes what is kept, if anything is.
    pub fn remove(self) {
        // most often there is none; what cannot be removed is the user's alone
        let _ = fs::remove_file(&self.path);
    }

    /// Begins to keep anew what comes of the folder's files.
    pub fn keeper(&self) -> io::Result<Keeper> {
        Keeper::new(&self.path, Origin::of(&self.place), self.now)
    }
}

/// Some bytes of a cache's file.
#[derive(Debug)]
pub struct Stretch {
    start: u64,
    bytes: Vec<u8>,
}

impl Stretch {
    /// What came of an unchanged file, and its bytes; `None` where those are damaged, or others than these.
    pub fn known(&self, row: &Row) -> Option<(Known, &[u8])> {
        let at = usize::try_from(row.offset.checked_sub(self.start)?).ok()?;
        let bytes = self.bytes.get(at..)?.get(..row.length as usize)?;
        let known = (xxh3_64(bytes) == row.sum).then(|| postcard::from_bytes(bytes).ok())??;
        Some((known, bytes))
    }
}

/// The index of a cache's file, if the file is whole.
fn index(file: &File) -> Option<Index> {
    let size = usize::try_from(file.metadata().ok()?.len()).ok()?;
    let mut foot = [0; FOOT];
    file.read_exact_at(&mut foot, u64::try_from(size.checked_sub(FOOT)?).ok()?).ok()?;
    let number = |at: usize| foot.get(at..at + 8)?.try_into().ok().map(u64::from_le_bytes);
    let (length, sum) = (usize::try_from(number(0)?).ok()?, number(8)?);
    if foot.get(16..) != Some(&MARK) || length > size - FOOT {
        return None;
    }
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, u64::try_from(size - FOOT - length).ok()?).ok()?;
    (xxh3_64(&bytes) == sum).then(|| postcard::from_bytes(&bytes).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known { record: None, findings: Vec::new() }
    }

    /// A cache with one row, as another writer would leave it.
    fn rows_of(change: impl Fn(&mut Origin)) -> usize {
        let root = tempfile::tempdir().unwrap();
        let (caches, place) = (root.path().join("caches"), root.path().join("records"));
        std::fs::create_dir(&place).unwrap();
        std::fs::write(place.join("a.yaml"), "a".repeat(1000)).unwrap();
        let stamp = Lookup::default().stamp(&place.join("a.yaml")).unwrap();
        let now = DateTime::<Utc>::from(std::time::SystemTime::now());
        let cache = Cache::open(&caches, &place, now).unwrap();
        let mut origin = Origin::of(&cache.place);
        change(&mut origin);
        let mut keeper = Keeper::new(&cache.path, origin, now).unwrap();
        keeper.keep("a.yaml", stamp, &postcard::to_allocvec(&known()).unwrap()).unwrap();
        keeper.finish().unwrap();
        let cache = Cache::open(&caches, &place, now).unwrap();
        if cache.len() > 0 {
            let row = cache.row("a.yaml", &stamp).unwrap();
            assert_eq!(cache.stretch([&row].into_iter()).unwrap().known(&row).unwrap().0, known());
        }
        cache.len()
    }

    #[test]
    fn what_another_version_machine_or_folder_kept_is_not_used() {
        assert_eq!(rows_of(|_| {}), 1);
        assert_eq!(rows_of(|origin| origin.program.0 = "0.0.9".to_owned()), 0);
        assert_eq!(rows_of(|origin| origin.program.1 = String::new()), 0);
        assert_eq!(rows_of(|origin| origin.machine.push('x')), 0);
        assert_eq!(rows_of(|origin| origin.place.push(b'x')), 0);
    }
}
