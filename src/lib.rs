//! breachline.

pub mod app;
pub mod command;
pub mod keymap;
pub mod record;
pub mod text;
pub mod theme;
pub mod view;
pub mod widget;
