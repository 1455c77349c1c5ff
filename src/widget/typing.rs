//! A line of text being typed, or a text of several.
//! It does not know what the text is for.

use crate::keymap::Key;
use crate::text::is_hostile;
use crate::theme::Role;
use crate::view::line::{Line, Span};
use crate::widget::Brush;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The longest line that can be typed, in characters.
const LONGEST: usize = 500;
/// The longest text of several lines, in characters.
const LONGEST_TEXT: usize = 20_000;

/// A line of text, or a text of several lines, and its cursor.
#[derive(Clone, Debug)]
pub struct Typing {
    input: Input,
    longest: usize,
    /// The column that up and down keep, through rows that are shorter.
    goal: Option<usize>,
}

impl Default for Typing {
    fn default() -> Typing {
        Typing { input: Input::default(), longest: LONGEST, goal: None }
    }
}

impl Typing {
    /// A line that holds a text, its cursor at the end.
    pub fn of(text: &str) -> Typing {
        Typing { input: Input::new(text.to_owned()), ..Typing::default() }
    }

    /// A text of several lines, its cursor at the end.
    pub fn of_lines(text: &str) -> Typing {
        Typing { input: Input::new(text.to_owned()), longest: LONGEST_TEXT, ..Typing::default() }
    }

    /// Begins a new line at the cursor.
    pub fn break_line(&mut self) {
        self.goal = None;
        self.input.handle(InputRequest::InsertChar('\n'));
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
                    if self.text().chars().count() >= self.longest {
                        return true;
                    }
                    InputRequest::InsertChar(letter)
                }
                _ => return false,
            },
        };
        self.input.handle(request);
        self.goal = None;
        true
    }

    /// Takes a pasted text; its line breaks become spaces.
    pub fn paste(&mut self, text: &str) {
        self.goal = None;
        let room = self.longest.saturating_sub(self.text().chars().count());
        for letter in
            text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hostile(*c)).take(room)
        {
            self.input.handle(InputRequest::InsertChar(letter));
        }
    }

    /// Takes a pasted text with its line breaks.
    pub fn paste_lines(&mut self, text: &str) {
        for (n, line) in text.trim_end().lines().enumerate() {
            if n > 0 {
                self.break_line();
            }
            self.paste(line);
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
        for letter in self.text().graphemes(true) {
            if column >= skipped {
                seen.push_str(letter);
            }
            column += letter.width();
        }
        brush.text(buffer, area.x, area.y, area.width, &seen, Role::Text);
        if focused {
            let at = self.input.visual_cursor().saturating_sub(skipped).min(width - 1);
            let cell = Rect { x: area.x + u16::try_from(at).unwrap_or(0), width: 1, height: 1, ..area };
            brush.tint(buffer, cell, Role::Selected);
        }
    }

    /// The text as rows of at most `width` cells, folded between words where it can be; the cursor shows only where
    /// `focused`.
    pub fn rows(&self, width: usize, focused: bool) -> Vec<Line> {
        self.folded(width, focused).0
    }

    /// Moves the cursor a row up or down, by rows of at most `width` cells; says whether there was one.
    pub fn go_row(&mut self, down: bool, width: usize) -> bool {
        let places = self.folded(width, false).1;
        let cursor = self.input.cursor().min(places.len() - 1);
        let (row, column) = places[cursor];
        let column = self.goal.unwrap_or(column);
        let Some(wanted) = (if down { row.checked_add(1) } else { row.checked_sub(1) }) else { return false };
        let on_row = (0..).zip(&places).filter(|(_, (row, _))| *row == wanted);
        // the last letter that is not farther right, else the row's first
        let best = on_row.clone().filter(|(_, (_, at))| *at <= column).last().or_else(|| on_row.clone().next());
        let Some((at, _)) = best else { return false };
        self.input = Input::new(self.text().to_owned()).with_cursor(at);
        self.goal = Some(column);
        true
    }

    /// The rows, and of each letter, and the end, the row and the column.
    fn folded(&self, width: usize, focused: bool) -> (Vec<Line>, Vec<(usize, usize)>) {
        let cursor = self.input.cursor();
        let mut fold = Fold { rows: vec![Line::new()], used: 0, width: width.max(2) };
        let mut places = Vec::new();
        let mut at = 0;
        for piece in self.text().split_word_bounds() {
            let cells = piece.width();
            if fold.used > 0 && fold.used + cells >= fold.width && !piece.trim().is_empty() {
                fold.turn();
            }
            for letter in piece.graphemes(true) {
                let here = focused && (at..at + letter.chars().count()).contains(&cursor);
                at += letter.chars().count();
                let ends = letter.contains(['\n', '\r']);
                let before = (fold.rows.len() - 1, fold.used);
                fold.put(letter, here);
                let after = (fold.rows.len() - 1, fold.used.saturating_sub(letter.width()));
                places.extend(letter.chars().map(|_| if ends { before } else { after }));
            }
        }
        places.push((fold.rows.len() - 1, fold.used));
        if focused && cursor >= at {
            fold.put(" ", true);
        }
        (fold.rows, places)
    }
}

