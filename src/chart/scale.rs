//! Scales: an instant or a count to the cell it falls in, and back.
//! It does not choose where an axis is labelled in time; `chart::ticks` does.

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const YEAR: i64 = 365 * DAY;

/// The seconds a cell may stand for, each rung at most two and a half times the one before.
pub(super) const LADDER: [i64; 34] = [
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    4 * DAY,
    7 * DAY,
    14 * DAY,
    30 * DAY,
    61 * DAY,
    91 * DAY,
    182 * DAY,
    YEAR,
    2 * YEAR,
    5 * YEAR,
    10 * YEAR,
    20 * YEAR,
    50 * YEAR,
    100 * YEAR,
    200 * YEAR,
    500 * YEAR,
    1_000 * YEAR,
    2_000 * YEAR,
    5_000 * YEAR,
    10_000 * YEAR,
    20_000 * YEAR,
];

/// How far from 1970 a scale may begin: inside what the calendar of chrono knows.
pub(super) const HORIZON: i128 = 200_000 * YEAR as i128;

/// Whether a zoom shows less time in more detail, or more time in less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Less time, more detail.
    In,
    /// More time, less detail.
    Out,
}

/// Where instants (seconds since 1970, UTC) fall on a row of cells.
///
/// A cell stands for a rung of a fixed ladder, and cells begin at whole multiples of it, so that panning and zooming
/// never make events jitter against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeScale {
    start: i64,
    seconds_per_cell: i64,
    cells: u16,
}

impl TimeScale {
    /// Makes a scale whose first cell holds `start`, on the lowest rung that is not below `seconds_per_cell`.
    pub fn new(start: i64, seconds_per_cell: i64, cells: u16) -> Self {
        let step = rung(|step| step >= seconds_per_cell);
        Self::beginning(i128::from(start.div_euclid(step)), step, cells)
    }

    /// Makes a scale whose first cell holds `start`, on any number of seconds a cell.
    pub(super) fn exact(start: i64, seconds_per_cell: i64, cells: u16) -> Self {
        let step = seconds_per_cell.max(1);
        Self::beginning(i128::from(start.div_euclid(step)), step, cells)
    }

    /// Makes the most detailed scale that shows both instants with a little margin, in the middle.
    pub fn fit(earliest: i64, latest: i64, cells: u16) -> Self {
        let (earliest, latest) = (i128::from(earliest.min(latest)), i128::from(earliest.max(latest)));
        let margin = if cells < 4 { 0 } else { (cells / 40).max(1) };
        let room = i128::from((cells - 2 * margin).max(1));
        let taken = |step: i64| latest.div_euclid(step.into()) - earliest.div_euclid(step.into()) + 1;
        let step = rung(|step| taken(step) <= room);
        let slack = (i128::from(cells) - taken(step)).max(0);
        Self::beginning(earliest.div_euclid(step.into()) - slack / 2, step, cells)
    }

    fn beginning(first: i128, step: i64, cells: u16) -> Self {
        let limit = HORIZON / i128::from(step);
        let start = to_i64(first.clamp(-limit, limit) * i128::from(step));
        Self { start, seconds_per_cell: step, cells }
    }

    /// Tells the first instant of the first cell.
    pub fn start(&self) -> i64 {
        self.start
    }

    /// Tells the first instant after the last cell.
    pub fn end(&self) -> i64 {
        self.instant(self.cells.into())
    }

    /// Tells how many seconds a cell stands for.
    pub fn seconds_per_cell(&self) -> i64 {
        self.seconds_per_cell
    }

    /// Tells how many cells there are.
    pub fn cells(&self) -> u16 {
        self.cells
    }

    /// Gives the cell an instant falls in, be it off screen.
    pub fn cell(&self, at: i64) -> i64 {
        // a division of 128 bits takes many times as long, and only what is ages apart needs it
        match at.checked_sub(self.start) {
            Some(since) => since.div_euclid(self.seconds_per_cell),
            None => to_i64((i128::from(at) - i128::from(self.start)).div_euclid(self.seconds_per_cell.into())),
        }
    }

    /// Gives the cell an instant falls in, if it is on screen.
    pub fn column(&self, at: i64) -> Option<u16> {
        u16::try_from(self.cell(at)).ok().filter(|cell| *cell < self.cells)
    }

    /// Gives the first instant of a cell, be it off screen.
    pub fn instant(&self, cell: i64) -> i64 {
        to_i64(i128::from(self.start) + i128::from(cell) * i128::from(self.seconds_per_cell))
    }

