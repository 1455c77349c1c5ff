//! Compare: two to six marked incidents as columns, row by row, the cell under the cursor told in full below.
//! What stands in the cells is `view::comparison`'s; this module owns the cursor and the painting.
//!
//! ```text
//!               Kairos            Cap emploi
//! ── Facts ──────────────────────────────────
//! ≠ Vectors     Infostealer       Social eng…
//! ───────────────────────────────────────────
//! Infostealer, supplier …          [sources]
//! ```

use crate::command::Command;
use crate::screen::desk::MOST_MARKS;
use crate::screen::{Desk, Refusal, Target, step};
use crate::text::screen as words;
use crate::theme::{Glyph, Role};
use crate::view::comparison::{self, Comparison};
use crate::view::{Line, Options};
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The least width of a column, in cells.
const COLUMN: u16 = 22;
/// The rows of the column heads.
const HEADS: u16 = 3;

/// The state of the comparison.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    /// The line under the cursor, among those that are shown.
    line: Scroll,
    /// The column under the cursor.
    column: usize,
    /// Whether rows that are the same are hidden.
    differences_only: bool,
}

/// One line of the grid: a section's title, the name of a group of its rows, or a row.
#[derive(Clone, Copy)]
enum Shown {
    Title(usize),
    Group(usize, usize),
    Row(usize, usize),
}

struct Grid {
    heads: Rect,
    rows: Rect,
    told: Rect,
    label: u16,
    column: u16,
    columns: usize,
}

