//! Where each id stands among the entries, without a copy of the ids.
//! It holds numbers alone; the entries are given with each question.

use super::library::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// Where each id stands; of several entries with one id the first.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    hasher: DefaultHashBuilder,
    places: HashTable<u32>,
}

/// Of equal entries they are equal.
impl PartialEq for Ids {
    fn eq(&self, other: &Ids) -> bool {
        self.places.len() == other.places.len()
    }
}

impl Ids {
    /// Takes in the entries from a place on, of which there will be so many in all.
    pub fn extend(&mut self, entries: &[Entry], from: usize, in_all: usize) {
        let Ids { hasher, places } = self;
        let hash = |id: &str| hasher.hash_one(id);
        let id = |place: u32| entries.get(place as usize).map_or("", Entry::id);
        places.reserve(in_all.max(entries.len()).saturating_sub(from), |place| hash(id(*place)));
        for (n, entry) in entries.iter().enumerate().skip(from) {
            let Ok(n) = u32::try_from(n) else { return };
            let known = places.entry(hash(entry.id()), |place| id(*place) == entry.id(), |place| hash(id(*place)));
            known.or_insert(n);
        }
    }

    /// Takes in all entries anew.
    pub fn renew(&mut self, entries: &[Entry]) {
        self.places = HashTable::new();
        self.extend(entries, 0, 0);
    }

    /// Whether each of some entries has an id of its own.
    pub fn tell_apart(&self, entries: &[Entry]) -> bool {
        self.places.len() == entries.len()
    }

    /// The place of an id.
    pub fn get(&self, id: &str, entries: &[Entry]) -> Option<usize> {
        let is_it = |place: &u32| entries.get(*place as usize).is_some_and(|entry| entry.id() == id);
        self.places.find(self.hasher.hash_one(id), is_it).map(|place| *place as usize)
    }
}
