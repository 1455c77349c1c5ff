//! The palette: every command, saved view, incident and field of the filter, found by some of its letters.
//! It runs nothing; it names what was chosen.

use crate::command::{Command, Row, Scope, TABLE};
use crate::keymap::Key;
use crate::query::field::Field;
use crate::query::name::{self, Likeness};
use crate::query::{self, Hit, Search};
use crate::screen::Desk;
use crate::text::{Lang, screen as words};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use crate::widget::typing::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cmp::Reverse;

/// The rows of the palette that are seen.
const SEEN: usize = 12;
/// The most incidents that are offered.
const INCIDENTS: usize = 50;
/// The width of keys and kinds, in cells.
const KEYS: usize = 16;

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// A command.
    Command(Command),
    /// A saved view, by name.
    View(String),
    /// An incident, by id.
    Incident(String),
    /// A field of the filter.
    Field(String),
}

/// A row of the palette.
#[derive(Clone, Debug)]
struct Item {
    choice: Choice,
    /// The keys, or what it is.
    head: String,
    name: String,
    /// More about it, or why it cannot run now.
    told: String,
    refused: bool,
}

/// The state of the palette.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// The commands, with why those that cannot run now cannot.
    commands: Vec<(&'static Row, Option<String>)>,
    typing: Typing,
    found: Vec<Item>,
    list: Scroll,
}

impl Palette {
    /// The palette where some commands are refused; those of the scope come first, those of other screens last.
    pub fn new(scope: Scope, refusal: impl Fn(&Row) -> Option<String>, desk: &Desk) -> Palette {
        let mut rows: Vec<&Row> = TABLE.iter().filter(|row| row.command != Command::Palette).collect();
        let place = |row: &&Row| [scope, Scope::Anywhere].iter().position(|known| *known == row.scope).unwrap_or(2);
        rows.sort_by_key(place);
        let commands = rows.into_iter().map(|row| (row, refusal(row))).collect();
        let mut palette = Palette { commands, ..Palette::default() };
        palette.seek(desk);
        palette
    }

    /// Takes a key for typing.
    pub fn take(&mut self, key: Key, desk: &Desk) {
        if self.typing.take(key) {
            self.seek(desk);
        }
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str, desk: &Desk) {
        self.typing.paste(text);
        self.seek(desk);
    }

    /// Moves the cursor.
    pub fn go(&mut self, step: Move) {
        self.list.go(step, self.found.len(), SEEN);
    }

    /// What is under the cursor.
    pub fn chosen(&self) -> Option<&Choice> {
        self.found.get(self.list.cursor).map(|item| &item.choice)
    }

    /// Why what is under the cursor cannot be run now, if it cannot.
    pub fn refusal(&self) -> Option<&str> {
        self.found.get(self.list.cursor).filter(|item| item.refused).map(|item| item.told.as_str())
    }

