//! The legend of a timeline: what the shapes of its events mean, in one line.
//! It says nothing that colour alone would tell.

use crate::text::{Lang, Phrase, timeline as words};
use crate::theme::{Glyph, Glyphs, Role};
use crate::view::Line;

/// The shapes, what they mean and their roles, what is met most often first.
const SHAPES: [(&[Glyph], Phrase, Role); 11] = [
    (&[Glyph::Attack], words::ATTACK, Role::Attack),
    (&[Glyph::Response], words::RESPONSE, Role::Response),
    (&[Glyph::Court], words::AUTHORITY, Role::Authority),
    (&[Glyph::Point], words::NEUTRAL, Role::Text),
    (&[Glyph::ResponseDoubtful, Glyph::AttackDoubtful], words::DOUBTFUL, Role::Disputed),
    (&[Glyph::FromEnd, Glyph::Run, Glyph::ToEnd], words::BETWEEN, Role::Text),
    (&[Glyph::OpenLeft, Glyph::OpenRight], words::OPEN, Role::Text),
    (&[Glyph::Planned], words::PLANNED, Role::Claimed),
    (&[Glyph::About], words::APPROXIMATE, Role::Text),
    (&[Glyph::Unknown], words::UNCERTAIN, Role::Text),
    (&[Glyph::Break, Glyph::Break], words::BREAK, Role::Muted),
];

/// As much of the legend as fits a width.
pub fn legend(lang: Lang, glyphs: Glyphs, width: usize) -> Line {
    legend_rows(lang, glyphs, width).into_iter().next().unwrap_or_default()
}

/// All of the legend, in rows of a width; no shape is parted from its meaning.
pub fn legend_rows(lang: Lang, glyphs: Glyphs, width: usize) -> Vec<Line> {
    let mut rows = vec![Line::new()];
    for (shape, meaning, role) in SHAPES {
        let shape: String = shape.iter().map(|glyph| glyphs.get(*glyph)).collect();
        let next = Line::of(shape, role).with(" ", Role::Text).with(meaning.get(lang), Role::Muted);
        match rows.last_mut() {
            Some(row) if row.spans.is_empty() => *row = next,
            Some(row) if row.width() + 2 + next.width() <= width => {
                *row = std::mem::take(row).with("  ", Role::Text).joined(next);
            }
            _ => rows.push(next),
        }
    }
    rows
}
