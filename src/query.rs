//! Which incidents match, and in what order: words found loosely, fields exactly, the best first.
//! It reads no files and keeps no state; who asks keeps the query and the documents.

pub mod document;
pub mod field;
pub mod fold;
pub mod mistake;
pub mod parse;
pub mod term;

pub use document::{Document, Entry};
pub use mistake::Mistake;
pub use parse::parse;
pub use term::Query;
