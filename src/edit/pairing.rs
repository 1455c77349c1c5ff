//! Which item of a list became which: the same, changed, removed, added.
//! It compares values and knows no text.

use serde_json::Value;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of an item; places in the old and in the new list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It stayed as it was.
    Same(usize, usize),
    /// It was changed.
    Changed(usize, usize),
    /// It is gone.
    Removed(usize),
    /// It is new.
    Added(usize),
}

/// How an old list became a new one, in the order of the new one.
pub fn pairing(old: &[Value], new: &[Value]) -> Vec<Step> {
    let text = |values: &[Value]| values.iter().map(Value::to_string).collect::<Vec<_>>();
    let mut steps = Vec::new();
    // a single item that is set stays where it is, even where it is now the same as another
    let differ = old.iter().zip(new).filter(|(old, new)| !is_same(old, new)).count();
    if old.len() == new.len() && differ == 1 {
        return (0..old.len())
            .map(|n| if is_same(&old[n], &new[n]) { Step::Same(n, n) } else { Step::Changed(n, n) })
            .collect();
    }
    for op in capture_diff_slices(Algorithm::Myers, &text(old), &text(new)) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                steps.extend((0..len).map(|n| Step::Same(old_index + n, new_index + n)));
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                steps.extend((0..old_len).map(|n| Step::Removed(old_index + n)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                steps.extend((0..new_len).map(|n| Step::Added(new_index + n)));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                run(old, new, old_index..old_index + old_len, new_index..new_index + new_len, &mut steps);
            }
        }
    }
    steps
}

/// Whether two values are the same, the order of their fields included.
pub fn is_same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.0 == new.0 && is_same(old.1, new.1))
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_same(old, new))
        }
        (old, new) => old == new,
    }
}

/// Pairs, in order, items that have something in common; where the numbers are equal, every one with its opposite.
fn run(
    old: &[Value],
    new: &[Value],
    mut gone: std::ops::Range<usize>,
    come: std::ops::Range<usize>,
    steps: &mut Vec<Step>,
) {
    let equal = gone.len() == come.len();
    for n in come {
        match gone.clone().find(|o| equal || is_alike(&old[*o], &new[n])) {
            Some(o) => {
                steps.extend((gone.start..o).map(Step::Removed));
                steps.push(Step::Changed(o, n));
                gone.start = o + 1;
            }
            None => steps.push(Step::Added(n)),
        }
    }
    steps.extend(gone.map(Step::Removed));
}

/// Whether two mappings share at least half of their fields.
fn is_alike(old: &Value, new: &Value) -> bool {
    let (Value::Object(old), Value::Object(new)) = (old, new) else { return false };
    let shared = old.iter().filter(|(key, value)| new.get(*key) == Some(value)).count();
    shared * 2 >= old.len().max(new.len())
}
