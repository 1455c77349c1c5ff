//! A file that is written beside its place until it is whole: nobody ever sees it half written.
//! It does not put it there; who writes it knows what may be replaced.

use super::system::System;
use std::ffi::OsString;
use std::fs::{File, Permissions};
use std::io;
use std::path::{Path, PathBuf};

/// What such a file is named after.
const ENDING: &str = ".breachline";
/// The most letters of the name of its place that its own has.
const LETTERS: usize = 60;

/// A file beside its place; while it is open, no other program writes it.
#[derive(Debug)]
pub struct Beside {
    path: PathBuf,
    file: File,
}

impl Beside {
    /// Makes it, for a place whose links are followed already.
    pub fn open(system: &mut dyn System, place: &Path) -> io::Result<Beside> {
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let name: String = name.chars().take(LETTERS).collect();
        let path = place.with_file_name(format!(".{name}{ENDING}"));
        Ok(Beside { file: system.open(&path)?, path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes all of some bytes at its end.
    pub fn write(&mut self, system: &mut dyn System, bytes: &[u8]) -> io::Result<()> {
        system.write(&mut self.file, bytes)
    }

    /// Says who may do what with it, and has it on the disk.
    pub fn finish(&self, system: &mut dyn System, permissions: Option<Permissions>) -> io::Result<()> {
        permissions.map_or(Ok(()), |permissions| system.permit(&self.file, permissions))?;
        system.flush(&self.file)
    }

    /// Takes it away.
    pub fn discard(&self, system: &mut dyn System) {
        // it may be gone already
        let _ = system.remove(&self.path);
    }

    /// Has on the disk that it is in its place now.
    pub fn settle(&self, system: &mut dyn System) {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // it is in its place already; a disk that cannot flush a folder is no reason to say that it is not
        if let Ok(folder) = File::open(folder) {
            let _ = system.flush(&folder);
        }
    }
}

/// Takes away what writes left behind in a folder that were cut off: what nobody writes any more.
pub fn sweep(system: &mut dyn System, folder: &Path) {
    for name in system.list(folder).unwrap_or_default() {
        if is_beside(&name) {
            let path = folder.join(&name);
            if system.open(&path).is_ok() {
                // it may be gone already
                let _ = system.remove(&path);
            }
        }
    }
}

fn is_beside(name: &OsString) -> bool {
    let bytes = name.as_encoded_bytes();
    bytes.starts_with(b".") && bytes.ends_with(ENDING.as_bytes())
}
