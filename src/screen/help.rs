//! The help: every key that works here, its own scope first, made from the table of commands.
//! It holds no key and no text of its own.

use crate::command::{Row, Scope};
use crate::keymap;
use crate::screen::Desk;
use crate::text::{query, screen as words};
use crate::theme::Role;
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The width of an example, in cells.
const EXAMPLE: usize = 26;
/// The width of the text, in cells.
const WIDTH: usize = 70;

/// The state of the help.
#[derive(Clone, Debug)]
pub struct Help {
    /// Where it was asked for.
    pub scope: Scope,
    /// Its window.
    pub scroll: Scroll,
}

impl Help {
    /// The help of a scope.
    pub fn new(scope: Scope) -> Help {
        Help { scope, scroll: Scroll::default() }
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        lines(self.scope, crate::text::Lang::En).len()
    }

    /// How many of them are seen on a screen.
    pub fn seen(screen: Rect) -> usize {
        usize::from(screen.height.saturating_sub(4))
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let title = words::HELP.fill(desk.lang, &[&self.scope.label().get(desk.lang)]);
        let lines = lines(self.scope, desk.lang);
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(screen.height.saturating_sub(2));
        let inside = pane::overlay(buffer, screen, desk.brush, &title, 74, height);
        for (y, line) in (inside.top()..inside.bottom()).zip(lines.iter().skip(self.scroll.top)) {
            desk.brush.line(buffer, inside.x, y, inside.width, line);
        }
    }
}

fn lines(scope: Scope, lang: crate::text::Lang) -> Vec<Line> {
    let mut lines = if scope == Scope::Typing { by_example(lang) } else { Vec::new() };
    let mut last = None;
    for row in keymap::rows(scope) {
        if last != Some(row.scope) {
            if !lines.is_empty() {
                lines.push(Line::new());
            }
            lines.push(Line::of(row.scope.label().get(lang), Role::Heading));
            last = Some(row.scope);
        }
        lines.push(key_line(row, lang));
    }
    lines
}

/// What may be typed into the filter; what an example finds stands below it where there is no room beside.
fn by_example(lang: crate::text::Lang) -> Vec<Line> {
    let mut lines = vec![Line::of(query::EXAMPLES_HEAD.get(lang), Role::Heading)];
    for (text, told) in query::EXAMPLES {
        let (example, told) = (Line::of(format!("  {text:<EXAMPLE$}  "), Role::Strong), told.get(lang));
        if example.width() + told.width() <= WIDTH {
            lines.push(example.with(told, Role::Text));
        } else {
            lines.push(Line::of(format!("  {text}"), Role::Strong));
            lines.push(Line::of(format!("    {told}"), Role::Text));
        }
    }
    lines
}

fn key_line(row: &Row, lang: crate::text::Lang) -> Line {
    let keys = row.keys.join(" ");
    Line::of(format!("  {keys:<16}"), Role::Key).with(row.help.get(lang), Role::Text)
}
