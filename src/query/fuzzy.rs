//! One word in a document: whether it is held, as it is or by some of its letters, how well, and which letters those are.
//! It joins no words; `search` does.

use super::document::texts::{Place, Texts};
use super::documents::Candidate;
use super::fold::{Folded, letters};
use super::index::{Index, Sieve};
use super::initials::{self, Initials};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memchr;
use memchr::memmem::Finder;
use std::ops::Range;

/// Longer texts are looked through in windows of so many characters, since in a long text any letters can be found.
const WINDOW: usize = 80;
/// A word of so many letters or fewer is too short to be missing any.
const LONGEST_SHORT: usize = 4;
/// A word of fewer letters is found only as it is.
const SHORTEST_GUESSED: usize = 3;
/// What the best match in a place is worth more than the least.
const PERFECT: u32 = 100;

/// A word that is sought.
pub struct Needle {
    folded: String,
    length: usize,
    letters: u64,
    /// Whether it is a phrase, found only as it is.
    exact: bool,
    finder: Finder<'static>,
    close: SkimMatcherV2,
    initials: Initials,
    /// The documents that alone may hold it as it is, by an index over them, and those by whose names it may be guessed.
    holding: Option<Sieve>,
    guessing: Option<Sieve>,
}

/// How well a needle was found in a text, and where, in characters of the folded text.
struct Find {
    quality: u32,
    places: Vec<usize>,
}

impl Needle {
    /// Prepares the search for a folded word, or for a phrase that is found only as it is, among documents over which there
    /// may be an index.
    pub fn new(folded: &str, exact: bool, index: Option<&Index>) -> Needle {
        let length = folded.chars().count();
        Needle {
            length,
            letters: letters(folded),
            exact,
            finder: Finder::new(folded).into_owned(),
            folded: folded.to_owned(),
            close: SkimMatcherV2::default().ignore_case(),
            initials: Initials::new(folded),
            holding: index.and_then(|index| index.holding(folded)),
            guessing: index.filter(|_| !exact && length >= SHORTEST_GUESSED).map(|index| index.guessing(folded)),
        }
    }

    /// The documents that alone may hold it; `None` if no index tells.
    pub fn sieve(&self) -> Option<Sieve> {
        let holding = self.holding.clone()?;
        Some(self.guessing.iter().fold(holding, Sieve::or))
    }

    /// The best quality with which any text holds it: as it is, else by some of its letters; `None` if none does.
    pub fn look(&self, document: Candidate) -> Option<u32> {
        let texts = document.texts;
        if lets_through(self.holding.as_ref(), document) {
            for (part, all) in texts.sought().into_iter().enumerate() {
                if let Some(first) = self.finder.find(all) {
                    return self.best(texts.sought_from(part, first));
                }
            }
        }
        if self.may_be_guessed(document) { self.best_guess(texts) } else { None }
    }

    /// Whether any text holds it, however well.
    pub fn is_held(&self, document: Candidate) -> bool {
        let texts = document.texts;
        lets_through(self.holding.as_ref(), document) && self.is_there(texts)
            || self.may_be_guessed(document) && texts.named().any(|(place, text)| self.guess(place, text).is_some())
    }

    /// Whether any text holds it as it is.
    fn is_there(&self, texts: &Texts) -> bool {
        texts.sought().into_iter().any(|all| self.finder.find(all).is_some())
    }

    fn may_be_guessed(&self, document: Candidate) -> bool {
        let is_possible = !self.exact && self.length >= SHORTEST_GUESSED;
        let may = is_possible && lets_through(self.guessing.as_ref(), document);
        may && self.letters & !document.texts.letters() == 0
    }

