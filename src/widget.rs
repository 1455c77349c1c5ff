//! Painting that several screens share: lines, panes, scrolled windows, a line of typed text.
//! It knows shapes and roles, never incidents.

pub mod axis;
pub mod lane;
pub mod pane;
pub mod picker;
pub mod scroll;
pub mod typing;

use crate::theme::{Glyph, Glyphs, Role, Theme};
use crate::view::Line;
use crate::view::line::cut;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

/// How things are painted: the theme and the glyphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Brush {
    /// The look of roles.
    pub theme: Theme,
    /// Which twin of a glyph is drawn.
    pub glyphs: Glyphs,
}

impl Brush {
    /// The look of a role.
    pub fn style(self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// A glyph.
    pub fn glyph(self, glyph: Glyph) -> &'static str {
        self.glyphs.get(glyph)
    }

    /// Paints a line at a place, cut with an ellipsis where it is wider than `width`; says how many cells it took.
    pub fn line(self, buffer: &mut Buffer, x: u16, y: u16, width: u16, line: &Line) -> u16 {
        let ascii;
        let line = match self.glyphs {
            Glyphs::Unicode => line,
            Glyphs::Ascii => {
                ascii = line.clone().into_ascii();
                &ascii
            }
        };
        let area = buffer.area;
        if y < area.top() || y >= area.bottom() || x >= area.right() {
            return 0;
        }
        let room = usize::from(width.min(area.right() - x));
        let ellipsis = self.glyph(Glyph::Ellipsis);
        let (mut used, mut left) = (0usize, line.width());
        for span in &line.spans {
            let cells = span.text().width();
            let text =
                if left > room - used { cut(span.text(), room - used, ellipsis) } else { span.text().to_owned() };
            let at = x + u16::try_from(used).unwrap_or(u16::MAX);
            buffer.set_stringn(at, y, &text, room - used, self.style(span.role));
            used += text.width();
            left = left.saturating_sub(cells);
            if text.width() < cells || used >= room {
                break;
            }
        }
        u16::try_from(used).unwrap_or(width)
    }

    /// Paints a text of one role.
    pub fn text(self, buffer: &mut Buffer, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        self.line(buffer, x, y, width, &Line::of(text, role))
    }

    /// Gives every cell of an area the look of a role, keeping the texts.
    pub fn tint(self, buffer: &mut Buffer, area: Rect, role: Role) {
        buffer.set_style(area.intersection(buffer.area), self.style(role));
    }
}
