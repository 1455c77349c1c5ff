//! Texts of the findings of a check.
