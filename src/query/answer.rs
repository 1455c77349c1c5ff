//! A question to all documents at once, ready to be carried elsewhere, and its answer: what matches, and what each part hides.
//! It keeps nothing and starts no thread; who asks decides where it is answered.

use super::found::Found;
use super::index::Sieve;
use super::{Documents, Hit, Order, Query, Search, ranks, seek};
use crate::text::Lang;
use std::sync::Arc;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which question it is, counted from 1.
    pub number: u64,
    /// What is sought.
    pub query: Query,
    /// Among what.
    pub documents: Arc<Documents>,
    /// The order.
    pub order: Order,
    /// The reader's language.
    pub lang: Lang,
    /// The place of each document in that order, if it was reckoned before.
    pub ranks: Option<Arc<Vec<u32>>>,
    /// What was found before.
    pub found: Found,
}

/// What came of a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Which question it is.
    pub number: u64,
    /// The documents that match, in order.
    pub hits: Vec<Hit>,
    /// How many documents each part of the query hides that all its others show.
    pub hidden: Vec<usize>,
    /// The place of each document in the order.
    pub ranks: Arc<Vec<u32>>,
    /// What each part of the query finds.
    pub found: Found,
}

impl Question {
    /// The answer; `None` once it is not to go on.
    pub fn answer(&self, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<Answer> {
        let fresh = || Arc::new(ranks(&self.documents, self.order, self.lang));
        let ranks = self.ranks.clone().unwrap_or_else(fresh);
        let seek = |search: &Search, among: Option<&Sieve>| seek(search, &self.documents, &ranks, among, goes_on);
        let (hits, found) = if let [part] = self.query.parts() {
            // each document is looked at but once
            let search = Search::over(part, self.documents.index());
            let hits = seek(&search, self.found.narrowed(part, &self.documents))?;
            let found = Found::one(part, search, &self.documents, hits.iter().map(|hit| hit.index));
            (hits, found)
        } else {
            let found = Found::new(&self.query, &self.documents, &self.found, goes_on)?;
            (seek(&found.search(&self.query), Some(&found.all()))?, found)
        };
        goes_on().then(|| Answer { number: self.number, hits, hidden: found.hidden(), ranks, found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Document, parse};

    fn asked(text: &str) -> Question {
        let record = |id: usize, year: u16, country: &str| {
            let yaml = format!(
                "id: a-{id}\ntitle: T\norganisation: {{ name: N, country: {country} }}\ntimeline: [{{ date: {year}, kind: detected }}]"
            );
            Arc::new(Document::new(&serde_yaml::from_str(&yaml).expect("a record")))
        };
        let documents =
            vec![record(1, 2024, "FR"), record(2, 2025, "FR"), record(3, 2025, "BE"), record(4, 2023, "BE")];
        Question {
            number: 1,
            query: parse(text).expect("a query"),
            documents: Arc::new(documents.into()),
            order: Order::default(),
            lang: Lang::En,
            ranks: None,
            found: Found::default(),
        }
    }

    #[test]
    fn each_part_hides_what_all_the_others_show() {
        for (text, hits, hidden) in [
            ("", 4, vec![]),
            ("year:2025", 2, vec![2]),
            ("year:2025 country:FR", 1, vec![1, 1]),
            ("year:2025 -country:FR title:t", 1, vec![1, 1, 0]),
            ("year:2020 country:FR", 0, vec![2, 0]),
        ] {
            let answer = asked(text).answer(&|| true).expect("an answer");
            assert_eq!((answer.hits.len(), answer.hidden), (hits, hidden), "{text}");
        }
    }

    #[test]
    fn a_question_that_is_not_to_go_on_has_no_answer() {
        assert_eq!(asked("year:2025").answer(&|| false), None);
    }
}
