//! What is in brackets, changed part by part: the commas, the comments and the lines between the parts stay.
//! Of lists and mappings line by line it knows nothing.

use super::{Holder, Reviser};
use crate::edit::page::Splice;
use crate::edit::pairing::Step;
use crate::edit::render::{Brackets, Quotes, is_flat, spaces};
use crate::edit::scalar::inline;
use crate::edit::was::Was;
use crate::record::tree::{Form, Id};
use serde_json::Value;

impl Reviser<'_> {
    /// Writes a value in place of another that has brackets around it.
    pub(super) fn replace_in_brackets(&mut self, id: Id, holder: Holder, old: &Value, new: &Value) {
        let page = self.page;
        let (name, near) = match holder {
            Holder::Field(name, key) => (name, key),
            Holder::Item(name) => (name, id),
            Holder::Nothing => return,
        };
        let brackets = self.brackets(near);
        let text = match brackets.quotes {
            Quotes::Needed if new.is_string() => inline(name, new, true, page.form(id)),
            _ => brackets.value(name, new, Some(Was::new(page, id, old))),
        };
        let start = page.start(id);
        // nothing may stand behind a colon, not even a blank
        let blank = matches!(holder, Holder::Field(_, key) if page.colon(key) == start && brackets.colon);
        self.put(start, page.end(id).max(start), if blank { format!(" {text}") } else { text });
    }

    /// How brackets near a key or an item are spaced, and whether all in them has quotes.
    fn brackets(&self, near: Id) -> Brackets {
        Brackets { quotes: self.quotes(near), ..self.page.style.brackets }
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

    /// Where each part of brackets starts and ends.
    pub(super) fn bounds(&self, id: Id) -> Vec<(usize, usize)> {
        let (page, tree) = (self.page, &self.page.tree);
        let pairs = tree.pairs(id).iter().map(|pair| (page.start(pair.0), page.pair_end(*pair)));
        pairs.chain(tree.items(id).iter().map(|item| (page.start(*item), page.end(*item)))).collect()
    }

    pub(super) fn add_field_in_brackets(&mut self, id: Id, before: Option<usize>, field: &str, value: &Value) -> bool {
        let Some(first) = self.page.tree.pairs(id).first() else { return false };
        let brackets = self.brackets(first.0);
        let Some(text) = self.bracketed(id, None, field, value, brackets) else { return false };
        self.add(id, before, &(brackets.key(field) + &text), brackets)
    }

    /// Takes the items of a list in brackets to their new values; some may be gone or some have come, not both.
    pub(super) fn items_in_brackets(
        &mut self,
        id: Id,
        list: &str,
        steps: &[Step],
        old: &[Value],
        new: &[Value],
    ) -> bool {
        let items = self.page.tree.items(id);
        let mut before = None;
        let mut removed = Vec::new();
        for step in steps {
            match *step {
                Step::Same(o, _) => before = Some(o),
                Step::Changed(o, n) => {
                    before = Some(o);
                    self.node(items[o], Holder::Item(list), &old[o], &new[n]);
                }
                Step::Removed(o) => removed.push(o),
                Step::Added(n) => {
                    let brackets = self.brackets(items[0]);
                    let Some(text) = self.bracketed(id, Some(items), list, &new[n], brackets) else { return false };
                    if !self.add(id, before, &text, brackets) {
                        return false;
                    }
                }
            }
        }
        let bounds = self.bounds(id);
        removed.chunk_by(|one, next| one + 1 == *next).all(|run| self.cut(id, &bounds, run))
    }

    /// A value as it stands in the brackets of a node, among other items; `None` if they should rather be given up for it.
    fn bracketed(&self, id: Id, items: Option<&[Id]>, name: &str, value: &Value, brackets: Brackets) -> Option<String> {
        let page = self.page;
        let stays = page.tree.root() == Some(id) || self.is_broken(id) || page.in_brackets(id);
        if !stays && !is_flat(value) {
            return None;
        }
        // where each of the others has its fields on lines, so has this one
        let stacked = |item: &Id| page.tree.pairs(*item).first().is_some_and(|pair| self.is_stacked(*item, pair.0));
        match items.filter(|items| items.iter().all(stacked)) {
            Some(items) => {
                let column = page.column(items[0]);
                let step =
                    page.tree.pairs(items[0]).first().map_or(2, |pair| page.column(pair.0).saturating_sub(column));
                Some(brackets.lines(name, value, column, step))
            }
            None => Some(brackets.value(name, value, None)),
        }
    }

    /// Whether brackets go over several lines.
    fn is_broken(&self, id: Id) -> bool {
        self.page.line_close(self.page.start(id)) < self.page.end(id)
    }

    /// Whether the first part of brackets stands on a line of its own.
    fn is_stacked(&self, id: Id, first: Id) -> bool {
        self.page.line_close(self.page.start(id)) < self.page.start(first)
    }

    /// Adds a part to brackets: behind another one, or before them all.
    fn add(&mut self, id: Id, before: Option<usize>, text: &str, brackets: Brackets) -> bool {
        let page = self.page;
        let bounds = self.bounds(id);
        let Some((first, _)) = bounds.first().copied() else { return false };
        let indent = || spaces(page.column_of(first));
        let line = page.opens_line(first).then(|| format!("\n{}{text}", indent()));
        match (before.map(|at| bounds[at].1), line) {
            (None, Some(line)) => {
                // above what is said of the first one
                let open = page.line_close(page.start(id));
                self.put(open, open, format!("{line},"));
            }
            (None, None) => self.put(first, first, format!("{text}{}", brackets.gap())),
            (Some(end), line) => match (page.comma(end), line) {
                (Some(comma), Some(line)) if page.closes_line(comma + 1) => {
                    let close = page.line_close(comma);
                    self.put(close, close, format!("{line},"));
                }
                (None, Some(line)) if page.closes_line(end) => {
                    // a comment behind the last one stays behind it
                    let (close, comma) = (page.line_close(end), Splice { range: end..end, text: ",".to_owned() });
                    if self.splices.contains(&comma) {
                        self.put(close, close, format!(",{line}"));
                    } else {
                        self.splices.push(comma);
                        self.put(close, close, line);
                    }
                }
                (Some(comma), _) => {
                    let blank = &brackets.gap()[1..];
                    self.put(comma + 1, comma + 1, format!("{blank}{text},"));
                }
                (None, _) => self.put(end, end, format!("{}{text}", brackets.gap())),
            },
        }
        true
    }

    /// Takes parts that follow each other out of brackets, with what is said of them on their lines, and a comma.
    pub(super) fn cut(&mut self, id: Id, bounds: &[(usize, usize)], run: &[usize]) -> bool {
        let page = self.page;
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return true };
        if run.len() == bounds.len() {
            return false;
        }
        let (start, end) = (bounds[*first].0, bounds[*last].1);
        let before = first.checked_sub(1).and_then(|at| bounds.get(at)).map(|bounds| bounds.1);
        let next = bounds.get(last + 1).map(|bounds| bounds.0);
        let comma = page.comma(end);
        let behind = comma.map_or(end, |comma| comma + 1);
        let lone = comma.is_none().then(|| before.and_then(|before| page.comma(before))).flatten();
        let broken = self.is_broken(id);
        if broken && page.opens_line(start) && page.closes_line(behind) {
            // its lines are its own
            self.put(page.before(page.line_start(start)), page.line_close(behind), String::new());
            self.spare(lone);
            return true;
        }
        let said = |from: usize, to: usize| page.text[from..to.max(from)].contains('#');
        match (next, before) {
            // what is said on lines of its own before the next one is of that
            (Some(next), _) if said(page.line_close(behind).min(next), next) => {
                self.put(start, page.line_close(behind), String::new());
            }
            (Some(next), _) => self.put(start, next, String::new()),
            (None, Some(before)) => {
                let from = page.comma(before).map_or(before, |comma| comma + 1);
                if said(from, start) {
                    self.put(start, behind, String::new());
                    self.spare(lone);
                } else if comma.is_some() {
                    self.put(from, behind, String::new());
                } else {
                    self.put(before, end, String::new());
                }
            }
            (None, None) => return false,
        }
        true
    }

    /// Takes away the comma that stood before what is gone.
    fn spare(&mut self, comma: Option<usize>) {
        if let Some(comma) = comma {
            self.put(comma, comma + 1, String::new());
        }
    }
}
