//! The filter line: what was typed before, setting it aside, and the cursor that comes back; and the session it is part of.
//! What a query means is tested beside `query`.

use crate::harness::{Explorer, INCIDENTS, RECORDS};

const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);

#[test]
fn the_filter_is_set_aside_and_taken_up_again() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["ctrl-t"]);
    assert_eq!(explorer.bottom(), "No filter is set.");
    explorer.filter("kairos").shows("8 hidden").press(&["ctrl-t"]).hides("hidden").shows("ctrl-t resumes it");
    explorer.shows("/ kairos").press(&["ctrl-t"]).shows("8 hidden").hides("resumes");
    // who types wants to see what comes of it
    explorer.press(&["ctrl-t", "/", "backspace"]).shows("8 hidden").hides("resumes");
    explorer.press(&["ctrl-t"]).hides("hidden").press(&["esc", "esc"]).hides("resumes");
}

#[test]
fn what_was_typed_before_comes_back_with_the_arrows() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.filter("kairos").filter("year:2025").press(&["/", "ctrl-u", "up"]).shows("/ year:2025").shows("6 of 9");
    explorer.press(&["up"]).shows("/ kairos").shows("1 of 9").press(&["up"]).shows("/ kairos");
    explorer.press(&["down"]).shows("/ year:2025").press(&["down"]).shows("9 incidents").hides("hidden");
    // what is typed chooses among them
    explorer.press(&["ka", "up"]).shows("/ kairos").press(&["down"]).shows("/ ka ").hides("kairos");
    // a mistake is not kept
    explorer.filter("yeer:2").filter("").press(&["/", "up"]).shows("/ year:2025").hides("yeer");
}

#[test]
fn the_cursor_comes_back_to_the_incident_once_the_filter_shows_it() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["j", "j"]);
    let before = explorer.selected();
    explorer.filter("year:2023");
    explorer.expect(explorer.selected().contains("Majorel"), "the cursor is on what matches");
    explorer.press(&["esc"]);
    assert_eq!(explorer.selected(), before);
    explorer.press(&["/"]).type_text("majorel").press(&["esc", "esc"]);
    assert_eq!(explorer.selected(), before);
    // unless the user went elsewhere meanwhile, or kept what words found
    for keys in [&["/", "year:2023", "enter", "enter", "esc", "esc"][..], &["/", "majorel", "enter", "esc"]] {
        explorer.press(&["g"]).press(keys).hides("hidden");
        explorer.expect(explorer.selected().contains("Majorel"), "what was gone to stays chosen");
    }
}

#[test]
fn a_session_is_taken_up_where_it_ended() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["space", "s", "S", "j", "L", "T", "enter", "j", "j", "j"]).filter("year:2025");
    let (session, history) = explorer.left();
    let mut later = Explorer::resumed(INCIDENTS, WIDE, session, history);
    assert_eq!(later.frame(), explorer.press(&["ctrl-w"]).frame());
    later.press(&["/", "ctrl-u", "up"]).shows("/ year:2025");
}

#[test]
fn a_session_knows_the_screen_and_day_zero() {
    let mut explorer = Explorer::open(RECORDS, WIDE);
    explorer.press(&["2", "0", "z", "m"]);
    let (session, history) = explorer.left();
    let mut later = Explorer::resumed(RECORDS, WIDE, session.clone(), history.clone());
    assert_eq!(later.press(&["w"]).frame(), explorer.press(&["w"]).frame());
    // a folder that has changed meanwhile does no harm
    let mut elsewhere = Explorer::resumed(INCIDENTS, WIDE, session, history);
    elsewhere.shows("9 incidents");
}

#[test]
fn words_of_a_session_that_mean_nothing_are_passed_over() {
    let (mut session, history) = Explorer::open(INCIDENTS, SMALL).left();
    session.screen = "attic".to_owned();
    session.sort = "--weight".to_owned();
    session.anchor = "breakfast".to_owned();
    session.filter = "yeer:\u{1b}[31m2".to_owned();
    session.theme = Some("plaid".to_owned());
    session.lang = Some("tlh".to_owned());
    session.top = usize::MAX;
    session.detail = Some(usize::MAX);
    session.marks = vec!["nobody".to_owned()];
    let mut explorer = Explorer::resumed(INCIDENTS, SMALL, session, history);
    explorer.shows("9 incidents").shows("no field is called yeer").hides("marked");
    explorer.press(&["j", "k"]).shows("Kairos");
}
