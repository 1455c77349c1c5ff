//! A document: everything that is matched, sorted, counted and reckoned of one incident over a whole set, made once of it.
//! It is plain data without the incident; it searches and judges nothing.

pub mod opening;
pub mod spans;
pub mod texts;

use super::test::may_be_out;
use crate::record::clock::{GDPR_ART_33, Verdict, read};
use crate::record::completeness::{Presence, completeness};
use crate::record::headline::{claimant, headline, standing};
use crate::record::incident::Zone;
use crate::record::milestone::{earliest_of, milestones};
use crate::record::vocabulary::{
    ClaimantKind, CountUnit, DataCategory, DataStatus, EventKind, MeasureKind, MeasureStatus, PartyRole, Relation,
    RiskKind, Status, Vector,
};
use crate::record::{Count, Gap, Imported, Incident, Interval, Localised};
use crate::text::Lang;
use chrono::{Datelike, TimeDelta};
use chrono_tz::Tz;
use hashbrown::HashSet;
use serde::{Deserialize, Deserializer, Serialize};
use spans::spans;
use std::sync::Arc;
use texts::{Place, Texts};

/// What is matched, sorted and counted of one incident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The id.
    pub id: Arc<str>,
    /// The title.
    pub title: Label,
    /// How many characters at the start of it only name the organisation, in English and in French.
    pub opening: [u32; 2],
    /// The organisation's name.
    pub organisation: Label,
    /// The organisation's sector.
    pub sector: Option<Arc<str>>,
    /// The organisation's country.
    pub country: Option<Arc<str>>,
    /// The texts that words are sought in.
    pub texts: Texts,
    /// How far the record can be relied on.
    pub status: Option<Status>,
    /// The time zone in which its dates are read.
    pub zone: Zone,
    /// When each event kind happened, by its start, unknown ones last.
    pub dates: Box<[(EventKind, Interval)]>,
    /// The event kinds of which only claimed or disputed dates are there.
    pub doubtful: Box<[EventKind]>,
    /// The time that its events and measures take, as [`spans::spans`] reckons it.
    pub spans: Box<[(i64, i64)]>,
    /// When the earliest milestone was.
    pub date: Interval,
    /// It as written; empty where no date is stated.
    pub date_text: Box<str>,
    /// The year in which the earliest milestone starts, where the record's clocks stand.
    pub year: Option<i32>,
    /// The headline count.
    pub headline: Option<Headline>,
    /// How many claims stand.
    pub claims: usize,
    /// Who made the claims that stand, none twice.
    pub claimants: Box<[ClaimantKind]>,
    /// How the attacker came in.
    pub vectors: Box<[Vector]>,
    /// Each data category and what is known of it.
    pub data: Box<[(DataCategory, DataStatus)]>,
    /// Each measure and how far it has come.
    pub measures: Box<[(MeasureKind, Option<MeasureStatus>)]>,
    /// What may come of it.
    pub risks: Box<[RiskKind]>,
    /// Who else had which part in it.
    pub parties: Box<[Party]>,
    /// Who attacked, as far as somebody says.
    pub actor: Option<Label>,
    /// The tags.
    pub tags: Box<[Arc<str>]>,
    /// From which item of somebody else's data it was made.
    pub imported: Option<Box<Imported>>,
    /// How many sources there are.
    pub sources: usize,
    /// The ids of incidents that it names, and how they belong together.
    pub related: Box<[(Box<str>, Option<Relation>)]>,
    /// What the clock of GDPR art. 33 says; `None` where it cannot apply or a milestone is not stated.
    pub verdict: Option<Verdict>,
    /// How many of the things asked for by GDPR art. 33 and 34 are stated.
    pub completeness: usize,
}

/// A text as readers of each language see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Label {
    en: Arc<str>,
    fr: Arc<str>,
}

/// The figure shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    /// How many.
    pub count: Count,
    /// Of what.
    pub unit: CountUnit,
    /// Whether other claims differ widely, or only an attacker gave a figure.
    pub contested: bool,
}

