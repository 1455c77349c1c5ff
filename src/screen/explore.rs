//! Explore: the list of incidents, and beside it (or instead of it, where it is narrow) one of them in full.
//! The list's order and matches are the desk's; this module owns the panes and their moves.
//!
//! ```text
//! ▁  ▂ ▇▁      all over time
//!   2021   2024
//! Incident     Date     Affected │ What happened ─────────
//! ▌▪France Tr… 2025-07  ≥340,000 │ …
//! ```

pub mod column;
pub mod list;
mod strip;

use crate::command::Command;
use crate::edit::Annotation;
use crate::query::Search;
use crate::record::Incident;
use crate::screen::{Desk, Refusal, Target, step};
use crate::text::{screen as words, wait};
use crate::theme::{Glyph, Role};
use crate::view::dossier::{self, Dossier};
use crate::view::item::Item;
use crate::view::{Line, Options};
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use list::Columns;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::Arc;
use strip::Strip;

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
    /// What it tells, laid out once after anything changed.
    told: Told,
    /// How many of the matches begin when.
    strip: Strip,
}

/// An incident told in full: the dossier, once the whole incident is fetched, and its rows.
#[derive(Clone, Debug, Default)]
struct Told {
    /// Of what and for whom.
    of: Option<Telling>,
    dossier: Option<Dossier>,
    rows: Vec<DetailRow>,
}

/// What is told of which incident, and for whom.
#[derive(Clone, Debug)]
struct Telling {
    incident: Arc<Incident>,
    own: Option<Annotation>,
    options: Options,
}

