//! Changes tried on records of the house and of others, each told by the lines that went and came.
//! What holds of every record and every change is tried in `tests/it`.

use super::*;
use serde_json::json;

const ACME: &str = include_str!("../../tests/fixtures/records/acme-2025-03.yaml");
const HOUSE: &str = include_str!("../../incidents/france-travail-2024-02.yaml");

/// The lines that went and the lines that came.
fn changed(before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    let lines = diff.iter_all_changes().filter(|change| change.tag() != similar::ChangeTag::Equal);
    lines.flat_map(|change| [change.tag().to_string(), change.value().to_owned()]).collect()
}

fn set(at: &str, value: Value) -> Change {
    Change::Set { at: at.to_owned(), value }
}

fn insert(list: &str, item: Value) -> Change {
    Change::Insert { list: list.to_owned(), at: None, item }
}

#[track_caller]
fn after(before: &str, changes: &[Change]) -> String {
    changed(before, &apply(before, changes).unwrap())
}

#[test]
fn an_event_is_added_by_its_own_lines() {
    let event = json!({ "date": "2026-01-22", "kind": "sanction", "text": "A fine: 5 million", "sources": ["cnil"] });
    let lines = "+  - date: 2026-01-22\n+    kind: sanction\n+    text: \"A fine: 5 million\"\n+    sources: [cnil]\n";
    assert_eq!(after(HOUSE, &[insert("timeline", event)]), lines);
}

#[test]
fn what_is_short_goes_into_brackets_and_what_is_not_line_by_line() {
    let phone = json!({ "category": "phone", "status": "exposed", "sources": ["letter"] });
    assert_eq!(after(ACME, &[insert("data", phone)]), "+  - { category: phone, status: exposed, sources: [letter] }\n");
    let noted = json!({ "category": "phone", "status": "exposed", "note": { "en": "Old.", "fr": "Ancien." } });
    let lines = "+  - category: phone\n+    status: exposed\n+    note: { en: Old., fr: Ancien. }\n";
    assert_eq!(after(ACME, &[insert("data", noted)]), lines);
    let related = json!({ "id": "b", "how": "same_organisation" });
    let line = "related: [{ id: acme-2023-08, how: same_organisation }, { id: b, how: same_organisation }]\n";
    assert!(after(ACME, &[insert("related", related)]).ends_with(&format!("+{line}")));
}

#[test]
fn a_new_section_finds_its_place_and_its_blank_line() {
    let risk = json!({ "kind": "fraud" });
    let without = apply(HOUSE, &[Change::Remove { at: "risks".to_owned() }]).unwrap();
    assert!(without.contains("\n\nmeasures:") && !without.contains("\n\n\n") && !without.contains("risks:"));
    assert_eq!(after(&without, &[insert("risks", risk)]), "+risks:\n+  - { kind: fraud }\n+\n");
}

#[test]
fn a_comment_behind_a_value_stays() {
    let line = "-status: confirmed                      # confirmed | claimed | disputed | retracted\n\
                +status: disputed                      # confirmed | claimed | disputed | retracted\n";
    assert_eq!(after(ACME, &[set("status", json!("disputed"))]), line);
    let long = json!("word ".repeat(40).trim());
    let text = apply(
        "title: T # the title\norganisation: { name: O }\ntimeline: [{ date: 2025, kind: other }]\n",
        &[set("title", long)],
    );
    assert!(text.unwrap().starts_with("title: >- # the title\n  word word"));
}

#[test]
fn a_changed_text_is_folded_where_it_was_and_nothing_else_moves() {
    let lines = after(HOUSE, &[set("timeline[0].text.en", json!("Short."))]);
    assert!(lines.ends_with("+      en: Short.\n") && lines.lines().count() == 4, "{lines}");
    assert_eq!(after(ACME, &[Change::Remove { at: "affected[0].who".to_owned() }]), "-    who: customers\n");
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let windows = format!("\u{feff}{}", ACME.replace('\n', "\r\n"));
    let changes = [set("summary", json!("word ".repeat(60).trim())), insert("tags", json!("~"))];
    let there = apply(&windows, &changes).unwrap();
    assert_eq!(there, format!("\u{feff}{}", apply(ACME, &changes).unwrap().replace('\n', "\r\n")));
}

#[test]
fn what_would_be_no_record_is_refused() {
    let refused = |change| apply(ACME, &[change]).unwrap_err();
    assert!(matches!(refused(set("timeline[0].kind", json!("nothing"))), Error::NoRecord(_)));
    assert!(matches!(refused(Change::Remove { at: "title".to_owned() }), Error::NoRecord(_)));
    assert!(matches!(refused(set("timeline[9].kind", json!("other"))), Error::NoSuchPlace(_)));
    assert!(matches!(apply("- x\n", &[]).unwrap_err(), Error::Unreadable(_)));
}

#[test]
fn a_whole_record_reads_as_it_was_meant() {
    for text in [ACME, HOUSE] {
        let incident = decode(text).unwrap();
        assert_eq!(decode(&write(&incident)).unwrap(), incident);
    }
    let written = write(&decode(HOUSE).unwrap());
    assert!(written.starts_with("id: france-travail-2024-02\ntitle:\n  en: \"France Travail: accounts"));
    assert!(written.contains("\n\ntimeline:\n  - date: 2024-02-06/2024-03-05\n    kind: intrusion\n"));
}

