//! Tells cargo that the records built into the program are part of it, and the program by which sources it was made.
//! It generates nothing.
#![expect(clippy::disallowed_methods, reason = "it is no part of the program, and reads the program's own sources")]

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// What decides what is kept of a record between two runs, and how.
const READING: [&str; 4] = ["Cargo.lock", "src/query", "src/record", "src/store"];

fn main() {
    println!("cargo::rerun-if-changed=incidents");
    let mut files = Vec::new();
    for path in READING {
        println!("cargo::rerun-if-changed={path}");
        gather(Path::new(path), &mut files);
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        // a package may come without its lock
        fs::read(file).unwrap_or_default().hash(&mut hasher);
    }
    println!("cargo::rustc-env=BREACHLINE_READING={:016x}", hasher.finish());
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) {
    match fs::read_dir(path) {
        Ok(folder) => folder.flatten().for_each(|entry| gather(&entry.path(), files)),
        Err(_) => files.push(path.to_owned()),
    }
}
