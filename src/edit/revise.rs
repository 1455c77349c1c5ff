//! From the record as it is to the record as it should be: the fewest lines that must change, and how.
//! It checks nothing; `edit` reads the outcome again.

use super::page::{Page, Splice};
use super::pairing::{Step, pairing};
use super::render::{Items, Quotes, WIDTH, brackets, flow, is_section, spaces};
use super::scalar::inline;
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
        if old == new {
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
            self.replace(id, holder, new);
        }
    }

    /// Whether what stands in brackets on one line has become too long for it.
    fn overflows(&self, id: Id, before: usize) -> bool {
        let page = self.page;
        let (start, end) = (page.start(id), page.end(id));
        if page.form(id) != Some(Form::Flow) || self.in_brackets(id) || page.line_close(start) < end {
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
    fn replace(&mut self, id: Id, holder: Holder, new: &Value) {
        let page = self.page;
        let end = page.end(id);
        let (from, rendered) = match holder {
            Holder::Field(name, key) => {
                let (column, colon) = (page.column(key), page.colon(key));
                let at = colon - page.line_start(colon) + 1;
                let like = page.form(id);
                if self.in_brackets(key) {
                    let quotes = self.quotes(key);
                    let text = match quotes {
                        Quotes::Needed if new.is_string() => inline(name, new, true, like),
                        quotes => brackets(name, new, quotes),
                    };
                    return self.put(page.start(id), end.max(page.start(id)), text);
                }
                (colon, page.style.value(name, new, column, at, like))
            }
            Holder::Item(list) => {
                let start = page.start(id);
                let dash = page.dash(id).unwrap_or(start);
                if self.in_brackets(id) {
                    return self.put(start, end, brackets(list, new, self.quotes(id)));
                }
                let column = page.text[page.line_start(dash)..dash].chars().count() + 2;
                (dash + 1, page.style.item(list, new, column, Items::of(list)))
            }
            Holder::Nothing => return,
        };
        let (first, rest) = rendered.split_once('\n').map_or((rendered.as_str(), None), |(a, b)| (a, Some(b)));
        let first = if first.is_empty() { String::new() } else { format!(" {first}") };
        let close = page.line_close(from);
        if end <= close {
            // it stood on one line, and what follows on that line stays
            self.put(from, end.max(from), first);
            if let Some(rest) = rest {
                self.put(close, close, format!("\n{rest}"));
            }
            return;
        }
        // it stood on several lines; a comment behind its first one stays
        let head = &page.text[from..close];
        let comment = match page.form(id) {
            Some(Form::Block | Form::Literal | Form::Folded) => head.find(" #").map_or(close, |at| from + at),
            _ => end,
        };
        if comment == end {
            self.put(from, end, first);
            let close = page.line_close(end);
            if let Some(rest) = rest {
                self.put(close, close, format!("\n{rest}"));
            }
            return;
        }
        self.put(from, comment, first);
        self.put(close, end, rest.map(|rest| format!("\n{rest}")).unwrap_or_default());
    }

    /// Whether some node in brackets holds another.
    fn in_brackets(&self, id: Id) -> bool {
        let start = self.page.start(id);
        let holds = |n: Id| self.page.start(n) < start && self.page.end(n) > start;
        (0..id).any(|n| self.page.form(n) == Some(Form::Flow) && holds(n))
    }

    /// Takes a mapping's fields to their new values; `false` if it has to be written anew.
    fn fields(&mut self, id: Id, old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
        let tree = &self.page.tree;
        let pairs = tree.pairs(id);
        let name = |pair: &(Id, Id)| tree.node(pair.0).and_then(|key| key.text());
        let find = |field: &str| pairs.iter().position(|pair| name(pair) == Some(field));
        let brackets = self.page.form(id) == Some(Form::Flow);
        let mut before: Option<usize> = None;
        for (field, value) in new {
            if let Some(at) = find(field) {
                before = Some(at);
                let (key, node) = pairs[at];
                self.node(node, Holder::Field(field, key), old.get(field).unwrap_or(&Value::Null), value);
                continue;
            }
            let done = if brackets {
                self.add_in_brackets(id, before, field, value)
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
            let bounds: Vec<(usize, usize)> =
                pairs.iter().map(|pair| (self.page.start(pair.0), self.page.pair_end(*pair))).collect();
            return removed.chunk_by(|one, next| one + 1 == *next).all(|run| self.cut(&bounds, run));
        }
        removed.into_iter().all(|at| self.remove_lines(pairs, at))
    }

    fn add_in_brackets(&mut self, id: Id, before: Option<usize>, field: &str, value: &Value) -> bool {
        let page = self.page;
        let pairs = page.tree.pairs(id);
        let Some(first) = pairs.first() else { return false };
        let quotes = self.quotes(first.0);
        let Some(text) = self.bracketed(id, field, value, quotes) else { return false };
        let text = match quotes {
            Quotes::All => format!("\"{field}\": {text}"),
            Quotes::Needed => format!("{field}: {text}"),
        };
        let gap = self.gap(id, first.0);
        match before.map(|at| page.pair_end(pairs[at])) {
            Some(end) => self.put(end, end, format!(",{gap}{text}")),
            None => self.put(page.start(first.0), page.start(first.0), format!("{text},{gap}")),
        }
        true
    }

    /// A value as it stands in the brackets of a node; `None` if they should rather be given up for it.
    fn bracketed(&self, id: Id, name: &str, value: &Value, quotes: Quotes) -> Option<String> {
        let stays = self.page.tree.root() == Some(id) || self.is_broken(id) || self.in_brackets(id);
        (stays || flow(name, value).is_some()).then(|| brackets(name, value, quotes))
    }

    /// Which texts have quotes where a key or an item stands: all, if it has them, or everything in it.
    fn quotes(&self, near: Id) -> Quotes {
        let tree = &self.page.tree;
        let inside: Vec<Id> =
            tree.pairs(near).iter().map(|pair| pair.0).chain(tree.items(near).iter().copied()).collect();
        let quoted = self.page.form(near) == Some(Form::DoubleQuoted)
            || (!inside.is_empty() && inside.iter().all(|id| self.quotes(*id) == Quotes::All));
        if quoted { Quotes::All } else { Quotes::Needed }
    }

    /// Whether brackets go over several lines.
    fn is_broken(&self, id: Id) -> bool {
        self.page.line_close(self.page.start(id)) < self.page.end(id)
    }

    /// What stands between the parts of brackets: a space, or a line's end and the indentation of the first part.
    fn gap(&self, id: Id, first: Id) -> String {
        let (start, at) = (self.page.start(id), self.page.start(first));
        if self.page.line_close(start) < at { format!("\n{}", spaces(self.page.column(first))) } else { " ".to_owned() }
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
            // it stands behind the dash of an item
            let Some(next) = pairs.get(at + 1) else { return false };
            self.put(key, page.start(next.0), String::new());
            return true;
        }
        self.drop_lines(start, page.pair_end(pair));
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

    /// Takes parts that follow each other out of brackets, with the comma before or behind them.
    fn cut(&mut self, bounds: &[(usize, usize)], run: &[usize]) -> bool {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return true };
        match (bounds.get(last + 1), first.checked_sub(1).and_then(|at| bounds.get(at))) {
            (Some(next), _) => self.put(bounds[*first].0, next.0, String::new()),
            (None, Some(before)) => self.put(before.1, bounds[*last].1, String::new()),
            (None, None) => return false,
        }
        true
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
        if !steps.iter().any(stays) || (brackets && removed > 0 && added + removed > 1) {
            return false;
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
                Step::Removed(o) if brackets => {
                    let bounds: Vec<(usize, usize)> =
                        items.iter().map(|item| (page.start(*item), page.end(*item))).collect();
                    self.cut(&bounds, &[o]);
                }
                Step::Removed(o) => {
                    before = items.get(o).copied();
                    let Some(dash) = page.dash(items[o]) else { return false };
                    self.drop_lines(page.line_start(dash), page.end(items[o]));
                }
                Step::Added(n) if brackets => {
                    let quotes = self.quotes(items[0]);
                    let Some(text) = self.bracketed(id, list, &new[n], quotes) else { return false };
                    let gap = self.gap(id, items[0]);
                    match before {
                        Some(before) => self.put(page.end(before), page.end(before), format!(",{gap}{text}")),
                        None => self.put(page.start(items[0]), page.start(items[0]), format!("{text},{gap}")),
                    }
                }
                Step::Added(n) => self.add_item(items, before, list, &new[n], style),
            }
        }
        true
    }

    fn add_item(&mut self, items: &[Id], before: Option<Id>, list: &str, item: &Value, style: Items) {
        let page = self.page;
        let Some(dash) = page.dash(items[0]) else { return };
        let column = page.text[page.line_start(dash)..dash].chars().count();
        let text = format!("{}- {}", spaces(column), page.style.item(list, item, column + 2, style));
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

fn is_blank(line: Option<&str>) -> bool {
    line.is_some_and(|line| line.trim().is_empty())
}
