//! Sources numbered over several incidents: what two of them cite by one address has one number.
//! It does not say how good a source is; the record does.

use crate::record::Incident;
use crate::record::incident::Source;
use crate::record::vocabulary::Vocabulary;
use crate::text::{Lang, report as words, view};
use crate::view::page;
use crate::view::wording::date;

/// The numbered sources of several incidents.
#[derive(Clone, Debug, Default)]
pub struct Citations<'a> {
    /// The sources in order, each with the places of its incidents.
    all: Vec<(&'a Source, Vec<usize>)>,
    /// For each incident the ids of its sources and their numbers.
    numbers: Vec<Vec<(&'a str, usize)>>,
    /// How many sources the page has before them.
    before: usize,
}

impl<'a> Citations<'a> {
    /// Numbers the sources of incidents, in the order of the records, after those that a page has before them.
    pub fn of(incidents: &[&'a Incident], before: usize) -> Citations<'a> {
        let mut citations = Citations { before, ..Citations::default() };
        for (n, incident) in incidents.iter().enumerate() {
            let mut own = Vec::new();
            for source in &incident.sources {
                let same = |(known, _): &(&Source, Vec<usize>)| {
                    known.url.is_some() && known.url == source.url && known.title == source.title
                };
                let at = citations.all.iter().position(same).unwrap_or_else(|| {
                    citations.all.push((source, Vec::new()));
                    citations.all.len() - 1
                });
                if let Some((_, places)) = citations.all.get_mut(at).filter(|(_, places)| !places.contains(&n)) {
                    places.push(n);
                }
                own.push((source.id.as_str(), before + at + 1));
            }
            citations.numbers.push(own);
        }
        citations
    }

    /// The numbers of some sources of an incident, rising.
    pub fn numbers<I: AsRef<str>>(&self, incident: usize, ids: impl IntoIterator<Item = I>) -> Vec<usize> {
        let own = self.numbers.get(incident).map(Vec::as_slice).unwrap_or_default();
        let number = |id: I| own.iter().find(|(known, _)| *known == id.as_ref()).map(|(_, number)| *number);
        let mut numbers: Vec<usize> = ids.into_iter().filter_map(number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// How many sources the page has up to the last of these.
    pub fn upto(&self) -> usize {
        self.before + self.all.len()
    }

    /// The sources as a page lists them; `letters` names the incidents.
    pub fn listed(&self, letters: &[String], lang: Lang) -> Vec<page::Source> {
        let listed = (self.before + 1..).zip(&self.all).map(|(number, (source, places))| {
            let publisher = source.publisher.as_ref().map(|publisher| publisher.get(lang).to_owned());
            let day = source.date.as_ref().map(|when| date::full(when, lang));
            let of: Vec<&str> = places.iter().filter_map(|n| letters.get(*n)).map(String::as_str).collect();
            page::Source {
                number,
                title: source.title.get(lang).to_owned(),
                about: [publisher, day].into_iter().flatten().collect::<Vec<_>>().join(", "),
                grade: source.grade.map(|grade| view::GRADE.fill(lang, &[&grade.id()])),
                url: source.url.clone(),
                note: source.note.as_ref().map(|note| note.get(lang).to_owned()),
                letters: if of.concat().is_empty() {
                    String::new()
                } else {
                    words::CITED_BY.fill(lang, &[&of.join(", ")])
                },
            }
        });
        listed.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_with_one_title_has_one_number() {
        let record = |sources: &str| -> Incident {
            let yaml = format!(
                "title: T\norganisation: {{ name: O }}\ntimeline: [{{ date: 2025, kind: detected }}]\nsources: [{sources}]"
            );
            serde_yaml::from_str(&yaml).unwrap()
        };
        let one = record("{ id: a, title: A, url: \"https://x.example/a\" }, { id: b, title: B }");
        let two = record("{ id: b, title: B }, { id: z, title: A, url: \"https://x.example/a\" }");
        let citations = Citations::of(&[&one, &two], 0);
        assert_eq!(citations.numbers(0, ["b", "a", "none"]), [1, 2]);
        assert_eq!(citations.numbers(1, ["z"]), [1]);
        assert_eq!(citations.numbers(1, ["b"]), [3], "without an address nobody knows that they are one");
        let listed = citations.listed(&["A".to_owned(), "B".to_owned()], Lang::En);
        assert_eq!((listed.len(), listed[0].letters.as_str()), (3, "for A, B"));
        let later = Citations::of(&[&two], 3);
        assert_eq!((later.numbers(0, ["b", "z"]), later.upto()), (vec![4, 5], 5));
        assert_eq!(later.listed(&[], Lang::En)[1].number, 5);
    }
}
