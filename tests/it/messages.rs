//! Every broken record of the fixtures gives the findings written beside it, and every finding has its fixture.
//! `UPDATE=1` writes them anew; read the difference before you keep it.

use crate::records::now;
use breachline::record::Finding;
use breachline::record::read;
use breachline::text::Lang;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/broken");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    paths
}

fn findings(path: &Path) -> Vec<Finding> {
    read(&std::fs::read(path).unwrap(), path.file_stem().unwrap().to_str().unwrap(), now()).findings
}

fn told(findings: &[Finding]) -> String {
    let mut told = String::new();
    for finding in findings {
        let Finding { severity, fault, line, column, at, .. } = finding;
        let start = format!("{line}:{column} {} {} {at}: ", severity.id(), fault.code());
        writeln!(told, "{start}{}", finding.message(Lang::En)).unwrap();
        writeln!(told, "    {}", finding.message(Lang::Fr)).unwrap();
        if !finding.nearest.is_empty() {
            writeln!(told, "    ≈ {}", finding.nearest.join(", ")).unwrap();
        }
    }
    told
}

#[test]
fn every_broken_record_is_told_as_written_beside_it() {
    let mut wrong = Vec::new();
    for path in fixtures() {
        let told = told(&findings(&path));
        let beside = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&beside, &told).unwrap();
        } else if std::fs::read_to_string(&beside).unwrap_or_default() != told {
            wrong.push(format!("{}:\n{told}", path.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "run UPDATE=1 cargo test --test it messages, and read the difference\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_finding_about_a_record_has_its_fixture() {
    let seen: BTreeSet<&str> =
        fixtures().iter().flat_map(|path| findings(path)).map(|finding| finding.fault.code()).collect();
    // those of the disk and of the library are held in `hostile`; `refused` is for what nobody foresaw
    let elsewhere = [
        "unreadable",
        "not_found",
        "not_a_file",
        "link_loop",
        "dangling_link",
        "too_large",
        "not_utf8",
        "refused",
        "duplicate_id",
        "likely_duplicate",
        // those of a user's own clocks are held in `gaps` and beside `record::clock`
        "bad_clock_id",
        "clock_twice",
        "one_of",
        // those of saved views, beside `query::saved`
        "bad_view_name",
        "view_twice",
        "bad_query",
    ];
    let source = include_str!("../../src/record/finding.rs");
    let codes = source.lines().filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\","));
    let missing: Vec<&str> = codes
        .filter(|code| !["error", "warning"].contains(code) && !elsewhere.contains(code) && !seen.contains(code))
        .collect();
    assert!(missing.is_empty(), "no fixture shows {missing:?}");
}

#[test]
fn no_message_lets_an_escape_or_an_override_through() {
    let hostile = "title: \"\\e[31mx\"\n\"\\e]0;x\\u202e\": 1\ntimeline: [{ date: \"\\e[2J\", kind: \"\\x9b\", sources: [\"\\e\"] }]\n";
    for finding in read(hostile.as_bytes(), "\u{1b}[31m", now()).findings {
        for lang in Lang::ALL {
            let message = finding.message(lang);
            assert!(!message.contains(breachline::text::is_hostile), "{message:?}");
        }
        assert!(!finding.at.contains(breachline::text::is_hostile), "{:?}", finding.at);
    }
}
