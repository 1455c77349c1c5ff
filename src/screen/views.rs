//! The saved views overlay: one is shown, the present filter is saved as one, one is renamed or deleted.
//! It changes no file; it names the change.
//!
//! ```text
//! ╭ Saved views ─────────────────────────────────────╮
//! │▌@late    detected..authority_notified>72h         │
//! │ @nir     data:national_id_number    shared        │
//! ╰───────────────────────────────────────────────────╯
//! ```

use crate::command::Command;
use crate::keymap::Key;
use crate::query::saved::{Change, View, is_name};
use crate::screen::{Desk, step};
use crate::text::{Phrase, screen as words};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::Scroll;
use crate::widget::typing::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows of the list that are seen.
const SEEN: usize = 10;

/// The state of the overlay.
#[derive(Clone, Debug, Default)]
pub struct Views {
    list: Scroll,
    task: Task,
}

/// What is being done.
#[derive(Clone, Debug, Default)]
enum Task {
    /// One is chosen.
    #[default]
    Choose,
    /// A name is typed: for the present filter, or instead of an old name.
    Name { old: Option<String>, shared: bool, typing: Typing },
    /// Whether to delete it is asked.
    Delete,
}

/// What is to come of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The overlay stays.
    Stay,
    /// The overlay goes.
    Leave,
    /// A view is shown.
    Show(String),
    /// Views are changed, beside the records or in the user's own file.
    Change(Change, bool),
    /// Nothing, and this is why.
    Refuse(Phrase),
}

impl Views {
    /// The overlay while the present filter is given a name.
    pub fn naming(desk: &Desk) -> Views {
        Views { task: name(None, desk.shelf.own.is_none(), ""), ..Views::default() }
    }

