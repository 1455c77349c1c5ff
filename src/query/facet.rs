//! Facets: how many incidents have each value of a field, and the query that finds them; *not stated* is a value of its own.
//! It filters nothing and draws nothing.

mod known;
pub mod period;
pub mod question;
mod steps;
mod words;

use super::document::Document;
use super::document::texts::Place;
use super::field::Field;
use super::fold::fold;
use super::term::{Query, Word};
use super::test::{Test, is_taken, may_be_out};
use super::value::compare::{Asked, Compare};
use super::value::day::Year;
use crate::record::vocabulary::{EventKind, MeasureStatus, Vocabulary};
use crate::text::{Lang, Phrase, query as phrases, view::SECTORS};
use hashbrown::HashMap;
use period::Period;
use rayon::prelude::*;
use std::borrow::Cow;
use std::sync::Arc;

pub use known::count_by_index;

/// The fields that incidents are counted by, in the order of the screen; any gap and any date can be too.
pub const FACETS: [Field; 18] = [
    Field::Year,
    Field::Org,
    Field::Sector,
    Field::Country,
    Field::Status,
    Field::Vector,
    Field::Data,
    Field::Measure,
    Field::Party,
    Field::Role,
    Field::Risk,
    Field::Claimant,
    Field::Unit,
    Field::Affected,
    Field::Clock,
    Field::Gap(EventKind::Detected, EventKind::AuthorityNotified),
    Field::Gap(EventKind::Detected, EventKind::Disclosed),
    Field::Tag,
];

/// One value and how many incidents have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The value; `None` where it is not stated.
    pub value: Option<String>,
    /// The value for a reader.
    pub label: String,
    /// How many incidents have it.
    pub all: usize,
    /// How many of those that are shown have it.
    pub shown: usize,
    /// What finds them; `None` where the value cannot be written into a query.
    pub query: Option<Query>,
}

/// The values of a field over many incidents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The values: in their own order, else the most frequent first; *not stated* last.
    pub bins: Vec<Bin>,
    /// How many incidents there are.
    pub all: usize,
    /// How many are shown.
    pub shown: usize,
}

/// A value while it is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Value<'a> {
    /// A place in an order: a year, the first day of a period, a step of a scale.
    At(i64),
    /// A word of a vocabulary, its label and its place in the vocabulary.
    Word(&'static str, &'static str),
    /// A text, folded.
    Text(Cow<'a, str>),
}

/// The name of a field that incidents are counted by, for a reader.
pub fn label(field: Field, lang: Lang) -> String {
    let phrase: Phrase = match field {
        Field::Year => phrases::FACET_YEAR,
        Field::Org => phrases::FACET_ORGANISATION,
        Field::Sector => phrases::FACET_SECTOR,
        Field::Country => phrases::FACET_COUNTRY,
        Field::Status => phrases::FACET_STATUS,
        Field::Vector => phrases::FACET_VECTOR,
        Field::Data => phrases::FACET_DATA,
        Field::Measure => phrases::FACET_MEASURE,
        Field::Party => phrases::FACET_PARTY,
        Field::Role => phrases::FACET_ROLE,
        Field::Risk => phrases::FACET_RISK,
        Field::Claimant => phrases::FACET_CLAIMANT,
        Field::Unit => phrases::FACET_UNIT,
        Field::Affected => phrases::FACET_AFFECTED,
        Field::Clock => phrases::FACET_CLOCK,
        Field::Tag => phrases::FACET_TAG,
        Field::Event(kind) => kind.label(),
        Field::Gap(from, to) => {
            return phrases::FACET_GAP.fill(lang, &[&from.label().get(lang), &to.label().get(lang)]);
        }
        other => other.label(),
    };
    phrase.get(lang).to_owned()
}

/// Whether incidents can be counted by a field.
pub fn is_countable(field: Field) -> bool {
    FACETS.contains(&field) || matches!(field, Field::Date | Field::Event(_) | Field::Gap(..))
}

/// Whether one incident may have several values, so that they come to more than there are incidents.
pub fn has_several(field: Field) -> bool {
    matches!(
        field,
        Field::Vector
            | Field::Data
            | Field::Measure
            | Field::Party
            | Field::Role
            | Field::Risk
            | Field::Claimant
            | Field::Tag
    )
}

/// Counts all documents, and those of the given places, by a field, a date by years; by nothing, if it is none to count by.
pub fn count(field: Field, documents: &[Arc<Document>], shown: impl Iterator<Item = usize>, lang: Lang) -> Counted {
    count_by(field, Period::Year, documents, shown, lang)
}

/// As [`count`], a date by years, quarters or months.
pub fn count_by(
    field: Field,
    period: Period,
    documents: &[Arc<Document>],
    shown: impl Iterator<Item = usize>,
    lang: Lang,
) -> Counted {
    tally(field, period, among(documents, shown), lang, &|| true)
}

