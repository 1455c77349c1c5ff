//! Tests of the JSON of one record: dates, headline, gaps, clocks, comparison.
//! They run no command; `tests/it` does.

use super::super::comparison::comparison;
use super::*;
use crate::theme::Glyphs;
use crate::view::Options;

fn incident() -> Incident {
    serde_yaml::from_str(
        "
id: acme
title: { en: Portal, fr: Portail }
organisation: { name: Acme, country: FR }
timezone: Europe/Paris
timeline:
  - { date: 2025-03-10, kind: detected }
  - { date: 2025-03-01, kind: detected, status: claimed }
affected: [{ count: { min: 5 }, unit: persons, by: { name: A, kind: controller }, as_of: 2025-03 }]
data: [{ category: name, status: exposed }]
measures: [{ kind: authority_notified, date: ../2025-03-18 }]
",
    )
    .unwrap()
}

#[test]
fn a_date_is_a_text_and_a_half_open_interval_in_utc() {
    let incident = incident();
    let told = date(&"2025-03-10".parse().unwrap(), &incident);
    assert_eq!(
        told,
        json!({ "text": "2025-03-10", "earliest": "2025-03-09T23:00:00Z", "latest": "2025-03-10T23:00:00Z" })
    );
    let open = date(&"../2024-03".parse().unwrap(), &incident);
    assert_eq!(open, json!({ "text": "../2024-03", "earliest": null, "latest": "2024-03-31T22:00:00Z" }));
}

#[test]
fn a_list_row_has_the_fields_of_the_format() {
    let row = list_row(&incident(), "acme.yaml", Lang::Fr);
    let fields: Vec<&String> = row.as_object().unwrap().keys().collect();
    let expected =
        ["id", "title", "organisation", "country", "sector", "status", "date", "headline", "data", "measures", "path"];
    assert_eq!(fields, expected);
    assert_eq!((&row["title"], &row["sector"]), (&json!("Portail"), &Value::Null));
    assert_eq!(row["headline"]["min"], 5);
    assert_eq!(row["headline"]["max"], Value::Null);
    assert_eq!(row["headline"]["as_of"]["text"], "2025-03");
    assert_eq!(row["measures"], json!([{ "kind": "authority_notified", "status": null }]));
}

#[test]
fn gaps_and_clocks_are_in_hours_with_null_for_open() {
    let row = gaps_row(&incident(), &gaps(&incident()), Rules::built_in());
    let told = &row["gaps"][0];
    assert_eq!((&told["from"], &told["to"]), (&json!("detected"), &json!("authority_notified")));
    assert_eq!((&told["min_hours"], &told["max_hours"]), (&Value::Null, &json!(216.0)));
    assert_eq!(told["readings"][0]["from_date"]["text"], "2025-03-01");
    assert_eq!(told["readings"][0]["max_hours"], 432.0);
    assert_eq!(row["gaps"].as_array().map(Vec::len), Some(1));
    assert_eq!(row["clocks"][0]["name"], "gdpr_art_33");
    assert_eq!(
        (&row["clocks"][0]["hours"], &row["clocks"][0]["readings"][0]["verdict"]),
        (&json!(72), &json!("undecided"))
    );
    assert_eq!(row["clocks"][0]["verdict"], "undecided");
    assert_eq!(row["clocks"][0]["from"], "detected");
    let bare: Incident =
        serde_yaml::from_str("{ title: T, organisation: { name: O }, timeline: [{ date: 2025, kind: other }] }")
            .unwrap();
    assert_eq!(clocks(&bare, Rules::built_in())[0]["verdict"], "not_stated");
    assert_eq!(headline(&bare, Lang::En), Value::Null);
}

#[test]
fn the_version_stands_at_the_top_alone_and_the_record_is_whole() {
    let shown = show(&incident(), Lang::En);
    assert_eq!(shown.as_object().unwrap().keys().next().unwrap(), "format_version");
    assert_eq!(shown.to_string().matches("format_version").count(), 1);
    assert_eq!(shown["timeline"][0]["date"], "2025-03-10");
    assert_eq!(shown["derived"]["milestones"]["detected"]["left_out"][0]["status"], "claimed");
}

#[test]
fn a_comparison_keeps_marks_apart_from_texts() {
    let (one, mut two) = (incident(), incident());
    two.id = "other".to_owned();
    two.data.clear();
    let options = Options { lang: Lang::En, glyphs: Glyphs::Unicode, width: 100 };
    let told = compare(&comparison(&[&one, &two], &options), Rows::All);
    assert_eq!(told["incidents"], json!(["acme", "other"]));
    let sections = told["sections"].as_array().unwrap();
    let data = sections.iter().find(|section| section["kind"] == "data").unwrap();
    assert_eq!(data["rows"][0]["differs"], true);
    assert_eq!(data["rows"][0]["cells"][0], json!({ "text": "exposed", "mark": "yes", "key": "exposed " }));
    assert_eq!(data["rows"][0]["cells"][1]["mark"], "not_stated");
}

#[test]
fn escapes_in_json_say_the_same() {
    let hostile = "a\u{9b}31m\u{202e}\u{7f}\u{e0041}é";
    let value = json!({ "text": hostile });
    let safe = text(&value, false);
    assert!(!safe.chars().any(is_hostile));
    assert_eq!(serde_json::from_str::<Value>(&safe).unwrap(), value);
}
