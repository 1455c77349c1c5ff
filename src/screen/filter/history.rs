//! What was typed into the filter before: each text once, the newest last.
//! It keeps nothing on the disk; the store does.

/// The most texts that are kept.
pub const MOST: usize = 500;

/// The texts, and where among them the reader is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    texts: Vec<String>,
    /// Which of them is shown, and what was typed before the first was.
    at: Option<(usize, String)>,
}

impl History {
    /// A history of texts, the newest last.
    pub fn of(texts: Vec<String>) -> History {
        let mut history = History::default();
        for text in texts {
            history.keep(&text);
        }
        history
    }

    /// The texts, the newest last.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// Keeps a text as the newest.
    pub fn keep(&mut self, text: &str) {
        self.at = None;
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        self.texts.retain(|known| known != text);
        self.texts.push(text.to_owned());
        let surplus = self.texts.len().saturating_sub(MOST);
        self.texts.drain(..surplus);
    }

    /// The text before the one that is shown, among those that hold what was typed.
    pub fn older(&mut self, typed: &str) -> Option<String> {
        let (from, sought) = match &self.at {
            Some((at, sought)) => (*at, sought.clone()),
            None => (self.texts.len(), typed.to_owned()),
        };
        let at = (0..from).rev().find(|n| self.fits(*n, &sought))?;
        self.at = Some((at, sought));
        self.texts.get(at).cloned()
    }

    /// The text after the one that is shown; after the newest, what was typed.
    pub fn newer(&mut self) -> Option<String> {
        let (at, sought) = self.at.clone()?;
        let next = (at + 1..self.texts.len()).find(|n| self.fits(*n, &sought));
        self.at = next.map(|next| (next, sought.clone()));
        Some(next.and_then(|next| self.texts.get(next).cloned()).unwrap_or(sought))
    }

    /// Whether the reader is among the texts.
    pub fn is_shown(&self) -> bool {
        self.at.is_some()
    }

    /// Ends the look at earlier texts: what is shown is typed on.
    pub fn settle(&mut self) {
        self.at = None;
    }

    fn fits(&self, n: usize, sought: &str) -> bool {
        self.texts.get(n).is_some_and(|text| text.contains(sought) && text != sought)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history() -> History {
        History::of(["year:2024", "kairos", "year:2025"].map(str::to_owned).to_vec())
    }

    #[test]
    fn older_and_newer_lead_there_and_back_to_what_was_typed() {
        let mut history = history();
        let mut told = Vec::new();
        for _ in 0..4 {
            told.push(history.older("").unwrap_or_default());
        }
        assert_eq!(told, ["year:2025", "kairos", "year:2024", ""]);
        assert_eq!([history.newer(), history.newer()], [Some("kairos".to_owned()), Some("year:2025".to_owned())]);
        assert_eq!((history.newer(), history.newer()), (Some(String::new()), None));
    }

    #[test]
    fn what_was_typed_chooses_among_the_texts() {
        let mut history = history();
        assert_eq!(history.older("year"), Some("year:2025".to_owned()));
        assert_eq!(history.older("year:2025"), Some("year:2024".to_owned()));
        assert_eq!(history.older("year:2024"), None);
        history.settle();
        assert_eq!(history.older("zzz"), None);
    }

    #[test]
    fn a_text_is_kept_once_as_the_newest_and_the_oldest_make_room() {
        let mut history = history();
        history.keep("  kairos ");
        history.keep(" ");
        assert_eq!(history.texts(), ["year:2024", "year:2025", "kairos"]);
        let many = History::of((0..MOST + 3).map(|n| n.to_string()).collect());
        assert_eq!((many.texts().len(), many.texts()[0].as_str()), (MOST, "3"));
    }
}
