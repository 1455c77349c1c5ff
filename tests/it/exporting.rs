//! `x` in the screens: what is shown goes to a file or the clipboard, in a format that suits it, and no file is replaced unasked.
//! What the formats hold is tested in `shell::export`.

use crate::harness::{Explorer, INCIDENTS};
use breachline::app::{Effect, Message};
use breachline::store;
use std::path::PathBuf;

fn open() -> Explorer {
    Explorer::open(INCIDENTS, (100, 30))
}

/// The path and the text of the one file that is to be written.
#[track_caller]
fn written(explorer: &mut Explorer) -> (String, String) {
    match explorer.effects().as_slice() {
        [Effect::Export { path: Some(path), told, .. }] => {
            let mut text = Vec::new();
            told.write(&store::whole, &mut text).unwrap();
            (path.display().to_string(), String::from_utf8(text).unwrap())
        }
        other => panic!("not one file: {other:?}"),
    }
}

#[test]
fn a_list_is_exported_as_it_is_filtered() {
    let mut explorer = open();
    explorer.filter("kairos").press(&["x"]).shows("Export what is shown").shows("breachline-incidents.html");
    explorer.press(&["down", "down"]).shows("breachline-incidents.csv").press(&["enter"]);
    let (path, text) = written(&mut explorer);
    assert_eq!(path, "breachline-incidents.csv");
    assert_eq!(text.lines().count(), 2);
    assert!(text.starts_with("id,title,") && text.contains("france-travail-2025-07"));
    explorer.tell(Message::Exported(PathBuf::from("a.csv"))).shows("Written: a.csv").hides("Export what is shown");
}

#[test]
fn a_path_is_typed_and_a_file_that_is_there_is_replaced_only_when_asked_again() {
    let mut explorer = open();
    explorer.press(&["x", "ctrl-u"]).type_text("mine.md").press(&["enter"]);
    assert_eq!(written(&mut explorer).0, "mine.md");
    explorer.tell(Message::InTheWay(PathBuf::from("mine.md"))).shows("enter replaces it").press(&["enter"]);
    match explorer.effects().as_slice() {
        [Effect::Export { replace: true, .. }] => {}
        other => panic!("{other:?}"),
    }
    // another path asks anew
    explorer
        .tell(Message::InTheWay(PathBuf::from("mine.md")))
        .type_text("x")
        .hides("enter replaces it")
        .press(&["enter"]);
    match explorer.effects().as_slice() {
        [Effect::Export { replace: false, path, .. }] => assert_eq!(path, &Some(PathBuf::from("mine.mdx"))),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_clipboard_takes_what_a_file_would() {
    let mut explorer = open();
    explorer.press(&["x", "enter"]);
    let (_, text) = written(&mut explorer);
    explorer.press(&["tab"]).shows("To the clipboard").press(&["enter"]).hides("Export what is shown");
    match explorer.effects().as_slice() {
        [Effect::Export { path: None, told, .. }] => {
            let mut copied = Vec::new();
            told.write(&store::whole, &mut copied).unwrap();
            assert_eq!(copied, text.into_bytes());
        }
        other => panic!("{other:?}"),
    }
    explorer.tell(Message::Told("a text".to_owned()));
    assert_eq!(explorer.effects(), [Effect::Copy("a text".to_owned())]);
}

#[test]
fn one_incident_in_full_is_exported_under_its_id() {
    let mut explorer = open();
    explorer.filter("kairos").press(&["esc", "enter", "x"]).shows("france-travail-2025-07.html").press(&["enter"]);
    let (_, text) = written(&mut explorer);
    assert!(text.starts_with("<!doctype html>") && text.matches("<article").count() == 1, "{text}");
    explorer.press(&["down"]).shows("france-travail-2025-07.md").press(&["enter"]);
    let (_, text) = written(&mut explorer);
    assert!(text.starts_with("# France Travail: Kairos") && text.matches("\n# ").count() == 0, "{text}");
}

#[test]
fn every_screen_offers_what_suits_it_and_its_picture() {
    for (key, file, holds) in [
        ("2", "breachline-timeline.svg", "<svg"),
        ("4", "breachline-statistics.csv", "Over time,Shown,All"),
        ("M", "breachline-matrix.csv", "france-travail-2025-07"),
        ("5", "breachline-problems.svg", "<svg"),
    ] {
        let mut explorer = open();
        explorer.press(&[key, "x"]).shows(file).press(&["enter"]);
        let (_, text) = written(&mut explorer);
        assert!(text.contains(holds), "{key}: {text}");
    }
    let mut explorer = open();
    explorer.press(&["space", "down", "space", "c", "x"]).shows("breachline-comparison.html").press(&["enter"]);
    assert!(written(&mut explorer).1.starts_with("<!doctype html>"));
}

#[test]
fn the_picture_shows_the_screen_and_not_the_overlay() {
    let mut explorer = open();
    explorer
        .press(&["x", "up", "down", "down", "down", "down", "down"])
        .shows("breachline-incidents.svg")
        .press(&["enter"]);
    let (_, text) = written(&mut explorer);
    assert!(text.contains("Kairos") && !text.contains("Export what is shown"));
}

#[test]
fn a_terminal_that_becomes_too_small_hides_the_overlay_and_keeps_it() {
    let mut explorer = open();
    explorer.press(&["x"]).resize((30, 8)).hides("Export what is shown");
    explorer.resize((100, 30)).shows("Export what is shown");
}
