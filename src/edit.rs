//! Changes of a record: what it is to become, and its text after that, with every line that need not change as it was.
//! It reads and writes no file; `store` does.

mod arrange;
pub mod difference;
mod failure;
pub mod history;
mod page;
mod pairing;
mod render;
mod revise;
mod scalar;
pub mod sidecar;
mod was;

pub use difference::difference;
pub use failure::Failure;
pub use history::{History, Why, Write};
pub use sidecar::{Annotation, Sidecar};

use crate::record::Incident;
use crate::record::tree::{Step, steps};
use page::{Page, splice};
use serde_json::{Map, Value};

/// One thing to change in a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Puts an item into a list, such as an event into `timeline`.
    Insert {
        /// The path of the list; one that is not there yet is made.
        list: String,
        /// Before which item, counted from 0; `None` for the end.
        at: Option<usize>,
        /// The item, as `item` makes it of an event, a claim, a source and so on.
        item: Value,
    },
    /// Sets the value at a path such as `timeline[1].date`; what leads to it is made where it is missing.
    Set {
        /// The path.
        at: String,
        /// The value.
        value: Value,
    },
    /// Takes away what is at a path; a list or a mapping that becomes empty goes with it.
    Remove {
        /// The path.
        at: String,
    },
}

/// What is typed into a form, kept in case the program is cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The name by which it is kept, replaced and forgotten.
    pub name: String,
    /// What is typed, as the form writes it.
    pub text: String,
}

/// Why a text could not be changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text is no record that can be read.
    #[error("not a record that can be read: {0}")]
    Unreadable(String),
    /// There is nothing at a path.
    #[error("the record has nothing at {0}")]
    NoSuchPlace(String),
    /// The outcome would be no record.
    #[error("that would be no record: {0}")]
    NoRecord(String),
    /// The text is laid out in a way that this module does not get right.
    #[error("the file is laid out in a way in which this cannot be changed alone")]
    Layout,
}

/// An event, a claim, a source or anything else of a record as the value of a change.
pub fn item(part: &impl serde::Serialize) -> Value {
    // what a record is made of serialises without fail
    serde_json::to_value(part).map(tidy).unwrap_or_default()
}

/// A record's text after changes, in their order; everything else in it stays as it is.
pub fn apply(text: &str, changes: &[Change]) -> Result<String, Error> {
    let mut value = item(&decode(text)?);
    for change in changes {
        self::change(&mut value, change)?;
    }
    let wanted = serde_json::from_value(value).map_err(|error| Error::NoRecord(error.to_string()))?;
    become_record(text, &wanted)
}

/// A record's text changed so far, and no farther, that it reads as `wanted`.
///
/// An id that the text leaves out stays left out.
pub fn revise(text: &str, wanted: &Incident) -> Result<String, Error> {
    let mut wanted = wanted.clone();
    if decode(text)?.id.is_empty() {
        wanted.id.clear();
    }
    become_record(text, &wanted)
}

/// The outcome is read again and compared before it is given back.
fn become_record(text: &str, wanted: &Incident) -> Result<String, Error> {
    let old = decode(text)?;
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let body_after = revised(body, &of_record(&old), &of_record(wanted)).ok_or(Error::Layout)?;
    let mark = if body.len() < text.len() { "\u{feff}" } else { "" };
    let mut after = format!("{mark}{body_after}");
    let is_wanted = |after: &str| decode(after).is_ok_and(|read| read == *wanted);
    if !is_wanted(&after) && !after.ends_with('\n') {
        // a text that ends in a line's end has it from the file
        after.push_str(Page::read(body).line_end);
    }
    if is_wanted(&after) { Ok(after) } else { Err(Error::Layout) }
}

/// The text of a file of another shape than a record's, changed so far, and no farther, that it reads as `change` has it.
///
/// A text that holds nothing but comments reads as `empty`. `change` gives `None` where it does not apply.
pub fn revise_as<T>(text: &str, empty: T, change: impl FnOnce(&T) -> Option<T>) -> Result<String, Error>
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq,
{
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read =
        |text: &str| serde_yaml::from_str::<Option<T>>(text).map_err(|error| Error::Unreadable(error.to_string()));
    let (body, old) = match read(body)? {
        Some(old) => (body.to_owned(), old),
        // the fields of `empty` give the first item its place
        None => (format!("{body}{}", serde_yaml::to_string(&empty).unwrap_or_default()), empty),
    };
    let wanted = change(&old).ok_or_else(|| Error::NoSuchPlace(String::new()))?;
    let after = revised(&body, &item(&old), &item(&wanted)).ok_or(Error::Layout)?;
    match read(&after) {
        Ok(Some(read)) if read == wanted => Ok(after),
        _ => Err(Error::Layout),
    }
}

/// A record's text with its fields in the house's order, each with its comments; no value and no style is changed.
pub fn arrange(text: &str) -> Result<String, Error> {
    let wanted = decode(text)?;
    let value = of_record(&wanted);
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut arranged = body.to_owned();
    // one mapping after another; a record has fewer than this
    for _ in 0..body.len() {
        let page = Page::read(&arranged);
        let Some(splices) = arrange::arrange(&page, &value) else { break };
        arranged = splice(&page, vec![splices]).ok_or(Error::Layout)?;
    }
    let after = format!("{}{arranged}", &text[..text.len() - body.len()]);
    match decode(&after) {
        Ok(read) if read == wanted => Ok(after),
        _ => Err(Error::Layout),
    }
}

