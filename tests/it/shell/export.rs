//! `export`: what other programs are given, judged by those programs where they are there, and how a file is written.
//! The shapes of NDJSON and CSV are tested in `format` and `table`.

use super::{SOUND, folder, shell, shell_in};
use crate::tool;
use breachline::text::Lang;
use breachline::text::csv::COLUMNS;
use serde_json::Value;
use std::fs;

/// All formats.
const FORMATS: [&str; 7] = ["ndjson", "csv", "markdown", "html", "svg", "stix", "yaml"];

#[test]
fn every_format_makes_the_same_bytes_every_time_whatever_the_terminal() {
    for format in FORMATS {
        let once = shell().prints(&["export", "--format", format]);
        let again = shell().with("COLUMNS", "60").prints(&["export", "--format", format, "--ascii"]);
        assert!(!once.is_empty() && once == again, "{format}");
    }
}

#[test]
fn a_file_holds_what_is_printed() {
    for format in FORMATS {
        let files = folder(&[("out", "old")]);
        let path = files.path().join("out");
        let printed = shell().prints(&["export", "--format", format]);
        assert_eq!(shell().prints(&["export", "--format", format, "--output", path.to_str().unwrap()]), "");
        assert_eq!(fs::read_to_string(&path).unwrap(), printed, "{format}");
        assert_eq!(fs::read_dir(files.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_nothing_matched_writes_none() {
    let run = shell().run(&["export", "--format", "csv", "--output", "/nowhere/at/all.csv"]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert!(run.err.contains("/nowhere/at/all.csv cannot be written"), "{}", run.err);
    let files = folder(&[]);
    let path = files.path().join("out.csv");
    let run = shell().run(&["export", "zzzzzz", "--format", "csv", "--output", path.to_str().unwrap()]);
    assert_eq!((run.code, path.exists()), (1, false));
}

#[test]
fn a_folder_of_yaml_is_the_records_as_they_are_and_no_other_text_is_replaced() {
    let files = folder(&[]);
    let to = files.path().join("copies/");
    let to = to.to_str().unwrap();
    for _ in 0..2 {
        shell().prints(&["export", "year:2025", "--format", "yaml", "--output", to]);
    }
    let copy = files.path().join("copies/france-travail-2025-07.yaml");
    assert_eq!(fs::read(&copy).unwrap(), fs::read("incidents/france-travail-2025-07.yaml").unwrap());
    let all = shell_in(files.path()).prints(&["list", "--format", "ids", "--dir", "copies"]);
    assert_eq!(all, shell().prints(&["list", "year:2025", "--format", "ids"]));
    fs::write(&copy, "mine").unwrap();
    let run = shell().run(&["export", "year:2025", "--format", "yaml", "--output", to]);
    assert_eq!((run.code, fs::read_to_string(&copy).unwrap().as_str()), (3, "mine"));
    assert!(run.err.contains("says something else"), "{}", run.err);
}

#[test]
fn a_page_tells_every_incident_that_matches_in_short_and_in_full_and_takes_nothing_for_markup() {
    let page = shell().prints(&["export", "year:2025", "--format", "html", "--lang", "fr"]);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"fr\">") && page.ends_with("</html>\n"));
    assert!(page.contains("default-src 'none'") && !page.contains("<script"), "nothing runs, nothing is asked for");
    assert!(page.contains("Requête\u{a0}: year:2025"), "what was asked for is told");
    let found: Value = shell().json(&["list", "year:2025", "--format", "json"]);
    let all = usize::try_from(found["matched"].as_u64().unwrap()).unwrap();
    assert_eq!((page.matches("<article").count(), page.matches("<details>").count()), (all, all));
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for id in &ids {
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id} stands once");
    }
    for cited in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&cited), "{cited} leads somewhere");
    }
    let whole: Value = shell().json(&["show", "france-travail-2025-07", "--format", "json"]);
    for event in whole["timeline"].as_array().unwrap() {
        let text = event["text"]["fr"].as_str().unwrap_or_default().replace('\'', "&#39;");
        assert!(page.contains(&text), "{text}");
    }
    let files = folder(&[("a.yaml", &SOUND.replace("{text}", "<b onclick=x>&'\\\"</b>"))]);
    let page = shell_in(files.path()).prints(&["export", "--format", "html", "--dir", "."]);
    assert!(page.contains("&lt;b onclick=x&gt;") && !page.contains("<b "), "{page}");
}

