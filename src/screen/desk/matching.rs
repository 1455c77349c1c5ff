//! Which of the entries match, and what may be typed: asked, answered at once or elsewhere, and taken in.
//! It matches nothing itself; `query` does.

use super::{Desk, Replaced};
use crate::query;
use crate::query::answer::{Answer, Question};
use crate::query::complete::{self, Completion, InView, complete};
use std::sync::Arc;

/// Up to so many entries are matched while a key is handled, in less time than a frame takes to draw; more are matched
/// elsewhere, so that typing never waits for it.
const AT_ONCE: usize = 2_000;

impl Desk {
    /// Reads what is typed and matches anew; a mistake keeps the last good result.
    pub fn refilter(&mut self) {
        let (suspended, before) = (self.filter.suspended, self.filter.query.clone());
        self.filter.read();
        if self.filter.mistake.is_none() || suspended || self.filter.query != before {
            self.ask();
        }
    }

    /// Matches anew at once, keeping the selection where it is still shown.
    pub(super) fn search(&mut self) {
        let question = self.question();
        self.question = None;
        if let Some(answer) = question.answer(&|| true) {
            self.take_answer(answer);
        }
    }

    /// Matches anew; of very many entries the answer is waited for.
    pub fn ask(&mut self) -> Option<Replaced> {
        let question = self.question();
        if question.documents.len() > AT_ONCE {
            self.question = Some(question);
            return None;
        }
        self.question = None;
        self.take_answer(question.answer(&|| true)?)
    }

    fn question(&mut self) -> Question {
        self.asked += 1;
        let ordered = Some((self.order, self.lang));
        let incoming = self.incoming.as_ref().map(|(_, documents)| documents);
        let ranks = (self.ranks.1 == ordered && incoming.is_none()).then(|| Arc::clone(&self.ranks.0));
        Question {
            number: self.asked,
            query: self.filter.shown().clone(),
            documents: Arc::clone(incoming.unwrap_or(&self.documents)),
            order: self.order,
            lang: self.lang,
            ranks,
            found: self.found.clone(),
        }
    }

    /// Takes in what matches, keeping the selection where it is still shown; an answer to an older question is dropped. A
    /// library that waited for it is put in place: what it replaced is told.
    pub fn take_answer(&mut self, answer: Answer) -> Option<Replaced> {
        if answer.number != self.asked {
            return None;
        }
        let (selected, at) = (self.selected.clone(), self.cursor());
        let replaced = self.put_in_place();
        self.answered = answer.number;
        self.revision += 1;
        (self.hits, self.filter.hidden) = (answer.hits, answer.hidden);
        self.ranks = (answer.ranks, Some((self.order, self.lang)));
        self.found = answer.found;
        let shown = std::mem::replace(&mut self.selected, self.sought.clone());
        // until the user goes somewhere, the cursor stays on the first
        if self.cursor().is_none() && self.sought.is_some() {
            self.selected = shown;
        }
        if self.cursor().is_none() {
            self.selected = self.entry(0).map(|entry| entry.id().to_owned());
        }
        // where the selected one is gone with its file, the cursor stays in its row
        if replaced == Some(Replaced::Finished)
            && self.selected != selected
            && let Some(at) = at
        {
            self.select(at.min(self.hits.len().saturating_sub(1)));
        }
        replaced
    }

    /// Looks for what may be typed next, among what the rest of the filter finds; of very many entries that is waited for.
    pub fn complete(&mut self) {
        if !self.filter.begin_completion() {
            self.filter.show(Completion::default());
            return;
        }
        let (text, cursor) = (self.filter.typing.text().to_owned(), self.filter.typing.cursor());
        if !self.filter.asks_value() {
            self.filter.show(complete(&text, cursor, &InView::default(), self.lang));
            return;
        }
        let question = complete::Question {
            number: self.filter.completions,
            text,
            cursor,
            query: query::parse(&self.filter.without_word()).unwrap_or_else(|_| self.filter.query.clone()),
            documents: Arc::clone(&self.documents),
            found: self.found.clone(),
            lang: self.lang,
        };
        if self.has_many() {
            self.filter.narrow_completion();
            self.completing = Some(question);
        } else if let Some(completion) = question.answer(&|| true) {
            self.filter.show(completion);
        }
    }

    /// Takes in what may be typed next, unless more was typed meanwhile.
    pub fn take_completion(&mut self, number: u64, completion: Completion) {
        if number == self.filter.completions {
            self.filter.show(completion);
        }
    }

    /// Whether there are more incidents than are looked at while a key is handled.
    pub fn has_many(&self) -> bool {
        self.documents.len() > AT_ONCE
    }

    /// Whether what is shown is not yet what is asked for.
    pub fn is_waiting(&self) -> bool {
        self.answered != self.asked
    }
}
