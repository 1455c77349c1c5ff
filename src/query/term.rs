//! A query as a value: words, phrases and tests of fields, joined by *and*, *or* and *not*, and how it is written down.
//! It does not read a text, nor decide what matches a word.

use super::field::Field;
use super::fold::fold;
use super::parse::{LONGEST_PHRASE, LONGEST_WORD, is_quote};
use super::test::Test;
use super::value::word::spelling;
use crate::text::clean;
use std::fmt;

/// What is sought.
///
/// It is made by [`Query::and`], [`Query::or`] and [`Query::negated`], which keep it in its plainest form: no *and* in an
/// *and*, no *or* in an *or*, and neither of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// All of these; everything, if there are none.
    And(Vec<Query>),
    /// At least one of these.
    Or(Vec<Query>),
    /// Whatever this does not find.
    Not(Box<Query>),
    /// A word, found also where letters are left out.
    Word(Word),
    /// A quoted phrase, found only as it is.
    Phrase(Word),
    /// A field with a value.
    Test(Test),
}

/// A text that is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    text: String,
    folded: String,
}

impl Word {
    /// Makes a word of what was written; `None` if nothing of it can be sought.
    pub(super) fn new(text: String) -> Option<Word> {
        let folded = fold(&text);
        (!folded.trim().is_empty()).then_some(Word { text, folded })
    }

    /// Makes a word of a record's text; `None` if it cannot be written into a query.
    pub fn of(text: &str) -> Option<Word> {
        let text = clean(text).trim().to_owned();
        Word::new(text).filter(|word| word.text.chars().count() <= LONGEST_PHRASE)
    }

    /// The word as it is sought among words that `_` or `-` may join; `None` if nothing of it can be.
    pub fn spelled(self) -> Option<Word> {
        let folded = spelling(&self.text);
        (!folded.is_empty()).then_some(Word { folded, ..self })
    }

    /// The word as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The word as it is sought.
    pub fn folded(&self) -> &str {
        &self.folded
    }
}

impl Default for Query {
    /// The query that everything matches.
    fn default() -> Query {
        Query::And(Vec::new())
    }
}

impl Query {
    /// What matches all of these.
    pub fn and(parts: impl IntoIterator<Item = Query>) -> Query {
        let flat = parts.into_iter().flat_map(|part| match part {
            Query::And(parts) => parts,
            part => vec![part],
        });
        only(flat.collect()).unwrap_or_else(Query::And)
    }

    /// What matches at least one of these.
    pub fn or(parts: impl IntoIterator<Item = Query>) -> Query {
        let flat = parts.into_iter().flat_map(|part| match part {
            Query::Or(parts) => parts,
            part => vec![part],
        });
        only(flat.collect()).unwrap_or_else(Query::Or)
    }

    /// What this does not find.
    pub fn negated(self) -> Query {
        Query::Not(Box::new(self))
    }

    /// The parts that must all hold, each of which can be taken away; none where everything matches.
    pub fn parts(&self) -> &[Query] {
        match self {
            Query::And(parts) => parts,
            part => std::slice::from_ref(part),
        }
    }

    /// It without one of its parts.
    pub fn without(&self, part: usize) -> Query {
        let others = self.parts().iter().enumerate().filter(|(n, _)| *n != part);
        Query::and(others.map(|(_, part)| part.clone()))
    }

    /// Whether all that it finds, as a part of a query, another part finds too. A word implies itself alone, since some of its letters will do:
    /// a longer one is found where a shorter one is not.
    pub fn implies(&self, other: &Query) -> bool {
        match (self, other) {
            (Query::Phrase(own), Query::Phrase(other)) => own.folded().contains(other.folded()),
            // a country is compared as a whole
            (Query::Test(Test::Part(field, own)), Query::Test(Test::Part(known, other)))
                if *field != Field::Country =>
            {
                field == known && own.folded().contains(other.folded())
            }
            (own, other) => own == other,
        }
    }

    /// Whether it seeks nothing, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.parts().is_empty()
    }

    /// Whether it seeks a word or a phrase, so that some matches are better than others.
    pub fn has_words(&self) -> bool {
        match self {
            Query::And(parts) | Query::Or(parts) => parts.iter().any(Query::has_words),
            Query::Word(_) | Query::Phrase(_) => true,
            Query::Not(_) | Query::Test(_) => false,
        }
    }

    /// Writes it as a part of another: an *or* in brackets, and after a `-` an *and* too.
    fn write_inside(&self, f: &mut fmt::Formatter, after_not: bool) -> fmt::Result {
        match self {
            Query::Or(_) => write!(f, "({self})"),
            Query::And(_) if after_not => write!(f, "({self})"),
            part => write!(f, "{part}"),
        }
    }
}

/// The only one, or all of them.
fn only(mut parts: Vec<Query>) -> Result<Query, Vec<Query>> {
    match parts.pop() {
        Some(last) if parts.is_empty() => Ok(last),
        last => {
            parts.extend(last);
            Err(parts)
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Query::And(parts) => {
                for (n, part) in parts.iter().enumerate() {
                    f.write_str(if n > 0 { " " } else { "" })?;
                    part.write_inside(f, false)?;
                }
                Ok(())
            }
            Query::Or(parts) => {
                for (n, part) in parts.iter().enumerate() {
                    f.write_str(if n > 0 { " or " } else { "" })?;
                    if part.is_empty() { f.write_str("()")? } else { write!(f, "{part}")? }
                }
                Ok(())
            }
            Query::Not(part) => {
                f.write_str("-")?;
                part.write_inside(f, true)
            }
            Query::Word(word) => f.write_str(&word.text),
            Query::Phrase(phrase) => f.write_str(&quoted(&phrase.text)),
            Query::Test(test) => write!(f, "{test}"),
        }
    }
}

/// A field's value as it is written, quoted where it must be.
pub fn written(value: &str) -> String {
    let splits = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')');
    let is_bare = !value.chars().any(splits) && value.chars().count() <= LONGEST_WORD && fold(value) != "none";
    if is_bare { value.to_owned() } else { quoted(value) }
}

/// A text between quotes, every quote in it twice.
fn quoted(text: &str) -> String {
    let doubled: String = text.chars().flat_map(|c| if is_quote(c) { vec![c, c] } else { vec![c] }).collect();
    format!("\"{doubled}\"")
}
