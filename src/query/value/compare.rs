//! Comparisons of what may lie anywhere between two ends: certainly so, certainly not, or undecided.
//! It knows neither dates nor durations, only whole numbers.

use crate::record::interval::Answer;
use std::fmt;

/// How a field's value is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compare<T> {
    /// `:` or `=`: within it.
    Is(T),
    /// `>`: after all of it.
    Over(T),
    /// `>=`: not before it.
    From(T),
    /// `<`: before all of it.
    Under(T),
    /// `<=`: not after it.
    UpTo(T),
    /// `a..b`: from the first to the last, one of which may be open.
    Between(Option<T>, Option<T>),
}

/// A comparison, and whether what is only possible will do (`?`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<T> {
    /// The comparison.
    pub compare: Compare<T>,
    /// Whether what is only possible will do.
    pub possible: bool,
}

/// Whole numbers from the first to the last, both included; `None` is an open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The first.
    pub first: Option<i64>,
    /// The last.
    pub last: Option<i64>,
}

/// A value that covers whole numbers from a first to a last.
pub trait Extent {
    /// The numbers that it covers where it is compared.
    fn ends(&self) -> (i64, i64);
    /// The numbers that are within it where it stands alone.
    fn within(&self) -> (i64, i64) {
        self.ends()
    }
}

impl Ends {
    /// Whether something between two ends lies within.
    pub fn hold(self, other: Ends) -> Answer {
        let begins = self.first.is_none_or(|first| other.first.is_some_and(|at| at >= first));
        let stops = self.last.is_none_or(|last| other.last.is_some_and(|at| at <= last));
        let is_past = |end: Option<i64>, start: Option<i64>| end.zip(start).is_some_and(|(end, start)| end < start);
        if begins && stops {
            Answer::Yes
        } else if is_past(self.last, other.first) || is_past(other.last, self.first) {
            Answer::No
        } else {
            Answer::Undecided
        }
    }
}

impl<T> Compare<T> {
    /// What it asks for, given what its values cover: where they are compared, and where one stands alone.
    pub fn ends(&self, of: impl Fn(&T) -> (i64, i64), within: impl Fn(&T) -> (i64, i64)) -> Ends {
        let (first, last) = match self {
            Compare::Is(value) => (Some(within(value).0), Some(within(value).1)),
            Compare::Over(value) => (Some(of(value).1.saturating_add(1)), None),
            Compare::From(value) => (Some(of(value).0), None),
            Compare::Under(value) => (None, Some(of(value).0.saturating_sub(1))),
            Compare::UpTo(value) => (None, Some(of(value).1)),
            Compare::Between(from, to) => (from.as_ref().map(|v| of(v).0), to.as_ref().map(|v| of(v).1)),
        };
        Ends { first, last }
    }

    /// The operator that it is written with.
    fn operator(&self) -> &'static str {
        match self {
            Compare::Is(_) | Compare::Between(..) => ":",
            Compare::Over(_) => ">",
            Compare::From(_) => ">=",
            Compare::Under(_) => "<",
            Compare::UpTo(_) => "<=",
        }
    }
}

impl<T: Extent> Asked<T> {
    /// Whether something between two ends passes.
    pub fn admits(&self, ends: Ends) -> bool {
        self.takes(self.compare.ends(T::ends, T::within).hold(ends))
    }
}

impl<T> Asked<T> {
    /// Whether an answer will do.
    pub fn takes(&self, answer: Answer) -> bool {
        answer == Answer::Yes || (self.possible && answer == Answer::Undecided)
    }
}

impl<T: fmt::Display> fmt::Display for Asked<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.compare.operator())?;
        match &self.compare {
            Compare::Is(v) | Compare::Over(v) | Compare::From(v) | Compare::Under(v) | Compare::UpTo(v) => {
                write!(f, "{v}")?;
            }
            Compare::Between(from, to) => {
                from.iter().try_for_each(|value| write!(f, "{value}"))?;
                f.write_str("..")?;
                to.iter().try_for_each(|value| write!(f, "{value}"))?;
            }
        }
        f.write_str(if self.possible { "?" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_answer_holds_for_each_number_that_it_may_be(first in 0_i64..9, width in 0_i64..5, value in 0_i32..12, how in 0..6) {
            let covers = |n: &i32| (i64::from(*n), i64::from(*n));
            let compare = match how {
                0 => Compare::Is(value),
                1 => Compare::Over(value),
                2 => Compare::From(value),
                3 => Compare::Under(value),
                4 => Compare::UpTo(value),
                _ => Compare::Between(Some(value - 2), Some(value)),
            };
            let passes = |n: i64| match how {
                0 => n == i64::from(value),
                1 => n > value.into(),
                2 => n >= value.into(),
                3 => n < value.into(),
                4 => n <= value.into(),
                _ => n >= i64::from(value) - 2 && n <= value.into(),
            };
            let told: Vec<bool> = (first..=first + width).map(passes).collect();
            let answer = compare.ends(covers, covers).hold(Ends { first: Some(first), last: Some(first + width) });
            // a number that is asked for may lie between two ends of which neither will do
            match answer {
                Answer::Yes => prop_assert!(told.iter().all(|told| *told)),
                Answer::No => prop_assert!(told.iter().all(|told| !*told)),
                Answer::Undecided => prop_assert!(told.contains(&true) && told.contains(&false)),
            }
        }
    }
}
