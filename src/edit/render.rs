//! A value as lines of YAML in the house style: in brackets what is short and flat, line by line what is not.
//! It reads no file; how a file is indented is told to it.

use super::scalar::{block, inline};
use super::was::Was;
use crate::record::tree::Form;
use serde_json::{Map, Value};

/// The widest line, in characters, where words allow it.
pub const WIDTH: usize = 116;

/// Lists whose items are written line by line, however short.
const LONG: &[&str] = &["timeline", "affected", "sources"];

/// Fields that are written line by line, however short.
const OPEN: &[&str] = &["attack"];

/// How a file is indented, and what is in brackets spaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// By how much a mapping stands deeper than its key.
    pub step: usize,
    /// By how much the dashes of a list stand deeper than its key.
    pub dash: usize,
    /// How brackets are spaced.
    pub brackets: Brackets,
}

/// How what is in brackets is spaced, and which of its texts have quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brackets {
    /// Which texts have quotes.
    pub quotes: Quotes,
    /// Whether a blank stands behind a colon; without quotes there is always one.
    pub colon: bool,
    /// Whether a blank stands behind a comma.
    pub comma: bool,
    /// Whether blanks stand inside braces.
    pub inside: bool,
}

/// Which texts in brackets have quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// Those that could be mistaken without.
    Needed,
    /// All of them, keys too, as JSON has it.
    All,
}

/// The house's own.
pub const HOUSE: Style =
    Style { step: 2, dash: 2, brackets: Brackets { quotes: Quotes::Needed, colon: true, comma: true, inside: true } };

/// Whether the items of a list are in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Items {
    /// Those that are short and flat.
    Brackets,
    /// None.
    Lines,
}

impl Items {
    /// What the house does with the items of a list.
    pub fn of(list: &str) -> Items {
        if LONG.contains(&list) { Items::Lines } else { Items::Brackets }
    }
}

impl Style {
    /// A field that starts in a column: its key and its value, without the indentation of the first line and without
    /// the last line's end.
    pub fn field(self, key: &str, value: &Value, column: usize) -> String {
        self.field_like(key, value, column, None)
    }

    fn field_like(self, key: &str, value: &Value, column: usize, was: Option<Was>) -> String {
        let head = format!("{}:", inline("", &Value::String(key.to_owned()), false, None));
        let room = column + head.chars().count();
        let value = self.value(key, value, column, room + 1, was);
        if value.is_empty() || value.starts_with('\n') { head + &value } else { head + " " + &value }
    }

    /// The value of a field whose key starts in a column and which itself would start at another; lines after the first
    /// carry their indentation, and a value that starts on its own line starts with a line's end.
    pub fn value(self, key: &str, value: &Value, column: usize, at: usize, was: Option<Was>) -> String {
        match value {
            Value::Array(items) => {
                if let Some(flow) = self.flow(key, value, was).filter(|flow| items.is_empty() || fits(at, flow)) {
                    return flow;
                }
                let (dash, start) = (column + self.dash, Items::of(key));
                let item = |(n, item): (usize, &Value)| {
                    let was = was.and_then(|was| was.item(n, item));
                    format!("\n{}- {}", spaces(dash), self.item_like(key, item, dash + 2, start, was))
                };
                items.iter().enumerate().map(item).collect()
            }
            Value::Object(fields) => {
                let flow = self.flow(key, value, was).filter(|flow| !OPEN.contains(&key) && fits(at, flow));
                if let Some(flow) = flow {
                    return flow;
                }
                let column = column + self.step;
                let start = format!("\n{}", spaces(column));
                let line = |(key, value): (&String, &Value)| {
                    start.clone() + &self.field_like(key, value, column, was.and_then(|was| was.field(key)))
                };
                fields.iter().map(line).collect()
            }
            scalar => self.scalar(key, scalar, column, at, was),
        }
    }

    fn scalar(self, key: &str, value: &Value, column: usize, at: usize, was: Option<Was>) -> String {
        if let Some(text) = was.and_then(|was| was.written(value, false)).filter(|text| fits(at, text)) {
            return text.to_owned();
        }
        let like = was.and_then(Was::form);
        let line = inline(key, value, false, like);
        let Value::String(text) = value else { return line };
        let was_block = matches!(like, Some(Form::Literal | Form::Folded));
        let long = !fits(at, &line) && text.contains(' ');
        if !(long || text.contains('\n') || was_block && text.chars().count() > WIDTH / 2) {
            return line;
        }
        let column = column + self.step;
        let Some((header, lines)) = block(text, WIDTH.saturating_sub(column).max(40)) else { return line };
        lines.iter().fold(header.to_owned(), |block, line| {
            if line.is_empty() { block + "\n" } else { block + "\n" + &spaces(column) + line }
        })
    }

