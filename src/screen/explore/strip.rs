//! The strip above the list: how many of the matches begin when, and where the chosen one does.
//! It is counted once when the matches change; drawing a frame only reads it.

use crate::chart::bars;
use crate::chart::scale::TimeScale;
use crate::screen::Desk;
use crate::theme::Role;
use crate::widget::axis::{self, Counting};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How many of the matches begin in each cell.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    scale: Option<TimeScale>,
    /// The height of each cell's bar.
    levels: Vec<u8>,
    /// Of which matches that was counted, and for how many cells.
    counted: Option<(u64, u16)>,
}

impl Strip {
    /// Counts anew after the matches or the width changed.
    pub fn settle(&mut self, desk: &Desk, area: Rect) {
        let width = area.width.saturating_sub(4);
        if self.counted == Some((desk.revision, width)) {
            return;
        }
        self.counted = Some((desk.revision, width));
        let mut is_match = vec![false; desk.documents.len()];
        for hit in &desk.hits {
            if let Some(is_match) = is_match.get_mut(hit.index) {
                *is_match = true;
            }
        }
        // as the documents lie: gathered in the order of the matches they would come from everywhere
        let dates = desk.documents.dates().iter().zip(&is_match).filter(|(_, is_match)| **is_match);
        let dates = dates.map(|(ends, _)| *ends).filter(|(from, to)| from.is_some() || to.is_some());
        let mut ends = dates.clone().flat_map(|(from, to)| [from, to]).flatten();
        let span = ends.next().map(|one| ends.fold((one, one), |(first, last), at| (first.min(at), last.max(at))));
        self.scale = span.map(|(first, last)| TimeScale::fit(first, last, width));
        self.levels = self.scale.as_ref().map(|scale| bars::strip(dates, scale).levels().collect()).unwrap_or_default();
    }

    /// All matches over time, and the years below.
    pub fn draw(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let Some(scale) = self.scale.filter(|_| area.height >= 2 && area.width >= 10) else { return };
        let inside = Rect { x: area.x + 2, width: area.width - 4, ..area };
        let date = desk.chosen().map(|entry| entry.document.date);
        let here = date.and_then(|date| date.earliest.or(date.latest)).map(|at| scale.cell(at.timestamp()));
        for (cell, level) in (0u16..inside.width).zip(&self.levels) {
            if *level > 0 {
                let role = if here == Some(i64::from(cell)) { Role::Strong } else { Role::Bar };
                desk.brush.text(buffer, inside.x + cell, inside.y, 1, desk.brush.glyphs.level(*level), role);
            }
        }
        let below = Rect { y: inside.y + 1, height: 1, ..inside };
        axis::draw(desk.brush, desk.lang, &scale.into(), Counting::Calendar, below, buffer);
    }
}