/// Somebody else with a part in an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The name.
    pub name: Label,
    /// The part.
    pub role: PartyRole,
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Label, D::Error> {
        let (en, fr) = Deserialize::deserialize(deserializer)?;
        Ok(Label::of(en, fr))
    }
}

impl Label {
    fn new(text: &Localised) -> Label {
        Label::of(text.get(Lang::En), text.get(Lang::Fr))
    }

    fn of(en: &str, fr: &str) -> Label {
        let en: Arc<str> = en.into();
        Label { fr: if *en == *fr { Arc::clone(&en) } else { fr.into() }, en }
    }

    /// The text that a reader of a language sees.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }

    fn is_same_in_all(&self) -> bool {
        self.en == self.fr
    }
}

impl Document {
    /// Folds and reckons all of it.
    pub fn new(incident: &Incident) -> Document {
        let organisation = &incident.organisation;
        let attack = incident.attack.as_ref();
        let milestones = milestones(incident);
        let earliest = earliest_of(&milestones);
        let date = earliest.map_or(Interval::UNKNOWN, |milestone| milestone.interval);
        let standing = standing(incident);
        let parties = incident.parties.iter().map(|p| Party { name: Label::new(&p.name), role: p.role });
        Document {
            id: incident.id.as_str().into(),
            title: Label::new(&incident.title),
            opening: Lang::ALL.map(|lang| opening::opening(incident, lang)),
            organisation: Label::new(&organisation.name),
            sector: organisation.sector.as_deref().map(Arc::from),
            country: organisation.country.as_deref().map(Arc::from),
            texts: Texts::new(incident),
            status: incident.status,
            zone: Zone(incident.zone()),
            dates: milestones.iter().map(|milestone| (milestone.kind, milestone.interval)).collect(),
            doubtful: milestones.iter().filter(|m| m.doubtful).map(|milestone| milestone.kind).collect(),
            spans: spans(incident).into(),
            date,
            date_text: earliest.map_or_else(Box::default, |milestone| milestone.text.as_str().into()),
            year: year(date, incident.zone()),
            headline: headline(incident).map(|h| Headline {
                count: h.claim.count,
                unit: h.claim.unit,
                contested: h.contested,
            }),
            claims: standing.len(),
            claimants: distinct(standing.iter().map(|(_, claim)| claimant(claim))),
            vectors: distinct(attack.iter().flat_map(|attack| attack.vectors.iter().copied())),
            data: distinct(incident.data.iter().map(|exposure| (exposure.category, exposure.status))),
            measures: distinct(incident.measures.iter().map(|measure| (measure.kind, measure.status))),
            risks: distinct(incident.risks.iter().map(|risk| risk.kind)),
            parties: parties.collect(),
            actor: attack.and_then(|attack| attack.actor.as_ref()).map(|actor| Label::new(&actor.name)),
            tags: incident.tags.iter().map(|tag| Arc::from(tag.as_str())).collect(),
            imported: incident.imported.clone().map(Box::new),
            sources: incident.sources.len(),
            related: incident.related.iter().map(|related| (related.id.as_str().into(), related.how)).collect(),
            verdict: verdict(incident),
            completeness: completeness(incident).iter().filter(|(_, told)| *told == Presence::Present).count(),
        }
    }

    /// Shares its repeated texts with those of other documents.
    pub fn share(&mut self, pool: &mut HashSet<Arc<str>>) {
        if self.title.is_same_in_all() {
            self.title.fr = Arc::clone(&self.title.en);
        }
        let mut share = |word: &mut Arc<str>| match pool.get(word) {
            Some(known) => *word = Arc::clone(known),
            None => _ = pool.insert(Arc::clone(word)),
        };
        let parties = self.parties.iter_mut().map(|party| &mut party.name);
        for name in parties.chain(&mut self.actor).chain([&mut self.organisation]) {
            let is_same = name.is_same_in_all();
            share(&mut name.en);
            if is_same {
                name.fr = Arc::clone(&name.en);
            } else {
                share(&mut name.fr);
            }
        }
        self.tags.iter_mut().chain(&mut self.sector).chain(&mut self.country).for_each(share);
    }

