//! The order of a list: by what, and which way.
//! It does not rank matches; `fuzzy` does, and this order decides between equals.

use super::document::{Document, Headline};
use crate::text::{Lang, Phrase, query as phrases};
use std::cmp::Ordering;

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Key {
    /// The earliest milestone.
    #[default]
    Date,
    /// The title in the reader's language.
    Title,
    /// The organisation's name in the reader's language.
    Organisation,
    /// The headline count, persons before other units.
    Affected,
    /// The status, in the order of its vocabulary.
    Status,
    /// The id.
    Id,
}

/// Which way a list runs; what is unknown comes last in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Earliest, least, first in the alphabet first.
    Ascending,
    /// Latest, most, last in the alphabet first.
    Descending,
}

/// What a list is sorted by, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Order {
    /// By what.
    pub key: Key,
    /// Which way.
    pub direction: Direction,
}

impl Default for Order {
    /// The newest first.
    fn default() -> Order {
        Key::default().natural()
    }
}

impl Key {
    /// All keys, in the order in which they are offered.
    pub const ALL: [Key; 6] = [Key::Date, Key::Title, Key::Organisation, Key::Affected, Key::Status, Key::Id];

    /// Its name in arguments.
    pub fn id(self) -> &'static str {
        match self {
            Key::Date => "date",
            Key::Title => "title",
            Key::Organisation => "organisation",
            Key::Affected => "affected",
            Key::Status => "status",
            Key::Id => "id",
        }
    }

    /// The key of a name.
    pub fn of(id: &str) -> Option<Key> {
        Key::ALL.into_iter().find(|key| key.id() == id)
    }

    /// The label that a reader sees.
    pub fn label(self) -> Phrase {
        match self {
            Key::Date => phrases::BY_DATE,
            Key::Title => phrases::BY_TITLE,
            Key::Organisation => phrases::BY_ORGANISATION,
            Key::Affected => phrases::BY_AFFECTED,
            Key::Status => phrases::BY_STATUS,
            Key::Id => phrases::BY_ID,
        }
    }

    /// The key with the direction that a reader expects of it: dates and figures from the top.
    pub fn natural(self) -> Order {
        let direction = match self {
            Key::Date | Key::Affected => Direction::Descending,
            Key::Title | Key::Organisation | Key::Status | Key::Id => Direction::Ascending,
        };
        Order { key: self, direction }
    }

    /// The key after this one, around.
    pub fn next(self) -> Key {
        let at = Key::ALL.iter().position(|key| *key == self).unwrap_or(0);
        Key::ALL[(at + 1) % Key::ALL.len()]
    }
}

impl Direction {
    /// The other way.
    pub fn reversed(self) -> Direction {
        match self {
            Direction::Ascending => Direction::Descending,
            Direction::Descending => Direction::Ascending,
        }
    }

    fn apply(self, ordering: Ordering) -> Ordering {
        match self {
            Direction::Ascending => ordering,
            Direction::Descending => ordering.reverse(),
        }
    }
}

impl Order {
    /// How two incidents stand to each other.
    pub fn compare(self, a: &Document, b: &Document, lang: Lang) -> Ordering {
        let date = |document: &Document| (!document.date.is_unknown()).then(|| document.date.sort_key());
        match self.key {
            Key::Date => self.known(date(a), date(b)),
            Key::Title => self.known(Some(a.folded_title(lang)), Some(b.folded_title(lang))),
            Key::Organisation => self.known(Some(a.folded_organisation(lang)), Some(b.folded_organisation(lang))),
            Key::Affected => self.affected(a.headline, b.headline),
            Key::Status => self.known(a.status, b.status),
            Key::Id => self.known(Some(&a.id), Some(&b.id)),
        }
    }

