//! Tables for spreadsheets: one incident as a row, lines as RFC 4180 has them, cells that are no formulas.
//! It writes no file.

use super::json;
use crate::record::Incident;
use crate::record::clock::{GDPR_ART_33, read};
use crate::record::day_zero::ANCHORS;
use crate::record::milestone::milestone;
use crate::record::vocabulary::Vocabulary;
use crate::text::Lang;
use crate::text::csv::COLUMNS;
use serde_json::Value;

/// What is between the cells of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Separator {
    /// `,`, as RFC 4180 has it.
    #[default]
    Comma,
    /// `;`, as spreadsheets expect where the comma stands in numbers.
    Semicolon,
    /// A tab.
    Tab,
}

/// Cells as a line of a table, quoted where they must be, its end as RFC 4180 has it.
pub fn line<C: AsRef<[u8]>>(cells: impl Iterator<Item = C>, separator: Separator) -> String {
    let separator = match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
        Separator::Tab => b'\t',
    };
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer.terminator(csv::Terminator::CRLF).delimiter(separator).from_writer(Vec::new());
    // writing to memory cannot fail
    let _ = writer.write_record(cells);
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The names of the columns.
pub fn heads() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|(name, _)| *name)
}

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
    cells.extend([bare(&row["headline"]["by_kind"]), bare(&row["headline"]["as_of"]["text"])]);
    cells.extend(lists(incident, lang));
    for kind in ANCHORS {
        let told = milestone(incident, kind).map_or(Value::Null, |milestone| json::milestone(&milestone));
        cells.extend(["text", "earliest", "latest"].iter().map(|part| bare(&told[part])));
    }
    cells.push(read(&GDPR_ART_33, incident, None).verdict.id().to_owned());
    cells
}

/// What has several values: vectors, risks, parties, tags, and how many sources.
fn lists(incident: &Incident, lang: Lang) -> [String; 5] {
    let vectors = incident.attack.iter().flat_map(|attack| &attack.vectors).map(|vector| vector.id());
    let risks = incident.risks.iter().map(|risk| risk.kind.id());
    let parties = incident.parties.iter().map(|party| format!("{}={}", party.role.id(), party.name.get(lang)));
    [
        vectors.collect::<Vec<_>>().join(";"),
        risks.collect::<Vec<_>>().join(";"),
        parties.collect::<Vec<_>>().join(";"),
        incident.tags.join(";"),
        incident.sources.len().to_string(),
    ]
}

/// A cell that no spreadsheet takes for a formula, nor a part of it behind what some take for the end of a cell.
pub fn harmless(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for letter in cell.chars() {
        if begins && matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r') {
            safe.push('\'');
        }
        begins = matches!(letter, ';' | '\t' | '\r' | '\n');
        safe.push(letter);
    }
    safe
}

fn bare(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_cell_for_every_column() {
        let yaml = "title: T\norganisation: { name: O }\ntimeline: [{ date: 2025-03-10T09:30+01:00, kind: detected }]";
        let incident: Incident = serde_yaml::from_str(yaml).unwrap();
        let cells = row(&incident, "a.yaml", Lang::En);
        assert_eq!(cells.len(), heads().count());
        let of = |name: &str| &cells[heads().position(|head| head == name).unwrap()];
        assert_eq!(of("detected"), "2025-03-10T09:30+01:00", "the offset is kept");
        assert_eq!(of("detected_earliest"), "2025-03-10T08:30:00Z");
        assert_eq!((of("aware").as_str(), of("gdpr_art_33").as_str()), ("", "not_stated"));
    }

    #[test]
    fn no_cell_begins_with_a_formula_nor_holds_one_behind_a_semicolon() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("a;@b\n-c"), "a;'@b\n'-c");
        assert_eq!(harmless("name=exposed;email=claimed - x"), "name=exposed;email=claimed - x");
    }
}
