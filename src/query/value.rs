//! Values of a query: words of a vocabulary, numbers, dates, durations, and how they are compared.
//! It looks at no incident; `test` does.

pub mod compare;
pub mod count;
pub mod day;
pub mod length;
pub mod word;
