//! A dossier of one to six incidents to hand over: summary, time, gaps, figures, data, measures, what is not stated, sources.
//! It lays out and cites; what is told of a record is told by `item` and `comparison`.

mod cite;
mod counts;
mod lanes;
mod listing;
mod worksheet;

pub use cite::Citations;
pub use listing::{listed, listing};

use super::comparison::{self, CompareKind, Comparison};
use super::item::{Item, Teller};
use super::line::Line;
use super::page::{Block, Card, Page, Row, Section, Shape, Table, Told};
use super::standing::Standing;
use super::wording::{claim as claim_wording, count, date};
use super::{Options, dossier};
use crate::record::clock::Rules;
use crate::record::completeness::{Presence, completeness};
use crate::record::gap::{GAPS, stated};
use crate::record::headline::headline;
use crate::record::milestone::milestone;
use crate::record::vocabulary::{EventKind, Grade, Status, Vocabulary};
use crate::record::{Incident, Localised};
use crate::text::{Lang, Phrase, completeness as asked, report as words, view, worksheet as sheet};
use crate::theme::{Glyphs, Role};

/// The most incidents of a dossier.
pub const MOST: usize = 6;

/// The dates that an incident in short names.
const KEY_DATES: [EventKind; 5] = [
    EventKind::Intrusion,
    EventKind::Detected,
    EventKind::AuthorityNotified,
    EventKind::PersonsInformed,
    EventKind::Disclosed,
];

/// What a dossier is made from.
pub struct Report<'a> {
    lang: Lang,
    options: Options,
    tellers: Vec<Teller<'a>>,
    comparison: Comparison,
    citations: Citations<'a>,
}

/// The dossier of some incidents; `made` says when and from what it was made.
pub fn report(incidents: &[&Incident], lang: Lang, rules: Rules, made: String) -> Page {
    let report = Report::new(incidents, lang, rules, 0);
    let title = match incidents {
        [one] => one.title.get(lang).to_owned(),
        [first, rest @ ..] if rest.iter().all(|other| other.organisation.name == first.organisation.name) => {
            words::INCIDENTS_OF.fill(lang, &[&incidents.len(), &first.organisation.name.get(lang)])
        }
        _ => words::INCIDENTS.fill(lang, &[&incidents.len()]),
    };
    let foot = [words::HOW_TO_READ, words::CLOCKS].map(|phrase| phrase.get(lang).to_owned());
    Page {
        lang,
        kind: words::KIND.get(lang).to_owned(),
        title,
        about: vec![made],
        sections: report.sections(),
        foot: foot.to_vec(),
    }
}

/// A worksheet for each of some incidents; `made` says when and from what they were made.
pub fn worksheet(incidents: &[&Incident], lang: Lang, rules: Rules, made: String) -> Page {
    let report = Report::new(incidents, lang, rules, 0);
    let title = match incidents {
        [one] => one.title.get(lang).to_owned(),
        _ => sheet::TITLE.fill(lang, &[&incidents.len()]),
    };
    let foot = [words::HOW_TO_READ, words::CLOCKS].map(|phrase| phrase.get(lang).to_owned());
    let sections = worksheet::sections(&report);
    Page { lang, kind: sheet::KIND.get(lang).to_owned(), title, about: vec![made], sections, foot: foot.to_vec() }
}

impl<'a> Report<'a> {
    /// What a page is made from that has `before` sources already.
    fn new(incidents: &[&'a Incident], lang: Lang, rules: Rules<'a>, before: usize) -> Report<'a> {
        // narrow, so that no line is filled up to columns, which a page has of its own
        let options = Options { lang, glyphs: Glyphs::Unicode, width: 50 };
        Report {
            lang,
            options,
            tellers: incidents.iter().map(|incident| Teller::new(incident, options).with_rules(rules)).collect(),
            comparison: comparison::comparison_by(incidents, &options, rules),
            citations: Citations::of(incidents, before),
        }
    }

