//! Starts breachline: the arguments go to `cli`, its exit code to the shell.
//! It decides nothing.

use std::process::ExitCode;

fn main() -> ExitCode {
    breachline::cli::run(std::env::args_os().skip(1).collect())
}
