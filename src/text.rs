//! The catalogue: every text a user sees, in English and French.
//! It knows no record, no screen and no disk; who shows a text asks for it by name and language.

pub mod cli;
pub mod completeness;
pub mod csv;
pub mod edit;
pub mod export;
pub mod field;
pub mod finding;
pub mod form;
pub mod import;
pub mod manual;
pub mod page;
pub mod query;
pub mod report;
pub mod screen;
pub mod skeleton;
pub mod term;
pub mod timeline;
pub mod unit;
pub mod view;
pub mod wait;
pub mod worksheet;

use std::fmt::{Display, Write as _};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The language's code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// Reads a code or a locale such as `fr_FR.UTF-8`; `None` for a language that the catalogue lacks.
    pub fn parse(text: &str) -> Option<Lang> {
        let code = text.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The other language.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        }
    }
}

/// One text of the catalogue; `{0}`, `{1}`, … stand for what is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The English text.
    pub en: &'static str,
    /// The French text.
    pub fr: &'static str,
}

/// Makes a phrase of an English and a French text.
pub const fn phrase(en: &'static str, fr: &'static str) -> Phrase {
    Phrase { en, fr }
}

impl Phrase {
    /// The text in one language.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }

    /// The text with its places filled, `{0}` by the first value.
    pub fn fill(self, lang: Lang, values: &[&dyn Display]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(lang);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let place = after.split_once('}').and_then(|(n, tail)| Some((values.get(n.parse::<usize>().ok()?)?, tail)));
            if let Some((value, tail)) = place {
                // writing to a string cannot fail
                let _ = write!(filled, "{value}");
                rest = tail;
            } else {
                filled.push('{');
                rest = after;
            }
        }
        filled.push_str(rest);
        filled
    }
}

/// A phrase with one form for one and another for many; `{0}` is the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural {
    /// For one (in French also for none).
    pub one: Phrase,
    /// For every other number.
    pub many: Phrase,
}

/// Makes a plural of English one, many and French one, many.
pub const fn plural(one: Phrase, many: Phrase) -> Plural {
    Plural { one, many }
}

impl Plural {
    /// The form for a number, the number grouped as the language does.
    pub fn of(self, lang: Lang, n: u64) -> String {
        self.around(lang, n, &number(lang, n))
    }

    /// The form for a number, around another text than the number alone, such as a range that ends with it.
    pub fn around(self, lang: Lang, n: u64, shown: &dyn Display) -> String {
        let single = n == 1 || (n == 0 && lang == Lang::Fr);
        let form = if single { self.one } else { self.many };
        form.fill(lang, &[shown])
    }
}

/// A whole number with its thousands grouped: `36,820,828` in English, `36 820 828` in French (no-break thin spaces).
pub fn number(lang: Lang, n: u64) -> String {
    let digits = n.to_string();
    let mark = match lang {
        Lang::En => ',',
        Lang::Fr => '\u{202f}',
    };
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

/// A text fit for a terminal: control characters, terminal escapes and marks that reorder or hide text become `�`,
/// line breaks and tabs become spaces.
pub fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' => Some(' '),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
            c if is_hostile(c) => Some('\u{fffd}'),
            c => Some(c),
        })
        .collect()
}

/// Whether a character must not reach a terminal as it is: controls, bidirectional overrides, invisible marks, tags.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        assert_eq!(number(Lang::En, 36_820_828), "36,820,828");
        assert_eq!(number(Lang::Fr, 340_000), "340\u{202f}000");
        assert_eq!(number(Lang::En, 7), "7");
    }

    #[test]
    fn a_phrase_is_filled_by_position_and_keeps_what_it_cannot_fill() {
        let p = phrase("{1} of {0} {9} {", "{0}");
        assert_eq!(p.fill(Lang::En, &[&"b", &"a"]), "a of b {9} {");
    }

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Lang::parse("fr_FR.UTF-8"), Some(Lang::Fr));
        assert_eq!(Lang::parse("EN"), Some(Lang::En));
        assert_eq!(Lang::parse("C"), None);
    }

    #[test]
    fn cleaned_text_holds_no_escape_and_no_override() {
        assert_eq!(clean("a\u{1b}[31mb\nc\u{202e}d\u{9b}"), "a\u{fffd}[31mb c\u{fffd}d\u{fffd}");
    }
}
