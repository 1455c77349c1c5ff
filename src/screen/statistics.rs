//! Statistics: how many of the filtered incidents have each value of a field.
//! The counting is `query::facet`'s; this module owns the cursor and the drawing.
//!
//! ```text
//! Count by        Year
//! ▌Year           2024    1  ██
//!  Organisation   2025    6  ████████████
//! ```

use crate::chart::bars;
use crate::command::Command;
use crate::query::facet::{self, Bin, Facet};
use crate::screen::{Desk, Refusal, step};
use crate::text::{number, screen as words};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The width of the list of facets, in cells.
const FACETS: u16 = 24;

/// The state of Statistics.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    facet: Facet,
    in_bins: bool,
    bin: Scroll,
    bins: Vec<Bin>,
    /// Of which facet and which matches these bins are.
    counted: Option<(Facet, u64)>,
}

impl Statistics {
    /// Runs a command of this screen; the query that shows a bin's incidents, where that was asked for.
    pub fn run(&mut self, command: Command, body: Rect) -> Result<Option<String>, Refusal> {
        match command {
            Command::NextPane | Command::PreviousPane => self.in_bins = !self.in_bins,
            Command::Left => self.in_bins = false,
            Command::Right => self.in_bins = true,
            Command::Open if !self.in_bins => self.in_bins = true,
            Command::Open => {
                let bin = self.bins.get(self.bin.cursor).ok_or(words::NOTHING_HERE)?;
                let (field, value) = self.facet.field().zip(bin.value.as_ref()).ok_or(words::NO_FIELD)?;
                let quoted = if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.clone() };
                return Ok(Some(format!("{field}:{quoted}")));
            }
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                if self.in_bins {
                    self.bin.go(step, self.bins.len(), usize::from(body.height.saturating_sub(2)));
                } else {
                    self.move_facet(step);
                }
            }
        }
        Ok(None)
    }

    /// Leaves the bins; says whether there was something to leave.
    pub fn back(&mut self) -> bool {
        std::mem::take(&mut self.in_bins)
    }

    /// Counts anew after the matches or the facet changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        let wanted = Some((self.facet, desk.revision));
        if self.counted != wanted {
            self.counted = wanted;
            let documents = desk.hits.iter().filter_map(|hit| desk.document(hit.index));
            self.bins = facet::bins(self.facet, documents, desk.lang);
        }
        self.bin.settle(self.bins.len(), usize::from(body.height.saturating_sub(2)));
    }

    fn move_facet(&mut self, step: Move) {
        let at = Facet::ALL.iter().position(|facet| *facet == self.facet).unwrap_or(0);
        let mut scroll = Scroll { cursor: at, top: 0 };
        scroll.go(step, Facet::ALL.len(), Facet::ALL.len());
        self.facet = Facet::ALL[scroll.cursor];
        self.bin = Scroll::default();
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let left = Rect { width: FACETS, ..body };
        let left =
            pane::heading(buffer, left, brush, &Line::of(words::FACETS.get(desk.lang), Role::Heading), !self.in_bins);
        for (y, facet) in (left.top()..left.bottom()).zip(Facet::ALL) {
            brush.text(buffer, left.x + 1, y, left.width - 1, facet.label().get(desk.lang), Role::Text);
            if facet == self.facet {
                let role = if self.in_bins { Role::SelectedElsewhere } else { Role::Selected };
                brush.tint(buffer, Rect { y, height: 1, ..left }, role);
                brush.text(buffer, left.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
        let right = Rect { x: body.x + FACETS + 2, width: body.width.saturating_sub(FACETS + 3), ..body };
        let mut title = Line::of(self.facet.label().get(desk.lang), Role::Heading);
        if self.facet.has_several() {
            title = title.with(format!(" {} ", brush.glyph(Glyph::Separator)), Role::Muted);
            title = title.with(words::SEVERAL.get(desk.lang), Role::Muted);
        }
        let rows = pane::heading(buffer, right, brush, &title, self.in_bins);
        if self.bins.is_empty() {
            brush.text(buffer, rows.x, rows.y, rows.width, words::NO_MATCH.get(desk.lang), Role::Muted);
        }
        self.draw_bins(desk, rows, buffer);
    }

    fn draw_bins(&self, desk: &Desk, rows: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let most = self.bins.iter().map(|bin| bin.count).max().unwrap_or(0);
        let label = self.bins.iter().map(|bin| bin.label.width()).max().unwrap_or(0).min(usize::from(rows.width) / 2);
        let label = u16::try_from(label).unwrap_or(rows.width / 2);
        let seen = self.bins.iter().enumerate().skip(self.bin.top);
        for (y, (at, bin)) in (rows.top()..rows.bottom()).zip(seen) {
            let role = if bin.value.is_some() { Role::Text } else { Role::NotStated };
            brush.text(buffer, rows.x + 1, y, label, &bin.label, role);
            let count = number(desk.lang, bin.count as u64);
            brush.text(buffer, rows.x + label + 2, y, 8, &format!("{count:>7}"), Role::Strong);
            let room = rows.width.saturating_sub(label + 12);
            let bar = bars::linear_bar(bin.count as u64, most as u64, room);
            let cells = brush.glyph(Glyph::Bar).repeat(usize::from(bar.full.max(u16::from(bin.count > 0))));
            brush.text(buffer, rows.x + label + 11, y, room, &cells, Role::Bar);
            if self.in_bins && at == self.bin.cursor {
                brush.tint(buffer, Rect { y, height: 1, width: label + 10, ..rows }, Role::Selected);
                brush.text(buffer, rows.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
    }
}
