//! Names found by some of their letters, as in the palette: accents and case are ignored.
//! It knows no incident; `fuzzy` does.

use super::document::texts::words;
use super::fold::fold;
use super::initials;

/// How a name holds a word, the better the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// One of its words, or the beginnings of several, have its letters in their order.
    Letters,
    /// It stands within a word of the name.
    Within,
    /// It begins a word of the name.
    Begins,
    /// It begins the name.
    First,
}

/// How a name holds what was typed, which is that of the word it holds least well; `None` if it does not hold them all.
pub fn likeness(typed: &str, name: &str) -> Option<Likeness> {
    let (typed, name) = (fold(typed), fold(name));
    typed.split_whitespace().try_fold(Likeness::First, |least, word| Some(least.min(of_word(word, &name)?)))
}

fn of_word(word: &str, name: &str) -> Option<Likeness> {
    if name.starts_with(word) {
        return Some(Likeness::First);
    }
    let begins = |(at, _)| !name.get(..at).is_some_and(|before: &str| before.ends_with(char::is_alphanumeric));
    if name.match_indices(word).any(begins) {
        return Some(Likeness::Begins);
    }
    // a letter or two stand within almost any name
    word.chars().nth(2)?;
    if name.contains(word) {
        return Some(Likeness::Within);
    }
    let is_left_of = |known: &str| known.chars().next() == word.chars().next() && holds_in_order(known, word);
    (words(name).any(is_left_of) || initials::find(word, name).is_some()).then_some(Likeness::Letters)
}

fn holds_in_order(text: &str, word: &str) -> bool {
    let mut letters = text.chars();
    word.chars().all(|letter| letters.any(|known| known == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_some_of_its_letters_without_accents() {
        assert_eq!(likeness("resume", "Résumé complet"), Some(Likeness::First));
        assert_eq!(likeness("cmp mrk", "Compare the marked incidents"), Some(Likeness::Letters));
        assert_eq!(likeness("dtd", "detected..disclosed"), Some(Likeness::Letters));
        assert_eq!(likeness("xyz", "Compare"), None);
        assert_eq!(likeness("", "Compare"), Some(Likeness::First));
    }

    #[test]
    fn a_word_is_held_best_where_it_begins_and_not_by_letters_scattered_over_several_words() {
        let of = |name: &str| likeness("tri", name);
        assert_eq!(of("Trier"), Some(Likeness::First));
        assert_eq!(of("Ordre de tri"), Some(Likeness::Begins));
        assert_eq!(of("Matrices"), Some(Likeness::Within));
        assert_eq!(of("Open what the cursor is on"), None);
        assert_eq!(of("To the previous pane"), None);
        assert_eq!((likeness("s", "Zones"), likeness("s", "By status")), (None, Some(Likeness::Begins)));
    }
}
