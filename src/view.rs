//! Records turned into what a reader is told: lines of text with roles, the same for the screens, the shell and later pages.
//! It paints nothing and knows no terminal.

pub mod comparison;
pub mod csv;
pub mod dossier;
pub mod export;
pub mod gaps;
pub mod html;
pub mod imported;
pub mod item;
pub mod json;
pub mod line;
pub mod markdown;
pub mod matrix;
pub mod page;
pub mod report;
pub mod standing;
pub mod stats;
pub mod stix;
pub mod timeline;
pub mod wording;

pub use item::Item;
pub use line::{Line, Span};
pub use standing::Standing;

use crate::text::Lang;
use crate::theme::Glyphs;

/// For whom, and how wide, something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The reader's language.
    pub lang: Lang,
    /// Which glyphs their terminal shows.
    pub glyphs: Glyphs,
    /// The cells that a row has; lines are folded by those who show them, but columns and bars are measured by this.
    pub width: usize,
}
