//! The list of Explore: its columns, what an incident's row says, and what stands there when there is none.
//! Which rows are seen and where the cursor is, is `explore`'s.

use crate::query::{self, document::Headline};
use crate::record::vocabulary::Vocabulary;
use crate::screen::Desk;
use crate::text::{Phrase, screen as words};
use crate::theme::{Glyph, Role};
use crate::view::line::cut;
use crate::view::{Line, Standing, wording};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

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

/// The widths of the list's columns, in cells; a column of no width is left out.
pub struct Columns {
    title: u16,
    organisation: u16,
    date: u16,
    affected: u16,
    status: u16,
}

impl Columns {
    /// The columns of a list of so many cells.
    pub fn of(width: u16) -> Columns {
        let status = if width >= 72 { 12 } else { 2 };
        let organisation = if width >= 110 { 24 } else { 0 };
        let (date, affected) = (12, 15);
        let title = width.saturating_sub(2 + organisation + date + affected + status);
        Columns { title, organisation, date, affected, status }
    }

    /// Paints the heads of the columns.
    pub fn head(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let lang = desk.lang;
        let mut x = area.x + 2;
        let mut cell = |width: u16, text: &str, right: bool| {
            let text = cut(text, usize::from(width.saturating_sub(1)), "");
            let shift = if right { width.saturating_sub(1 + u16::try_from(text.width()).unwrap_or(0)) } else { 0 };
            desk.brush.text(buffer, x + shift, area.y, width, &text, Role::Muted);
            x += width;
        };
        let name = desk.library.entries.first().filter(|_| desk.one_organisation);
        let name = name.map_or("", |entry| entry.document.organisation.get(lang));
        let dot = if name.is_empty() { String::new() } else { format!(" {} ", desk.brush.glyph(Glyph::Separator)) };
        cell(self.title, &crate::text::clean(&format!("{}{dot}{name}", words::COLUMN_TITLE.get(lang))), false);
        if self.organisation > 0 {
            cell(self.organisation, words::COLUMN_ORGANISATION.get(lang), false);
        }
        cell(self.date, words::COLUMN_DATE.get(lang), false);
        cell(self.affected, words::COLUMN_AFFECTED.get(lang), true);
        if self.status > 2 {
            cell(self.status, words::COLUMN_STATUS.get(lang), false);
        }
    }

    /// Paints the row of a match.
    pub fn row(&self, desk: &Desk, hit: usize, area: Rect, buffer: &mut Buffer) {
        let Some(entry) = desk.entry(hit) else { return };
        let document = &*entry.document;
        let letters = query::matched(&desk.filter.query, document, desk.lang);
        let brush = desk.brush;
        if desk.marks.iter().any(|id| id == entry.id()) {
            brush.text(buffer, area.x + 1, area.y, 1, brush.glyph(Glyph::Marked), Role::Marked);
        }
        let mut x = area.x + 2;
        let said = if desk.one_organisation { document.opening(desk.lang) } else { 0 };
        let rest: String = document.title.get(desk.lang).chars().skip(said).collect();
        let places: Vec<usize> = letters.title.iter().filter_map(|place| place.checked_sub(said)).collect();
        let title = matched(&rest, &places);
        brush.line(buffer, x, area.y, self.title.saturating_sub(1), &title);
        x += self.title;
        if self.organisation > 0 {
            let name = matched(document.organisation.get(desk.lang), &letters.organisation);
            brush.line(buffer, x, area.y, self.organisation - 1, &name);
            x += self.organisation;
        }
        let date = wording::date::short(&document.date_text, desk.brush.glyphs);
        brush.text(buffer, x, area.y, self.date.saturating_sub(1), &date, Role::Text);
        x += self.date;
        let affected = affected(desk, document.headline);
        let width = u16::try_from(affected.width()).unwrap_or(0);
        brush.line(buffer, x + (self.affected - 1).saturating_sub(width), area.y, self.affected - 1, &affected);
        x += self.affected;
        let standing =
            if document.status.is_some() { Standing::of_status(document.status) } else { Standing::NotStated };
        let mut status = Line::of(brush.glyph(standing.glyph()), standing.role());
        if let (true, Some(word)) = (self.status > 2, document.status) {
            status = status.with(" ", Role::Text).with(word.label().get(desk.lang), Role::Text);
        }
        brush.line(buffer, x, area.y, self.status, &status);
    }
}

/// A headline for the list: the figure, and a sign where it is contested.
fn affected(desk: &Desk, headline: Option<Headline>) -> Line {
    let Some(Headline { count, contested, .. }) = headline else {
        return Line::of(desk.brush.glyph(Glyph::NotStated), Role::NotStated);
    };
    let figure = wording::count::compact(count, desk.lang, desk.brush.glyphs);
    let line = Line::of(figure, Role::Strong);
    if contested { line.with(desk.brush.glyph(Glyph::Differs), Role::Disputed) } else { line }
}

/// A text with the letters that the filter matched, by their places in characters.
fn matched(text: &str, places: &[usize]) -> Line {
    let mut line = Line::new();
    let mut run = (String::new(), false);
    for (at, letter) in text.chars().enumerate() {
        let hit = places.contains(&at);
        if hit != run.1 && !run.0.is_empty() {
            line = line.with(std::mem::take(&mut run.0), if run.1 { Role::Matched } else { Role::Text });
        }
        run.1 = hit;
        run.0.push(letter);
    }
    line.with(run.0, if run.1 { Role::Matched } else { Role::Text })
}
