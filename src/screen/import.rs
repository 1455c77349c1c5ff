//! The import overlay: whose data, which file, into which folder; then what would become of it, before anything is written.
//! It reads and writes nothing; it says what is wanted.
//!
//! ```text
//! ╭ Import others' data ─────────────╮
//! │▌Bonjour la fuite (CSV)           │
//! │ The file   breaches.csv▏         │
//! │ The folder incidents             │
//! ╰──────────────────────────────────╯
//! ```

use crate::import::{Account, Dataset, Order, Progress};
use crate::keymap::Key;
use crate::screen::Desk;
use crate::text::{import as words, number};
use crate::theme::{Glyph, Role};
use crate::view::{Line, imported};
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use crate::widget::typing::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// The cells of a field's label.
const LABEL: u16 = 14;

/// What has the keys before anything is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Focus {
    #[default]
    Dataset,
    File,
    Into,
}

/// How far it is.
#[derive(Clone, Debug)]
enum Stage {
    /// It is asked what to import; perhaps what was asked for last cannot be, and why.
    Asking(Option<String>),
    /// The data are read, for a preview or for good.
    Reading { dry: bool, progress: Progress },
    /// What would become of them.
    Preview(Box<Account>, Scroll),
}

/// The state of the overlay.
#[derive(Clone, Debug)]
pub struct Import {
    dataset: Scroll,
    file: Typing,
    into: Typing,
    focus: Focus,
    stage: Stage,
}

impl Import {
    /// Asks what to import, into a folder unless another is typed.
    pub fn new(into: &str) -> Import {
        Import {
            dataset: Scroll::default(),
            file: Typing::default(),
            into: Typing::of(into),
            focus: Focus::default(),
            stage: Stage::Asking(None),
        }
    }

    /// What is wanted now: first a preview, after it the import itself; none while data are read or something lacks.
    pub fn wanted(&mut self, desk: &Desk) -> Option<Order> {
        let dry = match &self.stage {
            Stage::Asking(_) => true,
            Stage::Preview(outcome, _) if outcome.report.written + outcome.report.updated > 0 => false,
            Stage::Reading { .. } | Stage::Preview(..) => return None,
        };
        for (typing, focus) in [(&self.file, Focus::File), (&self.into, Focus::Into)] {
            if typing.text().trim().is_empty() {
                self.focus = focus;
                self.stage = Stage::Asking(Some(words::NEEDED.get(desk.lang).to_owned()));
                return None;
            }
        }
        self.stage = Stage::Reading { dry, progress: Progress::default() };
        let path = |typing: &Typing| PathBuf::from(typing.text().trim());
        Some(Order {
            dataset: Dataset::ALL[self.dataset.cursor.min(Dataset::ALL.len() - 1)],
            files: vec![path(&self.file)],
            map: None,
            into: path(&self.into),
            dry,
        })
    }

    /// Whether data are read now.
    pub fn is_reading(&self) -> bool {
        matches!(self.stage, Stage::Reading { .. })
    }

    /// Goes a step back, from the preview to what is asked; says whether there was one.
    pub fn back(&mut self) -> bool {
        let is_preview = matches!(self.stage, Stage::Preview(..));
        if is_preview {
            self.stage = Stage::Asking(None);
        }
        is_preview
    }

    /// Takes in how far the reading is.
    pub fn went(&mut self, now: Progress) {
        if let Stage::Reading { progress, .. } = &mut self.stage {
            *progress = now;
        }
    }

    /// Takes in what would become of the data.
    pub fn preview(&mut self, outcome: Account) {
        self.stage = Stage::Preview(Box::new(outcome), Scroll::default());
    }

    /// Takes in why there is no import.
    pub fn refuse(&mut self, why: String) {
        self.stage = Stage::Asking(Some(why));
    }

    /// Moves: to another kind of data, or through the preview.
    pub fn go(&mut self, step: Move, desk: &Desk, screen: Rect) {
        match &mut self.stage {
            Stage::Asking(_) if self.focus == Focus::Dataset => {
                self.dataset.go(step, Dataset::ALL.len(), Dataset::ALL.len());
            }
            Stage::Preview(outcome, scroll) => {
                let (rows, seen) = (lines(outcome, desk, width(screen)).len(), seen(screen));
                let step = match step {
                    Move::Pages(n) => Move::By(n * isize::try_from(seen).unwrap_or(1)),
                    step => step,
                };
                // the window has no cursor: its first row is moved
                scroll.go(step, rows.saturating_sub(seen) + 1, 1);
            }
            Stage::Asking(_) | Stage::Reading { .. } => {}
        }
    }

    /// To the next field, or back.
    pub fn turn(&mut self, forward: bool) {
        let all = [Focus::Dataset, Focus::File, Focus::Into];
        let at = all.iter().position(|focus| *focus == self.focus).unwrap_or(0);
        self.focus = all[(at + if forward { 1 } else { all.len() - 1 }) % all.len()];
    }

    /// Whether up and down choose the kind of data, or move through the preview.
    pub fn has_list(&self) -> bool {
        self.focus == Focus::Dataset || matches!(self.stage, Stage::Preview(..))
    }

