//! Records changed, deleted, brought back, and changed by others meanwhile: keys and messages in, frames and files out.
//! How a file is written is tested beside `store::save`.

use crate::harness::{Explorer, RECORDS, folder_of};
use breachline::app::{Effect, Message};
use breachline::edit::{Failure, Sidecar, Why, Write};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const FILES: [&str; 3] = ["records/acme-2025-03.yaml", "records/alder-2024-03.yaml", "records/birch-2023-11.yaml"];

fn folder() -> TempDir {
    folder_of(&FILES)
}

fn open(folder: &TempDir) -> Explorer {
    Explorer::open(folder.path(), (120, 40))
}

fn original(file: &str) -> String {
    fs::read_to_string(Path::new(RECORDS).join(file)).unwrap()
}

/// Has the program write a file, as a form does.
fn write(explorer: &mut Explorer, path: &Path, before: &str, after: &str) {
    let write = Write {
        path: path.to_owned(),
        before: Some(before.as_bytes().to_vec()),
        after: Some(after.as_bytes().to_vec()),
    };
    let outcome = breachline::store::save(&write);
    explorer.tell(Message::Written { write, why: Why::Change, outcome });
}

#[test]
fn a_deletion_is_asked_for_twice_and_taken_back_to_the_byte() {
    let folder = folder();
    let file = folder.path().join("acme-2025-03.yaml");
    let mut explorer = open(&folder);
    explorer.filter("title:acme").press(&["D"]).shows("Delete \"Acme: customer portal\"?").shows("acme-2025-03.yaml");
    explorer.press(&["x"]).shows("Delete");
    explorer.press(&["y"]).shows("Really delete");
    assert!(file.exists());
    explorer.press(&["y"]).shows("in the trash").shows("2 incidents");
    assert!(!file.exists());
    explorer.press(&["u"]).shows("3 incidents");
    assert_eq!(fs::read_to_string(&file).unwrap(), original("acme-2025-03.yaml"));
    assert!(explorer.selected().contains("Acme"));
    explorer.press(&["u"]).shows("Nothing was written yet to undo.");
    explorer.press(&["ctrl-r"]).shows("2 incidents");
    explorer.press(&["D", "esc"]).hides("Delete");
}

#[test]
fn a_write_is_taken_back_and_made_again_unless_the_file_changed_since() {
    let folder = folder();
    let file = folder.path().join("acme-2025-03.yaml");
    let (before, after) =
        (original("acme-2025-03.yaml"), original("acme-2025-03.yaml").replace("customer portal", "the portal"));
    let mut explorer = open(&folder);
    write(&mut explorer, &file, &before, &after);
    explorer.shows("acme-2025-03.yaml saved").shows("Acme: the portal");
    explorer.press(&["u"]).shows("as it was before").shows("Acme: customer portal");
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    explorer.press(&["ctrl-r"]).shows("Acme: the portal");
    fs::write(&file, before.replace("customer portal", "their portal")).unwrap();
    explorer.press(&["u"]).shows("Nothing undone").shows("changed by another program");
    assert!(fs::read_to_string(&file).unwrap().contains("their portal"));
    explorer.tell(Message::Changed).shows("Acme: their portal");
}

#[test]
fn a_file_that_changed_underneath_is_asked_about() {
    let (before, mine) =
        (original("acme-2025-03.yaml"), original("acme-2025-03.yaml").replace("customer portal", "my portal"));
    let theirs = before.replace("customer portal", "their portal");
    let asked = || {
        let folder = folder();
        let file = folder.path().join("acme-2025-03.yaml");
        let mut explorer = open(&folder);
        fs::write(&file, &theirs).unwrap();
        write(&mut explorer, &file, &before, &mine);
        explorer.shows("changed by another program").shows("nothing is lost");
        (folder, file, explorer)
    };
    let (_folder, file, mut explorer) = asked();
    explorer.press(&["d"]).shows("- title: { en: \"Acme: their portal\"").shows("+ title: { en: \"Acme: my portal\"");
    explorer.press(&["esc", "o"]).shows("saved").shows("Acme: my portal");
    assert_eq!(fs::read_to_string(&file).unwrap(), mine);
    explorer.press(&["u"]).shows("Acme: their portal");

    let (folder, file, mut explorer) = asked();
    explorer.press(&["k"]).shows("acme-2025-03-2.yaml saved").shows("4 incidents");
    assert_eq!(fs::read_to_string(&file).unwrap(), theirs);
    let other = fs::read_to_string(folder.path().join("acme-2025-03-2.yaml")).unwrap();
    assert_eq!(other, mine.replace("id: acme-2025-03\n", "id: acme-2025-03-2\n"));

    let (_folder, file, mut explorer) = asked();
    explorer.press(&["esc"]).hides("nothing is lost");
    assert_eq!(fs::read_to_string(&file).unwrap(), theirs);
}

