//! `timeline`: the records that match, on one axis of time or aligned at day 0, as text, SVG or JSON.
//! It is painted as the screen is, into a buffer of its own.

use super::{Ending, Shell, Trouble, args};
use crate::chart::axis::Axis;
use crate::picture;
use crate::query::{Document, Order};
use crate::record::Incident;
use crate::record::finding::nearest;
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::screen::timeline::survey::{Medians, Survey};
use crate::text::{cli as words, view as labels};
use crate::theme::Theme;
use crate::view::{Line, json, timeline as view};
use crate::widget::axis::{self, Counting};
use crate::widget::{Brush, lane};
use clap::ArgMatches;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width of the titles, in cells.
const TITLES: u16 = 30;

impl Shell<'_> {
    pub(super) fn timeline(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let align = given.get_one::<String>("align").map(|word| self.milestone(word)).transpose()?;
        let query = args::query(given);
        let library = self.library()?;
        let hits = self.matching(&library, &query, Order::default())?;
        let entries = hits.iter().filter_map(|hit| library.entries.get(hit.index));
        let wholes = self.wholes(entries)?;
        let incidents: Vec<&Incident> = wholes.iter().map(|whole| &**whole).collect();
        if incidents.is_empty() && !query.is_empty() {
            return Err(Trouble::Told(self.say(words::NO_MATCH, &[]), Ending::Findings));
        }
        let width = given.get_one::<u16>("width").copied();
        let width = width.unwrap_or(u16::try_from(self.options().width).unwrap_or(u16::MAX));
        match given.get_one::<String>("format").map_or("text", String::as_str) {
            "json" => self.out.json(&json::timeline(&incidents, align, self.lang), true)?,
            "svg" => {
                let picture = self.picture(&incidents, align, width.max(60));
                self.out.raw(&picture)?;
            }
            _ if incidents.is_empty() => {}
            _ => {
                let buffer = self.painted(&incidents, align, width);
                let lines = picture::lines(&buffer, Theme::Terminal);
                self.out.lines(&lines)?;
            }
        }
        Ok(Ending::Done)
    }

    /// The milestone of a word; the nearest are told where there is none.
    pub(super) fn milestone(&self, word: &str) -> Result<EventKind, Trouble> {
        EventKind::of(word).ok_or_else(|| {
            let mut told = self.say(words::BAD_MILESTONE, &[&crate::text::clean(word)]);
            let nearest = nearest(word, EventKind::all().iter().map(|kind| kind.id()));
            if !nearest.is_empty() {
                told = format!("{told}; {}", self.say(words::NEAREST, &[&nearest.join(", ")]));
            }
            Trouble::Told(told, Ending::Usage)
        })
    }

    /// The axis as an SVG.
    pub(super) fn picture(&self, incidents: &[&Incident], align: Option<EventKind>, width: u16) -> String {
        let buffer = self.painted(incidents, align, width);
        let names: Vec<&str> = incidents.iter().map(|incident| incident.title.get(self.lang)).collect();
        picture::svg(&buffer, labels::TIMELINE.get(self.lang), &names.join("; "))
    }

    fn painted(&self, incidents: &[&Incident], align: Option<EventKind>, width: u16) -> Buffer {
        let brush = Brush { theme: Theme::Terminal, glyphs: self.out.glyphs };
        let titles = if width >= 100 { TITLES } else { 0 };
        let documents: Vec<Document> = incidents.iter().map(|incident| Document::new(incident)).collect();
        let survey = Survey::of(documents.iter().enumerate(), align, Medians::default());
        let below = self.below(incidents, &survey, align, width);
        let count = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
        let bottom = count(survey.lanes.len()).saturating_mul(lane::ROWS).saturating_add(2);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, bottom.saturating_add(count(below.len()))));
        for (y, line) in (bottom..).zip(&below) {
            brush.line(&mut buffer, 1, y, width - 1, line);
        }
        let Some((first, last)) = survey.extent else { return buffer };
        let cells = Rect { x: titles + 1, width: width.saturating_sub(titles + 2), y: 0, height: 2 };
        let scale = Axis::fit(first, last, &survey.stretches, cells.width);
        let counting = align.map_or(Counting::Calendar, |kind| Counting::Since(kind.label().get(self.lang)));
        axis::draw(brush, self.lang, &scale, counting, cells, &mut buffer);
        let state = lane::State { titles, zero: align.and_then(|_| scale.column(0)), ..lane::State::default() };
        for (y, shown) in (2..bottom).step_by(usize::from(lane::ROWS)).zip(&survey.lanes) {
            let Some(incident) = incidents.get(shown.entry) else { continue };
            let model = view::lane_for(incident, self.options()).shifted(shown.zero);
            let area = Rect { x: 0, y, width, height: lane::ROWS };
            lane::draw(brush, &model, &scale, area, state, &mut buffer);
        }
        buffer
    }

    /// What stands below the lanes: each incident that cannot be aligned, and the legend.
    fn below(&self, incidents: &[&Incident], survey: &Survey, align: Option<EventKind>, width: u16) -> Vec<Line> {
        let mut lines = Vec::new();
        for (anchor, (entry, missing)) in
            align.into_iter().flat_map(|anchor| survey.left_out.iter().map(move |out| (anchor, out)))
        {
            let Some(incident) = incidents.get(*entry) else { continue };
            let title = incident.title.get(self.lang);
            let line = view::left_out(title, *missing, anchor, self.lang, self.out.glyphs).indented(2);
            lines.extend(line.fold(usize::from(width).saturating_sub(2)));
        }
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.push(view::legend(self.lang, self.out.glyphs, usize::from(width).saturating_sub(2)));
        lines
    }
}
