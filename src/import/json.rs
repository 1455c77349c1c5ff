//! The items of JSON: one value, an array of them, or one after the other.
//! It holds one item at a time and does not know what they are.

use super::{Fault, Why};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};
use serde_json::Value;
use std::fmt;
use std::io::Read;
use std::ops::ControlFlow;

/// An item with its number, or why there is none.
pub type Found = Result<(Value, u64), Fault>;

/// Hands the items over, one after the other, until `each` breaks off or the text ends or breaks.
pub fn items(source: &mut dyn Read, each: &mut dyn FnMut(Found) -> ControlFlow<()>) {
    let mut sink = Sink { each, count: 0, stopped: false };
    let mut text = serde_json::Deserializer::from_reader(source);
    loop {
        let read = Items(&mut sink).deserialize(&mut text);
        if sink.stopped {
            return;
        }
        if let Err(error) = read {
            let at = sink.count + 1;
            // who breaks off here has nothing more to break off
            let _ = (sink.each)(Err(Fault { at, why: Why::NoJson(error.to_string()) }));
            return;
        }
        if text.end().is_ok() {
            return;
        }
    }
}

struct Sink<'a> {
    each: &'a mut dyn FnMut(Found) -> ControlFlow<()>,
    count: u64,
    stopped: bool,
}

impl Sink<'_> {
    fn take<E: serde::de::Error>(&mut self, value: Value) -> Result<(), E> {
        self.count += 1;
        self.stopped = (self.each)(Ok((value, self.count))).is_break();
        if self.stopped { Err(E::custom("stopped")) } else { Ok(()) }
    }
}

struct Items<'s, 'a>(&'s mut Sink<'a>);

impl<'de> DeserializeSeed<'de> for Items<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Items<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object, or an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(value) = seq.next_element()? {
            self.0.take::<A::Error>(value)?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let value: Value = serde::Deserialize::deserialize(MapAccessDeserializer::new(map))?;
        self.0.take(value)
    }
}

/// The text of a field, whatever the case of its name; empty if it has none.
pub fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    field(value, name).and_then(Value::as_str).unwrap_or_default()
}

/// A field, whatever the case of its name.
pub fn field<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let fields = value.as_object()?;
    fields.get(name).or_else(|| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

/// The texts of a field that is a text or a list of texts.
pub fn texts<'v>(value: &'v Value, name: &str) -> Vec<&'v str> {
    match field(value, name) {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
