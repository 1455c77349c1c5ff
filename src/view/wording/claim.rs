//! How a claim reads: the figure, who gives it, as of when, how far it can be relied on, and what replaced it.
//! It does not choose which claim comes first; `record::headline` does.

use super::{count, date};
use crate::record::Incident;
use crate::record::headline::superseded_by;
use crate::record::incident::Claim;
use crate::record::vocabulary::{ClaimantKind, Status, Vocabulary};
use crate::text::{Lang, view};

/// The figure with its unit, and of whom: `at least 340,000 persons (job seekers)`.
pub fn figure(claim: &Claim, lang: Lang) -> String {
    let figure = count::with_unit(claim.count, claim.unit, lang);
    match &claim.who {
        Some(who) => view::ASIDE.fill(lang, &[&figure, &who.get(lang)]),
        None => figure,
    }
}

/// Who gives it, and what they are to the incident: `France Travail (controller)`.
pub fn claimant(claim: &Claim, lang: Lang) -> String {
    let Some(by) = &claim.by else { return view::NOBODY.get(lang).to_owned() };
    let name = by.name.get(lang);
    match by.kind {
        // that somebody is somebody else tells nothing
        Some(kind) if kind != ClaimantKind::Other => view::ASIDE.fill(lang, &[&name, &kind.label().get(lang)]),
        _ => name.to_owned(),
    }
}

/// Its status, unless it is confirmed.
pub fn status(claim: &Claim, lang: Lang) -> Option<&'static str> {
    claim.status.filter(|status| *status != Status::Confirmed).map(|status| status.label().get(lang))
}

/// What replaced it: `superseded by 36,820,828 persons, CNIL (authority)`.
pub fn replacement(incident: &Incident, claim: &Claim, lang: Lang) -> Option<String> {
    let newer = superseded_by(incident, claim)?;
    let figure = count::with_unit(newer.count, newer.unit, lang);
    Some(view::SUPERSEDED_BY.fill(lang, &[&figure, &claimant(newer, lang)]))
}

/// The claim as a part of a sentence: figure, claimant, date, status, replacement.
pub fn full(incident: &Incident, claim: &Claim, lang: Lang) -> String {
    let said_on = claim.as_of.as_ref().map(|when| date::full(when, lang));
    let parts = [
        Some(figure(claim, lang)),
        Some(claimant(claim, lang)),
        said_on,
        status(claim, lang).map(str::to_owned),
        replacement(incident, claim, lang),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_says_who_when_and_what_replaced_it() {
        let incident: Incident = serde_yaml::from_str(
            "
title: T
organisation: { name: O }
timeline: [{ date: 2025, kind: disclosed }]
affected:
  - { id: a, count: { min: 43000000, max: 43000000, approx: true }, unit: persons, by: { name: O, kind: controller }, as_of: 2024-03-13 }
  - { count: 36820828, unit: persons, who: { en: job seekers, fr: demandeurs d'emploi }, by: { name: CNIL, kind: authority }, supersedes: a }
  - { count: { min: 3 }, unit: files, status: claimed }
",
        )
        .unwrap();
        let said = |n: usize, lang| full(&incident, &incident.affected[n], lang);
        assert_eq!(
            said(0, Lang::En),
            "about 43,000,000 persons, O (controller), 13 March 2024, superseded by 36,820,828 persons, CNIL (authority)"
        );
        assert_eq!(said(1, Lang::Fr), "36\u{202f}820\u{202f}828 personnes (demandeurs d'emploi), CNIL (autorité)");
        assert_eq!(said(2, Lang::En), "at least 3 files, by nobody named, claimed");
    }
}
