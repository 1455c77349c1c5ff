//! How commands end: exit codes, what goes to which stream, closed pipes, full disks.
//! It looks at no record's content.

use super::{PAIR, SOUND, folder, shell, shell_in};
use std::process::Stdio;

const BROKEN: &str = "title: T\norganisation: { name: O }\ntimeline: [{ date: 2024-13, kind: detected }]\n";

/// Every command that reads records, with arguments under which it prints.
const PRINTING: &[&[&str]] = &[
    &["list"],
    &["list", "--format", "json"],
    &["list", "--format", "yaml"],
    &["show", PAIR[0]],
    &["compare", PAIR[0], PAIR[1]],
    &["timeline"],
    &["timeline", "--format", "svg"],
    &["schema"],
    &["keys"],
    &["--help"],
];

#[test]
fn an_unknown_id_ends_with_1_and_names_the_nearest() {
    let run = shell().run(&["show", "france-travail-2025-7"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.starts_with("breachline: no record has the id france-travail-2025-7; nearest: "), "{}", run.err);
    assert!(run.err.contains("france-travail-2025-07"), "{}", run.err);
    let run = shell().run(&["compare", PAIR[0], "france-travail-2025-7"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains(PAIR[1]), "{}", run.err);
    assert_eq!(shell().run(&["show", "qqq"]).err, "breachline: no record has the id qqq\n");
}

#[test]
fn an_id_is_never_a_path() {
    for id in ["../incidents/france-travail-2025-07", "incidents/france-travail-2025-07.yaml", "/etc/passwd", "."] {
        let run = shell().run(&["show", id, "--format", "yaml"]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{id}");
    }
}

#[test]
fn a_query_that_cannot_be_read_ends_with_2_and_a_caret_under_its_mistake() {
    for command in ["list", "timeline"] {
        let run = shell().run(&[command, "kairos", "contry:FR"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        let lines: Vec<&str> = run.err.lines().collect();
        assert!(lines[0].contains("country"), "{}", run.err);
        assert_eq!(lines[1..], ["  kairos contry:FR", "         ^^^^^^"]);
    }
}

#[test]
fn arguments_that_are_off_end_with_2_and_print_nothing() {
    for arguments in [
        &["list", "--format", "xml"][..],
        &["list", "--sort", "size"],
        &["list", "--lang", "de"],
        &["list", "--no-such-option"],
        &["show"],
        &["compare", PAIR[0]],
        &["compare", PAIR[0], PAIR[0]],
        &["compare", "a", "b", "c", "d", "e", "f", "g"],
        &["timeline", "--width", "3"],
        &["timeline", "--align", "detectd"],
    ] {
        let run = shell().run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.err.is_empty(), "{arguments:?}");
    }
    let run = shell().run(&["list", "--sort", "size"]);
    assert!(run.err.contains("date, title, organisation, affected"), "{}", run.err);
    let run = shell().run(&["timeline", "--align", "detectd"]);
    assert!(run.err.contains("nearest: detected"), "{}", run.err);
}

#[test]
fn too_few_records_to_compare_are_told_in_the_language_of_the_reader() {
    for (lang, told) in [("en", "two to six different ids"), ("fr", "de deux à six identifiants différents")] {
        let run = shell().run(&["compare", PAIR[0], "--lang", lang]);
        assert!(run.code == 2 && run.err.contains(told), "{}", run.err);
    }
}

#[test]
fn a_path_that_is_not_there_ends_with_3() {
    for arguments in
        [&["nowhere"][..], &["list", "--dir", "nowhere"], &["check", "nowhere"], &["--dir", "nowhere", "list"]]
    {
        let run = shell().run(arguments);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{arguments:?}");
        assert_eq!(run.err, "breachline: no such file or folder: nowhere\n");
    }
    let run = shell().with("BREACHLINE_DIR", "nowhere").run(&["list"]);
    assert_eq!((run.code, run.err.as_str()), (3, "breachline: no such file or folder: nowhere\n"));
}

#[test]
fn nothing_matched_ends_with_1_where_a_query_was_given_and_with_0_where_not() {
    for command in ["list", "timeline"] {
        let run = shell().run(&[command, "zzzzzz"]);
        assert_eq!((run.code, run.err.as_str()), (1, "breachline: no record matches\n"), "{command}");
    }
    let run = shell().run(&["list", "zzzzzz", "--format", "json"]);
    assert_eq!(run.code, 1);
    let told: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&told["matched"], &told["total"]), (&0.into(), &9.into()));
    let empty = tempfile::tempdir().unwrap();
    let path = empty.path().to_str().unwrap();
    for command in ["list", "timeline"] {
        assert_eq!(shell().run(&[command, "--dir", path]).code, 0, "{command}");
    }
}

#[test]
fn an_empty_folder_is_told_on_standard_error() {
    let empty = tempfile::tempdir().unwrap();
    let path = empty.path().to_str().unwrap();
    let run = shell().run(&["list", "--dir", path]);
    assert_eq!((run.code, run.out.as_str(), run.err), (0, "", format!("breachline: no record in {path}\n")));
    assert_eq!(shell().run(&["list", "--dir", path, "--quiet"]).err, "");
}

#[test]
fn findings_end_a_check_with_1_warnings_only_if_it_is_strict() {
    let warned = "title: T\norganisation: { name: O }\ntimeline: [{ date: 2024-12, kind: detected }]\n";
    for (text, codes) in [(BROKEN, [1, 1]), (warned, [0, 1]), (&SOUND.replace("{text}", "x"), [0, 0])] {
        let files = folder(&[("a.yaml", text)]);
        let path = files.path().to_str().unwrap();
        for (strict, code) in [None, Some("--strict")].into_iter().zip(codes) {
            for format in ["text", "json", "github"] {
                let arguments: Vec<&str> = ["check", path, "--format", format].into_iter().chain(strict).collect();
                let run = shell().run(&arguments);
                assert_eq!(run.code, code, "{arguments:?}: {}{}", run.out, run.err);
            }
        }
    }
}

#[test]
fn files_left_out_are_told_on_standard_error_unless_it_is_to_be_quiet() {
    let files = folder(&[("a.yaml", BROKEN), ("b.yaml", &SOUND.replace("{text}", "x"))]);
    let run = shell_in(files.path()).run(&["list", ".", "--dir", "."]);
    assert_eq!(run.code, 1, "a dot is a word of the query");
    let run = shell().run(&["list", "--format", "ids", "--dir", files.path().to_str().unwrap()]);
    assert_eq!((run.code, run.out.as_str()), (0, "b\n"));
    assert_eq!(run.err, "breachline: 1 file has errors and is left out; see breachline check\n");
    let run = shell().run(&["list", "--format", "ids", "--quiet", "--dir", files.path().to_str().unwrap()]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "b\n", ""));
}

#[test]
fn a_check_prints_findings_and_tells_their_number_on_standard_error() {
    let files = folder(&[("a.yaml", BROKEN)]);
    let run = shell_in(files.path()).run(&["check", "."]);
    assert!(run.out.lines().any(|line| line.starts_with("./a.yaml:3:20: error: timeline[0].date: ")), "{}", run.out);
    assert!(run.err.starts_with("breachline: 1 file: ") && run.err.lines().count() == 1, "{}", run.err);
    assert_eq!(shell_in(files.path()).run(&["check", ".", "--quiet"]).err, "");
    assert_eq!(shell().run(&["check"]).err, "breachline: 9 files: 0 errors, 0 warnings\n");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    for arguments in PRINTING {
        let mut shell = shell();
        let command = shell.command().args(*arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_ends_with_3() {
    for arguments in PRINTING.iter().filter(|arguments| arguments[0] != "--help") {
        let mut shell = shell();
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = shell.command().args(*arguments).stdout(full).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{arguments:?}");
        assert!(output.stderr.starts_with(b"breachline: cannot write: "), "{arguments:?}");
    }
}

#[test]
fn without_a_terminal_the_list_is_printed() {
    assert_eq!(shell().prints(&[]), shell().prints(&["list"]));
    assert_eq!(shell().prints(&["incidents"]), shell().prints(&["list"]));
}

#[test]
fn a_mistyped_command_is_told_the_nearest() {
    let run = shell().run(&["lst", "--lang", "en"]);
    assert!(run.code == 3 && run.err.contains("the command list"), "{run:?}");
}
