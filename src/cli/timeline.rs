//! `timeline`: the records that match, on one axis of time, as text, SVG or JSON.
//! It is painted as the screen is, into a buffer of its own.

use super::{Ending, Shell, Trouble, args};
use crate::chart::scale::TimeScale;
use crate::picture;
use crate::query::Order;
use crate::record::Incident;
use crate::text::{cli as words, screen, view as labels};
use crate::theme::Theme;
use crate::view::timeline::LaneModel;
use crate::view::{json, timeline as view};
use crate::widget::{Brush, lane};
use clap::ArgMatches;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows of the axis.
const AXIS: u16 = 2;
/// The width of the titles, in cells.
const TITLES: u16 = 30;

impl Shell<'_> {
    pub(super) fn timeline(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let query = args::query(given);
        let library = self.library()?;
        let hits = self.matching(&library, &query, Order::default())?;
        let entries = hits.iter().filter_map(|hit| library.entries.get(hit.index));
        let incidents: Vec<&Incident> = entries.map(|entry| &*entry.incident).collect();
        if incidents.is_empty() && !query.is_empty() {
            return Err(Trouble::Told(self.say(words::NO_MATCH, &[]), Ending::Findings));
        }
        let width = given.get_one::<u16>("width").copied();
        let width = width.unwrap_or(u16::try_from(self.options().width).unwrap_or(u16::MAX));
        match given.get_one::<String>("format").map_or("text", String::as_str) {
            "json" => self.out.json(&json::timeline(&incidents, self.lang), true)?,
            "svg" => {
                let names: Vec<&str> = incidents.iter().map(|incident| incident.title.get(self.lang)).collect();
                let buffer = self.painted(&view::lanes(&incidents, self.lang), width.max(60));
                self.out.raw(&picture::svg(&buffer, labels::TIMELINE.get(self.lang), &names.join("; ")))?;
            }
            _ => self.told(&view::lanes(&incidents, self.lang), width)?,
        }
        Ok(Ending::Done)
    }

    /// Writes the axis, then lane by lane, as there may be more of them than a buffer has rows.
    fn told(&mut self, lanes: &[LaneModel], width: u16) -> Result<(), Trouble> {
        let Some(scale) = scale(lanes, width) else {
            self.remark(screen::NO_EVENTS.get(self.lang));
            return Ok(());
        };
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, AXIS));
        self.paint_axis(&scale, &mut buffer);
        self.out.lines(&picture::lines(&buffer, Theme::Terminal))?;
        for lane in lanes {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, lane::ROWS));
            self.paint_lane(lane, &scale, 0, &mut buffer);
            self.out.lines(&picture::lines(&buffer, Theme::Terminal))?;
        }
        Ok(())
    }

    fn painted(&self, lanes: &[LaneModel], width: u16) -> Buffer {
        let rows = u16::try_from(lanes.len()).unwrap_or(u16::MAX).saturating_mul(lane::ROWS).saturating_add(AXIS);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, rows));
        let Some(scale) = scale(lanes, width) else { return buffer };
        self.paint_axis(&scale, &mut buffer);
        for (y, model) in (AXIS..rows).step_by(usize::from(lane::ROWS)).zip(lanes) {
            self.paint_lane(model, &scale, y, &mut buffer);
        }
        buffer
    }

    fn paint_axis(&self, scale: &TimeScale, buffer: &mut Buffer) {
        let cells = Rect { x: titles(buffer.area.width) + 1, y: 0, width: scale.cells(), height: AXIS };
        lane::axis(self.brush(), self.lang, scale, cells, buffer);
    }

    fn paint_lane(&self, model: &LaneModel, scale: &TimeScale, y: u16, buffer: &mut Buffer) {
        let area = Rect { x: 0, y, width: buffer.area.width, height: lane::ROWS };
        let state = lane::State { titles: titles(area.width), ..lane::State::default() };
        lane::draw(self.brush(), model, scale, area, state, buffer);
    }

    fn brush(&self) -> Brush {
        Brush { theme: Theme::Terminal, glyphs: self.out.glyphs }
    }
}

/// The width of the titles left of the lanes; zero where they stand above.
fn titles(width: u16) -> u16 {
    if width >= 100 { TITLES } else { 0 }
}

/// The scale that shows all marks; none if nothing is dated.
fn scale(lanes: &[LaneModel], width: u16) -> Option<TimeScale> {
    let marks = lanes.iter().flat_map(|lane| &lane.marks);
    let instants = marks.flat_map(|mark| [mark.from, mark.to]).flatten();
    let (first, last) = instants.clone().min().zip(instants.max())?;
    Some(TimeScale::fit(first, last, width.saturating_sub(titles(width) + 2)))
}
