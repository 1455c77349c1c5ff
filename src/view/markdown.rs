//! Dossiers and comparisons as Markdown.
//! What is told is the dossier's and the comparison's; nothing of a record is taken for markup.

use super::Options;
use super::comparison::{Comparison, Rows};
use super::dossier::Dossier;
use super::line::Line;
use crate::theme::Glyph;
use std::fmt::Write as _;

/// A dossier as Markdown: its title, a heading a section, a point an item.
pub fn dossier(dossier: &Dossier) -> String {
    let mut page = String::new();
    // writing to a string cannot fail
    let _ = writeln!(page, "# {}", escape(&dossier.title));
    for section in &dossier.sections {
        page.push('\n');
        if !section.title.is_empty() {
            let _ = writeln!(page, "## {}\n", escape(&section.title));
        }
        for item in &section.items {
            let lines = item.lines.iter().map(|line| uncolumned(&line.text()));
            let told: Vec<String> = lines.filter(|line| !line.is_empty() && *line != dossier.title).collect();
            if !told.is_empty() {
                let told: Vec<String> = told.iter().map(|line| escape(line)).collect();
                let _ = writeln!(page, "- {}", told.join("  \n  "));
            }
        }
    }
    page
}

/// A comparison as Markdown: a table a section, a column an incident.
pub fn comparison(comparison: &Comparison, rows: Rows, options: &Options) -> String {
    let mut page = String::new();
    for section in &comparison.sections {
        let shown: Vec<_> = section.rows.iter().filter(|row| rows == Rows::All || row.differs).collect();
        if shown.is_empty() {
            continue;
        }
        if !page.is_empty() {
            page.push('\n');
        }
        // writing to a string cannot fail
        let _ = writeln!(page, "## {}\n", escape(&section.title));
        let heads: Vec<String> = comparison.columns.iter().map(|column| cell(&column.title)).collect();
        let _ = writeln!(page, "| | {} |\n|---|{}", heads.join(" | "), "---|".repeat(heads.len()));
        let mut group: Option<&String> = None;
        for row in shown {
            if row.group.as_ref() != group {
                group = row.group.as_ref();
                let title = group.map(|group| format!("**{}**", cell(group))).unwrap_or_default();
                let _ = writeln!(page, "| {title} |{}", " |".repeat(heads.len()));
            }
            let cells: Vec<String> = row.cells.iter().map(|told| cell(&joined(&told.lines))).collect();
            let sign = if row.differs { options.glyphs.get(Glyph::Differs) } else { "" };
            let label = format!("{} {sign}", row.full_label(options.lang));
            let _ = writeln!(page, "| {} | {} |", cell(label.trim_end()), cells.join(" | "));
        }
    }
    page
}

/// Rows of cells, the heads first, as a table.
pub fn table(rows: &[Vec<String>]) -> String {
    let mut page = String::new();
    for (n, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        // writing to a string cannot fail
        let _ = writeln!(page, "| {} |", cells.join(" | "));
        if n == 0 {
            let _ = writeln!(page, "{}|", "|---".repeat(row.len()));
        }
    }
    page
}

/// A line without the blanks that set its parts in columns.
fn uncolumned(line: &str) -> String {
    line.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn joined(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text().trim().to_owned()).collect::<Vec<_>>().join("\n")
}

fn cell(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}

/// A text in which nothing is markup.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => {
                safe.push('\\');
                safe.push(letter);
            }
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_record_is_markup() {
        assert_eq!(escape("<b>[x](y)* |"), "&lt;b&gt;\\[x\\](y)\\* \\|");
    }
}