    /// An item that starts in a column, behind its dash.
    pub fn item(self, list: &str, item: &Value, column: usize, items: Items) -> String {
        self.item_like(list, item, column, items, None)
    }

    /// The same, written like what stood there before as far as it is the same.
    pub fn item_like(self, list: &str, item: &Value, column: usize, items: Items, was: Option<Was>) -> String {
        let Value::Object(fields) = item else {
            return self.scalar(list, item, column.saturating_sub(2), column, was);
        };
        if items == Items::Brackets
            && let Some(flow) = self.flow(list, item, was).filter(|flow| fits(column, flow))
        {
            return flow;
        }
        let field =
            |(key, value): (&String, &Value)| self.field_like(key, value, column, was.and_then(|was| was.field(key)));
        fields.iter().map(field).collect::<Vec<_>>().join(&format!("\n{}", spaces(column)))
    }

    /// A value in brackets; `None` if it holds something that holds something, or a text of several lines.
    pub fn flow(self, key: &str, value: &Value, was: Option<Was>) -> Option<String> {
        is_flat(value).then(|| self.brackets.value(key, value, was))
    }

    /// A whole record.
    pub fn record(self, fields: &Map<String, Value>) -> String {
        let mut text = String::new();
        for (key, value) in fields {
            if is_section(key) && !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&self.field(key, value, 0));
            text.push('\n');
        }
        text
    }
}

/// Whether a field of a record is set off by a blank line, where the record has such lines.
pub fn is_section(key: &str) -> bool {
    !["id", "title", "organisation", "status", "timezone", "summary"].contains(&key)
}

/// Whether a value holds nothing that holds something, and no text of several lines.
pub fn is_flat(value: &Value) -> bool {
    let simple = |value: &Value| match value {
        Value::Object(_) => false,
        Value::String(text) => !text.contains('\n'),
        _ => true,
    };
    let items = |items: &[Value]| items.iter().all(|item| simple(item) && !item.is_array());
    match value {
        Value::Object(fields) => fields.values().all(|value| value.as_array().map_or(simple(value), |all| items(all))),
        Value::Array(all) => items(all),
        value => simple(value),
    }
}

impl Brackets {
    /// A value in brackets, on one line, whatever it is.
    pub fn value(self, key: &str, value: &Value, was: Option<Was>) -> String {
        let inside = if self.inside { " " } else { "" };
        match value {
            Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
            Value::Object(fields) => {
                let field = |(key, value): (&String, &Value)| {
                    self.key(key) + &self.value(key, value, was.and_then(|was| was.field(key)))
                };
                let fields: Vec<String> = fields.iter().map(field).collect();
                format!("{{{inside}{}{inside}}}", fields.join(self.gap()))
            }
            Value::Array(items) => {
                let item = |(n, item): (usize, &Value)| self.value(key, item, was.and_then(|was| was.item(n, item)));
                let items: Vec<String> = items.iter().enumerate().map(item).collect();
                format!("[{}]", items.join(self.gap()))
            }
            scalar => {
                let written = was.and_then(|was| was.written(scalar, true)).map(str::to_owned);
                written.unwrap_or_else(|| inline(key, scalar, true, self.like()))
            }
        }
    }

    /// A value that starts in a column, each of its fields on a line of its own and deeper by a step, as JSON is mostly
    /// written.
    pub fn lines(self, key: &str, value: &Value, column: usize, step: usize) -> String {
        let Value::Object(fields) = value else { return self.value(key, value, None) };
        let start = format!("\n{}", spaces(column + step));
        let field = |(key, value): (&String, &Value)| start.clone() + &self.key(key) + &self.value(key, value, None);
        let fields: Vec<String> = fields.iter().map(field).collect();
        format!("{{{}\n{}}}", fields.join(","), spaces(column))
    }

    /// A key with its colon.
    pub fn key(self, key: &str) -> String {
        let colon = if self.colon || self.quotes == Quotes::Needed { ": " } else { ":" };
        inline("", &Value::String(key.to_owned()), true, self.like()) + colon
    }

    /// A comma, and what stands behind it.
    pub fn gap(self) -> &'static str {
        if self.comma { ", " } else { "," }
    }

    fn like(self) -> Option<Form> {
        (self.quotes == Quotes::All).then_some(Form::DoubleQuoted)
    }
}

/// Whether a text fits on the line, from a column on.
pub fn fits(column: usize, text: &str) -> bool {
    column + text.chars().count() <= WIDTH
}

/// So many spaces.
pub fn spaces(n: usize) -> String {
    " ".repeat(n)
}
