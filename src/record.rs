//! What an incident is: its fields, dates as intervals, figures as claims, and all that is reckoned from them.
//! It is pure: no disk, no clock, no screen.

pub mod clock;
pub mod count;
pub mod headline;
pub mod incident;
pub mod interval;
pub mod localised;
pub mod milestone;
pub mod vocabulary;
pub mod when;

pub use count::Count;
pub use incident::Incident;
pub use interval::{Answer, Gap, Interval};
pub use localised::Localised;
pub use when::When;
