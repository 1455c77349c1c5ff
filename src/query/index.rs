//! An index of letters: for every document, which short runs of letters its texts have, so that most documents in which a
//! word cannot be found are never looked at.
//! It finds nothing by itself: what it lets through is searched, by `fuzzy`.
//!
//! It is a bit-sliced signature file: a column of bits for each set of runs of letters, a bit for each document. Which runs
//! share a column is learned from some of the documents: one that few have does not share with one that many have.
//!
//! Of tests for a word of a vocabulary, a year or a country it knows the answer itself.

use super::document::Document;
use super::document::texts::Texts;
use super::field::Field;
use super::fuzzy::{most_left_out, windows};
use super::initials::{PASSED_OVER, words};
use super::test::Test;
use hashbrown::HashMap;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hash::Hash;
use std::iter;
use std::sync::Arc;

/// The documents of a block, whose columns lie together so that a block being built stays in a core's cache.
const BLOCK: usize = LANES * 64;
/// The words of bits of a column in a block.
const LANES: usize = 8;
/// The columns.
const COLUMNS: u16 = 2560;
/// The runs are told apart by hashes below this.
const RUNS: usize = 1 << 16;
/// From how many documents is learned which runs share a column.
const SAMPLE: usize = 2048;
/// The most values of a field of which each is remembered by whom it is stated.
const VALUES: usize = 256;
/// How many letters after the one that begins a word are told of it.
const REACH: usize = 12;

/// Of 64 documents each, which may match.
type Lanes = [u64; LANES];
const ALL: Lanes = [u64::MAX; LANES];
const NONE: Lanes = [0; LANES];

/// Which runs of letters the texts of each document have, and which tests it passes.
#[derive(Debug)]
pub struct Index {
    columns: Columns,
    tests: Vec<Test>,
    years: Option<Vec<Alike>>,
    countries: Option<Vec<Alike>>,
    blocks: Vec<Block>,
    /// How many documents there are.
    documents: usize,
}

/// The documents that have the same value of a field, and one of them.
#[derive(Debug)]
struct Alike {
    one: Arc<Document>,
    all: Sieve,
}

/// A set of documents, by their places.
#[derive(Clone, Debug)]
pub struct Sieve {
    blocks: Vec<Lanes>,
}

/// Which column tells of each run, by its hash; none of those that most documents have.
#[derive(Debug)]
struct Columns(Vec<Option<u16>>);

#[derive(Debug)]
struct Block {
    columns: Box<[Lanes]>,
    /// Which documents pass each test.
    passed: Box<[Lanes]>,
}

impl Index {
    /// Reads the texts of all documents.
    pub fn new(documents: &[Arc<Document>]) -> Index {
        let (columns, tests) = (Columns::learn(documents), Test::of_words().collect::<Vec<_>>());
        let blocks = documents.par_chunks(BLOCK).map(|documents| Block::new(documents, &columns, &tests)).collect();
        let years = alike(documents, |document| document.year);
        let countries = alike(documents, |document| document.country.as_deref());
        Index { columns, tests, years, countries, blocks, documents: documents.len() }
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// The documents that pass a test; `None` if it is not for a word of a vocabulary, a year or a country.
    pub fn passing(&self, test: &Test) -> Option<Sieve> {
        let alike = match test {
            Test::Year(_) => self.years.as_ref()?,
            Test::Part(Field::Country, _) => self.countries.as_ref()?,
            _ => {
                let at = self.tests.iter().position(|known| known == test)?;
                return Some(self.sift(|block| block.passed[at]));
            }
        };
        // those of one value pass as one
        let passing = alike.iter().filter(|alike| test.admits(&*alike.one));
        Some(passing.fold(self.places(iter::empty()), |passing, alike| passing.or(&alike.all)))
    }

    /// The documents that may hold a folded text as it is; `None` if it is too short or too common to tell.
    pub fn holding(&self, folded: &str) -> Option<Sieve> {
        let told: Vec<usize> = triples(folded.as_bytes()).filter_map(|run| self.columns.of(run)).collect();
        (!told.is_empty()).then(|| self.sift(|block| told.iter().fold(ALL, |lanes, at| and(lanes, block.columns[*at]))))
    }

    /// The documents of whose names a folded word may be an abbreviation or a misspelling, as `fuzzy` understands these.
    pub fn guessing(&self, folded: &str) -> Sieve {
        let word = Guessed::new(folded);
        self.sift(|block| {
            let told = Told { columns: &self.columns, block };
            or(told.close(&word), told.begun(&word))
        })
    }

    /// The documents at some places.
    pub fn places(&self, places: impl Iterator<Item = usize>) -> Sieve {
        Sieve::of(places, self.documents)
    }

    fn sift(&self, of: impl Fn(&Block) -> Lanes) -> Sieve {
        Sieve { blocks: self.blocks.iter().map(of).collect() }
    }
}

impl Sieve {
    /// Those at some places of so many documents.
    fn of(places: impl Iterator<Item = usize>, documents: usize) -> Sieve {
        let mut blocks = vec![NONE; documents.div_ceil(BLOCK)];
        for place in places {
            if let Some(lanes) = blocks.get_mut(place / BLOCK) {
                lanes[place % BLOCK / 64] |= 1 << (place % 64);
            }
        }
        Sieve { blocks }
    }