    /// The best quality with which any of some texts holds it as it is.
    fn best<'t>(&self, texts: impl Iterator<Item = (Place, &'t str)>) -> Option<u32> {
        let mut best = None;
        for (place, text) in texts {
            // the places stand in the order of their worth
            if best.is_some_and(|best| best >= base(place) + PERFECT) {
                break;
            }
            best = best.max(self.find(place, text).map(|(quality, _)| quality));
        }
        best
    }

    /// The best quality with which any text holds it by some of its letters: an abbreviation is of a name, seldom of what a
    /// title says beside it.
    fn best_guess(&self, texts: &Texts) -> Option<u32> {
        let best = |texts: &mut dyn Iterator<Item = (Place, &str)>| {
            texts.filter_map(|(place, text)| Some(self.guess(place, text)?.quality)).max()
        };
        let at = |place| texts.at(place).map(move |text| (place, text));
        best(&mut at(Place::Organisation))
            .or_else(|| best(&mut at(Place::Title)))
            .or_else(|| best(&mut texts.named().filter(|(place, _)| !is_name(*place))))
    }

    /// The letters of one text of a document that match, as places in the text as it is written.
    pub fn matched(&self, texts: &Texts, place: Place, text: &str) -> Vec<usize> {
        let folded = Folded::new(text);
        let found = if self.is_there(texts) {
            self.find(place, folded.text()).map(|(_, at)| {
                let first = folded.text().get(..at).map_or(0, |before| before.chars().count());
                (first..first + self.length).collect()
            })
        } else {
            self.guess(place, folded.text()).map(|find| find.places)
        };
        found.unwrap_or_default().into_iter().map(|n| folded.origin(n)).collect()
    }

    /// Finds a word with letters left out, or by the beginnings of words; in short texts only.
    fn guess(&self, place: Place, all: &str) -> Option<Find> {
        if self.exact || self.length < SHORTEST_GUESSED || place == Place::Summary || !holds_in_order(all, &self.folded)
        {
            return None;
        }
        let base = match place {
            Place::Organisation => 210,
            Place::Title => 160,
            _ => 110,
        };
        windows(all)
            .filter_map(|window| {
                let part = all.get(window.clone())?;
                let (quality, places) = self.guess_in(part)?;
                let before = all.get(..window.start)?.chars().count();
                Some(Find { quality: base + quality, places: places.into_iter().map(|n| n + before).collect() })
            })
            .max_by_key(|find| find.quality)
    }

    fn guess_in(&self, text: &str) -> Option<(u32, Vec<usize>)> {
        // whatever is found begins a word, so nothing before the first such word is needed
        let (before, text) = from_word_with(self.folded.chars().next()?, text)?;
        if !holds_in_order(text, &self.folded) {
            return None;
        }
        let shifted = |places: Vec<usize>| places.into_iter().map(|n| n + before).collect();
        if let Some((score, places)) = self.find_close(text) {
            // a letter is worth 16, and 4 for standing beside the one before
            let most = i64::try_from(self.length).ok()? * 20 + 16;
            return Some((u32::try_from((score * 45 / most).clamp(5, 45)).ok()?, shifted(places)));
        }
        if !self.initials.may_stand_in(text) {
            return None;
        }
        let places = initials::find(&self.folded, text)?;
        let skipped = places.windows(2).filter(|pair| pair[0] + 1 != pair[1]).count();
        Some((38_u32.saturating_sub(2 * u32::try_from(skipped).ok()?).max(5), shifted(places)))
    }

    /// Finds the word from a word's start with few letters left out, half as many as it has; a word of four letters or
    /// fewer is too short to be missing any.
    fn find_close(&self, text: &str) -> Option<(i64, Vec<usize>)> {
        let left_out = most_left_out(self.length)?;
        let first = self.folded.chars().next()?;
        let mut inside = false;
        let begins = |(_, (_, c)): &(usize, (usize, char))| {
            let starts = !std::mem::replace(&mut inside, c.is_alphanumeric());
            starts && *c == first
        };
        let found = text.char_indices().enumerate().filter(begins).filter_map(|(n, (at, _))| {
            let rest = text.get(at..)?;
            let end = rest.char_indices().nth(self.length + left_out).map_or(rest.len(), |(end, _)| end);
            // the matcher takes long: it is asked only where what it finds is close, and of no more
            let near = rest.get(..end).filter(|near| holds_in_order(near, &self.folded))?;
            let (score, places) = self.close.fuzzy_indices(near, &self.folded)?;
            (places.first() == Some(&0)).then(|| (score, places.into_iter().map(|place| place + n).collect()))
        });
        found.max_by_key(|(score, _)| *score)
    }

    /// Finds the word as it is, best as a word of its own: how well, and at which byte.
    fn find(&self, place: Place, all: &str) -> Option<(u32, usize)> {
        let mut found: Option<(u32, usize)> = None;
        for at in self.finder.find_iter(all.as_bytes()) {
            let end = at + self.folded.len();
            let starts = !ends_in_word(&all[..at]);
            // inside a word it is worth the least
            if !starts && found.is_some() {
                continue;
            }
            let ends = !all[end..].starts_with(char::is_alphanumeric);
            let whole = at == 0 && end == all.len();
            let worth = [(starts, 20), (starts && ends, 10), (at == 0, 5), (whole, 5)];
            let quality = PERFECT - 40 + worth.iter().filter(|(holds, _)| *holds).map(|(_, worth)| worth).sum::<u32>();
            if found.is_none_or(|(best, _)| quality > best) {
                found = Some((quality, at));
            }
            if starts && ends {
                break;
            }
        }
        found.map(|(quality, at)| (base(place) + quality, at))
    }
}

