//! A library that is too large to be kept whole: what is looked at is fetched, and nothing is said of it before.
//! What is kept of it between two runs is tested in `cache`.

use crate::cache::Folders;
use crate::harness::Explorer;
use breachline::app::Effect;

const WIDE: (u16, u16) = (120, 40);
const NOTE: &str = "Nothing more is known of it";

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
    explorer.press(&["2"]).hides("Disclosed");
    answer(&mut explorer);
    explorer.shows("Disclosed");
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
