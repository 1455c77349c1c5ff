//! A page as one self-contained HTML file: no script, no outside request, for screens of every size and for paper.
//! Nothing of a record is taken for markup.

use super::{Block, Card, Drawing, Figure, Page, Row, Section, Shape, Source, Table, Told};
use crate::text::page as words;
use crate::theme::{Glyph, Role};
use crate::view::line::Line;
use base64::Engine as _;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The style of every page.
const STYLE: &str = include_str!("style.css");

/// A page as HTML.
pub fn html(page: &Page) -> String {
    let mut text = head(page);
    for section in &page.sections {
        text.push_str(&self::section(page, section));
    }
    text + &foot(page)
}

/// What stands before the first section.
pub fn head(page: &Page) -> String {
    let lang = page.lang;
    let title = escape(&page.title);
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    let mut text = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">{}</a>\n<header class=\"top\">\n<p class=\"kind\">{}</p>\n<h1>{title}</h1>\n",
        lang.code(),
        words::SKIP.get(lang),
        escape(&page.kind),
    );
    for line in &page.about {
        // writing to a string cannot fail
        let _ = writeln!(text, "<p class=\"about\">{}</p>", escape(line));
    }
    text.push_str("</header>\n");
    if page.sections.len() > 1 {
        let _ = write!(text, "<nav aria-label=\"{0}\" class=\"contents\">\n<ol>\n", words::CONTENTS.get(lang));
        for section in &page.sections {
            let _ = writeln!(text, "<li><a href=\"#{}\">{}</a></li>", section.id, escape(&section.title));
        }
        text.push_str("</ol>\n</nav>\n");
    }
    text.push_str("<main id=\"content\">\n");
    text
}

/// What stands before the first of many cards that come one after another, in the page's last section.
pub fn open(page: &Page) -> String {
    let section = page.sections.last().map(|section| {
        format!("<section id=\"{}\">\n<h2>{}</h2>\n<div class=\"cards list\">\n", section.id, escape(&section.title))
    });
    head(page) + &section.unwrap_or_default()
}

/// What stands after the last of them.
pub fn close(page: &Page) -> String {
    let section = page.sections.last().map(|_| "</div>\n</section>\n");
    section.unwrap_or_default().to_owned() + &foot(page)
}

/// A section.
pub fn section(page: &Page, section: &Section) -> String {
    let mut text = format!("<section id=\"{}\">\n<h2>{}</h2>\n", section.id, escape(&section.title));
    for block in &section.blocks {
        // a caption that the title has told is for those alone who move from table to table
        let told = matches!(block, Block::Table(table) if table.caption == section.title);
        text.push_str(&self::block(page, block, if told { " told" } else { "" }, 3));
    }
    text.push_str("</section>\n");
    text
}

/// What stands after the last section.
pub fn foot(page: &Page) -> String {
    let lines: Vec<String> = page.foot.iter().map(|line| format!("<p>{}</p>\n", escape(line))).collect();
    format!("</main>\n<footer>\n{}</footer>\n</body>\n</html>\n", lines.concat())
}

/// A piece of a page, in which headings are of a level.
fn block(page: &Page, block: &Block, class: &str, level: u8) -> String {
    match block {
        Block::Heading(title) => format!("<h{level}>{}</h{level}>\n", escape(title)),
        Block::Text(told) => format!("<p{}>{}</p>\n", lang_of(told), inline(page, told)),
        Block::Note(text) => format!("<p class=\"note\">{}</p>\n", escape(text)),
        Block::Cards(cards) => {
            let cards: String = cards.iter().map(|card| self::card(page, card)).collect();
            format!("<div class=\"cards\">\n{cards}</div>\n")
        }
        Block::Figure(figure) => self::figure(figure),
        Block::Table(table) => self::table(page, table, class),
        Block::List(items) => {
            let item = |told: &Told| format!("<li{}>{}</li>\n", lang_of(told), inline(page, told));
            format!("<ul>\n{}</ul>\n", items.iter().map(item).collect::<String>())
        }
        Block::Sources(sources) => self::sources(sources),
    }
}

