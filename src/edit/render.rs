//! A value as lines of YAML in the house style: in brackets what is short and flat, line by line what is not.
//! It reads no file; how a file is indented is told to it.

use super::scalar::{block, inline};
use crate::record::tree::Form;
use serde_json::{Map, Value};

/// The widest line, in characters, where words allow it.
pub const WIDTH: usize = 116;

/// Lists whose items are written line by line, however short.
const LONG: &[&str] = &["timeline", "affected", "sources"];

/// Fields that are written line by line, however short.
const OPEN: &[&str] = &["attack"];

/// How a file is indented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// By how much a mapping stands deeper than its key.
    pub step: usize,
    /// By how much the dashes of a list stand deeper than its key.
    pub dash: usize,
}

/// The house's own.
pub const HOUSE: Style = Style { step: 2, dash: 2 };

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
        let head = format!("{}:", inline("", &Value::String(key.to_owned()), false, None));
        let room = column + head.chars().count();
        let value = self.value(key, value, column, room + 1, None);
        if value.is_empty() || value.starts_with('\n') { head + &value } else { head + " " + &value }
    }

    /// The value of a field whose key starts in a column and which itself would start at another; lines after the first
    /// carry their indentation, and a value that starts on its own line starts with a line's end.
    pub fn value(self, key: &str, value: &Value, column: usize, at: usize, like: Option<Form>) -> String {
        match value {
            Value::Array(items) => {
                if let Some(flow) = flow(key, value).filter(|flow| items.is_empty() || fits(at, flow)) {
                    return flow;
                }
                let dash = column + self.dash;
                let item =
                    |item: &Value| format!("\n{}- {}", spaces(dash), self.item(key, item, dash + 2, Items::of(key)));
                items.iter().map(item).collect()
            }
            Value::Object(fields) => {
                if let Some(flow) = flow(key, value).filter(|flow| !OPEN.contains(&key) && fits(at, flow)) {
                    return flow;
                }
                let column = column + self.step;
                let start = format!("\n{}", spaces(column));
                let line = |(key, value): (&String, &Value)| start.clone() + &self.field(key, value, column);
                fields.iter().map(line).collect()
            }
            scalar => self.scalar(key, scalar, column, at, like),
        }
    }

    fn scalar(self, key: &str, value: &Value, column: usize, at: usize, like: Option<Form>) -> String {
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
        let Value::Object(fields) = item else {
            return self.scalar(list, item, column.saturating_sub(2), column, None);
        };
        if items == Items::Brackets
            && let Some(flow) = flow(list, item).filter(|flow| fits(column, flow))
        {
            return flow;
        }
        let lines: Vec<String> = fields.iter().map(|(key, value)| self.field(key, value, column)).collect();
        lines.join(&format!("\n{}", spaces(column)))
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

/// A value in brackets; `None` if it holds something that holds something, or a text of several lines.
pub fn flow(key: &str, value: &Value) -> Option<String> {
    let simple = |value: &Value| match value {
        Value::Object(_) => false,
        Value::String(text) => !text.contains('\n'),
        _ => true,
    };
    let flat = match value {
        Value::Object(fields) => fields.values().all(|value| match value {
            Value::Array(items) => items.iter().all(|item| simple(item) && !item.is_array()),
            value => simple(value),
        }),
        Value::Array(items) => items.iter().all(|item| simple(item) && !item.is_array()),
        value => simple(value),
    };
    flat.then(|| brackets(key, value, Quotes::Needed))
}

/// Which texts in brackets have quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// Those that could be mistaken without.
    Needed,
    /// All of them, keys too, as JSON has it.
    All,
}

/// A value in brackets, whatever it is.
pub fn brackets(key: &str, value: &Value, quotes: Quotes) -> String {
    let like = (quotes == Quotes::All).then_some(Form::DoubleQuoted);
    match value {
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Object(fields) => {
            let name = |key: &String| inline("", &Value::String(key.clone()), true, like);
            let each: Vec<String> =
                fields.iter().map(|(key, value)| format!("{}: {}", name(key), brackets(key, value, quotes))).collect();
            format!("{{ {} }}", each.join(", "))
        }
        Value::Array(items) => {
            let each: Vec<String> = items.iter().map(|item| brackets(key, item, quotes)).collect();
            format!("[{}]", each.join(", "))
        }
        scalar => inline(key, scalar, true, like),
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
