//! What an incident is: its fields, dates as intervals, figures as claims, and all that is reckoned from them.
//! It is pure: no disk, no clock, no screen.

pub mod check;
pub mod clock;
pub mod count;
pub mod finding;
pub mod headline;
pub mod incident;
pub mod interval;
pub mod localised;
pub mod milestone;
pub mod reading;
pub mod schema;
pub mod shape;
pub mod tree;
pub mod vocabulary;
pub mod when;

pub use count::Count;
pub use finding::{Fault, Finding, Severity};
pub use incident::Incident;
pub use interval::{Answer, Gap, Interval};
pub use localised::Localised;
pub use reading::{Reading, place_of, read};
pub use schema::schema;
pub use when::When;
pub mod finding {
    //! stub
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Severity {
        Error,
        Warning,
    }
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Finding {
        pub severity: Severity,
        pub line: u32,
        pub column: u32,
        pub at: String,
        pub nearest: Vec<String>,
    }
    impl Finding {
        pub fn code(&self) -> &str {
            ""
        }
        pub fn message(&self, _l: crate::text::Lang) -> String {
            String::new()
        }
    }
}

pub fn schema() -> serde_json::Value {
    serde_json::Value::Null
}
