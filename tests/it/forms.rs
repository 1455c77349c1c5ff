//! Records added and changed in forms, by keyboard alone: keys in, screen and file on disk out.
//! What the fields of a form do one by one is tested beside it, in `screen::form`.

use crate::harness::{Explorer, INCIDENTS, folder_of};
use breachline::app::Message;
use breachline::text::Lang;
use breachline::widget::Brush;
use insta::assert_snapshot;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const WIDE: (u16, u16) = (120, 40);
const SMALL: (u16, u16) = (80, 24);
const LEAST: (u16, u16) = (60, 16);
const RECORD: &str = "france-travail-2024-02.yaml";

/// The record of 2024 before the sanction of January 2026 was known: without its event.
fn before_the_sanction() -> (TempDir, String) {
    let text = fs::read_to_string(Path::new(INCIDENTS).join(RECORD)).unwrap();
    let start = text.find("  - date: 2026-01-22\n    known: 2026-01-29\n    kind: sanction\n").unwrap();
    let end = start + text[start..].find("  - date: 2026-01~\n").unwrap();
    let text = format!("{}{}", &text[..start], &text[end..]);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(RECORD), &text).unwrap();
    (folder, text)
}

/// The lines of a text that are not in another, in order; fails if the other has lines of its own.
#[track_caller]
fn added(before: &str, after: &str) -> String {
    let mut rest = before.lines().peekable();
    let added = after.lines().filter(|line| rest.next_if(|next| next == line).is_none()).collect::<Vec<_>>();
    assert_eq!(rest.next(), None, "a line of the file before is gone from\n{after}");
    added.join("\n")
}

/// Types texts and presses keys, and counts how often a finger moves.
fn press_counted(explorer: &mut Explorer, keys: &[&str]) -> usize {
    explorer.press(keys);
    keys.iter().map(|key| if breachline::keymap::Key::parse(key).is_some() { 1 } else { key.chars().count() }).sum()
}

#[test]
fn the_sanction_of_january_2026_is_added_by_keyboard_in_under_a_minute() {
    let (folder, before) = before_the_sanction();
    let mut explorer = Explorer::open(folder.path(), SMALL);
    explorer.shows("1 incident");
    let mut keys = press_counted(&mut explorer, &["i"]);
    explorer.shows("Event ").shows("What happened when");
    keys += press_counted(&mut explorer, &["enter", "2026-01-22"]);
    explorer.shows("on 22 January 2026");
    keys += press_counted(&mut explorer, &["tab", "sanc"]);
    explorer.shows("An authority imposes a sanction.");
    keys += press_counted(&mut explorer, &["tab", "The CNIL fines France Travail 5 million euros."]);
    keys += press_counted(&mut explorer, &["tab", "La Cnil inflige une amende de 5 millions d'euros."]);
    keys += press_counted(&mut explorer, &["tab", "cnil", "enter", "ctrl-s"]);

    // forty words a minute are 200 keys
    assert!(keys < 200, "{keys} keys");
    explorer.shows("saved").shows("1 incident");
    let after = fs::read_to_string(folder.path().join(RECORD)).unwrap();
    assert_eq!(
        added(&before, &after),
        "  - date: 2026-01-22\n    kind: sanction\n    text:\n      en: The CNIL fines France Travail 5 million euros.\n      \
         fr: La Cnil inflige une amende de 5 millions d'euros.\n    sources: [cnil]"
    );

    // it is shown, and u takes it back to the byte
    explorer.press(&["enter"]);
    let mut told = String::new();
    for _ in 0..12 {
        told.push_str(&explorer.press(&["pgdn"]).text());
    }
    assert!(told.contains("22 January 2026") && told.contains("5 million euros"), "{told}");
    explorer.press(&["u"]);
    assert_eq!(fs::read_to_string(folder.path().join(RECORD)).unwrap(), before);
}

