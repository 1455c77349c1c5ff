//! The figures of `docs/performance.md`: `cargo bench --bench measure -- load --records 1000,10000`.
//! Each part measures ours and what it is held against by turns, in one run; the records lie below the temporary folder.
#![expect(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that measures makes its files, tells its figures, and stops where it fails"
)]

#[path = "measure/first.rs"]
mod first;
mod generate;
#[path = "measure/keys.rs"]
mod keys;
#[path = "measure/load.rs"]
mod load;
#[path = "measure/memory.rs"]
mod memory;
#[path = "measure/plot.rs"]
mod plot;
#[path = "measure/set.rs"]
mod set;

use std::time::{Duration, Instant};

const USAGE: &str = "cargo bench --bench measure -- [PART…] [--records N,N…]
  first    from start to the first frame, beside an empty ratatui program
  load     cold, warm and after changes, beside bare serde_yaml
  memory   bytes a record, cold and warm, and where they go
  keys     a key and its frame: typing, scrolling, switching screens; fzf beside the typing
  plot     the growth of cost as an SVG, on standard output
  clean    removes the records that were made";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let Some(("--inside", rest)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        inside(rest);
        return;
    }
    let sizes = arguments.iter().position(|argument| argument == "--records").and_then(|at| arguments.get(at + 1));
    let sizes = sizes.map_or("1000,10000", String::as_str).split(',');
    let sizes: Vec<usize> = sizes.map(|n| n.parse().expect("a number of records")).collect();
    let mut parts: Vec<&str> =
        arguments.iter().map(String::as_str).take_while(|argument| !argument.starts_with("--")).collect();
    if parts.is_empty() {
        parts = vec!["first", "load", "memory", "keys"];
    }
    for part in parts {
        match part {
            "first" => first::measure(&sizes),
            "load" => sizes.iter().for_each(|records| load::measure(*records)),
            "memory" => sizes.iter().for_each(|records| memory::measure(*records)),
            "keys" => sizes.iter().for_each(|records| keys::measure(*records)),
            "plot" => plot::draw(&sizes),
            "clean" => set::clean(),
            _ => println!("{USAGE}"),
        }
    }
}

/// What the program does when it measures itself in a process of its own.
fn inside(arguments: &[String]) {
    match arguments {
        [part] if part == "frame" => first::empty(),
        [part, kind, records] if part == "memory" => memory::inside(kind, records.parse().expect("a number")),
        [part, kind, records] if part == "load" => load::inside(kind, records.parse().expect("a number")),
        _ => println!("{USAGE}"),
    }
}

/// How long some work takes; what it made is dropped after the clock has stopped.
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

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// How often something is measured, the larger the set the less often.
fn rounds(records: usize) -> usize {
    match records {
        0..=20_000 => 15,
        20_001..=200_000 => 5,
        _ => 1,
    }
}
