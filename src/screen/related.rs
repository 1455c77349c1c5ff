//! The related overlay: the incidents that belong with one, by what records say and by what was found, each with why.
//! What belongs together is `query::related`'s; this module owns the cursor and the drawing.

use crate::query::related::{Relative, Why, related};
use crate::record::vocabulary::{Relation, Vocabulary};
use crate::screen::Desk;
use crate::text::{Lang, screen as words};
use crate::theme::{Glyph, Role};
use crate::view::{Line, wording};
use crate::widget::pane;
use crate::widget::scroll::{Move, Scroll};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows that an incident takes.
const ROWS: usize = 2;
/// The incidents that are seen.
const SEEN: usize = 7;

/// The state of the overlay.
#[derive(Clone, Debug)]
pub struct Related {
    title: String,
    relatives: Vec<Relative>,
    list: Scroll,
}

impl Related {
    /// The incidents that belong with one, by its place; `None` if there are none.
    pub fn new(desk: &Desk, of: usize) -> Option<Related> {
        let title = desk.document(of)?.title.get(desk.lang).to_owned();
        let relatives = related(&desk.documents, of, desk.lang);
        (!relatives.is_empty()).then(|| Related { title, relatives, list: Scroll::default() })
    }

    /// Moves the cursor.
    pub fn go(&mut self, step: Move) {
        self.list.go(step, self.relatives.len(), SEEN);
    }

    /// The id of the incident under the cursor.
    pub fn chosen<'a>(&self, desk: &'a Desk) -> Option<&'a str> {
        desk.id(self.relatives.get(self.list.cursor)?.index)
    }

    /// Draws it over the screen.
    pub fn draw(&self, desk: &Desk, screen: Rect, buffer: &mut Buffer) {
        let (brush, lang) = (desk.brush, desk.lang);
        let seen = SEEN.min(self.relatives.len());
        let height = u16::try_from(seen * ROWS + 3).unwrap_or(u16::MAX);
        let width = screen.width.saturating_sub(8).clamp(56, 100);
        let title = words::RELATED.fill(lang, &[&crate::text::clean(&self.title)]);
        let inside = pane::overlay(buffer, screen, brush, &title, width, height);
        let listed = self.relatives.iter().enumerate().skip(self.list.top).take(seen);
        for (n, (at, relative)) in listed.enumerate() {
            let y = inside.y + u16::try_from(n * ROWS).unwrap_or(0);
            let Some(document) = desk.document(relative.index) else { continue };
            let sign = if desk.marks.iter().any(|id| **id == *document.id) { Glyph::Marked } else { Glyph::Separator };
            let name = Line::of(format!("{} ", brush.glyph(sign)), Role::Marked);
            let name = name.with(document.title.get(lang), Role::Strong);
            let date = wording::date::short(&document.date_text, brush.glyphs);
            let name = name.with(format!("  {date}"), Role::Text);
            brush.line(buffer, inside.x + 1, y, inside.width - 1, &name);
            let stated = relative.why.contains(&Why::Declared(Some(Relation::SameOrganisation)));
            let news = relative.why.iter().filter(|why| !(stated && **why == Why::Organisation));
            let why: Vec<String> = news.map(|why| told(why, lang)).collect();
            let dot = format!(" {} ", brush.glyph(Glyph::Separator));
            brush.text(buffer, inside.x + 3, y + 1, inside.width - 3, &why.join(&dot), Role::Muted);
            if at == self.list.cursor {
                for row in y..y + 2 {
                    brush.text(buffer, inside.x, row, 1, brush.glyph(Glyph::Cursor), Role::BorderFocused);
                }
            }
        }
        let below = inside.bottom().saturating_sub(1);
        brush.text(buffer, inside.x, below, inside.width, words::RELATED_HINT.get(lang), Role::Muted);
    }
}

fn told(why: &Why, lang: Lang) -> String {
    match why {
        Why::Declared(None) => words::WHY_DECLARED.get(lang).to_owned(),
        Why::Declared(Some(how)) => words::WHY_DECLARED_AS.fill(lang, &[&how.label().get(lang)]),
        Why::LikelyDuplicate => words::WHY_DUPLICATE.get(lang).to_owned(),
        Why::Party(name) => words::WHY_PARTY.fill(lang, &[name]),
        Why::Attacker(name) => words::WHY_ATTACKER.fill(lang, &[name]),
        Why::Organisation => words::WHY_ORGANISATION.get(lang).to_owned(),
    }
}
