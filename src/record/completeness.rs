//! Completeness: which of the things that GDPR art. 33 and 34 ask to be told a record states.
//! It counts what is stated, not whether it was told to an authority; contact and reasons for delay have no field and are left out.

use super::gap::first;
use super::incident::{Claim, Incident};
use super::vocabulary::{CountUnit, DataStatus, EventKind, MeasureKind, MeasureStatus, Status, Vector};
use crate::text::{Phrase, completeness as words};

/// One thing asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The nature of the breach: how it came about.
    Nature,
    /// The categories of persons concerned.
    PersonKinds,
    /// How many persons.
    Persons,
    /// The categories of data.
    DataKinds,
    /// How many records.
    Records,
    /// The likely consequences.
    Consequences,
    /// The measures taken or proposed.
    Measures,
    /// When the controller was aware, or the breach detected.
    Awareness,
    /// When the authority was notified.
    Notification,
    /// Whether the persons were informed.
    Information,
}

/// What a record says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It is stated.
    Present,
    /// It is stated to be unknown.
    Unknown,
    /// Nothing is said.
    Absent,
}

impl Asked {
    /// All that is asked for, in the order of the articles.
    pub const ALL: [Asked; 10] = [
        Asked::Awareness,
        Asked::Notification,
        Asked::PersonKinds,
        Asked::Persons,
        Asked::DataKinds,
        Asked::Records,
        Asked::Nature,
        Asked::Consequences,
        Asked::Measures,
        Asked::Information,
    ];

    /// Its name for readers.
    pub fn label(self) -> Phrase {
        match self {
            Asked::Nature => words::NATURE,
            Asked::PersonKinds => words::PERSON_KINDS,
            Asked::Persons => words::PERSONS,
            Asked::DataKinds => words::DATA_KINDS,
            Asked::Records => words::RECORDS,
            Asked::Consequences => words::CONSEQUENCES,
            Asked::Measures => words::MEASURES,
            Asked::Awareness => words::AWARENESS,
            Asked::Notification => words::NOTIFICATION,
            Asked::Information => words::INFORMATION,
        }
    }

    /// The article that asks for it.
    pub fn article(self) -> Phrase {
        match self {
            Asked::Awareness | Asked::Notification => words::ARTICLE_33_1,
            Asked::Nature | Asked::Consequences | Asked::Measures => words::ARTICLE_33_3_5,
            Asked::PersonKinds | Asked::Persons | Asked::DataKinds | Asked::Records => words::ARTICLE_33_3,
            Asked::Information => words::ARTICLE_34,
        }
    }

    /// What a record says of it.
    pub fn of(self, incident: &Incident) -> Presence {
        match self {
            Asked::Nature => {
                let vectors = incident.attack.iter().flat_map(|attack| &attack.vectors);
                most(
                    vectors
                        .map(|vector| if *vector == Vector::Unknown { Presence::Unknown } else { Presence::Present }),
                )
            }
            Asked::PersonKinds => any(standing(incident).any(|claim| claim.who.is_some())),
            Asked::Persons => any(standing(incident).any(|claim| claim.unit == CountUnit::Persons)),
            Asked::Records => {
                any(standing(incident).any(|claim| matches!(claim.unit, CountUnit::Records | CountUnit::Accounts)))
            }
            Asked::DataKinds => most(incident.data.iter().map(|exposure| match exposure.status {
                DataStatus::Unknown => Presence::Unknown,
                _ => Presence::Present,
            })),
            Asked::Consequences => any(!incident.risks.is_empty()),
            Asked::Measures => measures(incident, |kind| !is_notice(kind)),
            Asked::Awareness => dated(incident, &[EventKind::Aware, EventKind::Detected]),
            Asked::Notification => dated(incident, &[EventKind::AuthorityNotified]),
            Asked::Information => match dated(incident, &[EventKind::PersonsInformed]) {
                Presence::Present => Presence::Present,
                other => most([other, measures(incident, |kind| kind == MeasureKind::PersonsInformed)]),
            },
        }
    }
}

