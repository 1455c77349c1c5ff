//! Tests of clocks: what they say of dates, where they apply, and what their files may hold.
//! How a verdict is worded is not theirs.

use super::*;
use chrono::TimeZone;

fn incident(head: &str, timeline: &str) -> Incident {
    let yaml = format!("title: T\norganisation: {{ name: O{head} }}\ntimeline: [{timeline}]\n");
    serde_yaml::from_str(&yaml).unwrap()
}

fn clock(id: &str) -> &'static Clock {
    built_in().iter().find(|clock| clock.id == id).unwrap()
}

fn verdict_of(id: &str, timeline: &str) -> Verdict {
    read(clock(id), &incident("", timeline), None).verdict
}

#[test]
fn the_clock_of_article_33_counts_72_hours_from_awareness_else_detection() {
    let clock = &*GDPR_ART_33;
    assert_eq!((clock.id.as_str(), clock.limit), ("gdpr_art_33", Some(Limit::Hours(72))));
    assert_eq!(
        (&clock.from[..], clock.to),
        (&[EventKind::Aware, EventKind::Detected][..], Some(EventKind::AuthorityNotified))
    );
    let at = |a, b| {
        verdict_of(
            "gdpr_art_33",
            &format!("{{ date: {a}, kind: detected }}, {{ date: {b}, kind: authority_notified }}"),
        )
    };
    assert_eq!(at("2025-03-01", "2025-03-03"), Verdict::Within);
    assert_eq!(at("2025-03-01", "2025-03-04"), Verdict::Undecided);
    assert_eq!(at("2025-03-01", "2025-03-05"), Verdict::Undecided);
    assert_eq!(at("2025-03-01", "2025-03-06"), Verdict::Late);
    assert_eq!(at("2025-03-01", "unknown"), Verdict::Undecided);
    assert_eq!(verdict_of("gdpr_art_33", "{ date: 2025, kind: detected }"), Verdict::NotStated);
}

#[test]
fn other_readings_are_judged_too() {
    let told = incident(
        "",
        "{ date: 2024-02-29, kind: detected }, { date: 2024-03-11/2024-03-13, kind: detected, status: disputed }, \
         { date: 2024-03-08, kind: authority_notified }",
    );
    let reading = read(&GDPR_ART_33, &told, None);
    assert_eq!(reading.verdict, Verdict::Late);
    let others: Vec<Verdict> = reading.others.iter().map(|(_, verdict)| *verdict).collect();
    assert_eq!(others, [Verdict::Within]);
    assert_eq!(reading.others[0].0.gap.max_hours(), Some(-48.0));
}

#[test]
fn a_clock_without_a_number_or_without_an_event_kind_decides_nothing() {
    let both = "{ date: 2025-03-01, kind: detected }, { date: 2025-03-02, kind: controller_informed }";
    assert_eq!(verdict_of("gdpr_art_33_2", both), Verdict::Undecided);
    let notified = "{ date: 2025-03-01, kind: detected }, { date: 2025-03-01, kind: authority_notified }";
    for id in ["nis2_early_warning", "nis2_notification", "nis2_final_report", "dora_classification", "dora_awareness"]
    {
        assert_eq!(verdict_of(id, notified), Verdict::NotStated, "{id}");
    }
    assert_eq!(verdict_of("sec_8_k_1_05", "{ date: 2025, kind: disclosed }"), Verdict::NotStated);
    assert_eq!(verdict_of("hipaa_hhs", notified), Verdict::Within);
}

#[test]
fn a_clock_applies_where_country_sector_and_force_do_not_exclude_it() {
    let day = "{ date: 2025-03-01, kind: detected }";
    let applies = |id: &str, head: &str, timeline: &str| clock(id).can_apply(&incident(head, timeline));
    assert!(applies("gdpr_art_33", ", country: FR", day) && applies("gdpr_art_33", ", country: NO", day));
    assert!(applies("gdpr_art_33", "", day) && !applies("gdpr_art_33", ", country: US", day));
    assert!(!applies("nis2_notification", ", country: NO", day));
    assert!(applies("hipaa_hhs", ", country: US, sector: Health-care", day));
    assert!(applies("hipaa_hhs", ", country: US", day) && !applies("hipaa_hhs", ", country: US, sector: retail", day));
    let old = "{ date: 2018-05-24, kind: detected }, { date: 2018-06-01, kind: disclosed }";
    assert!(!applies("gdpr_art_33", "", old));
    assert!(applies("gdpr_art_33", "", "{ date: 2018, kind: detected }"));
    assert!(!applies("gdpr_art_33", "", "{ date: 2017, kind: disclosed }"));
    assert!(applies("gdpr_art_33", "", "{ date: unknown, kind: disclosed }"));
}

#[test]
fn a_clock_runs_only_while_its_end_may_be_to_come() {
    let now = Utc.with_ymd_and_hms(2025, 3, 3, 12, 0, 0).single();
    let at = |timeline: &str| {
        let reading = read(&GDPR_ART_33, &incident("", timeline), now);
        (reading.verdict, reading.gap.map(|gap| (gap.min_hours(), gap.max_hours())))
    };
    let detected = "{ date: 2025-03-02, kind: detected }";
    assert_eq!(at(detected), (Verdict::Running, Some((Some(12.0), Some(36.0)))));
    assert_eq!(at("{ date: 2025-03-03, kind: detected }"), (Verdict::Running, Some((Some(0.0), Some(12.0)))));
    assert_eq!(at(&format!("{detected}, {{ date: 2025-03-03, kind: closed }}")).0, Verdict::NotStated);
    assert_eq!(at(&format!("{detected}, {{ date: 2025-03-03, kind: authority_notified }}")).0, Verdict::Within);
    assert_eq!(at("{ date: 2025-02-24, kind: detected }").0, Verdict::NotStated);
    assert_eq!(at("{ date: 2025-03-04, kind: detected }").0, Verdict::NotStated);
    assert_eq!(at("{ date: 2025-03-02/.., kind: detected }").0, Verdict::NotStated);
    assert_eq!(read(&GDPR_ART_33, &incident("", detected), None).verdict, Verdict::NotStated);
}

#[test]
fn a_refused_notification_is_not_waited_for() {
    let now = Utc.with_ymd_and_hms(2025, 3, 3, 12, 0, 0).single();
    let mut told = incident("", "{ date: 2025-03-02, kind: detected }");
    told.measures = serde_yaml::from_str("[{ kind: authority_notified, status: refused }]").unwrap();
    assert_eq!(read(&GDPR_ART_33, &told, now).verdict, Verdict::NotStated);
    told.measures = serde_yaml::from_str("[{ kind: authority_notified, status: planned }]").unwrap();
    assert_eq!(read(&GDPR_ART_33, &told, now).verdict, Verdict::Running);
}

#[test]
fn only_clocks_that_are_shown_unasked_and_can_apply_are_read() {
    let rules = Rules::built_in();
    let read = |head: &str| {
        let readings = rules.read(&incident(head, "{ date: 2025, kind: detected }"));
        readings.iter().map(|reading| reading.clock.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(read(", country: FR"), ["gdpr_art_33"]);
    assert!(read(", country: US").is_empty());
}
