//! Explore: the list, the strip, the filter, and the incident in full beside them.
//! What the incident says is tested beside `view`.

use crate::harness::{Explorer, INCIDENTS, RECORDS, SIZES, ascii_records};
use crate::records::now;
use breachline::app::Message;
use breachline::store::{self, Batch, Places};
use breachline::text::Lang;
use breachline::theme::{Glyphs, Theme};
use breachline::widget::Brush;
use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};

const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);

#[test]
fn the_list_and_the_incident_stand_side_by_side_where_there_is_room() {
    assert_snapshot!("wide", Explorer::open(RECORDS, WIDE).press(&["j", "space", "space", "k", "j"]).frame());
}

#[test]
fn a_narrow_terminal_shows_the_list_alone() {
    assert_snapshot!("list", Explorer::open(RECORDS, SMALL).press(&["j", "space"]).frame());
    assert_snapshot!("list_60", Explorer::open(INCIDENTS, (60, 16)).press(&["G"]).frame());
}

#[test]
fn enter_opens_the_incident_and_esc_leaves_it() {
    let mut explorer = Explorer::open(RECORDS, SMALL);
    explorer.filter("id:alder").press(&["enter", "j", "j", "j"]);
    assert_snapshot!("incident", explorer.frame());
    explorer.shows("What happened").press(&["esc"]).hides("What happened").shows("Affected");
    explorer.press(&["enter"]).shows("What happened").press(&["q"]).hides("What happened");
    assert!(explorer.effects().is_empty());
}

#[test]
fn in_french_the_list_and_the_incident_are_french() {
    let mut explorer = Explorer::open_as(RECORDS, WIDE, Lang::Fr, Brush::default());
    assert_snapshot!("french", explorer.filter("id:alder").press(&["tab", "j"]).frame());
}

#[test]
fn in_ascii_every_glyph_is_ascii_and_in_the_plain_theme_nothing_has_a_colour() {
    let mut explorer = Explorer::open_plain(RECORDS, WIDE);
    let frame = explorer.filter("id:alder").press(&["space", "tab", "j"]).frame();
    assert!(frame.is_ascii(), "{frame}");
    assert_snapshot!("plain", frame);
    assert!(explorer.buffer().content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
}

#[test]
fn every_screen_and_overlay_is_ascii_and_colourless_where_that_was_asked_for() {
    let folder = ascii_records();
    for size in SIZES {
        let mut explorer = Explorer::open_plain(folder.path(), size);
        explorer.press(&["space", "space", "space", "space"]);
        for screen in ["1", "2", "3", "4", "5"] {
            for overlay in ["", "?", ":", "o", "/", "r", "T"] {
                explorer.press(&[screen, "j"]);
                if !overlay.is_empty() {
                    explorer.press(&[overlay]);
                }
                if overlay == "T" {
                    explorer.press(&["T", "T"]);
                }
                // the other language is named in its own letters
                let ascii = explorer.frame().to_lowercase().replace("français", "").is_ascii();
                explorer.expect(ascii, "something is not ASCII");
                let plain = explorer.buffer().content().iter().all(|c| c.fg == Color::Reset && c.bg == Color::Reset);
                explorer.expect(plain, "something has a colour");
                explorer.press(&["esc"]);
            }
        }
    }
}

#[test]
fn what_differs_in_status_differs_in_text() {
    let glyph = |glyphs: Glyphs, id: &str| {
        let brush = Brush { theme: Theme::Plain, glyphs };
        let mut explorer = Explorer::open_as(RECORDS, SMALL, Lang::En, brush);
        explorer.filter(&format!("id:{id}"));
        let row = explorer.selected();
        row.split_whitespace().rev().nth(1).unwrap().to_owned()
    };
    for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
        let mut seen: Vec<String> = ["alder", "cedar", "birch", "elm"].iter().map(|id| glyph(glyphs, id)).collect();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 4, "confirmed, claimed, disputed and retracted: {seen:?}");
    }
}

#[test]
fn below_the_least_size_one_line_says_what_is_needed() {
    let mut explorer = Explorer::open(RECORDS, (59, 16));
    assert_eq!(explorer.text().trim(), "60×16 needed, 59×16 here");
    assert_eq!(explorer.resize((80, 15)).text().trim(), "60×16 needed, 80×15 here");
    explorer.press(&["L"]);
    assert_eq!(explorer.text().trim(), "60×16 requis, 80×15 ici");
    explorer.resize((60, 16)).shows("Concernés");
    explorer.resize((3, 1));
    assert_eq!(explorer.text(), "60…");
    explorer.resize((0, 0));
    assert_eq!(explorer.text(), "");
}

