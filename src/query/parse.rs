//! Reading a query: `france travail data:birth_date year:2024 "very phrase"`.
//! It does not look at incidents; a query that reads well may match none.

use super::field::{Field, Reading, Test, read};
use super::mistake::{Fault, Mistake};
use super::term::{Query, Term, Word};
use crate::record::vocabulary::Vocabulary;
use std::ops::Range;

/// The most terms of a query.
pub const MOST_TERMS: usize = 16;
/// The most characters of a word.
pub const LONGEST_WORD: usize = 64;
/// The most characters between quotes.
pub const LONGEST_PHRASE: usize = 256;

/// Reads a query; an empty text is the query that everything matches.
pub fn parse(text: &str) -> Result<Query, Mistake> {
    let mut reader = Reader { chars: text.chars().collect(), at: 0 };
    let mut terms = Vec::new();
    loop {
        reader.skip_space();
        if reader.is_done() {
            return Ok(Query::of(terms));
        }
        let start = reader.at;
        if let Some(term) = reader.term()? {
            if terms.len() == MOST_TERMS {
                return Err(mistake(start..reader.at, Fault::TooMany(MOST_TERMS)));
            }
            terms.push(term);
        }
    }
}

/// A piece of the text and where it stood.
struct Piece {
    text: String,
    span: Range<usize>,
    /// Whether it is the last thing written and may still be typed on.
    open: bool,
}

struct Reader {
    chars: Vec<char>,
    at: usize,
}

impl Reader {
    fn is_done(&self) -> bool {
        self.at >= self.chars.len()
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn term(&mut self) -> Result<Option<Term>, Mistake> {
        if self.peek().is_some_and(is_quote) {
            return Ok(Word::new(self.quoted()?.text).map(Term::Phrase));
        }
        match self.field_name() {
            Some(name) => self.test(name).map(|test| Some(Term::Test(test))),
            None => Ok(Word::new(self.bare(&[])?.text).map(Term::Word)),
        }
    }

    /// Takes a name and its colon, if that is what comes; `https://` is no name.
    fn field_name(&mut self) -> Option<Piece> {
        let rest = &self.chars[self.at..];
        let length = rest.iter().position(|c| !c.is_alphabetic() && *c != '_')?;
        let is_name = length > 0 && rest[length] == ':' && rest[length + 1..].iter().take(2).ne(&['/', '/']);
        if !is_name {
            return None;
        }
        let span = self.at..self.at + length;
        let text = rest[..length].iter().collect();
        self.at = span.end + 1;
        Some(Piece { text, span, open: false })
    }

    fn test(&mut self, name: Piece) -> Result<Test, Mistake> {
        let Some(field) = Field::of(&name.text) else {
            let nearest = Field::nearest(&name.text);
            return Err(Mistake { span: name.span, fault: Fault::UnknownField(name.text), nearest });
        };
        let start = name.span.start;
        match field {
            Field::Id | Field::Title | Field::Org | Field::Sector | Field::Tag => {
                let value = self.value(field, start, &[])?;
                let missing = mistake(start..self.at, Fault::MissingValue(field.name()));
                Word::new(value.text).map(|part| Test::Part(field, part)).ok_or(missing)
            }
            Field::Country => country(&self.value(field, start, &[])?).map(Test::Country),
            Field::Year => year(&self.value(field, start, &[])?).map(Test::Year),
            Field::Status => choice(field, self.value(field, start, &[])?).map(Test::Status),
            Field::Data => {
                let category = choice(field, self.value(field, start, &['='])?)?;
                if self.peek() != Some('=') {
                    return Ok(Test::Data(category, None));
                }
                self.at += 1;
                Ok(Test::Data(category, Some(choice(field, self.value(field, start, &[])?)?)))
            }
        }
    }

    /// Takes a value, quoted or up to a space or one of `stops`; there must be one.
    fn value(&mut self, field: Field, start: usize, stops: &[char]) -> Result<Piece, Mistake> {
        let piece = if self.peek().is_some_and(is_quote) { self.quoted()? } else { self.bare(stops)? };
        if piece.text.trim().is_empty() {
            return Err(mistake(start..self.at, Fault::MissingValue(field.name())));
        }
        Ok(piece)
    }

    fn bare(&mut self, stops: &[char]) -> Result<Piece, Mistake> {
        let start = self.at;
        while self.peek().is_some_and(|c| !c.is_whitespace() && !is_quote(c) && !stops.contains(&c)) {
            self.at += 1;
        }
        self.piece(start..self.at, LONGEST_WORD, self.is_done())
    }

    fn quoted(&mut self) -> Result<Piece, Mistake> {
        let open = self.at;
        self.at += 1;
        while self.peek().is_some_and(|c| !is_quote(c)) {
            self.at += 1;
        }
        if self.is_done() {
            return Err(mistake(open..self.at, Fault::OpenQuote));
        }
        self.at += 1;
        let mut piece = self.piece(open + 1..self.at - 1, LONGEST_PHRASE, false)?;
        if self.chars[open] == '«' {
            piece.text = piece.text.trim().to_owned();
        }
        Ok(piece)
    }

    fn piece(&self, span: Range<usize>, longest: usize, open: bool) -> Result<Piece, Mistake> {
        if span.len() > longest {
            return Err(mistake(span, Fault::TooLong(longest)));
        }
        Ok(Piece { text: self.chars[span.clone()].iter().collect(), span, open })
    }
}

/// Whether a character opens and closes a quotation, plain or typographic.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn mistake(span: Range<usize>, fault: Fault) -> Mistake {
    Mistake { span, fault, nearest: Vec::new() }
}

fn country(value: &Piece) -> Result<String, Mistake> {
    let letters = value.text.chars().all(|c| c.is_ascii_alphabetic());
    match value.text.len() {
        2 if letters => Ok(value.text.to_ascii_uppercase()),
        1 if letters && value.open => Err(partial(Field::Country, value, Vec::new())),
        _ => Err(mistake(value.span.clone(), Fault::NoCountry)),
    }
}

fn year(value: &Piece) -> Result<i32, Mistake> {
    let digits = value.text.bytes().all(|b| b.is_ascii_digit());
    match (value.text.len(), value.text.parse()) {
        (4, Ok(year)) if digits && year > 0 => Ok(year),
        (1..=3, _) if digits && value.open => Err(partial(Field::Year, value, Vec::new())),
        _ => Err(mistake(value.span.clone(), Fault::NoYear)),
    }
}

fn choice<V: Vocabulary>(field: Field, value: Piece) -> Result<V, Mistake> {
    match read(&value.text) {
        Reading::Whole(one) => Ok(one),
        Reading::Begun(begun) if value.open => Err(partial(field, &value, begun)),
        Reading::Begun(nearest) | Reading::Unknown(nearest) => {
            Err(Mistake { span: value.span, fault: Fault::UnknownValue(field.name(), value.text), nearest })
        }
    }
}

fn partial(field: Field, value: &Piece, nearest: Vec<String>) -> Mistake {
    Mistake { span: value.span.clone(), fault: Fault::PartialValue(field.name(), value.text.clone()), nearest }
}

#[cfg(test)]
mod tests;
