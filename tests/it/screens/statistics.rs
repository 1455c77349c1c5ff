//! Statistics: how many incidents have each value, and the filter that shows them.
//! The counting is tested beside `query::facet`.

use crate::harness::{Explorer, INCIDENTS, RECORDS};
use breachline::query::facet::FACETS;
use insta::assert_snapshot;

const SMALL: (u16, u16) = (80, 24);

#[test]
fn every_value_has_its_count() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    assert_snapshot!("data", explorer.press(&["4", "j", "j", "j", "j", "j", "j", "j", "tab", "j"]).frame());
}

#[test]
fn enter_shows_the_incidents_of_a_value() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["4", "j"]).shows("2025").press(&["enter", "G"]);
    explorer.shows("▌2025 6 / 6").press(&["enter"]).shows("/ year:2025").shows("Affected").shows("6 of 9");
}

#[test]
fn every_value_finds_as_many_as_it_counts() {
    for facet in 0..=FACETS.len() {
        let mut explorer = Explorer::open(RECORDS, SMALL);
        explorer.press(&["4"]).press(&vec!["j"; facet]).press(&["tab"]);
        for _ in 0..12 {
            let rows = explorer.rows();
            // past the list of facets
            let mut bins = rows.iter().filter_map(|row| row.char_indices().nth(26).map(|(at, _)| &row[at..]));
            let bin = bins.find(|bin| bin.starts_with('▌')).unwrap_or_else(|| panic!("{}", explorer.text()));
            let shown = bin.split(" / ").next().and_then(|before| before.split_whitespace().last());
            let count: usize = shown.and_then(|shown| shown.parse().ok()).unwrap();
            explorer.press(&["enter"]).shows(&format!("{count} of 6")).press(&["esc", "4", "j"]);
        }
    }
}

#[test]
fn counts_follow_the_filter() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.filter("kairos").press(&["4", "j"]).shows("2025 1 / 6").shows("2024 0 / 1");
    explorer.filter("zzzz").shows("2025 0 / 6");
}

#[test]
fn back_leaves_the_values_and_then_the_screen() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["4", "tab", "q"]).shows("Count by").press(&["q"]).hides("Count by").shows("Affected");
    assert!(explorer.effects().is_empty());
}
