//! `timeline`: the records that match, on one axis of time or aligned at day 0, as text, SVG or JSON.
//! It is painted as the screen is, into buffers of its own.

use super::{Ending, Shell, Trouble, args};
use crate::chart::Cells;
use crate::chart::axis::Axis;
use crate::picture;
use crate::query::{Document, Order};
use crate::record::Incident;
use crate::record::finding::nearest;
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::screen::timeline::survey::{Medians, Survey};
use crate::text::{cli as words, view as labels};
use crate::theme::Theme;
use crate::view::{Line, Options, json, timeline as view};
use crate::widget::axis::{self, Counting};
use crate::widget::{Brush, lane};
use clap::ArgMatches;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From this width on the titles stand left of the lanes, in cells.
const WIDE: u16 = 100;
/// The width of the titles there.
const TITLES: u16 = 30;

impl Shell<'_> {
    pub(super) fn timeline(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let align = given.get_one::<String>("align").map(|word| self.milestone(word)).transpose()?;
        let query = args::query(given);
        let library = self.library()?;
        let entries = self.matching(&library, &query, Order::default())?;
        if given.get_one::<String>("format").is_some_and(|format| format == "svg") {
            self.are_few(entries.len())?;
        }
        let wholes = self.wholes(&entries)?;
        let incidents: Vec<&Incident> = wholes.iter().map(|whole| &**whole).collect();
        if incidents.is_empty() && !query.is_empty() {
            return Err(Trouble::Told(self.say(words::NO_MATCH, &[]), Ending::Findings));
        }
        let width = given.get_one::<u16>("width").copied();
        let width = width.unwrap_or(u16::try_from(self.options().width).unwrap_or(u16::MAX));
        let (options, median) = (self.options(), given.get_flag("median"));
        let sheet = |width| Sheet::new(&incidents, (align, median), width, options);
        match given.get_one::<String>("format").map_or("text", String::as_str) {
            "json" => {
                let mut told = json::timeline(&incidents, align, self.lang);
                if median {
                    let medians = sheet(width).survey.medians;
                    told["median"] = json::medians(&medians.all, medians.of);
                }
                self.out.json(&told, true)?;
            }
            "svg" => {
                let picture = sheet(width.max(60)).picture();
                self.out.raw(&picture)?;
            }
            _ if incidents.is_empty() => {}
            _ => {
                for strip in sheet(width).strips() {
                    self.out.lines(&picture::lines(&strip, Theme::Terminal))?;
                }
            }
        }
        Ok(Ending::Done)
    }

    /// The milestone of a word; the nearest are told where there is none.
    pub(super) fn milestone(&self, word: &str) -> Result<EventKind, Trouble> {
        EventKind::of(word).ok_or_else(|| {
            let told = self.say(words::BAD_MILESTONE, &[&crate::text::clean(word)]);
            let nearest = nearest(word, EventKind::all().iter().map(|kind| kind.id()));
            Trouble::Told(self.with_nearest(told, &nearest), Ending::Usage)
        })
    }

    /// The axis as an SVG.
    pub(super) fn picture(&self, incidents: &[&Incident], align: Option<EventKind>, width: u16) -> String {
        Sheet::new(incidents, (align, false), width, self.options()).picture()
    }
}

/// A timeline on a sheet as long as it needs to be, painted strip by strip: a buffer has room for some thousand lanes alone.
struct Sheet<'a> {
    incidents: &'a [&'a Incident],
    survey: Survey,
    align: Option<EventKind>,
    width: u16,
    options: Options,
}

impl<'a> Sheet<'a> {
    /// The sheet of incidents, aligned at a milestone or not, with the medians from it or without.
    fn new(
        incidents: &'a [&'a Incident],
        (align, median): (Option<EventKind>, bool),
        width: u16,
        options: Options,
    ) -> Sheet<'a> {
        let documents: Vec<Document> = incidents.iter().map(|incident| Document::new(incident)).collect();
        let medians = align.filter(|_| median).map(|anchor| Medians::of(documents.iter(), anchor)).unwrap_or_default();
        let survey = Survey::of(documents.iter().enumerate(), align, medians);
        Sheet { incidents, survey, align, width, options }
    }
}

