//! What a newcomer does, by keyboard alone, from the first key to the last, on the records of the project.
//! Single screens are tested in `screens`, the real terminal in `session`.

use crate::harness::{Explorer, INCIDENTS, folder_of};
use breachline::app::Effect;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const WIDE: (u16, u16) = (120, 40);

/// A copy of the records of the project.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir(INCIDENTS).unwrap() {
        let path = file.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    folder
}

/// Walks down the incident in full and gives every row that was seen.
fn read_all(explorer: &mut Explorer) -> String {
    let mut seen = explorer.text();
    for _ in 0..20 {
        seen.push_str(&explorer.press(&["pgdn"]).text());
    }
    seen
}

#[test]
fn the_journey_of_the_first_issue() {
    let folder = copy();
    let mut explorer = Explorer::open(folder.path(), WIDE);

    // find the breach of July 2025 by typing
    explorer.shows("9 incidents").press(&["/"]).type_text("kairos").shows("1 of 9").press(&["enter"]);
    explorer.expect(explorer.selected().contains("Kairos"), "Kairos is selected");

    // read its five answers
    let told = read_all(explorer.press(&["enter"]));
    for answer in ["What happened", "Who is concerned", "Which data", "Which risks", "Which measures"] {
        assert!(told.contains(answer), "{answer} is not answered in\n{told}");
    }
    for fact in ["340,000", "Date of birth", "Phishing", "Multi-factor authentication"] {
        assert!(told.contains(fact), "{fact} is not told in\n{told}");
    }

    // mark it and the one of 2024
    explorer.press(&["esc", "space", "esc"]).shows("9 incidents").shows("1 marked").hides("hidden");
    explorer.press(&["/"]).type_text("cap emploi").press(&["enter", "space"]).shows("2 marked").press(&["esc"]);

    // compare them
    explorer.press(&["c"]).shows("Kairos").shows("Cap emploi").shows("Facts").press(&["n", "n"]).shows("▌≠");

    // the timeline of both
    explorer.press(&["t"]).shows("/2").shows("Kairos").shows("Cap emploi").hides("Stormous");
    explorer.press(&["w", "w", "+", "="]);

    // a broken file beside them
    fs::copy("tests/fixtures/broken-beside/broken.yaml", folder.path().join("broken.yaml")).unwrap();
    explorer.press(&["r"]).shows("1 file left out").shows("9 incidents").shows("2 marked");
    explorer.press(&["5"]).shows("broken.yaml:3:38").shows("perhaps “sector” is meant");

    // French
    explorer
        .press(&["L"])
        .shows("peut-être")
        .shows("9 incidents")
        .shows("1 fichier écarté")
        .press(&["3"])
        .shows("Faits");

    // and back to the shell
    explorer.press(&["q"]).shows("Concernés").press(&["q"]);
    assert_eq!(explorer.effects(), [Effect::Quit]);
}

#[test]
fn the_source_of_each_claim_can_be_listed_opened_and_copied() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.filter("kairos").press(&["enter"]);
    let mut opened = Vec::new();
    for _ in 0..40 {
        explorer.press(&["j"]);
        let here = explorer.rows().into_iter().filter_map(|row| row.split_once("│▌").map(|(_, row)| row.to_owned()));
        let here = here.collect::<Vec<String>>().join(" ");
        if !(here.contains("persons") || here.contains("accounts")) || !here.contains('[') {
            continue;
        }
        explorer.press(&["o"]).shows("╭ Sources").press(&["g", "enter"]);
        match explorer.effects().pop() {
            Some(Effect::OpenAddress(address)) => {
                assert!(address.starts_with("https://"), "{address}");
                explorer.press(&["y"]);
                assert_eq!(explorer.effects(), [Effect::Copy(address.clone())]);
                opened.push(address);
            }
            None => drop(explorer.shows("This source has no address.")),
            other => panic!("{other:?}"),
        }
        explorer.press(&["esc"]);
    }
    assert!(opened.iter().any(|address| address.starts_with("https://www.bfmtv.com/")), "{opened:?}");
}

#[test]
fn the_sources_of_a_statement_are_those_it_cites_and_no_others() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer
        .filter("kairos")
        .press(&["enter", "j", "j", "o"])
        .shows("BFMTV")
        .hides("CNews")
        .press(&["esc", "esc", "o"]);
    explorer.shows("5 questions pour tout comprendre");
}

#[test]
fn the_july_breach_is_found_in_other_words_too() {
    for words in ["KAIROS", "juillet kairos", "partners portal", "year:2025 isere", "id:2025-07", "anssi infostealer"] {
        let mut explorer = Explorer::open(INCIDENTS, WIDE);
        let found = explorer.filter(words).text().contains("Kairos, the");
        // a month is no word of a record
        explorer.expect(found != words.starts_with("juillet"), words);
    }
}

#[test]
fn esc_leaves_what_is_open_and_then_clears_the_filter() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    explorer.filter("kairos").press(&["enter", "o"]).shows("╭ Sources");
    explorer.press(&["esc"]).hides("╭ Sources").shows("/ kairos").shows("e edit");
    explorer.press(&["esc"]).shows("/ kairos").shows("enter open");
    explorer.press(&["esc"]).hides("/ kairos").shows("9 incidents");
    explorer.press(&["esc", "esc"]).shows("9 incidents");
    assert!(explorer.effects().is_empty());
}

#[test]
fn the_filter_is_in_view_on_every_screen() {
    let mut explorer = Explorer::open(INCIDENTS, (60, 16));
    explorer.filter("year:2025");
    for screen in ["1", "2", "3", "4", "5"] {
        explorer.press(&[screen]).shows("/ year:2025").shows("6 of 9").shows("3 hidden");
    }
    explorer.press(&["esc"]).hides("year:2025").hides("hidden");
}

