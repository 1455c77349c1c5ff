//! Writing one file whole or not at all, if it is as it was expected: beside it first, flushed, then put in its place.
//! It decides nothing about what is written; `edit` does.

use super::beside::{Beside, sweep};
use super::system::{Real, System};
use crate::edit::{Failure, Write};
use std::fs::Permissions;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Does a write: the file is afterwards as it was or as it should be, never anything else.
///
/// Of a link the target is written. A file that is not as the write expects it is left alone.
pub fn save(write: &Write) -> Result<(), Failure> {
    save_with(&mut Real, write)
}

/// The same in a folder that is swept already, for who writes many files.
pub fn save_swept(write: &Write) -> Result<(), Failure> {
    put(&mut Real, write)
}

/// Does a write by the calls of a given system.
fn save_with(system: &mut dyn System, write: &Write) -> Result<(), Failure> {
    if write.after.is_some() {
        // beside a link's target, as what is written
        let path = system.resolve(&write.path).unwrap_or_else(|_| write.path.clone());
        sweep(system, folder(&path));
    }
    put(system, write)
}

fn put(system: &mut dyn System, write: &Write) -> Result<(), Failure> {
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
    let path = system.resolve(folder(path)).map_err(|_| Failure::NoFolder)?.join(name);
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

/// The folder of a file.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
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
    let mut beside = Beside::open(system, path).map_err(|error| failure(&error))?;
    let filled = beside.write(system, bytes).and_then(|()| beside.finish(system, permissions));
    let done = filled.map_err(|error| failure(&error)).and_then(|()| put(system, beside.path()));
    match done {
        Ok(()) => beside.settle(system),
        // a first failure is told, not one of the clearing up
        Err(_) => beside.discard(system),
    }
    done
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
