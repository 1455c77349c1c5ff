//! Labels of a lane: each gets a place of its own, or none.
//! It does not place the events; they are given.

use super::{Event, LabelPlace, Placed};
use crate::chart::Cells;
use std::cmp::Reverse;
use std::ops::Range;

/// Gives a label place to each event that finds one, by priority and then by time; none lies on a break of the row of events.
pub(super) fn place(placed: &mut [Placed], events: &[Event], scale: &impl Cells, rows: u16) {
    let mut lane = Lane::new(scale.cells(), rows);
    for (column, width) in scale.broken() {
        lane.take(0, column, width);
    }
    for event in placed.iter() {
        lane.take(0, event.first, event.last + 1 - event.first);
    }
    let mut turns: Vec<_> = (0..placed.len()).collect();
    turns.sort_by_key(|turn| {
        let event = &events[placed[*turn].index];
        (Reverse(event.priority), event.order())
    });
    for turn in turns {
        let event = &mut placed[turn];
        event.label = lane.find(event, events[event.index].label_width);
        if let Some(label) = event.label {
            lane.take(label.row, label.column, label.width);
        }
    }
}

/// The columns that are taken, row after row.
struct Lane {
    taken: Vec<bool>,
    cells: u16,
    rows: u16,
}

impl Lane {
    fn new(cells: u16, rows: u16) -> Self {
        Self { taken: vec![false; usize::from(cells) * (usize::from(rows) + 1)], cells, rows }
    }

    fn range(&self, row: u16, from: u16, to: u16) -> Range<usize> {
        let start = usize::from(row) * usize::from(self.cells);
        start + usize::from(from)..start + usize::from(to)
    }

    fn take(&mut self, row: u16, column: u16, width: u16) {
        let range = self.range(row, column, column + width);
        self.taken[range].fill(true);
    }

    /// Tells whether a label has room there with a blank cell on both sides.
    fn has_room(&self, label: LabelPlace) -> bool {
        let Some(end) = label.column.checked_add(label.width).filter(|end| *end <= self.cells) else { return false };
        let end = end.saturating_add(1).min(self.cells);
        !self.taken[self.range(label.row, label.column.saturating_sub(1), end)].contains(&true)
    }

    fn find(&self, event: &Placed, width: u16) -> Option<LabelPlace> {
        if width == 0 || width > self.cells {
            return None;
        }
        let ends_here = !event.open_right && !event.cut_right;
        let beside = LabelPlace { row: 0, column: event.last.saturating_add(2), width };
        if ends_here && self.has_room(beside) {
            return Some(beside);
        }
        let columns = columns_beneath(event, width, self.cells).into_iter().flatten();
        let mut beneath = columns.flat_map(|column| (1..=self.rows).map(move |row| LabelPlace { row, column, width }));
        beneath.find(|label| self.has_room(*label))
    }
}

/// Gives the columns from which a label has its event above it, the best first.
fn columns_beneath(event: &Placed, width: u16, cells: u16) -> [Option<u16>; 4] {
    let ending_at = |column: u16| (column + 1).checked_sub(width);
    let edges = [Some(cells - width), Some(0)];
    // of an event without a start only the end is known: that is what the label names
    let aligned = if event.open_left && !event.open_right {
        [ending_at(event.last), Some(event.last)]
    } else {
        [Some(event.first), ending_at(event.first)]
    };
    let [[best, second], [right, left]] = [aligned, edges];
    let is_beneath = |column: &u16| *column <= cells - width && *column <= event.last && *column + width > event.first;
    [best, second, right, left].map(|column| column.filter(is_beneath))
}
