//! Which incidents match, and in what order: words found loosely, fields exactly, the best first.
//! It reads no files and keeps no state; who asks keeps the query and the documents.

pub mod answer;
pub mod complete;
pub mod document;
pub mod documents;
pub mod facet;
pub mod field;
pub mod fold;
pub mod found;
pub mod fuzzy;
pub mod index;
pub mod initials;
pub mod mistake;
pub mod name;
pub mod parse;
pub mod related;
pub mod saved;
pub mod search;
pub mod sort;
pub mod term;
pub mod test;
pub mod value;

pub use document::{Document, documents};
pub use documents::Documents;
pub use mistake::Mistake;
pub use parse::parse;
pub use search::{Matched, Search};
pub use sort::{Direction, Key, Order, ranks};
pub use term::Query;

use crate::text::Lang;
use index::Sieve;
use rayon::prelude::*;
use std::cmp::Reverse;

/// The fewest documents that are worth a thread's while.
pub const LEAST: usize = 512;

/// An incident that matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// Its place among the documents.
    pub index: usize,
    /// How well it matches; zero where no words are sought.
    pub score: u32,
}

/// The documents that match, the best first; equals, and all where no words are sought, in the order asked for.
pub fn run(query: &Query, documents: &Documents, lang: Lang, order: Order) -> Vec<Hit> {
    find(query, documents, &ranks(documents, order, lang), None, &|| true).unwrap_or_default()
}

/// As [`run`], in an order that was reckoned before, among some of the documents if only those can match; `None` once it
/// is not to go on.
pub fn find(
    query: &Query,
    documents: &Documents,
    ranks: &[u32],
    among: Option<&Sieve>,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Hit>> {
    seek(&Search::over(query, documents.index()), documents, ranks, among, goes_on)
}

/// As [`find`], by a search that was made ready before.
pub fn seek(
    search: &Search,
    documents: &Documents,
    ranks: &[u32],
    among: Option<&Sieve>,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Hit>> {
    let candidates = search.candidates(among, documents.len());
    let look = |index: &usize| {
        let candidate = documents.candidate(*index).filter(|_| goes_on())?;
        Some(Hit { index: *index, score: search.look(candidate)? })
    };
    // where nothing is sought, no text is looked at
    let hits = if search.is_empty() {
        candidates.into_iter().map(|index| Hit { index, score: 0 }).collect()
    } else {
        candidates.par_iter().with_min_len(LEAST).filter_map(look).collect()
    };
    let hits = in_order(hits, ranks);
    goes_on().then_some(hits)
}

/// The hits, the best first and equals by their ranks.
fn in_order(mut hits: Vec<Hit>, ranks: &[u32]) -> Vec<Hit> {
    let rank = |hit: &Hit| ranks.get(hit.index).copied().unwrap_or(u32::MAX);
    if hits.len() < ranks.len() / 8 {
        hits.sort_unstable_by_key(|hit| (Reverse(hit.score), rank(hit)));
        return hits;
    }
    // every rank is there once, and scores are small: many are faster put into their places than sorted
    let nothing = Hit { index: usize::MAX, score: 0 };
    let mut places = vec![nothing; ranks.len()];
    let best = hits.iter().map(|hit| hit.score).max().unwrap_or(0);
    let mut equals = vec![0; best as usize + 1];
    for hit in &hits {
        equals[hit.score as usize] += 1;
        if let Some(place) = places.get_mut(rank(hit) as usize) {
            *place = *hit;
        }
    }
    let mut equals: Vec<Vec<Hit>> = equals.into_iter().map(Vec::with_capacity).collect();
    places.into_iter().filter(|hit| *hit != nothing).for_each(|hit| equals[hit.score as usize].push(hit));
    hits.clear();
    equals.into_iter().rev().for_each(|equals| hits.extend(equals));
    hits
}

#[cfg(test)]
mod tests;
