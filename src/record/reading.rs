//! Reading one record: bytes in, an incident or all that is wrong with it out.
//! It opens no file and asks no clock; a sound record is decoded once and never walked.

pub mod decode;
mod glance;

use super::check::{Remark, check};
use super::finding::{Fault, Finding, Severity, Syntax, quoted};
use super::incident::Incident;
use super::shape::{self, Walk};
use super::tree::{Content, Id, Spot, Stop, Tree};
use chrono::{DateTime, Utc};
use glance::Glance;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The most bytes that a record may have.
pub const LARGEST: usize = 256 * 1024;

/// How many findings of one file are told.
const MOST: usize = 100;

/// What came of reading a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The incident; `None` if there is an error.
    pub incident: Option<Incident>,
    /// All that was found, in the order of the file.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// What a file brings that cannot even be read as text.
    pub fn failed(finding: Finding) -> Reading {
        Reading { incident: None, findings: vec![finding] }
    }
}

/// Reads a record; `stem` is its file's name without the ending and stands in for an id that is left out.
pub fn read(source: &[u8], stem: &str, now: DateTime<Utc>) -> Reading {
    match glance::text_of(source) {
        Ok(text) => read_text(text, stem, now),
        Err(finding) => Reading::failed(*finding),
    }
}

/// What came of reading a file of another shape than a record's.
#[derive(Debug)]
pub struct Shaped {
    /// What remains of it without its faulty parts.
    pub rest: Option<Value>,
    /// Its tree, for the places of later findings.
    pub tree: Tree,
    /// The path in the file of a path in the rest.
    walk: Walk,
    /// All that was found.
    pub findings: Vec<Finding>,
}

impl Shaped {
    /// Decodes what remains, an empty file as an empty one; all that was found comes beside it.
    pub fn decode<T: Default + DeserializeOwned>(&mut self) -> (T, Vec<Finding>) {
        let mut findings = std::mem::take(&mut self.findings);
        let rest = self.rest.take().filter(|rest| !rest.is_null());
        let read = rest.map(serde_json::from_value).transpose().unwrap_or_else(|error| {
            findings.push(Finding::of_file(Fault::Refused(error.to_string())));
            None
        });
        (read.unwrap_or_default(), findings)
    }

    /// A finding at a path of the rest.
    pub fn finding(&self, fault: Fault, at: &str) -> Finding {
        let at = self.walk.original(at);
        let spot = self.tree.spot(&at).unwrap_or(Spot::START);
        Finding::new(fault, at, spot)
    }
}

/// Reads a file against a schema; the finding alone if it is no YAML at all.
pub fn shaped(source: &[u8], schema: &'static Value) -> Result<Shaped, Vec<Finding>> {
    let text = glance::text_of(source).map_err(|finding| vec![*finding])?;
    if let Some((at, code)) = Glance::at(text).control {
        return Err(vec![Finding::new(Fault::ControlCharacter(code), String::new(), glance::spot(text, at))]);
    }
    let tree = Tree::read(text);
    let mut walk = shape::walk_as(&tree, schema);
    if let Some((spot, stop)) = &tree.stop {
        return Err(broken(text, *spot, stop, &walk));
    }
    let (rest, findings) = (walk.rest.take(), std::mem::take(&mut walk.findings));
    Ok(Shaped { rest, tree, walk, findings })
}

/// The place of a path such as `timeline[1].kind` in a record's text; of what holds it, if it is not there itself.
pub fn place_of(source: &str, at: &str) -> Option<(u32, u32)> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    Tree::read(source).spot(at).map(|spot| (spot.line, spot.column))
}

fn read_text(text: &str, stem: &str, now: DateTime<Utc>) -> Reading {
    let glance = Glance::at(text);
    if let Some(fault) = glance.control {
        let spot = glance::spot(text, fault.0);
        return Reading::failed(Finding::new(Fault::ControlCharacter(fault.1), String::new(), spot));
    }
    let mut tree = None;
    if glance.suspicious {
        let read = Tree::read(text);
        if let Some((spot, stop)) = &read.stop {
            let walk = shape::walk(&read);
            return finish(None, broken(text, *spot, stop, &walk));
        }
        tree = Some(read);
    }
    let quick = if tree.is_none() { decode::decode(text) } else { None };
    match quick.map_or_else(|| serde_yaml::from_str::<Incident>(text), Ok) {
        Ok(incident) => sound(incident, Source { text, stem, now, remark: glance.comment }, tree),
        Err(error) => unsound(text, stem, now, &error, tree),
    }
}

#[derive(Clone, Copy)]
struct Source<'a> {
    text: &'a str,
    stem: &'a str,
    now: DateTime<Utc>,
    /// Whether a comment may have swallowed words.
    remark: bool,
}

