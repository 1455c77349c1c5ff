//! Every record of the project loads, checks clean, and is accepted by the schema.
//! It asks nothing about what the records say.

use breachline::record::{self, read, schema};
use breachline::store::{self, Places};
use breachline::text::Lang;
use chrono::{DateTime, TimeZone, Utc};
use std::path::{Path, PathBuf};

/// The day on which the tests happen.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap()
}

/// A record that uses every part of the format.
pub fn sample() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records/acme-2025-03.yaml");
    std::fs::read_to_string(path).unwrap()
}

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    vec![root.join("incidents"), root.join("tests/fixtures/records")]
}

fn files() -> Vec<PathBuf> {
    let entries = folders().into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

#[test]
fn every_record_of_the_project_checks_clean() {
    let library = store::load_all(&Places::Paths(folders()), None, now());
    let told: Vec<String> = library
        .problems
        .iter()
        .map(|p| format!("{}:{}:{}: {}", p.path, p.finding.line, p.finding.column, p.finding.message(Lang::En)))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert_eq!(library.entries.len(), files().len());
}

#[test]
fn every_record_of_the_project_is_decoded_the_quick_way() {
    for file in files() {
        let text = std::fs::read_to_string(&file).unwrap();
        let quick = record::reading::decode::decode::<record::Incident>(&text);
        // the parsers differ about escapes, which the record of hostile texts alone has
        let decoded = serde_yaml::from_str(&text).ok().filter(|_| !text.contains('\\'));
        assert_eq!(quick, decoded, "{}", file.display());
    }
}

#[test]
fn the_records_built_in_are_those_of_the_folder() {
    let folder = store::load_all(&Places::Paths(vec![folders().remove(0)]), None, now());
    let built_in = store::load_all(&Places::BuiltIn, None, now());
    let ids = |library: &store::Library| -> Vec<String> {
        library.entries.iter().map(|entry| entry.id().to_owned()).collect()
    };
    assert_eq!(ids(&folder), ids(&built_in));
    for entry in &built_in.entries {
        assert!(store::source(entry).unwrap().contains(entry.id()));
    }
}

#[test]
fn the_schema_accepts_every_record_of_the_project() {
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("record.json", schema()).unwrap();
    let mut schemas = boon::Schemas::new();
    let index = compiler.compile("record.json", &mut schemas).unwrap();
    for path in files() {
        let value: serde_json::Value = serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        if let Err(error) = schemas.validate(&value, index) {
            panic!("{}: {error:#}", path.display());
        }
    }
}

#[test]
fn the_schema_refuses_what_the_program_refuses() {
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("record.json", schema()).unwrap();
    let mut schemas = boon::Schemas::new();
    let index = compiler.compile("record.json", &mut schemas).unwrap();
    for (good, bad) in [
        ("kind: intrusion", "kind: intrusio"),
        ("status: confirmed  ", "statu: confirmed  "),
        ("title: { en", "title: { english"),
        ("country: FR", "country: France"),
        ("notes: Free text.", "notes: ''"),
        ("count: 352118", "count: -3"),
        ("id: acme-2025-03", "id: Acme/2025"),
    ] {
        let broken = sample().replacen(good, bad, 1);
        let value: serde_json::Value = serde_yaml::from_str(&broken).unwrap();
        assert!(schemas.validate(&value, index).is_err(), "{bad}");
        assert!(read(broken.as_bytes(), "acme-2025-03", now()).incident.is_none(), "{bad}");
    }
}

#[test]
fn a_path_inside_a_record_has_its_place() {
    let source = sample();
    let place = |at: &str| {
        let (line, column) = record::place_of(&source, at).unwrap();
        let line = source.lines().nth(line as usize - 1).unwrap();
        line.chars().skip(column as usize - 1).collect::<String>()
    };
    assert!(place("timeline[1].kind").starts_with("detected"));
    assert!(place("affected[0].by.kind").starts_with("controller"));
    assert!(place("sources[2]").starts_with("{ id: decision"));
}

#[test]
fn a_record_may_leave_its_id_to_its_file_and_start_with_a_byte_order_mark() {
    let source = format!("\u{feff}{}", sample().replacen("id: acme-2025-03\n", "", 1));
    let reading = read(source.as_bytes(), "from-the-file", now());
    assert_eq!(reading.findings, []);
    assert_eq!(reading.incident.unwrap().id, "from-the-file");
}

#[test]
fn what_the_decoder_refuses_is_refused_the_quick_way() {
    for sources in ["[>letter]", "[|letter]", "[@letter]", "[%letter]", "[`letter]", "[letter, >\"press\"]"] {
        let text = format!(
            "title: T\norganisation: {{ name: O }}\ntimeline: [{{ date: 2025, kind: detected, sources: {sources} }}]\n"
        );
        assert!(serde_yaml::from_str::<record::Incident>(&text).is_err(), "{sources}");
        assert_eq!(record::reading::decode::decode::<record::Incident>(&text), None, "{sources}");
    }
}