/// One row of the detail, and the item that it belongs to.
#[derive(Clone, Debug)]
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
                desk.reorder(desk.next_key().natural());
            }
            Command::SortReverse => {
                desk.reorder(desk.order.reversed());
            }
            Command::NextPane | Command::PreviousPane | Command::Open | Command::Right | Command::Left => {
                let to_detail = match command {
                    Command::Open | Command::Right => true,
                    Command::Left => false,
                    _ => self.pane == Pane::List,
                };
                if to_detail {
                    let id = desk.chosen().map(|entry| entry.id().to_owned());
                    desk.go_to(id.ok_or(words::NOTHING_HERE)?);
                }
                self.pane = if to_detail { Pane::Detail } else { Pane::List };
            }
            _ => {
                let step = step(command).ok_or(words::NOT_HERE)?;
                match self.pane {
                    Pane::List => self.move_list(step, desk, body),
                    Pane::Detail => self.move_detail(step, body),
                }
            }
        }
        Ok(())
    }

    /// Goes to the detail of the incident that is chosen.
    pub fn open(&mut self) {
        self.pane = Pane::Detail;
    }

    /// Leaves the detail; says whether there was something to leave.
    pub fn back(&mut self) -> bool {
        let left = self.pane == Pane::Detail;
        self.pane = Pane::List;
        left
    }

    /// The first row of the list that is seen, and the row of the detail while the cursor is there.
    pub fn place(&self) -> (usize, Option<usize>) {
        (self.top, (self.pane == Pane::Detail).then_some(self.detail.cursor))
    }

    /// Takes up a place in the list, and in the detail of the incident that is chosen now.
    pub fn resume(&mut self, desk: &Desk, top: usize, detail: Option<usize>) {
        self.top = top;
        if let Some(row) = detail {
            self.pane = Pane::Detail;
            self.shown.clone_from(&desk.selected);
            self.detail = Scroll { cursor: row, top: 0 };
        }
    }

    /// Brings the windows around the cursors after anything changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        self.strip.settle(desk, self.panes(body).strip);
        let mut list = Scroll { cursor: desk.cursor().unwrap_or(0), top: self.top };
        list.settle(desk.hits.len(), self.list_rows(desk, body));
        self.top = list.top;
        if self.shown != desk.selected {
            self.shown.clone_from(&desk.selected);
            self.detail = Scroll::default();
        }
        match self.panes(body).detail.and_then(|area| Telling::of(desk, area.width)) {
            Some(telling) if self.told.of.as_ref().is_some_and(|told| told.is_same(&telling)) => {}
            telling => self.told = telling.map(|telling| telling.told(desk)).unwrap_or_default(),
        }
        match desk.chosen() {
            None => self.pane = Pane::List,
            // its rows come when it is fetched
            Some(entry) if entry.whole.is_none() => return,
            Some(_) => {}
        }
        let (rows, seen) = (&self.told.rows, self.detail_height(body));
        // another width or language folds the rows anew
        self.detail.settle(rows.len(), seen);
        self.detail.go(Move::To(rest(rows, self.detail.cursor, true)), rows.len(), seen);
    }

    /// Forgets what is told, which was told by other clocks.
    pub fn forget_told(&mut self) {
        self.told = Told::default();
    }

    /// What the cursor is on.
    pub fn target(&self, desk: &Desk) -> Target {
        let Some(entry) = desk.chosen() else { return Target::default() };
        let index = desk.cursor().and_then(|at| desk.hits.get(at)).map(|hit| hit.index);
        let whole = Target { entry: index, text: entry.id().to_owned(), ..Target::default() };
        if self.pane != Pane::Detail {
            return whole;
        }
        let Some(row) = self.told.rows.get(self.detail.cursor) else { return whole };
        let section = self.told.dossier.as_ref().and_then(|dossier| dossier.sections.get(row.section));
        let Some(item) = row.item.and_then(|item| section?.items.get(item)) else { return whole };
        let text = item.lines.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        Target { entry: index, at: item.at.clone(), sources: item.sources.clone(), text }
    }

    /// The entry that is told in full, or whose sources may be asked for.
    pub fn seen(desk: &Desk) -> Vec<usize> {
        desk.cursor().and_then(|at| desk.hits.get(at)).map(|hit| hit.index).into_iter().collect()
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let panes = self.panes(body);
        self.strip.draw(desk, panes.strip, buffer);
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

    fn list_rows(&self, desk: &Desk, body: Rect) -> usize {
        let heads = |list: Rect| Columns::of(&desk.columns, list.width).heads(desk.lang);
        self.panes(body).list.map_or(1, |list| usize::from(list.height.saturating_sub(heads(list))))
    }

    fn move_list(&mut self, step: Move, desk: &mut Desk, body: Rect) {
        let mut scroll = Scroll { cursor: desk.cursor().unwrap_or(0), top: self.top };
        scroll.go(step, desk.hits.len(), self.list_rows(desk, body));
        self.top = scroll.top;
        desk.select(scroll.cursor);
    }

    fn detail_height(&self, body: Rect) -> usize {
        self.panes(body).detail.map_or(0, |area| usize::from(area.height))
    }

    /// Moves the cursor of the detail; it rests on what is told, not on headings.
    fn move_detail(&mut self, step: Move, body: Rect) {
        let (rows, seen) = (&self.told.rows, self.detail_height(body));
        let before = self.detail.cursor;
        self.detail.go(by_item(step, rows, self.detail, seen), rows.len(), seen);
        let down = self.detail.cursor >= before;
        self.detail.go(Move::To(rest(rows, self.detail.cursor, down)), rows.len(), seen);
        // an item that fits is shown whole
        let last = last_of_item(rows, self.detail.cursor);
        if last >= self.detail.top + seen {
            self.detail.top = self.detail.cursor.min((last + 1).saturating_sub(seen));
        }
    }

    fn draw_list(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let columns = Columns::of(&desk.columns, area.width);
        let heads = columns.heads(desk.lang).min(area.height);
        columns.head(desk, Rect { height: heads, ..area }, buffer);
        let rows = Rect { y: area.y + heads, height: area.height.saturating_sub(heads), ..area };
        if desk.hits.is_empty() {
            list::empty(desk, rows, buffer);
            return;
        }
        let (cursor, search) = (desk.cursor(), Search::new(desk.filter.shown()));
        for (row, hit) in (self.top..desk.hits.len()).zip(0..rows.height).map(|(at, y)| (at, rows.y + y)) {
            let line = Rect { y: hit, height: 1, ..rows };
            columns.row(desk, row, &search, line, buffer);
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
        if self.told.dossier.is_none() {
            draw_unread(desk, area, buffer);
            return;
        }
        let rows = &self.told.rows;
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

/// What stands there until the whole of the chosen incident is fetched, or if it cannot be.
fn draw_unread(desk: &Desk, area: Rect, buffer: &mut Buffer) {
    let Some(entry) = desk.chosen() else { return };
    let title = Line::of(entry.document.title.get(desk.lang), Role::Heading);
    let line = Rect { x: area.x + 1, y: area.y, width: area.width.saturating_sub(1), height: 1 };
    pane::heading(buffer, line, desk.brush, &title, false);
    let missing = desk.wholes.is_missing(entry.id());
    let (told, role) = if missing { (wait::GONE, Role::Error) } else { (wait::FETCHING, Role::Muted) };
    desk.brush.text(buffer, area.x + 1, area.y + 1, area.width.saturating_sub(2), told.get(desk.lang), role);
}

/// The row that the cursor rests on: one that tells something, neither a heading nor a gap.
fn rest(rows: &[DetailRow], at: usize, down: bool) -> usize {
    let is_told = |row: &usize| rows.get(*row).is_some_and(|row| row.item.is_some());
    let (after, up) = ((at..rows.len()).find(is_told), (0..=at).rev().find(is_told));
    if down { after.or(up) } else { up.or(after) }.unwrap_or(at)
}

/// A step by one goes from item to item, except within one that reaches beyond what is seen.
fn by_item(step: Move, rows: &[DetailRow], detail: Scroll, seen: usize) -> Move {
    let at = detail.cursor;
    match step {
        Move::By(1) => {
            let last = last_of_item(rows, at);
            Move::To(if last >= detail.top + seen { at + 1 } else { last + 1 })
        }
        Move::By(-1) => {
            let item = |row: usize| rows.get(row).map(|row| (row.section, row.item));
            let above = rest(rows, at.saturating_sub(1), false);
            let first = (0..=above).rev().take_while(|row| item(*row) == item(above)).last().unwrap_or(above);
            Move::To(if first < detail.top && above < at { above } else { first })
        }
        step => step,
    }
}

/// The last row of the item that a row belongs to.
fn last_of_item(rows: &[DetailRow], at: usize) -> usize {
    let item = |row: usize| rows.get(row).map(|row| (row.section, row.item));
    (at..rows.len()).take_while(|row| item(*row) == item(at)).last().unwrap_or(at)
}

impl Telling {
    /// The chosen incident, once it is fetched, for a width.
    fn of(desk: &Desk, width: u16) -> Option<Telling> {
        let options = Options { lang: desk.lang, glyphs: desk.brush.glyphs, width: width.saturating_sub(2).into() };
        let entry = desk.chosen()?;
        let own = desk.sidecar.of(entry.id()).cloned();
        Some(Telling { incident: Arc::clone(entry.whole.as_ref()?), own, options })
    }

    fn is_same(&self, other: &Telling) -> bool {
        Arc::ptr_eq(&self.incident, &other.incident) && self.own == other.own && self.options == other.options
    }

    /// It told in full.
    fn told(self, desk: &Desk) -> Told {
        let mut dossier = dossier::dossier_by(&self.incident, &self.options, desk.rules());
        if let Some(head) = dossier.sections.first_mut() {
            head.items.extend(self.own.as_ref().map(|annotation| own(desk, annotation)));
        }
        Told { rows: rows(&dossier, self.options.width), dossier: Some(dossier), of: Some(self) }
    }
}

/// What the user has to say of an incident.
fn own(desk: &Desk, annotation: &Annotation) -> Item {
    let star = if annotation.star { desk.brush.glyph(Glyph::Star) } else { "" };
    let tags: Vec<String> = annotation.tags.iter().map(|tag| format!("#{tag}")).collect();
    let marks = [star.to_owned()].into_iter().chain(tags).filter(|mark| !mark.is_empty()).collect::<Vec<_>>().join(" ");
    let gap = if marks.is_empty() || annotation.note.is_empty() { "" } else { "  " };
    Item::of(Line::of(marks, Role::Marked).with(gap, Role::Text).with(&annotation.note, Role::Text))
}

/// The rows of a dossier, folded; a heading row has no item.
fn rows(dossier: &Dossier, width: usize) -> Vec<DetailRow> {
    let mut rows: Vec<DetailRow> = Vec::new();
    for (section, part) in dossier.sections.iter().enumerate() {
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
