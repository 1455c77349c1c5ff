//! How values read: dates, gaps, counts, claims and clocks, each in both languages.
//! It decides words alone; where they stand and in which role is for those who use it.

pub mod claim;
pub mod clock;
pub mod count;
pub mod date;
pub mod gap;
