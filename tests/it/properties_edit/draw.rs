//! Any change of any record, drawn from the schema: every field of the format, in every way it may be changed.
//! It judges nothing.

use breachline::edit::Change;
use breachline::record::field::{Field, Kind, all};
use breachline::record::vocabulary::words;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

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

const DATES: &[&str] = &["2024", "2024-03", "2024-03-05", "2024-03-05T09:30+01:00", "2024-03~", "2024?", "2024-XX"];
const INTERVALS: &[&str] = &["../2024-03-05", "2024-03-02/2024-03-09?", "2024/..", "unknown"];

/// A text that is not blank.
pub fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(HOSTILE).prop_map(str::to_owned),
        2 => "\\PC{1,60}",
        2 => "[a-zé ,:#'\"\\-\\[\\]{}&*!|>%@`?\\\\\n\t~]{1,60}",
        2 => proptest::collection::vec("[a-zé]{1,14}[,.:;#'\"]?", 5..60).prop_map(|words| words.join(" ")),
        2 => "[a-zé]{1,14}",
    ]
    .prop_filter("a text is not empty", |text| !text.trim().is_empty())
}

/// Draws that decide what is changed, and how.
#[derive(Clone, Debug)]
pub struct Draws {
    numbers: Vec<u32>,
    texts: Vec<String>,
    at: usize,
}

/// Any draws.
pub fn draws() -> impl Strategy<Value = Draws> {
    (proptest::collection::vec(any::<u32>(), 24), proptest::collection::vec(word(), 6))
        .prop_map(|(numbers, texts)| Draws { numbers, texts, at: 0 })
}

impl Draws {
    fn below(&mut self, n: usize) -> usize {
        self.at += 1;
        usize::try_from(self.numbers[self.at % self.numbers.len()]).unwrap() % n.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn text(&mut self) -> String {
        self.at += 1;
        self.texts[self.at % self.texts.len()].clone()
    }

    /// Any change of a record that leaves it one.
    pub fn change(&mut self, record: &Value) -> Change {
        let mut ways: [Vec<Way>; 4] = Default::default();
        gather(all(), record, "", &mut ways);
        for ways in &mut ways {
            ways.retain(|way| !way.at.starts_with("imported"));
        }
        let ways: Vec<&Vec<Way>> = ways.iter().filter(|ways| !ways.is_empty()).collect();
        let ways = self.of(&ways);
        let Way { at, kind } = ways[self.below(ways.len())].clone();
        match kind {
            None => Change::Remove { at },
            Some((Kind::List(item), true)) => {
                let long = breachline::edit::at(record, &at).and_then(Value::as_array).map_or(0, Vec::len);
                let before = self.below(long + 2);
                let item = self.value(&at, item);
                Change::Insert { list: at, at: Some(before).filter(|before| *before <= long), item }
            }
            Some((kind, _)) => {
                let value = self.value(&at, kind);
                Change::Set { at, value }
            }
        }
    }

    /// Any value of a kind.
    fn value(&mut self, at: &str, kind: &Kind) -> Value {
        match kind {
            Kind::Text if matches!(at.rsplit('.').next(), Some("en" | "fr")) => json!(self.text()),
            Kind::Text if self.below(2) == 0 => json!({ "en": self.text(), "fr": self.text() }),
            Kind::Word if at.ends_with("id") || at.contains("sources") || at.ends_with("supersedes") => {
                json!(self.of(&["a", "b", "a-longer-name-2024", "12", "null", "2024-03"]))
            }
            Kind::Text | Kind::Word => json!(self.text()),
            Kind::Zone => json!(self.of(&["Europe/Paris", "UTC", "America/Argentina/Buenos_Aires"])),
            Kind::Date if self.below(3) == 0 => json!(self.of(INTERVALS)),
            Kind::Date => json!(self.of(DATES)),
            Kind::Whole => json!(self.of(&[0, 5_000_000, u64::MAX])),
            Kind::Count => match self.below(4) {
                0 => json!(36_820_828),
                1 => json!({ "min": 340_000 }),
                2 => json!({ "max": 7, "approx": true }),
                _ => json!({ "min": 11_000_000, "max": 15_000_000, "approx": true }),
            },
            Kind::Choice(name) => {
                let words = words(name);
                json!(words[self.below(words.len())].id)
            }
            Kind::List(item) => (0..=self.below(3)).map(|_| self.value(at, item)).collect(),
            Kind::Group(fields) => {
                let mut group = Map::new();
                for field in fields {
                    if field.required || self.below(4) == 0 {
                        group.insert(field.name.to_owned(), self.value(&format!("{at}.{}", field.name), &field.kind));
                    }
                }
                if group.is_empty() {
                    let field = &fields[self.below(fields.len())];
                    group.insert(field.name.to_owned(), self.value(&format!("{at}.{}", field.name), &field.kind));
                }
                group.into()
            }
        }
    }
}

/// One way to change a record: where, and what is to be there, none if nothing; whether that is an item more.
#[derive(Clone, Debug)]
struct Way {
    at: String,
    kind: Option<(&'static Kind, bool)>,
}

/// All ways to change what some fields hold: to another value, to a first value, by an item more, to nothing.
fn gather(fields: &'static [Field], value: &Value, above: &str, ways: &mut [Vec<Way>; 4]) {
    for field in fields {
        let at = if above.is_empty() { field.name.to_owned() } else { format!("{above}.{}", field.name) };
        let there = value.get(field.name);
        ways[usize::from(there.is_none())].push(Way { at: at.clone(), kind: Some((&field.kind, false)) });
        if matches!(field.kind, Kind::List(_)) {
            ways[2].push(Way { at: at.clone(), kind: Some((&field.kind, true)) });
        }
        let Some(there) = there else { continue };
        if !field.required {
            ways[3].push(Way { at: at.clone(), kind: None });
        }
        inside(&field.kind, there, &at, field.required, ways);
    }
}

fn inside(kind: &'static Kind, there: &Value, at: &str, required: bool, ways: &mut [Vec<Way>; 4]) {
    match (kind, there) {
        (Kind::Group(fields), _) => gather(fields, there, at, ways),
        (Kind::List(item), Value::Array(items)) => {
            for (n, there) in items.iter().enumerate() {
                let at = format!("{at}[{n}]");
                ways[0].push(Way { at: at.clone(), kind: Some((item, false)) });
                if items.len() > 1 || !required {
                    ways[3].push(Way { at: at.clone(), kind: None });
                }
                inside(item, there, &at, required, ways);
            }
        }
        (Kind::Text, Value::Object(texts)) => {
            for code in ["en", "fr"] {
                let at = format!("{at}.{code}");
                ways[usize::from(!texts.contains_key(code))].push(Way { at: at.clone(), kind: Some((kind, false)) });
                if texts.len() > 1 && texts.contains_key(code) {
                    ways[3].push(Way { at, kind: None });
                }
            }
        }
        _ => {}
    }
}
