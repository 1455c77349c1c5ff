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
    parts: Vec<(Query, Arc<Sieve>)>,
}

impl Found {
    /// What a query of one part finds, once that is known.
    pub fn one(part: &Query, documents: &Arc<Documents>, found: impl Iterator<Item = usize>) -> Found {
        let parts = vec![(part.clone(), Arc::new(Sieve::of(found, documents.len())))];
        Found::of(documents, parts)
    }

    /// The documents that alone can match a query of one part among documents, by what was found of them; `None` if none is
    /// known to be left out.
    pub fn narrowed(&self, part: &Query, documents: &Arc<Documents>) -> Option<&Sieve> {
        let mut known = self.known(documents);
        known.find(|(known, _)| part.implies(known)).map(|(_, found)| &**found)
    }

    /// What each part of a query finds, given what was found before; `None` once it is not to go on.
    pub fn new(
        query: &Query,
        documents: &Arc<Documents>,
        before: &Found,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Option<Found> {
        let found = |part: &Query| {
            let known = before.known(documents).find(|(known, _)| known == part).map(|(_, found)| Arc::clone(found));
            let search = || search(part, documents, before.narrowed(part, documents), goes_on);
            known.unwrap_or_else(|| Arc::new(search()))
        };
        let parts = query.parts().iter().map(|part| (part.clone(), found(part))).collect();
        goes_on().then(|| Found::of(documents, parts))
    }

    fn of(documents: &Arc<Documents>, parts: Vec<(Query, Arc<Sieve>)>) -> Found {
        Found { documents: Arc::downgrade(documents), length: documents.len(), parts }
    }

    /// The parts, if they are of these documents.
    fn known(&self, documents: &Arc<Documents>) -> impl Iterator<Item = &(Query, Arc<Sieve>)> {
        let is_of = self.documents.as_ptr() == Arc::as_ptr(documents);
        self.parts.iter().filter(move |_| is_of)
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
        others.fold(Sieve::all(self.length), |all, (_, (_, found))| all.and(found))
    }
}

impl Eq for Found {}

impl PartialEq for Found {
    fn eq(&self, other: &Found) -> bool {
        let is_same = |(a, b): (&(Query, _), &(Query, _))| a.0 == b.0;
        self.documents.ptr_eq(&other.documents)
            && self.parts.len() == other.parts.len()
            && self.parts.iter().zip(&other.parts).all(is_same)
    }
}

/// The documents in which a part of a query holds, among some if only those can.
fn search(part: &Query, documents: &Documents, among: Option<&Sieve>, goes_on: &(dyn Fn() -> bool + Sync)) -> Sieve {
    let search = Search::over(part, documents.index());
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
