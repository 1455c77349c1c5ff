//! A record's text with the byte ranges of its parts, and the splices that change it.
//! It decides nothing; `revise` does.

use super::render::Style;
use crate::record::tree::{Content, Form, Id, Node, Tree};
use std::ops::Range;

/// A text, its tree, and where in the text each part of the tree is.
#[derive(Debug)]
pub struct Page<'a> {
    /// The text, without a byte-order mark.
    pub text: &'a str,
    /// Its tree.
    pub tree: Tree,
    /// The byte at which each character starts, and the text's length.
    bytes: Vec<usize>,
    /// How its lines end.
    pub line_end: &'static str,
    /// How it is indented.
    pub style: Style,
}

impl<'a> Page<'a> {
    /// Reads a text.
    pub fn read(text: &'a str) -> Page<'a> {
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let line_end = match text.find(['\n', '\r']) {
            Some(at) if text[at..].starts_with("\r\n") => "\r\n",
            Some(at) if text[at..].starts_with('\r') => "\r",
            _ => "\n",
        };
        let mut page = Page { text, tree: Tree::read(text), bytes, line_end, style: super::render::HOUSE };
        page.style = page.seen_style();
        page
    }

    fn node(&self, id: Id) -> Option<&Node> {
        self.tree.node(id)
    }

    /// How a node is written.
    pub fn form(&self, id: Id) -> Option<Form> {
        self.node(id).map(|node| node.form)
    }

    /// The column of a node, from 0, in characters.
    pub fn column(&self, id: Id) -> usize {
        self.node(id).map_or(0, |node| usize::try_from(node.spot.column).unwrap_or(1).saturating_sub(1))
    }

    /// The column of a byte, from 0, in characters.
    pub fn column_of(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }

    /// The byte at which a node starts; the text of a block starts below its header.
    pub fn start(&self, id: Id) -> usize {
        self.node(id).map_or(0, |node| self.byte(node.start_index))
    }

    fn byte(&self, index: usize) -> usize {
        self.bytes.get(index).copied().unwrap_or(self.text.len())
    }

    /// The byte after a node, comments and blank lines after it not counted.
    pub fn end(&self, id: Id) -> usize {
        let Some(node) = self.node(id) else { return 0 };
        match (&node.content, node.form) {
            (Content::Map(pairs), Form::Block) => pairs.last().map_or(self.start(id), |pair| self.pair_end(*pair)),
            (Content::List(items), Form::Block) => items.last().map_or(self.start(id), |item| self.end(*item)),
            (Content::Map(pairs), Form::Flow) => {
                self.closing(pairs.last().map_or(self.start(id) + 1, |pair| self.pair_end(*pair)))
            }
            (Content::List(items), Form::Flow) => {
                self.closing(items.last().map_or(self.start(id) + 1, |item| self.end(*item)))
            }
            (_, Form::Literal | Form::Folded) => self.block_end(node),
            // the parser takes blanks before a closing bracket for part of what stands before them
            _ => self.text[..self.byte(node.end_index)].trim_end().len().max(self.start(id)),
        }
    }

    /// The byte after the closing bracket that follows a byte, perhaps behind a comma.
    fn closing(&self, end: usize) -> usize {
        let at = self.comma(end).map_or(end, |comma| comma + 1);
        let bracket = self.skip(at);
        bracket + usize::from(self.text[bracket..].starts_with([']', '}']))
    }

    /// Whether blank lines stand between the fields of a mapping.
    pub fn is_spaced(&self, pairs: &[(Id, Id)]) -> bool {
        pairs.windows(2).any(|two| {
            let between = &self.text[self.pair_end(two[0])..self.start(two[1].0)];
            let lines: Vec<&str> = between.split('\n').collect();
            lines[1..lines.len().max(2) - 1].iter().any(|line| line.trim().is_empty())
        })
    }

    /// The byte after a field, its value left out or not.
    pub fn pair_end(&self, (key, value): (Id, Id)) -> usize {
        self.end(value).max(self.colon(key))
    }

    /// The byte after the colon behind a key.
    pub fn colon(&self, key: Id) -> usize {
        let end = self.end(key);
        self.text[end..].find(':').map_or(end, |at| end + at + 1)
    }

    fn block_end(&self, node: &Node) -> usize {
        let (start, end) = (self.byte(node.start_index), self.byte(node.end_index));
        let body = &self.text[start..end.max(start)];
        // after `|+` the blank lines belong to the text
        let header = self.text[..start].trim_end().rsplit(['\n', '\r']).next().unwrap_or_default();
        let keeps = header
            .rsplit(['|', '>'])
            .next()
            .is_some_and(|sign| sign.split(' ').next().is_some_and(|sign| sign.contains('+')));
        let body = if keeps { body.trim_end_matches(' ').trim_end_matches(['\n', '\r']) } else { body.trim_end() };
        start + body.len()
    }

    /// The byte at which the line of a byte starts.
    pub fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
    }

