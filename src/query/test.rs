//! Tests of a field: what a field must hold, how that is written down, and which incidents have it.
//! They are read by `parse`; words are sought by `fuzzy`.

use super::document::Document;
use super::document::texts::{Texts, words};
use super::documents::Candidate;
use super::field::Field;
use super::term::{Word, written};
use super::value::compare::{Asked, Ends, Extent};
use super::value::count::Count;
use super::value::day::{self, Day, Year};
use super::value::length::Length;
use crate::record::Gap;
use crate::record::clock::Verdict;
use crate::record::interval::Answer;
use crate::record::vocabulary::{
    ClaimantKind, CountUnit, DataCategory, DataStatus, EventKind, MeasureKind, MeasureStatus, PartyRole, RiskKind,
    Status, Vector, Vocabulary,
};
use chrono::TimeDelta;
use std::fmt;

/// What the clock of GDPR art. 33 may say where its milestones are stated.
pub const VERDICTS: [Verdict; 3] = [Verdict::Within, Verdict::Late, Verdict::Undecided];

/// What a field must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// A text field that holds a part.
    Part(Field, Word),
    /// A text field of which one text is this as a whole.
    Whole(Field, Word),
    /// How far the record can be relied on.
    Status(Status),
    /// What the headline counts.
    Unit(CountUnit),
    /// Who made a claim that stands.
    Claimant(ClaimantKind),
    /// A data category; exposed, claimed or disputed, or of the very status that is named.
    Data(DataCategory, Option<DataStatus>),
    /// A data category, whichever, of a status.
    DataStatus(DataStatus),
    /// A vector.
    Vector(Vector),
    /// The part of a party.
    Role(PartyRole),
    /// A measure; not refused, or of the very status that is named.
    Measure(MeasureKind, Option<MeasureStatus>),
    /// A measure, whichever, of a status.
    MeasureStatus(MeasureStatus),
    /// A risk.
    Risk(RiskKind),
    /// What the clock of GDPR art. 33 says, and whether what is only possible will do.
    Clock(Verdict, bool),
    /// The year of the earliest milestone.
    Year(Asked<Year>),
    /// The earliest milestone.
    Date(Asked<Day>),
    /// The milestone of an event kind.
    Event(EventKind, Asked<Day>),
    /// A gap.
    Gap(EventKind, EventKind, Asked<Length>),
    /// The headline count: in a unit, else in any that stands for people.
    Affected(Asked<Count>, Option<CountUnit>),
    /// A field of which nothing is stated.
    None(Field),
    /// A field of which something is stated.
    Stated(Field),
}

impl Test {
    /// All tests for a word of a vocabulary by itself.
    pub fn of_words() -> impl Iterator<Item = Test> {
        fn each<V: Vocabulary>(test: impl Fn(V) -> Test) -> impl Iterator<Item = Test> {
            V::all().iter().map(move |word| test(*word))
        }
        let facts = each(Test::Status).chain(each(Test::Unit)).chain(each(Test::Claimant)).chain(each(Test::Vector));
        let data = each(|category| Test::Data(category, None)).chain(each(Test::DataStatus));
        let measures = each(|kind| Test::Measure(kind, None)).chain(each(Test::MeasureStatus));
        let others = each(Test::Role).chain(each(Test::Risk));
        let clocks =
            VERDICTS.into_iter().flat_map(|verdict| [false, true].map(|possible| Test::Clock(verdict, possible)));
        facts.chain(data).chain(measures).chain(others).chain(clocks)
    }

    /// Whether an incident passes.
    pub fn admits<'d>(&self, candidate: impl Into<Candidate<'d>>) -> bool {
        let Candidate { document, texts, .. } = candidate.into();
        match self {
            Test::Part(field, part) => holds_part(document, texts, *field, part.folded()),
            Test::Whole(field, whole) => holds_whole(document, texts, *field, whole.folded().trim()),
            Test::Status(status) => document.status == Some(*status),
            Test::Unit(unit) => document.headline.is_some_and(|headline| headline.unit == *unit),
            Test::Claimant(kind) => document.claimants.contains(kind),
            Test::Data(category, status) => document.data.iter().any(|(known, told)| {
                known == category && status.map_or_else(|| may_be_out(*told), |status| *told == status)
            }),
            Test::DataStatus(status) => document.data.iter().any(|(_, told)| told == status),
            Test::MeasureStatus(status) => document.measures.iter().any(|(_, told)| *told == Some(*status)),
            Test::Vector(vector) => document.vectors.contains(vector),
            Test::Role(role) => document.parties.iter().any(|party| party.role == *role),
            Test::Measure(kind, status) => document.measures.iter().any(|(known, told)| {
                known == kind && status.map_or_else(|| is_taken(*told), |status| *told == Some(status))
            }),
            Test::Risk(kind) => document.risks.contains(kind),
            Test::Clock(verdict, possible) => {
                document.verdict == Some(*verdict) || (*possible && document.verdict == Some(Verdict::Undecided))
            }
            Test::Year(asked) => document.year.is_some_and(|year| asked.admits(both(i64::from(year)))),
            Test::Date(asked) => {
                !document.date.is_unknown() && asked.takes(day::answer(&asked.compare, document.date, document.zone.0))
            }
            Test::Event(kind, asked) => document
                .milestone(*kind)
                .is_some_and(|at| asked.takes(day::answer(&asked.compare, at, document.zone.0))),
            Test::Gap(from, to, asked) => document.gap(*from, *to).is_some_and(|gap| asked.takes(length(asked, gap))),
            Test::Affected(asked, unit) => document.headline.is_some_and(|headline| {
                let is_alike = unit.is_none_or(|unit| headline.unit == unit);
                let end = |count: u64| Count(count).ends().0;
                let ends = Ends { first: headline.count.min.map(end), last: headline.count.max.map(end) };
                is_alike && asked.admits(ends)
            }),
            Test::None(field) => !field.is_stated(document),
            Test::Stated(field) => field.is_stated(document),
        }
    }
}

