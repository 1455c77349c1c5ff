//! The list of Explore: its columns, what an incident's row says, and what stands there when there is none.
//! Which rows are seen and where the cursor is, is `explore`'s.

use super::column;
use crate::query::{Key, Search};
use crate::screen::Desk;
use crate::text::{Lang, Phrase, screen as words};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::view::line::cut;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The columns that a reader expects beside the title.
pub const USUAL: [Key; 3] = [Key::Date, Key::Affected, Key::Status];
/// The fewest cells of a title.
const LEAST_TITLE: u16 = 14;

/// What stands where no incident is listed: nothing loaded yet, nothing there, or nothing that matches.
pub fn empty(desk: &Desk, area: Rect, buffer: &mut Buffer) {
    let (title, hint): (Phrase, Option<Phrase>) = if !desk.progress.done {
        (words::LOOKING, None)
    } else if desk.library.entries.is_empty() {
        (words::NO_RECORDS, Some(words::NO_RECORDS_HINT))
    } else {
        (words::NO_MATCH, Some(words::NO_MATCH_HINT))
    };
    let x = area.x + 2;
    let width = area.width.saturating_sub(4);
    desk.brush.text(buffer, x, area.y + 1, width, title.get(desk.lang), Role::Strong);
    let hint = hint.map(|hint| Line::of(hint.get(desk.lang), Role::Muted).fold(usize::from(width))).unwrap_or_default();
    for (y, line) in (area.y + 2..area.bottom()).zip(&hint) {
        desk.brush.line(buffer, x, y, width, line);
    }
}

/// The columns of a list so many cells wide: the title, and those beside it that have room.
pub struct Columns {
    title: u16,
    beside: Vec<(Key, u16)>,
    left_out: usize,
}

impl Columns {
    /// The columns that were chosen, or those that a reader expects; what has no room beside the title is left out.
    pub fn of(chosen: &[Key], width: u16) -> Columns {
        let mut beside = Vec::new();
        let mut room = width.saturating_sub(2 + LEAST_TITLE);
        let keys = if chosen.is_empty() { &USUAL[..] } else { chosen };
        for key in keys {
            let cells = column::width(*key, width);
            if cells <= room {
                room -= cells;
                beside.push((*key, cells));
            }
        }
        let title = width.saturating_sub(2 + beside.iter().map(|(_, cells)| cells).sum::<u16>());
        Columns { title, left_out: keys.len() - beside.len(), beside }
    }

    /// How many rows the heads take: two where one of them needs them.
    pub fn heads(&self, lang: Lang) -> u16 {
        let is_long = |(key, width): &(Key, u16)| *width > 2 && column::head(*key, lang).width() >= usize::from(*width);
        if self.beside.iter().any(is_long) { 2 } else { 1 }
    }

    /// Paints the heads of the columns, at the bottom of an area.
    pub fn head(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let (lang, ellipsis) = (desk.lang, desk.brush.glyph(Glyph::Ellipsis));
        let mut x = area.x + 2;
        let mut cell = |width: u16, text: &str, right: bool| {
            let cells = usize::from(width.saturating_sub(1));
            let mut rows = Line::of(text, Role::Muted).fold(cells).into_iter();
            // what has no room in its rows is cut in the last
            let above: Vec<String> = rows.by_ref().take(usize::from(area.height) - 1).map(|row| row.text()).collect();
            let rest = rows.map(|row| row.text()).collect::<Vec<_>>().join(" ");
            let rest = (!rest.is_empty()).then(|| cut(&rest, cells, ellipsis));
            let rows: Vec<String> = above.into_iter().chain(rest).collect();
            for (y, text) in (0..area.bottom()).rev().zip(rows.iter().rev()) {
                let shift = if right { cells.saturating_sub(text.width()) } else { 0 };
                desk.brush.text(buffer, x + u16::try_from(shift).unwrap_or(0), y, width, text, Role::Muted);
            }
            x += width;
        };
        let name = desk.documents.first().filter(|_| desk.one_organisation);
        let name = name.map_or("", |document| document.organisation.get(lang));
        let dot = if name.is_empty() { String::new() } else { format!(" {} ", desk.brush.glyph(Glyph::Separator)) };
        // what has no room is told of, as it was asked for
        let more = if self.left_out > 0 { format!(" +{}", self.left_out) } else { String::new() };
        cell(self.title, &crate::text::clean(&format!("{}{more}{dot}{name}", words::COLUMN_TITLE.get(lang))), false);
        for (key, width) in &self.beside {
            let head = if *width > 2 { column::head(*key, lang) } else { String::new() };
            cell(*width, &head, column::is_right(*key));
        }
    }

    /// Paints the row of a match, of which the search says which letters match.
    pub fn row(&self, desk: &Desk, hit: usize, search: &Search, area: Rect, buffer: &mut Buffer) {
        let Some(entry) = desk.entry(hit) else { return };
        let document = &*entry.document;
        let letters = search.matched(document, desk.lang);
        let brush = desk.brush;
        if desk.marks.iter().any(|id| id == entry.id()) {
            brush.text(buffer, area.x + 1, area.y, 1, brush.glyph(Glyph::Marked), Role::Marked);
        }
        let mut x = area.x + 2;
        let said = if desk.one_organisation { document.opening(desk.lang) } else { 0 };
        let rest: String = document.title.get(desk.lang).chars().skip(said).collect();
        let places: Vec<usize> = letters.title.iter().filter_map(|place| place.checked_sub(said)).collect();
        let mut title = column::marked(&rest, &places);
        if desk.sidecar.of(entry.id()).is_some_and(|annotation| annotation.star) {
            title.spans.splice(0..0, Line::of(format!("{} ", brush.glyph(Glyph::Star)), Role::Marked).spans);
        }
        brush.line(buffer, x, area.y, self.title.saturating_sub(1), &title);
        x += self.title;
        for (key, width) in &self.beside {
            let told = column::cell(*key, document, &letters, desk.lang, brush.glyphs);
            let cells = u16::try_from(told.width()).unwrap_or(u16::MAX);
            let shift = if column::is_right(*key) { (width - 1).saturating_sub(cells) } else { 0 };
            brush.line(buffer, x + shift, area.y, (width - 1).max(1), &told);
            x += width;
        }
    }
}