#[test]
fn an_item_that_is_a_block_is_found_by_its_own_dash() {
    let long = "word ".repeat(30);
    let there = apply(ACME, &[set("tags", json!([long.trim(), "null"]))]).unwrap();
    assert!(there.contains("tags:\n  - >-\n    word word"), "{there}");
    assert_eq!(
        apply(&there, &[set("tags", json!(["supplier", "null"]))]).unwrap(),
        ACME.replace("[supplier, \"null\"]", "\n  - supplier\n  - \"null\"").replace("tags: \n", "tags:\n")
    );
}

#[test]
fn several_fields_leave_brackets_at_once_and_others_come() {
    let before = "{\n  title: A,\n  notes: n,\n  summary: s,\n  organisation: { name: B },\n  timeline: [{ date: 2024, kind: detected }],\n  risks: [{ kind: fraud }],\n  tags: [t]\n}\n";
    let remove = |at: &str| Change::Remove { at: at.to_owned() };
    let changes =
        [remove("notes"), remove("summary"), remove("risks"), remove("tags"), set("status", json!("claimed"))];
    let text = apply(before, &changes).unwrap();
    let wanted = "{\n  title: A,\n  organisation: { name: B },\n  status: claimed,\n  timeline: [{ date: 2024, kind: detected }]\n}\n";
    assert_eq!(text, wanted);
}

#[test]
fn a_record_written_as_json_gets_quotes_as_it_has_them() {
    let json = "{\n  \"title\": \"T\",\n  \"organisation\": {\"name\": \"O\"},\n  \"timeline\": [\n    {\"date\": \"2025\", \"kind\": \"detected\"}\n  ],\n  \"tags\": [\"a\"]\n}\n";
    let event = json!({ "date": "2026-01-22", "kind": "sanction", "sources": ["cnil"] });
    let changes = [
        insert("timeline", event),
        insert("tags", json!("b")),
        set("organisation.country", json!("FR")),
        set("status", json!("disputed")),
        set("timeline[0].date", json!("2025-03")),
        set("summary", json!({ "en": "Old.", "fr": "Ancien." })),
    ];
    let after = apply(json, &changes).unwrap();
    assert!(serde_json::from_str::<Value>(&after).is_ok(), "it is JSON still\n{after}");
    let house = "organisation: { name: O }\n";
    let record = format!("title: T\n{house}timeline: [{{ date: 2025, kind: detected }}]\n");
    assert_eq!(
        self::after(&record, &[set("organisation.country", json!("FR"))]),
        format!("-{house}+organisation: {{ name: O, country: FR }}\n")
    );
}

#[test]
fn no_reader_of_yaml_takes_a_question_mark_in_brackets_for_a_key() {
    let note = json!({ "category": "phone", "status": "exposed", "note": "Others ?" });
    assert!(after(ACME, &[insert("data", note)]).contains("note: \"Others ?\""));
}

#[test]
fn json_on_one_line_stays_as_close_as_it_is() {
    let json = r#"{"title":"T","organisation":{"name":"O"},"timeline":[{"date":"2025","kind":"other"}],"tags":["a"]}"#;
    let changes = [insert("tags", json!("b")), set("organisation", json!({ "name": "O", "country": "FR" }))];
    let wanted = json.replace(r#"["a"]"#, r#"["a","b"]"#).replace(r#""O"}"#, r#""O","country":"FR"}"#);
    assert_eq!(apply(json, &changes).unwrap(), wanted);
}

#[test]
fn comments_among_brackets_stay_with_what_they_are_about() {
    let head = "title: T\norganisation: { name: O }\ntimeline: [{ date: 2025, kind: other }]\n";
    let tags = |lines: &str| format!("{head}tags: [\n{lines}]\n");
    let all = tags("  # on a\n  a, # a\n  b # b\n");
    let remove = |at: &str| apply(&all, &[Change::Remove { at: at.to_owned() }]).unwrap();
    assert_eq!(apply(&all, &[insert("tags", json!("c"))]).unwrap(), tags("  # on a\n  a, # a\n  b, # b\n  c\n"));
    assert_eq!(remove("tags[1]"), tags("  # on a\n  a # a\n"));
    assert_eq!(remove("tags[0]"), tags("  # on a\n  b # b\n"));
}

#[test]
fn the_comment_of_the_field_below_stays_where_the_one_above_goes() {
    let head = "title: T\norganisation: { name: O }\n";
    let before =
        format!("{head}timeline:\n  - known: 2025 # known\n    # on the date\n    date: 2025\n    kind: other\n");
    let wanted = format!("{head}timeline:\n  - # on the date\n    date: 2025\n    kind: other\n");
    assert_eq!(apply(&before, &[Change::Remove { at: "timeline[0].known".to_owned() }]).unwrap(), wanted);
}

#[test]
fn brackets_that_are_given_up_keep_the_quotes_of_what_was_in_them() {
    let before = "title: { en: 'T', fr: \"U\" }\norganisation: { name: O }\ntimeline: [{ date: 2025, kind: other }]\n";
    let after = apply(before, &[set("title.fr", json!("word ".repeat(30).trim()))]).unwrap();
    assert!(after.starts_with("title:\n  en: 'T'\n  fr: >-\n    word"), "{after}");
}

#[test]
fn the_order_of_languages_is_a_part_of_a_text() {
    let record = |title: &str| {
        format!("title: {title}\norganisation: {{ name: O }}\ntimeline: [{{ date: 2025, kind: other }}]\n")
    };
    let after = apply(&record("{ fr: F, en: E }"), &[set("title", json!({ "en": "E", "fr": "F" }))]);
    assert_eq!(after.unwrap(), record("{ en: E, fr: F }"));
}
