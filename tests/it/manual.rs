//! README.md and the pages of docs against the program: keys, layers, columns, fields, words, the example, the commands, the files they
//! point to.
//! It writes them only where `UPDATE=1` asks for it.

use crate::architecture::layers_as_markdown;
use crate::shell::{folder, shell, shell_in};
use crate::source::ROOT;
use breachline::keymap;
use breachline::record::vocabulary::Vocabulary;
use breachline::text::Lang;
use breachline::text::csv::COLUMNS;
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

const README: &str = "README.md";
const ARCHITECTURE: &str = "docs/architecture.md";

fn read(page: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(page)).unwrap()
}

/// Fails unless the page has a text between two markers; writes it there if that is wanted.
#[track_caller]
fn holds(page: &str, name: &str, wanted: &str) {
    let text = read(page);
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
    let start = text.find(&open).unwrap_or_else(|| panic!("{page} has no {open}")) + open.len();
    let end = text.find(&close).unwrap_or_else(|| panic!("{page} has no {close}"));
    let wanted = format!("\n{wanted}\n");
    if std::env::var_os("UPDATE").is_some() && text[start..end] != wanted {
        let whole = format!("{}{wanted}{}", &text[..start], &text[end..]);
        std::fs::write(Path::new(ROOT).join(page), whole).unwrap();
        return;
    }
    assert_eq!(&text[start..end], wanted, "{page} is behind the program; run UPDATE=1 cargo test manual");
}

/// The blocks of a page that are fenced with a language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let (text, open) = (read(page), format!("\n```{language}\n"));
    let after = text.split(&open).skip(1).map(|rest| rest.split("\n```").next().unwrap_or_default());
    after.map(|block| format!("{block}\n")).collect()
}

#[test]
fn the_keys_of_the_readme_are_those_of_the_program() {
    holds(README, "keys", &keymap::markdown(Lang::En));
}

#[test]
fn the_columns_of_a_table_are_told_in_their_page() {
    let rows = COLUMNS.iter().map(|(name, told)| format!("| `{name}` | {} |\n", told.en));
    holds("docs/csv.md", "columns", &format!("| column | holds |\n|---|---|\n{}", rows.collect::<String>()));
}

/// The fields of every kind of mapping, from the schema.
fn fields() -> String {
    let schema: Value = shell().json(&["schema"]);
    let parts = [
        ("", ""),
        ("organisation", "Organisation"),
        ("attack", "Attack"),
        ("attack.actor", "Actor"),
        ("parties", "Party"),
        ("timeline", "Event"),
        ("affected", "Claim"),
        ("affected.by", "Claimant"),
        ("data", "Exposure"),
        ("risks", "Risk"),
        ("measures", "Measure"),
        ("consequences", "Consequence"),
        ("sources", "Source"),
        ("related", "Related"),
        ("imported", "Imported"),
    ];
    let mut page = String::new();
    for (at, name) in parts {
        let part = if name.is_empty() { &schema } else { &schema["$defs"][name] };
        let title = if at.is_empty() { "Of the record".to_owned() } else { format!("Of `{at}`") };
        writeln!(page, "### {title}\n\n| field | is |\n|---|---|").unwrap();
        for (field, told) in part["properties"].as_object().unwrap_or_else(|| panic!("{name}")) {
            let required = part["required"].as_array().is_some_and(|all| all.iter().any(|one| one == field));
            let mark = if required { " Required." } else { "" };
            writeln!(page, "| `{field}` | {}{mark} |", told["description"].as_str().unwrap()).unwrap();
        }
        page.push('\n');
    }
    page.trim_end().to_owned() + "\n"
}

/// The words of a closed list.
fn words<V: Vocabulary>(title: &str) -> String {
    let row = |word: &V| format!("| `{}` | {} | {} |\n", word.id(), word.label().en, word.definition().en);
    let rows: String = V::all().iter().map(row).collect();
    format!("### {title}\n\n| word | label | is |\n|---|---|---|\n{rows}\n")
}

