//! Every format of every command, and the shapes of the JSON field by field.
//! Text for readers is looked at only for being there; `reader` and the tests beside `view` judge it.

use super::{PAIR, SOUND, fields, folder, shell, shell_in};
use serde_json::Value;

const JULY: &str = "france-travail-2025-07";

/// Fails unless the value is a date as all commands tell one.
#[track_caller]
fn is_date(value: &Value) {
    assert_eq!(fields(value), ["text", "earliest", "latest"]);
    assert!(value["text"].is_string());
    for end in ["earliest", "latest"] {
        let told = value[end].as_str();
        let instant = told.map(|text| chrono::DateTime::parse_from_rfc3339(text).is_ok() && text.ends_with('Z'));
        assert!(value[end].is_null() || instant == Some(true), "{value}");
    }
}

#[test]
fn a_list_in_json_has_the_fixed_fields() {
    let list = shell().json(&["list", "--format", "json"]);
    assert_eq!(fields(&list), ["format_version", "total", "matched", "errors", "warnings", "records"]);
    for (field, number) in [("format_version", 1), ("total", 9), ("matched", 9), ("errors", 0), ("warnings", 0)] {
        assert_eq!(list[field], number, "{field}");
    }
    let record =
        ["id", "title", "organisation", "country", "sector", "status", "date", "headline", "data", "measures", "path"];
    let headline = ["min", "max", "approx", "unit", "by", "by_kind", "as_of", "contested"];
    for told in list["records"].as_array().unwrap() {
        assert_eq!(fields(told), record);
        is_date(&told["date"]);
        if !told["headline"].is_null() {
            assert_eq!(fields(&told["headline"]), headline);
            assert!(told["headline"]["contested"].is_boolean() && told["headline"]["approx"].is_boolean());
            if !told["headline"]["as_of"].is_null() {
                is_date(&told["headline"]["as_of"]);
            }
        }
        for (list, name) in [("data", "category"), ("measures", "kind")] {
            told[list].as_array().unwrap().iter().for_each(|item| assert_eq!(fields(item), [name, "status"]));
        }
    }
    let without = list["records"].as_array().unwrap().iter().filter(|told| told["headline"].is_null()).count();
    assert_eq!(without, 1, "a record without a figure has no headline");
}

#[test]
fn a_list_in_json_tells_what_the_records_state() {
    let list = shell().json(&["list", "id:france-travail-2025-07", "--format", "json"]);
    assert_eq!((&list["total"], &list["matched"]), (&9.into(), &1.into()));
    let told = &list["records"][0];
    assert_eq!(told["id"], JULY);
    assert_eq!(told["country"], "FR");
    assert_eq!(told["path"], "incidents/france-travail-2025-07.yaml");
    assert_eq!(told["headline"]["min"], 340_000);
    assert_eq!(told["headline"]["max"], Value::Null);
    assert_eq!(told["headline"]["by_kind"], "controller");
    let day = serde_json::json!({ "text": "2025-07-12", "earliest": "2025-07-11T22:00:00Z", "latest": "2025-07-12T22:00:00Z" });
    assert_eq!(told["date"], day);
    let disputed = serde_json::json!({ "category": "birth_date", "status": "disputed" });
    assert!(told["data"].as_array().unwrap().contains(&disputed));
}

#[test]
fn a_line_of_ndjson_is_a_whole_record_with_what_is_derived() {
    let lines = shell().prints(&["list", "--format", "ndjson"]);
    assert_eq!(lines.lines().count(), 9);
    for line in lines.lines() {
        let told: Value = serde_json::from_str(line).unwrap();
        assert!(told["id"].is_string() && told["timeline"].is_array());
        assert_eq!(fields(&told["derived"]), ["headline", "milestones", "gaps", "clocks"]);
        for gap in told["derived"]["gaps"].as_array().unwrap() {
            assert_eq!(fields(gap)[..4], ["from", "to", "min_hours", "max_hours"]);
        }
        for clock in told["derived"]["clocks"].as_array().unwrap() {
            assert!(
                ["name", "from", "hours", "verdict", "min_hours", "max_hours"]
                    .iter()
                    .all(|f| fields(clock).contains(f))
            );
            let verdict = clock["verdict"].as_str().unwrap();
            assert!(["within", "late", "undecided", "not_stated"].contains(&verdict), "{verdict}");
        }
        for milestone in told["derived"]["milestones"].as_object().unwrap().values() {
            assert_eq!(fields(milestone), ["text", "earliest", "latest", "doubtful", "left_out"]);
        }
        // dates stay as they are written
        assert!(told["timeline"][0]["date"].is_string() || told["timeline"][0]["date"].is_number());
    }
}