/// A whole record in the house style.
pub fn write(incident: &Incident) -> String {
    match of_record(incident) {
        Value::Object(fields) => render::HOUSE.record(&fields),
        _ => String::new(),
    }
}

/// A text that reads as one value, changed to read as another: first what goes, then what comes.
fn revised(text: &str, old: &Value, new: &Value) -> Option<String> {
    let step = |text: &str, old: &Value, new: &Value| {
        let page = Page::read(text);
        splice(&page, revise::revise(&page, old, new))
    };
    let shared = shared(old, new);
    if shared == *old || shared == *new {
        return step(text, old, new);
    }
    step(&step(text, old, &shared)?, &shared, new)
}

/// The old value without the fields and the items that the new one has not.
fn shared(old: &Value, new: &Value) -> Value {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            old.iter().filter_map(|(key, value)| Some((key.clone(), shared(value, new.get(key)?)))).collect()
        }
        (Value::Array(old), Value::Array(new)) => {
            let stays = pairing::pairing(old, new).into_iter().filter_map(|step| match step {
                pairing::Step::Same(o, n) | pairing::Step::Changed(o, n) => Some(shared(&old[o], &new[n])),
                _ => None,
            });
            let stays: Vec<Value> = stays.collect();
            // a list that shares nothing is written anew
            if stays.is_empty() { old.clone().into() } else { stays.into() }
        }
        (old, _) => old.clone(),
    }
}

fn decode(text: &str) -> Result<Incident, Error> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_yaml::from_str(body).map_err(|error| Error::Unreadable(error.to_string()))
}

fn of_record(incident: &Incident) -> Value {
    let mut value = item(incident);
    if let Value::Object(fields) = &mut value
        && incident.id.is_empty()
    {
        fields.shift_remove("id");
    }
    value
}

/// A value as records have it: a count that is exact is a number, one that is not has only the bounds that it has.
fn tidy(value: Value) -> Value {
    match value {
        Value::Object(fields) if fields.contains_key("approx") && fields.contains_key("min") => count(fields),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, tidy(value))).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.into_iter().map(tidy).collect::<Vec<_>>().into(),
        scalar => scalar,
    }
}

fn count(fields: Map<String, Value>) -> Value {
    let exact = fields["approx"] == false && fields["min"] == fields["max"];
    if exact && let Some(n) = fields.get("min") {
        return n.clone();
    }
    fields.into_iter().filter(|(_, value)| !value.is_null() && *value != false).collect::<Map<_, _>>().into()
}

/// Changes a record's value; nothing is checked.
pub fn change(record: &mut Value, change: &Change) -> Result<(), Error> {
    match change {
        Change::Insert { list, at, item } => {
            let place = place(record, list)?;
            if place.is_null() {
                *place = Value::Array(Vec::new());
            }
            let items = place.as_array_mut().ok_or_else(|| Error::NoSuchPlace(list.clone()))?;
            items.insert(at.unwrap_or(items.len()).min(items.len()), item.clone());
            Ok(())
        }
        Change::Set { at, value } => {
            *place(record, at)? = value.clone();
            Ok(())
        }
        Change::Remove { at } => {
            remove(record, &steps(at).collect::<Vec<_>>()).ok_or_else(|| Error::NoSuchPlace(at.clone()))
        }
    }
}

/// The value at a path such as `timeline[1].date`.
pub fn at<'a>(record: &'a Value, path: &str) -> Option<&'a Value> {
    steps(path).try_fold(record, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Item(n) => value.get(n),
    })
}

/// The value at a path; a field that is missing is there from now on.
fn place<'a>(record: &'a mut Value, at: &str) -> Result<&'a mut Value, Error> {
    let lost = || Error::NoSuchPlace(at.to_owned());
    steps(at).try_fold(record, |value, step| match step {
        Step::Field(name) => {
            if value.is_null() {
                *value = Value::Object(Map::new());
            }
            Ok(value.as_object_mut().ok_or_else(lost)?.entry(name).or_insert(Value::Null))
        }
        Step::Item(n) => value.as_array_mut().and_then(|items| items.get_mut(n)).ok_or_else(lost),
    })
}

fn remove(value: &mut Value, path: &[Step]) -> Option<()> {
    let (first, rest) = path.split_first()?;
    let inner = match first {
        Step::Field(name) => value.as_object_mut()?.get_mut(*name)?,
        Step::Item(n) => value.as_array_mut()?.get_mut(*n)?,
    };
    if !rest.is_empty() {
        remove(inner, rest)?;
    }
    let emptied = match inner {
        Value::Object(fields) => fields.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    if rest.is_empty() || emptied {
        match first {
            Step::Field(name) => drop(value.as_object_mut()?.shift_remove(*name)),
            Step::Item(n) => drop(value.as_array_mut()?.remove(*n)),
        }
    }
    Some(())
}

#[cfg(test)]
mod tests;