    /// Takes a key for the path that is typed.
    pub fn take(&mut self, key: Key) {
        self.change(|typing| _ = typing.take(key));
    }

    /// Takes a pasted text for the path that is typed; a file's path goes to the file.
    pub fn paste(&mut self, text: &str) {
        if self.focus == Focus::Dataset {
            self.focus = Focus::File;
        }
        self.change(|typing| typing.paste(text));
    }

    fn change(&mut self, change: impl FnOnce(&mut Typing)) {
        if let Stage::Asking(told) = &mut self.stage {
            *told = None;
            match self.focus {
                Focus::File => change(&mut self.file),
                Focus::Into => change(&mut self.into),
                Focus::Dataset => {}
            }
        }
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        match &self.stage {
            Stage::Preview(outcome, scroll) => self.draw_preview(outcome, *scroll, desk, screen, buffer),
            _ => self.draw_fields(desk, screen, buffer),
        }
    }

    fn draw_fields(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let inside = pane::overlay(buffer, screen, brush, words::TITLE.get(lang), width(screen), 12);
        let line = |y: u16| Rect { y: inside.y + y, height: 1, ..inside };
        let asking = matches!(self.stage, Stage::Asking(_));
        for (y, (at, name)) in (0..).zip(words::DATASETS.iter().enumerate()) {
            let area = line(y);
            brush.text(buffer, area.x + 2, area.y, area.width.saturating_sub(2), name.get(lang), Role::Text);
            if at == self.dataset.cursor {
                let role = if self.focus == Focus::Dataset { Role::Selected } else { Role::SelectedElsewhere };
                brush.tint(buffer, area, role);
                brush.text(buffer, area.x, area.y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
        let fields = [(5, words::FILE, &self.file, Focus::File), (6, words::FOLDER, &self.into, Focus::Into)];
        for (y, label, typing, focus) in fields {
            let area = line(y);
            let here = self.focus == focus && asking;
            brush.text(buffer, area.x, area.y, LABEL, label.get(lang), if here { Role::Strong } else { Role::Muted });
            let field = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
            typing.draw(buffer, field, brush, here);
        }
        let (told, role) = match &self.stage {
            Stage::Asking(Some(why)) => (why.clone(), Role::Error),
            Stage::Reading { dry, progress } => {
                let going = if *dry { words::READING } else { words::WRITING };
                let share = progress.read.min(progress.size) * 100 / progress.size.max(1);
                (going.fill(lang, &[&number(lang, progress.items), &share]), Role::Muted)
            }
            _ => (words::ASK_HINT.get(lang).to_owned(), Role::Muted),
        };
        let rows = Line::of(told, role).fold(usize::from(inside.width));
        for (row, text) in (8..inside.height).zip(&rows) {
            brush.line(buffer, inside.x, inside.y + row, inside.width, text);
        }
    }

    fn draw_preview(&self, outcome: &Account, scroll: Scroll, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let lines = lines(outcome, desk, width(screen));
        let height = u16::try_from(lines.len().min(seen(screen)) + 4).unwrap_or(u16::MAX);
        let title = words::PREVIEW.fill(lang, &[&self.into.text().trim()]);
        let inside = pane::overlay(buffer, screen, brush, &title, width(screen), height);
        let rows = Rect { height: inside.height.saturating_sub(2), ..inside };
        for (y, line) in (rows.top()..rows.bottom()).zip(lines.iter().skip(scroll.top)) {
            brush.line(buffer, rows.x, y, rows.width, line);
        }
        if scroll.top + usize::from(rows.height) < lines.len() {
            brush.text(
                buffer,
                rows.right().saturating_sub(1),
                rows.bottom() - 1,
                1,
                brush.glyph(Glyph::More),
                Role::Strong,
            );
        }
        let writes = outcome.report.written + outcome.report.updated > 0;
        let hint = if writes { words::PREVIEW_HINT } else { words::NOTHING_HINT };
        brush.text(buffer, inside.x, rows.bottom() + 1, inside.width, hint.get(lang), Role::Muted);
    }
}

/// What is told of an outcome: the figures, what is lost, what is left out, each folded to the width.
fn lines(outcome: &Account, desk: &Desk, width: u16) -> Vec<Line> {
    let lang = desk.lang;
    let proposed = outcome
        .proposed
        .iter()
        .map(|path| Line::of(crate::text::clean(&words::MAP_PROPOSED.fill(lang, &[&path.display()])), Role::Warning));
    let mut lines = vec![imported::figures(&outcome.report, true, lang)];
    lines.extend(proposed);
    lines.extend(imported::losses(&outcome.report, lang));
    if !outcome.faults.is_empty() {
        lines.push(Line::new());
        lines.extend(imported::left_out(&outcome.faults, lang));
    }
    lines.iter().flat_map(|line| line.fold(usize::from(width.saturating_sub(6)))).collect()
}

fn width(screen: Rect) -> u16 {
    screen.width.saturating_sub(6).min(90)
}

fn seen(screen: Rect) -> usize {
    usize::from(screen.height.saturating_sub(6)).max(1)
}
