//! Tests of lanes: events, labels, moves and empty stretches.
//! Their painting is tested where it is done.

use super::*;
use crate::chart::scale::TimeScale;
use proptest::prelude::*;

const DAY: i64 = 86_400;

fn event(from: impl Into<Option<i64>>, to: impl Into<Option<i64>>, label_width: u16) -> Event {
    let [from, to] = [from.into(), to.into()].map(|day| day.map(|day: i64| day * DAY));
    Event { from, to, label_width, priority: 0 }
}

fn day(at: i64, label_width: u16) -> Event {
    event(at, at + 1, label_width)
}

/// Draws a lane, each label as a letter repeated; what is drawn twice is `#`.
fn drawn(events: &[Event], cells: u16, label_rows: u16) -> String {
    let scale = TimeScale::new(0, DAY, cells);
    let mut rows = vec![vec![' '; cells.into()]; usize::from(label_rows) + 1];
    let placed = layout(events, &scale, label_rows);
    for event in &placed {
        for column in event.first..=event.last {
            rows[0][usize::from(column)] = if event.shape == Shape::Point { 'o' } else { '=' };
        }
        let (first, last) = (usize::from(event.first), usize::from(event.last));
        rows[0][first] = if event.open_left { '?' } else { rows[0][first] };
        rows[0][last] = if event.open_right { '?' } else { rows[0][last] };
        rows[0][first] = if event.cut_left { '<' } else { rows[0][first] };
        rows[0][last] = if event.cut_right { '>' } else { rows[0][last] };
    }
    for event in &placed {
        let Some(label) = event.label else { continue };
        let letter = ('A'..='Z').nth(event.index).unwrap_or('?');
        for column in label.column..label.column + label.width {
            let cell = &mut rows[usize::from(label.row)][usize::from(column)];
            *cell = if *cell == ' ' { letter } else { '#' };
        }
    }
    rows.iter().map(|row| row.iter().collect::<String>().trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_label_goes_beside_its_mark_where_there_is_room() {
    assert_eq!(drawn(&[day(2, 5), event(15, 20, 4)], 30, 1), "  o AAAAA      ===== BBBB\n");
}

#[test]
fn crowded_labels_go_beneath_each_beginning_under_its_mark() {
    let events = [day(2, 6), day(4, 6), day(7, 6)];
    assert_eq!(drawn(&events, 30, 2), "  o o  o CCCCCC\n  AAAAAA\n    BBBBBB");
}

#[test]
fn a_label_at_the_right_edge_ends_under_its_mark() {
    assert_eq!(drawn(&[day(10, 6)], 12, 1), "          o\n     AAAAAA");
    assert_eq!(drawn(&[day(4, 10)], 12, 1), "    o\n  AAAAAAAAAA");
}

#[test]
fn a_label_without_room_is_left_out_whole() {
    assert_eq!(drawn(&[day(2, 9), day(4, 9)], 12, 1), "  o o\n  AAAAAAAAA");
    assert_eq!(drawn(&[day(2, 13)], 12, 3), "  o\n\n\n");
}

#[test]
fn the_greater_priority_chooses_first() {
    let mut events = [day(2, 9), day(4, 9)];
    events[1].priority = 1;
    assert_eq!(drawn(&events, 12, 1), "  o o\n   BBBBBBBBB");
}

#[test]
fn ends_are_open_or_cut() {
    assert_eq!(drawn(&[event(None, 5, 3)], 20, 1), "  ?== AAA\n");
    assert_eq!(drawn(&[event(15, None, 3)], 20, 1), "               ==?\n               AAA");
    assert_eq!(drawn(&[event(-5, 5, 0), event(15, 30, 0)], 20, 0), "<====          ====>");
    assert_eq!(drawn(&[event(None, 10, 3), day(11, 0)], 20, 1), "       ?== o\n       AAA");
    assert_eq!(drawn(&[event(None, None, 3), event(None, -1, 3), day(20, 3)], 20, 1), "\n");
}

#[test]
fn a_mark_that_ends_before_it_begins_is_its_start() {
    let scale = TimeScale::new(0, DAY, 20);
    let placed = layout(&[event(7, 3, 0), event(7, 7, 0)], &scale, 0);
    assert!(placed.iter().all(|event| (event.shape, event.first, event.last) == (Shape::Point, 7, 7)));
}

#[test]
fn a_day_is_a_point_also_where_it_lies_across_two_cells() {
    let scale = TimeScale::new(0, DAY, 20);
    let (evening, noon) = (Event { from: Some(DAY - 7200), to: Some(2 * DAY - 7200), ..Event::default() }, DAY * 3 / 2);
    let placed = layout(&[evening], &scale, 0);
    assert_eq!((placed[0].shape, placed[0].first), (Shape::Point, scale.column(noon).unwrap()));
}

#[test]
fn points_in_one_cell_are_counted() {
    let scale = TimeScale::new(0, DAY, 20);
    let placed = layout(&[day(3, 0), day(3, 0), day(9, 0), event(2, 5, 0)], &scale, 0);
    assert_eq!(placed.iter().map(|event| event.sharing).collect::<Vec<_>>(), [2, 2, 1, 0]);
}

#[test]
fn the_next_mark_is_the_next_in_time() {
    let events = [day(9, 0), event(None, 4, 0), event(None, None, 0), day(5, 0), day(5, 0)];
    let walk = |direction| {
        std::iter::successors(next(&events, None, direction), |here| next(&events, Some(*here), direction))
            .collect::<Vec<_>>()
    };
    assert_eq!(walk(Direction::Forward), [1, 3, 4, 0]);
    assert_eq!(walk(Direction::Backward), [0, 4, 3, 1]);
    assert_eq!(next(&events, Some(2), Direction::Forward), Some(1));
    assert_eq!(next(&[], None, Direction::Forward), None);
}

#[test]
fn stretches_without_any_mark_are_found() {
    let events = [event(0, 10, 0), day(5, 0), day(100, 0), day(104, 0), event(None, 300, 0), event(400, None, 0)];
    let days: Vec<_> = empty_stretches(events.iter().filter_map(Event::known), 30 * DAY)
        .into_iter()
        .map(|(from, to)| (from / DAY, to / DAY))
        .collect();
    assert_eq!(days, [(10, 100), (105, 299), (300, 400)]);
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let end = || proptest::option::weighted(0.9, -30_i64..130);
    let one = (end(), end(), 0_u16..25, 0_u8..3);
    proptest::collection::vec(one, 0..40).prop_map(|events| {
        events.into_iter().map(|(from, to, width, priority)| Event { priority, ..event(from, to, width) }).collect()
    })
}

proptest! {
    #[test]
    fn labels_never_overlap_and_never_leave_the_lane(events in events(), cells in 0_u16..120, label_rows in 0_u16..5) {
        let placed = layout(&events, &TimeScale::new(0, DAY, cells), label_rows);
        let mut taken = vec![vec![false; cells.into()]; usize::from(LABEL_ROWS) + 1];
        for event in &placed {
            taken[0][event.first.into()..=event.last.into()].fill(true);
        }
        for (event, label) in placed.iter().filter_map(|event| Some((event, event.label?))) {
            prop_assert!(label.row <= label_rows && label.column + label.width <= cells);
            prop_assert_eq!(label.width, events[event.index].label_width);
            let is_beside = label.row == 0 && label.column == event.last + 2;
            let is_beneath = label.row > 0 && label.column <= event.last && label.column + label.width > event.first;
            prop_assert!(is_beside || is_beneath);
            let row = &mut taken[usize::from(label.row)];
            let end = usize::from(label.column + label.width);
            let blank = usize::from(label.column).saturating_sub(1)..(end + 1).min(cells.into());
            prop_assert!(!row[blank].contains(&true), "{placed:?}");
            row[label.column.into()..end].fill(true);
        }
    }

    #[test]
    fn every_mark_in_view_is_placed_within_it(events in events(), cells in 1_u16..120) {
        let placed = layout(&events, &TimeScale::new(0, DAY, cells), 1);
        prop_assert!(placed.iter().all(|event| event.first <= event.last && event.last < cells));
        prop_assert!(placed.is_sorted_by(|one, other| one.index < other.index));
        let starts_in_view = |event: &Event| event.from.is_some_and(|from| (0..i64::from(cells)).contains(&(from / DAY)) && from >= 0);
        for (index, _) in events.iter().enumerate().filter(|(_, event)| starts_in_view(event)) {
            prop_assert!(placed.iter().any(|event| event.index == index));
        }
    }

    #[test]
    fn a_walk_visits_every_mark_that_is_somewhere(events in events()) {
        let walk = std::iter::successors(next(&events, None, Direction::Forward), |here| next(&events, Some(*here), Direction::Forward));
        let somewhere = events.iter().filter(|event| event.from.or(event.to).is_some()).count();
        let visited: Vec<_> = walk.collect();
        prop_assert_eq!(visited.len(), somewhere);
        for pair in visited.windows(2) {
            prop_assert_eq!(next(&events, Some(pair[1]), Direction::Backward), Some(pair[0]));
        }
    }

    #[test]
    fn no_known_instant_is_in_an_empty_stretch(events in events(), least in 0_i64..(20 * DAY)) {
        let stretches = empty_stretches(events.iter().filter_map(Event::known), least);
        prop_assert!(stretches.iter().all(|(from, to)| from < to && to - from >= least));
        for event in &events {
            for at in [event.from, event.last()].into_iter().flatten() {
                prop_assert!(stretches.iter().all(|(from, to)| at < *from || at >= *to));
            }
        }
    }

    #[test]
    fn no_mark_is_too_much(ends: Vec<(Option<i64>, Option<i64>, u16, u8)>, start: i64, step: i64, cells: u16, label_rows: u16) {
        let events: Vec<_> = ends.into_iter().map(|(from, to, label_width, priority)| Event { from, to, label_width, priority }).collect();
        let _ = layout(&events, &TimeScale::new(start, step, cells), label_rows);
        let _ = empty_stretches(events.iter().filter_map(Event::known), start);
    }
}

proptest! {
    #[test]
    fn no_label_lies_on_a_break(events in events(), cells in 20_u16..150) {
        let spans: Vec<_> = events.iter().filter_map(Event::known).collect();
        let ends = spans.iter().map(|(from, _)| *from).min().zip(spans.iter().map(|(_, to)| *to).max());
        let Some((first, last)) = ends else { return Ok(()) };
        let axis = crate::chart::axis::Axis::fit(first, last, &empty_stretches(spans, DAY), cells);
        let breaks = axis.breaks();
        let off = |first: u16, last: u16| breaks.iter().all(|gap| last < gap.column || first >= gap.column + gap.cells);
        for place in layout(&events, &axis, 2) {
            // an arrow of an open end may reach into a break; what is known never does
            prop_assert!(place.open_left || place.open_right || off(place.first, place.first));
            if let Some(label) = place.label.filter(|label| label.row == 0) {
                prop_assert!(off(label.column, label.column + label.width - 1));
            }
        }
    }
}
