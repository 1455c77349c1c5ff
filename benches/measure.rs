//! What `docs/performance.md` states, measured anew: `cargo bench --bench measure -- load --records 10000`.
//! Each part measures ours and what it is held against by turns, in one run; records are made below the temporary folder.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that measures makes its files, tells its figures, and stops where it fails"
)]

mod generate;
#[path = "measure/load.rs"]
mod load;
#[path = "measure/set.rs"]
mod set;

use std::time::{Duration, Instant};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let sizes = arguments.iter().position(|argument| argument == "--records").and_then(|at| arguments.get(at + 1));
    let sizes: Vec<usize> = sizes.map_or("10,1000,10000", String::as_str).split(',').map(|n| n.parse().expect("a number")).collect();
    for part in arguments.iter().take_while(|argument| !argument.starts_with("--")) {
        for records in &sizes {
            match part.as_str() {
                "load" => load::measure(*records),
                other => println!("no such part: {other}"),
            }
        }
    }
}

/// How long some work takes.
fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

/// The middle one of some times.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
