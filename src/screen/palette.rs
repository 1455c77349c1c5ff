//! The palette: a command found by its name, with its key.
//! It runs nothing; it names the command to run.

use crate::command::{Command, Row, Scope, TABLE};
use crate::keymap::Key;
use crate::query::name;
use crate::screen::Desk;
use crate::text::{Lang, screen as words};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use crate::widget::typing::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows of the palette that are seen.
const SEEN: usize = 12;

/// The state of the palette.
#[derive(Clone, Debug)]
pub struct Palette {
    scope: Scope,
    typing: Typing,
    list: Scroll,
}

impl Palette {
    /// The palette of a scope.
    pub fn new(scope: Scope) -> Palette {
        Palette { scope, typing: Typing::default(), list: Scroll::default() }
    }

    /// Takes a key for typing; says whether it was one.
    pub fn take(&mut self, key: Key) -> bool {
        let taken = self.typing.take(key);
        if taken {
            self.list = Scroll::default();
        }
        taken
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.typing.paste(text);
    }

    /// Moves the cursor.
    pub fn go(&mut self, step: Move, lang: Lang) {
        let rows = self.found(lang).len();
        self.list.go(step, rows, SEEN);
    }

    /// The command under the cursor.
    pub fn chosen(&self, lang: Lang) -> Option<Command> {
        self.found(lang).get(self.list.cursor).map(|row| row.command)
    }

    fn found(&self, lang: Lang) -> Vec<&'static Row> {
        let here = TABLE.iter().filter(|row| row.scope == self.scope || row.scope == Scope::Anywhere);
        let here = here.filter(|row| row.command != Command::Palette);
        let mut scored: Vec<(i64, &Row)> =
            here.filter_map(|row| Some((name::score(self.typing.text(), row.help.get(lang))?, row))).collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored.into_iter().map(|(_, row)| row).collect()
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let height = u16::try_from(SEEN + 4).unwrap_or(16);
        let inside = pane::overlay(buffer, screen, brush, words::PALETTE.get(desk.lang), 64, height);
        brush.text(buffer, inside.x, inside.y, 1, ":", Role::Key);
        self.typing.draw(buffer, Rect { x: inside.x + 2, width: inside.width - 2, height: 1, ..inside }, brush, true);
        let found = self.found(desk.lang);
        let rows = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
        if found.is_empty() {
            brush.text(buffer, rows.x, rows.y, rows.width, words::NO_COMMAND.get(desk.lang), Role::Muted);
        }
        for (y, (at, row)) in (rows.top()..rows.bottom()).zip(found.iter().enumerate().skip(self.list.top)) {
            let keys = row.keys.join(" ");
            let line = Line::of(format!(" {keys:<16}"), Role::Key).with(row.help.get(desk.lang), Role::Text);
            brush.line(buffer, rows.x, y, rows.width, &line);
            if at == self.list.cursor {
                brush.tint(buffer, Rect { y, height: 1, ..rows }, Role::Selected);
                brush.text(buffer, rows.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
    }
}
