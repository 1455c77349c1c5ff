//! Writing a file that nobody ever sees half written: into a temporary one beside it, flushed, then renamed.
//! It does not know what is written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file being written; under its name stands what stood there before until `finish`.
#[derive(Debug)]
pub struct NewFile(Target);

#[derive(Debug)]
enum Target {
    /// A temporary file, and the path that it is to have.
    File(NamedTempFile, PathBuf),
    /// A pipe or a device, which no file may replace.
    Device(File),
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
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = builder().tempfile_in(folder)?;
        Ok(NewFile(Target::File(temporary, path)))
    }

    /// Puts the whole file in its place.
    pub fn finish(self) -> io::Result<()> {
        match self.0 {
            Target::Device(mut device) => device.flush(),
            Target::File(temporary, path) => {
                if let Ok(metadata) = fs::metadata(&path) {
                    temporary.as_file().set_permissions(metadata.permissions())?;
                }
                temporary.as_file().sync_all()?;
                temporary.persist(&path).map(drop).map_err(|error| error.error)
            }
        }
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Target::File(temporary, _) => temporary.write(bytes),
            Target::Device(device) => device.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Target::File(temporary, _) => temporary.flush(),
            Target::Device(device) => device.flush(),
        }
    }
}

/// Temporary files that, once renamed, are as open to others as any new file of the user.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".breachline-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
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
