//! From the record as it is to the record as it should be: the fewest lines that must change, and how.
//! It checks nothing; `edit` reads the outcome again.

mod brackets;

use super::page::{Page, Splice};
use super::pairing::{Step, is_same, pairing};
use super::render::{Items, WIDTH, is_section, spaces};
use super::was::Was;
use crate::record::tree::{Content, Form, Id};
use serde_json::{Map, Value};

/// The splices that lead from the old record to the new one.
pub fn revise(page: &Page, old: &Value, new: &Value) -> Vec<Splice> {
    let mut reviser = Reviser { page, splices: Vec::new() };
    if let Some(root) = page.tree.root() {
        reviser.node(root, Holder::Nothing, old, new);
    }
    reviser.splices
}

/// What a value stands in.
#[derive(Clone, Copy)]
enum Holder<'a> {
    /// It is the whole record.
    Nothing,
    /// A field: its name and its key.
    Field(&'a str, Id),
    /// A list: its name.
    Item(&'a str),
}

struct Reviser<'a> {
    page: &'a Page<'a>,
    splices: Vec<Splice>,
}

impl Reviser<'_> {
    fn put(&mut self, start: usize, end: usize, text: String) {
        self.splices.push(Splice { range: start..end, text });
    }

    fn node(&mut self, id: Id, holder: Holder, old: &Value, new: &Value) {
        if is_same(old, new) {
            return;
        }
        let before = self.splices.len();
        let done = match (old, new, self.page.tree.node(id).map(|node| &node.content)) {
            (Value::Object(old), Value::Object(new), Some(Content::Map(_))) => self.fields(id, old, new),
            (Value::Array(old), Value::Array(new), Some(Content::List(items))) if items.len() == old.len() => {
                let name = match holder {
                    Holder::Field(name, _) | Holder::Item(name) => name,
                    Holder::Nothing => "",
                };
                self.items(id, name, old, new)
            }
            _ => false,
        };
        if !done || self.overflows(id, before) {
            self.splices.truncate(before);
            self.replace(id, holder, old, new);
        }
    }

    /// Whether what stands in brackets on one line has become too long for it.
    fn overflows(&self, id: Id, before: usize) -> bool {
        let page = self.page;
        let (start, end) = (page.start(id), page.end(id));
        if page.tree.root() == Some(id) {
            return false;
        }
        if page.form(id) != Some(Form::Flow) || page.in_brackets(id) || page.line_close(start) < end {
            return false;
        }
        let count = |text: &str| text.chars().count();
        let was = count(&page.text[page.line_start(start)..end]);
        let (gone, come) = self.splices[before..].iter().fold((0, 0), |(gone, come), splice| {
            (gone + count(&page.text[splice.range.clone()]), come + count(&splice.text))
        });
        let is = was + come - gone;
        is > was && is > WIDTH
    }

    /// Writes a value in place of another; a comment behind it stays.
    fn replace(&mut self, id: Id, holder: Holder, old: &Value, new: &Value) {
        let page = self.page;
        let end = page.end(id);
        let was = Some(Was::new(page, id, old));
        let (from, rendered) = match holder {
            Holder::Field(_, key) if page.in_brackets(key) => return self.replace_in_brackets(id, holder, old, new),
            Holder::Item(_) if page.in_brackets(id) => return self.replace_in_brackets(id, holder, old, new),
            Holder::Field(name, key) => {
                let (column, colon) = (page.column(key), page.colon(key));
                let at = colon - page.line_start(colon) + 1;
                (colon, page.style.value(name, new, column, at, was))
            }
            Holder::Item(list) => {
                let dash = page.dash(id).unwrap_or(page.start(id));
                let column = page.column_of(dash) + self.behind_dash(id, dash);
                (dash + 1, page.style.item_like(list, new, column, Items::of(list), was))
            }
            Holder::Nothing => return,
        };
        let (first, rest) = rendered.split_once('\n').map_or((rendered.as_str(), None), |(a, b)| (a, Some(b)));
        let blanks = match holder {
            Holder::Item(_) => spaces(self.behind_dash(id, from - 1) - 1),
            _ => " ".to_owned(),
        };
        let first = if first.is_empty() { String::new() } else { blanks + first };
        let close = page.line_close(from);
        if end <= close {
            // it stood on one line, and what follows on that line stays
            self.put(from, end.max(from), first);
            if let Some(rest) = rest {
                self.put(close, close, format!("\n{rest}"));
            }
            return;
        }
        // it stood on several lines; a comment behind its first one, if that is its key's alone, stays
        let head = &page.text[from..close];
        let alone = match page.form(id) {
            Some(Form::Literal | Form::Folded) => true,
            _ => page.start(id) > close,
        };
        let comment = if alone { head.find(" #").map_or(close, |at| from + at) } else { end };
        if comment == end {
            self.put(from, end, first);
            let close = page.line_close(end);
            if let Some(rest) = rest {
                self.put(close, close, format!("\n{rest}"));
            }
            return;
        }
        let ends_in_block = ends_in_block(&rendered);
        self.put(from, comment, first);
        self.put(close, end, rest.map(|rest| format!("\n{rest}")).unwrap_or_default());
        let said = page.text[end..page.line_close(end)].trim_start();
        if ends_in_block && said.starts_with('#') {
            // behind the text of a block it would be of that text
            let line = page.line(page.line_start(from));
            let column = line.len() - line.trim_start().len();
            self.put(end, page.line_close(end), format!("\n{}{said}", spaces(column)));
        }
    }

    /// Takes a mapping's fields to their new values; `false` if it has to be written anew.
    fn fields(&mut self, id: Id, old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
        let tree = &self.page.tree;
        let pairs = tree.pairs(id);
        let name = |pair: &(Id, Id)| tree.node(pair.0).and_then(|key| key.text());
        let find = |field: &str| pairs.iter().position(|pair| name(pair) == Some(field));
        let brackets = self.page.form(id) == Some(Form::Flow);
        // only the languages of a text have an order that says something: the first is the one for all other readers
        if !new.keys().filter(|field| old.contains_key(*field)).eq(old.keys().filter(|field| new.contains_key(*field)))
        {
            return false;
        }
        let mut before: Option<usize> = None;
        for (field, value) in new {
            if let Some(at) = find(field) {
                before = Some(at);
                let (key, node) = pairs[at];
                self.node(node, Holder::Field(field, key), old.get(field).unwrap_or(&Value::Null), value);
                continue;
            }
            let done = if brackets {
                self.add_field_in_brackets(id, before, field, value)
            } else {
                self.add_line(id, before, field, value)
            };
            if !done {
                return false;
            }
        }
        let gone = |field: &&String| !new.contains_key(*field);
        let mut removed: Vec<usize> = old.keys().filter(gone).filter_map(|field| find(field)).collect();
        removed.sort_unstable();
        if brackets {
            let bounds = self.bounds(id);
            return removed.chunk_by(|one, next| one + 1 == *next).all(|run| self.cut(id, &bounds, run));
        }
        removed.into_iter().all(|at| self.remove_lines(pairs, at))
    }

    fn add_line(&mut self, id: Id, before: Option<usize>, field: &str, value: &Value) -> bool {
        let page = self.page;
        let pairs = page.tree.pairs(id);
        let Some(first) = pairs.first() else { return false };
        let column = page.column(first.0);
        let text = page.style.field(field, value, column);
        let Some(at) = before else {
            let start = page.start(first.0);
            self.put(start, start, format!("{text}\n{}", spaces(column)));
            return true;
        };
        let root = page.tree.root() == Some(id);
        let apart = root && is_section(field) && page.is_spaced(pairs);
        let text = format!("{}{text}", spaces(column));
        self.add_below(page.pair_end(pairs[at]), column, &text, apart);
        true
    }

    /// Adds lines below the line of a byte and below the comments that are set in deeper than a column.
    fn add_below(&mut self, end: usize, column: usize, text: &str, apart: bool) {
        let at = self.page.below(end, column);
        let gap = if apart { "\n" } else { "" };
        self.put(at, at, format!("\n{gap}{text}"));
    }

    fn remove_lines(&mut self, pairs: &[(Id, Id)], at: usize) -> bool {
        let page = self.page;
        let pair = pairs[at];
        let key = page.start(pair.0);
        let start = page.line_start(key);
        if !page.text[start..key].trim().is_empty() {
            // it stands behind the dash of an item, where what follows comes then: the comment above the next field, or that
            let Some(next) = pairs.get(at + 1).map(|next| page.start(next.0)) else { return false };
            let own = page.next_line(page.pair_end(pair));
            let comment = page.text[own..next.max(own)].find('#').map(|at| own + at);
            self.put(key, comment.unwrap_or(next), String::new());
            return true;
        }
        self.drop_lines(start, page.below(page.pair_end(pair), page.column(pair.0)));
        true
    }

    /// Takes lines out, from the end of the line before them; of two blank lines that would meet only one stays.
    fn drop_lines(&mut self, start: usize, end: usize) {
        let page = self.page;
        let next = page.next_line(end);
        let last = next >= page.text.len();
        let mut from = start;
        if is_blank(page.line_before(from)) && (last || page.line(next).trim().is_empty()) {
            from = page.line_start(page.before(from));
        }
        match from {
            0 => self.put(0, next, String::new()),
            from => self.put(page.before(from), page.line_close(end), String::new()),
        }
    }

    /// Takes a list's items to their new values; `false` if it has to be written anew.
    fn items(&mut self, id: Id, list: &str, old: &[Value], new: &[Value]) -> bool {
        let page = self.page;
        let items = page.tree.items(id);
        let steps = pairing(old, new);
        let stays = |step: &Step| matches!(step, Step::Same(..) | Step::Changed(..));
        let added = steps.iter().filter(|step| matches!(step, Step::Added(_))).count();
        let removed = steps.iter().filter(|step| matches!(step, Step::Removed(_))).count();
        let brackets = page.form(id) == Some(Form::Flow);
        if !steps.iter().any(stays) || (brackets && removed > 0 && added > 0) {
            return false;
        }
        if brackets {
            return self.items_in_brackets(id, list, &steps, old, new);
        }
        let style = self.items_of(list, items);
        let mut before: Option<Id> = None;
        for step in steps {
            match step {
                Step::Same(o, _) => before = items.get(o).copied(),
                Step::Changed(o, n) => {
                    before = items.get(o).copied();
                    self.node(items[o], Holder::Item(list), &old[o], &new[n]);
                }
                Step::Removed(o) => {
                    before = items.get(o).copied();
                    let Some(dash) = page.dash(items[o]) else { return false };
                    let (start, column) = (page.line_start(dash), page.column_of(dash));
                    self.drop_lines(start, page.below(page.end(items[o]), column));
                }
                Step::Added(n) => self.add_item(items, before, list, &new[n], style),
            }
        }
        true
    }

    /// By how much an item stands farther right than its dash.
    fn behind_dash(&self, item: Id, dash: usize) -> usize {
        let start = self.page.start(item);
        let beside = start > dash && start <= self.page.line_close(dash);
        if beside { self.page.column(item).saturating_sub(self.page.column_of(dash)).max(2) } else { 2 }
    }

    fn add_item(&mut self, items: &[Id], before: Option<Id>, list: &str, item: &Value, style: Items) {
        let page = self.page;
        let Some(dash) = page.dash(items[0]) else { return };
        let (column, behind) = (page.column_of(dash), self.behind_dash(items[0], dash));
        let text = page.style.item(list, item, column + behind, style);
        let text = format!("{}-{}{text}", spaces(column), spaces(behind - 1));
        let apart = items
            .get(1)
            .and_then(|item| page.dash(*item))
            .is_some_and(|dash| is_blank(page.line_before(page.line_start(dash))));
        if let Some(before) = before {
            return self.add_below(page.end(before), column, &text, apart);
        }
        let gap = if apart { "\n" } else { "" };
        let start = page.line_start(dash);
        self.put(start, start, format!("{text}\n{gap}"));
    }

    /// How the items of a list are written in this file.
    fn items_of(&self, list: &str, items: &[Id]) -> Items {
        let flows = items.iter().filter(|item| self.page.form(**item) == Some(Form::Flow)).count();
        match Items::of(list) {
            _ if flows == items.len() => Items::Brackets,
            _ if flows == 0 => Items::Lines,
            house => house,
        }
    }
}

/// Whether lines of YAML end within the text of a block.
fn ends_in_block(lines: &str) -> bool {
    let depth = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let mut block = None;
    for line in lines.split('\n').filter(|line| !line.is_empty()) {
        if block.is_none_or(|above| depth(line) <= above) {
            block = [" |", " |-", " >-"].iter().any(|header| line.ends_with(header)).then(|| depth(line));
        }
    }
    block.is_some()
}

fn is_blank(line: Option<&str>) -> bool {
    line.is_some_and(|line| line.trim().is_empty())
}
