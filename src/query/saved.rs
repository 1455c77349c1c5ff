//! Saved views: queries with a name, an order and columns, and the file that holds them, every fault at its place.
//! It opens no file and writes none; the store does.

use super::{Key, Mistake, Order, parse};
use crate::record::finding::{Fault, Finding};
use crate::record::reading::shaped;
use crate::text::Lang;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::LazyLock;

/// The file's name, in the user's configuration and beside the records.
pub const FILE: &str = "views.yaml";
/// The most characters of a name.
const LONGEST_NAME: usize = 40;

/// A query with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The name, one word.
    pub name: String,
    /// The query as it is written; it can be read.
    pub query: String,
    /// The order; `None` leaves it as it is.
    pub order: Option<Order>,
    /// The columns beside the title; none leaves them as they are.
    pub columns: Vec<Key>,
    /// Whether it lies beside the records, for all who read them.
    pub shared: bool,
}

/// The file as it is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    #[serde(default)]
    views: Vec<Written>,
}

/// A view as it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    #[serde(default)]
    query: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    sort: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    columns: Vec<String>,
}

/// What is to become of the views of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Keep this one, in place of another of its name.
    Keep(View),
    /// Give the one of this name another.
    Rename(String, String),
    /// Delete the one of this name.
    Delete(String),
}

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    settings.into_generator().into_root_schema_for::<File>().to_value()
});

/// Reads a file of views: those without a fault, and all that was found.
pub fn read(source: &[u8], shared: bool) -> (Vec<View>, Vec<Finding>) {
    let mut shaped = match shaped(source, &SCHEMA) {
        Ok(shaped) => shaped,
        Err(findings) => return (Vec::new(), findings),
    };
    let (file, mut findings): (File, _) = shaped.decode();
    let mut views: Vec<View> = Vec::new();
    for (n, written) in file.views.into_iter().enumerate() {
        let twice = views.iter().any(|known| known.name == written.name);
        let place = shaped.finding(Fault::EmptyFile, &format!("views[{n}]")).at;
        let ill = findings.iter().any(|finding| finding.at.starts_with(&place));
        match written.judged(twice, shared) {
            Ok(view) if !ill => views.push(view),
            Ok(_) => {}
            Err(faults) => {
                findings.extend(faults.into_iter().map(|(fault, field, near)| {
                    shaped.finding(fault, &format!("views[{n}].{field}")).with_nearest(near)
                }));
            }
        }
    }
    findings.sort_by_key(|finding| (finding.line, finding.column));
    (views, findings)
}

/// A fault, the field where it is, and the nearest allowed values.
type Judged = (Fault, &'static str, Vec<String>);

impl Written {
    fn judged(self, twice: bool, shared: bool) -> Result<View, Vec<Judged>> {
        let mut faults = Vec::new();
        if !is_name(&self.name) {
            faults.push((Fault::BadViewName(self.name.clone()), "name", Vec::new()));
        }
        if twice {
            faults.push((Fault::ViewTwice(self.name.clone()), "name", Vec::new()));
        }
        if let Err(mistake) = parse(&self.query) {
            faults.push((bad_query(&mistake), "query", Vec::new()));
        }
        let order = self.sort.as_deref().map(|sort| Order::of(sort).ok_or(sort));
        if let Some(Err(sort)) = order {
            faults.push(unknown_key(sort, "sort"));
        }
        let columns: Vec<Option<Key>> = self.columns.iter().map(|column| Key::of(column)).collect();
        let unknown = self.columns.iter().zip(&columns).filter(|(_, key)| key.is_none());
        faults.extend(unknown.map(|(column, _)| unknown_key(column, "columns")));
        if !faults.is_empty() {
            return Err(faults);
        }
        let columns = columns.into_iter().flatten().collect();
        Ok(View { order: order.and_then(Result::ok), name: self.name, query: self.query, columns, shared })
    }
}

/// The fault of a word that names no key.
fn unknown_key(word: &str, field: &'static str) -> Judged {
    let near = Key::nearest(word.trim_start_matches('-'));
    let allowed = Key::ALL.iter().map(Key::to_string).collect();
    (Fault::UnknownValue { value: word.to_owned(), allowed }, field, near)
}

fn bad_query(mistake: &Mistake) -> Fault {
    let [en, fr] = Lang::ALL.map(|lang| mistake.message(lang));
    Fault::BadQuery { en, fr }
}

/// Whether a view can have this name: one word of letters, digits, `-`, `_` and `.`.
pub fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    !name.is_empty() && name.chars().count() <= LONGEST_NAME && name.chars().all(fits)
}

