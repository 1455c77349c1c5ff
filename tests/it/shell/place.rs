//! Where records come from: what is asked for, the environment, the folders, the program itself.
//! It opens no screen.

use super::{SOUND, folder, shell_in};

fn named(title: &str) -> String {
    SOUND.replacen("{text}", title, 2).replace("{text}", title)
}

fn ids(out: &str) -> Vec<&str> {
    out.lines().collect()
}

const IDS: [&str; 3] = ["list", "--format", "ids"];

#[test]
fn in_an_empty_folder_the_records_built_in_are_listed() {
    let empty = tempfile::tempdir().unwrap();
    let list = shell_in(empty.path()).prints(&IDS);
    assert_eq!(ids(&list).len(), 9);
    let source = shell_in(empty.path()).prints(&["show", "france-travail-2025-07", "--format", "yaml"]);
    let file = format!("{}/incidents/france-travail-2025-07.yaml", crate::source::ROOT);
    assert_eq!(source, std::fs::read_to_string(file).unwrap());
}

#[test]
fn the_nearest_of_the_usual_places_is_taken() {
    let here = tempfile::tempdir().unwrap();
    let data = tempfile::tempdir().unwrap();
    let variable = folder(&[("by-variable.yaml", &named("v"))]);
    let option = folder(&[("by-option.yaml", &named("o"))]);
    let list = |arguments: &[&str], variables: bool| {
        let shell = shell_in(here.path()).with("XDG_DATA_HOME", data.path());
        let shell = if variables { shell.with("BREACHLINE_DIR", variable.path()) } else { shell };
        shell.prints(&[&IDS[..], arguments].concat())
    };
    let stored = data.path().join("breachline/incidents");
    std::fs::create_dir_all(&stored).unwrap();
    std::fs::write(stored.join("of-user.yaml"), named("u")).unwrap();
    if cfg!(target_os = "linux") {
        assert_eq!(ids(&list(&[], false)), ["of-user"]);
    }
    std::fs::create_dir(here.path().join("incidents")).unwrap();
    std::fs::write(here.path().join("incidents/of-here.yml"), named("h")).unwrap();
    assert_eq!(ids(&list(&[], false)), ["of-here"]);
    assert_eq!(ids(&list(&[], true)), ["by-variable"]);
    assert_eq!(ids(&list(&["--dir", option.path().to_str().unwrap()], true)), ["by-option"]);
}

#[test]
fn several_folders_are_read_as_one() {
    let one = folder(&[("one.yaml", &named("a"))]);
    let two = folder(&[("two.yaml", &named("b"))]);
    let (one, two) = (one.path().to_str().unwrap(), two.path().to_str().unwrap());
    let empty = tempfile::tempdir().unwrap();
    let list = shell_in(empty.path()).prints(&["list", "--sort", "id", "--format", "ids", "--dir", one, "--dir", two]);
    assert_eq!(ids(&list), ["one", "two"]);
    let list = shell_in(empty.path()).prints(&["--dir", one, "--dir", two, "list", "--sort", "-id", "--format", "ids"]);
    assert_eq!(ids(&list), ["two", "one"]);
    let run = shell_in(empty.path()).run(&["check", one, two]);
    assert_eq!((run.code, run.err.as_str()), (0, "breachline: 2 files: 0 errors, 0 warnings\n"), "{}", run.out);
    assert!(shell_in(empty.path()).prints(&[one, two]).lines().count() >= 3);
}

#[test]
fn a_single_file_may_be_named() {
    let files = folder(&[("one.yaml", &named("a")), ("two.yaml", &named("b"))]);
    assert_eq!(shell_in(files.path()).prints(&["list", "--dir", "two.yaml", "--format", "ids"]), "two\n");
}
