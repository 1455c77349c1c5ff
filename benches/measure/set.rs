//! Sets of generated records on disk, made once and kept for the next run.
//! They lie below the temporary folder; `--clean` removes them.

use super::generate;
use std::path::PathBuf;

/// The folder of so many records.
pub fn folder(records: usize) -> PathBuf {
    let folder = std::env::temp_dir().join("breachline-measure").join(records.to_string());
    let complete = folder.with_extension("complete");
    if !complete.exists() {
        // what an interrupted run left
        let _ = std::fs::remove_dir_all(&folder);
        generate::write(&folder, records).expect("room for the records");
        std::fs::write(complete, "").expect("room for a mark");
    }
    folder
}
