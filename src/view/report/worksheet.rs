//! A worksheet an incident: what GDPR art. 33 and 34 ask for, filled from the record, with its blanks marked.
//! It does not say what an authority's form wants; it follows the articles.

use super::{Report, bare, capital};
use crate::record::clock::{GDPR_ART_33, read};
use crate::record::completeness::Asked;
use crate::record::gap::first;
use crate::record::headline::standing;
use crate::record::vocabulary::{CountUnit, EventKind, MeasureKind, Vocabulary};
use crate::text::{Phrase, completeness as asked, view, worksheet as words};
use crate::theme::Role;
use crate::view::item::{Item, Teller};
use crate::view::line::Line;
use crate::view::page::{Block, Row, Section, Table, Told};
use crate::view::wording::{clock, date};

/// The worksheets and their sources.
pub(super) fn sections(report: &Report) -> Vec<Section> {
    let sheets = report.tellers.iter().enumerate().map(|(n, teller)| {
        let title = report.comparison.columns.get(n).map_or("", |column| column.title.as_str());
        let table = Table {
            caption: words::CAPTION.get(report.lang).to_owned(),
            heads: [words::ASKED, words::STATED].map(|head| (String::new(), head.get(report.lang).to_owned())).to_vec(),
            rows: Sheet { report, teller, n }.rows(),
            ..Table::default()
        };
        Section {
            id: format!("sheet-{}", teller.incident.id),
            title: report.named(n, title),
            blocks: vec![Block::Note(words::NOTE.get(report.lang).to_owned()), Block::Table(table)],
        }
    });
    let sources = Section {
        id: "sources".to_owned(),
        title: view::SOURCES.get(report.lang).to_owned(),
        blocks: report.sources(),
    };
    sheets.chain([sources]).collect()
}

/// The worksheet of one incident.
struct Sheet<'a> {
    report: &'a Report<'a>,
    teller: &'a Teller<'a>,
    n: usize,
}