    fn sections(&self) -> Vec<Section> {
        let of = |kinds: &[CompareKind], shape| kinds.iter().filter_map(|kind| self.compared(*kind, shape)).collect();
        let charts = [lanes::calendar(self), lanes::aligned(self)].into_iter().flatten().map(Block::Figure);
        let several: Vec<Block> = charts.chain([Block::Table(self.events())]).collect();
        let all: [(&str, Phrase, Vec<Block>); 10] = [
            ("summary", words::SUMMARY, vec![Block::Cards(self.cards())]),
            ("time", words::TIME, several),
            ("gaps", view::GAPS, of(&[CompareKind::Gaps], Shape::Stacked)),
            ("counts", view::PEOPLE, counts::blocks(self)),
            ("data", view::DATA, self.matrix(CompareKind::Data)),
            ("measures", view::MEASURES, self.matrix(CompareKind::Measures)),
            ("risks", words::AFTERMATH, of(&[CompareKind::Risks, CompareKind::Consequences], Shape::Stacked)),
            ("facts", view::ATTACK, of(&[CompareKind::Facts], Shape::Stacked)),
            ("not-stated", words::NOT_STATED, self.missing()),
            ("sources", view::SOURCES, self.sources()),
        ];
        let filled = all.into_iter().filter(|(_, _, blocks)| !blocks.is_empty());
        let section = |(id, title, blocks): (&str, Phrase, Vec<Block>)| Section {
            id: id.to_owned(),
            title: title.get(self.lang).to_owned(),
            blocks,
        };
        filled.map(section).collect()
    }

    /// The letter of an incident; none where it is alone.
    fn letter(&self, n: usize) -> String {
        let letter = u8::try_from(n).ok().and_then(|n| char::from_digit(u32::from(n) + 10, 36));
        let letter = letter.filter(|_| self.tellers.len() > 1);
        letter.map(|letter| letter.to_ascii_uppercase().to_string()).unwrap_or_default()
    }

    /// A text with the letter of its incident before it.
    fn named(&self, n: usize, text: &str) -> String {
        let letter = self.letter(n);
        if letter.is_empty() { text.to_owned() } else { format!("{letter} · {text}") }
    }

    /// The head of an incident's rows; none where it is alone.
    fn group(&self, n: usize) -> Option<String> {
        let title = self.comparison.columns.get(n).map(|column| column.title.as_str())?;
        (self.tellers.len() > 1).then(|| self.named(n, title))
    }

    fn not_stated(&self) -> Line {
        Standing::NotStated.open(self.options.glyphs).with(view::NOT_STATED.get(self.lang), Standing::NotStated.role())
    }

    fn cards(&self) -> Vec<Card> {
        self.tellers.iter().enumerate().map(|(n, teller)| self.card(n, teller)).collect()
    }

    fn card(&self, n: usize, teller: &Teller) -> Card {
        let (incident, lang) = (teller.incident, self.lang);
        let organisation = &incident.organisation;
        let (name, title) = (organisation.name.get(lang), incident.title.get(lang));
        let name = (name != title).then(|| name.to_owned());
        let sector = organisation.sector.as_deref().map(|word| dossier::sector(word, lang));
        let parts: Vec<String> = [name, sector, organisation.country.clone()].into_iter().flatten().collect();
        let mut about = Line::of(parts.join("\u{a0}· "), Role::Text);
        if let Some(status) = incident.status {
            let standing = Standing::of_status(Some(status));
            let dot = if parts.is_empty() { "" } else { "\u{a0}· " };
            about = about.with(dot, Role::Text).with(status.label().get(lang), standing.role());
        }
        let first = headline(incident);
        let (figure, account) = match &first {
            Some(first) => {
                let figure = count::with_unit(first.claim.count, first.claim.unit, lang);
                let figure = Told::of(figure).citing(self.citations.numbers(n, &first.claim.sources));
                let mut line = Line::of(claim_wording::claimant(first.claim, lang), Role::Text);
                if let Some(when) = &first.claim.as_of {
                    line = line.with(format!("\u{a0}· {}", date::full(when, lang)), Role::Text);
                }
                if first.contested {
                    let word = if first.attacker_only { view::ATTACKER_ONLY } else { view::CONTESTED };
                    line = line.with("\u{a0}· ", Role::Text).with(word.get(lang), Role::Disputed);
                }
                (figure, Told::line(line))
            }
            None => (Told::line(Line::of(words::NO_FIGURE.get(lang), Role::NotStated)), Told::default()),
        };
        let dates = KEY_DATES.iter().map(|kind| (kind.label().get(lang).to_owned(), self.key_date(teller, *kind)));
        Card {
            letter: self.letter(n),
            title: title.to_owned(),
            about: Told::line(about),
            figure,
            account,
            facts: dates.collect(),
            text: incident.summary.as_ref().map(|text| localised(text, lang)),
            full: Vec::new(),
        }
    }

