//! The window on a long list: which rows are seen, kept around the cursor.
//! It holds no rows; it counts them.

/// A cursor on a list and the first row that is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The row of the cursor.
    pub cursor: usize,
    /// The first row seen.
    pub top: usize,
}

/// A move of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// By so many rows; negative is up.
    By(isize),
    /// By so many pages; negative is up.
    Pages(isize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// To a row.
    To(usize),
}

impl Scroll {
    /// Moves within `rows` rows of which `seen` are seen; says whether the cursor moved.
    pub fn go(&mut self, step: Move, rows: usize, seen: usize) -> bool {
        let before = self.cursor;
        let last = rows.saturating_sub(1);
        let page = isize::try_from(seen.saturating_sub(1).max(1)).unwrap_or(isize::MAX);
        self.cursor = match step {
            Move::By(n) => self.cursor.saturating_add_signed(n),
            Move::Pages(n) => self.cursor.saturating_add_signed(n.saturating_mul(page)),
            Move::First => 0,
            Move::Last => last,
            Move::To(row) => row,
        }
        .min(last);
        self.settle(rows, seen);
        self.cursor != before
    }

    /// Brings the cursor into the list and the window around the cursor.
    pub fn settle(&mut self, rows: usize, seen: usize) {
        self.cursor = self.cursor.min(rows.saturating_sub(1));
        let seen = seen.max(1);
        self.top = self.top.min(rows.saturating_sub(seen)).min(self.cursor).max((self.cursor + 1).saturating_sub(seen));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_in_the_window_and_in_the_list() {
        let mut scroll = Scroll::default();
        scroll.go(Move::Last, 100, 10);
        assert_eq!(scroll, Scroll { cursor: 99, top: 90 });
        scroll.go(Move::Pages(-1), 100, 10);
        assert_eq!(scroll, Scroll { cursor: 90, top: 90 });
        scroll.go(Move::By(-1), 100, 10);
        assert_eq!(scroll, Scroll { cursor: 89, top: 89 });
        scroll.settle(5, 10);
        assert_eq!(scroll, Scroll { cursor: 4, top: 0 });
        assert!(!scroll.go(Move::By(1), 5, 10));
        scroll.settle(0, 0);
        assert_eq!(scroll, Scroll::default());
    }
}
