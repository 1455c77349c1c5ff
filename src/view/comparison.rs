//! Two to six incidents side by side: rows of cells, each row marked where the cells differ.
//! It compares what is stated, never adds it up; a cell that lacks something says so.

mod completeness;
mod count;
mod date;
mod fact;
mod gap;
mod kind;
mod page;

pub use page::{Rows, lines};

use super::item::{Item, Teller};
use super::line::Line;
use super::matrix::{Order, flagged};
use super::wording::{claim as claim_wording, count as count_wording};
use super::{Options, Standing};
use crate::record::Incident;
use crate::record::clock::Rules;
use crate::record::gap::Between;
use crate::record::headline::headline;
use crate::record::vocabulary::{DataGroup, Vocabulary};
use crate::text::{Lang, Phrase, clean, completeness as words, view};
use crate::theme::{Glyphs, Role};
use std::cmp::Reverse;

/// Incidents side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The incidents, left to right.
    pub columns: Vec<Column>,
    /// The sections, top to bottom.
    pub sections: Vec<CompareSection>,
}

/// One incident's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The organisation.
    pub organisation: String,
    /// The headline count in words; not stated if there is none.
    pub headline: String,
    /// By whom the headline count is.
    pub claimant: Option<String>,
    /// Whether the headline count is contested.
    pub contested: bool,
    /// How far the incident can be relied on.
    pub status: Standing,
}

/// A part of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareSection {
    /// What it compares.
    pub kind: CompareKind,
    /// Its title.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// What a section compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompareKind {
    /// Organisation, country, vectors, systems, parties.
    Facts,
    /// Milestones.
    Dates,
    /// Gaps and clocks.
    Gaps,
    /// Counts.
    Counts,
    /// Data categories.
    Data,
    /// Measures.
    Measures,
    /// Risks.
    Risks,
    /// Consequences.
    Consequences,
    /// What GDPR art. 33 and 34 ask for.
    Completeness,
    /// Sources by grade.
    Sources,
}

impl CompareKind {
    /// Its word in outputs.
    pub fn id(self) -> &'static str {
        match self {
            CompareKind::Facts => "facts",
            CompareKind::Dates => "dates",
            CompareKind::Gaps => "gaps",
            CompareKind::Counts => "counts",
            CompareKind::Data => "data",
            CompareKind::Measures => "measures",
            CompareKind::Risks => "risks",
            CompareKind::Consequences => "consequences",
            CompareKind::Completeness => "completeness",
            CompareKind::Sources => "sources",
        }
    }

    /// The title that a reader sees.
    pub fn title(self) -> Phrase {
        match self {
            CompareKind::Facts => view::FACTS,
            CompareKind::Dates => view::DATES,
            CompareKind::Gaps => view::GAPS,
            CompareKind::Counts => view::PEOPLE,
            CompareKind::Data => view::DATA,
            CompareKind::Measures => view::MEASURES,
            CompareKind::Risks => view::RISKS,
            CompareKind::Consequences => view::CONSEQUENCES,
            CompareKind::Completeness => words::TITLE,
            CompareKind::Sources => view::SOURCES,
        }
    }
}

impl Row {
    /// What it is, and of a category or a measure in how many incidents of all it holds: `Name (3/4)`.
    pub fn full_label(&self, lang: Lang) -> String {
        match self.total {
            Some(total) => view::ASIDE.fill(lang, &[&self.label, &format!("{total}/{}", self.cells.len())]),
            None => self.label.clone(),
        }
    }
}

/// One thing compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// The group that it belongs to.
    pub group: Option<String>,
    /// Of a data category or a measure, in how many incidents it holds by at least one account.
    pub total: Option<usize>,
    /// The gap that it is of.
    pub between: Option<Between>,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Whether the cells are not all alike.
    pub differs: bool,
}

/// What one incident's record states of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What is shown.
    pub lines: Vec<Line>,
    /// What is known of it, where that is of one kind.
    pub standing: Option<Standing>,
    /// What decides whether two cells are alike.
    pub key: String,
    /// It told in full.
    pub detail: Vec<Line>,
    /// The ids and titles of its sources.
    pub sources: Vec<(String, String)>,
}

impl Comparison {
    /// The data and the measures in another order: those that the most incidents have come first, without groups.
    #[must_use]
    pub fn ordered(mut self, order: Order, lang: Lang) -> Comparison {
        let is_matrix = |section: &&mut CompareSection| section.rows.iter().any(|row| row.total.is_some());
        for section in self.sections.iter_mut().filter(is_matrix).filter(|_| order == Order::Common) {
            section.rows.sort_by_key(|row| Reverse(row.total));
            for row in &mut section.rows {
                let group = row.group.take();
                let group = DataGroup::all().iter().find(|known| Some(known.label().get(lang)) == group.as_deref());
                row.label = group.map_or_else(|| row.label.clone(), |group| flagged(&row.label, *group, lang));
            }
        }
        self
    }

