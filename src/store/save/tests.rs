//! Saves that fail or end at every call of the system, one after another, on a real folder.
//! What is written is not the matter here.

use super::*;
use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::PathBuf;
use tempfile::TempDir;

/// The real system, of which one call fails, and where the program is killed there all later ones too.
struct Faulty {
    calls: usize,
    fails: usize,
    killed: bool,
}

impl Faulty {
    fn next(&mut self) -> io::Result<()> {
        self.calls += 1;
        let fails = self.calls == self.fails || (self.killed && self.calls > self.fails);
        if fails { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

impl System for Faulty {
    fn resolve(&mut self, path: &Path) -> io::Result<PathBuf> {
        self.next().and_then(|()| Real.resolve(path))
    }
    fn read(&mut self, path: &Path) -> io::Result<Vec<u8>> {
        self.next().and_then(|()| Real.read(path))
    }
    fn permissions(&mut self, path: &Path) -> io::Result<Permissions> {
        self.next().and_then(|()| Real.permissions(path))
    }
    fn list(&mut self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.next().and_then(|()| Real.list(folder))
    }
    fn open(&mut self, path: &Path) -> io::Result<File> {
        self.next().and_then(|()| Real.open(path))
    }
    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let next = self.next();
        if next.is_err() {
            Real.write(file, &bytes[..bytes.len() / 2])?;
        }
        next.and_then(|()| Real.write(file, bytes))
    }
    fn permit(&mut self, file: &File, permissions: Permissions) -> io::Result<()> {
        self.next().and_then(|()| Real.permit(file, permissions))
    }
    fn flush(&mut self, file: &File) -> io::Result<()> {
        self.next().and_then(|()| Real.flush(file))
    }
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.next().and_then(|()| Real.rename(from, to))
    }
    fn link(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        self.next().and_then(|()| Real.link(from, to))
    }
    fn remove(&mut self, path: &Path) -> io::Result<()> {
        self.next().and_then(|()| Real.remove(path))
    }
    fn trash(&mut self, path: &Path) -> io::Result<()> {
        self.next().and_then(|()| Real.remove(path))
    }
}

fn folder_with(text: Option<&str>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.yaml");
    if let Some(text) = text {
        fs::write(&path, text).unwrap();
    }
    (folder, path)
}

fn write(path: &Path, before: Option<&str>, after: Option<&str>) -> Write {
    let bytes = |text: Option<&str>| text.map(|text| text.as_bytes().to_vec());
    Write { path: path.to_owned(), before: bytes(before), after: bytes(after) }
}

fn names(folder: &TempDir) -> Vec<OsString> {
    let mut names = Real.list(folder.path()).unwrap();
    names.sort();
    names
}

/// Fails, or kills, a write at each of its calls; the file is then the old or the new one, and the next save leaves
/// nothing beside it.
fn whole_at_every_call(before: Option<&str>, after: Option<&str>, killed: bool) {
    let mut fails = 1;
    loop {
        let (folder, path) = folder_with(before);
        let mut system = Faulty { calls: 0, fails, killed };
        let outcome = save_with(&mut system, &write(&path, before, after));
        let there = fs::read_to_string(&path).ok();
        let as_told = if outcome.is_ok() { after } else { before };
        // a program that was killed told nothing
        let either = [before, after].contains(&there.as_deref());
        assert!(either && (killed || there.as_deref() == as_told), "call {fails}: {outcome:?}, {there:?}");
        if !killed && outcome.is_err() {
            assert!(names(&folder).iter().all(|name| name == "a.yaml"), "call {fails}: {:?}", names(&folder));
        }
        save(&write(&folder.path().join("b.yaml"), None, Some("b"))).unwrap();
        let rest: Vec<OsString> = names(&folder).into_iter().filter(|name| name != "a.yaml").collect();
        assert_eq!(rest, ["b.yaml"], "call {fails}");
        if system.calls < fails {
            return;
        }
        fails += 1;
    }
}

#[test]
fn a_save_that_fails_at_any_call_leaves_the_old_file_or_the_new_one_and_nothing_else() {
    whole_at_every_call(Some("old"), Some("new text"), false);
    whole_at_every_call(Some("old"), None, false);
}

#[test]
fn a_save_that_is_killed_at_any_call_leaves_the_old_file_or_the_new_one_and_no_litter_next_time() {
    whole_at_every_call(Some("old"), Some("new text"), true);
    whole_at_every_call(None, Some("new text"), true);
    whole_at_every_call(Some("old"), None, true);
}

#[test]
fn a_new_file_that_fails_at_any_call_is_whole_or_not_there() {
    whole_at_every_call(None, Some("new text"), false);
}

#[test]
fn a_file_that_changed_underneath_is_left_alone_and_told() {
    let (folder, path) = folder_with(Some("theirs"));
    let outcome = save(&write(&path, Some("old"), Some("mine")));
    assert_eq!(outcome, Err(Failure::Conflict(Some(b"theirs".to_vec()))));
    assert_eq!(save(&write(&path, None, Some("mine"))), Err(Failure::Conflict(Some(b"theirs".to_vec()))));
    assert_eq!(save(&write(&path, Some("old"), None)), Err(Failure::Conflict(Some(b"theirs".to_vec()))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
    let gone = folder.path().join("gone.yaml");
    assert_eq!(save(&write(&gone, Some("old"), Some("mine"))), Err(Failure::Conflict(None)));
    let nowhere = folder.path().join("no/a.yaml");
    assert_eq!(save(&write(&nowhere, None, Some("mine"))), Err(Failure::NoFolder));
    assert_eq!(save(&write(&nowhere, Some("old"), Some("mine"))), Err(Failure::NoFolder));
    assert_eq!(names(&folder), ["a.yaml"]);
}

#[test]
fn of_a_link_the_target_is_written_and_permissions_stay() {
    let (folder, path) = folder_with(Some("old"));
    fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.yaml");
    symlink("a.yaml", &link).unwrap();
    save(&write(&link, Some("old"), Some("new"))).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    fs::set_permissions(&path, Permissions::from_mode(0o440)).unwrap();
    assert_eq!(save(&write(&path, Some("new"), Some("newer"))), Err(Failure::Denied));
}

#[test]
fn what_another_program_is_writing_is_not_touched() {
    let (folder, path) = folder_with(Some("old"));
    let theirs = folder.path().join(".a.yaml.breachline");
    let open = Real.open(&theirs).unwrap();
    assert_eq!(save(&write(&path, Some("old"), Some("new"))), Err(Failure::Busy));
    drop(open);
    save(&write(&path, Some("old"), Some("new"))).unwrap();
    assert_eq!(names(&folder), ["a.yaml"]);
}
