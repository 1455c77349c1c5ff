//! The filter: the line that is typed, the last query that could be read, whether it is suspended, and what was typed before.
//! It matches nothing; the desk does.

pub mod draw;
pub mod history;

use crate::query::complete::{Completion, asks_value};
use crate::query::mistake::Fault;
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
    /// How many incidents each part of the query hides that all its others show.
    pub hidden: Vec<usize>,
    /// Whether it is set aside, so that everything is shown until it is resumed.
    pub suspended: bool,
    /// What was typed before.
    pub history: History,
    /// What may be typed next.
    pub completion: Completion,
    /// How often that was asked.
    pub completions: u64,
    /// Which of the offers the cursor is on.
    pub offer: Option<usize>,
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
            Err(mistake) => {
                if let Some(query) = self.before_field(&mistake) {
                    self.query = query;
                }
                self.mistake = Some(mistake);
            }
        }
    }

    /// The query without a field at its end that has no value yet: as long as it was a word, that was sought.
    fn before_field(&self, mistake: &Mistake) -> Option<Query> {
        let (text, start) = (self.typing.text(), mistake.span.start);
        let is_last = matches!(mistake.fault, Fault::MissingValue(_)) && mistake.span.end == text.chars().count();
        let before: String = text.chars().take(start).collect();
        is_last.then(|| query::parse(before.trim_end_matches('-')).ok()).flatten()
    }

    /// Whether what is typed next begins a word.
    pub fn begins_word(&self) -> bool {
        self.typing.before().is_none_or(char::is_whitespace)
    }

    /// The query of what is shown: everything, while the filter is set aside.
    pub fn shown(&self) -> &Query {
        static ALL: Query = Query::And(Vec::new());
        if self.suspended { &ALL } else { &self.query }
    }

    /// Whether anything is sought now.
    pub fn is_on(&self) -> bool {
        !self.suspended && !self.query.is_empty()
    }

    /// Whether something stands before the cursor that may be completed; the cursor is on no offer any more.
    pub fn begin_completion(&mut self) -> bool {
        self.offer = None;
        self.completions += 1;
        self.focused && self.typing.before().is_some_and(|c| !c.is_whitespace())
    }

    /// Shows what may be typed next.
    pub fn show(&mut self, completion: Completion) {
        self.completion = completion;
        // what is there already needs no offer
        let typed = self.typing.text().chars().skip(self.completion.span.start);
        let typed: String = typed.take(self.completion.span.len()).collect();
        if self.completion.offers.iter().any(|offer| offer.text == typed) {
            self.completion.offers.clear();
        }
    }

    /// Shows of what may be typed next what is known already.
    pub fn narrow_completion(&mut self) {
        let known = std::mem::take(&mut self.completion);
        let narrowed = known.narrowed(self.typing.text(), self.typing.cursor());
        self.show(narrowed.unwrap_or_default());
    }

    /// Offers nothing more, and waits for nothing.
    pub fn close_completion(&mut self) {
        self.completions += 1;
        self.completion = Completion::default();
    }

    /// Whether the cursor is in a value, of which those are offered that the incidents have.
    pub fn asks_value(&self) -> bool {
        asks_value(self.typing.text(), self.typing.cursor())
    }

    /// What is typed, without the word that the cursor is in.
    pub fn without_word(&self) -> String {
        let (text, cursor) = (self.typing.text(), self.typing.cursor());
        let before: String = text.chars().take(cursor).collect();
        let start = before
            .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | ')'))
            .map_or(0, |at| before[at..].chars().next().map_or(at, |c| at + c.len_utf8()));
        let kept = before.get(..start).unwrap_or_default();
        kept.chars().chain(text.chars().skip(cursor)).collect()
    }

    /// Moves among the offers, up beyond the first to none; says whether there are any.
    pub fn go(&mut self, down: bool) -> bool {
        let last = self.completion.offers.len().checked_sub(1);
        let (Some(last), false) = (last, self.offer.is_none() && !down) else { return false };
        self.offer = match self.offer {
            None => Some(0),
            Some(at) if down => Some((at + 1).min(last)),
            Some(at) => at.checked_sub(1),
        };
        true
    }

    /// Takes the offer under the cursor, else the first; says whether there was one.
    pub fn take_offer(&mut self) -> bool {
        let Some(offer) = self.completion.offers.get(self.offer.unwrap_or(0)) else { return false };
        let more = if offer.text.ends_with(':') || offer.text.contains("..") { "" } else { " " };
        let text = format!("{}{more}", offer.text);
        self.typing.replace(self.completion.span.clone(), &text);
        true
    }

    /// Takes the keys away from the line, and keeps what can be read for later.
    pub fn leave(&mut self) {
        self.focused = false;
        self.close_completion();
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
