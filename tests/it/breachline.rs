//! breachline itself in a real terminal: start, a filter typed, every size, quit and end by signal.
//! It judges no screen; frames made in process do.

use crate::session::Session;
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use std::path::Path;

/// What opens a frame: a synchronized update.
const FRAME: &[u8] = b"\x1b[?2026h";

/// The program on the records of the project, with an empty folder for its home.
fn breachline(folder: &Path) -> Session {
    breachline_with(folder, &[])
}

fn breachline_with(folder: &Path, arguments: &[&str]) -> Session {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_breachline"));
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("incidents"));
    command.args(arguments);
    command.env("LC_ALL", "en_GB.UTF-8");
    command.env("HOME", folder);
    for variable in ["NO_COLOR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env_remove(variable);
    }
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
fn a_folder_that_is_taken_away_and_made_anew_is_watched_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let records = folder.path().join("records");
    let write = |name: &str| {
        let text = format!("title: {name}\norganisation: {{ name: O }}\ntimeline: [{{ date: 2025, kind: other }}]\n");
        std::fs::write(records.join(format!("{name}.yaml")), text).expect("a file");
    };
    std::fs::create_dir(&records).expect("a folder");
    write("first");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_breachline"));
    command.args(["records", "--no-session"]);
    command.env("LC_ALL", "en_GB.UTF-8");
    command.env("HOME", folder.path());
    command.cwd(folder.path());
    let mut session = Session::start(command);
    session.see("first");
    std::fs::remove_dir_all(&records).expect("no folder");
    session.wait("no record", |seen| !seen.shows("first"));
    std::fs::create_dir(&records).expect("a folder");
    write("second");
    session.see("second");
    write("third");
    session.see("third");
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_form_comes_back_after_the_program_is_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = breachline(folder.path());
    session.see("Kairos");
    session.keys("a");
    session.see("Title");
    session.keys("Broken off here");
    let drafts = folder.path().join(".local/state/breachline/drafts");
    let is_kept = || {
        let files = std::fs::read_dir(&drafts).into_iter().flatten().flatten();
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).any(|text| text.contains("Broken off here"))
    };
    session.wait("the title", |seen| seen.shows("Broken off here"));
    while !is_kept() {
        std::thread::yield_now();
    }
    session.signal(Signal::KILL);
    session.end();
    let mut session = breachline(folder.path());
    session.see("A form was left unfinished: Broken off here");
    session.keys("\x1b");
    session.wait("no question", |seen| !seen.shows("left unfinished"));
    // it is kept until it is answered, and may be asked for
    session.keys("F");
    session.see("A form was left unfinished: Broken off here");
    session.keys("y");
    session.see("Title");
    session.see("Broken off here");
}

#[test]
fn a_new_record_opens_in_the_editor_where_there_is_a_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_breachline"));
    command.args(["new", "--id", "acme-2025-03", "--dir", "."]);
    command.env("LC_ALL", "en_GB.UTF-8");
    command.env("HOME", folder.path());
    let editor = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/programs/editor.sh");
    command.env("VISUAL", format!("'{}'", editor.display()));
    command.cwd(folder.path());
    let mut session = Session::start(command);
    session.see("editing:");
    session.see("acme-2025-03.yaml");
    session.keys("# mine\n");
    assert_eq!(session.end(), 0);
    let text = std::fs::read_to_string(folder.path().join("acme-2025-03.yaml")).expect("a file");
    assert!(text.ends_with("# mine\n") && text.contains("timeline:"), "{text}");
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

#[test]
fn a_folder_is_found_as_it_was_left_by_a_key_or_by_a_signal() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut session = breachline(folder.path());
    session.see("Kairos");
    session.keys("/majorel\r");
    session.wait("one incident of all", |seen| seen.shows("Majorel") && !seen.shows("Kairos"));
    session.keys(" \x14");
    session.see("1 marked");
    session.see("Kairos");
    session.keys("q");
    assert_eq!(session.end(), 0);

    let mut session = breachline(folder.path());
    session.see("/ majorel");
    session.see("1 marked");
    session.see("set aside");
    session.see("Kairos");
    session.keys("\x14");
    session.wait("the filter", |seen| !seen.shows("Kairos"));
    session.signal(Signal::TERM);
    assert_eq!(session.end(), 143);

    let mut session = breachline_with(folder.path(), &["--no-session"]);
    session.see("Kairos");
    session.see("press / and type");
    session.look(|seen| assert!(!seen.shows("marked")));
    session.keys("q");
    assert_eq!(session.end(), 0);

    let mut session = breachline(folder.path());
    session.see("8 hidden");
    session.keys("q");
    session.end();
}
