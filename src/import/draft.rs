//! The parts of a record that is being made of others' data: texts made fit, dates, claims, sources.
//! It knows no kind of data.

use super::{Dataset, Item, Loss};
use crate::record::incident::{Event, Exposure, Organisation, Source};
use crate::record::vocabulary::{DataCategory, DataStatus, EventKind, Grade};
use crate::record::{Count, Imported, Incident, Localised, When};
use crate::text::{Lang, Phrase, is_hostile};
use std::fmt::Display;

/// A text without what a record cannot hold: controls, marks that reorder or hide text, space around it.
pub fn fit(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    unified.chars().filter(|c| *c == '\n' || !is_hostile(*c)).collect::<String>().trim().to_owned()
}

/// A text on one line.
pub fn line(text: &str) -> String {
    fit(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in the language of the data; `None` if there is nothing.
pub fn plain(text: &str) -> Option<Localised> {
    let text = fit(text);
    (!text.is_empty()).then_some(Localised::Plain(text))
}

/// A text of ours in both languages, filled.
pub fn both(phrase: Phrase, values: &[&dyn Display]) -> Localised {
    let texts = Lang::ALL.map(|lang| (lang.code().to_owned(), phrase.fill(lang, values)));
    if texts[0].1 == texts[1].1 { Localised::Plain(texts[0].1.clone()) } else { Localised::ByLanguage(texts.into()) }
}

/// Texts of both languages, a line each.
pub fn joined(texts: &[Localised]) -> Option<Localised> {
    let all = |lang: Lang| texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("\n");
    let (en, fr) = (all(Lang::En), all(Lang::Fr));
    match (en.is_empty(), en == fr) {
        (true, _) => None,
        (_, true) => Some(Localised::Plain(en)),
        _ => Some(Localised::ByLanguage(vec![("en".to_owned(), en), ("fr".to_owned(), fr)])),
    }
}

/// A date by its text.
pub fn when(text: &str) -> Option<When> {
    text.parse().ok()
}

/// A bare item with a title, its organisation's name, and where it is from; the rest is filled in.
pub fn item(dataset: Dataset, name: &str, title: Localised, organisation: Localised) -> Item {
    let incident = Incident {
        id: String::new(),
        title,
        organisation: Organisation { name: organisation, sector: None, country: None, aliases: Vec::new() },
        status: None,
        timezone: None,
        summary: None,
        attack: None,
        parties: Vec::new(),
        timeline: Vec::new(),
        affected: Vec::new(),
        data: Vec::new(),
        risks: Vec::new(),
        measures: Vec::new(),
        consequences: Vec::new(),
        sources: Vec::new(),
        related: Vec::new(),
        tags: Vec::new(),
        notes: None,
        imported: Some(Imported { from: dataset.id().to_owned(), item: line(name) }),
    };
    Item { incident, losses: Vec::new(), mentions: 0 }
}

/// An event.
pub fn event(kind: EventKind, date: When, text: Option<Localised>, sources: &[&str]) -> Event {
    let sources = sources.iter().map(|id| (*id).to_owned()).collect();
    Event { date, known: None, kind, text, status: None, note: None, sources }
}

/// A source.
pub fn source(id: &str, title: Localised, url: Option<String>, grade: Option<Grade>) -> Source {
    Source { id: id.to_owned(), title, publisher: None, date: None, url, grade, note: None }
}

/// The host of an address, without `www.`; the whole if it has none.
pub fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    line(host.strip_prefix("www.").unwrap_or(host))
}

/// Whether a text is an address that a record may hold.
pub fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !text.contains(char::is_whitespace) && !text.chars().any(is_hostile)
}

impl Item {
    /// Takes note of a loss.
    pub fn lose(&mut self, loss: Loss) {
        self.losses.push(loss);
    }

    /// Puts a data category in; one that is there already gets the words as well.
    pub fn expose(&mut self, category: DataCategory, status: DataStatus, words: &str, sources: &[&str]) {
        let words = line(words);
        let note = |exposure: &Exposure| exposure.note.as_ref().map(|note| note.get(Lang::En).to_owned());
        let known = self.incident.data.iter_mut();
        if category != DataCategory::Other
            && let Some(exposure) = known.into_iter().find(|known| known.category == category && known.status == status)
        {
            let already = note(exposure).unwrap_or_default();
            if !words.is_empty() && !already.split("; ").any(|one| one == words) {
                let both = if already.is_empty() { words } else { format!("{already}; {words}") };
                exposure.note = Some(Localised::Plain(both));
            }
            return;
        }
        let words = (!words.is_empty()).then_some(Localised::Plain(words));
        let (text, note) = if category == DataCategory::Other { (words, None) } else { (None, words) };
        let sources = sources.iter().map(|id| (*id).to_owned()).collect();
        self.incident.data.push(Exposure { category, status, text, note, sources });
    }

    /// Puts an address in as a source, unless it is there; gives the id by which it is cited.
    pub fn cite(&mut self, title: &str, url: &str) -> String {
        if let Some(known) = self.incident.sources.iter().find(|known| known.url.as_deref() == Some(url)) {
            return known.id.clone();
        }
        let id = format!("link-{}", self.incident.sources.iter().filter(|s| s.id.starts_with("link-")).count() + 1);
        let title = if title.trim().is_empty() { host(url) } else { line(title) };
        let mut source = source(&id, Localised::Plain(title), Some(url.to_owned()), None);
        source.publisher = Some(Localised::Plain(host(url)));
        self.incident.sources.push(source);
        id
    }

    /// Puts a tag in, once.
    pub fn tag(&mut self, tag: &str) {
        if !self.incident.tags.iter().any(|known| known == tag) {
            self.incident.tags.push(tag.to_owned());
        }
    }
}

/// An exact count.
pub fn exactly(n: u64) -> Count {
    Count::exact(n)
}
