//! breachline itself in a real terminal: start, a filter typed, every size, quit and end by signal.
//! It judges no screen; frames made in process do.

use crate::session::Session;
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use std::path::Path;

/// What opens a frame: a synchronized update.
const FRAME: &[u8] = b"\x1b[?2026h";

fn breachline(folder: &Path) -> Session {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_breachline"));
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("incidents"));
    command.env("LC_ALL", "en_GB.UTF-8");
    command.env_remove("NO_COLOR");
    command.cwd(folder);
    Session::start(command)
}

#[test]
fn breachline_filters_what_is_typed_and_quits() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = breachline(folder.path());
    session.see("Kairos");
    session.keys("/title:majorel");
    session.wait("one incident of all", |seen| seen.shows("Majorel") && !seen.shows("Kairos"));
    session.keys("\rq");
    assert_eq!(session.end(), 0);
    session.is_given_back();
}

#[test]
fn what_others_change_appears_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let record =
        |name: &str| format!("title: {name}\norganisation: {{ name: O }}\ntimeline: [{{ date: 2025, kind: other }}]\n");
    std::fs::write(folder.path().join("a.yaml"), record("First")).expect("a file");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_breachline"));
    command.arg(folder.path());
    command.env("LC_ALL", "en_GB.UTF-8");
    command.cwd(folder.path());
    let mut session = Session::start(command);
    session.see("First");
    std::fs::write(folder.path().join("b.yaml"), record("Second")).expect("a file");
    session.see("Second");
    std::fs::create_dir(folder.path().join("sub")).expect("a folder");
    std::fs::rename(folder.path().join("b.yaml"), folder.path().join("sub/b.yaml")).expect("a file");
    std::fs::remove_file(folder.path().join("a.yaml")).expect("a file");
    session.wait("one record moved and the other gone", |seen| seen.shows("Second") && !seen.shows("First"));
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn breachline_ends_by_signal_and_draws_at_every_size() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = breachline(folder.path());
    session.see("Kairos");
    for (width, height) in [(1, 1), (59, 15), (60, 16), (200, 60), (3, 50)] {
        let frames = session.look(|seen| seen.count(FRAME));
        session.resize(width, height);
        session.wait(&format!("a frame of {width}x{height}"), |seen| seen.count(FRAME) > frames);
    }
    session.signal(Signal::TERM);
    assert_eq!(session.end(), 143);
    session.is_given_back();
}
