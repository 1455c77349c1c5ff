//! All tests of the whole program, as one test program.
//! It holds no test itself.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a test may fail loudly, tells what it skips, and touches disk, processes and clock as a user does"
)]

mod architecture;
mod breachline;
mod hostile;
mod manual;
mod messages;
mod properties_records;
mod records;
mod session;
mod shell;
mod source;
mod stand_in;
mod terminal;
