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

use crate::chart::lanes::{self, Direction};
use crate::chart::scale::{TimeScale, Zoom};
use crate::command::Command;
use crate::screen::{Desk, Refusal, Target, step};
use crate::text::screen as words;
use crate::theme::Role;
use crate::view::timeline::{self as view, LaneModel};
use crate::view::{Line, Options};
use crate::widget::lane::{self, marks};
use crate::widget::pane;
use crate::widget::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From this width on the titles stand left of the lanes, in cells.
const WIDE: u16 = 100;
/// The width of the titles there.
const TITLES: u16 = 30;
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
        lane::axis(desk.brush, desk.lang, &scale, places.axis, buffer);
        let rows = (places.lanes.top()..places.lanes.bottom()).step_by(usize::from(lane::ROWS));
        for (y, (row, n)) in rows.zip(shown.iter().enumerate().skip(self.lane.top)) {
            let Some(model) = model(desk, *n) else { continue };
            let area = Rect { y, height: lane::ROWS.min(places.lanes.bottom() - y), ..places.lanes };
            let here = row == self.lane.cursor;
            let event = here.then_some(self.event).flatten();
            let marked = desk.marks.contains(&model.id);
            let state = lane::State { here, event, marked, titles: places.titles };
            lane::draw(desk.brush, &model, &scale, area, state, buffer);
        }
        self.draw_told(desk, &shown, &places, buffer);
    }

    fn draw_told(&self, desk: &Desk, shown: &[usize], places: &Places, buffer: &mut Buffer) {
        let Some(lane) = self.model(desk, shown) else { return };
        let title = Line::of(&lane.title, Role::Heading)
            .with(format!("  {}/{}", self.lane.cursor + 1, shown.len()), Role::Muted);
        let inside = pane::heading(buffer, places.told, desk.brush, &title, true);
        let Some(mark) = self.event.and_then(|at| lane.marks.get(at)) else { return };
        pane::told(buffer, inside, desk.brush, &mark.detail);
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
    usize::from(lanes.height / lane::ROWS).max(1)
}

fn model(desk: &Desk, entry: usize) -> Option<LaneModel> {
    let entry = desk.library.entries.get(entry)?;
    // the width matters to bars alone, and no event has one
    let options = Options { lang: desk.lang, glyphs: desk.brush.glyphs, width: usize::from(desk.size.0) };
    Some(view::lane_for(&entry.incident, options))
}
