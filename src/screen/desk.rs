//! What lies on the analyst's desk: the records, the filter, the order, the marks and the settings, shared by all screens.
//! It draws nothing.

mod matching;

use crate::edit::Sidecar;
use crate::query::answer::Question;
use crate::query::complete;
use crate::query::found::Found;
use crate::query::saved::View;
use crate::query::{Document, Documents, Hit, Key, Order, Query};
use crate::record::Incident;
use crate::record::clock::{OwnedRules, Rules};
use crate::screen::explore::list::USUAL;
use crate::screen::filter::Filter;
use crate::screen::wholes::Wholes;
use crate::store::{Batch, Entry, Library, Problem, Shelf};
use crate::text::{Lang, Phrase, screen as words};
use crate::theme::Role;
use crate::widget::Brush;
use std::path::PathBuf;
use std::sync::Arc;

/// The most incidents that are compared.
pub const MOST_MARKS: usize = 6;

/// What is shared by all screens.
#[derive(Debug, Default)]
pub struct Desk {
    /// The records and the findings about them.
    pub library: Library,
    /// The library that is to take its place once its documents are matched.
    pub incoming: Option<(Library, Arc<Documents>)>,
    /// What is matched, sorted and counted of each entry, in the order of the library when it was last matched.
    pub documents: Arc<Documents>,
    /// They, if an index over them is to be made.
    pub unindexed: Option<Arc<Documents>>,
    /// What is asked for, kept and missing of whole incidents.
    pub wholes: Wholes,
    /// The filter.
    pub filter: Filter,
    /// The saved views, by name.
    pub views: Vec<View>,
    /// Where they lie.
    pub shelf: Shelf,
    /// What is wrong with their files.
    pub ill_views: Vec<Problem>,
    /// The order without words.
    pub order: Order,
    /// The columns of the list beside the title; none where they are the usual ones.
    pub columns: Vec<Key>,
    /// The place of each entry in that order, and the order and language that it is of.
    pub ranks: (Arc<Vec<u32>>, Option<(Order, Lang)>),
    /// Whether all incidents are of one organisation, whose name then need not stand in every row.
    pub one_organisation: bool,
    /// The entries that match, in order.
    pub hits: Vec<Hit>,
    /// What each part of the filter found.
    pub found: Found,
    /// How many questions were asked of all documents.
    pub asked: u64,
    /// Which of them was answered last.
    pub answered: u64,
    /// The one that is to be answered elsewhere.
    pub question: Option<Question>,
    /// What is asked elsewhere of what may be typed next.
    pub completing: Option<complete::Question>,
    /// How often it was matched anew: what was reckoned of the matches before holds no longer.
    pub revision: u64,
    /// The id of the incident under the cursor.
    pub selected: Option<String>,
    /// The id of the incident that the user went to last; the cursor comes back to it once the filter shows it.
    pub sought: Option<String>,
    /// The ids that are marked, in the order of marking.
    pub marks: Vec<String>,
    /// The language.
    pub lang: Lang,
    /// The theme and the glyphs.
    pub brush: Brush,
    /// The terminal's size in cells.
    pub size: (u16, u16),
    /// The clocks that are read.
    pub rules: OwnedRules,
    /// How far the reading has come.
    pub progress: Progress,
    /// Where the records come from, for people; `None` for the built-in ones.
    pub place: Option<String>,
    /// The user's own stars, tags and notes.
    pub sidecar: Sidecar,
    /// The files and folders that the records come from; none for the built-in ones.
    pub paths: Vec<PathBuf>,
    /// What the last key brought about, until the next one.
    pub notice: Option<(String, Role)>,
}

/// What a library of all records took the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// What was read so far.
    Unfinished,
    /// The library of an earlier load.
    Finished,
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

