//! Histograms over time: incidents by the year, quarter or month in which a date of theirs starts, and ranges of them.
//! It measures no gap.

use super::Bin;
use crate::query::document::Document;
use crate::query::field::Field;
use crate::query::term::Query;
use crate::query::test::Test;
use crate::query::value::compare::{Asked, Compare};
use crate::query::value::day::Day;
use crate::record::Interval;
use crate::text::{Lang, query as words};
use chrono::Datelike;

/// The most bins that are filled in between those that hold something.
const MOST: i64 = 2_400;
/// What stands for a date without a start: it is after all others.
const OPEN: i64 = i64::MAX;

/// How time is divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// By years.
    #[default]
    Year,
    /// By quarters.
    Quarter,
    /// By months.
    Month,
}

impl Period {
    /// All periods, the longest first.
    pub const ALL: [Period; 3] = [Period::Year, Period::Quarter, Period::Month];

    /// Its name in arguments.
    pub fn id(self) -> &'static str {
        match self {
            Period::Year => "year",
            Period::Quarter => "quarter",
            Period::Month => "month",
        }
    }

    /// The period of a name.
    pub fn of(id: &str) -> Option<Period> {
        Period::ALL.into_iter().find(|period| period.id() == id)
    }

    fn months(self) -> i64 {
        match self {
            Period::Year => 12,
            Period::Quarter => 3,
            Period::Month => 1,
        }
    }
}

/// Whether a field is counted over time.
pub fn is_dated(field: Field) -> bool {
    matches!(field, Field::Date | Field::Event(_))
}

/// In which period a date starts, as the first month since year 0; `None` if it is not stated.
pub(super) fn start(field: Field, period: Period, document: &Document) -> Option<i64> {
    let interval = date(field, document)?;
    if interval.is_unknown() {
        return None;
    }
    let Some(earliest) = interval.earliest else { return Some(OPEN) };
    let local = earliest.with_timezone(&document.zone.0);
    let month = i64::from(local.year()) * 12 + i64::from(local.month0());
    Some(month - month.rem_euclid(period.months()))
}

fn date(field: Field, document: &Document) -> Option<Interval> {
    match field {
        Field::Event(kind) => document.milestone(kind),
        _ => Some(document.date),
    }
}

/// A period as a bin: its value, its label, and what finds it.
pub(super) fn told(field: Field, period: Period, start: i64, lang: Lang) -> (String, String, Option<Query>) {
    if start == OPEN {
        let stated = Query::Test(Test::Stated(field));
        let started = from(field, "0001").map(Query::negated);
        return (
            "..".to_owned(),
            words::NO_START.get(lang).to_owned(),
            started.map(|started| Query::and([stated, started])),
        );
    }
    let (year, month) = (start.div_euclid(12), start.rem_euclid(12));
    let value = written(period, start);
    let label = match period {
        Period::Quarter => words::QUARTER.fill(lang, &[&year, &(month / 3 + 1)]),
        Period::Year | Period::Month => value.clone(),
    };
    (value, label, range(field, period, start, start))
}

/// What finds the dates that start from one period to another, both included.
fn range(field: Field, period: Period, first: i64, last: i64) -> Option<Query> {
    let after = last + period.months();
    let from = from(field, &written(period, first))?;
    // no date can be written of the year after the last one
    let before = self::from(field, &written(period, after)).map(Query::negated);
    Some(Query::and(std::iter::once(from).chain(before)))
}

/// What finds the dates of all bins from one to another, both included; `None` if one is no period.
pub fn between(first: &Bin, last: &Bin) -> Option<Query> {
    let parts = |bin: &Bin| bin.query.as_ref().map(|query| query.parts().to_vec());
    let (first, last) = (parts(first)?, parts(last)?);
    Some(Query::and(first.into_iter().take(1).chain(last.into_iter().skip(1))))
}

fn from(field: Field, date: &str) -> Option<Query> {
    let asked = Asked { compare: Compare::From(Day::read(date)?), possible: false };
    Some(Query::Test(match field {
        Field::Event(kind) => Test::Event(kind, asked),
        _ => Test::Date(asked),
    }))
}

/// The first month of a period, or its year.
fn written(period: Period, start: i64) -> String {
    let (year, month) = (start.div_euclid(12), start.rem_euclid(12));
    match period {
        Period::Year => format!("{year:04}"),
        Period::Quarter | Period::Month => format!("{year:04}-{:02}", month + 1),
    }
}

/// Adds the periods between the first and the last in which nothing starts, unless they are very many.
pub(super) fn fill(field: Field, period: Period, bins: &mut Vec<Bin>, lang: Lang) {
    let start = |bin: &Bin| {
        let mut parts = bin.value.as_deref()?.split('-');
        let year: i64 = parts.next()?.parse().ok()?;
        let month: i64 = parts.next().map_or(Some(1), |month| month.parse().ok())?;
        Some(year * 12 + month - 1)
    };
    let known: Vec<i64> = bins.iter().filter_map(start).collect();
    let Some((first, last)) = known.first().copied().zip(known.last().copied()) else { return };
    let step = period.months();
    if (last - first) / step > MOST {
        return;
    }
    let mut filled = Vec::new();
    let mut had = std::mem::take(bins).into_iter().peekable();
    for at in (0..=(last - first) / step).map(|n| first + n * step) {
        filled.push(had.next_if(|bin| start(bin) == Some(at)).unwrap_or_else(|| {
            let (value, label, query) = told(field, period, at, lang);
            Bin { value: Some(value), label, all: 0, shown: 0, query }
        }));
    }
    filled.extend(had);
    *bins = filled;
}
