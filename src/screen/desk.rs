//! What lies on the analyst's desk: the records, the filter, the order, the marks and the settings, shared by all screens.
//! It draws nothing.

use crate::query::{self, Document, Hit, Mistake, Order, Query};
use crate::record::Incident;
use crate::screen::wholes::Wholes;
use crate::store::{Batch, Entry, Library};
use crate::text::{Lang, Phrase, screen as words};
use crate::theme::Role;
use crate::widget::Brush;
use crate::widget::typing::Typing;
use std::path::PathBuf;
use std::sync::Arc;

/// The most incidents that are compared.
pub const MOST_MARKS: usize = 6;

/// What is shared by all screens.
#[derive(Debug, Default)]
pub struct Desk {
    /// The records and the findings about them.
    pub library: Library,
    /// The filter.
    pub filter: Filter,
    /// The order without words.
    pub order: Order,
    /// What is asked for, kept and missing of whole incidents.
    pub wholes: Wholes,
    /// How many entries there were when they were last matched.
    pub searched: usize,
    /// Whether all incidents are of one organisation, whose name then need not stand in every row.
    pub one_organisation: bool,
    /// The entries that match, in order.
    pub hits: Vec<Hit>,
    /// How often it was matched anew: what was reckoned of the matches before holds no longer.
    pub revision: u64,
    /// The id of the incident under the cursor.
    pub selected: Option<String>,
    /// The ids that are marked, in the order of marking.
    pub marks: Vec<String>,
    /// The language.
    pub lang: Lang,
    /// The theme and the glyphs.
    pub brush: Brush,
    /// The terminal's size in cells.
    pub size: (u16, u16),
    /// How far the reading has come.
    pub progress: Progress,
    /// Where the records come from, for people; `None` for the built-in ones.
    pub place: Option<String>,
    /// What the last key brought about, until the next one.
    pub notice: Option<(String, Role)>,
}

/// How far the reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files found so far.
    pub found: usize,
    /// Files read so far.
    pub read: usize,
    /// Whether all is read.
    pub done: bool,
}

/// The filter as typed, and the last query that could be read.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// What is typed.
    pub typing: Typing,
    /// Whether the keys go to it.
    pub focused: bool,
    /// The last good query.
    pub query: Query,
    /// Why what is typed cannot be read.
    pub mistake: Option<Mistake>,
}

impl Desk {
    /// The entry at a place of the matches.
    pub fn entry(&self, hit: usize) -> Option<&Entry> {
        self.library.entries.get(self.hits.get(hit)?.index)
    }

