//! The order of a list: by what, and which way; what is unknown comes last both ways.
//! It does not rank matches; `search` does, and this order decides between equals.

use super::document::{Document, Headline};
use super::field::Field;
use crate::record::clock::Verdict;
use crate::record::finding::nearest;
use crate::record::gap::GAPS;
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::record::{Gap, Interval};
use crate::text::{Lang, query as phrases};
use chrono::{DateTime, TimeDelta, Utc};
use rayon::prelude::*;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

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
    /// The sector.
    Sector,
    /// The country.
    Country,
    /// What the clock of GDPR art. 33 says, what is later first.
    Clock,
    /// How many data categories may have got out.
    Data,
    /// How many measures are told.
    Measures,
    /// How many claims stand.
    Claims,
    /// How many sources there are.
    Sources,
    /// How many of the things asked for by GDPR art. 33 and 34 are stated.
    Completeness,
    /// The id.
    Id,
    /// The milestone of an event kind.
    Event(EventKind),
    /// A gap: by the least that it may be, else by the most.
    Gap(EventKind, EventKind),
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

/// What an incident is sorted by, taken out of it: a comparison that goes to two of them each time waits for memory.
enum By<'d> {
    Date(Option<(DateTime<Utc>, DateTime<Utc>)>),
    Text(Option<&'d str>),
    Number(Option<u64>),
    Length(Option<(TimeDelta, TimeDelta)>),
    Affected(Option<Headline>),
}

impl Default for Order {
    /// The newest first.
    fn default() -> Order {
        Key::default().natural()
    }
}

impl Key {
    /// All keys but milestones and gaps, in the order in which they are offered.
    pub const ALL: [Key; 14] = [
        Key::Date,
        Key::Title,
        Key::Organisation,
        Key::Affected,
        Key::Status,
        Key::Sector,
        Key::Country,
        Key::Clock,
        Key::Data,
        Key::Measures,
        Key::Claims,
        Key::Sources,
        Key::Completeness,
        Key::Id,
    ];

    /// The key of a name: one of its own, an event kind, or a gap such as `detected..disclosed`.
    pub fn of(name: &str) -> Option<Key> {
        Key::ALL.into_iter().find(|key| key.to_string() == name).or_else(|| match Field::of(name)? {
            Field::Event(kind) => Some(Key::Event(kind)),
            Field::Gap(from, to) => Some(Key::Gap(from, to)),
            Field::Org => Some(Key::Organisation),
            // a field may have the name of an event kind
            _ => EventKind::of(name).map(Key::Event),
        })
    }

    /// All keys that are offered: those of `ALL`, the gaps that are told of every incident, and each milestone.
    pub fn all() -> impl Iterator<Item = Key> {
        let gaps = GAPS.iter().flat_map(|gap| gap.from.iter().map(|from| Key::Gap(*from, gap.to)));
        Key::ALL.into_iter().chain(gaps).chain(EventKind::all().iter().map(|kind| Key::Event(*kind)))
    }

    /// The names that come nearest to one that is none.
    pub fn nearest(name: &str) -> Vec<String> {
        let known: Vec<String> = Key::all().map(|key| key.to_string()).collect();
        nearest(name, known.iter().map(String::as_str))
    }

    /// The label that a reader sees.
    pub fn label(self, lang: Lang) -> String {
        let phrase = match self {
            Key::Date => phrases::BY_DATE,
            Key::Title => phrases::BY_TITLE,
            Key::Organisation => phrases::BY_ORGANISATION,
            Key::Affected => phrases::BY_AFFECTED,
            Key::Status => phrases::BY_STATUS,
            Key::Sector => phrases::BY_SECTOR,
            Key::Country => phrases::BY_COUNTRY,
            Key::Clock => phrases::BY_CLOCK,
            Key::Data => phrases::BY_DATA,
            Key::Measures => phrases::BY_MEASURES,
            Key::Claims => phrases::BY_CLAIMS,
            Key::Sources => phrases::BY_SOURCES,
            Key::Completeness => phrases::BY_COMPLETENESS,
            Key::Id => phrases::BY_ID,
            Key::Event(kind) => kind.label(),
            Key::Gap(from, to) => {
                return phrases::FACET_GAP.fill(lang, &[&from.label().get(lang), &to.label().get(lang)]);
            }
        };
        phrase.get(lang).to_owned()
    }

