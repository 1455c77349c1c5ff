//! `import`, through the real program: others' data in, records and a report out.
//! It tests no wording of a record beyond what an importer must not get wrong.

use super::{Run, shell_in};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The project's own excerpts, made up.
fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/import/{name}", crate::source::ROOT)
}

/// Others' data in full, where they are beside the project.
fn shared(folder: &str) -> Option<Vec<String>> {
    let folder: PathBuf = Path::new(crate::source::ROOT).join("../shared/data").join(folder);
    let mut files: Vec<String> =
        fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path().display().to_string()).collect();
    files.sort();
    Some(files)
}

/// Runs an import of files into `records` of a folder; gives the run and its report.
fn import(folder: &Path, from: &str, files: &[String]) -> (Run, Value) {
    let mut arguments = vec!["import", "--from", from, "--into", "records", "--format", "json"];
    arguments.extend(files.iter().map(String::as_str));
    let run = shell_in(folder).run(&arguments);
    let report = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    (run, report)
}

fn record(folder: &Path, id: &str) -> String {
    fs::read_to_string(folder.join(format!("records/{id}.yaml"))).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn figures(report: &Value) -> [u64; 5] {
    ["read", "written", "unchanged", "updated", "left_out"].map(|name| report[name].as_u64().unwrap())
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

/// Whole data of others: all of it, sound, few words without a category, and nothing new the second time.
fn whole(from: &str, folder: &str, items: u64, percent: u64) {
    let Some(files) = shared(folder) else { return };
    let place = tempfile::tempdir().unwrap();
    let (run, report) = import(place.path(), from, &files);
    assert_eq!((run.code, figures(&report)), (0, [items, items, 0, 0, 0]), "{}", run.out);
    let (mentions, unmapped) =
        (report["data"]["mentions"].as_u64().unwrap(), report["data"]["unmapped"].as_u64().unwrap());
    assert!(mentions > 0 && unmapped * 100 < mentions * percent, "{unmapped} of {mentions}");
    let check = shell_in(place.path()).run(&["check", "records", "--format", "json"]);
    let check: Value = serde_json::from_str(&check.out).unwrap();
    assert_eq!((check["files"].as_u64(), check["errors"].as_u64()), (Some(items), Some(0)), "{check}");
    let (_, again) = import(place.path(), from, &files);
    assert_eq!(figures(&again), [items, 0, items, 0, 0]);
}

#[test]
fn all_of_veris_comes_in() {
    whole("veris", "veris", 48, 3);
}

#[test]
fn all_of_have_i_been_pwned_comes_in() {
    whole("hibp", "hibp", 120, 3);
}

#[test]
fn all_of_bonjour_la_fuite_comes_in() {
    whole("bonjourlafuite", "bonjourlafuite", 592, 10);
}

#[test]
fn a_breach_of_have_i_been_pwned_is_told_as_the_list_means_it() {
    let place = tempfile::tempdir().unwrap();
    let (run, report) = import(place.path(), "hibp", &[fixture("hibp.json")]);
    assert_eq!((run.code, figures(&report)), (1, [4, 2, 0, 0, 2]));
    assert_eq!(report["unmapped"][0]["value"], "Shoe polish");
    let alder = record(place.path(), "alder-2014-02");
    holds(
        &alder,
        &["2014-02~", "count: 20902", "unit: accounts", "alder.example", "tags: [sensitive]", "status: confirmed"],
    );
    holds(
        &alder,
        &["Alder \u{2014} the shop was breached <again>.", "https://press.example/a?b=1&c=2", "text: Shoe polish"],
    );
    holds(&alder, &["2014-02-03T23:57:10Z", "2015-01-09T03:38:56Z"]);
    holds(&record(place.path(), "birch-2016-01"), &["2016~", "status: claimed"]);
    let told = report["faults"].to_string();
    holds(&told, &["2019-13-01", "Name"]);
}

#[test]
fn an_incident_of_veris_keeps_its_intervals_and_its_labels() {
    let place = tempfile::tempdir().unwrap();
    let (run, report) = import(place.path(), "veris", &[fixture("veris.JSON")]);
    assert_eq!((run.code, figures(&report)), (1, [3, 2, 0, 0, 1]), "{}", run.out);
    let alder = record(place.path(), "alder-shops-2013-06");
    holds(&alder, &["date: 2013-06\n", "2013-06-02/2013-07-07", "2013-07-14/2013-08-18", "date: unknown"]);
    holds(
        &alder,
        &["exfiltration: never", "corrective_action: Access rights were reviewed.", "country: FR", "sector: retail"],
    );
    holds(
        &alder,
        &["vectors: [insider, stolen_credentials, supplier]", "found-by-external-customer", "status: claimed"],
    );
    holds(
        &alder,
        &["http://a.example/x", "https://b.example/y", "https://c.example/z", "2014-02-07", "Privilege abuse"],
    );
    holds(&alder, &["category: health", "category: password", "count: 900", "count: 40"]);
    assert!(!alder.contains("kind: exfiltration"), "what never happened is no event\n{alder}");
    let unnamed = record(place.path(), "victim-not-named-2020-01");
    holds(&unnamed, &["Victime non nomm\u{e9}e", "containment: not applicable", "vectors: [unknown]"]);
}

#[test]
fn a_row_of_bonjour_la_fuite_keeps_its_words_and_makes_up_no_figure() {
    let place = tempfile::tempdir().unwrap();
    let (run, report) = import(place.path(), "bonjourlafuite", &[fixture("bonjourlafuite.csv")]);
    assert_eq!((run.code, figures(&report)), (1, [5, 4, 0, 0, 1]), "{}", run.out);
    let first = record(place.path(), "mairie-de-laulne-2025-03");
    holds(
        &first,
        &["2025-03-04?", "sector: public_administration", "role: processor", "vectors: [supplier]", "[sensitive]"],
    );
    holds(
        &first,
        &["min: 5760000000", "unit: bytes", "min: 3800000", "unit: persons", "5.76Go, 3,8 millions de clients"],
    );
    holds(&first, &["category: username", "Mot de passe (\u{1f92c})", "text: \u{1f937}", "https://b.example/y"]);
    assert_eq!(first.matches('\u{1f937}').count(), 1, "an item that is there twice is told once");
    let second = record(place.path(), "mairie-de-laulne-2025-05");
    holds(
        &second,
        &["untrusted", "vectors: [ransomware]", "category: phone", "recrut\u{e9}s avant 2007", "not-sensitive"],
    );
    assert!(!second.contains("affected:"), "no figure is made up\n{second}");
    holds(&record(place.path(), "mairie-de-laulne-2025-05-06"), &["min: 200000", "max: 999999", "approx: true"]);
    holds(&report["faults"].to_string(), &["le 6 mai"]);
}

#[test]
fn a_table_of_anybody_comes_in_by_a_mapping_that_is_proposed_and_saved() {
    let place = tempfile::tempdir().unwrap();
    fs::copy(fixture("anybody.csv"), place.path().join("anybody.csv")).unwrap();
    let (run, report) = import(place.path(), "csv", &["anybody.csv".to_owned()]);
    assert_eq!((run.code, figures(&report)), (1, [3, 2, 0, 0, 1]), "{run:?}");
    holds(&run.err, &["map.yaml"]);
    holds(&fs::read_to_string(place.path().join("map.yaml")).unwrap(), &["organisation: Organisme", "day_first: true"]);
    let first = record(place.path(), "mairie-de-laulne-2025-04");
    holds(
        &first,
        &[
            "2025-04-03",
            "kind: authority_notified",
            "min: 301",
            "max: 5000",
            "category: bank_details",
            "l\u{2019}Aulne",
        ],
    );
    holds(&record(place.path(), "cedre-2025-05"), &["text: chaussures"]);
    let map = fs::read_to_string(place.path().join("map.yaml"))
        .unwrap()
        .replace("organisation: Organisme", "organization: X");
    fs::write(place.path().join("map.yaml"), map).unwrap();
    let run = shell_in(place.path()).run(&["import", "--from", "csv", "--into", "records", "anybody.csv"]);
    assert_eq!(run.code, 2);
    holds(&run.err, &["map.yaml", "organization"]);
}

#[test]
fn a_changed_row_updates_its_record_and_keeps_what_a_person_added() {
    let place = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(fixture("hibp.json")).unwrap();
    let file = place.path().join("hibp.json");
    fs::write(&file, &text).unwrap();
    let files = [file.display().to_string()];
    import(place.path(), "hibp", &files);
    let path = place.path().join("records/alder-2014-02.yaml");
    let own = fs::read_to_string(&path)
        .unwrap()
        .replace("status: confirmed", "status: disputed # seen by me")
        .replace("timeline:\n", "timeline:\n  - { date: 2014-02-02, kind: detected, text: Mine, sources: [hibp] }\n");
    fs::write(&path, &own).unwrap();
    assert_eq!(figures(&import(place.path(), "hibp", &files).1), [4, 0, 2, 0, 2]);
    assert_eq!(fs::read_to_string(&path).unwrap(), own, "an import of the same changes nothing");
    fs::write(&file, text.replace("20902", "30000").replace("\"Passwords\", ", "")).unwrap();
    assert_eq!(figures(&import(place.path(), "hibp", &files).1), [4, 0, 1, 1, 2]);
    let now = fs::read_to_string(&path).unwrap();
    holds(&now, &["count: 30000", "text: Mine", "status: disputed # seen by me"]);
    assert!(!now.contains("category: password") && !now.contains("20902"), "{now}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let file = fixture("hibp.json");
    let run = shell_in(place.path()).run(&[
        "import",
        "--from",
        "hibp",
        "--into",
        "records",
        "--dry-run",
        "--lang",
        "fr",
        &file,
    ]);
    assert_eq!(run.code, 1);
    holds(&run.out, &["4 lus, 2 \u{e0} \u{e9}crire", "2 \u{e9}cart\u{e9}s", "Approximations"]);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
}

#[test]
fn hostile_data_are_told_and_never_obeyed() {
    let place = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| -> String {
        fs::write(place.path().join(name), bytes).unwrap();
        name.to_owned()
    };
    let row = "\"2025-01-02\";\"confirmed\";\"A\u{1b}[31m\u{202e}lder ../../x\";\"\";\"\";\"\";\"['\\x1b]0;nom']\";\"\";\"\"\n";
    let head = "date;status;processor;subcontractor;organization_type;volume;data;sensitive;links\n";
    let escapes = file("escapes.csv", format!("{head}{row}").as_bytes());
    let (run, _) = import(place.path(), "bonjourlafuite", &[escapes]);
    assert_eq!(run.code, 0, "{run:?}");
    let text = record(place.path(), "a-31mlder-x-2025-01");
    assert!(!text.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{text:?}");

    let huge = format!("{head}2025-01-02;confirmed;B;;;;\"['{}']\";;\n", "x".repeat(400_000));
    let huge = file("huge.csv", huge.as_bytes());
    let (run, report) = import(place.path(), "bonjourlafuite", &[huge]);
    assert_eq!((run.code, report["left_out"].as_u64()), (1, Some(1)));

    for (name, bytes) in [
        ("broken.json", &b"[{\"Name\": \"A\", \"BreachDate\": \"2020-01-02\"}, {\"Name\": "[..]),
        ("latin.json", b"[{\"Name\": \"caf\xe9\"}]"),
        ("number.json", b"12"),
        ("empty.json", b""),
        ("nul.json", b"\0\0\0"),
    ] {
        let (run, report) = import(place.path(), "hibp", &[file(name, bytes)]);
        assert_eq!((run.code, report["faults"].as_array().map(Vec::len)), (1, Some(1)), "{name}: {run:?}");
    }
    let wrong = file("wrong.csv", b"a,b\n1,2\n");
    let (run, report) = import(place.path(), "bonjourlafuite", &[wrong]);
    assert_eq!(run.code, 1);
    holds(&report["faults"][0]["message"].to_string(), &["date"]);
    let run = shell_in(place.path()).run(&["import", "--from", "hibp", "--into", "records", "missing.json"]);
    assert_eq!(run.code, 3);
    holds(&run.err, &["missing.json"]);
}

#[test]
fn a_quotation_mark_that_is_not_closed_takes_no_other_row_with_it_unsaid() {
    let place = tempfile::tempdir().unwrap();
    let head = "date;status;processor;subcontractor;organization_type;volume;data;sensitive;links\n";
    let row = |name: &str| format!("\"2025-01-02\";\"confirmed\";\"{name}\";;;;;;\n");
    let open = "\"2025-01-03\";\"confirmed\";\"Open;;;;;;\n";
    for (file, after) in [("short.csv", 2), ("long.csv", 100_000)] {
        let rest = "2025-01-04;confirmed;Later;;;;;;\n".repeat(after);
        fs::write(place.path().join(file), format!("{head}{}{open}{rest}", row("First"))).unwrap();
        let (run, report) = import(place.path(), "bonjourlafuite", &[file.to_owned()]);
        assert_eq!((run.code, report["read"].as_u64(), report["left_out"].as_u64()), (1, Some(2), Some(1)), "{file}");
        assert_eq!(report["faults"].as_array().map(Vec::len), Some(1));
        holds(&report["faults"][0]["message"].to_string(), &["a quotation mark is opened in this row and not closed"]);
    }
    // a cell may hold a line break, and a mark of inches
    let fine =
        format!("{head}2025-01-05;confirmed;Inches;;;\"5 \"\" or\nso\";;;\n2025-01-06;confirmed;Disk 5\";;;;;;\n");
    fs::write(place.path().join("fine.csv"), fine).unwrap();
    let (run, report) = import(place.path(), "bonjourlafuite", &["fine.csv".to_owned()]);
    assert_eq!((run.code, report["written"].as_u64()), (0, Some(2)), "{run:?}");
}

#[test]
fn a_broken_record_of_a_person_is_left_as_it_is() {
    let place = tempfile::tempdir().unwrap();
    import(place.path(), "hibp", &[fixture("hibp.json")]);
    let path = place.path().join("records/alder-2014-02.yaml");
    fs::write(&path, "title: [mine, half way").unwrap();
    let (run, report) = import(place.path(), "hibp", &[fixture("hibp.json")]);
    assert_eq!((run.code, figures(&report)), (1, [4, 0, 1, 0, 3]), "{run:?}");
    holds(&report["faults"].to_string(), &["alder-2014-02.yaml is there already and cannot be read as a record"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), "title: [mine, half way");
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_whole_files_only_and_a_second_run_takes_up_the_rest() {
    const ROWS: usize = 3_000;
    let place = tempfile::tempdir().unwrap();
    let mut text = "date;status;processor;subcontractor;organization_type;volume;data;sensitive;links\n".to_owned();
    text.extend((0..ROWS).map(|n| format!("2025-01-02;confirmed;Org {n};;;12 000 clients;\"['nom']\";;\n")));
    fs::write(place.path().join("rows.csv"), text).unwrap();
    let names = || -> Vec<String> {
        let folder = fs::read_dir(place.path().join("records"));
        folder.into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let is_record = |name: &String| Path::new(name).extension().is_some_and(|ending| ending == "yaml");
    let records = || names().iter().filter(|name| is_record(name)).count();
    let mut shell = shell_in(place.path());
    let command = shell.command().args(["import", "--from", "bonjourlafuite", "--into", "records", "rows.csv"]);
    let mut running =
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    while records() < 5 {
        assert!(running.try_wait().unwrap().is_none(), "it ended before five records were written");
        std::thread::yield_now();
    }
    let id = rustix::process::Pid::from_child(&running);
    rustix::process::kill_process(id, rustix::process::Signal::INT).unwrap();
    let ended = running.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(130), "{ended:?}");
    holds(&String::from_utf8_lossy(&ended.stderr), &["broken off; every record that was written is whole"]);
    let (written, left) = (records(), names());
    assert!(written < ROWS, "{written}");
    assert!(left.iter().all(|name| is_record(name) || name == ".breachline-imports.ndjson"), "{left:?}");
    assert_eq!(shell_in(place.path()).run(&["check", "records"]).code, 0);
    let (_, report) = import(place.path(), "bonjourlafuite", &["rows.csv".to_owned()]);
    assert_eq!(figures(&report), [ROWS, ROWS - written, written, 0, 0].map(|n| n as u64));
}

#[test]
fn utf_16_is_read_by_its_mark() {
    let place = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(fixture("bonjourlafuite.csv")).unwrap();
    let bytes: Vec<u8> = std::iter::once(0xfeff_u16).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    fs::write(place.path().join("wide.csv"), bytes).unwrap();
    let (_, report) = import(place.path(), "bonjourlafuite", &["wide.csv".to_owned()]);
    assert_eq!(figures(&report), [5, 4, 0, 0, 1]);
}
