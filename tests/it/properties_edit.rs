//! What holds of every record and every change of it: the outcome reads as intended, and nothing else has moved.
//! Single cases are held beside the code.

use breachline::edit::{Change, apply, arrange, difference, difference::Row, item, revise, write};
use breachline::record::incident::{Exposure, Incident, Measure, Party, Risk, Source};
use breachline::record::vocabulary::{DataCategory, DataStatus, MeasureKind, PartyRole, RiskKind, Status};
use breachline::record::{Count, Localised};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;
use std::sync::LazyLock;

/// Texts that YAML reads as something else if they are not written with care.
const HOSTILE: &[&str] = &[
    "null",
    "~",
    "true",
    "no",
    "Yes",
    "12",
    "1_000",
    "0x1F",
    "1e3",
    ".inf",
    "2024",
    "2024-03-05",
    "12:30:45",
    "- x",
    "-",
    "---",
    "...",
    "? x",
    ": x",
    "a: b",
    "a:",
    "x #y",
    "# x",
    "&a b",
    "*a",
    "!t x",
    "|",
    "> x",
    "% x",
    "@x",
    "`x`",
    "'",
    "\"",
    "it's \"so\"",
    "'a' \"b\": #c",
    "[a, b]",
    "{a: b}",
    "a, b",
    "a]b",
    "\\",
    "\\n",
    "tab\there",
    "a\nb",
    "a\n\nb\n",
    "\n a\n  b",
    "a \nb",
    "a\n# b\n",
    "\u{7}",
    "\u{1b}[31m",
    "\u{85}",
    "\u{2028}x",
    "\u{202e}x",
    "\u{feff}x",
    "\u{a0}x\u{a0}",
    " x",
    "x ",
    "a  b",
    "«\u{a0}x\u{a0}»",
    "漢字",
    "=",
    "<<",
    "http://x.example/a#b",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(HOSTILE).prop_map(str::to_owned),
        2 => "\\PC{1,60}",
        2 => "[a-zé ,:#'\"\\-\\[\\]{}&*!|>%@`?\\\\\n\t~]{1,60}",
        2 => proptest::collection::vec("[a-zé]{1,14}[,.:;#'\"]?", 5..60).prop_map(|words| words.join(" ")),
    ]
    .prop_filter("a text is not empty", |text| !text.trim().is_empty())
}

fn text() -> impl Strategy<Value = Localised> {
    prop_oneof![
        word().prop_map(Localised::Plain),
        (word(), word()).prop_map(|(en, fr)| Localised::ByLanguage(vec![("en".into(), en), ("fr".into(), fr)])),
    ]
}

/// Something to change in an incident.
#[derive(Clone, Debug)]
enum Edit {
    AddEvent(Index, Localised),
    AddExposure(Localised),
    AddRisk,
    AddMeasure(Localised),
    AddParty(Localised),
    AddSource(Localised, String),
    SetTitle(Localised),
    SetSummary(Option<Localised>),
    SetNotes(Option<Localised>),
    SetEventText(Index, Option<Localised>),
    SetEventNote(Index, Option<Localised>),
    SetStatus(Option<Status>),
    SetTags(Vec<String>),
    SetCount(Index, u64, bool),
    RemoveEvent(Index),
    RemoveExposure(Index),
    RemoveRisks,
    SetSector(String),
}

fn edit() -> impl Strategy<Value = Edit> {
    let maybe = || proptest::option::of(text());
    prop_oneof![
        (any::<Index>(), text()).prop_map(|(at, text)| Edit::AddEvent(at, text)),
        text().prop_map(Edit::AddExposure),
        Just(Edit::AddRisk),
        text().prop_map(Edit::AddMeasure),
        text().prop_map(Edit::AddParty),
        (text(), word()).prop_map(|(title, url)| Edit::AddSource(title, url)),
        text().prop_map(Edit::SetTitle),
        maybe().prop_map(Edit::SetSummary),
        maybe().prop_map(Edit::SetNotes),
        (any::<Index>(), maybe()).prop_map(|(at, text)| Edit::SetEventText(at, text)),
        (any::<Index>(), maybe()).prop_map(|(at, text)| Edit::SetEventNote(at, text)),
        proptest::option::of(select(&[Status::Confirmed, Status::Disputed])).prop_map(Edit::SetStatus),
        proptest::collection::vec(word(), 0..6).prop_map(Edit::SetTags),
        (any::<Index>(), any::<u64>(), any::<bool>()).prop_map(|(at, n, approx)| Edit::SetCount(at, n, approx)),
        any::<Index>().prop_map(Edit::RemoveEvent),
        any::<Index>().prop_map(Edit::RemoveExposure),
        Just(Edit::RemoveRisks),
        word().prop_map(Edit::SetSector),
    ]
}

