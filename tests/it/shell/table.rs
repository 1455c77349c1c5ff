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
