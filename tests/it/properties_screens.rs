//! What holds on every frame, whatever the keys and the size: it is drawn, by a drawing that changes nothing, and is clean.
//! What a frame says is tested in `screens`.

use crate::harness::{BROKEN, Explorer, INCIDENTS, RECORDS, cells};
use breachline::command::TABLE;
use breachline::text::{Lang, is_hostile};
use breachline::theme::{Glyphs, Theme};
use breachline::widget::Brush;
use proptest::prelude::*;

/// A key of the table, a text that is typed, or a new size.
#[derive(Clone, Debug)]
enum Step {
    Key(&'static str),
    Text(&'static str),
    Size((u16, u16)),
}

fn step() -> impl Strategy<Value = Step> {
    // ending the program ends nothing here
    let keys: Vec<&'static str> = TABLE.iter().flat_map(|row| row.keys).copied().collect();
    let texts =
        vec!["kairos", "year:", "year:2025 ", "yeer:1", "\"", "漢字", "e\u{301}", "id:willow", "data:name=", "   "];
    prop_oneof![
        20 => prop::sample::select(keys).prop_map(Step::Key),
        2 => prop::sample::select(vec!["backspace", "delete", "ctrl-w", "ctrl-a", "ctrl-e"]).prop_map(Step::Key),
        3 => prop::sample::select(texts).prop_map(Step::Text),
        2 => size().prop_map(Step::Size),
    ]
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        Just((0, 0)),
        Just((1, 1)),
        Just((60, 16)),
        Just((80, 24)),
        (0u16..=300, 0u16..=100),
        (60u16..=120, 16u16..=40),
    ]
}

fn brush() -> impl Strategy<Value = Brush> {
    let themes = prop::sample::select(vec![Theme::Terminal, Theme::Contrast, Theme::Plain]);
    let glyphs = prop::sample::select(vec![Glyphs::Unicode, Glyphs::Ascii]);
    (themes, glyphs).prop_map(|(theme, glyphs)| Brush { theme, glyphs })
}

fn take(explorer: &mut Explorer, step: &Step) {
    match step {
        Step::Key(key) => explorer.press(&[key]),
        Step::Text(text) => explorer.type_text(text),
        Step::Size(size) => explorer.resize(*size),
    };
}

/// Draws twice and looks at every cell.
fn look(explorer: &Explorer) {
    let buffer = explorer.buffer();
    explorer.expect(buffer == explorer.buffer(), "drawing changed something");
    for y in 0..buffer.area.height {
        for (x, cell) in cells(&buffer, y) {
            let bad = cell.symbol().chars().find(|c| is_hostile(*c));
            explorer.expect(bad.is_none(), &format!("{x},{y} holds {bad:?}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_frame_is_drawn_and_clean_whatever_the_keys_and_sizes(
        folder in prop::sample::select(vec![INCIDENTS, RECORDS, BROKEN, "tests/fixtures/programs"]),
        lang in prop::sample::select(Lang::ALL.to_vec()),
        brush in brush(),
        first in size(),
        steps in prop::collection::vec(step(), 1..24),
    ) {
        let mut explorer = Explorer::open_as(folder, first, lang, brush);
        look(&explorer);
        for step in &steps {
            take(&mut explorer, step);
            look(&explorer);
        }
    }

    #[test]
    fn the_cursors_row_is_in_view_wherever_it_goes(
        screen in prop::sample::select(vec!["1", "3", "5"]),
        size in (60u16..=130, 16u16..=45),
        steps in prop::collection::vec(moves(), 1..24),
    ) {
        let folder = if screen == "5" { "tests/fixtures/broken" } else { INCIDENTS };
        let mut explorer = Explorer::open(folder, size);
        if screen == "3" {
            explorer.press(&["space", "space", "space"]);
        }
        explorer.press(&[screen]);
        for step in &steps {
            take(&mut explorer, step);
            // the list's cursor is in the first column
            let seen = explorer.rows().iter().any(|row| row.starts_with('▌'));
            explorer.expect(seen, &format!("after {step:?} of {steps:?} no cursor is in view"));
        }
    }
}

fn moves() -> impl Strategy<Value = Step> {
    let keys = vec![
        "j", "k", "g", "G", "pgdn", "pgup", "ctrl-d", "ctrl-u", "down", "up", "n", "N", "d", "l", "h", "s", "S", "L",
    ];
    prop_oneof![
        8 => prop::sample::select(keys).prop_map(Step::Key),
        2 => (60u16..=130, 16u16..=45).prop_map(Step::Size),
    ]
}

#[test]
fn every_size_up_to_a_large_one_is_drawn_on_every_screen() {
    let mut explorer = Explorer::open(RECORDS, (80, 24));
    explorer.press(&["space", "space", "space"]);
    for screen in ["1", "2", "3", "4", "5"] {
        explorer.press(&[screen]);
        for width in [0, 1, 2, 59, 60, 61, 79, 99, 100, 101, 109, 110, 111, 300] {
            for height in [0, 1, 15, 16, 17, 23, 24, 100] {
                explorer.resize((width, height));
                assert_eq!(explorer.buffer().area.width, width);
            }
        }
    }
}