    fn key_date(&self, teller: &Teller, kind: EventKind) -> Told {
        let Some(found) = milestone(teller.incident, kind) else {
            return Told::line(Line::of(view::NOT_STATED.get(self.lang), Role::NotStated));
        };
        let line = Line::of(date::milestone(&found, self.lang), Role::Text);
        if !found.doubtful {
            return Told::line(line);
        }
        let doubtful = view::DOUBTFUL_SHORT.get(self.lang);
        Told::line(line.with(" · ", Role::Muted).with(doubtful, Role::Disputed))
    }

    /// Every dated event and measure, incident after incident.
    fn events(&self) -> Table {
        let lang = self.lang;
        let mut rows = Vec::new();
        for (n, teller) in self.tellers.iter().enumerate() {
            let lane = super::timeline::lane_for(teller.incident, self.options);
            rows.extend(lane.events.into_iter().map(|mark| self.event(n, teller, &mark.at, mark.planned)));
        }
        let heads = [words::WHEN, words::WHAT, words::STANDING];
        Table {
            caption: view::DATES.get(lang).to_owned(),
            heads: heads.map(|head| (String::new(), head.get(lang).to_owned())).to_vec(),
            rows: rows.into_iter().flatten().collect(),
            ..Table::default()
        }
    }

    fn event(&self, n: usize, teller: &Teller, at: &str, planned: bool) -> Option<Row> {
        let lang = self.lang;
        let place = |list: &str| at.strip_prefix(list)?.strip_suffix(']')?.parse::<usize>().ok();
        let (when, kind, text, note, standing, word, sources) =
            if let Some(event) = place("timeline[").and_then(|n| teller.incident.timeline.get(n)) {
                let status = event.status.unwrap_or(Status::Confirmed);
                let standing = Standing::of_status(event.status);
                let word = status.label().get(lang);
                (&event.date, event.kind.label(), &event.text, &event.note, standing, word, &event.sources)
            } else {
                let measure = place("measures[").and_then(|n| teller.incident.measures.get(n))?;
                let when = if planned { measure.planned.as_ref() } else { measure.date.as_ref() }?;
                let standing = if planned { Standing::Claimed } else { Standing::of_measure(measure.status) };
                let word = match measure.status {
                    _ if planned => words::PLANNED.get(lang),
                    Some(status) => status.label().get(lang),
                    None => view::NOT_STATED.get(lang),
                };
                (when, measure.kind.label(), &measure.text, &measure.note, standing, word, &measure.sources)
            };
        let mut lines = vec![Line::of(kind.get(lang), Role::Strong)];
        lines.extend(text.as_ref().map(|text| Line::of(text.get(lang), Role::Text)));
        lines.extend(note.as_ref().map(|note| Line::of(note.get(lang), Role::Muted)));
        let what = Told { lines, cited: self.citations.numbers(n, sources), lang: None };
        let sign = standing.open(self.options.glyphs).with(word, standing.role());
        let cells = vec![what, Told::line(sign)];
        Some(Row { group: self.group(n), head: Told::of(date::full(when, lang)), cells })
    }

    /// A section of the comparison as a table.
    fn compared(&self, kind: CompareKind, shape: Shape) -> Option<Block> {
        let section = self.comparison.sections.iter().find(|section| section.kind == kind)?;
        let columns = self.comparison.columns.iter().enumerate();
        let heads = columns.map(|(n, column)| (self.letter(n), column.title.clone()));
        let row = |row: &comparison::Row| Row {
            group: row.group.clone(),
            head: Told::of(&row.label),
            cells: row.cells.iter().enumerate().map(|(n, cell)| self.cell(n, cell)).collect(),
        };
        Some(Block::Table(Table {
            caption: section.title.clone(),
            shape,
            heads: std::iter::once((String::new(), words::SUBJECT.get(self.lang).to_owned())).chain(heads).collect(),
            rows: section.rows.iter().map(row).collect(),
        }))
    }

