//! `gaps` through the real program: the delays and clocks of the project's own records, and clocks of a user's own.
//! It reckons nothing itself; the tests beside `record` do.

use crate::shell::{fields, shell};
use unicode_width::UnicodeWidthStr;

const JULY: &str = "france-travail-2025-07";
const CAP_EMPLOI: &str = "france-travail-2024-02";

#[test]
fn july_2025_cannot_be_decided_and_shows_between_which_dates() {
    let told = shell().prints(&["gaps", "--lang", "en", &format!("id:{JULY}")]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("cannot be decided: at most 12 days, against 72 h from the stated detection"), "{told}");
    assert!(told.contains("by another reading (Detected 13 July 2025, disputed): cannot be decided: at most 11 days"));
    assert!(told.contains("Authority notified 13 July 2025, claimed"), "{told}");
}

#[test]
fn february_2024_is_late_by_one_reading_and_shows_the_other() {
    let told = shell().json(&["gaps", "--format", "json", &format!("id:{CAP_EMPLOI}")]);
    let record = &told["records"][0];
    let clock = &record["clocks"][0];
    assert_eq!((&clock["name"], &clock["hours"]), (&"gdpr_art_33".into(), &72.into()));
    assert_eq!(
        (&clock["verdict"], &clock["min_hours"], &clock["max_hours"]),
        (&"late".into(), &168.0.into(), &216.0.into())
    );
    assert_eq!(clock["readings"][0]["from_date"]["text"], "2024-03-11/2024-03-13");
    assert_eq!(clock["readings"][0]["verdict"], "within");
    let gaps = record["gaps"].as_array().unwrap();
    let notified = gaps.iter().find(|gap| gap["to"] == "authority_notified").unwrap();
    assert_eq!(fields(notified)[..4], ["from", "to", "min_hours", "max_hours"]);
    let told = shell().prints(&["show", CAP_EMPLOI, "--lang", "en"]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("later than 72 h after the stated detection (7–9 days)"), "{told}");
    assert!(told.contains("by another reading (Detected 11–13 March 2024, disputed)"), "{told}");
    assert!(told.contains("GDPR art. 33 and 34: "), "{told}");
}

#[test]
fn the_json_has_the_fields_that_the_project_fixes() {
    let told = shell().json(&["gaps", "--format", "json"]);
    assert_eq!(told["format_version"], 1);
    let records = told["records"].as_array().unwrap();
    assert_eq!(records.len(), 9);
    assert!(records.iter().all(|record| fields(record) == ["id", "gaps", "clocks"]));
    for clock in records.iter().flat_map(|record| record["clocks"].as_array().unwrap()) {
        for field in ["name", "from", "hours", "verdict", "min_hours", "max_hours"] {
            assert!(clock.get(field).is_some(), "{field} in {clock}");
        }
    }
}

#[test]
fn a_table_fits_eighty_columns_in_both_languages() {
    for lang in ["en", "fr"] {
        let told = shell().with("COLUMNS", "80").prints(&["gaps", "--lang", lang]);
        assert!(told.contains(if lang == "en" { "All 9 incidents" } else { "Les 9 incidents" }), "{told}");
        assert!(told.lines().all(|line| line.width() <= 100), "{told}");
    }
}

#[test]
fn one_gap_alone_needs_both_its_ends() {
    let told = shell().json(&["gaps", "--format", "json", "--from", "intrusion", "--to", "disclosed"]);
    assert_eq!(told["sets"].as_array().map(Vec::len), Some(1));
    let gaps = told["records"].as_array().unwrap().iter().flat_map(|record| record["gaps"].as_array().unwrap());
    assert!(gaps.into_iter().all(|gap| gap["from"] == "intrusion" && gap["to"] == "disclosed"));
    assert_eq!(shell().run(&["gaps", "--from", "intrusion"]).code, 2);
    let run = shell().run(&["gaps", "--lang", "en", "--from", "intrusoin", "--to", "disclosed"]);
    assert!(run.code == 2 && run.err.contains("intrusion"), "{run:?}");
}

#[test]
fn a_table_for_spreadsheets_has_one_row_a_gap() {
    let told = shell().prints(&["gaps", "--format", "csv", &format!("id:{CAP_EMPLOI}")]);
    let mut lines = told.lines();
    assert!(lines.next().unwrap().starts_with("id,kind,name,from,to,min_hours,max_hours"));
    assert!(lines.all(|line| line.starts_with(&format!("{CAP_EMPLOI},"))));
    assert!(
        told.contains(&format!("{CAP_EMPLOI},clock,gdpr_art_33,detected,authority_notified,168.0,216.0")),
        "{told}"
    );
}

