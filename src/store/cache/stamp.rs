//! By what a file is known to be unchanged, and how that is looked up.
//! It reads no content.

use chrono::{DateTime, Utc};
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, openat, statat};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::os::fd::OwnedFd;
use std::path::Path;

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
    /// Whether the file was at rest by then, so that no later change leaves its stamp as it is.
    pub fn is_at_rest(&self, now: DateTime<Utc>) -> bool {
        self.modified.0 + REST < now.timestamp()
    }
}

/// Looks files up one after another; those of one folder from there, since the way down to it takes longer than the rest.
#[derive(Debug, Default)]
pub struct Lookup {
    folder: Option<(OsString, OwnedFd)>,
}

impl Lookup {
    /// The stamp of what is a file, or a link to one; `None` of anything else.
    pub fn stamp(&mut self, path: &Path) -> Option<Stamp> {
        let (folder, name) = (path.parent()?.as_os_str(), path.file_name()?);
        let is_open = self.folder.as_ref().is_some_and(|(open, _)| open == folder);
        if !is_open {
            let path = if folder.is_empty() { ".".as_ref() } else { folder };
            let opened = openat(CWD, path, OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).ok()?;
            self.folder = Some((folder.to_owned(), opened));
        }
        let (_, opened) = self.folder.as_ref()?;
        let file = statat(opened, name, AtFlags::empty()).ok()?;
        let parts = |nanoseconds| i64::try_from(nanoseconds).unwrap_or_default();
        (FileType::from_raw_mode(file.st_mode) == FileType::RegularFile).then(|| Stamp {
            size: u64::try_from(file.st_size).unwrap_or_default(),
            modified: (file.st_mtime, parts(file.st_mtime_nsec)),
            changed: (file.st_ctime, parts(file.st_ctime_nsec)),
            inode: file.st_ino,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn files_and_links_to_them_are_looked_up_in_whichever_folder() {
        let root = tempfile::tempdir().unwrap();
        let path = |name: &str| root.path().join(name);
        std::fs::create_dir(path("b")).unwrap();
        std::fs::write(path("a.yaml"), "four").unwrap();
        std::fs::write(path("b/a.yaml"), "four").unwrap();
        symlink(path("a.yaml"), path("b/link.yaml")).unwrap();
        symlink(path("nothing"), path("b/dangling.yaml")).unwrap();
        let mut lookup = Lookup::default();
        let mut stamp = |name: &str| lookup.stamp(&path(name));
        let (above, below) = (stamp("a.yaml").unwrap(), stamp("b/a.yaml").unwrap());
        assert_eq!((above.size, below.size), (4, 4));
        assert_ne!(above, below);
        assert_eq!(stamp("b/link.yaml"), Some(above));
        for name in ["b", "b/nothing.yaml", "b/dangling.yaml", "c/a.yaml", ".."] {
            assert_eq!(stamp(name), None, "{name}");
        }
        // beside where the program stands
        assert!(lookup.stamp(Path::new("Cargo.toml")).is_some());
    }
}
