//! A line of text being typed.
//! It does not know what the text is for.

use crate::keymap::Key;
use crate::text::is_hostile;
use crate::theme::Role;
use crate::widget::Brush;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

/// The longest text that can be typed, in characters.
const LONGEST: usize = 500;

/// A line of text and its cursor.
#[derive(Clone, Debug, Default)]
pub struct Typing {
    input: Input,
}

impl Typing {
    /// A line that holds a text, its cursor at the end.
    pub fn of(text: &str) -> Typing {
        Typing { input: Input::new(text.to_owned()) }
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The cursor, in characters.
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// The column of a character, from the start of the text.
    pub fn column(&self, at: usize) -> usize {
        self.text().chars().take(at).map(|c| unicode_width::UnicodeWidthChar::width(c).unwrap_or(0)).sum()
    }

    /// Puts a text in place of some characters, the cursor after it.
    pub fn replace(&mut self, span: std::ops::Range<usize>, text: &str) {
        let chars: Vec<char> = self.text().chars().collect();
        let before: String = chars.iter().take(span.start).collect();
        let after: String = chars.iter().skip(span.end).collect();
        let cursor = span.start + text.chars().count();
        self.input = Input::new(format!("{before}{text}{after}")).with_cursor(cursor);
    }

    /// The letter before the cursor.
    pub fn before(&self) -> Option<char> {
        self.text().chars().nth(self.input.cursor().checked_sub(1)?)
    }

    /// Takes a key; says whether it was one for typing.
    pub fn take(&mut self, key: Key) -> bool {
        let request = match (key.code, key.control) {
            (KeyCode::Char('w'), true) => InputRequest::DeletePrevWord,
            (KeyCode::Char('u'), true) => InputRequest::DeleteLine,
            (KeyCode::Char('a'), true) => InputRequest::GoToStart,
            (KeyCode::Char('e'), true) => InputRequest::GoToEnd,
            (KeyCode::Backspace, _) => InputRequest::DeletePrevChar,
            (KeyCode::Delete, _) => InputRequest::DeleteNextChar,
            (KeyCode::Left, false) => InputRequest::GoToPrevChar,
            (KeyCode::Right, false) => InputRequest::GoToNextChar,
            (KeyCode::Left, true) => InputRequest::GoToPrevWord,
            (KeyCode::Right, true) => InputRequest::GoToNextWord,
            (KeyCode::Home, _) => InputRequest::GoToStart,
            (KeyCode::End, _) => InputRequest::GoToEnd,
            _ => match key.letter() {
                Some(letter) if !is_hostile(letter) => {
                    if self.text().chars().count() >= LONGEST {
                        return true;
                    }
                    InputRequest::InsertChar(letter)
                }
                _ => return false,
            },
        };
        self.input.handle(request);
        true
    }

    /// Takes a pasted text; its line breaks become spaces.
    pub fn paste(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text().chars().count());
        for letter in
            text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hostile(*c)).take(room)
        {
            self.input.handle(InputRequest::InsertChar(letter));
        }
    }

    /// Paints the text in one row, scrolled so that the cursor is seen; the cursor shows only where `focused`.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, brush: Brush, focused: bool) {
        if area.width == 0 || area.height == 0 {
            return;
        }
        let width = usize::from(area.width);
        let skipped = if focused { self.input.visual_scroll(width.saturating_sub(1)) } else { 0 };
        let mut column = 0;
        let mut seen = String::new();
        for letter in unicode_segmentation::UnicodeSegmentation::graphemes(self.text(), true) {
            if column >= skipped {
                seen.push_str(letter);
            }
            column += unicode_width::UnicodeWidthStr::width(letter);
        }
        brush.text(buffer, area.x, area.y, area.width, &seen, Role::Text);
        if focused {
            let at = self.input.visual_cursor().saturating_sub(skipped).min(width - 1);
            let cell = Rect { x: area.x + u16::try_from(at).unwrap_or(0), width: 1, height: 1, ..area };
            brush.tint(buffer, cell, Role::Selected);
        }
    }
}
