//! By what a file is known to be unchanged.
//! It reads no content.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;

/// How long a file must have been at rest, in seconds: within the grain of a clock it may change unseen.
const REST: i64 = 2;

/// A file's size, when its content and when anything of it last changed, and its number on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub(super) size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
    inode: u64,
}

impl Stamp {
    /// The stamp of a file.
    pub fn of(file: &Metadata) -> Stamp {
        Stamp {
            size: file.size(),
            modified: (file.mtime(), file.mtime_nsec()),
            changed: (file.ctime(), file.ctime_nsec()),
            inode: file.ino(),
        }
    }

    /// Whether the file was at rest by then, so that no later change leaves its stamp as it is.
    pub fn is_at_rest(&self, now: DateTime<Utc>) -> bool {
        self.modified.0 + REST < now.timestamp()
    }
}
