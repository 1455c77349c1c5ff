//! What is typed into a form, kept in the user's state folder until it is saved or given up.
//! It knows no form; a draft is a text with a name.

use crate::edit::Draft;
use rustix::process::{Pid, test_kill_process};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What the files are named after.
const ENDING: &str = "draft";

fn folder() -> io::Result<PathBuf> {
    let state = dirs::state_dir().or_else(dirs::data_local_dir).ok_or(io::ErrorKind::NotFound)?;
    Ok(state.join("breachline").join("drafts"))
}

/// Keeps a draft in place of the last one of its name.
pub fn keep(draft: &Draft) -> io::Result<()> {
    let folder = folder()?;
    fs::create_dir_all(&folder)?;
    keep_in(&folder, draft)
}

/// The drafts that were left behind by programs that run no longer, the newest first.
pub fn drafts() -> Vec<Draft> {
    folder().map(|folder| drafts_in(&folder)).unwrap_or_default()
}

/// Forgets a draft; one that is not there is forgotten already.
pub fn forget(name: &str) -> io::Result<()> {
    forget_in(&folder()?, name)
}

fn keep_in(folder: &Path, draft: &Draft) -> io::Result<()> {
    let path = path(folder, &draft.name);
    let beside = path.with_extension("new");
    fs::write(&beside, &draft.text)?;
    fs::rename(&beside, path)
}

fn drafts_in(folder: &Path) -> Vec<Draft> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let left = entries.flatten().filter_map(|entry| {
        let path = entry.path();
        let name = path.file_stem()?.to_str()?.to_owned();
        let theirs = name.rsplit_once('.').and_then(|(_, process)| process.parse().ok()).and_then(Pid::from_raw);
        let over = theirs.is_some_and(|process| test_kill_process(process) == Err(rustix::io::Errno::SRCH));
        let wanted = over && path.extension().is_some_and(|ending| ending == ENDING);
        Some((entry.metadata().ok()?.modified().ok()?, Draft { text: fs::read_to_string(&path).ok()?, name }))
            .filter(|_| wanted)
    });
    let mut left: Vec<_> = left.collect();
    left.sort_by_key(|(when, _)| std::cmp::Reverse(*when));
    left.into_iter().map(|(_, draft)| draft).collect()
}

fn forget_in(folder: &Path, name: &str) -> io::Result<()> {
    match fs::remove_file(path(folder, name)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The file of a draft: one of an earlier program has that program's number in its name, an own one gets it.
fn path(folder: &Path, name: &str) -> PathBuf {
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.')).collect();
    let whole = if name.contains('.') { name } else { format!("{name}.{}", std::process::id()) };
    folder.join(format!("{whole}.{ENDING}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_offered_once_its_program_is_over_and_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let draft = |name: &str, text: &str| Draft { name: name.to_owned(), text: text.to_owned() };
        keep_in(folder.path(), &draft("form", "mine, and I still run")).unwrap();
        assert_eq!(drafts_in(folder.path()), []);
        // no process has this number
        keep_in(folder.path(), &draft("form.2147483646", "first")).unwrap();
        keep_in(folder.path(), &draft("form.2147483646", "second")).unwrap();
        assert_eq!(drafts_in(folder.path()), [draft("form.2147483646", "second")]);
        forget_in(folder.path(), "form.2147483646").unwrap();
        forget_in(folder.path(), "form").unwrap();
        forget_in(folder.path(), "form").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