#[test]
fn other_clocks_are_read_when_asked_for() {
    let told = shell().json(&["gaps", "--format", "json", "--clock", "all", &format!("id:{JULY}")]);
    let names: Vec<&str> =
        told["records"][0]["clocks"].as_array().unwrap().iter().map(|clock| clock["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["gdpr_art_33", "gdpr_art_33_2", "nis2_early_warning", "nis2_notification", "nis2_final_report"]);
    let run = shell().run(&["gaps", "--lang", "en", "--clock", "gdpr_art_34"]);
    assert!(run.code == 2 && run.err.contains("gdpr_art_33"), "{run:?}");
}

#[test]
fn a_file_of_ones_own_adds_clocks_and_its_faults_have_places() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.yaml");
    std::fs::write(
        &file,
        "clocks:\n  - { id: house, name: House rule, from: [detected], to: disclosed, days: 14, source: Handbook, shown: true }\n",
    )
    .unwrap();
    let path = file.to_str().unwrap();
    let told = shell().json(&["gaps", "--format", "json", "--clocks", path, &format!("id:{JULY}")]);
    let clocks = told["records"][0]["clocks"].as_array().unwrap();
    let house = clocks.iter().find(|clock| clock["name"] == "house").unwrap();
    assert_eq!((&house["verdict"], &house["hours"]), (&"within".into(), &serde_json::Value::Null));
    assert_eq!(house["limit"], serde_json::json!({ "unit": "days", "number": 14 }));
    let config = folder.path().join("breachline");
    std::fs::create_dir(&config).unwrap();
    std::fs::copy(&file, config.join("clocks.yaml")).unwrap();
    let told = shell().with("XDG_CONFIG_HOME", folder.path()).prints(&["show", JULY, "--lang", "en"]);
    assert!(told.contains("House rule"), "{told}");
    std::fs::write(
        &file,
        "clocks:\n  - { id: house, name: House rule, from: [detcted], to: disclosed, source: Handbook }\n",
    )
    .unwrap();
    let run = shell().run(&["gaps", "--lang", "en", "--clocks", path]);
    assert!(run.code == 1 && run.err.contains("mine.yaml:2:43") && run.err.contains("detected"), "{run:?}");
    let run = shell().run(&["check", "--lang", "en", "--clocks", path]);
    assert!(run.code == 1 && run.out.contains("mine.yaml:2:43"), "{run:?}");
}

/// What each clock says of each invented record that it can apply to; a clock that is not named here does not appear.
const VERDICTS: [(&str, &[(&str, &str)]); 8] = [
    (
        "bank-fr-2025",
        &[
            ("gdpr_art_33", "within"),
            ("gdpr_art_33_2", "undecided"),
            ("nis2_early_warning", "not_stated"),
            ("nis2_notification", "not_stated"),
            ("nis2_final_report", "not_stated"),
            ("dora_classification", "not_stated"),
            ("dora_awareness", "not_stated"),
        ],
    ),
    // before NIS2 and DORA were in force
    ("bank-fr-2024", &[("gdpr_art_33", "late"), ("gdpr_art_33_2", "not_stated")]),
    (
        "grid-de-2025",
        &[
            ("gdpr_art_33", "undecided"),
            ("gdpr_art_33_2", "not_stated"),
            ("nis2_early_warning", "not_stated"),
            ("nis2_notification", "not_stated"),
            ("nis2_final_report", "not_stated"),
        ],
    ),
    // in the European Economic Area, not in the Union
    ("shop-no-2025", &[("gdpr_art_33", "within"), ("gdpr_art_33_2", "not_stated")]),
    ("clinic-us-2025", &[("sec_8_k_1_05", "not_stated"), ("hipaa_persons", "within"), ("hipaa_hhs", "late")]),
    ("listed-us-2024", &[("sec_8_k_1_05", "not_stated")]),
    // before item 1.05 was in force
    ("listed-us-2023", &[]),
    ("shop-jp-2025", &[]),
];

const CLOCKS: &str = "tests/fixtures/clocks";

#[test]
fn each_clock_is_told_where_it_can_apply_and_nowhere_else() {
    let clocks = |arguments: &[&str]| {
        let told = shell().json(&[&["gaps", "--dir", CLOCKS, "--format", "json"], arguments].concat());
        let records = told["records"].as_array().unwrap().clone();
        move |id: &str| -> Vec<(String, String)> {
            let record = records.iter().find(|record| record["id"] == id).unwrap();
            let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
            let told = record["clocks"].as_array().unwrap().iter();
            told.map(|clock| (text(&clock["name"]), text(&clock["verdict"]))).collect()
        }
    };
    let (all, usual) = (clocks(&["--clock", "all"]), clocks(&[]));
    for (id, expected) in VERDICTS {
        let owned = |(name, verdict): &(&str, &str)| ((*name).to_owned(), (*verdict).to_owned());
        assert_eq!(all(id), expected.iter().map(owned).collect::<Vec<_>>(), "{id}");
        let gdpr: Vec<_> = expected.iter().filter(|(name, _)| *name == "gdpr_art_33").map(owned).collect();
        assert_eq!(usual(id), gdpr, "{id}: only the GDPR's unasked");
    }
}

#[test]
fn a_clock_says_what_it_lacks_and_what_no_law_counts() {
    let told = |lang: &str, id: &str| {
        let told = shell().prints(&["gaps", "--dir", CLOCKS, "--clock", "all", "--lang", lang, &format!("id={id}")]);
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let bank = told("en", "bank-fr-2025");
    for clock in [
        "GDPR art. 33(2) 5–7 hours after the stated detection; the law names no number",
        "NIS2 early warning not stated: the early warning to the CSIRT or the competent authority",
        "against 24 h from the stated awareness",
        "NIS2 final report not stated: the incident notification to the CSIRT or the competent authority",
        "from which 1 month would count",
        "DORA from classification not stated: the classification of the incident as major",
        "from which 4 h would count",
    ] {
        assert!(bank.contains(clock), "{clock}: {bank}");
    }
    let clinic = told("fr", "clinic-us-2025");
    assert!(clinic.contains("HIPAA, aux personnes") && clinic.contains("60 jours"), "{clinic}");
    let listed = told("en", "listed-us-2024");
    assert!(listed.contains("from which 4 business days would count"), "{listed}");
}
