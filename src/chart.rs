//! Geometry: numbers and instants to positions in terminal cells, for the terminal, plain text and SVG alike.
//! It knows no colour, no widget, no wording and nothing of a record.

pub mod bars;
pub mod lanes;
pub mod scale;
pub mod ticks;