/// Rows being filled; a cell is left free at the end of each, for the cursor.
struct Fold {
    rows: Vec<Line>,
    used: usize,
    width: usize,
}

impl Fold {
    fn turn(&mut self) {
        self.rows.push(Line::new());
        self.used = 0;
    }

    fn put(&mut self, letter: &str, here: bool) {
        let ends = letter.contains(['\n', '\r']);
        let cells = if ends { 1 } else { letter.width() };
        let (blank, full) = (letter.trim().is_empty(), self.used + cells > self.width);
        if self.used > 0 && ((full && here) || (!blank && self.used + cells >= self.width)) {
            self.turn();
        } else if full && blank {
            return;
        }
        if let Some(row) = self.rows.last_mut().filter(|_| here || !ends) {
            let role = if here { Role::Selected } else { Role::Text };
            match row.spans.last_mut().filter(|last| last.role == role) {
                Some(last) => *last = Span::new(format!("{}{letter}", last.text()), role),
                None => row.spans.push(Span::new(letter, role)),
            }
            self.used += cells;
        }
        if ends {
            self.turn();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_up_and_down_is_one_as_it_is_seen() {
        let mut typing = Typing::of_lines("one two three\nfour\n\nfive");
        let mut go = |down: bool| (typing.go_row(down, 9), typing.cursor());
        // one two / three / four / - / five
        assert_eq!([go(false), go(false), go(false), go(false)], [(true, 19), (true, 18), (true, 12), (true, 4)]);
        assert_eq!(go(false), (false, 4));
        assert_eq!([go(true), go(true), go(true), go(true)], [(true, 12), (true, 18), (true, 19), (true, 24)]);
        assert_eq!(go(true), (false, 24));
    }

    #[test]
    fn up_and_down_keep_the_column_through_shorter_rows_until_something_else_is_done() {
        let mut typing = Typing::of_lines("long line\nab\nlong line");
        let go = |typing: &mut Typing, down| (typing.go_row(down, 20), typing.cursor());
        assert_eq!(go(&mut typing, false), (true, 12));
        assert_eq!(go(&mut typing, false), (true, 9));
        assert_eq!([go(&mut typing, true), go(&mut typing, true)], [(true, 12), (true, 22)]);
        go(&mut typing, false);
        typing.take(Key { code: KeyCode::Left, control: false, alt: false });
        assert_eq!(go(&mut typing, false), (true, 1));
    }

    fn rows(text: &str, width: usize) -> Vec<String> {
        Typing::of_lines(text).rows(width, true).iter().map(Line::text).collect()
    }

    #[test]
    fn a_text_folds_between_words_and_leaves_room_for_the_cursor() {
        assert_eq!(rows("", 10), [" "]);
        assert_eq!(rows("one two three", 8), ["one two ", "three "]);
        assert_eq!(rows("abcdefgh", 4), ["abc", "def", "gh "]);
        assert_eq!(rows("one\ntwo", 10), ["one", "two "]);
    }

    #[test]
    fn the_cursor_shows_once_and_only_in_a_text_that_has_the_keys() {
        let typing = Typing::of_lines("un deux trois quatre");
        let selected = |focused| {
            let rows = typing.rows(9, focused);
            rows.iter().flat_map(|row| &row.spans).filter(|span| span.role == Role::Selected).count()
        };
        assert_eq!((selected(true), selected(false)), (1, 0));
    }

    #[test]
    fn no_row_is_wider_than_asked() {
        for width in 2..20 {
            for row in Typing::of_lines("l'équipe 漢字漢字 a publié (https://exemple.fr/une-adresse) puis rien")
                .rows(width, true)
            {
                assert!(row.width() <= width, "{row:?} in {width}");
            }
        }
    }
}
