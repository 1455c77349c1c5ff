//! The user's editor: which one it is, how it is told a line, and running it to its end.
//! It neither takes nor gives back the terminal; the session does.

use crate::text::{Phrase, term};
use std::env;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The editors that are tried when no variable names one, in this order.
const KNOWN: &[&str] = &["nvim", "vim", "vi", "nano", "emacs", "hx", "helix", "micro", "kak", "code"];

/// A place in a file.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The file.
    pub path: &'a Path,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

/// How an editing came out.
#[derive(Debug)]
pub enum Outcome {
    /// The editor ran and was closed.
    Closed,
    /// The editor ran and ended with an error; the file may have changed.
    Failed(Phrase, Vec<String>),
    /// No editor ran.
    Missing(Phrase, Vec<String>),
}

/// Opens a place in the user's editor and waits for its end.
pub fn edit(place: Place) -> Outcome {
    match candidates(|name| env::var(name).ok()) {
        Ok(editors) => run(&editors, place),
        Err(variable) => Outcome::Missing(term::EDITOR_UNREADABLE, vec![variable.to_owned()]),
    }
}

/// The editors to try, each as its words; fails with the variable whose quotes do not match.
fn candidates(variable: impl Fn(&str) -> Option<String>) -> Result<Vec<Vec<String>>, &'static str> {
    for name in ["VISUAL", "EDITOR"] {
        let words = shell_words::split(&variable(name).unwrap_or_default()).map_err(|_| name)?;
        if words.first().is_some_and(|program| !program.is_empty()) {
            return Ok(vec![words]);
        }
    }
    Ok(KNOWN.iter().map(|name| vec![(*name).to_owned()]).collect())
}

fn run(editors: &[Vec<String>], place: Place) -> Outcome {
    for editor in editors {
        let Some((program, words)) = editor.split_first() else { continue };
        match Command::new(program).args(words).args(arguments(program, place)).status() {
            Ok(status) if status.success() => return Outcome::Closed,
            Ok(status) => return Outcome::Failed(term::EDITOR_FAILED, vec![program.clone(), status.to_string()]),
            Err(error) if error.kind() == ErrorKind::NotFound && editors.len() > 1 => {}
            Err(error) => return Outcome::Missing(term::EDITOR_MISSING, vec![program.clone(), error.to_string()]),
        }
    }
    Outcome::Missing(term::NO_EDITOR, Vec::new())
}

/// What an editor is told to open a file at a line; one that is not known is told the file alone.
fn arguments(program: &str, place: Place) -> Vec<OsString> {
    let Place { path, line, column } = place;
    let path = if path.as_os_str().as_encoded_bytes().starts_with(b"-") {
        Path::new(".").join(path)
    } else {
        PathBuf::from(path)
    };
    let before = |place: String| vec![OsString::from(place), path.clone().into_os_string()];
    let behind = |path: PathBuf| {
        let mut place = path.into_os_string();
        place.push(format!(":{line}:{column}"));
        place
    };
    let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    match name {
        "nvim" | "vim" | "vi" | "gvim" | "mvim" | "view" | "joe" | "jed" => before(format!("+{line}")),
        "nano" => before(format!("+{line},{column}")),
        "emacs" | "emacsclient" | "kak" | "micro" => before(format!("+{line}:{column}")),
        "hx" | "helix" => vec![behind(path)],
        "code" | "code-insiders" | "code-oss" | "codium" => vec!["--goto".into(), behind(path), "--wait".into()],
        "zed" | "zeditor" | "subl" => vec!["--wait".into(), behind(path)],
        _ => vec![path.into_os_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(program: &str, path: &str) -> String {
        let words = arguments(program, Place { path: Path::new(path), line: 12, column: 5 });
        words.iter().map(|word| word.to_str().unwrap()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        assert_eq!(told("vim", "a b.yaml"), "+12 a b.yaml");
        assert_eq!(told("/usr/local/bin/nvim", "a.yaml"), "+12 a.yaml");
        assert_eq!(told("nano", "a.yaml"), "+12,5 a.yaml");
        assert_eq!(told("emacsclient", "a.yaml"), "+12:5 a.yaml");
        assert_eq!(told("kak", "a.yaml"), "+12:5 a.yaml");
        assert_eq!(told("micro", "a.yaml"), "+12:5 a.yaml");
        assert_eq!(told("hx", "a.yaml"), "a.yaml:12:5");
        assert_eq!(told("code", "a.yaml"), "--goto a.yaml:12:5 --wait");
        assert_eq!(told("my-own-editor", "a.yaml"), "a.yaml");
    }

    #[test]
    fn a_path_that_looks_like_an_option_is_not_taken_for_one() {
        assert_eq!(told("vim", "-c.yaml"), "+12 ./-c.yaml");
        assert_eq!(told("hx", "--x.yaml"), "./--x.yaml:12:5");
    }

    #[test]
    fn visual_goes_before_editor_and_a_blank_one_counts_for_nothing() {
        let with = |visual: &'static str, editor: &'static str| {
            candidates(move |name| Some(if name == "VISUAL" { visual } else { editor }.to_owned()))
        };
        assert_eq!(with("'my vim' -u NONE", "nano").unwrap(), [["my vim", "-u", "NONE"]]);
        assert_eq!(with("  ", "nano").unwrap(), [["nano"]]);
        assert_eq!(with("", "").unwrap().len(), KNOWN.len());
        assert_eq!(with("", "vim 'x").unwrap_err(), "EDITOR");
    }

    #[test]
    fn a_named_editor_that_is_missing_is_not_replaced_by_another() {
        let place = Place { path: Path::new("a.yaml"), line: 1, column: 1 };
        let outcome = run(&[vec!["breachline-no-such-editor".to_owned()]], place);
        assert!(matches!(outcome, Outcome::Missing(term::EDITOR_MISSING, _)));
        let outcome =
            run(&[vec!["breachline-no-such-editor".to_owned()], vec!["breachline-nor-this".to_owned()]], place);
        assert!(matches!(outcome, Outcome::Missing(term::NO_EDITOR, _)));
    }
}
