//! A time axis of pieces: one scale throughout, but for stretches without any event, which take a few cells each.
//! It does not find those stretches, and does not say how a break is drawn.

use super::Cells;
use super::scale::{HORIZON, LADDER, TimeScale, Zoom, to_i64};

/// The cells left as they are after the event before a break, and before the event after it, on a wide row and on others.
const PADS: [(i64, i64); 2] = [(6, 3), (2, 2)];
/// From how many cells on a row is wide.
const WIDE: u16 = 120;
/// The least that a break saves, in cells.
const SAVING: i64 = 3;
/// A day, in seconds.
const DAY: i64 = 86_400;
/// Up to how many days a cell of a fitted axis may stand for any whole number of them.
const MOST_DAYS: i64 = 61;
/// The cells that a break takes, the widest first.
const WIDTHS: [u16; 3] = [11, 9, 7];

/// Where instants fall on a row of cells, some stretches of time being squeezed.
///
/// Cells begin at whole multiples of the scale's rung, those inside a break excepted, so that nothing jitters while the
/// axis is panned and zoomed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    step: i64,
    /// The number of the first cell on screen, counted from 1970 without what the breaks save.
    first: i64,
    cells: u16,
    /// The stretches that are squeezed, in time, in whole cells since 1970; none touches the next.
    breaks: Vec<(i64, i64)>,
    /// The cells that each of them takes.
    width: u16,
}

/// A part of an axis on screen without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first column.
    pub column: u16,
    /// Its scale, as wide as the piece.
    pub scale: TimeScale,
}

/// A break on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// Its first column.
    pub column: u16,
    /// The columns that are seen of it.
    pub cells: u16,
    /// How many seconds it stands for.
    pub seconds: i64,
}

impl From<TimeScale> for Axis {
    fn from(scale: TimeScale) -> Axis {
        let step = scale.seconds_per_cell();
        Axis { step, first: scale.start().div_euclid(step), cells: scale.cells(), breaks: Vec::new(), width: 0 }
    }
}

impl Axis {
    /// Makes the most detailed axis that shows both instants, the given stretches squeezed where that saves room.
    ///
    /// What room is left over goes to the pieces.
    pub fn fit(earliest: i64, latest: i64, stretches: &[(i64, i64)], cells: u16) -> Axis {
        let (earliest, latest) = (earliest.min(latest), earliest.max(latest));
        // with room for the arrow of an open end
        let margin = if cells < 4 { 0 } else { (cells / 40).max(if cells < 40 { 1 } else { 2 }) };
        let room = i64::from((cells - 2 * margin).max(1));
        let (width, pads) = (width(stretches.len(), cells), pads(cells));
        let make = |step: i64, pads: (i64, i64)| {
            let breaks = squeezed(stretches, step, width, pads);
            Axis { step, first: 0, cells, breaks, width }
        };
        let taken = |axis: &Axis| axis.number(latest).saturating_sub(axis.number(earliest)).saturating_add(1);
        let fits = |step: &i64| taken(&make(*step, pads)) <= room;
        let step = steps(stretches.is_empty()).find(fits).unwrap_or(LADDER[LADDER.len() - 1]);
        let plain = make(step, pads);
        let spare = (room - taken(&plain)) / to_i64(plain.breaks.len() as i128 + 1);
        let wider = make(step, (pads.0 + spare.max(0), pads.1));
        let mut axis = if taken(&wider) <= room && wider.breaks.len() == plain.breaks.len() { wider } else { plain };
        let slack = (i64::from(cells) - taken(&axis)).max(0);
        axis.begin(i128::from(axis.number(earliest)) - i128::from(slack / 2));
        axis
    }

    fn begin(&mut self, first: i128) {
        let limit = HORIZON / i128::from(self.step);
        self.first = to_i64(first.clamp(-limit, limit));
    }

    /// Numbers the cell of an instant, wherever the screen is.
    fn number(&self, at: i64) -> i64 {
        let cell = at.div_euclid(self.step);
        let mut saved = 0;
        for (from, to) in &self.breaks {
            if cell < *from {
                break;
            }
            if cell < *to {
                let (start, length) = (i128::from(*from) * i128::from(self.step), self.seconds(*from, *to));
                let within = (i128::from(at) - start) * i128::from(self.width) / i128::from(length);
                return from - saved + to_i64(within);
            }
            saved += to - from - i64::from(self.width);
        }
        cell.saturating_sub(saved)
    }

    fn seconds(&self, from: i64, to: i64) -> i64 {
        to_i64((i128::from(to) - i128::from(from)) * i128::from(self.step)).max(1)
    }

    /// Gives the first instant of a numbered cell.
    fn beginning(&self, number: i128) -> i64 {
        let (step, width) = (i128::from(self.step), i128::from(self.width));
        let mut saved = 0;
        for (from, to) in self.breaks.iter().map(|(from, to)| (i128::from(*from), i128::from(*to))) {
            let within = number + saved - from;
            if within < 0 {
                break;
            }
            if within < width {
                let length = (to - from) * step;
                return to_i64(from * step + (within * length + width - 1) / width);
            }
            saved += to - from - width;
        }
        to_i64((number + saved) * step)
    }

    /// Gives the cell an instant falls in, be it off screen.
    pub fn cell(&self, at: i64) -> i64 {
        self.number(at).saturating_sub(self.first)
    }

    /// Gives the first instant of a cell, be it off screen.
    pub fn instant(&self, cell: i64) -> i64 {
        self.beginning(i128::from(self.first) + i128::from(cell))
    }

