//! Starts breachline.
fn main() {}
