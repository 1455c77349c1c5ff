//! breachline.

pub mod app;
pub mod chart;
pub mod cli;
pub mod command;
pub mod keymap;
pub mod picture;
pub mod query;
pub mod record;
pub mod screen;
pub mod store;
pub mod term;
pub mod text;
pub mod theme;
pub mod view;
pub mod widget;
