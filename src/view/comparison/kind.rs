//! Matrices: a row for each data category, measure, risk and consequence that any column states.
//! What a column does not list is not stated, which is another standing than stated not to be so.

use super::{Cell, Row, cell, row};
use crate::record::milestone::milestone;
use crate::record::vocabulary::{
    ConsequenceKind, DataCategory, DataStatus, EventKind, MeasureKind, RiskKind, Vocabulary,
};
use crate::text::view;
use crate::theme::{Glyph, Role};
use crate::view::item::{Item, Teller, sum};
use crate::view::line::Line;
use crate::view::standing::Standing;
use crate::view::wording::date;

/// One row for each value of a vocabulary that some column states.
fn matrix<V: Vocabulary>(tellers: &[Teller], tell: impl Fn(&Teller, V) -> Option<Cell>) -> Vec<(V, Row)> {
    let Some(first) = tellers.first() else { return Vec::new() };
    let rows = V::all().iter().map(|value| (*value, row(first.label(*value), tellers, |teller| tell(teller, *value))));
    rows.filter(|(_, row)| row.cells.iter().any(|cell| cell.standing != Some(Standing::NotStated))).collect()
}

/// The row with the number of incidents in which it holds.
fn counted(row: Row) -> Row {
    let total = row.cells.iter().filter(|cell| cell.standing.is_some_and(Standing::holds)).count();
    Row { total: Some(total), ..row }
}

/// What stands for several statements of one kind: their standing if they agree, else that they differ.
fn together(standings: &[Standing]) -> Standing {
    match standings {
        [] => Standing::NotStated,
        [first, rest @ ..] if rest.iter().all(|standing| standing == first) => *first,
        _ => Standing::Disputed,
    }
}

pub(super) fn data(tellers: &[Teller]) -> Vec<Row> {
    let Some(first) = tellers.first() else { return Vec::new() };
    let mut rows = matrix(tellers, data_cell);
    // the groups are in order of the format only where the categories are
    rows.sort_by_key(|(category, _)| category.group());
    let grouped = |(category, row): (DataCategory, Row)| Row {
        group: Some(first.label(category.group()).to_owned()),
        ..counted(row)
    };
    rows.into_iter().map(grouped).collect()
}

fn data_cell(teller: &Teller, category: DataCategory) -> Option<Cell> {
    let all = teller.incident.data.iter().enumerate().filter(|(_, exposure)| exposure.category == category);
    let (mut lines, mut standings, mut keys, mut items) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (n, exposure) in all {
        let standing = Standing::of_exposure(exposure.status);
        let mut line = teller.standing(standing).with(teller.label(exposure.status), standing.role());
        let text = exposure.text.as_ref().filter(|_| category == DataCategory::Other);
        if let Some(text) = text {
            line = teller.also(line, text.get(teller.options.lang), Role::Text);
        }
        lines.push(line);
        standings.push(standing);
        keys.push(status_key(exposure.status, text.map(|text| text.get(teller.options.lang))));
        items.push(teller.exposure(n));
    }
    keys.sort_unstable();
    (!lines.is_empty()).then(|| cell(teller, lines, Some(together(&standings)), keys.join("\n"), items))
}

fn status_key(status: DataStatus, text: Option<&str>) -> String {
    format!("{} {}", status.id(), text.unwrap_or_default())
}

pub(super) fn measures(tellers: &[Teller]) -> Vec<Row> {
    matrix(tellers, measure_cell).into_iter().map(|(_, row)| counted(row)).collect()
}

