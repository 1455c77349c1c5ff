//! Completion: what may stand where the cursor is in a query, fields first, then their values with their counts.
//! It reads no query as a whole; `parse` does.

use super::document::Document;
use super::documents::Documents;
use super::facet::period::Period;
use super::facet::{self, Bin, Counted};
use super::field::{Field, Kind};
use super::fold::fold;
use super::found::Found;
use super::index::{Index, Sieve};
use super::parse::is_quote;
use super::term::{Query, written};
use super::test::Test;
use super::value::word::{spelling, spellings};
use crate::record::vocabulary::{DataStatus, EventKind, MeasureStatus, Vocabulary};
use crate::text::{Lang, query as words};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// The most offers.
pub const MOST_OFFERS: usize = 50;

/// What may stand at a place of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The characters that an offer replaces.
    pub span: Range<usize>,
    /// The offers, the most likely first.
    pub offers: Vec<Offer>,
}

/// One thing that may stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is written.
    pub text: String,
    /// What it is, for a reader; empty where the text says it.
    pub label: String,
    /// How many of the incidents in view have it; `None` of what is no value.
    pub count: Option<usize>,
}

/// What is asked of all documents at once, ready to be carried elsewhere: which values a field has, and how often.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which question it is, counted from 1.
    pub number: u64,
    /// What is typed.
    pub text: String,
    /// The cursor in it, in characters.
    pub cursor: usize,
    /// What the incidents in view match.
    pub query: Query,
    /// Among what.
    pub documents: Arc<Documents>,
    /// What was found before.
    pub found: Found,
    /// The reader's language.
    pub lang: Lang,
}

impl Question {
    /// What may stand at the cursor; `None` once it is not to go on.
    pub fn answer(&self, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<Completion> {
        let shown = Found::new(&self.query, &self.documents, &self.found, goes_on)?.all();
        let documents = self.documents.iter().enumerate().filter(|(place, _)| shown.lets_through(*place));
        let documents = documents.map(|(_, document)| &**document).collect();
        let view = InView { documents, index: self.documents.index().map(|index| (index, shown)) };
        goes_on().then(|| complete(&self.text, self.cursor, &view, self.lang))
    }
}

/// The incidents in view.
#[derive(Debug, Default)]
pub struct InView<'d> {
    /// They.
    pub documents: Vec<&'d Document>,
    /// The index over all incidents, and which of these they are.
    pub index: Option<(&'d Index, Sieve)>,
}

impl InView<'_> {
    /// How many have each value of a field, as far as the index knows.
    fn known(&self, field: Field, lang: Lang) -> Option<Counted> {
        let (index, shown) = self.index.as_ref()?;
        facet::count_by_index(field, index, shown, lang)
    }

    /// How many have each value of a field.
    fn count(&self, field: Field, lang: Lang) -> Counted {
        let count = || facet::count_in_view(field, Period::Year, &self.documents, lang);
        self.known(field, lang).unwrap_or_else(count)
    }

    /// How many state nothing of a field.
    fn without(&self, field: Field) -> usize {
        self.documents.len() - self.with(field)
    }

    /// How many state something of a field.
    fn with(&self, field: Field) -> usize {
        let known = self
            .index
            .as_ref()
            .and_then(|(index, shown)| Some(index.passing(&Test::Stated(field))?.and(shown).count()));
        known.unwrap_or_else(|| self.documents.iter().filter(|document| field.is_stated(document)).count())
    }
}

impl Completion {
    /// It after more was typed at the end of what its offers replace: those that still begin so. `None` if something else
    /// was typed.
    pub fn narrowed(mut self, text: &str, cursor: usize) -> Option<Completion> {
        let typed: String = text.chars().take(cursor).skip(self.span.start).collect();
        if cursor <= self.span.end || typed.contains(|c: char| c.is_whitespace() || matches!(c, '=' | '(' | ')')) {
            return None;
        }
        let typed = spelling(typed.trim_start_matches(is_quote));
        self.offers.retain(|offer| is_begun(&typed, offer));
        self.span.end = cursor;
        Some(self)
    }
}

