//! An inverted index: for every token of the texts that words are sought in, the documents that have it and how it stands in
//! them, so that how well each document holds a word as it is is known without a look at any.
//! It guesses nothing; `signature` tells of that.
//!
//! A token is what stands between two spaces. Documents are indexed in segments, each with tokens of its own.

use super::sieve::Sieve;
use crate::query::document::Document;
use crate::query::document::texts::Place;
use crate::query::fuzzy::{BASES, ends_in_word, rank, worth};
use hashbrown::HashMap;
use memchr::memmem::Finder;
use rayon::prelude::*;
use std::sync::Arc;

/// The documents of a segment: as many as a posting can tell apart.
const SEGMENT: usize = 1 << (u16::BITS - STANDING);
/// The bits of a posting that tell how the token stands.
const STANDING: u32 = 4;
/// The ways to stand in a text: inside it, at its start, as all of it.
const WAYS: usize = 3;

/// The tokens of all documents.
#[derive(Debug)]
pub struct Inverted {
    segments: Vec<Segment>,
}

/// How well each document holds a word as it is.
#[derive(Clone, Debug)]
pub struct Held {
    segments: Vec<Box<[u16]>>,
}

#[derive(Debug)]
struct Segment {
    /// The tokens, a space after each.
    tokens: String,
    /// Where each token starts, and its first posting; and where the last ones end.
    starts: Box<[(u32, u32)]>,
    postings: Box<[Posting]>,
    /// How many documents there are.
    documents: usize,
}

/// That a document has a token: its place in the segment, then how the token stands in it where it stands best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Posting(u16);

impl Inverted {
    /// Reads the texts of all documents.
    pub fn new(documents: &[Arc<Document>]) -> Inverted {
        Inverted { segments: documents.par_chunks(SEGMENT).map(Segment::new).collect() }
    }

    /// How well each document holds a folded word as it is; `None` of one with a space, which is in no token.
    pub fn held(&self, folded: &str) -> Option<Held> {
        let is_token = !folded.is_empty() && !folded.contains(' ');
        is_token.then(|| {
            let finder = Finder::new(folded);
            Held { segments: self.segments.par_iter().map(|segment| segment.held(&finder)).collect() }
        })
    }

    /// The documents that alone may hold a folded text as it is: they hold all between its spaces.
    pub fn holding(&self, folded: &str) -> Option<Sieve> {
        folded.split(' ').filter_map(|part| self.held(part)).map(|held| held.sieve()).reduce(|all, part| all.and(&part))
    }
}

impl Held {
    /// How well the document at a place holds it; `None` if it does not.
    pub fn at(&self, place: usize) -> Option<u32> {
        let held = self.segments.get(place / SEGMENT)?.get(place % SEGMENT)?;
        (*held > 0).then_some((*held).into())
    }

    /// The documents that hold it.
    pub fn sieve(&self) -> Sieve {
        Sieve::of_each(self.segments.iter().flatten().map(|held| *held > 0))
    }
}

impl Segment {
    fn new(documents: &[Arc<Document>]) -> Segment {
        let mut known: HashMap<&str, u32> = HashMap::new();
        let mut tokens = String::new();
        let mut begins = Vec::new();
        let mut met: Vec<(u32, Posting)> = Vec::new();
        for (n, document) in documents.iter().enumerate() {
            for (place, text) in document.texts.sought_texts() {
                let mut at = 0;
                for token in text.split(' ') {
                    let way = usize::from(at == 0) + usize::from(token.len() == text.len());
                    at += token.len() + 1;
                    if token.is_empty() {
                        continue;
                    }
                    let number = *known.entry(token).or_insert_with(|| {
                        begins.push(offset(tokens.len()));
                        tokens.push_str(token);
                        tokens.push(' ');
                        offset(begins.len() - 1)
                    });
                    met.push((number, Posting::new(n, place, way)));
                }
            }
        }
        begins.push(offset(tokens.len()));
        // of one document the best comes last
        met.sort_unstable();
        met.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0 && next.1.document() == kept.1.document();
            if is_same {
                *kept = *next;
            }
            is_same
        });
        let mut first = 0;
        let starts = begins.into_iter().enumerate().map(|(number, begin)| {
            first += met[first..].iter().take_while(|(of, _)| *of < offset(number)).count();
            (begin, offset(first))
        });
        let starts = starts.collect();
        tokens.shrink_to_fit();
        let postings = met.into_iter().map(|(_, posting)| posting).collect();
        Segment { tokens, starts, postings, documents: documents.len() }
    }

    /// How well each document holds a word that a finder seeks; zero if it does not.
    fn held(&self, finder: &Finder) -> Box<[u16]> {
        let mut held = vec![0; self.documents];
        let length = finder.needle().len();
        let mut found = finder.find_iter(self.tokens.as_bytes()).peekable();
        let mut token = 0;
        while let Some(&at) = found.peek() {
            token += self.starts[token + 1..].iter().take_while(|(start, _)| *start as usize <= at).count();
            let ((start, first), (next, last)) = (self.starts[token], self.starts[token + 1]);
            let (start, end) = (start as usize, next as usize - 1);
            let mut best = [0; WAYS];
            while let Some(at) = found.next_if(|at| *at < end) {
                let starts = !ends_in_word(&self.tokens[start..at]);
                // inside a word it is worth the least
                if !starts && best[0] > 0 {
                    continue;
                }
                let ends = !self.tokens[at + length..end].starts_with(char::is_alphanumeric);
                let (is_first, is_whole) = (at == start, at == start && at + length == end);
                for (way, best) in best.iter_mut().enumerate() {
                    *best = worth([starts, starts && ends, is_first && way > 0, is_whole && way > 1]).max(*best);
                }
            }
            for posting in &self.postings[first as usize..last as usize] {
                let (rank, way) = posting.standing();
                let held = &mut held[posting.document()];
                *held = (*held).max(BASES[rank] + best[way]);
            }
        }
        held.into()
    }
}

impl Posting {
    fn new(document: usize, place: Place, way: usize) -> Posting {
        let standing = rank(place) * WAYS + way;
        Posting(u16::try_from(document << STANDING | standing).unwrap_or(u16::MAX))
    }

    fn document(self) -> usize {
        usize::from(self.0 >> STANDING)
    }

    /// How the token stands: the rank of the place, then the way in the text; more is better.
    fn standing(self) -> (usize, usize) {
        let standing = usize::from(self.0) & ((1 << STANDING) - 1);
        (standing / WAYS, standing % WAYS)
    }
}

/// A place in the texts of a segment, which are a thousandth of what four bytes can count.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
