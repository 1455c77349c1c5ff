//! The strip above the list: how many of the matches begin when, and where the chosen one does.
//! It is counted once when the matches change; drawing a frame only reads it.

use crate::chart::bars;
use crate::chart::scale::TimeScale;
use crate::query::documents::{Ends, UNDATED};
use crate::query::index::Sieve;
use crate::screen::Desk;
use crate::theme::Role;
use crate::widget::axis::{self, Counting};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rayon::prelude::*;

/// How many matches are counted together.
const TOGETHER: usize = 8_192;

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
        // as the documents lie: gathered in the order of the matches they would come from everywhere
        let matches = Sieve::of(desk.hits.iter().map(|hit| hit.index), desk.documents.len());
        let dates = matches.places().filter_map(|place| desk.documents.dates().get(place).copied());
        let dates: Vec<Ends> = dates.filter(|ends| *ends != UNDATED).collect();
        let join = |(first, last): Ends, (from, to): Ends| (first.min(from), last.max(to));
        let (first, last) = dates.iter().copied().fold(UNDATED, join);
        self.scale = (!dates.is_empty()).then(|| TimeScale::fit(first, last, width));
        let counted = self.scale.map(|scale| {
            let count = |dates: &[Ends]| bars::strip(dates.iter().map(|(first, _)| *first), &scale);
            dates.par_chunks(TOGETHER).map(count).reduce(bars::Strip::default, |all, part| all.and(&part))
        });
        self.levels = counted.unwrap_or_default().levels().collect();
    }

    /// All matches over time, and the years below.
    pub fn draw(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let Some(scale) = self.scale.filter(|_| area.height >= 2 && area.width >= 10) else { return };
        let inside = Rect { x: area.x + 2, width: area.width - 4, ..area };
        let chosen = desk.cursor().and_then(|at| desk.documents.dates().get(desk.hits.get(at)?.index));
        let here = chosen.filter(|ends| **ends != UNDATED).map(|(first, _)| scale.cell(*first));
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