/// The views of a team and of a user together, by name; where both have one of a name, the team's stands.
pub fn joined(shared: Vec<View>, own: Vec<View>) -> Vec<View> {
    let mut views = shared;
    for view in own {
        if !views.iter().any(|known| known.name == view.name) {
            views.push(view);
        }
    }
    views.sort_by(|a, b| a.name.cmp(&b.name));
    views
}

impl File {
    /// The file after a change; `None` where that is of a view which it has not.
    pub fn changed(&self, change: &Change) -> Option<File> {
        let mut views = self.views.clone();
        let at = |name: &str| views.iter().position(|view| view.name == name);
        match change {
            Change::Keep(view) => {
                let written = Written {
                    name: view.name.clone(),
                    query: view.query.clone(),
                    sort: view.order.map(|order| order.to_string()),
                    columns: view.columns.iter().map(Key::to_string).collect(),
                };
                match at(&view.name) {
                    Some(n) => views[n] = written,
                    None => views.push(written),
                }
            }
            Change::Rename(old, new) => {
                let n = at(old)?;
                views[n].name.clone_from(new);
            }
            Change::Delete(name) => {
                let n = at(name)?;
                views.remove(n);
            }
        }
        Some(File { views })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::vocabulary::EventKind;

    fn found(yaml: &str) -> (Vec<String>, Vec<(&'static str, u32, String)>) {
        let (views, findings) = read(yaml.as_bytes(), false);
        let told = findings.into_iter().map(|f| (f.fault.code(), f.line, f.at)).collect();
        (views.into_iter().map(|view| view.name).collect(), told)
    }

    #[test]
    fn a_file_gives_its_views() {
        let yaml = "views:\n  - name: santé-2025\n    query: year:2025 sector:health\n    sort: -affected\n    columns: [affected, detected..disclosed]\n  - { name: all }\n";
        let (views, findings) = read(yaml.as_bytes(), true);
        assert_eq!(findings, []);
        let first = View {
            name: "santé-2025".to_owned(),
            query: "year:2025 sector:health".to_owned(),
            order: Order::of("-affected"),
            columns: vec![Key::Affected, Key::Gap(EventKind::Detected, EventKind::Disclosed)],
            shared: true,
        };
        assert_eq!(views[0], first);
        assert_eq!((views[1].query.as_str(), views[1].order), ("", None));
        assert_eq!(found(""), (vec![], vec![]));
    }

    #[test]
    fn a_view_with_a_fault_is_told_at_its_place_and_hides_no_other() {
        let yaml = "views:
  - { name: two words, query: kairos }
  - { name: good, query: kairos }
  - { name: a, query: 'yeer:2024' }
  - { name: b, sort: weight }
  - { name: good }
  - { name: c, mood: 1 }
  - { query: kairos }
  - { name: d, columns: [date, wieght] }
";
        let (names, told) = found(yaml);
        assert_eq!(names, ["good"]);
        let told: Vec<(&str, u32)> = told.iter().map(|(code, line, _)| (*code, *line)).collect();
        assert_eq!(
            told,
            [
                ("bad_view_name", 2),
                ("bad_query", 4),
                ("unknown_value", 5),
                ("view_twice", 6),
                ("unknown_field", 7),
                ("missing_field", 8),
                ("unknown_value", 9)
            ]
        );
        assert_eq!(found("views: [").1.first().map(|f| f.0), Some("not_yaml"));
    }

    #[test]
    fn the_nearest_order_is_told() {
        let (_, findings) = read(b"views: [{ name: a, sort: afected }]", false);
        assert_eq!(findings[0].nearest, ["affected"]);
    }

    #[test]
    fn a_team_s_view_stands_before_ones_own_of_its_name() {
        let view = |name: &str, shared| View {
            name: name.to_owned(),
            query: String::new(),
            order: None,
            columns: vec![],
            shared,
        };
        let views = joined(vec![view("b", true), view("c", true)], vec![view("c", false), view("a", false)]);
        let told: Vec<(&str, bool)> = views.iter().map(|view| (view.name.as_str(), view.shared)).collect();
        assert_eq!(told, [("a", false), ("b", true), ("c", true)]);
    }
}