impl Sheet<'_> {
    /// The strips, top to bottom: the axis, the medians, a lane an incident, and what stands below.
    fn strips(&self) -> impl Iterator<Item = Buffer> {
        let axis = self.survey.extent.map(|(first, last)| {
            let cells = self.width.saturating_sub(self.titles() + 2);
            Axis::fit(first, last, &self.survey.stretches, cells)
        });
        let below = std::iter::once_with(|| self.below()).flatten().map(|line| self.strip(&line, 1));
        axis.into_iter().flat_map(|axis| self.on_axis(axis)).chain(below)
    }

    /// The sheet as an SVG.
    fn picture(&self) -> String {
        let lang = self.options.lang;
        let names: Vec<&str> = self.incidents.iter().map(|incident| incident.title.get(lang)).collect();
        picture::svg_of(self.strips(), labels::TIMELINE.get(lang), &names.join("; "))
    }

    fn on_axis(&self, axis: Axis) -> impl Iterator<Item = Buffer> {
        let (brush, lang) = (self.brush(), self.options.lang);
        let mut head = Buffer::empty(Rect::new(0, 0, self.width, 2));
        let cells = Rect { x: self.titles() + 1, width: axis.cells(), ..head.area };
        let counting = self.align.map_or(Counting::Calendar, |kind| Counting::Since(kind.label().get(lang)));
        axis::draw(brush, lang, &axis, counting, cells, &mut head);
        let zero = self.align.and_then(|_| axis.column(0));
        let state = lane::State { titles: self.titles(), zero, ..lane::State::default() };
        let medians = &self.survey.medians;
        let ghost = self.align.filter(|_| !medians.all.is_empty());
        let ghost = ghost.map(|anchor| view::median_lane(&medians.all, anchor, medians.of, lang));
        let ghost = ghost.map(|model| (model, lane::State { ghost: true, ..state }));
        let lanes = self.survey.lanes.iter().filter_map(move |shown| {
            let incident = self.incidents.get(shown.entry)?;
            Some((view::lane_for(incident, self.options).shifted(shown.zero), state))
        });
        let lanes = ghost.into_iter().chain(lanes).flat_map(move |(model, state)| {
            let mut strip = Buffer::empty(Rect::new(0, 0, self.width, lane::ROWS));
            lane::draw(brush, &model, &axis, strip.area, state, &mut strip);
            let width = usize::from(axis.cells());
            let unnamed = if state.ghost { Vec::new() } else { lane::unnamed(brush, lang, &model, &axis) };
            let unnamed = unnamed.into_iter().flat_map(|line| line.fold(width));
            let below: Vec<Buffer> = unnamed.map(|line| self.strip(&line, self.titles() + 1)).collect();
            // a row is left free before the next lane
            let free = (!below.is_empty()).then(|| self.strip(&Line::new(), 1));
            std::iter::once(strip).chain(below).chain(free)
        });
        std::iter::once(head).chain(lanes)
    }

    /// What stands below the lanes: each incident that cannot be aligned, and the legend.
    fn below(&self) -> Vec<Line> {
        let Options { lang, glyphs, .. } = self.options;
        let width = usize::from(self.width).saturating_sub(2);
        let left_out =
            self.align.into_iter().flat_map(|anchor| self.survey.left_out.iter().map(move |out| (anchor, out)));
        let mut lines: Vec<Line> = Vec::new();
        for (anchor, (entry, missing)) in left_out {
            let Some(incident) = self.incidents.get(*entry) else { continue };
            let line = view::left_out(incident.title.get(lang), *missing, anchor, lang, glyphs);
            lines.extend(line.indented(2).fold(width));
        }
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.extend(view::legend_rows(lang, glyphs, width));
        lines
    }

    fn strip(&self, line: &Line, x: u16) -> Buffer {
        let mut strip = Buffer::empty(Rect::new(0, 0, self.width, 1));
        self.brush().line(&mut strip, x, 0, self.width - x, line);
        strip
    }

    fn brush(&self) -> Brush {
        Brush { theme: Theme::Terminal, glyphs: self.options.glyphs }
    }

    /// The width of the titles left of the lanes; zero where they stand above.
    fn titles(&self) -> u16 {
        if self.width >= WIDE { TITLES } else { 0 }
    }
}
