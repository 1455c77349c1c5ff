//! A form on the screen: the field that has the keys in view with its meaning, what is wrong beside its field.
//! It changes nothing.

use super::layout::{RECORD, START};
use super::moves::SEEN;
use super::slot::{Input, Slot};
use super::{FOLDER, Form, Stage, Task};
use crate::record::finding::Severity;
use crate::screen::Desk;
use crate::text::{field, form as words};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::{Brush, pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};
use unicode_width::UnicodeWidthStr;

/// The widest that a form is, in cells.
const WIDEST: u16 = 120;

impl Form {
    /// Draws it in place of a screen.
    pub fn draw(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        Clear.render(area, buffer);
        let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2).min(WIDEST), ..area };
        let inside = pane::heading(buffer, area, desk.brush, &self.title(desk), true);
        match &self.stage {
            Stage::Lists(picker) => {
                let none = Line::of(words::NOTHING_FOUND.get(desk.lang), Role::Muted);
                let seen = usize::from(inside.height.saturating_sub(3));
                let mut lines = vec![Line::of(words::WHICH_LIST.get(desk.lang), Role::Strong).with(" ", Role::Text)];
                lines[0].spans.extend(picker.typing().rows(40, true).into_iter().next().unwrap_or_default().spans);
                lines.push(Line::new());
                lines.extend(picker.lines(usize::from(inside.width), seen, desk.brush, &[], none));
                paint(&lines, 0, inside, desk.brush, buffer);
            }
            Stage::Fields => self.draw_fields(desk, inside, buffer),
            Stage::Leaving => {
                self.draw_fields(desk, inside, buffer);
                let lines = [
                    Line::of(words::LEAVING.get(desk.lang), Role::Text),
                    Line::of(words::LEAVING_KEYS.get(desk.lang), Role::Key),
                ];
                ask(desk, area, buffer, words::LEAVING_TITLE.get(desk.lang), &lines);
            }
            Stage::Alike(alike) => {
                self.draw_fields(desk, inside, buffer);
                let mut lines = vec![Line::of(words::ALIKE.get(desk.lang), Role::Text)];
                lines.extend(alike.iter().map(|one| Line::of(one, Role::Strong)));
                lines.push(Line::of(words::ALIKE_KEYS.get(desk.lang), Role::Key));
                ask(desk, area, buffer, words::ALIKE_TITLE.get(desk.lang), &lines);
            }
        }
    }

    fn title(&self, desk: &Desk) -> Line {
        let named = self.named();
        let title = match &self.task {
            Task::Create => words::CREATE.get(desk.lang).to_owned(),
            Task::Insert => words::INSERT.fill(desk.lang, &[&named]),
            Task::Amend(_) => words::AMEND.fill(desk.lang, &[&named]),
        };
        let line = Line::of(title, Role::Heading);
        match self.stray() {
            Some(finding) => line.with("  ", Role::Text).with(finding.message(desk.lang), Role::Error),
            None => line,
        }
    }

    fn draw_fields(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let labels = labels(area.width);
        let (mut lines, mut from, mut to) = (Vec::new(), 0, 0);
        for (n, slot) in self.slots.iter().enumerate() {
            if n == 0 || self.slots[n - 1].section != slot.section {
                // no blank row above the first heading
                lines.extend(self.heading(slot, desk).into_iter().skip(usize::from(n == 0)));
            }
            if n == self.focus {
                from = lines.len();
            }
            lines.extend(self.field(n, slot, labels, usize::from(area.width), desk));
            if n == self.focus {
                to = lines.len();
            }
        }
        let (seen, above) = (usize::from(area.height), usize::from(area.height) / 3);
        // the field rests at a third of the height; where it is tall, its end is in view too
        let top = from
            .saturating_sub(above)
            .max((to + 1).saturating_sub(seen))
            .min(from)
            .min(lines.len().saturating_sub(seen));
        paint(&lines, top, area, desk.brush, buffer);
        if lines.len() > top + seen && seen > 0 {
            let (x, y) = (area.right().saturating_sub(1), area.bottom() - 1);
            desk.brush.text(buffer, x, y, 1, desk.brush.glyph(Glyph::More), Role::Muted);
        }
    }

    /// The heading of a section; none for the first fields of a new record.
    fn heading(&self, slot: &Slot, desk: &Desk) -> Vec<Line> {
        let lang = desk.lang;
        let section = slot.section.as_str();
        let told = |path: &str| field::told(path).map(|told| told.label.get(lang).to_owned());
        let text = match (section, slot.item().filter(|(list, _)| section.starts_with(list))) {
            (START, _) => return Vec::new(),
            (RECORD, _) => words::THE_INCIDENT.get(lang).to_owned(),
            (_, Some((list, n))) => {
                let one = field::item(list).map_or("", |(one, _)| one.get(lang));
                if self.task == Task::Create { format!("{one} {}", n + 1) } else { one.to_owned() }
            }
            _ => told(section).unwrap_or_default(),
        };
        vec![Line::new(), Line::of("  ", Role::Text).with(text, Role::Heading)]
    }

    fn field(&self, n: usize, slot: &Slot, labels: usize, width: usize, desk: &Desk) -> Vec<Line> {
        let (lang, brush, focused) = (desk.lang, desk.brush, n == self.focus && matches!(self.stage, Stage::Fields));
        let room = beside(labels, width);
        let cursor = if n == self.focus { brush.glyph(Glyph::Cursor) } else { " " };
        let label = crate::view::line::cut(&label(slot, lang), labels, brush.glyph(Glyph::Ellipsis));
        let pad = " ".repeat(labels.saturating_sub(label.width()) + 2);
        let role = if n == self.focus { Role::Strong } else { Role::Muted };
        let lead = Line::of(cursor, Role::Key).with(" ", Role::Text).with(label, role).with(pad, Role::Text);
        let blank = || Line::of(" ".repeat(labels + 4), Role::Text);
        let understood = slot.understood(lang);
        let mut values = value(slot, room, focused, desk);
        if !focused && let (Some(said), Some(last)) = (&understood, values.last_mut()) {
            *last = std::mem::take(last).with("  ", Role::Text).with(said, Role::Muted);
        }
        let mut values = values.into_iter();
        let mut lines = vec![lead.joined(values.next().unwrap_or_default())];
        lines.extend(values.map(|value| blank().joined(value)));
        let fold = |line: Line| line.fold(room.max(8)).into_iter().map(|line| blank().joined(line)).collect::<Vec<_>>();
        let told = self.told(n, slot, desk);
        let wrong = !told.is_empty();
        lines.extend(told.into_iter().flat_map(fold));
        if n != self.focus {
            return lines;
        }
        if let Some(said) = understood {
            lines.extend(fold(Line::of(said, Role::Confirmed)));
        } else if !wrong {
            let meaning = field::told(&pattern(&slot.path)).map_or("", |told| told.meaning.get(lang));
            lines.extend(fold(Line::of(meaning, Role::Muted)));
        }
        if let Input::Chosen { picker, values, .. } = &slot.input {
            let none = if picker.typed().is_empty() { words::TYPE_A_WORD } else { words::NOTHING_FOUND };
            let none = Line::of(none.get(lang), Role::Muted);
            lines.extend(picker.lines(room, SEEN, brush, values, none).into_iter().map(|line| blank().joined(line)));
        }
        lines
    }

    /// What is wrong with a field, or doubtful.
    fn told(&self, n: usize, slot: &Slot, desk: &Desk) -> Vec<Line> {
        let (lang, sign) = (desk.lang, desk.brush.glyph(Glyph::Finding));
        let line = |text: String, role| Line::of(format!("{sign} "), role).with(text, role).indented(2);
        if let Some(misread) = slot.misread(lang).filter(|_| n != self.focus || self.tried) {
            return vec![line(misread, Role::Error)];
        }
        if self.tried && slot.path == FOLDER && slot.word().is_empty() {
            return vec![line(words::FOLDER_NEEDED.get(lang).to_owned(), Role::Error)];
        }
        let role = |severity| if severity == Severity::Error { Role::Error } else { Role::Warning };
        let first = self.findings(n).into_iter().next();
        first.map(|finding| line(finding.message(lang), role(finding.severity))).into_iter().collect()
    }
}

