//! `I`: others' data imported from the screens, after a preview: keys in, screen and files out.
//! What becomes of an item is tested in `shell::import`.

use crate::harness::{Explorer, INCIDENTS};
use breachline::app::{Effect, Message};
use breachline::store;
use chrono::{DateTime, Utc};
use std::fs;
use std::ops::ControlFlow::Continue;
use std::path::Path;

/// Carries out the import that is asked for, as the terminal's thread does; says whether it was a preview.
#[track_caller]
fn carried_out(explorer: &mut Explorer) -> bool {
    let effects = explorer.effects();
    let [Effect::Import(order, lang)] = effects.as_slice() else { panic!("{effects:?}") };
    let outcome = store::import(order, DateTime::<Utc>::UNIX_EPOCH, *lang, &mut |_| Continue(()));
    explorer.tell(Message::Imported { order: order.clone(), outcome });
    order.dry
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).into_iter().flatten().count()
}

#[test]
fn what_would_be_written_is_shown_before_anything_is() {
    let place = tempfile::tempdir().unwrap();
    let file = format!("{}/tests/fixtures/import/bonjourlafuite.csv", crate::source::ROOT);
    let into = place.path().join("records");
    let mut explorer = Explorer::open(INCIDENTS, (120, 40));
    explorer.press(&["I"]).shows("Import others' data").shows("Bonjour la fuite (CSV)");
    explorer.press(&["enter"]).shows("Type a path here first.");
    // the field that lacks has the keys now
    explorer.type_text("nowhere.csv").press(&["tab", "ctrl-u"]).type_text(&into.display().to_string());
    explorer.press(&["tab", "down", "down", "enter"]);
    assert!(carried_out(&mut explorer));
    explorer.shows("the file cannot be read: nowhere.csv");
    explorer.press(&["tab", "ctrl-u"]).type_text(&file).press(&["enter"]).shows("Reading: 0 items");
    assert!(carried_out(&mut explorer), "first comes a preview");
    explorer.shows("Nothing is written yet").shows("5 read, 4 to write, 0 unchanged, 0 updated, 1 left out");
    explorer.shows("Approximated").press(&["G"]).shows("le 6 mai");
    assert_eq!(files(&into), 0);
    explorer.press(&["esc"]).shows("From file").press(&["enter"]);
    assert!(carried_out(&mut explorer));
    explorer.press(&["enter"]).shows("Writing: 0 items");
    assert!(!carried_out(&mut explorer));
    explorer.hides("Import others' data").shows("5 read, 4 written");
    assert_eq!(files(&into), 5, "four records, and what was imported last");
    explorer.press(&["I", "down", "down", "tab"]).type_text(&file).press(&["tab", "ctrl-u"]);
    explorer.type_text(&into.display().to_string()).press(&["enter"]);
    carried_out(&mut explorer);
    explorer.shows("4 unchanged").shows("Nothing would be written").press(&["enter"]);
    assert_eq!(explorer.effects(), [], "there is nothing to write");
}

#[test]
fn it_is_told_in_french_and_left_without_a_trace() {
    let mut explorer = Explorer::open(INCIDENTS, (80, 24));
    explorer.press(&["L"]);
    explorer.press(&["I"]).shows("Importer des données d'autrui").shows("Du fichier").press(&["esc"]);
    explorer.hides("Importer des données d'autrui");
    assert_eq!(explorer.effects(), []);
}
