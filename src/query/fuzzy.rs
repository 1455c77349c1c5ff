//! Words in a document: whether it holds them all, how well, and which letters of title and organisation they are.
//! It looks at no field that a query names; `field` does.

use super::document::{Document, Place, Text};
use super::fold::letters;
use super::initials;
use super::term::{Query, Term};
use crate::text::Lang;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;
use std::ops::Range;

/// Longer texts are looked through in windows of so many characters, since in a long text any letters can be found.
const WINDOW: usize = 80;
/// What it is worth that the words stand in title or organisation as they were typed, side by side.
const SIDE_BY_SIDE: u32 = 50;

/// The letters that a reader sees marked, as places in the texts of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Characters of the title.
    pub title: Vec<usize>,
    /// Characters of the organisation's name.
    pub organisation: Vec<usize>,
}

/// A search for the words of a query.
pub struct Search {
    needles: Vec<Needle>,
    /// All words with a space between, if there are several.
    together: Option<Finder<'static>>,
    close: SkimMatcherV2,
}

/// A word that is sought.
struct Needle {
    folded: String,
    length: usize,
    letters: u64,
    /// Whether it is a phrase, found only as it is.
    exact: bool,
    finder: Finder<'static>,
}

/// How well a needle was found in a text, and where, in characters of the folded text.
struct Find {
    quality: u32,
    places: Vec<usize>,
}

impl Search {
    /// Prepares the search for a query's words and phrases.
    pub fn new(query: &Query) -> Search {
        let needles: Vec<Needle> = query
            .terms()
            .iter()
            .filter_map(|term| match term {
                Term::Word(word) => Some(Needle::new(word.folded(), false)),
                Term::Phrase(phrase) => Some(Needle::new(phrase.folded(), true)),
                Term::Test(_) => None,
            })
            .collect();
        let words: Vec<&str> = needles.iter().map(|needle| needle.folded.as_str()).collect();
        let together = (words.len() > 1).then(|| Finder::new(&words.join(" ")).into_owned());
        let close = SkimMatcherV2::default().ignore_case();
        Search { needles, together, close }
    }

    /// How well a document holds all words, and what is marked of it; `None` if it lacks one.
    pub fn look(&self, document: &Document, lang: Lang) -> Option<(u32, Matched)> {
        if self.needles.iter().any(|needle| needle.letters & !document.letters() != 0) {
            return None;
        }
        let mut score = 0;
        let mut matched = Matched::default();
        for needle in &self.needles {
            let as_it_is = best(document, lang, &mut matched, |text| needle.find(text));
            score += as_it_is.or_else(|| best(document, lang, &mut matched, |text| self.guess(needle, text)))?;
        }
        for marks in [&mut matched.title, &mut matched.organisation] {
            marks.sort_unstable();
            marks.dedup();
        }
        Some((score + self.bonus(document), matched))
    }

    fn bonus(&self, document: &Document) -> u32 {
        let Some(together) = &self.together else { return 0 };
        let mut names = document.texts().iter().filter(|text| matches!(text.place, Place::Title | Place::Organisation));
        if names.any(|text| together.find(text.folded.text().as_bytes()).is_some()) { SIDE_BY_SIDE } else { 0 }
    }

    /// Finds a word with letters left out, or by the beginnings of words; in short texts only.
    fn guess(&self, needle: &Needle, text: &Text) -> Option<Find> {
        if needle.exact || needle.length < 3 || text.place == Place::Summary || needle.is_lacked_by(text) {
            return None;
        }
        let base = if is_name(text.place) { 200 } else { 130 };
        let all = text.folded.text();
        windows(all)
            .filter_map(|window| {
                let part = all.get(window.clone())?;
                let (quality, places) = self.guess_in(needle, part)?;
                let before = all.get(..window.start)?.chars().count();
                Some(Find { quality: base + quality, places: places.into_iter().map(|n| n + before).collect() })
            })
            .max_by_key(|find| find.quality)
    }

