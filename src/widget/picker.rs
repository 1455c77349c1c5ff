//! A picker: words to choose from, found loosely by what is typed, each with its label and its meaning.
//! It does not know what the words stand for, and keeps no choice.

use crate::keymap::Key;
use crate::query::name::{self, Likeness};
use crate::text::Phrase;
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::view::line::cut;
use crate::widget::Brush;
use crate::widget::scroll::{Move, Scroll};
use crate::widget::typing::Typing;
use std::cmp::Reverse;
use unicode_width::UnicodeWidthStr;

/// The widest column of labels, in cells.
const LABELS: usize = 30;

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub value: String,
    /// What a reader calls it.
    pub label: String,
    /// What it means, in one line.
    pub meaning: String,
}

/// What is typed, and what is found by it.
#[derive(Clone, Debug, Default)]
pub struct Picker {
    choices: Vec<Choice>,
    typing: Typing,
    list: Scroll,
    /// Whether the cursor was moved since the picker was entered.
    moved: bool,
    /// What is said of a word that is none of the choices, where such may be taken.
    free: Option<&'static str>,
}

impl Picker {
    /// A picker of some choices.
    pub fn new(choices: Vec<Choice>) -> Picker {
        Picker { choices, ..Picker::default() }
    }

    /// The picker taking words of one's own too, and what is said of them.
    pub fn or_free(mut self, said: &'static str) -> Picker {
        self.free = Some(said);
        self
    }

    /// Adds a choice at the end.
    pub fn add(&mut self, choice: Choice) {
        self.choices.push(choice);
    }

    /// The choice of a value.
    pub fn of(&self, value: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.value == value)
    }

    /// What is typed.
    pub fn typed(&self) -> &str {
        self.typing.text()
    }

    /// The line being typed.
    pub fn typing(&self) -> &Typing {
        &self.typing
    }

    /// Whether something was typed or the cursor moved, so that leaving means choosing.
    pub fn is_used(&self) -> bool {
        self.moved || !self.typed().is_empty()
    }

    /// Forgets what is typed and puts the cursor on a value.
    pub fn enter(&mut self, value: Option<&str>) {
        self.typing = Typing::default();
        self.moved = false;
        let at = self.choices.iter().position(|choice| Some(choice.value.as_str()) == value);
        self.list = Scroll { cursor: at.unwrap_or(0), top: 0 };
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
        self.list = Scroll::default();
    }

    /// Moves the cursor.
    pub fn go(&mut self, step: Move, seen: usize) {
        let rows = self.found().len();
        self.moved |= self.list.go(step, rows, seen);
    }

    /// What is found by what is typed, the best first; all in their order while nothing is typed.
    pub fn found(&self) -> Vec<Choice> {
        let typed = self.typed().trim();
        let likeness = |choice: &Choice| name::likeness(typed, &choice.label).max(name::likeness(typed, &choice.value));
        let mut alike: Vec<(Likeness, &Choice)> =
            self.choices.iter().filter_map(|choice| Some((likeness(choice)?, choice))).collect();
        alike.sort_by_key(|(likeness, _)| Reverse(*likeness));
        let mut found: Vec<Choice> = alike.into_iter().map(|(_, choice)| choice.clone()).collect();
        if let Some(said) = self.free
            && !typed.is_empty()
            && self.of(typed).is_none()
        {
            found.push(Choice { value: typed.to_owned(), label: typed.to_owned(), meaning: said.to_owned() });
        }
        found
    }

    /// The choice under the cursor.
    pub fn chosen(&self) -> Option<Choice> {
        self.found().into_iter().nth(self.list.cursor)
    }

    /// The choices as lines of at most `width` cells, at most `seen` of them around the cursor; those that `ticked` says
    /// are chosen are marked, and `none` is said where nothing is found.
    pub fn lines(&self, width: usize, seen: usize, brush: Brush, ticked: &[String], none: Line) -> Vec<Line> {
        let found = self.found();
        if found.is_empty() {
            return vec![none];
        }
        let mut list = self.list;
        list.settle(found.len(), seen);
        let told = found.iter().any(|choice| !choice.meaning.is_empty());
        let most = if told { LABELS.min(width / 2) } else { width.saturating_sub(4) };
        let labels = found.iter().map(|choice| choice.label.width()).max().unwrap_or(0).min(most);
        let ellipsis = brush.glyph(Glyph::Ellipsis);
        let row = |(n, choice): (usize, &Choice)| {
            let here = n == list.cursor;
            let label = cut(&choice.label, labels, ellipsis);
            let pad = " ".repeat(labels.saturating_sub(label.width()));
            let tick = if ticked.contains(&choice.value) { brush.glyph(Glyph::Marked) } else { " " };
            let line = Line::of(if here { brush.glyph(Glyph::Cursor) } else { " " }, Role::Key);
            let line = line.with(format!("{tick} "), Role::Marked);
            let line = line.with(label, if here { Role::Selected } else { Role::Text }).with(pad, Role::Text);
            line.with("  ", Role::Text).with(&choice.meaning, Role::Muted)
        };
        let mut lines: Vec<Line> = found.iter().enumerate().skip(list.top).take(seen).map(row).collect();
        let below = found.len().saturating_sub(list.top + seen);
        if let Some(last) = lines.last_mut().filter(|_| below > 0) {
            let room = width.saturating_sub(last.width() + 1);
            let more = format!("{} {below}", brush.glyph(Glyph::More));
            if room > more.width() {
                *last = last.clone().with(" ".repeat(room - more.width()), Role::Text).with(more, Role::Muted);
            }
        }
        lines
    }
}