impl Edit {
    /// Changes an incident, as far as it has what is to be changed.
    fn make(self, incident: &mut Incident) {
        match self {
            Edit::SetTitle(text) => incident.title = text,
            Edit::SetSummary(text) => incident.summary = text,
            Edit::SetNotes(text) => incident.notes = text,
            Edit::SetEventText(at, text) => at.get_mut(&mut incident.timeline).text = text,
            Edit::SetEventNote(at, text) => at.get_mut(&mut incident.timeline).note = text,
            Edit::SetStatus(status) => incident.status = status,
            Edit::SetTags(tags) => incident.tags = tags,
            Edit::SetCount(at, n, approx) => {
                if !incident.affected.is_empty() {
                    let n = Some(n);
                    at.get_mut(&mut incident.affected).count = Count { min: n, max: n, approx };
                }
            }
            Edit::RemoveEvent(at) => {
                if incident.timeline.len() > 1 {
                    incident.timeline.remove(at.index(incident.timeline.len()));
                }
            }
            Edit::RemoveExposure(at) => {
                if !incident.data.is_empty() {
                    incident.data.remove(at.index(incident.data.len()));
                }
            }
            Edit::RemoveRisks => incident.risks.clear(),
            Edit::SetSector(sector) => incident.organisation.sector = Some(sector),
            addition => addition.add(incident),
        }
    }

    /// Adds what is to be added.
    fn add(self, incident: &mut Incident) {
        match self {
            Edit::AddEvent(at, text) => {
                let mut event = incident.timeline[at.index(incident.timeline.len())].clone();
                event.text = Some(text);
                incident.timeline.insert(at.index(incident.timeline.len() + 1), event);
            }
            Edit::AddExposure(note) => incident.data.push(Exposure {
                category: DataCategory::Phone,
                status: DataStatus::Disputed,
                text: None,
                note: Some(note),
                sources: Vec::new(),
            }),
            Edit::AddRisk => {
                incident.risks.push(Risk { kind: RiskKind::Fraud, text: None, note: None, sources: Vec::new() });
            }
            Edit::AddMeasure(by) => incident.measures.push(Measure {
                kind: MeasureKind::Audit,
                by: Some(by),
                date: Some("2025-03".parse().unwrap()),
                planned: None,
                status: None,
                text: None,
                note: None,
                sources: Vec::new(),
            }),
            Edit::AddParty(name) => {
                incident.parties.push(Party { name, role: PartyRole::Supplier, note: None, sources: Vec::new() });
            }
            Edit::AddSource(title, url) => incident.sources.push(Source {
                id: "added".to_owned(),
                title,
                publisher: None,
                date: Some("2024?".parse().unwrap()),
                url: Some(url),
                grade: None,
                note: None,
            }),
            _ => {}
        }
    }
}

/// Records in every style: the house's, the fixtures', another writer's, brackets alone, other line ends.
static RECORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folders = ["incidents", "tests/fixtures/records"];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut paths: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut records: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for text in records.clone() {
        let incident = decode(&text);
        records.push(text.replace('\n', "\r\n"));
        records.push(format!("\u{feff}{}", text.trim_end()));
        records.push(format!("---\n{text}# the end\n"));
        records.push(serde_yaml::to_string(&incident).unwrap());
        let json = serde_json::to_string_pretty(&item(&incident)).unwrap();
        // JSON may hold control characters that YAML may not
        records.extend(Some(json).filter(|json| !json.contains(|c: char| c.is_control() && c != '\n')));
    }
    records
});

fn decode(text: &str) -> Incident {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn record() -> impl Strategy<Value = &'static str> {
    any::<Index>().prop_map(|at| RECORDS[at.index(RECORDS.len())].as_str())
}