/// What may stand at a cursor (in characters), given the incidents in view.
pub fn complete(text: &str, cursor: usize, view: &InView, lang: Lang) -> Completion {
    let chars: Vec<char> = text.chars().collect();
    let cursor = cursor.min(chars.len());
    let (start, token) = token(&chars, cursor);
    let Some(sign) = sign(&token) else {
        return Completion { span: start..cursor, offers: fields(&token, "", lang) };
    };
    let (name, rest) = token.split_at(sign);
    let value = rest.trim_start_matches([':', '<', '>', '=']);
    let value_start = cursor - value.chars().count();
    if fold(name) == "has" {
        return Completion { span: value_start..cursor, offers: stated(value, view, lang) };
    }
    let Some(field) = Field::of(name) else { return Completion::default() };
    // the status after a category or a measure
    let (value, value_start, of) = match value.split_once('=') {
        Some((of, status)) => (status, cursor - status.chars().count(), Some(of)),
        None => (value, value_start, None),
    };
    let is_equality = rest.starts_with([':', '=']);
    let mut offers = match of {
        Some(of) => statuses(field, of, &view.documents, lang),
        None => values(field, is_equality, view, lang),
    };
    let typed = spelling(value.trim_start_matches(is_quote));
    offers.retain(|offer| is_begun(&typed, offer));
    offers.truncate(MOST_OFFERS);
    Completion { span: value_start..cursor, offers }
}

/// Whether what stands at a cursor (in characters) is the value of a field.
pub fn asks_value(text: &str, cursor: usize) -> bool {
    let chars: Vec<char> = text.chars().collect();
    sign(&token(&chars, cursor.min(chars.len())).1).is_some()
}

/// The term that the cursor is in, up to it, and where it begins.
fn token(chars: &[char], cursor: usize) -> (usize, String) {
    let start = token_start(chars, cursor);
    (start, chars.get(start..cursor).unwrap_or_default().iter().collect())
}

/// Where the sign between field and value stands in a term.
fn sign(token: &str) -> Option<usize> {
    token.find([':', '<', '>', '=']).filter(|_| !token.starts_with(is_quote))
}

/// Where the term begins that the cursor is in, after brackets and signs.
fn token_start(chars: &[char], cursor: usize) -> usize {
    let mut start = 0;
    let mut quoted = false;
    for (at, c) in chars.iter().enumerate().take(cursor) {
        if is_quote(*c) {
            quoted = !quoted;
        } else if !quoted && (c.is_whitespace() || matches!(c, '(' | ')')) {
            start = at + 1;
        }
    }
    start + chars.get(start..cursor).unwrap_or_default().iter().take_while(|c| **c == '-').count()
}

/// Whether an offer's text or label begins with what was typed, or one of its words does.
fn is_begun(typed: &str, offer: &Offer) -> bool {
    [&offer.text, &offer.label].into_iter().any(|text| {
        let spelled = spelling(text);
        let bare = spelled.trim_start_matches(is_quote);
        bare.starts_with(typed) || bare.split([' ', '\'']).any(|word| word.starts_with(typed))
    })
}

/// The fields whose names begin with what was typed; of a gap, its second milestone.
fn fields(typed: &str, after: &str, lang: Lang) -> Vec<Offer> {
    let sign = if after.is_empty() { ":" } else { "" };
    if let Some((from, typed)) = typed.split_once("..") {
        let offer = |kind: &EventKind| Offer {
            text: format!("{from}..{}", kind.id()),
            label: kind.label().get(lang).to_owned(),
            count: None,
        };
        let is_begun = |kind: &&EventKind| begins(kind.id(), typed) || begins(kind.label().get(lang), typed);
        return EventKind::all().iter().filter(is_begun).map(offer).collect();
    }
    let offer =
        |field: Field| Offer { text: format!("{field}{sign}"), label: field.label().get(lang).to_owned(), count: None };
    let named = |field: &Field| {
        let label = if let Field::Event(kind) = field { kind.label().get(lang) } else { "" };
        begins(&field.to_string(), typed) || (!label.is_empty() && begins(label, typed))
    };
    let mut offers: Vec<Offer> = Field::all().filter(named).map(offer).collect();
    if begins("has", typed) {
        offers.push(Offer { text: "has:".to_owned(), label: words::FIELD_HAS.get(lang).to_owned(), count: None });
    }
    offers
}

