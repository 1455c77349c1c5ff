//! Painting the filter: its line, typed or as chips that say how much each hides, and below it what may be typed next.
//! It changes nothing.

use super::Filter;
use crate::command::Command;
use crate::query::Mistake;
use crate::screen::Desk;
use crate::text::{number, screen as words, wait};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};
use unicode_width::UnicodeWidthStr;

/// The offers that are seen below the line.
const OFFERS: usize = 6;
/// Where the text begins, after the sign.
const START: u16 = 3;

/// Paints the line.
pub fn line(desk: &Desk, area: Rect, buffer: &mut Buffer) {
    let (filter, brush, lang) = (&desk.filter, desk.brush, desk.lang);
    let typed = filter.typing.text();
    let told = told(desk);
    brush.text(buffer, area.x + 1, area.y, 1, "/", if filter.focused { Role::Key } else { Role::Muted });
    let told_width = cells(&told).min(area.width.saturating_sub(24));
    let field = Rect { x: area.x + START, width: area.width.saturating_sub(START + 1 + told_width + 2), ..area };
    if typed.is_empty() {
        let hint = if filter.focused { words::FILTER_EXAMPLE } else { words::FILTER_PROMPT };
        let shift = u16::from(filter.focused) * 2;
        brush.text(buffer, field.x + shift, field.y, field.width.saturating_sub(shift), hint.get(lang), Role::Muted);
    }
    if filter.focused || filter.mistake.is_some() || filter.query.is_empty() {
        filter.typing.draw(buffer, field, brush, filter.focused);
    } else {
        brush.line(buffer, field.x, field.y, field.width, &chips(desk));
    }
    brush.line(buffer, area.x + area.width.saturating_sub(told_width + 1), area.y, told_width, &told);
}

/// What stands at the right: how many match, or why what is typed cannot be read.
fn told(desk: &Desk) -> Line {
    let (filter, lang) = (&desk.filter, desk.lang);
    if let Some(mistake) = filter.mistake.as_ref().filter(|mistake| !filter.focused && !mistake.is_incomplete()) {
        return Line::of(mistake.message(lang), Role::Error);
    }
    if filter.suspended {
        let key = Command::SuspendFilter.row().and_then(|row| row.keys.first()).copied().unwrap_or_default();
        return Line::of(words::SUSPENDED.fill(lang, &[&key]), Role::Warning);
    }
    if filter.typing.text().is_empty() {
        return Line::new();
    }
    if desk.is_waiting() {
        return Line::of(wait::SEARCHING.get(lang), Role::Muted);
    }
    let (seen, all) = (number(lang, desk.hits.len() as u64), number(lang, desk.library.entries.len() as u64));
    Line::of(words::MATCHES.fill(lang, &[&seen, &all]), Role::Strong)
}

/// The parts of the query, each with how many incidents it hides that all the others show.
fn chips(desk: &Desk) -> Line {
    let (filter, brush) = (&desk.filter, desk.brush);
    let role = if filter.suspended { Role::Superseded } else { Role::Text };
    let mut line = Line::new();
    for (n, part) in filter.query.parts().iter().enumerate() {
        if n > 0 {
            line = line.with(format!(" {} ", brush.glyph(Glyph::Separator)), Role::Muted);
        }
        line = line.with(part.to_string(), role);
        if let Some(hidden) = filter.hidden.get(n).filter(|_| !filter.suspended) {
            line = line.with(format!(" -{}", number(desk.lang, *hidden as u64)), Role::Warning);
        }
    }
    line
}

/// Paints below the line, while it is typed, where it is mistaken and what may be typed next.
pub fn below(desk: &Desk, line: Rect, screen: Rect, buffer: &mut Buffer) {
    let (filter, brush) = (&desk.filter, desk.brush);
    if !filter.focused {
        return;
    }
    let mut y = line.y + 1;
    if let Some(mistake) = filter.mistake.as_ref().filter(|mistake| !mistake.is_incomplete()) {
        let row = Rect { y, height: 1, ..screen };
        Clear.render(row, buffer);
        brush.line(buffer, row.x, y, row.width, &caret(filter, mistake, desk));
        y += 1;
    }
    let offers = &filter.completion.offers;
    if offers.is_empty() {
        return;
    }
    let top = filter.offer.map_or(0, |offer| (offer + 1).saturating_sub(OFFERS));
    let seen = offers.iter().enumerate().skip(top).take(OFFERS);
    let figure = |count: Option<usize>| count.map_or_else(String::new, |count| number(desk.lang, count as u64));
    let widest = |width: &dyn Fn(usize) -> usize| seen.clone().map(|(at, _)| width(at)).max().unwrap_or(0);
    let text = widest(&|at| offers[at].text.width()).min(36);
    let label = widest(&|at| offers[at].label.width()).min(40);
    let count = widest(&|at| figure(offers[at].count).width());
    let width = u16::try_from(text + label + count + 8).unwrap_or(u16::MAX).min(screen.width);
    let height = u16::try_from(seen.len() + 2).unwrap_or(u16::MAX).min(screen.bottom().saturating_sub(y));
    let column = u16::try_from(filter.typing.column(filter.completion.span.start)).unwrap_or(0);
    let x = (line.x + START + column).saturating_sub(2).min(screen.right().saturating_sub(width));
    let inside = pane::frame(buffer, Rect { x, y, width, height }, brush);
    for (y, (at, offer)) in (inside.top()..inside.bottom()).zip(seen) {
        brush.text(buffer, inside.x, y, u16::try_from(text).unwrap_or(width), &offer.text, Role::Strong);
        let x = inside.x + u16::try_from(text + 2).unwrap_or(0);
        brush.text(buffer, x, y, u16::try_from(label).unwrap_or(0), &offer.label, Role::Muted);
        let figure = figure(offer.count);
        let cells = u16::try_from(figure.width()).unwrap_or(0);
        brush.text(buffer, inside.right().saturating_sub(cells), y, cells, &figure, Role::Text);
        if filter.offer == Some(at) {
            brush.tint(buffer, Rect { y, height: 1, ..inside }, Role::Selected);
        }
    }
}

/// Carets under the mistake, and what is wrong, beside them or before them where there is more room.
fn caret(filter: &Filter, mistake: &Mistake, desk: &Desk) -> Line {
    let from = usize::from(START) + filter.typing.column(mistake.span.start);
    let to = usize::from(START) + filter.typing.column(mistake.span.end.max(mistake.span.start + 1));
    let carets = "^".repeat(to.saturating_sub(from).max(1));
    let message = mistake.message(desk.lang);
    let room = usize::from(desk.size.0);
    if to + 1 + message.width() > room && message.width() + 2 < from {
        let blank = " ".repeat(from - message.width() - 1);
        return Line::of(blank, Role::Text).with(message, Role::Error).with(format!(" {carets}"), Role::Error);
    }
    Line::of(" ".repeat(from), Role::Text).with(carets, Role::Error).with(format!(" {message}"), Role::Error)
}

fn cells(line: &Line) -> u16 {
    u16::try_from(line.width()).unwrap_or(u16::MAX)
}
