//! The export overlay: what is shown, as a file or on the clipboard, in a format that suits it.
//! It makes no text and writes nothing; it says what is wanted and where.

use crate::keymap::Key;
use crate::screen::Desk;
use crate::text::{Phrase, export as words};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use crate::widget::typing::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A format that something shown is exported in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A table for spreadsheets.
    Csv,
    /// One record a line, as JSON.
    Ndjson,
    /// Text with headings and tables.
    Markdown,
    /// A page for a browser.
    Html,
    /// A STIX 2.1 bundle.
    Stix,
    /// JSON.
    Json,
    /// The screen as it is, as an SVG.
    Picture,
}

impl Format {
    /// Its name for readers.
    pub fn label(self) -> Phrase {
        match self {
            Format::Csv => words::AS_CSV,
            Format::Ndjson => words::AS_NDJSON,
            Format::Markdown => words::AS_MARKDOWN,
            Format::Html => words::AS_HTML,
            Format::Stix => words::AS_STIX,
            Format::Json => words::AS_JSON,
            Format::Picture => words::AS_PICTURE,
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Ndjson => "ndjson",
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Stix | Format::Json => "json",
            Format::Picture => "svg",
        }
    }
}

/// The state of the overlay.
#[derive(Clone, Debug)]
pub struct Export {
    name: String,
    formats: &'static [Format],
    list: Scroll,
    path: Typing,
    /// Whether the path is the user's own.
    typed: bool,
    /// Whether it goes to the clipboard.
    clipboard: bool,
    /// Whether a file is there and nobody has said that it may be replaced.
    in_the_way: bool,
}

impl Export {
    /// Offers formats of something with a name.
    pub fn new(name: &str, formats: &'static [Format]) -> Export {
        let mut export = Export {
            name: name.to_owned(),
            formats,
            list: Scroll::default(),
            path: Typing::default(),
            typed: false,
            clipboard: false,
            in_the_way: false,
        };
        export.propose();
        export
    }

    fn propose(&mut self) {
        self.in_the_way = false;
        if !self.typed {
            self.path = Typing::of(&format!("{}.{}", self.name, self.format().ending()));
        }
    }

    /// The format under the cursor.
    pub fn format(&self) -> Format {
        self.formats.get(self.list.cursor).copied().unwrap_or(Format::Picture)
    }

    /// The path that is to be written; none where it goes to the clipboard.
    pub fn path(&self) -> Option<&str> {
        (!self.clipboard).then(|| self.path.text())
    }

    /// Whether a file that is there may be replaced: it was asked, and asked for again.
    pub fn may_replace(&self) -> bool {
        self.in_the_way
    }

    /// Asks before a file is replaced.
    pub fn ask(&mut self) {
        self.in_the_way = true;
    }

    /// Moves to another format.
    pub fn go(&mut self, step: Move) {
        self.list.go(step, self.formats.len(), self.formats.len());
        self.propose();
    }

    /// Takes the other destination: a file, or the clipboard.
    pub fn turn(&mut self) {
        self.clipboard = !self.clipboard;
        self.in_the_way = false;
    }

    /// Takes a key for the path.
    pub fn take(&mut self, key: Key) {
        if !self.clipboard && self.path.take(key) {
            self.typed = true;
            self.in_the_way = false;
        }
    }

    /// Takes a pasted text for the path.
    pub fn paste(&mut self, text: &str) {
        if !self.clipboard {
            self.path.paste(text);
            self.typed = true;
            self.in_the_way = false;
        }
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let height = u16::try_from(self.formats.len() + 5).unwrap_or(16);
        let inside = pane::overlay(buffer, screen, brush, words::TITLE.get(lang), 64, height);
        let rows = Rect { height: inside.height.saturating_sub(3), ..inside };
        for (y, (at, format)) in (rows.top()..rows.bottom()).zip(self.formats.iter().enumerate()) {
            brush.text(buffer, rows.x + 2, y, rows.width.saturating_sub(2), format.label().get(lang), Role::Text);
            if at == self.list.cursor {
                brush.tint(buffer, Rect { y, height: 1, ..rows }, Role::Selected);
                brush.text(buffer, rows.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
        let to = rows.bottom() + 1;
        if self.clipboard {
            brush.text(buffer, inside.x, to, inside.width, words::TO_CLIPBOARD.get(lang), Role::Strong);
        } else {
            let label = Line::of(words::TO_FILE.get(lang), Role::Muted);
            let used = brush.line(buffer, inside.x, to, inside.width, &label);
            let field = Rect { x: inside.x + used + 1, y: to, width: inside.width.saturating_sub(used + 1), height: 1 };
            self.path.draw(buffer, field, brush, true);
        }
        let (hint, role) =
            if self.in_the_way { (words::ASK_REPLACE, Role::Warning) } else { (words::HINT, Role::Muted) };
        brush.text(buffer, inside.x, to + 1, inside.width, hint.get(lang), role);
    }
}
