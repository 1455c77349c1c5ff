//! The rules of the house, held against the sources: layers, headers, lengths, names, colours, languages, no test forgotten.
//! It runs nothing of the program.

use crate::source::{Source, below, code, literals};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Each module, what it owns, and which others it may use: downwards only.
pub const LAYERS: &[(&str, &str, &[&str])] = &[
    ("text", "the catalogue: every text a user sees, English and French; what is fit for a terminal", &[]),
    ("chart", "geometry: numbers and sizes to cells; no colour, no widget", &[]),
    ("theme", "roles to styles, glyphs with their ASCII twins; no other module chooses a colour", &[]),
    ("record", "what an incident is: dates, claims, vocabularies, checks, what is reckoned of them; pure", &["text"]),
    (
        "edit",
        "changes of a record: what it is to become, its text after that, and taking them back; pure",
        &["record", "text"],
    ),
    ("command", "the table of commands and their keys", &["text"]),
    ("keymap", "key names; the command of a key; the table as Markdown", &["command", "text"]),
    ("query", "which incidents match, in what order, how many of each", &["chart", "record", "text"]),
    ("import", "others' data as records, item by item, with what was lost; pure", &["record", "text"]),
    (
        "store",
        "the disk, alone: folders walked, files read and written, what is kept of them, the built-in records",
        &["edit", "import", "query", "record", "text"],
    ),
    (
        "view",
        "records as lines of text with roles, Markdown, HTML, JSON, CSV",
        &["chart", "import", "query", "record", "text", "theme"],
    ),
    ("picture", "a painted buffer as SVG or as lines", &["theme", "view"]),
    (
        "widget",
        "painting that screens share: panes, lanes, scrolling, a line being typed, a picker",
        &["chart", "keymap", "query", "text", "theme", "view"],
    ),
    (
        "screen",
        "one module a screen: its state, its moves, its drawing; the desk they share",
        &[
            "chart", "command", "edit", "import", "keymap", "query", "record", "store", "text", "theme", "view",
            "widget",
        ],
    ),
    (
        "app",
        "the whole state; `update` returns effects, `draw` changes nothing",
        &[
            "chart", "command", "edit", "import", "keymap", "picture", "query", "record", "screen", "store", "text",
            "theme", "view", "widget",
        ],
    ),
    (
        "term",
        "the terminal, threads, signals, editor, opener, watching; the loop",
        &["app", "edit", "import", "query", "store", "text"],
    ),
    (
        "cli",
        "arguments, the commands that print and end, the start of the screens",
        &[
            "app", "chart", "command", "edit", "import", "keymap", "picture", "query", "record", "screen", "store",
            "term", "text", "theme", "view", "widget",
        ],
    ),
    ("main", "the exit code", &["cli"]),
];

/// What those who draw may name of the disk's module: what was read, never how.
const OF_STORE: &[&str] = &["Library", "Entry", "Problem", "Batch", "Origin", "Session", "Shelf"];

/// The most lines of a file, its own tests not counted.
const LONGEST: usize = 420;

/// Longer files, with the reason.
const LONGER: &[(&str, &str)] = &[];

/// Names that say nothing.
const EMPTY_NAMES: &[&str] = &[
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "base",
    "constants",
    "types",
    "manager",
    "handler",
    "data",
    "info",
    "mod",
];

/// Where colours are named: the roles' styles, and their translation for SVG and for the shell.
const COLORED: &[&str] = &["src/theme.rs", "src/picture.rs", "src/cli/output.rs"];

/// Where texts for readers stand in two languages.
fn is_catalogue(path: &str) -> bool {
    path.starts_with("src/text") || ["src/record/vocabulary.rs", "src/command.rs"].contains(&path)
}

/// The table of layers as it stands in `docs/architecture.md`.
pub fn layers_as_markdown() -> String {
    let mut table = "| module | owns | may use |\n|---|---|---|\n".to_owned();
    for (module, owns, uses) in LAYERS {
        let uses: Vec<String> = uses.iter().map(|used| format!("`{used}`")).collect();
        let uses = if uses.is_empty() { "nothing of ours".to_owned() } else { uses.join(" ") };
        writeln!(table, "| `{module}` | {owns} | {uses} |").unwrap();
    }
    table
}

/// Fails with all that breaks a rule, one a line.
#[track_caller]
fn holds(rule: &str, broken: impl IntoIterator<Item = String>) {
    let broken: Vec<String> = broken.into_iter().collect();
    assert!(broken.is_empty(), "{rule}:\n  {}", broken.join("\n  "));
}

