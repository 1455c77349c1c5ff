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
pub mod saved;
pub mod sort;
pub mod term;

pub use document::{Document, Entry};
pub use fuzzy::Matched;
pub use mistake::Mistake;
pub use parse::parse;
pub use sort::{Direction, Key, Order};
pub use term::Query;

use crate::text::Lang;
use fuzzy::Search;
use rayon::prelude::*;

/// An incident that matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// Its place among the entries.
    pub index: usize,
    /// How well it matches; zero where no words are sought.
    pub score: u32,
    /// The letters of it that matched.
    pub matched: Matched,
}

/// The entries that match, the best first; equals, and all where no words are sought, in the order asked for.
pub fn run(query: &Query, entries: &[Entry], lang: Lang, order: Order) -> Vec<Hit> {
    let search = query.has_words().then(|| Search::new(query));
    let look = |(index, entry): (usize, &Entry)| {
        if !query.admits(entry) {
            return None;
        }
        let Some(search) = &search else { return Some(Hit { index, ..Hit::default() }) };
        let (score, matched) = search.look(&entry.document, lang)?;
        Some(Hit { index, score, matched })
    };
    let mut hits: Vec<Hit> = entries.par_iter().enumerate().with_min_len(512).filter_map(look).collect();
    let entry = |hit: &Hit| entries.get(hit.index);
    hits.sort_by(|a, b| {
        b.score.cmp(&a.score).then_with(|| match (entry(a), entry(b)) {
            (Some(a), Some(b)) => order.compare(a, b, lang),
            (a, b) => b.is_some().cmp(&a.is_some()),
        })
    });
    hits
}

#[cfg(test)]
mod tests;
