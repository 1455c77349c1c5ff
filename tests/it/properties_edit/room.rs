//! What of a file a change may touch, told by the places of the file's own tree, and whether it touched nothing else.
//! It knows nothing of how files are changed.

use breachline::edit::{Change, at as value_at};
use breachline::record::tree::{Content, Form, Id, Tree};
use serde_json::Value;
use std::ops::Range;

/// The widest line that brackets may make.
const WIDTH: usize = 116;

/// A file and the places of its parts, in bytes.
pub struct File<'a> {
    text: &'a str,
    tree: Tree,
    bytes: Vec<usize>,
}

impl<'a> File<'a> {
    pub fn read(text: &'a str) -> File<'a> {
        let text = text.trim_start_matches('\u{feff}');
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        File { text, tree: Tree::read(text), bytes }
    }

    fn form(&self, id: Id) -> Form {
        self.tree.node(id).unwrap().form
    }

    /// The bytes of a value, what belongs to its holder left out.
    fn range(&self, id: Id) -> Range<usize> {
        let node = self.tree.node(id).unwrap();
        let start = self.bytes[node.start_index];
        let children: Vec<Id> = match &node.content {
            Content::Map(pairs) => pairs.iter().flat_map(|(key, value)| [*key, *value]).collect(),
            Content::List(items) => items.clone(),
            Content::Scalar { .. } => Vec::new(),
        };
        let end = match node.form {
            Form::Block => children.iter().map(|child| self.range(*child).end).max().unwrap_or(start),
            Form::Flow => {
                // the parser does not always tell the closing bracket: it follows what is inside, a comma and comments
                let mut rest =
                    &self.text[children.iter().map(|child| self.range(*child).end).max().unwrap_or(start + 1)..];
                while !rest.starts_with([']', '}']) {
                    rest = if rest.starts_with('#') { &rest[rest.find('\n').unwrap()..] } else { &rest[1..] };
                }
                self.text.len() - rest.len() + 1
            }
            _ => start + self.text[start..self.bytes[node.end_index].max(start)].trim_end().len(),
        };
        start..end
    }

    /// The text of every single value by its path, as it is written.
    fn scalars(&self, id: Id, path: &str, told: &mut Vec<(String, &'a str)>) {
        match &self.tree.node(id).unwrap().content {
            Content::Scalar { .. } => told.push((path.to_owned(), &self.text[self.range(id)])),
            Content::List(items) => {
                items.iter().enumerate().for_each(|(n, item)| self.scalars(*item, &format!("{path}[{n}]"), told));
            }
            Content::Map(pairs) => {
                for (key, value) in pairs {
                    let key = self.tree.node(*key).unwrap().text().unwrap();
                    let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                    self.scalars(*value, &path, told);
                }
            }
        }
    }

    /// The nodes from the outermost to that of a path; fewer if there is nothing at the path.
    fn way(&self, path: &str) -> Vec<Id> {
        let ends = path.char_indices().filter(|(_, c)| matches!(c, '.' | '[')).map(|(at, _)| at);
        let root = self.tree.root();
        root.into_iter().chain(ends.chain([path.len()]).map_while(|end| self.tree.at(&path[..end]))).collect()
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    fn line_close(&self, at: usize) -> usize {
        self.text[at..].find(['\r', '\n']).map_or(self.text.len(), |end| at + end)
    }

    fn next_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// The brackets on one line around a value which the file may have to give up for a change, the whole file's left out.
    fn brackets(&self, way: &[Id]) -> Option<Range<usize>> {
        let flow = *way.iter().find(|id| self.form(**id) == Form::Flow)?;
        let range = self.range(flow);
        (Some(flow) != self.tree.root() && !self.text[range.clone()].contains('\n')).then_some(range)
    }

    /// Whether brackets on one line have no room for what a change puts into them.
    fn outgrows(&self, brackets: &Range<usize>, change: &Change) -> bool {
        let value = match change {
            Change::Insert { item: value, .. } | Change::Set { value, .. } => value,
            Change::Remove { .. } => return false,
        };
        let nested = |value: &Value| match value {
            Value::Object(fields) => fields.values().any(|value| value.is_object() || value.is_array()),
            Value::Array(items) => items.iter().any(Value::is_object),
            _ => false,
        };
        let text = value.to_string();
        let wide = self.text[self.line_start(brackets.start)..brackets.end].chars().count();
        nested(value) || value.is_object() || text.contains("\\n") || wide + text.chars().count() + 24 > WIDTH
    }

    /// What is written from a key or a dash to the end of its value.
    fn slot(&self, path: &str) -> Range<usize> {
        let way = self.way(path);
        let value = *way.last().unwrap();
        let range = self.range(value);
        let Some(holder) = way.len().checked_sub(2).map(|n| way[n]) else { return range };
        match self.tree.pairs(holder).iter().find(|(_, other)| *other == value) {
            Some((key, _)) => {
                let key = self.range(*key);
                key.start..range.end.max(key.end + self.text[key.end..].find(':').unwrap() + 1)
            }
            None if self.form(holder) == Form::Flow => range,
            None => {
                // the dash, which may stand on a line of its own or before the header of a block
                let mut line = self.line_start(range.start);
                if matches!(self.form(value), Form::Literal | Form::Folded) {
                    line = self.line_start(line.saturating_sub(1));
                }
                while !self.text[line..].trim_start_matches(' ').starts_with('-') {
                    line = self.line_start(line.saturating_sub(1));
                }
                let dash = line + self.text[line..].find('-').unwrap();
                dash..range.end.max(dash + 1)
            }
        }
    }

    /// What may go when a value is taken away, or when another comes in its place.
    fn room(&self, change: &Change, before: &Value, after: &Value) -> Option<Range<usize>> {
        match change {
            Change::Insert { list, .. } => self.holder_room(list, before),
            Change::Set { at, .. } if value_at(before, at).is_none() => self.holder_room(at, before),
            Change::Set { at, .. } => {
                let (slot, value) = (self.slot(at), self.range(*self.way(at).last().unwrap()));
                // the comment behind the key stays, be the value a block or not
                let colon = slot.start + self.text[slot.clone()].find([':', '-']).map_or(0, |at| at + 1);
                let from = if value.start > colon && slot.start < value.start { colon } else { value.start };
                // what goes from inside goes with what is said of it
                let inner = self.form(*self.way(at).last().unwrap()) == Form::Block;
                let end =
                    if inner { self.below(value.end, slot.start - self.line_start(slot.start)) } else { value.end };
                Some(from..end.max(from))
            }
            Change::Remove { at } => {
                // what it leaves empty goes too
                let mut at = at.as_str();
                while let Some((above, _)) = at.rsplit_once(['.', '[']) {
                    if value_at(after, above).is_some() {
                        break;
                    }
                    at = above;
                }
                let way = self.way(at);
                let holder = way[way.len() - 2];
                let slot = self.slot(at);
                Some(if self.form(holder) == Form::Flow {
                    self.with_commas(holder, slot)
                } else {
                    self.with_line(holder, slot)
                })
            }
        }
    }

    /// An empty value gives way to a first one; else nothing need go where something comes.
    fn holder_room(&self, at: &str, before: &Value) -> Option<Range<usize>> {
        let way = self.way(at);
        let there = self.tree.at(at).is_some() && value_at(before, at).is_none();
        there.then(|| self.range(*way.last().unwrap()))
    }

    /// A part of brackets with the commas and blanks around it.
    fn with_commas(&self, holder: Id, part: Range<usize>) -> Range<usize> {
        let ranges = |ids: Vec<Id>| ids.into_iter().map(|id| self.range(id)).collect::<Vec<_>>();
        let pairs = self.tree.pairs(holder);
        let starts = ranges(pairs.iter().map(|pair| pair.0).chain(self.tree.items(holder).iter().copied()).collect());
        let ends = ranges(pairs.iter().map(|pair| pair.1).chain(self.tree.items(holder).iter().copied()).collect());
        let before = ends.iter().map(|range| range.end).rfind(|end| *end <= part.start);
        let next = starts.iter().map(|range| range.start).find(|start| *start >= part.end);
        let comma = self.text[part.end..].trim_start().strip_prefix(',').map(|rest| self.text.len() - rest.len());
        match (before, next) {
            (_, Some(next)) => self.line_start(part.start).max(before.unwrap_or(self.range(holder).start + 1))..next,
            (Some(before), None) => {
                let end = comma.unwrap_or(part.end);
                // what is said of it behind it
                let said = self.text[end..self.line_close(end)].trim_start().starts_with('#');
                before..if said { self.line_close(end) } else { end }
            }
            (None, None) => part,
        }
    }

    /// The start of the line behind a byte and behind the comments below it that are set in deeper than a column.
    fn below(&self, end: usize, column: usize) -> usize {
        let (mut end, mut at) = (self.next_line(end), self.next_line(end));
        while at < self.text.len() {
            let line = &self.text[at..self.line_close(at)];
            let bare = line.trim_start();
            at = self.next_line(at);
            if bare.starts_with('#') && line.len() - bare.len() > column {
                end = at;
            } else if !bare.is_empty() {
                break;
            }
        }
        end
    }

    /// Lines that go, with one of two blank lines that would meet.
    fn with_line(&self, holder: Id, slot: Range<usize>) -> Range<usize> {
        let start = self.line_start(slot.start);
        if !self.text[start..slot.start].trim().is_empty() {
            // behind a dash: the next field, or the comment above it, comes in its place
            let next = self.tree.pairs(holder).iter().map(|pair| self.range(pair.0).start).find(|at| *at >= slot.end);
            return slot.start..next.unwrap_or(slot.end);
        }
        let blank = |line: &str| line.trim().is_empty();
        let end = self.below(slot.end, slot.start - start);
        let above = self.text[..start].strip_suffix('\n').map(|above| above.rsplit('\n').next().unwrap_or_default());
        let meets = end >= self.text.len() || blank(&self.text[end..self.line_close(end)]);
        let start = match above {
            Some(above) if blank(above) && meets => start - above.len() - 1,
            _ => start,
        };
        // a file whose last line has no end has none after that either
        let open = end >= self.text.len() && !self.text.ends_with('\n');
        if open { self.text[..start].trim_end_matches(['\r', '\n']).len()..end } else { start..end }
    }
}

/// What is wrong with the outcome of one change, if it touched what it need not.
pub fn touched(before: &str, after: &str, change: &Change, values: (&Value, &Value)) -> Result<(), String> {
    let (old, new) = (File::read(before), File::read(after));
    let at = match change {
        Change::Insert { list, .. } => list,
        Change::Set { at, .. } | Change::Remove { at } => at,
    };
    let mut kept = old.text.to_owned();
    if let Some(room) = old.room(change, values.0, values.1) {
        // comments stay: one behind a key, those among the parts of brackets that are not on the part's own lines
        let own = if let Change::Set { at, .. } = change {
            let value = old.range(*old.way(at).last().unwrap());
            let below = old.text[room.start..value.start].contains('\n');
            if below { old.next_line(room.start)..room.end } else { room.clone() }
        } else {
            let slot = old.slot(at);
            let end = old.below(slot.end, slot.start - old.line_start(slot.start));
            old.line_start(slot.start).max(room.start)..end.min(room.end)
        };
        let comments = |text: &str| {
            text.lines().filter_map(|line| line.find("# c").map(|at| line[at..].to_owned())).collect::<String>()
        };
        let comments = comments(&old.text[room.start..own.start.max(room.start)])
            + &comments(&old.text[own.end.max(room.start)..room.end]);
        kept.replace_range(room, &comments);
    }
    if !is_within(&kept, new.text) {
        let way = old.way(at);
        let Some(range) = old.brackets(&way).filter(|range| old.outgrows(range, change)) else {
            return Err("it touched more than its room".to_owned());
        };
        let mut kept = old.text.to_owned();
        // the blank between a colon and the brackets has nothing to set apart any more
        let blank = old.text[..range.start].trim_end_matches(' ').len();
        kept.replace_range(blank..range.end, "");
        if !is_within(&kept, new.text) {
            return Err("it gave more than its brackets up".to_owned());
        }
    }
    if matches!(change, Change::Remove { .. }) && !is_within(new.text, old.text) {
        return Err("a removal added something".to_owned());
    }
    same_scalars(&old, &new, change)
}

/// Every value that was not changed is written as it was.
fn same_scalars(old: &File, new: &File, change: &Change) -> Result<(), String> {
    let told = |file: &File| {
        let mut told = Vec::new();
        file.scalars(file.tree.root().unwrap(), "", &mut told);
        told.into_iter().map(|(path, text)| (path, text.to_owned())).collect::<Vec<_>>()
    };
    let after = told(new);
    let below = |path: &str, at: &str| {
        path.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    for (path, text) in told(old) {
        let path = match change {
            Change::Set { at, .. } if below(&path, at) => continue,
            Change::Remove { at } if below(&path, at) => continue,
            Change::Insert { list, at: Some(at), .. } => shifted(&path, list, *at, |n| n + 1),
            Change::Remove { at } => match at.strip_suffix(']').and_then(|at| at.rsplit_once('[')) {
                Some((list, n)) => shifted(&path, list, n.parse::<usize>().unwrap() + 1, |n| n - 1),
                None => path,
            },
            _ => path,
        };
        if !after.contains(&(path.clone(), text.clone())) && !text.is_empty() {
            let now = after.iter().find(|(other, _)| *other == path);
            return Err(format!("{path} was written {text:?}, now {now:?}"));
        }
    }
    Ok(())
}

/// The path after items of a list moved by one, from an item on.
fn shifted(path: &str, list: &str, from: usize, to: fn(usize) -> usize) -> String {
    let place = path.strip_prefix(list).and_then(|rest| rest.strip_prefix('[')).and_then(|rest| rest.split_once(']'));
    match place.and_then(|(n, rest)| Some((n.parse::<usize>().ok()?, rest))) {
        Some((n, rest)) if n >= from => format!("{list}[{}]{rest}", to(n)),
        _ => path.to_owned(),
    }
}

/// Whether a text is another one with something added.
fn is_within(less: &str, more: &str) -> bool {
    let mut more = more.chars();
    less.chars().all(|letter| more.any(|other| other == letter))
}
