//! Records in every style: the house's, the fixtures', by hand, in brackets, as JSON, by another writer, other line ends.
//! It changes none.

use breachline::edit::item;
use breachline::record::Incident;
use proptest::prelude::*;
use proptest::sample::Index;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

static RECORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = |name: &str| {
        let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
        let mut paths: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect::<Vec<_>>()
    };
    let mut records = folder("tests/fixtures/records");
    let house = folder("incidents");
    let by_hand = folder("tests/fixtures/styles");
    for text in records.clone() {
        let incident = decode(&text);
        records.push(serde_yaml::to_string(&incident).unwrap());
        // JSON may hold control characters that YAML may not
        let json = [serde_json::to_string_pretty(&item(&incident)), serde_json::to_string(&item(&incident))];
        records.extend(
            json.map(Result::unwrap).into_iter().filter(|json| !json.contains(|c: char| c.is_control() && c != '\n')),
        );
        records.push(format!("---\n{text}# the end\n"));
    }
    records.extend(house);
    // those by hand as often as all others
    for _ in 0..records.len() / by_hand.len() {
        records.extend(by_hand.clone());
    }
    for text in records.clone() {
        records.push(text.replace('\n', "\r\n"));
        records.push(format!("\u{feff}{}", text.trim_end()));
    }
    records
});

/// Reads a record, which must be one.
pub fn decode(text: &str) -> Incident {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Any record in any style.
pub fn record() -> impl Strategy<Value = &'static str> {
    any::<Index>().prop_map(|at| RECORDS[at.index(RECORDS.len())].as_str())
}
