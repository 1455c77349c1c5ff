//! A search: a query made ready, which looks at one document after another.
//! It keeps no result; `query::run` does.

use super::document::Document;
use super::document::texts::{Place, Texts};
use super::documents::Candidate;
use super::field::Field;
use super::fuzzy::{BASES, LEAST, Needle, rank};
use super::index::{Index, Sieve};
use super::term::{Query, Word};
use super::test::Test;
use crate::text::Lang;
use memchr::memmem::Finder;
use std::fmt;
use std::sync::Arc;

/// What it is worth that the words stand in title or organisation as they were typed, side by side.
const SIDE_BY_SIDE: u32 = 50;
/// What a word is worth at least that stands in title or organisation.
const NAMED: u32 = (BASES[rank(Place::Organisation)] + LEAST) as u32;

/// The letters that match, as places in the texts of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Characters of the title.
    pub title: Vec<usize>,
    /// Characters of the organisation's name.
    pub organisation: Vec<usize>,
}

/// A search for what a query seeks.
pub struct Search {
    step: Step,
    /// The documents that alone may match.
    sieve: Option<Sieve>,
}

/// A part of a search.
enum Step {
    /// All of these, what is decided fast before the rest; and the words among them.
    All(Vec<Step>, Option<Box<Together>>),
    Any(Vec<Step>),
    Not(Box<Step>),
    Word(Box<Needle>),
    /// What a search made ready before seeks.
    Part(Arc<Search>),
    /// A test, and what passes it where an index knows.
    Test(Test, Option<Sieve>),
}

/// Several words, with a space between.
struct Together {
    words: u32,
    finder: Finder<'static>,
}

impl Search {
    /// Prepares the search for a query.
    pub fn new(query: &Query) -> Search {
        Search::over(query, None)
    }

    /// Prepares the search for a query among documents over which there may be an index.
    pub fn over(query: &Query, index: Option<&Index>) -> Search {
        let step = Step::of(query, index);
        let sieve = index.and_then(|index| step.sieve(index));
        Search { step, sieve }
    }

    /// The search for all parts of a query, for each of which one was made ready before.
    pub fn joined(query: &Query, parts: Vec<Arc<Search>>) -> Search {
        let together = together(query.parts());
        Search { step: Step::All(parts.into_iter().map(Step::Part).collect(), together), sieve: None }
    }

    /// Whether nothing is sought, so that everything matches.
    pub fn is_empty(&self) -> bool {
        matches!(&self.step, Step::All(steps, _) if steps.is_empty())
    }

    /// The places of the documents that may match, of so many for which the search was prepared, and among some of these if
    /// only those can.
    pub fn candidates(&self, among: Option<&Sieve>, documents: usize) -> Vec<usize> {
        let known = [among, self.sieve.as_ref()].into_iter().flatten();
        known.fold(Sieve::all(documents), Sieve::and).places().collect()
    }

    /// The documents that match, where an index alone tells.
    pub fn known(&self) -> Option<&Sieve> {
        let is_known = match &self.step {
            Step::Word(needle) => needle.is_known(),
            Step::Test(_, passing) => passing.is_some(),
            _ => false,
        };
        self.sieve.as_ref().filter(|_| is_known)
    }

    /// How well a document matches, zero where no words are sought; `None` if it does not.
    pub fn look<'d>(&self, document: impl Into<Candidate<'d>>) -> Option<u32> {
        self.step.look(document.into())
    }

    /// Whether a document matches, however well.
    pub fn holds<'d>(&self, document: impl Into<Candidate<'d>>) -> bool {
        self.step.holds(document.into())
    }

    /// The letters of a document's title and organisation that match, as a reader of a language sees them.
    pub fn matched(&self, document: &Document, lang: Lang) -> Matched {
        let letters = |place, text: &str| {
            let mut letters = Vec::new();
            self.step.visit(&mut |needle| letters.extend(needle.matched(&document.texts, place, text)));
            letters.sort_unstable();
            letters.dedup();
            letters
        };
        Matched {
            title: letters(Place::Title, document.title.get(lang)),
            organisation: letters(Place::Organisation, document.organisation.get(lang)),
        }
    }
}

impl fmt::Debug for Search {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Search").finish_non_exhaustive()
    }
}

