//! Counts as people write them, in French and English: `1,5 million de personnes`, `100 000+`, `at most 2k`.
//! What is not surely a count is left out; no figure is ever made up.

mod grammar;
mod token;
mod words;

use super::count::Count;
use super::vocabulary::CountUnit;

/// A count that was found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken<'a> {
    /// How many.
    pub count: Count,
    /// Of what, if the words say one of the units.
    pub unit: Option<CountUnit>,
    /// The part of the text that was read: the number, all that goes with it, and what is counted.
    pub read: &'a str,
    /// What is counted, in the text's own words; empty if it does not say.
    pub noun: &'a str,
}

/// All counts of a text, in its order.
pub fn all(text: &str) -> Vec<Spoken<'_>> {
    grammar::counts(text)
}

/// The count that a text is; `None` if it begins with something else, or holds several.
pub fn one(text: &str) -> Option<Spoken<'_>> {
    let mut found = all(text).into_iter();
    match (found.next(), found.next()) {
        (Some(spoken), None) if text.trim_start().starts_with(spoken.read) => Some(spoken),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
