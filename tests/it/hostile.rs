//! Files that mean harm or are merely odd: each gives one clear finding, fast, and never hides the others.
//! What broken records say is for `messages`.

use crate::records::{now, sample};
use breachline::record::read;
use breachline::record::reading::LARGEST;
use breachline::store::{self, Library, Places};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn codes(source: &[u8]) -> Vec<&'static str> {
    let reading = read(source, "hostile", now());
    assert!(reading.incident.is_none());
    reading.findings.iter().map(|finding| finding.fault.code()).collect()
}

fn load(folder: &Path) -> Library {
    store::load_all(&Places::Paths(vec![folder.to_owned()]), None, now())
}

#[test]
fn twenty_thousand_levels_are_one_finding_however_they_are_written() {
    let n = 20_000;
    assert_eq!(codes("[".repeat(n).as_bytes()), ["too_deep"]);
    assert_eq!(codes("{a: ".repeat(n).as_bytes()), ["too_deep"]);
    assert_eq!(codes("- ".repeat(n).as_bytes()), ["too_deep"]);
    assert_eq!(codes("? ".repeat(n).as_bytes()), ["too_deep"]);
    let block: String = (0..700).flat_map(|depth| [" ".repeat(depth), "a:\n".to_owned()]).collect();
    assert_eq!(codes(block.as_bytes()), ["too_deep"]);
    let hidden = "[ # ]\n".repeat(n);
    assert_eq!(codes(hidden.as_bytes()), ["too_deep"]);
}

#[test]
fn a_bomb_of_aliases_is_one_finding_at_the_first_anchor() {
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (before, name) in ('a'..='i').zip('b'..='j') {
        writeln!(bomb, "{name}: &{name} [{}]", vec![format!("*{before}"); 9].join(", ")).unwrap();
    }
    let reading = read(bomb.as_bytes(), "bomb", now());
    let first = reading.findings.iter().find(|finding| finding.fault.code() == "anchor").unwrap();
    assert_eq!(first.line, 1);
    let long = format!("title: &t \"{}\"\ntags: [{}]\n", "x".repeat(60_000), "*t, ".repeat(20_000));
    assert_eq!(codes(long.as_bytes()), ["anchor"]);
}

#[test]
fn text_that_is_not_utf_8_is_told_with_its_place() {
    let latin = b"title: Acme\nnotes: d\xe9j\xe0\n";
    assert_eq!(codes(latin), ["not_utf8"]);
    let finding = read(latin, "x", now()).findings.remove(0);
    assert_eq!((finding.line, finding.column), (2, 9));
    let utf16: Vec<u8> = "\u{feff}title: x".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(codes(&utf16), ["not_utf8"]);
    assert_eq!(codes(&utf16[2..]), ["not_utf8"]);
    assert_eq!(codes(b"title: a\0b\n"), ["control_character"]);
}

#[test]
fn a_file_beyond_the_limit_is_one_finding() {
    assert_eq!(codes(&vec![b'#'; LARGEST + 1]), ["too_large"]);
    assert_eq!(codes(&vec![b'#'; LARGEST]), ["empty_file"]);
}

#[test]
fn no_text_of_the_allowed_size_takes_long() {
    let fill = |head: &str, piece: &str| {
        let mut text = head.to_owned();
        while text.len() + piece.len() < LARGEST {
            text.push_str(piece);
        }
        text
    };
    let mut claims = String::new();
    for n in 0..4000 {
        writeln!(claims, "  - {{ id: c{n}, count: 1, unit: persons, supersedes: c{} }}", n + 1).unwrap();
    }
    for text in [
        fill("title: a", " #"),
        fill("title: a", " # \n  b"),
        fill("tags: [", "a #b\n,"),
        fill("title: a", "                                        &"),
        fill("sources:\n", "- { id: a }\n"),
        fill("timeline:\n", "- { date: 2024, kind: aware, sources: [nobody] }\n"),
        fill("title: {", "aa: b, "),
        fill("\"a", "\\"),
        fill("a: |\n", "  b\n\n"),
        fill("", "a: {b: [c, "),
        fill("", "'"),
        fill("", "? a\n"),
        fill("", ": a\n"),
        fill("", "%"),
        fill("affected:\n", &claims),
    ] {
        codes(text.as_bytes());
    }
}

#[test]
fn many_faults_are_cut_and_counted() {
    let many: String = (0..20_000).flat_map(|n| ["f".to_owned(), n.to_string(), ": 1\n".to_owned()]).collect();
    let codes = codes(many.as_bytes());
    assert_eq!((codes.len(), codes.last()), (101, Some(&"more_findings")));
}

