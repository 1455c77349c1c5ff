//! A cache being written: beside the old one, in whose place it is put when it is complete.
//! Two programs that write at once do not disturb each other; the later one stays.

use super::{FOOT, Index, MARK, Origin, Row, Stamp};
use chrono::{DateTime, Utc};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use xxhash_rust::xxh3::xxh3_64;

/// A cache being written; dropped before it is complete, it leaves nothing.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    draft: PathBuf,
    out: BufWriter<File>,
    written: u64,
    /// How large the files are that it is of.
    size: u64,
    index: Index,
}

/// Tells apart what one program writes at once.
static DRAFTS: AtomicUsize = AtomicUsize::new(0);

impl Keeper {
    pub(super) fn new(path: &Path, origin: Origin) -> io::Result<Keeper> {
        if let Some(folder) = path.parent() {
            // what records say is the user's alone
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
        let draft = path.with_extension(format!("{}-{number}", std::process::id()));
        // one that a program of this number left behind
        let _ = fs::remove_file(&draft);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
        let index = Index { origin, now: 0, rows: Vec::new() };
        Ok(Keeper { path: path.to_owned(), draft, out: BufWriter::new(file), written: 0, size: 0, index })
    }

    /// Keeps what came of a file.
    pub fn keep(&mut self, path: &str, stamp: Stamp, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        let row = Row { path: path.into(), stamp, offset: self.written, length, sum: xxh3_64(bytes) };
        self.out.write_all(bytes)?;
        self.written += u64::from(length);
        self.size += stamp.size;
        self.index.rows.push(row);
        Ok(())
    }

    /// Puts the cache in place, if it is not larger than the files; what it holds was judged as of `now`.
    pub fn finish(mut self, now: DateTime<Utc>) -> io::Result<()> {
        self.index.now = now.timestamp();
        let index = postcard::to_allocvec(&self.index).map_err(io::Error::other)?;
        if self.written + (index.len() + FOOT) as u64 > self.size {
            return Ok(());
        }
        self.out.write_all(&index)?;
        self.out.write_all(&(index.len() as u64).to_le_bytes())?;
        self.out.write_all(&xxh3_64(&index).to_le_bytes())?;
        self.out.write_all(&MARK)?;
        self.out.flush()?;
        fs::rename(&self.draft, &self.path)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // gone already if it was put in place
        let _ = fs::remove_file(&self.draft);
    }
}
