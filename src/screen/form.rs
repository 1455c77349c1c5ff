//! The form: a new record, one thing more for a record, or a value of it, filled in field by field.
//! It makes the record that is wanted; what is written, and how, is for `edit` and the store.
//!
//! ```text
//! New record                                   acme-2025-03.yaml
//!   Title         Acme: customer portal
//! ▌ Date          2025-03█
//!                 in March 2025, from the 1st to the 31st
//! ```

mod answer;
mod choices;
mod day_first;
mod draft;
mod layout;
mod moves;
mod paint;
mod proposal;
mod slot;

use crate::edit;
use crate::query::Document;
use crate::record::finding::Finding;
use crate::record::{Incident, Reading};
use crate::screen::Desk;
use crate::text::field;
use crate::widget::picker::{Picker, choice};
use answer::{is_error, outcome, owner};
use choices::Offer;
use chrono::{DateTime, Utc};
pub use draft::Kept;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use slot::Slot;
use std::sync::Arc;

/// The lists of a record that something can be added to, in the order in which they are offered.
const LISTS: [&str; 9] =
    ["timeline", "affected", "data", "measures", "sources", "consequences", "risks", "parties", "related"];

/// The path of the slot that asks where a new record is to be stored.
pub const FOLDER: &str = "@folder";

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// A new record.
    Create,
    /// Something more for a record.
    Insert,
    /// A value that is there, by its path.
    Amend(String),
}

/// What a form begins with.
#[derive(Clone, Debug)]
pub struct Start {
    /// What it is for.
    pub task: Task,
    /// The record, or that which a new one is to be like.
    pub incident: Option<Incident>,
    /// The record's text; empty for a new one.
    pub text: String,
    /// The record's file as shown to users; empty for a new one.
    pub file: String,
    /// The folder that a new file goes to; empty where none is open.
    pub folder: String,
    /// The folders of which one is chosen where none is open.
    pub homes: Vec<String>,
    /// The time now.
    pub now: DateTime<Utc>,
}

/// What lies over the fields.
#[derive(Clone, Debug)]
enum Stage {
    /// Nothing: they are filled in.
    Fields,
    /// The choice of what to add.
    Lists(Picker),
    /// The question whether what is typed may be lost.
    Leaving,
    /// The records that look like this one.
    Alike(Vec<String>),
}

/// What a form asks of the program after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Nothing.
    Nothing,
    /// An answer changed.
    Changed,
    /// To be closed, and nothing kept.
    Leave,
    /// To be closed, what is typed being kept.
    Keep,
    /// To be saved.
    Save,
    /// The change to be shown as a difference.
    Difference,
}

/// The state of a form.
#[derive(Clone, Debug)]
pub struct Form {
    task: Task,
    text: String,
    file: String,
    base: Value,
    now: DateTime<Utc>,
    offer: Offer,
    slots: Vec<Slot>,
    focus: usize,
    stage: Stage,
    /// The record that the answers make; `None` while something is wrong.
    incident: Option<Incident>,
    /// What the checks say, and of which slot.
    found: Vec<(Option<usize>, Finding)>,
    /// Whether a save was tried, so that all that lacks is told.
    tried: bool,
}

impl Form {
    /// Opens a form.
    pub fn open(start: Start, desk: &Desk) -> Form {
        let Start { task, incident, text, file, folder, homes, now } = start;
        let mut base = incident.as_ref().map_or_else(|| json!({}), edit::item);
        if let (Task::Create, Some(fields)) = (&task, base.as_object_mut()) {
            fields.shift_remove("id");
        }
        let mut offer = Offer::new(&base, desk);
        (offer.folder, offer.homes) = (folder, homes);
        let stage = if task == Task::Insert { Stage::Lists(lists(desk)) } else { Stage::Fields };
        let slots = match &task {
            Task::Create => layout::whole(&base, &offer),
            Task::Insert => Vec::new(),
            Task::Amend(at) => layout::part(at, edit::at(&base, at).unwrap_or(&Value::Null), &offer),
        };
        let mut form = Form {
            task,
            text,
            file,
            base,
            now,
            offer,
            slots,
            focus: 0,
            stage,
            incident: None,
            found: Vec::new(),
            tried: false,
        };
        form.enter(0);
        form.check(desk);
        form
    }

    /// Whether keys go to its fields: nothing lies over them.
    pub fn is_filled_in(&self) -> bool {
        matches!(self.stage, Stage::Fields)
    }

    /// Whether an answer differs from what was there.
    pub fn is_changed(&self) -> bool {
        self.slots.iter().any(|slot| !slot.proposed && slot.path != FOLDER && slot.answer() != slot.before)
    }

    /// The record's text as it is to be written.
    pub fn written(&self) -> Option<Result<String, edit::Error>> {
        let incident = self.incident.as_ref()?;
        Some(match self.task {
            Task::Create => Ok(edit::write(incident)),
            _ => edit::revise(&self.text, incident),
        })
    }

