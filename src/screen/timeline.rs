//! Timeline: one lane an incident, the marked ones or else the filtered ones, in calendar time or aligned at day 0.
//! Where things go is `chart`'s; this module owns the scale, the cursor and the painting.
//!
//! ```text
//!                  2025      ╱╱      2026
//!                  Jul ··· 5 months ··· Jan
//! France Travail:  ◆━━┤◆     ╱╱
//!                  Detected  Disclosed
//! ───────────────────────────────────────
//! 12 July 2025 · Detected …
//! ```

pub mod survey;
mod told;

use crate::chart::Cells;
use crate::chart::axis::Axis;
use crate::chart::lanes::{self, Direction};
use crate::chart::scale::Zoom;
use crate::command::Command;
use crate::record::day_zero::ANCHORS;
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::screen::{Desk, Refusal, Target, step};
use crate::text::screen as words;
use crate::theme::Role;
use crate::view::timeline::{self as view, LaneModel};
use crate::view::{Line, Options};
use crate::widget::axis::{self, Counting};
use crate::widget::lane::{self, events};
use crate::widget::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use survey::{Lane, Medians, Survey};

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
    scale: Option<Axis>,
    /// The lane under the cursor and the first that is seen.
    lane: Scroll,
    /// The event under the cursor, among its lane's.
    event: Option<usize>,
    /// Whose lane that is.
    shown: Option<String>,
    /// Whether the lanes are aligned.
    aligned: bool,
    /// The milestone that they are aligned at.
    anchor: Anchor,
    /// Whether the median has a lane.
    median: bool,
    /// Whether the event under the cursor takes most of the body.
    tall: bool,
    /// What the lanes come to.
    survey: Survey,
    /// Of what that was reckoned.
    surveyed: Option<Key>,
}

/// A place among the anchors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Anchor(usize);

impl Default for Anchor {
    fn default() -> Anchor {
        Anchor(ANCHORS.iter().position(|kind| *kind == EventKind::Detected).unwrap_or(0))
    }
}

impl Anchor {
    fn kind(self) -> EventKind {
        ANCHORS.get(self.0).copied().unwrap_or(EventKind::Detected)
    }
}

/// What a survey depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    revision: u64,
    marks: Vec<String>,
    align: Option<EventKind>,
    median: bool,
}

struct Places {
    axis: Rect,
    ghost: Rect,
    lanes: Rect,
    aside: Rect,
    told: Rect,
    titles: u16,
}

impl Timeline {
    /// Whether the lanes are aligned at day 0.
    pub fn is_aligned(&self) -> bool {
        self.aligned
    }

    /// Whether the lanes are aligned, at which milestone, and whether the median has a lane.
    pub fn alignment(&self) -> (bool, &'static str, bool) {
        (self.aligned, self.anchor.kind().id(), self.median)
    }

    /// Aligns the lanes, or not, at a milestone; one that cannot be day 0 is passed over.
    pub fn align_as(&mut self, aligned: bool, milestone: &str, median: bool) {
        (self.aligned, self.median) = (aligned, median);
        self.anchor = ANCHORS.iter().position(|kind| kind.id() == milestone).map_or(self.anchor, Anchor);
    }

    /// The milestone at day 0; none in calendar time.
    pub fn align(&self) -> Option<EventKind> {
        self.aligned.then(|| self.anchor.kind())
    }

