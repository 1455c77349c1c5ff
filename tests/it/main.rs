//! All integration tests in one program.
//! It only lists them; each module says what it holds.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may stop where it fails, and tell what it skips"
)]

mod hostile;
mod messages;
mod properties_records;
mod records;