/// An incident in short, and what is folded away below it.
pub fn card(page: &Page, card: &Card) -> String {
    let mut text = format!(
        "<article class=\"card\">\n<h3>{}{}</h3>\n<p class=\"meta\">{}</p>\n<p class=\"figure\">{}</p>\n<p class=\"meta\">{}</p>\n",
        letter(&card.letter),
        escape(&card.title),
        inline(page, &card.about),
        inline(page, &card.figure),
        inline(page, &card.account),
    );
    if let Some(told) = &card.text {
        let _ = writeln!(text, "<p{}>{}</p>", lang_of(told), inline(page, told));
    }
    text.push_str("<dl>\n");
    for (label, told) in &card.facts {
        let _ = writeln!(text, "<div><dt>{}</dt><dd>{}</dd></div>", escape(label), inline(page, told));
    }
    text.push_str("</dl>\n");
    if !card.full.is_empty() {
        // a reader who hears the page is told of which incident
        let name = format!("{} <span class=\"heard\">{}</span>", words::IN_FULL.get(page.lang), escape(&card.title));
        let _ = writeln!(text, "<details>\n<summary>{name}</summary>");
        let mut heading = "";
        for block in &card.full {
            let told = matches!(block, Block::Table(table) if table.caption == heading);
            text.push_str(&self::block(page, block, if told { " told" } else { "" }, 4));
            heading = if let Block::Heading(title) = block { title } else { heading };
        }
        text.push_str("</details>\n");
    }
    text.push_str("</article>\n");
    text
}

/// The letter of an incident; what is read aloud is the title beside it.
fn letter(letter: &str) -> String {
    if letter.is_empty() { String::new() } else { format!("<span class=\"key\">{}</span> ", escape(letter)) }
}

fn figure(figure: &Figure) -> String {
    let mut text = format!("<figure>\n<figcaption>{}</figcaption>\n", escape(&figure.title));
    for (drawing, class) in [(&figure.wide, "wide"), (&figure.narrow, "narrow")] {
        text.push_str(&svg(figure, drawing, class));
    }
    if !figure.legend.is_empty() {
        text.push_str("<ul class=\"legend\">\n");
        for (sign, word) in &figure.legend {
            let _ = writeln!(
                text,
                "<li><svg viewBox=\"0 0 34 16\" width=\"34\" height=\"16\" aria-hidden=\"true\">{sign}</svg>{}</li>",
                escape(word)
            );
        }
        text.push_str("</ul>\n");
    }
    text.push_str("</figure>\n");
    text
}

fn svg(figure: &Figure, drawing: &Drawing, class: &str) -> String {
    let id = format!("{}-{class}", figure.id);
    format!(
        "<svg class=\"chart {class}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\n\
         <title id=\"{id}-t\">{}</title>\n<desc id=\"{id}-d\">{}</desc>\n{}</svg>\n",
        drawing.width,
        drawing.height,
        escape(&figure.title),
        escape(&figure.description),
        drawing.inside,
    )
}

