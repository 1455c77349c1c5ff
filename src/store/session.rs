//! What is kept between runs: for each folder of records how the screens were left, for all of them what was sought.
//! What cannot be read counts as never kept, and what cannot be written is lost in silence: nothing here is the user's work.

use super::open;
use super::place::Places;
use super::write::write;
use serde::{Deserialize, Serialize};
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// How the screens of one folder were left, in the words of the command line and of the filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The folders that it is of.
    pub place: Vec<PathBuf>,
    /// The screen.
    pub screen: String,
    /// The filter as it was typed.
    pub filter: String,
    /// Whether the filter was set aside.
    pub suspended: bool,
    /// The order, with `-` before it where it is reversed.
    pub sort: String,
    /// The columns of the list beside the title; none where they are the usual ones.
    pub columns: Vec<String>,
    /// The ids of the marked incidents, in the order of marking.
    pub marks: Vec<String>,
    /// The id of the incident that the user went to last.
    pub selected: Option<String>,
    /// The milestone at day 0.
    pub anchor: String,
    /// Whether the lanes of the timeline are aligned.
    pub aligned: bool,
    /// Whether the median has a lane.
    pub median: bool,
    /// The language, if it was chosen on the screens.
    pub lang: Option<String>,
    /// The theme, if it was chosen on the screens.
    pub theme: Option<String>,
    /// The first row of the list that is seen.
    pub top: usize,
    /// The row of the incident in full, if the cursor was there.
    pub detail: Option<usize>,
}

/// Where what is kept lies, and of which folders.
#[derive(Clone, Debug)]
pub struct Memory {
    folder: PathBuf,
    place: Vec<PathBuf>,
}

impl Memory {
    /// The memory of records in the user's folder for the state of programs; `None` where the system knows no such folder.
    pub fn of(places: &Places) -> Option<Memory> {
        let state = dirs::state_dir().or_else(dirs::data_local_dir)?;
        Some(Memory::at(state.join("breachline"), places))
    }

    /// The memory of records in a folder.
    pub fn at(folder: PathBuf, places: &Places) -> Memory {
        let place = match places {
            Places::BuiltIn => Vec::new(),
            Places::Paths(paths) => {
                paths.iter().map(|path| fs::canonicalize(path).unwrap_or_else(|_| path.clone())).collect()
            }
        };
        Memory { folder, place }
    }

    /// How the screens were left.
    pub fn session(&self) -> Session {
        let bytes = open::bytes(&self.session_file()).unwrap_or_default();
        let session: Option<Session> = serde_json::from_slice(&bytes).ok();
        session.filter(|session| session.place == self.place).unwrap_or_default()
    }

    /// What was typed into the filter, the newest last.
    pub fn history(&self) -> Vec<String> {
        let bytes = open::bytes(&self.history_file()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
    }

    /// Keeps how the screens are left.
    pub fn keep_session(&self, session: Session) -> io::Result<()> {
        let session = Session { place: self.place.clone(), ..session };
        keep(&self.session_file(), &serde_json::to_string_pretty(&session)?)
    }

    /// Keeps what was typed into the filter, the newest last.
    pub fn keep_history(&self, texts: &[String]) -> io::Result<()> {
        let lines: String = texts.iter().flat_map(|text| [text.as_str(), "\n"]).collect();
        keep(&self.history_file(), &lines)
    }

    fn history_file(&self) -> PathBuf {
        self.folder.join("history")
    }

    /// A name for people, and a number that tells folders of one name apart; should the hash ever change, sessions begin anew.
    fn session_file(&self) -> PathBuf {
        let mut hasher = DefaultHasher::new();
        self.place.hash(&mut hasher);
        let last = self.place.first().and_then(|path| path.file_name());
        let name: String = last.map_or("built-in".into(), |name| name.to_string_lossy()).chars().take(40).collect();
        self.folder.join("sessions").join(format!("{name}-{:016x}.json", hasher.finish()))
    }
}

fn keep(path: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    write(path, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_has_a_session_of_its_own_and_the_filters_are_shared() {
        let root = tempfile::tempdir().unwrap();
        let folders = ["a/incidents", "b/incidents"].map(|name| root.path().join(name));
        let state = root.path().join("state/breachline");
        let [one, other] = folders.map(|folder| {
            fs::create_dir_all(&folder).unwrap();
            Memory::at(state.clone(), &Places::Paths(vec![folder]))
        });
        assert_eq!((one.session(), one.history()), (Session::default(), Vec::<String>::new()));
        let session = Session { filter: "year:2025".to_owned(), top: 7, ..Session::default() };
        one.keep_session(session.clone()).unwrap();
        one.keep_history(&["a".to_owned(), "b c".to_owned()]).unwrap();
        assert_eq!(Session { place: Vec::new(), ..one.session() }, session);
        assert_eq!((other.session(), other.history()), (Session::default(), vec!["a".to_owned(), "b c".to_owned()]));
    }

    #[test]
    fn a_session_that_cannot_be_read_is_none() {
        let root = tempfile::tempdir().unwrap();
        let memory = Memory::at(root.path().to_owned(), &Places::BuiltIn);
        memory.keep_session(Session { top: 7, ..Session::default() }).unwrap();
        for broken in ["", "{", "[]", r#"{"marks": 3}"#, "\u{1b}[31m"] {
            fs::write(memory.session_file(), broken).unwrap();
            assert_eq!(memory.session(), Session::default(), "{broken}");
        }
        // what a later version keeps besides does no harm
        fs::write(memory.session_file(), r#"{"top": 3, "mood": "good"}"#).unwrap();
        assert_eq!(memory.session().top, 3);
    }

    #[test]
    fn nothing_is_left_beside_a_file_that_was_written() {
        let root = tempfile::tempdir().unwrap();
        let memory = Memory::at(root.path().to_owned(), &Places::BuiltIn);
        memory.keep_history(&["a".to_owned()]).unwrap();
        memory.keep_history(&["b".to_owned()]).unwrap();
        let names: Vec<_> = fs::read_dir(root.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(names, ["history"]);
        let blocked = Memory::at(root.path().join("history"), &Places::BuiltIn);
        assert!(blocked.keep_history(&[]).is_err(), "a file is no folder");
    }
}