    /// The byte at which the line of a byte ends, before its line end.
    pub fn line_close(&self, at: usize) -> usize {
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |end| at + end)
    }

    /// The byte at which the line after that of a byte starts.
    pub fn next_line(&self, at: usize) -> usize {
        let close = self.line_close(at);
        close + if self.text[close..].starts_with("\r\n") { 2 } else { usize::from(close < self.text.len()) }
    }

    /// The byte at which the line before that which starts at a byte ends, before its line end.
    pub fn before(&self, start: usize) -> usize {
        let text = &self.text[..start];
        let text = text.strip_suffix('\n').unwrap_or(text);
        text.strip_suffix('\r').unwrap_or(text).len()
    }

    /// The line that starts at a byte, without its line end.
    pub fn line(&self, at: usize) -> &'a str {
        &self.text[at..self.line_close(at)]
    }

    /// The line before that which starts at a byte.
    pub fn line_before(&self, at: usize) -> Option<&'a str> {
        let before = &self.text[..self.before(at)];
        (at > 0).then(|| &before[before.rfind(['\n', '\r']).map_or(0, |end| end + 1)..])
    }

    /// The end of the line of a byte, or of the comments below it that are set in deeper than a column.
    pub fn below(&self, end: usize, column: usize) -> usize {
        let mut close = self.line_close(end);
        let mut at = close;
        loop {
            let next = self.next_line(at);
            if next == at || next >= self.text.len() {
                return close;
            }
            let line = self.line(next);
            let bare = line.trim_start();
            at = self.line_close(next);
            match bare.chars().next() {
                Some('#') if line.len() - bare.len() > column => close = at,
                None => {}
                _ => return close,
            }
        }
    }

    /// The dash of an item written on lines of its own.
    pub fn dash(&self, item: Id) -> Option<usize> {
        let start = self.start(item);
        if !matches!(self.form(item), Some(Form::Literal | Form::Folded)) {
            return self.text[..start].rfind('-');
        }
        // the text of a block starts below its header, which has a dash of its own
        let mut line = self.line_start(start);
        while line > 0 {
            line = self.line_start(self.before(line));
            let text = self.line(line);
            if text.trim_start().starts_with('-') {
                return Some(line + text.len() - text.trim_start().len());
            }
        }
        None
    }

    /// Whether some node in brackets holds another.
    pub fn in_brackets(&self, id: Id) -> bool {
        let start = self.start(id);
        let holds = |n: Id| self.start(n) < start && self.end(n) > start;
        (0..id).any(|n| self.form(n) == Some(Form::Flow) && holds(n))
    }

    /// What follows a byte, behind blanks, line ends and comments.
    pub fn skip(&self, at: usize) -> usize {
        let mut at = at;
        loop {
            let rest = self.text[at..].trim_start();
            at = self.text.len() - rest.len();
            if !rest.starts_with('#') {
                return at;
            }
            at = self.line_close(at);
        }
    }

    /// The comma behind a part of brackets that ends at a byte.
    pub fn comma(&self, end: usize) -> Option<usize> {
        let at = self.skip(end);
        self.text[at..].starts_with(',').then_some(at)
    }

    /// Whether nothing but a comment follows a byte on its line.
    pub fn closes_line(&self, at: usize) -> bool {
        let rest = self.text[at..self.line_close(at)].trim_start();
        rest.is_empty() || rest.starts_with('#')
    }

    /// Whether nothing but blanks comes before a byte on its line.
    pub fn opens_line(&self, at: usize) -> bool {
        self.text[self.line_start(at)..at].trim().is_empty()
    }

    /// The first thing of a list or a mapping that starts its own line tells how the file is indented, the first thing in
    /// brackets how those are spaced.
    fn seen_style(&self) -> Style {
        let mut style = super::render::HOUSE;
        let Some(root) = self.tree.root() else { return style };
        let deep = |form| move |pair: &&(Id, Id)| self.form(pair.1) == Some(form);
        let pairs = self.tree.pairs(root);
        let blocks = || pairs.iter().filter(deep(Form::Block));
        if let Some((key, value)) = blocks().find(|(_, value)| !self.tree.pairs(*value).is_empty()) {
            style.step = self.column(*value).saturating_sub(self.column(*key)).max(1);
        }
        if let Some((key, value)) = blocks().find(|(_, value)| !self.tree.items(*value).is_empty()) {
            style.dash = self.column(*value).saturating_sub(self.column(*key));
        }
        let flows: Vec<Id> = self.tree.ids().filter(|id| self.form(*id) == Some(Form::Flow)).collect();
        let blank = |at: usize| self.text[at..].starts_with([' ', '\t', '\r', '\n']);
        let braces = flows.iter().find_map(|id| Some((*id, *self.tree.pairs(*id).first()?)));
        if let Some((id, pair)) = braces {
            style.brackets.colon = blank(self.colon(pair.0));
            style.brackets.inside = blank(self.start(id) + 1);
        }
        let parts = |id: &Id| {
            let pair = self.tree.pairs(*id).first().map(|pair| self.pair_end(*pair));
            pair.or_else(|| self.tree.items(*id).first().map(|item| self.end(*item)))
        };
        let comma = flows.iter().filter_map(parts).find_map(|end| self.comma(end));
        if let Some(comma) = comma {
            style.brackets.comma = blank(comma + 1);
        }
        style
    }
}

/// A range of bytes and what is to stand there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The bytes; empty where something is put in.
    pub range: Range<usize>,
    /// What is to stand there.
    pub text: String,
}

/// The text after its splices, which must not overlap; those at one place come in the order given.
pub fn splice(page: &Page, mut splices: Vec<Splice>) -> Option<String> {
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let mut text = String::with_capacity(page.text.len());
    let mut at = 0;
    for splice in splices {
        text.push_str(page.text.get(at..splice.range.start)?);
        text.push_str(&splice.text.replace('\n', page.line_end));
        at = splice.range.end;
    }
    text.push_str(page.text.get(at..)?);
    Some(text)
}
