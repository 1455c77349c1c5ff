//! Texts for dates, durations and figures.
