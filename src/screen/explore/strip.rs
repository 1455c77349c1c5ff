//! The strip above the list: how many of the matches begin when, and where the chosen one does.
//! It counts what the desk has reckoned; it reads no record.

use crate::chart::bars;
use crate::chart::scale::TimeScale;
use crate::screen::Desk;
use crate::theme::Role;
use crate::widget::axis::{self, Counting};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// All matches over time: how many start in each cell, and the years below.
pub fn draw(desk: &Desk, area: Rect, buffer: &mut Buffer) {
    if area.height < 2 || area.width < 10 {
        return;
    }
    let inside = Rect { x: area.x + 2, width: area.width - 4, ..area };
    let dates: Vec<(Option<i64>, Option<i64>)> = desk
        .hits
        .iter()
        .filter_map(|hit| desk.document(hit.index))
        .map(|document| [document.date.earliest, document.date.latest].map(|at| at.map(|at| at.timestamp())))
        .map(|[from, to]| (from, to))
        .filter(|ends| ends.0.is_some() || ends.1.is_some())
        .collect();
    let ends = dates.iter().flat_map(|(from, to)| [*from, *to]).flatten();
    let Some((first, last)) = ends.clone().min().zip(ends.max()) else { return };
    let scale = TimeScale::fit(first, last, inside.width);
    let chosen = desk.chosen().and_then(|_| desk.document(desk.hits.get(desk.cursor()?)?.index));
    let here =
        chosen.and_then(|document| document.date.earliest.or(document.date.latest)).map(|t| scale.cell(t.timestamp()));
    for (cell, level) in (0u16..).zip(bars::strip(dates, &scale).levels()) {
        if level > 0 {
            let role = if here == Some(i64::from(cell)) { Role::Strong } else { Role::Bar };
            brush_level(desk, buffer, inside.x + cell, inside.y, level, role);
        }
    }
    let below = Rect { y: inside.y + 1, height: 1, ..inside };
    axis::draw(desk.brush, desk.lang, &scale.into(), Counting::Calendar, below, buffer);
}

fn brush_level(desk: &Desk, buffer: &mut Buffer, x: u16, y: u16, level: u8, role: Role) {
    desk.brush.text(buffer, x, y, 1, desk.brush.glyphs.level(level), role);
}