fn begins(name: &str, typed: &str) -> bool {
    spelling(name).starts_with(&spelling(typed))
}

/// The fields that an incident may state, with how many do.
fn stated(typed: &str, view: &InView, lang: Lang) -> Vec<Offer> {
    let mut offers = fields(typed, "has", lang);
    offers.retain(|offer| offer.text != "has:");
    for offer in &mut offers {
        offer.count = Field::of(&offer.text).map(|field| view.with(field));
    }
    offers
}

/// The values of a field that the incidents have, the most frequent first, and *none*.
fn values(field: Field, is_equality: bool, view: &InView, lang: Lang) -> Vec<Offer> {
    let example = |text: &&str| Offer { text: (*text).to_owned(), label: String::new(), count: None };
    let mut offers: Vec<Offer> = match (field.kind(), field) {
        (Kind::Length, _) => words::LENGTHS.get(lang).split(' ').map(|text| example(&text)).collect(),
        (_, Field::Affected) => ["1k", "10k", "100k", "1M", "10M"].iter().map(example).collect(),
        (Kind::Date, _) => years(field, view),
        (_, Field::Any | Field::Title) => Vec::new(),
        _ if facet::is_countable(field) => {
            let bins = view.count(field, lang).bins.into_iter().filter(|bin| bin.shown > 0);
            bins.filter_map(|bin| of_bin(field, bin)).collect()
        }
        _ => texts(field, &view.documents),
    };
    if is_equality {
        let count = view.without(field);
        if count > 0 {
            let label = crate::text::screen::NOT_STATED.get(lang).to_owned();
            offers.push(Offer { text: "none".to_owned(), label, count: Some(count) });
        }
    }
    offers
}

fn of_bin(field: Field, bin: Bin) -> Option<Offer> {
    let value = bin.value?;
    let label = if bin.label == value { String::new() } else { bin.label };
    let text = if field.kind() == Kind::Text { written(&value) } else { value };
    Some(Offer { text, label, count: Some(bin.shown) })
}

/// The years in which a date starts, the latest first.
fn years(field: Field, view: &InView) -> Vec<Offer> {
    let counted = view.count(field, Lang::En);
    let dated = counted.bins.into_iter().filter(|bin| bin.shown > 0 && bin.value.as_deref().is_some_and(|v| v != ".."));
    let mut offers: Vec<Offer> = dated.filter_map(|bin| of_bin(field, bin)).collect();
    offers.reverse();
    offers
}

/// The texts of a field, folded as they are sought.
fn texts(field: Field, documents: &[&Document]) -> Vec<Offer> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for text in field.place().iter().flat_map(|place| documents.iter().flat_map(|document| document.texts.at(*place))) {
        *counts.entry(text).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let offer = |(text, count)| Offer { text: written(text), label: String::new(), count: Some(count) };
    counts.into_iter().map(offer).collect()
}