#[test]
fn a_new_record_is_written_shown_and_selected() {
    let folder = folder_of(&["records/birch-2023-11.yaml"]);
    let mut explorer = Explorer::open(folder.path(), WIDE);
    explorer.filter("birch").press(&["a"]).shows("New record");
    explorer.press(&["Stolen laptop", "tab", "Société Générale", "tab", "2024-03", "tab", "detec", "ctrl-s"]);
    explorer.shows("saved").shows("2 incidents").hides("hidden");
    explorer.expect(explorer.selected().contains("Stolen laptop"), "the new record is selected");
    let text = fs::read_to_string(folder.path().join("societe-generale-2024-03.yaml")).unwrap();
    assert!(text.starts_with("id: societe-generale-2024-03\ntitle: Stolen laptop\n"), "{text}");
    explorer.press(&["u"]).shows("1 incident");
    assert!(!folder.path().join("societe-generale-2024-03.yaml").exists());
}

#[test]
fn a_new_record_never_overwrites_a_file() {
    let folder = folder_of(&["records/birch-2023-11.yaml"]);
    let taken = folder.path().join("acme-2024.yaml");
    let mut explorer = Explorer::open(folder.path(), WIDE);
    explorer.press(&["a", "Portal", "tab", "Acme", "tab", "2024", "tab", "detec", "tab"]);
    fs::write(&taken, "somebody else's").unwrap();
    explorer.press(&["ctrl-s"]).shows("acme-2024.yaml is there already").shows("Portal");
    assert_eq!(fs::read_to_string(taken).unwrap(), "somebody else's");
}

#[test]
fn a_record_like_another_is_asked_about_before_it_is_saved() {
    let folder = folder_of(&["records/birch-2023-11.yaml"]);
    let mut explorer = Explorer::open(folder.path(), SMALL);
    explorer.press(&["a", "Again", "tab", "birch bank", "tab", "2023-11", "tab", "detec", "ctrl-s"]);
    explorer.shows("Is it there already?").shows("birch-2023-11");
    explorer.press(&["esc"]).hides("Is it there already?").press(&["ctrl-s", "ctrl-s"]).shows("2 incidents");
}

#[test]
fn a_record_can_be_made_like_another_and_changed_where_it_stands() {
    let folder = folder_of(&["records/birch-2023-11.yaml"]);
    let mut explorer = Explorer::open(folder.path(), WIDE);
    explorer.press(&["A", "ctrl-u", "Another", "tab", "tab", "ctrl-u", "Other Bank"]);
    explorer.press(&["tab", "ctrl-u", "Autre Banque", "ctrl-s"]).shows("2 incidents");
    let copy = fs::read_to_string(folder.path().join("other-bank-2023.yaml")).unwrap();
    assert!(copy.contains("en: Another") && copy.contains("Other Bank"), "{copy}");
    explorer.press(&["enter", "g", "E"]).shows("Change: Another").press(&[" one", "ctrl-s"]).shows("saved");
    let changed = fs::read_to_string(folder.path().join("other-bank-2023.yaml")).unwrap();
    assert_eq!(changed, copy.replace("en: Another", "en: Another one"));
}

#[test]
fn the_change_is_shown_as_a_difference_that_needs_no_colour() {
    let (folder, before) = before_the_sanction();
    let mut explorer = Explorer::open_plain(folder.path(), SMALL);
    explorer.press(&["i", "enter", "2026-01-22", "tab", "sanc", "ctrl-d"]);
    explorer.shows("+   - date: 2026-01-22").shows("+     kind: sanction").press(&["esc"]).shows("Kind of event");
    assert_eq!(fs::read_to_string(folder.path().join(RECORD)).unwrap(), before);
}

