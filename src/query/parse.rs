//! Reading a query: `france travail (data:nir or data:bank_details) -year:2024 detected..disclosed>30d`.
//! It does not look at incidents; a query that reads well may match none.
//!
//! `-` and `not` bind closest, then a space or `and`, then `or`; brackets come first.

mod value;

use super::field::Field;
use super::mistake::{Fault, Mistake};
use super::term::{Query, Word};
use std::ops::Range;

/// The most terms of a query.
pub const MOST_TERMS: usize = 64;
/// The most brackets and negations in each other.
pub const DEEPEST: usize = 32;
/// The most characters of a word.
pub const LONGEST_WORD: usize = 64;
/// The most characters between quotes.
pub const LONGEST_PHRASE: usize = 256;

/// Reads a query; an empty text is the query that everything matches.
pub fn parse(text: &str) -> Result<Query, Mistake> {
    let mut reader = Reader { chars: text.chars().collect(), at: 0, terms: 0, depth: 0 };
    let query = reader.either()?;
    if reader.peek() == Some(')') {
        return Err(reader.mistake(reader.at..reader.at + 1, Fault::StrayBracket));
    }
    Ok(query)
}

/// A piece of the text and where it stood.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    span: Range<usize>,
    /// Whether it was quoted.
    quoted: bool,
    /// Whether it is the last thing written and may still be typed on.
    open: bool,
}

/// How a field is compared, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Colon,
    Equal,
    Over,
    From,
    Under,
    UpTo,
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    terms: usize,
    depth: usize,
}

impl Reader {
    fn is_done(&self) -> bool {
        self.at >= self.chars.len()
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn peek_at(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn mistake(&self, span: Range<usize>, fault: Fault) -> Mistake {
        let rest = self.chars.get(span.end..).unwrap_or_default();
        let is_at_end = is_unfinished(&fault) && rest.iter().all(|c| c.is_whitespace());
        Mistake { span, fault, nearest: Vec::new(), is_at_end }
    }

    /// Whether this word comes next, on its own.
    fn comes(&self, word: &str) -> Option<Range<usize>> {
        let end = self.at + word.chars().count();
        let same = self.chars.get(self.at..end)?.iter().zip(word.chars()).all(|(a, b)| a.eq_ignore_ascii_case(&b));
        let ends = self.peek_at(end).is_none_or(|c| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')'));
        (same && ends).then_some(self.at..end)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Reader) -> Result<T, Mistake>) -> Result<T, Mistake> {
        if self.depth == DEEPEST {
            return Err(self.mistake(self.at..self.at + 1, Fault::TooDeep(DEEPEST)));
        }
        self.depth += 1;
        let read = read(self)?;
        self.depth -= 1;
        Ok(read)
    }

    /// Reads what stands between `or`s.
    fn either(&mut self) -> Result<Query, Mistake> {
        let mut branches = Vec::new();
        let mut or: Option<Range<usize>> = None;
        loop {
            let branch = self.all()?;
            let next = self.comes("or");
            if branch.is_none()
                && let Some(span) = or.take().or_else(|| next.clone())
            {
                return Err(self.mistake(span, Fault::MissingSide("or")));
            }
            branches.extend(branch);
            let Some(span) = next else { break };
            self.at = span.end;
            or = Some(span);
        }
        Ok(if branches.is_empty() { Query::default() } else { Query::or(branches) })
    }

    /// Reads what stands beside each other or between `and`s; `None` if there is nothing.
    fn all(&mut self) -> Result<Option<Query>, Mistake> {
        let mut parts: Vec<Query> = Vec::new();
        let mut and: Option<Range<usize>> = None;
        loop {
            self.skip_space();
            let ends = self.is_done() || self.peek() == Some(')') || self.comes("or").is_some();
            if ends || self.comes("and").is_some() {
                if let Some(span) = and.take() {
                    return Err(self.mistake(span, Fault::MissingSide("and")));
                }
                if ends {
                    return Ok((!parts.is_empty()).then(|| Query::and(parts)));
                }
                and = self.comes("and");
                let span = and.clone().unwrap_or_default();
                if parts.is_empty() {
                    return Err(self.mistake(span, Fault::MissingSide("and")));
                }
                self.at = span.end;
            } else if let Some(part) = self.part()? {
                parts.push(part);
                and = None;
            }
        }
    }

    /// Reads a term, what stands in brackets, or the negation of either; `None` for what seeks nothing.
    fn part(&mut self) -> Result<Option<Query>, Mistake> {
        let start = self.at;
        if let Some(span) = self.comes("not") {
            self.at = span.end;
            self.skip_space();
            return self.negated(span, "not").map(Some);
        }
        if self.peek() == Some('-') {
            self.at += 1;
            // a dash between two words is no sign
            if self.peek().is_some_and(char::is_whitespace) {
                return Ok(None);
            }
            return self.negated(start..start + 1, "-").map(Some);
        }
        if self.peek() == Some('(') {
            self.at += 1;
            let inside = self.deeper(Reader::either)?;
            if self.peek() != Some(')') {
                return Err(self.mistake(start..self.chars.len(), Fault::OpenBracket));
            }
            self.at += 1;
            return Ok(Some(inside));
        }
        let term = self.term()?;
        if term.is_some() {
            self.terms += 1;
            if self.terms > MOST_TERMS {
                return Err(self.mistake(start..self.at, Fault::TooMany(MOST_TERMS)));
            }
        }
        Ok(term)
    }