#[test]
fn ids_are_one_a_line_in_the_order_asked_for() {
    let ids = |sort: &str| shell().prints(&["list", "--format", "ids", "--sort", sort]);
    let by_id = ids("id");
    let mut sorted: Vec<&str> = by_id.lines().collect();
    sorted.sort_unstable();
    assert_eq!(by_id.lines().collect::<Vec<_>>(), sorted);
    let reversed = ids("-id");
    sorted.reverse();
    assert_eq!(reversed.lines().collect::<Vec<_>>(), sorted);
    assert_eq!(ids("affected").lines().next(), Some(PAIR[0]), "the most affected first");
    assert_eq!(ids("date").lines().last(), Some("france-travail-2021-06"), "the newest first");
}

#[test]
fn yaml_is_the_file_as_it_is_written() {
    let file = std::fs::read_to_string(format!("{}/incidents/{JULY}.yaml", crate::source::ROOT)).unwrap();
    assert_eq!(shell().prints(&["show", JULY, "--format", "yaml"]), file);
    let all = shell().prints(&["list", "--format", "yaml"]);
    assert_eq!(all.matches("\n---\n").count(), 8);
    assert!(all.contains(&file));
}

#[test]
fn a_file_with_the_line_ends_of_windows_keeps_them() {
    let text = SOUND.replace("{text}", "x").replace('\n', "\r\n");
    let files = folder(&[("a.yaml", &text)]);
    assert_eq!(shell_in(files.path()).prints(&["show", "a", "--format", "yaml", "--dir", "."]), text);
}

#[test]
fn a_record_in_json_is_itself_with_its_version_first() {
    let told = shell().json(&["show", JULY, "--format", "json"]);
    assert_eq!(fields(&told)[..2], ["format_version", "id"]);
    assert_eq!((&told["format_version"], &told["id"]), (&1.into(), &JULY.into()));
    let line = shell().prints(&["list", "id:france-travail-2025-07", "--format", "ndjson"]);
    let mut line: Value = serde_json::from_str(&line).unwrap();
    line["format_version"] = 1.into();
    assert_eq!(told, line);
}

#[test]
fn a_record_is_told_in_full_as_text_and_as_markdown() {
    let text = shell().prints(&["show", JULY]);
    for told in ["340,000", "12 July 2025", "Date of birth", "disputed", "GDPR art. 33", "https://www.bfmtv.com/"] {
        assert!(text.contains(told), "{told}");
    }
    let page = shell().prints(&["show", JULY, "--format", "markdown"]);
    let title = "France Travail: Kairos, the partners' portal";
    assert!(page.starts_with(&format!("# {title}\n")), "{page}");
    assert_eq!(page.matches(title).count(), 1, "the title is told once");
    assert!(page.contains("\n## Which data\n"), "{page}");
    assert!(page.lines().all(|line| !line.trim().contains("   ")), "no columns of blanks in Markdown\n{page}");
}

#[test]
fn a_comparison_in_json_has_a_cell_a_column() {
    let told = shell().json(&["compare", PAIR[0], PAIR[1], "--format", "json"]);
    assert_eq!(fields(&told), ["format_version", "incidents", "sections"]);
    assert_eq!((&told["format_version"], &told["incidents"]), (&1.into(), &PAIR.to_vec().into()));
    let mut differing = 0;
    for section in told["sections"].as_array().unwrap() {
        assert_eq!(fields(section), ["kind", "title", "rows"]);
        for row in section["rows"].as_array().unwrap() {
            assert_eq!(fields(row), ["label", "group", "differs", "cells", "total"]);
            let cells = row["cells"].as_array().unwrap();
            assert_eq!(cells.len(), 2);
            for cell in cells {
                assert_eq!(fields(cell), ["text", "mark", "key"]);
            }
            differing += usize::from(row["differs"].as_bool().unwrap());
        }
    }
    let only = shell().json(&["compare", PAIR[0], PAIR[1], "--format", "json", "--differences"]);
    let rows: Vec<&Value> =
        only["sections"].as_array().unwrap().iter().flat_map(|s| s["rows"].as_array().unwrap()).collect();
    assert!(rows.iter().all(|row| row["differs"] == true));
    assert_eq!((rows.len(), differing > 0), (differing, true));
}