impl Compare {
    /// Runs a command of this screen.
    pub fn run(&mut self, command: Command, desk: &Desk, body: Rect) -> Result<(), Refusal> {
        let told = Self::compared(desk, body).ok_or(refusal(desk))?;
        let shown = self.shown(&told);
        match command {
            Command::HideSame => {
                self.differences_only = !self.differences_only;
                self.line = Scroll::default();
            }
            Command::NextDifference => self.seek(&told, &shown, true)?,
            Command::PreviousDifference => self.seek(&told, &shown, false)?,
            Command::Left => self.column = self.column.saturating_sub(1),
            Command::Right => self.column = (self.column + 1).min(told.columns.len().saturating_sub(1)),
            Command::NextPane => self.column = (self.column + 1) % told.columns.len().max(1),
            Command::PreviousPane => {
                self.column = self.column.checked_sub(1).unwrap_or(told.columns.len().saturating_sub(1));
            }
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                let before = self.line.cursor;
                self.line.go(step, shown.len(), usize::from(grid(body, told.columns.len()).rows.height));
                let down = self.line.cursor >= before && step != Move::First;
                self.line.cursor = rest(&shown, self.line.cursor, down);
            }
        }
        Ok(())
    }

    /// Brings the window around the cursor after anything changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        let Some(told) = Self::compared(desk, body) else {
            self.line = Scroll::default();
            return;
        };
        let (shown, grid) = (self.shown(&told), grid(body, told.columns.len()));
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
    }

    /// What the cursor is on.
    pub fn target(&self, desk: &Desk) -> Target {
        let here = desk.marked().get(self.column).map(|entry| entry.id());
        let entry = here.and_then(|id| desk.library.position(id));
        let Some(told) = Self::compared(desk, Rect::new(0, 0, desk.size.0, desk.size.1)) else {
            return Target::default();
        };
        let Some(Shown::Row(section, row)) = self.shown(&told).get(self.line.cursor).copied() else {
            return Target { entry, ..Target::default() };
        };
        let Some(cell) = told.sections[section].rows[row].cells.get(self.column) else { return Target::default() };
        let text = cell.detail.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        Target { entry, at: None, sources: cell.sources.iter().map(|(id, _)| id.clone()).collect(), text }
    }

    fn compared(desk: &Desk, body: Rect) -> Option<Comparison> {
        let marked = desk.marked();
        if !(2..=MOST_MARKS).contains(&marked.len()) {
            return None;
        }
        let incidents: Vec<_> = marked.iter().map(|entry| entry.whole.as_deref()).collect::<Option<_>>()?;
        let width = usize::from(grid(body, incidents.len()).column.saturating_sub(1));
        Some(comparison::comparison(&incidents, &Options { lang: desk.lang, glyphs: desk.brush.glyphs, width }))
    }

    fn shown(&self, told: &Comparison) -> Vec<Shown> {
        let mut shown = Vec::new();
        for (section, part) in told.sections.iter().enumerate() {
            let rows = part.rows.iter().enumerate().filter(|(_, row)| row.differs || !self.differences_only);
            let mut last = None;
            for (at, row) in rows {
                if last.is_none() {
                    shown.push(Shown::Title(section));
                }
                if row.group.is_some() && last != Some(&row.group) {
                    shown.push(Shown::Group(section, at));
                }
                last = Some(&row.group);
                shown.push(Shown::Row(section, at));
            }
        }
        shown
    }

    fn seek(&mut self, told: &Comparison, shown: &[Shown], forward: bool) -> Result<(), Refusal> {
        let differs =
            |at: &usize| matches!(shown[*at], Shown::Row(section, row) if told.sections[section].rows[row].differs);
        let found = if forward {
            (self.line.cursor + 1..shown.len()).find(differs)
        } else {
            (0..self.line.cursor).rev().find(differs)
        };
        self.line.cursor = found.ok_or(words::LAST_DIFFERENCE)?;
        Ok(())
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let Some(told) = Self::compared(desk, body) else {
            Self::draw_empty(desk, body, buffer);
            return;
        };
        let (shown, grid) = (self.shown(&told), grid(body, told.columns.len()));
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
                Shown::Title(section) => {
                    let title = Line::of(&told.sections[section].title, Role::Heading);
                    let area = Rect { x: area.x + 1, width: area.width - 2, ..area };
                    pane::heading(buffer, area, desk.brush, &title, false);
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
        self.draw_told(desk, &told, &shown, grid.told, buffer);
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

    /// The first column that is seen.
    fn first_column(&self, grid: &Grid) -> usize {
        (self.column + 1).saturating_sub(grid.columns)
    }

    fn draw_heads(&self, desk: &Desk, told: &Comparison, grid: &Grid, first: usize, buffer: &mut Buffer) {
        for (n, column) in told.columns.iter().enumerate().skip(first).take(grid.columns) {
            let x = grid.x(n - first);
            let role = if n == self.column { Role::Strong } else { Role::Muted };
            let mut folded = Line::of(&column.title, role).fold(usize::from(grid.column - 1));
            let cut = folded.len() > usize::from(HEADS);
            folded.truncate(usize::from(HEADS));
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
        for (y, line) in (area.top()..area.bottom()).zip(Line::of(&row.label, role).fold(usize::from(grid.label - 4))) {
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

    fn draw_told(&self, desk: &Desk, told: &Comparison, shown: &[Shown], area: Rect, buffer: &mut Buffer) {
        let Some(Shown::Row(section, row)) = shown.get(self.line.cursor).copied() else { return };
        let row = &told.sections[section].rows[row];
        let (Some(cell), Some(column)) = (row.cells.get(self.column), told.columns.get(self.column)) else { return };
        let dot = format!(" {} ", desk.brush.glyph(Glyph::Separator));
        let title = Line::of(&row.label, Role::Heading).with(dot, Role::Muted).with(&column.title, Role::Muted);
        let inside = pane::heading(buffer, area, desk.brush, &title, true);
        pane::told(buffer, inside, desk.brush, &cell.detail);
    }
}

/// Why the marked incidents cannot be compared.
fn refusal(desk: &Desk) -> Refusal {
    if desk.marked().len() > MOST_MARKS { words::COMPARE_TOO_MANY } else { words::COMPARE_NEEDS }
}

impl Grid {
    fn x(&self, column: usize) -> u16 {
        self.rows.x + self.label + self.column * u16::try_from(column).unwrap_or(0)
    }
}

fn grid(body: Rect, columns: usize) -> Grid {
    let told = if body.height >= 24 { 7 } else { 5 };
    let label = (body.width / 5).clamp(16, 30);
    let room = body.width.saturating_sub(label + 1);
    let fit = usize::from((room / COLUMN).max(1)).min(columns.max(1));
    let heads = Rect { height: HEADS.min(body.height), ..body };
    let rows = Rect { y: body.y + HEADS, height: body.height.saturating_sub(HEADS + told), ..body };
    Grid {
        heads,
        rows,
        told: Rect { y: rows.bottom(), height: told.min(body.height), ..body },
        label,
        column: room / u16::try_from(fit).unwrap_or(1),
        columns: fit,
    }
}

/// How many rows a line of the grid takes.
fn height(told: &Comparison, line: Shown, grid: &Grid) -> u16 {
    let Shown::Row(section, row) = line else { return 1 };
    let row = &told.sections[section].rows[row];
    let folded = |lines: &[Line]| lines.iter().map(|l| l.fold(usize::from(grid.column - 1)).len()).sum::<usize>();
    let cells = row.cells.iter().map(|cell| folded(&cell.lines)).max().unwrap_or(1);
    let label = Line::of(&row.label, Role::Text).fold(usize::from(grid.label - 4)).len();
    u16::try_from(cells.max(label).max(1)).unwrap_or(1)
}

/// The row that the cursor rests on: titles are passed over.
fn rest(shown: &[Shown], at: usize, down: bool) -> usize {
    let is_row = |at: &usize| matches!(shown.get(*at), Some(Shown::Row(..)));
    if is_row(&at) {
        return at;
    }
    let after = (at..shown.len()).find(is_row);
    let before = (0..at).rev().find(is_row);
    if down { after.or(before) } else { before.or(after) }.unwrap_or(0)
}
