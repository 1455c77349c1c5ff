//! breachline.

pub mod chart;
