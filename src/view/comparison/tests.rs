//! Tests of what stands side by side, what differs, and how columns share a width.
//! They test no single wording; the tests of `wording` do.

use super::*;
use crate::text::Lang;
use crate::theme::Glyphs;

const ONE: &str = "
id: one
title: One
organisation: { name: Acme, country: FR }
timeline:
  - { date: 2025-03-10, kind: detected }
  - { date: 2025-03-02, kind: detected, status: disputed, sources: [press] }
  - { date: 2025-03-12, kind: authority_notified }
affected: [{ count: 100, unit: persons, by: { name: Acme, kind: controller } }]
data:
  - { category: name, status: exposed, sources: [press] }
  - { category: password, status: not_exposed }
  - { category: email, status: claimed }
measures: [{ kind: multi_factor, status: planned, planned: 2025-10 }]
sources: [{ id: press, title: News, grade: B }]
";

const TWO: &str = "
id: two
title: Two
organisation: { name: Acme, country: FR }
timeline: [{ date: 2025-05, kind: disclosed }]
affected: [{ count: { min: 9000 }, unit: records, by: { name: X, kind: attacker } }]
data:
  - { category: name, status: exposed }
  - { category: email, status: disputed }
measures: [{ kind: authority_notified, status: refused }]
";

fn options(width: usize) -> Options {
    Options { lang: Lang::En, glyphs: Glyphs::Unicode, width }
}

fn compared(width: usize) -> Comparison {
    let [one, two] = [ONE, TWO].map(|yaml| serde_yaml::from_str::<Incident>(yaml).unwrap());
    comparison(&[&one, &two], &options(width))
}

fn found<'a>(comparison: &'a Comparison, kind: CompareKind, label: &str) -> &'a Row {
    let section = comparison.sections.iter().find(|section| section.kind == kind).unwrap();
    section.rows.iter().find(|row| row.label == label).unwrap()
}

fn standings(row: &Row) -> Vec<Option<Standing>> {
    row.cells.iter().map(|cell| cell.standing).collect()
}

#[test]
fn stated_not_exposed_and_not_stated_are_told_apart() {
    let all = compared(100);
    assert_eq!(standings(found(&all, CompareKind::Data, "Password")), [Some(Standing::No), Some(Standing::NotStated)]);
    assert_eq!(
        standings(found(&all, CompareKind::Data, "E-mail address")),
        [Some(Standing::Claimed), Some(Standing::Disputed)]
    );
    assert!(!found(&all, CompareKind::Data, "Name").differs);
    assert!(found(&all, CompareKind::Data, "Password").differs);
}

#[test]
fn a_cell_tells_itself_in_full_with_its_sources() {
    let all = compared(100);
    let cell = &found(&all, CompareKind::Data, "Name").cells[0];
    assert_eq!(cell.sources, [("press".to_owned(), "News".to_owned())]);
    assert!(cell.detail[0].text().contains("exposed [press]"));
}

#[test]
fn a_reading_that_was_left_out_stands_below_the_milestone() {
    let all = compared(100);
    let cell = &found(&all, CompareKind::Dates, "Detected").cells[0];
    let texts: Vec<String> = cell.lines.iter().map(Line::text).collect();
    assert_eq!(texts, ["● 10 March 2025", "◑ 2 March 2025 (disputed)"]);
}

#[test]
fn a_measure_written_as_an_event_alone_is_stated() {
    let row = compared(100);
    let row = found(&row, CompareKind::Measures, "Authority notified");
    assert_eq!(standings(row), [Some(Standing::Yes), Some(Standing::No)]);
}

#[test]
fn unlike_units_never_share_a_row() {
    let all = compared(100);
    let counts = all.sections.iter().find(|section| section.kind == CompareKind::Counts).unwrap();
    let told: Vec<(Option<&str>, &str)> =
        counts.rows.iter().map(|row| (row.group.as_deref(), row.label.as_str())).collect();
    assert_eq!(told, [(None, "Headline count"), (Some("persons"), "controller"), (Some("records"), "attacker")]);
}

#[test]
fn the_clock_row_says_what_each_column_decides() {
    let all = compared(100);
    let row = found(&all, CompareKind::Gaps, "GDPR art. 33");
    assert!(row.cells[0].lines[0].text().contains("within 72 h of the stated detection"));
    assert_eq!(row.cells[1].standing, Some(Standing::NotStated));
}

#[test]
fn one_verdict_on_two_gaps_differs_and_two_clocks_that_nothing_states_do_not() {
    let notified = |id: &str, day: u8| {
        let timeline = format!(
            "[{{ date: 2025-03-10T08:00Z, kind: aware }}, {{ date: 2025-03-{day}T08:00Z, kind: authority_notified }}]"
        );
        format!("id: {id}\ntitle: {id}\norganisation: {{ name: Acme, country: FR }}\ntimeline: {timeline}\n")
    };
    let differs = |texts: [&str; 2]| {
        let [one, two] = texts.map(|text| serde_yaml::from_str(text).unwrap());
        found(&comparison(&[&one, &two], &options(120)), CompareKind::Gaps, "GDPR art. 33").differs
    };
    assert!(differs([&notified("a", 11), &notified("b", 12)]), "both within 72 h, after one day and after two");
    assert!(!differs([&notified("a", 11), &notified("b", 11)]));
    let bare = |kind: &str| TWO.replace("disclosed", kind);
    assert!(!differs([&bare("detected"), TWO]), "not stated, whatever is lacking");
}

#[test]
fn a_page_never_exceeds_its_width_and_repeats_its_heads() {
    for width in [30, 40, 60, 80, 120] {
        for row in lines(&compared(width), &options(width), Rows::All) {
            assert!(row.width() <= width, "{:?} in {width}", row.text());
        }
    }
    let narrow: Vec<String> = lines(&compared(40), &options(40), Rows::All).iter().map(Line::text).collect();
    assert!(narrow.iter().any(|row| row.contains("Column 2 of 2")));
}

#[test]
fn rows_that_are_alike_can_be_left_out() {
    let text = |rows| lines(&compared(100), &options(100), rows).iter().map(Line::text).collect::<Vec<_>>().join("\n");
    assert!(text(Rows::All).contains("Country") && !text(Rows::Differing).contains("Country"));
    assert!(text(Rows::Differing).contains("≠ Password"));
}
