//! A query as a value: words, phrases and tests of fields, and how it is written down.
//! It does not read a text, nor decide what matches a word.

use super::document::Entry;
use super::field::Test;
use super::fold::fold;
use super::parse::LONGEST_WORD;
use std::fmt;

/// What is sought: every term must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// One thing that is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
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

    /// The word as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The word as it is sought.
    pub fn folded(&self) -> &str {
        &self.folded
    }
}

impl Query {
    pub(super) fn of(terms: Vec<Term>) -> Query {
        Query { terms }
    }

    /// Its terms in the order in which they were written.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether it seeks nothing, so that everything matches.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether it seeks a word or a phrase, so that some matches are better than others.
    pub fn has_words(&self) -> bool {
        self.terms.iter().any(|term| !matches!(term, Term::Test(_)))
    }

    /// Whether an incident passes all tests of fields.
    pub fn admits(&self, entry: &Entry) -> bool {
        self.terms.iter().all(|term| match term {
            Term::Test(test) => test.admits(entry),
            Term::Word(_) | Term::Phrase(_) => true,
        })
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (n, term) in self.terms.iter().enumerate() {
            if n > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{term}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Term::Word(word) => f.write_str(&word.text),
            Term::Phrase(phrase) => write!(f, "\"{}\"", phrase.text),
            Term::Test(test) => write!(f, "{test}"),
        }
    }
}

/// Writes a field's value, quoted where it must be.
pub(super) fn write_value(f: &mut fmt::Formatter, value: &str) -> fmt::Result {
    let is_bare = !value.chars().any(char::is_whitespace) && value.chars().count() <= LONGEST_WORD;
    if is_bare { f.write_str(value) } else { write!(f, "\"{value}\"") }
}
