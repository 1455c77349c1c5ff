//! The texts of an incident, folded and laid end to end: those that words are sought in, its sources, and the words of
//! all others.
//! It finds nothing; `fuzzy` and `field` do.

use crate::query::fold::{fold_into, letters};
use crate::query::value::word::spelling;
use crate::record::incident::{Attack, Claim, Claimant, Consequence, Measure};
use crate::record::{Incident, Localised};
use crate::text::Lang;
use crate::text::view::SECTORS;
use arcstr::{ArcStr, Substr};
use hashbrown::HashSet;
use memchr::{memchr, memmem, memrchr};
use serde::{Deserialize, Serialize};
use std::iter;

/// Where in an incident a searched text stands, the weightier first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// A source: its title, its publisher or its address.
    Source,
    /// The organisation's sector, as it is written and as readers of either language see it.
    Sector,
    /// Anywhere else: words, none twice, and none that any other text holds.
    Elsewhere,
}

const PLACES: [Place; 10] = [
    Place::Title,
    Place::Organisation,
    Place::Id,
    Place::Tag,
    Place::System,
    Place::Party,
    Place::Summary,
    Place::Source,
    Place::Sector,
    Place::Elsewhere,
];
/// What stands before the first place, a control character, so that no folded text holds it.
const MARK: u8 = b'\x10';
/// What stands after each text.
const END: u8 = b'\n';

/// The folded texts of an incident: each with a mark of its place before it and a line break after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// Those before the summary: short ones, which a search reads first.
    names: Substr,
    /// All others.
    rest: Substr,
    /// How far those of the rest go that words are sought in.
    sought: u32,
    /// The letters of the names.
    letters: u64,
}

impl Texts {
    /// Folds the texts of an incident.
    pub fn new(incident: &Incident) -> Texts {
        let mut texts = Building::default();
        texts.name(Place::Title, &incident.title);
        texts.name(Place::Organisation, &incident.organisation.name);
        for alias in &incident.organisation.aliases {
            texts.add(Place::Organisation, alias);
        }
        texts.add(Place::Id, &incident.id);
        for tag in &incident.tags {
            texts.add(Place::Tag, tag);
        }
        for system in incident.attack.iter().flat_map(|attack| &attack.systems) {
            texts.name(Place::System, system);
        }
        let actor = incident.attack.as_ref().and_then(|attack| attack.actor.as_ref());
        for name in incident.parties.iter().map(|party| &party.name).chain(actor.map(|actor| &actor.name)) {
            texts.name(Place::Party, name);
        }
        let names = texts.folded.len();
        if let Some(summary) = &incident.summary {
            texts.name(Place::Summary, summary);
        }
        let sought = texts.folded.len() - names;
        for source in &incident.sources {
            texts.name(Place::Source, &source.title);
            if let Some(publisher) = &source.publisher {
                texts.name(Place::Source, publisher);
            }
            if let Some(url) = &source.url {
                texts.add(Place::Source, url);
            }
        }
        for sector in incident.organisation.sector.iter().flat_map(|sector| sector_spellings(sector)) {
            texts.add(Place::Sector, &sector);
        }
        let elsewhere = elsewhere(incident, &texts.folded);
        texts.add(Place::Elsewhere, &elsewhere);
        let (names, rest) = texts.folded.split_at(names);
        // a record is smaller than a file may be, which is 256 KiB
        let sought = u32::try_from(sought).unwrap_or(u32::MAX);
        Texts { names: names.into(), rest: rest.into(), sought, letters: letters(names) }
    }

