//! What is wrong with a query, where, and what may have been meant.
//! It finds no mistakes; `parse` does.

use super::fold::fold;
use crate::text::{Lang, clean, query as phrases};
use std::ops::Range;

/// Something that keeps a text from being a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where it stands, in characters from 0.
    pub span: Range<usize>,
    /// What it is.
    pub fault: Fault,
    /// The nearest words that would be right, the best first.
    pub nearest: Vec<String>,
    /// Whether it is the last thing written, which typing on may put right.
    pub is_at_end: bool,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No field has this name.
    UnknownField(String),
    /// A comparison has no field.
    MissingField,
    /// The field has no such value.
    UnknownValue(String, String),
    /// The field's value is the beginning of one.
    PartialValue(String, String),
    /// The field has no value yet.
    MissingValue(String),
    /// The field's value can only be it or not, neither more nor less.
    NoOrder(String),
    /// The value is no year.
    NoYear,
    /// The value is no country.
    NoCountry,
    /// The value is no date.
    NoDate(String),
    /// The value is no duration.
    NoLength(String),
    /// The value is no count.
    NoCount(String),
    /// A range ends before it begins.
    Backwards,
    /// A quote is not closed.
    OpenQuote,
    /// A bracket is not closed.
    OpenBracket,
    /// A bracket is closed that was not opened.
    StrayBracket,
    /// Nothing stands on one side of this word.
    MissingSide(&'static str),
    /// A word has more characters than this.
    TooLong(usize),
    /// There are more terms than this.
    TooMany(usize),
    /// Brackets and negations stand in more of each other than this.
    TooDeep(usize),
}

impl Mistake {
    /// Whether the text may still become right by typing on.
    pub fn is_incomplete(&self) -> bool {
        self.is_at_end
            || matches!(
                self.fault,
                Fault::PartialValue(..) | Fault::MissingValue(_) | Fault::OpenQuote | Fault::OpenBracket
            )
    }

    /// A row of carets to stand below the text, where the mistake is.
    pub fn caret(&self) -> String {
        let width = self.span.end.saturating_sub(self.span.start).max(1);
        " ".repeat(self.span.start) + &"^".repeat(width)
    }

    /// What is wrong, and what may have been meant, in one line.
    pub fn message(&self, lang: Lang) -> String {
        let fault = match &self.fault {
            Fault::UnknownField(name) => phrases::UNKNOWN_FIELD.fill(lang, &[&clean(name)]),
            Fault::MissingField => phrases::MISSING_FIELD.get(lang).to_owned(),
            Fault::UnknownValue(field, value) => phrases::UNKNOWN_VALUE.fill(lang, &[field, &clean(value)]),
            Fault::PartialValue(field, value) => phrases::PARTIAL_VALUE.fill(lang, &[field, &clean(value)]),
            Fault::MissingValue(field) => phrases::MISSING_VALUE.fill(lang, &[field]),
            Fault::NoOrder(field) => phrases::NO_ORDER.fill(lang, &[field]),
            Fault::NoYear => phrases::NO_YEAR.get(lang).to_owned(),
            Fault::NoCountry => phrases::NO_COUNTRY.get(lang).to_owned(),
            Fault::NoDate(field) => phrases::NO_DATE.fill(lang, &[field]),
            Fault::NoLength(field) => phrases::NO_LENGTH.fill(lang, &[field]),
            Fault::NoCount(field) => phrases::NO_COUNT.fill(lang, &[field]),
            Fault::Backwards => phrases::BACKWARDS.get(lang).to_owned(),
            Fault::OpenQuote => phrases::OPEN_QUOTE.get(lang).to_owned(),
            Fault::OpenBracket => phrases::OPEN_BRACKET.get(lang).to_owned(),
            Fault::StrayBracket => phrases::STRAY_BRACKET.get(lang).to_owned(),
            Fault::MissingSide(word) => phrases::MISSING_SIDE.fill(lang, &[word]),
            Fault::TooLong(most) => phrases::TOO_LONG.fill(lang, &[most]),
            Fault::TooMany(most) => phrases::TOO_MANY.fill(lang, &[most]),
            Fault::TooDeep(most) => phrases::TOO_DEEP.fill(lang, &[most]),
        };
        let told = match &self.nearest[..] {
            [] => fault,
            nearest => phrases::NEAREST.fill(lang, &[&fault, &nearest.join(", ")]),
        };
        match &self.fault {
            Fault::UnknownField(_) => phrases::QUOTE_IT.fill(lang, &[&told]),
            _ => told,
        }
    }
}

/// The few words that come nearest to what was written; each candidate is a word and the spellings it is known by.
pub fn nearest(written: &str, candidates: impl Iterator<Item = (String, Vec<String>)>) -> Vec<String> {
    let written = fold(written);
    let mut scored: Vec<(f64, String)> = candidates
        .map(|(word, spellings)| {
            let likeness = spellings.iter().map(|spelling| likeness(&written, spelling)).fold(0.0, f64::max);
            (likeness, word)
        })
        .filter(|(likeness, _)| *likeness >= 0.75)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = scored.first().map_or(0.0, |(likeness, _)| *likeness);
    // beside one that is much nearer, others are no help
    scored.into_iter().take(3).filter(|(likeness, _)| best - likeness < 0.12).map(|(_, word)| word).collect()
}

fn likeness(written: &str, spelling: &str) -> f64 {
    let begun = !written.is_empty() && spelling.starts_with(written);
    if begun { 1.0 } else { strsim::jaro_winkler(written, spelling) }
}