#[test]
fn a_comparison_takes_two_to_six() {
    let ids = shell().prints(&["list", "--format", "ids"]);
    let six: Vec<&str> = ids.lines().take(6).collect();
    for format in ["text", "markdown", "json", "html"] {
        let out = shell().prints(&[&["compare", "--format", format][..], &six].concat());
        assert!(out.contains("Majorel") == six.contains(&"france-travail-2023-08") && !out.is_empty(), "{format}");
    }
    let seven: Vec<&str> = ids.lines().take(7).collect();
    assert_eq!(shell().run(&[&["compare"][..], &seven].concat()).code, 2);
}

#[test]
fn a_comparison_as_html_is_a_page_of_its_own() {
    let page = shell().prints(&["compare", PAIR[0], PAIR[1], "--format", "html", "--lang", "fr"]);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"fr\">"), "{page}");
    assert!(page.ends_with("</html>\n"));
    for outside in ["<script", "<link", "src=", "href=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<tr").count(), page.matches("</tr>").count());
}

#[test]
fn a_comparison_as_markdown_has_rows_of_one_width() {
    let page = shell().prints(&["compare", PAIR[0], PAIR[1], "--format", "markdown", "--differences"]);
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 10 && rows.iter().all(|row| bars(row) == 4), "{page}");
}

#[test]
fn a_timeline_in_json_has_marks_in_order() {
    let told = shell().json(&["timeline", "--format", "json"]);
    assert_eq!(fields(&told), ["format_version", "align", "lanes"]);
    assert_eq!(told["align"], Value::Null);
    assert_eq!(told["lanes"].as_array().unwrap().len(), 9);
    for lane in told["lanes"].as_array().unwrap() {
        assert_eq!(fields(lane), ["id", "title", "marks"]);
        for mark in lane["marks"].as_array().unwrap() {
            let named = [
                "at",
                "kind",
                "label",
                "earliest",
                "latest",
                "doubtful",
                "planned",
                "approximate",
                "uncertain",
                "sources",
            ];
            assert_eq!(fields(mark), named);
        }
    }
}

#[test]
fn a_timeline_as_text_is_as_wide_as_asked_for() {
    for width in ["40", "80", "120", "200"] {
        let out = shell().prints(&["timeline", "--width", width]);
        let widest = out.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap();
        assert!(widest <= width.parse().unwrap() && out.contains("Majorel"), "{width}\n{out}");
    }
}

#[test]
fn a_timeline_on_paper_names_every_event_that_has_a_name() {
    let told = shell().json(&["timeline", "--format", "json"]);
    let lanes = told["lanes"].as_array().unwrap();
    for (format, width) in [("text", "60"), ("text", "120"), ("svg", "120")] {
        let out = shell().prints(&["timeline", "--format", format, "--width", width]);
        let words = |text: &str| text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let (out, mut sought) = (words(&out), 0);
        for mark in lanes.iter().flat_map(|lane| lane["marks"].as_array().unwrap()) {
            let label = mark["label"].as_str().unwrap();
            if label != "Other" {
                assert!(out.contains(label), "{format} {width}: {label}\n{out}");
                sought += 1;
            }
        }
        assert!(sought > 40);
    }
    let kairos = shell().prints(&["timeline", "kairos", "--width", "60"]);
    assert!(kairos.contains("also:") && kairos.contains("no date:  ▲\u{a0}Intrusion"), "{kairos}");
    assert!(kairos.contains("shortened"), "the legend is whole: {kairos}");
    let one = "title: T\norganisation: { name: O }\ntimeline: [{ date: 2024-12, kind: detected }]\n";
    let files = folder(&[("a.yaml", one)]);
    let bare = shell_in(files.path()).prints(&["timeline", "--dir", "."]);
    assert!(bare.contains("Detected") && !bare.contains("also:"), "{bare}");
}

