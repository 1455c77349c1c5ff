//! Timeline: one lane an incident, the marked ones or else the filtered ones, on one axis of calendar time.
//! Where things go is `chart`'s; this module owns the scale, the cursor and the painting.
//!
//! ```text
//!                  2025            2026
//!                  Jul  Aug  Sep   Jan
//! France Travail:  ●━━┥◆
//!                  Detected  Disclosed
//! ───────────────────────────────────────
//! 12 July 2025 · Detected …
//! ```

use crate::chart::lanes::{self, Direction, Mark, Placed, Shape};
use crate::chart::scale::{TimeScale, Zoom};
use crate::chart::ticks;
use crate::command::Command;
use crate::screen::{Desk, Refusal, Target, step};
use crate::text::screen as words;
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::view::timeline::{self as view, Actor, LaneModel, MarkModel};
use crate::widget::pane;
use crate::widget::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// From this width on the titles stand left of the lanes, in cells.
const WIDE: u16 = 100;
/// The width of the titles there.
const TITLES: u16 = 30;
/// The rows of a lane.
const LANE: u16 = 4;
/// The rows of labels in it.
const LABELS: u16 = 2;
/// How far a step to the side goes, as a part of the width.
const PAN: i64 = 8;

/// The state of the timeline.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// The scale; all of the time until the user chooses another.
    scale: Option<TimeScale>,
    /// The lane under the cursor and the first that is seen.
    lane: Scroll,
    /// The event under the cursor, among its lane's.
    event: Option<usize>,
    /// Whose lane that is.
    shown: Option<String>,
}

struct Places {
    axis: Rect,
    lanes: Rect,
    told: Rect,
    titles: u16,
}

impl Timeline {
    /// Runs a command of this screen.
    pub fn run(&mut self, command: Command, desk: &mut Desk, body: Rect) -> Result<(), Refusal> {
        let places = places(body);
        let lanes = desk.shown();
        let scale = self.scale(desk, &lanes, &places).ok_or(words::NO_EVENTS)?;
        match command {
            Command::ZoomIn | Command::ZoomOut => {
                let zoom = if command == Command::ZoomIn { Zoom::In } else { Zoom::Out };
                let middle = scale.instant(i64::from(scale.cells() / 2));
                let around = self.instant(desk, &lanes).filter(|at| scale.is_visible(*at)).unwrap_or(middle);
                let zoomed = scale.zoom(zoom, around);
                if zoomed == scale {
                    return Err(words::ZOOM_END);
                }
                self.scale = Some(zoomed);
            }
            Command::FitAll => self.scale = None,
            Command::Left | Command::Right => {
                let cells = (i64::from(scale.cells()) / PAN).max(1);
                self.scale = Some(scale.pan(if command == Command::Left { -cells } else { cells }));
            }
            Command::NextEvent => self.go(desk, &lanes, Direction::Forward, scale)?,
            Command::PreviousEvent => self.go(desk, &lanes, Direction::Backward, scale)?,
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                self.lane.go(step, lanes.len(), seen(places.lanes));
                self.choose(desk, &lanes);
            }
        }
        Ok(())
    }

    /// Brings the window around the cursor after anything changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        let lanes = desk.shown();
        if let Some(at) = desk.selected.as_ref().and_then(|id| lanes.iter().position(|n| desk.id(*n) == Some(id))) {
            self.lane.cursor = at;
        }
        self.lane.settle(lanes.len(), seen(places(body).lanes));
        let here = lanes.get(self.lane.cursor).and_then(|n| desk.id(*n)).map(str::to_owned);
        if here != self.shown {
            self.shown = here;
            self.event = None;
        }
        if let Some(scale) = self.scale {
            self.scale = Some(scale.resize(places(body).axis.width));
        }
        if self.event.is_none() {
            let model = self.model(desk, &lanes);
            self.event = model.and_then(|lane| lanes::next(&marks(&lane), None, Direction::Forward));
        }
    }

    /// What the cursor is on.
    pub fn target(&self, desk: &Desk) -> Target {
        let lanes = desk.shown();
        let Some(lane) = self.model(desk, &lanes) else { return Target::default() };
        let entry = lanes.get(self.lane.cursor).copied();
        let Some(mark) = self.event.and_then(|at| lane.marks.get(at)) else {
            return Target { entry, text: lane.title, ..Target::default() };
        };
        let text = mark.detail.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        Target { entry, at: Some(mark.at.clone()), sources: mark.sources.clone(), text }
    }

    fn go(&mut self, desk: &mut Desk, shown: &[usize], way: Direction, scale: TimeScale) -> Result<(), Refusal> {
        let lane = self.model(desk, shown).ok_or(words::NO_EVENTS)?;
        let marks = marks(&lane);
        let found = lanes::next(&marks, self.event, way).ok_or(words::LAST_EVENT)?;
        self.event = Some(found);
        if let Some(at) = marks[found].from.or(marks[found].to) {
            let revealed = scale.reveal(at);
            if revealed != scale {
                self.scale = Some(revealed);
            }
        }
        Ok(())
    }

    fn choose(&mut self, desk: &mut Desk, lanes: &[usize]) {
        let id = lanes.get(self.lane.cursor).and_then(|n| desk.id(*n)).map(str::to_owned);
        if id.is_some() {
            desk.selected = id;
        }
    }

    fn model(&self, desk: &Desk, lanes: &[usize]) -> Option<LaneModel> {
        lanes.get(self.lane.cursor).and_then(|n| model(desk, *n))
    }

    /// The instant of the event under the cursor.
    fn instant(&self, desk: &Desk, lanes: &[usize]) -> Option<i64> {
        let lane = self.model(desk, lanes)?;
        let mark = lane.marks.get(self.event?)?;
        mark.from.or(mark.to)
    }

    /// The scale that was chosen, else the one that shows all; `None` if no event is dated.
    fn scale(&self, desk: &Desk, lanes: &[usize], places: &Places) -> Option<TimeScale> {
        self.scale.or_else(|| {
            let extents = lanes.iter().filter_map(|n| desk.cards.get(*n)?.extent);
            let (first, last) = extents.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
            Some(TimeScale::fit(first, last, places.axis.width))
        })
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let (places, shown) = (places(body), desk.shown());
        let Some(scale) = self.scale(desk, &shown, &places) else {
            let text = if desk.hits.is_empty() { words::NO_MATCH } else { words::NO_EVENTS };
            desk.brush.text(buffer, body.x + 2, body.y + 1, body.width - 2, text.get(desk.lang), Role::Muted);
            return;
        };
        axis(desk, &scale, places.axis, buffer);
        let rows = (places.lanes.top()..places.lanes.bottom()).step_by(usize::from(LANE));
        for (y, (row, n)) in rows.zip(shown.iter().enumerate().skip(self.lane.top)) {
            let Some(lane) = model(desk, *n) else { continue };
            let area = Rect { y, height: LANE.min(places.lanes.bottom() - y), ..places.lanes };
            let here = row == self.lane.cursor;
            draw_lane(desk, &lane, &scale, area, places.titles, here.then_some(self.event).flatten(), here, buffer);
        }
        self.draw_told(desk, &shown, &places, buffer);
    }

    fn draw_told(&self, desk: &Desk, shown: &[usize], places: &Places, buffer: &mut Buffer) {
        let Some(lane) = self.model(desk, shown) else { return };
        let title = Line::of(&lane.title, Role::Heading)
            .with(format!("  {}/{}", self.lane.cursor + 1, shown.len()), Role::Muted);
        let inside = pane::heading(buffer, places.told, desk.brush, &title, true);
        let Some(mark) = self.event.and_then(|at| lane.marks.get(at)) else { return };
        let folded = mark.detail.iter().flat_map(|line| line.fold(usize::from(inside.width.saturating_sub(2))));
        for (y, line) in (inside.top()..inside.bottom()).zip(folded) {
            desk.brush.line(buffer, inside.x + 1, y, inside.width - 1, &line);
        }
    }
}

