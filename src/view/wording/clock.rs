//! How a legal clock's answer reads: what it counts from, how long it ran, and what that decides.
//! It does arithmetic on stated dates; it never says whether a law was kept.

use super::{date, gap};
use crate::record::clock::limit::Limit;
use crate::record::clock::{Clock, ClockReading, Verdict};
use crate::record::gap::Other;
use crate::record::milestone::{Milestone, Reading};
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::record::{Gap, Localised};
use crate::text::{Lang, clean, unit};
use chrono::TimeDelta;

/// The clock's name for a reader.
pub fn name(clock: &Clock, lang: Lang) -> String {
    clean(clock.name.get(lang))
}

/// What a clock allows, in words: `72 h`, `4 business days`.
pub fn limit(limit: Limit, lang: Lang) -> String {
    let words = match limit {
        Limit::Hours(_) => unit::LIMIT_HOURS,
        Limit::Days(_) => unit::DAYS,
        Limit::Months(_) => unit::MONTHS_LONG,
        Limit::BusinessDays(_) => unit::BUSINESS_DAYS,
    };
    words.of(lang, limit.number().into())
}

/// The clock's answer in words: `later than 72 h after the stated detection (7–9 days)`.
pub fn full(reading: &ClockReading, lang: Lang) -> String {
    let Some(from) = &reading.from else { return without_start(reading.clock, lang) };
    let start = start(from.kind, lang);
    match (reading.verdict, reading.gap) {
        (Verdict::Running, Some(gap)) => running(reading.clock, gap, &start, lang),
        (verdict, Some(gap)) => answer(reading.clock, verdict, gap, &start, lang),
        (_, None) => without_end(reading.clock, &start, lang),
    }
}

/// What other readings of the dates make of the clock, a line each.
pub fn others(reading: &ClockReading, lang: Lang) -> Vec<String> {
    let Some((from, to)) = reading.from.as_ref().zip(reading.to.as_ref()) else { return Vec::new() };
    let start = start(from.kind, lang);
    let told = reading.others.iter().map(|(other, verdict)| {
        let said = answer(reading.clock, *verdict, other.gap, &start, lang);
        unit::BY_READING.fill(lang, &[&readings(other, from, to, lang), &said])
    });
    told.collect()
}

/// What other readings of its dates make of a gap, a line each.
pub fn other_gaps(others: &[Other], from: &Milestone, to: &Milestone, lang: Lang) -> Vec<String> {
    let told = others
        .iter()
        .map(|other| unit::BY_READING.fill(lang, &[&readings(other, from, to, lang), &gap::full(other.gap, lang)]));
    told.collect()
}

/// The readings that make another gap: `Detected 13 July 2025, disputed`.
fn readings(other: &Other, from: &Milestone, to: &Milestone, lang: Lang) -> String {
    let one = |kind: EventKind, reading: &Reading| {
        let (label, status) = (kind.label().get(lang), reading.status.label().get(lang));
        unit::READING.fill(lang, &[&label, &date::full(&reading.date, lang), &status])
    };
    let ends = [(from.kind, &other.from), (to.kind, &other.to)];
    let told = ends.into_iter().filter_map(|(kind, reading)| Some(one(kind, reading.as_ref()?)));
    told.collect::<Vec<_>>().join("; ")
}

fn answer(clock: &Clock, verdict: Verdict, gap: Gap, start: &str, lang: Lang) -> String {
    let words = gap::fine(gap, lang);
    let Some(limit) = clock.limit.map(|limit| self::limit(limit, lang)) else {
        return if gap.is_unknown() {
            unit::CLOCK_NO_LIMIT_UNKNOWN.fill(lang, &[&start])
        } else {
            unit::CLOCK_NO_LIMIT.fill(lang, &[&words, &start])
        };
    };
    let before = gap.max.is_some_and(|max| max <= TimeDelta::zero());
    match verdict {
        Verdict::Within if before => unit::CLOCK_BEFORE.fill(lang, &[&limit, &start, &words]),
        Verdict::Within => unit::CLOCK_WITHIN.fill(lang, &[&limit, &start, &words]),
        Verdict::Late => unit::CLOCK_LATE.fill(lang, &[&limit, &start, &words]),
        _ => unit::CLOCK_UNDECIDED.fill(lang, &[&words, &limit, &start]),
    }
}

fn running(clock: &Clock, passed: Gap, start: &str, lang: Lang) -> String {
    let limit = clock.limit.map(|limit| self::limit(limit, lang)).unwrap_or_default();
    let words = gap::fine(passed, lang);
    let Some(Limit::Hours(hours)) = clock.limit else {
        return unit::CLOCK_RUNNING_OUT.fill(lang, &[&words, &start, &limit]);
    };
    let allowed = TimeDelta::hours(hours.into());
    let left = Gap { min: passed.max.map(|max| allowed - max), max: passed.min.map(|min| allowed - min) };
    let zero = TimeDelta::zero();
    match (left.min, left.max) {
        (Some(min), _) if min >= zero => {
            unit::CLOCK_RUNNING.fill(lang, &[&words, &start, &gap::fine(left, lang), &limit])
        }
        (_, Some(max)) if max < zero => unit::CLOCK_RUN_OUT.fill(lang, &[&words, &start, &limit]),
        _ => unit::CLOCK_RUNNING_OUT.fill(lang, &[&words, &start, &limit]),
    }
}

fn without_start(clock: &Clock, lang: Lang) -> String {
    let missing = match (&clock.from[..], &clock.from_text) {
        ([one, other, ..], _) => unit::NEITHER.fill(lang, &[&milestone(*one, lang), &milestone(*other, lang)]),
        ([one], _) => milestone(*one, lang),
        ([], text) => no_field(text.as_ref(), lang),
    };
    match clock.limit {
        Some(limit) => unit::CLOCK_NO_START.fill(lang, &[&missing, &self::limit(limit, lang)]),
        None => unit::CLOCK_NO_START_NO_LIMIT.fill(lang, &[&missing]),
    }
}

fn without_end(clock: &Clock, start: &str, lang: Lang) -> String {
    let missing = clock.to.map_or_else(|| no_field(clock.to_text.as_ref(), lang), |to| milestone(to, lang));
    match clock.limit {
        Some(limit) => unit::CLOCK_NO_END.fill(lang, &[&missing, &self::limit(limit, lang), &start]),
        None => unit::CLOCK_NO_END_NO_LIMIT.fill(lang, &[&missing]),
    }
}

fn no_field(text: Option<&Localised>, lang: Lang) -> String {
    unit::NO_FIELD.fill(lang, &[&text.map(|text| clean(text.get(lang))).unwrap_or_default()])
}

/// A milestone that is not stated.
fn milestone(kind: EventKind, lang: Lang) -> String {
    match kind {
        EventKind::Aware => unit::AWARENESS.get(lang).to_owned(),
        EventKind::Detected => unit::DETECTION.get(lang).to_owned(),
        EventKind::AuthorityNotified => unit::NOTIFICATION.get(lang).to_owned(),
        other => unit::MILESTONE.fill(lang, &[&other.label().get(lang)]),
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
mod tests;