    /// Runs a command of this screen.
    pub fn run(&mut self, command: Command, desk: &mut Desk, body: Rect) -> Result<(), Refusal> {
        if self.run_day_zero(command)? {
            return Ok(());
        }
        let places = self.places(body);
        let scale = self.scale(&places).ok_or(words::NO_EVENTS)?;
        match command {
            Command::ZoomIn | Command::ZoomOut => {
                let zoom = if command == Command::ZoomIn { Zoom::In } else { Zoom::Out };
                let middle = scale.instant(i64::from(scale.cells() / 2));
                let around = self.instant(desk).filter(|at| scale.is_visible(*at)).unwrap_or(middle);
                let zoomed = scale.zoom(zoom, around, &self.survey.stretches);
                if zoomed == scale {
                    return Err(words::ZOOM_END);
                }
                self.scale = Some(zoomed);
            }
            Command::FitAll => self.scale = None,
            Command::Open => self.tall = !self.tall,
            Command::Left | Command::Right => {
                let cells = (i64::from(scale.cells()) / PAN).max(1);
                self.scale = Some(scale.pan(if command == Command::Left { -cells } else { cells }));
            }
            Command::NextEvent => self.go(desk, Direction::Forward, &scale)?,
            Command::PreviousEvent => self.go(desk, Direction::Backward, &scale)?,
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                self.lane.go(step, self.survey.lanes.len(), seen(places.lanes));
                let id = self.here().and_then(|lane| desk.id(lane.entry)).map(str::to_owned);
                if let Some(id) = id {
                    desk.go_to(id);
                }
            }
        }
        Ok(())
    }

    /// Runs a command about day 0; says whether it was one.
    fn run_day_zero(&mut self, command: Command) -> Result<bool, Refusal> {
        match command {
            Command::AlignDayZero => {
                self.aligned = !self.aligned;
                self.scale = None;
            }
            Command::NextAnchor | Command::PreviousAnchor | Command::ToggleMedian if !self.aligned => {
                return Err(words::NO_DAY_ZERO);
            }
            Command::NextAnchor => self.anchor = Anchor((self.anchor.0 + 1) % ANCHORS.len()),
            Command::PreviousAnchor => self.anchor = Anchor((self.anchor.0 + ANCHORS.len() - 1) % ANCHORS.len()),
            Command::ToggleMedian => self.median = !self.median,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Brings the window around the cursor after anything changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        self.look_over(desk);
        let (places, lanes) = (self.places(body), &self.survey.lanes);
        let selected = desk.selected.as_deref().and_then(|id| desk.library.position(id));
        if let Some(at) = selected.and_then(|entry| lanes.iter().position(|lane| lane.entry == entry)) {
            self.lane.cursor = at;
        }
        self.lane.settle(lanes.len(), seen(places.lanes));
        let here = self.here().and_then(|lane| desk.id(lane.entry)).map(str::to_owned);
        if here != self.shown {
            self.shown = here;
            self.event = None;
        }
        self.scale = self.scale.take().map(|scale| scale.resize(places.axis.width));
        if self.event.is_none() {
            let model = self.model(desk);
            self.event = model.and_then(|lane| lanes::next(&events(&lane), None, Direction::Forward));
        }
    }

    /// Reckons what the lanes come to, if that may have changed.
    fn look_over(&mut self, desk: &Desk) {
        let (align, median) = (self.align(), self.median && self.aligned);
        let key = Key { revision: desk.revision, marks: desk.marks.clone(), align, median };
        if self.surveyed.as_ref() == Some(&key) {
            return;
        }
        self.surveyed = Some(key);
        let cards = desk.shown().into_iter().filter_map(|entry| Some((entry, desk.document(entry)?)));
        let filtered = desk.hits.iter().filter_map(|hit| desk.document(hit.index));
        let medians = align.filter(|_| median).map(|anchor| Medians::of(filtered, anchor)).unwrap_or_default();
        self.survey = Survey::of(cards, align, medians);
        // a chosen scale stays, but must not squeeze what is no longer empty
        self.scale = self.scale.take().map(|scale| scale.squeeze(&self.survey.stretches));
    }

    /// The entries whose lanes are seen.
    pub fn seen(&self, body: Rect) -> Vec<usize> {
        let rows = seen(self.places(body).lanes);
        self.survey.lanes.iter().skip(self.lane.top).take(rows + 1).map(|lane| lane.entry).collect()
    }

    /// What the cursor is on.
    pub fn target(&self, desk: &Desk) -> Target {
        let Some(lane) = self.model(desk) else { return Target::default() };
        let entry = self.here().map(|lane| lane.entry);
        let Some(event) = self.event.and_then(|at| lane.events.get(at)) else {
            return Target { entry, text: lane.title, ..Target::default() };
        };
        let text = event.detail.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        Target { entry, at: Some(event.at.clone()), sources: event.sources.clone(), text }
    }

    fn go(&mut self, desk: &Desk, way: Direction, scale: &Axis) -> Result<(), Refusal> {
        let lane = self.model(desk).ok_or(words::NO_EVENTS)?;
        let events = events(&lane);
        let found = lanes::next(&events, self.event, way).ok_or(words::LAST_EVENT)?;
        self.event = Some(found);
        if let Some(at) = events[found].from.or(events[found].to)
            && !scale.is_visible(at)
        {
            self.scale = Some(scale.reveal(at));
        }
        Ok(())
    }

    /// The lane under the cursor.
    fn here(&self) -> Option<Lane> {
        self.survey.lanes.get(self.lane.cursor).copied()
    }

    fn model(&self, desk: &Desk) -> Option<LaneModel> {
        self.here().and_then(|lane| model(desk, lane))
    }

    /// The instant of the event under the cursor.
    fn instant(&self, desk: &Desk) -> Option<i64> {
        let lane = self.model(desk)?;
        let event = lane.events.get(self.event?)?;
        event.from.or(event.to)
    }

    /// The scale that was chosen, else the one that shows all; `None` if no event is dated.
    fn scale(&self, places: &Places) -> Option<Axis> {
        self.scale.clone().or_else(|| {
            let (first, last) = self.survey.extent?;
            Some(Axis::fit(first, last, &self.survey.stretches, places.axis.width))
        })
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let places = self.places(body);
        let Some(scale) = self.scale(&places) else {
            self.draw_empty(desk, &places, buffer);
            return;
        };
        let name = self.align().map(|kind| kind.label().get(desk.lang));
        let counting = name.map_or(Counting::Calendar, Counting::Since);
        axis::draw(desk.brush, desk.lang, &scale, counting, places.axis, buffer);
        let zero = self.align().and_then(|_| scale.column(0));
        let plain = lane::State { titles: places.titles, zero, ..lane::State::default() };
        if let Some(anchor) = self.align().filter(|_| places.ghost.height > 0) {
            let state = lane::State { ghost: true, ..plain };
            let model = view::median_lane(&self.survey.medians.all, anchor, self.survey.medians.of, desk.lang);
            lane::draw(desk.brush, &model, &scale, places.ghost, state, buffer);
        }
        let rows = (places.lanes.top()..places.lanes.bottom()).step_by(usize::from(lane::ROWS));
        for (y, (row, shown)) in rows.zip(self.survey.lanes.iter().enumerate().skip(self.lane.top)) {
            let Some(model) = model(desk, *shown) else { continue };
            let area = Rect { y, height: lane::ROWS.min(places.lanes.bottom() - y), ..places.lanes };
            let here = row == self.lane.cursor;
            let event = here.then_some(self.event).flatten();
            let marked = desk.marks.contains(&model.id);
            lane::draw(desk.brush, &model, &scale, area, lane::State { here, event, marked, ..plain }, buffer);
        }
        self.draw_aside(desk, places.aside, buffer);
        self.draw_told(desk, places.told, buffer);
    }

    fn draw_empty(&self, desk: &Desk, places: &Places, buffer: &mut Buffer) {
        let area = Rect { x: places.lanes.x + 2, width: places.lanes.width.saturating_sub(4), ..places.lanes };
        let text = match self.align().filter(|_| !self.survey.left_out.is_empty()) {
            Some(anchor) => crate::text::timeline::NONE_ALIGNED.fill(desk.lang, &[&anchor.label().get(desk.lang)]),
            None if desk.hits.is_empty() => words::NO_MATCH.get(desk.lang).to_owned(),
            None => words::NO_EVENTS.get(desk.lang).to_owned(),
        };
        let folded = Line::of(text, Role::Muted).fold(usize::from(area.width));
        for (y, line) in (area.top()..area.bottom()).zip(folded) {
            desk.brush.line(buffer, area.x, y, area.width, &line);
        }
        self.draw_aside(desk, places.aside, buffer);
    }

    fn places(&self, body: Rect) -> Places {
        let titles = if body.width >= WIDE { TITLES } else { 0 };
        let most = usize::from(body.height / 8);
        let aside = match self.survey.left_out.len() {
            many if many > most => 1,
            few => u16::try_from(few).unwrap_or(1),
        };
        let ghost = if self.survey.medians.all.is_empty() { 0 } else { lane::ROWS };
        let told = match body.height {
            height if self.tall => height.saturating_sub(2 + ghost + aside + lane::ROWS),
            20.. => 7,
            _ => 5,
        };
        let axis = Rect { x: body.x + titles + 1, width: body.width.saturating_sub(titles + 2), height: 2, ..body };
        let ghost = Rect { y: axis.bottom(), height: ghost, ..body };
        let lanes = body.height.saturating_sub(axis.height + ghost.height + aside + told);
        let lanes = Rect { y: ghost.bottom(), height: lanes, ..body };
        let aside = Rect { y: lanes.bottom(), height: aside, ..body };
        let told = Rect { y: aside.bottom(), height: body.bottom().saturating_sub(aside.bottom()), ..body };
        Places { axis, ghost, lanes, aside, told, titles }
    }
}

fn seen(lanes: Rect) -> usize {
    usize::from(lanes.height / lane::ROWS).max(1)
}

fn model(desk: &Desk, lane: Lane) -> Option<LaneModel> {
    let entry = desk.library.entries.get(lane.entry)?;
    let Some(incident) = &entry.whole else {
        // what happened is not fetched yet
        let title = entry.document.title.get(desk.lang).to_owned();
        return Some(LaneModel { id: entry.id().to_owned(), title, events: Vec::new() });
    };
    // the width matters to bars alone, and no event has one
    let options = Options { lang: desk.lang, glyphs: desk.brush.glyphs, width: usize::from(desk.size.0) };
    Some(view::lane_for(incident, options).shifted(lane.zero))
}
