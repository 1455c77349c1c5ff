//! The command line, through the real program: what it prints, where, in which language, and how it ends.
//! It judges no wording of a record; the tests beside `view` do.

mod ending;
mod export;
mod format;
mod hostile;
mod import;
mod manual;
mod place;
mod reader;
mod report;
mod stats;
mod table;
mod writing;

use serde_json::Value;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// The program with nothing of this process's environment, in a folder of its own choosing.
pub struct Shell {
    command: Command,
    /// Holds the home folder, which is empty.
    _home: tempfile::TempDir,
}

/// What a run printed and how it ended.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The program in the project's folder, where `incidents` lies.
pub fn shell() -> Shell {
    shell_in(Path::new(crate::source::ROOT))
}

/// The program in a folder.
pub fn shell_in(folder: &Path) -> Shell {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_breachline"));
    command.env_clear().env("HOME", home.path()).current_dir(folder).stdin(Stdio::null());
    Shell { command, _home: home }
}

impl Shell {
    pub fn with(mut self, variable: &str, value: impl AsRef<OsStr>) -> Shell {
        self.command.env(variable, value);
        self
    }

    pub fn run(mut self, arguments: &[&str]) -> Run {
        let output = self.command.args(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
        Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs what must end well and say nothing on standard error.
    #[track_caller]
    pub fn prints(self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
        run.out
    }

    #[track_caller]
    pub fn json(self, arguments: &[&str]) -> Value {
        let out = self.prints(arguments);
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{out}"))
    }

    /// The command itself, for what `run` cannot do.
    pub fn command(&mut self) -> &mut Command {
        &mut self.command
    }
}

/// The names of an object's fields, in order.
pub fn fields(value: &Value) -> Vec<&str> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value}")).keys().map(String::as_str).collect()
}

/// A folder with records of these names and texts.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Two records of this project that are compared throughout.
pub const PAIR: [&str; 2] = ["france-travail-2024-02", "france-travail-2025-07"];

/// A record without a fault; its texts are `{text}`.
pub const SOUND: &str = r#"title: { en: "{text}", fr: "{text}" }
organisation: { name: "{text}", country: FR, sector: "{text}" }
status: confirmed
summary: { en: "{text}", fr: "{text}" }
attack:
  vectors: [phishing]
  systems: ["{text}"]
  actor: { name: "{text}", status: claimed, sources: [s] }
parties: [{ name: "{text}", role: partner, note: "{text}", sources: [s] }]
timeline:
  - { date: 2025-03-10, kind: detected, text: { en: "{text}", fr: "{text}" }, note: "{text}", sources: [s] }
  - { date: 2025-03-14, kind: disclosed, sources: [s] }
affected:
  - { count: 1200, unit: persons, who: "{text}", by: { name: "{text}", kind: controller }, note: "{text}", sources: [s] }
data: [{ category: other, text: "{text}", status: exposed, note: "{text}", sources: [s] }]
risks: [{ kind: other, text: "{text}", note: "{text}", sources: [s] }]
measures: [{ kind: other, by: "{text}", date: 2025-03-11, status: done, text: "{text}", note: "{text}", sources: [s] }]
consequences: [{ kind: other, by: "{text}", text: "{text}", basis: "{text}", sources: [s] }]
sources:
  - { id: s, title: "{text}", publisher: "{text}", date: 2025-03-14, grade: B, note: "{text}", url: "https://a.example/" }
tags: ["{text}"]
notes: "{text}"
"#;