impl Step {
    fn of(query: &Query, index: Option<&Index>) -> Step {
        match query {
            Query::And(parts) => {
                let mut steps: Vec<Step> = parts.iter().map(|part| Step::of(part, index)).collect();
                steps.sort_by_key(Step::cost);
                Step::All(steps, together(parts))
            }
            Query::Or(parts) => Step::Any(parts.iter().map(|part| Step::of(part, index)).collect()),
            Query::Not(part) => Step::Not(Box::new(Step::of(part, index))),
            Query::Word(word) => Step::Word(Box::new(Needle::new(word.folded(), false, index))),
            Query::Phrase(phrase) => Step::Word(Box::new(Needle::new(phrase.folded(), true, index))),
            Query::Test(test) => Step::Test(test.clone(), index.and_then(|index| index.passing(test))),
        }
    }

    /// How long it takes, against others: words are sought in long texts, vocabularies and dates are only compared.
    fn cost(&self) -> u32 {
        match self {
            Step::Test(Test::Part(..) | Test::Whole(..), _) => 1,
            Step::Test(..) => 0,
            Step::Word(_) => 2,
            Step::Part(search) => search.step.cost(),
            Step::Not(step) => step.cost(),
            Step::All(steps, _) | Step::Any(steps) => 1 + steps.iter().map(Step::cost).max().unwrap_or(0),
        }
    }

    /// The documents that alone may match, as far as an index tells.
    fn sieve(&self, index: &Index) -> Option<Sieve> {
        match self {
            Step::All(steps, _) => steps.iter().filter_map(|step| step.sieve(index)).reduce(|a, b| a.and(&b)),
            Step::Any(steps) => {
                let sieves: Option<Vec<Sieve>> = steps.iter().map(|step| step.sieve(index)).collect();
                sieves?.into_iter().reduce(|a, b| a.or(&b))
            }
            Step::Word(needle) => needle.sieve(),
            Step::Part(search) => search.sieve.clone(),
            Step::Test(Test::Part(Field::Title | Field::Org, part), _) => index.holding(part.folded()),
            Step::Test(_, passing) => passing.clone(),
            Step::Not(_) => None,
        }
    }

    fn look(&self, document: Candidate) -> Option<u32> {
        match self {
            Step::All(steps, together) => {
                let score = steps.iter().map(|step| step.look(document)).sum::<Option<u32>>()?;
                let beside = together.as_ref().is_some_and(|together| together.is_in_names(document.texts, score));
                Some(score + if beside { SIDE_BY_SIDE } else { 0 })
            }
            Step::Any(steps) => steps.iter().filter_map(|step| step.look(document)).max(),
            Step::Not(step) => (!step.holds(document)).then_some(0),
            Step::Word(needle) => needle.look(document),
            Step::Part(search) => search.step.look(document),
            Step::Test(..) => self.holds(document).then_some(0),
        }
    }

    fn holds(&self, document: Candidate) -> bool {
        match self {
            Step::All(steps, _) => steps.iter().all(|step| step.holds(document)),
            Step::Any(steps) => steps.iter().any(|step| step.holds(document)),
            Step::Not(step) => !step.holds(document),
            Step::Word(needle) => needle.is_held(document),
            Step::Part(search) => search.step.holds(document),
            Step::Test(test, passing) => match passing.as_ref().zip(document.place) {
                Some((passing, place)) => passing.lets_through(place),
                None => test.admits(document),
            },
        }
    }

    /// Visits the words that are sought and may be found.
    fn visit(&self, see: &mut impl FnMut(&Needle)) {
        match self {
            Step::All(steps, _) | Step::Any(steps) => steps.iter().for_each(|step| step.visit(see)),
            Step::Word(needle) => see(needle),
            Step::Part(search) => search.step.visit(see),
            Step::Not(_) | Step::Test(..) => {}
        }
    }
}

/// The words among the parts of a query, with a space between; `None` if there are not several.
fn together(parts: &[Query]) -> Option<Box<Together>> {
    let words: Vec<&str> = parts.iter().filter_map(word).map(Word::folded).collect();
    let number = u32::try_from(words.len()).ok().filter(|number| *number > 1)?;
    Some(Box::new(Together { words: number, finder: Finder::new(&words.join(" ")).into_owned() }))
}

fn word(query: &Query) -> Option<&Word> {
    match query {
        Query::Word(word) | Query::Phrase(word) => Some(word),
        _ => None,
    }
}

impl Together {
    /// Whether title or organisation have the words side by side, given what all that is sought is worth in a document.
    fn is_in_names(&self, texts: &Texts, score: u32) -> bool {
        let is_in = |text: &str| self.finder.find(text.as_bytes()).is_some();
        // most have them elsewhere
        score >= self.words * NAMED
            && self.finder.find(texts.sought()[0]).is_some()
            && [Place::Title, Place::Organisation].into_iter().flat_map(|place| texts.at(place)).any(is_in)
    }
}

#[cfg(test)]
mod tests;
