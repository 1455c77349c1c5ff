//! Explore: the list of incidents, and beside it (or instead of it, where it is narrow) one of them in full.
//! The list's order and matches are the desk's; this module owns the panes and their moves.
//!
//! ```text
//! ▁  ▂ ▇▁      all over time
//!   2021   2024
//! Incident     Date     Affected │ What happened ─────────
//! ▌▪France Tr… 2025-07  ≥340,000 │ …
//! ```

use crate::chart::bars;
use crate::chart::scale::TimeScale;
use crate::command::Command;
use crate::query::Order;
use crate::record::vocabulary::Vocabulary;
use crate::screen::{Desk, Refusal, Target, step};
use crate::text::{Phrase, screen as words};
use crate::theme::{Glyph, Role};
use crate::view::dossier::{self, Dossier};
use crate::view::line::cut;
use crate::view::{Line, Mark, Options, wording};
use crate::widget::axis::{self, Counting};
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// From this width on the list and the detail stand side by side, in cells.
const WIDE: u16 = 100;

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The list.
    #[default]
    List,
    /// The incident in full.
    Detail,
}

/// The state of Explore.
#[derive(Clone, Debug, Default)]
pub struct Explore {
    /// Which pane has the keys.
    pub pane: Pane,
    /// The first row of the list that is seen.
    top: usize,
    /// The row of the detail.
    detail: Scroll,
    /// Whose detail that is.
    shown: Option<String>,
}

/// One row of the detail, and the item that it belongs to.
struct DetailRow {
    line: Line,
    section: usize,
    item: Option<usize>,
}

struct Panes {
    strip: Rect,
    list: Option<Rect>,
    detail: Option<Rect>,
}

