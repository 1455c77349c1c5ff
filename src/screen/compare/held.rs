//! The comparison that is held while nothing it depends on changes: a key is answered from it, a frame drawn.
//! What stands in it is `view::comparison`'s.

use super::{Compare, Desk, grid};
use crate::record::Incident;
use crate::view::Options;
use crate::view::comparison::Comparison;
use crate::view::matrix::Order;
use ratatui::layout::Rect;
use std::sync::Arc;

/// A comparison, and of what it was reckoned.
#[derive(Clone, Debug)]
pub(super) struct Held {
    incidents: Vec<Arc<Incident>>,
    options: Options,
    order: Order,
    pub(super) told: Arc<Comparison>,
}

impl Compare {
    /// Reckons the comparison anew, if the incidents, their order or the room for them changed.
    pub(super) fn hold(&mut self, desk: &Desk, body: Rect) {
        let Some(incidents) = desk.marked().iter().map(|entry| entry.whole.clone()).collect::<Option<Vec<_>>>() else {
            // one of them is being fetched
            self.held = None;
            return;
        };
        let width = usize::from(grid(body, incidents.len(), self.tall).column.saturating_sub(1));
        let options = Options { lang: desk.lang, glyphs: desk.brush.glyphs, width };
        let order = self.order;
        let is_same = |held: &Held| {
            let mut pairs = held.incidents.iter().zip(&incidents);
            (held.options, held.order, held.incidents.len()) == (options, order, incidents.len())
                && pairs.all(|(held, now)| Arc::ptr_eq(held, now))
        };
        if self.held.as_ref().is_some_and(is_same) {
            return;
        }
        self.held = self.told(desk, &options).map(|told| Held { incidents, options, order, told: Arc::new(told) });
    }

    /// The comparison as it is shown; none where too few or too many are marked.
    pub(super) fn compared(&self) -> Option<Arc<Comparison>> {
        self.held.as_ref().map(|held| Arc::clone(&held.told))
    }
}
