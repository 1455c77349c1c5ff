//! The grid of a comparison: its lines, folded sections left out, and how they share a body.
//! It draws nothing.

use super::Compare;
use crate::text::Lang;
use crate::theme::Role;
use crate::view::Line;
use crate::view::comparison::Comparison;
use ratatui::layout::Rect;

/// The least width of a column, in cells: two stand beside each other on the smallest screen.
const COLUMN: u16 = 21;

/// One line of the grid: a section's title, the name of a group of its rows, or a row.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    /// The title of a section, and whether its rows are folded away.
    Title(usize, bool),
    Group(usize, usize),
    Row(usize, usize),
}

impl Shown {
    /// The section that it is of.
    pub(super) fn section(self) -> usize {
        match self {
            Shown::Title(section, _) | Shown::Group(section, _) | Shown::Row(section, _) => section,
        }
    }
}

pub(super) struct Grid {
    pub(super) heads: Rect,
    pub(super) rows: Rect,
    pub(super) told: Rect,
    pub(super) label: u16,
    pub(super) column: u16,
    pub(super) columns: usize,
}

impl Compare {
    /// The lines, as far as they are neither hidden nor folded away.
    pub(super) fn shown(&self, told: &Comparison) -> Vec<Shown> {
        let mut shown = Vec::new();
        for (section, part) in told.sections.iter().enumerate() {
            let folded = self.folded.contains(&part.kind);
            let rows = part.rows.iter().enumerate().filter(|(_, row)| row.differs || !self.differences_only);
            let mut last = None;
            for (at, row) in rows {
                if last.is_none() {
                    shown.push(Shown::Title(section, folded));
                }
                if folded {
                    break;
                }
                if row.group.is_some() && last != Some(&row.group) {
                    shown.push(Shown::Group(section, at));
                }
                last = Some(&row.group);
                shown.push(Shown::Row(section, at));
            }
        }
        shown
    }
}

impl Grid {
    pub(super) fn x(&self, column: usize) -> u16 {
        self.rows.x + self.label + self.column * u16::try_from(column).unwrap_or(0)
    }
}

/// How the heads, the rows and the cell told in full share a body; `tall` gives most of it to the last.
pub(super) fn grid(body: Rect, columns: usize, tall: bool) -> Grid {
    let (heads, told) = match body.height {
        24.. => (3, 7),
        16.. => (3, 5),
        _ => (2, 4),
    };
    let told = if tall { body.height.saturating_sub(heads + 2) } else { told };
    let label = (body.width / 5).clamp(16, 30);
    let room = body.width.saturating_sub(label + 1);
    let fit = usize::from((room / COLUMN).max(1)).min(columns.max(1));
    let heads = Rect { height: heads.min(body.height), ..body };
    let rows = Rect { y: heads.bottom(), height: body.height.saturating_sub(heads.height + told), ..body };
    Grid {
        heads,
        rows,
        told: Rect { y: rows.bottom(), height: told.min(body.height), ..body },
        label,
        column: room / u16::try_from(fit).unwrap_or(1),
        columns: fit,
    }
}

/// How many rows a line of the grid takes.
pub(super) fn height(told: &Comparison, line: Shown, grid: &Grid) -> u16 {
    let Shown::Row(section, row) = line else { return 1 };
    let row = &told.sections[section].rows[row];
    let folded = |lines: &[Line]| lines.iter().map(|l| l.fold(usize::from(grid.column - 1)).len()).sum::<usize>();
    let cells = row.cells.iter().map(|cell| folded(&cell.lines)).max().unwrap_or(1);
    let label = Line::of(row.full_label(Lang::default()), Role::Text).fold(usize::from(grid.label - 4)).len();
    u16::try_from(cells.max(label).max(1)).unwrap_or(1)
}

/// The line that the cursor rests on: titles are passed over, unless their rows are folded away.
pub(super) fn rest(shown: &[Shown], at: usize, down: bool) -> usize {
    let is_row = |at: &usize| matches!(shown.get(*at), Some(Shown::Row(..) | Shown::Title(_, true)));
    if is_row(&at) {
        return at;
    }
    let after = (at..shown.len()).find(is_row);
    let before = (0..at).rev().find(is_row);
    if down { after.or(before) } else { before.or(after) }.unwrap_or(0)
}
