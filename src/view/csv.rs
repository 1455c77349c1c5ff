//! One incident as a row of a table for spreadsheets.
//! It quotes nothing; who writes the file does.

use super::json;
use crate::record::Incident;
use crate::text::Lang;
use serde_json::Value;

/// The names of the columns.
pub const HEADS: [&str; 18] = [
    "id",
    "title",
    "organisation",
    "country",
    "sector",
    "status",
    "date",
    "date_earliest",
    "date_latest",
    "affected_min",
    "affected_max",
    "affected_approx",
    "affected_unit",
    "affected_by",
    "contested",
    "data",
    "measures",
    "path",
];

/// The cells of an incident, one a column; what is not stated is empty. Lists are `category=status`, joined by `;`.
pub fn row(incident: &Incident, path: &str, lang: Lang) -> Vec<String> {
    let row = json::list_row(incident, path, lang);
    let pairs = |list: &str, key: &str| {
        let items = row[list].as_array().into_iter().flatten();
        items.map(|item| format!("{}={}", bare(&item[key]), bare(&item["status"]))).collect::<Vec<_>>().join(";")
    };
    let mut cells: Vec<String> =
        ["id", "title", "organisation", "country", "sector", "status"].iter().map(|name| bare(&row[name])).collect();
    cells.extend(["text", "earliest", "latest"].iter().map(|part| bare(&row["date"][part])));
    cells.extend(["min", "max", "approx", "unit", "by", "contested"].iter().map(|part| bare(&row["headline"][part])));
    cells.extend([pairs("data", "category"), pairs("measures", "kind"), bare(&row["path"])]);
    cells
}

fn bare(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}