impl Explore {
    /// Runs a command of this screen.
    pub fn run(&mut self, command: Command, desk: &mut Desk, body: Rect) -> Result<(), Refusal> {
        match command {
            Command::Mark => {
                desk.mark()?;
                self.move_list(Move::By(1), desk, body);
            }
            Command::SortBy => {
                desk.reorder(desk.order.key.next().natural());
            }
            Command::SortReverse => {
                desk.reorder(Order { direction: desk.order.direction.reversed(), ..desk.order });
            }
            Command::NextPane | Command::PreviousPane | Command::Open | Command::Right | Command::Left => {
                let to_detail = match command {
                    Command::Open | Command::Right => true,
                    Command::Left => false,
                    _ => self.pane == Pane::List,
                };
                if to_detail && desk.chosen().is_none() {
                    return Err(words::NOTHING_HERE);
                }
                self.pane = if to_detail { Pane::Detail } else { Pane::List };
            }
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                match self.pane {
                    Pane::List => self.move_list(step, desk, body),
                    Pane::Detail => self.move_detail(step, desk, body),
                }
            }
        }
        Ok(())
    }

    /// Leaves the detail; says whether there was something to leave.
    pub fn back(&mut self) -> bool {
        let left = self.pane == Pane::Detail;
        self.pane = Pane::List;
        left
    }

    /// Brings the windows around the cursors after anything changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        let mut list = Scroll { cursor: desk.cursor().unwrap_or(0), top: self.top };
        list.settle(desk.hits.len(), self.list_rows(body));
        self.top = list.top;
        if self.shown != desk.selected {
            self.shown.clone_from(&desk.selected);
            self.detail = Scroll::default();
        }
        if desk.chosen().is_none() {
            self.pane = Pane::List;
        }
        let (rows, seen) = self.detail_rows(desk, body);
        self.detail.settle(rows.len(), seen);
    }

    /// What the cursor is on.
    pub fn target(&self, desk: &Desk, body: Rect) -> Target {
        let Some(entry) = desk.chosen() else { return Target::default() };
        let index = desk.cursor().and_then(|at| desk.hits.get(at)).map(|hit| hit.index);
        let whole = Target { entry: index, text: entry.incident.id.clone(), ..Target::default() };
        let (Pane::Detail, Some(area)) = (self.pane, self.panes(body).detail) else { return whole };
        let told = told(desk, area.width);
        let rows = rows(told.as_ref(), area.width);
        let Some(row) = rows.get(self.detail.cursor) else { return whole };
        let section = told.as_ref().and_then(|told| told.sections.get(row.section));
        let Some(item) = row.item.and_then(|item| section?.items.get(item)) else { return whole };
        let text = item.lines.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        Target { entry: index, at: item.at.clone(), sources: item.sources.clone(), text }
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let panes = self.panes(body);
        strip(desk, panes.strip, buffer);
        if let Some(area) = panes.list {
            self.draw_list(desk, area, buffer);
        }
        if let Some(area) = panes.detail {
            self.draw_detail(desk, area, buffer);
        }
        if let (Some(list), Some(_)) = (panes.list, panes.detail) {
            let role = if self.pane == Pane::Detail { Role::BorderFocused } else { Role::Border };
            for y in list.top()..list.bottom() {
                desk.brush.text(buffer, list.right(), y, 1, desk.brush.glyph(Glyph::Vertical), role);
            }
        }
    }

    fn panes(&self, body: Rect) -> Panes {
        let strip = Rect { height: body.height.min(2), ..body };
        let rest = Rect { y: body.y + strip.height, height: body.height - strip.height, ..body };
        if body.width >= WIDE {
            let width = (body.width / 2).clamp(50, 90);
            let list = Rect { width, ..rest };
            let detail = Rect { x: rest.x + width + 1, width: rest.width - width - 1, ..rest };
            return Panes { strip, list: Some(list), detail: Some(detail) };
        }
        match self.pane {
            Pane::List => Panes { strip, list: Some(rest), detail: None },
            Pane::Detail => Panes { strip: Rect { height: 0, ..strip }, list: None, detail: Some(body) },
        }
    }

    fn list_rows(&self, body: Rect) -> usize {
        self.panes(body).list.map_or(1, |list| usize::from(list.height.saturating_sub(1)))
    }

    fn move_list(&mut self, step: Move, desk: &mut Desk, body: Rect) {
        let mut scroll = Scroll { cursor: desk.cursor().unwrap_or(0), top: self.top };
        scroll.go(step, desk.hits.len(), self.list_rows(body));
        self.top = scroll.top;
        desk.select(scroll.cursor);
    }

    fn detail_rows(&self, desk: &Desk, body: Rect) -> (Vec<DetailRow>, usize) {
        let Some(area) = self.panes(body).detail else { return (Vec::new(), 0) };
        (rows(told(desk, area.width).as_ref(), area.width), usize::from(area.height))
    }

    /// Moves the cursor of the detail; it rests on what is told, not on headings.
    fn move_detail(&mut self, step: Move, desk: &Desk, body: Rect) {
        let (rows, seen) = self.detail_rows(desk, body);
        let before = self.detail.cursor;
        self.detail.go(step, rows.len(), seen);
        let at = self.detail.cursor;
        let is_told = |row: &usize| rows.get(*row).is_some_and(|row| row.item.is_some());
        let (after, up) = ((at..rows.len()).find(is_told), (0..at).rev().find(is_told));
        let rest = if at >= before { after.or(up) } else { up.or(after) };
        self.detail.go(Move::To(if is_told(&at) { at } else { rest.unwrap_or(at) }), rows.len(), seen);
    }

    fn draw_list(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let columns = Columns::of(area.width);
        columns.head(desk, area, buffer);
        let rows = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if desk.hits.is_empty() {
            empty(desk, rows, buffer);
            return;
        }
        let cursor = desk.cursor();
        for (row, hit) in (self.top..desk.hits.len()).zip(0..rows.height).map(|(at, y)| (at, rows.y + y)) {
            let line = Rect { y: hit, height: 1, ..rows };
            columns.row(desk, row, line, buffer);
            if cursor == Some(row) {
                let role = if self.pane == Pane::List { Role::Selected } else { Role::SelectedElsewhere };
                desk.brush.tint(buffer, line, role);
                desk.brush.text(buffer, line.x, line.y, 1, desk.brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
    }

    fn draw_detail(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        if desk.chosen().is_none() {
            let hint = if desk.hits.is_empty() { "" } else { words::NOTHING_CHOSEN.get(desk.lang) };
            desk.brush.text(buffer, area.x + 2, area.y + 1, area.width.saturating_sub(2), hint, Role::Muted);
            return;
        }
        let told = told(desk, area.width);
        let rows = rows(told.as_ref(), area.width);
        let cursor = rows.get(self.detail.cursor).map(|row| (row.section, row.item));
        for (y, row) in (area.top()..area.bottom()).zip(rows.iter().skip(self.detail.top)) {
            if row.item.is_none() {
                let line = Rect { x: area.x + 1, y, width: area.width.saturating_sub(1), height: 1 };
                if row.line.width() > 0 {
                    pane::heading(buffer, line, desk.brush, &row.line, false);
                }
            } else {
                desk.brush.line(buffer, area.x + 1, y, area.width.saturating_sub(1), &row.line);
            }
            if self.pane == Pane::Detail && row.item.is_some() && cursor == Some((row.section, row.item)) {
                desk.brush.text(buffer, area.x, y, 1, desk.brush.glyph(Glyph::Cursor), Role::BorderFocused);
            }
        }
        if rows.len() > self.detail.top + usize::from(area.height) {
            // the last column is beyond the folded text
            desk.brush.text(buffer, area.right() - 1, area.bottom() - 1, 1, desk.brush.glyph(Glyph::More), Role::Muted);
        }
    }
}

/// The chosen incident told in full for a width.
fn told(desk: &Desk, width: u16) -> Option<Dossier> {
    let options = Options { lang: desk.lang, glyphs: desk.brush.glyphs, width: usize::from(width.saturating_sub(2)) };
    desk.chosen().map(|entry| dossier::dossier(&entry.incident, &options))
}

/// The rows of a dossier, folded; a heading row has no item.
fn rows(told: Option<&Dossier>, width: u16) -> Vec<DetailRow> {
    let width = usize::from(width.saturating_sub(2));
    let mut rows = Vec::new();
    for (section, part) in told.iter().flat_map(|told| &told.sections).enumerate() {
        if !part.title.is_empty() {
            if !rows.is_empty() {
                rows.push(DetailRow { line: Line::new(), section, item: None });
            }
            rows.push(DetailRow { line: Line::of(&part.title, Role::Heading), section, item: None });
        }
        for (item, told) in part.items.iter().enumerate() {
            let folded = told.lines.iter().flat_map(|line| line.fold(width));
            rows.extend(folded.map(|line| DetailRow { line, section, item: Some(item) }));
        }
    }
    rows
}

/// What stands where no incident is listed: nothing loaded yet, nothing there, or nothing that matches.
fn empty(desk: &Desk, area: Rect, buffer: &mut Buffer) {
    let (title, hint): (Phrase, Option<Phrase>) = if !desk.progress.done {
        (words::LOOKING, None)
    } else if desk.library.entries.is_empty() {
        (words::NO_RECORDS, Some(words::NO_RECORDS_HINT))
    } else {
        (words::NO_MATCH, Some(words::NO_MATCH_HINT))
    };
    let x = area.x + 2;
    let width = area.width.saturating_sub(4);
    desk.brush.text(buffer, x, area.y + 1, width, title.get(desk.lang), Role::Strong);
    let hint = hint.map(|hint| Line::of(hint.get(desk.lang), Role::Muted).fold(usize::from(width))).unwrap_or_default();
    for (y, line) in (area.y + 2..area.bottom()).zip(&hint) {
        desk.brush.line(buffer, x, y, width, line);
    }
}

/// The widths of the list's columns, in cells; a column of no width is left out.
struct Columns {
    title: u16,
    organisation: u16,
    date: u16,
    affected: u16,
    status: u16,
}

impl Columns {
    fn of(width: u16) -> Columns {
        let status = if width >= 72 { 12 } else { 2 };
        let organisation = if width >= 110 { 24 } else { 0 };
        let (date, affected) = (12, 15);
        let title = width.saturating_sub(2 + organisation + date + affected + status);
        Columns { title, organisation, date, affected, status }
    }

    fn head(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let lang = desk.lang;
        let mut x = area.x + 2;
        let mut cell = |width: u16, text: &str, right: bool| {
            let text = cut(text, usize::from(width.saturating_sub(1)), "");
            let shift = if right { width.saturating_sub(1 + u16::try_from(text.width()).unwrap_or(0)) } else { 0 };
            desk.brush.text(buffer, x + shift, area.y, width, &text, Role::Muted);
            x += width;
        };
        cell(self.title, words::COLUMN_TITLE.get(lang), false);
        if self.organisation > 0 {
            cell(self.organisation, words::COLUMN_ORGANISATION.get(lang), false);
        }
        cell(self.date, words::COLUMN_DATE.get(lang), false);
        cell(self.affected, words::COLUMN_AFFECTED.get(lang), true);
        if self.status > 2 {
            cell(self.status, words::COLUMN_STATUS.get(lang), false);
        }
    }

    fn row(&self, desk: &Desk, hit: usize, area: Rect, buffer: &mut Buffer) {
        let (Some(entry), Some(found)) = (desk.entry(hit), desk.hits.get(hit)) else { return };
        let Some(card) = desk.cards.get(found.index) else { return };
        let (brush, incident) = (desk.brush, &entry.incident);
        if desk.marks.contains(&incident.id) {
            brush.text(buffer, area.x + 1, area.y, 1, brush.glyph(Glyph::Marked), Role::Marked);
        }
        let mut x = area.x + 2;
        let title = matched(incident.title.get(desk.lang), &found.matched.title);
        brush.line(buffer, x, area.y, self.title.saturating_sub(1), &title);
        x += self.title;
        if self.organisation > 0 {
            let name = matched(incident.organisation.name.get(desk.lang), &found.matched.organisation);
            brush.line(buffer, x, area.y, self.organisation - 1, &name);
            x += self.organisation;
        }
        let date = wording::date::short(&card.date_text, desk.brush.glyphs);
        brush.text(buffer, x, area.y, self.date.saturating_sub(1), &date, Role::Text);
        x += self.date;
        let affected = affected(desk, card.headline);
        let width = u16::try_from(affected.width()).unwrap_or(0);
        brush.line(buffer, x + (self.affected - 1).saturating_sub(width), area.y, self.affected - 1, &affected);
        x += self.affected;
        let mark = if incident.status.is_some() { Mark::of_status(incident.status) } else { Mark::NotStated };
        let mut status = Line::of(brush.glyph(mark.glyph()), mark.role());
        if let (true, Some(word)) = (self.status > 2, incident.status) {
            status = status.with(" ", Role::Text).with(word.label().get(desk.lang), Role::Text);
        }
        brush.line(buffer, x, area.y, self.status, &status);
    }
}

/// A headline for the list: the figure, and a mark where it is contested.
fn affected(desk: &Desk, headline: Option<(crate::record::Count, crate::record::vocabulary::CountUnit, bool)>) -> Line {
    let Some((count, _, contested)) = headline else {
        return Line::of(desk.brush.glyph(Glyph::NotStated), Role::NotStated);
    };
    let figure = wording::count::compact(count, desk.lang, desk.brush.glyphs);
    let line = Line::of(figure, Role::Strong);
    if contested { line.with(desk.brush.glyph(Glyph::Differs), Role::Disputed) } else { line }
}

/// A text with the letters that the filter matched, by their places in characters.
fn matched(text: &str, places: &[usize]) -> Line {
    let mut line = Line::new();
    let mut run = (String::new(), false);
    for (at, letter) in text.chars().enumerate() {
        let hit = places.contains(&at);
        if hit != run.1 && !run.0.is_empty() {
            line = line.with(std::mem::take(&mut run.0), if run.1 { Role::Matched } else { Role::Text });
        }
        run.1 = hit;
        run.0.push(letter);
    }
    line.with(run.0, if run.1 { Role::Matched } else { Role::Text })
}

/// All matches over time: how many start in each cell, and the years below.
fn strip(desk: &Desk, area: Rect, buffer: &mut Buffer) {
    if area.height < 2 || area.width < 10 {
        return;
    }
    let inside = Rect { x: area.x + 2, width: area.width - 4, ..area };
    let dates: Vec<(Option<i64>, Option<i64>)> = desk
        .hits
        .iter()
        .filter_map(|hit| desk.cards.get(hit.index))
        .map(|card| (card.date.earliest.map(|t| t.timestamp()), card.date.latest.map(|t| t.timestamp())))
        .filter(|ends| ends.0.is_some() || ends.1.is_some())
        .collect();
    let ends = dates.iter().flat_map(|(from, to)| [*from, *to]).flatten();
    let Some((first, last)) = ends.clone().min().zip(ends.max()) else { return };
    let scale = TimeScale::fit(first, last, inside.width);
    let chosen = desk.chosen().and_then(|_| desk.cards.get(desk.hits.get(desk.cursor()?)?.index));
    let here = chosen.and_then(|card| card.date.earliest.or(card.date.latest)).map(|t| scale.cell(t.timestamp()));
    for (cell, level) in (0u16..).zip(bars::strip(dates, &scale).levels()) {
        if level > 0 {
            let role = if here == Some(i64::from(cell)) { Role::Strong } else { Role::Bar };
            brush_level(desk, buffer, inside.x + cell, inside.y, level, role);
        }
    }
    let below = Rect { y: inside.y + 1, height: 1, ..inside };
    axis::draw(desk.brush, desk.lang, &scale.into(), Counting::Calendar, below, buffer);
}

fn brush_level(desk: &Desk, buffer: &mut Buffer, x: u16, y: u16, level: u8, role: Role) {
    desk.brush.text(buffer, x, y, 1, desk.brush.glyphs.level(level), role);
}
