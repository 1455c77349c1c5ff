//! The user's own stars, tags and notes: a file in their data folder.
//! It understands none of them; `edit::sidecar` does.

use super::save::{failure, save};
use crate::edit::{Annotation, Failure, Sidecar, Write};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where the file is.
pub fn sidecar_path() -> PathBuf {
    dirs::data_dir().unwrap_or_default().join("breachline").join("annotations.yaml")
}

/// All annotations; none if there is no file.
pub fn sidecar() -> Result<Sidecar, Failure> {
    read(&sidecar_path()).map(|(_, sidecar)| sidecar)
}

/// Annotates an incident; gives all annotations as they are then.
pub fn annotate(id: &str, annotation: &Annotation) -> Result<Sidecar, Failure> {
    annotate_in(&sidecar_path(), id, annotation)
}

fn annotate_in(path: &Path, id: &str, annotation: &Annotation) -> Result<Sidecar, Failure> {
    let (before, mut sidecar) = read(path)?;
    sidecar.set(id, annotation.clone());
    if before.is_none() {
        super::make_folder(path.parent().unwrap_or(path)).map_err(|error| failure(&error))?;
    }
    let write = Write { path: path.to_owned(), before, after: Some(sidecar.text().into_bytes()) };
    match save(&write) {
        // another breachline came first; what it annotated is kept
        Err(Failure::Conflict(_)) => {
            let (before, mut sidecar) = read(path)?;
            sidecar.set(id, annotation.clone());
            let after = Some(sidecar.text().into_bytes());
            save(&Write { path: path.to_owned(), before, after }).map(|()| sidecar)
        }
        outcome => outcome.map(|()| sidecar),
    }
}

/// The file's bytes and what they say; one that cannot be understood is never written over.
fn read(path: &Path) -> Result<(Option<Vec<u8>>, Sidecar), Failure> {
    match fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok((None, Sidecar::default())),
        Err(error) => Err(failure(&error)),
        Ok(bytes) => {
            let sidecar = Sidecar::parse(&String::from_utf8_lossy(&bytes)).map_err(Failure::Other)?;
            Ok((Some(bytes), sidecar))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_annotated_is_kept_and_a_broken_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("breachline/annotations.yaml");
        let star = Annotation { star: true, ..Annotation::default() };
        assert!(annotate_in(&path, "a", &star).unwrap().of("a").is_some());
        annotate_in(&path, "b", &star.with_line("#x")).unwrap();
        annotate_in(&path, "a", &Annotation::default()).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.ends_with("record.\nb: { star: true, tags: [x] }\n"), "{text}");
        fs::write(&path, "b: [").unwrap();
        assert!(matches!(annotate_in(&path, "a", &star), Err(Failure::Other(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "b: [");
    }
}