fn measure_cell(teller: &Teller, kind: MeasureKind) -> Option<Cell> {
    let all = teller.incident.measures.iter().enumerate().filter(|(_, measure)| measure.kind == kind);
    let (mut lines, mut standings, mut items) = (Vec::new(), Vec::new(), Vec::new());
    for (n, measure) in all {
        let standing = Standing::of_measure(measure.status);
        let line = teller.measure_facts(teller.standing(standing), measure);
        let text = measure.text.as_ref().filter(|_| kind == MeasureKind::Other);
        lines.push(match text {
            Some(text) => teller.also(line, text.get(teller.options.lang), Role::Text),
            None => line,
        });
        standings.push(standing);
        items.push(teller.measure(n));
    }
    if lines.is_empty() {
        return kind.event_kind().and_then(|event| event_cell(teller, event));
    }
    let key: Vec<&str> = standings.iter().map(|standing| standing.id()).collect();
    let key = key.join("\n");
    Some(cell(teller, lines, Some(together(&standings)), key, items))
}

/// A measure that the record writes as an event alone.
fn event_cell(teller: &Teller, kind: EventKind) -> Option<Cell> {
    let found = milestone(teller.incident, kind)?;
    let standing = if found.doubtful { Standing::Disputed } else { Standing::Yes };
    let mut line = teller.standing(standing).with(date::milestone(&found, teller.options.lang), Role::Text);
    if found.doubtful {
        line = teller.also(line, teller.say(view::DOUBTFUL_SHORT), standing.role());
    }
    let events = teller.incident.timeline.iter().enumerate().filter(|(_, event)| event.kind == kind);
    let items: Vec<Item> = events.map(|(n, _)| teller.event(n)).collect();
    Some(cell(teller, vec![line], Some(standing), standing.id().to_owned(), items))
}

pub(super) fn risks(tellers: &[Teller]) -> Vec<Row> {
    matrix(tellers, risk_cell).into_iter().map(|(_, row)| row).collect()
}

fn risk_cell(teller: &Teller, kind: RiskKind) -> Option<Cell> {
    let all: Vec<_> = teller.incident.risks.iter().enumerate().filter(|(_, risk)| risk.kind == kind).collect();
    if all.is_empty() {
        return None;
    }
    let texts: Vec<&str> = all
        .iter()
        .filter(|_| kind == RiskKind::Other)
        .filter_map(|(_, risk)| Some(risk.text.as_ref()?.get(teller.options.lang)))
        .collect();
    let line = |text: &str| teller.standing(Standing::Yes).with(text, Role::Text);
    let lines: Vec<Line> =
        if texts.is_empty() { vec![line(teller.say(view::STATED))] } else { texts.iter().map(|t| line(t)).collect() };
    let key = format!("stated {}", texts.join("\n"));
    let items = all.iter().map(|(n, _)| teller.risk(*n)).collect();
    Some(cell(teller, lines, Some(Standing::Yes), key, items))
}

pub(super) fn consequences(tellers: &[Teller]) -> Vec<Row> {
    matrix(tellers, consequence_cell).into_iter().map(|(_, row)| row).collect()
}

fn consequence_cell(teller: &Teller, kind: ConsequenceKind) -> Option<Cell> {
    let lang = teller.options.lang;
    let all = teller.incident.consequences.iter().enumerate().filter(|(_, consequence)| consequence.kind == kind);
    let (mut lines, mut keys, mut items) = (Vec::new(), Vec::new(), Vec::new());
    for (n, consequence) in all {
        let amount = consequence.amount.map(|amount| sum(amount, consequence.currency.as_deref(), lang));
        let day = consequence.date.as_ref().map(|when| date::full(when, lang));
        let text = consequence.text.as_ref().filter(|_| amount.is_none()).map(|text| text.get(lang).to_owned());
        let by = consequence.by.as_ref().map(|by| by.get(lang).to_owned());
        let parts: Vec<String> = [amount.clone(), by, day, text].into_iter().flatten().collect();
        let shown = if parts.is_empty() {
            teller.say(view::STATED).to_owned()
        } else {
            parts.join(&format!(" {} ", teller.glyph(Glyph::Separator)))
        };
        lines.push(teller.standing(Standing::Yes).with(shown, Role::Text));
        keys.push(amount.unwrap_or_else(|| "stated".to_owned()));
        items.push(teller.consequence(n));
    }
    (!lines.is_empty()).then(|| cell(teller, lines, Some(Standing::Yes), keys.join("\n"), items))
}
