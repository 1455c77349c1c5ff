//! What is known of all documents before any search, so that most of them are never looked at: how well each holds a word
//! (`inverted`), by whose names a word may be guessed (`signature`), and which pass a test for a word of a vocabulary, a
//! year, a country, a sector, or for a field that is stated.
//! It finds nothing by itself; `search` does.

mod inverted;
mod sieve;
mod signature;

use super::document::Document;
use super::field::Field;
use super::test::Test;
use hashbrown::HashMap;
use inverted::Inverted;
use rayon::prelude::*;
use signature::Signature;
use std::hash::Hash;
use std::iter;
use std::sync::Arc;

pub use inverted::Held;
pub use sieve::{BLOCK, NONE, Sieve};

/// The most values of a field of which each is remembered by whom it is stated.
const VALUES: usize = 256;

/// What is known of all documents.
#[derive(Debug)]
pub struct Index {
    words: Inverted,
    names: Signature,
    tests: Vec<(Test, Sieve)>,
    /// The documents by their values of a field, where these are few.
    alike: Vec<(Field, Vec<Alike>)>,
    /// How many documents there are.
    documents: usize,
}

/// The documents that have the same value of a field.
#[derive(Debug)]
pub struct Alike {
    /// One of them.
    pub one: Arc<Document>,
    /// All of them.
    pub all: Sieve,
}

impl Index {
    /// Reads all documents.
    pub fn new(documents: &[Arc<Document>]) -> Index {
        let years = alike(documents, |document| document.year);
        let countries = alike(documents, |document| document.country.as_deref());
        let sectors = alike(documents, |document| document.sector.as_deref());
        let alike = [(Field::Year, years), (Field::Country, countries), (Field::Sector, sectors)];
        Index {
            words: Inverted::new(documents),
            names: Signature::new(documents),
            tests: tested(documents),
            alike: alike.into_iter().filter_map(|(field, alike)| Some((field, alike?))).collect(),
            documents: documents.len(),
        }
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// The documents that pass a test; `None` if it is not for a word of a vocabulary, a year, a country, a sector or for a
    /// field that is stated.
    pub fn passing(&self, test: &Test) -> Option<Sieve> {
        let field = match test {
            Test::Year(_) => Field::Year,
            Test::Part(field, _) | Test::Whole(field, _) => *field,
            Test::None(field) => return Some(self.passing(&Test::Stated(*field))?.not(self.documents)),
            _ => return self.tests.iter().find(|(known, _)| known == test).map(|(_, passing)| passing.clone()),
        };
        // those of one value pass as one
        let passing = self.alike(field)?.iter().filter(|alike| test.admits(&*alike.one));
        Some(passing.fold(self.places(iter::empty()), |passing, alike| passing.or(&alike.all)))
    }

    /// The documents by their values of a field; `None` if it is none whose values are known.
    pub fn alike(&self, field: Field) -> Option<&[Alike]> {
        self.alike.iter().find(|(known, _)| *known == field).map(|(_, alike)| &**alike)
    }

    /// How well each document holds a folded word as it is; `None` of one with a space.
    pub fn held(&self, folded: &str) -> Option<Held> {
        self.words.held(folded)
    }

    /// The documents that alone may hold a folded text as it is.
    pub fn holding(&self, folded: &str) -> Option<Sieve> {
        self.words.holding(folded)
    }

    /// The documents of whose names a folded word may be an abbreviation or a misspelling, as `fuzzy` understands these.
    pub fn guessing(&self, folded: &str) -> Sieve {
        self.names.guessing(folded)
    }

    /// The documents at some places.
    pub fn places(&self, places: impl Iterator<Item = usize>) -> Sieve {
        Sieve::of(places, self.documents)
    }
}

/// The tests that many ask for, with the documents that pass each.
fn tested(documents: &[Arc<Document>]) -> Vec<(Test, Sieve)> {
    let tests: Vec<Test> = Test::of_words().chain(Field::all().map(Test::Stated)).collect();
    let of_block = |documents: &[Arc<Document>]| {
        let mut passed = vec![NONE; tests.len()];
        for (n, document) in documents.iter().enumerate() {
            for (lanes, _) in passed.iter_mut().zip(&tests).filter(|(_, test)| test.admits(&**document)) {
                lanes[n / 64] |= 1 << (n % 64);
            }
        }
        passed
    };
    let blocks: Vec<_> = documents.par_chunks(BLOCK).map(of_block).collect();
    let passing = |n: usize| Sieve::of_blocks(blocks.iter().map(|passed| passed[n]));
    tests.iter().enumerate().map(|(n, test)| (test.clone(), passing(n))).collect()
}

/// The documents by their value of a field; `None` if there are too many values.
fn alike<'d, V: Eq + Hash>(documents: &'d [Arc<Document>], value: impl Fn(&'d Document) -> V) -> Option<Vec<Alike>> {
    let mut places: HashMap<V, Vec<usize>> = HashMap::new();
    for (place, document) in documents.iter().enumerate() {
        places.entry(value(document)).or_default().push(place);
        if places.len() > VALUES {
            return None;
        }
    }
    let alike = |places: Vec<usize>| {
        let one = Arc::clone(documents.get(*places.first()?)?);
        Some(Alike { one, all: Sieve::of(places.into_iter(), documents.len()) })
    };
    places.into_values().map(alike).collect()
}

#[cfg(test)]
mod tests;
