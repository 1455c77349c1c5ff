//! Legal clocks: how long after one milestone another had to come, and whether it did.
//! They do arithmetic on stated dates; they say nothing about the law's exceptions.

pub mod file;
pub mod limit;

use super::gap::{self, Other, Stated, first};
use super::incident::Incident;
use super::interval::{Answer, Gap, Interval};
use super::localised::Localised;
use super::milestone::{Milestone, milestone, milestones};
use super::vocabulary::{EventKind, MeasureKind, MeasureStatus};
use super::when::When;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use limit::Limit;
use std::sync::LazyLock;

/// A clock: from the first of `from` that a record states, to `to`, within a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Its name in outputs.
    pub id: String,
    /// Its name for readers.
    pub name: Localised,
    /// The milestones that start it, the proper one first; none if no event kind states its start.
    pub from: Vec<EventKind>,
    /// Its start in words, where no event kind states it.
    pub from_text: Option<Localised>,
    /// The milestone that stops it; none if no event kind states its end.
    pub to: Option<EventKind>,
    /// Its end in words, where no event kind states it.
    pub to_text: Option<Localised>,
    /// What it allows; none where the law names no number.
    pub limit: Option<Limit>,
    /// The text of law that it stands in.
    pub source: Localised,
    /// Where that text can be read.
    pub url: Option<String>,
    /// Since when, and until when; always if it is left out.
    pub in_force: Option<When>,
    /// The countries of the organisations to which it may apply; everywhere if there are none.
    pub countries: Vec<String>,
    /// The sectors to which it may apply; all if there are none.
    pub sectors: Vec<String>,
    /// Whether it is shown unasked.
    pub shown: bool,
    /// What a reader must know of it.
    pub note: Option<Localised>,
}

/// The clock of Regulation (EU) 2016/679, art. 33(1): 72 hours from awareness, else detection, to the authority.
pub static GDPR_ART_33: LazyLock<Clock> =
    LazyLock::new(|| built_in().iter().find(|clock| clock.id == "gdpr_art_33").cloned().unwrap_or_else(Clock::empty));

static BUILT_IN: LazyLock<Vec<Clock>> = LazyLock::new(|| file::read(include_bytes!("clock/clocks.yaml")).clocks);

/// The clocks built into the program.
pub fn built_in() -> &'static [Clock] {
    &BUILT_IN
}

/// What a clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Verdict {
    /// Certainly within its limit.
    Within,
    /// Certainly later.
    Late,
    /// The dates do not decide it, or the law names no limit.
    Undecided,
    /// A milestone is not stated.
    NotStated,
    /// Its end is not stated and may be to come; the gap is what has passed.
    Running,
}

impl Verdict {
    /// Its word in outputs.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Within => "within",
            Verdict::Late => "late",
            Verdict::Undecided => "undecided",
            Verdict::NotStated => "not_stated",
            Verdict::Running => "running",
        }
    }
}

/// A clock read on one incident.
#[derive(Clone, Debug, PartialEq)]
pub struct ClockReading<'a> {
    /// The clock.
    pub clock: &'a Clock,
    /// The milestone that started it.
    pub from: Option<Milestone>,
    /// The milestone that stopped it.
    pub to: Option<Milestone>,
    /// How long it ran; of a running one, how long it has run.
    pub gap: Option<Gap>,
    /// What it says.
    pub verdict: Verdict,
    /// What it says by readings that a milestone leaves out.
    pub others: Vec<(Other, Verdict)>,
}

/// The clocks that are read, and the present, which only a countdown needs.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The clocks.
    pub clocks: &'a [Clock],
    /// The present; without it no clock is running.
    pub now: Option<DateTime<Utc>>,
}

/// The legal clocks of a session, and the moment that its countdowns are told for.
#[derive(Clone, Debug, Default)]
pub struct OwnedRules {
    /// The clocks: those built in, and the user's own; `None` for those built in alone, which are read once they are needed.
    pub clocks: Option<Vec<Clock>>,
    /// The present, as the program started; without it nothing is counted down.
    pub now: Option<DateTime<Utc>>,
}

impl OwnedRules {
    /// The clocks and the present as they are read.
    pub fn as_rules(&self) -> Rules<'_> {
        Rules { clocks: self.clocks.as_deref().unwrap_or_else(|| built_in()), now: self.now }
    }
}

impl Rules<'static> {
    /// The clocks built in, and no present.
    pub fn built_in() -> Rules<'static> {
        Rules { clocks: built_in(), now: None }
    }
}

