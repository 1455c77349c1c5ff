//! Lanes: the events of one incident as points and spans on a row of cells, with labels that never collide.
//! It does not draw, and it does not know what happened: an event is an interval and the width of a label.

use super::Cells;

mod labels;

/// How many cells the arrow of an open end takes beside the end that is known.
const ARROW: i64 = 2;

/// The most label rows a lane may have beneath its row of events.
pub const LABEL_ROWS: u16 = 3;

/// An event as a lane sees it: a half-open interval in seconds; no start or no end is an open one, neither is nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The first instant, if the interval has one.
    pub from: Option<i64>,
    /// The first instant after it, if the interval has an end; at or before `from` the event is the instant `from`.
    pub to: Option<i64>,
    /// How many cells the label takes; 0 is no label.
    pub label_width: u16,
    /// Who gets a label first: the greater number.
    pub priority: u8,
}

/// What an event looks like at some scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// All of it falls in one cell.
    Point,
    /// It reaches over several cells, or has an open end.
    Span,
}

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelPlace {
    /// The row: 0 is that of the events, the others are beneath it.
    pub row: u16,
    /// The first column.
    pub column: u16,
    /// How many columns it takes.
    pub width: u16,
}

/// An event that is on screen, and where.
#[expect(clippy::struct_excessive_bools, reason = "each end is open, cut or neither, apart from the other")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The position of the event in what was laid out.
    pub index: usize,
    /// What it looks like.
    pub shape: Shape,
    /// The first cell on screen.
    pub first: u16,
    /// The last cell on screen.
    pub last: u16,
    /// Whether it has no start: it is an arrow to the left of its end and may have begun any time before.
    pub open_left: bool,
    /// Whether it has no end: it is an arrow to the right of its start and may go on any time after.
    pub open_right: bool,
    /// Whether it has a start, which is off screen.
    pub cut_left: bool,
    /// Whether it has an end, which is off screen.
    pub cut_right: bool,
    /// How many points are in the cell of this point, itself included; 0 for a span.
    pub sharing: u16,
    /// Where its label goes, if there is room for all of it.
    pub label: Option<LabelPlace>,
}

/// Places the events that are on screen, in the order they came, and their labels.
///
/// A label goes right after its event if there is room there, else beneath it, beginning or ending under the event. Events
/// choose by priority, then by time. There are at most [`LABEL_ROWS`] rows beneath.
pub fn layout(events: &[Event], scale: &impl Cells, label_rows: u16) -> Vec<Placed> {
    let mut placed: Vec<Placed> =
        events.iter().enumerate().filter_map(|(index, event)| place(index, event, scale)).collect();
    count_sharing(&mut placed, scale.cells());
    labels::place(&mut placed, events, scale, label_rows.min(LABEL_ROWS));
    placed
}

fn place(index: usize, event: &Event, scale: &impl Cells) -> Option<Placed> {
    let edge = i64::from(scale.cells()) - 1;
    let (from, to) = (event.from, event.last());
    from.or(to)?;
    let first = from.map(|from| scale.cell(from));
    let last = to.map(|to| scale.cell(to));
    // what is no longer than a cell is a point where its middle is, also where it lies across two cells
    let middle = from.zip(to).filter(|(from, to)| to.saturating_sub(*from) < scale.seconds_per_cell());
    let middle = middle.map(|(from, to)| scale.cell(from.saturating_add(to.saturating_sub(from) / 2)));
    let (first, last) = (middle.or(first), middle.or(last));
    // an open end is an arrow of some cells at the end that is known: a line to the edge would claim the time it covers
    let begins = first.or(last.map(|last| last.saturating_sub(ARROW)))?;
    let ends = last.or(first.map(|first| first.saturating_add(ARROW)))?;
    if edge < 0 || begins > edge || ends < 0 {
        return None;
    }
    let column = |cell: i64| u16::try_from(cell.clamp(0, edge)).ok();
    Some(Placed {
        index,
        shape: if first.is_some() && first == last { Shape::Point } else { Shape::Span },
        first: column(begins)?,
        last: column(ends)?,
        open_left: first.is_none(),
        open_right: last.is_none(),
        cut_left: first.is_some_and(|first| first < 0),
        cut_right: last.is_some_and(|last| last > edge),
        sharing: 0,
        label: None,
    })
}

fn count_sharing(placed: &mut [Placed], cells: u16) {
    let mut counts = vec![0_u16; cells.into()];
    let is_point = |event: &&mut Placed| event.shape == Shape::Point;
    for event in placed.iter_mut().filter(is_point) {
        let count = &mut counts[usize::from(event.first)];
        *count = count.saturating_add(1);
    }
    for event in placed.iter_mut().filter(is_point) {
        event.sharing = counts[usize::from(event.first)];
    }
}

impl Event {
    /// Gives the last whole second of the interval, if it has an end.
    fn last(&self) -> Option<i64> {
        let last = self.to?.saturating_sub(1);
        Some(self.from.map_or(last, |from| last.max(from)))
    }

    /// Gives the time that it is known to take; of an open end only the end that is known, else one event without a start
    /// would leave no stretch before it.
    pub fn known(&self) -> Option<(i64, i64)> {
        let last = self.last();
        let from = self.from.or(last)?;
        Some((from, last.unwrap_or(from).saturating_add(1)))
    }

    /// Gives what events are sorted by: the start, or the end of one that has no start, then the end.
    fn order(&self) -> Option<(i64, i64)> {
        let last = self.last();
        Some((self.from.or(last)?, last.unwrap_or(i64::MAX)))
    }
}

/// Which way a cursor moves in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what is later.
    Forward,
    /// To what is earlier.
    Backward,
}

/// Finds the event after or before the current one in time; without a current one the first or the last.
///
/// An event that is nowhere is never found.
pub fn next(events: &[Event], current: Option<usize>, direction: Direction) -> Option<usize> {
    let order = |index: usize| events.get(index).and_then(Event::order).map(|order| (order, index));
    let here = current.and_then(order);
    let all = (0..events.len()).filter_map(order);
    let found = match direction {
        Direction::Forward => all.filter(|event| here.is_none_or(|here| *event > here)).min(),
        Direction::Backward => all.filter(|event| here.is_none_or(|here| *event < here)).max(),
    };
    found.map(|(_, index)| index)
}

/// Joins half-open spans with no more than so many seconds between them into those that they cover, in time.
pub fn clusters(spans: impl IntoIterator<Item = (i64, i64)>, at_most_apart: i64) -> Vec<(i64, i64)> {
    let mut spans: Vec<_> = spans.into_iter().collect();
    spans.sort_unstable();
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some(last) if from.saturating_sub(last.1) <= at_most_apart => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// Finds the stretches of at least so many seconds between spans, in which nothing is known to happen.
pub fn empty_stretches(spans: impl IntoIterator<Item = (i64, i64)>, at_least_seconds: i64) -> Vec<(i64, i64)> {
    let joined = clusters(spans, at_least_seconds.saturating_sub(1).max(0));
    joined.windows(2).map(|pair| (pair[0].1, pair[1].0)).collect()
}

#[cfg(test)]
mod tests;