    /// How many characters at the start of the title, as readers of a language see it, only name the organisation.
    pub fn opening(&self, lang: Lang) -> usize {
        self.opening[usize::from(lang == Lang::Fr)] as usize
    }

    /// When an event kind happened; `None` if that is not stated.
    pub fn milestone(&self, kind: EventKind) -> Option<Interval> {
        self.dates.iter().find(|(known, _)| *known == kind).map(|(_, interval)| *interval)
    }

    /// How long from one milestone to another; `None` if either is not stated.
    pub fn gap(&self, from: EventKind, to: EventKind) -> Option<Gap> {
        Some(Gap::between(self.milestone(from)?, self.milestone(to)?))
    }

    /// How many data categories may have got out.
    pub fn exposed(&self) -> usize {
        self.data.iter().filter(|(_, status)| may_be_out(*status)).count()
    }

    /// The title that a reader of a language sees, folded.
    pub fn folded_title(&self, lang: Lang) -> &str {
        self.folded_name(Place::Title, &self.title, lang)
    }

    /// The organisation's name that a reader of a language sees, folded.
    pub fn folded_organisation(&self, lang: Lang) -> &str {
        self.folded_name(Place::Organisation, &self.organisation, lang)
    }

    /// The organisation's name in each language, folded; no other name of it.
    pub fn folded_names(&self) -> impl Iterator<Item = &str> {
        let count = if self.organisation.is_same_in_all() { 1 } else { 2 };
        self.texts.at(Place::Organisation).take(count)
    }

    /// Of each place the English text stands first, and after it the French one if that is another.
    fn folded_name(&self, place: Place, label: &Label, lang: Lang) -> &str {
        let n = usize::from(lang == Lang::Fr && !label.is_same_in_all());
        self.texts.at(place).nth(n).unwrap_or_default()
    }
}

/// The documents of several incidents, their repeated texts shared.
pub fn documents<'a>(incidents: impl Iterator<Item = &'a Incident>) -> Vec<Arc<Document>> {
    let mut pool = HashSet::new();
    let mut documents: Vec<Document> = incidents.map(Document::new).collect();
    for document in &mut documents {
        document.share(&mut pool);
    }
    Texts::lay_together(documents.iter_mut().map(|document| &mut document.texts));
    documents.into_iter().map(Arc::new).collect()
}

/// The values in their order, none twice.
fn distinct<T: Copy + PartialEq>(values: impl Iterator<Item = T>) -> Box<[T]> {
    let mut known: Vec<T> = Vec::new();
    for value in values {
        if !known.contains(&value) {
            known.push(value);
        }
    }
    known.into()
}

fn verdict(incident: &Incident) -> Option<Verdict> {
    let applies = GDPR_ART_33.can_apply(incident);
    Some(read(&GDPR_ART_33, incident, None).verdict).filter(|verdict| applies && *verdict != Verdict::NotStated)
}

/// The year of an interval's start; where the start is unknown, of its last instant.
fn year(interval: Interval, zone: Tz) -> Option<i32> {
    let instant = interval.earliest.or(interval.latest.map(|end| end - TimeDelta::seconds(1)))?;
    Some(instant.with_timezone(&zone).year())
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
        assert_eq!((d.folded_title(Lang::Fr), d.folded_title(Lang::En)), ("ete", "summer"));
        assert_eq!((d.folded_organisation(Lang::Fr), d.title.get(Lang::Fr)), ("acme", "Été"));
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
            assert_eq!(document(&record(date)).year, year, "{date}");
        }
    }

    #[test]
    fn repeated_texts_are_held_once() {
        let yaml = "title: A\norganisation: { name: Acme, sector: retail, country: FR }\ntags: [x]\n\
                    timeline: [{ date: 2024, kind: detected }]";
        let incident: Incident = serde_yaml::from_str(yaml).expect("a record");
        let [a, b] = &documents([&incident, &incident].into_iter())[..] else { panic!("two documents") };
        assert_eq!(a, b);
        assert!(Arc::ptr_eq(&a.organisation.en, &b.organisation.fr));
        assert!(a.tags.iter().zip(&b.tags).all(|(a, b)| Arc::ptr_eq(a, b)));
    }
}
