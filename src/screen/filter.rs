//! The filter: the line that is typed, the last query that could be read, whether it is suspended, and what was typed before.
//! It matches nothing; the desk does.

pub mod history;

use crate::query::{self, Mistake, Query};
use crate::widget::typing::Typing;
use history::History;

/// The filter as typed, and the last query that could be read.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// What is typed.
    pub typing: Typing,
    /// Whether the keys go to it.
    pub focused: bool,
    /// The last good query.
    pub query: Query,
    /// Why what is typed cannot be read.
    pub mistake: Option<Mistake>,
    /// Whether it is set aside, so that everything is shown until it is resumed.
    pub suspended: bool,
    /// What was typed before.
    pub history: History,
}

impl Filter {
    /// Puts a text into the line.
    pub fn set(&mut self, text: &str) {
        // unlike a key, a text may hold anything
        self.typing = Typing::default();
        self.typing.paste(text);
    }

    /// Reads what is typed; a mistake keeps the last good query. Who types wants to see what comes of it.
    pub fn read(&mut self) {
        self.suspended = false;
        match query::parse(self.typing.text()) {
            Ok(query) => {
                self.query = query;
                self.mistake = None;
            }
            Err(mistake) => self.mistake = Some(mistake),
        }
    }

    /// Whether what is typed next begins a word.
    pub fn begins_word(&self) -> bool {
        self.typing.before().is_none_or(char::is_whitespace)
    }

    /// Whether anything is sought now.
    pub fn is_on(&self) -> bool {
        !self.suspended && !self.query.is_empty()
    }

    /// Takes the keys away from the line, and keeps what can be read for later.
    pub fn leave(&mut self) {
        self.focused = false;
        if self.mistake.is_none() {
            self.history.keep(self.typing.text());
        }
    }

    /// Puts the filter that was typed before this one into the line, or the one after it; says whether there is one.
    pub fn recall(&mut self, older: bool) -> bool {
        let recalled = if older { self.history.older(self.typing.text()) } else { self.history.newer() };
        let found = recalled.is_some();
        if let Some(text) = recalled {
            self.set(&text);
        }
        found
    }
}
