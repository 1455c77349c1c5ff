//! Writing a file, whole or not at all, whatever stood there before.
//! It does not know what is written; where it matters what stood there, `save` does it.

use super::beside::Beside;
use super::system::{Real, System as _};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A file being written; under its name stands what stood there before until `finish`.
#[derive(Debug)]
pub struct NewFile(Target);

#[derive(Debug)]
enum Target {
    /// A file beside the path that it is to have.
    File(Beside, PathBuf),
    /// A pipe or a device, which no file may replace.
    Device(File),
    /// It is in its place.
    Done,
}

impl NewFile {
    /// Begins a file; a link is followed, so that it stays a link.
    pub fn create(path: &Path) -> io::Result<NewFile> {
        let path = if path.is_symlink() { fs::canonicalize(path)? } else { path.to_owned() };
        if let Ok(metadata) = fs::metadata(&path) {
            if metadata.is_dir() {
                return Err(io::Error::from(ErrorKind::IsADirectory));
            }
            if !metadata.is_file() {
                return Ok(NewFile(Target::Device(OpenOptions::new().write(true).open(&path)?)));
            }
            if metadata.permissions().readonly() {
                return Err(io::Error::from(ErrorKind::PermissionDenied));
            }
        }
        Ok(NewFile(Target::File(Beside::open(&mut Real, &path)?, path)))
    }

    /// Puts the whole file in its place.
    pub fn finish(mut self) -> io::Result<()> {
        match &mut self.0 {
            Target::Device(device) => device.flush()?,
            Target::File(beside, path) => {
                let permissions = fs::metadata(&path).ok().map(|metadata| metadata.permissions());
                beside.finish(&mut Real, permissions)?;
                Real.rename(beside.path(), path)?;
                beside.settle(&mut Real);
            }
            Target::Done => {}
        }
        self.0 = Target::Done;
        Ok(())
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if let Target::File(beside, _) = &self.0 {
            beside.discard(&mut Real);
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Target::File(beside, _) => beside.write(&mut Real, bytes).map(|()| bytes.len()),
            Target::Device(device) => device.write(bytes),
            Target::Done => Ok(0),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Target::Device(device) => device.flush(),
            Target::File(..) | Target::Done => Ok(()),
        }
    }
}

/// Writes a whole text to a file.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = NewFile::create(path)?;
    file.write_all(text.as_bytes())?;
    file.finish()
}

/// Whether something stands under a path.
pub fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a file holds just this text.
pub fn holds(path: &Path, text: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}

/// Whether a path is a folder.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Makes a folder, and those above it.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stood_there_stays_until_the_new_file_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write(&path, "old").unwrap();
        let mut file = NewFile::create(&path).unwrap();
        file.write_all(b"new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        drop(file);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "a file that is given up leaves nothing");
        write(&path, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_device_a_device() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a"), folder.path().join("b"));
        write(&path, "old").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write(&link, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert!(link.is_symlink());
        write(Path::new("/dev/null"), "new").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
        assert!(write(folder.path(), "new").is_err(), "a folder");
    }
}
