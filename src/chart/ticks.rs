//! Ticks of a time axis: natural boundaries, minor ones and the units around them, whose labels do not collide.
//! It does not word the labels: a tick tells its unit and its instant.

use super::scale::TimeScale;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;
/// From 1970-01-01, a Thursday, to the Monday after it.
const FIRST_MONDAY: i64 = 4 * DAY;

/// What begins at a tick; it tells how to word the label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TickUnit {
    /// A round number of minutes.
    Minute,
    /// A round number of hours.
    Hour,
    /// A day.
    Day,
    /// A week, on its Monday.
    Week,
    /// A month.
    Month,
    /// A quarter, or a half, of a year.
    Quarter,
    /// A year, each or every few.
    Year,
    /// A decade, each or every few.
    Decade,
    /// A century, each or every few.
    Century,
    /// A millennium, each or every few.
    Millennium,
}

/// A labelled boundary on a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The cell it is drawn in.
    pub cell: u16,
    /// What begins there.
    pub unit: TickUnit,
    /// The boundary itself, in seconds; of a major tick pinned at the left edge it is before the scale's start.
    pub at: i64,
    /// Whether a major unit begins there too.
    pub major: bool,
}

/// The two rows of a time axis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// The finest boundaries whose labels have room.
    pub minor: Vec<Tick>,
    /// The units around them, such as months around days; the first is pinned at cell 0 if it began before.
    pub major: Vec<Tick>,
}

/// A row of a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The row of the finest boundaries.
    Minor,
    /// The row of the units around them.
    Major,
}

#[derive(Clone, Copy)]
struct Step {
    unit: TickUnit,
    length: Length,
}

#[derive(Clone, Copy)]
enum Length {
    Seconds(i64),
    Weeks(i64),
    Months(i64),
}

const fn seconds(unit: TickUnit, seconds: i64) -> Step {
    Step { unit, length: Length::Seconds(seconds) }
}

const fn months(unit: TickUnit, months: i64) -> Step {
    Step { unit, length: Length::Months(months) }
}

const fn years(unit: TickUnit, years: i64) -> Step {
    months(unit, 12 * years)
}

const STEPS: [Step; 31] = [
    seconds(TickUnit::Minute, 5 * MINUTE),
    seconds(TickUnit::Minute, 10 * MINUTE),
    seconds(TickUnit::Minute, 15 * MINUTE),
    seconds(TickUnit::Minute, 30 * MINUTE),
    seconds(TickUnit::Hour, HOUR),
    seconds(TickUnit::Hour, 2 * HOUR),
    seconds(TickUnit::Hour, 3 * HOUR),
    seconds(TickUnit::Hour, 6 * HOUR),
    seconds(TickUnit::Hour, 12 * HOUR),
    seconds(TickUnit::Day, DAY),
    Step { unit: TickUnit::Week, length: Length::Weeks(1) },
    months(TickUnit::Month, 1),
    months(TickUnit::Quarter, 3),
    months(TickUnit::Quarter, 6),
    years(TickUnit::Year, 1),
    years(TickUnit::Year, 2),
    years(TickUnit::Year, 5),
    years(TickUnit::Decade, 10),
    years(TickUnit::Decade, 20),
    years(TickUnit::Decade, 50),
    years(TickUnit::Century, 100),
    years(TickUnit::Century, 200),
    years(TickUnit::Century, 500),
    years(TickUnit::Millennium, 1_000),
    years(TickUnit::Millennium, 2_000),
    years(TickUnit::Millennium, 5_000),
    years(TickUnit::Millennium, 10_000),
    years(TickUnit::Millennium, 20_000),
    years(TickUnit::Millennium, 50_000),
    years(TickUnit::Millennium, 100_000),
    years(TickUnit::Millennium, 200_000),
];

impl Step {
    /// Tells the unit that a second row names around this one.
    fn enclosing(self) -> Option<Self> {
        Some(match self.unit {
            TickUnit::Minute | TickUnit::Hour => seconds(TickUnit::Day, DAY),
            TickUnit::Day | TickUnit::Week => months(TickUnit::Month, 1),
            TickUnit::Month | TickUnit::Quarter => years(TickUnit::Year, 1),
            TickUnit::Year => years(TickUnit::Decade, 10),
            TickUnit::Decade => years(TickUnit::Century, 100),
            TickUnit::Century => years(TickUnit::Millennium, 1_000),
            TickUnit::Millennium => return None,
        })
    }

    /// Tells the seconds between two boundaries that are as near as the calendar allows.
    fn shortest(self) -> i64 {
        match self.length {
            Length::Seconds(seconds) => seconds,
            Length::Weeks(weeks) => weeks * WEEK,
            Length::Months(1) => 28 * DAY,
            Length::Months(3) => 90 * DAY,
            Length::Months(6) => 181 * DAY,
            Length::Months(months) => months / 12 * 365 * DAY,
        }
    }

    fn has_room(self, scale: &TimeScale, label_width: u16) -> bool {
        self.shortest() / scale.seconds_per_cell() >= i64::from(label_width.max(1))
    }