#[test]
#[cfg(unix)]
fn odd_things_in_a_folder_hide_nothing() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("acme-2025-03.yaml"), sample()).unwrap();
    fs::write(at(".hidden.yaml"), "nonsense").unwrap();
    fs::write(at("notes.txt"), "nonsense").unwrap();
    fs::create_dir(at("folder.yaml")).unwrap();
    fs::write(at("folder.yaml/inside.yaml"), sample().replacen("id: acme-2025-03\n", "id: inside\nstatus: x\n", 1))
        .unwrap();
    symlink("nowhere.yaml", at("dangling.yaml")).unwrap();
    symlink("nowhere", at("dangling")).unwrap();
    symlink("loop-b.yaml", at("loop-a.yaml")).unwrap();
    symlink("loop-a.yaml", at("loop-b.yaml")).unwrap();
    symlink(".", at("round")).unwrap();
    fs::write(at("secret.yaml"), sample()).unwrap();
    fs::set_permissions(at("secret.yaml"), fs::Permissions::from_mode(0o000)).unwrap();
    let root_reads_all = fs::read(at("secret.yaml")).is_ok();
    fs::write(at("empty.yml"), "").unwrap();
    let big = fs::File::create(at("big.yaml")).unwrap();
    big.set_len(100 * 1024 * 1024).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(at("pipe.yaml")).status().unwrap();
    assert!(pipe.success());

    let library = load(folder.path());
    let told: Vec<(String, &str)> = library
        .problems
        .iter()
        .map(|p| (Path::new(&*p.path).file_name().unwrap().to_str().unwrap().to_owned(), p.finding.fault.code()))
        .filter(|(name, _)| name != "secret.yaml")
        .collect();
    let expected = [
        ("big.yaml", "too_large"),
        ("dangling.yaml", "dangling_link"),
        ("empty.yml", "empty_file"),
        ("folder.yaml", "not_a_file"),
        ("inside.yaml", "unknown_value"),
        ("inside.yaml", "duplicate_key"),
        ("loop-a.yaml", "link_loop"),
        ("loop-b.yaml", "link_loop"),
        ("pipe.yaml", "not_a_file"),
        ("round", "link_loop"),
    ];
    let told: Vec<(&str, &str)> = told.iter().map(|(name, code)| (name.as_str(), *code)).collect();
    assert_eq!(told, expected);
    let secret = library.problems.iter().find(|p| p.path.ends_with("secret.yaml")).unwrap();
    assert_eq!(secret.finding.fault.code(), if root_reads_all { "duplicate_id" } else { "unreadable" });
    assert_eq!(library.entries.len(), 1);
    assert_eq!(&*library.get("acme-2025-03").unwrap().path, at("acme-2025-03.yaml").to_str().unwrap());
}

#[test]
fn a_place_that_is_not_there_is_told() {
    let library = load(Path::new("/nowhere/at/all"));
    assert_eq!(library.problems[0].finding.fault.code(), "not_found");
}

#[test]
fn a_single_file_may_be_asked_for_whatever_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("acme-2025-03.record");
    fs::write(&file, sample()).unwrap();
    assert_eq!(load(&file).entries.len(), 1);
}

#[test]
fn of_two_records_with_one_id_the_first_stays_and_the_other_names_both() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.yaml", "a.yaml"] {
        fs::write(folder.path().join(name), sample()).unwrap();
    }
    let library = load(folder.path());
    assert_eq!(library.entries.len(), 1);
    assert!(library.entries[0].path.ends_with("a.yaml"));
    assert_eq!(library.position("acme-2025-03"), Some(0));
    let problem = library.problems.iter().find(|p| p.finding.fault.code() == "duplicate_id").unwrap();
    assert!(problem.path.ends_with("b.yaml"));
    let message = problem.finding.message(breachline::text::Lang::En);
    assert!(message.contains("a.yaml") && message.contains("b.yaml"), "{message}");
    assert_eq!(library.counts(), (1, 2));
}

#[test]
fn records_that_look_like_one_incident_are_told_unless_they_name_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let like = |id: &str| {
        sample().replacen("id: acme-2025-03", &format!("id: {id}"), 1).replacen("name: Acme", "name: ACMÉ", 1)
    };
    fs::write(folder.path().join("acme-2025-03.yaml"), sample()).unwrap();
    fs::write(folder.path().join("acme-2.yaml"), like("acme-2")).unwrap();
    let library = load(folder.path());
    assert_eq!(library.counts(), (0, 1));
    assert_eq!(library.problems[0].finding.fault.code(), "likely_duplicate");
    assert_eq!(library.entries.iter().map(|entry| entry.warnings).sum::<usize>(), 1);
    let related = like("acme-2").replacen("id: acme-2023-08", "id: acme-2025-03", 1);
    fs::write(folder.path().join("acme-2.yaml"), related).unwrap();
    assert_eq!(load(folder.path()).counts(), (0, 0));
}