#[test]
fn the_cursor_stays_in_the_list_and_the_list_around_the_cursor() {
    let mut explorer = Explorer::open(INCIDENTS, (60, 16));
    let first = explorer.selected();
    assert_eq!(explorer.press(&["k"]).selected(), first);
    let last = explorer.press(&["G"]).selected();
    assert_ne!(first, last);
    assert_eq!(explorer.press(&["j", "pgdn", "ctrl-d", "down"]).selected(), last);
    assert_eq!(explorer.press(&["g"]).selected(), first);
    assert_eq!(explorer.press(&["end", "home"]).selected(), first);
    assert_eq!(explorer.press(&["j", "up"]).selected(), first);
}

#[test]
fn the_selection_survives_filter_order_language_and_reload() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.filter("kairos");
    explorer.expect(explorer.selected().contains("Kairos"), "Kairos is selected");
    for keys in [&["esc"][..], &["s"], &["s"], &["S"], &["s"], &["s"], &["s"], &["L"], &["L"], &["r"], &["T"]] {
        explorer.press(keys);
        explorer.expect(explorer.selected().contains("Kairos"), &format!("{keys:?} moved the selection"));
    }
    explorer.filter("france travail").resize(WIDE).resize((60, 16)).resize(SMALL);
    explorer.expect(explorer.selected().contains("Kairos"), "a filter that shows it, or a size, moved the selection");
    explorer.filter("majorel");
    explorer.expect(explorer.selected().contains("Majorel"), "a filter that hides the selection selects the first");
}

#[test]
fn the_order_is_told_and_reversed() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    let newest = explorer.press(&["g"]).selected();
    let oldest = explorer.press(&["G"]).selected();
    explorer.press(&["S"]);
    explorer.expect(explorer.bottom().contains("date"), "the bottom tells the order");
    assert_eq!(explorer.press(&["g"]).selected(), oldest);
    assert_eq!(explorer.press(&["S", "g"]).selected(), newest);
    explorer.press(&["s"]);
    explorer.expect(explorer.bottom().contains("sorted by affected"), "the bottom tells the order");
    explorer.press(&["L", "s"]);
    explorer.expect(explorer.bottom().contains("trié par"), "the bottom tells the order in French");
}

#[test]
fn matched_letters_are_marked_and_what_matches_is_counted() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["/"]).type_text("kairos");
    assert_eq!(explorer.with_modifier(Modifier::UNDERLINED), ["Kairos"]);
    explorer.shows("1 of 9").shows("8 hidden");
    explorer.press(&["ctrl-u"]).hides("hidden");
    assert!(explorer.with_modifier(Modifier::UNDERLINED).is_empty());
}

#[test]
fn the_filter_ignores_accents_and_case_and_takes_fields() {
    for (text, count) in
        [("KAIROS", 1), ("kaïros", 1), ("year:2025", 6), ("id:2025-07", 1), ("data:birth_date kairos", 1)]
    {
        let mut explorer = Explorer::open(INCIDENTS, SMALL);
        explorer.filter(text).shows(&format!("{count} of 9"));
    }
}

#[test]
fn a_filter_that_hides_all_says_how_to_be_rid_of_it() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.filter("zzzzzz").shows("No incident matches the filter.").shows("esc clears it").shows("0 of 9");
    for (key, why) in [("enter", "Nothing is chosen"), ("space", "Nothing is chosen"), ("y", "Nothing is chosen")] {
        explorer.press(&[key]);
        explorer.expect(explorer.bottom().starts_with(why), &format!("{key} says why it cannot work"));
    }
    explorer.press(&["esc"]).hides("No incident matches").hides("hidden");
}

#[test]
fn a_mistake_in_the_query_is_told_and_keeps_the_last_good_result() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.press(&["/"]).type_text("kairos ");
    let good = explorer.selected();
    explorer.tell(Message::Pasted("yeer:2025".to_owned())).shows("yeer").shows("(nearest: year)").shows("8 hidden");
    assert_eq!(explorer.selected(), good);
    // not yet a mistake: it may still become right
    explorer.press(&["ctrl-u"]).type_text("year:").hides("(nearest");
    explorer.type_text("2025").shows("6 of 9").shows("Explore  2 Timeline");
}

#[test]
fn keys_typed_into_the_filter_are_text_and_not_commands() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["/"]).type_text("q?:5Lc").shows("/ q?:5Lc");
    explorer.press(&["ctrl-c"]);
    assert_eq!(explorer.effects(), [breachline::app::Effect::Quit]);
    explorer.press(&["ctrl-u"]).tell(Message::Pasted("kai\nros\u{1b}[31m".to_owned())).shows("/ kai ros[31m");
}

