//! Sets of generated records on disk, made once and kept for the next run.
//! They lie below the temporary folder.

use super::generate;
use breachline::store::Places;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The records of a number.
pub struct Set {
    pub folder: PathBuf,
    pub records: usize,
    /// The bytes of all files.
    pub bytes: u64,
}

fn root() -> PathBuf {
    std::env::temp_dir().join("breachline-measure")
}

impl Set {
    pub fn of(records: usize) -> Set {
        let folder = root().join(records.to_string());
        let complete = folder.with_extension("complete");
        if !complete.exists() {
            // what an interrupted run left
            let _ = std::fs::remove_dir_all(&folder);
            generate::write(&folder, records).expect("room for the records");
            std::fs::write(complete, "").expect("room for a mark");
        }
        let size = |n| std::fs::metadata(generate::path(&folder, n)).map_or(0, |file| file.len());
        let bytes = (0..records).map(size).sum();
        Set { folder, records, bytes }
    }

    pub fn files(&self) -> Vec<PathBuf> {
        (0..self.records).map(|n| generate::path(&self.folder, n)).collect()
    }

    pub fn places(&self) -> Places {
        Places::Paths(vec![self.folder.clone()])
    }

    /// Writes some files anew, as an older state of a repository would be.
    pub fn change(&self, count: usize) {
        let step = (self.records / count).max(1);
        for n in (0..self.records).step_by(step).take(count) {
            generate::rewrite(&self.folder, n).expect("a file that can be written");
        }
    }
}

/// The folder for caches, as it was left.
pub fn caches() -> PathBuf {
    root().join("caches")
}

/// The folder for caches, empty.
pub fn no_caches() -> PathBuf {
    // none from an earlier run
    let _ = std::fs::remove_dir_all(caches());
    caches()
}

/// What this program tells of a part that it measures in a process of its own.
pub fn told_inside(part: &str, kind: &str, records: usize) -> String {
    let program = std::env::current_exe().expect("a program");
    let told = Command::new(program).args(["--inside", part, kind, &records.to_string()]).output().expect("a process");
    String::from_utf8_lossy(&told.stdout).trim_end().to_owned()
}

/// How large a folder of files is.
pub fn size(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.map(|file| file.metadata().map_or(0, |file| file.len())).sum()
}

/// Removes all that was made.
pub fn clean() {
    // there may be nothing
    let _ = std::fs::remove_dir_all(root());
}