/// What it is worth at least that a word stands in a text of a place as it is.
fn base(place: Place) -> u32 {
    match place {
        // an alias is often an address, which a title that says the same outranks
        Place::Title => 450,
        Place::Organisation => 400,
        Place::Id | Place::Tag | Place::System | Place::Party => 300,
        Place::Summary | Place::Source | Place::Sector | Place::Elsewhere => 0,
    }
}

fn is_name(place: Place) -> bool {
    matches!(place, Place::Title | Place::Organisation)
}

fn ends_in_word(text: &str) -> bool {
    match text.bytes().next_back() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text.ends_with(char::is_alphanumeric),
    }
}

/// Whether a document may be in a set, as far as that is known.
fn lets_through(sieve: Option<&Sieve>, document: Candidate) -> bool {
    sieve.zip(document.place).is_none_or(|(sieve, place)| sieve.lets_through(place))
}

/// Whether a text has all letters of a word, in their order.
fn holds_in_order(text: &str, word: &str) -> bool {
    let mut rest = text.as_bytes();
    word.bytes().all(|byte| {
        let found = memchr(byte, rest);
        rest = found.and_then(|at| rest.get(at + 1..)).unwrap_or_default();
        found.is_some()
    })
}

/// The text from the first word that begins with a character, and how many characters come before it.
fn from_word_with(first: char, text: &str) -> Option<(usize, &str)> {
    let mut inside = false;
    for (n, (at, c)) in text.char_indices().enumerate() {
        if c == first && !inside {
            return Some((n, &text[at..]));
        }
        inside = c.is_alphanumeric();
    }
    None
}

/// How many letters of a word of some length may be left out; `None` of one that is too short to be missing any.
pub fn most_left_out(length: usize) -> Option<usize> {
    (length > LONGEST_SHORT).then_some(length / 2)
}

/// A text as a whole, or a long one in windows that overlap by half and begin at words.
pub fn windows(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..)?;
        let at = |n: usize| rest.char_indices().nth(n).map(|(at, _)| start + at);
        let end = at(WINDOW);
        next = end.and(at(WINDOW / 2)).map(|half| word_start_before(text, half, start));
        Some(start..end.unwrap_or(text.len()))
    })
}

/// The last word start from `low` (itself left out) to `at`; `at` if there is none.
fn word_start_before(text: &str, at: usize, low: usize) -> usize {
    let space = text.get(low..at).and_then(|part| part.rfind(' '));
    space.map_or(at, |space| low + space + 1)
}

#[cfg(test)]
mod tests;