    fn known<T: Ord>(self, a: Option<T>, b: Option<T>) -> Ordering {
        match (a, b) {
            (Some(a), Some(b)) => self.direction.apply(a.cmp(&b)),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    }

    /// By unit first, since unlike units are not comparable.
    fn affected(self, a: Option<Headline>, b: Option<Headline>) -> Ordering {
        let by_unit = a.zip(b).map_or(Ordering::Equal, |(a, b)| a.unit.cmp(&b.unit));
        by_unit.then_with(|| self.known(a.map(|a| a.count.order()), b.map(|b| b.count.order())))
    }
}

/// Sorts places in a list of documents; equals stay as they were.
pub fn sort(places: &mut [usize], documents: &[Document], order: Order, lang: Lang) {
    places.sort_by(|a, b| match (documents.get(*a), documents.get(*b)) {
        (Some(a), Some(b)) => order.compare(a, b, lang),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str, rest: &str) -> Document {
        let yaml = format!("id: {id}\n{rest}");
        Document::new(&serde_yaml::from_str(&yaml).expect("a record"))
    }

    fn titled(id: &str, title: &str, date: &str) -> Document {
        let timeline = format!("[{{ date: \"{date}\", kind: detected }}]");
        document(id, &format!("title: {title}\norganisation: {{ name: {title} }}\ntimeline: {timeline}"))
    }

    fn counted(id: &str, affected: &str) -> Document {
        document(
            id,
            &format!(
                "title: A\norganisation: {{ name: B }}\ntimeline: [{{ date: 2024, kind: detected }}]\naffected: {affected}"
            ),
        )
    }

    fn sorted(documents: &[Document], key: Key, direction: Direction) -> Vec<&str> {
        let mut places: Vec<usize> = (0..documents.len()).collect();
        sort(&mut places, documents, Order { key, direction }, Lang::En);
        places.into_iter().map(|n| &*documents[n].id).collect()
    }

    #[test]
    fn an_unknown_date_comes_last_both_ways() {
        let entries = [
            titled("none", "A", "unknown"),
            titled("old", "B", "2023"),
            titled("new", "C", "2025"),
            titled("mid", "D", "../2024"),
        ];
        assert_eq!(sorted(&entries, Key::Date, Direction::Ascending), ["old", "mid", "new", "none"]);
        assert_eq!(sorted(&entries, Key::Date, Direction::Descending), ["new", "mid", "old", "none"]);
    }

    #[test]
    fn accents_and_case_do_not_matter_to_the_order_of_titles() {
        let entries = [titled("z", "Zénith", "2024"), titled("e", "Électro", "2024"), titled("d", "dax", "2024")];
        assert_eq!(sorted(&entries, Key::Title, Direction::Ascending), ["d", "e", "z"]);
    }

    #[test]
    fn equals_stay_in_their_order_both_ways() {
        let entries = [titled("b", "A", "2024"), titled("a", "A", "2024"), titled("c", "A", "2024")];
        for direction in [Direction::Ascending, Direction::Descending] {
            assert_eq!(sorted(&entries, Key::Date, direction), ["b", "a", "c"]);
        }
    }

    #[test]
    fn unlike_units_are_not_compared_and_no_figure_comes_last() {
        let entries = [
            counted("none", "[]"),
            counted("accounts", "[{ count: 9000000, unit: accounts }]"),
            counted("few", "[{ count: 12, unit: persons }]"),
            counted("many", "[{ count: { max: 500 }, unit: persons }]"),
        ];
        assert_eq!(sorted(&entries, Key::Affected, Direction::Descending), ["many", "few", "accounts", "none"]);
        assert_eq!(sorted(&entries, Key::Affected, Direction::Ascending), ["few", "many", "accounts", "none"]);
    }

    #[test]
    fn every_key_has_a_name_that_finds_it_and_leads_around() {
        for key in Key::ALL {
            assert_eq!(Key::of(key.id()), Some(key));
        }
        assert_eq!(Key::ALL.into_iter().fold(Key::Date, |key, _| key.next()), Key::Date);
    }
}
