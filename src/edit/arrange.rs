//! The fields of a record brought to the house's order, each with its comments.
//! It changes no value and no style.

use super::page::{Page, Splice};
use super::render::{is_section, spaces};
use crate::record::tree::{Content, Form, Id};
use serde_json::{Map, Value};

/// The splice that brings the first mapping to order whose fields are out of it; `None` if all are in order.
///
/// `value` is the record as its types write it, and so in the order of the house.
pub fn arrange(page: &Page, value: &Value) -> Option<Splice> {
    arrange_node(page, page.tree.root()?, value)
}

fn arrange_node(page: &Page, id: Id, value: &Value) -> Option<Splice> {
    match (&page.tree.node(id)?.content, value) {
        (Content::Map(pairs), Value::Object(fields)) => {
            let order = order(page, pairs, fields);
            if !order.is_sorted() {
                let flow = page.form(id) == Some(Form::Flow);
                if let Some(splice) = if flow { swap(page, pairs, &order) } else { stack(page, id, &order) } {
                    return Some(splice);
                }
            }
            let name = |key| page.tree.node(key).and_then(|node| node.text());
            pairs.iter().find_map(|(key, node)| arrange_node(page, *node, fields.get(name(*key)?)?))
        }
        (Content::List(items), Value::Array(values)) => {
            items.iter().zip(values).find_map(|(item, value)| arrange_node(page, *item, value))
        }
        _ => None,
    }
}

/// The pairs by their places in the house's order; one that the record's types leave out stays behind its neighbour.
fn order(page: &Page, pairs: &[(Id, Id)], fields: &Map<String, Value>) -> Vec<usize> {
    let mut last = 0;
    let ranks: Vec<usize> = pairs
        .iter()
        .map(|(key, _)| {
            let name = page.tree.node(*key).and_then(|node| node.text()).unwrap_or_default();
            last = fields.keys().position(|field| field == name).unwrap_or(last);
            last
        })
        .collect();
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by_key(|at| ranks[*at]);
    order
}

/// Fields in brackets change places, unless a comment or a line's end is among them.
fn swap(page: &Page, pairs: &[(Id, Id)], order: &[usize]) -> Option<Splice> {
    let start = page.start(pairs.first()?.0);
    let end = page.pair_end(*pairs.last()?);
    let simple = !page.text[start..end].contains(['\n', '\r']);
    let text = |at: &usize| &page.text[page.start(pairs[*at].0)..page.pair_end(pairs[*at])];
    simple.then(|| Splice { range: start..end, text: order.iter().map(text).collect::<Vec<_>>().join(", ") })
}

/// Fields on lines of their own change places, each with the comments above it.
fn stack(page: &Page, id: Id, order: &[usize]) -> Option<Splice> {
    let pairs = page.tree.pairs(id);
    let column = page.column(pairs.first()?.0);
    let ends: Vec<usize> = pairs.iter().map(|pair| page.below(page.pair_end(*pair), column)).collect();
    let start = page.start(pairs.first()?.0);
    let root = page.tree.root() == Some(id);
    let unix = |text: &str| text.replace("\r\n", "\n");
    let mut lines = String::new();
    for (place, at) in order.iter().enumerate() {
        let key = page.start(pairs[*at].0);
        let lead =
            at.checked_sub(1).map_or("", |before| &page.text[page.next_line(ends[before])..page.line_start(key)]);
        let lead = unix(lead);
        let mut comments: Vec<&str> = lead.lines().collect();
        // blank lines set sections off, and nothing else
        if place == 0 || root && !is_section(page.tree.node(pairs[*at].0)?.text()?) {
            comments.retain(|line| !line.trim().is_empty());
        }
        let apart = root && *at == 0 && place > 0 && is_section(page.tree.node(pairs[0].0)?.text()?);
        if apart && page.is_spaced(pairs) {
            comments.push("");
        }
        for (n, comment) in comments.iter().enumerate() {
            if place == 0 && n == 0 {
                lines.push_str(comment.trim_start());
            } else {
                lines.push('\n');
                lines.push_str(comment);
            }
        }
        if place > 0 || !comments.is_empty() {
            lines.push('\n');
            lines.push_str(&spaces(column));
        }
        lines.push_str(&unix(&page.text[key..ends[*at]]));
    }
    Some(Splice { range: start..*ends.last()?, text: lines })
}
