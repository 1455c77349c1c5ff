//! breachline.

pub mod query;
pub mod record;
pub mod text;
pub mod theme;
pub mod view;
