//! For whom it is printed: language, colours, ASCII.
//! It looks at how a thing is told, never at what.

use super::{PAIR, shell};
use breachline::theme::Glyph;

const TELLING: &[&[&str]] = &[
    &["list"],
    &["show", PAIR[0]],
    &["show", PAIR[1]],
    &["show", PAIR[1], "--format", "markdown"],
    &["compare", PAIR[0], PAIR[1]],
    &["compare", PAIR[0], PAIR[1], "--format", "markdown"],
    &["compare", PAIR[0], PAIR[1], "--format", "html"],
    &["compare", PAIR[0], PAIR[1], "--format", "json"],
    &["timeline"],
    &["timeline", "--format", "svg"],
    &["check", "tests/fixtures/broken"],
];

#[test]
fn the_language_is_that_of_the_flag_then_of_the_variable_then_of_the_locale() {
    let french = |shell: super::Shell, arguments: &[&str]| {
        let out = shell.prints(&[&["show", PAIR[1]][..], arguments].concat());
        assert!(out.contains("Which data") != out.contains("Quelles données"));
        out.contains("Quelles données")
    };
    assert!(!french(shell(), &[]));
    assert!(french(shell(), &["--lang", "fr"]));
    assert!(french(shell().with("LANG", "fr_FR.UTF-8"), &[]));
    assert!(!french(shell().with("LANG", "fr_FR.UTF-8").with("LC_ALL", "C"), &[]));
    assert!(!french(shell().with("LANG", "fr_FR.UTF-8").with("BREACHLINE_LANG", "en"), &[]));
    assert!(french(shell().with("LANG", "en_GB.UTF-8").with("BREACHLINE_LANG", "fr"), &["--lang", "auto"]));
    assert!(!french(shell().with("BREACHLINE_LANG", "fr"), &["--lang=en"]));
}

#[test]
fn every_command_tells_the_records_in_french() {
    let fr = |arguments: &[&str]| shell().run(&[&["--lang", "fr"][..], arguments].concat());
    assert!(fr(&["list"]).out.starts_with("ID "));
    assert!(fr(&["list"]).out.contains("CONCERNÉS"));
    assert!(fr(&["list", "--format", "json"]).out.contains("France Travail : Kairos, portail des partenaires"));
    assert!(fr(&["list", "--format", "csv"]).out.contains("portail des partenaires"));
    assert!(fr(&["compare", PAIR[0], PAIR[1]]).out.contains("Dates clés"));
    assert!(fr(&["timeline"]).out.contains("juil."));
    assert!(fr(&["keys"]).out.contains("| Touche | Effet |"));
    assert!(fr(&["check"]).err.contains("9 fichiers"));
    assert!(fr(&["--help"]).out.contains("Explorateur de fiches"));
    let help = fr(&["--help"]).out;
    assert!(!["Commands:", "Print help", "default:"].iter().any(|english| help.contains(english)), "{help}");
    assert_eq!(fr(&["show", "qqq"]).err, "breachline: aucune fiche n'a l'identifiant qqq\n");
    assert!(fr(&["list", "paye:FR"]).err.contains("aucun champ ne s'appelle paye"));
    assert!(fr(&["check", "tests/fixtures/broken"]).out.contains("erreur"));
}

#[test]
fn colours_come_only_when_they_are_asked_for() {
    for arguments in TELLING {
        let run = |shell: super::Shell, color: &str| shell.run(&[*arguments, &["--color", color]].concat()).out;
        let plain = run(shell(), "never");
        assert!(!plain.contains('\u{1b}'), "{arguments:?}");
        assert_eq!(run(shell(), "auto"), plain, "no terminal, no colours: {arguments:?}");
        assert_eq!(run(shell().with("TERM", "xterm-256color").with("CLICOLOR_FORCE", "1"), "auto"), plain);
        let colored = run(shell().with("NO_COLOR", "1"), "always");
        assert_eq!(uncolored(&colored), plain, "colours change no text: {arguments:?}");
        let is_text = !arguments.contains(&"--format");
        assert_eq!(colored.contains('\u{1b}'), is_text, "{arguments:?}");
    }
}

/// The text without its colours.
fn uncolored(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').expect("an escape ends").1)
}

#[test]
fn colours_are_the_sixteen_of_the_terminal() {
    for arguments in [&["list"][..], &["show", PAIR[1]], &["compare", PAIR[0], PAIR[1]], &["timeline"]] {
        let out = shell().prints(&[arguments, &["--color", "always"]].concat());
        for code in out.split("\u{1b}[").skip(1).filter_map(|part| part.split_once('m')) {
            let is_named = code.0.split(';').all(|n| n.is_empty() || n.parse::<u8>().is_ok_and(|n| n < 108));
            let is_indexed = code.0.strip_prefix("38;5;").is_some_and(|n| n.parse::<u8>().is_ok_and(|n| n < 16));
            assert!(is_named || is_indexed, "{arguments:?}: {:?}", code.0);
        }
    }
}

#[test]
fn ascii_draws_with_ascii_alone() {
    for arguments in TELLING {
        for lang in ["en", "fr"] {
            let out = shell().run(&[*arguments, &["--ascii", "--lang", lang]].concat()).out;
            let marks = Glyph::ALL.iter().map(|glyph| glyph.twins().0).filter(|glyph| !glyph.is_ascii());
            // record text and the words of a language may hold dots and accents, drawings may not
            for mark in marks.filter(|mark| !["·", "…", "→", "–"].contains(mark)) {
                let line = out.lines().find(|line| line.contains(mark));
                assert_eq!(line, None, "{mark} of {arguments:?} in {lang}");
            }
            let drawn = out.chars().find(|c| matches!(c, '\u{2190}'..='\u{2bff}'));
            assert_eq!(drawn, None, "{arguments:?} in {lang}");
        }
    }
}
