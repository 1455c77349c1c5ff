//! The frame around a pane or an overlay: a title on a line, borders where they help.
//! It does not fill what it frames.

use crate::theme::{Glyph, Glyphs, Role};
use crate::view::Line;
use crate::widget::Brush;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Clear, Widget};

/// Paints a heading line with a rule to the right, and gives the area below it.
pub fn heading(buffer: &mut Buffer, area: Rect, brush: Brush, title: &Line, focused: bool) -> Rect {
    if area.height == 0 || area.width == 0 {
        return area;
    }
    let rule = if focused { Role::BorderFocused } else { Role::Border };
    let used = brush.line(buffer, area.x, area.y, area.width, title);
    let start = area.x + used + 1;
    if used + 1 < area.width {
        let cells = usize::from(area.width - used - 1);
        brush.text(buffer, start, area.y, area.width, &brush.glyph(Glyph::Horizontal).repeat(cells), rule);
    }
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

/// Paints lines, folded to an area that leaves a cell free on both sides; of what has no room, the number of rows is told.
pub fn told<'a>(buffer: &mut Buffer, area: Rect, brush: Brush, lines: impl IntoIterator<Item = &'a Line>) {
    let width = area.width.saturating_sub(2);
    let folded: Vec<Line> = lines.into_iter().flat_map(|line| line.fold(usize::from(width))).collect();
    for (y, line) in (area.top()..area.bottom()).zip(&folded) {
        brush.line(buffer, area.x + 1, y, width, line);
    }
    let hidden = folded.len().saturating_sub(usize::from(area.height));
    if hidden > 0 && area.height > 0 {
        let sign = Line::of(format!(" {} {hidden}", brush.glyph(Glyph::More)), Role::Strong);
        let cells = u16::try_from(sign.width()).unwrap_or(width).min(width);
        let place = Rect { x: area.right() - 1 - cells, y: area.bottom() - 1, width: cells, height: 1 };
        Clear.render(place.intersection(buffer.area), buffer);
        brush.line(buffer, place.x, place.y, cells, &sign);
    }
}

/// Clears a place in the middle of the screen, frames it, and gives the area inside.
pub fn overlay(buffer: &mut Buffer, screen: Rect, brush: Brush, title: &str, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    let area =
        Rect { x: screen.x + (screen.width - width) / 2, y: screen.y + (screen.height - height) / 2, width, height };
    let inside = frame(buffer, area, brush);
    brush.text(buffer, area.x + 1, area.y, width.saturating_sub(2), &format!(" {title} "), Role::Heading);
    inside
}

/// Clears a place, frames it, and gives the area inside.
pub fn frame(buffer: &mut Buffer, area: Rect, brush: Brush) -> Rect {
    Clear.render(area, buffer);
    let block = Block::bordered().border_set(borders(brush.glyphs)).border_style(brush.style(Role::BorderFocused));
    let inside = block.inner(area);
    block.render(area, buffer);
    Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
}

fn borders(glyphs: Glyphs) -> border::Set<'static> {
    match glyphs {
        Glyphs::Unicode => border::ROUNDED,
        Glyphs::Ascii => border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        },
    }
}