impl Sheet<'_> {
    fn rows(&self) -> Vec<Row> {
        let (incident, one) = (self.teller.incident, |list: Vec<Item>| self.items(&list));
        let every = |count: usize, tell: &dyn Fn(usize) -> Item| (0..count).map(tell).collect::<Vec<Item>>();
        let notice = |kind: MeasureKind| {
            matches!(kind, MeasureKind::AuthorityNotified | MeasureKind::AgencyInformed | MeasureKind::PersonsInformed)
        };
        let remedies: Vec<Item> = incident
            .measures
            .iter()
            .enumerate()
            .filter(|(_, measure)| !notice(measure.kind))
            .map(|(n, _)| self.teller.measure(n))
            .collect();
        let first_paragraph = asked::ARTICLE_33_1;
        let filled = [
            (first_paragraph, words::AWARE, self.dated(&[EventKind::Aware])),
            (first_paragraph, words::DETECTED, self.dated(&[EventKind::Detected])),
            (first_paragraph, words::NOTIFIED, self.dated(&[EventKind::AuthorityNotified])),
            (first_paragraph, words::HOW_LATE, vec![self.clock()]),
            (first_paragraph, words::WHY_LATE, Vec::new()),
            (words::ARTICLE_33_2, words::PROCESSOR, self.dated(&[EventKind::ControllerInformed])),
            (words::ARTICLE_33_3_A, Asked::Nature.label(), one(self.teller.attack())),
            (words::ARTICLE_33_3_A, words::WHICH_KIND, Vec::new()),
            (words::ARTICLE_33_3_A, Asked::PersonKinds.label(), self.persons()),
            (words::ARTICLE_33_3_A, Asked::Persons.label(), self.claims(&[CountUnit::Persons])),
            (
                words::ARTICLE_33_3_A,
                Asked::DataKinds.label(),
                one(every(incident.data.len(), &|n| self.teller.exposure(n))),
            ),
            (words::ARTICLE_33_3_A, Asked::Records.label(), self.claims(&[CountUnit::Records, CountUnit::Accounts])),
            (words::ARTICLE_33_3_B, words::CONTACT, Vec::new()),
            (
                words::ARTICLE_33_3_C,
                Asked::Consequences.label(),
                one(every(incident.risks.len(), &|n| self.teller.risk(n))),
            ),
            (words::ARTICLE_33_3_D, Asked::Measures.label(), one(remedies)),
            (words::ARTICLE_33_4, words::PHASES, Vec::new()),
            (asked::ARTICLE_34, Asked::Information.label(), self.dated(&[EventKind::PersonsInformed])),
            (asked::ARTICLE_34, words::WHY_NOT_INFORMED, Vec::new()),
        ];
        filled.into_iter().map(|(article, label, told)| self.row(article, label, told)).collect()
    }

    fn row(&self, article: Phrase, label: Phrase, told: Vec<Told>) -> Row {
        let lang = self.report.lang;
        let cell = told.into_iter().reduce(|mut all, one| {
            all.lines.extend(one.lines);
            all.cited.extend(one.cited);
            all
        });
        let blank = || Told::line(Line::of(words::BLANK.get(lang), Role::Warning));
        let mut cell = cell.filter(|told| !told.lines.is_empty()).unwrap_or_else(blank);
        cell.cited.sort_unstable();
        cell.cited.dedup();
        Row { group: Some(article.get(lang).to_owned()), head: Told::of(capital(label.get(lang))), cells: vec![cell] }
    }

    fn items(&self, items: &[Item]) -> Vec<Told> {
        let told = |item: &Item| {
            let cited = self.report.citations.numbers(self.n, &item.sources);
            Told { lines: bare(item), cited, lang: None }
        };
        items.iter().map(told).collect()
    }

    /// The first milestone of several that the record states, and the readings that it leaves out.
    fn dated(&self, kinds: &[EventKind]) -> Vec<Told> {
        let (lang, incident) = (self.report.lang, self.teller.incident);
        let Some(found) = first(incident, kinds) else { return Vec::new() };
        let mut line = Line::of(date::milestone(&found, lang), Role::Text);
        if found.doubtful {
            line = line.with(" · ", Role::Muted).with(view::DOUBTFUL.get(lang), Role::Disputed);
        }
        let others = found.left_out.iter().map(|reading| {
            let day = date::full(&reading.date, lang);
            Line::of(view::OTHER_READING.fill(lang, &[&day, &reading.status.label().get(lang)]), Role::Muted)
        });
        let events = incident.timeline.iter().filter(|event| event.kind == found.kind).flat_map(|event| &event.sources);
        let measures = incident.measures.iter().filter(|measure| measure.kind.event_kind() == Some(found.kind));
        let ids = events.chain(measures.flat_map(|measure| &measure.sources));
        let cited = self.report.citations.numbers(self.n, ids);
        vec![Told { lines: std::iter::once(line).chain(others).collect(), cited, lang: None }]
    }

    fn clock(&self) -> Told {
        let reading = read(&GDPR_ART_33, self.teller.incident, self.teller.rules.now);
        Told::of(clock::full(&reading, self.report.lang))
    }

    fn persons(&self) -> Vec<Told> {
        let lang = self.report.lang;
        let claims =
            standing(self.teller.incident).into_iter().filter_map(|(_, claim)| Some((claim.who.as_ref()?, claim)));
        let mut seen: Vec<&str> = Vec::new();
        let mut told = Vec::new();
        for (who, claim) in claims {
            if !seen.contains(&who.get(lang)) {
                seen.push(who.get(lang));
                told.push(Told::of(who.get(lang)).citing(self.report.citations.numbers(self.n, &claim.sources)));
            }
        }
        told
    }

    /// The figures of some units that still stand.
    fn claims(&self, units: &[CountUnit]) -> Vec<Told> {
        let of = standing(self.teller.incident).into_iter().filter(|(_, claim)| units.contains(&claim.unit));
        self.items(&of.map(|(n, _)| self.teller.claim(n, None)).collect::<Vec<_>>())
    }
}
