//! Saved views: a filter is given a name, shown by it, renamed and deleted, beside the records or among one's own.
//! The file and its faults are tested beside `query::saved` and `store`.

use crate::harness::{Explorer, INCIDENTS, folder_of};
use crate::shell::shell_in;
use insta::assert_snapshot;
use std::fs;
use tempfile::TempDir;

const SMALL: (u16, u16) = (80, 24);

/// A folder of records, and one for the user's own views.
fn folders() -> (TempDir, TempDir) {
    (folder_of(&["records/acme-2025-03.yaml", "records/alder-2024-03.yaml"]), tempfile::tempdir().unwrap())
}

#[test]
fn a_filter_is_saved_shown_renamed_and_deleted() {
    let (folder, own) = folders();
    let mut explorer = Explorer::with_views(folder.path(), own.path(), SMALL);
    explorer.press(&["v"]).shows("None yet").press(&["enter"]);
    assert_eq!(explorer.bottom(), "There is no saved view yet.");
    explorer.press(&["esc", "s"]).filter("year:2024").press(&["V", "two words", "enter"]);
    assert_eq!(explorer.bottom(), "A view's name is one word of letters, digits, -, _ and .");
    explorer.press(&["ctrl-u", "alder", "enter"]).shows("@alder").shows("year:2024").shows("sorted by affected");
    assert!(own.path().join("views.yaml").exists() && !folder.path().join("views.yaml").exists());
    explorer.press(&["esc", "esc", "s", "v", "enter"]).shows("/ year:2024").shows("1 of 2").shows("View: alder");

    explorer.press(&["v", "n", "ctrl-u", "old", "enter"]).shows("@old").hides("@alder");
    explorer.press(&["d"]).shows("Delete the view old?").press(&["esc"]).shows("@old").press(&["d", "j"]).shows("@old");
    explorer.press(&["d", "d"]).shows("None yet").press(&["esc"]).hides("Saved views");
}

#[test]
fn a_view_beside_the_records_is_marked_and_stands_before_ones_own() {
    let (folder, own) = folders();
    let mut explorer = Explorer::with_views(folder.path(), own.path(), SMALL);
    explorer.filter("year:2024").press(&["V", "a", "enter", "esc"]);
    explorer.filter("year:2025").press(&["V", "a"]).shows("A view has this name; enter replaces it.");
    explorer.press(&["tab", "backspace"]).shows("beside the records").press(&["a", "enter"]);
    explorer.shows("shared").shows("year:2025").hides("2024").shows("2 incidents");
    // the next reading takes no view for a record
    explorer.press(&["esc", "r"]).shows("2 incidents").hides("left out").press(&["v"]).shows("shared");
    explorer.press(&["esc", ":", "@a"]).shows("view").press(&["enter"]).shows("/ year:2025");
}

#[test]
fn faults_of_the_file_are_told_as_those_of_records_are() {
    let (folder, own) = folders();
    fs::write(own.path().join("views.yaml"), "views:\n  - { name: a, query: 'yeer:2024' }\n  - { name: b }\n").unwrap();
    let mut explorer = Explorer::with_views(folder.path(), own.path(), SMALL);
    assert_eq!(explorer.bottom(), "Some saved views cannot be read: see Problems (5).");
    explorer.press(&["v"]).shows("@b").hides("@a").press(&["esc", "5"]).shows("views.yaml:2:").shows("nearest: year");
    // what cannot be read of the file is not written over
    fs::write(own.path().join("views.yaml"), "views:\n  - { name: a, mood: 1 }\n").unwrap();
    explorer.press(&["V", "c", "enter"]);
    explorer.expect(explorer.bottom().contains("left as they are"), "it says so");
    assert!(!fs::read_to_string(own.path().join("views.yaml")).unwrap().contains("name: c"));
}

#[test]
fn the_overlay_of_views() {
    let (folder, own) = folders();
    let shared = "views:\n  - { name: late, query: 'status:confirmed year:2025', sort: -affected }\n";
    fs::write(folder.path().join("views.yaml"), shared).unwrap();
    fs::write(own.path().join("views.yaml"), "views:\n  - { name: all }\n").unwrap();
    let mut explorer = Explorer::with_views(folder.path(), own.path(), SMALL);
    let frame = explorer.press(&["v", "j", "n"]).frame();
    // the folder has another name at each run
    assert_snapshot!("overlay", frame.replace(&folder.path().display().to_string(), "records"));
}

#[test]
fn the_shell_lists_a_view_by_its_name() {
    let (folder, _) = folders();
    let views =
        "views:\n  - { name: all, sort: -title }\n  - { name: late, query: 'year:2024' }\n  - { name: ill, sort: x }\n";
    fs::write(folder.path().join("views.yaml"), views).unwrap();
    let list = |arguments: &[&str]| {
        shell_in(folder.path()).run(&[&["list", "--dir", ".", "--format", "ids"], arguments].concat())
    };
    assert_eq!(list(&["@late"]).out, "alder-2024-03\n");
    assert_eq!(list(&["@all"]).out, "alder-2024-03\nacme-2025-03\n");
    assert_eq!(list(&["@all", "--sort", "title"]).out, "acme-2025-03\nalder-2024-03\n");
    assert_eq!(list(&["@late", "acme"]).code, 1, "what follows narrows it");
    let run = list(&["@lat"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("no saved view is called lat; nearest: late"), "{}", run.err);
    assert!(run.err.contains("views.yaml:4:"), "{}", run.err);
    let check = shell_in(folder.path()).run(&["check", "."]);
    assert_eq!(check.code, 1);
    assert!(check.out.contains("views.yaml:4:") && check.out.contains("[unknown_value]"), "{}", check.out);
}

#[test]
fn the_records_of_the_project_have_no_views_of_their_own() {
    Explorer::open(INCIDENTS, SMALL).press(&["V"]).shows("There is no folder for views");
}