impl<'a> Rules<'a> {
    /// The readings of the clocks that are shown unasked and can apply to an incident.
    pub fn read(self, incident: &Incident) -> Vec<ClockReading<'a>> {
        let shown = self.clocks.iter().filter(|clock| clock.shown && clock.can_apply(incident));
        shown.map(|clock| read(clock, incident, self.now)).collect()
    }
}

impl Clock {
    /// Whether it may apply to an incident, as far as country, sector and dates are stated; what is not stated excludes nothing.
    pub fn can_apply(&self, incident: &Incident) -> bool {
        let organisation = &incident.organisation;
        let country = organisation.country.as_deref();
        let sector = organisation.sector.as_deref();
        country.is_none_or(|country| self.countries.is_empty() || self.countries.iter().any(|known| known == country))
            && sector.is_none_or(|sector| self.sectors.is_empty() || self.sectors.iter().any(|s| is_same(s, sector)))
            && self.is_in_force(incident)
    }

    /// Whether it may have been in force at its start; where that is not stated, at any stated date.
    fn is_in_force(&self, incident: &Incident) -> bool {
        let Some(in_force) = &self.in_force else { return true };
        let at = first(incident, &self.from).map(|start| start.interval);
        let at = at.or_else(|| milestones(incident).into_iter().map(|m| m.interval).reduce(Interval::hull));
        at.is_none_or(|at| at.overlaps(in_force.interval(incident.zone())))
    }

    fn empty() -> Clock {
        let nothing = || Localised::Plain(String::new());
        Clock {
            id: String::new(),
            name: nothing(),
            from: Vec::new(),
            from_text: None,
            to: None,
            to_text: None,
            limit: None,
            source: nothing(),
            url: None,
            in_force: None,
            countries: Vec::new(),
            sectors: Vec::new(),
            shown: false,
            note: None,
        }
    }
}

/// Whether two words for a sector are one, whatever their case and the mark between their parts.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |word: &str| word.to_lowercase().replace(['_', '-'], " ");
    plain(one) == plain(other)
}

/// Reads a clock on an incident.
///
/// It is running, given the present, if its start is stated and lies no more than twice its limit back, its end is
/// neither stated nor refused, and the incident is not closed; an older incident without an end is not stated.
pub fn read<'a>(clock: &'a Clock, incident: &Incident, now: Option<DateTime<Utc>>) -> ClockReading<'a> {
    let zone = incident.zone();
    let stated = clock.to.and_then(|to| gap::stated(incident, &clock.from, to));
    if let Some(Stated { from, to, gap, others }) = stated {
        let verdict = verdict(clock, from.interval, to.interval, zone);
        let judge = |other: Other| {
            let (a, b) = other.ends(&from, &to);
            (other, self::verdict(clock, a, b, zone))
        };
        let others = others.into_iter().map(judge).collect();
        return ClockReading { clock, from: Some(from), to: Some(to), gap: Some(gap), verdict, others };
    }
    let (from, to) = (first(incident, &clock.from), clock.to.and_then(|to| milestone(incident, to)));
    let gap = from.as_ref().zip(now).and_then(|(from, now)| elapsed(clock, incident, from, now));
    let verdict = if gap.is_some() { Verdict::Running } else { Verdict::NotStated };
    ClockReading { clock, from, to, gap, verdict, others: Vec::new() }
}

fn verdict(clock: &Clock, from: Interval, to: Interval, zone: Tz) -> Verdict {
    match clock.limit.map(|limit| limit.is_kept(from, to, zone)) {
        Some(Answer::Yes) => Verdict::Within,
        Some(Answer::No) => Verdict::Late,
        Some(Answer::Undecided) | None => Verdict::Undecided,
    }
}

/// How long a clock has run, if it is running.
fn elapsed(clock: &Clock, incident: &Incident, from: &Milestone, now: DateTime<Utc>) -> Option<Gap> {
    let (limit, to) = (clock.limit?, clock.to?);
    let refused = |kind: MeasureKind, status| kind.event_kind() == Some(to) && status == Some(MeasureStatus::Refused);
    let over = milestone(incident, to).is_some()
        || milestone(incident, EventKind::Closed).is_some()
        || incident.measures.iter().any(|measure| refused(measure.kind, measure.status));
    let (start, after) = (from.interval.earliest?, from.interval.latest?);
    let recent = start <= now && start >= now - limit.longest() * 2;
    // what has started did so before now, however long its day still is
    let begun = Interval { earliest: Some(start), latest: Some(after.min(now)) };
    (!over && recent).then(|| Gap::between(begun, Interval { earliest: Some(now), latest: Some(now) }))
}

#[cfg(test)]
mod tests;