/// What a record says of all that is asked for.
pub fn completeness(incident: &Incident) -> [(Asked, Presence); 10] {
    Asked::ALL.map(|asked| (asked, asked.of(incident)))
}

fn any(stated: bool) -> Presence {
    if stated { Presence::Present } else { Presence::Absent }
}

/// The most that several statements say.
fn most(all: impl IntoIterator<Item = Presence>) -> Presence {
    all.into_iter().fold(Presence::Absent, |most, next| match (most, next) {
        (Presence::Present, _) | (_, Presence::Present) => Presence::Present,
        (Presence::Unknown, _) | (_, Presence::Unknown) => Presence::Unknown,
        _ => Presence::Absent,
    })
}

fn standing(incident: &Incident) -> impl Iterator<Item = &Claim> {
    incident.affected.iter().filter(|claim| claim.status != Some(Status::Retracted))
}

/// Whether a measure is the telling itself, not a remedy.
fn is_notice(kind: MeasureKind) -> bool {
    matches!(kind, MeasureKind::AuthorityNotified | MeasureKind::AgencyInformed | MeasureKind::PersonsInformed)
}

fn measures(incident: &Incident, counts: impl Fn(MeasureKind) -> bool) -> Presence {
    let counted = incident.measures.iter().filter(|measure| counts(measure.kind));
    most(counted.map(|measure| match measure.status {
        Some(MeasureStatus::Unknown) => Presence::Unknown,
        _ => Presence::Present,
    }))
}

/// Whether the date of a milestone is stated.
fn dated(incident: &Incident, kinds: &[EventKind]) -> Presence {
    most(
        kinds
            .iter()
            .filter_map(|kind| first(incident, &[*kind]))
            .map(|milestone| if milestone.interval.is_unknown() { Presence::Unknown } else { Presence::Present }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(rest: &str) -> Vec<(Asked, Presence)> {
        let yaml = format!("title: T\norganisation: {{ name: O }}\n{rest}\n");
        completeness(&serde_yaml::from_str(&yaml).unwrap()).to_vec()
    }

    fn of(rest: &str, asked: Asked) -> Presence {
        told(rest).into_iter().find(|(known, _)| *known == asked).unwrap().1
    }

    const BARE: &str = "timeline: [{ date: 2025, kind: disclosed }]";

    #[test]
    fn a_bare_record_states_none_of_it() {
        assert!(told(BARE).iter().all(|(_, presence)| *presence == Presence::Absent));
    }

    #[test]
    fn what_is_stated_to_be_unknown_is_neither_present_nor_absent() {
        let rest = "timeline: [{ date: unknown, kind: detected }]\nattack: { vectors: [unknown] }\n\
                    data: [{ category: name, status: unknown }]\nmeasures: [{ kind: audit, status: unknown }]";
        for asked in [Asked::Awareness, Asked::Nature, Asked::DataKinds, Asked::Measures] {
            assert_eq!(of(rest, asked), Presence::Unknown, "{asked:?}");
        }
        assert_eq!(of(&rest.replace("[unknown]", "[unknown, phishing]"), Asked::Nature), Presence::Present);
    }

    #[test]
    fn a_notice_is_no_remedy_and_a_retracted_figure_no_figure() {
        let rest = format!(
            "{BARE}\nmeasures: [{{ kind: authority_notified, date: 2025-03 }}, {{ kind: persons_informed, status: refused }}]\n\
             affected: [{{ count: 5, unit: persons, who: staff, status: retracted }}, {{ count: 7, unit: accounts }}]"
        );
        assert_eq!(of(&rest, Asked::Measures), Presence::Absent);
        assert_eq!(of(&rest, Asked::Notification), Presence::Present);
        assert_eq!(of(&rest, Asked::Information), Presence::Present);
        assert_eq!(of(&rest, Asked::Persons), Presence::Absent);
        assert_eq!(of(&rest, Asked::PersonKinds), Presence::Absent);
        assert_eq!(of(&rest, Asked::Records), Presence::Present);
    }
}
