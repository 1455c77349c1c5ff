//! What stands on a time axis: a lane an incident with its events and dated measures, and the words of the ticks.
//! It places nothing in cells; `chart` does.

mod day_zero;
mod legend;

pub use day_zero::{left_out, left_out_summary, median_lane, since};
pub use legend::{legend, legend_rows};

use super::item::Teller;
use super::line::Line;
use super::{Item, Options};
use crate::chart::ticks::TickUnit;
use crate::record::interval::Interval;
use crate::record::vocabulary::{EventKind, MeasureKind, MeasureStatus, Status};
use crate::record::{Incident, When};
use crate::text::{Lang, clean, number, unit};
use crate::theme::Glyphs;
use chrono::{DateTime, Datelike, Timelike, Utc};

/// One incident on the axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaneModel {
    /// The incident's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What happened, in order; what has no date at all comes last.
    pub events: Vec<EventModel>,
}

/// One event, measure or plan on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent doubt that a reader is told of")]
pub struct EventModel {
    /// The first instant that it may be, in seconds UTC; `None` if the start is open.
    pub from: Option<i64>,
    /// The first instant after it; `None` if the end is open.
    pub to: Option<i64>,
    /// What it is.
    pub kind: Kind,
    /// Who acts.
    pub actor: Actor,
    /// Whether it is claimed, disputed or retracted.
    pub doubtful: bool,
    /// Whether its date is approximate.
    pub approximate: bool,
    /// Whether its date is uncertain.
    pub uncertain: bool,
    /// What it is, in a word or two.
    pub label: String,
    /// It told in full.
    pub detail: Vec<Line>,
    /// Where it stands in the record.
    pub at: String,
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// Whether it was only planned for then.
    pub planned: bool,
}

/// What an event stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An event.
    Event(EventKind),
    /// A measure.
    Measure(MeasureKind),
}

impl Kind {
    /// Whether its vocabulary has a name for it.
    pub fn is_named(self) -> bool {
        !matches!(self, Kind::Event(EventKind::Other) | Kind::Measure(MeasureKind::Other))
    }
}

/// Who acts in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// The attacker.
    Attack,
    /// The organisation and those who help it.
    Response,
    /// Authorities and courts.
    Authority,
    /// Nobody in particular.
    Neutral,
}

impl EventModel {
    /// Who gets a label first, the greater number: the events that tell most, what is firm before what is doubtful.
    pub fn importance(&self) -> u8 {
        use EventKind as K;
        let kind = match self.kind {
            Kind::Event(K::Detected | K::Disclosed | K::AuthorityNotified | K::Intrusion | K::Sanction) => 4,
            Kind::Event(K::Aware | K::Contained | K::PersonsInformed | K::Exfiltration | K::DataForSale) => 3,
            _ if self.actor == Actor::Neutral => 1,
            _ => 2,
        };
        kind * 2 - u8::from(self.doubtful || self.planned)
    }
}

/// Who acts in an event of a kind.
pub fn actor(kind: EventKind) -> Actor {
    use EventKind as K;
    match kind {
        K::Intrusion | K::Exfiltration | K::DataForSale | K::AttackerClaim => Actor::Attack,
        K::Detected
        | K::Aware
        | K::Contained
        | K::ServiceClosed
        | K::ServiceRestored
        | K::ControllerInformed
        | K::AuthorityNotified
        | K::ComplaintFiled
        | K::PersonsInformed
        | K::Disclosed
        | K::Measure
        | K::Correction => Actor::Response,
        K::InvestigationOpened | K::Arrest | K::Charged | K::Judgment | K::Sanction => Actor::Authority,
        K::Closed | K::Other => Actor::Neutral,
    }
}

/// The lanes of several incidents, in the order given.
pub fn lanes(incidents: &[&Incident], lang: Lang) -> Vec<LaneModel> {
    incidents.iter().map(|incident| lane(incident, lang)).collect()
}

