//! The headline count: the one figure shown first among all that were claimed, and whether it is contested.
//! It never adds, converts or averages claims.

use super::incident::{Claim, Incident};
use super::vocabulary::{ClaimantKind, CountUnit, Status};
use chrono::{DateTime, Utc};

/// The figure shown first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Headline<'a> {
    /// The claim that carries it.
    pub claim: &'a Claim,
    /// Its place among the incident's claims.
    pub index: usize,
    /// Whether only an attacker gave a figure, or another standing claim in the unit differs by over a quarter.
    pub contested: bool,
    /// Whether only an attacker gave it.
    pub attacker_only: bool,
}

/// The headline of an incident; `None` if nobody gave a figure of people, or what stands for them, that still stands.
pub fn headline(incident: &Incident) -> Option<Headline<'_>> {
    let standing = standing(incident);
    let unit = [CountUnit::Persons, CountUnit::Accounts, CountUnit::Households, CountUnit::Records]
        .into_iter()
        .find(|unit| standing.iter().any(|(_, claim)| claim.unit == *unit))?;
    let rivals: Vec<(usize, &Claim)> = standing.into_iter().filter(|(_, claim)| claim.unit == unit).collect();
    // of equals the one written last, hence max over (authority, day, place)
    let (index, claim) = rivals
        .iter()
        .copied()
        .max_by_key(|(n, claim)| (std::cmp::Reverse(claimant(claim)), said_on(incident, claim), *n))?;
    let attacker_only = claimant(claim) == ClaimantKind::Attacker;
    let contested = attacker_only || rivals.iter().any(|(_, other)| claim.count.differs_widely(other.count));
    Some(Headline { claim, index, contested, attacker_only })
}

/// The claims that nothing supersedes and that are not retracted, with their places.
pub fn standing(incident: &Incident) -> Vec<(usize, &Claim)> {
    incident
        .affected
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.status != Some(Status::Retracted) && superseded_by(incident, claim).is_none())
        .collect()
}

/// The claim that replaces another.
pub fn superseded_by<'a>(incident: &'a Incident, claim: &Claim) -> Option<&'a Claim> {
    let id = claim.id.as_deref()?;
    incident.affected.iter().find(|newer| newer.supersedes.as_deref() == Some(id) && !std::ptr::eq(*newer, claim))
}

/// What the one who gave a figure is to the incident; somebody else if the record does not say.
pub fn claimant(claim: &Claim) -> ClaimantKind {
    claim.by.as_ref().and_then(|by| by.kind).unwrap_or(ClaimantKind::Other)
}

fn said_on(incident: &Incident, claim: &Claim) -> Option<DateTime<Utc>> {
    let interval = claim.as_of.as_ref()?.interval(incident.zone());
    interval.earliest.or(interval.latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn leads(claims: &str, index: Option<usize>) {
        let yaml = format!(
            "title: T\norganisation: {{ name: O }}\ntimeline: [{{ date: 2025, kind: detected }}]\naffected: [{claims}]"
        );
        let incident: Incident = serde_yaml::from_str(&yaml).unwrap();
        assert_eq!(headline(&incident).map(|headline| headline.index), index, "{claims}");
    }

    #[test]
    fn people_come_before_what_stands_for_them() {
        leads("{ count: 9, unit: records }, { count: 3, unit: households }, { count: 5, unit: accounts }", Some(2));
        leads("{ count: 9, unit: accounts }, { count: 3, unit: persons }", Some(1));
    }

    #[test]
    fn what_counts_no_people_is_no_headline() {
        for unit in ["bytes", "files", "organisations", "other"] {
            leads(&format!("{{ count: 60000000000, unit: {unit} }}"), None);
            leads(&format!("{{ count: 60000000000, unit: {unit} }}, {{ count: 7, unit: records }}"), Some(1));
        }
    }
}
