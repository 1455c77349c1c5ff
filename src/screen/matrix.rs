//! The matrices: data categories, or measures, over all filtered incidents or the marked ones, one sign a cell.
//! What the cells hold is `view::matrix`'s; this module owns the cursor and the painting.
//!
//! ```text
//!                         all  2021-02 2023-08 2024-02
//! Official numbers
//! ▌National id number       3     ○       ●       ●
//! ● exposed  ◐ claimed  ◑ disputed  ○ stated not exposed  · not stated
//! ```

use crate::command::Command;
use crate::screen::{Desk, Refusal, Target, step};
use crate::text::{Phrase, clean, number, screen as words, view as labels, wait};
use crate::theme::{Glyph, Role};
use crate::view::item::Teller;
use crate::view::line::cut;
use crate::view::matrix::{self, Kind, Order};
use crate::view::{Item, Line, Options, Standing};
use crate::widget::pane;
use crate::widget::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The width of the labels, in cells.
const LABEL: u16 = 30;
/// The width of the totals.
const TOTAL: u16 = 7;
/// The least and the most width of an incident's column.
const COLUMN: (u16, u16) = (8, 24);
/// From how many rows on the heads name the incidents beside their dates.
const NAMED: u16 = 16;
/// The rows in which the cell under the cursor is told, unless it takes most of the body.
const TOLD: u16 = 7;

/// The state of the matrices.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    kind: Kind,
    order: Order,
    row: Scroll,
    column: Scroll,
    /// Whether the cell under the cursor takes most of the body.
    tall: bool,
    /// The entries that are columns.
    entries: Vec<usize>,
    told: matrix::Matrix,
    /// Of which matches and marks that was reckoned, and how.
    reckoned: Option<(u64, Vec<String>, Kind, Order)>,
}

/// One line of the grid: the name of a group, or a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Group(usize),
    Row(usize),
}

