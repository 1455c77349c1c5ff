//! A question before something is written: what is at stake, and the answers, each by its letter.
//! It does nothing itself; `app` does what was answered.

use crate::edit::{Draft, Write};
use crate::screen::Desk;
use crate::text::{Phrase, edit as words, form};
use crate::theme::Role;
use crate::view::Line;
use crate::widget::pane;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Whether a record is to go to the trash, and again whether it really is.
    Delete {
        /// Its file.
        path: PathBuf,
        /// Its title.
        title: String,
        /// Whether it is asked for the second time.
        again: bool,
    },
    /// What is to happen with a file that another program changed.
    Conflict {
        /// What was to be written.
        write: Write,
        /// What is there now; `None` if nothing is.
        now: Option<Vec<u8>>,
    },
    /// Whether the records built in are to be copied into a folder.
    CopyBuiltIn,
    /// Whether a form that was cut off is to be filled in further.
    Resume {
        /// What was kept of it.
        draft: Draft,
        /// What it is about.
        of: String,
    },
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// See the difference first.
    Difference,
    /// Write over what is there.
    Overwrite,
    /// Write it into a file of its own.
    KeepBoth,
    /// Give it up.
    Discard,
}

impl Asked {
    /// The answers by their letters.
    pub fn answers(&self) -> &'static [(char, Answer, Phrase)] {
        match self {
            Asked::Delete { .. } => &[('y', Answer::Yes, words::YES_DELETE)],
            Asked::CopyBuiltIn => &[('y', Answer::Yes, words::YES_COPY)],
            Asked::Resume { .. } => &[('y', Answer::Yes, form::YES_RESUME), ('d', Answer::Discard, form::YES_DISCARD)],
            Asked::Conflict { now: None, .. } => &[('o', Answer::Overwrite, words::WRITE_AGAIN)],
            Asked::Conflict { .. } => &[
                ('d', Answer::Difference, words::SEE_DIFFERENCE),
                ('o', Answer::Overwrite, words::OVERWRITE),
                ('k', Answer::KeepBoth, words::KEEP_BOTH),
            ],
        }
    }

    /// The answer of a letter.
    pub fn answer(&self, letter: char) -> Option<Answer> {
        self.answers().iter().find(|(key, ..)| *key == letter).map(|(_, answer, _)| *answer)
    }

    fn told(&self, desk: &Desk) -> Vec<Line> {
        let fill = |phrase: Phrase, value: &str| phrase.fill(desk.lang, &[&value]);
        match self {
            Asked::Delete { path, title, again } => {
                let question = if *again { words::REALLY_DELETE } else { words::ASK_DELETE };
                vec![
                    Line::of(fill(question, title), Role::Strong),
                    Line::of(path.display().to_string(), Role::Muted),
                    Line::of(words::TO_TRASH.get(desk.lang), Role::Text),
                ]
            }
            Asked::Conflict { write, now } => {
                let phrase = if now.is_some() { words::CONFLICT } else { words::GONE };
                vec![
                    Line::of(fill(phrase, &write.path.display().to_string()), Role::Strong),
                    Line::of(words::NOT_LOST.get(desk.lang), Role::Text),
                ]
            }
            Asked::Resume { of, .. } => vec![
                Line::of(fill(form::RESUME, of), Role::Strong),
                Line::of(form::RESUME_LATER.get(desk.lang), Role::Text),
            ],
            Asked::CopyBuiltIn => vec![
                Line::of(words::BUILT_IN.get(desk.lang), Role::Strong),
                Line::of(words::ASK_COPY.get(desk.lang), Role::Text),
            ],
        }
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let width = screen.width.saturating_sub(6).min(84);
        let room = usize::from(width.saturating_sub(6));
        let mut lines: Vec<Line> = self.told(desk).into_iter().flat_map(|line| line.fold(room)).collect();
        lines.push(Line::new());
        for (letter, _, phrase) in self.answers() {
            lines.push(Line::of(format!("{letter}    "), Role::Key).with(phrase.get(desk.lang), Role::Text));
        }
        lines.push(Line::of("esc  ", Role::Key).with(words::LEAVE.get(desk.lang), Role::Text));
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let inside = pane::overlay(buffer, screen, brush, words::QUESTION.get(desk.lang), width, height);
        for (y, line) in (inside.top()..inside.bottom()).zip(&lines) {
            brush.line(buffer, inside.x + 1, y, inside.width.saturating_sub(1), line);
        }
    }
}
