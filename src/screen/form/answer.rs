//! From the slots of a form to the record that they make, and what the record's own checks say of it.
//! It writes no YAML; `edit` does.

use super::slot::{Input, Slot, item};
use crate::edit::{self, Change};
use crate::record::check::check;
use crate::record::finding::{Fault, Finding, Severity};
use crate::record::tree::Spot;
use crate::record::{Incident, Reading, read};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// The record that the answers make of a base, and what the checks say; `stem` is the name of its file.
pub fn outcome(base: &Value, slots: &[Slot], stem: &str, now: DateTime<Utc>) -> Reading {
    let record = record(base, slots);
    if let Ok(incident) = <Incident as serde::Deserialize>::deserialize(&record) {
        let remarks = check(&incident, stem, now);
        let findings: Vec<Finding> = remarks.into_iter().map(|remark| remark.placed(Spot::START)).collect();
        if !incident.timeline.is_empty() && !findings.iter().any(is_error) {
            return Reading { incident: Some(incident), findings };
        }
    }
    // JSON is YAML, and the paths are the same
    read(record.to_string().as_bytes(), stem, now)
}

fn record(base: &Value, slots: &[Slot]) -> Value {
    let mut record = base.clone();
    for slot in slots.iter().filter(|slot| !matches!(slot.input, Input::Grow) && !slot.path.starts_with('@')) {
        grow(&mut record, &slot.path);
        let answer = slot.answer();
        if answer == slot.before {
            continue;
        }
        if slot.code.is_some() && edit::at(&record, &slot.path).is_some_and(Value::is_string) {
            // a plain text gives way to texts by language
            let _ = edit::change(&mut record, &Change::Remove { at: slot.path.clone() });
        }
        let at = slot.place();
        let change = match answer {
            Some(value) => Change::Set { at, value },
            None => Change::Remove { at },
        };
        // what cannot be taken away was never there
        let _ = edit::change(&mut record, &change);
    }
    record
}

/// Makes the item that a path goes through, if it is the next one of its list.
fn grow(record: &mut Value, path: &str) {
    let Some((list, n)) = item(path) else { return };
    if edit::at(record, list).and_then(Value::as_array).map_or(0, Vec::len) == n {
        // an item is a mapping, or a text that is set at once
        let _ = edit::change(record, &Change::Insert { list: list.to_owned(), at: None, item: json!({}) });
    }
}

/// The slot that a finding is about; `None` if it is about something that the form does not show.
pub fn owner(finding: &Finding, slots: &[Slot]) -> Option<usize> {
    let at = match finding.fault {
        Fault::EventWithoutSource => format!("{}.sources", finding.at),
        Fault::IdDiffers { .. } | Fault::NoSources => return None,
        Fault::NoEvent => "timeline[0]".to_owned(),
        _ => finding.at.clone(),
    };
    let inside = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let filled = |slot: &&Slot| !matches!(slot.input, Input::Grow);
    let find = |fits: &dyn Fn(&Slot) -> bool| slots.iter().position(|slot| filled(&slot) && fits(slot));
    if at.is_empty() {
        return None;
    }
    find(&|slot| slot.place() == at)
        .or_else(|| find(&|slot| inside(&at, &slot.path)))
        .or_else(|| find(&|slot| inside(&slot.path, &at)))
}

/// Whether a finding keeps a record from being read.
pub fn is_error(finding: &Finding) -> bool {
    finding.severity == Severity::Error
}
