//! A record three ways: as it was imported last, as the data have it now, and as a person has made it since.
//! What only one side changed is taken; what both changed stays the person's.

use serde_json::{Map, Value};

/// What came of a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The record as it should be.
    pub value: Value,
    /// How many values changed on both sides; the person's were kept.
    pub kept: u64,
}

/// Merges what the data changed from `base` to `new` into what a person has made of it.
pub fn merge(base: &Value, new: &Value, own: &Value) -> Merged {
    let mut kept = 0;
    let value = value(base, new, own, &mut kept);
    Merged { value, kept }
}

fn value(base: &Value, new: &Value, own: &Value, kept: &mut u64) -> Value {
    match (base, new, own) {
        _ if own == base || own == new => new.clone(),
        _ if new == base => own.clone(),
        (Value::Object(base), Value::Object(new), Value::Object(own)) => Value::Object(fields(base, new, own, kept)),
        (Value::Array(base), Value::Array(new), Value::Array(own)) => Value::Array(items(base, new, own, kept)),
        // a list or mapping that was not there before is added to
        (Value::Null, Value::Array(new), Value::Array(own)) => Value::Array(items(&[], new, own, kept)),
        (Value::Null, Value::Object(new), Value::Object(own)) => Value::Object(fields(&Map::new(), new, own, kept)),
        _ => {
            *kept += 1;
            own.clone()
        }
    }
}

fn fields(
    base: &Map<String, Value>,
    new: &Map<String, Value>,
    own: &Map<String, Value>,
    kept: &mut u64,
) -> Map<String, Value> {
    let of = |map: &Map<String, Value>, key: &str| map.get(key).cloned().unwrap_or_default();
    let added = new.keys().filter(|key| !own.contains_key(*key));
    let merged =
        own.keys().chain(added).map(|key| (key.clone(), value(&of(base, key), &of(new, key), &of(own, key), kept)));
    merged.filter(|(_, value)| !value.is_null()).collect()
}

fn items(base: &[Value], new: &[Value], own: &[Value], kept: &mut u64) -> Vec<Value> {
    let gone: Vec<&Value> = base.iter().filter(|item| !new.contains(item)).collect();
    let mut come: std::collections::VecDeque<&Value> = new.iter().filter(|item| !base.contains(item)).collect();
    let mut merged = own.to_vec();
    for old in gone {
        let next = come.pop_front();
        match merged.iter().position(|item| item == old) {
            Some(at) => match next {
                Some(next) if !merged.contains(next) => merged[at] = next.clone(),
                _ => drop(merged.remove(at)),
            },
            // the person has changed it or taken it away
            None => *kept += 1,
        }
    }
    let missing: Vec<Value> = come.into_iter().filter(|item| !merged.contains(item)).cloned().collect();
    merged.extend(missing);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn merges(base: &Value, new: &Value, own: &Value, expected: &Value, kept: u64) {
        assert_eq!(merge(base, new, own), Merged { value: expected.clone(), kept });
    }

    #[test]
    fn what_one_side_changed_is_taken() {
        merges(
            &json!({"a": 1, "b": 1}),
            &json!({"a": 2, "b": 1}),
            &json!({"a": 1, "b": 3}),
            &json!({"a": 2, "b": 3}),
            0,
        );
        merges(
            &json!({"a": 1}),
            &json!({"a": 1, "c": 1}),
            &json!({"a": 1, "d": 1}),
            &json!({"a": 1, "d": 1, "c": 1}),
            0,
        );
        merges(
            &json!({"a": 1, "b": 1}),
            &json!({"b": 1}),
            &json!({"a": 1, "b": 1, "d": 1}),
            &json!({"b": 1, "d": 1}),
            0,
        );
    }

    #[test]
    fn what_both_changed_stays_the_persons() {
        merges(&json!({"a": 1}), &json!({"a": 2}), &json!({"a": 3}), &json!({"a": 3}), 1);
        merges(&json!({"l": ["x"]}), &json!({"l": ["y"]}), &json!({"l": ["z"]}), &json!({"l": ["z"]}), 1);
    }

    #[test]
    fn items_that_a_person_added_stay_in_place() {
        merges(&json!(["x", "y"]), &json!(["x", "Y"]), &json!(["mine", "x", "y"]), &json!(["mine", "x", "Y"]), 0);
        merges(&json!(["x"]), &json!(["x", "new"]), &json!(["x", "mine"]), &json!(["x", "mine", "new"]), 0);
        merges(&json!(["x", "y"]), &json!(["x"]), &json!(["x", "y", "mine"]), &json!(["x", "mine"]), 0);
    }
}
