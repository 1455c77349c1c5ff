//! `new` and `fmt`: files made and brought to order from the shell.
//! How a text is changed is tested beside `edit`.

use super::{shell, shell_in};
use crate::harness::{RECORDS, folder_of};
use std::fs;
use std::path::Path;

#[test]
fn a_new_record_is_sound_as_it_stands_and_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, hint) in [("en", "What happened when."), ("fr", "Ce qui s'est passé et quand.")] {
        let id = format!("acme-{lang}");
        let path =
            shell_in(folder.path()).prints(&["new", "--lang", lang, "--id", &id, "--title", "Acme: \"portal\" #1"]);
        assert_eq!(path, format!("incidents/{id}.yaml\n"));
        let text = fs::read_to_string(folder.path().join(path.trim())).unwrap();
        assert!(text.contains(hint) && text.contains("\ntitle: 'Acme: \"portal\" #1'\n"), "{text}");
        let checked = shell_in(folder.path()).run(&["check", "--strict", path.trim()]);
        assert_eq!((checked.code, checked.out.as_str()), (0, ""), "{}", checked.err);
        let again = shell_in(folder.path()).run(&["new", "--id", &id]);
        assert_eq!((again.code, again.out.as_str()), (3, ""));
        assert!(again.err.contains("there is a record") && again.err.contains(&id), "{}", again.err);
        assert_eq!(fs::read_to_string(folder.path().join(path.trim())).unwrap(), text);
    }
}

#[test]
fn hints_of_a_new_record_are_sound_too() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["en", "fr"] {
        let path = shell_in(folder.path()).prints(&["new", "--lang", lang, "--id", lang]);
        let text = fs::read_to_string(folder.path().join(path.trim())).unwrap();
        let uncommented: Vec<String> = text
            .lines()
            .map(|line| match line.trim_start().strip_prefix("# ") {
                // prose has no colon behind its first word, or ends in a full stop
                Some(hint)
                    if hint.split(':').next().is_some_and(|word| {
                        !word.contains(char::is_uppercase) && !word.trim().contains(' ') || word.starts_with("  ")
                    }) =>
                {
                    line.replacen("# ", "", 1)
                }
                Some(hint) if hint.starts_with("- ") => line.replacen("# ", "", 1),
                _ => line.to_owned(),
            })
            .collect();
        let file = folder.path().join(format!("incidents/{lang}.yaml"));
        fs::write(&file, uncommented.join("\n")).unwrap();
        let checked = shell_in(folder.path()).run(&["check", file.to_str().unwrap()]);
        let known = ["unknown_source", "unknown_superseded", "comment_in_text", "future_date"];
        let other: Vec<&str> =
            checked.out.lines().filter(|line| !known.iter().any(|code| line.contains(code))).collect();
        assert_eq!(other, Vec::<&str>::new(), "{}", uncommented.join("\n"));
        assert!(uncommented.len() > 50 && uncommented.iter().any(|line| line.starts_with("measures:")));
    }
}

#[test]
fn an_id_is_never_a_path_and_is_made_of_the_title() {
    let folder = tempfile::tempdir().unwrap();
    for id in ["../x", "a/b", "A", "", "/etc/x", "a.b", &"a".repeat(81)] {
        let run = shell_in(folder.path()).run(&["new", "--id", id]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{id}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let made = |title: &str| shell_in(folder.path()).prints(&["new", "--title", title]);
    let first = made("Société d'État : ../fuite");
    assert!(first.starts_with("incidents/societe-detat-fuite-20"), "{first}");
    assert_eq!(made("Société d'État : ../fuite"), first.replace(".yaml", "-2.yaml"));
}

#[test]
fn a_copy_keeps_comments_and_has_its_own_id() {
    let folder = folder_of(&["records/acme-2025-03.yaml"]);
    let place = folder.path().to_str().unwrap();
    let path = shell().prints(&["new", "--dir", place, "--from", "acme-2025-03", "--id", "other"]);
    let original = fs::read_to_string(Path::new(RECORDS).join("acme-2025-03.yaml")).unwrap();
    assert_eq!(fs::read_to_string(path.trim()).unwrap(), original.replace("id: acme-2025-03\n", "id: other\n"));
    let run = shell().run(&["new", "--dir", place, "--from", "none"]);
    assert_eq!(run.code, 1);
    let built_in = tempfile::tempdir().unwrap();
    let path = shell_in(built_in.path()).prints(&["new", "--from", "france-travail-2024-02", "--id", "mine"]);
    assert!(fs::read_to_string(built_in.path().join(path.trim())).unwrap().starts_with("id: mine\n"));
}

#[test]
fn fields_are_brought_to_order_with_their_comments_and_only_if_asked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    let mixed = "# head\ntimeline:\n  # about the kind\n  - kind: other # k\n    # about the date\n    date: 2025\n\n# the name\ntitle: T\norganisation: { country: FR, name: 'O' }\n";
    let ordered = "# head\n# the name\ntitle: T\norganisation: { name: 'O', country: FR }\n\ntimeline:\n  # about the kind\n  - # about the date\n    date: 2025\n    kind: other # k\n";
    fs::write(&file, mixed).unwrap();
    let run = shell_in(folder.path()).run(&["fmt", "--check", "a.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (1, "a.yaml\n"));
    assert!(run.err.contains("1 file is out of order"), "{}", run.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), mixed);
    let run = shell_in(folder.path()).run(&["fmt", "a.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (0, "a.yaml\n"));
    assert_eq!(fs::read_to_string(&file).unwrap(), ordered);
    let run = shell_in(folder.path()).run(&["fmt", "--check", "--quiet", "a.yaml"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    fs::write(folder.path().join("b.yaml"), "kind: nothing\n").unwrap();
    assert_eq!(shell_in(folder.path()).run(&["fmt", "."]).code, 1);
}

#[test]
fn the_records_of_the_project_are_in_order() {
    assert_eq!(shell().prints(&["fmt", "--check", "--quiet", "incidents"]), "");
}
