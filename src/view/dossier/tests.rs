//! Tests of what a dossier tells, and how it folds.
//! They test no single wording; the tests of `wording` do.

use super::*;
use crate::text::Lang;
use crate::theme::Glyphs;

const RECORD: &str = r#"
id: acme-2025-03
title: { en: "Acme: portal", fr: "Acme : portail" }
organisation: { name: Acme, sector: retail_trade, country: FR }
status: confirmed
timeline:
  - { date: 2025-03-10, known: 2025-03-14, kind: detected, text: Alert., sources: [letter, press] }
  - { date: 2025-03-02, kind: detected, status: disputed, sources: [press] }
affected:
  - { id: a, count: { min: 43000000, max: 43000000, approx: true }, unit: persons, by: { name: Acme, kind: controller }, as_of: 2025-03-14 }
  - { count: 36820828, unit: persons, by: { name: CNIL, kind: authority }, supersedes: a, sources: [decision] }
  - { count: 90000000, unit: records, by: { name: X, kind: attacker }, status: claimed }
data:
  - { category: name, status: exposed, sources: [letter] }
  - { category: birth_date, status: disputed, note: In the release only. }
  - { category: password, status: not_exposed }
  - { category: health, status: claimed }
measures:
  - { kind: authority_notified, by: Acme, date: 2025-03-18, status: done }
  - { kind: multi_factor, planned: 2025-10, status: planned }
consequences:
  - { kind: fine, amount: 5000000, currency: EUR, by: CNIL, date: 2026-01-22 }
"#;

const BARE: &str = "{ title: T, organisation: { name: O }, timeline: [{ date: 2025, kind: disclosed }] }";

fn told(yaml: &str, lang: Lang, width: usize) -> String {
    let incident: Incident = serde_yaml::from_str(yaml).unwrap();
    let options = Options { lang, glyphs: Glyphs::Unicode, width };
    let rows = lines(&dossier(&incident, &options), width);
    rows.iter().map(Line::text).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_head_gives_the_headline_by_whom_and_that_sources_agree() {
    let text = told(RECORD, Lang::En, 100);
    assert!(text.starts_with(
        "Acme: portal\nAcme · retail trade · FR · ●\u{a0}confirmed\n◆ 36,820,828 persons · CNIL (authority)"
    ));
    assert!(told(RECORD, Lang::Fr, 100).contains("◆ 36\u{202f}820\u{202f}828 personnes · CNIL (autorité)"));
}

#[test]
fn a_superseded_claim_says_what_replaced_it() {
    let text = told(RECORD, Lang::En, 100);
    assert!(text.contains("superseded by 36,820,828 persons, CNIL (authority)"));
}

#[test]
fn unlike_units_never_share_a_scale() {
    let text = told(RECORD, Lang::En, 100);
    assert!(text.contains("bars: logarithmic, from 10,000,000 to 100,000,000"));
    let lone = text.lines().find(|line| line.contains("90,000,000 records")).unwrap();
    assert!(!lone.contains('█'), "{lone}");
}

#[test]
fn doubtful_dates_differ_by_mark_and_word() {
    let text = told(RECORD, Lang::En, 100);
    assert!(text.contains("◑ 2 March 2025      Detected · disputed [press]"), "{text}");
    assert!(text.contains("● 10 March 2025     Detected · public: 14 March 2025\n  Alert. [letter, press]"));
    assert!(text.contains("◆ 18 March 2025     Authority notified · done"));
}

#[test]
fn the_clock_says_from_what_it_counts_and_what_that_decides() {
    assert!(told(RECORD, Lang::En, 120).contains("later than 72 h after the stated detection (7–9 days)"));
}

#[test]
fn an_answer_that_rests_on_doubtful_dates_says_so() {
    let doubtful = "{ title: T, organisation: { name: O }, timeline: [{ date: 2025-12-01, kind: detected, status: disputed }, { date: 2025-12-02, kind: authority_notified }] }";
    let text = told(doubtful, Lang::En, 160);
    assert!(
        text.contains(
            "within 72 h of the stated detection (0–2 days) · ◑\u{a0}rests on claimed or disputed dates alone"
        )
    );
}

#[test]
fn data_differ_by_mark_and_word_and_special_categories_are_flagged() {
    let text = told(RECORD, Lang::En, 100);
    for row in [
        "● Name                     exposed [letter]",
        "◑ Date of birth            disputed",
        "○ Password                 stated not exposed",
    ] {
        assert!(text.contains(row), "{row}");
    }
    assert!(text.contains("⚠ GDPR art. 9: Special categories of personal data.\n◐ Health                   claimed"));
}

#[test]
fn a_planned_measure_says_for_when() {
    assert!(told(RECORD, Lang::En, 100).contains("◌ Multi-factor authentication  planned: October 2025"));
    assert!(told(RECORD, Lang::Fr, 100).contains("prévue\u{a0}: octobre 2025"));
    assert!(told(RECORD, Lang::Fr, 100).contains("Amende · 5\u{202f}000\u{202f}000 EUR · CNIL · 22 janvier 2026"));
}

#[test]
fn what_a_reader_expects_is_said_to_be_missing() {
    let text = told(BARE, Lang::En, 100);
    assert!(text.contains("How many: not stated"));
    assert!(text.contains("Which data\n· not stated") && text.contains("Which risks\n· not stated"));
    assert!(text.lines().any(|row| row.starts_with("· Authority notified ") && row.ends_with(" not stated")), "{text}");
    assert!(told(BARE, Lang::Fr, 100).contains("Combien\u{a0}: non précisé"));
}

#[test]
fn every_item_knows_its_place_and_its_sources() {
    let incident: Incident = serde_yaml::from_str(RECORD).unwrap();
    let told = dossier(&incident, &Options { lang: Lang::En, glyphs: Glyphs::Ascii, width: 80 });
    let dates = told.sections.iter().find(|section| section.kind == SectionKind::Dates).unwrap();
    let places: Vec<&str> = dates.items.iter().filter_map(|item| item.at.as_deref()).collect();
    assert_eq!(places, ["timeline[1]", "timeline[0]", "measures[0]"]);
    assert_eq!(dates.items[1].sources, ["letter", "press"]);
}

#[test]
fn no_row_is_wider_than_the_width() {
    for width in [20, 40, 60, 80, 120] {
        let incident: Incident = serde_yaml::from_str(RECORD).unwrap();
        let options = Options { lang: Lang::Fr, glyphs: Glyphs::Unicode, width };
        for row in lines(&dossier(&incident, &options), width) {
            assert!(row.width() <= width, "{:?} in {width}", row.text());
        }
    }
}

#[test]
fn text_of_a_record_reaches_lines_without_escapes() {
    let hostile = r#"{ title: "T\e[31m\u202e", organisation: { name: "O\u009b" }, timeline: [{ date: 2025, kind: other, text: "a\e]0;b\a" }] }"#;
    let text = told(hostile, Lang::En, 80);
    assert!(text.contains("T\u{fffd}[31m\u{fffd}"));
    assert!(text.chars().all(|c| c == '\n' || !crate::text::is_hostile(c)));
}

#[test]
fn an_ascii_reader_gets_ascii_marks_and_dashes() {
    let incident: Incident = serde_yaml::from_str(RECORD).unwrap();
    let options = Options { lang: Lang::En, glyphs: Glyphs::Ascii, width: 80 };
    for row in lines(&dossier(&incident, &options), 80) {
        assert!(row.text().is_ascii(), "{}", row.text());
    }
}
