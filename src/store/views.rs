//! Saved views on the disk: the user's own and those beside the records, read with their faults, and changed so that all else
//! in the file stays as it is. It understands no view; `query::saved` does.

use super::library::Problem;
use super::load::excerpt;
use super::open;
use super::place::Places;
use super::write::write;
use crate::edit;
use crate::query::saved::{self, Change, FILE, File, View};
use crate::record::finding::{Fault, Finding};
use crate::text::{Phrase, screen, term};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where saved views lie; neither file need be there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The user's own.
    pub own: Option<PathBuf>,
    /// Those beside the records, for all who read them.
    pub shared: Option<PathBuf>,
}

/// Why views could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no folder to keep them in.
    #[error("no folder for views is known")]
    NoFolder,
    /// The file cannot be read or written.
    #[error(transparent)]
    Disk(#[from] io::Error),
    /// The file's text cannot be changed, as by a fault in it.
    #[error(transparent)]
    Text(#[from] edit::Error),
}

impl Shelf {
    /// The shelf for records: the user's configuration, and the first of their folders.
    pub fn of(places: &Places) -> Shelf {
        let folders = if let Places::Paths(paths) = places { paths.as_slice() } else { &[] };
        Shelf {
            own: dirs::config_dir().map(|config| config.join("breachline").join(FILE)),
            shared: folders.iter().find(|folder| folder.is_dir()).map(|folder| folder.join(FILE)),
        }
    }

    fn file(&self, shared: bool) -> Option<&Path> {
        if shared { self.shared.as_deref() } else { self.own.as_deref() }
    }

    /// The views of both files by name, those of the team before one's own, and what is wrong with the files.
    pub fn read(&self) -> (Vec<View>, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut read = |path: &Option<PathBuf>, shared| {
            let (views, found) = path.as_deref().map(|path| read(path, shared)).unwrap_or_default();
            problems.extend(found);
            views
        };
        let shared = read(&self.shared, true);
        let own = read(&self.own, false);
        (saved::joined(shared, own), problems)
    }

    /// Why a change failed, for people: a sentence, and what fills it.
    pub fn told(&self, error: &Error, shared: bool) -> (Phrase, Vec<String>) {
        let path = self.file(shared).map(|path| path.display().to_string()).unwrap_or_default();
        match error {
            Error::NoFolder => (screen::NO_SHELF, Vec::new()),
            Error::Disk(why) => (term::VIEWS_NOT_WRITTEN, vec![path, why.to_string()]),
            Error::Text(_) => (term::VIEWS_LEFT, vec![path]),
        }
    }

    /// Changes one of the files; it is made if it is not there.
    pub fn change(&self, change: &Change, shared: bool) -> Result<(), Error> {
        let path = self.file(shared).ok_or(Error::NoFolder)?;
        let before = match fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            read => read?,
        };
        let after = edit::revise_as(&before, File::default(), |file| file.changed(change))?;
        fs::create_dir_all(path.parent().ok_or(Error::NoFolder)?)?;
        Ok(write(path, &after)?)
    }
}

/// Reads one file; one that is not there has no views.
fn read(path: &Path, shared: bool) -> (Vec<View>, Vec<Problem>) {
    let (bytes, (views, findings)) = match open::bytes(path) {
        Ok(bytes) => {
            let read = saved::read(&bytes, shared);
            (bytes, read)
        }
        Err(Fault::NotFound) => return (Vec::new(), Vec::new()),
        Err(fault) => (Vec::new(), (Vec::new(), vec![Finding::of_file(fault)])),
    };
    let shown: Arc<str> = path.to_string_lossy().into();
    let problem = |finding: Finding| {
        let excerpt = if bytes.is_empty() { String::new() } else { excerpt(&bytes, finding.line) };
        Problem { path: Arc::clone(&shown), finding, excerpt }
    };
    (views, findings.into_iter().map(problem).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Key, Order};

    fn view(name: &str, query: &str) -> View {
        View {
            name: name.to_owned(),
            query: query.to_owned(),
            order: Order::of("-affected"),
            columns: vec![Key::Date],
            shared: false,
        }
    }

    #[test]
    fn a_view_is_kept_renamed_and_deleted_and_all_else_in_the_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("config/breachline/views.yaml");
        let shelf = Shelf { own: Some(own.clone()), shared: None };
        assert_eq!(shelf.read(), (vec![], vec![]));
        shelf.change(&Change::Keep(view("late", "year:2025 \"cap emploi\"")), false).unwrap();
        assert_eq!(shelf.read(), (vec![view("late", "year:2025 \"cap emploi\"")], vec![]));

        let commented = format!("# for the weekly meeting\n{}# the end\n", fs::read_to_string(&own).unwrap());
        fs::write(&own, commented).unwrap();
        shelf.change(&Change::Keep(view("all", "")), false).unwrap();
        shelf.change(&Change::Rename("late".to_owned(), "later".to_owned()), false).unwrap();
        let text = fs::read_to_string(&own).unwrap();
        assert!(text.starts_with("# for the weekly meeting\n") && text.contains("# the end\n"), "{text}");
        assert_eq!(shelf.read().0.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["all", "later"]);
        shelf.change(&Change::Delete("later".to_owned()), false).unwrap();
        shelf.change(&Change::Delete("all".to_owned()), false).unwrap();
        assert_eq!(shelf.read(), (vec![], vec![]));
        shelf.change(&Change::Keep(view("again", "kairos")), false).unwrap();
        assert_eq!(shelf.read().0, [view("again", "kairos")]);
    }

    #[test]
    fn a_file_of_comments_alone_takes_a_view() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("views.yaml");
        fs::write(&path, "# mine\n").unwrap();
        let shelf = Shelf { own: None, shared: Some(path.clone()) };
        shelf.change(&Change::Keep(view("a", "kairos")), true).unwrap();
        assert!(fs::read_to_string(&path).unwrap().starts_with("# mine\n"));
        assert!(shelf.read().0[0].shared);
    }

    #[test]
    fn a_file_with_a_fault_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("views.yaml");
        for broken in ["views: [", "views:\n  - { name: a, mood: 1 }\n"] {
            fs::write(&path, broken).unwrap();
            let shelf = Shelf { own: Some(path.clone()), shared: None };
            assert!(shelf.change(&Change::Keep(view("b", "")), false).is_err());
            assert_eq!(fs::read_to_string(&path).unwrap(), broken);
            assert_eq!(shelf.read().1.len(), 1);
        }
        assert!(matches!(Shelf::default().change(&Change::Delete("a".to_owned()), true), Err(Error::NoFolder)));
    }
}