/// A record that decodes: only its statements are checked, and placed if there is something to place.
fn sound(mut incident: Incident, source: Source, tree: Option<Tree>) -> Reading {
    named(&mut incident, source.stem);
    let remarks = check(&incident, source.stem, source.now);
    let events = incident.timeline.is_empty();
    if remarks.is_empty() && !source.remark && !events {
        return Reading { incident: Some(incident), findings: Vec::new() };
    }
    let tree = tree.unwrap_or_else(|| Tree::read(source.text));
    let mut findings = Vec::new();
    if events {
        findings.push(placed(Remark { fault: Fault::NoEvent, at: "timeline".to_owned(), nearest: Vec::new() }, &tree));
    }
    findings.extend(remarks.into_iter().filter(|remark| !is_word(remark, &tree)).map(|remark| placed(remark, &tree)));
    if source.remark {
        let walk = shape::walk(&tree);
        comments(source.text, &tree, &walk.texts, &mut findings);
    }
    finish(Some(incident), findings)
}

/// A record that does not decode: its tree tells all faults, and what remains of it is checked like any other.
fn unsound(text: &str, stem: &str, now: DateTime<Utc>, error: &serde_yaml::Error, tree: Option<Tree>) -> Reading {
    let tree = tree.unwrap_or_else(|| Tree::read(text));
    let walk = shape::walk(&tree);
    if let Some((spot, stop)) = &tree.stop {
        return finish(None, broken(text, *spot, stop, &walk));
    }
    if tree.root().is_none_or(|root| tree.node(root).is_none_or(|node| is_nothing(&node.content))) {
        return Reading::failed(Finding::of_file(Fault::EmptyFile));
    }
    let mut findings = walk.findings.clone();
    if findings.is_empty() {
        findings.push(refused(error));
    }
    if let Some(mut rest) = walk.rest.clone().and_then(decode) {
        if tree.at("id").is_none() {
            named(&mut rest, stem);
        }
        let remarks = check(&rest, stem, now).into_iter().map(|remark| {
            let at = walk.original(&remark.at);
            Remark { at, ..remark }
        });
        let faulty: HashSet<&str> = walk.findings.iter().map(|finding| finding.at.as_str()).collect();
        let remarks = remarks
            .filter(|remark| !faulty.contains(remark.at.as_str()) && holds(remark, &tree) && !is_word(remark, &tree));
        findings.extend(remarks.map(|remark| placed(remark, &tree)));
    }
    comments(text, &tree, &walk.texts, &mut findings);
    finish(None, findings)
}

fn named(incident: &mut Incident, stem: &str) {
    if incident.id.is_empty() {
        stem.clone_into(&mut incident.id);
    }
}

fn decode(rest: Value) -> Option<Incident> {
    let mut whole = shape::scalar::stand_ins();
    if let (Value::Object(whole), Value::Object(rest)) = (&mut whole, rest) {
        whole.extend(rest);
    }
    serde_json::from_value(whole).ok()
}

fn is_nothing(content: &Content) -> bool {
    matches!(content, Content::Scalar { text, plain: true } if text.is_empty())
}

/// A word such as `"null"` that is quoted is a word, whatever the decoder would make of it unquoted.
fn is_word(remark: &Remark, tree: &Tree) -> bool {
    let quoted = |id: Id| {
        tree.node(id).is_some_and(
            |node| matches!(&node.content, Content::Scalar { text, plain: false } if !text.trim().is_empty()),
        )
    };
    matches!(remark.fault, Fault::EmptyText { .. }) && tree.at(&remark.at).is_some_and(quoted)
}

/// Whether a remark about the sound rest holds for the whole file as well.
fn holds(remark: &Remark, tree: &Tree) -> bool {
    let named = |list: &str, id: &str| {
        let items = tree.at(list).map(|list| tree.items(list)).unwrap_or_default();
        let ids = items.iter().filter_map(|item| tree.node(tree.field(*item, "id")?)?.text());
        ids.into_iter().any(|known| known == id)
    };
    match &remark.fault {
        Fault::UnknownSource { id, .. } => !named("sources", id),
        Fault::UnknownSuperseded { id, .. } => !named("affected", id),
        Fault::NoSources => tree.at("sources").is_none(),
        Fault::EventWithoutSource => tree.at(&format!("{}.sources", remark.at)).is_none(),
        Fault::OtherWithoutText { .. } => {
            let owner = remark.at.rsplit_once('.').map_or("", |(owner, _)| owner);
            ["text", "note", "who"].iter().all(|field| tree.at(&format!("{owner}.{field}")).is_none())
        }
        // a stand-in is not what the file says, and an id that is faulty has its own finding
        Fault::IdDiffers { .. } | Fault::BadIdentifier(_) => tree.at(&remark.at).is_some() || remark.at == "id",
        _ => true,
    }
}

fn placed(remark: Remark, tree: &Tree) -> Finding {
    let spot = if remark.at.is_empty() { Spot::START } else { tree.spot(&remark.at).unwrap_or(Spot::START) };
    remark.placed(spot)
}

