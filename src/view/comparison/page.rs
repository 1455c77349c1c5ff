//! A comparison as rows of text for a width: columns wrap, and where not all have room they come in parts under their heads.
//! It chooses no words.

use super::{Column, Comparison, Options, Row};
use crate::text::view;
use crate::theme::{Glyph, Role};
use crate::view::line::Line;

/// The narrowest column that still reads.
const NARROWEST: usize = 18;
/// The cells between columns.
const BETWEEN: usize = 2;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// All of them.
    #[default]
    All,
    /// Those whose cells are not all alike.
    Differing,
}

/// How a width is shared out.
#[derive(Clone, Copy)]
struct Shares {
    label: usize,
    cell: usize,
    columns: usize,
}

impl Shares {
    fn of(width: usize, columns: usize) -> Shares {
        let label = match width {
            0..60 => 14,
            60..80 => 16,
            80..110 => 20,
            _ => 26,
        };
        let room = width.saturating_sub(label);
        let fit = (room / (NARROWEST + BETWEEN)).clamp(1, columns.max(1));
        // as many parts as needed, all about as wide
        let parts = columns.max(1).div_ceil(fit);
        let fit = columns.max(1).div_ceil(parts);
        Shares { label, cell: (room / fit).saturating_sub(BETWEEN).max(1), columns: fit }
    }
}

/// The cells of one column where so many share a width.
pub(super) fn cell_cells(width: usize, columns: usize) -> usize {
    Shares::of(width, columns).cell
}

/// A comparison as rows of at most the width of the options.
pub fn lines(comparison: &Comparison, options: &Options, rows: Rows) -> Vec<Line> {
    let shares = Shares::of(options.width, comparison.columns.len());
    let mut page = Vec::new();
    for section in &comparison.sections {
        let shown: Vec<&Row> = section.rows.iter().filter(|row| rows == Rows::All || row.differs).collect();
        if shown.is_empty() {
            continue;
        }
        for (part, columns) in comparison.columns.chunks(shares.columns).enumerate() {
            if !page.is_empty() {
                page.push(Line::new());
            }
            let start = part * shares.columns;
            let title = Line::of(&section.title, Role::Heading);
            page.extend(head(&title, columns, shares));
            if shares.columns < comparison.columns.len() {
                let (from, to) = (start + 1, start + columns.len());
                let all = comparison.columns.len();
                let text = if from == to {
                    view::COLUMN_PART.fill(options.lang, &[&from, &all])
                } else {
                    view::COLUMNS_PART.fill(options.lang, &[&from, &to, &all])
                };
                page.extend(Line::of(text, Role::Muted).fold(options.width));
            }
            page.extend(body(&shown, start, columns.len(), shares, options));
        }
    }
    page
}

fn head(title: &Line, columns: &[Column], shares: Shares) -> Vec<Line> {
    let heads: Vec<Vec<Line>> = columns.iter().map(|column| vec![Line::of(&column.title, Role::Strong)]).collect();
    beside(title, &heads.iter().map(Vec::as_slice).collect::<Vec<_>>(), shares)
}

fn body(rows: &[&Row], start: usize, count: usize, shares: Shares, options: &Options) -> Vec<Line> {
    let mut page = Vec::new();
    let mut group: Option<&String> = None;
    for row in rows {
        if row.group.as_ref() != group {
            group = row.group.as_ref();
            page.extend(group.iter().flat_map(|group| Line::of(group, Role::Muted).fold(options.width)));
        }
        let sign = if row.differs { options.glyphs.get(Glyph::Differs) } else { " " };
        let label = row.full_label(options.lang);
        let label = Line::of(sign, Role::Differs).with(" ", Role::Text).with(label, Role::Text).indented(2);
        let cells: Vec<&[Line]> = row.cells.iter().skip(start).take(count).map(|cell| cell.lines.as_slice()).collect();
        page.extend(beside(&label, &cells, shares));
    }
    page
}

/// A label and cells beside one another, each folded to its share.
fn beside(label: &Line, cells: &[&[Line]], shares: Shares) -> Vec<Line> {
    let mut columns = vec![(label.fold(shares.label.saturating_sub(1)), shares.label)];
    for cell in cells {
        let folded = cell.iter().flat_map(|line| line.fold(shares.cell)).collect();
        columns.push((folded, shares.cell + BETWEEN));
    }
    let height = columns.iter().map(|(rows, _)| rows.len()).max().unwrap_or(0);
    let row = |y: usize| {
        let mut whole = Line::new();
        let mut pending = 0;
        for (rows, width) in &columns {
            let row = rows.get(y).cloned().unwrap_or_default();
            if !row.spans.is_empty() {
                whole = whole.with(" ".repeat(std::mem::take(&mut pending)), Role::Text);
            }
            pending += width.saturating_sub(row.width());
            whole.spans.extend(row.spans);
        }
        whole
    };
    (0..height).map(row).collect()
}