impl Desk {
    /// By which clocks incidents are told, and as of when.
    pub fn rules(&self) -> Rules<'_> {
        self.rules.as_rules()
    }

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
            self.go_to(entry.id().to_owned());
        }
    }

    /// Puts the cursor on an incident, which stays sought while the filter hides it.
    pub fn go_to(&mut self, id: String) {
        self.sought = Some(id.clone());
        self.selected = Some(id);
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
        self.documents.get(entry).map(|document| &**document)
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
        let id = self.chosen().map(|entry| entry.id().to_owned()).ok_or(words::NOTHING_HERE)?;
        self.mark_id(id);
        Ok(())
    }

    /// Marks an incident, or takes its mark away.
    pub fn mark_id(&mut self, id: String) {
        match self.marks.iter().position(|marked| *marked == id) {
            Some(at) => drop(self.marks.remove(at)),
            None => self.marks.push(id),
        }
    }

    /// Takes in what was read.
    pub fn absorb(&mut self, batch: Batch) {
        self.progress = Progress { found: batch.found, read: batch.read, done: false };
        let moved = self.library.absorb(batch);
        // matching anew costs as much as there are entries: each time there are a quarter more of them
        if moved || self.library.entries.len() > self.documents.len() + self.documents.len() / 4 {
            self.deal(Arc::new(self.library.documents().into()));
            if moved {
                self.search();
            } else {
                self.ask();
            }
        }
    }

    /// Takes the library of all records in place of what was read before, once they are matched; tells what it took the
    /// place of, if it is in place by now.
    pub fn replace(&mut self, library: Library) -> Option<Replaced> {
        let documents = Arc::new(library.documents().into());
        self.incoming = Some((library, documents));
        self.ask()
    }

    /// Puts the library that is to come, if any, in place of the one that is there.
    fn put_in_place(&mut self) -> Option<Replaced> {
        let (mut library, documents) = self.incoming.take()?;
        library.keep_wholes(&self.library);
        self.library = library;
        self.wholes.renew(|id| self.library.get(id).is_some_and(|entry| entry.whole.is_some()));
        let was_done = std::mem::replace(&mut self.progress.done, true);
        self.deal(documents);
        Some(if was_done { Replaced::Finished } else { Replaced::Unfinished })
    }

    /// Puts a text into the filter and matches by it.
    pub fn set_filter(&mut self, text: &str) {
        self.filter.set(text);
        self.refilter();
    }

    /// The present filter and order as a view.
    pub fn view(&self, name: String, shared: bool) -> View {
        let query = self.filter.typing.text().trim().to_owned();
        View { name, query, order: Some(self.order), columns: self.columns.clone(), shared }
    }

    /// Shows a saved view.
    pub fn show_view(&mut self, name: &str) {
        let Some(view) = self.views.iter().find(|view| view.name == name).cloned() else { return };
        if let Some(order) = view.order {
            self.order = order;
        }
        if !view.columns.is_empty() {
            self.columns.clone_from(&view.columns);
        }
        self.set_filter(&view.query);
        self.filter.history.keep(&view.query);
        self.notice = Some((words::VIEW_SHOWN.fill(self.lang, &[&view.name]), Role::Strong));
    }

    /// All problems: those of the records, then those of the saved views.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> + Clone {
        self.library.problems.iter().chain(&self.ill_views)
    }

    /// Leaves the line of the filter with its result; who sought words has found what is chosen now.
    pub fn keep_filter(&mut self) {
        self.filter.leave();
        if self.filter.is_on() && self.filter.query.has_words() && self.cursor().is_some() {
            self.sought.clone_from(&self.selected);
        }
    }

    /// Narrows the filter by a query; what is set aside is taken up again.
    pub fn narrow(&mut self, by: &Query) {
        let query = Query::and([self.filter.query.clone(), by.clone()]).to_string();
        self.set_filter(&query);
        self.filter.history.keep(&query);
    }

    /// Takes the last part out of the filter.
    pub fn drop_term(&mut self) {
        let query = &self.filter.query;
        let rest = query.without(query.parts().len().saturating_sub(1)).to_string();
        self.set_filter(&rest);
    }

    /// Sets the filter aside, or takes it up again.
    pub fn suspend_filter(&mut self) -> Result<(), Phrase> {
        if self.filter.query.is_empty() {
            return Err(words::NO_FILTER);
        }
        self.filter.suspended = !self.filter.suspended;
        self.ask();
        Ok(())
    }

    /// The file of a path as the library names it.
    pub fn file(&self, path: &str) -> Option<PathBuf> {
        self.place.as_ref().map(|_| PathBuf::from(path))
    }

    /// The entries of which the whole must be fetched, now that these are seen.
    pub fn lacking(&mut self, seen: impl IntoIterator<Item = usize>) -> Vec<Entry> {
        let seen = seen.into_iter().filter_map(|n| self.library.entries.get(n));
        let lacking = seen.filter(|entry| entry.whole.is_none());
        lacking.filter(|entry| self.wholes.ask(entry.id())).cloned().collect()
    }

    /// Takes in whole incidents that were fetched; the longest kept make room for them.
    pub fn keep(&mut self, fetched: Vec<(String, Option<Arc<Incident>>)>) {
        for (id, incident) in fetched {
            let forgotten = self.wholes.keep(&id, incident.is_some());
            if let Some(entry) = forgotten.and_then(|id| self.library.get_mut(&id)) {
                entry.whole = None;
            }
            if let Some(entry) = self.library.get_mut(&id) {
                entry.whole = incident;
            }
        }
    }

    /// Takes in the document of every entry.
    fn deal(&mut self, documents: Arc<Documents>) {
        self.documents = documents;
        self.unindexed = (self.progress.done && self.documents.want_index()).then(|| Arc::clone(&self.documents));
        self.ranks.1 = None;
        let mut names = self.documents.iter().map(|document| &document.organisation);
        let first = names.next();
        self.one_organisation = names.all(|name| Some(name) == first);
    }

    /// What the next column of the list, the title the first, is sorted by.
    pub fn next_key(&self) -> Key {
        let beside = if self.columns.is_empty() { &USUAL[..] } else { &self.columns };
        let keys: Vec<Key> = std::iter::once(Key::Title).chain(beside.iter().copied()).collect();
        let at = keys.iter().position(|key| *key == self.order.key).map_or(0, |at| at + 1);
        keys.get(at % keys.len()).copied().unwrap_or_default()
    }

    /// Puts the list into another order and says which; where words are sought, it decides between equals alone.
    pub fn reorder(&mut self, order: Order) {
        self.order = order;
        self.ask();
        let mut told = words::SORTED_BY.fill(self.lang, &[&order.key.label(self.lang)]);
        if self.filter.is_on() && self.filter.query.has_words() {
            told = format!("{}, {told}", words::BEST_FIRST.get(self.lang));
        }
        self.notice = Some((told, Role::Strong));
    }
}