    fn guess_in(&self, needle: &Needle, text: &str) -> Option<(u32, Vec<usize>)> {
        // whatever is found begins a word, so nothing before the first such word is needed
        let (before, text) = from_word_with(needle.folded.chars().next()?, text)?;
        let (score, places) = self.close.fuzzy_indices(text, &needle.folded)?;
        let shifted = |places: Vec<usize>| places.into_iter().map(|n| n + before).collect();
        if is_close(&places, text, needle.length) {
            // a letter is worth 16, and 4 for standing beside the one before
            let most = i64::try_from(needle.length).ok()? * 20 + 16;
            return Some((u32::try_from((score * 45 / most).clamp(5, 45)).ok()?, shifted(places)));
        }
        let places = initials::find(&needle.folded, text)?;
        let skipped = places.windows(2).filter(|pair| pair[0] + 1 != pair[1]).count();
        Some((38_u32.saturating_sub(2 * u32::try_from(skipped).ok()?).max(5), shifted(places)))
    }
}

impl Needle {
    fn new(folded: &str, exact: bool) -> Needle {
        Needle {
            length: folded.chars().count(),
            letters: letters(folded),
            exact,
            finder: Finder::new(folded).into_owned(),
            folded: folded.to_owned(),
        }
    }

    fn is_lacked_by(&self, text: &Text) -> bool {
        self.letters & !text.folded.letters() != 0
    }

    /// Finds the word as it is; best as a word of its own.
    fn find(&self, text: &Text) -> Option<Find> {
        if self.is_lacked_by(text) {
            return None;
        }
        let all = text.folded.text();
        let base = match text.place {
            Place::Title | Place::Organisation => 400,
            Place::Id | Place::Tag | Place::System | Place::Party => 300,
            Place::Summary => 0,
        };
        let mut found: Option<(u32, usize)> = None;
        for at in self.finder.find_iter(all.as_bytes()) {
            let end = at + self.folded.len();
            let starts = !ends_in_word(&all[..at]);
            let ends = !all[end..].starts_with(char::is_alphanumeric);
            let whole = at == 0 && end == all.len();
            let quality =
                60 + if starts { 20 } else { 0 } + if starts && ends { 10 } else { 0 } + if whole { 10 } else { 0 };
            if found.is_none_or(|(best, _)| quality > best) {
                found = Some((quality, at));
            }
            if starts && ends {
                break;
            }
        }
        let (quality, at) = found?;
        // only marked texts need the places
        let first = if is_name(text.place) { all[..at].chars().count() } else { 0 };
        Some(Find { quality: base + quality, places: (first..first + self.length).collect() })
    }
}

/// The best that is found in any text; marks what is found in the title and the organisation's name.
fn best(
    document: &Document,
    lang: Lang,
    matched: &mut Matched,
    mut find: impl FnMut(&Text) -> Option<Find>,
) -> Option<u32> {
    let mut best = None;
    for (n, text) in document.texts().iter().enumerate() {
        let Some(found) = find(text) else { continue };
        best = best.max(Some(found.quality));
        let origins = || found.places.iter().map(|place| text.folded.origin(*place));
        if n == document.title(lang) {
            matched.title.extend(origins());
        } else if n == document.organisation(lang) {
            matched.organisation.extend(origins());
        }
    }
    best
}

fn is_name(place: Place) -> bool {
    matches!(place, Place::Title | Place::Organisation)
}

fn ends_in_word(text: &str) -> bool {
    text.ends_with(char::is_alphanumeric)
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

/// Whether a word was found from a word's start with few letters left out: one in a short word, half as many in a long.
fn is_close(places: &[usize], text: &str, length: usize) -> bool {
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return false };
    let spare = if length <= 4 { 1 } else { length / 2 };
    let starts = first.checked_sub(1).and_then(|n| text.chars().nth(n)).is_none_or(|c| !c.is_alphanumeric());
    length > 3 && starts && last - first < length + spare
}

/// A text as a whole, or a long one in windows that overlap by half and begin at words.
fn windows(text: &str) -> impl Iterator<Item = Range<usize>> {
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
