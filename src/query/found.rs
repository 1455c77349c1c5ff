//! What each part of a query finds among documents: kept, it makes a longer query a search for what is new in it.
//! It ranks nothing; `find` does.

use super::documents::Documents;
use super::index::{BLOCK, NONE, Sieve};
use super::search::Search;
use super::term::Query;
use rayon::prelude::*;
use std::sync::{Arc, Weak};

/// What the parts of a query find among documents.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Among which documents; it does not keep them.
    documents: Weak<Documents>,
    /// How many these are.
    length: usize,
    parts: Vec<Part>,
}

/// A part of a query.
#[derive(Clone, Debug)]
struct Part {
    query: Query,
    search: Arc<Search>,
    /// The documents that match.
    found: Arc<Sieve>,
}

impl Found {
    /// What a query of one part finds, once that is known.
    pub fn one(part: &Query, search: Search, documents: &Arc<Documents>, found: impl Iterator<Item = usize>) -> Found {
        let found = Arc::new(Sieve::of(found, documents.len()));
        Found::of(documents, vec![Part { query: part.clone(), search: Arc::new(search), found }])
    }

    /// The documents that alone can match a query of one part among documents, by what was found of them; `None` if none is
    /// known to be left out.
    pub fn narrowed(&self, part: &Query, documents: &Arc<Documents>) -> Option<&Sieve> {
        let mut known = self.known(documents);
        known.find(|known| part.implies(&known.query)).map(|known| &*known.found)
    }

    /// What each part of a query finds, given what was found before; `None` once it is not to go on.
    pub fn new(
        query: &Query,
        documents: &Arc<Documents>,
        before: &Found,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Option<Found> {
        let found = |part: &Query| {
            let known = before.known(documents).find(|known| known.query == *part);
            known.cloned().unwrap_or_else(|| {
                let search = Search::over(part, documents.index());
                let found = all_of(&search, documents, before.narrowed(part, documents), goes_on);
                Part { query: part.clone(), search: Arc::new(search), found: Arc::new(found) }
            })
        };
        let parts = query.parts().iter().map(found).collect();
        goes_on().then(|| Found::of(documents, parts))
    }

    fn of(documents: &Arc<Documents>, parts: Vec<Part>) -> Found {
        Found { documents: Arc::downgrade(documents), length: documents.len(), parts }
    }

    /// The parts, if they are of these documents.
    fn known(&self, documents: &Arc<Documents>) -> impl Iterator<Item = &Part> {
        let is_of = self.documents.as_ptr() == Arc::as_ptr(documents);
        self.parts.iter().filter(move |_| is_of)
    }

    /// The search for a query whose parts these are.
    pub fn search(&self, query: &Query) -> Search {
        Search::joined(query, self.parts.iter().map(|part| Arc::clone(&part.search)).collect())
    }

    /// The documents that all parts find.
    pub fn all(&self) -> Sieve {
        self.all_but(None)
    }

    /// How many documents each part hides that all others show.
    pub fn hidden(&self) -> Vec<usize> {
        let shown = self.all().count();
        (0..self.parts.len()).map(|part| self.all_but(Some(part)).count() - shown).collect()
    }

    /// The documents that all parts find, but for one of them.
    fn all_but(&self, part: Option<usize>) -> Sieve {
        let others = self.parts.iter().enumerate().filter(|(n, _)| Some(*n) != part);
        others.fold(Sieve::all(self.length), |all, (_, part)| all.and(&part.found))
    }
}

impl Eq for Found {}

impl PartialEq for Found {
    fn eq(&self, other: &Found) -> bool {
        let is_same = |(a, b): (&Part, &Part)| a.query == b.query;
        self.documents.ptr_eq(&other.documents)
            && self.parts.len() == other.parts.len()
            && self.parts.iter().zip(&other.parts).all(is_same)
    }
}

/// The documents that a search finds, among some if only those can match.
fn all_of(search: &Search, documents: &Documents, among: Option<&Sieve>, goes_on: &(dyn Fn() -> bool + Sync)) -> Sieve {
    let holds = |place: &usize| {
        let is_possible = among.is_none_or(|among| among.lets_through(*place)) && search.lets_through(*place);
        is_possible && documents.candidate(*place).is_some_and(|candidate| search.holds(candidate))
    };
    let of_block = |block: usize| {
        let mut lanes = NONE;
        let places = block * BLOCK..documents.len().min((block + 1) * BLOCK);
        for place in places.filter(|_| goes_on()).filter(holds) {
            lanes[place % BLOCK / 64] |= 1 << (place % 64);
        }
        lanes
    };
    let blocks: Vec<_> = (0..documents.len().div_ceil(BLOCK)).into_par_iter().map(of_block).collect();
    Sieve::of_blocks(blocks.into_iter())
}