    /// Lays the texts of several incidents side by side, their names first: a search that goes from one to the next waits
    /// less for memory.
    pub fn lay_together<'t>(texts: impl Iterator<Item = &'t mut Texts>) {
        let texts: Vec<&mut Texts> = texts.collect();
        let mut all = String::with_capacity(texts.iter().map(|texts| texts.names.len() + texts.rest.len()).sum());
        all.extend(texts.iter().map(|texts| texts.names.as_str()));
        all.extend(texts.iter().map(|texts| texts.rest.as_str()));
        let all = ArcStr::from(all);
        let mut from = 0;
        let mut lay = |text: &mut Substr| {
            let to = from + text.len();
            *text = all.substr(from..to);
            from = to;
        };
        let (names, rests): (Vec<_>, Vec<_>) =
            texts.into_iter().map(|texts| (&mut texts.names, &mut texts.rest)).unzip();
        names.into_iter().chain(rests).for_each(&mut lay);
    }

    /// The texts with their places: title and organisation first, the English before the French.
    pub fn all(&self) -> impl Iterator<Item = (Place, &str)> {
        each(&self.names).chain(each(&self.rest))
    }

    /// The texts that are names: all that words are sought in, but for the summary.
    pub fn named(&self) -> impl Iterator<Item = (Place, &str)> {
        each(&self.names)
    }

    /// The texts that words are sought in: the names, and the summary in its languages.
    pub fn sought_texts(&self) -> impl Iterator<Item = (Place, &str)> {
        self.named().chain(self.sought_from(1, 0))
    }

    /// The texts of one place.
    pub fn at(&self, place: Place) -> impl Iterator<Item = &str> {
        let among = if (place as u8) < Place::Summary as u8 { &self.names } else { &self.rest };
        // they stand side by side
        let from = each(among).skip_while(move |(known, _)| *known != place);
        from.take_while(move |(known, _)| *known == place).map(|(_, text)| text)
    }

    /// The texts that words are sought in: the names, and the summary in its languages; a mark of its place before each and
    /// a line break after it. They are bytes, since a look at the end of every text would be what a search takes longest for.
    pub fn sought(&self) -> [&[u8]; 2] {
        [self.names.as_bytes(), self.rest.as_bytes().get(..self.sought as usize).unwrap_or_default()]
    }

    /// The names, or the summary, from the text on that a byte of them is in.
    pub fn sought_from(&self, part: usize, byte: usize) -> impl Iterator<Item = (Place, &str)> {
        let all = if part == 0 { &self.names } else { &self.rest };
        each_from(all, byte).take_while(|(place, _)| *place as u8 <= Place::Summary as u8)
    }

    /// The set of all letters of the names.
    pub fn letters(&self) -> u64 {
        self.letters
    }

    /// Whether any text of the incident holds a word, as a part of one of its own.
    pub fn hold(&self, word: &str) -> bool {
        let finder = memmem::Finder::new(word);
        [&self.names, &self.rest].into_iter().any(|texts| finder.find(texts.as_bytes()).is_some())
    }
}

/// Of texts that are laid end to end, those from the one on that a byte is in, with their places.
fn each_from(all: &str, byte: usize) -> impl Iterator<Item = (Place, &str)> {
    let start = memrchr(END, all.as_bytes().get(..byte).unwrap_or_default()).map_or(0, |end| end + 1);
    each(all.get(start..).unwrap_or_default())
}

/// The texts that are laid end to end in one, with their places.
fn each(mut rest: &str) -> impl Iterator<Item = (Place, &str)> {
    iter::from_fn(move || {
        let place = PLACES.get(usize::from(rest.bytes().next()?.checked_sub(MARK)?))?;
        let end = memchr(END, rest.as_bytes())?;
        let text = rest.get(1..end)?;
        rest = rest.get(end + 1..)?;
        Some((*place, text))
    })
}

#[derive(Default)]
struct Building {
    folded: String,
}

impl Building {
    fn add(&mut self, place: Place, text: &str) {
        self.folded.push(char::from(MARK + place as u8));
        fold_into(text, &mut self.folded);
        self.folded.push(char::from(END));
    }

    /// Adds a text in all its languages, none twice: the English reader's first, then the French one's.
    fn name(&mut self, place: Place, text: &Localised) {
        let mut known: Vec<&str> = Vec::new();
        for one in Lang::ALL.map(|lang| text.get(lang)).into_iter().chain(text.all()) {
            if !known.contains(&one) {
                known.push(one);
                self.add(place, one);
            }
        }
    }
}

/// A sector as it is written, and as readers of either language see it.
fn sector_spellings(sector: &str) -> impl Iterator<Item = String> {
    let usual = SECTORS.iter().find(|(word, _)| *word == sector).map(|(_, name)| [name.en, name.fr]);
    std::iter::once(spelling(sector)).chain(usual.into_iter().flatten().map(spelling))
}