/// The statuses of a data category or a measure.
fn statuses(field: Field, of: &str, documents: &[&Document], lang: Lang) -> Vec<Offer> {
    fn offers<V: Vocabulary, K: Vocabulary>(of: &str, lang: Lang, has: impl Fn(K, V) -> usize) -> Vec<Offer> {
        let sought = spelling(of.trim_matches(is_quote));
        let Some(kind) = K::all().iter().find(|kind| spellings(**kind).contains(&sought)) else { return Vec::new() };
        let offer = |status: &V| Offer {
            text: status.id().to_owned(),
            label: status.label().get(lang).to_owned(),
            count: Some(has(*kind, *status)),
        };
        V::all().iter().map(offer).collect()
    }
    match field {
        Field::Data => offers(of, lang, |category, status: DataStatus| {
            documents.iter().filter(|document| document.data.contains(&(category, status))).count()
        }),
        Field::Measure => offers(of, lang, |kind, status: MeasureStatus| {
            documents.iter().filter(|document| document.measures.contains(&(kind, Some(status)))).count()
        }),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::parse;

    fn documents() -> Vec<Document> {
        let record = |n: usize, rest: &str| {
            let yaml = format!(
                "id: a-{n}\ntitle: T\norganisation: {{ name: \"France Travail\" }}\ntimeline: [{{ date: 2024-0{n}, kind: detected }}]\n{rest}"
            );
            Document::new(&serde_yaml::from_str(&yaml).expect("a record"))
        };
        vec![
            record(1, "data: [{ category: name, status: exposed }, { category: email, status: not_exposed }]"),
            record(2, "data: [{ category: name, status: claimed }, { category: birth_date, status: exposed }]"),
            record(3, ""),
        ]
    }

    fn offered(text: &str) -> Vec<String> {
        let documents = documents();
        let view = InView { documents: documents.iter().collect(), index: None };
        let completion = complete(text, text.chars().count(), &view, Lang::Fr);
        let told = completion.offers.iter().map(|offer| match offer.count {
            Some(count) => format!("{} {count}", offer.text),
            None => offer.text.clone(),
        });
        told.collect()
    }

    #[test]
    fn fields_are_offered_then_values_with_their_counts() {
        assert_eq!(offered("da"), ["date:", "data:", "data_for_sale:"]);
        assert_eq!(offered("-(autor"), ["authority_notified:"]);
        assert_eq!(offered("detected..auth"), ["detected..authority_notified"]);
        assert_eq!(offered("x data:"), ["name 2", "birth_date 1", "not_exposed 1", "none 1"]);
        assert_eq!(offered("data:naiss"), ["birth_date 1"]);
        assert_eq!(offered("data:name="), ["exposed 1", "claimed 1", "disputed 0", "not_exposed 0", "unknown 0"]);
        assert_eq!(offered("data:name=cl"), ["claimed 1"]);
        assert_eq!(offered("org:\"fra"), ["\"France Travail\" 3"]);
        assert_eq!(offered("id:a-2"), ["a-2 1"]);
        assert_eq!(offered("detected>=20"), ["2024 3"]);
        assert_eq!(offered("detected..aware>7"), ["72h", "7j"]);
        assert_eq!(offered("has:dat"), ["date 3", "data 2", "data_for_sale 0"]);
        assert!(offered("nothing:").is_empty());
    }

    #[test]
    fn what_is_known_is_narrowed_as_it_would_be_looked_for_anew() {
        let documents = documents();
        let view = InView { documents: documents.iter().collect(), index: None };
        let offered = |text: &str| complete(text, text.chars().count(), &view, Lang::Fr);
        let narrowed = |from: &str, to: &str| offered(from).narrowed(to, to.chars().count());
        for (from, to) in
            [("data:", "data:n"), ("x data:n", "x data:na"), ("org:\"", "org:\"fra"), ("detected>", "detected>20")]
        {
            assert_eq!(narrowed(from, to), Some(offered(to)), "{to}");
        }
        for (from, to) in [("data:na", "data:n"), ("data:name", "data:name="), ("year:", "year:2024 d")] {
            assert_eq!(narrowed(from, to), None, "{to}");
        }
    }

    #[test]
    fn an_offer_stands_in_for_what_was_typed() {
        let documents = documents();
        let view = InView { documents: documents.iter().collect(), index: None };
        for (text, cursor, whole) in
            [("a org:fr b", 8, "a org:\"France Travail\" b"), ("(-da", 4, "(-date:"), ("data:na", 7, "data:name")]
        {
            let completion = complete(text, cursor, &view, Lang::En);
            let chars: Vec<char> = text.chars().collect();
            let piece = |range: Range<usize>| chars[range].iter().collect::<String>();
            let (before, after) = (piece(0..completion.span.start), piece(completion.span.end..chars.len()));
            assert_eq!(format!("{before}{}{after}", completion.offers[0].text), whole);
        }
    }

    #[test]
    fn every_value_that_is_offered_can_be_read() {
        for field in Field::all() {
            let offers = offered(&format!("{field}:"));
            for offer in offers {
                let value = offer.rsplit_once(' ').map_or(offer.as_str(), |(value, count)| {
                    if count.parse::<usize>().is_ok() { value } else { offer.as_str() }
                });
                assert!(parse(&format!("{field}:{value}")).is_ok(), "{field}:{value}");
            }
        }
    }
}