fn paint(lines: &[Line], top: usize, area: Rect, brush: Brush, buffer: &mut Buffer) {
    for (y, line) in (area.top()..area.bottom()).zip(lines.iter().skip(top)) {
        brush.line(buffer, area.x, y, area.width, line);
    }
}

/// A question in a frame over the form.
fn ask(desk: &Desk, area: Rect, buffer: &mut Buffer, title: &str, lines: &[Line]) {
    let width = area.width.saturating_sub(4).min(76);
    let folded: Vec<Line> = lines.iter().flat_map(|line| line.fold(usize::from(width.saturating_sub(4)))).collect();
    let height = u16::try_from(folded.len() + 2).unwrap_or(area.height);
    let inside = pane::overlay(buffer, area, desk.brush, title, width, height);
    paint(&folded, 0, inside, desk.brush, buffer);
}

/// A path without the places of items, as the catalogue has it.
fn pattern(path: &str) -> String {
    path.split('.').map(|step| step.split('[').next().unwrap_or_default()).collect::<Vec<_>>().join(".")
}

fn label(slot: &Slot, lang: crate::text::Lang) -> String {
    let path = pattern(&slot.path);
    if matches!(slot.input, Input::Grow) {
        return field::item(&path).map_or(String::new(), |(_, add)| format!("+ {}", add.get(lang)));
    }
    let label = field::told(&path).map_or("", |told| told.label.get(lang));
    match &slot.code {
        Some(code) => format!("{label} ({code})"),
        None => label.to_owned(),
    }
}

