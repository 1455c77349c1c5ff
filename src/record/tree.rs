//! A record's YAML as a tree with the place of every key and value, made of the parser's events.
//! It stops at the first thing that no record has (a syntax fault, too deep, a second document) and decodes nothing.

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};
use std::fmt::Write as _;

/// The deepest nesting that a record may have.
pub const DEEPEST: usize = 64;

/// A place in a file, line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Spot {
    /// The start of a file.
    pub const START: Spot = Spot { line: 1, column: 1 };

    fn of(marker: Marker) -> Spot {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Spot { line: number(marker.line().max(1)), column: number(marker.col()).saturating_add(1) }
    }
}

/// The number of a node in its tree.
pub type Id = usize;

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// One value.
    Scalar {
        /// Its text, escapes and folds undone.
        text: String,
        /// Whether it is written without quotes and not as a block.
        plain: bool,
    },
    /// A list of nodes.
    List(Vec<Id>),
    /// Keys and values in the order of the file.
    Map(Vec<(Id, Id)>),
}

/// How a node is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Without quotes.
    Plain,
    /// In `'`.
    SingleQuoted,
    /// In `"`.
    DoubleQuoted,
    /// As a block after `|`.
    Literal,
    /// As a block after `>`.
    Folded,
    /// In brackets.
    Flow,
    /// Item by item or field by field, each on its own line.
    Block,
}

/// A node and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it starts.
    pub spot: Spot,
    /// Where it ends; of use for scalars only.
    pub end: Spot,
    /// How many characters of the file come before it.
    pub start_index: usize,
    /// How many characters of the file come before its end; of no use for what is written as `Form::Block`.
    pub end_index: usize,
    /// How it is written.
    pub form: Form,
    /// What it is.
    pub content: Content,
}

impl Node {
    /// Its text if it is a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether nothing at all is written there.
    pub fn is_void(&self) -> bool {
        matches!(&self.content, Content::Scalar { text, plain: true } if text.is_empty())
    }
}

/// Why the tree ends before the file does.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// It is not YAML; the parser's own word.
    Syntax(String),
    /// It is nested too deep.
    Deep,
    /// A second document starts.
    Document,
    /// An anchor or an alias.
    Anchor,
    /// A tag.
    Tag,
}

/// The tree of one file, whole or up to where it stopped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    nodes: Vec<Node>,
    root: Option<Id>,
    /// Where and why it stopped, if it did.
    pub stop: Option<(Spot, Stop)>,
}

struct Open {
    node: Id,
    key: Option<Id>,
}

impl Tree {
    /// Reads a text; what comes after a fault is not in the tree.
    pub fn read(source: &str) -> Tree {
        let mut tree = Tree::default();
        let mut open: Vec<Open> = Vec::new();
        let mut documents = 0;
        for event in Parser::new_from_str(source) {
            match event {
                Ok((event, span)) => {
                    if matches!(event, Event::DocumentStart(_)) {
                        documents += 1;
                    }
                    if let Some(stop) = unwanted(&event, documents, open.len()) {
                        tree.stop = Some((Spot::of(span.start), stop));
                        break;
                    }
                    tree.take(event, span, &mut open);
                }
                Err(error) => {
                    let stop = match error.info() {
                        info if info.contains("unknown anchor") => Stop::Anchor,
                        info if info.contains("recursion limit") => Stop::Deep,
                        info => Stop::Syntax(info.to_owned()),
                    };
                    tree.stop = Some((Spot::of(*error.marker()), stop));
                    break;
                }
            }
        }
        tree
    }