/// Each document, and whether its place is among those that are shown.
fn among(documents: &[Arc<Document>], shown: impl Iterator<Item = usize>) -> impl Counting<'_> {
    let mut is_shown = vec![false; documents.len()];
    for place in shown {
        if let Some(shown) = is_shown.get_mut(place) {
            *shown = true;
        }
    }
    documents.par_iter().map(|document| &**document).zip(is_shown)
}

/// As [`count_by`], of documents that are all shown.
pub fn count_in_view(field: Field, period: Period, documents: &[&Document], lang: Lang) -> Counted {
    if documents.len() <= super::LEAST {
        let mut tally = Tally::default();
        let countable = documents.iter().filter(|_| is_countable(field));
        countable.for_each(|document| tally.add(field, period, document, lang, [1, 1]));
        return tally.told(field, period, lang);
    }
    tally(field, period, documents.par_iter().map(|document| (*document, true)), lang, &|| true)
}

/// The values that were met, each with the first document that has it, and how many have it: all, and those shown.
type Counts<'a> = HashMap<Value<'a>, (&'a Document, [usize; 2])>;

/// What was counted of some documents.
#[derive(Default)]
struct Tally<'a> {
    counts: Counts<'a>,
    total: [usize; 2],
    without: [usize; 2],
    /// The values of one document.
    seen: Vec<Value<'a>>,
}

impl<'a> Tally<'a> {
    /// Counts so many documents that all have the values of one: all, and those shown.
    fn add(&mut self, field: Field, period: Period, document: &'a Document, lang: Lang, count: [usize; 2]) {
        values(field, period, document, lang, &mut |value| {
            if !self.seen.contains(&value) {
                self.seen.push(value);
            }
        });
        add(&mut self.total, count);
        if self.seen.is_empty() {
            add(&mut self.without, count);
        }
        for value in self.seen.drain(..) {
            add(&mut self.counts.entry(value).or_insert((document, [0; 2])).1, count);
        }
    }

    /// The bins of it.
    fn told(self, field: Field, period: Period, lang: Lang) -> Counted {
        let mut bins = in_order(self.counts)
            .into_iter()
            .map(|(value, of, count)| told(field, period, &value, of, lang, count))
            .collect();
        if period::is_dated(field) {
            period::fill(field, period, &mut bins, lang);
        }
        bins.extend(without(field, self.without, lang));
        Counted { bins, all: self.total[0], shown: self.total[1] }
    }

    /// It, and what was counted of documents after them.
    fn and(mut self, after: Tally<'a>) -> Tally<'a> {
        add(&mut self.total, after.total);
        add(&mut self.without, after.without);
        for (value, (document, count)) in after.counts {
            add(&mut self.counts.entry(value).or_insert((document, [0; 2])).1, count);
        }
        self
    }
}

/// The bin of those of which nothing is stated, if there are any.
fn without(field: Field, [all, shown]: [usize; 2], lang: Lang) -> Option<Bin> {
    let label = crate::text::screen::NOT_STATED.get(lang).to_owned();
    let query = Some(Query::Test(Test::None(field)));
    (all > 0).then_some(Bin { value: None, label, all, shown, query })
}

fn add(to: &mut [usize; 2], of: [usize; 2]) {
    *to = [to[0] + of[0], to[1] + of[1]];
}

/// Documents, each with whether it is shown.
trait Counting<'a>: IndexedParallelIterator<Item = (&'a Document, bool)> {}

impl<'a, I: IndexedParallelIterator<Item = (&'a Document, bool)>> Counting<'a> for I {}

fn tally<'a>(
    field: Field,
    period: Period,
    documents: impl Counting<'a>,
    lang: Lang,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Counted {
    let count = |mut tally: Tally<'a>, (document, is_shown)| {
        tally.add(field, period, document, lang, [1, usize::from(is_shown)]);
        tally
    };
    // as few parts as there are cores, since putting them together takes as long as there are values
    let part = (documents.len() / rayon::current_num_threads()).max(super::LEAST);
    let counted = documents.with_min_len(part).filter(|_| is_countable(field) && goes_on());
    counted.fold(Tally::default, count).reduce(Tally::default, Tally::and).told(field, period, lang)
}

/// The values in their own order, else the most frequent first.
fn in_order(counts: Counts<'_>) -> Vec<(Value<'_>, &Document, [usize; 2])> {
    let mut all: Vec<_> = counts.into_iter().map(|(value, (of, count))| (value, of, count)).collect();
    all.sort_by(|a, b| match (&a.0, &b.0) {
        (Value::At(a), Value::At(b)) => a.cmp(b),
        _ => (b.2[1], b.2[0]).cmp(&(a.2[1], a.2[0])).then_with(|| a.0.cmp(&b.0)),
    });
    all
}

/// The values that one document has of a field, as its bins name them.
pub fn values_of(field: Field, document: &Document, lang: Lang) -> Vec<String> {
    let counted = count_in_view(field, Period::Year, &[document], lang);
    counted.bins.into_iter().filter_map(|bin| bin.value).collect()
}

