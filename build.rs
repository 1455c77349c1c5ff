//! Tells cargo that the records built into the program are part of it.
//! It generates nothing.

fn main() {
    println!("cargo::rerun-if-changed=incidents");
}
