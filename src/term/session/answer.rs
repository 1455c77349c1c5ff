//! Questions about all documents, answered on threads; a later one of a kind makes the older superfluous.
//! What comes of them is told to the program, which drops what it no longer asks.

use super::{Halt, PATIENCE, Session};
use crate::app::Message;
use crate::query::answer::Question;
use crate::query::{Documents, complete, facet};
use crate::term::{Event, Program};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

impl<P, L> Session<'_, P, L>
where
    P: Program,
    L: Fn(u64, &mut dyn FnMut(Message) -> ControlFlow<()>) + Send + Sync + 'static,
{
    /// Finds what matches; the next frame waits a moment for it.
    pub(super) fn search(&mut self, question: Question) -> Result<(), Halt> {
        self.awaited = Some(Instant::now() + PATIENCE);
        let number = question.number;
        let answer = move |newest: &(dyn Fn() -> bool + Sync)| question.answer(newest).map(Message::Found);
        self.answer(Arc::clone(&self.asked[0]), number, answer)
    }

    pub(super) fn index(&mut self, documents: Arc<Documents>) -> Result<(), Halt> {
        self.launch("index", move || documents.make_index())
    }

    pub(super) fn count(&mut self, question: facet::question::Question) -> Result<(), Halt> {
        let number = question.number;
        let answer = move |newest: &(dyn Fn() -> bool + Sync)| {
            question.answer(newest).map(|counted| Message::Counted(number, counted))
        };
        self.answer(Arc::clone(&self.asked[1]), number, answer)
    }

    pub(super) fn complete(&mut self, question: complete::Question) -> Result<(), Halt> {
        let number = question.number;
        let answer = move |newest: &(dyn Fn() -> bool + Sync)| {
            question.answer(newest).map(|completion| Message::Completed(number, completion))
        };
        self.answer(Arc::clone(&self.asked[2]), number, answer)
    }

    /// Answers a question on a thread, unless a later one of its kind is asked meanwhile.
    fn answer(
        &mut self,
        asked: Arc<AtomicU64>,
        number: u64,
        answer: impl FnOnce(&(dyn Fn() -> bool + Sync)) -> Option<Message> + Send + 'static,
    ) -> Result<(), Halt> {
        asked.store(number, Ordering::SeqCst);
        let sender = self.sender.clone();
        let work = move || {
            let newest = || asked.load(Ordering::Relaxed) == number;
            if let Some(message) = answer(&newest) {
                // the session may have ended first
                let _ = sender.send(Event::Sent(message));
            }
        };
        self.launch("answer", work)
    }
}
