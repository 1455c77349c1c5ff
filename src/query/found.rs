//! What each part of a query finds among documents: kept, it makes a longer query a search for what is new in it.
//! It ranks nothing; `find` does.

use super::LEAST;
use super::documents::Documents;
use super::index::Sieve;
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
    if let Some(known) = search.known() {
        return known.clone();
    }
    let holds =
        |place: &usize| goes_on() && documents.candidate(*place).is_some_and(|candidate| search.holds(candidate));
    let candidates = search.candidates(among, documents.len()).into_par_iter().with_min_len(LEAST);
    let found: Vec<usize> = candidates.filter(holds).collect();
    Sieve::of(found.into_iter(), documents.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Document, parse};

    fn documents() -> Arc<Documents> {
        let record = |id: usize| {
            let yaml = format!(
                "id: a-{id}\ntitle: {}\norganisation: {{ name: N, country: FR }}\ntimeline: [{{ date: {}, kind: detected }}]",
                ["Hospital", "Hospice", "House"][id % 3],
                2020 + id % 4,
            );
            Arc::new(Document::new(&serde_yaml::from_str(&yaml).expect("a record")))
        };
        Arc::new((0..1_500).map(record).collect())
    }

    fn found(text: &str, documents: &Arc<Documents>, before: &Found) -> Found {
        Found::new(&parse(text).expect("a query"), documents, before, &|| true).expect("not cut off")
    }

    fn told(found: &Found) -> (Vec<usize>, Vec<usize>) {
        let all = found.all();
        ((0..1_500).filter(|place| all.lets_through(*place)).collect(), found.hidden())
    }

    #[test]
    fn what_was_found_before_changes_nothing_but_is_not_sought_again() {
        let (documents, indexed) = (documents(), documents());
        indexed.make_index();
        for (short, long) in [
            ("hosp", "hosp year:2021"),
            ("\"hos\" year:2021", "\"hosp\" year:2021"),
            ("hosp year:2021", "house year:2021"),
            ("hosp -year:2021", "hosp"),
            ("hosp", ""),
            ("h", "h o"),
            ("hopital", "hopital country:fr -hospice"),
        ] {
            let before = found(short, &documents, &Found::default());
            let (after, alone) = (found(long, &documents, &before), found(long, &documents, &Found::default()));
            assert_eq!(told(&after), told(&alone), "{long} after {short}");
            assert_eq!(
                told(&found(long, &indexed, &found(short, &indexed, &Found::default()))),
                told(&alone),
                "{long}"
            );
            assert_eq!(after, alone);
            let is_kept = |part: &Part| before.parts.iter().any(|known| Arc::ptr_eq(&known.found, &part.found));
            let is_known = |part: &Part| before.parts.iter().any(|known| known.query == part.query);
            assert!(after.parts.iter().all(|part| is_kept(part) == is_known(part)), "{long} after {short}");
        }
    }

    #[test]
    fn what_was_found_among_others_is_not_used() {
        let (some, others) = (documents(), documents());
        let before = found("hospital", &some, &Found::default());
        let after = found("hospital year:2021", &others, &before);
        assert!(!Arc::ptr_eq(&before.parts[0].found, &after.parts[0].found));
        assert_eq!(after.hidden(), [250, 375]);
    }

    #[test]
    fn one_that_is_cut_off_finds_nothing() {
        assert!(Found::new(&parse("a b").expect("a query"), &documents(), &Found::default(), &|| false).is_none());
    }
}
