//! The sources overlay: what carries the statement under the cursor, or the whole incident; one can be opened or copied.
//! It opens nothing itself; it names the address.

use crate::record::incident::{Incident, Source};
use crate::record::vocabulary::Vocabulary;
use crate::screen::Desk;
use crate::text::screen as words;
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows that a source takes.
const ROWS: usize = 3;

/// The state of the overlay.
#[derive(Clone, Debug)]
pub struct Sources {
    /// The incident.
    id: String,
    /// The sources' ids; all where it is empty.
    cited: Vec<String>,
    list: Scroll,
}

impl Sources {
    /// The sources of a statement, or of a whole incident where it cites none.
    pub fn new(id: &str, cited: Vec<String>) -> Sources {
        Sources { id: id.to_owned(), cited, list: Scroll::default() }
    }

    /// Whose sources they are.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Moves the cursor.
    pub fn go(&mut self, step: Move, desk: &Desk) {
        let rows = self.listed(desk).len();
        self.list.go(step, rows, seen((desk.size.0, desk.size.1)));
    }

    /// The source under the cursor.
    pub fn chosen<'a>(&self, desk: &'a Desk) -> Option<&'a Source> {
        self.listed(desk).get(self.list.cursor).copied()
    }

    /// How many sources there are.
    pub fn count(&self, desk: &Desk) -> usize {
        self.listed(desk).len()
    }

    fn incident<'a>(&self, desk: &'a Desk) -> Option<&'a Incident> {
        desk.find(&self.id)?.whole.as_deref()
    }

    fn listed<'a>(&self, desk: &'a Desk) -> Vec<&'a Source> {
        let Some(incident) = self.incident(desk) else { return Vec::new() };
        if self.cited.is_empty() {
            return incident.sources.iter().collect();
        }
        self.cited.iter().filter_map(|id| incident.source(id)).collect()
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let listed = self.listed(desk);
        let seen = seen((screen.width, screen.height)).min(listed.len());
        let height = u16::try_from(seen * ROWS + 3).unwrap_or(u16::MAX);
        let inside = pane::overlay(
            buffer,
            screen,
            brush,
            words::SOURCES.get(lang),
            screen.width.saturating_sub(8).min(110),
            height,
        );
        for (at, source) in listed.iter().enumerate().skip(self.list.top).take(seen) {
            let y = inside.y + u16::try_from((at - self.list.top) * ROWS).unwrap_or(0);
            let grade = source.grade.map_or(brush.glyph(Glyph::NotStated), |grade| grade.id());
            let title = Line::of(format!("{grade} "), Role::Key).with(source.title.get(lang), Role::Strong);
            brush.line(buffer, inside.x + 1, y, inside.width - 1, &title);
            let mut who = Line::of("  ", Role::Text);
            if let Some(publisher) = &source.publisher {
                who = who.with(publisher.get(lang), Role::Text).with("  ", Role::Text);
            }
            if let Some(date) = &source.date {
                who = who.with(date.text(), Role::Muted).with("  ", Role::Text);
            }
            if let Some(note) = &source.note {
                who = who.with(note.get(lang), Role::Muted);
            }
            brush.line(buffer, inside.x + 1, y + 1, inside.width - 1, &who);
            let address = source.url.as_deref().map_or_else(
                || Line::of("  ", Role::Text).with(words::NO_ADDRESS_SHORT.get(lang), Role::NotStated),
                |url| Line::of("  ", Role::Text).with(url, Role::Address),
            );
            brush.line(buffer, inside.x + 1, y + 2, inside.width - 1, &address);
            if at == self.list.cursor {
                for row in y..y + 3 {
                    brush.text(buffer, inside.x, row, 1, brush.glyph(Glyph::Cursor), Role::BorderFocused);
                }
            }
        }
        if inside.height > 0 {
            brush.text(buffer, inside.x, inside.bottom() - 1, inside.width, words::SOURCES_HINT.get(lang), Role::Muted);
        }
    }
}

fn seen(size: (u16, u16)) -> usize {
    (usize::from(size.1).saturating_sub(5) / ROWS).max(1)
}
