//! breachline.

pub mod chart;
pub mod record;
pub mod text;
pub mod theme;
pub mod view;
