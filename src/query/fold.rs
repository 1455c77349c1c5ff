//! Folding: a text without accents, case and typographic niceties, and the way back to the letters it came from.
//! It finds nothing; `fuzzy` searches in folded texts.

use crate::text::is_hostile;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A folded text that knows from which character of the original each of its own came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    origins: Vec<usize>,
}

impl Folded {
    /// Folds a text.
    pub fn new(original: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(original.len()), origins: Vec::new() };
        for (n, c) in original.chars().enumerate() {
            push_folded(c, &mut |plain| {
                folded.text.push(plain);
                folded.origins.push(n);
            });
        }
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place in the original of the character from which the `n`th folded character came.
    pub fn origin(&self, n: usize) -> usize {
        self.origins.get(n).copied().unwrap_or(n)
    }
}

/// Folds a text: no accents, lower case, `œ` as `oe`, plain quotes, dashes and spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Folds a text onto the end of another.
pub fn fold_into(text: &str, folded: &mut String) {
    let mut rest = text;
    loop {
        // most of most texts is plain, and a run of it is faster than its letters
        let plain = rest.bytes().take_while(|byte| byte.is_ascii() && !byte.is_ascii_control()).count();
        let (run, other) = rest.split_at(plain);
        let start = folded.len();
        folded.push_str(run);
        folded.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
        let mut others = other.chars();
        let Some(c) = others.next() else { return };
        match LATIN.get(c as usize) {
            Some(known) => folded.push_str(known),
            None => push_folded(c, &mut |c| folded.push(c)),
        }
        rest = others.as_str();
    }
}

/// What each character of the first blocks, which have the letters of most languages of Europe, is folded to.
static LATIN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folded = |c: char| {
        let mut folded = String::new();
        push_folded(c, &mut |c| folded.push(c));
        folded
    };
    ('\0'..'\u{250}').map(folded).collect()
});

/// A set of the characters of a folded text, one bit each for `a`–`z` and `0`–`9`, the others sharing the rest:
/// a text that lacks a bit of a word's set cannot hold the word.
pub fn letters(folded: &str) -> u64 {
    folded.chars().fold(0, |set, c| set | 1 << slot(c))
}

fn slot(c: char) -> u32 {
    match c {
        'a'..='z' => c as u32 - 'a' as u32,
        '0'..='9' => 26 + c as u32 - '0' as u32,
        _ => 36 + c as u32 % 28,
    }
}

fn push_folded(c: char, push: &mut impl FnMut(char)) {
    if c.is_ascii() && !c.is_ascii_control() {
        push(c.to_ascii_lowercase());
        return;
    }
    // only the marks of Latin, Greek and Cyrillic are accents; in other scripts a mark can be a vowel
    for part in std::iter::once(c).nfd().filter(|part| !matches!(part, '\u{300}'..='\u{36f}')) {
        for lower in part.to_lowercase().filter(|lower| !matches!(lower, '\u{300}'..='\u{36f}')) {
            match plain(lower) {
                Some(plain) => plain.chars().for_each(&mut *push),
                None => push(lower),
            }
        }
    }
}

/// What a character is written as on a plain keyboard; `None` if it is left as it is.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        'ſ' => "s",
        'ς' => "σ",
        '…' => "...",
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '«' | '»' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        '\n' | '\r' | '\t' => " ",
        // as readers see it
        c if is_hostile(c) => "\u{fffd}",
        c if c.is_whitespace() => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_case_and_typography_are_folded_away() {
        assert_eq!(fold("Hôpital de BÉZIERS"), "hopital de beziers");
        assert_eq!(fold("Cœur — l’« Œuvre »\u{a0}!"), "coeur - l'\" oeuvre \" !");
        assert_eq!(fold("Straße Ærø Łódź"), "strasse aero lodz");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(fold("co\u{ad}de\n"), "code ");
    }

    #[test]
    fn each_folded_letter_knows_where_it_came_from() {
        let folded = Folded::new("Sœur e\u{301}té");
        assert_eq!(folded.text(), "soeur ete");
        let origins: Vec<usize> = (0..9).map(|n| folded.origin(n)).collect();
        assert_eq!(origins, [0, 1, 1, 2, 3, 4, 5, 7, 8]);
        assert_eq!(Folded::new("Été").origin(2), 2);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_text_is_folded_as_its_letters_are(text in "[ -~]{0,9}[\\x00-\u{260}’œ]{0,9}.{0,20}") {
            let letters = Folded::new(&text);
            prop_assert_eq!(fold(&text), letters.text());
        }

        #[test]
        fn case_and_accents_never_matter(text in "[a-zA-ZÀ-ÖØ-öø-ÿœŒ0-9 '’-]{0,40}") {
            let bare: String = text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect();
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
            prop_assert_eq!(fold(&bare), fold(&text));
        }

        #[test]
        fn every_origin_is_a_letter_of_the_original(text in any::<String>()) {
            let folded = Folded::new(&text);
            let length = text.chars().count();
            let mut last = 0;
            for n in 0..folded.text().chars().count() {
                let origin = folded.origin(n);
                prop_assert!(origin < length && origin >= last);
                last = origin;
            }
        }
    }
}
