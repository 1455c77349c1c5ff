//! Rows of plain facts, and of sources by their grade.
//! It compares texts by what they say in the reader's language.

use super::{Cell, Row, cell, row};
use crate::record::vocabulary::{Grade, Vocabulary};
use crate::text::{number, view};
use crate::theme::Role;
use crate::view::dossier::sector;
use crate::view::item::Teller;
use crate::view::line::Line;
use crate::view::standing::Standing;

pub(super) fn facts(tellers: &[Teller]) -> Vec<Row> {
    let say = |phrase| tellers.first().map_or("", |teller| teller.say(phrase));
    let organisation = |teller: &Teller| {
        let text = teller.incident.organisation.name.get(teller.options.lang);
        Some(plain(teller, &[text.to_owned()]))
    };
    let rows = vec![
        row(say(view::ORGANISATION), tellers, organisation),
        row(say(view::SECTOR), tellers, |teller| {
            Some(plain(teller, &[sector(teller.incident.organisation.sector.as_deref()?, teller.options.lang)]))
        }),
        row(say(view::COUNTRY), tellers, |teller| {
            Some(plain(teller, &[teller.incident.organisation.country.clone()?]))
        }),
        row(say(view::STATUS), tellers, status),
        row(say(view::VECTORS), tellers, |teller| {
            let vectors = &teller.incident.attack.as_ref()?.vectors;
            attacked(teller, vectors.iter().map(|vector| teller.label(*vector).to_owned()).collect())
        }),
        row(say(view::SYSTEMS), tellers, |teller| {
            let systems = &teller.incident.attack.as_ref()?.systems;
            attacked(teller, systems.iter().map(|system| system.get(teller.options.lang).to_owned()).collect())
        }),
        row(say(view::ACTOR), tellers, attacker),
        row(say(view::PARTIES), tellers, parties),
    ];
    rows.into_iter().filter(|row| row.cells.iter().any(|cell| cell.standing != Some(Standing::NotStated))).collect()
}

fn plain(teller: &Teller, texts: &[String]) -> Cell {
    let lines = texts.iter().map(|text| Line::of(text, Role::Text).indented(2)).collect();
    cell(teller, lines, None, texts.join("\n"), Vec::new())
}

fn status(teller: &Teller) -> Option<Cell> {
    let status = teller.incident.status?;
    let standing = Standing::of_status(Some(status));
    let line = teller.standing(standing).with(teller.label(status), standing.role());
    Some(cell(teller, vec![line], Some(standing), status.id().to_owned(), Vec::new()))
}

fn attacked(teller: &Teller, mut texts: Vec<String>) -> Option<Cell> {
    if texts.is_empty() {
        return None;
    }
    let lines = texts.iter().map(|text| Line::of(text, Role::Text).indented(2)).collect();
    texts.sort_unstable();
    Some(cell(teller, lines, None, texts.join("\n"), teller.attack()))
}

fn attacker(teller: &Teller) -> Option<Cell> {
    let actor = teller.incident.attack.as_ref()?.actor.as_ref()?;
    let standing = Standing::of_status(actor.status);
    let name = actor.name.get(teller.options.lang);
    let line = teller.standing(standing).with(name, Role::Text);
    let line = match actor.status {
        Some(status) => teller.also(line, teller.label(status), standing.role()),
        None => line,
    };
    let key = format!("{name} {}", standing.id());
    let told = teller.attack().into_iter().filter(|item| item.at.as_deref() == Some("attack.actor")).collect();
    Some(cell(teller, vec![line], Some(standing), key, told))
}

fn parties(teller: &Teller) -> Option<Cell> {
    let parties = &teller.incident.parties;
    if parties.is_empty() {
        return None;
    }
    let lang = teller.options.lang;
    let word = |n: usize| {
        let party = parties.get(n)?;
        Some(view::ASIDE.fill(lang, &[&party.name.get(lang), &teller.label(party.role)]))
    };
    let texts: Vec<String> = (0..parties.len()).filter_map(word).collect();
    let lines = texts.iter().map(|text| Line::of(text, Role::Text).indented(2)).collect();
    let mut sorted = texts.clone();
    sorted.sort_unstable();
    let items = (0..parties.len()).map(|n| teller.party(n)).collect();
    Some(cell(teller, lines, None, sorted.join("\n"), items))
}

pub(super) fn sources(tellers: &[Teller]) -> Vec<Row> {
    let Some(first) = tellers.first() else { return Vec::new() };
    let lang = first.options.lang;
    let of = |label: String, belongs: &dyn Fn(Option<Grade>) -> bool| {
        row(label, tellers, |teller| {
            let all = teller.incident.sources.iter().enumerate();
            let items: Vec<_> = all.filter(|(_, s)| belongs(s.grade)).map(|(n, _)| teller.source(n)).collect();
            let count = u64::try_from(items.len()).unwrap_or(u64::MAX);
            let role = if count == 0 { Role::NotStated } else { Role::Text };
            let figure = number(lang, count);
            Some(cell(teller, vec![Line::of(&figure, role)], None, figure.clone(), items))
        })
    };
    let mut rows: Vec<Row> = Vec::new();
    for grade in Grade::all() {
        rows.push(of(view::GRADE.fill(lang, &[&grade.label().get(lang)]), &|other| other == Some(*grade)));
    }
    rows.push(of(view::NO_GRADE.get(lang).to_owned(), &|grade| grade.is_none()));
    rows.retain(|row| row.cells.iter().any(|cell| !cell.sources.is_empty()));
    rows.push(of(view::ALL_SOURCES.get(lang).to_owned(), &|_| true));
    rows
}
