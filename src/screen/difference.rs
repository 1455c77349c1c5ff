//! The difference of two texts over the screen: what goes with a minus, what comes with a plus.
//! It reckons nothing; `edit::difference` does.

use crate::edit::difference::{Row, difference};
use crate::screen::Desk;
use crate::text::edit as words;
use crate::theme::Role;
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The state of the overlay.
#[derive(Clone, Debug)]
pub struct Difference {
    title: String,
    rows: Vec<Row>,
    scroll: Scroll,
}

impl Difference {
    /// The difference of two texts, under a title such as their file's name.
    pub fn new(title: impl Into<String>, before: &str, after: &str) -> Difference {
        Difference { title: title.into(), rows: difference(before, after), scroll: Scroll::default() }
    }

    /// Moves the window by rows or pages.
    pub fn go(&mut self, step: Move, screen: Rect) {
        let seen = seen(screen);
        let step = match step {
            Move::Pages(n) => Move::By(n * isize::try_from(seen).unwrap_or(1)),
            step => step,
        };
        // the window has no cursor: its first row is moved
        self.scroll.go(step, self.rows.len().saturating_sub(seen) + 1, 1);
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let height = u16::try_from(self.rows.len().clamp(1, seen(screen)) + 3).unwrap_or(u16::MAX);
        let title = words::DIFFERENCE.fill(desk.lang, &[&self.title]);
        let inside = pane::overlay(buffer, screen, brush, &title, screen.width.saturating_sub(4), height);
        let rows = Rect { height: inside.height.saturating_sub(1), ..inside };
        if self.rows.is_empty() {
            brush.text(buffer, rows.x, rows.y, rows.width, words::NO_DIFFERENCE.get(desk.lang), Role::Muted);
        }
        for (y, row) in (rows.top()..rows.bottom()).zip(self.rows.iter().skip(self.scroll.top)) {
            let line = match row {
                Row::Hunk(line) => Line::of(words::AT_LINE.fill(desk.lang, &[line]), Role::Muted),
                Row::Same(text) => Line::of(format!("  {text}"), Role::Muted),
                Row::Gone(text) => Line::of(format!("- {text}"), Role::Error),
                Row::Come(text) => Line::of(format!("+ {text}"), Role::Strong),
            };
            brush.line(buffer, rows.x, y, rows.width, &line);
        }
        brush.text(buffer, inside.x, rows.bottom(), inside.width, words::DIFFERENCE_HINT.get(desk.lang), Role::Muted);
    }
}

fn seen(screen: Rect) -> usize {
    usize::from(screen.height.saturating_sub(5)).max(1)
}