/// The words of the texts that have no place.
fn elsewhere(incident: &Incident, folded: &str) -> String {
    let mut all = String::new();
    visit(incident, &mut |text| {
        for one in text.all() {
            fold_into(one, &mut all);
            all.push('\n');
        }
    });
    let words: HashSet<&str> = words(&all).collect();
    let is_new = |word: &&str| memmem::find(folded.as_bytes(), word.as_bytes()).is_none();
    let mut words: Vec<&str> = words.into_iter().filter(is_new).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The words of a folded text: its runs of letters and digits.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Visits every text that has no place.
fn visit<'a>(incident: &'a Incident, see: &mut impl FnMut(&'a Localised)) {
    if let Some(Attack { note, actor, .. }) = &incident.attack {
        note.iter().chain(actor.iter().flat_map(|actor| &actor.note)).for_each(&mut *see);
    }
    incident.parties.iter().flat_map(|party| &party.note).for_each(&mut *see);
    incident.timeline.iter().flat_map(|event| event.text.iter().chain(&event.note)).for_each(&mut *see);
    for Claim { who, by, note, .. } in &incident.affected {
        let by = by.as_ref().map(|Claimant { name, .. }| name);
        who.iter().chain(by).chain(note).for_each(&mut *see);
    }
    incident.data.iter().flat_map(|exposure| exposure.text.iter().chain(&exposure.note)).for_each(&mut *see);
    incident.risks.iter().flat_map(|risk| risk.text.iter().chain(&risk.note)).for_each(&mut *see);
    for Measure { by, text, note, .. } in &incident.measures {
        by.iter().chain(text).chain(note).for_each(&mut *see);
    }
    for Consequence { by, basis, text, note, .. } in &incident.consequences {
        by.iter().chain(basis).chain(text).chain(note).for_each(&mut *see);
    }
    incident.sources.iter().flat_map(|source| &source.note).for_each(&mut *see);
    incident.related.iter().flat_map(|related| &related.note).for_each(&mut *see);
    incident.notes.iter().for_each(see);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laid_together_each_keeps_its_own_texts() {
        let texts = |title: &str| {
            let yaml = format!("id: a-1\ntitle: {title}\norganisation: {{ name: Acme }}\ntimeline: []");
            Texts::new(&serde_yaml::from_str(&yaml).expect("a record"))
        };
        let apart = ["Été", "B", "Longer than the others"].map(texts);
        let mut together = apart.clone();
        Texts::lay_together(together.iter_mut());
        assert_eq!(together, apart);
        assert_eq!(together[1].names.range().start, together[0].names.range().end);
        assert_eq!(together[0].rest.range().start, together[2].names.range().end);
        Texts::lay_together(std::iter::empty());
    }

    #[test]
    fn every_text_is_found_at_its_place_and_each_place_has_its_mark() {
        assert!(PLACES.iter().enumerate().all(|(n, place)| *place as usize == n));
        let yaml = "id: a-1\ntitle: { en: \"Line\\nbreak \\u0010\", fr: Été }\norganisation: { name: Acme, aliases: [A, B] }\n\
                    timeline: [{ date: 2024, kind: detected, text: Seen by a neighbour }]\ntags: [x]\nsummary: Sums it up.\n\
                    sources: [{ id: s, grade: A, title: A letter, publisher: CNIL, url: \"https://example.org\" }]";
        let texts = Texts::new(&serde_yaml::from_str(yaml).expect("a record"));
        let at = |place| texts.at(place).collect::<Vec<_>>();
        assert_eq!(at(Place::Title), ["line break \u{fffd}", "ete"]);
        assert_eq!(at(Place::Organisation), ["acme", "a", "b"]);
        assert_eq!(at(Place::Summary), ["sums it up."]);
        assert_eq!(at(Place::System), [""; 0]);
        assert_eq!(at(Place::Source), ["a letter", "cnil", "https://example.org"]);
        assert_eq!(at(Place::Elsewhere), ["by neighbour seen"]);
        let [names, summaries] = texts.sought();
        assert_eq!(texts.sought_from(1, 0).collect::<Vec<_>>(), [(Place::Summary, "sums it up.")]);
        assert!(memmem::find(summaries, b"cnil").is_none());
        assert_eq!(texts.named().last(), Some((Place::Tag, "x")));
        let acme = memmem::find(names, b"acme").expect("a name");
        assert_eq!(texts.sought_from(0, acme).next(), Some((Place::Organisation, "acme")));
        assert_eq!(texts.sought_from(0, 1).next(), Some((Place::Title, "line break \u{fffd}")));
        assert!(texts.hold("neighbour") && texts.hold("cnil") && !texts.hold("nobody"));
    }
}
