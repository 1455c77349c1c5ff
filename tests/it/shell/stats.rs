//! Queries and `stats` through the real program: what is typed once, what is counted, and what a mistake says.
//! They reckon nothing; the tests of `query` do.

use super::{fields, shell};
use serde_json::{Value, json};

#[test]
fn the_question_of_an_analyst_is_answered_as_it_is_typed() {
    let asked = "country:FR sector:public detected..authority_notified>72h data:national_id_number affected>1M";
    assert_eq!(shell().prints(&["list", asked, "--format", "ids"]), "france-travail-2024-02\n");
    let words: Vec<&str> = ["list", "--format", "ids"].into_iter().chain(asked.split(' ')).collect();
    assert_eq!(shell().prints(&words), "france-travail-2024-02\n");
    for command in ["stats", "gaps", "timeline"] {
        let json = shell().json(&[command, asked, "--format", "json"]);
        assert!(json.to_string().contains("2024"), "{command}");
    }
}

#[test]
fn a_mistake_is_shown_with_a_caret_in_the_language_of_the_reader() {
    let run = shell().run(&["--lang", "fr", "stats", "année:2024 detected..autority_notified>72h"]);
    assert_eq!(run.code, 2);
    let told: Vec<&str> = run.err.lines().collect();
    let nearest = "aucun champ ne s'appelle autority_notified (au plus près : authority_notified) ; entre guillemets";
    assert!(told[0].contains(nearest), "{}", run.err);
    assert_eq!(told[1..], ["  année:2024 detected..autority_notified>72h", "                       ^^^^^^^^^^^^^^^^^"]);
}

#[test]
fn statistics_have_a_shape() {
    let json = shell().json(&["stats", "--by", "données", "--format", "json"]);
    assert_eq!(fields(&json), ["format_version", "by", "total", "several", "bins"]);
    assert_eq!((&json["by"], &json["total"], &json["several"]), (&json!("data"), &json!(9), &json!(true)));
    assert_eq!(fields(&json["bins"][0]), ["value", "label", "count", "query"]);
    let by_year = shell().json(&["stats", "--format", "json"]);
    assert_eq!(by_year["bins"][0], json!({ "value": "2021", "label": "2021", "count": 1, "query": "year:2021" }));
    let gap = shell().json(&["--lang", "fr", "stats", "--by", "detected..authority_notified", "--format", "json"]);
    let none = gap["bins"].as_array().and_then(|bins| bins.last()).unwrap();
    assert_eq!((&none["value"], &none["query"]), (&Value::Null, &json!("detected..authority_notified:none")));
}

#[test]
fn every_query_that_statistics_print_finds_as_many_as_they_count() {
    for by in
        ["year", "org", "sector", "data", "measure", "party", "affected", "clock", "detected", "detected..disclosed"]
    {
        let json = shell().json(&["stats", "--by", by, "--period", "quarter", "--format", "json"]);
        for bin in json["bins"].as_array().unwrap().iter().filter(|bin| bin["count"] != 0) {
            let query = bin["query"].as_str().unwrap();
            let found = shell().prints(&["list", "--format", "ids", "--", query]);
            assert_eq!(json!(found.lines().count()), bin["count"], "{query}");
        }
    }
}

#[test]
fn the_table_is_aligned_and_the_rows_are_for_spreadsheets() {
    let table = shell().with("COLUMNS", "50").prints(&["stats", "country:FR", "--by", "status", "--ascii"]);
    assert!(table.lines().all(|line| line.chars().count() <= 50), "{table}");
    assert!(table.starts_with("Status"), "{table}");
    assert!(table.lines().nth(1).is_some_and(|line| line.contains('#') || line.contains('=')), "{table}");
    let csv = shell().prints(&["stats", "--by", "country", "--format", "csv"]);
    assert_eq!(csv, "value,label,count,query\r\nFR,FR,9,country:FR\r\n");
}

#[test]
fn what_cannot_be_counted_is_told_with_what_can() {
    let run = shell().run(&["stats", "--by", "title"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("nothing can be counted by title"), "{}", run.err);
    assert_eq!(shell().run(&["stats", "nothing-like-it"]).code, 1);
}

#[test]
fn a_list_is_sorted_by_a_gap_and_by_what_is_reckoned() {
    let sorted = |key: &str| shell().prints(&["list", "--sort", key, "--format", "ids"]);
    let longest = sorted("detected..disclosed");
    let known = shell().prints(&["list", "has:detected..disclosed", "--format", "ids"]).lines().count();
    let known: Vec<&str> = longest.lines().take(known).collect();
    let shortest = sorted("-detected..disclosed");
    assert_eq!(shortest.lines().take(known.len()).collect::<Vec<_>>().len(), known.len());
    assert!(shortest.lines().take(known.len()).all(|id| known.contains(&id)), "unknown comes last both ways");
    assert_ne!(longest.lines().next(), shortest.lines().next());
    assert_eq!(sorted("claims").lines().count(), 9);
    let run = shell().run(&["list", "--sort", "claim"]);
    assert!(run.code == 2 && run.err.contains("completeness"), "{}", run.err);
}

#[test]
fn the_help_teaches_the_language_by_example() {
    for lang in ["en", "fr"] {
        let help = shell().prints(&["--lang", lang, "list", "--help"]);
        for example in ["detected..authority_notified>72h", "sector:none has:sanction", "claimant"] {
            assert!(help.contains(example), "{example}");
        }
    }
}
