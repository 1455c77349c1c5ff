//! Problems: findings with their place, excerpt and hint.
//! What is found is tested beside `record::check` and in `messages`.

use crate::harness::{BROKEN, Explorer, INCIDENTS};
use breachline::app::{Effect, Spot};
use breachline::text::Lang;
use breachline::widget::Brush;
use insta::assert_snapshot;

const SMALL: (u16, u16) = (80, 24);

#[test]
fn a_finding_has_its_place_an_excerpt_and_a_hint() {
    assert_snapshot!("findings", Explorer::open(BROKEN, SMALL).press(&["5", "j"]).frame());
    let mut french = Explorer::open_as(BROKEN, (120, 40), Lang::Fr, Brush::default());
    assert_snapshot!("french", french.press(&["5", "j", "j"]).frame());
    assert_snapshot!("plain_60", Explorer::open_plain(BROKEN, (60, 16)).press(&["5", "G"]).frame());
}

#[test]
fn the_top_line_counts_them_on_every_screen() {
    let mut explorer = Explorer::open(BROKEN, (60, 16));
    for screen in ["1", "2", "3", "4", "5"] {
        explorer.press(&[screen]).shows("2 incidents").shows("1 file left out").shows("1 warning");
    }
    explorer.resize((100, 24)).shows(BROKEN);
}

#[test]
fn every_finding_is_told_apart_in_the_list_however_narrow() {
    let mut explorer = Explorer::open(BROKEN, (60, 16));
    explorer.press(&["5"]);
    for place in ["broken.yaml:3:38", "broken.yaml:5:13", "broken.yaml:6:31", "warned.yaml:1:1"] {
        explorer.shows(place);
    }
}

#[test]
fn the_columns_of_very_many_findings_are_as_wide_as_those_of_few() {
    let row = |files: usize| {
        let folder = tempfile::tempdir().unwrap();
        for n in 0..files {
            std::fs::write(folder.path().join(format!("{n:04}.yaml")), "title: Untold\n").unwrap();
        }
        let mut explorer = Explorer::open(folder.path(), (120, 40));
        explorer.press(&["5"]).row_with("0000.yaml:")
    };
    assert_eq!(row(4_200), row(1));
}

#[test]
fn e_opens_the_file_at_the_finding_and_y_copies_it() {
    let mut explorer = Explorer::open(BROKEN, SMALL);
    explorer.press(&["5", "j", "j", "e"]);
    let path = format!("{BROKEN}/broken.yaml").into();
    assert_eq!(explorer.effects(), [Effect::Edit { path, spot: Spot::Line(6, 31) }]);
    explorer.press(&["y"]);
    let effects = explorer.effects();
    let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
    assert!(text.starts_with(&format!("{BROKEN}/broken.yaml:6:31: ")), "{text}");
}

#[test]
fn a_mended_file_is_gone_after_r() {
    let folder = crate::harness::folder_of(&["broken-beside/broken.yaml", "broken-beside/good.yaml"]);
    let mut explorer = Explorer::open(folder.path(), (120, 40));
    explorer.press(&["5", "G"]).shows("1 file left out").shows("1 incident");
    let path = folder.path().join("broken.yaml");
    let mended = std::fs::read_to_string(&path).unwrap();
    let mended = mended.replace("sektor", "sector").replace("02-30", "02-29").replace("discloesd", "disclosed");
    std::fs::write(&path, mended.replace("[presse]", "[press]")).unwrap();
    explorer.press(&["r"]).shows("2 incidents").hides("left out").shows("Every file was read without a finding.");
}

#[test]
fn the_editor_closing_reads_the_files_again() {
    let mut explorer = Explorer::open(BROKEN, SMALL);
    explorer.press(&["5", "j"]).tell(breachline::app::Message::Edited).shows("Read again: 2 incidents");
    explorer.expect(explorer.row_with("5:13").starts_with('▌'), "the cursor stays on its finding");
}

#[test]
fn where_nothing_is_wrong_it_says_so() {
    let mut explorer = Explorer::open(INCIDENTS, SMALL);
    explorer.press(&["5"]).shows("Every file was read without a finding.").press(&["e"]);
    assert_eq!(explorer.bottom(), "Nothing is chosen here.");
    explorer.press(&["o"]);
    assert_eq!(explorer.bottom(), "Nothing is chosen here.");
}
