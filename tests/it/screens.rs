//! Frames and moves of each screen, one module a screen.
//! It holds no test itself.

mod compare;
mod explore;
mod filter;
mod finding;
mod large;
mod overlays;
mod problems;
mod statistics;
mod timeline;
mod views;
