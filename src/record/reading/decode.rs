//! The quick way from a record's text to an incident: the events of the tree's parser, decoded as they come.
//! It judges nothing: whatever is not plainly as records are written is refused, and `serde_yaml` has the word on it.

use crate::record::tree::DEEPEST;
use saphyr_parser::{Event, Parser, ScalarStyle, StrInput};
use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Decodes a text; `None` says nothing about it but that the quick way does not serve.
pub fn decode<'de, T: Deserialize<'de>>(text: &'de str) -> Option<T> {
    if is_read_otherwise(text) {
        return None;
    }
    let mut events = Events { parser: Parser::new_from_str(text), ahead: None, depth: 0 };
    events.expect(|event| matches!(event, Event::StreamStart)).ok()?;
    events.expect(|event| matches!(event, Event::DocumentStart(_))).ok()?;
    let value = T::deserialize(&mut events).ok()?;
    events.expect(|event| matches!(event, Event::DocumentEnd)).ok()?;
    events.expect(|event| matches!(event, Event::StreamEnd)).ok()?;
    Some(value)
}

/// Whether a text has what the two parsers take differently, or might: line ends of YAML 1.1, tabs, escapes, directives,
/// keys of which a sign follows the colon at once, and values in brackets that begin with a sign.
fn is_read_otherwise(text: &str) -> bool {
    memchr::memchr3(b'\\', b'\t', b'\r', text.as_bytes()).is_some()
        || ["\u{85}", "\u{2028}", "\u{2029}", "\n...", "\n%", ":,", ":]", ":}", ":[", ":{"]
            .iter()
            .any(|odd| text.contains(odd))
        || text.starts_with(['%', '.'])
        || memchr::memchr2_iter(b'?', b':', text.as_bytes()).any(|at| {
            let before = text.get(..at).unwrap_or_default().trim_end_matches([' ', '\n']);
            before.ends_with(['[', '{', ',', ':'])
        })
}

/// That the quick way does not serve; why is never told.
#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("refused")
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Refused {
        Refused
    }
}

struct Events<'de> {
    parser: Parser<'de, StrInput<'de>>,
    ahead: Option<Event<'de>>,
    depth: usize,
}

impl<'de> Events<'de> {
    fn next(&mut self) -> Result<Event<'de>, Refused> {
        if let Some(event) = self.ahead.take() {
            return Ok(event);
        }
        match self.parser.next_event() {
            Some(Ok((event, _))) if is_plain_yaml(&event) => Ok(event),
            _ => Err(Refused),
        }
    }

    fn peek(&mut self) -> Result<&Event<'de>, Refused> {
        let event = self.next()?;
        Ok(self.ahead.insert(event))
    }

    fn expect(&mut self, is_it: impl Fn(&Event) -> bool) -> Result<(), Refused> {
        if is_it(&self.next()?) { Ok(()) } else { Err(Refused) }
    }

    fn scalar(&mut self) -> Result<(Cow<'de, str>, bool), Refused> {
        match self.next()? {
            Event::Scalar(text, style, ..) => Ok((text, style == ScalarStyle::Plain)),
            _ => Err(Refused),
        }
    }

    fn open(&mut self) -> Result<(), Refused> {
        self.depth += 1;
        if self.depth > DEEPEST { Err(Refused) } else { Ok(()) }
    }

    fn list<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Refused> {
        self.open()?;
        let value = visitor.visit_seq(Items(self))?;
        self.depth -= 1;
        self.expect(|event| matches!(event, Event::SequenceEnd))?;
        Ok(value)
    }

    fn map<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Refused> {
        self.open()?;
        let value = visitor.visit_map(Items(self))?;
        self.depth -= 1;
        self.expect(|event| matches!(event, Event::MappingEnd))?;
        Ok(value)
    }
}

/// Whether an event has neither anchor nor alias nor tag.
fn is_plain_yaml(event: &Event) -> bool {
    match event {
        Event::Alias(_) => false,
        Event::Scalar(text, style, anchor, tag) => *anchor == 0 && tag.is_none() && !is_odd(text, *style),
        Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => *anchor == 0 && tag.is_none(),
        _ => true,
    }
}

/// Whether an unquoted text begins as none may, which the two parsers take differently.
fn is_odd(text: &str, style: ScalarStyle) -> bool {
    style == ScalarStyle::Plain && text.starts_with(['>', '|', '%', '@', '`', '&', '*', '!', '#', ',', '"', '\''])
}

/// What an unquoted text is without a type that says so.
enum Plain {
    Text,
    Whole(u64),
    Truth(bool),
    Other,
}

impl Plain {
    fn of(text: &str) -> Plain {
        let Some(first) = text.bytes().next() else { return Plain::Other };
        match first {
            b'0'..=b'9' => match text.parse() {
                Ok(number) if text == "0" || first != b'0' => Plain::Whole(number),
                _ if text.parse::<f64>().is_ok() || first == b'0' => Plain::Other,
                _ => Plain::Text,
            },
            // an open date, and no number
            b'.' if text.starts_with("../") => Plain::Text,
            b'+' | b'-' | b'.' | b'~' => Plain::Other,
            _ => match text {
                "true" => Plain::Truth(true),
                "false" => Plain::Truth(false),
                "null" | "Null" | "NULL" | "True" | "TRUE" | "False" | "FALSE" => Plain::Other,
                _ => Plain::Text,
            },
        }
    }
}

fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

impl<'de> Deserializer<'de> for &mut Events<'de> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            Event::Scalar(text, ScalarStyle::Plain, ..) => match Plain::of(&text) {
                Plain::Text => visitor.visit_str(&text),
                Plain::Whole(number) => visitor.visit_u64(number),
                Plain::Truth(so) => visitor.visit_bool(so),
                Plain::Other => Err(Refused),
            },
            Event::Scalar(text, ..) => visitor.visit_str(&text),
            Event::SequenceStart(..) => self.list(visitor),
            Event::MappingStart(..) => self.map(visitor),
            _ => Err(Refused),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        // not the owned text: the parser leaves room to spare in it
        visitor.visit_str(&self.scalar()?.0)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.scalar()? {
            (text, true) => match Plain::of(&text) {
                Plain::Truth(so) => visitor.visit_bool(so),
                _ => Err(Refused),
            },
            _ => Err(Refused),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.scalar()? {
            (text, true) => match Plain::of(&text) {
                Plain::Whole(number) => visitor.visit_u64(number),
                _ => Err(Refused),
            },
            _ => Err(Refused),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        let nothing = matches!(self.peek()?, Event::Scalar(text, ScalarStyle::Plain, ..) if is_nothing(text));
        if nothing {
            self.next()?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            Event::SequenceStart(..) => self.list(visitor),
            _ => Err(Refused),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.next()? {
            Event::MappingStart(..) => self.map(visitor),
            _ => Err(Refused),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Refused> {
        Err(Refused)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct ignored_any
    }
}

/// What stands in a list or a map that is open.
struct Items<'a, 'de>(&'a mut Events<'de>);

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        if matches!(self.0.peek()?, Event::SequenceEnd) {
            return Ok(None);
        }
        seed.deserialize(&mut *self.0).map(Some)
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        if matches!(self.0.peek()?, Event::MappingEnd) {
            return Ok(None);
        }
        seed.deserialize(&mut *self.0).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        seed.deserialize(&mut *self.0)
    }
}
