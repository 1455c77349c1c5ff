//! Compare: two to six marked incidents as columns, row by row, the cell under the cursor told in full below.
//! What stands in the cells is `view::comparison`'s; this module owns the cursor and the painting.
//!
//! ```text
//!               Kairos            Cap emploi
//! ▾ Facts  1 of 6 differ ────────────────────
//! ≠ Vectors     Infostealer       Social eng…
//! ───────────────────────────────────────────
//! Infostealer, supplier …          [sources]
//! ```

mod grid;
mod held;
mod told;

use crate::command::Command;
use crate::record::gap::Between;
use crate::record::gap::set::GapSet;
use crate::screen::desk::MOST_MARKS;
use crate::screen::{Desk, Refusal, Target, step};
use crate::text::screen as words;
use crate::theme::{Glyph, Role};
use crate::view::comparison::{self, CompareKind, Comparison, Rows};
use crate::view::matrix::Order;
use crate::view::{Line, Options};
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use grid::{Grid, Shown, grid, height, rest};
use held::Held;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the comparison.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// The line under the cursor, among those that are shown.
    line: Scroll,
    /// The column under the cursor.
    column: usize,
    /// Whether rows that are the same are hidden.
    differences_only: bool,
    /// The sections whose rows are folded away.
    folded: Vec<CompareKind>,
    /// The order of data and measures.
    order: Order,
    /// Whether the cell under the cursor takes most of the body.
    tall: bool,
    /// What is shown.
    held: Option<Held>,
    /// The gaps that the cursor was on, over the filtered set.
    sets: Vec<(Between, GapSet)>,
    /// Of which state of the matches that was reckoned.
    surveyed: Option<u64>,
}

