//! Standard output: lines with or without colours, JSON fit for a terminal, and a closed pipe that ends quietly.
//! It does not know what is printed.

use crate::text::is_hostile;
use crate::theme::{Glyphs, Theme};
use crate::view::{Line, json};
use crossterm::style::{Attribute, ContentStyle};
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Standard output and how it is written.
pub struct Output<'a> {
    /// Where it goes.
    pub to: &'a mut dyn Write,
    /// Whether colours are used.
    pub color: bool,
    /// The reader's width in cells, where it is known.
    pub width: Option<usize>,
    /// Which twin of a glyph is used.
    pub glyphs: Glyphs,
}

impl Output<'_> {
    /// Writes a line, its roles as colours where those are used.
    pub fn line(&mut self, line: &Line) -> io::Result<()> {
        let mut text = String::new();
        for span in &line.spans {
            if self.color {
                let style = content_style(Theme::Terminal.style(span.role));
                // writing to a string cannot fail
                let _ = write!(text, "{}", style.apply(span.text()));
            } else {
                text.push_str(span.text());
            }
        }
        writeln!(self.to, "{}", text.trim_end())
    }

    /// Writes several lines.
    pub fn lines(&mut self, lines: &[Line]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.line(line))
    }

    /// Writes a text as it is, but for what must not reach a terminal.
    pub fn raw(&mut self, text: &str) -> io::Result<()> {
        if is_safe(text) {
            return self.to.write_all(text.as_bytes());
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut letters = text.chars().peekable();
        let mut safe = String::with_capacity(text.len());
        while let Some(letter) = letters.next() {
            let stays = is_fit(letter) || (letter == '\r' && letters.peek() == Some(&'\n'));
            safe.push(if stays { letter } else { '\u{fffd}' });
        }
        self.to.write_all(safe.as_bytes())
    }

    /// Writes a value as JSON, fit for a terminal.
    pub fn json(&mut self, value: &serde_json::Value, pretty: bool) -> io::Result<()> {
        writeln!(self.to, "{}", json::text(value, pretty))
    }
}

/// Whether a text may reach a terminal as it is.
pub fn is_safe(text: &str) -> bool {
    let bare = text.replace("\r\n", "\n");
    bare.chars().all(is_fit)
}

fn is_fit(letter: char) -> bool {
    matches!(letter, '\n' | '\t') || !is_hostile(letter)
}

fn content_style(style: Style) -> ContentStyle {
    let mut content = ContentStyle { foreground_color: style.fg.and_then(color), ..ContentStyle::default() };
    let attributes = [
        (Modifier::BOLD, Attribute::Bold),
        (Modifier::DIM, Attribute::Dim),
        (Modifier::ITALIC, Attribute::Italic),
        (Modifier::UNDERLINED, Attribute::Underlined),
        (Modifier::REVERSED, Attribute::Reverse),
        (Modifier::CROSSED_OUT, Attribute::CrossedOut),
    ];
    for (modifier, attribute) in attributes {
        if style.add_modifier.contains(modifier) {
            content.attributes.set(attribute);
        }
    }
    content
}

/// The terminal's own sixteen; the theme uses no others.
fn color(color: Color) -> Option<crossterm::style::Color> {
    use crossterm::style::Color as C;
    match color {
        Color::Red => Some(C::DarkRed),
        Color::Green => Some(C::DarkGreen),
        Color::Yellow => Some(C::DarkYellow),
        Color::Blue => Some(C::DarkBlue),
        Color::Magenta => Some(C::DarkMagenta),
        Color::Cyan => Some(C::DarkCyan),
        _ => None,
    }
}
