//! Which column of a table is what: the mapping that a user writes in `map.yaml`, or a first one that is proposed.
//! It reads no table.

use super::table;
use crate::record::check::identifier;
use crate::record::vocabulary::{EventKind, Vocabulary};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The fields that a column can be, besides the kinds of events.
pub const FIELDS: [&str; 14] = [
    "item",
    "title",
    "organisation",
    "sector",
    "country",
    "status",
    "affected",
    "data",
    "vectors",
    "summary",
    "notes",
    "url",
    "supplier",
    "tags",
];

/// Which column is what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// Whether `03/04/2025` is the third of April.
    #[serde(default = "yes")]
    pub day_first: bool,
    /// The column of each field.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// What a field is for all rows whose column says nothing.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
}

fn yes() -> bool {
    true
}

impl Map {
    /// Reads a mapping; why not, in words, if it is none.
    pub fn read(text: &str) -> Result<Map, String> {
        let map: Map = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
        let unknown = map.columns.keys().chain(map.values.keys()).find(|field| !is_field(field));
        match unknown {
            Some(field) => Err(format!("{field:?}: {}", FIELDS.join(", "))),
            None => Ok(map),
        }
    }

    /// What a table's header makes likely.
    pub fn propose(header: &[String]) -> Map {
        let mut map = Map { day_first: true, ..Map::default() };
        let mut taken = vec![false; header.len()];
        for (words, field) in table::columns() {
            let fits = |name: &String| format!(" {} ", folded(name)).contains(&format!(" {words}"));
            let at = header.iter().enumerate().position(|(n, name)| !taken[n] && fits(name));
            if let Some(at) = at
                && !map.columns.contains_key(field)
            {
                taken[at] = true;
                map.columns.insert(field.to_owned(), header[at].clone());
            }
        }
        map
    }

    /// The mapping as a file, with what may stand in it.
    pub fn write(&self, header: &[String]) -> String {
        let kinds: Vec<&str> = EventKind::all().iter().map(|kind| kind.id()).collect();
        let list = |names: &[&str]| names.join(" ");
        let columns: Vec<String> = header.iter().map(|name| format!("#   {name}")).collect();
        let columns = columns.join("\n");
        let body = serde_yaml::to_string(self).unwrap_or_default();
        format!(
            "# Which column is what, for breachline import --from csv.\n# Fields: {}\n# and, for dates: {}\n# Columns of the table:\n{columns}\n{body}",
            list(&FIELDS),
            list(&kinds)
        )
    }

    /// The required field that no column and no value gives.
    pub fn lacks(&self) -> Option<&'static str> {
        let has = |field: &str| self.columns.contains_key(field) || self.values.contains_key(field);
        if !has("organisation") {
            return Some("organisation");
        }
        let dated = EventKind::all().iter().any(|kind| has(kind.id()));
        (!dated).then_some("disclosed")
    }
}

fn is_field(name: &str) -> bool {
    FIELDS.contains(&name) || EventKind::of(name).is_some()
}

/// A name in small letters, its words parted by single spaces, without accents.
fn folded(name: &str) -> String {
    identifier(name).replace('-', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_proposes_its_mapping() {
        let header =
            ["Organisme", "Date de notification", "Nombre de personnes impact\u{e9}es", "Remarque"].map(str::to_owned);
        let map = Map::propose(&header);
        assert_eq!(map.columns["organisation"], "Organisme");
        assert_eq!(map.columns["authority_notified"], "Date de notification");
        assert_eq!(map.columns["affected"], header[2]);
        assert_eq!(map.lacks(), None);
        assert_eq!(Map::read(&map.write(&header)), Ok(map));
    }

    #[test]
    fn a_field_that_does_not_exist_is_told() {
        assert!(Map::read("columns: {organization: A}").is_err_and(|why| why.contains("organization")));
        assert_eq!(Map::read("columns: {organisation: A}").map(|map| map.lacks()), Ok(Some("disclosed")));
    }
}