    fn chosen<'a>(&self, desk: &'a Desk) -> Option<&'a View> {
        desk.views.get(self.list.cursor)
    }

    /// Takes a key, which is a command's while nothing is typed.
    pub fn take(&mut self, key: Key, command: Option<Command>, desk: &Desk) -> Wish {
        match std::mem::take(&mut self.task) {
            Task::Choose => self.choose(command, desk),
            Task::Name { old, shared, typing } => self.type_name(key, command, (old, shared, typing), desk),
            Task::Delete => match (command, self.chosen(desk)) {
                (Some(Command::DeleteView), Some(view)) => Wish::Change(Change::Delete(view.name.clone()), view.shared),
                _ => Wish::Stay,
            },
        }
    }

    fn choose(&mut self, command: Option<Command>, desk: &Desk) -> Wish {
        let chosen = self.chosen(desk);
        match command {
            Some(Command::Escape | Command::Back | Command::Views) => return Wish::Leave,
            Some(Command::SaveView) if desk.shelf.own.is_none() && desk.shelf.shared.is_none() => {
                return Wish::Refuse(words::NO_SHELF);
            }
            Some(Command::SaveView) => *self = Views::naming(desk),
            Some(command @ (Command::Open | Command::RenameView | Command::DeleteView)) => {
                let Some(view) = chosen else { return Wish::Refuse(words::NO_VIEW) };
                match command {
                    Command::Open => return Wish::Show(view.name.clone()),
                    Command::DeleteView => self.task = Task::Delete,
                    _ => self.task = name(Some(view.name.clone()), view.shared, &view.name),
                }
            }
            Some(command) => {
                if let Some(step) = step(command) {
                    self.list.go(step, desk.views.len(), SEEN);
                }
            }
            None => {}
        }
        Wish::Stay
    }

    fn type_name(
        &mut self,
        key: Key,
        command: Option<Command>,
        (old, shared, mut typing): (Option<String>, bool, Typing),
        desk: &Desk,
    ) -> Wish {
        let wish = match command.filter(|_| key.letter().is_none()) {
            Some(Command::Escape) => return Wish::Stay,
            Some(Command::Open) if is_name(typing.text()) => {
                let name = typing.text().to_owned();
                let taken = desk.views.iter().any(|view| view.name == name && old.as_ref() != Some(&name));
                match &old {
                    Some(_) if taken => Wish::Refuse(words::NAME_TAKEN),
                    Some(old) => return Wish::Change(Change::Rename(old.clone(), name), shared),
                    None => return Wish::Change(Change::Keep(desk.view(name, shared)), shared),
                }
            }
            Some(Command::Open) => Wish::Refuse(words::NO_NAME),
            Some(Command::NextPane | Command::PreviousPane) if old.is_none() => {
                let other = if shared { &desk.shelf.own } else { &desk.shelf.shared };
                let shared = shared ^ other.is_some();
                self.task = Task::Name { old, shared, typing };
                return Wish::Stay;
            }
            _ => {
                typing.take(key);
                Wish::Stay
            }
        };
        self.task = Task::Name { old, shared, typing };
        wish
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if let Task::Name { typing, .. } = &mut self.task {
            typing.paste(text);
        }
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let seen = SEEN.min(desk.views.len().max(1));
        let width = screen.width.saturating_sub(8).clamp(56, 100);
        let height = u16::try_from(seen + 5).unwrap_or(u16::MAX);
        let inside = pane::overlay(buffer, screen, brush, words::VIEWS.get(lang), width, height);
        if desk.views.is_empty() {
            brush.text(buffer, inside.x + 1, inside.y, inside.width - 1, words::NO_VIEWS.get(lang), Role::Muted);
        }
        let listed = desk.views.iter().enumerate().skip(self.list.top).take(seen);
        let widest = desk.views.iter().map(|view| view.name.chars().count()).max().unwrap_or(0).min(24);
        for (y, (at, view)) in (inside.top()..inside.bottom()).zip(listed) {
            let mut line = Line::of(format!("@{:<widest$}  ", view.name), Role::Strong);
            let query = if view.query.is_empty() { words::EVERYTHING.get(lang) } else { &view.query };
            line = line.with(query, Role::Text);
            if let Some(order) = view.order {
                line = line
                    .with("  ", Role::Text)
                    .with(words::SORTED_BY.fill(lang, &[&order.key.label(lang)]), Role::Muted);
            }
            if view.shared {
                line = line.with("  ", Role::Text).with(words::SHARED.get(lang), Role::Marked);
            }
            brush.line(buffer, inside.x + 1, y, inside.width - 1, &line);
            if at == self.list.cursor {
                brush.tint(buffer, Rect { y, height: 1, ..inside }, Role::Selected);
                brush.text(buffer, inside.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
        let below = Rect { y: inside.bottom().saturating_sub(2), height: 2, ..inside };
        self.draw_task(desk, below, buffer);
    }

    /// What can be done, or what is being done, in two rows.
    fn draw_task(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let mut row = |y: u16, line: &Line| {
            brush.line(buffer, area.x + 1, area.y + y, area.width.saturating_sub(1), line);
        };
        match &self.task {
            Task::Choose => row(1, &Line::of(words::VIEWS_HINT.get(lang), Role::Muted)),
            Task::Delete => {
                let name = self.chosen(desk).map_or("", |view| &view.name);
                row(0, &Line::of(words::DELETE_VIEW.fill(lang, &[&name]), Role::Warning));
                row(1, &Line::of(words::DELETE_HINT.get(lang), Role::Muted));
            }
            Task::Name { old, shared, typing } => {
                let title = if old.is_some() { words::NEW_NAME } else { words::NAME_VIEW };
                let title = format!("{} ", title.get(lang));
                row(0, &Line::of(&title, Role::Key));
                let place = if *shared { words::BESIDE_RECORDS } else { words::OWN_VIEWS };
                let replaces = desk.views.iter().any(|view| view.name == typing.text()) && old.is_none();
                let mut told = Line::of(place.get(lang), Role::Muted);
                if old.is_none() && desk.shelf.own.is_some() && desk.shelf.shared.is_some() {
                    told = told.with(words::OTHER_PLACE.get(lang), Role::Muted);
                }
                if replaces {
                    told = Line::of(words::REPLACES.get(lang), Role::Warning);
                }
                row(1, &told);
                let used = u16::try_from(unicode_width::UnicodeWidthStr::width(title.as_str())).unwrap_or(0) + 1;
                let field = Rect { x: area.x + used, width: area.width.saturating_sub(used), height: 1, ..area };
                typing.draw(buffer, field, brush, true);
            }
        }
    }
}

fn name(old: Option<String>, shared: bool, text: &str) -> Task {
    Task::Name { old, shared, typing: Typing::of(text) }
}
