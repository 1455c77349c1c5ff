//! Tests of gaps as they are told: page, table and JSON.
//! What a gap is, is not theirs.

use super::*;
use crate::record::gap::GAPS;
use crate::text::Lang;
use crate::theme::Glyphs;

const RECORDS: [&str; 3] = [
    "
id: one
title: One
organisation: { name: O, country: FR }
timeline:
  - { date: 2024-02-29, kind: detected }
  - { date: 2024-03-11/2024-03-13, kind: detected, status: disputed }
  - { date: 2024-03-08, kind: authority_notified }
",
    "
id: two
title: Two
organisation: { name: O, country: FR }
timeline:
  - { date: 2025-07-12, kind: aware }
  - { date: 2025-07-13, kind: authority_notified, status: claimed }
",
    "
id: three
title: Three
organisation: { name: O, country: US }
timeline: [{ date: 2025, kind: disclosed }]
",
];

fn with<T>(count: usize, tell: impl for<'a> FnOnce(Gaps<'a>) -> T) -> T {
    let incidents: Vec<Incident> = RECORDS.iter().take(count).map(|yaml| serde_yaml::from_str(yaml).unwrap()).collect();
    let incidents: Vec<&Incident> = incidents.iter().collect();
    tell(Gaps::new(&incidents, &GAPS, Rules::built_in()))
}

fn page(count: usize, lang: Lang, glyphs: Glyphs, width: usize) -> Vec<String> {
    with(count, |gaps| gaps.lines(&Options { lang, glyphs, width }).iter().map(Line::text).collect())
}

#[test]
fn each_gap_has_its_rank_and_its_other_readings() {
    let text = page(3, Lang::En, Glyphs::Unicode, 120).join("\n");
    assert!(text.contains("Detected → Authority notified"), "{text}");
    assert!(text.contains("7–9 d") && text.contains("rank 2 of 2") && text.contains("rank 1 of 2"), "{text}");
    assert!(text.contains("◑ by another reading (Detected 11–13 March 2024, disputed): 2–6 days before"), "{text}");
    assert!(text.contains("later than 72 h after the stated detection"), "{text}");
    assert!(
        text.contains("All 3 incidents") && text.contains("median 3–6 d, shortest ") && text.contains("(2 stated)"),
        "{text}"
    );
}

#[test]
fn one_incident_alone_has_no_rank_and_no_set() {
    let text = page(1, Lang::En, Glyphs::Unicode, 80).join("\n");
    assert!(text.contains("7–9 d") && !text.contains("rank") && !text.contains("median"), "{text}");
}

#[test]
fn a_page_fits_its_width_in_both_languages_and_in_ascii() {
    for (lang, glyphs) in [(Lang::En, Glyphs::Unicode), (Lang::Fr, Glyphs::Unicode), (Lang::En, Glyphs::Ascii)] {
        for width in [40, 60, 80, 120] {
            for row in page(3, lang, glyphs, width) {
                assert!(row.width() <= width, "{row:?} in {width}");
                assert!(glyphs == Glyphs::Unicode || row.is_ascii(), "{row:?}");
            }
        }
    }
}

#[test]
fn the_json_has_records_then_sets() {
    let told = with(3, |gaps| gaps.json());
    let fields: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["format_version", "records", "sets"]);
    let gap = &told["records"][0]["gaps"][0];
    assert_eq!(
        (&gap["from"], &gap["min_hours"], &gap["max_hours"]),
        (&json!("detected"), &json!(168.0), &json!(216.0))
    );
    assert_eq!(gap["rank"], json!({ "min": 2, "max": 2, "of": 2 }));
    assert_eq!(told["records"][2]["clocks"], json!([]));
    assert_eq!(told["sets"][2]["from_first_of"], json!(["aware", "detected"]));
    assert_eq!((&told["sets"][2]["stated"], &told["sets"][2]["records"]), (&json!(2), &json!(3)));
}

#[test]
fn a_table_has_one_row_a_gap_or_clock() {
    let rows = with(3, |gaps| gaps.rows());
    assert!(rows.iter().all(|row| row.len() == HEADS.len()));
    let told: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
    assert_eq!(told[0], "one,gap,,detected,authority_notified,168.0,216.0,false,2,2,2,,-144.0..-48.0");
    assert_eq!(told[1], "one,clock,gdpr_art_33,detected,authority_notified,168.0,216.0,,,,,late,-144.0..-48.0");
    assert_eq!(told[2], "two,gap,,aware,authority_notified,0.0,48.0,true,1,1,2,,");
}
