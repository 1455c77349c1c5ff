//! Geometry: numbers and instants to positions in terminal cells, for the terminal, plain text and SVG alike.
//! It knows no colour, no widget, no wording and nothing of a record.

pub mod axis;
pub mod bars;
pub mod lanes;
pub mod scale;
pub mod ticks;

/// A row of cells on which instants fall in the order of time.
pub trait Cells {
    /// Tells how many cells there are.
    fn cells(&self) -> u16;
    /// Gives the cell an instant falls in, be it off screen.
    fn cell(&self, at: i64) -> i64;
    /// Tells how many seconds a cell stands for, outside of breaks.
    fn seconds_per_cell(&self) -> i64;
    /// Gives the first column and the width of each break on screen.
    fn broken(&self) -> Vec<(u16, u16)> {
        Vec::new()
    }
}

impl Cells for scale::TimeScale {
    fn cells(&self) -> u16 {
        self.cells()
    }

    fn cell(&self, at: i64) -> i64 {
        self.cell(at)
    }

    fn seconds_per_cell(&self) -> i64 {
        self.seconds_per_cell()
    }
}
