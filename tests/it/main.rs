//! All tests of the whole program, as one test program.
//! It holds no test itself.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and touches disk, processes and clock as a user does"
)]

mod architecture;
mod breachline;
mod browser;
mod cache;
mod exporting;
mod forms;
mod gaps;
mod harness;
mod hostile;
mod importing;
mod journeys;
mod manual;
mod messages;
mod picture;
mod properties_edit;
mod properties_records;
mod properties_screens;
mod records;
mod screens;
mod session;
mod shell;
mod side_by_side;
mod source;
mod stand_in;
mod terminal;
mod timeline_day_zero;
mod tool;
mod writing;