fn both(n: i64) -> Ends {
    Ends { first: Some(n), last: Some(n) }
}

/// How a gap compares, in seconds.
fn length(asked: &Asked<Length>, gap: Gap) -> Answer {
    let seconds = |end: Option<TimeDelta>| end.map(|end| end.num_seconds());
    let ends = Ends { first: seconds(gap.min), last: seconds(gap.max) };
    asked.compare.ends(Length::ends, Length::within).hold(ends)
}

fn holds_part(document: &Document, texts: &Texts, field: Field, part: &str) -> bool {
    match (field, field.place()) {
        (Field::Any, _) => words(part).all(|word| texts.hold(word)),
        (Field::Country, _) => document.country.as_deref().is_some_and(|country| country.eq_ignore_ascii_case(part)),
        (_, place) => place.is_some_and(|place| texts.at(place).any(|text| text.contains(part))),
    }
}

fn holds_whole(document: &Document, texts: &Texts, field: Field, whole: &str) -> bool {
    match (field, field.place()) {
        // an alias is no other organisation's name
        (Field::Org, _) => document.folded_names().any(|name| name.trim() == whole),
        (_, place) => place.is_some_and(|place| texts.at(place).any(|text| text.trim() == whole)),
    }
}

/// Whether data of a status may have got out.
pub fn may_be_out(status: DataStatus) -> bool {
    matches!(status, DataStatus::Exposed | DataStatus::Disputed | DataStatus::Claimed)
}

/// Whether a measure of a status was not refused.
pub fn is_taken(status: Option<MeasureStatus>) -> bool {
    status != Some(MeasureStatus::Refused)
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Test::Part(field, part) => {
                write!(f, "{field}:{}", written(part.text()))
            }
            Test::Whole(field, whole) => {
                write!(f, "{field}={}", written(whole.text()))
            }
            Test::Status(status) => write!(f, "{}:{}", Field::Status, status.id()),
            Test::Unit(unit) => write!(f, "{}:{}", Field::Unit, unit.id()),
            Test::Claimant(kind) => write!(f, "{}:{}", Field::Claimant, kind.id()),
            Test::Data(category, None) => write!(f, "{}:{}", Field::Data, category.id()),
            Test::Data(category, Some(status)) => write!(f, "{}:{}={}", Field::Data, category.id(), status.id()),
            Test::DataStatus(status) => write!(f, "{}:{}", Field::Data, status.id()),
            Test::MeasureStatus(status) => write!(f, "{}:{}", Field::Measure, status.id()),
            Test::Vector(vector) => write!(f, "{}:{}", Field::Vector, vector.id()),
            Test::Role(role) => write!(f, "{}:{}", Field::Role, role.id()),
            Test::Measure(kind, None) => write!(f, "{}:{}", Field::Measure, kind.id()),
            Test::Measure(kind, Some(status)) => write!(f, "{}:{}={}", Field::Measure, kind.id(), status.id()),
            Test::Risk(kind) => write!(f, "{}:{}", Field::Risk, kind.id()),
            Test::Clock(verdict, possible) => {
                write!(f, "{}:{}{}", Field::Clock, verdict.id(), if *possible { "?" } else { "" })
            }
            Test::Year(asked) => write!(f, "{}{asked}", Field::Year),
            Test::Date(asked) => write!(f, "{}{asked}", Field::Date),
            Test::Event(kind, asked) => write!(f, "{}{asked}", Field::Event(*kind)),
            Test::Gap(from, to, asked) => write!(f, "{}{asked}", Field::Gap(*from, *to)),
            Test::Affected(asked, None) => write!(f, "{}{asked}", Field::Affected),
            Test::Affected(asked, Some(unit)) => {
                let asked = asked.to_string();
                let value = asked.trim_start_matches([':', '<', '>', '=']);
                let operator = asked.get(..asked.len() - value.len()).unwrap_or_default();
                let (value, mark) = value.strip_suffix('?').map_or((value, ""), |value| (value, "?"));
                write!(f, "{}{operator}\"{value} {}\"{mark}", Field::Affected, unit.id())
            }
            Test::None(field) => write!(f, "{field}:none"),
            Test::Stated(field) => write!(f, "has:{field}"),
        }
    }
}