fn module(path: &str) -> &str {
    let inner = path.trim_start_matches("src/");
    inner.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// What the code names of the crate: the first two parts of every path after `crate::`.
fn named(code: &str) -> Vec<(String, String)> {
    let after = code.match_indices("crate::").map(|(at, word)| &code[at + word.len()..]);
    let paths = after.flat_map(|rest| if rest.starts_with('{') { expand(&format!("::{rest}")) } else { expand(rest) });
    let part = |path: &str, n: usize| path.trim_start_matches("::").split("::").nth(n).unwrap_or_default().to_owned();
    paths.map(|path| (part(&path, 0), part(&path, 1))).collect()
}

/// The paths that a path stands for, which may end in a group in braces.
fn expand(path: &str) -> Vec<String> {
    let path = path.trim();
    let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(path.len());
    let (before, rest) = path.split_at(end);
    let Some(group) = rest.strip_prefix('{').filter(|_| before.ends_with("::")) else { return vec![before.to_owned()] };
    let (mut depth, mut start, mut paths) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                let inner = expand(&group[start..at]).into_iter().filter(|inner| !inner.is_empty());
                paths.extend(inner.map(|inner| format!("{before}{inner}")));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    paths
}

#[test]
fn paths_are_read_out_of_groups() {
    let told =
        named("use crate::{query::{self, Hit}, text};\nuse crate::store::{Entry, Library as L}; crate::view::Line::of");
    let told: Vec<String> = told.iter().map(|(first, inner)| format!("{first}.{inner}")).collect();
    assert_eq!(told, ["query.self", "query.Hit", "text.", "store.Entry", "store.Library", "view.Line"]);
}

#[test]
fn a_module_uses_only_those_below_it() {
    let mut broken = Vec::new();
    for source in below("src") {
        let module = module(&source.path);
        let Some((_, _, uses)) = LAYERS.iter().find(|(name, ..)| *name == module) else { continue };
        let code = code(&source.text).replace("breachline::", "crate::");
        for (used, inner) in named(&code) {
            let known = LAYERS.iter().any(|(name, ..)| *name == used);
            if known && used != module && !uses.contains(&used.as_str()) {
                broken.push(format!("{} uses {used}", source.path));
            }
            if used == "store" && matches!(module, "screen" | "app") && !OF_STORE.contains(&inner.as_str()) {
                broken.push(format!("{} uses store::{inner}", source.path));
            }
        }
        let own = source.without_tests();
        if source.path.matches('/').count() == 1 && crate::source::code(&own).contains("super::") {
            broken.push(format!("{} names the crate as super", source.path));
        }
    }
    holds("a module uses only those below it", broken);
}

#[test]
fn the_table_of_layers_names_every_module_and_never_upwards() {
    let lib = std::fs::read_to_string(format!("{}/src/lib.rs", crate::source::ROOT)).unwrap();
    let declared: BTreeSet<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).chain(["main"]).collect();
    let listed: BTreeSet<&str> = LAYERS.iter().map(|(name, ..)| *name).collect();
    assert_eq!(declared, listed, "the modules of src/lib.rs and the layers");
    let place = |name: &str| LAYERS.iter().position(|(listed, ..)| *listed == name);
    for (n, (name, _, uses)) in LAYERS.iter().enumerate() {
        for used in *uses {
            assert!(place(used).is_some_and(|below| below < n), "{name} uses {used}, which does not lie below it");
        }
    }
}

#[test]
fn every_module_of_the_crate_is_described_in_its_map() {
    let lib = std::fs::read_to_string(format!("{}/src/lib.rs", crate::source::ROOT)).unwrap();
    let map: String = lib.lines().filter(|line| line.starts_with("//!")).collect();
    let missing = LAYERS.iter().filter(|(name, ..)| !map.contains(&format!("[`{name}`]")) && *name != "main");
    holds("src/lib.rs tells of every module", missing.map(|(name, ..)| (*name).to_owned()));
}

#[test]
fn every_file_says_what_it_is_for_and_what_it_does_not_do() {
    let ends = |text: &str| {
        let bytes: Vec<char> = text.chars().collect();
        let last = |n: usize| bytes.get(n + 1).is_none_or(|next| *next == ' ');
        bytes.iter().enumerate().filter(|(n, c)| **c == '.' && last(*n)).count()
    };
    let short = |source: &Source| {
        let head = source.text.lines().map_while(|line| line.strip_prefix("//!"));
        let head: String = head.collect::<Vec<_>>().join(" ");
        (ends(head.trim()) < 2).then(|| source.path.clone())
    };
    let broken =
        ["src", "tests", "benches"].iter().flat_map(|folder| below(folder)).filter_map(|source| short(&source));
    holds("a file opens with two sentences after //!", broken);
}

#[test]
fn no_file_is_long() {
    let mut broken = Vec::new();
    for source in below("src") {
        let lines = source.without_tests().lines().count();
        let excused = LONGER.iter().any(|(path, reason)| *path == source.path && !reason.is_empty());
        if lines > LONGEST && !excused {
            broken.push(format!("{}: {lines} lines, more than {LONGEST}: a second thing has moved in", source.path));
        }
        if lines <= LONGEST && excused {
            broken.push(format!("{}: no longer long, so no exception", source.path));
        }
    }
    holds("no file is long", broken);
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    let files = ["src", "tests", "benches"].iter().flat_map(|folder| below(folder));
    let broken = files.filter(|source| source.path.split(['/', '.']).any(|part| EMPTY_NAMES.contains(&part)));
    holds("a name says what is inside", broken.map(|source| source.path));
}

