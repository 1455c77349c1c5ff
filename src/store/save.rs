//! Writing one file whole or not at all: beside it first, flushed, then put in its place.
//! It decides nothing about what is written; `edit` does.

use crate::edit::{Failure, Write};
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// What a file that is being written beside its place is named after.
const ENDING: &str = ".breachline";

/// The calls of the system that a save makes, each of which may fail.
pub trait System {
    /// The path without links; fails if there is nothing.
    fn resolve(&mut self, path: &Path) -> io::Result<PathBuf>;
    /// A file's bytes.
    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>>;
    /// Who may do what with a file.
    fn permissions(&mut self, path: &Path) -> io::Result<Permissions>;
    /// The names in a folder.
    fn list(&mut self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// Opens a file for writing, made if it is not there; fails if another program writes it.
    fn open(&mut self, path: &Path) -> io::Result<File>;
    /// Writes all of a file.
    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Sets who may do what with a file.
    fn permit(&mut self, file: &File, permissions: Permissions) -> io::Result<()>;
    /// Has a file's bytes on the disk, not only on their way.
    fn flush(&mut self, file: &File) -> io::Result<()>;
    /// Puts a file in the place of another.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a second name, which must be free.
    fn link(&mut self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes a name away.
    fn remove(&mut self, path: &Path) -> io::Result<()>;
    /// Moves a file to the trash.
    fn trash(&mut self, path: &Path) -> io::Result<()>;
}

/// The system that the program runs on.
#[derive(Debug)]
pub struct Real;

impl System for Real {
    fn resolve(&mut self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        // nothing is waited for that is no file
        if fs::metadata(path)?.is_file() { fs::read(path) } else { Err(ErrorKind::InvalidInput.into()) }
    }

    fn permissions(&mut self, path: &Path) -> io::Result<Permissions> {
        Ok(fs::metadata(path)?.permissions())
    }

    fn list(&mut self, folder: &Path) -> io::Result<Vec<OsString>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
    }

    fn open(&mut self, path: &Path) -> io::Result<File> {
        // whether another program writes it is known only once it is open, so it is emptied after that
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        match rustix::fs::flock(&file, rustix::fs::FlockOperation::NonBlockingLockExclusive) {
            Err(error) if error == rustix::io::Errno::WOULDBLOCK => return Err(ErrorKind::WouldBlock.into()),
            // some disks know no locks
            _ => {}
        }
        file.set_len(0)?;
        Ok(file)
    }

    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn permit(&mut self, file: &File, permissions: Permissions) -> io::Result<()> {
        file.set_permissions(permissions)
    }

    fn flush(&mut self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn link(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn trash(&mut self, path: &Path) -> io::Result<()> {
        trash::delete(path).map_err(|error| io::Error::other(error.to_string()))
    }
}

/// Does a write: the file is afterwards as it was or as it should be, never anything else.
///
/// Of a link the target is written. A file that is not as the write expects it is left alone.
pub fn save(write: &Write) -> Result<(), Failure> {
    save_with(&mut Real, write)
}

/// Does a write by the calls of a given system.
pub fn save_with(system: &mut dyn System, write: &Write) -> Result<(), Failure> {
    match (&write.before, &write.after) {
        (_, None) => discard(system, write),
        (None, Some(after)) => create(system, &write.path, after),
        (Some(before), Some(after)) => replace(system, &write.path, before, after),
    }
}

/// What a file holds now.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    Real.read(path).map_err(|error| missing(path, &error))
}

/// Moves a file to the trash of the system; gives the write that this was.
pub fn delete(path: &Path) -> Result<Write, Failure> {
    let write = Write { path: path.to_owned(), before: Some(bytes(path)?), after: None };
    save(&write).map(|()| write)
}

fn replace(system: &mut dyn System, path: &Path, before: &[u8], after: &[u8]) -> Result<(), Failure> {
    let path = system.resolve(path).map_err(|error| missing(path, &error))?;
    expect(system, &path, before)?;
    let permissions = system.permissions(&path).map_err(|error| failure(&error))?;
    if permissions.readonly() {
        return Err(Failure::Denied);
    }
    beside(system, &path, after, Some(permissions), |system, written| {
        expect(system, &path, before)?;
        system.rename(written, &path).map_err(|error| failure(&error))
    })
}

fn create(system: &mut dyn System, path: &Path, after: &[u8]) -> Result<(), Failure> {
    let name = path.file_name().ok_or(Failure::NoFolder)?;
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let path = system.resolve(parent).map_err(|_| Failure::NoFolder)?.join(name);
    beside(system, &path, after, None, |system, written| {
        match system.link(written, &path) {
            Ok(()) => {
                // the second name alone would be litter, no loss; the next save takes it away
                let _ = system.remove(written);
                Ok(())
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(Failure::Conflict(Some(system.read(&path).unwrap_or_default())))
            }
            // a disk without second names
            Err(_) if system.permissions(&path).is_err() => {
                system.rename(written, &path).map_err(|error| failure(&error))
            }
            Err(error) => Err(failure(&error)),
        }
    })
}

fn discard(system: &mut dyn System, write: &Write) -> Result<(), Failure> {
    if let Some(before) = &write.before {
        expect(system, &write.path, before)?;
    }
    system.trash(&write.path).map_err(|error| failure(&error))
}

/// Writes a file beside its place and has it put there; if anything fails, what was written beside it is taken away.
fn beside(
    system: &mut dyn System,
    path: &Path,
    bytes: &[u8],
    permissions: Option<Permissions>,
    put: impl FnOnce(&mut dyn System, &Path) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    sweep(system, folder);
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(ENDING);
    let written = folder.join(name);
    let mut file = system.open(&written).map_err(|error| failure(&error))?;
    let filled = system.write(&mut file, bytes);
    let permitted = filled.and_then(|()| permissions.map_or(Ok(()), |permissions| system.permit(&file, permissions)));
    let flushed = permitted.and_then(|()| system.flush(&file)).map_err(|error| failure(&error));
    let done = flushed.and_then(|()| put(system, &written));
    if done.is_err() {
        // a first failure is told, not one of the clearing up
        let _ = system.remove(&written);
        return done;
    }
    // the file is in its place already; a disk that cannot flush a folder is no reason to say that it is not
    if let Ok(folder) = File::open(folder) {
        let _ = system.flush(&folder);
    }
    Ok(())
}

/// Takes away what saves left behind that were cut off: what nobody writes any more.
fn sweep(system: &mut dyn System, folder: &Path) {
    for name in system.list(folder).unwrap_or_default() {
        let name_bytes = name.as_encoded_bytes();
        if name_bytes.starts_with(b".") && name_bytes.ends_with(ENDING.as_bytes()) {
            let path = folder.join(&name);
            if system.open(&path).is_ok() {
                // it may be gone already
                let _ = system.remove(&path);
            }
        }
    }
}

fn expect(system: &mut dyn System, path: &Path, before: &[u8]) -> Result<(), Failure> {
    match system.read(path) {
        Ok(now) if now == before => Ok(()),
        Ok(now) => Err(Failure::Conflict(Some(now))),
        Err(error) => Err(missing(path, &error)),
    }
}

/// What it means that a file is not there: that it is gone, or its folder.
fn missing(path: &Path, error: &io::Error) -> Failure {
    let folder = path.parent().is_none_or(|parent| parent.as_os_str().is_empty() || parent.is_dir());
    match error.kind() {
        ErrorKind::NotFound if folder => Failure::Conflict(None),
        _ => failure(error),
    }
}

/// What an error of the system means for who wants to write.
pub fn failure(error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Failure::Full,
        ErrorKind::PermissionDenied => Failure::Denied,
        ErrorKind::NotFound | ErrorKind::NotADirectory => Failure::NoFolder,
        ErrorKind::ReadOnlyFilesystem => Failure::ReadOnly,
        ErrorKind::WouldBlock => Failure::Busy,
        _ => Failure::Other(error.to_string()),
    }
}

#[cfg(test)]
mod tests;