/// The lane of one incident.
pub fn lane(incident: &Incident, lang: Lang) -> LaneModel {
    lane_for(incident, Options { lang, glyphs: Glyphs::Unicode, width: 80 })
}

/// The lane of one incident, its details told for a certain terminal.
pub fn lane_for(incident: &Incident, options: Options) -> LaneModel {
    let lang = options.lang;
    let teller = Teller::new(incident, options);
    let mut dated: Vec<(Interval, EventModel)> = Vec::new();
    for (n, event) in incident.timeline.iter().enumerate() {
        let model = EventModel {
            doubtful: !matches!(event.status, None | Some(Status::Confirmed)),
            ..placed(Kind::Event(event.kind), &event.date, teller.event(n), &teller)
        };
        dated.push((event.date.interval(incident.zone()), model));
    }
    for (n, measure) in incident.measures.iter().enumerate() {
        let kind = Kind::Measure(measure.kind);
        if let Some(when) = &measure.date {
            let planned = measure.status == Some(MeasureStatus::Planned);
            let event = EventModel { planned, ..placed(kind, when, teller.measure(n), &teller) };
            dated.push((when.interval(incident.zone()), event));
        }
        if let Some(when) = &measure.planned {
            let event = EventModel { planned: true, ..placed(kind, when, teller.measure(n), &teller) };
            dated.push((when.interval(incident.zone()), event));
        }
    }
    dated.sort_by_key(|(interval, _)| interval.sort_key());
    LaneModel {
        id: incident.id.clone(),
        title: clean(incident.title.get(lang)),
        events: dated.into_iter().map(|(_, event)| event).collect(),
    }
}

fn placed(kind: Kind, when: &When, told: Item, teller: &Teller) -> EventModel {
    let told = if teller.options.glyphs == Glyphs::Ascii { told.into_ascii() } else { told };
    let interval = when.interval(teller.incident.zone());
    let (label, actor) = match kind {
        Kind::Event(event) => (teller.label(event), actor(event)),
        Kind::Measure(measure) => (teller.label(measure), Actor::Response),
    };
    EventModel {
        from: interval.earliest.map(|at| at.timestamp()),
        to: interval.latest.map(|at| at.timestamp()),
        kind,
        actor,
        doubtful: false,
        approximate: when.is_approximate(),
        uncertain: when.is_uncertain(),
        label: label.to_owned(),
        detail: told.lines,
        at: told.at.unwrap_or_default(),
        sources: told.sources,
        planned: false,
    }
}

/// The label of a tick: `Jul 2025` is said by the month on one row and the year on the other.
/// `offset` is the seconds by which the clocks of the axis are ahead of UTC.
pub fn tick_label(unit: TickUnit, at: i64, offset: i32, lang: Lang) -> String {
    let Some(at) = DateTime::<Utc>::from_timestamp(at.saturating_add(i64::from(offset)), 0) else {
        return String::new();
    };
    let month = || unit::MONTHS_SHORT.get(at.month0() as usize).map_or("", |name| name.get(lang));
    match unit {
        TickUnit::Minute | TickUnit::Hour => format!("{:02}:{:02}", at.hour(), at.minute()),
        TickUnit::Day | TickUnit::Week => unit::DAY_MONTH.fill(lang, &[&day(at, lang), &month()]),
        TickUnit::Month | TickUnit::Quarter => month().to_owned(),
        TickUnit::Year | TickUnit::Decade | TickUnit::Century | TickUnit::Millennium => at.year().to_string(),
    }
}

/// The label of a tick on the upper row, which says all that the row below leaves out: `July 2025`, `12 July 2025`.
pub fn major_tick_label(unit: TickUnit, at: i64, offset: i32, lang: Lang) -> String {
    let Some(local) = DateTime::<Utc>::from_timestamp(at.saturating_add(i64::from(offset)), 0) else {
        return String::new();
    };
    let short = tick_label(unit, at, offset, lang);
    match unit {
        TickUnit::Day | TickUnit::Week | TickUnit::Month | TickUnit::Quarter => {
            unit::WITH_YEAR.fill(lang, &[&short, &local.year()])
        }
        _ => short,
    }
}