    /// The entry of an id.
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.library.get(id)
    }

    /// The entry under the cursor, if the filter shows it.
    pub fn chosen(&self) -> Option<&Entry> {
        self.entry(self.cursor()?)
    }

    /// Where the selected incident stands among the matches.
    pub fn cursor(&self) -> Option<usize> {
        let entry = self.library.position(self.selected.as_deref()?)?;
        self.hits.iter().position(|hit| hit.index == entry)
    }

    /// Puts the cursor on a match.
    pub fn select(&mut self, hit: usize) {
        if let Some(entry) = self.entry(hit) {
            self.selected = Some(entry.id().to_owned());
        }
    }

    /// The marked incidents that are loaded, in the order of marking.
    pub fn marked(&self) -> Vec<&Entry> {
        self.marks.iter().filter_map(|id| self.find(id)).collect()
    }

    /// The entries that the timeline shows: the marked ones, else those that match.
    pub fn shown(&self) -> Vec<usize> {
        if self.marks.is_empty() {
            return self.hits.iter().map(|hit| hit.index).collect();
        }
        self.marks.iter().filter_map(|id| self.library.position(id)).collect()
    }

    /// What is matched, sorted and counted of an entry.
    pub fn document(&self, entry: usize) -> Option<&Document> {
        self.library.entries.get(entry).map(|entry| &*entry.document)
    }

    /// The whole of an entry, once it is fetched.
    pub fn whole(&self, entry: usize) -> Option<&Incident> {
        self.library.entries.get(entry)?.whole.as_deref()
    }

    /// The id of an entry.
    pub fn id(&self, entry: usize) -> Option<&str> {
        self.library.entries.get(entry).map(Entry::id)
    }

    /// Marks the incident under the cursor, or takes its mark away.
    pub fn mark(&mut self) -> Result<(), Phrase> {
        let id = self.chosen().map(|entry| entry.id().to_owned()).ok_or(crate::text::screen::NOTHING_HERE)?;
        match self.marks.iter().position(|marked| *marked == id) {
            Some(at) => {
                self.marks.remove(at);
            }
            None => self.marks.push(id),
        }
        Ok(())
    }

    /// Takes in what was read.
    pub fn absorb(&mut self, batch: Batch) {
        self.progress = Progress { found: batch.found, read: batch.read, done: false };
        self.library.absorb(batch);
        let entries = self.library.entries.len();
        // matching anew costs as much as there are entries: each time there are a quarter more of them
        if entries > self.searched + self.searched / 4 {
            self.search();
        }
    }

    /// Ends the reading.
    pub fn finish(&mut self) {
        self.progress.done = true;
        self.library.finish();
        self.search();
    }

    /// Takes a library read anew in place of the old one, keeping selection, marks and filter.
    pub fn replace(&mut self, library: Library) {
        self.library = library;
        self.wholes = self.wholes.renewed();
        self.finish();
    }

    /// Puts a text into the filter and matches by it.
    pub fn set_filter(&mut self, text: &str) {
        self.filter.typing = Typing::of(text);
        self.refilter();
    }

    /// The file of a path as the library names it.
    pub fn file(&self, path: &str) -> Option<PathBuf> {
        self.place.as_ref().map(|_| PathBuf::from(path))
    }

    /// The entries of which the whole must be fetched, now that these are seen.
    pub fn ask(&mut self, seen: impl IntoIterator<Item = usize>) -> Vec<Entry> {
        let seen = seen.into_iter().filter_map(|n| self.library.entries.get(n));
        let lacking = seen.filter(|entry| entry.whole.is_none());
        lacking.filter(|entry| self.wholes.ask(entry.id())).cloned().collect()
    }

    /// Takes in whole incidents that were fetched; the longest kept make room for them.
    pub fn keep(&mut self, fetched: Vec<(String, Option<Incident>)>) {
        for (id, incident) in fetched {
            let forgotten = self.wholes.keep(&id, incident.is_some());
            if let Some(entry) = forgotten.and_then(|id| self.library.get_mut(&id)) {
                entry.whole = None;
            }
            if let Some(entry) = self.library.get_mut(&id) {
                entry.whole = incident.map(Arc::new);
            }
        }
    }

    /// Reads what is typed and matches anew; a mistake keeps the last good result.
    pub fn refilter(&mut self) {
        match query::parse(self.filter.typing.text()) {
            Ok(query) => {
                self.filter.query = query;
                self.filter.mistake = None;
                self.search();
            }
            Err(mistake) => self.filter.mistake = Some(mistake),
        }
    }

    /// Puts the list into another order and says which; where words are sought, it decides between equals alone.
    pub fn reorder(&mut self, order: Order) {
        self.order = order;
        self.search();
        let mut told = words::SORTED_BY.fill(self.lang, &[&order.key.label().get(self.lang)]);
        if self.filter.query.has_words() {
            told = format!("{}, {told}", words::BEST_FIRST.get(self.lang));
        }
        self.notice = Some((told, Role::Strong));
    }

    /// Matches anew, keeping the selection where it is still shown.
    pub fn search(&mut self) {
        self.revision += 1;
        self.searched = self.library.entries.len();
        let mut names = self.library.entries.iter().map(|entry| &entry.document.organisation);
        let first = names.next();
        self.one_organisation = names.all(|name| Some(name) == first);
        self.hits = query::run(&self.filter.query, &self.library.entries, self.lang, self.order);
        if self.cursor().is_none() {
            self.selected = self.entry(0).map(|entry| entry.id().to_owned());
        }
    }
}