    /// How many rows of a section differ.
    pub fn differing(&self, section: usize) -> usize {
        self.sections.get(section).map_or(0, |section| section.rows.iter().filter(|row| row.differs).count())
    }
}

/// Lays incidents side by side, by the clocks built in and without a countdown.
pub fn comparison(incidents: &[&Incident], options: &Options) -> Comparison {
    comparison_by(incidents, options, Rules::built_in())
}

/// Lays incidents side by side, by given clocks.
pub fn comparison_by(incidents: &[&Incident], options: &Options, rules: Rules) -> Comparison {
    comparison_in(incidents, options, rules, page::cell_cells(options.width, incidents.len()))
}

/// Lays incidents side by side, by given clocks, for cells of a given width.
pub fn comparison_in(incidents: &[&Incident], options: &Options, rules: Rules, cells: usize) -> Comparison {
    let tellers = incidents.iter().map(|incident| Teller::new(incident, *options).with_rules(rules));
    let tellers: Vec<Teller> = tellers.collect();
    let sections = [
        (CompareKind::Facts, fact::facts(&tellers)),
        (CompareKind::Dates, date::dates(&tellers)),
        (CompareKind::Gaps, gap::gaps(&tellers)),
        (CompareKind::Counts, count::counts(&tellers, cells)),
        (CompareKind::Data, kind::data(&tellers)),
        (CompareKind::Measures, kind::measures(&tellers)),
        (CompareKind::Risks, kind::risks(&tellers)),
        (CompareKind::Consequences, kind::consequences(&tellers)),
        (CompareKind::Completeness, completeness::completeness(&tellers)),
        (CompareKind::Sources, fact::sources(&tellers)),
    ];
    let section = |(kind, rows): (CompareKind, Vec<Row>)| CompareSection {
        kind,
        title: kind.title().get(options.lang).to_owned(),
        rows,
    };
    Comparison {
        columns: tellers.iter().map(column).collect(),
        sections: sections.into_iter().filter(|(_, rows)| !rows.is_empty()).map(section).collect(),
    }
}

fn column(teller: &Teller) -> Column {
    let (incident, lang) = (teller.incident, teller.options.lang);
    let first = headline(incident);
    Column {
        id: incident.id.clone(),
        title: clean(incident.title.get(lang)),
        organisation: clean(incident.organisation.name.get(lang)),
        headline: first.map_or_else(
            || teller.say(view::NOT_STATED).to_owned(),
            |first| count_wording::with_unit(first.claim.count, first.claim.unit, lang),
        ),
        claimant: first.map(|first| clean(&claim_wording::claimant(first.claim, lang))),
        contested: first.is_some_and(|first| first.contested),
        status: incident.status.map_or(Standing::NotStated, |status| Standing::of_status(Some(status))),
    }
}

/// A row of what each incident states of one thing; `None` is not stated.
fn row(label: impl Into<String>, tellers: &[Teller], tell: impl Fn(&Teller) -> Option<Cell>) -> Row {
    let cells: Vec<Cell> = tellers.iter().map(|teller| tell(teller).unwrap_or_else(|| not_stated(teller))).collect();
    let cells: Vec<Cell> = cells.into_iter().map(|cell| in_glyphs(cell, tellers)).collect();
    let differs = cells.windows(2).any(|pair| pair[0].key != pair[1].key);
    Row { label: label.into(), group: None, total: None, between: None, cells, differs }
}

/// A cell for the reader's terminal.
fn in_glyphs(cell: Cell, tellers: &[Teller]) -> Cell {
    if tellers.first().is_none_or(|teller| teller.options.glyphs == Glyphs::Unicode) {
        return cell;
    }
    let ascii = |lines: Vec<Line>| lines.into_iter().map(Line::into_ascii).collect();
    Cell { lines: ascii(cell.lines), detail: ascii(cell.detail), ..cell }
}

fn not_stated(teller: &Teller) -> Cell {
    let line = teller.standing(Standing::NotStated).with(teller.say(view::NOT_STATED), Role::NotStated);
    Cell {
        lines: vec![line.clone()],
        standing: Some(Standing::NotStated),
        key: String::new(),
        detail: vec![line],
        sources: Vec::new(),
    }
}

/// A cell of lines, told in full by the items behind it.
fn cell(teller: &Teller, lines: Vec<Line>, standing: Option<Standing>, key: String, items: Vec<Item>) -> Cell {
    let mut sources: Vec<(String, String)> = Vec::new();
    for id in items.iter().flat_map(|item| &item.sources) {
        if !sources.iter().any(|(known, _)| known == id) {
            let title = teller.incident.source(id).map_or("", |source| source.title.get(teller.options.lang));
            sources.push((id.clone(), clean(title)));
        }
    }
    let told: Vec<Line> = items.into_iter().flat_map(|item| item.lines).collect();
    let detail = if told.is_empty() { lines.clone() } else { told };
    Cell { lines, standing, key, detail, sources }
}

#[cfg(test)]
mod tests;
