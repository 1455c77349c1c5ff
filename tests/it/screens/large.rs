//! A library that is too large to be kept whole: what is looked at is fetched, and nothing is said of it before.
//! What is kept of it between two runs is tested in `cache`.

use crate::cache::Folders;
use crate::harness::Explorer;
use breachline::app::Effect;
use breachline::store;

const WIDE: (u16, u16) = (120, 40);
/// What no row of the list says.
const NOTE: &str = "Told in full.";

/// Answers what was asked for last.
fn answer(explorer: &mut Explorer) {
    for effect in explorer.effects() {
        if let Effect::Fetch { edition, entries } = effect {
            explorer.fetch(edition, &entries);
        }
    }
}

#[test]
fn the_whole_record_is_fetched_when_it_is_looked_at() {
    let folders = Folders::new();
    let mut explorer = Explorer::open(folders.records(), WIDE);
    explorer.press(&["1"]).shows(NOTE);
    explorer.answers = false;
    explorer.press(&["j"]).hides(NOTE).shows("reading the record…");
    answer(&mut explorer);
    explorer.shows(NOTE).hides("reading the record…");
    // what was looked at is kept
    explorer.press(&["k"]).shows(NOTE);
    assert_eq!(explorer.effects(), []);
}

#[test]
fn sources_are_listed_where_there_is_no_room_for_the_record() {
    let folders = Folders::new();
    let mut explorer = Explorer::open(folders.records(), (80, 24));
    explorer.press(&["j", "o"]).shows("Letter").press(&["esc"]);
    explorer.answers = false;
    explorer.press(&["j", "o"]).shows("reading the record…").hides("No sources");
}

#[test]
fn lanes_and_columns_are_fetched_and_told_apart_from_empty_ones() {
    let folders = Folders::new();
    let mut explorer = Explorer::open(folders.records(), WIDE);
    explorer.answers = false;
    let events = |explorer: &Explorer| explorer.text().matches("Disclosed").count();
    // the one under the cursor is known already, in its lane and below
    explorer.press(&["2"]);
    assert_eq!(events(&explorer), 2);
    answer(&mut explorer);
    assert_eq!(events(&explorer), 8);
    explorer.press(&["1", "space", "space", "c"]);
    answer(&mut explorer);
    explorer.shows("Firm");
}

#[test]
fn a_record_that_is_gone_meanwhile_is_told() {
    let folders = Folders::new();
    let mut explorer = Explorer::open(folders.records(), WIDE);
    std::fs::remove_dir_all(folders.records()).unwrap();
    explorer.press(&["j"]).shows("the file cannot be read any more").hides(NOTE);
    // it is not asked for again and again
    explorer.press(&["k", "j"]).shows("the file cannot be read any more");
    assert_eq!(explorer.effects(), []);
}

#[test]
fn a_form_changes_a_record_which_is_read_anew_and_the_cursor_stays_in_it() {
    let folders = Folders::new();
    let mut explorer = Explorer::open(folders.records(), WIDE);
    let row = |explorer: &Explorer| explorer.rows().iter().position(|row| row.contains("│▌"));
    explorer.press(&["enter", "j", "j"]);
    let before = row(&explorer);
    assert!(before.is_some());
    explorer.press(&["i", "enter", "2019-05-04", "tab", "detected", "tab", "The till was empty.", "tab"]);
    explorer.press(&["ctrl-s"]).shows("The till was empty.");
    assert_eq!(row(&explorer), before);
    let changed = folders.path(119);
    assert!(std::fs::read_to_string(changed).unwrap().contains("The till was empty."));
}

#[test]
fn what_is_shown_is_exported_though_it_is_not_kept() {
    let folders = Folders::new();
    let mut explorer = Explorer::open(folders.records(), WIDE);
    let exported = |explorer: &mut Explorer| match explorer.effects().as_slice() {
        [Effect::Export { told, .. }] => {
            let mut text = Vec::new();
            told.write(&store::whole, &mut text).unwrap();
            String::from_utf8(text).unwrap()
        }
        other => panic!("not one export: {other:?}"),
    };
    explorer.press(&["x", "down", "down", "enter"]);
    let table = exported(&mut explorer);
    assert_eq!(table.lines().count(), 510, "{table}");
    explorer.press(&["esc", "space", "space", "c"]).shows("Firm 119").shows("Firm 139").press(&["x", "down", "enter"]);
    let comparison = exported(&mut explorer);
    assert!(comparison.contains("Firm 119") && comparison.contains("Firm 139"), "{comparison}");
    // what is written over is told, and nothing half
    std::fs::remove_file(folders.path(518)).unwrap();
    explorer.press(&["esc", "1", "x", "enter"]);
    match explorer.effects().as_slice() {
        [Effect::Export { told, .. }] => {
            let error = told.write(&store::whole, &mut Vec::new()).unwrap_err();
            assert!(error.to_string().contains("record-518.yaml has changed"), "{error}");
        }
        other => panic!("not one export: {other:?}"),
    }
}

#[test]
fn counts_matrices_and_relatives_need_no_whole_record() {
    let folders = Folders::new();
    let mut explorer = Explorer::open(folders.records(), WIDE);
    explorer.answers = false;
    explorer.press(&["4"]).shows("2000 20 / 20").shows("2019 26 / 26");
    explorer.press(&["M"]).shows("Name").shows("509");
    assert_eq!(explorer.press(&["5"]).shows("record-250.yaml").effects(), []);
}
