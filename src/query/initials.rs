//! Abbreviations: a word that is put together of the beginnings of words, as `aphp`, `cnfpt`, `frtrav`.
//! It does not judge other ways in which letters may be left out; `fuzzy` does.

/// The letters of a word that an abbreviation may pass over: of, de, la, des.
pub const PASSED_OVER: usize = 3;

/// Where the letters of an abbreviation stand in a text, in characters; `None` if the text does not begin its words so.
pub fn find(word: &str, text: &str) -> Option<Vec<usize>> {
    let text: Vec<char> = text.chars().collect();
    let letters: Vec<char> = word.chars().collect();
    if letters.is_empty() {
        return None;
    }
    let words = words(&text);
    let mut search = Search { dead: vec![false; letters.len() * words.len()], letters, text, words };
    let mut places = Vec::new();
    (0..search.words.len()).any(|first| search.go_on(0, first, &mut places)).then(|| {
        places.reverse();
        places
    })
}

/// The letters of a word, made ready to tell fast of most texts that it is no abbreviation of them.
pub struct Initials {
    /// The places in the word, as bits, of each letter of ASCII; of all others together.
    places: Box<[u64; 129]>,
    length: usize,
}

impl Initials {
    /// Prepares a word.
    pub fn new(word: &str) -> Initials {
        let mut places = Box::new([0; 129]);
        for (n, letter) in word.chars().enumerate().take(64) {
            places[slot(letter)] |= 1 << n;
        }
        Initials { places, length: word.chars().count() }
    }

    /// Whether each letter may stand at the start of a word of the text, or beside the letter before it.
    pub fn may_stand_in(&self, text: &str) -> bool {
        if self.length >= 64 {
            return true;
        }
        // bit n: so many letters are found, up to here, or up to anywhere before
        let (mut here, mut before) = (0_u64, 1_u64);
        let mut inside = false;
        for c in text.chars() {
            let starts = !std::mem::replace(&mut inside, c.is_alphanumeric());
            let from = if starts { before } else { here };
            here = (from & self.places[slot(c)]) << 1;
            before |= here;
        }
        before & (1 << self.length) != 0
    }
}

fn slot(letter: char) -> usize {
    usize::try_from(u32::from(letter)).map_or(128, |code| code.min(128))
}

struct Search {
    letters: Vec<char>,
    text: Vec<char>,
    /// Start and end of each word of the text.
    words: Vec<(usize, usize)>,
    /// Which letters are known not to go on from which word.
    dead: Vec<bool>,
}

impl Search {
    /// Whether the letters from `n` on begin this word and those after it; gathers their places, the last first.
    fn go_on(&mut self, n: usize, word: usize, places: &mut Vec<usize>) -> bool {
        let mark = n * self.words.len() + word;
        let Some(&(start, end)) = self.words.get(word).filter(|_| !self.dead[mark]) else { return false };
        let alike = self.letters[n..].iter().zip(&self.text[start..end]).take_while(|(a, b)| a == b).count();
        for taken in (1..=alike).rev() {
            if n + taken == self.letters.len() || self.go_on_after(n + taken, word, places) {
                places.extend((start..start + taken).rev());
                return true;
            }
        }
        self.dead[mark] = true;
        false
    }

    fn go_on_after(&mut self, n: usize, word: usize, places: &mut Vec<usize>) -> bool {
        for next in word + 1..self.words.len() {
            if self.go_on(n, next, places) {
                return true;
            }
            let (start, end) = self.words[next];
            if end - start > PASSED_OVER {
                return false;
            }
        }
        false
    }
}

/// Where each word of a text, a run of letters and digits, starts and ends.
pub fn words(text: &[char]) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut inside = false;
    for (n, c) in text.iter().enumerate() {
        match (inside, c.is_alphanumeric()) {
            (false, true) => words.push((n, n + 1)),
            (true, true) => {
                if let Some(last) = words.last_mut() {
                    last.1 = n + 1;
                }
            }
            _ => {}
        }
        inside = c.is_alphanumeric();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_may_not_stand_in_a_text_is_never_found_in_it(word in "[a-dé]{1,6}", text in "[a-dé' -]{0,40}") {
            proptest::prop_assert!(Initials::new(&word).may_stand_in(&text) || find(&word, &text).is_none());
        }
    }

    #[test]
    fn only_short_words_are_passed_over() {
        assert_eq!(find("cdc", "caisse des depots et des consignations"), Some(vec![0, 11, 25]));
        assert_eq!(find("cdc", "centre hospitalier de haute-comte"), None);
        assert_eq!(find("aphp", "assistance publique - hopitaux de paris"), Some(vec![0, 11, 22, 34]));
    }

    #[test]
    fn each_run_begins_a_word() {
        assert_eq!(find("frtrav", "france travail"), Some(vec![0, 1, 7, 8, 9, 10]));
        assert_eq!(find("frvail", "france travail"), None);
        assert_eq!(find("", "france"), None);
    }

    #[test]
    fn a_shorter_beginning_is_tried_where_the_longest_leads_nowhere() {
        assert_eq!(find("abc", "ab bc"), Some(vec![0, 3, 4]));
    }

    #[test]
    fn a_text_of_like_words_takes_no_time() {
        assert_eq!(find(&("a".repeat(63) + "b"), &"aa ".repeat(27)), None);
    }
}
