//! Records turned into what a reader is told: lines of text with roles, the same for the screens, the shell and later pages.
//! It paints nothing and knows no terminal.

pub mod line;

pub use line::{Line, Span};
