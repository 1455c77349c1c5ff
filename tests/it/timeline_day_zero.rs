//! The timeline as it is used: day 0, who cannot be aligned, medians, shortened stretches, and the same from the shell.
//! It does not look at colours.

use crate::harness::{Explorer, INCIDENTS};
use breachline::text::Lang;
use breachline::theme::{Glyphs, Theme};
use breachline::widget::Brush;
use std::process::{Command, Output};

/// The records of France Travail on the timeline.
struct Screen(Explorer);

impl Screen {
    fn open(size: (u16, u16), glyphs: Glyphs) -> Screen {
        let mut screen = Screen(Explorer::open_as(INCIDENTS, size, Lang::En, Brush { theme: Theme::Plain, glyphs }));
        let _ = screen.press("2");
        screen
    }

    /// Presses keys and gives the rows of the screen.
    fn press(&mut self, keys: &str) -> Vec<String> {
        self.0.type_text(keys).rows()
    }
}

/// The axis of a frame: its upper row and its lower one.
fn axis(rows: &[String]) -> [String; 2] {
    [rows[2].clone(), rows[3].clone()]
}

fn row_with<'a>(rows: &'a [String], text: &str) -> &'a str {
    rows.iter()
        .find(|row| row.contains(text))
        .map_or_else(|| panic!("no {text} in\n{}", rows.join("\n")), String::as_str)
}

fn column(row: &str, text: &str) -> usize {
    row[..row.find(text).unwrap()].chars().count()
}

#[test]
fn day_0_at_detection_puts_2024_and_july_2025_on_one_scale() {
    let rows = Screen::open((200, 60), Glyphs::Unicode).press("0");
    let zero = column(row_with(&rows, "day 0: Detected"), "day 0");
    assert_eq!(rows[3].chars().nth(zero), Some('0'));
    for title in ["accounts of", "Kairos, the"] {
        let lane: Vec<char> = row_with(&rows[4..], title).chars().collect();
        assert!(!"·┊".contains(lane[zero]), "{title} has no mark at day 0:\n{}", rows.join("\n"));
    }
}

#[test]
fn a_record_without_the_anchor_is_listed_with_the_reason() {
    let mut screen = Screen::open((120, 40), Glyphs::Unicode);
    let rows = screen.press("0");
    assert!(row_with(&rows, "leak listed in September 2025").contains("Detected: not stated"));
    let rows = Screen::open((80, 24), Glyphs::Unicode).press("0");
    assert!(row_with(&rows, "cannot be aligned").contains("4 incidents cannot be aligned · Detected: 4 not stated"));
    let rows = screen.press("Z");
    assert!(row_with(&rows, "cannot be aligned").contains("4 date unknown"), "{}", rows.join("\n"));
}

#[test]
fn z_goes_round_the_milestones_and_0_returns_to_the_calendar() {
    let mut screen = Screen::open((120, 40), Glyphs::Unicode);
    let calendar = screen.press("");
    assert!(row_with(&screen.press("z"), "press 0 first").contains("day 0"));
    assert!(screen.press("0")[2].contains("day 0: Detected"));
    // nobody states awareness: the screen says so
    assert!(screen.press("z").iter().any(|row| row.contains("No incident here states when this happened: Aware")));
    for name in ["Authority notified", "Persons informed", "Disclosed", "Intrusion", "Detected"] {
        assert!(screen.press("z")[2].contains(&format!("day 0: {name}")), "{name}");
    }
    assert!(screen.press("Z")[2].contains("day 0: Intrusion"));
    let _ = screen.press("z");
    assert_eq!(screen.press("0"), calendar);
}

#[test]
fn the_median_has_a_lane_at_day_0_alone() {
    let mut screen = Screen::open((120, 40), Glyphs::Unicode);
    assert!(screen.press("m").iter().any(|row| row.contains("press 0 first")));
    let aligned = screen.press("0");
    assert!(!aligned.iter().any(|row| row.contains("Median of")));
    let rows = screen.press("m");
    assert!(rows[4].contains("Median of 5"), "{}", rows.join("\n"));
    assert_eq!(screen.press("m"), aligned);
}