#[test]
fn the_page_of_the_record_lists_every_field_and_every_word() {
    use breachline::record::vocabulary as v;
    holds("docs/record.md", "fields", &fields());
    let lists = [
        words::<v::Status>("Status: of the record, an event, a claim, an actor"),
        words::<v::EventKind>("Kind of event"),
        words::<v::CountUnit>("Unit of a count"),
        words::<v::ClaimantKind>("Who says so"),
        words::<v::DataCategory>("Category of data"),
        words::<v::DataStatus>("Status of data"),
        words::<v::Vector>("Vector"),
        words::<v::MeasureKind>("Kind of measure"),
        words::<v::MeasureStatus>("Status of a measure"),
        words::<v::RiskKind>("Kind of risk"),
        words::<v::PartyRole>("Role of a party"),
        words::<v::ConsequenceKind>("Kind of consequence"),
        words::<v::Grade>("Grade of a source"),
        words::<v::Relation>("How incidents are related"),
    ];
    holds("docs/record.md", "words", &(lists.concat().trim_end().to_owned() + "\n"));
}

#[test]
fn the_layers_of_the_architecture_are_those_that_are_held() {
    holds(ARCHITECTURE, "layers", &layers_as_markdown());
}

#[test]
fn the_example_of_the_readme_is_a_record_without_a_finding() {
    let examples = blocks(README, "yaml");
    assert_eq!(examples.len(), 1, "one example");
    let id = examples[0].lines().find_map(|line| line.strip_prefix("id: ")).expect("the example has an id").trim();
    let files = folder(&[(&format!("{id}.yaml"), &examples[0])]);
    let run = shell_in(files.path()).run(&["check", ".", "--strict"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", "breachline: 1 file: 0 errors, 0 warnings\n"));
}

#[test]
fn every_command_line_of_the_readme_runs() {
    let lines: Vec<String> =
        blocks(README, "sh").iter().flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let own = lines.iter().filter_map(|line| line.strip_prefix("breachline ")).collect::<Vec<_>>();
    for command in ["list", "show", "compare", "timeline", "check", "export", "report", "import", "schema", "keys"] {
        assert!(own.iter().any(|line| line.starts_with(command)), "the README has an example of {command}");
    }
    let place = tempfile::tempdir().unwrap();
    std::fs::create_dir(place.path().join("incidents")).unwrap();
    for file in std::fs::read_dir(Path::new(ROOT).join("incidents")).unwrap().map(Result::unwrap) {
        std::fs::copy(file.path(), place.path().join("incidents").join(file.file_name())).unwrap();
    }
    std::fs::write(place.path().join(LIST), list()).unwrap();
    for line in own {
        let bare = line.split(" #").next().unwrap_or_default().split(" > ").next().unwrap_or_default();
        let words = shell_words::split(bare).unwrap();
        let run = shell_in(place.path()).run(&words.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(run.code, 0, "breachline {line}: {}", run.err);
    }
}

/// What the journalist of the README has at hand.
const LIST: &str = "bonjourlafuite_eu_org.csv";

/// That list where it is beside the project, else a few rows that are made up after it.
fn list() -> String {
    let whole = Path::new(ROOT).join("../shared/data/bonjourlafuite").join(LIST);
    std::fs::read_to_string(whole).unwrap_or_else(|_| {
        let head = "date;status;processor;subcontractor;organization_type;volume;data;sensitive;links\n";
        let row = |date: &str, name: &str, kind: &str| {
            format!("{date};confirmed;{name};;{kind};9 000 personnes;\"['nom']\";;[]\n")
        };
        let rows = [
            row("2025-07-22", "France Travail", "public_authority"),
            row("2025-12-01", "France Travail", "public_authority"),
            row("2024-03-13", "France Travail", "public_authority"),
            row("2025-02-03", "Ville de Laulne", "public_authority"),
            row("2025-02-03", "Laulne SA", "private_company"),
        ];
        head.to_owned() + &rows.concat()
    })
}

#[test]
fn a_journalist_gets_from_a_list_to_a_dossier_by_the_readme_alone() {
    let walk =
        blocks(README, "sh").into_iter().find(|block| block.contains("dossier to hand over") && block.contains(LIST));
    let place = tempfile::tempdir().unwrap();
    std::fs::write(place.path().join(LIST), list()).unwrap();
    let runs: Vec<_> = walk
        .expect("the walk of a journalist")
        .lines()
        .map(|line| {
            let bare = line.split(" #").next().unwrap_or_default().strip_prefix("breachline ").unwrap();
            let words = shell_words::split(bare).unwrap();
            let run = shell_in(place.path()).run(&words.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(run.code, 0, "{line}: {}", run.err);
            run.out
        })
        .collect();
    let [trial, import, list, stats, _] = runs.as_slice() else { panic!("five steps") };
    assert!(
        trial.contains(" to write, ") && import.contains(" written, ") && import.contains(", 0 left out"),
        "{import}"
    );
    assert!(list.contains("france-travail-2025-07") && !list.contains("france-travail-2024-03"), "{list}");
    assert!(stats.lines().nth(1).unwrap().starts_with("France Travail "), "{stats}");
    let twice: u32 = stats.lines().nth(1).unwrap().split_whitespace().nth(2).unwrap().parse().unwrap();
    let page = std::fs::read_to_string(place.path().join("dossier.html")).unwrap();
    assert!(twice > 1 && page.contains(&format!("France Travail\u{a0}: {twice} incidents comparés</h1>")), "{twice}");
    assert!(page.starts_with("<!doctype html>\n<html lang=\"fr\">") && !page.contains("<script"));
}

#[test]
fn every_command_of_the_program_is_in_the_readme() {
    let help = shell().prints(&["--help"]);
    let (_, commands) = help.split_once("Commands:\n").expect("the help lists commands");
    let readme = read(README);
    for line in commands.lines().take_while(|line| line.starts_with("  ")) {
        let name = line.split_whitespace().next().unwrap();
        assert!(readme.contains(&format!("breachline {name}")), "{name}");
    }
}

#[test]
fn every_option_that_a_page_names_exists() {
    let mut help = shell().prints(&["--help"]);
    for command in
        ["list", "show", "compare", "timeline", "gaps", "stats", "check", "new", "fmt", "export", "import", "report"]
    {
        help += &shell().prints(&[command, "--help"]);
    }
    let is_apart = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
    let known: Vec<&str> = help.split(is_apart).filter(|word| word.starts_with("--")).collect();
    // those of cargo
    let others = ["--release", "--locked", "--path"];
    for page in [README, ARCHITECTURE] {
        let text = read(page);
        let words = text.split(is_apart);
        for option in words.filter(|word| word.starts_with("--") && word.len() > 3 && !word.ends_with('-')) {
            assert!(known.contains(&option) || others.contains(&option), "{page} names {option}");
        }
    }
}

#[test]
fn every_file_that_a_page_points_to_is_there() {
    for page in [README, ARCHITECTURE] {
        let text = read(page);
        let folder = Path::new(ROOT).join(page).parent().unwrap().to_owned();
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split([')', '#']).next().unwrap_or_default();
            if target.is_empty() || target.starts_with("http") {
                continue;
            }
            assert!(folder.join(target).exists(), "{page} points to {target}");
        }
    }
}

#[test]
fn every_file_of_tests_is_in_the_architecture() {
    let page = read(ARCHITECTURE);
    let (_, tests) = page.split_once("## The tests").expect("the page tells of the tests");
    for source in crate::source::below("tests/it").iter().filter(|source| source.path.matches('/').count() == 2) {
        let told = source.stem() == "main" || tests.contains(&format!("`{}`", source.stem()));
        assert!(told, "{} is not in {ARCHITECTURE}", source.path);
    }
}
