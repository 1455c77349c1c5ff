//! A question how many documents have each value of a field, ready to be carried elsewhere.
//! It keeps nothing and starts no thread; who asks decides where it is answered.

use super::super::{Documents, field::Field};
use super::{Counted, Period, among, count_by_index};
use crate::text::Lang;
use std::sync::Arc;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which question it is, counted from 1.
    pub number: u64,
    /// By which field is counted.
    pub field: Field,
    /// A date by what.
    pub period: Period,
    /// Among what.
    pub documents: Arc<Documents>,
    /// The places of those that are shown.
    pub shown: Vec<usize>,
    /// The reader's language.
    pub lang: Lang,
}

impl Question {
    /// The counts; `None` once it is not to go on.
    pub fn answer(&self, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<Counted> {
        let shown = || self.shown.iter().copied();
        let known = self
            .documents
            .index()
            .and_then(|index| count_by_index(self.field, index, &index.places(shown()), self.lang));
        let counted = known.unwrap_or_else(|| {
            super::tally(self.field, self.period, among(&self.documents, shown()), self.lang, goes_on)
        });
        goes_on().then_some(counted)
    }
}
