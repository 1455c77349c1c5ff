//! Statements of what may come and what was done: risks, measures, consequences.
//! It says of each measure how far it has come, by a sign and a word.

use super::{Item, Teller};
use crate::record::incident::Measure;
use crate::record::vocabulary::{MeasureKind, MeasureStatus};
use crate::text::{number, unit, view};
use crate::theme::{Glyph, Role};
use crate::view::line::Line;
use crate::view::standing::Standing;
use crate::view::wording::date;

/// The cells that a measure's kind fills before its status.
const KIND_CELLS: usize = 28;

impl Teller<'_> {
    /// The measure `measures[n]`: kind, status, dates, by whom, in words.
    pub fn measure(&self, n: usize) -> Item {
        let Some(measure) = self.incident.measures.get(n) else { return Item::default() };
        let line = self.standing(Standing::of_measure(measure.status));
        let line = self.column(line, self.label(measure.kind), Role::Strong, KIND_CELLS);
        let mut lines = vec![self.measure_facts(line, measure)];
        lines.extend(self.prose(measure.text.as_ref(), measure.note.as_ref()));
        Self::sourced(lines, format!("measures[{n}]"), &measure.sources)
    }

    /// The measure `measures[n]` among dates, in one line; empty if it has no date.
    pub fn dated_measure(&self, n: usize) -> Item {
        let Some((measure, when)) =
            self.incident.measures.get(n).and_then(|measure| Some((measure, measure.date.as_ref()?)))
        else {
            return Item::default();
        };
        let line = Line::of(self.glyph(Glyph::Response), Role::Response).with(" ", Role::Text).indented(2);
        let line = match measure.text.as_ref().filter(|_| measure.kind == MeasureKind::Other) {
            Some(text) => self.dated(line, when, text.get(self.options.lang), Role::Text),
            None => self.dated(line, when, self.label(measure.kind), Role::Strong),
        };
        let line = match measure.status {
            Some(status) => self.also(line, self.label(status), Standing::of_measure(Some(status)).role()),
            None => line,
        };
        Self::sourced(vec![line], format!("measures[{n}]"), &measure.sources)
    }

    /// The line with a measure's status, dates and author.
    pub fn measure_facts(&self, line: Line, measure: &Measure) -> Line {
        let lang = self.options.lang;
        let status = measure.status.map_or(self.say(view::NOT_STATED), |status| self.label(status));
        let role = Standing::of_measure(measure.status).role();
        let planned = measure.planned.as_ref().map(|when| date::full(when, lang));
        let only_planned = measure.status == Some(MeasureStatus::Planned) && measure.date.is_none();
        let mut line = match &planned {
            Some(day) if only_planned => line.with(view::PLANNED_FOR.fill(lang, &[day]), role),
            _ => line.with(status, role),
        };
        if let Some(when) = &measure.date {
            line = self.also(line, date::full(when, lang), Role::Text);
        }
        if let Some(day) = planned.filter(|_| !only_planned) {
            line = self.also(line, view::FIRST_PLANNED.fill(lang, &[&day]), Role::Text);
        }
        if let Some(by) = &measure.by {
            line = self.also(line, by.get(lang), Role::Muted);
        }
        line
    }

    /// Says that a kind of measure is not stated.
    pub fn missing_measure(&self, kind: MeasureKind) -> Item {
        let line = self.standing(Standing::NotStated);
        let line = self.column(line, self.label(kind), Role::Muted, KIND_CELLS);
        Item::of(line.with(self.say(view::NOT_STATED), Role::NotStated))
    }

    /// The risk `risks[n]`.
    pub fn risk(&self, n: usize) -> Item {
        let Some(risk) = self.incident.risks.get(n) else { return Item::default() };
        let bullet = Line::of(self.glyph(Glyph::Marked), Role::Muted).with(" ", Role::Text).indented(2);
        let mut lines = vec![bullet.with(self.label(risk.kind), Role::Strong)];
        lines.extend(self.prose(risk.text.as_ref(), risk.note.as_ref()));
        Self::sourced(lines, format!("risks[{n}]"), &risk.sources)
    }

    /// The consequence `consequences[n]`: kind, sum, by whom, when, on which basis.
    pub fn consequence(&self, n: usize) -> Item {
        let Some(consequence) = self.incident.consequences.get(n) else { return Item::default() };
        let lang = self.options.lang;
        let bullet = Line::of(self.glyph(Glyph::Marked), Role::Authority).with(" ", Role::Text).indented(2);
        let mut line = bullet.with(self.label(consequence.kind), Role::Strong);
        if let Some(amount) = consequence.amount {
            line = self.also(line, sum(amount, consequence.currency.as_deref(), lang), Role::Strong);
        }
        if let Some(by) = &consequence.by {
            line = self.also(line, by.get(lang), Role::Text);
        }
        if let Some(when) = &consequence.date {
            line = self.also(line, date::full(when, lang), Role::Text);
        }
        if let Some(basis) = &consequence.basis {
            line = self.also(line, basis.get(lang), Role::Muted);
        }
        let mut lines = vec![line];
        lines.extend(self.prose(consequence.text.as_ref(), consequence.note.as_ref()));
        Self::sourced(lines, format!("consequences[{n}]"), &consequence.sources)
    }
}

/// A sum with its currency, if that is stated.
pub fn sum(amount: u64, currency: Option<&str>, lang: crate::text::Lang) -> String {
    let digits = number(lang, amount);
    match currency {
        Some(currency) => unit::AMOUNT.fill(lang, &[&digits, &currency]),
        None => digits,
    }
}