#[test]
fn the_list_can_be_walked_while_typing() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    let first = explorer.press(&["/"]).type_text("france").selected();
    let last = explorer.press(&["pgdn"]).selected();
    assert_ne!(first, last);
    assert_eq!(explorer.press(&["pgup"]).selected(), first);
    explorer.shows("/ france");
}

#[test]
fn marks_are_shown_counted_and_taken_back() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["space", "space"]).shows("2 marked");
    explorer.press(&["r"]).shows("2 marked");
    explorer.press(&["g", "space"]).shows("1 marked");
    explorer.press(&["U"]).hides("marked").press(&["U"]);
    assert_eq!(explorer.bottom(), "No incident is marked.");
}

#[test]
fn no_letter_of_the_detail_is_lost_under_the_sign_that_more_follows() {
    let mut explorer = Explorer::open(INCIDENTS, (60, 16));
    explorer.filter("kairos").press(&["enter"]);
    explorer.shows("340 000 ").shows("▾");
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    for _ in 0..30 {
        let (before, after) = (explorer.text(), explorer.press(&["tab", "j", "tab"]).text());
        let signs = |text: &str| text.lines().filter(|row| row.ends_with('▾')).count();
        assert!(signs(&before) <= 1 && signs(&after) <= 1, "{after}");
    }
}

#[test]
fn a_record_that_is_read_and_not_yet_listed_is_not_said_to_be_hidden() {
    let records = Places::Paths(vec![INCIDENTS.into()]);
    let all = store::load_all(&records, None, now()).entries;
    let mut explorer = Explorer::unread(INCIDENTS, Lang::En, Brush::default());
    explorer.resize(SMALL);
    let (first, last) = all.split_at(all.len() - 1);
    for (read, entries) in [(first.len(), first.to_vec()), (all.len(), last.to_vec())] {
        let batch = Batch { found: all.len(), read, entries, problems: Vec::new() };
        explorer.tell(Message::Loaded { generation: 1, batch });
    }
    explorer.shows("9 incidents").hides("hidden");
}

#[test]
fn before_anything_is_read_the_screen_says_so_and_shows_progress() {
    let mut explorer = Explorer::unread(INCIDENTS, Lang::En, Brush::default());
    explorer.resize(SMALL).shows("looking for records").shows("0 incidents");
    let batch = Batch { found: 12, read: 6, ..Default::default() };
    explorer.tell(Message::Loaded { generation: 1, batch }).shows("██████░░░░░░ reading 6 of 12");
    explorer
        .tell(Message::LoadEnded { generation: 1, library: Box::default() })
        .hides("reading")
        .shows("No record here.")
        .shows("press r");
}

#[test]
fn while_records_are_read_nothing_is_said_of_all_files() {
    let mut explorer = Explorer::unread(INCIDENTS, Lang::En, Brush::default());
    explorer.resize(SMALL);
    let batch = Batch { found: 12, read: 6, ..Batch::default() };
    explorer.tell(Message::Loaded { generation: 1, batch }).press(&["5"]).shows("No finding so far");
    explorer.tell(Message::LoadEnded { generation: 1, library: Box::default() });
    explorer.shows("Every file was read without a finding.").hides("so far");
}

#[test]
fn what_an_older_load_sends_is_dropped() {
    let mut explorer = Explorer::unread(INCIDENTS, Lang::En, Brush::default());
    explorer.resize(SMALL).load(1);
    explorer.shows("9 incidents").press(&["r"]);
    assert_eq!(explorer.effects().last(), Some(&breachline::app::Effect::Load { generation: 2 }));
    // the old records stay in view, and the first load's late batches change nothing
    explorer.load(1);
    explorer.shows("9 incidents").shows("Reading the files again");
    explorer.load(2);
    explorer.shows("9 incidents").shows("Read again: 9 incidents");
    explorer.load(2);
    explorer.shows("9 incidents");
}

#[test]
fn the_cursor_of_the_incident_rests_on_what_is_told_at_every_size_and_in_every_language() {
    let mut explorer = Explorer::open(INCIDENTS, (89, 23));
    explorer.filter("kairos").press(&["enter"]);
    for round in 0..40 {
        explorer.press(&["j"]);
        for size in [(60 + round, 16), (89, 23), (81, 33), (99, 16)] {
            explorer.resize(size).press(&["L"]);
            explorer.expect(explorer.text().contains("\n▌"), &format!("no cursor is in view at {size:?}"));
        }
    }
}
