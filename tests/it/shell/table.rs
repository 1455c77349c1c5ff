//! Lists as tables: for readers, folded to a width, and for spreadsheets, as RFC 4180 has it.
//! It looks at no other command.

use super::{SOUND, folder, shell, shell_in};
use unicode_width::UnicodeWidthStr;

#[test]
fn a_spreadsheet_gets_lines_of_one_length_that_end_as_rfc_4180_has_it() {
    let out = shell().prints(&["list", "--format", "csv"]);
    assert!(out.ends_with("\r\n") && out.matches('\n').count() == out.matches("\r\n").count());
    let mut rows = csv::ReaderBuilder::new().from_reader(out.as_bytes());
    let heads = rows.headers().unwrap().clone();
    assert_eq!(heads.iter().take(3).collect::<Vec<_>>(), ["id", "title", "organisation"]);
    // the reader fails where a row is longer or shorter than the heads
    let rows: Vec<csv::StringRecord> = rows.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 9);
    let list = shell().json(&["list", "--format", "json"]);
    for (row, told) in rows.iter().zip(list["records"].as_array().unwrap()) {
        let cell = |name: &str| &row[heads.iter().position(|head| head == name).unwrap()];
        assert_eq!((cell("id"), cell("title")), (told["id"].as_str().unwrap(), told["title"].as_str().unwrap()));
        assert_eq!(cell("date_earliest"), told["date"]["earliest"].as_str().unwrap_or_default());
        let min = told["headline"]["min"].as_u64().map(|min| min.to_string()).unwrap_or_default();
        assert_eq!(cell("affected_min"), min);
    }
}

#[test]
fn no_cell_is_a_formula_and_quotes_are_doubled() {
    for title in ["=1+2", "+1", "-1", "@SUM(A1)", "a \"b\", c"] {
        let files = folder(&[("a.yaml", &SOUND.replace("{text}", &title.replace('"', "\\\"")))]);
        let out = shell_in(files.path()).prints(&["list", "--format", "csv", "--dir", "."]);
        let mut rows = csv::Reader::from_reader(out.as_bytes());
        let row = rows.records().next().unwrap().unwrap();
        let quoted = if title.starts_with('a') { title.to_owned() } else { format!("'{title}") };
        assert_eq!(&row[1], quoted, "{out}");
        assert_eq!(&row[2], quoted, "{out}");
    }
}

#[test]
fn a_table_has_a_row_a_record_where_no_width_is_known() {
    let out = shell().prints(&["list"]);
    assert_eq!(out.lines().count(), 10);
    let ids = shell().prints(&["list", "--format", "ids"]);
    for (row, id) in out.lines().skip(1).zip(ids.lines()) {
        assert_eq!(row.split(' ').next(), Some(id));
    }
    assert!(out.contains("Pôle emploi: lists exported by an agent, for sale on RaidForums"));
}

#[test]
fn a_table_folds_titles_to_the_width_and_loses_nothing() {
    let titles = shell().json(&["list", "--format", "json"]);
    for width in [60, 80, 100, 120, 200] {
        let out = shell().with("COLUMNS", width.to_string()).prints(&["list"]);
        let widest = out.lines().map(UnicodeWidthStr::width).max().unwrap();
        assert!(widest <= width.max(79), "{width}: {widest}\n{out}");
        let words: Vec<&str> = out.split_whitespace().collect();
        for told in titles["records"].as_array().unwrap() {
            for word in told["title"].as_str().unwrap().split(' ') {
                assert!(words.contains(&word), "{width}: {word}\n{out}");
            }
        }
    }
}

#[test]
fn a_table_of_nothing_is_nothing() {
    assert_eq!(shell().run(&["list", "zzzzzz"]).out, "");
}

#[test]
fn the_width_of_a_page_is_that_of_the_columns_variable() {
    for (command, least) in [(&["show", "france-travail-2025-07"][..], 60), (&["timeline"], 60)] {
        for width in [60, 80, 120] {
            let out = shell().with("COLUMNS", width.to_string()).prints(command);
            let widest = out.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!((least - 5..=width).contains(&widest), "{command:?} {width}: {widest}\n{out}");
        }
    }
}