    /// The record's text before; `None` for a new one.
    pub fn before(&self) -> Option<&str> {
        (self.task != Task::Create).then_some(self.text.as_str())
    }

    /// The file that is written.
    pub fn file(&self) -> std::path::PathBuf {
        match self.task {
            Task::Create => std::path::Path::new(self.answer(FOLDER)).join(format!("{}.yaml", self.answer("id"))),
            _ => std::path::PathBuf::from(&self.file),
        }
    }

    /// The name of the record before, for people.
    fn named(&self) -> String {
        let texts = &self.base["title"];
        let text = texts.as_str().or_else(|| texts[self.offer.lang.code()].as_str());
        text.or_else(|| texts.as_object()?.values().next()?.as_str()).unwrap_or_default().to_owned()
    }

    /// What is typed into the slot of a path.
    fn answer(&self, path: &str) -> &str {
        self.slots.iter().find(|slot| slot.path == path).map_or("", Slot::word)
    }

    /// Proposes what follows from the answers, and has the record checked.
    fn check(&mut self, desk: &Desk) {
        self.propose(desk);
        let stem = match &self.task {
            Task::Create => self.answer("id").to_owned(),
            _ => std::path::Path::new(&self.file).file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        };
        let Reading { incident, findings } = outcome(&self.base, &self.slots, &stem, self.now);
        self.incident = incident;
        self.found = findings.into_iter().map(|finding| (owner(&finding, &self.slots), finding)).collect();
    }

    fn propose(&mut self, desk: &Desk) {
        let date = self.slots.iter().find(|slot| slot.path == "timeline[0].date").and_then(Slot::answer);
        let date = date.as_ref().and_then(Value::as_str).unwrap_or_default();
        let id = proposal::id(self.answer("organisation.name"), date, |id| desk.find(id).is_some());
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.path == "id" && slot.proposed) {
            slot.set_text(&id);
        }
        // a count that says its unit answers for the unit too
        let said = self.slots.iter().filter(|slot| slot.name() == "count" && slot.path.starts_with("affected"));
        let said: Vec<(String, &str)> = said
            .filter_map(|slot| {
                Some((slot.path.replace(".count", ".unit"), crate::record::vocabulary::Vocabulary::id(slot.unit()?)))
            })
            .collect();
        for (path, unit) in said {
            if let Some(slot) = self.slots.iter_mut().find(|slot| slot.path == path)
                && let slot::Input::Chosen { values, .. } = &mut slot.input
                && values.is_empty()
            {
                values.push(unit.to_owned());
            }
        }
    }

    /// What is told now of a slot, the gravest first.
    fn findings(&self, n: usize) -> Vec<&Finding> {
        let Some(slot) = self.slots.get(n) else { return Vec::new() };
        let own = self.found.iter().filter(|(owner, _)| *owner == Some(n)).map(|(_, finding)| finding);
        let mut told: Vec<&Finding> =
            own.filter(|finding| moves::is_due(finding, slot, self.tried, self.focus == n)).collect();
        told.sort_by_key(|finding| finding.severity);
        told
    }

    /// What keeps the record from being saved and lies in no field of the form.
    fn stray(&self) -> Option<&Finding> {
        self.found.iter().find(|(owner, finding)| owner.is_none() && is_error(finding)).map(|(_, finding)| finding)
    }

    /// The first slot that keeps the record from being saved.
    fn faulty(&self) -> Option<usize> {
        let owned = self.found.iter().filter(|(_, finding)| is_error(finding)).filter_map(|(owner, _)| *owner);
        let unread = self.slots.iter().position(|slot| slot.misread(self.offer.lang).is_some());
        let asked =
            [FOLDER, "id"].map(|path| self.slots.iter().position(|slot| slot.path == path && slot.word().is_empty()));
        owned.chain(unread).chain(asked.into_iter().flatten().filter(|_| self.task == Task::Create)).min()
    }

    /// The records that the new one looks like: of one organisation, their dates overlapping, neither naming the other.
    fn alike(&self, desk: &Desk) -> Vec<String> {
        let (Some(incident), Task::Create) = (&self.incident, &self.task) else { return Vec::new() };
        let own = Document::new(incident);
        let names = |one: &Document, other: &Document| one.related.iter().any(|(id, _)| **id == *other.id);
        let same = |one: &&Arc<Document>| one.folded_names().any(|name| own.folded_names().any(|other| other == name));
        let near = desk.documents.iter().filter(|one| one.date.overlaps(own.date)).filter(same);
        let told = near.filter(|one| !names(one, &own) && !names(&own, one)).map(|one| {
            let title = crate::text::clean(one.title.get(desk.lang));
            format!("{} \u{b7} {} \u{b7} {title}", one.id, one.date_text)
        });
        told.collect()
    }
}

/// The choice of what to add to a record.
fn lists(desk: &Desk) -> Picker {
    let offered =
        LISTS.iter().filter_map(|list| Some(choice(list, field::item(list)?.0, field::told(list)?.meaning, desk.lang)));
    Picker::new(offered.collect())
}

#[cfg(test)]
mod tests;
