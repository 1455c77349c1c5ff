//! Rows of what GDPR art. 33 and 34 ask to be told: stated, stated to be unknown, or not stated.
//! It does not repeat what is stated; the other sections do.

use super::{Cell, Row, cell, row};
use crate::record::completeness::{Asked, Presence};
use crate::text::completeness as words;
use crate::view::item::Teller;
use crate::view::standing::Standing;

pub(super) fn completeness(tellers: &[Teller]) -> Vec<Row> {
    let Some(first) = tellers.first() else { return Vec::new() };
    let rows = Asked::ALL.into_iter().map(|asked| {
        let row = row(first.say(asked.label()), tellers, |teller| presence(teller, asked));
        Row { group: Some(first.say(asked.article()).to_owned()), ..row }
    });
    rows.collect()
}

fn presence(teller: &Teller, asked: Asked) -> Option<Cell> {
    let (standing, phrase) = match asked.of(teller.incident) {
        Presence::Present => (Standing::Yes, words::STATED),
        Presence::Unknown => (Standing::Unknown, words::UNKNOWN),
        Presence::Absent => return None,
    };
    let line = teller.standing(standing).with(teller.say(phrase), standing.role());
    Some(cell(teller, vec![line], Some(standing), standing.id().to_owned(), Vec::new()))
}
