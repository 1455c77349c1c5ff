//! A form as a text that outlives the program, and the form that is filled again from it.
//! It keeps nothing; the store does.

use super::slot::{Input, Slot, item};
use super::{Form, Stage, Task, layout};
use crate::screen::Desk;
use serde::{Deserialize, Serialize};

/// What a form holds, for later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What it is for.
    pub task: Task,
    /// The record's file as shown to users; empty for a new one.
    pub file: String,
    /// The name of the incident, for people.
    pub title: String,
    answers: Vec<Answer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Answer {
    path: String,
    code: Option<String>,
    text: String,
    values: Vec<String>,
}

impl Kept {
    /// Reads what was kept; `None` if it is no form.
    pub fn parse(text: &str) -> Option<Kept> {
        serde_json::from_str(text).ok()
    }
}

impl Form {
    /// What is typed and chosen, for later.
    pub fn kept(&self) -> String {
        let answers =
            self.slots.iter().filter(|slot| !slot.proposed && slot.answer() != slot.before).map(|slot| Answer {
                path: slot.path.clone(),
                code: slot.code.clone(),
                text: if let Input::Typed(typing) = &slot.input { typing.text().to_owned() } else { String::new() },
                values: if let Input::Chosen { values, .. } = &slot.input { values.clone() } else { Vec::new() },
            });
        let typed = self.slots.iter().find(|slot| slot.path == "title").map_or("", Slot::text);
        let title = if typed.is_empty() { self.named() } else { typed.to_owned() };
        let kept = Kept { task: self.task.clone(), file: self.file.clone(), title, answers: answers.collect() };
        // texts always serialise
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Fills the form with what was kept; the record may have changed since, and what fits it no longer is left out.
    pub fn resume(&mut self, kept: &Kept, desk: &Desk) {
        self.stage = Stage::Fields;
        for answer in &kept.answers {
            self.make_room(&answer.path);
            self.split(answer);
            let fits = |slot: &&mut Slot| slot.path == answer.path && slot.code == answer.code;
            let Some(slot) = self.slots.iter_mut().find(fits) else { continue };
            match &mut slot.input {
                Input::Typed(_) => slot.set_text(&answer.text),
                Input::Chosen { values, .. } => values.clone_from(&answer.values),
                Input::Grow => {}
            }
            slot.proposed = false;
            slot.touched = true;
        }
        self.enter(0);
        self.check(desk);
    }

    /// Adds the item that a path goes through, if it is the next one of its list.
    fn make_room(&mut self, path: &str) {
        let Some((list, n)) = item(path) else { return };
        if self.slots.iter().any(|slot| slot.item() == Some((list, n))) || self.length(list) != n {
            return;
        }
        let at = self.slots.iter().position(|slot| slot.path == list).unwrap_or(self.slots.len());
        let rest = self.slots.split_off(at);
        self.slots.extend(layout::item(list, n, None, &self.offer));
        self.slots.extend(rest);
    }

    /// Gives a text the languages in which it was typed.
    fn split(&mut self, answer: &Answer) {
        let has = |code: &Option<String>| self.slots.iter().any(|slot| slot.path == answer.path && slot.code == *code);
        if answer.code.is_some()
            && !has(&answer.code)
            && has(&None)
            && let Some(at) = self.slots.iter().position(|slot| slot.path == answer.path)
        {
            self.focus = at;
            self.add_language();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_form_is_not_read_as_one() {
        assert_eq!(Kept::parse(""), None);
        assert_eq!(Kept::parse("{}"), None);
        assert_eq!(Kept::parse(r#"{"task":"Create","file":"","title":"","answers":[{"path":1}]}"#), None);
    }
}
