//! A cache being written: beside the old one, in whose place it is put when it is complete.
//! Two programs that write at once do not disturb each other; the later one stays.

use super::{FOOT, Index, MARK, Origin, Row, Stamp};
use chrono::{DateTime, TimeDelta, Utc};
use std::fs::{self, DirBuilder};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::xxh3_64;

/// What the name of a cache that is being written begins with.
const DRAFT: &str = ".draft-";

/// A cache being written; dropped before it is complete, it leaves nothing.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    out: BufWriter<NamedTempFile>,
    written: u64,
    /// How large the files are that it is of.
    size: u64,
    index: Index,
}

impl Keeper {
    pub(super) fn new(path: &Path, origin: Origin, now: DateTime<Utc>) -> io::Result<Keeper> {
        let folder = path.parent().unwrap_or(Path::new("."));
        // what records say is the user's alone, and so is a temporary file
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        sweep(folder, now)?;
        let out = BufWriter::new(tempfile::Builder::new().prefix(DRAFT).tempfile_in(folder)?);
        let index = Index { origin, now: now.timestamp(), rows: Vec::new() };
        Ok(Keeper { path: path.to_owned(), out, written: 0, size: 0, index })
    }

    /// Keeps what came of a file.
    pub fn keep(&mut self, path: &str, stamp: Stamp, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        let row = Row { stamp, offset: self.written, length, sum: xxh3_64(bytes) };
        self.out.write_all(bytes)?;
        self.written += u64::from(length);
        self.size += stamp.size;
        self.index.rows.push((path.into(), row));
        Ok(())
    }

    /// Puts the cache in place, if it is not larger than the files; else none is there any more.
    pub fn finish(mut self) -> io::Result<()> {
        let index = postcard::to_allocvec(&self.index).map_err(io::Error::other)?;
        if self.written + (index.len() + FOOT) as u64 > self.size {
            return fs::remove_file(&self.path);
        }
        self.out.write_all(&index)?;
        self.out.write_all(&(index.len() as u64).to_le_bytes())?;
        self.out.write_all(&xxh3_64(&index).to_le_bytes())?;
        self.out.write_all(&MARK)?;
        let draft = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        draft.persist(&self.path).map(drop).map_err(|error| error.error)
    }
}

/// Removes what programs left that were killed while they wrote.
fn sweep(folder: &Path, now: DateTime<Utc>) -> io::Result<()> {
    for file in fs::read_dir(folder)?.flatten() {
        let is_draft = file.file_name().to_string_lossy().starts_with(DRAFT);
        let is_old = || file.metadata()?.modified().map(|at| DateTime::<Utc>::from(at) + TimeDelta::days(1) < now);
        if is_draft && is_old()? {
            fs::remove_file(file.path())?;
        }
    }
    Ok(())
}
