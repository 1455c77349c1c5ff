//! What stood where a value is to stand, so that what stays the same is written as it was.
//! It writes nothing; `render` does.

use super::page::Page;
use crate::record::tree::{Content, Form, Id};
use serde_json::Value;

/// A value of the text as it was, and its place.
#[derive(Clone, Copy, Debug)]
pub struct Was<'a> {
    page: &'a Page<'a>,
    id: Id,
    value: &'a Value,
}

impl<'a> Was<'a> {
    /// What stood at a node.
    pub fn new(page: &'a Page<'a>, id: Id, value: &'a Value) -> Was<'a> {
        Was { page, id, value }
    }

    /// How it was written.
    pub fn form(self) -> Option<Form> {
        self.page.form(self.id)
    }

    /// A field of it.
    pub fn field(self, name: &str) -> Option<Was<'a>> {
        Some(Was { id: self.page.tree.field(self.id, name)?, value: self.value.get(name)?, ..self })
    }

    /// The item of it that is the same as an item at a place now: the one there, else any, else the one there as it was.
    pub fn item(self, n: usize, item: &Value) -> Option<Was<'a>> {
        let items = self.value.as_array().filter(|items| items.len() == self.page.tree.items(self.id).len())?;
        let same = |n: &usize| items.get(*n) == Some(item);
        let at = Some(n).filter(same).or_else(|| (0..items.len()).find(same)).unwrap_or(n);
        Some(Was { id: *self.page.tree.items(self.id).get(at)?, value: items.get(at)?, ..self })
    }

    /// The text by which it was written, if that is one line and serves for a value in brackets or outside of them.
    pub fn written(self, value: &Value, brackets: bool) -> Option<&'a str> {
        let node = self.page.tree.node(self.id)?;
        let serves = match node.form {
            Form::Plain => !brackets || self.page.in_brackets(self.id),
            Form::SingleQuoted | Form::DoubleQuoted => true,
            _ => false,
        };
        let text = &self.page.text[self.page.start(self.id)..self.page.end(self.id)];
        let same = matches!(node.content, Content::Scalar { .. }) && self.value == value;
        (same && serves && !text.is_empty() && !text.contains(['\n', '\r'])).then_some(text)
    }
}
