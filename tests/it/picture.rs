//! The picture of the README is drawn from a real frame, so that it stays true; `UPDATE=1` draws it anew.
//! What stands on the frame is tested in `screens`.

use crate::harness::{Explorer, INCIDENTS};
use breachline::picture;
use std::fs;

const FILE: &str = "docs/explore.svg";

/// The frame of the picture: the breach of July 2025 in full, the one of 2024 marked.
fn frame() -> Explorer {
    let mut explorer = Explorer::open(INCIDENTS, (120, 40));
    explorer.filter("cap emploi").press(&["space"]).filter("kairos").press(&["esc"]);
    explorer
}

fn drawn() -> String {
    let description = "A list of nine incidents over time, and beside it one of them in full: what happened, who is \
                       concerned by whose account, and when.";
    picture::svg(&frame().buffer(), "breachline: the breaches of France Travail", description)
}

#[test]
fn the_picture_of_the_readme_is_a_real_frame() {
    let drawn = drawn();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(FILE, &drawn).unwrap();
    }
    let kept = fs::read_to_string(FILE).unwrap_or_default();
    assert!(kept == drawn, "{FILE} is not what the program draws; run UPDATE=1 cargo test --test it picture");
}

#[test]
fn the_frame_of_the_picture_shows_what_the_readme_tells() {
    let mut explorer = frame();
    explorer.shows("9 incidents").shows("1 marked").hides("hidden").shows("340,000").shows("36,820,828");
    explorer.expect(explorer.selected().contains("Kairos"), "Kairos is selected");
}

#[test]
fn the_picture_holds_no_script_and_nothing_from_elsewhere() {
    let drawn = drawn();
    for bad in ["<script", "href", "url(", "@import", "<image", "onload", "&lt;script"] {
        assert!(!drawn.contains(bad), "{bad}");
    }
    assert!(drawn.contains("prefers-color-scheme:dark") && drawn.contains("<title") && drawn.contains("<desc"));
}
