//! The words, numbers and signs of a text, with their places, for `spoken`.
//! It does not know what they mean together.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word, a number or a sign, and where it stands.
#[derive(Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Whether nothing is between it and the token before.
    pub glued: bool,
}

/// What a token is.
#[derive(Debug)]
pub enum Kind {
    /// Digits with their marks.
    Number(Numeral),
    /// Letters: as written, and in lower case without accents.
    Word { written: String, folded: String },
    /// Anything else that is no space.
    Sign(char),
}

impl Token {
    /// The folded word; empty for a number or a sign.
    pub fn word(&self) -> &str {
        if let Kind::Word { folded, .. } = &self.kind { folded } else { "" }
    }

    /// The sign; a space for a number or a word.
    pub fn sign(&self) -> char {
        if let Kind::Sign(sign) = self.kind { sign } else { ' ' }
    }
}

/// A number in digits, which may be read in more than one way.
#[derive(Debug, Default)]
pub struct Numeral {
    /// The number if its marks group thousands; `None` if they do not.
    pub whole: Option<u64>,
    /// The digits and how many of them are behind the decimal mark, if there is one.
    pub decimal: Option<(u64, u32)>,
    /// Whether a decimal comma could as well group thousands.
    pub doubtful: bool,
    /// Whether it has nothing but digits.
    pub bare: bool,
}

/// The tokens of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        // an apostrophe parts words as a space does
        if c.is_whitespace() || matches!(c, '\'' | '’') {
            at += c.len_utf8();
            continue;
        }
        let kind = if c.is_ascii_digit() {
            let length = numeral_length(&text[at..]);
            at += length;
            Kind::Number(numeral(&text[start..at]))
        } else if c.is_alphabetic() {
            at += text[at..].find(|c: char| !c.is_alphabetic() && !is_combining_mark(c)).unwrap_or(text.len() - at);
            Kind::Word { written: text[start..at].to_owned(), folded: fold(&text[start..at]) }
        } else {
            at += c.len_utf8();
            Kind::Sign(c)
        };
        let glued = tokens.last().is_some_and(|last: &Token| last.at.end == start);
        tokens.push(Token { kind, at: start..at, glued });
    }
    tokens
}

/// A word in lower case without accents.
pub fn fold(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// How far the digits at the start of a text reach, with what groups them or marks decimals.
fn numeral_length(text: &str) -> usize {
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(0);
    let mut groups = end <= 3;
    loop {
        let Some(mark) = text[end..].chars().next() else { return end };
        let next = end + mark.len_utf8();
        let count = digits(next);
        let continues = match mark {
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '_' | '\'' | '’' => groups && count == 3,
            '.' | ',' => count > 0,
            _ => false,
        };
        if !continues {
            return end;
        }
        groups = count == 3;
        end = next + count;
    }
}

fn numeral(written: &str) -> Numeral {
    let marks: Vec<char> = written.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let parts: Vec<String> =
        written.split(['.', ',']).map(|part| part.chars().filter(char::is_ascii_digit).collect()).collect();
    let bare = written.bytes().all(|b| b.is_ascii_digit());
    let first = parts.first().map_or("", String::as_str);
    // a telephone number, a code
    if first.len() > 1 && first.starts_with('0') {
        return Numeral::default();
    }
    let digits: String = parts.concat();
    let Ok(value) = digits.parse::<u64>() else { return Numeral::default() };
    let Some((&last, before)) = marks.split_last() else {
        return Numeral { whole: Some(value), bare, ..Numeral::default() };
    };
    let spaced = written.contains(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    let thousands = |parts: &[String]| first.len() <= 3 && first != "0" && parts.iter().all(|part| part.len() == 3);
    let tail = parts.last().map_or(0, String::len);
    let inner = parts.get(1..parts.len() - 1).unwrap_or_default();
    let grouped = !spaced && before.iter().all(|mark| *mark == last) && thousands(&parts[1..]);
    let decimal = before.is_empty() || (before.iter().all(|mark| *mark != last) && thousands(inner));
    Numeral {
        whole: grouped.then_some(value),
        decimal: decimal.then_some((value, u32::try_from(tail).unwrap_or(u32::MAX))),
        doubtful: grouped && decimal && last == ',',
        bare,
    }
}