fn places(body: Rect) -> Places {
    let titles = if body.width >= WIDE { TITLES } else { 0 };
    let told = if body.height >= 20 { 7 } else { 5 };
    let axis = Rect { x: body.x + titles + 1, width: body.width.saturating_sub(titles + 2), height: 2, ..body };
    let lanes = Rect { y: body.y + 2, height: body.height.saturating_sub(2 + told), ..body };
    let told = Rect { y: lanes.bottom(), height: body.height.saturating_sub(2 + lanes.height), ..body };
    Places { axis, lanes, told, titles }
}

fn seen(lanes: Rect) -> usize {
    usize::from(lanes.height / LANE).max(1)
}

fn model(desk: &Desk, entry: usize) -> Option<LaneModel> {
    let entry = desk.library.entries.get(entry)?;
    Some(view::lane(&entry.incident, desk.lang))
}

fn marks(lane: &LaneModel) -> Vec<Mark> {
    let mark = |mark: &MarkModel| Mark {
        from: mark.from,
        to: mark.to,
        // what has no kind is told below, not on the lane
        label_width: if mark.actor == Actor::Neutral { 0 } else { u16::try_from(mark.label.width()).unwrap_or(u16::MAX) },
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

#[expect(clippy::too_many_arguments, reason = "a lane is drawn from its model, its place and the cursor on it")]
fn draw_lane(
    desk: &Desk,
    lane: &LaneModel,
    scale: &TimeScale,
    area: Rect,
    titles: u16,
    event: Option<usize>,
    here: bool,
    buffer: &mut Buffer,
) {
    let brush = desk.brush;
    let marked = desk.marks.contains(&lane.id);
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
        draw_mark(desk, mark, place, cells, Some(place.index) == event, buffer);
    }
}

fn draw_mark(desk: &Desk, mark: &MarkModel, place: &Placed, cells: Rect, here: bool, buffer: &mut Buffer) {
    let brush = desk.brush;
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

/// Paints the axis of a scale: one row of the finest labels, above it one of the units around them where there is room.
pub fn axis(desk: &Desk, scale: &TimeScale, area: Rect, buffer: &mut Buffer) {
    let labels = ticks::ticks(scale, |_| 0, |row, _| if row == ticks::Row::Major { 10 } else { 6 });
    let mut row = |ticks: &[ticks::Tick], y: u16, role: Role| {
        for (n, tick) in ticks.iter().enumerate() {
            let next = ticks.get(n + 1).map_or(area.width, |next| next.cell);
            let room = next.saturating_sub(tick.cell + 1);
            let label = view::tick_label(tick.unit, tick.at, 0, desk.lang);
            if label.width() <= usize::from(room) {
                desk.brush.text(buffer, area.x + tick.cell, y, room, &label, role);
            }
        }
    };
    if area.height >= 2 {
        row(&labels.major, area.y, Role::Strong);
        row(&labels.minor, area.y + 1, Role::Muted);
    } else {
        row(if labels.major.len() > 2 { &labels.major } else { &labels.minor }, area.y, Role::Muted);
    }
}
