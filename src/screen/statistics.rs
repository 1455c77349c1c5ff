//! Statistics: how many of all incidents, and of the filtered ones, have each value of a field; and over time.
//! The counting is `query::facet`'s; this module owns the cursor and the drawing, on the whole screen or over another.
//!
//! ```text
//! Count by        Year ─────────── shown / all
//! ▌Over time      2024    1 / 2   ██░░
//!  Year          ›2025    6 / 6   ████████████
//! ```

use crate::chart::bars;
use crate::command::Command;
use crate::query::Query;
use crate::query::facet::period::{self, Period};
use crate::query::facet::question::Question;
use crate::query::facet::{self, Bin, Counted, FACETS};
use crate::query::field::Field;
use crate::screen::{Desk, Refusal, step};
use crate::text::{Lang, number, screen as words, wait};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::view::line::cut;
use crate::widget::pane;
use crate::widget::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

/// The width of the list of facets on a narrow screen, in cells.
const NAMES: u16 = 24;
/// From this width on the list is as wide as its names.
const WIDE: u16 = 100;

/// What the bins depend on: the field, a date by what, and the state of the matches.
type Asked = (Field, Period, u64);

/// The cells of the longest label and of the longest figure, and the largest figure.
#[derive(Clone, Copy, Debug, Default)]
struct Widest {
    label: usize,
    figure: usize,
    most: u64,
}

/// The state of Statistics.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// The facet under the cursor, and the first that is seen.
    facet: Scroll,
    in_bins: bool,
    bin: Scroll,
    /// Whether the cursor is still to find its place among the bins.
    unplaced: bool,
    period: Period,
    counted: Counted,
    widest: Widest,
    /// Of what that was counted, or is being counted.
    asked: Option<Asked>,
    /// How many questions were asked, and which of them was answered last.
    number: u64,
    answered: u64,
    /// The one that is to be answered elsewhere.
    pub question: Option<Question>,
    /// The values of the chosen incident, and of which incident and field they are.
    here: Vec<String>,
    chosen: Option<(Field, Period, Option<String>)>,
}

