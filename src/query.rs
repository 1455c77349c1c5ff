//! Which incidents match, and in what order: words found loosely, fields exactly, the best first.
//! It reads no files and keeps no state; who asks keeps the query and the documents.

pub mod document;
pub mod facet;
pub mod field;
pub mod fold;
pub mod fuzzy;
pub mod initials;
pub mod mistake;
pub mod name;
pub mod parse;
pub mod search;
pub mod sort;
pub mod term;
pub mod test;
pub mod value;

pub use document::{Document, documents};
pub use mistake::Mistake;
pub use parse::parse;
pub use search::Matched;
pub use sort::{Direction, Key, Order};
pub use term::Query;

use crate::text::Lang;
use rayon::prelude::*;
use search::Search;

/// An incident that matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// Its place among the documents.
    pub index: usize,
    /// How well it matches; zero where no words are sought.
    pub score: u32,
}

/// The documents that match, the best first; equals, and all where no words are sought, in the order asked for.
pub fn run<D: AsRef<Document> + Sync>(query: &Query, documents: &[D], lang: Lang, order: Order) -> Vec<Hit> {
    let search = Search::new(query);
    let look = |(index, document): (usize, &D)| Some(Hit { index, score: search.look(document.as_ref())? });
    let mut hits: Vec<Hit> = documents.par_iter().enumerate().with_min_len(512).filter_map(look).collect();
    let document = |hit: &Hit| documents.get(hit.index).map(AsRef::as_ref);
    hits.sort_by(|a, b| {
        b.score.cmp(&a.score).then_with(|| match (document(a), document(b)) {
            (Some(a), Some(b)) => order.compare(a, b, lang),
            (a, b) => b.is_some().cmp(&a.is_some()),
        })
    });
    hits
}

/// The letters of an incident that a query matches.
pub fn matched(query: &Query, document: &Document, lang: Lang) -> Matched {
    Search::new(query).matched(document, lang)
}

#[cfg(test)]
mod tests;