#[test]
fn no_file_of_tests_is_forgotten() {
    let files = below("tests/it");
    let declares = |path: &str, name: &str| {
        let parent = files.iter().find(|source| source.path == path);
        parent.is_some_and(|source| source.text.lines().any(|line| line == format!("mod {name};")))
    };
    let forgotten = files.iter().filter(|source| source.path != "tests/it/main.rs").filter(|source| {
        let (folder, _) = source.path.rsplit_once('/').unwrap();
        let parent = if folder == "tests/it" { "tests/it/main.rs".to_owned() } else { format!("{folder}.rs") };
        !declares(&parent, source.stem())
    });
    holds("a file of tests is named by the one above it", forgotten.map(|source| source.path.clone()));
    let main = files.iter().find(|source| source.path == "tests/it/main.rs").unwrap();
    let other = main.text.lines().filter(|line| ["fn ", "use ", "struct "].iter().any(|word| line.starts_with(word)));
    holds("tests/it/main.rs holds only the names of the others", other.map(str::to_owned));
}

#[test]
fn no_test_sleeps_or_is_skipped() {
    let mut broken = Vec::new();
    for source in ["src", "tests"].iter().flat_map(|folder| below(folder)) {
        let code = code(&source.text);
        for (n, line) in code.lines().enumerate() {
            if line.contains("#[ignore") || line.contains("thread::sleep") {
                broken.push(format!("{}:{}: {}", source.path, n + 1, line.trim()));
            }
        }
    }
    holds("a test waits for what it names, and runs", broken);
}

#[test]
fn colours_are_named_by_the_theme_and_those_who_translate_it() {
    let mut broken = Vec::new();
    for source in below("src").iter().filter(|source| !COLORED.contains(&source.path.as_str())) {
        // clap asks for a word of its own for `--color`
        let own = code(&source.without_tests()).replace("enum Color", "").replace("impl Color", "");
        if source.path != "src/cli/args.rs" && !own.contains("args::Color") && own.contains("Color::") {
            broken.push(source.path.clone());
        }
    }
    holds("a colour is named only in the theme", broken);
}

#[test]
fn what_a_user_reads_is_in_the_catalogue() {
    let mut broken = Vec::new();
    for source in below("src").iter().filter(|source| !is_catalogue(&source.path)) {
        let own = source.without_tests();
        for (n, line) in code(&own).lines().enumerate() {
            let makes = ["phrase(", "plural(", "Phrase {", "Plural {"].iter().any(|made| {
                line.match_indices(made).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
            });
            let takes = ["-> Phrase {", "-> Plural {"].iter().any(|signature| line.contains(signature));
            if makes && !takes {
                broken.push(format!("{}:{}: {}", source.path, n + 1, line.trim()));
            }
        }
        for literal in literals(&own) {
            // a single letter is no text for a reader
            if literal.text.chars().nth(1).is_some() && literal.text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
            {
                broken.push(format!("{}:{}: {:?}", source.path, literal.line, literal.text));
            }
        }
    }
    holds("texts for readers stand in src/text, record/vocabulary.rs and command.rs", broken);
}

/// The calls of `phrase` in a source, each as its line and its two texts.
fn phrases(text: &str) -> Vec<(usize, String, String)> {
    let code = code(text);
    let texts = literals(text);
    let mut phrases = Vec::new();
    // every literal is `"…"` in the code, so that the n-th pair of quotes is the n-th literal
    for (literal, (at, _)) in code.match_indices('"').step_by(2).enumerate() {
        if code[..at].trim_end().ends_with("phrase(")
            && let Some(second) = texts.get(literal + 1)
        {
            let first = &texts[literal];
            phrases.push((first.line, first.text.clone(), second.text.clone()));
        }
    }
    phrases
}

/// The places of a text that are filled, each once.
fn places(text: &str) -> BTreeSet<&str> {
    let inside = text.match_indices('{').filter_map(|(at, _)| text[at + 1..].split_once('}').map(|(place, _)| place));
    // `\u{a0}` is a letter, no place
    inside.filter(|place| place.chars().all(|c| c.is_ascii_digit()) && place.len() == 1).collect()
}

#[test]
fn both_languages_have_the_same_places_to_fill() {
    let mut broken = Vec::new();
    let mut count = 0;
    for source in below("src").iter().filter(|source| source.path.starts_with("src/text/")) {
        for (line, en, fr) in phrases(&source.without_tests()) {
            count += 1;
            if places(&en) != places(&fr) || en.is_empty() != fr.is_empty() {
                broken.push(format!("{}:{line}: {en:?}, {fr:?}", source.path));
            }
        }
    }
    let calls: usize = below("src")
        .iter()
        .filter(|source| source.path.starts_with("src/text/"))
        .map(|source| code(&source.without_tests()).matches("phrase(").count())
        .sum();
    assert_eq!(count, calls, "every phrase of the catalogue is read");
    holds("both languages have the same places to fill", broken);
}
