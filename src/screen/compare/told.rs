//! What Compare tells below its grid: the cell under the cursor in full, and where a gap stands in the filtered set.
//! It moves nothing.

use super::grid::{Shown, grid};
use super::{Compare, Desk};
use crate::record::gap::set::GapSet;
use crate::record::gap::{Between, between, stated};
use crate::theme::{Glyph, Role};
use crate::view::comparison::Comparison;
use crate::view::{Line, Options, gaps};
use crate::widget::pane;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl Compare {
    /// Reckons a gap over the filtered set, unless it is known.
    pub(super) fn look_over(&mut self, desk: &Desk, asked: Between) {
        if self.surveyed != Some(desk.revision) {
            self.surveyed = Some(desk.revision);
            self.sets.clear();
        }
        if self.sets.iter().all(|(known, _)| *known != asked) {
            let documents = desk.hits.iter().filter_map(|hit| desk.document(hit.index));
            let set = GapSet::new(documents.map(|document| between(&document.dates, asked)));
            self.sets.push((asked, set));
        }
    }

    /// Draws the cell under the cursor in full.
    pub(super) fn draw_told(&self, desk: &Desk, told: &Comparison, shown: &[Shown], body: Rect, buffer: &mut Buffer) {
        let area = grid(body, told.columns.len(), self.tall).told;
        let Some(Shown::Row(section, row)) = shown.get(self.line.cursor).copied() else { return };
        let row = &told.sections[section].rows[row];
        let (Some(cell), Some(column)) = (row.cells.get(self.column), told.columns.get(self.column)) else { return };
        let dot = format!(" {} ", desk.brush.glyph(Glyph::Separator));
        let title = Line::of(&row.label, Role::Heading).with(dot, Role::Muted).with(&column.title, Role::Muted);
        let inside = pane::heading(buffer, area, desk.brush, &title, true);
        let rank = row.between.and_then(|asked| self.rank(desk, asked));
        pane::told(buffer, inside, desk.brush, rank.iter().chain(&cell.detail));
    }

    /// Where the gap of the column under the cursor stands among those of the filtered set.
    fn rank(&self, desk: &Desk, asked: Between) -> Option<Line> {
        let entry = *desk.marked().get(self.column)?;
        let gap = stated(entry.whole.as_deref()?, asked.from, asked.to)?.gap;
        let (_, set) = self.sets.iter().find(|(known, _)| *known == asked)?;
        let options = Options { lang: desk.lang, glyphs: desk.brush.glyphs, width: usize::from(desk.size.0) };
        gaps::standing_in(set, gap, &options)
    }
}
