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
    (&[Glyph::Doubtful], words::PLANNED, Role::Claimed),
    (&[Glyph::About], words::APPROXIMATE, Role::Text),
    (&[Glyph::Unknown], words::UNCERTAIN, Role::Text),
    (&[Glyph::Break, Glyph::Break], words::BREAK, Role::Muted),
];

/// As much of the legend as fits a width.
pub fn legend(lang: Lang, glyphs: Glyphs, width: usize) -> Line {
    let mut line = Line::new();
    for (shape, meaning, role) in SHAPES {
        let shape: String = shape.iter().map(|glyph| glyphs.get(*glyph)).collect();
        let gap = if line.spans.is_empty() { "" } else { "  " };
        let next = Line::of(gap, Role::Text).with(shape, role).with(" ", Role::Text);
        let next = next.with(meaning.get(lang), Role::Muted);
        if line.width() + next.width() > width {
            break;
        }
        line.spans.extend(next.spans);
    }
    line
}
