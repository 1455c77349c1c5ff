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
        if explorer.text().contains("v Which data") {
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
    explorer.shows("Affected").press(&["k", "space", "c"]).shows("▾ Facts");
}

#[test]
fn seven_marks_are_not_compared_by_the_screens_own_key_either() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["space"; 7]).shows("7 marked").press(&["3"]);
    explorer.shows("Only six incidents fit side by side").hides("▾ Facts");
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
fn sections_fold_away_one_by_one_and_all_at_once() {
    let mut explorer = two(WIDE);
    explorer.shows("▾ Facts").shows("Organisation").press(&["z"]).shows("▸ Facts").hides("Organisation");
    explorer.expect(explorer.row_with("▸ Facts").starts_with('▌'), "the cursor is on what is folded");
    explorer.press(&["enter"]).shows("▾ Facts").shows("Organisation").press(&["Z"]);
    for title in ["Facts", "Key dates", "Gaps and clocks", "Which data", "Which measures", "Sources"] {
        explorer.shows(&format!("▸ {title}"));
    }
    // what differs is found in a folded section too, and is then unfolded
    explorer.press(&["j", "n"]).shows("▾ Key dates").shows("▸ Facts");
    explorer.expect(explorer.rows().iter().any(|row| row.starts_with("▌≠")), "the cursor is on a difference");
    explorer.press(&["N"]);
    explorer.expect(explorer.row_with("▾ Facts").contains("differ"), "the difference before it is in Facts");
    explorer.press(&["Z", "Z"]).shows("▾ Facts").hides("▸");
}

#[test]
fn a_section_tells_how_many_of_its_rows_differ() {
    let mut explorer = two(WIDE);
    explorer.press(&["d"]);
    let title = explorer.row_with("▾ Facts");
    let count: usize = title.split_whitespace().nth(2).unwrap().parse().unwrap();
    let rows = explorer.rows();
    let at = |text: &str| rows.iter().position(|row| row.contains(text)).unwrap();
    let differing =
        rows[at("▾ Facts")..at("▾ Key dates")].iter().filter(|row| row.chars().take(5).any(|sign| sign == '≠')).count();
    assert_eq!(differing, count, "{}", explorer.frame());
}

#[test]
fn data_and_measures_have_totals_and_come_by_group_or_by_how_common() {
    let mut explorer = Explorer::open(INCIDENTS, (200, 60));
    mark(&mut explorer, &["france-travail-2023-08", "france-travail-2024-02", "france-travail-2025-07"]);
    explorer.press(&["c", "Z", "j", "j", "j", "j", "z"]).shows("▾ Which data").shows("Official numbers");
    explorer.shows("Name (3/3)").shows("(2/3)").shows("GDPR art. 9");
    explorer.press(&["s"]).hides("Official numbers");
    let rows = explorer.rows();
    let totals: Vec<char> = rows.iter().filter_map(|row| row.split_once("/3)")?.0.chars().last()).collect();
    assert!(totals.len() > 5 && totals.is_sorted_by(|a, b| a >= b), "{totals:?}\n{}", explorer.frame());
}

#[test]
fn a_cell_longer_than_its_pane_says_so_and_is_told_whole_on_enter() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    mark(&mut explorer, &["france-travail-2025-07", "france-travail-2024-02"]);
    explorer.press(&["c", "Z", "j", "j", "enter", "j", "j"]);
    let before = explorer.text();
    explorer.expect(explorer.rows()[22].contains('▾'), "more follows than the pane holds");
    explorer.hides("13 July 2025 · Detected · disputed").press(&["enter"]).shows("13 July 2025 · Detected · disputed");
    assert_eq!(explorer.press(&["enter"]).text(), before);
}

#[test]
fn a_gap_is_told_with_its_rank_in_the_filtered_set() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    mark(&mut explorer, &["france-travail-2025-07", "france-travail-2024-02"]);
    explorer.press(&["c", "Z", "j", "j", "z"]);
    for _ in 0..3 {
        explorer.press(&["j"]);
    }
    explorer.shows("among the filtered: rank 4 of 5 · median 2–6 d, shortest -1 to +1 d, longest 12–14 d");
    explorer.press(&["1"]).filter("2025").press(&["3"]).shows("among the filtered: rank 3 of 3");
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

#[test]
fn two_columns_and_several_rows_stand_on_the_smallest_screen() {
    let mut explorer = two((60, 16));
    explorer.hides("1/2").shows("Organisation").shows("Sector").shows("Country").shows("Status");
    assert_snapshot!("two_60", explorer.frame());
}
