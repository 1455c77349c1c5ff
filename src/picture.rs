//! A painted buffer as a picture (SVG) or as lines for the shell.
//! It does not paint; widgets and screens do.

use crate::theme::{Role, Theme};
use crate::view::Line;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};
use std::borrow::Borrow;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// The size of a cell in the picture, in its own units; the font's size makes its letters as wide.
const CELL: (usize, usize) = (8, 17);

/// A run of cells of one look.
struct Run {
    column: usize,
    cells: usize,
    text: String,
    style: Style,
}

/// The buffer as an SVG with a title and a description: real text, no script, light and dark by the reader's wish.
pub fn svg(buffer: &Buffer, title: &str, description: &str) -> String {
    svg_of([buffer], title, description)
}

/// Buffers one beneath the other as one such SVG; together they may have any number of rows.
pub fn svg_of<B: Borrow<Buffer>>(strips: impl IntoIterator<Item = B>, title: &str, description: &str) -> String {
    let (mut body, mut width, mut height) = (String::new(), 0, 0);
    for strip in strips {
        let buffer: &Buffer = strip.borrow();
        width = width.max(usize::from(buffer.area.width) * CELL.0);
        for row in 0..buffer.area.height {
            for run in runs(buffer, row) {
                draw(&mut body, &run, height);
            }
            height += CELL.1;
        }
    }
    let mut page = String::new();
    // writing to a string cannot fail
    let _ = write!(
        page,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"t d\">\n\
         <title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n<style>{STYLE}</style>\n\
         <rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"6\"/>\n<g transform=\"translate(8 8)\">\n",
        width + 16,
        height + 16,
        escape(title),
        escape(description),
        width + 15,
        height + 15,
    );
    page.push_str(&body);
    page.push_str("</g>\n</svg>\n");
    page
}

/// Draws a run: what it is reversed on, then its lines and blocks, or its letters.
fn draw(page: &mut String, run: &Run, y: usize) {
    let (x, width) = (run.column * CELL.0, run.cells * CELL.0);
    let reversed = run.style.add_modifier.contains(Modifier::REVERSED);
    if reversed {
        rectangle(page, &class(run.style, "f"), (x, y, width, CELL.1));
    }
    if run.text.trim().is_empty() {
        return;
    }
    let class = if reversed { "rev".to_owned() } else { class(run.style, "") };
    let Some(shapes) = shapes(&run.text) else {
        // writing to a string cannot fail
        let _ = writeln!(
            page,
            "<text class=\"{class}\" x=\"{x}\" y=\"{}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{}</text>",
            y + 13,
            escape(&run.text),
        );
        return;
    };
    for (dx, dy, width, height) in shapes {
        rectangle(page, &class, (x + dx, y + dy, width, height));
    }
}

