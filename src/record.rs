//! What an incident is: its fields, dates as intervals, figures as claims, and all that is reckoned from them.
//! It is pure: no disk, no clock, no screen.

pub mod check;
pub mod clock;
pub mod completeness;
pub mod count;
pub mod day_zero;
pub mod field;
pub mod finding;
pub mod gap;
pub mod headline;
pub mod imported;
pub mod incident;
pub mod interval;
pub mod localised;
pub mod milestone;
pub mod reading;
pub mod schema;
pub mod shape;
pub mod spoken;
pub mod tree;
pub mod vocabulary;
pub mod when;

pub use count::Count;
pub use finding::{Fault, Finding, Severity};
pub use imported::Imported;
pub use incident::Incident;
pub use interval::{Answer, Gap, Interval};
pub use localised::Localised;
pub use reading::{Reading, place_of, read};
pub use schema::schema;
pub use when::When;
