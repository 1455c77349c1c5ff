//! breachline.

pub mod app;
pub mod chart;
pub mod command;
pub mod keymap;
pub mod record;
pub mod screen;
pub mod text;
pub mod theme;
pub mod view;
pub mod widget;