fn rectangle(page: &mut String, class: &str, (x, y, width, height): Shape) {
    let _ = writeln!(page, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
}

/// The rectangles of a text of lines and blocks, those that touch as one; `None` where it holds a letter.
fn shapes(text: &str) -> Option<Vec<Shape>> {
    let mut shapes: Vec<Shape> = Vec::new();
    for (n, letter) in text.chars().enumerate() {
        let (dx, dy, width, height) = shape(letter)?;
        let x = n * CELL.0 + dx;
        match shapes.last_mut() {
            Some(last) if (last.0 + last.2, last.1, last.3) == (x, dy, height) => last.2 += width,
            _ => shapes.push((x, dy, width, height)),
        }
    }
    shapes.retain(|shape| shape.2 > 0);
    Some(shapes)
}

/// A rectangle: its place, its width and its height.
type Shape = (usize, usize, usize, usize);

/// What a line or a block fills of its cell; `None` for a letter. Fonts leave gaps between them.
fn shape(letter: char) -> Option<Shape> {
    let (width, height) = CELL;
    match letter {
        ' ' => Some((0, 0, 0, 0)),
        '█' => Some((0, 0, width, height)),
        '▌' => Some((0, 0, width / 2, height)),
        '│' => Some((width / 2 - 1, 0, 1, height)),
        '─' => Some((0, height / 2, width, 1)),
        '▁'..='▇' => {
            let filled = height * (letter as usize - '▁' as usize + 1) / 8;
            Some((0, height - filled, width, filled))
        }
        _ => None,
    }
}

/// The buffer's rows as lines, their looks as the roles that have them.
pub fn lines(buffer: &Buffer, theme: Theme) -> Vec<Line> {
    let role = |style: Style| Role::ALL.iter().copied().find(|role| theme.style(*role) == style).unwrap_or_default();
    let row = |row| runs(buffer, row).into_iter().fold(Line::new(), |line, run| line.with(run.text, role(run.style)));
    (0..buffer.area.height).map(row).collect()
}

fn runs(buffer: &Buffer, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut covered = 0;
    for column in 0..buffer.area.width {
        let Some(cell) = buffer.cell((buffer.area.x + column, buffer.area.y + row)) else { continue };
        if covered > 0 {
            covered -= 1;
            continue;
        }
        let cells = cell.symbol().width().max(1);
        covered = cells - 1;
        let style = look(cell);
        match runs.last_mut() {
            Some(run) if run.style == style => {
                run.text.push_str(cell.symbol());
                run.cells += cells;
            }
            _ => runs.push(Run { column: usize::from(column), cells, text: cell.symbol().to_owned(), style }),
        }
    }
    runs
}

/// A cell's look, without what the buffer resets.
fn look(cell: &Cell) -> Style {
    let style = Style::new().add_modifier(cell.modifier);
    if cell.fg == Color::Reset { style } else { style.fg(cell.fg) }
}

fn class(style: Style, prefix: &str) -> String {
    let color = match style.fg {
        Some(Color::Red) => "red",
        Some(Color::Green) => "green",
        Some(Color::Yellow) => "yellow",
        Some(Color::Blue) => "blue",
        Some(Color::Magenta) => "magenta",
        Some(Color::Cyan) => "cyan",
        _ => "ink",
    };
    let mut class = format!("{prefix}{color}");
    let modifiers = [
        (Modifier::BOLD, "b"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "i"),
        (Modifier::UNDERLINED, "u"),
        (Modifier::CROSSED_OUT, "s"),
    ];
    for (_, name) in modifiers.iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier)) {
        class.push(' ');
        class.push_str(name);
    }
    class
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

const STYLE: &str = "\
text{font:13.29px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}\
.page{fill:#fff;stroke:#d0d7de}.ink{fill:#1f2328}.fink{fill:#1f2328}.rev{fill:#fff}\
.red{fill:#b3261e}.green{fill:#1a7f37}.yellow{fill:#7d5a00}.blue{fill:#0a53a8}.magenta{fill:#8b2d8b}.cyan{fill:#0b6b74}\
.fred{fill:#b3261e}.fgreen{fill:#1a7f37}.fyellow{fill:#7d5a00}.fblue{fill:#0a53a8}.fmagenta{fill:#8b2d8b}.fcyan{fill:#0b6b74}\
.b{font-weight:700}.i{font-style:italic}.u{text-decoration:underline}.s{text-decoration:line-through}.dim{opacity:.65}\
@media(prefers-color-scheme:dark){.page{fill:#0d1117;stroke:#30363d}.ink,.fink{fill:#e6edf3}.rev{fill:#0d1117}\
.red,.fred{fill:#ff7b72}.green,.fgreen{fill:#56d364}.yellow,.fyellow{fill:#e3b341}.blue,.fblue{fill:#79c0ff}\
.magenta,.fmagenta{fill:#e29cf7}.cyan,.fcyan{fill:#56d4dd}}";

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn strips_make_a_picture_longer_than_any_buffer() {
        let strip = Buffer::empty(Rect::new(0, 0, 1, 30_000));
        let picture = svg_of([&strip, &strip, &Buffer::with_lines(["x"])], "t", "d");
        assert!(picture.contains(&format!("viewBox=\"0 0 24 {}\"", 60_001 * CELL.1 + 16)), "{}", &picture[..200]);
        assert!(picture.contains(&format!("y=\"{}\"", 60_000 * CELL.1 + 13)));
    }
}
