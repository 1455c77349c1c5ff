//! Help, palette and sources: what lies over a screen and has the keys.
//! The table that help and palette are made of is tested beside `keymap`.

use crate::harness::{BROKEN, Explorer, INCIDENTS, RECORDS};
use breachline::app::Effect;
use breachline::command::{Scope, TABLE};
use breachline::keymap;
use breachline::text::Lang;
use breachline::widget::Brush;
use insta::assert_snapshot;

const SMALL: (u16, u16) = (80, 24);
const SCOPES: [(&str, Scope); 5] = [
    ("1", Scope::Explore),
    ("2", Scope::Timeline),
    ("3", Scope::Compare),
    ("4", Scope::Statistics),
    ("5", Scope::Problems),
];

#[test]
fn the_help_lies_over_the_screen() {
    assert_snapshot!("help", Explorer::open(INCIDENTS, SMALL).press(&["?"]).frame());
}

#[test]
fn the_palette_finds_commands_by_name() {
    assert_snapshot!("palette", Explorer::open(INCIDENTS, SMALL).press(&[":", "mark"]).frame());
}

#[test]
fn the_sources_lie_over_the_screen() {
    let mut explorer = Explorer::open(RECORDS, SMALL);
    assert_snapshot!("sources", explorer.filter("alder").press(&["o", "j"]).frame());
}

#[test]
fn the_help_tells_every_key_of_its_screen_first_and_then_all_others() {
    for lang in Lang::ALL {
        for (key, scope) in SCOPES {
            let mut explorer = Explorer::open_as(INCIDENTS, SMALL, lang, Brush::default());
            explorer.press(&[key, "?"]);
            let mut told = Vec::new();
            for _ in 0..TABLE.len() + 10 {
                for row in explorer.rows() {
                    let row = row.trim().to_owned();
                    if !told.contains(&row) {
                        told.push(row);
                    }
                }
                explorer.press(&["j"]);
            }
            let place = |row: &breachline::command::Row| {
                let (keys, help) = (row.keys.join(" "), row.help.get(lang));
                let found = told.iter().position(|told| told.contains(&keys) && told.contains(help));
                found.unwrap_or_else(|| panic!("{keys} {help} is not told in\n{}", told.join("\n")))
            };
            let places: Vec<usize> = keymap::rows(scope).map(place).collect();
            assert!(places.is_sorted(), "{places:?}");
            for row in TABLE.iter().filter(|row| row.scope != scope && row.scope != Scope::Anywhere) {
                assert!(
                    !told.iter().any(|told| told.contains(row.help.get(lang))),
                    "{:?} does not work here",
                    row.command
                );
            }
        }
    }
}

#[test]
fn help_leaves_as_it_came() {
    for leave in ["?", "esc", "q", "enter"] {
        let mut explorer = Explorer::open(INCIDENTS, SMALL);
        let before = explorer.frame();
        assert_eq!(explorer.press(&["?", "j", leave]).frame(), before, "{leave}");
        assert!(explorer.effects().is_empty());
    }
}

#[test]
fn the_palette_runs_what_it_finds() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&[":", "mark or", "enter"]).shows("1 marked");
    explorer.press(&[":", "timeline of the", "enter"]).shows("1/1");
    explorer.press(&[":", "zoom out", "enter"]).hides("Find a command");
    explorer.press(&[":", "zzz"]).shows("Nothing has that name.").press(&["enter"]).hides("Find a command");
    explorer.press(&[":", "esc"]).hides("Find a command");
    explorer.press(&[":"]).type_text("quit").press(&["enter"]);
    assert_eq!(explorer.effects(), [Effect::Quit]);
}

#[test]
fn every_command_can_be_run_from_the_palette_of_its_screen() {
    for (key, scope) in SCOPES {
        for row in keymap::rows(scope).filter(|row| row.keys != [":"]) {
            let mut explorer = Explorer::open(BROKEN, SMALL);
            explorer.press(&["space", "space", key, ":"]).type_text(row.help.en);
            let first = explorer.row_with("│ ▌");
            explorer.expect(first.contains(row.help.en), row.help.en);
            explorer.press(&["enter"]);
        }
    }
}