#[test]
fn a_form_that_is_cut_off_is_offered_again() {
    let (folder, _) = before_the_sanction();
    let mut explorer = Explorer::open(folder.path(), SMALL);
    explorer.press(&["i", "enter", "2026-01-22", "tab", "sanc", "tab", "A fine of five"]);
    let drafts = explorer.drafts.clone();
    assert_eq!(drafts.len(), 1);

    let mut again = Explorer::open(folder.path(), SMALL);
    again.drafts = drafts.clone();
    again.tell(Message::Drafts(drafts)).shows("A form was left unfinished").press(&["y"]);
    again.shows("2026-01-22").shows("Sanction").shows("A fine of five").press(&["ctrl-s"]).shows("saved");
    assert!(again.drafts.is_empty(), "what was saved is kept no longer");
    assert!(fs::read_to_string(folder.path().join(RECORD)).unwrap().contains("en: A fine of five"));
}

#[test]
fn leaving_asks_and_gives_up_or_keeps() {
    let folder = folder_of(&["records/birch-2023-11.yaml"]);
    let mut explorer = Explorer::open(folder.path(), LEAST);
    explorer.press(&["a", "esc"]).hides("New record");
    explorer.press(&["a", "Portal", "esc"]).shows("Leave without saving?").press(&["esc"]).shows("Portal");
    explorer.press(&["esc"]);
    explorer.expect(!explorer.bottom().contains("tab"), "the keys of the fields are not told under the question");
    explorer.press(&["ctrl-s"]).hides("Leave without saving?").shows("New record").shows("required");
    explorer.press(&["esc", "k"]).hides("New record");
    assert_eq!(explorer.drafts.len(), 1);
    explorer.press(&["a", "Other", "esc", "y"]).hides("New record");
    assert_eq!(explorer.drafts.len(), 1);
}

#[test]
fn built_in_records_are_offered_as_copies_and_a_new_one_asks_where() {
    let home = tempfile::tempdir().unwrap();
    let mut explorer = Explorer::built_in(SMALL);
    explorer.homes = vec![home.path().join("incidents")];
    explorer.press(&["i"]).shows("copy them").press(&["esc"]);
    explorer.press(&["a", "Portal", "tab", "Acme", "tab", "2024", "tab", "detec", "tab"]);
    explorer.shows("▌ Folder").press(&["ctrl-s"]).shows("saved").shows("1 incident");
    assert!(home.path().join("incidents/acme-2024.yaml").is_file());
}

#[test]
fn a_file_that_was_changed_meanwhile_is_not_written_over_and_the_form_stays() {
    let (folder, before) = before_the_sanction();
    let mut explorer = Explorer::open(folder.path(), SMALL);
    explorer.press(&["i", "enter", "2026-01-22", "tab", "sanc"]);
    let theirs = before.replace("status: confirmed", "status: disputed");
    fs::write(folder.path().join(RECORD), &theirs).unwrap();
    explorer.press(&["ctrl-s"]).shows("program meanwhile").press(&["esc"]).shows("2026-01-22");
    assert_eq!(fs::read_to_string(folder.path().join(RECORD)).unwrap(), theirs);
}

#[test]
fn forms_look_like_this() {
    let folder = folder_of(&["records/birch-2023-11.yaml"]);
    for (name, size) in [("new_60", LEAST), ("new_80", SMALL), ("new_120", WIDE)] {
        let mut explorer = Explorer::open(folder.path(), size);
        explorer.press(&["a", "Customer portal", "tab", "Acme", "tab", "2024-13", "tab", "det"]);
        assert_snapshot!(name, below_the_top(&explorer));
    }
    let mut french = Explorer::open_as(folder.path(), SMALL, Lang::Fr, Brush::default());
    french.press(&["i", "down", "enter", "au moins 340 000"]);
    assert_snapshot!("figure_french", below_the_top(&french));
}

/// The screen without what names the folder.
fn below_the_top(explorer: &Explorer) -> String {
    let text = explorer.text();
    let lines = text.lines().skip(1).filter(|line| !line.contains("Folder"));
    lines.collect::<Vec<_>>().join("\n")
}