    fn negated(&mut self, sign: Range<usize>, word: &'static str) -> Result<Query, Mistake> {
        let nothing = self.is_done() || self.peek() == Some(')');
        let part = if nothing { None } else { self.deeper(Reader::part)? };
        part.map(Query::negated).ok_or_else(|| self.mistake(sign, Fault::MissingSide(word)))
    }

    fn term(&mut self) -> Result<Option<Query>, Mistake> {
        if self.peek().is_some_and(is_quote) {
            return Ok(Word::new(self.quoted()?.text).map(Query::Phrase));
        }
        if let Some((name, operator)) = self.field()? {
            return self.test(&name, operator).map(|test| Some(Query::Test(test)));
        }
        Ok(Word::new(self.bare(&[])?.text).map(Query::Word))
    }

    /// Takes a field's name and its operator, if that is what comes; `https://` is no name.
    fn field(&mut self) -> Result<Option<(Piece, Operator)>, Mistake> {
        let start = self.at;
        let end = self.name_end();
        let name: String = self.chars.get(start..end).unwrap_or_default().iter().collect();
        let mut at = end;
        // spaces may stand before a sign, which can be nothing else there
        while self.peek_at(at).is_some_and(char::is_whitespace) {
            at += 1;
        }
        let signed = matches!(self.peek_at(at), Some('<' | '>' | '='));
        if signed && end == start {
            return Err(self.mistake(at..at + 1, Fault::MissingField));
        }
        let at = if signed && (at == end || Field::of(&name).is_some()) { at } else { end };
        let Some((operator, width)) = self.operator(at) else { return Ok(None) };
        let address = operator == Operator::Colon && [at + 1, at + 2].iter().all(|n| self.peek_at(*n) == Some('/'));
        if end == start || address {
            return Ok(None);
        }
        self.at = at + width;
        Ok(Some((Piece { text: name, span: start..end, quoted: false, open: false }, operator)))
    }

    /// Where a field's name ends that begins here: letters and `_`, once perhaps with `..` between.
    fn name_end(&self) -> usize {
        let run = |from: usize| {
            let is_part = |at: &usize| self.peek_at(*at).is_some_and(|c| c.is_alphabetic() || c == '_');
            (from..self.chars.len()).take_while(is_part).count() + from
        };
        let end = run(self.at);
        let between = end > self.at && self.peek_at(end) == Some('.') && self.peek_at(end + 1) == Some('.');
        let second = if between { run(end + 2) } else { end + 2 };
        if second > end + 2 { second } else { end }
    }

    fn operator(&self, at: usize) -> Option<(Operator, usize)> {
        let equal = self.peek_at(at + 1) == Some('=');
        Some(match (self.peek_at(at)?, equal) {
            (':', _) => (Operator::Colon, 1),
            ('=', _) => (Operator::Equal, 1),
            ('>', true) => (Operator::From, 2),
            ('>', false) => (Operator::Over, 1),
            ('<', true) => (Operator::UpTo, 2),
            ('<', false) => (Operator::Under, 1),
            _ => return None,
        })
    }

    fn bare(&mut self, stops: &[char]) -> Result<Piece, Mistake> {
        let start = self.at;
        let goes_on = |c: char| !c.is_whitespace() && !is_quote(c) && !matches!(c, '(' | ')') && !stops.contains(&c);
        while self.peek().is_some_and(goes_on) {
            self.at += 1;
        }
        self.piece(start..self.at, LONGEST_WORD, false)
    }

    /// Takes what stands between quotes; a quote that stands there twice is meant as one.
    fn quoted(&mut self) -> Result<Piece, Mistake> {
        let open = self.at;
        let mut text = String::new();
        self.at += 1;
        loop {
            let Some(c) = self.peek() else {
                return Err(self.mistake(open..self.at, Fault::OpenQuote));
            };
            self.at += 1;
            if is_quote(c) {
                if self.peek() != Some(c) {
                    break;
                }
                self.at += 1;
            }
            text.push(c);
        }
        let mut piece = self.piece(open + 1..self.at - 1, LONGEST_PHRASE * 2, true)?;
        piece.text = if self.chars[open] == '«' { text.trim().to_owned() } else { text };
        if piece.text.chars().count() > LONGEST_PHRASE {
            return Err(self.mistake(piece.span, Fault::TooLong(LONGEST_PHRASE)));
        }
        Ok(piece)
    }

    fn piece(&self, span: Range<usize>, longest: usize, quoted: bool) -> Result<Piece, Mistake> {
        if span.len() > longest {
            return Err(self.mistake(span, Fault::TooLong(longest)));
        }
        let open = !quoted && self.is_done();
        Ok(Piece { text: self.chars[span.clone()].iter().collect(), span, quoted, open })
    }
}

/// Whether a character opens and closes a quotation, plain or typographic.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Whether a fault at the end of the text may be put right by typing on.
fn is_unfinished(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::MissingSide(_)
            | Fault::MissingField
            | Fault::NoDate(_)
            | Fault::NoLength(_)
            | Fault::NoCount(_)
            | Fault::Backwards
    )
}

#[cfg(test)]
mod tests;
