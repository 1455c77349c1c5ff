//! Steps of scales without end: counts by tens, gaps by the spans of time that people think in.
//! Each incident stands on one step: a count by the least that was said, a gap by the most that it may be.

use crate::query::document::Headline;
use crate::query::field::Field;
use crate::query::term::Query;
use crate::query::test::Test;
use crate::query::value::compare::{Asked, Compare, Extent};
use crate::query::value::count::Count;
use crate::query::value::length::{Length, Unit};
use crate::record::Gap;
use crate::text::{Lang, query as words};

/// The steps of counts: below ten, below a hundred, and so on, then all others.
const TENS: u32 = 9;
/// The step of counts of which only a most is stated.
const OTHER: i64 = 100;

/// The longest of each step of gaps but the last.
const LONGEST: [(i64, Unit); 7] = [
    (0, Unit::Day),
    (1, Unit::Day),
    (3, Unit::Day),
    (1, Unit::Week),
    (1, Unit::Month),
    (3, Unit::Month),
    (1, Unit::Year),
];

/// The step of a count.
pub fn of_count(headline: &Headline) -> i64 {
    headline.count.min.map_or(OTHER, |least| least.checked_ilog10().unwrap_or(0).min(TENS).into())
}

/// The step of a gap.
pub fn of_gap(gap: Gap) -> i64 {
    let within = |length: Length| gap.max.is_some_and(|most| most.num_seconds() <= length.ends().1);
    let lengths = || LONGEST.iter().map(|(number, unit)| Length::new(*number, *unit));
    let step = lengths().position(within).unwrap_or(LONGEST.len());
    i64::try_from(step).unwrap_or(0)
}

/// A step as a bin: its value, its label, and what finds it.
pub fn told(field: Field, step: i64, lang: Lang) -> (String, String, Option<Query>) {
    match field {
        Field::Gap(from, to) => {
            let test = |compare| Query::Test(Test::Gap(from, to, Asked { compare, possible: false }));
            gap(field, usize::try_from(step).unwrap_or(0), lang, &test)
        }
        _ => count(u32::try_from(step).unwrap_or(0), lang),
    }
}

/// What is certainly the one or less, and not certainly the other.
fn between(upper: Option<Query>, lower: Option<Query>, field: Field) -> Query {
    let upper = upper.unwrap_or(Query::Test(Test::Stated(field)));
    Query::and(std::iter::once(upper).chain(lower.map(Query::negated)))
}

fn gap(
    field: Field,
    step: usize,
    lang: Lang,
    test: &impl Fn(Compare<Length>) -> Query,
) -> (String, String, Option<Query>) {
    let length = |n: usize| LONGEST.get(n).map(|(number, unit)| Length::new(*number, *unit));
    let lower = step.checked_sub(1).and_then(length);
    let upper = length(step);
    let written = |end: Option<Length>| end.map(|end| end.to_string()).unwrap_or_default();
    let value = format!("{}..{}", written(lower), written(upper));
    let label = words::GAP_STEPS.get(step).map_or("", |label| label.get(lang)).to_owned();
    let query = between(upper.map(Compare::UpTo).map(test), lower.map(Compare::UpTo).map(test), field);
    (value, label, Some(query))
}

fn count(step: u32, lang: Lang) -> (String, String, Option<Query>) {
    let from =
        |count: u64| Query::Test(Test::Affected(Asked { compare: Compare::From(Count(count)), possible: false }, None));
    if i64::from(step) == OTHER {
        let query = Query::and([Query::Test(Test::Stated(Field::Affected)), from(0).negated()]);
        return ("other".to_owned(), words::OTHER_COUNTS.get(lang).to_owned(), Some(query));
    }
    let lower = if step == 0 { 0 } else { 10_u64.saturating_pow(step) };
    let upper = (step < TENS).then(|| 10_u64.saturating_pow(step + 1));
    let value = format!("{}..{}", Count(lower), upper.map(|upper| Count(upper - 1).to_string()).unwrap_or_default());
    let label = match upper {
        Some(upper) if lower == 0 => words::COUNT_UNDER.fill(lang, &[&Count(upper)]),
        Some(upper) => words::COUNT_BETWEEN.fill(lang, &[&Count(lower), &Count(upper)]),
        None => words::COUNT_OVER.fill(lang, &[&Count(lower)]),
    };
    let upper = upper.map(|upper| from(upper).negated());
    (value, label, Some(Query::and(std::iter::once(from(lower)).chain(upper))))
}
