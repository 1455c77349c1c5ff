//! The fields of a record, read off its schema: the name of each, what it takes, and whether it must be there.
//! It holds no field of its own and no value; labels are in `text::field`.

use super::schema::{resolve, whole};
use serde_json::Value;
use std::sync::LazyLock;

/// A field of a record or of something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the record.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether what holds it cannot be without it.
    pub required: bool,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text, which may be given in several languages.
    Text,
    /// A word or a few, without a language.
    Word,
    /// An IANA time zone.
    Zone,
    /// A date.
    Date,
    /// A count.
    Count,
    /// A whole number.
    Whole,
    /// A word of the vocabulary of this name.
    Choice(&'static str),
    /// Fields of its own.
    Group(Vec<Field>),
    /// Any number of these.
    List(Box<Kind>),
}

static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| fields(whole()));

/// The fields of a record, in the order of the format.
pub fn all() -> &'static [Field] {
    &FIELDS
}

/// The field of a path such as `timeline[1].kind`.
pub fn at(path: &str) -> Option<&'static Field> {
    let mut names = path.split('.').map(|step| step.split('[').next().unwrap_or_default());
    let first = names.next()?;
    let mut field = all().iter().find(|field| field.name == first)?;
    for name in names {
        field = field.kind.fields().iter().find(|field| field.name == name)?;
    }
    Some(field)
}

impl Kind {
    /// The fields of a group, or of what a list holds; none for single values.
    pub fn fields(&self) -> &[Field] {
        match self {
            Kind::Group(fields) => fields,
            Kind::List(item) => item.fields(),
            _ => &[],
        }
    }
}

fn fields(schema: &'static Value) -> Vec<Field> {
    let required = |name: &str| schema["required"].as_array().is_some_and(|all| all.iter().any(|known| known == name));
    let properties = schema["properties"].as_object().into_iter().flatten();
    properties.map(|(name, schema)| Field { name, kind: kind(schema), required: required(name) }).collect()
}

fn kind(schema: &'static Value) -> Kind {
    let found = resolve(schema).schema;
    let is = |word: &str| match &found["type"] {
        Value::Array(types) => types.iter().any(|known| known == word),
        one => one == word,
    };
    match found["format"].as_str() {
        Some("edtf") => return Kind::Date,
        Some("time-zone") => return Kind::Zone,
        _ => {}
    }
    if let Some(choice) = found["anyOf"].get(0) {
        return if choice["format"] == "whole-number" { Kind::Count } else { Kind::Text };
    }
    if found.get("enum").is_some() {
        return Kind::Choice(reference(schema));
    }
    if is("array") {
        return Kind::List(Box::new(kind(&found["items"])));
    }
    if found.get("properties").is_some() {
        return Kind::Group(fields(found));
    }
    if is("integer") { Kind::Whole } else { Kind::Word }
}

/// The name of the definition that a schema refers to, directly or beside `null`.
fn reference(schema: &'static Value) -> &'static str {
    let name = schema["$ref"].as_str().or_else(|| schema["anyOf"][0]["$ref"].as_str()).unwrap_or_default();
    name.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::vocabulary::words;
    use crate::text::field::{item, told};

    #[test]
    fn the_fields_are_those_of_the_format() {
        let kind = |path| at(path).map(|field| (&field.kind, field.required));
        assert_eq!(kind("title"), Some((&Kind::Text, true)));
        assert_eq!(kind("organisation.name"), Some((&Kind::Text, true)));
        assert_eq!(kind("organisation.country"), Some((&Kind::Word, false)));
        assert_eq!(kind("timeline[3].date"), Some((&Kind::Date, true)));
        assert_eq!(kind("timeline[3].known"), Some((&Kind::Date, false)));
        assert_eq!(kind("timeline[3].kind"), Some((&Kind::Choice("EventKind"), true)));
        assert_eq!(kind("affected[0].count"), Some((&Kind::Count, true)));
        assert_eq!(kind("affected[0].by.kind"), Some((&Kind::Choice("ClaimantKind"), false)));
        assert_eq!(kind("consequences[0].amount"), Some((&Kind::Whole, false)));
        assert_eq!(kind("attack.vectors"), Some((&Kind::List(Box::new(Kind::Choice("Vector"))), false)));
        assert_eq!(kind("attack.systems"), Some((&Kind::List(Box::new(Kind::Text)), false)));
        assert_eq!(kind("timezone"), Some((&Kind::Zone, false)));
        assert_eq!(kind("data[0].sources"), Some((&Kind::List(Box::new(Kind::Word)), false)));
        assert_eq!(kind("data[0].nothing"), None);
    }

    #[test]
    fn every_choice_has_its_vocabulary() {
        fn chosen<'a>(kind: &'a Kind, names: &mut Vec<&'a str>) {
            match kind {
                Kind::Choice(name) => names.push(name),
                Kind::List(item) => chosen(item, names),
                kind => {
                    for field in kind.fields() {
                        chosen(&field.kind, names);
                    }
                }
            }
        }
        let mut names = Vec::new();
        for field in all() {
            chosen(&field.kind, &mut names);
        }
        assert!(names.contains(&"EventKind"));
        assert!(names.iter().all(|name| !words(name).is_empty()), "{names:?}");
    }

    #[test]
    fn every_field_and_every_list_is_told_to_readers() {
        fn look(fields: &[Field], above: &str, untold: &mut Vec<String>) {
            for field in fields {
                let path = if above.is_empty() { field.name.to_owned() } else { format!("{above}.{}", field.name) };
                let grows = matches!(&field.kind, Kind::List(item) if matches!(**item, Kind::Group(_) | Kind::Text));
                if told(&path).is_none() || (grows && item(&path).is_none()) {
                    untold.push(path.clone());
                }
                look(field.kind.fields(), &path, untold);
            }
        }
        let mut untold = Vec::new();
        look(all(), "", &mut untold);
        assert!(untold.is_empty(), "{untold:?}");
    }
}
