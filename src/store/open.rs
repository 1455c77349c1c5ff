//! Opening one file without trusting it: never a pipe or a device, never more than a record may have.
//! It walks no folder.

use super::built_in;
use super::library::{Entry, Origin};
use crate::record::Incident;
use crate::record::finding::Fault;
use crate::record::reading::LARGEST;
use chrono::DateTime;
use rayon::prelude::*;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

/// The bytes of a record's file, at most one more than a record may have.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    let metadata = fs::metadata(path).map_err(|error| fault(path, &error))?;
    if !metadata.is_file() {
        return Err(Fault::NotAFile);
    }
    limited(path, metadata.len()).map_err(|error| fault(path, &error))
}

fn limited(path: &Path, size: u64) -> io::Result<Vec<u8>> {
    let limit = LARGEST as u64 + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(limit)).unwrap_or(0) + 1);
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What an error of the system means for a file.
pub fn fault(path: &Path, error: &io::Error) -> Fault {
    let link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    match error.kind() {
        ErrorKind::NotFound if link => Fault::DanglingLink,
        ErrorKind::NotFound => Fault::NotFound,
        ErrorKind::PermissionDenied => Fault::Unreadable(error.to_string()),
        _ if link => Fault::LinkLoop,
        _ => Fault::Unreadable(error.to_string()),
    }
}

/// The text of a record as it is stored, at most as much as a record may have.
pub fn source(entry: &Entry) -> io::Result<String> {
    source_of(&entry.origin, &entry.path)
}

/// The text of what is stored somewhere, under the path that is shown to users.
pub fn source_of(origin: &Origin, shown: &str) -> io::Result<String> {
    match origin.file(shown) {
        None => built_in::source(shown)
            .map(str::to_owned)
            .ok_or_else(|| io::Error::new(ErrorKind::NotFound, "no such record is built in")),
        Some(path) => {
            let metadata = fs::metadata(path)?;
            if !metadata.is_file() {
                return Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file"));
            }
            let bytes = limited(path, metadata.len())?;
            if bytes.len() > LARGEST {
                return Err(io::Error::new(ErrorKind::FileTooLarge, "larger than a record may be"));
            }
            String::from_utf8(bytes).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
        }
    }
}

/// The whole of a record, read unless it is kept; `None` if its file is gone, or broken by now.
pub fn whole(entry: &Entry) -> Option<Arc<Incident>> {
    let read = || {
        let stem = Path::new(&*entry.path).file_stem().unwrap_or_default().to_string_lossy();
        // only warnings depend on the clock
        crate::record::read(source(entry).ok()?.as_bytes(), &stem, DateTime::UNIX_EPOCH).incident.map(Arc::new)
    };
    entry.whole.clone().or_else(read)
}

/// The wholes of records, read on all cores.
pub fn wholes(entries: &[&Entry]) -> Vec<Option<Arc<Incident>>> {
    entries.par_iter().map(|entry| whole(entry)).collect()
}
