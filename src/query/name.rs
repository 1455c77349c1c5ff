//! Names found loosely, as in the palette: all letters in order, accents and case ignored.
//! It knows no incident; `fuzzy` does.

use super::fold::fold;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// How well a name holds what was typed; `None` if it does not, zero if nothing was typed.
pub fn score(typed: &str, name: &str) -> Option<i64> {
    let (typed, name) = (fold(typed), fold(name));
    let matcher = SkimMatcherV2::default().ignore_case();
    typed.split_whitespace().try_fold(0, |sum, word| Some(sum + matcher.fuzzy_match(&name, word)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_some_of_its_letters_without_accents() {
        assert!(score("resume", "Résumé complet").is_some());
        assert!(score("cmp mrk", "Compare the marked incidents").is_some());
        assert!(score("xyz", "Compare").is_none());
        assert_eq!(score("", "Compare"), Some(0));
    }
}
