//! Starts breachline and says how it ended.
//! It decides nothing else.

use breachline::app::App;
use breachline::term;
use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    match term::run(&mut App {}, |_generation, _send| {}) {
        Ok(ending) => ending.into(),
        Err(error) => {
            // nobody may be left to read it
            let _ = writeln!(std::io::stderr(), "breachline: {error}");
            ExitCode::from(3)
        }
    }
}
