//! The terminal, threads and processes, tried by the stand-in in a real terminal: start, input, effects, signals, ends.
//! It does not run breachline itself.

use crate::session::{Session, file, threads};
use crate::stand_in;
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use std::env;
use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn programs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/programs")
}

fn started(command: CommandBuilder) -> Session {
    let session = Session::start(command);
    session.see("size 80x24");
    assert!(session.is_raw());
    assert!(session.look(|seen| seen.parser.screen().alternate_screen()));
    session
}

/// The stand-in below a shell with job control, as a user starts it.
fn below_a_shell(folder: &Path, script: &str) -> CommandBuilder {
    let stand_in = stand_in::command(folder);
    let mut shell = CommandBuilder::new("bash");
    shell.args(["--norc", "-c", script, "shell"]);
    shell.args(stand_in.get_argv());
    for (name, value) in stand_in.iter_full_env_as_str() {
        shell.env(name, value);
    }
    shell.env("STAND_IN", "1");
    shell.cwd(folder);
    shell
}

const JOB: &str = r#"set -m; "$@"; echo "stopped as $?"; read -r line; fg >/dev/null; echo "ended as $?""#;

fn with_editor(folder: &Path) -> CommandBuilder {
    let mut command = stand_in::command(folder);
    command.env("EDITOR", format!("'{}' --flag 'two words'", programs().join("editor.sh").display()));
    command
}

#[test]
fn it_starts_quits_and_leaves_the_terminal_as_it_was() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    session.keys("abc");
    session.see("typed 3 abc.");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.is_given_back();
    session.see("running 1 test");
}

#[test]
fn it_reads_keys_from_the_terminal_when_its_input_is_something_else() {
    let folder = folder();
    let mut session = started(below_a_shell(folder.path(), r#""$@" </dev/null; echo "ended as $?""#));
    session.keys("abq");
    session.see("ended as 0");
    session.end();
    session.is_given_back();
}

#[test]
fn the_first_frame_does_not_wait_for_the_records() {
    let folder = folder();
    let gate = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut command = stand_in::command(folder.path());
    command.env("GATE", gate.local_addr().unwrap().to_string());
    let mut session = started(command);
    let (mut load, _) = gate.accept().unwrap();
    session.keys("a");
    session.see("typed 1 a.");
    assert!(session.look(|seen| seen.shows("done 0.")));
    load.write_all(b"!").unwrap();
    session.see("done 1.");
}

#[test]
fn a_paste_is_one_message_and_a_flood_of_keys_comes_whole() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    session.keys(&format!("\x1b[200~{}\x1b[201~", "paste".repeat(1000)));
    session.see("pasted 5000 paste");
    session.keys(&"a".repeat(5000));
    session.see("typed 5000 ");
}

#[test]
fn a_flood_of_messages_is_drawn_in_few_frames() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    let frames = || session.look(|seen| seen.count(b"\x1b[?2026h"));
    let before = frames();
    let start = std::time::Instant::now();
    session.keys("F");
    session.see(&format!("done {}.", stand_in::MANY));
    let frames = session.look(|seen| seen.count(b"\x1b[?2026h")) - before;
    let most = usize::try_from(start.elapsed().as_millis() / 10).unwrap() + 2;
    assert!(frames <= most, "{frames} frames where {most} were due at most");
}

#[cfg(target_os = "linux")]
#[test]
fn a_newer_load_ends_an_older_one() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    session.keys("W");
    session.wait("the first results", |seen| !seen.shows("done 0."));
    session.keys("N");
    session.keys("a");
    session.see("typed 1 a.");
    let loads = || threads(session.pid()).iter().filter(|thread| thread.name == "load").count();
    while loads() > 0 {
        std::thread::yield_now();
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_told() {
    for (key, text) in [("P", "a panic in update"), ("D", "a panic in draw"), ("T", "a panic in load")] {
        let folder = folder();
        let mut session = started(stand_in::command(folder.path()));
        session.keys(key);
        assert_eq!(session.end(), 101, "{text}");
        session.is_given_back();
        session.see(text);
    }
}

#[test]
fn a_signal_to_end_is_obeyed_and_the_terminal_given_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let folder = folder();
        let session = started(stand_in::command(folder.path()));
        session.signal(signal);
        assert_eq!(session.end(), code);
        session.is_given_back();
    }
}

#[test]
fn it_stops_for_the_shell_and_goes_on_at_the_new_size() {
    let folder = folder();
    let mut session = started(below_a_shell(folder.path(), JOB));
    session.keys("abZ");
    session.see("stopped as 147");
    session.is_given_back();
    session.resize(100, 30);
    session.keys("\n");
    session.see("size 100x30");
    session.see("typed 2 ab.");
    assert!(session.is_raw());
    session.keys("q");
    session.see("ended as 0");
    session.end();
    session.is_given_back();
}

#[test]
fn without_a_shell_it_does_not_stop() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    session.keys("Z");
    session.see("There is no shell to go back to");
    session.signal(Signal::TSTP);
    session.keys("a");
    session.see("typed 1 a.");
}

#[test]
fn resumed_from_outside_it_draws_everything_again() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    session.keys("a");
    session.see("typed 1 a.");
    let entered = session.look(|seen| seen.count(b"\x1b[?1049h"));
    session.signal(Signal::STOP);
    session.signal(Signal::CONT);
    session.wait("the alternate screen once more", |seen| seen.count(b"\x1b[?1049h") > entered);
    session.see("typed 1 a.");
    session.keys("b");
    session.see("typed 2 ab.");
    assert!(session.is_raw());
}