#[test]
fn q_goes_back_and_quits_from_explore() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    for screen in ["2", "3", "4", "5"] {
        explorer.press(&[screen, "q"]).shows("Affected");
        assert!(explorer.effects().is_empty(), "{screen}");
    }
    explorer.press(&["tab", "q"]);
    assert!(explorer.effects().is_empty(), "q leaves the incident first");
    explorer.press(&["q"]);
    assert_eq!(explorer.effects(), [Effect::Quit]);
    for screen in ["1", "2", "3", "4", "5", "?", ":", "o", "/"] {
        explorer.press(&["1", screen, "ctrl-c"]);
        assert_eq!(explorer.effects(), [Effect::Quit], "{screen}");
        explorer.press(&["esc"]);
    }
}

#[test]
fn a_key_that_cannot_work_says_why() {
    let mut explorer = Explorer::open(INCIDENTS, WIDE);
    let cases = [
        (&["1", "U"][..], "No incident is marked."),
        (&["1", "c"], "Mark two to six incidents with space, then press c."),
        (&["2", "space"], "space does nothing here."),
        (&["4", "space"], "space does nothing here."),
        (&["4", "y"], "Nothing is chosen here."),
        (&["4", "o"], "Nothing is chosen here."),
        (&["4", "e"], "Nothing is chosen here."),
        (&["5", "enter"], "enter does nothing here."),
        (&["5", "e"], "Nothing is chosen here."),
    ];
    for (keys, why) in cases {
        explorer.press(keys);
        explorer.expect(explorer.bottom() == why, &format!("{keys:?} says why: {why}"));
        explorer.press(&["j"]);
        explorer.expect(explorer.bottom() != why, "the next key takes the reason away");
    }
}

#[test]
fn built_in_records_cannot_be_edited_and_say_so() {
    let mut explorer = Explorer::built_in(WIDE);
    explorer.shows("built-in records (read-only)").shows("9 incidents").press(&["e"]);
    explorer.shows("These records are built into the program and cannot be changed.");
    explorer.press(&["esc"]).hides("cannot be changed");
    assert!(explorer.effects().is_empty());
}

#[test]
fn marks_and_the_selection_survive_a_reload_that_adds_records() {
    let folder = folder_of(&["records/birch-2023-11.yaml", "records/cedar-2025-01.yaml"]);
    let mut explorer = Explorer::open(folder.path(), (80, 24));
    explorer.filter("birch").press(&["space", "esc"]).shows("1 marked");
    fs::copy("tests/fixtures/records/alder-2024-03.yaml", folder.path().join("alder-2024-03.yaml")).unwrap();
    explorer.press(&["r"]).shows("3 incidents").shows("1 marked").shows("▌▪Birch Bank");
    fs::remove_file(folder.path().join("birch-2023-11.yaml")).unwrap();
    explorer.press(&["r"]).shows("2 incidents").hides("Birch Bank").press(&["c"]);
    assert_eq!(explorer.bottom(), "Mark two to six incidents with space, then press c.");
}

/// English that the French screens must not show, each between two bars.
const ENGLISH: &str = "\
    incident in|hidden|marked|left out|warning|filter|Explore|Timeline|Compare|Statistics|Problems|open|\
    quit|back|help|What happened|Who is|Key dates|Gaps|Which|How it|Other parties|Related|Notes|Facts|\
    not stated|Not stated|stated|exposed|claimed|disputed|confirmed|Affected|Status|persons|accounts|\
    at least|about|between|days|hours|July|January|Jul|Detected|Disclosed|done|planned|Phishing|Name|\
    Count by|Year|Vector|sources the|line|column|nearest|there is no|perhaps|Keys|Everywhere|Down|\
    Find a command|enter opens|Sorted|sorted|Theme:|Reading|Read again|does nothing|Nothing is|chosen|\
    No incident|bars:|logarithmic|superseded|contested|unknown|date unknown|cannot be|against|differs|\
    same organisation|Damages";

#[test]
fn no_known_english_word_is_left_on_a_french_screen() {
    let folder = copy();
    fs::copy(Path::new("tests/fixtures/broken-beside/broken.yaml"), folder.path().join("broken.yaml")).unwrap();
    let mut explorer = Explorer::open(folder.path(), WIDE);
    explorer.press(&["L"]);
    explorer.press(&["space", "space", "space", "g"]);
    let mut walks: Vec<Vec<&str>> = vec![vec!["enter"], vec!["2"], vec!["3"], vec!["4"], vec!["5"]];
    walks.extend([vec!["1", "?"], vec!["1", ":"], vec!["1", "o"], vec!["1", "/"], vec!["5", "space"], vec!["1", "s"]]);
    walks.extend([vec!["1", "T"], vec!["1", "r"], vec!["2", "?"], vec!["3", "?"], vec!["3", "d"], vec!["4", "y"]]);
    for keys in walks {
        explorer.press(&keys);
        for _ in 0..14 {
            let text = explorer.text();
            for word in ENGLISH.split('|') {
                explorer.expect(!has_word(&french(&text), word), &format!("{word:?} is English, after {keys:?}"));
            }
            explorer.press(&["down", "down", "down"]);
        }
        explorer.press(&["esc"]);
    }
}

/// Whether a word stands in a text, not as a part of another or of an id.
fn has_word(text: &str, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    text.match_indices(word)
        .any(|(at, _)| !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next()))
}

/// The screen without what is English in any language: the folder, keys, and names of things.
fn french(text: &str) -> String {
    let body: Vec<&str> = text.lines().skip(1).collect();
    let mut body = body.join("\n");
    for name in ["compare ", "TechRadar", "breach may have exposed", "Data breach", "France Data Breach Exposes"] {
        body = body.replace(name, "");
    }
    body
}
