//! A document: what is searched and sorted of one incident, folded and reckoned once.
//! It does not search; `fuzzy`, `field` and `sort` read it.

use super::fold::{Folded, fold};
use crate::record::headline::headline;
use crate::record::milestone::earliest;
use crate::record::vocabulary::CountUnit;
use crate::record::{Incident, Interval, Localised};
use crate::text::Lang;
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use std::sync::Arc;

/// An incident and its document.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The incident.
    pub incident: Arc<Incident>,
    /// What is searched and sorted of it.
    pub document: Document,
}

impl Entry {
    /// Makes the document of an incident.
    pub fn new(incident: Arc<Incident>) -> Entry {
        let document = Document::new(&incident);
        Entry { incident, document }
    }
}

/// Where in an incident a searched text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Its title.
    Title,
    /// The organisation's name or another name of it.
    Organisation,
    /// Its id.
    Id,
    /// A tag.
    Tag,
    /// A system concerned.
    System,
    /// Somebody who had a part in it, the attacker included.
    Party,
    /// Its summary.
    Summary,
}

/// One searched text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where it stands.
    pub place: Place,
    /// The text, folded.
    pub folded: Folded,
}

/// How many were affected, as far as figures can be sorted: first by unit, since unlike units are not comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affected {
    /// The unit's place among the units.
    pub unit: CountUnit,
    /// The least that was said, else the most.
    pub count: u64,
}

/// What is searched and sorted of one incident.
#[derive(Clone, Debug)]
pub struct Document {
    texts: Box<[Text]>,
    letters: u64,
    sector: Option<Box<str>>,
    /// Where among `texts` each language's title stands.
    titles: [usize; 2],
    organisations: [usize; 2],
    date: Option<(DateTime<Utc>, DateTime<Utc>)>,
    year: Option<i32>,
    affected: Option<Affected>,
}

impl Document {
    /// Folds and reckons what is searched and sorted of an incident.
    pub fn new(incident: &Incident) -> Document {
        let mut texts: Vec<Text> = Vec::new();
        let mut add = |place, text: &str| {
            texts.push(Text { place, folded: Folded::new(text) });
            texts.len() - 1
        };
        let titles = add_localised(&mut add, Place::Title, &incident.title);
        let organisations = add_localised(&mut add, Place::Organisation, &incident.organisation.name);
        for alias in &incident.organisation.aliases {
            add(Place::Organisation, alias);
        }
        add(Place::Id, &incident.id);
        for tag in &incident.tags {
            add(Place::Tag, tag);
        }
        for system in incident.attack.iter().flat_map(|attack| &attack.systems) {
            add_localised(&mut add, Place::System, system);
        }
        for party in &incident.parties {
            add_localised(&mut add, Place::Party, &party.name);
        }
        if let Some(actor) = incident.attack.as_ref().and_then(|attack| attack.actor.as_ref()) {
            add_localised(&mut add, Place::Party, &actor.name);
        }
        if let Some(summary) = &incident.summary {
            add_localised(&mut add, Place::Summary, summary);
        }
        let interval = earliest(incident).map(|milestone| milestone.interval);
        Document {
            letters: texts.iter().fold(0, |letters, text| letters | text.folded.letters()),
            texts: texts.into(),
            sector: incident.organisation.sector.as_deref().map(|sector| fold(sector).into()),
            titles,
            organisations,
            date: interval.map(Interval::sort_key),
            year: interval.and_then(|interval| year(interval, incident)),
            affected: headline(incident)
                .map(|headline| Affected { unit: headline.claim.unit, count: headline.claim.count.order() }),
        }
    }

    /// The searched texts, title and organisation first.
    pub fn texts(&self) -> &[Text] {
        &self.texts
    }

    /// The searched texts of one place.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &Folded> {
        self.texts.iter().filter(move |text| text.place == place).map(|text| &text.folded)
    }

    /// The set of all letters that occur in the texts.
    pub fn letters(&self) -> u64 {
        self.letters
    }

    /// Where among the texts the title stands that a reader of this language sees.
    pub fn title(&self, lang: Lang) -> usize {
        in_language(self.titles, lang)
    }

    /// Where among the texts the organisation's name stands that a reader of this language sees.
    pub fn organisation(&self, lang: Lang) -> usize {
        in_language(self.organisations, lang)
    }

    /// The sector, folded.
    pub fn sector(&self) -> Option<&str> {
        self.sector.as_deref()
    }

    /// The start and end of the earliest milestone.
    pub fn date(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        self.date
    }

    /// The year in which the earliest milestone starts, where the record's clocks stand.
    pub fn year(&self) -> Option<i32> {
        self.year
    }

    /// How many were affected, by the headline.
    pub fn affected(&self) -> Option<Affected> {
        self.affected
    }
}

/// Adds a text in all its languages; says where the one stands that each language's reader sees.
fn add_localised(add: &mut impl FnMut(Place, &str) -> usize, place: Place, text: &Localised) -> [usize; 2] {
    let seen = Lang::ALL.map(|lang| text.all().position(|one| one == text.get(lang)).unwrap_or(0));
    let first = text.all().map(|one| add(place, one)).reduce(usize::min).unwrap_or(0);
    seen.map(|n| first + n)
}

fn in_language(places: [usize; 2], lang: Lang) -> usize {
    match lang {
        Lang::En => places[0],
        Lang::Fr => places[1],
    }
}

/// The year of an interval's start; where the start is unknown, of its last instant.
fn year(interval: Interval, incident: &Incident) -> Option<i32> {
    let instant = interval.earliest.or(interval.latest.map(|end| end - TimeDelta::seconds(1)))?;
    Some(instant.with_timezone(&incident.zone()).year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(yaml: &str) -> Document {
        Document::new(&serde_yaml::from_str(yaml).expect("a record"))
    }

    #[test]
    fn each_language_has_its_title_among_the_texts() {
        let d = document(
            "title: { fr: Été, en: Summer }\norganisation: { name: Acme }\ntimeline: [{ date: 2024, kind: detected }]",
        );
        assert_eq!(d.texts()[d.title(Lang::Fr)].folded.text(), "ete");
        assert_eq!(d.texts()[d.title(Lang::En)].folded.text(), "summer");
        assert_eq!(d.texts()[d.organisation(Lang::Fr)].folded.text(), "acme");
    }

    #[test]
    fn the_year_is_that_of_the_start_where_the_record_is() {
        let record = |date: &str| {
            format!(
                "title: A\norganisation: {{ name: B }}\ntimezone: Europe/Paris\ntimeline: [{{ date: \"{date}\", kind: intrusion }}]"
            )
        };
        for (date, year) in [
            ("2024-12-30/2025-01-02", Some(2024)),
            ("2025-01-01", Some(2025)),
            ("2024-12-31T23:30Z", Some(2025)),
            ("../2024", Some(2024)),
            ("unknown", None),
        ] {
            assert_eq!(document(&record(date)).year(), year, "{date}");
        }
    }
}
