//! Tests of the words for clocks, in both languages.
//! What a clock says is not theirs.

use super::*;
use crate::record::{Incident, clock};
use chrono::{TimeZone, Utc};

fn incident(timeline: &str) -> Incident {
    let yaml = format!("title: T\norganisation: {{ name: O }}\ntimeline: [{timeline}]\n");
    serde_yaml::from_str(&yaml).unwrap()
}

fn of(id: &str, timeline: &str, lang: Lang) -> String {
    let clock = clock::built_in().iter().find(|clock| clock.id == id).unwrap();
    full(&clock::read(clock, &incident(timeline), None), lang)
}

fn said(timeline: &str, lang: Lang) -> String {
    of("gdpr_art_33", timeline, lang)
}

#[test]
fn a_clock_says_from_what_it_counts() {
    let aware = "{ date: 2025-03-01, kind: aware }, { date: 2025-03-09, kind: authority_notified }";
    assert_eq!(said(aware, Lang::En), "later than 72 h after the stated awareness (7–9 days)");
    let detected = "{ date: 2025-03-01, kind: detected }, { date: 2025-03-03, kind: authority_notified }";
    assert_eq!(said(detected, Lang::En), "within 72 h of the stated detection (1–3 days)");
    assert_eq!(said(detected, Lang::Fr), "dans les 72 h suivant la détection déclarée (1–3 jours)");
}

#[test]
fn a_clock_that_cannot_be_decided_says_so() {
    let by = "{ date: 2025-07-12, kind: detected }, { date: ../2025-07-23, kind: authority_notified }";
    assert_eq!(said(by, Lang::En), "cannot be decided: at most 12 days, against 72 h from the stated detection");
    assert!(said(by, Lang::Fr).starts_with("indécidable\u{a0}: au plus 12 jours"));
}

#[test]
fn a_clock_says_which_milestone_is_not_stated() {
    assert_eq!(
        said("{ date: 2025-07-12, kind: disclosed }", Lang::En),
        "not stated: neither awareness nor detection, from which 72 h would count"
    );
    assert!(said("{ date: 2025-07-12, kind: aware }", Lang::Fr).contains("notification à l'autorité"));
    let detected = "{ date: 2025-07-12, kind: detected }";
    let nis = of("nis2_early_warning", detected, Lang::En);
    assert!(
        nis.starts_with("not stated: the early warning") && nis.contains("(the record format has no event"),
        "{nis}"
    );
    let sec = of("sec_8_k_1_05", detected, Lang::En);
    assert!(
        sec.starts_with("not stated: the determination that") && sec.ends_with("4 business days would count"),
        "{sec}"
    );
}

#[test]
fn a_clock_without_a_number_tells_its_gap_alone() {
    let told = "{ date: 2025-03-01, kind: detected }, { date: 2025-03-03, kind: controller_informed }";
    assert_eq!(of("gdpr_art_33_2", told, Lang::En), "1–3 days after the stated detection; the law names no number");
}

#[test]
fn another_reading_is_told_with_its_date_and_status() {
    let told = incident(
        "{ date: 2024-02-29, kind: detected }, { date: 2024-03-11/2024-03-13, kind: detected, status: disputed }, \
         { date: 2024-03-08, kind: authority_notified }",
    );
    let reading = clock::read(&clock::GDPR_ART_33, &told, None);
    assert_eq!(full(&reading, Lang::En), "later than 72 h after the stated detection (7–9 days)");
    assert_eq!(
        others(&reading, Lang::En),
        ["by another reading (Detected 11–13 March 2024, disputed): \
          before the stated detection, from which 72 h would count (2–6 days before)"]
    );
}

#[test]
fn a_running_clock_counts_what_is_left() {
    let at = |day, hour| {
        let told = incident("{ date: 2025-03-01T12:00, kind: aware }");
        full(
            &clock::read(&clock::GDPR_ART_33, &told, Utc.with_ymd_and_hms(2025, 3, day, hour, 1, 0).single()),
            Lang::En,
        )
    };
    assert_eq!(at(2, 12), "running: 24–25 hours since the stated awareness, 47–48 hours left of 72 h");
    assert!(at(5, 12).ends_with("more than 72 h; no end is stated"), "{}", at(5, 12));
    let vague = incident("{ date: 2025-03-01, kind: aware }");
    let now = Utc.with_ymd_and_hms(2025, 3, 4, 12, 0, 0).single();
    let told = full(&clock::read(&clock::GDPR_ART_33, &vague, now), Lang::Fr);
    assert_eq!(
        told,
        "en cours\u{a0}: 60–84 heures depuis la prise de connaissance déclarée, pour 72 h\u{a0}; aucun terme précisé"
    );
}

#[test]
fn no_answer_speaks_of_the_law_being_kept() {
    let all = [
        unit::CLOCK_WITHIN,
        unit::CLOCK_BEFORE,
        unit::CLOCK_LATE,
        unit::CLOCK_UNDECIDED,
        unit::CLOCK_NO_LIMIT,
        unit::CLOCK_NO_START,
        unit::CLOCK_NO_END,
        unit::CLOCK_RUNNING,
        unit::CLOCK_RUNNING_OUT,
        unit::CLOCK_RUN_OUT,
    ];
    for phrase in all {
        for lang in Lang::ALL {
            let text = phrase.get(lang).to_lowercase();
            assert!(!text.contains("complian") && !text.contains("violation") && !text.contains("conform"));
        }
    }
}
