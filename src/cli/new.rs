//! `new`: a record to be filled in, or a copy of one, in a file of its own; on a terminal the editor opens it.
//! It never writes over a file, and an id is never a path.

use super::{Ending, Shell, Trouble};
use crate::edit::{self, Change, Write};
use crate::record::check::{identifier, is_identifier};
use crate::store::{self, Library, Places};
use crate::term;
use crate::text::{clean, cli as words, skeleton};
use clap::ArgMatches;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// The folder of new records where there is none yet.
const FOLDER: &str = "incidents";

impl Shell<'_> {
    pub(super) fn new_record(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let word = |name: &str| given.get_one::<String>(name).map(String::as_str);
        let places = self.places(&self.paths)?;
        let library = store::load_all(&places, self.caches.as_deref(), self.now);
        let id = self.id(word("id"), word("title"), &library)?;
        let path = folder(&places).join(format!("{id}.yaml"));
        let failed = |failure: &edit::Failure| Trouble::Told(failure.told(&path, self.lang), Ending::Failed);
        if let Some(known) = library.get(&id) {
            let told = self.say(words::ID_TAKEN, &[&id, &clean(&known.path)]);
            return Err(Trouble::Told(told, Ending::Failed));
        }
        let text = match word("from") {
            Some(from) => self.copy(self.find(&library, from)?, &id)?,
            None => skeleton::RECORD.fill(self.lang, &[&id]),
        };
        let title = word("title").map(|title| Change::Set { at: "title".to_owned(), value: title.into() });
        let text = edit::apply(&text, title.as_slice())
            .map_err(|error| Trouble::Told(self.say(words::NOT_MADE, &[&error]), Ending::Failed))?;
        let made = store::make_folder(path.parent().unwrap_or(Path::new(".")));
        made.map_err(|error| failed(&store::failure(&error)))?;
        let write = Write { path: path.clone(), before: None, after: Some(text.into_bytes()) };
        store::save(&write).map_err(|failure| failed(&failure))?;
        self.out.raw(&format!("{}\n", path.display()))?;
        self.out.to.flush()?;
        if io::stdout().is_terminal() && io::stdin().is_terminal() {
            return self.open(&path);
        }
        Ok(Ending::Done)
    }

    /// The id that was asked for, else a free one made of the title and the month.
    fn id(&self, given: Option<&str>, title: Option<&str>, library: &Library) -> Result<String, Trouble> {
        if let Some(id) = given {
            let told = || Trouble::Told(self.say(words::BAD_ID, &[&clean(id)]), Ending::Usage);
            return is_identifier(id).then(|| id.to_owned()).ok_or_else(told);
        }
        let name = title.map(identifier).filter(|name| !name.is_empty());
        let stem = format!("{}-{}", name.as_deref().unwrap_or("incident"), self.now.format("%Y-%m"));
        let mut id = stem.clone();
        let mut n = 1;
        while library.get(&id).is_some() {
            n += 1;
            id = format!("{stem}-{n}");
        }
        Ok(id)
    }

    /// The text of a record under another id.
    fn copy(&self, entry: &store::Entry, id: &str) -> Result<String, Trouble> {
        let told = |why: &dyn std::fmt::Display| {
            Trouble::Told(self.say(words::UNREADABLE, &[&clean(&entry.path), why]), Ending::Failed)
        };
        let text = store::source(entry).map_err(|error| told(&error))?;
        let change = Change::Set { at: "id".to_owned(), value: id.into() };
        edit::apply(&text, &[change]).map_err(|error| told(&error))
    }

    /// Has the file edited, and tells what is wrong with it then.
    fn open(&mut self, path: &Path) -> Result<Ending, Trouble> {
        if let Err((phrase, values)) = term::edit(path) {
            let values: Vec<&dyn std::fmt::Display> = values.iter().map(|value| value as _).collect();
            return Err(Trouble::Told(clean(&self.say(phrase, &values)), Ending::Failed));
        }
        self.check_files(&Places::Paths(vec![path.to_owned()]))
    }
}

/// The folder that new records go to.
fn folder(places: &Places) -> PathBuf {
    let given = if let Places::Paths(paths) = places { paths.first() } else { None };
    match given {
        Some(path) if path.is_file() => path.parent().unwrap_or(Path::new(".")).to_owned(),
        Some(path) => path.clone(),
        None => FOLDER.into(),
    }
}
