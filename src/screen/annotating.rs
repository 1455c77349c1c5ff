//! The line in which an incident's own tags and note are typed: `#word` is a tag, the rest is the note.
//! It keeps nothing; `app` does, as an effect.

use crate::edit::Annotation;
use crate::keymap::Key;
use crate::screen::Desk;
use crate::text::edit as words;
use crate::theme::Role;
use crate::view::Line;
use crate::widget::pane;
use crate::widget::typing::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the overlay.
#[derive(Clone, Debug)]
pub struct Annotating {
    /// The incident.
    pub id: String,
    before: Annotation,
    typing: Typing,
}

impl Annotating {
    /// The line of an incident, with what it says so far.
    pub fn new(id: &str, before: Annotation) -> Annotating {
        let typing = Typing::of(&before.line());
        Annotating { id: id.to_owned(), before, typing }
    }

    /// Takes a key for typing.
    pub fn take(&mut self, key: Key) {
        self.typing.take(key);
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.typing.paste(text);
    }

    /// The annotation as typed.
    pub fn annotation(&self) -> Annotation {
        self.before.with_line(self.typing.text())
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let title = words::ANNOTATE.fill(desk.lang, &[&self.id]);
        let width = screen.width.saturating_sub(6).min(84);
        let hint =
            Line::of(words::ANNOTATE_HINT.get(desk.lang), Role::Muted).fold(usize::from(width.saturating_sub(4)));
        let rows = u16::try_from(hint.len()).unwrap_or(1);
        let inside = pane::overlay(buffer, screen, desk.brush, &title, width, rows + 5);
        let line = Rect { y: inside.y + 1, height: 1, ..inside };
        self.typing.draw(buffer, line, desk.brush, true);
        for (y, row) in (line.y + 2..inside.bottom()).zip(&hint) {
            desk.brush.line(buffer, inside.x, y, inside.width, row);
        }
    }
}
