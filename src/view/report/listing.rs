//! Any number of incidents as a page, one after another: each in short, and in full where a reader unfolds it.
//! It holds one incident at a time; charts are for those who compare.

use super::Report;
use crate::record::Incident;
use crate::record::clock::Rules;
use crate::record::incident::Exposure;
use crate::record::vocabulary::Vocabulary;
use crate::text::{Lang, page as words, report as texts, screen, view};
use crate::theme::Role;
use crate::view::line::Line;
use crate::view::page::{Block, Card, Page, Section, Shape, Table, Told};
use crate::view::standing::Standing;

/// The page around the incidents: how many, and what was asked for; empty if all were.
pub fn listing(count: usize, asked: &str, lang: Lang) -> Page {
    let asked = (!asked.is_empty()).then(|| words::ASKED.fill(lang, &[&asked]));
    let about = [asked, Some(words::UNFOLD.get(lang).to_owned())].into_iter().flatten();
    Page {
        lang,
        kind: words::LISTING.fill(lang, &[&env!("CARGO_PKG_VERSION")]),
        title: match count {
            0 => words::NO_INCIDENT.get(lang).to_owned(),
            _ => screen::INCIDENTS.of(lang, count as u64),
        },
        about: about.collect(),
        sections: vec![Section {
            id: "incidents".to_owned(),
            title: words::INCIDENTS.get(lang).to_owned(),
            blocks: Vec::new(),
        }],
        foot: [texts::HOW_TO_READ, texts::CLOCKS].map(|text| text.get(lang).to_owned()).to_vec(),
    }
}

/// An incident of that page, whose sources are numbered after `before` others; gives the number of its last.
pub fn listed(incident: &Incident, lang: Lang, rules: Rules, before: usize) -> (Card, usize) {
    let report = Report::new(&[incident], lang, rules, before);
    let mut cards = report.cards();
    let mut card = cards.remove(0);
    // in short is what is stated; in full also what is not
    let unstated = view::NOT_STATED.get(lang);
    card.facts.retain(|(_, told)| told.lines.iter().all(|line| line.text() != unstated));
    card.facts.push((view::DATA.get(lang).to_owned(), data(&incident.data, &report)));
    // the card is its summary
    for section in report.sections().into_iter().filter(|section| section.id != "summary") {
        let blocks = section.blocks.into_iter().filter(|block| !matches!(block, Block::Figure(_)));
        card.full.push(Block::Heading(section.title));
        card.full.extend(blocks.map(narrow));
    }
    (card, report.citations.upto())
}

/// A block whose tables need no room of their own.
fn narrow(block: Block) -> Block {
    match block {
        Block::Table(table) => Block::Table(Table { shape: Shape::Stacked, ..table }),
        other => other,
    }
}

/// The data in short: each category, and how far it is known where it is not simply exposed.
fn data(exposures: &[Exposure], report: &Report) -> Told {
    let lang = report.lang;
    let mut line = Line::new();
    for (n, exposure) in exposures.iter().enumerate() {
        let standing = Standing::of_exposure(exposure.status);
        let label = match &exposure.text {
            Some(text) => text.get(lang),
            None => exposure.category.label().get(lang),
        };
        line = line.with(if n == 0 { "" } else { ", " }, Role::Text).with(label, Role::Text);
        if standing != Standing::Yes {
            line = line.with(format!("\u{a0}({})", exposure.status.label().get(lang)), standing.role());
        }
    }
    if exposures.is_empty() { Told::line(report.not_stated()) } else { Told::line(line) }
}