/// The finding of a tree that stopped, and the faults before the stop.
fn broken(text: &str, spot: Spot, stop: &Stop, walk: &Walk) -> Vec<Finding> {
    let mut spot = spot;
    let fault = match stop {
        Stop::Syntax(why) => {
            let (syntax, place) = told_apart(syntax(why), text, spot);
            spot = place;
            Fault::NotYaml(syntax)
        }
        Stop::Deep => Fault::TooDeep,
        Stop::Document => Fault::SeveralDocuments,
        Stop::Anchor => Fault::Anchor,
        Stop::Tag => Fault::Tag,
    };
    // what lacks or is void may come after the stop
    let certain = |finding: &&Finding| {
        !matches!(finding.fault, Fault::MissingField(_) | Fault::BadCount { .. } | Fault::EmptyText { .. })
            && (finding.line, finding.column) < (spot.line, spot.column)
    };
    let mut findings = vec![Finding::new(fault, String::new(), spot)];
    // a mistake of syntax or a pit of brackets makes faults of shape just before it; those of other stops are real
    if !matches!(stop, Stop::Syntax(_) | Stop::Deep) {
        findings.extend(walk.findings.iter().filter(certain).cloned());
    }
    findings
}

/// What the parser calls one thing and people another: the tab is on a later line, the colon ends a key set in too far.
fn told_apart(syntax: Syntax, text: &str, spot: Spot) -> (Syntax, Spot) {
    let from = usize::try_from(spot.line).unwrap_or(1).saturating_sub(1);
    let mut lines = (spot.line..).zip(glance::lines(text).skip(from));
    match syntax {
        Syntax::Tab => {
            let blank = |line: &str| line.chars().take_while(|c| matches!(c, ' ' | '\t')).position(|c| c == '\t');
            let tab = lines.find_map(|(line, text)| Some(Spot { line, column: u32::try_from(blank(text)?).ok()? + 1 }));
            (syntax, tab.unwrap_or(spot))
        }
        Syntax::Colon => {
            let column = usize::try_from(spot.column).unwrap_or(1).saturating_sub(1);
            let before = lines.next().map(|(_, line)| line.chars().take(column).collect::<String>());
            let key = before.is_some_and(|before| !before.contains(": ") && !before.contains(['{', '[']));
            (if key { Syntax::Indentation } else { Syntax::Colon }, spot)
        }
        syntax => (syntax, spot),
    }
}

fn syntax(why: &str) -> Syntax {
    let has = |words: &[&str]| words.iter().any(|word| why.contains(word));
    if has(&["tab"]) {
        Syntax::Tab
    } else if has(&["mapping values are not allowed"]) {
        Syntax::Colon
    } else if has(&["quoted", "quote"]) {
        Syntax::Quote
    } else if has(&["flow", "node content", "',' or", "bracket", "illegal placement"]) {
        Syntax::Bracket
    } else if has(&["block mapping", "block collection", "indent", "simple key", "block sequence", "'-'"]) {
        Syntax::Indentation
    } else {
        Syntax::Other(why.to_owned())
    }
}

fn refused(error: &serde_yaml::Error) -> Finding {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let spot = error.location().map_or(Spot::START, |at| Spot { line: number(at.line()), column: number(at.column()) });
    Finding::new(Fault::Refused(quoted(&error.to_string())), String::new(), spot)
}

/// Texts that go on after a ` #`, which YAML takes for a comment.
fn comments(source: &str, tree: &Tree, texts: &[Id], findings: &mut Vec<Finding>) {
    let ends: HashMap<usize, Id> = texts.iter().filter_map(|id| Some((tree.node(*id)?.end_index, *id))).collect();
    let mut gap = None;
    for (n, (at, character)) in source.char_indices().enumerate() {
        match (character, gap) {
            (' ' | '\t', None) => gap = Some((n, at)),
            (' ' | '\t', _) => {}
            ('#', Some((start, from))) => {
                if let Some(id) = ends.get(&start).copied()
                    && let Some(node) = tree.node(id)
                    && matches!(node.content, Content::Scalar { plain: true, .. })
                    && let Some(swallowed) = glance::lines(&source[from..]).next().and_then(glance::swallowed)
                {
                    let column = node.end.column + u32::try_from(n - start).unwrap_or(0);
                    let fault = Fault::CommentInText(quoted(swallowed));
                    findings.push(Finding::new(fault, tree.path(id), Spot { column, ..node.end }));
                }
                gap = None;
            }
            _ => gap = None,
        }
    }
}

/// Sorts the findings by place, cuts what is too many, and leaves the record out if any is an error.
fn finish(incident: Option<Incident>, mut findings: Vec<Finding>) -> Reading {
    findings.sort_by_key(|finding| (finding.line, finding.column, finding.severity));
    findings.dedup();
    let errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    if findings.len() > MOST {
        // an error must not be cut away by warnings before it
        findings.sort_by_key(|finding| finding.severity);
        let last = findings.get(MOST - 1).map_or(Spot::START, |f| Spot { line: f.line, column: f.column });
        let mut more = Finding::new(Fault::MoreFindings(findings.len() - MOST), String::new(), last);
        if !errors {
            more.severity = Severity::Warning;
        }
        findings.truncate(MOST);
        findings.sort_by_key(|finding| (finding.line, finding.column, finding.severity));
        findings.push(more);
    }
    Reading { incident: incident.filter(|_| !errors), findings }
}
