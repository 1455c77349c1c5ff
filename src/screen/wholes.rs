//! Which incidents are kept whole of a library that is too large for that: those last looked at, so many and no more.
//! It holds their ids; the incidents stand with their entries.

use std::collections::{HashSet, VecDeque};

/// The most that are kept: more than are ever seen at once.
const MOST: usize = 256;

/// What is asked for, kept and missing.
#[derive(Clone, Debug, Default)]
pub struct Wholes {
    /// How often the library was replaced by another.
    pub edition: u64,
    /// Those that are being fetched.
    asked: HashSet<String>,
    /// Those that are kept, the longest first.
    kept: VecDeque<String>,
    /// Those whose file is gone, or broken by now.
    missing: HashSet<String>,
}

impl Wholes {
    /// Another library comes in place of this one, of which some are kept still.
    pub fn renew(&mut self, is_kept: impl Fn(&str) -> bool) {
        let mut kept = std::mem::take(&mut self.kept);
        kept.retain(|id| is_kept(id));
        *self = Wholes { edition: self.edition + 1, kept, ..Wholes::default() };
    }

    /// Whether an incident is to be fetched; from then on it is asked for.
    pub fn ask(&mut self, id: &str) -> bool {
        !self.missing.contains(id) && self.asked.insert(id.to_owned())
    }

    /// Keeps one that came, or knows that it cannot; the one that is to be forgotten for it.
    pub fn keep(&mut self, id: &str, came: bool) -> Option<String> {
        self.asked.remove(id);
        if !came {
            self.missing.insert(id.to_owned());
            return None;
        }
        self.kept.push_back(id.to_owned());
        if self.kept.len() > MOST { self.kept.pop_front() } else { None }
    }

    /// Whether an incident's file is gone, or broken by now.
    pub fn is_missing(&self, id: &str) -> bool {
        self.missing.contains(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_asked_for_once_and_the_longest_kept_is_forgotten_first() {
        let mut wholes = Wholes::default();
        assert!(wholes.ask("a") && !wholes.ask("a"));
        assert_eq!(wholes.keep("a", true), None);
        assert!(wholes.ask("b"));
        assert_eq!(wholes.keep("b", false), None);
        assert!(!wholes.ask("b") && wholes.is_missing("b"));
        let forgotten: Vec<String> = (0..=MOST).filter_map(|n| wholes.keep(&n.to_string(), true)).collect();
        assert_eq!(forgotten, ["a", "0"]);
        assert!(wholes.ask("a"));
    }
}