/// A choice of texts of the catalogue.
pub fn choice(value: &str, label: Phrase, meaning: Phrase, lang: crate::text::Lang) -> Choice {
    Choice { value: value.to_owned(), label: label.get(lang).to_owned(), meaning: meaning.get(lang).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picker() -> Picker {
        let words = [
            ("detected", "Détection"),
            ("aware", "Connaissance"),
            ("complaint_filed", "Plainte déposée"),
            ("sanction", "Sanction"),
        ];
        let choice =
            |(value, label): (&str, &str)| Choice { value: value.into(), label: label.into(), meaning: "x".into() };
        Picker::new(words.map(choice).to_vec())
    }

    fn type_into(picker: &mut Picker, text: &str) {
        for letter in text.chars() {
            picker.take(Key { code: crossterm::event::KeyCode::Char(letter), control: false, alt: false });
        }
    }

    #[test]
    fn a_choice_is_found_by_its_label_or_its_word_without_accents() {
        for (typed, found) in
            [("sanc", "sanction"), ("detec", "detected"), ("plainte", "complaint_filed"), ("aware", "aware")]
        {
            let mut picker = picker();
            type_into(&mut picker, typed);
            assert_eq!(picker.chosen().map(|choice| choice.value).as_deref(), Some(found), "{typed}");
        }
    }

    #[test]
    fn a_word_of_ones_own_is_offered_last_and_only_where_it_may_be_taken() {
        let mut closed = picker();
        type_into(&mut closed, "xyzzy");
        assert!(closed.found().is_empty());
        let mut free = picker().or_free("new");
        type_into(&mut free, "xyzzy");
        assert_eq!(free.chosen().map(|choice| choice.value).as_deref(), Some("xyzzy"));
    }

    #[test]
    fn leaving_chooses_only_what_was_typed_or_moved_to() {
        let mut picker = picker();
        picker.enter(Some("detected"));
        assert!(!picker.is_used());
        assert_eq!(picker.chosen().map(|choice| choice.value).as_deref(), Some("detected"));
        picker.go(Move::By(1), 5);
        assert!(picker.is_used());
        assert_eq!(picker.chosen().map(|choice| choice.value).as_deref(), Some("aware"));
    }
}
