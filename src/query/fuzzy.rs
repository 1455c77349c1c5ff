//! One word in a document: whether it is held, as it is or by some of its letters, how well, and which letters those are.
//! It joins no words; `search` does.

use super::document::texts::{Place, Texts};
use super::documents::Candidate;
use super::fold::{Folded, letters};
use super::index::{Held, Index, Sieve};
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
const PERFECT: u16 = 100;
/// What the least match as it is in a place is worth.
pub const LEAST: u16 = PERFECT - 40;

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
    /// Each digit of it but a first one, and the character before it.
    digits: Vec<(char, char)>,
    /// How well each document holds it as it is, by an index over them.
    held: Option<Held>,
    /// The documents that alone may hold it as it is, and those by whose names it may be guessed.
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
        let held = index.and_then(|index| index.held(folded));
        let holding = held.as_ref().map(Held::sieve);
        Needle {
            length,
            letters: letters(folded),
            exact,
            finder: Finder::new(folded).into_owned(),
            folded: folded.to_owned(),
            close: SkimMatcherV2::default().ignore_case(),
            initials: Initials::new(folded),
            digits: digits(folded).collect(),
            holding: holding.or_else(|| index.and_then(|index| index.holding(folded))),
            held,
            guessing: index.filter(|_| !exact && length >= SHORTEST_GUESSED).map(|index| index.guessing(folded)),
        }
    }

    /// The documents that alone may hold it; `None` if no index tells.
    pub fn sieve(&self) -> Option<Sieve> {
        let holding = self.holding.clone()?;
        Some(self.guessing.iter().fold(holding, Sieve::or))
    }

    /// Whether an index alone tells which documents match.
    pub fn is_known(&self) -> bool {
        self.held.is_some() && self.guessing.is_none()
    }

    /// The best quality with which any text holds it: as it is, else by some of its letters; `None` if none does.
    pub fn look(&self, document: Candidate) -> Option<u32> {
        let guess = || self.may_be_guessed(document).then(|| self.best_guess(document.texts)).flatten();
        self.as_it_is(document).or_else(guess)
    }

    /// The best quality with which any text holds it as it is.
    fn as_it_is(&self, document: Candidate) -> Option<u32> {
        if let Some((held, place)) = self.held.as_ref().zip(document.place) {
            return held.at(place);
        }
        let texts = document.texts;
        let mut parts =
            texts.sought().into_iter().enumerate().filter(|_| lets_through(self.holding.as_ref(), document));
        let (part, first) = parts.find_map(|(part, all)| Some((part, self.finder.find(all)?)))?;
        self.best(texts.sought_from(part, first))
    }

    /// Whether any text holds it, however well.
    pub fn is_held(&self, document: Candidate) -> bool {
        let texts = document.texts;
        let is_there = match self.held.as_ref().zip(document.place) {
            Some((held, place)) => held.at(place).is_some(),
            None => lets_through(self.holding.as_ref(), document) && self.is_there(texts),
        };
        is_there
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
            if best.is_some_and(|best| best >= base(place) + u32::from(PERFECT)) {
                break;
            }
            best = best.max(self.find(place, text).map(|(quality, _)| quality));
        }
        best
    }

    /// The best quality with which any text holds it by some of its letters: an abbreviation is of a name, seldom of what a
    /// title says beside it.
    fn best_guess(&self, texts: &Texts) -> Option<u32> {
        let possible: Vec<_> = texts.named().filter(|(_, text)| holds_in_order(text, &self.folded)).collect();
        let best = |is_one: &dyn Fn(Place) -> bool| {
            let texts = possible.iter().filter(|(place, _)| is_one(*place));
            texts.filter_map(|(place, text)| Some(self.guess(*place, text)?.quality)).max()
        };
        best(&|place| place == Place::Organisation)
            .or_else(|| best(&|place| place == Place::Title))
            .or_else(|| best(&|place| !matches!(place, Place::Title | Place::Organisation)))
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
        let from = self.beginnings(text).next()?;
        let (before, text) = text.split_at(from);
        if !holds_in_order(text, &self.folded) || !self.may_have_digits(text) {
            return None;
        }
        let before = || before.chars().count();
        let shifted = |places: Vec<usize>| places.into_iter().map(|n| n + before()).collect();
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

    /// Where in a text, in bytes, words begin as it does.
    fn beginnings<'t>(&self, text: &'t str) -> impl Iterator<Item = usize> + use<'t> {
        let first = self.folded.chars().next();
        let all = first.into_iter().flat_map(move |first| text.match_indices(first));
        all.map(|(at, _)| at).filter(move |at| !ends_in_word(&text[..*at]))
    }

    /// Finds the word from a word's start with few letters left out, half as many as it has; a word of four letters or
    /// fewer is too short to be missing any.
    fn find_close(&self, text: &str) -> Option<(i64, Vec<usize>)> {
        let left_out = most_left_out(self.length)?;
        let found = self.beginnings(text).filter_map(|at| {
            let (before, rest) = text.split_at(at);
            let end = rest.char_indices().nth(self.length + left_out).map_or(rest.len(), |(end, _)| end);
            // the matcher takes long: it is asked only where what it finds is close, and of no more
            let near = rest.get(..end).filter(|near| holds_in_order(near, &self.folded))?;
            let (score, places) = self.close.fuzzy_indices(near, &self.folded)?;
            let is_close = places.first() == Some(&0) && self.keeps_digits(&places, near);
            is_close.then(|| {
                let before = before.chars().count();
                (score, places.into_iter().map(|place| place + before).collect())
            })
        });
        found.max_by_key(|(score, _)| *score)
    }

    /// Whether a text has each digit of the word where it may stand: in a number nothing is left out, so that a digit stands
    /// beside the character before it or begins a word.
    fn may_have_digits(&self, text: &str) -> bool {
        let has = |(before, digit): &(char, char)| {
            let mut last = ' ';
            text.chars().any(|c| {
                let before_it = std::mem::replace(&mut last, c);
                c == *digit && (before_it == *before || !before_it.is_alphanumeric())
            })
        };
        self.digits.iter().all(has)
    }

    /// Whether the digits of the word are found, at places of a text, where they may stand.
    fn keeps_digits(&self, places: &[usize], text: &str) -> bool {
        let text: Vec<char> = if self.digits.is_empty() { Vec::new() } else { text.chars().collect() };
        let stands = |pair: &[usize]| {
            let (before, at) = (pair[0], pair[1]);
            let is_digit = text.get(at).is_some_and(char::is_ascii_digit);
            !is_digit || before + 1 == at || !text[at - 1].is_alphanumeric()
        };
        self.digits.is_empty() || places.windows(2).all(stands)
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
            let quality = u32::from(worth([starts, starts && ends, at == 0, whole]));
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

/// What it is worth at least that a word stands in a text as it is, by the rank of the text's place.
pub const BASES: [u16; 4] = [0, 300, 400, 450];

/// The rank of a place among those that words are sought in.
pub const fn rank(place: Place) -> usize {
    match place {
        // an alias is often an address, which a title that says the same outranks
        Place::Title => 3,
        Place::Organisation => 2,
        Place::Id | Place::Tag | Place::System | Place::Party => 1,
        Place::Summary | Place::Source | Place::Sector | Place::Elsewhere => 0,
    }
}

fn base(place: Place) -> u32 {
    BASES[rank(place)].into()
}

/// What it is worth beyond that how a word stands in a text: whether it starts a word, is a whole word, starts the text, is
/// all of it.
pub fn worth(stands: [bool; 4]) -> u16 {
    let [starts, is_word, is_first, is_all] = stands;
    let if_so = |stands, worth| if stands { worth } else { 0 };
    LEAST + if_so(starts, 20) + if_so(is_word, 10) + if_so(is_first, 5) + if_so(is_all, 5)
}

/// Whether the last character of a text is one of a word.
pub fn ends_in_word(text: &str) -> bool {
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

/// The digits of a word but a first one, each after the character before it.
pub fn digits(word: &str) -> impl Iterator<Item = (char, char)> {
    word.chars().zip(word.chars().skip(1)).filter(|(_, digit)| digit.is_ascii_digit())
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
        // a character is a byte or more
        if rest.len() <= WINDOW {
            next = None;
            return Some(start..text.len());
        }
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