impl Matrix {
    /// Runs a command of this screen.
    pub fn run(&mut self, command: Command, desk: &mut Desk, body: Rect) -> Result<(), Refusal> {
        match command {
            Command::NextPane | Command::PreviousPane => {
                self.kind = if self.kind == Kind::Data { Kind::Measures } else { Kind::Data };
                self.row = Scroll::default();
            }
            Command::SortRows => {
                self.order = if self.order == Order::Grouped { Order::Common } else { Order::Grouped };
                self.row = Scroll::default();
            }
            Command::Open => self.tall = !self.tall,
            Command::Left | Command::Right => {
                let by = if command == Command::Left { -1 } else { 1 };
                self.column.go(crate::widget::scroll::Move::By(by), self.entries.len(), self.columns(body));
                self.choose(desk);
            }
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                self.row.go(step, self.told.rows.len(), self.rows_seen(body));
            }
        }
        Ok(())
    }

    /// Reckons the matrix anew after anything changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        let key = Some((desk.revision, desk.marks.clone(), self.kind, self.order));
        if self.reckoned != key {
            self.reckoned = key;
            self.entries = desk.shown();
            let documents: Vec<_> = self.entries.iter().filter_map(|n| desk.document(*n)).collect();
            self.told = matrix::matrix(self.kind, &documents, self.order, desk.lang);
        }
        let selected = desk.selected.as_deref().and_then(|id| desk.library.position(id));
        if let Some(at) = self.entries.iter().position(|n| Some(*n) == selected) {
            self.column.cursor = at;
        }
        self.column.settle(self.entries.len(), self.columns(body));
        self.row.settle(self.told.rows.len(), self.rows_seen(body));
    }

    /// What the cursor is on.
    pub fn target(&self, desk: &Desk) -> Target {
        let entry = self.entries.get(self.column.cursor).copied();
        let items = self.items(desk);
        let text = items.iter().flat_map(|item| &item.lines).map(Line::text).collect::<Vec<_>>().join(" ");
        let at = items.first().and_then(|item| item.at.clone());
        Target { entry, at, sources: items.into_iter().flat_map(|item| item.sources).collect(), text }
    }

    fn choose(&mut self, desk: &mut Desk) {
        if let Some(id) = self.entries.get(self.column.cursor).and_then(|n| desk.id(*n)).map(str::to_owned) {
            desk.go_to(id);
        }
    }

    /// The entry of which a cell is told in full.
    pub fn seen(&self) -> Vec<usize> {
        self.entries.get(self.column.cursor).copied().into_iter().collect()
    }

    /// The statements of the cell under the cursor.
    fn items(&self, desk: &Desk) -> Vec<Item> {
        let incident = self.entries.get(self.column.cursor).and_then(|n| desk.whole(*n));
        let (Some(incident), Some(row)) = (incident, self.told.rows.get(self.row.cursor)) else { return Vec::new() };
        // the width matters to bars alone, and no statement here has one
        let options = Options { lang: desk.lang, glyphs: desk.brush.glyphs, width: usize::from(desk.size.0) };
        row.value.tell(&Teller::new(incident, options))
    }

    /// The matrix as rows of cells, the heads first; each cell is the word of its standing.
    pub fn table(&self, desk: &Desk) -> Vec<Vec<String>> {
        let title = match self.kind {
            Kind::Data => words::MATRIX_DATA,
            Kind::Measures => words::MATRIX_MEASURES,
        };
        let ids = self.entries.iter().filter_map(|n| desk.id(*n)).map(str::to_owned);
        let heads = [title.get(desk.lang).to_owned(), words::MATRIX_TOTAL.get(desk.lang).to_owned()];
        let rows = self.told.rows.iter().map(|row| {
            let documents = self.entries.iter().filter_map(|n| desk.document(*n));
            let cells = documents.map(|document| row.value.standing(document).id().to_owned());
            [row.label.clone(), row.total.to_string()].into_iter().chain(cells).collect()
        });
        std::iter::once(heads.into_iter().chain(ids).collect()).chain(rows).collect()
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        if self.told.rows.is_empty() {
            let text = if desk.hits.is_empty() { words::NO_MATCH } else { labels::NOT_STATED };
            brush.text(buffer, body.x + 2, body.y + 1, body.width - 2, text.get(desk.lang), Role::Muted);
            return;
        }
        let name = if self.kind == Kind::Data { words::MATRIX_DATA } else { words::MATRIX_MEASURES };
        let title = Line::of(name.get(desk.lang), Role::Heading);
        let grid = pane::heading(buffer, Rect { height: 1, ..body }, brush, &title, true);
        let grid = Rect { y: grid.y, height: body.height.saturating_sub(1 + self.room(body)), ..body };
        let heads = heads(body);
        self.draw_heads(desk, Rect { height: heads, ..grid }, buffer);
        let rows = Rect { y: grid.y + heads, height: grid.height.saturating_sub(heads), ..grid };
        for (y, line) in (rows.top()..rows.bottom()).zip(self.shown(rows.height)) {
            match line {
                Shown::Group(at) => {
                    let group = self.told.rows[at].group.as_deref().unwrap_or_default();
                    brush.text(buffer, rows.x + 1, y, LABEL, group, Role::Heading);
                }
                Shown::Row(at) => self.draw_row(desk, at, Rect { y, height: 1, ..rows }, buffer),
            }
        }
        let told = Rect { y: rows.bottom(), height: body.bottom().saturating_sub(rows.bottom()), ..body };
        self.draw_told(desk, told, buffer);
    }

    /// The lines of the grid that are seen: rows from the window's top, each group named where it opens.
    fn shown(&self, height: u16) -> Vec<Shown> {
        let lines = |from: usize| {
            (from..self.told.rows.len()).flat_map(|at| {
                let opens = self.told.rows[at].group.is_some().then_some(Shown::Group(at));
                opens.into_iter().chain([Shown::Row(at)])
            })
        };
        let mut top = self.row.top;
        let room = usize::from(height);
        // the names of groups take rows too: the window moves until the cursor's row is seen
        while top < self.row.cursor && !lines(top).take(room).any(|line| line == Shown::Row(self.row.cursor)) {
            top += 1;
        }
        lines(top).take(room).collect()
    }

    fn draw_heads(&self, desk: &Desk, grid: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let all = format!("{:>5}", words::MATRIX_TOTAL.get(desk.lang));
        brush.text(buffer, grid.x + LABEL, grid.y, TOTAL, &all, Role::Muted);
        let width = self.cells(grid) - 1;
        for (n, entry) in self.entries.iter().enumerate().skip(self.column.top).take(self.columns(grid)) {
            let Some(document) = desk.document(*entry) else { continue };
            let short: String = document.date_text.chars().take(7).collect();
            let role = if n == self.column.cursor { Role::Strong } else { Role::Muted };
            let x = self.x(grid, n);
            brush.text(buffer, x, grid.y, width, &short, role);
            if grid.height > 1 {
                let said = if desk.one_organisation { document.opening(desk.lang) } else { 0 };
                let name: String = document.title.get(desk.lang).chars().skip(said).collect();
                let name = cut(&clean(&name), usize::from(width), brush.glyph(Glyph::Ellipsis));
                brush.text(buffer, x, grid.y + 1, width, &name, role);
            }
        }
    }

    fn draw_row(&self, desk: &Desk, at: usize, area: Rect, buffer: &mut Buffer) {
        let (brush, row) = (desk.brush, &self.told.rows[at]);
        let here = at == self.row.cursor;
        let role = if here { Role::Strong } else { Role::Text };
        brush.text(buffer, area.x + 2, area.y, LABEL - 3, &row.label, role);
        let total = format!("{:>5}", number(desk.lang, row.total as u64));
        brush.text(buffer, area.x + LABEL, area.y, TOTAL, &total, Role::Strong);
        if here {
            brush.text(buffer, area.x, area.y, 1, brush.glyph(Glyph::Cursor), Role::BorderFocused);
        }
        for (n, entry) in self.entries.iter().enumerate().skip(self.column.top).take(self.columns(area)) {
            let Some(document) = desk.document(*entry) else { continue };
            let (x, standing) = (self.x(area, n), row.value.standing(document));
            brush.text(buffer, x + 3, area.y, 1, brush.glyph(standing.glyph()), standing.role());
            if here && n == self.column.cursor {
                brush.tint(buffer, Rect { x: x + 2, width: 3, ..area }, Role::Selected);
            }
        }
    }

    fn draw_told(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let entry = self.entries.get(self.column.cursor).and_then(|n| desk.library.entries.get(*n));
        let (Some(entry), Some(row)) = (entry, self.told.rows.get(self.row.cursor)) else { return };
        let dot = format!(" {} ", brush.glyph(Glyph::Separator));
        let title = Line::of(entry.document.title.get(lang), Role::Heading).with(dot, Role::Muted);
        let inside = pane::heading(buffer, area, brush, &title.with(&row.label, Role::Muted), true);
        let items = self.items(desk);
        let mut lines: Vec<Line> = items.into_iter().flat_map(|item| item.lines).collect();
        if entry.whole.is_none() {
            lines.push(Line::of(wait::FETCHING.get(lang), Role::Muted));
        } else if lines.is_empty() {
            lines.push(Standing::NotStated.open(brush.glyphs).with(labels::NOT_STATED.get(lang), Role::NotStated));
        }
        let legend = legend(self.kind, desk).fold(usize::from(inside.width.saturating_sub(2)));
        let rows = u16::try_from(legend.len()).unwrap_or(inside.height).min(inside.height);
        pane::told(buffer, Rect { height: inside.height - rows, ..inside }, brush, &lines);
        for (y, line) in (inside.bottom() - rows..inside.bottom()).zip(&legend) {
            brush.line(buffer, inside.x + 1, y, inside.width - 1, line);
        }
    }

    /// The rows in which the cell under the cursor is told.
    fn room(&self, body: Rect) -> u16 {
        // a group and a row stay
        if self.tall { body.height.saturating_sub(3 + heads(body)) } else { TOLD }
    }

    /// How many rows of the grid are seen.
    fn rows_seen(&self, body: Rect) -> usize {
        usize::from(body.height.saturating_sub(1 + heads(body) + self.room(body))).max(1)
    }

    /// The width of a column: few incidents have room for their names.
    fn cells(&self, area: Rect) -> u16 {
        let among = u16::try_from(self.entries.len().max(1)).unwrap_or(u16::MAX);
        (area.width.saturating_sub(LABEL + TOTAL) / among).clamp(COLUMN.0, COLUMN.1)
    }

    /// How many columns are seen.
    fn columns(&self, area: Rect) -> usize {
        usize::from(area.width.saturating_sub(LABEL + TOTAL) / self.cells(area)).max(1)
    }

    fn x(&self, area: Rect, column: usize) -> u16 {
        area.x + LABEL + TOTAL + self.cells(area) * u16::try_from(column - self.column.top).unwrap_or(0)
    }
}

/// What the signs mean.
fn legend(kind: Kind, desk: &Desk) -> Line {
    use Standing as S;
    let named: Vec<(Standing, Phrase)> = match kind {
        Kind::Data => [S::Yes, S::Claimed, S::Disputed, S::No, S::Unknown, S::NotStated]
            .into_iter()
            .zip(words::LEGEND_DATA)
            .collect(),
        Kind::Measures => [S::Yes, S::UnderWay, S::Planned, S::Disputed, S::No, S::Unknown, S::NotStated]
            .into_iter()
            .zip(words::LEGEND_MEASURES)
            .collect(),
    };
    // no fold parts a sign from its name
    named.into_iter().fold(Line::new(), |line, (standing, name)| {
        let name = name.get(desk.lang).replace(' ', "\u{a0}");
        line.with(desk.brush.glyph(standing.glyph()), standing.role()).with(format!("\u{a0}{name}  "), Role::Muted)
    })
}

/// The rows of the heads: the dates, and the names where there is room.
fn heads(body: Rect) -> u16 {
    if body.height < NAMED { 1 } else { 2 }
}
