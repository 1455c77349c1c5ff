//! Records whose texts attack a terminal, a page or a spreadsheet: what reaches standard output is harmless.
//! It judges no finding about them; `check` may well have none.

use super::{SOUND, folder, shell_in};
use breachline::text::is_hostile;
use serde_json::Value;

/// Escape sequences, C1 controls, overrides, invisible marks, tags: as YAML writes them.
const ESCAPED: &str = r"x\e[31my\e]0;t\ax\e]52;c;aGk=\e\\z\x9b2Jc\u202Ed\u2066e\u200Bf\U000E0041g\u061Ch\rij\x7Fk";
/// What YAML takes as it is.
const RAW: &str = "x\u{202e}y\u{2066}z\u{200f}a\u{e0041}b\u{61c}c";
/// What other formats take for markup.
const MARKUP: &str =
    r"<script>alert(1)</script> &lt; [a](javascript:x) ![i](//e) `c` **b** | ]]> </text> <img src=x onerror=y> #h";

const FORMATS: &[&[&str]] = &[
    &["list"],
    &["list", "--format", "json"],
    &["list", "--format", "ndjson"],
    &["list", "--format", "csv"],
    &["list", "--format", "yaml"],
    &["list", "--format", "ids"],
    &["show", "a"],
    &["show", "a", "--format", "markdown"],
    &["show", "a", "--format", "json"],
    &["show", "a", "--format", "yaml"],
    &["compare", "a", "b"],
    &["compare", "a", "b", "--format", "markdown"],
    &["compare", "a", "b", "--format", "json"],
    &["compare", "a", "b", "--format", "html"],
    &["timeline"],
    &["timeline", "--format", "svg"],
    &["timeline", "--format", "json"],
    &["check", "."],
    &["check", ".", "--format", "json"],
    &["check", ".", "--format", "github"],
];

fn files(text: &str) -> tempfile::TempDir {
    let record = SOUND.replace("{text}", text);
    // a third has mistakes, so that findings quote it
    let broken = format!("{record}\"{text}\": 1\nstatus: \"{text}\"\n").replacen("status: confirmed\n", "", 1);
    folder(&[("a.yaml", &record), ("b.yaml", &record.replace("2025-03", "2021-03")), ("c.yaml", &broken)])
}

#[test]
fn nothing_hostile_reaches_standard_output_in_any_format() {
    for text in [ESCAPED, RAW] {
        let files = files(text);
        for format in FORMATS {
            for color in ["never", "always"] {
                let arguments = [*format, &["--dir", ".", "--color", color][..]].concat();
                let arguments = if format[0] == "check" { [*format, &["--color", color]].concat() } else { arguments };
                let run = shell_in(files.path()).run(&arguments);
                assert!(!run.out.is_empty(), "{arguments:?}: {}", run.err);
                // colours are escapes of our own: always to a letter m, digits and ; alone
                let out = if color == "always" { without_colours(&run.out) } else { run.out };
                for stream in [&out, &run.err] {
                    let worst = stream.chars().find(|c| *c != '\n' && *c != '\r' && is_hostile(*c));
                    assert_eq!(worst, None, "{arguments:?}\n{stream:?}");
                    assert_eq!(stream.matches('\r').count(), stream.matches("\r\n").count(), "{arguments:?}");
                }
            }
        }
    }
}

fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        let (codes, rest) = part.split_once('m').unwrap_or((part, ""));
        assert!(codes.chars().all(|c| c.is_ascii_digit() || c == ';'), "{codes:?} is no colour");
        plain + rest
    })
}

#[test]
fn json_still_says_the_same() {
    let files = files(ESCAPED);
    let title: String = serde_yaml::from_str(&format!("\"{ESCAPED}\"")).unwrap();
    assert!(title.contains('\u{1b}') && title.contains('\u{202e}'));
    let run = |arguments: &[&str]| {
        let out = shell_in(files.path()).run(&[arguments, &["--dir", "."]].concat()).out;
        serde_json::from_str::<Value>(out.lines().next().filter(|line| line.len() > 1).unwrap_or(&out)).unwrap()
    };
    assert_eq!(run(&["list", "id:a", "--format", "json"])["records"][0]["title"], title.as_str());
    assert_eq!(run(&["list", "id:a", "--format", "ndjson"])["notes"], title.as_str());
    assert_eq!(run(&["show", "a", "--format", "json"])["summary"]["fr"], title.as_str());
}

#[test]
fn yaml_that_had_to_be_changed_is_told_so() {
    let files = files(RAW);
    let run = shell_in(files.path()).run(&["show", "a", "--format", "yaml", "--dir", ".", "--quiet"]);
    assert!(run.code == 0 && run.out.contains("x\u{fffd}y") && run.err.is_empty(), "{run:?}");
    let run = shell_in(files.path()).run(&["show", "a", "--format", "yaml", "--dir", "."]);
    assert!(run.err.contains("a.yaml: characters that"), "{}", run.err);
    let run = shell_in(files.path()).run(&["show", "b", "--format", "markdown", "--dir", "."]);
    assert!(!run.err.contains("characters that"), "{}", run.err);
}

#[test]
fn markup_of_a_record_is_text_in_every_page() {
    let files = files(MARKUP);
    let print = |arguments: &[&str]| shell_in(files.path()).run(&[arguments, &["--dir", "."]].concat()).out;
    for page in [print(&["compare", "a", "b", "--format", "html"]), print(&["timeline", "--format", "svg"])] {
        assert!(page.contains("&lt;script&gt;"), "{page}");
        for markup in ["<script", "<img", "</text> &"] {
            assert!(!page.contains(markup), "{markup}\n{page}");
        }
    }
    for page in [print(&["show", "a", "--format", "markdown"]), print(&["compare", "a", "b", "--format", "markdown"])] {
        assert!(page.contains("&lt;script&gt;"), "{page}");
        for markup in ["<script", "<img", "](", " `c", " **b", " | ]"] {
            let bare = page
                .match_indices(markup)
                .find(|(at, _)| !page[..*at].ends_with('\\') && !page[*at..].starts_with('\\'));
            assert_eq!(bare, None, "{markup}\n{page}");
        }
    }
}
