//! The shape of a record: its tree walked against the schema, every fault at its own key or value, the sound rest kept.
//! It checks exactly what the decoder refuses; what the statements mean is for `check`.

pub mod scalar;

use super::finding::{Fault, Finding, Shape, nearest};
use super::schema::{Expected, resolve, whole};
use super::tree::{Content, Id, Node, Spot, Tree, item, join};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The most faults that a walk collects.
const MOST: usize = 10_000;

/// What a walk over a tree brings.
#[derive(Debug, Default)]
pub struct Walk {
    /// The faults, in the order of the file.
    pub findings: Vec<Finding>,
    /// What remains of the record without its faulty parts.
    pub rest: Option<Value>,
    /// The nodes that hold free text.
    pub texts: Vec<Id>,
    /// For each list that lost items, the places that the remaining ones had.
    moved: HashMap<String, Vec<usize>>,
}

impl Walk {
    /// The path in the file of a path in the rest.
    pub fn original(&self, path: &str) -> String {
        let mut original = String::new();
        for part in path.split_inclusive(']') {
            let Some((field, n)) = part.strip_suffix(']').and_then(|p| p.rsplit_once('[')) else {
                original.push_str(part);
                continue;
            };
            original.push_str(field);
            let place = n.parse().ok().and_then(|n: usize| self.moved.get(&original)?.get(n).copied());
            let place = place.map_or_else(|| n.to_owned(), |n| n.to_string());
            original = format!("{original}[{place}]");
        }
        original
    }
}

/// Walks a tree against the schema of a record.
pub fn walk(tree: &Tree) -> Walk {
    walk_as(tree, whole())
}

/// Walks a tree against another schema, which must not refer to itself.
pub(super) fn walk_as(tree: &Tree, schema: &'static Value) -> Walk {
    let mut walker = Walker { tree, walk: Walk::default() };
    if let Some(root) = tree.root() {
        walker.walk.rest = walker.value(root, None, schema, "");
    }
    walker.walk
}

struct Walker<'a> {
    tree: &'a Tree,
    walk: Walk,
}

impl<'a> Walker<'a> {
    fn fault(&mut self, fault: Fault, at: &str, spot: Spot) {
        self.fault_near(fault, at, spot, Vec::new());
    }

    fn fault_near(&mut self, fault: Fault, at: &str, spot: Spot, near: Vec<String>) {
        if self.walk.findings.len() < MOST {
            self.walk.findings.push(Finding::new(fault, at.to_owned(), spot).with_nearest(near));
        }
    }

    /// The sound part of a value; `None` if there is none. `key` is where its key stands.
    fn value(&mut self, id: Id, key: Option<Spot>, schema: &'static Value, at: &str) -> Option<Value> {
        let node = self.tree.node(id)?;
        let expected = resolve(schema);
        if expected.nullable && scalar::is_null(node) {
            return Some(Value::Null);
        }
        let spot = if node.is_void() { key.unwrap_or(node.spot) } else { node.spot };
        let schema = choose(expected, node);
        match kind(schema) {
            Some("array") => self.list(id, node, spot, schema, at),
            Some("object") if schema.get("properties").is_some() => self.fields(id, node, spot, schema, at),
            Some("object") => self.languages(id, at),
            _ => self.scalar(id, node, spot, schema, at),
        }
    }

    fn list(&mut self, id: Id, node: &Node, spot: Spot, schema: &'static Value, at: &str) -> Option<Value> {
        if !matches!(node.content, Content::List(_)) && !node.is_void() {
            self.wrong(node, Shape::List, at, spot);
            return None;
        }
        let (mut kept, mut places) = (Vec::new(), Vec::new());
        for (n, child) in self.tree.items(id).iter().enumerate() {
            if let Some(value) = self.value(*child, None, &schema["items"], &item(at, n)) {
                kept.push(value);
                places.push(n);
            }
        }
        if places.len() < self.tree.items(id).len() {
            self.walk.moved.insert(at.to_owned(), places);
        }
        Some(Value::Array(kept))
    }