/// What is answered, as rows.
fn value(slot: &Slot, room: usize, focused: bool, desk: &Desk) -> Vec<Line> {
    let lang = desk.lang;
    let nothing = || {
        let (said, role) =
            if slot.required { (words::REQUIRED, Role::Warning) } else { (words::NOT_STATED, Role::NotStated) };
        Line::of(said.get(lang), role)
    };
    match &slot.input {
        Input::Grow if focused => vec![Line::of(words::ENTER_ADDS.get(lang), Role::Key)],
        Input::Grow => vec![Line::new()],
        Input::Typed(typing) if focused => typing.rows(room, true),
        Input::Typed(_) if slot.text().is_empty() => vec![nothing()],
        Input::Typed(typing) => typing.rows(room, false),
        Input::Chosen { picker, values, .. } => {
            let label = |value: &String| picker.of(value).map_or(value.clone(), |choice| choice.label.clone());
            let chosen = values.iter().map(label).collect::<Vec<_>>().join(", ");
            let mut line = if values.is_empty() && !focused { nothing() } else { Line::of(&chosen, Role::Text) };
            if focused {
                if !values.is_empty() {
                    line = line.with("  ", Role::Text);
                }
                line =
                    picker.typing().rows(40, true).into_iter().next().map_or(line.clone(), |typed| line.joined(typed));
            }
            line.fold(room)
        }
    }
}

/// The cells of the labels.
fn labels(width: u16) -> usize {
    usize::from(width / 3).clamp(14, 24)
}

/// The cells that a value has beside its label.
fn beside(labels: usize, width: usize) -> usize {
    width.saturating_sub(labels + 5)
}

/// The cells that a value has in a form over the whole screen.
pub(super) fn room(desk: &Desk) -> usize {
    let width = desk.size.0.saturating_sub(2).min(WIDEST);
    beside(labels(width), usize::from(width))
}
