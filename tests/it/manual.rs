//! README.md and the pages of docs against the program: keys, layers, columns, the example, the commands, the files they
//! point to.
//! It writes them only where `UPDATE=1` asks for it.

use crate::architecture::layers_as_markdown;
use crate::shell::{folder, shell, shell_in};
use crate::source::ROOT;
use breachline::keymap;
use breachline::text::Lang;
use breachline::text::csv::COLUMNS;
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
    // what the journalist of the README has at hand
    let rows = read("tests/fixtures/import/bonjourlafuite.csv");
    let sound: Vec<&str> = rows.lines().take(2).collect();
    std::fs::write(place.path().join("bonjourlafuite_eu_org.csv"), sound.join("\n")).unwrap();
    for line in own {
        let bare = line.split(" #").next().unwrap_or_default().split(" > ").next().unwrap_or_default();
        let words = shell_words::split(bare).unwrap();
        let run = shell_in(place.path()).run(&words.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(run.code, 0, "breachline {line}: {}", run.err);
    }
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