    /// The key with the direction that a reader expects of it: dates, durations and figures from the top.
    pub fn natural(self) -> Order {
        let direction = match self {
            Key::Title | Key::Organisation | Key::Status | Key::Sector | Key::Country | Key::Clock | Key::Id => {
                Direction::Ascending
            }
            _ => Direction::Descending,
        };
        Order { key: self, direction }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Key::Date => "date",
            Key::Title => "title",
            Key::Organisation => "organisation",
            Key::Affected => "affected",
            Key::Status => "status",
            Key::Sector => "sector",
            Key::Country => "country",
            Key::Clock => "clock",
            Key::Data => "data",
            Key::Measures => "measures",
            Key::Claims => "claims",
            Key::Sources => "sources",
            Key::Completeness => "completeness",
            Key::Id => "id",
            Key::Event(kind) => kind.id(),
            Key::Gap(from, to) => return write!(f, "{}", Field::Gap(*from, *to)),
        })
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
    /// The order of a name, reversed if a `-` stands before it.
    pub fn of(name: &str) -> Option<Order> {
        let (name, reversed) = name.strip_prefix('-').map_or((name, false), |name| (name, true));
        let order = Key::of(name)?.natural();
        let direction = if reversed { order.direction.reversed() } else { order.direction };
        Some(Order { direction, ..order })
    }

    /// The same order the other way round; what is unknown stays last.
    pub fn reversed(self) -> Order {
        Order { direction: self.direction.reversed(), ..self }
    }

    /// What an incident is sorted by.
    fn by(self, document: &Document, lang: Lang) -> By<'_> {
        let counted = |n: usize| By::Number(u64::try_from(n).ok().filter(|n| *n > 0));
        match self.key {
            Key::Date => By::Date(date(Some(document.date))),
            Key::Title => By::Text(Some(document.folded_title(lang))),
            Key::Organisation => By::Text(Some(document.folded_organisation(lang))),
            Key::Affected => By::Affected(document.headline),
            Key::Status => By::Number(document.status.map(|status| status as u64)),
            Key::Sector => By::Text(document.sector.as_deref()),
            Key::Country => By::Text(document.country.as_deref()),
            Key::Clock => By::Number(document.verdict.map(urgency)),
            Key::Data => counted(document.exposed()),
            Key::Measures => counted(document.measures.len()),
            Key::Claims => counted(document.claims),
            Key::Sources => counted(document.sources),
            Key::Completeness => By::Number(u64::try_from(document.completeness).ok()),
            Key::Id => By::Text(Some(&document.id)),
            Key::Event(kind) => By::Date(date(document.milestone(kind))),
            Key::Gap(from, to) => By::Length(document.gap(from, to).and_then(length)),
        }
    }

    /// How two incidents stand to each other, told by what they are sorted by.
    fn compare(self, a: &By, b: &By) -> Ordering {
        match (a, b) {
            (By::Date(a), By::Date(b)) => self.known(*a, *b),
            (By::Text(a), By::Text(b)) => self.known(*a, *b),
            (By::Number(a), By::Number(b)) => self.known(*a, *b),
            (By::Length(a), By::Length(b)) => self.known(*a, *b),
            (By::Affected(a), By::Affected(b)) => self.affected(*a, *b),
            // all are of one key
            _ => Ordering::Equal,
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

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let sign = if self.direction == self.key.natural().direction { "" } else { "-" };
        write!(f, "{sign}{}", self.key)
    }
}

fn date(interval: Option<Interval>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    interval.filter(|interval| !interval.is_unknown()).map(Interval::sort_key)
}

fn length(gap: Gap) -> Option<(TimeDelta, TimeDelta)> {
    Some((gap.min.or(gap.max)?, gap.max.unwrap_or(TimeDelta::MAX)))
}

fn urgency(verdict: Verdict) -> u64 {
    match verdict {
        Verdict::Late => 0,
        Verdict::Undecided => 1,
        _ => 2,
    }
}

/// The place of each document in an order; equals stay as they were.
pub fn ranks(documents: &[Arc<Document>], order: Order, lang: Lang) -> Vec<u32> {
    let all = documents.par_iter().enumerate();
    let mut all: Vec<(By, usize)> = all.map(|(place, document)| (order.by(document, lang), place)).collect();
    all.par_sort_by(|(a, _), (b, _)| order.compare(a, b));
    let mut ranks = vec![0; documents.len()];
    for (rank, (_, place)) in (0..).zip(all) {
        ranks[place] = rank;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str, rest: &str) -> Arc<Document> {
        let yaml = format!("id: {id}\n{rest}");
        Arc::new(Document::new(&serde_yaml::from_str(&yaml).expect("a record")))
    }

    fn titled(id: &str, title: &str, date: &str) -> Arc<Document> {
        let timeline = format!("[{{ date: \"{date}\", kind: detected }}]");
        document(id, &format!("title: {title}\norganisation: {{ name: {title} }}\ntimeline: {timeline}"))
    }

    fn counted(id: &str, affected: &str) -> Arc<Document> {
        document(
            id,
            &format!(
                "title: A\norganisation: {{ name: B }}\ntimeline: [{{ date: 2024, kind: detected }}]\naffected: {affected}"
            ),
        )
    }

    fn sorted(documents: &[Arc<Document>], key: Key, direction: Direction) -> Vec<&str> {
        let ranks = ranks(documents, Order { key, direction }, Lang::En);
        let mut ids: Vec<(u32, &str)> = ranks.into_iter().zip(documents.iter().map(|document| &*document.id)).collect();
        ids.sort_unstable();
        ids.into_iter().map(|(_, id)| id).collect()
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
    fn a_gap_that_is_not_stated_comes_last_both_ways() {
        let spans = |id: &str, to: &str| {
            let timeline = format!("[{{ date: 2024-01-01, kind: detected }}, {{ date: {to}, kind: disclosed }}]");
            document(id, &format!("title: A\norganisation: {{ name: B }}\ntimeline: {timeline}"))
        };
        let all = [
            spans("open", "2024-02-01/.."),
            titled("none", "A", "2024"),
            spans("unknown", "unknown"),
            spans("short", "2024-01-03"),
            spans("by", "../2024-01-20"),
        ];
        let key = Key::Gap(EventKind::Detected, EventKind::Disclosed);
        assert_eq!(sorted(&all, key, Direction::Ascending), ["short", "by", "open", "none", "unknown"]);
        assert_eq!(sorted(&all, key, Direction::Descending), ["open", "by", "short", "none", "unknown"]);
    }

    #[test]
    fn every_key_has_a_name_that_finds_it_both_ways() {
        for key in Key::all() {
            assert_eq!(Key::of(&key.to_string()), Some(key));
            let reversed = Order { direction: key.natural().direction.reversed(), key };
            assert_eq!(Order::of(&reversed.to_string()), Some(reversed));
        }
        assert_eq!(Key::of("detected..disclosed"), Some(Key::Gap(EventKind::Detected, EventKind::Disclosed)));
        assert_eq!(Key::of("sanction"), Some(Key::Event(EventKind::Sanction)));
        assert_eq!(Key::of("any"), None);
    }
}
