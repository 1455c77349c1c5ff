//! Tests of the index: nothing that can be found is kept back, and a word's answer is the documents' own.
//! They measure nothing.

use super::*;
use crate::query::fuzzy::Needle;
use crate::query::{Documents, Query, parse};
use crate::record::vocabulary::{DataCategory, EventKind};
use proptest::prelude::*;

fn document(title: &str, name: &str, summary: &str) -> Arc<Document> {
    let text = |text: &str| serde_json::Value::from(if text.is_empty() { "-" } else { text });
    let record = serde_json::json!({
        "id": "a", "title": text(title), "summary": text(summary), "organisation": { "name": text(name) },
        "timeline": [{ "date": "2024", "kind": "detected" }],
    });
    Arc::new(Document::new(&serde_json::from_value(record).expect("a record")))
}

/// A word that a text may be found by: a part of it, some of its letters, or the beginnings of its words.
fn word(text: &str, start: usize, steps: &[usize]) -> String {
    let letters: Vec<char> = crate::query::fold::fold(text).chars().filter(|c| !c.is_whitespace()).collect();
    let places = steps.iter().scan(start % letters.len().max(1), |at, step| {
        let now = *at;
        *at += step;
        letters.get(now).copied()
    });
    places.collect()
}

proptest! {
    #[test]
    fn what_can_be_found_is_let_through(
        title in "[a-eé1]{1,6}([ '/-][a-eéσ12]{1,6}){0,25}",
        name in "[a-c ]{1,90}",
        summary in "[a-e -]{0,30}",
        start in 0_usize..60,
        steps in prop::collection::vec(1_usize..4, 1..9),
        other in "[a-e]{1,5}",
    ) {
        // with others, so that not every run is common
        let others = [document("zz", "zz", "zz"), document("yy", "yy", "yy")];
        let documents: Documents = [document(&title, &name, &summary)].into_iter().chain(others).collect();
        let index = Index::new(&documents);
        let words = [word(&title, start, &steps), word(&name, start, &steps), word(&summary, start, &steps), other];
        // an empty one is never sought
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            for exact in [false, true] {
                let (alone, over) = (Needle::new(&word, exact, None), Needle::new(&word, exact, Some(&index)));
                let is_let_through = over.sieve().is_none_or(|sieve| sieve.lets_through(0));
                let candidate = documents.candidate(0).expect("a document");
                prop_assert!(is_let_through || alone.look(candidate).is_none(), "{word}");
                prop_assert_eq!(over.look(candidate), alone.look(candidate), "{}", word);
                prop_assert_eq!(over.is_held(candidate), alone.look(candidate).is_some(), "{}", word);
            }
        }
    }
}

#[test]
fn what_cannot_be_found_is_kept_back_each_document_by_its_place() {
    let is_third = |n: usize| n.is_multiple_of(3);
    // more than a segment has
    let documents: Vec<_> = (0..5_000)
        .map(|n| document(if is_third(n) { "Hopital de Lille" } else { "Mairie de Nice" }, "Acme", "A text"))
        .collect();
    let index = Index::new(&documents);
    for word in ["hopital", "ho", "h", "pital de li"] {
        let sieve = index.holding(word).expect("an answer");
        assert!((0..documents.len()).all(|n| sieve.lets_through(n) == is_third(n)), "{word}");
    }
    assert_eq!(index.holding("e").expect("an answer").count(), documents.len());
    let lille = index.held("lille").expect("an answer");
    assert!((0..documents.len()).all(|n| lille.at(n).is_some() == is_third(n)));
    assert!(index.held("de lille").is_none());
}

#[test]
fn of_words_years_countries_sectors_and_what_is_stated_it_knows_who_has_them() {
    let document = |n: usize| {
        let (category, status) = (["name", "health", "email"][n % 3], ["exposed", "not_exposed"][n % 2]);
        let yaml = format!(
            "id: a-{n}\ntitle: T\norganisation: {{ name: N, country: {}, sector: {} }}\ntimeline: [{{ date: {}, kind: detected }}]\n\
             data: [{{ category: {category}, status: {status} }}]",
            ["FR", "be", "Be"][n % 3],
            ["health", "public_administration"][n / 3 % 2],
            ["2023", "2024-05", "2025", "unknown"][n % 4],
        );
        Arc::new(Document::new(&serde_yaml::from_str(&yaml).expect("a record")))
    };
    let documents: Vec<_> = (0..BLOCK + 9).map(document).collect();
    let index = Index::new(&documents);
    let has_health = |n: &usize| n % 6 == 4;
    let health = index.passing(&Test::Data(DataCategory::Health, None)).expect("an answer");
    assert!((0..documents.len()).all(|n| health.lets_through(n) == has_health(&n)));
    assert_eq!(health.count(), (0..documents.len()).filter(has_health).count());
    let typed = ["year:2024", "year>=2024", "year:2019", "year<2025?", "country:BE", "country:fr", "country:DE"];
    let typed = typed.into_iter().chain([
        "sector:health",
        "sector=santé",
        "sector:admin",
        "has:data",
        "has:country",
        "date:none",
    ]);
    let typed = typed.map(|text| match parse(text) {
        Ok(Query::Test(test)) => test,
        other => panic!("no test: {other:?}"),
    });
    for test in Test::of_words().chain(typed) {
        let passing = index.passing(&test).expect("an answer");
        assert!((0..documents.len()).all(|n| passing.lets_through(n) == test.admits(&*documents[n])), "{test}");
    }
    assert!(index.passing(&Test::Stated(Field::Gap(EventKind::Detected, EventKind::Disclosed))).is_none());
}

#[test]
fn a_word_that_begins_with_a_sign_is_let_through_to_a_number_that_begins_a_word() {
    let titles = ["x -a 1bcd", "zz", "yy"];
    let documents: Documents = titles.into_iter().map(|title| document(title, "zz", "zz")).collect();
    let index = Index::new(&documents);
    let (alone, over) = (Needle::new("-a1bcd", false, None), Needle::new("-a1bcd", false, Some(&index)));
    let candidate = documents.candidate(0).expect("a document");
    assert!(alone.look(candidate).is_some());
    assert_eq!(over.look(candidate), alone.look(candidate));
}