#[test]
fn empty_stretches_are_shortened_and_marked_on_the_axis_and_in_every_lane() {
    for (glyphs, mark) in [(Glyphs::Unicode, "╱╱"), (Glyphs::Ascii, "//")] {
        let mut screen = Screen::open((200, 60), glyphs);
        let rows = screen.press("");
        let [upper, lower] = axis(&rows);
        assert!(lower.contains("15 months") && lower.contains("13 months"), "{lower}");
        let breaks = upper.matches(mark).count();
        assert_eq!(breaks, 4, "{upper}");
        for lane in rows[4..40].chunks(4) {
            assert_eq!(lane[0].matches(mark).count(), breaks, "{}", lane.join("\n"));
        }
    }
}

#[test]
fn every_key_bears_every_size() {
    for size in [(60, 16), (61, 17), (99, 20), (100, 16), (300, 90)] {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let mut screen = Screen::open(size, glyphs);
            for key in "0m=++++++++++hhlwwbjGz-Zz-----------------=zwzm0=+++wwllhh------------------".chars() {
                let _ = screen.press(&key.to_string());
            }
        }
    }
}

#[test]
fn the_scale_changes_by_no_move() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let mut screen = Screen::open(size, Glyphs::Unicode);
        let before = axis(&screen.press(""));
        for key in ["j", "j", "w", "w", "b", "k", "j"] {
            assert_eq!(axis(&screen.press(key)), before, "{key} at {size:?}");
        }
        assert_ne!(axis(&screen.press("+")), before);
        assert_eq!(axis(&screen.press("=")), before);
    }
}

fn breachline(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_breachline"))
        .args(["--dir", "incidents", "--lang", "en"])
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn the_shell_aligns_in_every_format() {
    let text = breachline(&["timeline", "--align", "detected", "--width", "120"]);
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.contains("day 0: Detected") && text.contains("Detected: not stated  France Travail: leak"), "{text}");
    let svg = String::from_utf8(breachline(&["timeline", "--align", "detected", "--format", "svg"]).stdout).unwrap();
    assert!(svg.contains("day 0: Detected"));
    let json = breachline(&["timeline", "--align", "detected", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["align"], "detected");
    let lanes = json["lanes"].as_array().unwrap();
    let lane = |id: &str| lanes.iter().find(|lane| lane["id"] == id).unwrap();
    let july = lane("france-travail-2025-07");
    assert_eq!(july["anchor"]["text"], "2025-07-12");
    let disclosed = july["marks"].as_array().unwrap().iter().find(|mark| mark["at"] == "timeline[5]").unwrap();
    assert_eq!(disclosed["kind"], "disclosed");
    // 12 July to 23 July: from 10 to 12 days
    assert_eq!(disclosed["offset"], serde_json::json!({ "min_hours": 240.0, "max_hours": 288.0 }));
    let listed = lane("france-travail-2025-09");
    assert_eq!((&listed["anchor"], &listed["missing"]), (&serde_json::Value::Null, &"not_stated".into()));
}

#[test]
fn the_shell_adds_the_medians_where_they_are_asked_for() {
    let asked = ["timeline", "--align", "detected", "--median", "--width", "120"];
    let text = String::from_utf8(breachline(&asked).stdout).unwrap();
    assert!(text.lines().nth(2).unwrap().contains("Median of 5 incidents"), "{text}");
    let svg = String::from_utf8(breachline(&[&asked[..], &["--format", "svg"]].concat()).stdout).unwrap();
    assert!(svg.contains("Median of 5 incidents"));
    let json: serde_json::Value =
        serde_json::from_slice(&breachline(&[&asked[..], &["--format", "json"]].concat()).stdout).unwrap();
    assert_eq!(json["median"]["of"], 5);
    let disclosed =
        &json["median"]["milestones"].as_array().unwrap().iter().find(|m| m["kind"] == "disclosed").unwrap();
    assert_eq!(
        (&disclosed["of"], &disclosed["min_hours"], &disclosed["max_hours"]),
        (&5.into(), &48.0.into(), &144.0.into())
    );
    assert_eq!(breachline(&["timeline", "--median"]).status.code(), Some(2));
}

#[test]
fn an_unknown_milestone_is_a_mistake_of_usage_and_the_nearest_is_told() {
    let output = breachline(&["timeline", "--align", "detcted"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("detcted") && told.contains("nearest: detected"), "{told}");
}
