//! The difference of two texts, line by line, with a few lines around each change.
//! It knows no colour and no screen.

use similar::{ChangeTag, TextDiff};

/// How many lines around a change are told.
const AROUND: usize = 3;

/// One line of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A gap: the line of the new text, from 1, at which it goes on.
    Hunk(usize),
    /// A line that both have.
    Same(String),
    /// A line that only the old text has.
    Gone(String),
    /// A line that only the new text has.
    Come(String),
}

/// The difference of two texts; empty if there is none.
pub fn difference(before: &str, after: &str) -> Vec<Row> {
    let diff = TextDiff::from_lines(before, after);
    let mut rows = Vec::new();
    for group in diff.grouped_ops(AROUND) {
        rows.push(Row::Hunk(group.first().map_or(1, |op| op.new_range().start + 1)));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let line = change.value().trim_end_matches(['\n', '\r']).to_owned();
            rows.push(match change.tag() {
                ChangeTag::Equal => Row::Same(line),
                ChangeTag::Delete => Row::Gone(line),
                ChangeTag::Insert => Row::Come(line),
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_and_a_few_lines_around_it_are_told() {
        let before = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join("\n") + "\n";
        let rows = difference(&before, &before.replace("10\n", "ten\n"));
        assert_eq!(rows.first(), Some(&Row::Hunk(7)));
        assert_eq!(rows.len(), 9);
        assert!(rows.contains(&Row::Gone("10".to_owned())) && rows.contains(&Row::Come("ten".to_owned())));
        assert!(difference(&before, &before).is_empty());
    }
}