/// The label of a tick of elapsed time: `+3 d`, `-12 h`, and `0` at the event that incidents are aligned at.
pub fn elapsed_label(unit: TickUnit, seconds: i64, lang: Lang) -> String {
    let (size, form) = match unit {
        TickUnit::Minute => (60, unit::MINUTES_SHORT),
        TickUnit::Hour => (3_600, unit::HOURS_SHORT),
        _ => (86_400, unit::DAYS_SHORT),
    };
    let count = (seconds / size).unsigned_abs();
    let sign = match seconds {
        0 => return "0".to_owned(),
        1.. => '+',
        _ => '-',
    };
    form.around(lang, count, &format!("{sign}{}", number(lang, count)))
}

fn day(at: DateTime<Utc>, lang: Lang) -> String {
    if at.day() == 1 { unit::FIRST_DAY.get(lang).to_owned() } else { at.day().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lane_of(yaml: &str) -> LaneModel {
        lane(&serde_yaml::from_str(yaml).unwrap(), Lang::En)
    }

    #[test]
    fn a_lane_holds_events_measures_and_plans_in_order() {
        let lane = lane_of(
            "
title: T
organisation: { name: O }
timeline:
  - { date: 2025-07-23, kind: disclosed, sources: [a] }
  - { date: ../2025-07-13, kind: detected, status: disputed }
  - { date: unknown, kind: intrusion }
measures:
  - { kind: service_closed, date: 2025-07-12, status: done }
  - { kind: multi_factor, planned: 2025-10~, status: planned }
  - { kind: training }
",
        );
        let told: Vec<(&str, &str, bool, bool)> =
            lane.events.iter().map(|m| (m.label.as_str(), m.at.as_str(), m.doubtful, m.planned)).collect();
        assert_eq!(
            told,
            [
                ("Service closed", "measures[0]", false, false),
                ("Detected", "timeline[1]", true, false),
                ("Disclosed", "timeline[0]", false, false),
                ("Multi-factor authentication", "measures[1]", false, true),
                ("Intrusion", "timeline[2]", false, false),
            ]
        );
        assert_eq!((lane.events[1].from, lane.events[1].to), (None, Some(1_752_451_200)));
        assert_eq!(lane.events[2].sources, ["a"]);
        assert!(lane.events[3].approximate && !lane.events[3].uncertain);
        assert_eq!((lane.events[4].from, lane.events[4].actor), (None, Actor::Attack));
    }

    #[test]
    fn a_tick_says_what_its_row_counts() {
        let at = 1_751_320_800; // 2025-06-30T22:00Z, the first of July in Paris
        assert_eq!(tick_label(TickUnit::Day, at, 7_200, Lang::En), "1 Jul");
        assert_eq!(tick_label(TickUnit::Day, at, 7_200, Lang::Fr), "1er juil.");
        assert_eq!(tick_label(TickUnit::Month, at, 7_200, Lang::En), "Jul");
        assert_eq!(major_tick_label(TickUnit::Month, at, 7_200, Lang::Fr), "juil. 2025");
        assert_eq!(tick_label(TickUnit::Hour, at, 0, Lang::En), "22:00");
        assert_eq!(tick_label(TickUnit::Century, at, 0, Lang::Fr), "2025");
        assert_eq!(elapsed_label(TickUnit::Day, -3 * 86_400, Lang::Fr), "-3 j");
        assert_eq!(elapsed_label(TickUnit::Hour, 43_200, Lang::En), "+12 h");
        assert_eq!(elapsed_label(TickUnit::Day, 0, Lang::En), "0");
    }
}