    /// The documents of both sets.
    pub fn and(self, other: &Sieve) -> Sieve {
        self.join(other, and)
    }

    /// The documents of either set.
    pub fn or(self, other: &Sieve) -> Sieve {
        self.join(other, or)
    }

    /// How many documents are in the set.
    pub fn count(&self) -> usize {
        self.blocks.iter().flatten().map(|lane| lane.count_ones() as usize).sum()
    }

    fn join(mut self, other: &Sieve, how: fn(Lanes, Lanes) -> Lanes) -> Sieve {
        for (own, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *own = how(*own, *other);
        }
        self
    }

    /// Whether the document at a place is in the set.
    pub fn lets_through(&self, place: usize) -> bool {
        let lane = self.blocks.get(place / BLOCK).map_or(u64::MAX, |lanes| lanes[place % BLOCK / 64]);
        lane >> (place % 64) & 1 == 1
    }
}

/// The documents by their value of a field; `None` if there are too many values.
fn alike<'d, V: Eq + Hash>(documents: &'d [Arc<Document>], value: impl Fn(&'d Document) -> V) -> Option<Vec<Alike>> {
    let mut places: HashMap<V, Vec<usize>> = HashMap::new();
    for (place, document) in documents.iter().enumerate() {
        places.entry(value(document)).or_default().push(place);
        if places.len() > VALUES {
            return None;
        }
    }
    let alike = |places: Vec<usize>| {
        let one = Arc::clone(documents.get(*places.first()?)?);
        Some(Alike { one, all: Sieve::of(places.into_iter(), documents.len()) })
    };
    places.into_values().map(alike).collect()
}

impl Columns {
    /// Divides the runs among the columns, so that each column tells of about as many documents as any other.
    fn learn(documents: &[Arc<Document>]) -> Columns {
        let step = documents.len().div_ceil(SAMPLE).max(1);
        // of each run: how many documents have it, and which was the last of those
        let mut known = vec![(0_u32, usize::MAX); RUNS];
        let sample: Vec<_> = documents.iter().step_by(step).collect();
        for (n, document) in sample.iter().enumerate() {
            runs(&document.texts, |run| {
                let (count, last) = &mut known[run];
                *count += u32::from(*last != n);
                *last = n;
            });
        }
        let mut order: Vec<(u32, usize)> = known.iter().enumerate().map(|(run, (count, _))| (*count, run)).collect();
        order.sort_unstable_by_key(|(count, run)| (Reverse(*count), *run));
        let mut columns = vec![None; RUNS];
        let mut loads: BinaryHeap<Reverse<(u32, u16)>> = (0..COLUMNS).map(|column| Reverse((0, column))).collect();
        for (count, run) in order {
            let is_common = count as usize * 8 > sample.len() * 7;
            if let Some(mut least) = loads.peek_mut().filter(|_| !is_common) {
                columns[run] = Some(least.0.1);
                least.0.0 += count.max(1);
            }
        }
        Columns(columns)
    }

    /// The column of a run; none if most documents have it.
    fn of(&self, run: usize) -> Option<usize> {
        self.0[run].map(usize::from)
    }
}

/// A word that may be guessed by some of its letters.
struct Guessed {
    letters: Vec<char>,
    /// The runs of its letters near the start of a word that begins as it does; `None` if it is too short for any to be
    /// left out.
    close: Option<Vec<usize>>,
}

impl Guessed {
    fn new(folded: &str) -> Guessed {
        let letters: Vec<char> = folded.chars().collect();
        let close = most_left_out(letters.len()).map(|left_out| {
            let told = letters.iter().take((REACH + 1).saturating_sub(left_out)).skip(1);
            told.map(|letter| near(letters[0], *letter)).collect()
        });
        Guessed { letters, close }
    }
}

impl Block {
    fn new(documents: &[Arc<Document>], columns: &Columns, tests: &[Test]) -> Block {
        let (mut told, mut passed) = (vec![NONE; usize::from(COLUMNS)], vec![NONE; tests.len()]);
        for (n, document) in documents.iter().enumerate() {
            let (lane, bit) = (n / 64, 1 << (n % 64));
            runs(&document.texts, |run| {
                if let Some(column) = columns.of(run) {
                    told[column][lane] |= bit;
                }
            });
            for (lanes, _) in passed.iter_mut().zip(tests).filter(|(_, test)| test.admits(&**document)) {
                lanes[lane] |= bit;
            }
        }
        Block { columns: told.into(), passed: passed.into() }
    }
}

/// What a block tells of runs.
struct Told<'i> {
    columns: &'i Columns,
    block: &'i Block,
}

