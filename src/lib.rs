//! breachline.

pub mod app;
pub mod command;
pub mod keymap;
pub mod record;
pub mod term;
pub mod text;
pub mod theme;
pub mod view;
