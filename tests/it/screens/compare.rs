//! Compare: marked incidents as columns, the cell under the cursor told below.
//! What differs is tested beside `view::comparison`.

use crate::harness::{Explorer, INCIDENTS, RECORDS};
use breachline::app::Effect;
use breachline::text::Lang;
use breachline::widget::Brush;
use insta::assert_snapshot;

const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);

/// Alder and Birch compared.
fn two(size: (u16, u16)) -> Explorer {
    let mut explorer = Explorer::open(RECORDS, size);
    mark(&mut explorer, &["alder", "birch"]);
    explorer.press(&["c"]);
    explorer
}

fn mark(explorer: &mut Explorer, ids: &[&str]) {
    for id in ids {
        explorer.filter(&format!("id:{id}")).press(&["space"]);
    }
    explorer.press(&["esc"]);
}

#[test]
fn two_incidents_stand_side_by_side() {
    assert_snapshot!("two", two(WIDE).press(&["j", "l"]).frame());
    assert_snapshot!("two_80", two(SMALL).press(&["n", "n", "n", "n", "n", "n", "n", "n"]).frame());
}

#[test]
fn more_columns_than_there_is_room_for_are_reached_to_the_side() {
    let mut explorer = Explorer::open(RECORDS, (60, 16));
    mark(&mut explorer, &["alder", "birch", "cedar", "elm"]);
    explorer.press(&["c"]).shows("1/4").hides("Elm School").press(&["l", "l", "l"]).shows("4/4").shows("Elm School");
    assert_snapshot!("four_60", explorer.frame());
    explorer.press(&["l"]).shows("4/4").press(&["tab"]).shows("1/4").press(&["shift-tab"]).shows("4/4");
}

#[test]
fn in_ascii_and_without_colour_every_answer_has_its_own_mark() {
    let mut explorer = Explorer::open_plain(RECORDS, WIDE);
    mark(&mut explorer, &["alder", "birch"]);
    explorer.press(&["c"]);
    for _ in 0..60 {
        if explorer.text().contains("-- Which data") || explorer.text().contains("Which data --") {
            break;
        }
        explorer.press(&["j"]);
    }
    explorer.press(&["pgdn"]);
    assert_snapshot!("plain", explorer.frame());
}

#[test]
fn in_french_every_label_is_french() {
    let mut explorer = Explorer::open_as(RECORDS, WIDE, Lang::Fr, Brush::default());
    mark(&mut explorer, &["alder", "birch"]);
    assert_snapshot!("french", explorer.press(&["c", "pgdn"]).frame());
}

#[test]
fn why_nothing_can_be_compared_is_said() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["c"]);
    assert_eq!(explorer.bottom(), "Mark two to six incidents with space, then press c.");
    explorer.press(&["space", "3"]).shows("Mark two to six incidents").shows("Marked now: France Travail");
    for key in ["j", "d", "n", "l"] {
        explorer.press(&[key]);
        assert_eq!(explorer.bottom(), "Mark two to six incidents with space, then press c.", "{key}");
    }
    explorer.press(&["1"]).press(&["space"; 6]).shows("7 marked").press(&["c"]);
    assert_eq!(explorer.bottom(), "Only six incidents fit side by side; unmark one first.");
    explorer.shows("Affected").press(&["k", "space", "c"]).shows("Facts");
}

#[test]
fn seven_marks_are_not_compared_by_the_screens_own_key_either() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["space"; 7]).shows("7 marked").press(&["3"]);
    explorer.shows("Only six incidents fit side by side").hides("Facts ──");
}

#[test]
fn rows_that_are_the_same_are_hidden_and_shown_again() {
    let mut explorer = two(WIDE);
    let all = explorer.text();
    explorer.press(&["d"]);
    let rows = explorer.rows();
    let body = rows[5..33].iter().filter(|row| !row.trim().is_empty());
    let same = body.filter(|row| !row.contains('≠') && !row.contains("──") && !row[..2].trim().is_empty());
    assert_eq!(same.count(), 0, "{}", explorer.frame());
    assert_eq!(explorer.press(&["d", "g"]).text(), all);
}

#[test]
fn incidents_that_do_not_differ_say_so() {
    let mut explorer = Explorer::open(RECORDS, SMALL);
    mark(&mut explorer, &["alder", "birch"]);
    explorer.press(&["c"]).press(&["n"; 200]);
    assert_eq!(explorer.bottom(), "No further difference this way.");
    explorer.press(&["N"; 200]);
    assert_eq!(explorer.bottom(), "No further difference this way.");
}

#[test]
fn the_next_difference_is_a_row_with_its_mark() {
    let mut explorer = two(SMALL);
    for key in ["n"; 12] {
        explorer.press(&[key]);
        explorer.expect(explorer.rows().iter().any(|row| row.starts_with("▌≠")), "the cursor is on a difference");
    }
}

#[test]
fn a_cell_is_told_in_full_with_its_sources() {
    let mut explorer = two(WIDE);
    for _ in 0..80 {
        explorer.press(&["j"]);
        if explorer.rows().iter().any(|row| row.starts_with('▌') && row.contains("Health")) {
            break;
        }
    }
    explorer.shows("Health · Alder Clinic: appointments").shows("[letter, decision]");
    explorer.press(&["o"]).shows("╭ Sources").shows("Letter to patients").shows("Decision 2025-999");
    explorer.press(&["j", "enter"]);
    assert_eq!(explorer.effects(), [Effect::OpenAddress("https://cnil.example/2025-999".to_owned())]);
}

#[test]
fn a_file_can_be_edited_from_its_column() {
    let mut explorer = two(WIDE);
    explorer.press(&["l", "e"]);
    let effects = explorer.effects();
    let [Effect::Edit { path, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert!(path.ends_with("birch-2023-11.yaml"));
}

#[test]
fn a_marked_incident_that_is_gone_after_a_reload_leaves_the_others_columns_right() {
    let folder = crate::harness::folder_of(&[
        "records/alder-2024-03.yaml",
        "records/birch-2023-11.yaml",
        "records/cedar-2025-01.yaml",
    ]);
    let mut explorer = Explorer::open(folder.path(), WIDE);
    mark(&mut explorer, &["alder", "birch", "cedar"]);
    std::fs::remove_file(folder.path().join("alder-2024-03.yaml")).unwrap();
    explorer.press(&["r", "c", "e"]);
    explorer.shows("Birch Bank").shows("Cedar Party").hides("Alder");
    let effects = explorer.effects();
    let [Effect::Edit { path, .. }] = &effects[..] else { panic!("{effects:?}\n{}", explorer.frame()) };
    assert!(path.ends_with("birch-2023-11.yaml"), "{}", path.display());
}