    fn take(&mut self, event: Event, span: Span, open: &mut Vec<Open>) {
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                let form = match style {
                    ScalarStyle::Plain => Form::Plain,
                    ScalarStyle::SingleQuoted => Form::SingleQuoted,
                    ScalarStyle::DoubleQuoted => Form::DoubleQuoted,
                    ScalarStyle::Literal => Form::Literal,
                    ScalarStyle::Folded => Form::Folded,
                };
                self.put(Content::Scalar { text: text.into_owned(), plain }, form, span, open);
            }
            Event::SequenceStart(..) => {
                let node = self.put(Content::List(Vec::new()), bracketed(span), span, open);
                open.push(Open { node, key: None });
            }
            Event::MappingStart(..) => {
                let node = self.put(Content::Map(Vec::new()), bracketed(span), span, open);
                open.push(Open { node, key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let closed = open.pop().and_then(|open| self.nodes.get_mut(open.node));
                // the parser's span of a closing bracket takes in the blanks behind it
                if let Some(node) = closed.filter(|node| node.form == Form::Flow) {
                    node.end_index = span.start.index() + 1;
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, content: Content, form: Form, span: Span, open: &mut [Open]) -> Id {
        let id = self.nodes.len();
        self.nodes.push(Node {
            spot: Spot::of(span.start),
            end: Spot::of(span.end),
            start_index: span.start.index(),
            end_index: span.end.index(),
            form,
            content,
        });
        match open.last_mut() {
            None => self.root = self.root.or(Some(id)),
            Some(parent) => match self.nodes.get_mut(parent.node).map(|node| &mut node.content) {
                Some(Content::List(items)) => items.push(id),
                Some(Content::Map(pairs)) => match parent.key.take() {
                    None => parent.key = Some(id),
                    Some(key) => pairs.push((key, id)),
                },
                _ => {}
            },
        }
        id
    }

    /// The outermost node; none in an empty file.
    pub fn root(&self) -> Option<Id> {
        self.root
    }

    /// The numbers of all nodes, in the order of the file.
    pub fn ids(&self) -> std::ops::Range<Id> {
        0..self.nodes.len()
    }

    /// A node by its number.
    pub fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// The keys and values of a mapping; nothing for any other node.
    pub fn pairs(&self, id: Id) -> &[(Id, Id)] {
        match self.node(id).map(|node| &node.content) {
            Some(Content::Map(pairs)) => pairs,
            _ => &[],
        }
    }

    /// The items of a list; nothing for any other node.
    pub fn items(&self, id: Id) -> &[Id] {
        match self.node(id).map(|node| &node.content) {
            Some(Content::List(items)) => items,
            _ => &[],
        }
    }

    /// The value of a mapping's key.
    pub fn field(&self, id: Id, key: &str) -> Option<Id> {
        self.pair(id, key).map(|(_, value)| value)
    }

    /// The key and the value of a mapping's field.
    pub fn pair(&self, id: Id, key: &str) -> Option<(Id, Id)> {
        self.pairs(id).iter().copied().find(|(k, _)| self.node(*k).and_then(Node::text) == Some(key))
    }

    /// The node of a path such as `timeline[1].kind`.
    pub fn at(&self, path: &str) -> Option<Id> {
        let mut id = self.root?;
        for step in steps(path) {
            id = match step {
                Step::Field(name) => self.field(id, name)?,
                Step::Item(n) => *self.items(id).get(n)?,
            };
        }
        Some(id)
    }

    /// The place of a path: that of its value, of its key where the value is left out, else of what holds it.
    pub fn spot(&self, path: &str) -> Option<Spot> {
        let mut id = self.root?;
        let mut spot = self.node(id)?.spot;
        for step in steps(path) {
            let (key, value) = match step {
                Step::Field(name) => match self.pair(id, name) {
                    Some((key, value)) => (Some(key), value),
                    None => break,
                },
                Step::Item(n) => match self.items(id).get(n) {
                    Some(item) => (None, *item),
                    None => break,
                },
            };
            let value_node = self.node(value)?;
            let void = value_node.is_void();
            spot = key.filter(|_| void).and_then(|key| self.node(key)).unwrap_or(value_node).spot;
            id = value;
        }
        Some(spot)
    }
}

impl Tree {
    /// The path of a node; empty for the outermost and for strangers.
    pub fn path(&self, id: Id) -> String {
        self.root.and_then(|root| self.path_below(root, id)).unwrap_or_default()
    }

    /// Descends by the order of the nodes: what a node holds is numbered after it and before the next one beside it.
    fn path_below(&self, root: Id, id: Id) -> Option<String> {
        let (mut path, mut at) = (String::new(), root);
        while at != id {
            let last = |ids: &[Id]| ids.iter().rposition(|child| *child <= id);
            if let Some(n) = last(self.items(at)) {
                path = item(&path, n);
                at = self.items(at)[n];
            } else {
                let pairs = self.pairs(at);
                let n = pairs.iter().rposition(|(key, _)| *key <= id)?;
                let (key, value) = pairs[n];
                path = join(&path, self.node(key)?.text()?);
                at = if id < value { return Some(path) } else { value };
            }
        }
        Some(path)
    }
}

/// The form of a list or a mapping: a bracket is there to be seen, a block starts with nothing of its own.
fn bracketed(span: Span) -> Form {
    if span.is_empty() { Form::Block } else { Form::Flow }
}

fn unwanted(event: &Event, documents: usize, depth: usize) -> Option<Stop> {
    let (anchor, tag, opens) = match event {
        Event::Alias(_) => return Some(Stop::Anchor),
        Event::Scalar(_, _, anchor, tag) => (*anchor, tag.is_some(), false),
        Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => (*anchor, tag.is_some(), true),
        Event::DocumentStart(_) => return (documents > 1).then_some(Stop::Document),
        _ => return None,
    };
    if anchor > 0 {
        Some(Stop::Anchor)
    } else if tag {
        Some(Stop::Tag)
    } else {
        (opens && depth >= DEEPEST).then_some(Stop::Deep)
    }
}

/// One step of a path into a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// Into a field.
    Field(&'a str),
    /// To an item, counted from 0.
    Item(usize),
}

/// The steps of a path: fields split by dots, items in brackets.
pub fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split(['.', '[']).filter(|part| !part.is_empty()).map(|part| {
        match part.strip_suffix(']').and_then(|n| n.parse().ok()) {
            Some(n) => Step::Item(n),
            None => Step::Field(part),
        }
    })
}

/// A path with one more field; the name cleaned and shortened, as it may be anything.
pub fn join(path: &str, field: &str) -> String {
    let field = crate::record::finding::quoted(field);
    if path.is_empty() { field } else { format!("{path}.{field}") }
}

/// A path with one more item.
pub fn item(path: &str, n: usize) -> String {
    let mut longer = path.to_owned();
    // writing to a string cannot fail
    let _ = write!(longer, "[{n}]");
    longer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(tree: &Tree, path: &str) -> (u32, u32) {
        tree.spot(path).map(|spot| (spot.line, spot.column)).unwrap()
    }

    #[test]
    fn every_path_has_its_place_in_characters() {
        let tree = Tree::read("é: 1\nlist:\n  - { ü: \"é\", b: x }\n  - c:\n");
        assert_eq!(spot(&tree, "é"), (1, 4));
        assert_eq!(spot(&tree, "list[0].b"), (3, 18));
        assert_eq!(spot(&tree, "list[1].c"), (4, 5));
        assert_eq!(spot(&tree, "list[7].c"), (3, 3));
        assert_eq!(spot(&tree, "none"), (1, 1));
    }

    #[test]
    fn what_no_record_has_stops_the_tree_at_its_place() {
        let stop = |source: &str| Tree::read(source).stop;
        assert_eq!(stop("a: &x 1\n"), Some((Spot { line: 1, column: 4 }, Stop::Anchor)));
        assert_eq!(stop("a: *x\n"), Some((Spot { line: 1, column: 4 }, Stop::Anchor)));
        assert_eq!(stop("a: 1\n---\nb: 2\n"), Some((Spot { line: 2, column: 1 }, Stop::Document)));
        assert_eq!(stop("a: 1 & 2 * 3 ! 4\n"), None);
        assert!(matches!(stop(&"[".repeat(100_000)), Some((_, Stop::Deep))));
        assert!(matches!(stop(&"- ".repeat(100_000)), Some((_, Stop::Deep))));
    }
}
