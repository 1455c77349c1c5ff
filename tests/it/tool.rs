//! Programs of others that judge what this one makes: found, run, and asked for in CI.
//! It tests nothing.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether all judges must be there: where `.ci/run` has installed them.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

/// Where a program is, if it is there.
pub fn find(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file());
    found.filter(|_| !name.is_empty())
}

/// A Python that has a module; without one the test that asks ends with a word, but in CI it fails.
#[track_caller]
pub fn python(module: &str) -> Option<String> {
    let own = Path::new(crate::source::ROOT).join("target/python/bin/python3");
    let all = [own.display().to_string(), "python3".to_owned()];
    let has = |python: &&String| {
        let told = Command::new(python).args(["-c", &format!("import {module}")]).output();
        told.is_ok_and(|told| told.status.success())
    };
    let found = all.iter().find(has).cloned();
    if found.is_none() {
        assert!(!is_ci(), "no Python with {module}, which .ci/run installs");
        tell(&format!("not judged: no Python with {module} is here"));
    }
    found
}

/// Says, where the output of tests is shown, that something was not judged.
pub fn tell(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// What a program prints, which must end well.
#[track_caller]
pub fn output(program: &str, arguments: &[&str]) -> String {
    let run = Command::new(program).args(arguments).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{program} {arguments:?}: {out}{err}");
    out.into_owned()
}