    /// Finds what was typed: what holds it best first, and each kind by itself among what holds it alike.
    fn seek(&mut self, desk: &Desk) {
        let typed = self.typing.text();
        let liked = |item: Item| {
            let told = if item.refused { "" } else { &item.told };
            let likeness = name::likeness(typed, &item.name).or_else(|| {
                // what is told of it is found too, but its name counts for more
                name::likeness(typed, &format!("{} {told}", item.name)).map(|least| least.min(Likeness::Within))
            })?;
            Some((likeness, item))
        };
        let commands = self.commands.iter().map(|(row, refusal)| command(row, refusal.as_deref(), desk.lang));
        let named = commands.chain(views(desk)).chain(fields(desk.lang)).filter_map(liked);
        let incidents = incidents(typed, desk).into_iter().map(|item| {
            // what was found as a misspelling is a likeness of letters
            (name::likeness(typed, &item.name).unwrap_or(Likeness::Letters), item)
        });
        let mut found: Vec<_> = named.chain(incidents).collect();
        found.sort_by_key(|(likeness, item)| (Reverse(*likeness), kind(&item.choice)));
        self.found = found.into_iter().map(|(_, item)| item).collect();
        self.list = Scroll::default();
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let height = u16::try_from(SEEN + 4).unwrap_or(16);
        let width = screen.width.saturating_sub(8).clamp(64, 100);
        let inside = pane::overlay(buffer, screen, brush, words::PALETTE.get(desk.lang), width, height);
        brush.text(buffer, inside.x, inside.y, 1, ":", Role::Key);
        self.typing.draw(buffer, Rect { x: inside.x + 2, width: inside.width - 2, height: 1, ..inside }, brush, true);
        let rows = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
        if self.found.is_empty() {
            brush.text(buffer, rows.x, rows.y, rows.width, words::NOTHING_FOUND.get(desk.lang), Role::Muted);
        }
        for (y, (at, item)) in (rows.top()..rows.bottom()).zip(self.found.iter().enumerate().skip(self.list.top)) {
            let is_command = matches!(item.choice, Choice::Command(_));
            let head = if is_command { Role::Key } else { Role::Muted };
            let name = if item.refused { Role::Muted } else { Role::Text };
            let mut line = Line::of(format!(" {:<KEYS$}", item.head), head).with(&item.name, name);
            if !item.told.is_empty() {
                line = line
                    .with("  ", Role::Text)
                    .with(&item.told, if item.refused { Role::Warning } else { Role::Muted });
            }
            brush.line(buffer, rows.x, y, rows.width, &line);
            if at == self.list.cursor {
                brush.tint(buffer, Rect { y, height: 1, ..rows }, Role::Selected);
                brush.text(buffer, rows.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
    }
}

/// The order of the kinds among what is found alike.
fn kind(choice: &Choice) -> usize {
    match choice {
        Choice::Command(_) => 0,
        Choice::View(_) => 1,
        Choice::Incident(_) => 2,
        Choice::Field(_) => 3,
    }
}

fn command(row: &Row, refusal: Option<&str>, lang: Lang) -> Item {
    Item {
        choice: Choice::Command(row.command),
        head: row.keys.join(" "),
        name: row.help.get(lang).to_owned(),
        told: refusal.unwrap_or_default().to_owned(),
        refused: refusal.is_some(),
    }
}

fn views(desk: &Desk) -> impl Iterator<Item = Item> {
    desk.views.iter().map(|view| Item {
        choice: Choice::View(view.name.clone()),
        head: words::KIND_VIEW.get(desk.lang).to_owned(),
        name: format!("@{}", view.name),
        told: view.query.clone(),
        refused: false,
    })
}

fn fields(lang: Lang) -> impl Iterator<Item = Item> {
    Field::all().map(move |field| Item {
        choice: Choice::Field(field.to_string()),
        head: words::KIND_FIELD.get(lang).to_owned(),
        name: format!("{field}:"),
        told: field.label().get(lang).to_owned(),
        refused: false,
    })
}

/// The incidents whose title or organisation holds what was typed, the best first.
fn incidents(typed: &str, desk: &Desk) -> Vec<Item> {
    let Ok(query) = query::parse(typed) else { return Vec::new() };
    if !query.has_words() {
        return Vec::new();
    }
    let hits = query::find(&query, &desk.documents, &desk.ranks.0, None, &|| true).unwrap_or_default();
    let search = Search::new(&query);
    let named = |hit: &&Hit| {
        let matched = desk.document(hit.index).map(|document| search.matched(document, desk.lang));
        matched.is_some_and(|matched| !matched.title.is_empty() || !matched.organisation.is_empty())
    };
    // matches in the title come first, so that few more than are shown are looked at
    let entries = hits.iter().take(4 * INCIDENTS).filter(named).filter_map(|hit| desk.library.entries.get(hit.index));
    let entries = entries.take(INCIDENTS);
    entries
        .map(|entry| Item {
            choice: Choice::Incident(entry.id().to_owned()),
            head: words::KIND_INCIDENT.get(desk.lang).to_owned(),
            name: entry.document.title.get(desk.lang).to_owned(),
            told: String::new(),
            refused: false,
        })
        .collect()
}
