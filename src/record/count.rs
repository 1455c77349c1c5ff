//! A count as somebody gave it: a number, a least, a most, or a range, rounded or not.
//! It does not say who gave it; a claim does.

use std::fmt;

/// How many, from the least to the most that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Count {
    /// At least so many.
    pub min: Option<u64>,
    /// At most so many.
    pub max: Option<u64>,
    /// Whether the figure was rounded by those who gave it.
    pub approx: bool,
}

/// Why a value is no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum Error {
    /// It is not a whole number.
    #[error("not a whole number")]
    Shape,
    /// It is below zero.
    #[error("a count below zero")]
    Negative,
    /// Its least is above its most.
    #[error("a minimum above its maximum")]
    Backwards,
    /// Neither a least nor a most is given.
    #[error("neither a minimum nor a maximum")]
    Empty,
}

impl Count {
    /// Exactly so many.
    pub fn exact(n: u64) -> Count {
        Count { min: Some(n), max: Some(n), approx: false }
    }

    /// Makes a count of its bounds.
    pub fn new(min: Option<u64>, max: Option<u64>, approx: bool) -> Result<Count, Error> {
        match (min, max) {
            (None, None) => Err(Error::Empty),
            (Some(min), Some(max)) if min > max => Err(Error::Backwards),
            _ => Ok(Count { min, max, approx }),
        }
    }

    /// Reads a number with `_`, spaces or no-break spaces between its thousands.
    pub fn parse_number(text: &str) -> Result<u64, Error> {
        let bare: String =
            text.chars().filter(|c| !matches!(c, '_' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')).collect();
        if bare.starts_with('-') && bare[1..].bytes().all(|b| b.is_ascii_digit()) && bare.len() > 1 {
            return Err(Error::Negative);
        }
        if bare.is_empty()
            || !bare.bytes().all(|b| b.is_ascii_digit())
            || !text.starts_with(|c: char| c.is_ascii_digit())
        {
            return Err(Error::Shape);
        }
        bare.parse().map_err(|_| Error::Shape)
    }

    /// The figure by which counts are sorted: the least, else the most.
    pub fn order(self) -> u64 {
        self.min.or(self.max).unwrap_or(0)
    }

    /// Whether the two certainly differ by more than a quarter of the larger.
    pub fn differs_widely(self, other: Count) -> bool {
        let apart = |low: Option<u64>, high: Option<u64>| match (low, high) {
            (Some(low), Some(high)) => high.saturating_mul(4) < low.saturating_mul(3),
            _ => false,
        };
        apart(self.min, other.max) || apart(other.min, self.max)
    }
}

/// The bounds of a count: a number, or a text with separated thousands.
struct Number(u64);

impl<'de> serde::Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Number;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a whole number")
            }
            fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Number, E> {
                Ok(Number(n))
            }
            fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<Number, E> {
                u64::try_from(n).map(Number).map_err(|_| E::custom(Error::Negative))
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Number, E> {
                Count::parse_number(text).map(Number).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    min: Option<Number>,
    max: Option<Number>,
    #[serde(default)]
    approx: bool,
}

impl<'de> serde::Deserialize<'de> for Count {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Count, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Count;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a whole number or a map of min, max and approx")
            }
            fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Count, E> {
                Ok(Count::exact(n))
            }
            fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<Count, E> {
                u64::try_from(n).map(Count::exact).map_err(|_| E::custom(Error::Negative))
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Count, E> {
                Count::parse_number(text).map(Count::exact).map_err(E::custom)
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Count, A::Error> {
                let bounds: Bounds =
                    serde::Deserialize::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Count::new(bounds.min.map(|n| n.0), bounds.max.map(|n| n.0), bounds.approx)
                    .map_err(serde::de::Error::custom)
            }
        }
        if !deserializer.is_human_readable() {
            let (min, max, approx) = serde::Deserialize::deserialize(deserializer)?;
            return Count::new(min, max, approx).map_err(serde::de::Error::custom);
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl schemars::JsonSchema for Count {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Count".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let number = serde_json::json!({ "type": ["integer", "string"], "format": "whole-number", "minimum": 0 });
        schemars::json_schema!({
            "description": "A whole number, or its least and most; approx marks a rounded figure. Spaces or _ may group thousands inside quotes.",
            "anyOf": [
                number,
                {
                    "type": "object",
                    "properties": { "min": number, "max": number, "approx": { "type": "boolean" } },
                    "additionalProperties": false,
                    "format": "count-range"
                }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_may_be_separated() {
        assert_eq!(Count::parse_number("36 820 828"), Ok(36_820_828));
        assert_eq!(Count::parse_number("340_000"), Ok(340_000));
        assert_eq!(Count::parse_number("-3"), Err(Error::Negative));
        for text in ["", " 3", "3.5", "1,000", "x", "_1"] {
            assert_eq!(Count::parse_number(text), Err(Error::Shape), "{text:?}");
        }
    }

    #[test]
    fn counts_differ_widely_only_where_they_certainly_do() {
        let about = |n| Count { min: Some(n), max: Some(n), approx: true };
        assert!(!about(43_000_000).differs_widely(about(36_820_828)));
        assert!(about(120_000).differs_widely(Count::exact(58_124)));
        assert!(!Count { min: Some(340_000), max: None, approx: false }.differs_widely(Count::exact(600_000)));
    }
}
