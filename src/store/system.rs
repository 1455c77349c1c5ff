//! The calls of the system by which files are written, each of which may fail.
//! It says nothing of their order; `beside` and `save` do.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// The calls of the system.
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