#[test]
fn a_timeline_as_svg_is_a_picture_with_a_title() {
    let picture = shell().prints(&["timeline", "kairos", "--format", "svg"]);
    assert!(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && picture.ends_with("</svg>\n"));
    assert!(picture.contains("<title") && !picture.contains("<script"));
    assert_eq!(picture.matches("<text").count(), picture.matches("</text>").count());
}

#[test]
fn a_check_in_json_has_the_fixed_fields() {
    let files = folder(&[(
        "a.yaml",
        "title: T\norganisation: { name: O }\ntimelime: []\ntimeline:\n  - { date: 2024-13, kind: detectd }\n",
    )]);
    let run = shell_in(files.path()).run(&["check", ".", "--format", "json"]);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(fields(&told), ["format_version", "files", "errors", "warnings", "findings"]);
    let findings = told["findings"].as_array().unwrap();
    let count = |severity: &str| findings.iter().filter(|finding| finding["severity"] == severity).count();
    assert_eq!((&told["format_version"], &told["files"]), (&1.into(), &1.into()));
    assert_eq!((&told["errors"], &told["warnings"]), (&count("error").into(), &count("warning").into()));
    assert_eq!(count("error") + count("warning"), findings.len());
    for finding in findings {
        assert_eq!(fields(finding), ["severity", "code", "path", "line", "column", "at", "message", "nearest"]);
        assert!(finding["line"].as_u64() >= Some(1) && finding["column"].as_u64() >= Some(1));
    }
    let of = |code: &str| {
        findings.iter().find(|finding| finding["code"] == code).unwrap_or_else(|| panic!("{code}: {told}"))
    };
    let field = of("unknown_field");
    assert_eq!((&field["path"], &field["line"], &field["column"]), (&"./a.yaml".into(), &3.into(), &1.into()));
    assert!(field["nearest"].as_array().unwrap().contains(&"timeline".into()), "{field}");
    let kind = of("unknown_value");
    assert_eq!((&kind["at"], &kind["line"]), (&"timeline[0].kind".into(), &5.into()));
    assert_eq!(shell().json_of_clean_check()["findings"], Value::Array(Vec::new()));
}

#[test]
fn a_check_for_a_forge_is_one_annotation_a_finding() {
    let files =
        folder(&[("a,b.yaml", "title: T\norganisation: { name: O }\ntimeline: [{ date: 2024-13, kind: detected }]\n")]);
    let run = shell_in(files.path()).run(&["check", ".", "--format", "github"]);
    assert!(run.out.contains("::error file=./a%2Cb.yaml,line=3,col=20,title=impossible_date::"), "{}", run.out);
    assert!(run.out.lines().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")), "{}", run.out);
}

#[test]
fn the_schema_is_a_schema_that_the_projects_records_meet() {
    let schema = shell().json(&["schema"]);
    assert_eq!(fields(&schema).iter().filter(|name| name.starts_with("format_version")).count(), 0);
    let mut compiler = boon::Compiler::new();
    let mut schemas = boon::Schemas::new();
    compiler.add_resource("record.json", schema).unwrap();
    let index = compiler.compile("record.json", &mut schemas).unwrap();
    let file = std::fs::read_to_string(format!("{}/incidents/{JULY}.yaml", crate::source::ROOT)).unwrap();
    let record: Value = serde_yaml::from_str(&file).unwrap();
    assert!(schemas.validate(&record, index).is_ok());
    assert!(schemas.validate(&serde_json::json!({ "title": "T" }), index).is_err());
}

#[test]
fn keys_are_those_of_the_table() {
    use breachline::{keymap, text::Lang};
    assert_eq!(shell().prints(&["keys"]), keymap::markdown(Lang::En));
    assert_eq!(shell().prints(&["keys", "--lang", "fr"]), keymap::markdown(Lang::Fr));
}

impl super::Shell {
    fn json_of_clean_check(self) -> Value {
        self.json(&["check", "incidents", "--format", "json", "--quiet"])
    }
}