#[test]
fn it_draws_at_every_size() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    for (width, height) in [(1, 1), (20, 2), (1, 30), (200, 1), (120, 40)] {
        session.resize(width, height);
        let text = format!("size {width}x{height}");
        let shown = text.get(..usize::from(width)).unwrap_or(&text);
        session.wait(&text, |seen| seen.parser.screen().rows(0, width).next().is_some_and(|row| row == shown));
    }
    session.keys("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_terminal_that_knows_no_size_counts_as_80_by_24() {
    let folder = folder();
    let session = started(stand_in::command(folder.path()));
    session.resize(100, 30);
    session.see("size 100x30");
    session.resize(0, 0);
    session.see("size 80x24");
}

#[test]
fn the_editor_gets_the_terminal_whole_and_gives_it_back() {
    let folder = folder();
    let mut session = started(with_editor(folder.path()));
    session.keys("aE");
    session.see("editing: --flag two words record.yaml");
    session.is_given_back();
    session.resize(90, 25);
    session.keys("line\n");
    session.see("edited");
    session.see("size 90x25");
    session.keys("b");
    session.see("typed 2 ab.");
    assert!(session.is_raw());
    assert_eq!(fs::read_to_string(folder.path().join("record.yaml")).unwrap(), "line\n");
    session.keys("q");
    assert_eq!(session.end(), 0);
    session.is_given_back();
}

#[test]
fn an_editor_that_fails_or_is_missing_is_told_of() {
    let folder = folder();
    let mut session = started(with_editor(folder.path()));
    session.keys("E");
    session.see("editing:");
    session.keys("fail\n");
    session.see("The editor ended with an error (exit status");

    let mut command = stand_in::command(folder.path());
    command.env("VISUAL", "breachline-no-such-editor");
    let mut session = started(command);
    session.keys("abE");
    session.see("breachline-no-such-editor did not start");
    session.see("typed 2 ab.");
    session.keys("c");
    session.see("typed 3 abc.");
}

#[test]
fn ctrl_c_in_the_editor_is_the_editors() {
    let folder = folder();
    let mut session = started(with_editor(folder.path()));
    session.keys("E");
    session.see("editing:");
    session.keys("interrupt\n");
    session.see("editor interrupted");
    session.keys("line\n");
    session.see("edited");
}

#[test]
fn ctrl_z_in_the_editor_stops_the_whole_job() {
    let folder = folder();
    let mut command = below_a_shell(folder.path(), JOB);
    command.env("EDITOR", programs().join("editor.sh"));
    let mut session = started(command);
    session.keys("E");
    session.see("editing:");
    session.keys("stop\n");
    session.see("stopped as 147");
    session.keys("\n");
    session.see("editor resumed");
    session.keys("line\n");
    session.see("edited");
    assert!(session.is_raw());
    session.keys("q");
    session.see("ended as 0");
}

#[test]
fn an_address_goes_to_the_opener_and_never_through_a_shell() {
    let folder = folder();
    let opened = folder.path().join("opened");
    let mut command = stand_in::command(folder.path());
    command.env("PATH", format!("{}:{}", programs().display(), env::var("PATH").unwrap()));
    command.env("OPENED", &opened);
    let mut session = started(command);
    session.keys("O");
    session.see("Opening in the browser");
    assert_eq!(file(&opened), "1 https://example.org/a?b=$(id)&c=d\nno terminal\n");
    session.keys("X");
    session.see("xdg-open could not open the address (exit status: 3): https://example.org/fails");
    session.keys("B");
    session.see("Not a web address, so not opened: file:///etc/passwd");
}

#[test]
fn without_an_opener_the_address_is_told() {
    let folder = folder();
    let mut command = stand_in::command(folder.path());
    command.env("PATH", folder.path());
    let mut session = started(command);
    session.keys("X");
    session.see("Nothing here opens addresses (xdg-open is missing): https://example.org/fails");
}

#[test]
fn a_copied_text_reaches_the_terminals_clipboard() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    session.keys("C");
    session.see("Sent to the clipboard");
    assert_eq!(session.look(|seen| seen.parser.callbacks().0.clone()), "ZMOpasOgIHZ1");
}

#[test]
fn a_closed_terminal_ends_it() {
    let folder = folder();
    let mut session = started(stand_in::command(folder.path()));
    session.hang_up("a");
    assert_eq!(session.end(), 129);
}

#[test]
fn a_closed_terminal_ends_it_even_without_a_signal() {
    let folder = folder();
    let mut session = started(below_a_shell(folder.path(), r#"trap '' HUP; "$@"; echo "$?" >code"#));
    session.hang_up("a");
    session.end();
    assert_eq!(fs::read_to_string(folder.path().join("code")).unwrap(), "129\n");
}

#[cfg(target_os = "linux")]
#[test]
fn while_nothing_happens_no_thread_wakes_and_nothing_is_written() {
    let (one, two) = (folder(), folder());
    let mut idle = started(stand_in::command(one.path()));
    idle.keys("a");
    idle.see("typed 1 a.");
    while threads(idle.pid()).iter().any(|thread| thread.state != "S" || thread.name == "load") {
        std::thread::yield_now();
    }
    let wakes = || threads(idle.pid()).iter().map(|thread| thread.switches).sum::<u64>();
    let bytes = || idle.look(|seen| seen.bytes.len());
    let before = (wakes(), bytes());
    // meanwhile another one lives its whole life
    let mut other = started(stand_in::command(two.path()));
    other.keys("q");
    assert_eq!(other.end(), 0);
    assert_eq!((wakes(), bytes()), before);
}