/// The lines that are gone and those that came.
fn lines(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for row in difference(before, after) {
        match row {
            Row::Gone(line) => gone.push(line),
            Row::Come(line) => come.push(line),
            _ => {}
        }
    }
    (gone, come)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_any_record_reads_as_intended(before in record(), edits in proptest::collection::vec(edit(), 1..4)) {
        let mut wanted = decode(before);
        for edit in edits {
            edit.make(&mut wanted);
        }
        let after = revise(before, &wanted);
        prop_assert!(after.is_ok(), "{:?}\n{}", after, before);
        let after = after.unwrap();
        prop_assert_eq!(decode(&after), wanted.clone());
        let marked = |text: &str| (text.starts_with('\u{feff}'), text.contains("\r\n"), text.starts_with("---"));
        prop_assert_eq!(marked(before), marked(&after));
        prop_assert!(!before.contains("\r\n") || after.matches('\n').count() == after.matches("\r\n").count());
        // there and back again
        prop_assert_eq!(revise(&after, &decode(before)).map(|text| decode(&text)), Ok(decode(before)));
    }

    #[test]
    fn what_is_added_moves_no_other_line(before in record(), text in text(), n in any::<Index>()) {
        let list = *n.get(&["timeline", "data", "measures", "sources", "risks", "parties"]);
        let added = match list {
            "timeline" => json!({ "date": "2026-01-22", "kind": "sanction", "text": text }),
            "data" => json!({ "category": "phone", "status": "exposed", "note": text }),
            "sources" => json!({ "id": "added", "title": text }),
            "parties" => json!({ "name": text, "role": "other" }),
            "measures" => json!({ "kind": "audit", "text": text }),
            _ => json!({ "kind": "fraud", "text": text }),
        };
        let there = item(&decode(before))[list].as_array().map_or(0, Vec::len);
        let after = apply(before, &[Change::Insert { list: list.to_owned(), at: None, item: added }]).unwrap();
        let (gone, come) = lines(before, &after);
        let block = !before.starts_with('{') && !before.contains(&format!("{list}: ["));
        if block {
            prop_assert_eq!(gone, Vec::<String>::new());
        }
        prop_assert!(!come.is_empty());
        // and taking it away again leaves the file as it was, to the byte
        let gone_again = apply(&after, &[Change::Remove { at: format!("{list}[{there}]") }]).unwrap();
        if block && before.ends_with('\n') {
            prop_assert_eq!(gone_again, before);
        }
    }

    #[test]
    fn a_value_that_is_set_changes_its_own_line_alone(before in record(), text in word()) {
        let after = apply(before, &[Change::Set { at: "organisation.sector".to_owned(), value: text.into() }]).unwrap();
        let (gone, _) = lines(before, &after);
        prop_assert!(gone.len() <= 1, "{:?}", gone);
    }

    #[test]
    fn a_change_of_any_kind_moves_no_line_outside_what_it_changes(
        before in record(), at in any::<Index>(), text in text(), kind in 0..4_usize,
    ) {
        // what is in brackets on one line with other things shares that line with them
        prop_assume!(!before.starts_with('{'));
        let whole = item(&decode(before));
        let mut paths = Vec::new();
        places(&whole, "", &mut paths);
        let at = paths[at.index(paths.len())].clone();
        let (_, last) = at.rsplit_once('.').unwrap_or(("", at.as_str()));
        let change = match (kind, last) {
            (0, _) if is_optional(&at, &whole) => Change::Remove { at: at.clone() },
            (_, "date" | "known" | "as_of" | "planned") => Change::Set { at: at.clone(), value: json!("2025-03-02/2025-03-09?") },
            (_, "count") => Change::Set { at: at.clone(), value: json!({ "min": 11_000_000, "max": 15_000_000, "approx": true }) },
            (_, "status") if !at.starts_with("data") && !at.starts_with("measures") => Change::Set { at: at.clone(), value: json!("disputed") },
            (_, "sources" | "tags" | "systems" | "aliases") if whole.pointer(&pointer(&at)).is_some_and(|list| list.as_array().is_some_and(|list| list.iter().all(serde_json::Value::is_string))) =>
                Change::Set { at: at.clone(), value: json!(["one", "two", "three", "four"]) },
            (_, "text" | "note" | "summary" | "notes" | "title" | "who") => Change::Set { at: at.clone(), value: json!(text) },
            _ => return Ok(()),
        };
        let after = apply(before, std::slice::from_ref(&change)).unwrap();
        let (first, end) = extent(before, &at);
        let old: Vec<&str> = before.lines().collect();
        let new: Vec<&str> = after.lines().collect();
        let above = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let below = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
        // a part that is taken away takes a blank line before it along, and a list or mapping that it leaves empty
        let slack = if matches!(change, Change::Remove { .. }) { 2 } else { 0 };
        prop_assert!(above + slack >= first, "{change:?} changed a line above {first}\n{before}\n=====\n{after}");
        prop_assert!(below + slack >= old.len() - end, "{change:?} changed a line below {end}\n{before}\n=====\n{after}");
    }

    #[test]
    fn a_whole_record_is_written_as_it_was_meant(before in record(), edits in proptest::collection::vec(edit(), 0..8)) {
        let mut wanted = decode(before);
        for edit in edits {
            edit.make(&mut wanted);
        }
        let written = write(&wanted);
        prop_assert_eq!(decode(&written), wanted);
        prop_assert_eq!(arrange(&written), Ok(written.clone()));
    }

    #[test]
    fn order_is_brought_by_moving_lines_and_loses_none(before in record(), seed in any::<u64>()) {
        prop_assume!(!before.starts_with('{'));
        let mixed = shuffled(before, seed);
        let arranged = arrange(&mixed).unwrap();
        prop_assert_eq!(decode(&arranged), decode(before));
        prop_assert_eq!(arrange(&arranged), Ok(arranged.clone()));
        let letters = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
            letters.sort_unstable();
            letters
        };
        let order = |text: &str| text
                .trim_start_matches('\u{feff}').lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).map(|line| line.split(':').next().unwrap().to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(letters(&arranged), letters(&mixed));
        prop_assert_eq!(order(&arranged), order(&arrange(before).unwrap()));
    }
}

