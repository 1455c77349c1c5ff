//! How values read: dates, gaps, counts, claims and clocks, each in both languages.
//! It decides words alone; where they stand and in which role is for those who use it.

pub mod claim;
pub mod clock;
pub mod count;
pub mod date;
pub mod gap;

pub use count::compact as count_short;
pub use date::short as date_short;

use super::Standing;
use super::line::Line;
use crate::record::vocabulary::{Status, Vocabulary};
use crate::text::{Lang, view};
use crate::theme::{Glyphs, Role};

/// How far an incident can be relied on, as a standing and, where there is room, its word.
pub fn status_mark(status: Option<Status>, lang: Lang, glyphs: Glyphs, with_word: bool) -> Line {
    let (standing, word) = match status {
        Some(status) => (Standing::of_status(Some(status)), status.label().get(lang)),
        None => (Standing::NotStated, view::NOT_STATED.get(lang)),
    };
    let role = if standing == Standing::Superseded { Role::NotStated } else { standing.role() };
    let line = Line::of(glyphs.get(standing.glyph()), role);
    if with_word { line.with(" ", Role::Text).with(word, standing.role()) } else { line }
}