    /// Gives the cell an instant falls in, if it is on screen.
    pub fn column(&self, at: i64) -> Option<u16> {
        u16::try_from(self.cell(at)).ok().filter(|cell| *cell < self.cells)
    }

    /// Tells whether an instant is on screen.
    pub fn is_visible(&self, at: i64) -> bool {
        self.column(at).is_some()
    }

    /// Moves one rung, the instant `around` staying in its cell, and squeezes what is worth it there; at the end of the
    /// ladder nothing changes.
    pub fn zoom(&self, zoom: Zoom, around: i64, stretches: &[(i64, i64)]) -> Axis {
        let step = match zoom {
            Zoom::In => LADDER.into_iter().rev().find(|step| *step < self.step),
            Zoom::Out => LADDER.into_iter().find(|step| *step > self.step),
        };
        step.map_or_else(|| self.clone(), |step| self.rebuilt(step, around, stretches))
    }

    /// Squeezes other stretches, the middle of the screen staying where it is.
    pub fn squeeze(&self, stretches: &[(i64, i64)]) -> Axis {
        self.rebuilt(self.step, self.instant(i64::from(self.cells / 2)), stretches)
    }

    fn rebuilt(&self, step: i64, around: i64, stretches: &[(i64, i64)]) -> Axis {
        let width = width(stretches.len(), self.cells);
        let breaks = squeezed(stretches, step, width, pads(self.cells));
        let mut axis = Axis { step, first: 0, cells: self.cells, breaks, width };
        axis.begin(i128::from(axis.number(around)) - i128::from(self.cell(around)));
        axis
    }

    /// Moves the view by so many cells, later if positive.
    pub fn pan(&self, cells: i64) -> Axis {
        let mut axis = self.clone();
        axis.begin(i128::from(self.first) + i128::from(cells));
        axis
    }

    /// Moves the view so that an instant off screen comes to the middle; what is on screen already moves nothing.
    pub fn reveal(&self, at: i64) -> Axis {
        if self.is_visible(at) {
            return self.clone();
        }
        self.pan(self.cell(at).saturating_sub(i64::from(self.cells / 2)))
    }

    /// Keeps the start and the rung on a row of another width.
    pub fn resize(self, cells: u16) -> Axis {
        Axis { cells, ..self }
    }

    /// Gives the parts on screen between the breaks, left to right.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut column = 0;
        let breaks = self.breaks();
        let ends = breaks.iter().map(|gap| (gap.column, gap.column + gap.cells)).chain([(self.cells, self.cells)]);
        for (end, next) in ends {
            if end > column {
                let scale = TimeScale::exact(self.instant(column.into()), self.step, end - column);
                pieces.push(Piece { column, scale });
            }
            column = next;
        }
        pieces
    }

    /// Gives the breaks on screen, left to right.
    pub fn breaks(&self) -> Vec<Break> {
        let mut found = Vec::new();
        let mut saved = 0;
        for (from, to) in &self.breaks {
            let first = from.saturating_sub(saved).saturating_sub(self.first);
            let end = first.saturating_add(self.width.into());
            saved += to - from - i64::from(self.width);
            let on_screen = |cell: i64| u16::try_from(cell.clamp(0, self.cells.into())).unwrap_or(self.cells);
            let (column, end) = (on_screen(first), on_screen(end));
            if end > column {
                found.push(Break { column, cells: end - column, seconds: self.seconds(*from, *to) });
            }
        }
        found
    }
}

impl Cells for Axis {
    fn cells(&self) -> u16 {
        self.cells
    }

    fn cell(&self, at: i64) -> i64 {
        Axis::cell(self, at)
    }

    fn seconds_per_cell(&self) -> i64 {
        self.step
    }

    fn broken(&self) -> Vec<(u16, u16)> {
        self.breaks().into_iter().map(|gap| (gap.column, gap.cells)).collect()
    }
}

/// Gives the seconds that a cell of a fitted axis may stand for, rising.
///
/// Whole days between the rungs leave less room unused; a zoom leads back to the rungs.
fn steps(only_rungs: bool) -> impl Iterator<Item = i64> {
    let days = (1..=MOST_DAYS).map(|days| days * DAY).filter(move |step| !only_rungs || LADDER.contains(step));
    let shorter = LADDER.into_iter().take_while(|step| *step < DAY);
    shorter.chain(days).chain(LADDER.into_iter().skip_while(|step| *step <= MOST_DAYS * DAY))
}

fn pads(cells: u16) -> (i64, i64) {
    if cells >= WIDE { PADS[0] } else { PADS[1] }
}

/// Gives the widest breaks that leave the pieces more than half of the room.
fn width(breaks: usize, cells: u16) -> u16 {
    let fits = |width: &u16| breaks * usize::from(*width) * 5 <= usize::from(cells) * 2;
    WIDTHS.into_iter().find(fits).unwrap_or(5)
}

/// Gives what is squeezed of stretches at some rung, in cells.
fn squeezed(stretches: &[(i64, i64)], step: i64, width: u16, pads: (i64, i64)) -> Vec<(i64, i64)> {
    let cells = |(from, to): &(i64, i64)| (from.div_euclid(step) + 1 + pads.0, to.div_euclid(step) - pads.1);
    stretches.iter().map(cells).filter(|(from, to)| to - from >= i64::from(width) + SAVING).collect()
}

#[cfg(test)]
mod tests;
