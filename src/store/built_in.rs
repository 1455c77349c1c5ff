//! The records built into the program, read like any others.
//! They cannot be written.

use super::library::{Batch, Origin};
use super::load::{Outcome, judge};
use super::save;
use crate::edit::{Failure, Write};
use chrono::{DateTime, Utc};
use include_dir::{Dir, DirEntry, include_dir};
use std::ops::ControlFlow;
use std::path::Path;

static RECORDS: Dir = include_dir!("$CARGO_MANIFEST_DIR/incidents");

/// Loads the records built in, as `load` does those of a folder.
pub fn load_built_in(now: DateTime<Utc>, each: &mut dyn FnMut(Batch) -> ControlFlow<()>) {
    let mut files = Vec::new();
    gather(&RECORDS, &mut files);
    files.sort_by_key(|(path, _)| *path);
    let mut batch = Batch { found: files.len(), read: files.len(), ..Batch::default() };
    for (path, bytes) in files {
        let shown = shown(path);
        let (known, incident) = judge(path, &Ok(bytes), now);
        let Outcome { entry, problems } = Outcome::new(known, incident, shown.into(), Origin::BuiltIn);
        batch.entries.extend(entry);
        batch.problems.extend(problems);
    }
    // nothing is left to break off
    let _ = each(batch);
}

/// Copies the records built in into a folder, which is made if it is not there.
pub fn copy_into(folder: &Path) -> Result<(), Failure> {
    super::make_folder(folder).map_err(|error| save::failure(&error))?;
    let mut files = Vec::new();
    gather(&RECORDS, &mut files);
    for (path, bytes) in files {
        let path = folder.join(path.file_name().unwrap_or_default());
        match save::save(&Write { path, before: None, after: Some(bytes.to_vec()) }) {
            Ok(()) | Err(Failure::Conflict(Some(_))) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

fn gather(dir: &'static Dir<'static>, files: &mut Vec<(&'static Path, &'static [u8])>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => gather(dir, files),
            DirEntry::File(file) if super::load::is_record(file.path()) => files.push((file.path(), file.contents())),
            DirEntry::File(_) => {}
        }
    }
}

fn shown(path: &Path) -> String {
    format!("incidents/{}", path.display())
}

/// The text of a record by the path that is shown for it.
pub fn source(path: &str) -> Option<&'static str> {
    RECORDS.get_file(path.strip_prefix("incidents/")?)?.contents_utf8()
}