#[test]
fn the_palette_moves_with_the_arrows() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&[":", "show", "ctrl-u"]);
    let first = explorer.row_with("▌ ");
    explorer.press(&["down", "down", "up", "up", "up"]);
    assert_eq!(explorer.row_with("▌ "), first);
    let pages: Vec<&str> = std::iter::repeat_n("pgdn", 20).collect();
    let last = explorer.press(&pages).row_with("│ ▌");
    explorer.expect(last.contains("filter by"), "the fields come last");
}

#[test]
fn a_source_is_opened_or_copied_and_one_without_an_address_says_so() {
    let mut explorer = Explorer::open(RECORDS, SMALL);
    explorer.filter("alder").press(&["o", "enter", "y"]);
    let address = "https://alder.example/letter".to_owned();
    assert_eq!(explorer.effects(), [Effect::OpenAddress(address.clone()), Effect::Copy(address)]);
    explorer.press(&["j", "o"]);
    assert_eq!(explorer.effects(), [Effect::OpenAddress("https://times.example/alder?a=1&b=2".to_owned())]);
    explorer.press(&["j", "enter"]).shows("This source has no address.");
    assert!(explorer.effects().is_empty());
    explorer.press(&["esc"]).hides("╭ Sources");
}

#[test]
fn the_source_under_the_cursor_is_always_in_view() {
    for size in [(60, 16), SMALL] {
        let mut explorer = Explorer::open(INCIDENTS, size);
        explorer.filter("kairos").press(&["o"]);
        for key in ["j"; 25].into_iter().chain(["k"; 25]).chain(["G", "g", "pgdn", "pgup"]) {
            explorer.press(&[key]);
            explorer
                .expect(explorer.text().matches("│ ▌").count() == 3, &format!("{key}: the cursor's rows are in view"));
        }
    }
}

#[test]
fn an_overlay_survives_every_size() {
    for overlay in ["?", ":", "o"] {
        let mut explorer = Explorer::open(INCIDENTS, (120, 40));
        explorer.filter("kairos").press(&[overlay, "G"]);
        let before = explorer.frame();
        explorer.resize((60, 16));
        explorer.expect(explorer.text().contains('╭'), "the overlay is drawn");
        explorer.resize((10, 3)).resize((120, 40));
        assert_eq!(explorer.frame(), before);
    }
}

#[test]
fn the_palette_finds_incidents_views_and_fields_beside_commands() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&[":", "kairos"]);
    let first = explorer.row_with("│ ▌");
    explorer.expect(first.contains("incident") && first.contains("Kairos"), "the incident comes first");
    explorer.press(&["enter"]).shows("What happened");
    explorer.press(&["esc", ":", "country:"]).shows("filter by").press(&["enter"]).shows("/ country:");
    explorer.press(&["fr", "enter"]).shows("9 of 9");
}

#[test]
fn an_incident_that_the_filter_hides_is_shown_and_the_filter_set_aside() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.filter("year:2023").press(&[":", "kairos", "enter"]).shows("What happened").shows("ctrl-t resumes it");
}

#[test]
fn the_palette_says_why_a_command_cannot_run_now() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&[":", "unmark all"]);
    let row = explorer.row_with("│ ▌");
    explorer.expect(row.contains("No incident is marked."), "it says why");
    explorer.press(&["enter"]).hides("Find a command");
    assert_eq!(explorer.bottom(), "No incident is marked.");
    explorer.press(&[":", "zoom in"]).shows("only in: Timeline").press(&["enter"]);
    assert_eq!(explorer.bottom(), "only in: Timeline");
    explorer.press(&["space", ":", "unmark all"]).hides("No incident is marked.").press(&["enter"]).hides("1 marked");
}

#[test]
fn every_example_of_the_filters_language_can_be_read() {
    for (example, _) in breachline::text::query::EXAMPLES {
        assert!(breachline::query::parse(example).is_ok_and(|query| !query.is_empty()), "{example}");
    }
}

#[test]
fn a_question_mark_in_the_filter_teaches_its_language() {
    for lang in Lang::ALL {
        let mut explorer = Explorer::open_as(INCIDENTS, (80, 60), lang, Brush::default());
        explorer.press(&["/", "kairos ", "?"]).shows(breachline::text::query::EXAMPLES_HEAD.get(lang));
        for (example, told) in breachline::text::query::EXAMPLES {
            explorer.shows(example).shows(told.get(lang));
        }
        // back in the line, where a question mark that ends a word is typed
        explorer.press(&["esc", "x?"]).shows("/ kairos x?");
    }
}