/// The paths of all that a record holds.
fn places(value: &serde_json::Value, at: &str, paths: &mut Vec<String>) {
    let mut put = |path: String, value: &serde_json::Value| {
        places(value, &path, paths);
        paths.push(path);
    };
    match value {
        serde_json::Value::Object(fields) => {
            let path = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
            fields.iter().for_each(|(name, value)| put(path(name), value));
        }
        serde_json::Value::Array(items) => (0..).zip(items).for_each(|(n, value)| put(format!("{at}[{n}]"), value)),
        _ => {}
    }
}

/// The same path for `Value::pointer`.
fn pointer(at: &str) -> String {
    format!("/{}", at.replace(['.', '['], "/").replace(']', ""))
}

/// Whether a record may do without what is at a path.
fn is_optional(at: &str, whole: &serde_json::Value) -> bool {
    let bare = at.trim_end_matches(']').trim_end_matches(|c: char| c.is_ascii_digit());
    match bare.strip_suffix('[') {
        Some("timeline") => whole["timeline"].as_array().is_some_and(|events| events.len() > 1),
        Some(list) => ["affected", "data", "measures", "risks", "sources", "parties", "tags"].contains(&list),
        None => ["summary", "notes", "text", "note", "who", "as_of", "known", "publisher", "grade"]
            .iter()
            .any(|name| at == *name || at.ends_with(&format!(".{name}"))),
    }
}

/// The lines of a field or an item: the first, from 0, and that after the last. A line that others stand on too is of it.
fn extent(text: &str, at: &str) -> (usize, usize) {
    let (line, _) =
        breachline::record::place_of(text.trim_start_matches('\u{feff}'), at).unwrap_or_else(|| panic!("{at}\n{text}"));
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let name = at.rsplit(['.', ']']).next().unwrap_or_default();
    // a value may begin below its key
    let is_key = |line: &str| line.contains(&format!("{name}:"));
    let line = usize::try_from(line).unwrap();
    let first = if name.is_empty() { line - 1 } else { lines[..line].iter().rposition(|line| is_key(line)).unwrap() };
    let depth = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let dashed = |line: &str| line.len() - line.trim_start().len();
    let is_item = at.ends_with(']');
    let own = if is_item { dashed(lines[first]) } else { depth(lines[first]) };
    let is_below = |line: &&str| {
        line.trim().is_empty()
            || dashed(line) > own
            || (!is_item && dashed(line) == own && line.trim_start().starts_with("- "))
    };
    let below = lines[first + 1..].iter().take_while(|line| is_below(line)).count();
    (first, first + 1 + below)
}

/// A record with its outermost fields in another order.
fn shuffled(text: &str, mut seed: u64) -> String {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut parts: Vec<String> = Vec::new();
    let mut head = String::new();
    for line in text.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            parts.push(format!("{line}\n"));
        } else if let Some(part) = parts.last_mut() {
            part.extend([line, "\n"]);
        } else {
            head.extend([line, "\n"]);
        }
    }
    for n in (1..parts.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        parts.swap(n, usize::try_from(seed >> 33).unwrap() % (n + 1));
    }
    head + &parts.concat()
}