    fn cell(&self, n: usize, cell: &comparison::Cell) -> Told {
        let ids = cell.sources.iter().map(|(id, _)| id);
        Told { lines: cell.lines.clone(), cited: self.citations.numbers(n, ids), lang: None }
    }

    fn matrix(&self, kind: CompareKind) -> Vec<Block> {
        let Some(table) = self.compared(kind, Shape::Grid) else {
            return vec![Block::Text(Told::line(self.not_stated()))];
        };
        let note = match kind {
            CompareKind::Data => view::UNLISTED,
            _ => words::UNLISTED_MEASURE,
        };
        vec![Block::Note(note.get(self.lang).to_owned()), table]
    }

    /// What nobody says, incident after incident: what art. 33 and 34 ask for, and the dates that gaps need.
    fn missing(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Note(words::NOT_STATED_NOTE.get(self.lang).to_owned())];
        for (n, teller) in self.tellers.iter().enumerate() {
            blocks.extend(self.group(n).map(Block::Heading));
            let list = missing(teller);
            blocks.push(if list.is_empty() {
                Block::Text(Told::of(words::NOTHING_MISSING.get(self.lang)))
            } else {
                Block::List(list)
            });
        }
        blocks
    }

    fn sources(&self) -> Vec<Block> {
        let letters: Vec<String> = (0..self.tellers.len()).map(|n| self.letter(n)).collect();
        let listed = self.citations.listed(&letters, self.lang);
        if listed.is_empty() {
            vec![Block::Text(Told::line(self.not_stated()))]
        } else {
            vec![Block::Note(grades(self.lang)), Block::Sources(listed)]
        }
    }
}

/// What the grades of sources mean.
fn grades(lang: Lang) -> String {
    let told = Grade::all().iter().map(|grade| {
        let name = view::GRADE.fill(lang, &[&grade.id()]);
        view::LABEL.fill(lang, &[&name]) + grade.definition().get(lang)
    });
    told.collect::<Vec<_>>().join(" ")
}

/// What an incident's record does not state, or states to be unknown.
fn missing(teller: &Teller) -> Vec<Told> {
    let lang = teller.options.lang;
    let mut list = Vec::new();
    for (thing, presence) in completeness(teller.incident) {
        let word = match presence {
            Presence::Present => continue,
            Presence::Unknown => asked::UNKNOWN,
            Presence::Absent => view::NOT_STATED,
        };
        let line = Line::of(capital(thing.label().get(lang)), Role::Text);
        let line = line.with(format!(" · {}", word.get(lang)), Role::NotStated);
        list.push(Told::line(line.with(format!(" · {}", thing.article().get(lang)), Role::Muted)));
    }
    let gaps = GAPS.iter().filter(|between| stated(teller.incident, between.from, between.to).is_none());
    let names: Vec<String> =
        gaps.filter_map(|between| Some(dossier::gap_name(teller, *between.from.last()?, between.to))).collect();
    if !names.is_empty() {
        let text = words::GAPS_MISSING.fill(lang, &[&names.join(view::BETWEEN.get(lang))]);
        list.push(Told::of(text));
    }
    list
}

/// A text with its first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A text of a record, with its language where it is not the reader's.
pub fn localised(text: &Localised, lang: Lang) -> Told {
    let other = if text.languages().any(|code| code == lang.code()) {
        None
    } else {
        text.languages().next().map(str::to_owned)
    };
    Told { lang: other, ..Told::of(text.get(lang)) }
}

/// An item without the ids of its sources, which a page numbers.
pub fn bare(item: &Item) -> Vec<Line> {
    let ids = format!(" [{}]", item.sources.join(", "));
    let mut lines = item.lines.clone();
    if let Some(last) = lines.last_mut() {
        last.spans.retain(|span| span.role != Role::Muted || span.text() != ids);
    }
    lines
}
