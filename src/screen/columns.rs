//! The columns overlay: which columns the list has beside the title, and in what order.
//! What a column tells is `explore::column`'s.
//!
//! ```text
//! ╭ Columns of the list ─────────╮
//! │ : det▏                       │
//! │▌▪ Detected                   │
//! │   Detected → Authority …     │
//! ╰──────────────────────────────╯
//! ```

use crate::command::Command;
use crate::keymap::Key as Stroke;
use crate::query::{Key, fold::fold};
use crate::screen::explore::column;
use crate::screen::explore::list::USUAL;
use crate::screen::{Desk, step};
use crate::text::screen as words;
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use crate::widget::typing::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows of the list that are seen.
const SEEN: usize = 10;

/// The state of the overlay.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    typing: Typing,
    list: Scroll,
}

impl Columns {
    /// Takes a key; says whether the overlay stays.
    pub fn take(&mut self, key: Stroke, command: Option<Command>, desk: &mut Desk) -> bool {
        match command.filter(|_| key.letter().is_none()) {
            Some(Command::Escape) => return false,
            Some(Command::Open) => self.toggle(desk),
            Some(Command::Left) => self.shift(desk, -1),
            Some(Command::Right) => self.shift(desk, 1),
            Some(command) if step(command).is_some() && !key.control => {
                let rows = self.listed(desk).len();
                self.list.go(step(command).unwrap_or(Move::First), rows, SEEN);
            }
            _ => self.paste(|typing| _ = typing.take(key)),
        }
        true
    }

    /// Types, by a key or a pasted text.
    pub fn paste(&mut self, change: impl FnOnce(&mut Typing)) {
        change(&mut self.typing);
        self.list = Scroll::default();
    }

    /// The columns of the list, then those that it can have, as far as they hold what is typed.
    fn listed(&self, desk: &Desk) -> Vec<Key> {
        let typed = fold(self.typing.text().trim());
        let shown = shown(desk);
        let others: Vec<Key> = Key::all().filter(|key| *key != Key::Title && !shown.contains(key)).collect();
        // any gap can be typed
        let typed_gap =
            Key::of(&typed).filter(|key| !shown.contains(key) && !others.contains(key) && *key != Key::Title);
        let holds = |key: &Key| fold(&key.label(desk.lang)).contains(&typed) || key.to_string().contains(&typed);
        shown.into_iter().chain(typed_gap).chain(others).filter(holds).collect()
    }

    fn toggle(&mut self, desk: &mut Desk) {
        let Some(key) = self.listed(desk).get(self.list.cursor).copied() else { return };
        let mut keys = shown(desk);
        match keys.iter().position(|known| *known == key) {
            Some(at) => drop(keys.remove(at)),
            None => keys.push(key),
        }
        self.put(desk, keys, key);
    }

    /// Moves the column under the cursor to the left or to the right.
    fn shift(&mut self, desk: &mut Desk, by: isize) {
        let Some(key) = self.listed(desk).get(self.list.cursor).copied() else { return };
        let mut keys = shown(desk);
        let Some(at) = keys.iter().position(|known| *known == key) else { return };
        let to = at.saturating_add_signed(by).min(keys.len() - 1);
        keys.swap(at, to);
        self.put(desk, keys, key);
    }

    /// Gives the list its columns, the cursor staying on one of them.
    fn put(&mut self, desk: &mut Desk, keys: Vec<Key>, key: Key) {
        desk.columns = if keys == USUAL { Vec::new() } else { keys };
        let listed = self.listed(desk);
        let at = listed.iter().position(|known| *known == key).unwrap_or(0);
        self.list.go(Move::To(at), listed.len(), SEEN);
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let height = u16::try_from(SEEN + 5).unwrap_or(u16::MAX);
        let inside = pane::overlay(buffer, screen, brush, words::COLUMNS.get(lang), 76, height);
        brush.text(buffer, inside.x, inside.y, 1, ":", Role::Key);
        self.typing.draw(buffer, Rect { x: inside.x + 2, width: inside.width - 2, height: 1, ..inside }, brush, true);
        let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(3), ..inside };
        let (listed, shown) = (self.listed(desk), shown(desk));
        if listed.is_empty() {
            brush.text(buffer, rows.x, rows.y, rows.width, words::NOTHING_FOUND.get(lang), Role::Muted);
        }
        for (y, (at, key)) in (rows.top()..rows.bottom()).zip(listed.iter().enumerate().skip(self.list.top)) {
            let is_shown = shown.contains(key);
            let sign = if is_shown { brush.glyph(Glyph::Marked) } else { " " };
            let line = Line::of(format!("{sign} "), Role::Marked);
            let line = line.with(column::head(*key, lang), if is_shown { Role::Strong } else { Role::Text });
            brush.line(buffer, rows.x + 1, y, rows.width - 1, &line.with(format!("  {key}"), Role::Muted));
            if at == self.list.cursor {
                brush.tint(buffer, Rect { y, height: 1, ..rows }, Role::Selected);
                brush.text(buffer, rows.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
        let below = inside.bottom().saturating_sub(1);
        brush.text(buffer, inside.x, below, inside.width, words::COLUMNS_HINT.get(lang), Role::Muted);
    }
}

/// The columns of the list beside the title.
fn shown(desk: &Desk) -> Vec<Key> {
    if desk.columns.is_empty() { USUAL.to_vec() } else { desk.columns.clone() }
}