    fn fields(&mut self, id: Id, node: &Node, spot: Spot, schema: &'static Value, at: &str) -> Option<Value> {
        if !matches!(node.content, Content::Map(_)) && !node.is_void() {
            self.wrong(node, Shape::Mapping, at, spot);
            return None;
        }
        let none = Map::new();
        let known = schema["properties"].as_object().unwrap_or(&none);
        let mut kept = Map::new();
        let mut seen: HashMap<&str, Spot> = HashMap::new();
        for (key, value) in self.tree.pairs(id) {
            let Some((name, key_spot)) = self.key(*key, at, &mut seen) else { continue };
            let path = join(at, name);
            let Some(field) = schema["properties"].get(name) else {
                let near = nearest(name, known.keys().map(String::as_str));
                let allowed = if near.is_empty() { known.keys().take(13).cloned().collect() } else { Vec::new() };
                self.fault_near(Fault::UnknownField { field: name.to_owned(), allowed }, &path, key_spot, near);
                continue;
            };
            if let Some(value) = self.value(*value, Some(key_spot), field, &path) {
                kept.insert(name.to_owned(), value);
            }
        }
        let mut whole = true;
        for field in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !seen.contains_key(field) {
                self.fault(Fault::MissingField(field.to_owned()), &join(at, field), spot);
            }
            if !kept.contains_key(field)
                && let Some(value) = scalar::stand_in(resolve(&schema["properties"][field]).schema)
            {
                kept.insert(field.to_owned(), value);
            }
            whole &= kept.contains_key(field);
        }
        if schema["format"] == "count-range" {
            whole &= self.bounds(id, spot, &kept, at);
        }
        // what the outermost mapping lacks is filled in by who checks the rest
        (whole || at.is_empty()).then_some(Value::Object(kept))
    }

    /// A key that is a word and is there for the first time.
    fn key(&mut self, key: Id, at: &str, seen: &mut HashMap<&'a str, Spot>) -> Option<(&'a str, Spot)> {
        let tree = self.tree;
        let node = tree.node(key)?;
        let Some(name) = node.text() else {
            self.wrong(node, Shape::Text, at, node.spot);
            return None;
        };
        if let Some(first) = seen.get(name) {
            let fault = Fault::DuplicateKey { key: name.to_owned(), first: first.line };
            self.fault(fault, &join(at, name), node.spot);
            return None;
        }
        seen.insert(name, node.spot);
        Some((name, node.spot))
    }

    /// A text by language.
    fn languages(&mut self, id: Id, at: &str) -> Option<Value> {
        let mut kept = Map::new();
        let mut seen = HashMap::new();
        for (key, value) in self.tree.pairs(id) {
            let Some((code, key_spot)) = self.key(*key, at, &mut seen) else { continue };
            let path = join(at, code);
            if !super::localised::is_language(code) {
                self.fault(Fault::BadLanguage(code.to_owned()), &path, key_spot);
                continue;
            }
            let Some(node) = self.tree.node(*value) else { continue };
            let spot = if node.is_void() { key_spot } else { node.spot };
            if let Some(text) = self.text(*value, node, spot, Shape::Text, &path) {
                kept.insert(code.to_owned(), text);
            }
        }
        if self.tree.pairs(id).is_empty() {
            let spot = self.tree.node(id)?.spot;
            self.fault(Fault::EmptyText { required: true }, at, spot);
        }
        (!kept.is_empty()).then_some(Value::Object(kept))
    }

    fn wrong(&mut self, node: &Node, expected: Shape, at: &str, spot: Spot) {
        self.fault(Fault::WrongType { found: scalar::found(node), expected }, at, spot);
    }
}

/// The type that a schema asks for, apart from `null`.
fn kind(schema: &Value) -> Option<&str> {
    match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).find(|kind| *kind != "null"),
        one => one.as_str(),
    }
}

/// Of a choice between a scalar and a mapping, the branch that a node can be.
fn choose(expected: Expected<'static>, node: &Node) -> &'static Value {
    match expected.schema["anyOf"].as_array() {
        None => expected.schema,
        Some(branches) => {
            let mapping = matches!(node.content, Content::Map(_));
            branches.iter().find(|branch| (branch["type"] == "object") == mapping).unwrap_or(expected.schema)
        }
    }
}
