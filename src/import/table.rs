//! The tables of `tables/`: words of others, and what they are in our vocabularies.
//! They are data; how a word is looked up is up to those who ask.

use crate::record::vocabulary::{DataCategory, Vector, Vocabulary};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A table by its words.
pub type Table = HashMap<&'static str, &'static str>;

/// Data classes of Have I Been Pwned.
pub static HIBP: LazyLock<Table> = LazyLock::new(|| table(include_str!("tables/hibp.tsv")));
/// Varieties of data of VERIS.
pub static VERIS_DATA: LazyLock<Table> = LazyLock::new(|| table(include_str!("tables/veris_data.tsv")));
/// Actions of VERIS.
pub static VERIS_ACTION: LazyLock<Table> = LazyLock::new(|| table(include_str!("tables/veris_action.tsv")));
/// Sectors by NAICS.
pub static NAICS: LazyLock<Table> = LazyLock::new(|| table(include_str!("tables/naics.tsv")));
/// Words for data of Bonjour la fuite.
pub fn bonjour_la_fuite() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(include_str!("tables/bonjourlafuite.tsv"))
}

fn table(text: &'static str) -> Table {
    rows(text).collect()
}

/// The rows of a table; a line that starts with `#` is none.
fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// Words of heads of columns and the fields that they are likely to be, in the order in which they are tried.
pub fn columns() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(include_str!("tables/columns.tsv"))
}

/// The categories that a row of a table names.
pub fn categories(row: &str) -> impl Iterator<Item = DataCategory> {
    row.split(' ').filter_map(DataCategory::of)
}

/// The vector that a row names; in a table of data it has a `@` before it.
pub fn vector(row: &str) -> Option<Vector> {
    Vector::of(row.strip_prefix('@').unwrap_or(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_words_of_our_vocabularies() {
        let data = HIBP.iter().chain(&*VERIS_DATA).map(|(words, row)| (*words, *row));
        for (words, row) in data.chain(bonjour_la_fuite()) {
            let known = row.split(' ').all(|word| {
                word == "-"
                    || DataCategory::of(word).is_some()
                    || word.strip_prefix('@').is_some_and(|v| Vector::of(v).is_some())
            });
            assert!(known, "{words}: {row}");
        }
        for (words, row) in &*VERIS_ACTION {
            assert!(Vector::of(row).is_some(), "{words}: {row}");
        }
    }

    #[test]
    fn no_word_stands_twice_in_a_table() {
        for text in [
            include_str!("tables/hibp.tsv"),
            include_str!("tables/veris_data.tsv"),
            include_str!("tables/veris_action.tsv"),
            include_str!("tables/naics.tsv"),
            include_str!("tables/bonjourlafuite.tsv"),
        ] {
            let rows = text.lines().filter(|line| !line.starts_with('#')).count();
            assert_eq!(table(text).len(), rows, "{}", &text[..60]);
        }
    }
}
