//! A page as Markdown: tables, lists and headings; charts are told by the tables beside them.
//! Nothing of a record is taken for markup.

use super::{Block, Card, Page, Section, Source, Table, Told};
use crate::view::line::Line;
use crate::view::markdown::escape;
use std::fmt::Write as _;

/// A page as Markdown.
pub fn markdown(page: &Page) -> String {
    let mut text = head(page);
    for section in &page.sections {
        text.push_str(&self::section(section));
    }
    text + &foot(page)
}

fn head(page: &Page) -> String {
    let mut text = format!("# {}\n", escape(&page.title));
    for line in std::iter::once(&page.kind).chain(&page.about).filter(|line| !line.is_empty()) {
        // writing to a string cannot fail
        let _ = write!(text, "\n{}\n", escape(line));
    }
    text
}

fn section(section: &Section) -> String {
    let blocks: String = section.blocks.iter().map(block).collect();
    format!("\n## {}\n{blocks}", escape(&section.title))
}

fn foot(page: &Page) -> String {
    let lines: Vec<String> = page.foot.iter().map(|line| escape(line)).collect();
    if lines.is_empty() { String::new() } else { format!("\n---\n\n{}\n", lines.join("\n\n")) }
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(title) => format!("\n### {}\n", escape(title)),
        Block::Text(told) => format!("\n{}\n", inline(told, "  \n")),
        Block::Note(text) => format!("\n_{}_\n", escape(text)),
        Block::Cards(cards) => cards.iter().map(card).collect(),
        // the tables beside it say the same
        Block::Figure(_) => String::new(),
        Block::Table(table) => self::table(table),
        Block::List(items) => {
            let items: Vec<String> = items.iter().map(|told| format!("- {}\n", inline(told, "  \n  "))).collect();
            format!("\n{}", items.concat())
        }
        Block::Sources(sources) => {
            let listed: String = sources.iter().map(source).collect();
            format!("\n{listed}")
        }
    }
}

fn card(card: &Card) -> String {
    let letter = if card.letter.is_empty() { String::new() } else { format!("{} · ", card.letter) };
    let mut text = format!("\n### {letter}{}\n\n{}\n", escape(&card.title), inline(&card.about, "  \n"));
    let _ = write!(text, "\n**{}**", inline(&card.figure, " "));
    if !card.account.lines.is_empty() {
        let _ = write!(text, "  \n{}", inline(&card.account, " "));
    }
    text.push('\n');
    if let Some(told) = &card.text {
        let _ = write!(text, "\n{}\n", inline(told, "  \n"));
    }
    text.push('\n');
    for (label, told) in &card.facts {
        let _ = writeln!(text, "- {}: {}", escape(label), inline(told, " "));
    }
    text.extend(card.full.iter().map(block));
    text
}

fn table(table: &Table) -> String {
    let heads = table
        .heads
        .iter()
        .map(|(short, name)| if short.is_empty() { cell(name) } else { cell(&format!("{short} · {name}")) });
    let heads: Vec<String> = heads.collect();
    let rule = "|---".repeat(heads.len());
    let mut text = format!("\n**{}**\n\n| {} |\n{rule}|\n", escape(&table.caption), heads.join(" | "));
    let mut group: Option<&String> = None;
    for row in &table.rows {
        if row.group.as_ref() != group {
            group = row.group.as_ref();
            if let Some(name) = group {
                let _ = writeln!(text, "| **{}** |{}", cell(name), " |".repeat(heads.len().saturating_sub(1)));
            }
        }
        let cells: Vec<String> =
            std::iter::once(&row.head).chain(&row.cells).map(|told| inline(told, "<br>")).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}

fn source(source: &Source) -> String {
    let parts =
        [&source.about, source.grade.as_ref().unwrap_or(&String::new()), &source.letters].map(|part| escape(part));
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let n = source.number;
    let mut text =
        format!("{n}. {}", std::iter::once(escape(&source.title)).chain(parts).collect::<Vec<_>>().join(" · "));
    for below in [source.note.as_ref().map(|note| escape(note)), source.url.as_ref().map(|url| address(url))]
        .into_iter()
        .flatten()
    {
        let _ = write!(text, "  \n   {below}");
    }
    text.push('\n');
    text
}

/// An address that a reader can follow, whatever stands in it.
fn address(url: &str) -> String {
    let safe = url.replace(['<', '>', ' '], "");
    format!("<{safe}>")
}

fn inline(told: &Told, between: &str) -> String {
    let lines: Vec<String> = told.lines.iter().map(plain).filter(|line| !line.is_empty()).collect();
    let mut text = lines.join(between);
    if !told.cited.is_empty() {
        let numbers: Vec<String> = told.cited.iter().map(ToString::to_string).collect();
        let _ = write!(text, " \\[{}\\]", numbers.join(", "));
    }
    text
}

fn plain(line: &Line) -> String {
    escape(line.text().trim()).replace('\n', " ")
}

fn cell(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}