#[test]
fn why_a_file_was_not_written_is_told_in_both_languages() {
    let folder = folder();
    let mut explorer = Explorer::open(folder.path(), (80, 24));
    for (failure, english, french) in [
        (Failure::Full, "the disk is full", "le disque est plein"),
        (Failure::Denied, "you may not write", "vous n'avez pas le droit"),
        (Failure::NoFolder, "its folder is no longer there", "son dossier n'existe plus"),
        (Failure::ReadOnly, "can only be read", "en lecture seule"),
    ] {
        let path = "/a/long/way/down/to/the/folder/of/the/records/that/would/hide/the/reason/a.yaml".into();
        let write = Write { path, before: Some(Vec::new()), after: Some(Vec::new()) };
        for told in [english, french] {
            let outcome = Err(failure.clone());
            explorer.tell(Message::Written { write: write.clone(), why: Why::Change, outcome }).shows(told);
            explorer.press(&["L"]);
        }
    }
}

#[test]
fn changes_on_disk_appear_and_selection_filter_and_scroll_stay() {
    let folder = folder();
    let mut explorer = open(&folder);
    explorer.filter("title:a").press(&["G"]);
    let selected = explorer.selected();
    fs::write(
        folder.path().join("aaa.yaml"),
        "title: A new one\norganisation: { name: AAA }\ntimeline: [{ date: 2030, kind: other }]\n",
    )
    .unwrap();
    explorer.tell(Message::Changed).shows("4 incidents").shows("A new one");
    assert_eq!(explorer.selected(), selected);
    fs::rename(folder.path().join("aaa.yaml"), folder.path().join("bbb.yaml")).unwrap();
    fs::remove_file(folder.path().join("birch-2023-11.yaml")).unwrap();
    explorer.tell(Message::Changed).shows("3 incidents").shows("A new one").shows("title:a");
}

#[test]
fn a_file_that_broke_leads_to_problems_and_its_old_version_stays() {
    let folder = folder();
    let file = folder.path().join("acme-2025-03.yaml");
    let mut explorer = open(&folder);
    explorer.filter("title:acme").press(&["e"]);
    fs::write(&file, original("acme-2025-03.yaml").replace("kind: intrusion", "kind: intrusino")).unwrap();
    explorer.tell(Message::Edited).shows("intrusino").shows("its last good version stays in view");
    explorer.press(&["1"]).shows("Acme: customer portal").shows("3 incidents");
    // what others break is told by the line at the top alone
    fs::write(folder.path().join("alder-2024-03.yaml"), "nothing").unwrap();
    explorer.tell(Message::Changed).shows("3 incidents").shows("2 broken files shown as they were").hides("left out");
    fs::write(&file, original("acme-2025-03.yaml")).unwrap();
    explorer.tell(Message::Changed).shows("1 broken file shown as it was").shows("Acme: customer portal");
}

#[test]
fn the_records_built_in_are_copied_before_they_can_be_changed() {
    let mut explorer = Explorer::built_in((120, 40));
    explorer.press(&["e"]).shows("built into the program").press(&["esc"]);
    explorer.press(&["D"]).shows("built into the program").press(&["y"]);
    assert_eq!(explorer.effects(), [breachline::app::Effect::CopyBuiltIn]);
    explorer.tell(Message::Copied { folder: "/home/me/records".into(), outcome: Ok(()) });
    explorer.shows("The records are in /home/me/records now");
}

#[test]
fn that_nothing_can_be_watched_is_told_once() {
    let folder = folder();
    let mut explorer = open(&folder);
    explorer.tell(Message::NotWatched("no more watches".to_owned())).shows("r reads the files again");
    explorer.press(&["j"]).tell(Message::NotWatched("no more watches".to_owned())).hides("r reads the files again");
}

#[test]
fn stars_tags_and_notes_are_the_users_own_and_shown_in_list_and_detail() {
    let folder = folder();
    let mut explorer = open(&folder);
    explorer.filter("title:acme").press(&["*"]);
    let [Effect::Annotate(id, star)] = &explorer.effects()[..] else { panic!("{}", explorer.frame()) };
    let mut sidecar = Sidecar::default();
    sidecar.set(id, star.clone());
    let path = Path::new("annotations.yaml");
    explorer.tell(Message::Annotated { path: path.into(), outcome: Ok(sidecar.clone()) });
    assert!(explorer.selected().contains("★ Acme"), "{}", explorer.selected());
    explorer.press(&["#"]).shows("For yourself: acme-2025-03").type_text("#todo ask the DPO q").press(&["enter"]);
    let [Effect::Annotate(id, noted)] = &explorer.effects()[..] else { panic!("{}", explorer.frame()) };
    sidecar.set(id, noted.clone());
    explorer.tell(Message::Annotated { path: path.into(), outcome: Ok(sidecar.clone()) });
    explorer.shows("★ #todo  ask the DPO q").press(&["#"]).shows("#todo ask the DPO q").press(&["esc", "*"]);
    let [Effect::Annotate(_, unstarred)] = &explorer.effects()[..] else { panic!("{}", explorer.frame()) };
    assert!(!unstarred.star && unstarred.tags == ["todo"]);
    let outcome = Err(Failure::Other("line 3".to_owned()));
    explorer.tell(Message::Annotated { path: path.into(), outcome }).shows("annotations.yaml was not written: line 3");
    assert_eq!(fs::read_to_string(folder.path().join("acme-2025-03.yaml")).unwrap(), original("acme-2025-03.yaml"));
}
