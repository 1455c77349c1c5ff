//! A lane of a timeline: the events of one incident painted on an axis.
//! Where they go is `chart`'s; what they are is `view::timeline`'s.

use crate::chart::Cells;
use crate::chart::axis::Axis;
use crate::chart::lanes::{self, Event, Placed, Shape};
use crate::text::{Lang, Phrase, timeline as words};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::view::timeline::{Actor, EventModel, LaneModel};
use crate::widget::{Brush, axis};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};
use std::cmp::Reverse;
use unicode_width::UnicodeWidthStr;

/// The rows of a lane.
pub const ROWS: u16 = 4;
/// The rows of labels in it.
const LABELS: u16 = 2;

/// What is told of a lane besides its events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Whether the cursor is on it.
    pub here: bool,
    /// The event under the cursor.
    pub event: Option<usize>,
    /// Whether its incident is marked.
    pub marked: bool,
    /// The width of the titles left of the lanes; zero where they stand above.
    pub titles: u16,
    /// The column of day 0.
    pub zero: Option<u16>,
    /// Whether it is of no incident but of what many come to.
    pub ghost: bool,
}

/// The events of a lane as `chart` places them.
pub fn events(lane: &LaneModel) -> Vec<Event> {
    let event = |event: &EventModel| Event {
        from: event.from,
        to: event.to,
        // what has no name of its own is told below, not on the lane
        label_width: if event.kind.is_named() { u16::try_from(event.label.width()).unwrap_or(u16::MAX) } else { 0 },
        priority: event.importance(),
    };
    lane.events.iter().map(event).collect()
}

/// Paints a lane: its title, its events and their labels.
pub fn draw(brush: Brush, lane: &LaneModel, scale: &Axis, area: Rect, state: State, buffer: &mut Buffer) {
    let State { here, event, titles, .. } = state;
    let left = area.x + titles + 1;
    for y in area.top()..area.bottom() {
        if here {
            brush.text(buffer, area.x, y, 1, brush.glyph(Glyph::Cursor), Role::BorderFocused);
        }
        if let Some(zero) = state.zero {
            brush.text(buffer, left + zero, y, 1, brush.glyph(Glyph::Zero), Role::Border);
        }
    }
    let rows = draw_title(brush, lane, area, state, buffer);
    let cells = Rect { x: left, width: scale.cells(), ..rows };
    let rail = brush.glyph(Glyph::Rail).repeat(usize::from(cells.width));
    brush.text(buffer, cells.x, cells.y, cells.width, &rail, Role::Border);
    for (column, width) in scale.broken() {
        axis::draw_break(brush, cells.x + column, cells.y, width, buffer);
    }
    if let Some(zero) = state.zero {
        brush.text(buffer, left + zero, cells.y, 1, brush.glyph(Glyph::Zero), Role::Border);
    }
    let placed = lanes::layout(&events(lane), scale, LABELS.min(rows.height.saturating_sub(1)));
    // spans first, the longest undermost, so that points stand on them, and what tells most on top
    let mut order: Vec<&Placed> = placed.iter().collect();
    let importance = |place: &Placed| lane.events.get(place.index).map(EventModel::importance);
    order.sort_by_key(|p| (Some(p.index) == event, p.shape == Shape::Point, Reverse(p.last - p.first), importance(p)));
    for place in order {
        let Some(model) = lane.events.get(place.index) else { continue };
        let look = look(model, state.ghost);
        draw_event(brush, &look, place, cells, Some(place.index) == event, buffer);
        if let Some(label) = place.label {
            let role = if Some(place.index) == event { Role::Selected } else { look.role };
            clear(buffer, Rect { x: cells.x + label.column, y: cells.y + label.row, width: label.width, height: 1 });
            brush.text(buffer, cells.x + label.column, cells.y + label.row, label.width, &model.label, role);
        }
    }
}

/// What a lane does not name, for those who have no cursor to ask it with: the events whose labels have no room, then
/// those without a date.
pub fn unnamed(brush: Brush, lang: Lang, lane: &LaneModel, scale: &Axis) -> Vec<Line> {
    let events = events(lane);
    let placed = lanes::layout(&events, scale, LABELS);
    let labelled: Vec<usize> = placed.iter().filter(|place| place.label.is_some()).map(|place| place.index).collect();
    let unlabelled = lane.events.iter().enumerate().filter(|(n, event)| event.kind.is_named() && !labelled.contains(n));
    let (dated, undated): (Vec<_>, Vec<_>) =
        unlabelled.map(|(_, event)| event).partition(|event| event.from.or(event.to).is_some());
    let told = |head: Phrase, events: Vec<&EventModel>| {
        let line = Line::of(head.get(lang), Role::Muted).indented(2);
        let line = events.iter().fold(line, |line, event| {
            let look = look(event, false);
            // no fold parts a sign from its name
            let name = format!("\u{a0}{}", event.label.replace(' ', "\u{a0}"));
            line.with("  ", Role::Text).with(brush.glyph(look.point), look.role).with(name, Role::Muted)
        });
        (!events.is_empty()).then_some(line)
    };
    [told(words::ALSO, dated), told(words::UNDATED, undated)].into_iter().flatten().collect()
}