    /// Tells whether an instant is on screen.
    pub fn is_visible(&self, at: i64) -> bool {
        self.column(at).is_some()
    }

    /// Moves one rung, the instant `around` staying in its cell; at the end of the ladder nothing changes.
    pub fn zoom(self, zoom: Zoom, around: i64) -> Self {
        let step = match zoom {
            Zoom::In => LADDER.into_iter().rev().find(|step| *step < self.seconds_per_cell),
            Zoom::Out => LADDER.into_iter().find(|step| *step > self.seconds_per_cell),
        };
        let Some(step) = step else { return self };
        let first = i128::from(around.div_euclid(step)) - i128::from(self.cell(around));
        Self::beginning(first, step, self.cells)
    }

    /// Moves the view by so many cells, later if positive.
    pub fn pan(self, cells: i64) -> Self {
        let first = i128::from(self.start.div_euclid(self.seconds_per_cell)) + i128::from(cells);
        Self::beginning(first, self.seconds_per_cell, self.cells)
    }

    /// Moves the view so that an instant off screen comes to the middle; what is on screen already moves nothing.
    pub fn reveal(self, at: i64) -> Self {
        if self.is_visible(at) {
            return self;
        }
        self.pan(self.cell(at).saturating_sub(i64::from(self.cells / 2)))
    }

    /// Keeps the start and the rung on a row of another width.
    pub fn resize(self, cells: u16) -> Self {
        Self { cells, ..self }
    }
}

fn rung(fits: impl Fn(i64) -> bool) -> i64 {
    LADDER.into_iter().find(|step| fits(*step)).unwrap_or(LADDER[LADDER.len() - 1])
}

pub(super) fn to_i64(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

/// Where counts fall on a row of cells, each power of ten as wide as the next.
///
/// Cell 0 is that of zero alone, cell 1 begins with one, and the last cell with the first power of ten that is not
/// below the greatest count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogScale {
    decades: u32,
    cells: u16,
}

impl LogScale {
    /// Makes a scale for counts up to `max`.
    pub fn new(max: u64, cells: u16) -> Self {
        Self { decades: max.saturating_sub(1).checked_ilog10().map_or(1, |power| power + 1), cells }
    }

    /// Makes the one scale on which several counts can be compared.
    pub fn common(counts: impl IntoIterator<Item = u64>, cells: u16) -> Self {
        Self::new(counts.into_iter().max().unwrap_or(0), cells)
    }

    /// Tells how many cells there are.
    pub fn cells(&self) -> u16 {
        self.cells
    }

    /// Tells how many powers of ten the scale spans.
    pub fn decades(&self) -> u32 {
        self.decades
    }

    /// Gives the cell a count falls in; the last one for whatever is beyond.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cell is far coarser than the error of a float, and the result is never negative"
    )]
    pub fn cell(&self, count: u64) -> u16 {
        let Some(power) = count.checked_ilog10() else { return 0 };
        // the whole power apart from the rest, so that 1000 falls exactly on its tick
        let within = (count as f64 / 10_u64.pow(power) as f64).log10();
        let room = f64::from(self.cells.saturating_sub(2));
        let above = (f64::from(power) + within) * room / f64::from(self.decades);
        (above as u16).saturating_add(1).min(self.cells.saturating_sub(1))
    }

    /// Gives how many cells a bar of a count fills, its tip included; zero fills none.
    pub fn length(&self, count: u64) -> u16 {
        if count == 0 { 0 } else { (self.cell(count) + 1).min(self.cells) }
    }

    /// Gives the cells of the powers of ten, thinned so that none is nearer to the next than `label_width`.
    pub fn ticks(&self, label_width: u16) -> Vec<(u16, u32)> {
        let room = u32::from(self.cells.saturating_sub(2));
        let apart = |every: &u32| every * room / self.decades >= u32::from(label_width.max(1));
        let every = [1, 2, 3, 6, 9].into_iter().find(apart).unwrap_or(self.decades + 1);
        let at = |power: u32| {
            let above = u16::try_from(power * room / self.decades).unwrap_or(u16::MAX);
            (above.saturating_add(1), power)
        };
        (0..=self.decades).step_by(every as usize).map(at).filter(|(cell, _)| *cell < self.cells).collect()
    }
}

#[cfg(test)]
mod tests;