    /// Numbers the boundary at or before a moment of local time.
    fn number(self, local: i64) -> Option<i64> {
        match self.length {
            Length::Seconds(seconds) => Some(local.div_euclid(seconds)),
            Length::Weeks(weeks) => Some((local - FIRST_MONDAY).div_euclid(weeks * WEEK)),
            Length::Months(months) => {
                let date = DateTime::from_timestamp(local, 0)?.date_naive();
                Some((i64::from(date.year()) * 12 + i64::from(date.month0())).div_euclid(months))
            }
        }
    }

    /// Gives the moment of local time at which a numbered boundary is.
    fn boundary(self, number: i64) -> Option<i64> {
        match self.length {
            Length::Seconds(seconds) => number.checked_mul(seconds),
            Length::Weeks(weeks) => number.checked_mul(weeks * WEEK)?.checked_add(FIRST_MONDAY),
            Length::Months(months) => {
                let month = number.checked_mul(months)?;
                let year = i32::try_from(month.div_euclid(12)).ok()?;
                let date = NaiveDate::from_ymd_opt(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)?;
                Some(date.and_time(NaiveTime::MIN).and_utc().timestamp())
            }
        }
    }

    fn begins_at(self, local: i64) -> bool {
        self.number(local).and_then(|number| self.boundary(number)) == Some(local)
    }
}

/// Chooses the ticks of a calendar axis.
///
/// `offset_seconds` tells the offset from UTC that clocks had at an instant: boundaries are those of local time.
/// `label_width` tells how many cells a label takes, the space after it included.
pub fn ticks(
    scale: &TimeScale,
    offset_seconds: impl Fn(i64) -> i32,
    label_width: impl Fn(Row, TickUnit) -> u16,
) -> Ticks {
    let has_room = |row: Row, step: Step| step.has_room(scale, label_width(row, step.unit));
    let has_rooms =
        |step: &Step| has_room(Row::Minor, *step) && step.enclosing().is_none_or(|major| has_room(Row::Major, major));
    let Some(step) = STEPS.into_iter().find(has_rooms) else { return Ticks::default() };
    let axis = Axis { scale, offset_seconds };
    let enclosing = step.enclosing();
    let mut minor = axis.row(step, label_width(Row::Minor, step.unit));
    for tick in &mut minor.ticks {
        tick.major = enclosing.is_some_and(|major| major.begins_at(axis.local(tick.at)));
    }
    let major = enclosing.map(|major| axis.row(major, label_width(Row::Major, major.unit)).pinned());
    Ticks { minor: minor.ticks, major: major.unwrap_or_default() }
}

/// A row of ticks and the one that would be pinned before them.
struct Found {
    ticks: Vec<Tick>,
    before: Option<Tick>,
}

impl Found {
    fn pinned(mut self) -> Vec<Tick> {
        if let Some(before) = self.before {
            self.ticks.insert(0, before);
        }
        for tick in &mut self.ticks {
            tick.major = true;
        }
        self.ticks
    }
}

struct Axis<'a, F> {
    scale: &'a TimeScale,
    offset_seconds: F,
}

impl<F: Fn(i64) -> i32> Axis<'_, F> {
    fn offset(&self, at: i64) -> i64 {
        i64::from((self.offset_seconds)(at)).clamp(-DAY, DAY)
    }

    fn local(&self, at: i64) -> i64 {
        at + self.offset(at)
    }

    fn instant(&self, local: i64) -> i64 {
        // the offset of a guess a few hours off is wrong only next to a change of clocks; a second look settles it
        let guess = local - self.offset(local);
        local - self.offset(guess)
    }

    fn row(&self, step: Step, label_width: u16) -> Found {
        let apart = label_width.max(1);
        let mut found = Found { ticks: Vec::new(), before: None };
        let first = step.number(self.local(self.scale.start()));
        for at in first.into_iter().flat_map(|first| first..).map_while(|number| step.boundary(number)) {
            let at = self.instant(at);
            if at >= self.scale.end() {
                break;
            }
            let Some(cell) = self.scale.column(at) else {
                found.before = Some(Tick { cell: 0, unit: step.unit, at, major: false });
                continue;
            };
            // a change of the clocks brings two boundaries nearer than they are by nature, or the later one before the other
            if found.ticks.last().is_none_or(|last: &Tick| cell.saturating_sub(last.cell) >= apart) {
                found.ticks.push(Tick { cell, unit: step.unit, at, major: false });
            }
        }
        let is_crowded = found.ticks.first().is_some_and(|tick| tick.cell < apart) || self.scale.cells() == 0;
        found.before = found.before.filter(|_| !is_crowded);
        found
    }
}

/// Chooses the ticks of an axis of elapsed time, on which zero is the event that incidents are aligned at.
///
/// A tick is major at zero; its unit is minutes, hours or days.
pub fn elapsed_ticks(scale: &TimeScale, label_width: impl Fn(TickUnit) -> u16) -> Vec<Tick> {
    let short = STEPS.into_iter().take_while(|step| step.unit < TickUnit::Day);
    let days = (0..8).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i64.pow(power)));
    let mut steps = short.chain(days.map(|days| seconds(TickUnit::Day, days * DAY)));
    let Some(step) = steps.find(|step| step.has_room(scale, label_width(step.unit))) else { return Vec::new() };
    let axis = Axis { scale, offset_seconds: |_| 0 };
    let mut ticks = axis.row(step, label_width(step.unit)).ticks;
    for tick in &mut ticks {
        tick.major = tick.at == 0;
    }
    ticks
}

#[cfg(test)]
mod tests;