/// Paints the title and gives the rows that are left for the events and their labels.
fn draw_title(brush: Brush, lane: &LaneModel, area: Rect, state: State, buffer: &mut Buffer) -> Rect {
    let mut title = Line::new();
    if state.marked {
        title = title.with(format!("{} ", brush.glyph(Glyph::Marked)), Role::Marked);
    }
    title = title.with(&lane.title, if state.here { Role::Strong } else { Role::Muted }).indented(2);
    if state.titles > 0 {
        let folded = title.fold(usize::from(state.titles - 2));
        for (y, line) in (area.top()..area.bottom()).zip(folded) {
            brush.line(buffer, area.x + 1, y, state.titles - 2, &line);
        }
        return area;
    }
    brush.line(buffer, area.x + 1, area.y, area.width - 1, &title);
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// What an event is drawn with.
struct Look {
    role: Role,
    point: Glyph,
    run: Glyph,
    ends: (Glyph, Glyph),
}

/// The look of an event: its fill says how far the event can be relied on, its ends how far its date can.
fn look(event: &EventModel, ghost: bool) -> Look {
    let role = match (event.doubtful, event.planned, event.actor) {
        _ if ghost => Role::Muted,
        (true, ..) => Role::Disputed,
        (_, true, _) => Role::Claimed,
        (_, _, Actor::Attack) => Role::Attack,
        (_, _, Actor::Response) => Role::Response,
        (_, _, Actor::Authority) => Role::Authority,
        (_, _, Actor::Neutral) => Role::Text,
    };
    let vague = match (event.uncertain, event.approximate) {
        (true, _) => Some(Glyph::Unknown),
        (_, true) => Some(Glyph::About),
        _ => None,
    };
    let point = match (event.doubtful, event.actor) {
        _ if ghost => Glyph::Median,
        _ if event.planned => Glyph::Planned,
        (true, Actor::Attack) => Glyph::AttackDoubtful,
        (true, Actor::Response) => Glyph::ResponseDoubtful,
        (true, Actor::Authority) => Glyph::CourtDoubtful,
        (true, Actor::Neutral) => Glyph::PointDoubtful,
        (_, Actor::Attack) => Glyph::Attack,
        (_, Actor::Response) => Glyph::Response,
        (_, Actor::Authority) => Glyph::Court,
        (_, Actor::Neutral) => Glyph::Point,
    };
    Look {
        role,
        point: vague.unwrap_or(point),
        run: if event.doubtful || event.planned { Glyph::RunDoubtful } else { Glyph::Run },
        ends: vague.map_or((Glyph::FromEnd, Glyph::ToEnd), |vague| (vague, vague)),
    }
}

fn draw_event(brush: Brush, look: &Look, place: &Placed, cells: Rect, here: bool, buffer: &mut Buffer) {
    let x = cells.x + place.first;
    let width = place.last - place.first + 1;
    clear(buffer, Rect { x, width, height: 1, ..cells });
    match place.shape {
        Shape::Point => {
            brush.text(buffer, x, cells.y, 1, brush.glyph(look.point), look.role);
        }
        Shape::Span => {
            let run = brush.glyph(look.run).repeat(usize::from(width));
            brush.text(buffer, x, cells.y, width, &run, look.role);
            let left = if place.open_left || place.cut_left { Glyph::OpenLeft } else { look.ends.0 };
            let right = if place.open_right || place.cut_right { Glyph::OpenRight } else { look.ends.1 };
            brush.text(buffer, x, cells.y, 1, brush.glyph(left), look.role);
            brush.text(buffer, x + width - 1, cells.y, 1, brush.glyph(right), look.role);
        }
    }
    if here {
        brush.tint(buffer, Rect { x, width, height: 1, ..cells }, Role::Selected);
    }
}

/// Takes away what was painted before, looks included: the rail is faint, and what stands on it is not.
fn clear(buffer: &mut Buffer, area: Rect) {
    Clear.render(area.intersection(buffer.area), buffer);
}
