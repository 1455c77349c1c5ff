//! The slots of a form, made from the fields of the format: for a new record, for one thing more, for a value that is there.
//! It names no field that the schema has not; it only says which of them come first.

use super::FOLDER;
use super::choices::Offer;
use super::slot::{Input, Slot};
use crate::record::field::{self, Field, Kind};
use crate::widget::typing::Typing;
use serde_json::Value;

/// The first fields of a new record, in this order.
const HEAD: [&str; 4] = ["title", "organisation.name", "timeline[0].date", "timeline[0].kind"];

/// The first fields of what a list holds; the others follow as the format has them.
const FIRST: &[(&str, &[&str])] = &[
    ("timeline", &["date", "kind", "text", "sources"]),
    ("affected", &["count", "unit", "by", "as_of", "sources"]),
    ("data", &["category", "status", "sources"]),
    ("measures", &["kind", "date", "text", "by", "status", "sources"]),
    ("consequences", &["kind", "amount", "currency", "by", "date", "sources"]),
    ("risks", &["kind", "sources"]),
    ("parties", &["name", "role", "sources"]),
    ("sources", &["id", "title", "publisher", "date", "url", "grade"]),
];

/// Texts that are names, the same in every language unless a record says otherwise.
const NAMES: [&str; 3] = ["name", "by", "publisher"];

/// The section of a field that stands for itself.
pub const RECORD: &str = "record";
/// The section of the first fields of a new record.
pub const START: &str = "";

/// The slots of a new record, filled from another one where there is one, and of the folder that it goes to; that is
/// asked for first where none is open.
pub fn whole(base: &Value, offer: &Offer) -> Vec<Slot> {
    let mut slots = Vec::new();
    for field in field::all() {
        add(field, field.name, base.get(field.name), offer, &mut slots);
        if field.name == "id" {
            for slot in &mut slots {
                slot.proposed = true;
            }
            slots.extend(folder(offer));
        }
    }
    if base.get("timeline").is_none() {
        let at = slots.iter().position(|slot| slot.path == "timeline").unwrap_or(slots.len());
        let mut first = item("timeline", 0, None, offer);
        first.extend(slots.drain(at..));
        slots.extend(first);
    }
    let rank = |slot: &Slot| {
        let head = HEAD.iter().position(|path| *path == slot.path);
        let head = head.or((slot.path == FOLDER && offer.folder.is_empty()).then_some(HEAD.len()));
        head.unwrap_or(if slot.section == "timeline[0]" { HEAD.len() + 1 } else { HEAD.len() + 2 })
    };
    slots.sort_by_key(rank);
    for slot in slots.iter_mut().filter(|slot| rank(slot) <= HEAD.len()) {
        START.clone_into(&mut slot.section);
    }
    slots
}

/// The slot of the folder: typed where one is open, else one of those that are looked in anyway.
fn folder(offer: &Offer) -> Vec<Slot> {
    let mut slots = single(&Kind::Word, FOLDER, true, None, offer);
    for slot in &mut slots {
        match &mut slot.input {
            Input::Chosen { values, .. } => values.extend(offer.homes.first().cloned()),
            _ => slot.set_text(&offer.folder),
        }
    }
    slots
}

/// The slots of one item of a list, filled where it is there already.
pub fn item(list: &str, n: usize, base: Option<&Value>, offer: &Offer) -> Vec<Slot> {
    let path = format!("{list}[{n}]");
    let mut slots = Vec::new();
    match field::at(list).map(|field| &field.kind) {
        Some(Kind::List(kind)) => match &**kind {
            Kind::Group(fields) => group(fields, &path, base, offer, &mut slots),
            kind => slots.extend(single(kind, &path, true, base, offer)),
        },
        _ => return slots,
    }
    slots
}

/// The slots of what stands at a path, filled.
pub fn part(path: &str, base: &Value, offer: &Offer) -> Vec<Slot> {
    if let Some((list, n)) = path.strip_suffix(']').and_then(|path| path.rsplit_once('[')) {
        return n.parse().map_or(Vec::new(), |n| item(list, n, Some(base), offer));
    }
    let mut slots = Vec::new();
    if let Some(field) = field::at(path) {
        add(field, path, Some(base), offer, &mut slots);
    }
    slots
}

