//! A lane of a timeline, and the axis above it: the marks of one incident painted on a scale.
//! Where they go is `chart`'s; what they are is `view::timeline`'s.

use crate::chart::lanes::{self, Mark, Placed, Shape};
use crate::chart::scale::TimeScale;
use crate::chart::ticks::{self, Row, Tick, TickUnit};
use crate::text::Lang;
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::view::timeline::{Actor, LaneModel, MarkModel, major_tick_label, tick_label};
use crate::widget::Brush;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The rows of a lane.
pub const ROWS: u16 = 4;
/// The rows of labels in it.
const LABELS: u16 = 2;

/// What is told of a lane besides its marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Whether the cursor is on it.
    pub here: bool,
    /// The mark under the cursor.
    pub event: Option<usize>,
    /// Whether its incident is marked.
    pub marked: bool,
    /// The width of the titles left of the lanes; zero where they stand above.
    pub titles: u16,
}

/// The marks of a lane as `chart` places them.
pub fn marks(lane: &LaneModel) -> Vec<Mark> {
    let mark = |mark: &MarkModel| Mark {
        from: mark.from,
        to: mark.to,
        // what has no name of its own is told below, not on the lane
        label_width: if mark.kind.is_named() { u16::try_from(mark.label.width()).unwrap_or(u16::MAX) } else { 0 },
        priority: priority(mark),
    };
    lane.marks.iter().map(mark).collect()
}

/// Who gets a label first: what is firm before what is doubtful.
fn priority(mark: &MarkModel) -> u8 {
    match (mark.doubtful || mark.planned, mark.actor) {
        (true, _) => 0,
        (false, Actor::Neutral) => 1,
        (false, _) => 2,
    }
}

/// Paints a lane: its title, its marks and their labels.
pub fn draw(brush: Brush, lane: &LaneModel, scale: &TimeScale, area: Rect, state: State, buffer: &mut Buffer) {
    let State { here, event, marked, titles } = state;
    let role = if here { Role::Strong } else { Role::Muted };
    if here {
        for y in area.top()..area.bottom() {
            brush.text(buffer, area.x, y, 1, brush.glyph(Glyph::Cursor), Role::BorderFocused);
        }
    }
    let mut title = Line::new();
    if marked {
        title = title.with(format!("{} ", brush.glyph(Glyph::Marked)), Role::Marked);
    }
    title = title.with(&lane.title, role).indented(2);
    let (rows, labels) = if titles > 0 {
        let folded = title.fold(usize::from(titles - 2));
        for (y, line) in (area.top()..area.bottom()).zip(folded) {
            brush.line(buffer, area.x + 1, y, titles - 2, &line);
        }
        (area, LABELS)
    } else {
        brush.line(buffer, area.x + 1, area.y, area.width - 1, &title);
        (Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }, LABELS)
    };
    let cells = Rect { x: area.x + titles + 1, width: scale.cells(), ..rows };
    let rail = brush.glyph(Glyph::Rail).repeat(usize::from(cells.width));
    brush.text(buffer, cells.x, cells.y, cells.width, &rail, Role::Border);
    let placed = lanes::layout(&marks(lane), scale, labels.min(rows.height.saturating_sub(1)));
    // spans first, so that points stand on them
    let mut order: Vec<&Placed> = placed.iter().collect();
    order.sort_by_key(|p| (p.shape == Shape::Point, Some(p.index) == event));
    for place in order {
        let Some(mark) = lane.marks.get(place.index) else { continue };
        draw_mark(brush, mark, place, cells, Some(place.index) == event, buffer);
    }
}

fn draw_mark(brush: Brush, mark: &MarkModel, place: &Placed, cells: Rect, here: bool, buffer: &mut Buffer) {
    let role = match (mark.doubtful, mark.planned, mark.actor) {
        (true, ..) => Role::Disputed,
        (_, true, _) => Role::Claimed,
        (_, _, Actor::Attack) => Role::Attack,
        (_, _, Actor::Response) => Role::Response,
        (_, _, Actor::Authority) => Role::Authority,
        (_, _, Actor::Neutral) => Role::Text,
    };
    let vague = mark.doubtful || mark.planned || mark.approximate || mark.uncertain;
    let x = cells.x + place.first;
    let width = place.last - place.first + 1;
    match place.shape {
        Shape::Point => {
            let glyph = match (mark.doubtful || mark.planned, mark.actor) {
                (true, _) => Glyph::Doubtful,
                (_, Actor::Response) => Glyph::Response,
                (_, Actor::Authority) => Glyph::Court,
                (_, Actor::Attack) => Glyph::Attack,
                (_, Actor::Neutral) => Glyph::Point,
            };
            brush.text(buffer, x, cells.y, 1, brush.glyph(glyph), role);
        }
        Shape::Span => {
            let run = brush.glyph(if vague { Glyph::RunDoubtful } else { Glyph::Run });
            brush.text(buffer, x, cells.y, width, &run.repeat(usize::from(width)), role);
            let open_left = place.open_left || place.cut_left;
            let open_right = place.open_right || place.cut_right;
            let left = brush.glyph(if open_left { Glyph::OpenLeft } else { Glyph::FromEnd });
            let right = brush.glyph(if open_right { Glyph::OpenRight } else { Glyph::ToEnd });
            brush.text(buffer, x, cells.y, 1, left, role);
            brush.text(buffer, x + width - 1, cells.y, 1, right, role);
        }
    }
    if here {
        brush.tint(buffer, Rect { x, width, height: 1, ..cells }, Role::Selected);
    }
    if let Some(label) = place.label {
        let role = if here { Role::Selected } else { role };
        brush.text(buffer, cells.x + label.column, cells.y + label.row, label.width, &mark.label, role);
    }
}

/// How a tick is worded.
type Word = fn(TickUnit, i64, i32, Lang) -> String;

/// Paints the axis of a scale: one row of the finest labels, above it one of the units around them where there is room.
pub fn axis(brush: Brush, lang: Lang, scale: &TimeScale, area: Rect, buffer: &mut Buffer) {
    let labels = ticks::ticks(scale, |_| 0, |row, _| if row == Row::Major { 10 } else { 6 });
    let mut row = |ticks: &[Tick], y: u16, role: Role, word: Word| {
        for (n, tick) in ticks.iter().enumerate() {
            let next = ticks.get(n + 1).map_or(area.width, |next| next.cell);
            let room = next.saturating_sub(tick.cell + 1);
            let label = word(tick.unit, tick.at, 0, lang);
            if label.width() <= usize::from(room) {
                brush.text(buffer, area.x + tick.cell, y, room, &label, role);
            }
        }
    };
    if area.height >= 2 {
        row(&labels.major, area.y, Role::Strong, major_tick_label);
        row(&labels.minor, area.y + 1, Role::Muted, tick_label);
    } else if labels.major.is_empty() {
        row(&labels.minor, area.y, Role::Muted, tick_label);
    } else {
        row(&labels.major, area.y, Role::Muted, major_tick_label);
    }
}