#[test]
fn a_picture_of_more_lanes_than_anybody_looks_at_is_refused_with_the_reason() {
    let files = folder(&[]);
    let mut rows = "date;status;processor;subcontractor;organization_type;volume;data;sensitive;links\n".to_owned();
    rows.extend((0..501).map(|n| format!("2025-01-02;confirmed;Org {n};;;;;;\n")));
    fs::write(files.path().join("rows.csv"), rows).unwrap();
    shell_in(files.path()).prints(&["import", "--from", "bonjourlafuite", "--into", "records", "rows.csv"]);
    for command in [["export", "--format", "svg"], ["timeline", "--format", "svg"]] {
        let run = shell_in(files.path()).run(&[&command[..], &["--dir", "records"]].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{command:?}");
        assert!(run.err.contains("at most 500 incidents, and 501 match"), "{}", run.err);
    }
}

#[test]
fn dates_keep_their_offsets() {
    let text = SOUND.replace("{text}", "x").replace("date: 2025-03-10,", "date: 2025-03-10T09:30+01:00,");
    let files = folder(&[("a.yaml", &text)]);
    for format in ["ndjson", "csv", "stix", "yaml"] {
        let out = shell_in(files.path()).prints(&["export", "--format", format, "--dir", "."]);
        assert!(out.contains("2025-03-10T09:30+01:00"), "{format}: {out}");
    }
}

#[test]
fn a_table_for_excel_begins_with_its_mark_and_may_be_parted_by_semicolons() {
    let out = shell().prints(&["export", "--format", "csv", "--bom", "--separator", "semicolon"]);
    let rest = out.strip_prefix('\u{feff}').unwrap();
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').from_reader(rest.as_bytes());
    let heads: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(heads, COLUMNS.map(|(name, _)| name));
    assert_eq!(rows.records().map(Result::unwrap).count(), 9);
}

#[test]
fn the_help_tells_every_column() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        let help = shell().with("COLUMNS", "1000").prints(&["export", "--help", "--lang", code]);
        for (name, told) in COLUMNS {
            assert!(help.contains(name) && help.contains(told.get(lang)), "{name}");
        }
    }
}

#[test]
fn duckdb_reads_ndjson_as_it_is() {
    let Some(python) = tool::python("duckdb") else { return };
    let files = folder(&[]);
    let path = files.path().join("all.ndjson");
    shell().prints(&["export", "--format", "ndjson", "--output", path.to_str().unwrap()]);
    let query = "import duckdb, sys
rows = duckdb.sql(f\"\"\"select id, derived.headline.min, len(timeline), derived.milestones.disclosed.earliest::timestamptz
    from '{sys.argv[1]}' order by derived.headline.min desc nulls last\"\"\").fetchall()
print(len(rows), rows[0][:3])";
    let told = tool::output(&python, &["-c", query, path.to_str().unwrap()]);
    assert_eq!(told.trim(), "9 ('france-travail-2024-02', 36820828, 15)");
}

#[test]
fn a_stix_bundle_is_valid_by_its_schema() {
    let Some(python) = tool::python("stix2validator") else { return };
    let files = folder(&[]);
    let path = files.path().join("bundle.json");
    shell().prints(&["export", "--format", "stix", "--output", path.to_str().unwrap()]);
    let check = "import stix2validator, sys
found = stix2validator.validate_file(sys.argv[1], stix2validator.ValidationOptions(version='2.1', enforce_refs=True))
print(found.is_valid, found.errors if not found.is_valid else '')";
    assert_eq!(tool::output(&python, &["-c", check, path.to_str().unwrap()]).trim(), "True");
}

/// The fields of the incident core extension, those that must be there first (OASIS, `incident-ef7`, version 2.0).
const CORE: [&str; 12] = [
    "extension_type",
    "determination",
    "investigation_status",
    "event_refs",
    "task_refs",
    "impact_refs",
    "incident_types",
    "detection_methods",
    "criticality",
    "recoverability",
    "impacted_entity_counts",
    "scores",
];

#[test]
fn the_extensions_of_stix_hold_what_theirs_allow() {
    let bundle: Value = shell().json(&["export", "--format", "stix"]);
    let objects = bundle["objects"].as_array().unwrap();
    let of = |kind: &'static str| objects.iter().filter(move |object| object["type"] == kind);
    let events: Vec<&Value> = of("event").map(|event| &event["id"]).collect();
    for incident in of("incident") {
        let core = &incident["extensions"]["extension-definition--ef765651-680c-498d-9894-99799f2fa126"];
        let fields = super::fields(core);
        assert!(fields.iter().all(|field| CORE.contains(field)) && fields.starts_with(&CORE[..3]), "{fields:?}");
        assert_eq!(core["extension_type"], "property-extension");
        let allowed = ["blocked", "confirmed", "failed-attempt", "false-positive", "suspected"];
        assert!(allowed.contains(&core["determination"].as_str().unwrap()));
        assert!(["closed", "new", "open"].contains(&core["investigation_status"].as_str().unwrap()));
        assert!(core["event_refs"].as_array().unwrap().iter().all(|id| events.contains(&id)));
    }
    assert_eq!(of("incident").count(), 9);
    for event in of("event") {
        let extension = &event["extensions"]["extension-definition--4ca6de00-5b0d-45ef-a1dc-ea7279ea910e"];
        assert_eq!(extension["extension_type"], "new-sdo");
        assert!(["occurred", "not-occurred", "undetermined"].contains(&event["status"].as_str().unwrap()));
    }
}
