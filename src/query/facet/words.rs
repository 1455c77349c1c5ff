//! Fields whose values are words of a vocabulary: the words and their tests.
//! It counts nothing.

use crate::query::field::Field;
use crate::query::test::{Test, VERDICTS, is_taken, may_be_out};
use crate::record::clock::Verdict;
use crate::record::vocabulary::{
    ClaimantKind, CountUnit, DataCategory, DataStatus, MeasureKind, MeasureStatus, PartyRole, RiskKind, Status, Vector,
    Vocabulary,
};
use crate::text::{Lang, Phrase, query as words};

/// Each word that may be a value of a field, and its label.
pub fn all_of(field: Field, lang: Lang) -> Vec<(&'static str, &'static str)> {
    fn each<V: Vocabulary>(lang: Lang, is_value: impl Fn(V) -> bool) -> Vec<(&'static str, &'static str)> {
        let values = V::all().iter().filter(|value| is_value(**value));
        values.map(|value| (value.id(), value.label().get(lang))).collect()
    }
    match field {
        Field::Status => each(lang, |_: Status| true),
        Field::Vector => each(lang, |_: Vector| true),
        // what did not get out is counted by its status, as a refused measure is
        Field::Data => {
            [each(lang, |_: DataCategory| true), each(lang, |status: DataStatus| !may_be_out(status))].concat()
        }
        Field::Measure => {
            [each(lang, |_: MeasureKind| true), each(lang, |status: MeasureStatus| !is_taken(Some(status)))].concat()
        }
        Field::Role => each(lang, |_: PartyRole| true),
        Field::Risk => each(lang, |_: RiskKind| true),
        Field::Claimant => each(lang, |_: ClaimantKind| true),
        Field::Unit => each(lang, |_: CountUnit| true),
        Field::Clock => VERDICTS.map(|verdict| (verdict.id(), said(verdict).get(lang))).to_vec(),
        _ => Vec::new(),
    }
}

/// What the clock says, for a reader.
pub fn said(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Within => words::CLOCK_WITHIN,
        Verdict::Late => words::CLOCK_LATE,
        _ => words::CLOCK_UNDECIDED,
    }
}

/// The test for a word of a field.
pub fn test(field: Field, id: &str) -> Option<Test> {
    Some(match field {
        Field::Status => Test::Status(Vocabulary::of(id)?),
        Field::Vector => Test::Vector(Vocabulary::of(id)?),
        Field::Data => match DataStatus::of(id) {
            Some(status) => Test::DataStatus(status),
            None => Test::Data(Vocabulary::of(id)?, None),
        },
        Field::Measure => match MeasureStatus::of(id) {
            Some(status) => Test::MeasureStatus(status),
            None => Test::Measure(Vocabulary::of(id)?, None),
        },
        Field::Role => Test::Role(Vocabulary::of(id)?),
        Field::Risk => Test::Risk(Vocabulary::of(id)?),
        Field::Claimant => Test::Claimant(Vocabulary::of(id)?),
        Field::Unit => Test::Unit(Vocabulary::of(id)?),
        Field::Clock => Test::Clock(VERDICTS.into_iter().find(|verdict| verdict.id() == id)?, false),
        _ => return None,
    })
}
