//! Timeline: lanes on one axis, the cursor on an event, zoom and pan.
//! Where labels go is tested beside `chart`.

use crate::harness::{Explorer, INCIDENTS, RECORDS, folder_of};
use breachline::app::Effect;
use breachline::text::Lang;
use breachline::widget::Brush;
use insta::assert_snapshot;
use ratatui::style::Modifier;

const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);

/// The rows of the axis.
fn axis(explorer: &Explorer) -> Vec<String> {
    explorer.rows()[2..4].to_vec()
}

#[test]
fn lanes_stand_on_one_axis_with_the_event_under_the_cursor_told_below() {
    assert_snapshot!("wide", Explorer::open(INCIDENTS, WIDE).filter("kairos").press(&["esc", "2", "w"]).frame());
    let mut explorer = Explorer::open(RECORDS, SMALL);
    explorer.filter("alder").press(&["2"]);
    assert_snapshot!("one", explorer.frame());
    assert_snapshot!("one_60", explorer.resize((60, 16)).press(&["=", "w", "w"]).frame());
}

#[test]
fn in_ascii_and_without_colour_it_tells_the_same() {
    let mut explorer = Explorer::open_plain(RECORDS, SMALL);
    assert_snapshot!("plain", explorer.filter("alder").press(&["2", "w"]).frame());
}

#[test]
fn in_french_the_axis_and_the_events_are_french() {
    let mut explorer = Explorer::open_as(RECORDS, WIDE, Lang::Fr, Brush::default());
    explorer.filter("alder").press(&["2", "w", "w"]).shows("Intrusion").shows("contesté").shows("juil.");
}

#[test]
fn the_cursor_visits_every_dated_event_in_order_and_back() {
    let mut explorer = Explorer::open(RECORDS, SMALL);
    explorer.filter("alder").press(&["2"]);
    let mut there = vec![explorer.text()];
    for _ in 0..60 {
        explorer.press(&["w"]);
        if explorer.bottom() == "No further event this way." {
            break;
        }
        there.push(explorer.text());
    }
    assert_eq!(explorer.bottom(), "No further event this way.");
    assert!(there.len() >= 14, "{} events", there.len());
    for before in there.iter().rev().skip(1) {
        assert_eq!(explorer.press(&["b"]).text(), *before);
    }
    explorer.press(&["b"]);
    assert_eq!(explorer.bottom(), "No further event this way.");
}

#[test]
fn the_scale_does_not_change_by_itself_while_lanes_are_walked() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["2"]);
    let before = axis(&explorer);
    for _ in 0..9 {
        assert_eq!(axis(explorer.press(&["j"])), before);
    }
    explorer.press(&["+", "+"]);
    let closer = axis(&explorer);
    assert_ne!(closer, before);
    assert_eq!(axis(explorer.press(&["k", "k", "g", "G"])), closer);
}

#[test]
fn zoom_and_pan_change_the_axis_and_all_of_the_time_comes_back() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["2"]);
    let all = axis(&explorer);
    for keys in [&["+"][..], &["-"], &["h"], &["l"], &["right", "right"], &["left"]] {
        assert_ne!(axis(explorer.press(keys)), all, "{keys:?}");
        assert_eq!(axis(explorer.press(&["="])), all);
    }
    explorer.press(&["+"; 60]);
    assert_eq!(explorer.bottom(), "The scale goes no further.");
    explorer.press(&["="]).press(&["-"; 60]);
    assert_eq!(explorer.bottom(), "The scale goes no further.");
}

#[test]
fn the_event_under_the_cursor_is_brought_into_view_after_zooming() {
    let mut explorer = Explorer::open(RECORDS, SMALL);
    explorer.filter("alder").press(&["2"]).press(&["+"; 8]);
    for _ in 0..10 {
        explorer.press(&["w"]);
        let marked = explorer.with_modifier(Modifier::REVERSED);
        explorer.expect(!marked.is_empty(), "the event under the cursor is not in view");
    }
}

#[test]
fn a_mark_is_as_bright_as_its_role_wherever_it_stands() {
    let mut explorer = Explorer::open(RECORDS, WIDE);
    explorer.filter("alder").press(&["2"]);
    let dim = explorer.with_modifier(Modifier::DIM);
    for mark in ["◆", "■", "▲", "━", "◌", "Intrusion", "Detected", "Sanction"] {
        let faint = dim.iter().any(|run| run.contains(mark));
        explorer.expect(!faint, &format!("{mark} is dim, as the rail below it"));
    }
}

#[test]
fn only_the_marked_incidents_have_lanes_where_any_is_marked() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["t"]).shows("/9");
    explorer.press(&["1"]);
    explorer.filter("kairos").press(&["space", "esc", "t"]).shows("Kairos").shows("1/1").hides("Majorel");
    explorer.press(&["U"]).shows("/9");
    explorer.filter("2024-02").shows("1/1").shows("Cap emploi").hides("Kairos");
}

#[test]
fn the_lane_under_the_cursor_is_the_incident_selected_in_explore() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["2", "j", "j"]);
    explorer.shows("3/9").press(&["q"]);
    let third = explorer.selected();
    assert_eq!(explorer.press(&["g", "j", "j"]).selected(), third);
}

#[test]
fn an_event_gives_its_sources_and_its_text() {
    let mut explorer = Explorer::open(RECORDS, SMALL);
    explorer.filter("alder").press(&["2", "w", "w", "y"]);
    let Some(Effect::Copy(text)) = explorer.effects().pop() else { panic!("nothing was copied") };
    assert!(text.contains("March 2024"), "{text}");
    explorer.press(&["o"]).shows("╭ Sources").press(&["enter"]);
    assert!(matches!(explorer.effects()[..], [Effect::OpenAddress(ref address)] if address.starts_with("https://")));
    explorer.press(&["esc", "e"]);
    let effects = explorer.effects();
    assert!(matches!(effects[..], [Effect::Edit { .. }]), "{effects:?}");
}

#[test]
fn where_no_event_is_dated_it_says_so() {
    let folder = folder_of(&["records/elm-0000.yaml"]);
    let mut explorer = Explorer::open(folder.path(), SMALL);
    explorer.press(&["2"]).shows("No dated event to draw.");
    for key in ["w", "b", "+", "-", "=", "h", "j"] {
        explorer.press(&[key]);
        assert_eq!(explorer.bottom(), "No dated event to draw.", "{key}");
    }
    explorer.filter("zzzz").shows("No incident matches the filter.");
}

#[test]
fn enter_gives_the_event_under_the_cursor_most_of_the_screen_and_takes_it_back() {
    let mut explorer = Explorer::open(INCIDENTS, (60, 16));
    explorer.press(&["2"]).shows("▾ 1").hides("[rmn, boursorama]");
    let before = explorer.text();
    explorer.press(&["enter"]).shows("[rmn, boursorama]").hides("▾ 1").shows("Detected");
    assert_eq!(explorer.press(&["enter"]).text(), before);
}
