//! All tests of the whole program, as one test program.
//! It holds no test itself.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, tells what it skips, and touches disk, processes and clock as a user does"
)]

mod breachline;
mod hostile;
mod messages;
mod properties_records;
mod records;
mod session;
mod stand_in;
mod terminal;
mod timeline_day_zero;
