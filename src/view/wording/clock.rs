//! How a legal clock's answer reads: what it counts from, how long it ran, and what that decides.
//! It does arithmetic on stated dates; it never says whether a law was kept.

use super::gap;
use crate::record::clock::{Clock, ClockReading, GDPR_ART_33, Verdict};
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::text::{Lang, unit};

/// The clock's name for a reader.
pub fn name(clock: Clock, lang: Lang) -> &'static str {
    if clock.name == GDPR_ART_33.name { unit::CLOCK_GDPR_33.get(lang) } else { clock.name }
}

/// The clock's answer in words: `later than 72 h after the stated detection (7–9 days)`.
pub fn full(reading: &ClockReading, lang: Lang) -> String {
    let hours = reading.clock.hours;
    let Some(from) = &reading.from else { return unit::CLOCK_NO_START.fill(lang, &[&hours]) };
    let start = start(from.kind, lang);
    let Some(gap) = reading.gap else { return unit::CLOCK_NO_END.fill(lang, &[&hours, &start]) };
    let gap = gap::fine(gap, lang);
    match reading.verdict {
        Verdict::Within => unit::CLOCK_WITHIN.fill(lang, &[&hours, &start, &gap]),
        Verdict::Late => unit::CLOCK_LATE.fill(lang, &[&hours, &start, &gap]),
        Verdict::Undecided | Verdict::NotStated => unit::CLOCK_UNDECIDED.fill(lang, &[&gap, &hours, &start]),
    }
}

fn start(kind: EventKind, lang: Lang) -> String {
    match kind {
        EventKind::Aware => unit::STATED_AWARENESS.get(lang).to_owned(),
        EventKind::Detected => unit::STATED_DETECTION.get(lang).to_owned(),
        other => unit::STATED_OTHER.fill(lang, &[&other.label().get(lang)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Incident, clock};

    fn said(timeline: &str, lang: Lang) -> String {
        let yaml = format!("title: T\norganisation: {{ name: O }}\ntimeline: [{timeline}]\n");
        let incident: Incident = serde_yaml::from_str(&yaml).unwrap();
        full(&clock::read(GDPR_ART_33, &incident), lang)
    }

    #[test]
    fn a_clock_says_from_what_it_counts() {
        let aware = "{ date: 2025-03-01, kind: aware }, { date: 2025-03-09, kind: authority_notified }";
        assert_eq!(said(aware, Lang::En), "later than 72 h after the stated awareness (7–9 days)");
        let detected = "{ date: 2025-03-01, kind: detected }, { date: 2025-03-03, kind: authority_notified }";
        assert_eq!(said(detected, Lang::En), "within 72 h of the stated detection (1–3 days)");
        assert_eq!(said(detected, Lang::Fr), "dans les 72 h suivant la détection déclarée (1–3 jours)");
    }

    #[test]
    fn a_clock_that_cannot_be_decided_says_so() {
        let by = "{ date: 2025-07-12, kind: detected }, { date: ../2025-07-23, kind: authority_notified }";
        assert_eq!(said(by, Lang::En), "cannot be decided: at most 12 days, against 72 h from the stated detection");
        assert!(said(by, Lang::Fr).starts_with("indécidable\u{a0}: au plus 12 jours"));
    }

    #[test]
    fn a_clock_says_which_milestone_is_not_stated() {
        assert!(said("{ date: 2025-07-12, kind: disclosed }", Lang::En).starts_with("not stated: neither"));
        assert!(said("{ date: 2025-07-12, kind: aware }", Lang::Fr).contains("notification à l'autorité"));
    }

    #[test]
    fn no_answer_speaks_of_the_law_being_kept() {
        let all =
            [unit::CLOCK_WITHIN, unit::CLOCK_LATE, unit::CLOCK_UNDECIDED, unit::CLOCK_NO_START, unit::CLOCK_NO_END];
        for phrase in all {
            for lang in Lang::ALL {
                let text = phrase.get(lang).to_lowercase();
                assert!(!text.contains("complian") && !text.contains("violation") && !text.contains("conform"));
            }
        }
    }
}
