//! Tests of counting: every incident is in a bin, and every bin's query finds as many as it counts.
//! They draw nothing.

use super::*;
use crate::query::field::Kind;
use crate::query::search::Search;
use crate::query::{Documents, Order, parse, run};
use proptest::prelude::*;

fn document(n: usize, rest: &str) -> Arc<Document> {
    let yaml = format!("id: a-{n}\ntitle: T\n{rest}");
    Arc::new(Document::new(&serde_yaml::from_str(&yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"))))
}

fn documents() -> Documents {
    let whole = "organisation: { name: { en: Acme, fr: Acmé }, sector: health, country: FR }\nstatus: confirmed\ntimezone: Europe/Paris\n\
        attack: { vectors: [phishing, supplier], actor: { name: Qilin } }\n\
        parties: [{ name: \"Lac \\\"H\\\"\", role: processor }, { name: CNIL, role: regulator }]\n\
        timeline: [{ date: 2024-12-31, kind: detected }, { date: 2025-01-04, kind: authority_notified }, { date: 2025, kind: disclosed }]\n\
        affected: [{ count: { min: 1200, max: 15000 }, unit: accounts, by: { name: C, kind: authority } }]\n\
        data: [{ category: name, status: exposed }, { category: email, status: not_exposed }]\n\
        measures: [{ kind: audit, status: planned }, { kind: helpline, status: refused }]\n\
        risks: [{ kind: fraud }]\ntags: [a, \"b c\"]";
    let bare = "organisation: { name: none }\ntimeline: [{ date: unknown, kind: other }]";
    let open = "organisation: { name: acmé }\ntimeline: [{ date: ../2025-03-13, kind: detected }, { date: 2025-03-01/.., kind: authority_notified }]\n\
        affected: [{ count: { max: 500 }, unit: persons }]\ndata: [{ category: name, status: unknown }]";
    let bytes = "organisation: { name: Beta, sector: public_administration }\ntimeline: [{ date: 2023-05, kind: detected }, { date: 2023-05-02, kind: authority_notified }]\n\
        affected: [{ count: 7000000000, unit: bytes }]\nmeasures: [{ kind: audit, status: refused }]";
    [whole, bare, open, bytes].into_iter().enumerate().map(|(n, rest)| document(n, rest)).collect()
}

fn counted(field: Field) -> Vec<(Option<String>, usize)> {
    let documents = documents();
    let all = count(field, &documents, 0..documents.len(), Lang::En).bins;
    all.into_iter().map(|bin| (bin.value, bin.all)).collect()
}

fn some(value: &str, count: usize) -> (Option<String>, usize) {
    (Some(value.to_owned()), count)
}

#[test]
fn what_is_not_stated_is_counted_last_and_statuses_that_are_no_exposure_are_told() {
    assert_eq!(counted(Field::Data), [some("name", 1), some("not_exposed", 1), some("unknown", 1), (None, 2)]);
    assert_eq!(counted(Field::Measure), [some("refused", 2), some("audit", 1), (None, 2)]);
    assert_eq!(counted(Field::Year), [some("2023", 1), some("2024", 1), some("2025", 1), (None, 1)]);
    assert_eq!(counted(Field::Affected), [some("1k..9999", 1), some("other", 1), (None, 2)]);
    let gap = Field::Gap(EventKind::Detected, EventKind::AuthorityNotified);
    assert_eq!(counted(gap), [some("1d..3d", 1), some("3d..1w", 1), some("1y..", 1), (None, 1)]);
    assert_eq!(counted(Field::Party), [some("CNIL", 1), some("Lac \"H\"", 1), some("Qilin", 1), (None, 3)]);
}

#[test]
fn every_bin_finds_as_many_as_it_counts_and_no_incident_is_dropped() {
    let documents = documents();
    let events = [Field::Date, Field::Event(EventKind::Detected), Field::Event(EventKind::Disclosed)];
    let gaps =
        [Field::Gap(EventKind::Detected, EventKind::Disclosed), Field::Gap(EventKind::Disclosed, EventKind::Detected)];
    for field in FACETS.into_iter().chain(events).chain(gaps) {
        for (period, lang) in [(Period::Year, Lang::En), (Period::Quarter, Lang::Fr), (Period::Month, Lang::En)] {
            let counted = count_by(field, period, &documents, 0..documents.len(), lang);
            let sum: usize = counted.bins.iter().map(|bin| bin.all).sum();
            assert!(sum == documents.len() || (has_several(field) && sum > documents.len()), "{field} {sum}");
            let mut found = vec![false; documents.len()];
            for bin in &counted.bins {
                let query = bin.query.as_ref().unwrap_or_else(|| panic!("{field} {bin:?}"));
                assert_eq!(parse(&query.to_string()).as_ref(), Ok(query));
                let hits = run(query, &documents, lang, Order::default());
                assert_eq!((hits.len(), bin.shown), (bin.all, bin.all), "{field}: {query}");
                for hit in &hits {
                    found[hit.index] = true;
                }
                assert!(!bin.label.is_empty());
            }
            assert!(found.iter().all(|found| *found), "{field}");
        }
    }
}

#[test]
fn a_histogram_has_no_holes_and_ranges_of_it_can_be_asked_for() {
    let documents = documents();
    let counted = count_by(Field::Date, Period::Quarter, &documents, 0..1, Lang::Fr);
    let told: Vec<(&str, &str, usize, usize)> = counted
        .bins
        .iter()
        .map(|bin| (bin.value.as_deref().unwrap_or("-"), bin.label.as_str(), bin.all, bin.shown))
        .collect();
    assert_eq!(told.first(), Some(&("2023-04", "T2 2023", 1, 0)));
    assert_eq!(told[6], ("2024-10", "T4 2024", 1, 1));
    assert_eq!(told.len(), 9, "{told:?}");
    let range = period::between(&counted.bins[0], &counted.bins[6]).expect("a range");
    assert_eq!(range.to_string(), "date>=2023-04 -date>=2025-01");
    assert_eq!(run(&range, &documents, Lang::Fr, Order::default()).len(), 2);
}

#[test]
fn the_place_of_one_incident_among_the_bins_is_told() {
    let documents = documents();
    let gap = Field::Gap(EventKind::Detected, EventKind::AuthorityNotified);
    assert_eq!(values_of(gap, &documents[0], Lang::En), ["3d..1w"]);
    assert_eq!(values_of(Field::Vector, &documents[0], Lang::En).len(), 2);
    assert!(values_of(gap, &documents[1], Lang::En).is_empty());
}

#[test]
fn a_field_that_is_no_facet_counts_nothing() {
    assert!(!is_countable(Field::Title) && counted(Field::Title).is_empty());
}

proptest! {
    #[test]
    fn any_name_of_an_organisation_finds_its_own(name in "\\PC{1,40}") {
        prop_assume!(!name.trim().is_empty());
        let mut incident: crate::record::Incident =
            serde_yaml::from_str("title: T\norganisation: { name: A }\ntimeline: [{ date: 2024, kind: detected }]").unwrap();
        incident.organisation.name = crate::record::Localised::Plain(name);
        let document = Document::new(&incident);
        let counted = count_in_view(Field::Org, Period::Year, &[&document], Lang::En);
        if let Some(query) = &counted.bins[0].query {
            let read = parse(&query.to_string());
            prop_assert_eq!(read.as_ref(), Ok(query));
            prop_assert!(Search::new(query).look(&document).is_some());
        }
    }
}

#[test]
fn an_index_counts_words_as_the_documents_do() {
    let documents = documents();
    documents.make_index();
    let index = documents.index().expect("an index");
    for field in FACETS {
        for (shown, lang) in [(0..4, Lang::En), (1..3, Lang::Fr), (2..2, Lang::En)] {
            let known = count_by_index(field, index, &index.places(shown.clone()), lang);
            let is_of_few = matches!(field, Field::Year | Field::Country | Field::Sector);
            assert_eq!(known.is_some(), field.kind() == Kind::Word || is_of_few, "{field}");
            assert!(known.is_none_or(|known| known == count(field, &documents, shown, lang)), "{field}");
        }
    }
}
