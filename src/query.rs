//! Which incidents match, and in what order: words found loosely, fields exactly, the best first.
//! It reads no files and keeps no state; who asks keeps the query and the documents.

pub mod document;
pub mod fold;

pub use document::{Document, Entry};
