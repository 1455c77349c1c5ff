//! A text that a record gives in one language or in several.
//! It does not choose the interface's language; the reader does.

use crate::text::Lang;
use std::fmt;

/// A text in one or several languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Localised {
    /// One text, its language not said.
    Plain(String),
    /// Texts by language code, in the order of the record; never empty.
    ByLanguage(Vec<(String, String)>),
}

impl Localised {
    /// The text in the reader's language, else in the record's first.
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Localised::Plain(text) => text,
            Localised::ByLanguage(texts) => texts
                .iter()
                .find(|(code, _)| code == lang.code())
                .or_else(|| texts.first())
                .map_or("", |(_, text)| text.as_str()),
        }
    }

    /// Every text, whatever its language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (plain, many) = match self {
            Localised::Plain(text) => (Some(text.as_str()), &[][..]),
            Localised::ByLanguage(texts) => (None, texts.as_slice()),
        };
        plain.into_iter().chain(many.iter().map(|(_, text)| text.as_str()))
    }

    /// The languages that it names; none for a plain text.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let many = match self {
            Localised::Plain(_) => &[][..],
            Localised::ByLanguage(texts) => texts.as_slice(),
        };
        many.iter().map(|(code, _)| code.as_str())
    }
}

/// Whether a word is a language code: two or three lower-case letters, and perhaps a region (`pt-BR`).
pub fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

impl<'de> serde::Deserialize<'de> for Localised {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Localised, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Localised;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text, or a map from language to text")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Localised, E> {
                Ok(Localised::Plain(text.to_owned()))
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Localised, A::Error> {
                use serde::de::Error;
                let mut texts: Vec<(String, String)> = Vec::new();
                while let Some((code, Plain(text))) = map.next_entry::<String, Plain>()? {
                    if !is_language(&code) || texts.iter().any(|(known, _)| *known == code) {
                        return Err(A::Error::custom(format!("{code:?} is no language, or is there twice")));
                    }
                    texts.push((code, text));
                }
                if texts.is_empty() { Err(A::Error::custom("an empty text")) } else { Ok(Localised::ByLanguage(texts)) }
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// A string and nothing that merely reads like one: numbers and `null` are refused.
struct Plain(String);

impl<'de> serde::Deserialize<'de> for Plain {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Plain, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Plain;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Plain, E> {
                Ok(Plain(text.to_owned()))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl serde::Serialize for Localised {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Localised::Plain(text) => serializer.serialize_str(text),
            Localised::ByLanguage(texts) => serializer.collect_map(texts.iter().map(|(code, text)| (code, text))),
        }
    }
}

impl schemars::JsonSchema for Localised {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text, or a map from language code (en, fr, …) to text.",
            "anyOf": [
                { "type": "string", "format": "text", "pattern": r"\S" },
                {
                    "type": "object",
                    "propertyNames": { "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" },
                    "additionalProperties": { "type": "string", "format": "text", "pattern": r"\S" },
                    "minProperties": 1
                }
            ]
        })
    }
}