/// Visits the values of a document; a value may come twice.
fn values<'a>(field: Field, period: Period, document: &'a Document, lang: Lang, see: &mut impl FnMut(Value<'a>)) {
    fn word<V: Vocabulary>(value: V, lang: Lang) -> Value<'static> {
        Value::Word(value.id(), value.label().get(lang))
    }
    let text = |text: &str| Value::Text(fold(text).into());
    match field {
        Field::Year => document.year.iter().for_each(|year| see(Value::At((*year).into()))),
        Field::Org => see(Value::Text(document.folded_organisation(lang).into())),
        Field::Sector => {
            if let Some(sector) = document.texts.at(Place::Sector).next() {
                see(Value::Text(sector.into()));
            }
        }
        Field::Country => document.country.iter().for_each(|country| see(text(country))),
        Field::Status => document.status.iter().for_each(|status| see(word(*status, lang))),
        Field::Vector => document.vectors.iter().for_each(|vector| see(word(*vector, lang))),
        Field::Data => {
            for (category, status) in &document.data {
                see(if may_be_out(*status) { word(*category, lang) } else { word(*status, lang) });
            }
        }
        Field::Measure => {
            for (kind, status) in &document.measures {
                see(if is_taken(*status) { word(*kind, lang) } else { word(MeasureStatus::Refused, lang) });
            }
        }
        Field::Party => {
            let names = document.parties.iter().map(|party| &party.name).chain(&document.actor);
            names.for_each(|name| see(text(name.get(lang))));
        }
        Field::Role => document.parties.iter().for_each(|party| see(word(party.role, lang))),
        Field::Risk => document.risks.iter().for_each(|risk| see(word(*risk, lang))),
        Field::Claimant => document.claimants.iter().for_each(|kind| see(word(*kind, lang))),
        Field::Unit => document.headline.iter().for_each(|headline| see(word(headline.unit, lang))),
        Field::Affected => document.headline.iter().for_each(|headline| see(Value::At(steps::of_count(headline)))),
        Field::Clock => {
            if let Some(verdict) = document.verdict {
                see(Value::Word(verdict.id(), words::said(verdict).get(lang)));
            }
        }
        Field::Tag => document.tags.iter().for_each(|tag| see(text(tag))),
        Field::Gap(from, to) => {
            let gap = document.gap(from, to).filter(|gap| !gap.is_unknown());
            if let Some(gap) = gap {
                see(Value::At(steps::of_gap(gap)));
            }
        }
        Field::Date | Field::Event(_) => {
            if let Some(start) = period::start(field, period, document) {
                see(Value::At(start));
            }
        }
        _ => {}
    }
}

/// A value as a bin, told as a document has it.
fn told(field: Field, period: Period, value: &Value, of: &Document, lang: Lang, [all, shown]: [usize; 2]) -> Bin {
    let (value, label, query) = match value {
        Value::At(year) if field == Field::Year => {
            let compare = i32::try_from(*year).ok().map(|year| Compare::Is(Year(year)));
            let query = compare.map(|compare| Test::Year(Asked { compare, possible: false }));
            (year.to_string(), year.to_string(), query.map(Query::Test))
        }
        Value::At(start) if period::is_dated(field) => period::told(field, period, *start, lang),
        Value::At(step) => steps::told(field, *step, lang),
        Value::Word(id, label) => ((*id).to_owned(), (*label).to_owned(), words::test(field, id).map(Query::Test)),
        Value::Text(folded) => {
            let written = written(field, folded, of, lang);
            let label = match field {
                Field::Sector => sector(&written, lang),
                _ => written.clone(),
            };
            let query = Word::of(&written).and_then(|word| match field {
                Field::Country => Some(Test::Part(field, word)),
                Field::Sector => word.spelled().map(|word| Test::Whole(field, word)),
                _ => Some(Test::Whole(field, word)),
            });
            (written, label, query.map(Query::Test))
        }
    };
    Bin { value: Some(value), label, all, shown, query }
}

/// A text value as the document writes it.
fn written(field: Field, folded: &str, of: &Document, lang: Lang) -> String {
    let of_field: Vec<&str> = match field {
        Field::Org => vec![of.organisation.get(lang)],
        Field::Sector => of.sector.iter().map(|sector| &**sector).collect(),
        Field::Country => of.country.iter().map(|country| &**country).collect(),
        Field::Tag => of.tags.iter().map(|tag| &**tag).collect(),
        _ => of.parties.iter().map(|party| &party.name).chain(&of.actor).map(|name| name.get(lang)).collect(),
    };
    let same = |text: &&&str| field == Field::Sector || fold(text) == folded;
    of_field.iter().find(same).map_or_else(|| folded.to_owned(), |text| (*text).to_owned())
}

/// A sector for a reader.
fn sector(word: &str, lang: Lang) -> String {
    let usual = SECTORS.iter().find(|(known, _)| *known == word);
    usual.map_or_else(|| word.replace('_', " "), |(_, name)| name.get(lang).to_owned())
}

#[cfg(test)]
mod tests;
