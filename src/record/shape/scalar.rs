//! Single values: what a plain word stands for in YAML, and whether it is the text, date, number or word expected.
//! It walks no mapping and no list, bar the bounds of a count.

use super::{Walker, kind};
use crate::record::count::{Count, Error};
use crate::record::finding::{Fault, Shape, nearest};
use crate::record::tree::{Content, Id, Node, Spot, join};
use crate::record::when::When;
use serde_json::{Map, Value, json};

/// What a scalar stands for, as the decoder reads it.
#[derive(Debug, PartialEq)]
enum Meaning {
    Null,
    Logical(bool),
    Whole(u64),
    Negative,
    /// Beyond 64 bits, or with a fraction.
    Other,
    Text,
}

/// Whether a value is nothing, `~` or `null`.
pub fn is_null(node: &Node) -> bool {
    matches!(&node.content, Content::Scalar { text, plain: true }
        if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
}

/// What was found, for a message.
pub fn found(node: &Node) -> Shape {
    match &node.content {
        Content::List(_) => Shape::List,
        Content::Map(_) => Shape::Mapping,
        Content::Scalar { text, plain } => match meaning(text, *plain) {
            Meaning::Null => Shape::Nothing,
            Meaning::Logical(_) => Shape::Logical(text.clone()),
            Meaning::Text => Shape::ThisText(text.clone()),
            Meaning::Whole(_) | Meaning::Negative | Meaning::Other => Shape::Number(text.clone()),
        },
    }
}

/// The rules of `yaml_serde`, asked of it where they are intricate.
fn meaning(text: &str, plain: bool) -> Meaning {
    if !plain {
        return Meaning::Text;
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Meaning::Null,
        "true" | "True" | "TRUE" => return Meaning::Logical(true),
        "false" | "False" | "FALSE" => return Meaning::Logical(false),
        _ => {}
    }
    // no number is longer than this; 128-bit integers are refused like fractions
    if text.len() > 60 || !text.starts_with(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.']) {
        return Meaning::Text;
    }
    match serde_yaml::from_str(text) {
        Ok(serde_yaml::Value::Number(number)) if number.is_f64() => Meaning::Other,
        Ok(serde_yaml::Value::Number(number)) => match number.as_u64() {
            Some(n) => Meaning::Whole(n),
            None => Meaning::Negative,
        },
        // a whole number beyond 64 bits
        Err(_) if text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+')) => Meaning::Other,
        _ => Meaning::Text,
    }
}

/// A harmless value in place of a faulty or missing one, so that the rest of its mapping can still be checked; none
/// for names, which others may cite.
pub fn stand_in(schema: &Value) -> Option<Value> {
    match (schema["format"].as_str(), schema["anyOf"].get(0)) {
        (Some("edtf"), _) => Some("unknown".into()),
        (Some("text"), _) => Some("-".into()),
        (Some("whole-number"), _) => Some(0.into()),
        (None, Some(first)) => stand_in(first),
        (None, None) => schema["enum"].get(0).cloned(),
        _ => None,
    }
}

impl Walker<'_> {
    pub(super) fn scalar(&mut self, id: Id, node: &Node, spot: Spot, schema: &Value, at: &str) -> Option<Value> {
        let expected = match (schema["format"].as_str(), kind(schema)) {
            (Some("text"), _) => return self.text(id, node, spot, Shape::Texts, at),
            (Some("edtf"), _) => Shape::Date,
            (Some("whole-number"), _) if at.ends_with("count") => Shape::Count,
            (Some("whole-number"), _) | (_, Some("integer")) => Shape::Whole,
            (_, Some("boolean")) => Shape::Boolean,
            _ if schema.get("enum").is_some() => Shape::Word,
            _ => Shape::Text,
        };
        let Content::Scalar { text, plain } = &node.content else {
            self.wrong(node, expected, at, spot);
            return None;
        };
        match expected {
            Shape::Date => self.date(node, text, *plain, at, spot),
            Shape::Count | Shape::Whole => {
                let separated = schema["format"] == "whole-number";
                self.number(node, text, *plain, separated, expected, at, spot)
            }
            Shape::Boolean => {
                if let Meaning::Logical(value) = meaning(text, *plain) {
                    return Some(value.into());
                }
                self.wrong(node, Shape::Boolean, at, spot);
                None
            }
            Shape::Word => self.word(node, text, schema, at, spot),
            _ if schema["format"] == "time-zone" => self.time_zone(text, at, spot),
            _ => Some(text.as_str().into()),
        }
    }

    /// A free text; numbers and nothing are no text.
    pub(super) fn text(&mut self, id: Id, node: &Node, spot: Spot, expected: Shape, at: &str) -> Option<Value> {
        if let Content::Scalar { text, plain } = &node.content {
            match meaning(text, *plain) {
                Meaning::Text => {
                    self.walk.texts.push(id);
                    return Some(text.as_str().into());
                }
                Meaning::Null => {
                    self.fault(Fault::EmptyText { required: true }, at, spot);
                    return None;
                }
                _ => {}
            }
        }
        self.wrong(node, expected, at, spot);
        None
    }

    fn date(&mut self, node: &Node, text: &str, plain: bool, at: &str, spot: Spot) -> Option<Value> {
        let written = match meaning(text, plain) {
            Meaning::Text => text.to_owned(),
            Meaning::Whole(year) => year.to_string(),
            _ => {
                self.wrong(node, Shape::Date, at, spot);
                return None;
            }
        };
        match written.parse::<When>() {
            Ok(_) => Some(written.into()),
            Err(why) => {
                self.fault(Fault::ImpossibleDate { date: text.to_owned(), why }, at, spot);
                None
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a value, where it stands, and what it should be")]
    fn number(
        &mut self,
        node: &Node,
        text: &str,
        plain: bool,
        separated: bool,
        expected: Shape,
        at: &str,
        spot: Spot,
    ) -> Option<Value> {
        let read = match meaning(text, plain) {
            Meaning::Whole(n) => Ok(n),
            Meaning::Negative => Err(Error::Negative),
            Meaning::Text if separated => Count::parse_number(text),
            _ => Err(Error::Shape),
        };
        match read {
            Ok(n) => return Some(n.into()),
            Err(Error::Negative) => self.fault(Fault::NegativeCount(text.to_owned()), at, spot),
            Err(_) => self.wrong(node, expected, at, spot),
        }
        None
    }

    fn word(&mut self, node: &Node, text: &str, schema: &Value, at: &str, spot: Spot) -> Option<Value> {
        let allowed: Vec<&str> = schema["enum"].as_array()?.iter().filter_map(Value::as_str).collect();
        if allowed.contains(&text) {
            return Some(text.into());
        }
        if is_null(node) {
            self.wrong(node, Shape::Word, at, spot);
            return None;
        }
        let near = nearest(text, allowed.iter().copied());
        let shown = if near.is_empty() { 13 } else { 0 };
        let allowed = allowed.into_iter().take(shown).map(str::to_owned).collect();
        self.fault_near(Fault::UnknownValue { value: text.to_owned(), allowed }, at, spot, near);
        None
    }

    fn time_zone(&mut self, text: &str, at: &str, spot: Spot) -> Option<Value> {
        if text.parse::<chrono_tz::Tz>().is_ok() {
            return Some(text.into());
        }
        let near = nearest(text, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()));
        self.fault_near(Fault::BadTimeZone(text.to_owned()), at, spot, near);
        None
    }

    /// Whether the bounds of a count are a count.
    pub(super) fn bounds(&mut self, id: Id, spot: Spot, kept: &Map<String, Value>, at: &str) -> bool {
        let bound = |name: &str| kept.get(name).and_then(Value::as_u64);
        // a bound that is there but faulty has its own finding
        let lost = |name: &str| kept.get(name).is_none() && self.tree.field(id, name).is_some();
        if lost("min") || lost("max") {
            return false;
        }
        let (min, max) = (bound("min"), bound("max"));
        let Err(why) = Count::new(min, max, false) else { return true };
        let (at, spot) = match self.tree.field(id, "min").and_then(|min| self.tree.node(min)) {
            Some(node) if why == Error::Backwards => (join(at, "min"), node.spot),
            _ => (at.to_owned(), spot),
        };
        self.fault(Fault::BadCount { why, min: min.unwrap_or(0), max: max.unwrap_or(0) }, &at, spot);
        false
    }
}

/// Values that the outermost mapping needs, for checking the rest of a record that lacks them.
pub fn stand_ins() -> Value {
    json!({ "title": "-", "organisation": { "name": "-" }, "timeline": [] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stand_for_what_the_decoder_makes_of_them() {
        assert_eq!(meaning("012", true), Meaning::Text);
        assert_eq!(meaning("0x1F", true), Meaning::Whole(31));
        assert_eq!(meaning("-5", true), Meaning::Negative);
        assert_eq!(meaning("3.5", true), Meaning::Other);
        assert_eq!(meaning("3.5", false), Meaning::Text);
        assert_eq!(meaning("340 000", true), Meaning::Text);
        assert_eq!(meaning("- x", true), Meaning::Text);
    }
}
