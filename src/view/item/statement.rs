//! Statements of what happened and to what: events, data categories, the attack, parties, sources, related incidents.
//! Responses and figures have their own files.

use super::{Item, Teller};
use crate::record::When;
use crate::record::vocabulary::{EventKind, Status, Vocabulary};
use crate::text::view;
use crate::theme::Role;
use crate::view::line::Line;
use crate::view::standing::Standing;
use crate::view::wording::date;

/// The cells that a date fills before what happened.
const DATE_CELLS: usize = 17;
/// The cells that a data category fills before its status.
const CATEGORY_CELLS: usize = 24;

impl Teller<'_> {
    /// The event `timeline[n]`, its date first.
    pub fn event(&self, n: usize) -> Item {
        let Some(event) = self.incident.timeline.get(n) else { return Item::default() };
        let glyph = Standing::of_status(event.status).glyph();
        let role = if event.status == Some(Status::Retracted) { Role::NotStated } else { kind_role(event.kind) };
        let line = Line::of(self.glyph(glyph), role).with(" ", Role::Text).indented(2);
        // an event of no known kind is named by its text
        let text = event.text.as_ref().filter(|_| event.kind == EventKind::Other);
        let line = match text {
            Some(text) => self.dated(line, &event.date, text.get(self.options.lang), Role::Text),
            None => self.dated(line, &event.date, self.label(event.kind), Role::Strong),
        };
        let line = self.doubt(line, event.status);
        let line = match &event.known {
            Some(known) => {
                let day = date::full(known, self.options.lang);
                self.also(line, view::KNOWN.fill(self.options.lang, &[&day]), Role::Muted)
            }
            None => line,
        };
        let mut lines = vec![line];
        lines.extend(self.prose(event.text.as_ref().filter(|_| text.is_none()), event.note.as_ref()));
        Self::sourced(lines, format!("timeline[{n}]"), &event.sources)
    }

    /// A line with a date, and what it is the date of.
    pub(super) fn dated(&self, line: Line, when: &When, what: &str, role: Role) -> Line {
        self.column(line, &date::full(when, self.options.lang), Role::Text, DATE_CELLS).with(what, role)
    }

    /// The data category `data[n]`.
    pub fn exposure(&self, n: usize) -> Item {
        let Some(exposure) = self.incident.data.get(n) else { return Item::default() };
        let standing = Standing::of_exposure(exposure.status);
        let line = self.standing(standing);
        let line = self.column(line, self.label(exposure.category), Role::Text, CATEGORY_CELLS);
        let mut lines = vec![line.with(self.label(exposure.status), standing.role())];
        lines.extend(self.prose(exposure.text.as_ref(), exposure.note.as_ref()));
        Self::sourced(lines, format!("data[{n}]"), &exposure.sources)
    }

    /// The vectors, the systems and the attacker, one item each.
    pub fn attack(&self) -> Vec<Item> {
        let Some(attack) = &self.incident.attack else { return Vec::new() };
        let lang = self.options.lang;
        let mut lines = Vec::new();
        if !attack.vectors.is_empty() {
            let words: Vec<&str> = attack.vectors.iter().map(|vector| self.label(*vector)).collect();
            lines.push(self.labelled(view::VECTORS).with(words.join(", "), Role::Text));
        }
        if !attack.systems.is_empty() {
            let words: Vec<&str> = attack.systems.iter().map(|system| system.get(lang)).collect();
            lines.push(self.labelled(view::SYSTEMS).with(words.join(", "), Role::Text));
        }
        lines.extend(self.prose(None, attack.note.as_ref()));
        let mut items = Vec::new();
        if !lines.is_empty() {
            items.push(Self::sourced(lines, "attack".to_owned(), &attack.sources));
        }
        if let Some(actor) = &attack.actor {
            let line = self.labelled(view::ACTOR).with(actor.name.get(lang), Role::Text);
            let mut lines = vec![self.doubt(line, actor.status)];
            lines.extend(self.prose(None, actor.note.as_ref()));
            items.push(Self::sourced(lines, "attack.actor".to_owned(), &actor.sources));
        }
        items
    }

    /// The party `parties[n]`.
    pub fn party(&self, n: usize) -> Item {
        let Some(party) = self.incident.parties.get(n) else { return Item::default() };
        let line = Line::of(party.name.get(self.options.lang), Role::Text).indented(2);
        let mut lines = vec![self.also(line, self.label(party.role), Role::Muted)];
        lines.extend(self.prose(None, party.note.as_ref()));
        Self::sourced(lines, format!("parties[{n}]"), &party.sources)
    }

    /// The related incident `related[n]`.
    pub fn related(&self, n: usize) -> Item {
        let Some(related) = self.incident.related.get(n) else { return Item::default() };
        let line = Line::of(&related.id, Role::Text).indented(2);
        let line = match related.how {
            Some(how) => self.also(line, self.label(how), Role::Muted),
            None => line,
        };
        let mut lines = vec![line];
        lines.extend(self.prose(None, related.note.as_ref()));
        Self::sourced(lines, format!("related[{n}]"), &[])
    }

    /// The source `sources[n]`: its id and grade, who published what and when, and its address.
    pub fn source(&self, n: usize) -> Item {
        let Some(source) = self.incident.sources.get(n) else { return Item::default() };
        let lang = self.options.lang;
        let grade = source.grade.map_or(" ", |grade| grade.id());
        let line = Line::of(grade, Role::Strong).with(format!(" [{}] ", source.id), Role::Muted).indented(2);
        let line = line.with(source.title.get(lang), Role::Text);
        let line = match &source.publisher {
            Some(publisher) => self.also(line, publisher.get(lang), Role::Muted),
            None => line,
        };
        let line = match &source.date {
            Some(when) => self.also(line, date::full(when, lang), Role::Muted),
            None => line,
        };
        let mut lines = vec![line];
        lines.extend(self.prose(None, source.note.as_ref()));
        if let Some(url) = &source.url {
            lines.push(Line::of("  ", Role::Text).with(url, Role::Address).indented(2));
        }
        Item { lines, at: Some(format!("sources[{n}]")), sources: vec![source.id.clone()] }
    }
}

/// The role of those who act in an event.
fn kind_role(kind: EventKind) -> Role {
    use crate::view::timeline::{Actor, actor};
    match actor(kind) {
        Actor::Attack => Role::Attack,
        Actor::Response => Role::Response,
        Actor::Authority => Role::Authority,
        Actor::Neutral => Role::Text,
    }
}
