//! A signature of the names of documents: which beginnings of words they have, so that most documents of whose names a word
//! cannot be an abbreviation or a misspelling are never looked at.
//! It finds nothing by itself: what it lets through is searched, by `fuzzy`.
//!
//! It is a bit-sliced signature file: a column of bits for each set of runs of letters, a bit for each document. Which runs
//! share a column is learned from some of the documents: one that few have does not share with one that many have.

use super::sieve::{ALL, BLOCK, Lanes, NONE, Sieve, and, or};
use crate::query::document::Document;
use crate::query::document::texts::Texts;
use crate::query::fuzzy::{digits, most_left_out, windows};
use crate::query::initials::{PASSED_OVER, words};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

/// The columns.
const COLUMNS: u16 = 2048;
/// The runs are told apart by hashes below this.
const RUNS: usize = 1 << 16;
/// From how many documents is learned which runs share a column.
const SAMPLE: usize = 2048;
/// How many letters after the one that begins a word are told of it.
const REACH: usize = 12;

/// Which beginnings of words the names of each document have.
#[derive(Debug)]
pub struct Signature {
    columns: Columns,
    /// The columns of each block.
    blocks: Vec<Box<[Lanes]>>,
}

/// Which column tells of each run, by its hash; none of those that most documents have.
#[derive(Debug)]
struct Columns(Vec<Option<u16>>);

impl Signature {
    /// Reads the names of all documents.
    pub fn new(documents: &[Arc<Document>]) -> Signature {
        let columns = Columns::learn(documents);
        let blocks = documents.par_chunks(BLOCK).map(|documents| columns.of_block(documents)).collect();
        Signature { columns, blocks }
    }

    /// The documents of whose names a folded word may be an abbreviation or a misspelling, as `fuzzy` understands these.
    pub fn guessing(&self, folded: &str) -> Sieve {
        let word = Guessed::new(folded);
        let of_block = |block| {
            let told = Told { columns: &self.columns, block };
            or(told.close(&word), told.begun(&word))
        };
        let blocks: Vec<Lanes> = self.blocks.par_iter().map(|block| of_block(block)).collect();
        Sieve::of_blocks(blocks.into_iter())
    }
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

    /// What they tell of the documents of a block.
    fn of_block(&self, documents: &[Arc<Document>]) -> Box<[Lanes]> {
        let mut told = vec![NONE; usize::from(COLUMNS)];
        for (n, document) in documents.iter().enumerate() {
            runs(&document.texts, |run| {
                if let Some(column) = self.of(run) {
                    told[column][n / 64] |= 1 << (n % 64);
                }
            });
        }
        told.into()
    }
}

/// A word that may be guessed by some of its letters.
struct Guessed {
    letters: Vec<char>,
    /// For each letter but the first, the runs of it where it may stand behind the start of a word that begins as it does;
    /// `None` if it is too short for any to be left out.
    close: Option<Vec<Vec<usize>>>,
    /// For each digit of it but a first one, the run of it beside the character before it, and that of a number it begins.
    digits: Vec<(usize, usize)>,
}

impl Guessed {
    fn new(folded: &str) -> Guessed {
        let letters: Vec<char> = folded.chars().collect();
        let close = most_left_out(letters.len()).map(|left_out| {
            let told = letters.iter().enumerate().take((REACH + 1).saturating_sub(left_out)).skip(1);
            // up to here none may be left out, or as many as may be
            let places =
                |(n, letter): (usize, &char)| (n..=n + left_out).map(|n| behind(letters[0], *letter, n)).collect();
            told.map(places).collect()
        });
        let digits = digits(folded).map(|(before, digit)| (beside(before, digit), number(letters[0], digit))).collect();
        Guessed { letters, close, digits }
    }
}

/// What a block tells of runs.
struct Told<'i> {
    columns: &'i Columns,
    block: &'i [Lanes],
}

impl Told<'_> {
    /// The documents that may have a run.
    fn of(&self, run: usize) -> Lanes {
        self.columns.of(run).map_or(ALL, |column| self.block[column])
    }

    /// Where letters of a word may be left out.
    fn close(&self, word: &Guessed) -> Lanes {
        let Some(close) = &word.close else { return NONE };
        let any = |runs: &Vec<usize>| runs.iter().fold(NONE, |lanes, run| or(lanes, self.of(*run)));
        let lanes = close.iter().fold(ALL, |lanes, runs| and(lanes, any(runs)));
        word.digits.iter().fold(lanes, |lanes, (beside, number)| and(lanes, or(self.of(*beside), self.of(*number))))
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
                    length @ 2..=REACH => {
                        run = and(run, self.of(behind(letters[from], letters[to - 1], length - 1)));
                    }
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
    for (_, name) in texts.named() {
        for window in windows(name) {
            let letters: Vec<char> = name.get(window).unwrap_or_default().chars().collect();
            let words = words(&letters);
            let is_number = |at: &usize| letters[*at].is_ascii_digit();
            let numbers: Vec<usize> = words.iter().map(|(start, _)| *start).filter(is_number).collect();
            let mut inside = false;
            for pair in letters.windows(2).filter(|pair| pair[1].is_ascii_digit()) {
                see(beside(pair[0], pair[1]));
            }
            for (n, letter) in letters.iter().enumerate() {
                if !std::mem::replace(&mut inside, letter.is_alphanumeric()) {
                    see(start(*letter));
                    let others = letters.iter().enumerate().skip(n + 1).take(REACH);
                    others.for_each(|(at, other)| see(behind(*letter, *other, at - n)));
                    let after = numbers.iter().filter(|at| **at > n);
                    after.for_each(|at| see(number(*letter, letters[*at])));
                }
            }
            for (n, (first, _)) in words.iter().enumerate() {
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

/// A word that begins with a letter.
fn start(letter: char) -> usize {
    beginning(0, letter, letter)
}

/// A word that begins with a letter, and another that stands so far behind that.
fn behind(first: char, other: char, by: usize) -> usize {
    let by = u32::try_from(by).unwrap_or(u32::MAX);
    beginning(by.wrapping_mul(8).wrapping_add(1), first, other)
}

/// A word that begins with a letter, and one after it, but for short ones, with another.
fn following(first: char, next: char) -> usize {
    beginning(2, first, next)
}

/// A digit, and the character before it.
fn beside(before: char, digit: char) -> usize {
    beginning(3, before, digit)
}

/// A word that begins with a letter, and a number somewhere after it that begins with a digit.
fn number(first: char, digit: char) -> usize {
    beginning(4, first, digit)
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