impl Statistics {
    /// Runs a command of this screen; says whether the incidents are to be shown that the filter finds now.
    pub fn run(&mut self, command: Command, desk: &mut Desk, body: Rect) -> Result<bool, Refusal> {
        match command {
            Command::NextPane | Command::PreviousPane => self.in_bins = !self.in_bins,
            Command::Left => self.in_bins = false,
            Command::Right => self.in_bins = true,
            Command::Open if !self.in_bins => self.in_bins = true,
            Command::Open | Command::Include => {
                self.include(desk)?;
                return Ok(command == Command::Open);
            }
            Command::Exclude => desk.narrow(&self.query()?.negated()),
            Command::FromHere | Command::UpToHere => self.range(command, desk)?,
            Command::NextPeriod => {
                let at = Period::ALL.iter().position(|period| *period == self.period).unwrap_or(0);
                self.period = Period::ALL[(at + 1) % Period::ALL.len()];
                self.facet = Scroll::default();
                self.bin = Scroll::default();
            }
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                let seen = usize::from(body.height.saturating_sub(2));
                if self.in_bins {
                    self.bin.go(step, self.counted.bins.len(), seen);
                } else if self.facet.go(step, FACETS.len() + 1, seen) {
                    self.bin = Scroll::default();
                }
            }
        }
        Ok(false)
    }

    /// Leaves the bins; says whether there was something to leave.
    pub fn back(&mut self) -> bool {
        std::mem::take(&mut self.in_bins)
    }

    /// The field that is counted by: the date, over time, stands first.
    fn field(&self) -> Field {
        let place = self.facet.cursor.checked_sub(1);
        place.and_then(|place| FACETS.get(place)).copied().unwrap_or(Field::Date)
    }

    /// What finds the incidents of the bin under the cursor.
    fn query(&self) -> Result<Query, Refusal> {
        let bin = self.counted.bins.get(self.bin.cursor).ok_or(words::NOTHING_HERE)?;
        bin.query.clone().ok_or(words::NO_FIELD)
    }

    /// Narrows the filter to the bin under the cursor, beside others of its field that it was narrowed to before.
    fn include(&self, desk: &mut Desk) -> Result<(), Refusal> {
        let wanted = self.query()?;
        let field = format!("{}", self.field());
        let is_of_field = |query: &Query| matches!(query, Query::Test(test) if test.to_string().starts_with(&field));
        let is_choice = |part: &Query| match part {
            Query::Or(parts) => parts.iter().all(is_of_field),
            part => is_of_field(part),
        };
        let parts = desk.filter.query.parts();
        let Some(at) = parts.iter().position(is_choice).filter(|_| is_of_field(&wanted)) else {
            desk.narrow(&wanted);
            return Ok(());
        };
        let chosen = parts.get(at).cloned().unwrap_or_default();
        let both = if chosen == wanted { chosen } else { Query::or([chosen, wanted]) };
        let others = desk.filter.query.without(at);
        desk.set_filter(&others.to_string());
        desk.narrow(&both);
        Ok(())
    }

    /// Narrows the filter from the period under the cursor on, or up to it.
    fn range(&self, command: Command, desk: &mut Desk) -> Result<(), Refusal> {
        if !period::is_dated(self.field()) {
            return Err(words::NO_RANGE);
        }
        let periods: Vec<&Bin> = self.counted.bins.iter().filter(|bin| is_period(bin)).collect();
        let here = self.counted.bins.get(self.bin.cursor).filter(|bin| is_period(bin)).ok_or(words::NO_RANGE)?;
        let (first, last) = periods.first().zip(periods.last()).ok_or(words::NO_RANGE)?;
        let (from, to) = if command == Command::FromHere { (here, *last) } else { (*first, here) };
        desk.narrow(&period::between(from, to).ok_or(words::NO_RANGE)?);
        Ok(())
    }

    /// Counts anew after the matches, the facet or the chosen incident changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        let (field, period) = (self.field(), self.period);
        let asked = (field, period, desk.revision);
        if self.asked != Some(asked) {
            if self.asked.is_none_or(|(known, by, _)| (known, by) != (field, period)) {
                self.counted = Counted::default();
                self.unplaced = true;
            }
            self.asked = Some(asked);
            self.count(desk);
        }
        let chosen = (field, period, desk.selected.clone());
        if self.chosen.as_ref() != Some(&chosen) {
            let place = desk.selected.as_deref().and_then(|id| desk.library.position(id));
            let document = place.and_then(|place| desk.document(place));
            self.here = document.map_or_else(Vec::new, |document| {
                let counted = facet::count_in_view(field, period, &[document], desk.lang);
                counted.bins.into_iter().map(|bin| bin.label).collect()
            });
            self.chosen = Some(chosen);
        }
        if self.unplaced && !self.counted.bins.is_empty() {
            self.unplaced = false;
            // a long axis opens where the chosen incident is
            let here = self.counted.bins.iter().position(|bin| self.here.contains(&bin.label));
            self.bin.cursor = here.filter(|_| period::is_dated(field)).unwrap_or(0);
        }
        let seen = usize::from(body.height.saturating_sub(2));
        self.bin.settle(self.counted.bins.len(), seen);
        self.facet.settle(FACETS.len() + 1, seen);
    }

    /// Counts, or asks for the counts of very many.
    fn count(&mut self, desk: &Desk) {
        self.number += 1;
        let question = Question {
            number: self.number,
            field: self.field(),
            period: self.period,
            documents: Arc::clone(&desk.documents),
            shown: desk.hits.iter().map(|hit| hit.index).collect(),
            lang: desk.lang,
        };
        if desk.has_many() {
            self.question = Some(question);
        } else if let Some(counted) = question.answer(&|| true) {
            self.take_answer(question.number, counted, desk.lang);
        }
    }

    /// Takes in counts; those of an older question are dropped.
    pub fn take_answer(&mut self, number: u64, counted: Counted, lang: Lang) {
        if number != self.number {
            return;
        }
        self.answered = number;
        self.counted = counted;
        let bins = &self.counted.bins;
        let figures = bins.iter().map(|bin| crate::text::number(lang, bin.all as u64).width());
        self.widest = Widest {
            label: bins.iter().map(|bin| bin.label.width()).max().unwrap_or(0),
            figure: figures.max().unwrap_or(0),
            most: bins.iter().map(|bin| bin.all).max().unwrap_or(0) as u64,
        };
    }

    /// The counts as rows of cells, the heads first.
    pub fn table(&self, desk: &Desk) -> Vec<Vec<String>> {
        let [shown, all] = words::SHOWN_AND_ALL.map(|head| head.get(desk.lang).to_owned());
        let heads = vec![self.named(desk.lang), shown, all];
        let rows = self.counted.bins.iter();
        let rows = rows.map(|bin| vec![bin.label.clone(), bin.shown.to_string(), bin.all.to_string()]);
        std::iter::once(heads).chain(rows).collect()
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let names = names(lang);
        let widest = names.iter().filter_map(|name| u16::try_from(name.width() + 2).ok()).max();
        let width = widest.filter(|_| body.width >= WIDE).map_or(NAMES, |widest| widest.min(body.width / 2));
        let left = Rect { width, ..body };
        let head = Line::of(words::FACETS.get(lang), Role::Heading);
        let left = pane::heading(buffer, left, brush, &head, !self.in_bins);
        let ellipsis = brush.glyph(Glyph::Ellipsis);
        for (y, (at, name)) in (left.top()..left.bottom()).zip(names.iter().enumerate().skip(self.facet.top)) {
            let name = cut(name, usize::from(left.width - 1), ellipsis);
            brush.text(buffer, left.x + 1, y, left.width - 1, &name, Role::Text);
            if at == self.facet.cursor {
                let role = if self.in_bins { Role::SelectedElsewhere } else { Role::Selected };
                brush.tint(buffer, Rect { y, height: 1, ..left }, role);
                brush.text(buffer, left.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
        let right = Rect { x: body.x + width + 2, width: body.width.saturating_sub(width + 3), ..body };
        let rows = pane::heading(
            buffer,
            right,
            brush,
            &self.title(desk, usize::from(body.height.saturating_sub(1))),
            self.in_bins,
        );
        if self.counted.bins.is_empty() {
            let told = if self.answered == self.number { words::NO_MATCH } else { wait::COUNTING };
            brush.text(buffer, rows.x, rows.y, rows.width, told.get(lang), Role::Muted);
        }
        self.draw_bins(desk, rows, buffer);
    }

    /// The name of what is counted.
    fn named(&self, lang: Lang) -> String {
        match self.field() {
            Field::Date => words::OVER_TIME.get(lang).to_owned(),
            field => facet::label(field, lang),
        }
    }

    /// The field, how its values are counted, and where among more than are seen the cursor is.
    fn title(&self, desk: &Desk, seen: usize) -> Line {
        let lang = desk.lang;
        let dot = format!(" {} ", desk.brush.glyph(Glyph::Separator));
        let field = self.field();
        let mut title = Line::of(self.named(lang), Role::Heading);
        if self.counted.bins.len() > seen {
            let place = format!("  {}/{}", self.bin.cursor + 1, self.counted.bins.len());
            title = title.with(place, Role::Muted);
        }
        if period::is_dated(field) {
            let at = Period::ALL.iter().position(|period| *period == self.period).unwrap_or(0);
            title = title.with(&dot, Role::Muted).with(words::BY_PERIOD[at].get(lang), Role::Muted);
        }
        title = title.with(&dot, Role::Muted).with(words::SHOWN_OF_ALL.get(lang), Role::Muted);
        if facet::has_several(field) {
            title = title.with(&dot, Role::Muted).with(words::SEVERAL.get(lang), Role::Muted);
        }
        title
    }

    fn draw_bins(&self, desk: &Desk, rows: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let bins = &self.counted.bins;
        let figure = |n: usize| number(desk.lang, n as u64);
        let Widest { label, figure: all, most } = self.widest;
        let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX).min(rows.width / 2);
        let (label, all) = (cells(label), cells(all));
        let figures = 2 * all + 3;
        for (y, (at, bin)) in (rows.top()..rows.bottom()).zip(bins.iter().enumerate().skip(self.bin.top)) {
            let role = if bin.value.is_some() { Role::Text } else { Role::NotStated };
            if self.here.contains(&bin.label) {
                brush.text(buffer, rows.x, y, 1, brush.glyph(Glyph::Here), Role::Strong);
            }
            brush.text(buffer, rows.x + 1, y, label, &bin.label, role);
            let (shown, total) = (figure(bin.shown), figure(bin.all));
            let width = usize::from(all);
            let told =
                Line::of(format!("{shown:>width$}"), Role::Strong).with(format!(" / {total:>width$}"), Role::Muted);
            brush.line(buffer, rows.x + label + 2, y, figures, &told);
            let room = rows.width.saturating_sub(label + figures + 4);
            let cells = |n: usize| {
                let bar = bars::linear_bar(n as u64, most, room);
                usize::from(bar.full.max(u16::from(n > 0)))
            };
            let (full, whole) = (cells(bin.shown), cells(bin.all));
            let x = rows.x + label + figures + 3;
            brush.text(buffer, x, y, room, &brush.glyph(Glyph::BarMaybe).repeat(whole), Role::Muted);
            brush.text(buffer, x, y, room, &brush.glyph(Glyph::Bar).repeat(full), Role::Bar);
            if self.in_bins && at == self.bin.cursor {
                brush.tint(buffer, Rect { y, height: 1, width: label + figures + 2, ..rows }, Role::Selected);
                brush.text(buffer, rows.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
    }
}

/// What incidents can be counted by: time, then each facet.
fn names(lang: Lang) -> Vec<String> {
    let facets = FACETS.into_iter().map(|field| facet::label(field, lang));
    std::iter::once(words::OVER_TIME.get(lang).to_owned()).chain(facets).collect()
}

/// Whether a bin is a period: neither *not stated* nor a date without a start.
fn is_period(bin: &Bin) -> bool {
    bin.value.as_deref().is_some_and(|value| value.starts_with(|c: char| c.is_ascii_digit()))
}
