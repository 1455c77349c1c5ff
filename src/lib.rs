//! breachline.