fn add(field: &'static Field, path: &str, base: Option<&Value>, offer: &Offer, slots: &mut Vec<Slot>) {
    match &field.kind {
        Kind::Group(fields) => {
            let from = slots.len();
            group(fields, path, base, offer, slots);
            // what a group needs is needed only where there is one
            for slot in slots.iter_mut().skip(from) {
                slot.required &= field.required;
            }
        }
        Kind::List(kind) if grows(kind) => {
            for (n, base) in base.and_then(Value::as_array).into_iter().flatten().enumerate() {
                slots.extend(item(path, n, Some(base), offer));
            }
            slots.push(slot(&field.kind, path, false, Input::Grow));
        }
        kind => slots.extend(single(kind, path, field.required, base, offer)),
    }
}

fn group(fields: &'static [Field], path: &str, base: Option<&Value>, offer: &Offer, slots: &mut Vec<Slot>) {
    let list = path.split('[').next().unwrap_or_default();
    let first = FIRST.iter().find(|(known, _)| *known == list).map_or(&[][..], |(_, first)| first);
    let mut ordered: Vec<&'static Field> = fields.iter().collect();
    ordered.sort_by_key(|field| first.iter().position(|name| *name == field.name).unwrap_or(first.len()));
    for field in ordered {
        add(field, &format!("{path}.{}", field.name), base.and_then(|base| base.get(field.name)), offer, slots);
    }
}

/// Whether a list grows item by item; of words, several are chosen in one slot.
fn grows(kind: &Kind) -> bool {
    matches!(kind, Kind::Group(_) | Kind::Text)
}

fn single(kind: &'static Kind, path: &str, required: bool, base: Option<&Value>, offer: &Offer) -> Vec<Slot> {
    if let (Kind::Text, Some(codes)) = (kind, languages(path, base, offer)) {
        return codes
            .iter()
            .map(|code| {
                let mut slot = slot(kind, path, required, Input::Typed(Typing::of_lines("")));
                slot.code = Some(code.clone());
                if let Some(text) = base.and_then(|base| base.get(code)) {
                    slot.fill(text, offer.lang);
                }
                slot
            })
            .collect();
    }
    let input = match (kind, offer.picker(path, kind)) {
        (_, Some(picker)) => Input::Chosen { picker, values: Vec::new(), many: matches!(kind, Kind::List(_)) },
        (Kind::Text, None) => Input::Typed(Typing::of_lines("")),
        _ => Input::Typed(Typing::default()),
    };
    let mut slot = slot(kind, path, required, input);
    if let Some(base) = base.filter(|base| !base.is_null()) {
        slot.fill(base, offer.lang);
    }
    vec![slot]
}

/// The languages in which a text is asked for, where it is more than one: its own, else those of the record's texts.
fn languages(path: &str, base: Option<&Value>, offer: &Offer) -> Option<Vec<String>> {
    let is_name = path.rsplit('.').next().is_some_and(|name| NAMES.contains(&name));
    match base {
        Some(Value::Object(texts)) => Some(texts.keys().cloned().collect()),
        None if offer.languages.len() > 1 && !is_name => Some(offer.languages.clone()),
        _ => None,
    }
}

fn slot(kind: &'static Kind, path: &str, required: bool, input: Input) -> Slot {
    let section = section(path);
    Slot {
        path: path.to_owned(),
        code: None,
        kind,
        required,
        section,
        input,
        touched: false,
        proposed: false,
        before: None,
    }
}

/// The section that a path belongs to: the item of a list, the list, a group of its own, or the record.
fn section(path: &str) -> String {
    if let Some(end) = path.find(']').filter(|_| !path.starts_with("attack")) {
        return path[..=end].to_owned();
    }
    let top = path.split(['.', '[']).next().unwrap_or_default();
    match (top, field::at(top).map(|field| &field.kind)) {
        ("tags" | "notes", _) => "notes".to_owned(),
        ("attack", _) => top.to_owned(),
        (_, Some(Kind::List(_))) => top.to_owned(),
        _ => RECORD.to_owned(),
    }
}
