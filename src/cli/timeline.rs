//! `timeline`: the records that match, on one axis of time, as text, SVG or JSON.
//! It is painted as the screen is, into a buffer of its own.

use super::{Ending, Shell, Trouble, args};
use crate::chart::scale::TimeScale;
use crate::picture;
use crate::query::Order;
use crate::record::Incident;
use crate::text::{cli as words, view as labels};
use crate::theme::Theme;
use crate::view::{json, timeline as view};
use crate::widget::{Brush, lane};
use clap::ArgMatches;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width of the titles, in cells.
const TITLES: u16 = 30;

impl Shell<'_> {
    pub(super) fn timeline(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let query = args::query(given);
        let library = self.library()?;
        let hits = self.matching(&library, &query, Order::default())?;
        let entries = hits.iter().filter_map(|hit| library.entries.get(hit.index));
        let incidents: Vec<&Incident> = entries.map(|entry| &*entry.incident).collect();
        if incidents.is_empty() {
            return Err(Trouble::Told(self.say(words::NO_MATCH, &[]), Ending::Findings));
        }
        let width = given.get_one::<u16>("width").copied().unwrap_or(u16::try_from(self.out.width).unwrap_or(u16::MAX));
        match given.get_one::<String>("format").map_or("text", String::as_str) {
            "json" => self.out.json(&json::timeline(&incidents, self.lang), true)?,
            "svg" => {
                let buffer = self.painted(&incidents, width.max(60));
                let names: Vec<&str> = incidents.iter().map(|incident| incident.title.get(self.lang)).collect();
                let picture = picture::svg(&buffer, labels::TIMELINE.get(self.lang), &names.join("; "));
                self.out.raw(&picture)?;
            }
            _ => {
                let buffer = self.painted(&incidents, width);
                let lines = picture::lines(&buffer, Theme::Terminal);
                self.out.lines(&lines)?;
            }
        }
        Ok(Ending::Done)
    }

    fn painted(&self, incidents: &[&Incident], width: u16) -> Buffer {
        let brush = Brush { theme: Theme::Terminal, glyphs: self.out.glyphs };
        let titles = if width >= 100 { TITLES } else { 0 };
        let lanes = view::lanes(incidents, self.lang);
        let rows = u16::try_from(lanes.len()).unwrap_or(u16::MAX).saturating_mul(lane::ROWS).saturating_add(2);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, rows));
        let marks = lanes.iter().flat_map(|lane| &lane.marks);
        let instants = marks.flat_map(|mark| [mark.from, mark.to]).flatten();
        let Some((first, last)) = instants.clone().min().zip(instants.max()) else { return buffer };
        let cells = Rect { x: titles + 1, width: width.saturating_sub(titles + 2), y: 0, height: 2 };
        let scale = TimeScale::fit(first, last, cells.width);
        lane::axis(brush, self.lang, &scale, cells, &mut buffer);
        for (y, model) in (2..rows).step_by(usize::from(lane::ROWS)).zip(&lanes) {
            let area = Rect { x: 0, y, width, height: lane::ROWS };
            lane::draw(brush, model, &scale, area, lane::State { titles, ..lane::State::default() }, &mut buffer);
        }
        buffer
    }
}
