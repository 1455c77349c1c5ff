//! breachline.

pub mod record;
pub mod store;
pub mod text;
pub mod theme;
pub mod view;