fn table(page: &Page, table: &Table, class: &str) -> String {
    let caption = escape(&table.caption);
    let even = if table.heads.iter().any(|(short, _)| !short.is_empty()) { " even" } else { "" };
    let mut text = match table.shape {
        // on paper, more columns than these are too narrow for sentences
        Shape::Stacked if table.heads.len() > 4 && !even.is_empty() => {
            format!("<div class=\"stacked many{class}{even}\">\n<table role=\"table\">\n")
        }
        Shape::Stacked => format!("<div class=\"stacked{class}{even}\">\n<table role=\"table\">\n"),
        Shape::Grid => {
            format!(
                "<div class=\"grid{class}{even}\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table role=\"table\">\n"
            )
        }
    };
    let _ = write!(text, "<caption>{caption}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
    for (short, name) in &table.heads {
        let _ = write!(text, "<th scope=\"col\" role=\"columnheader\">{}{}</th>", letter(short), escape(name));
    }
    text.push_str("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    let mut group: Option<&String> = None;
    for row in &table.rows {
        if row.group.as_ref() != group {
            group = row.group.as_ref();
            if let Some(name) = group {
                let columns = table.heads.len();
                let _ = write!(
                    text,
                    "</tbody>\n<tbody role=\"rowgroup\">\n<tr class=\"group\" role=\"row\"><th scope=\"rowgroup\" role=\"rowheader\" colspan=\"{columns}\">{}</th></tr>\n",
                    escape(name)
                );
            }
        }
        text.push_str(&self::row(page, table, row));
    }
    text.push_str("</tbody>\n</table>\n</div>\n");
    text.replace("<tbody role=\"rowgroup\">\n</tbody>\n", "")
}

fn row(page: &Page, table: &Table, row: &Row) -> String {
    let mut text = format!("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{}</th>", inline(page, &row.head));
    for (cell, (short, name)) in row.cells.iter().zip(table.heads.iter().skip(1)) {
        // where cells come one below the other, each says which of several columns it is of
        let head = if short.is_empty() { name } else { short };
        let head = if table.heads.len() > 2 { format!(" data-head=\"{}\"", escape(head)) } else { String::new() };
        let _ = write!(text, "<td role=\"cell\"{head}{}><div>{}</div></td>", lang_of(cell), inline(page, cell));
    }
    text.push_str("</tr>\n");
    text
}

fn sources(sources: &[Source]) -> String {
    let mut text = "<ol class=\"sources\">\n".to_owned();
    for source in sources {
        let _ = write!(text, "<li id=\"s{0}\" value=\"{0}\"><cite>{1}</cite>", source.number, escape(&source.title));
        for part in [Some(&source.about), source.grade.as_ref(), Some(&source.letters)].into_iter().flatten() {
            if !part.is_empty() {
                let _ = write!(text, " <span class=\"m\">· {}</span>", escape(part));
            }
        }
        if let Some(note) = &source.note {
            let _ = write!(text, "<br><span class=\"m\">{}</span>", escape(note));
        }
        if let Some(url) = source.url.as_ref().filter(|url| url.starts_with("http://") || url.starts_with("https://")) {
            let url = escape(url);
            let _ = write!(text, "<br><a href=\"{url}\" rel=\"noreferrer noopener external\">{url}</a>");
        }
        text.push_str("</li>\n");
    }
    text.push_str("</ol>\n");
    text
}

/// Lines, the later ones below the first, with the numbers of the sources.
fn inline(page: &Page, told: &Told) -> String {
    let lines: Vec<String> = told.lines.iter().map(line).collect();
    let mut text = lines.join("<br>");
    if !told.cited.is_empty() {
        let number = |n: &usize| {
            format!("<a href=\"#s{n}\" aria-label=\"{}\">{n}</a>", words::SOURCE_NUMBER.fill(page.lang, &[n]))
        };
        let numbers: Vec<String> = told.cited.iter().map(number).collect();
        let _ = write!(text, "\u{a0}<span class=\"cite\">[{}]</span>", numbers.join(", "));
    }
    text
}

fn line(line: &Line) -> String {
    let mut text = String::new();
    for span in &line.spans {
        let told = span.text();
        let told = if text.is_empty() { told.trim_start() } else { told };
        if told.is_empty() {
            continue;
        }
        let hidden = if is_sign(told) { " aria-hidden=\"true\"" } else { "" };
        match class(span.role) {
            "" if hidden.is_empty() => text.push_str(&escape(told)),
            class => {
                let _ = write!(text, "<span class=\"{class}\"{hidden}>{}</span>", escape(told));
            }
        }
    }
    text
}

/// Whether a text is a sign whose word stands beside it.
fn is_sign(text: &str) -> bool {
    Glyph::ALL.iter().any(|glyph| glyph.twins().0 == text)
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Muted | Role::NotStated => "m",
        Role::Strong | Role::Heading => "b",
        Role::Confirmed | Role::Response => "yes",
        Role::Claimed | Role::Warning => "claimed",
        Role::Disputed => "disputed",
        Role::Denied | Role::Authority => "no",
        Role::Attack | Role::Late | Role::Error => "late",
        Role::Superseded => "gone",
        _ => "",
    }
}

fn lang_of(told: &Told) -> String {
    told.lang.as_ref().map_or_else(String::new, |lang| format!(" lang=\"{}\"", escape(lang)))
}

/// A text in which nothing is markup.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}