impl Compare {
    /// Runs a command of this screen.
    pub fn run(&mut self, command: Command, desk: &Desk, body: Rect) -> Result<(), Refusal> {
        let told = self.compared().ok_or(refusal(desk))?;
        let shown = self.shown(&told);
        match command {
            Command::HideSame => {
                self.differences_only = !self.differences_only;
                self.line = Scroll::default();
            }
            Command::NextDifference => self.seek(&told, &shown, true)?,
            Command::PreviousDifference => self.seek(&told, &shown, false)?,
            Command::OrderMatrices => self.order = self.order.other(),
            Command::FoldSection => self.fold(&told, &shown),
            Command::FoldAll => self.fold_all(&told, &shown),
            Command::Open => match shown.get(self.line.cursor) {
                Some(Shown::Title(..)) => self.fold(&told, &shown),
                _ => self.tall = !self.tall,
            },
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = (self.column + 1).min(told.columns.len().saturating_sub(1)),
            Command::NextPane => self.column = (self.column + 1) % told.columns.len().max(1),
            Command::PreviousPane => {
                self.column = self.column.checked_sub(1).unwrap_or(told.columns.len().saturating_sub(1));
            }
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                let before = self.line.cursor;
                self.line.go(step, shown.len(), usize::from(grid(body, told.columns.len(), self.tall).rows.height));
                let down = self.line.cursor >= before && step != Move::First;
                self.line.cursor = rest(&shown, self.line.cursor, down);
            }
        }
        Ok(())
    }

    /// Brings the window around the cursor after anything changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        self.hold(desk, body);
        let Some(told) = self.compared() else {
            // the rows of what is being fetched come back
            if desk.marked().iter().all(|entry| entry.whole.is_some()) {
                self.line = Scroll::default();
            }
            return;
        };
        let (shown, grid) = (self.shown(&told), grid(body, told.columns.len(), self.tall));
        self.column = self.column.min(told.columns.len().saturating_sub(1));
        self.line.cursor = rest(&shown, self.line.cursor.min(shown.len().saturating_sub(1)), true);
        self.line.top = self.line.top.min(self.line.cursor);
        // the rows are of different heights: the window moves until the cursor's row is whole
        let height = |at: usize| shown.get(at).map_or(0, |line| usize::from(height(&told, *line, &grid)));
        let mut used: usize = (self.line.top..=self.line.cursor).map(height).sum();
        while used > usize::from(grid.rows.height) && self.line.top < self.line.cursor {
            used -= height(self.line.top);
            self.line.top += 1;
        }
        // the title above the first row stays in view
        if self.line.cursor == 1 {
            self.line.top = 0;
        }
        if let Some(Shown::Row(section, row)) = shown.get(self.line.cursor)
            && let Some(asked) = told.sections[*section].rows[*row].between
        {
            self.look_over(desk, asked);
        }
    }

    /// What the cursor is on.
    pub fn target(&self, desk: &Desk) -> Target {
        let here = desk.marked().get(self.column).map(|entry| entry.id());
        let entry = here.and_then(|id| desk.library.position(id));
        let Some(told) = self.compared() else { return Target::default() };
        let Some(Shown::Row(section, row)) = self.shown(&told).get(self.line.cursor).copied() else {
            return Target { entry, ..Target::default() };
        };
        let Some(cell) = told.sections[section].rows[row].cells.get(self.column) else { return Target::default() };
        let text = cell.detail.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        Target { entry, at: None, sources: cell.sources.iter().map(|(id, _)| id.clone()).collect(), text }
    }

    /// Which rows are shown.
    pub fn rows(&self) -> Rows {
        if self.differences_only { Rows::Differing } else { Rows::All }
    }

    /// The marked incidents side by side, as wide as a page; none where too few or too many are marked.
    pub fn told(&self, desk: &Desk, options: &Options) -> Option<Comparison> {
        let marked = desk.marked();
        if !(2..=MOST_MARKS).contains(&marked.len()) {
            return None;
        }
        let incidents: Vec<_> = marked.iter().map(|entry| entry.whole.as_deref()).collect::<Option<_>>()?;
        let told = comparison::comparison_in(&incidents, options, desk.rules(), options.width);
        Some(told.ordered(self.order, desk.lang))
    }

    /// Folds the section of the cursor away, or unfolds it.
    fn fold(&mut self, told: &Comparison, shown: &[Shown]) {
        let Some(section) = shown.get(self.line.cursor).map(|line| line.section()) else { return };
        let kind = told.sections[section].kind;
        if self.folded.contains(&kind) {
            self.folded.retain(|folded| *folded != kind);
        } else {
            self.folded.push(kind);
        }
        self.rest_on(told, section);
    }

    /// Folds every section away, or unfolds all if they are.
    fn fold_all(&mut self, told: &Comparison, shown: &[Shown]) {
        let Some(section) = shown.get(self.line.cursor).map(|line| line.section()) else { return };
        let kinds = told.sections.iter().map(|section| section.kind);
        let all = kinds.clone().all(|kind| self.folded.contains(&kind));
        self.folded = if all { Vec::new() } else { kinds.collect() };
        self.rest_on(told, section);
    }

    /// Puts the cursor on a section: its title if it is folded, else its first row.
    fn rest_on(&mut self, told: &Comparison, section: usize) {
        let shown = self.shown(told);
        let title = shown.iter().position(|line| line.section() == section).unwrap_or(0);
        self.line.cursor = rest(&shown, title, true);
        self.line.top = self.line.top.min(title);
    }

    fn seek(&mut self, told: &Comparison, shown: &[Shown], forward: bool) -> Result<(), Refusal> {
        let differs = |at: &usize| match shown[*at] {
            Shown::Row(section, row) => told.sections[section].rows[row].differs,
            Shown::Title(section, folded) => folded && told.differing(section) > 0,
            Shown::Group(..) => false,
        };
        let found = if forward {
            let after = usize::from(!matches!(shown.get(self.line.cursor), Some(Shown::Title(..))));
            (self.line.cursor + after..shown.len()).find(differs)
        } else {
            (0..self.line.cursor).rev().find(differs)
        };
        let found = found.ok_or(words::LAST_DIFFERENCE)?;
        self.line.cursor = found;
        // what was sought is not left folded away
        if let Shown::Title(section, _) = shown[found] {
            self.folded.retain(|kind| *kind != told.sections[section].kind);
            let shown = self.shown(told);
            let is_sought = |at: &usize| matches!(shown[*at], Shown::Row(own, row) if own == section && told.sections[own].rows[row].differs);
            let mut rows = (found..shown.len()).filter(is_sought);
            self.line.cursor = if forward { rows.next() } else { rows.next_back() }.unwrap_or(found);
        }
        Ok(())
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let Some(told) = self.compared() else {
            Self::draw_empty(desk, body, buffer);
            return;
        };
        let (shown, grid) = (self.shown(&told), grid(body, told.columns.len(), self.tall));
        let first = self.first_column(&grid);
        self.draw_heads(desk, &told, &grid, first, buffer);
        if shown.is_empty() {
            desk.brush.text(buffer, grid.rows.x + 2, grid.rows.y, 60, words::NO_DIFFERENCE.get(desk.lang), Role::Muted);
        }
        let mut y = grid.rows.y;
        for (at, line) in shown.iter().enumerate().skip(self.line.top) {
            if y >= grid.rows.bottom() {
                break;
            }
            let rows = height(&told, *line, &grid).min(grid.rows.bottom() - y);
            let area = Rect { y, height: rows, ..grid.rows };
            match *line {
                Shown::Title(section, folded) => {
                    let here = at == self.line.cursor;
                    Self::draw_title(desk, &told, (section, folded), here, area, buffer);
                }
                Shown::Group(section, row) => {
                    let group = told.sections[section].rows[row].group.as_deref().unwrap_or_default();
                    desk.brush.text(buffer, area.x + 3, y, area.width, group, Role::Heading);
                }
                Shown::Row(section, row) => {
                    let here = at == self.line.cursor;
                    self.draw_row(desk, &told.sections[section].rows[row], area, &grid, first, here, buffer);
                }
            }
            y += rows;
        }
        self.draw_told(desk, &told, &shown, body, buffer);
    }

    fn draw_empty(desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let x = body.x + 2;
        desk.brush.text(buffer, x, body.y + 1, body.width - 2, refusal(desk).get(desk.lang), Role::Strong);
        let count = desk.marked().len();
        let names: Vec<&str> = desk.marked().iter().map(|entry| entry.document.title.get(desk.lang)).collect();
        let has = if count == 0 { "0".to_owned() } else { names.join(", ") };
        desk.brush.text(
            buffer,
            x,
            body.y + 2,
            body.width - 2,
            &words::COMPARE_HAS.fill(desk.lang, &[&has]),
            Role::Muted,
        );
    }

    /// Draws the title of a section, and how many of its rows differ.
    fn draw_title(
        desk: &Desk,
        told: &Comparison,
        (section, folded): (usize, bool),
        here: bool,
        area: Rect,
        buffer: &mut Buffer,
    ) {
        let brush = desk.brush;
        let part = &told.sections[section];
        let sign = brush.glyph(if folded { Glyph::OpenRight } else { Glyph::More });
        let title = Line::of(sign, Role::Muted).with(" ", Role::Text).with(&part.title, Role::Heading);
        let count = words::DIFFERING.fill(desk.lang, &[&told.differing(section), &part.rows.len()]);
        let title = title.with(format!("  {count}"), Role::Muted);
        pane::heading(buffer, Rect { x: area.x + 1, width: area.width - 2, ..area }, brush, &title, here);
        if here {
            brush.text(buffer, area.x, area.y, 1, brush.glyph(Glyph::Cursor), Role::BorderFocused);
        }
    }

    /// The first column that is seen.
    fn first_column(&self, grid: &Grid) -> usize {
        (self.column + 1).saturating_sub(grid.columns)
    }

    fn draw_heads(&self, desk: &Desk, told: &Comparison, grid: &Grid, first: usize, buffer: &mut Buffer) {
        for (n, column) in told.columns.iter().enumerate().skip(first).take(grid.columns) {
            let x = grid.x(n - first);
            let role = if n == self.column { Role::Strong } else { Role::Muted };
            let mut folded = Line::of(&column.title, role).fold(usize::from(grid.column - 1));
            let cut = folded.len() > usize::from(grid.heads.height);
            folded.truncate(usize::from(grid.heads.height));
            if let Some(last) = folded.last_mut().filter(|_| cut) {
                *last = std::mem::take(last).with(desk.brush.glyph(Glyph::Ellipsis), role);
            }
            for (y, line) in (grid.heads.top()..grid.heads.bottom()).zip(&folded) {
                desk.brush.line(buffer, x, y, grid.column, line);
            }
        }
        if told.columns.len() > grid.columns {
            let place = format!("{}/{}", self.column + 1, told.columns.len());
            desk.brush.text(buffer, grid.heads.x + 2, grid.heads.y, grid.label, &place, Role::Muted);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a row is drawn from what it tells, its place and the cursor on it")]
    fn draw_row(
        &self,
        desk: &Desk,
        row: &comparison::Row,
        area: Rect,
        grid: &Grid,
        first: usize,
        here: bool,
        buffer: &mut Buffer,
    ) {
        let brush = desk.brush;
        if row.differs {
            brush.text(buffer, area.x + 1, area.y, 1, brush.glyph(Glyph::Differs), Role::Differs);
        }
        let role = if here { Role::Strong } else { Role::Muted };
        for (y, line) in
            (area.top()..area.bottom()).zip(Line::of(row.full_label(desk.lang), role).fold(usize::from(grid.label - 4)))
        {
            brush.line(buffer, area.x + 3, y, grid.label - 4, &line);
        }
        if here {
            brush.text(buffer, area.x, area.y, 1, brush.glyph(Glyph::Cursor), Role::BorderFocused);
        }
        for (n, cell) in row.cells.iter().enumerate().skip(first).take(grid.columns) {
            let x = grid.x(n - first);
            let width = grid.column - 1;
            let folded = cell.lines.iter().flat_map(|line| line.fold(usize::from(width)));
            for (y, line) in (area.top()..area.bottom()).zip(folded) {
                brush.line(buffer, x, y, width, &line);
            }
            if here && n == self.column {
                brush.tint(buffer, Rect { x, width, ..area }, Role::Selected);
            }
        }
    }
}

/// Why the marked incidents cannot be compared.
fn refusal(desk: &Desk) -> Refusal {
    if desk.marked().len() > MOST_MARKS { words::COMPARE_TOO_MANY } else { words::COMPARE_NEEDS }
}