#[test]
fn the_columns_of_a_table_are_chosen_and_nothing_in_them_is_cut() {
    let asked = ["list", "--columns", "id,detected,detected..disclosed,title", "id:2024-02"];
    let out = shell().prints(&asked);
    let rows: Vec<Vec<&str>> =
        out.lines().map(|row| row.split("  ").filter(|cell| !cell.is_empty()).collect()).collect();
    let trimmed = |n: usize| -> Vec<&str> { rows[n].iter().map(|cell| cell.trim()).collect() };
    assert_eq!(trimmed(0), ["ID", "DETECTED", "DETECTED TO DISCLOSED", "TITLE"], "{out}");
    let title = "France Travail: accounts of Cap emploi advisers";
    assert_eq!(trimmed(1), ["france-travail-2024-02", "2024-02-29", "12–14 d", title], "{out}");
    let dates = shell().prints(&["list", "--columns", "date,detected,id", "id:2023-08"]);
    assert!(dates.contains("2023-08-08  2023-08-18/2023-08-20  france-travail-2023-08"), "{dates}");
    let french = shell().prints(&["list", "--lang", "fr", "--columns", "id,clock", "id:2024-02"]);
    assert!(french.contains("LES 72 H DE L'ART. 33") && french.contains("plus tard"), "{french}");
}

#[test]
fn chosen_columns_are_cells_of_a_spreadsheet() {
    let asked = ["list", "--format", "csv", "--columns", "id,detected,affected,detected..authority_notified,clock"];
    let out = shell().prints(&[&asked[..], &["id:2024-02"]].concat());
    let rows: Vec<&str> = out.lines().collect();
    assert_eq!(
        rows,
        [
            "id,detected_earliest,detected_latest,affected_min,affected_max,affected_approx,affected_unit,\
             detected..authority_notified_min_hours,detected..authority_notified_max_hours,clock",
            "france-travail-2024-02,2024-02-28T23:00:00Z,2024-02-29T23:00:00Z,36820828,36820828,false,persons,\
             168.0,216.0,late",
        ]
    );
}

#[test]
fn a_saved_view_lists_its_columns_in_its_order() {
    let view =
        "views:\n  - name: late\n    query: any\n    sort: -title\n    columns: [disclosed, detected..disclosed]\n";
    let files = folder(&[
        ("a.yaml", &SOUND.replace("{text}", "Zebra any")),
        ("b.yaml", &SOUND.replace("{text}", "Ant any")),
        ("views.yaml", view),
    ]);
    let out = shell_in(files.path()).prints(&["list", "@late", "--dir", "."]);
    let rows: Vec<&str> = out.lines().collect();
    assert!(rows[0].starts_with("ID  DISCLOSED") && rows[0].contains("DETECTED TO DISCLOSED"), "{out}");
    assert!(rows[1].contains("Zebra") && rows[2].contains("Ant"), "{out}");
    let cells = shell_in(files.path()).prints(&["list", "@late", "--dir", ".", "--format", "csv"]);
    assert!(cells.starts_with("id,disclosed_earliest,disclosed_latest,detected..disclosed_min_hours,"), "{cells}");
}

#[test]
fn a_column_that_is_none_is_told_with_the_nearest_and_json_has_none() {
    let run = shell().run(&["list", "--columns", "id,detectd"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("no column is called detectd") && run.err.contains("nearest: detected"), "{}", run.err);
    let run = shell().run(&["list", "--format", "json", "--columns", "id"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
}

#[test]
fn a_question_is_asked_on_the_command_line_as_in_the_filter_line() {
    let question = crate::harness::QUESTION;
    let ids = |question: &str| shell().prints(&["list", "--format", "ids", question]);
    assert_eq!(ids(question), "france-travail-2024-02\n");
    assert_eq!(ids(&question.replace("72h", "72h?")), "france-travail-2024-02\nfrance-travail-2023-08\n");
    let bins = shell().json(&["stats", "--by", "org", "--format", "json", question]);
    assert_eq!(bins["bins"][0]["count"], 1, "{bins}");
    assert!(shell().prints(&["gaps", question]).contains("7–9 days"));
    assert!(shell().prints(&["timeline", question]).contains("Cap emploi"));
    let exported = shell().prints(&["export", "--format", "ndjson", question]);
    assert_eq!(exported.lines().count(), 1);
}