impl Told<'_> {
    /// The documents that may have a run.
    fn of(&self, run: usize) -> Lanes {
        self.columns.of(run).map_or(ALL, |column| self.block.columns[column])
    }

    /// Where letters of a word may be left out.
    fn close(&self, word: &Guessed) -> Lanes {
        let close = word.close.as_ref();
        close.map_or(NONE, |runs| runs.iter().fold(ALL, |lanes, run| and(lanes, self.of(*run))))
    }

    /// Where a word may be put together of the beginnings of words that follow each other.
    fn begun(&self, word: &Guessed) -> Lanes {
        let letters = &word.letters;
        let mut found = NONE;
        // the documents in which a word may begin with each letter, those before it being found
        let mut begin = vec![NONE; letters.len()];
        begin[0] = self.of(start(letters[0]));
        for from in 0..letters.len() {
            let mut run = begin[from];
            for to in from + 1..=letters.len() {
                match to - from {
                    1 => {}
                    2 => run = and(run, self.of(prefix(letters[from], letters[from + 1]))),
                    3..=REACH => run = and(run, self.of(near(letters[from], letters[to - 1]))),
                    _ => {}
                }
                if run == NONE {
                    break;
                }
                match letters.get(to) {
                    Some(next) => begin[to] = or(begin[to], and(run, self.of(following(letters[from], *next)))),
                    None => found = or(found, run),
                }
            }
        }
        found
    }
}

/// Visits the runs of a document, some more than once.
fn runs(texts: &Texts, mut see: impl FnMut(usize)) {
    texts.sought().into_iter().flat_map(triples).for_each(&mut see);
    for (_, name) in texts.named() {
        for window in windows(name) {
            let letters: Vec<char> = name.get(window).unwrap_or_default().chars().collect();
            let mut inside = false;
            for (n, letter) in letters.iter().enumerate() {
                if !std::mem::replace(&mut inside, letter.is_alphanumeric()) {
                    see(start(*letter));
                    letters[n + 1..].iter().take(REACH).for_each(|other| see(near(*letter, *other)));
                }
            }
            let words = words(&letters);
            for (n, (first, end)) in words.iter().enumerate() {
                if end - first > 1 {
                    see(prefix(letters[*first], letters[first + 1]));
                }
                for (next, end) in &words[n + 1..] {
                    see(following(letters[*first], letters[*next]));
                    if end - next > PASSED_OVER {
                        break;
                    }
                }
            }
        }
    }
}

/// Three bytes in a row.
fn triples(folded: &[u8]) -> impl Iterator<Item = usize> {
    folded.windows(3).map(|three| hashed(u32::from_le_bytes([three[0], three[1], three[2], 0])))
}

/// A word that begins with a letter.
fn start(letter: char) -> usize {
    beginning(0, letter, letter)
}

/// A word that begins with a letter, and another that stands in it or soon after.
fn near(first: char, other: char) -> usize {
    beginning(1, first, other)
}

/// A word that begins with two letters.
fn prefix(first: char, second: char) -> usize {
    beginning(2, first, second)
}

/// A word that begins with a letter, and one after it, but for short ones, with another.
fn following(first: char, next: char) -> usize {
    beginning(3, first, next)
}

fn beginning(kind: u32, first: char, other: char) -> usize {
    let both = u32::from(first).wrapping_mul(0x85eb_ca6b).rotate_left(13) ^ u32::from(other).wrapping_mul(0xc2b2_ae35);
    hashed(both.wrapping_add(kind.wrapping_mul(0x27d4_eb2f)))
}

/// Which run it is, by Fibonacci hashing.
fn hashed(run: u32) -> usize {
    // the upper half
    (run.wrapping_mul(0x9e37_79b1) >> 16) as usize
}

fn and(a: Lanes, b: Lanes) -> Lanes {
    std::array::from_fn(|n| a[n] & b[n])
}

fn or(a: Lanes, b: Lanes) -> Lanes {
    std::array::from_fn(|n| a[n] | b[n])
}

#[cfg(test)]
mod tests;
