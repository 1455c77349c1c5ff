//! The project's own Rust files as text: code without its comments and literals, and the literals alone.
//! It judges nothing; the rules of `architecture` do.

use std::path::{Path, PathBuf};

/// The folder of the project.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// One Rust file.
pub struct Source {
    /// Its path from the project's folder, with `/`.
    pub path: String,
    /// It as it is written.
    pub text: String,
}

/// A string literal.
#[derive(Debug, PartialEq)]
pub struct Literal {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// What is between its quotes, as it is written.
    pub text: String,
}

/// All Rust files below a folder of the project, by path.
pub fn below(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    gather(&Path::new(ROOT).join(folder), &mut paths);
    paths.sort();
    paths.iter().map(|path| Source::of(path)).collect()
}

fn gather(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

impl Source {
    fn of(path: &Path) -> Source {
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let path = path.strip_prefix(ROOT).unwrap().to_string_lossy().replace('\\', "/");
        Source { path, text }
    }

    /// Its lines before its own tests; a file of tests has none.
    pub fn without_tests(&self) -> String {
        if self.path.ends_with("/tests.rs") {
            return String::new();
        }
        let lines = self.text.lines().take_while(|line| *line != "#[cfg(test)]");
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    /// The file's name without its ending.
    pub fn stem(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs")
    }
}

/// Rust code with blanks for comments and `""` for string literals, line for line.
pub fn code(text: &str) -> String {
    split(text).0
}

/// The string literals of Rust code.
pub fn literals(text: &str) -> Vec<Literal> {
    split(text).1
}

/// The end of a quoted text, its quote included, counted from its first letter.
fn closing(rest: &str, quote: &str, escapes: bool) -> usize {
    let mut at = 0;
    while at < rest.len() {
        if escapes && rest[at..].starts_with('\\') {
            at += 1 + rest[at + 1..].chars().next().map_or(0, char::len_utf8);
        } else if rest[at..].starts_with(quote) {
            return at + quote.len();
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn split(text: &str) -> (String, Vec<Literal>) {
    let (mut code, mut literals) = (String::new(), Vec::new());
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let before = code.chars().next_back().unwrap_or(' ');
        let hashes = rest[1.min(rest.len() - 1)..].chars().take_while(|c| *c == '#').count();
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if letter == 'r' && !before.is_alphanumeric() && before != '_' && rest[1 + hashes..].starts_with('"') {
            let (open, close) = (2 + hashes, format!("\"{}", "#".repeat(hashes)));
            let length = closing(&rest[open..], &close, false);
            quote(&mut code, &mut literals, &rest[open..open + length - close.len()]);
            at += open + length;
        } else if letter == '"' {
            let length = closing(&rest[1..], "\"", true);
            quote(&mut code, &mut literals, &rest[1..length]);
            at += 1 + length;
        } else if letter == '\'' && (rest.starts_with("'\\") || rest.chars().nth(2) == Some('\'')) {
            at += 1 + closing(&rest[1..], "'", true);
            code.push_str("' '");
        } else {
            code.push(letter);
            at += letter.len_utf8();
        }
    }
    (code, literals)
}

fn quote(code: &mut String, literals: &mut Vec<Literal>, text: &str) {
    literals.push(Literal { line: code.matches('\n').count() + 1, text: text.to_owned() });
    code.push('"');
    code.extend(text.matches('\n'));
    code.push('"');
}

#[test]
fn comments_and_literals_are_told_from_code() {
    let text = "a // \"no\"\nb(\"x\\\"//y\", '\"', '\\'', r#\"z\"q\"#, &'a str)\n";
    assert_eq!(code(text), "a \nb(\"\", ' ', ' ', \"\", &'a str)\n");
    let told: Vec<(usize, String)> = literals(text).into_iter().map(|literal| (literal.line, literal.text)).collect();
    assert_eq!(told, [(2, "x\\\"//y".to_owned()), (2, "z\"q".to_owned())]);
}
