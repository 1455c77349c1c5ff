//! Which fields of an incident of VERIS are in no place of its record.
//! It keeps none of them; it counts them, so that the report can name them.

use super::super::{Item, Loss};
use serde_json::Value;

/// The fields that have a place in the record, and all below them; `*` is any name.
const KEPT: &[&str] = &[
    "action.*.cve",
    "action.*.name",
    "action.*.notes",
    "action.*.variety",
    "action.*.vector",
    "actor.*.motive",
    "actor.*.name",
    "actor.*.variety",
    "attribute.confidentiality.data",
    "attribute.confidentiality.data_disclosure",
    "attribute.confidentiality.data_total",
    "attribute.confidentiality.data_victim",
    "attribute.confidentiality.notes",
    "campaign_id",
    "confidence",
    "control_failure",
    "corrective_action",
    "discovery_method",
    "discovery_notes",
    "impact.notes",
    "incident_id",
    "notes",
    "plus.attribute.confidentiality.credit_monitoring",
    "plus.credit_monitoring",
    "plus.master_id",
    "plus.timeline.notification",
    "reference",
    "security_incident",
    "summary",
    "targeted",
    "timeline.compromise",
    "timeline.containment",
    "timeline.discovery",
    "timeline.exfiltration",
    "timeline.incident",
    "victim.country",
    "victim.industry",
    "victim.secondary.amount",
    "victim.secondary.victim_id",
    "victim.victim_id",
];

/// Takes note of every field that says something and is not kept, once an incident.
pub fn note(value: &Value, item: &mut Item) {
    let mut lost = Vec::new();
    walk(value, &mut Vec::new(), &mut lost);
    for path in lost {
        item.lose(Loss::dropped("fields", path));
    }
}

fn walk<'v>(value: &'v Value, path: &mut Vec<&'v str>, lost: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                path.push(name);
                if !is_kept(path) {
                    walk(value, path, lost);
                }
                path.pop();
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, path, lost)),
        Value::Null => {}
        Value::String(text) if text.trim().is_empty() => {}
        _ => {
            let path = path.join(".");
            if !lost.contains(&path) {
                lost.push(path);
            }
        }
    }
}

fn is_kept(path: &[&str]) -> bool {
    KEPT.iter().any(|kept| {
        let names: Vec<&str> = kept.split('.').collect();
        names.len() == path.len()
            && names.iter().zip(path).all(|(name, here)| *name == "*" || name.eq_ignore_ascii_case(here))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_says_something_and_has_no_place_is_counted_once() {
        let value = json!({
            "summary": "kept", "victim": {"state": "NJ", "victim_id": "kept", "secondary": {"notes": "n"}},
            "action": {"hacking": {"variety": ["kept"], "result": ["a", "b"]}, "unknown": {}},
            "asset": {"assets": [{"variety": "S"}, {"variety": "T", "amount": 2}], "cloud": ""},
        });
        let mut lost = Vec::new();
        walk(&value, &mut Vec::new(), &mut lost);
        assert_eq!(
            lost,
            [
                "victim.state",
                "victim.secondary.notes",
                "action.hacking.result",
                "asset.assets.variety",
                "asset.assets.amount"
            ]
        );
    }
}
