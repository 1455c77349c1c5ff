//! What the keys do in a form: from field to field, into lists and out of them, to the diff, the save and the way out.
//! It paints nothing.

use super::slot::{Input, Slot};
use super::{Form, Stage, Task, Wish, layout, paint};
use crate::command::{Command, Scope};
use crate::edit::{self, Change};
use crate::keymap::{self, Key};
use crate::record::check::identifier;
use crate::record::field::Kind;
use crate::record::finding::{Fault, Finding};
use crate::record::when;
use crate::screen::Desk;
use crate::widget::scroll::Move;
use crossterm::event::KeyCode;

/// The choices that are seen at once.
pub const SEEN: usize = 6;

/// Whether a finding is told now: what lacks only when the field was left or a save was tried, what is half typed not
/// while it is being typed.
pub fn is_due(finding: &Finding, slot: &Slot, tried: bool, focused: bool) -> bool {
    match &finding.fault {
        Fault::MissingField(_)
        | Fault::EmptyText { .. }
        | Fault::NoEvent
        | Fault::EventWithoutSource
        | Fault::MissingLanguage(_)
        | Fault::OtherWithoutText { .. } => tried || (slot.touched && !focused),
        Fault::ImpossibleDate { why: when::Error::Shape, .. }
        | Fault::BadAddress(_)
        | Fault::BadCountry(_)
        | Fault::BadCurrency(_)
        | Fault::WrongType { .. } => tried || !focused,
        _ => true,
    }
}

impl Form {
    /// Takes a key.
    pub fn take(&mut self, key: Key, desk: &Desk) -> Wish {
        let command = keymap::find(key, Scope::Form);
        match &mut self.stage {
            Stage::Fields => self.take_in_fields(key, command, desk),
            Stage::Lists(_) => self.take_in_lists(key, command, desk),
            Stage::Leaving => match key.letter() {
                Some('y' | 'o') => Wish::Leave,
                Some('k' | 'g') => Wish::Keep,
                _ => self.back(),
            },
            Stage::Alike(_) => match command {
                Some(Command::SaveForm) => {
                    self.stage = Stage::Fields;
                    Wish::Save
                }
                _ => self.back(),
            },
        }
    }

    fn back(&mut self) -> Wish {
        self.stage = Stage::Fields;
        Wish::Nothing
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str, desk: &Desk) -> Wish {
        if let Stage::Lists(picker) = &mut self.stage {
            picker.paste(text);
            return Wish::Nothing;
        }
        match self.slots.get_mut(self.focus).map(|slot| (slot.is_text(), &mut slot.input)) {
            Some((true, Input::Typed(typing))) => typing.paste_lines(text),
            Some((false, Input::Typed(typing))) => typing.paste(text),
            Some((_, Input::Chosen { picker, .. })) => picker.paste(text),
            _ => return Wish::Nothing,
        }
        self.changed(desk)
    }

    fn changed(&mut self, desk: &Desk) -> Wish {
        if let Some(slot) = self.slots.get_mut(self.focus) {
            slot.proposed = false;
        }
        self.check(desk);
        Wish::Changed
    }

    fn take_in_lists(&mut self, key: Key, command: Option<Command>, desk: &Desk) -> Wish {
        let Stage::Lists(picker) = &mut self.stage else { return Wish::Nothing };
        match (command, key.code) {
            (Some(Command::LeaveForm), _) => return Wish::Leave,
            (_, KeyCode::Down) => picker.go(Move::By(1), SEEN),
            (_, KeyCode::Up) => picker.go(Move::By(-1), SEEN),
            (_, KeyCode::Enter | KeyCode::Tab) => {
                let Some(list) = picker.chosen() else { return Wish::Nothing };
                self.stage = Stage::Fields;
                self.slots = layout::item(&list.value, self.length(&list.value), None, &self.offer);
                self.enter(0);
                self.check(desk);
            }
            _ => {
                picker.take(key);
            }
        }
        Wish::Nothing
    }

    /// How many items a list has, those of the form included.
    pub(super) fn length(&self, list: &str) -> usize {
        let known = edit::at(&self.base, list).and_then(serde_json::Value::as_array).map_or(0, Vec::len);
        let places = self.slots.iter().filter_map(Slot::item).filter(|(other, _)| *other == list).map(|(_, n)| n + 1);
        places.max().unwrap_or(0).max(known)
    }

    fn take_in_fields(&mut self, key: Key, command: Option<Command>, desk: &Desk) -> Wish {
        match command {
            Some(Command::SaveForm) => return self.save(desk),
            Some(Command::ShowChange) => {
                self.settle_choice(desk);
                return Wish::Difference;
            }
            Some(Command::LeaveForm) => {
                if !self.is_changed() {
                    return Wish::Leave;
                }
                self.stage = Stage::Leaving;
                return Wish::Nothing;
            }
            Some(Command::OtherLanguage) => return self.add_language(),
            Some(Command::RemoveItem) => return self.remove_item(desk),
            _ => {}
        }
        match self.slots.get(self.focus).map(|slot| &slot.input) {
            Some(Input::Chosen { .. }) => self.take_in_choice(key, command, desk),
            Some(Input::Grow) if key.code == KeyCode::Enter => self.grow(desk),
            Some(input) => {
                let typed = matches!(input, Input::Typed(_));
                match command {
                    Some(Command::NextField | Command::PreviousField) if self.go_row(key, desk) => Wish::Nothing,
                    Some(Command::NextField) => self.go(1, desk),
                    Some(Command::PreviousField) => self.go(-1, desk),
                    Some(Command::BreakLine) if self.slots[self.focus].is_text() => {
                        if let Some(Input::Typed(typing)) = self.slots.get_mut(self.focus).map(|slot| &mut slot.input) {
                            typing.break_line();
                        }
                        self.changed(desk)
                    }
                    _ if typed => self.type_key(key, desk),
                    _ => Wish::Nothing,
                }
            }
            None => Wish::Nothing,
        }
    }

    /// Moves within a text of several rows; says whether there was a row above or below.
    fn go_row(&mut self, key: Key, desk: &Desk) -> bool {
        let down = key.code == KeyCode::Down;
        let slot = self.slots.get_mut(self.focus).filter(|slot| slot.is_text() && (down || key.code == KeyCode::Up));
        match slot.map(|slot| &mut slot.input) {
            Some(Input::Typed(typing)) => typing.go_row(down, paint::room(desk)),
            _ => false,
        }
    }

    fn type_key(&mut self, key: Key, desk: &Desk) -> Wish {
        let Some(Input::Typed(typing)) = self.slots.get_mut(self.focus).map(|slot| &mut slot.input) else {
            return Wish::Nothing;
        };
        if typing.take(key) { self.changed(desk) } else { Wish::Nothing }
    }

    fn take_in_choice(&mut self, key: Key, command: Option<Command>, desk: &Desk) -> Wish {
        let Some(Input::Chosen { picker, values, many }) = self.slots.get_mut(self.focus).map(|slot| &mut slot.input)
        else {
            return Wish::Nothing;
        };
        match key.code {
            KeyCode::Down => picker.go(Move::By(1), SEEN),
            KeyCode::Up => picker.go(Move::By(-1), SEEN),
            KeyCode::PageDown => picker.go(Move::Pages(1), SEEN),
            KeyCode::PageUp => picker.go(Move::Pages(-1), SEEN),
            KeyCode::Enter if *many && picker.is_used() => {
                let added = self.settle_choice(desk);
                return if added { Wish::Changed } else { self.changed(desk) };
            }
            KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab => {
                // a new source is filled in at once
                if self.settle_choice(desk) {
                    return Wish::Changed;
                }
                return self.go(if command == Some(Command::PreviousField) { -1 } else { 1 }, desk);
            }
            KeyCode::Backspace | KeyCode::Delete if picker.typed().is_empty() => {
                values.pop();
                return self.changed(desk);
            }
            _ => {
                picker.take(key);
            }
        }
        Wish::Nothing
    }

    /// Takes the choice under the cursor if something was typed or the cursor moved; says whether that made a new source,
    /// whose fields are then entered.
    fn settle_choice(&mut self, desk: &Desk) -> bool {
        let sources = |slot: &Slot| slot.name() == "sources" && matches!(slot.kind, Kind::List(_));
        let Some(slot) = self.slots.get_mut(self.focus) else { return false };
        let cites = sources(slot);
        let Input::Chosen { picker, values, many } = &mut slot.input else { return false };
        if !picker.is_used() {
            return false;
        }
        let Some(chosen) = picker.chosen() else { return false };
        let is_new = cites && picker.of(&chosen.value).is_none();
        let value = if is_new { identifier(&chosen.value) } else { chosen.value };
        picker.enter(Some(&value));
        if value.is_empty() {
            return false;
        }
        match (values.iter().position(|known| *known == value), *many) {
            // chosen a second time, it is given up
            (Some(at), true) => drop(values.remove(at)),
            (None, true) => values.push(value.clone()),
            (_, false) => *values = vec![value.clone()],
        }
        slot.touched = true;
        if is_new {
            self.add_source(&value);
        }
        self.changed(desk);
        is_new
    }

    /// Sets the fields of a new source below the thing that cites it, and enters them.
    fn add_source(&mut self, id: &str) {
        let section = self.slots[self.focus].section.clone();
        let mut fresh = layout::item("sources", self.length("sources"), None, &self.offer);
        for slot in fresh.iter_mut().filter(|slot| slot.name() == "id") {
            slot.set_text(id);
        }
        let source =
            crate::widget::picker::Choice { value: id.to_owned(), label: id.to_owned(), meaning: String::new() };
        self.offer.sources.push(source.clone());
        for slot in self.slots.iter_mut().filter(|slot| slot.name() == "sources") {
            if let Input::Chosen { picker, .. } = &mut slot.input {
                picker.add(source.clone());
            }
        }
        let after = self.slots.iter().rposition(|slot| slot.section == section).map_or(self.slots.len(), |at| at + 1);
        let rest = self.slots.split_off(after);
        let title = fresh.iter().position(|slot| slot.name() == "title").unwrap_or(0);
        self.slots.extend(fresh);
        self.slots.extend(rest);
        self.enter(after + title);
    }

    /// Adds an item to the list whose row has the keys, and enters it.
    fn grow(&mut self, desk: &Desk) -> Wish {
        let list = self.slots[self.focus].path.clone();
        let fresh = layout::item(&list, self.length(&list), None, &self.offer);
        let at = self.focus;
        let rest = self.slots.split_off(at);
        self.slots.extend(fresh);
        self.slots.extend(rest);
        self.enter(at);
        self.changed(desk)
    }

    /// Takes the item of a list away in which the keys are; the first event stays, for a record needs one.
    fn remove_item(&mut self, desk: &Desk) -> Wish {
        let item = self.slots.get(self.focus).and_then(Slot::item).map(|(list, n)| (list.to_owned(), n));
        let Some((list, n)) = item.filter(|_| !matches!(self.task, Task::Amend(_))) else { return Wish::Nothing };
        let last = self.slots.iter().filter_map(Slot::item).all(|(other, m)| (other, m) == (list.as_str(), n));
        if last || (list == "timeline" && self.length(&list) < 2) {
            return Wish::Nothing;
        }
        self.drop_item(&list, n);
        self.enter(self.focus.min(self.slots.len().saturating_sub(1)));
        self.changed(desk)
    }

    fn drop_item(&mut self, list: &str, n: usize) {
        let at = format!("{list}[{n}]");
        self.slots.retain(|slot| slot.item() != Some((list, n)));
        // a new item is not there
        let _ = edit::change(&mut self.base, &Change::Remove { at });
        for slot in &mut self.slots {
            if let Some((_, later)) = slot.item().filter(|(other, later)| *other == list && *later > n) {
                let (old, new) = (format!("{list}[{later}]"), format!("{list}[{}]", later - 1));
                slot.path = slot.path.replacen(&old, &new, 1);
                slot.section = slot.section.replacen(&old, &new, 1);
            }
        }
    }

    /// Drops the items that were added and left empty.
    fn sweep(&mut self) {
        while let Some((list, n)) = self.hollow() {
            self.drop_item(&list, n);
        }
        self.focus = self.focus.min(self.slots.len().saturating_sub(1));
    }

    /// An item that was added and in which nothing is stated, neither the first event nor the only one of the form.
    fn hollow(&self) -> Option<(String, usize)> {
        let first = self.slots.first().and_then(Slot::item);
        let mut items =
            self.slots.iter().filter_map(Slot::item).filter(|item| *item != ("timeline", 0) && Some(*item) != first);
        let empty = |item: (&str, usize)| {
            let mut own = self.slots.iter().filter(|slot| slot.item() == Some(item));
            own.all(|slot| slot.answer().is_none() && slot.before.is_none())
        };
        items.find(|item| empty(*item)).map(|(list, n)| (list.to_owned(), n))
    }

    /// Gives a text a second language, the reader's other one.
    pub(super) fn add_language(&mut self) -> Wish {
        let lang = self.offer.lang;
        let Some(slot) = self.slots.get_mut(self.focus).filter(|slot| slot.is_text() && slot.code.is_none()) else {
            return Wish::Nothing;
        };
        slot.before = None;
        let mut other = slot.clone();
        slot.code = Some(lang.code().to_owned());
        other.code = Some(lang.other().code().to_owned());
        other.set_text("");
        self.slots.insert(self.focus + 1, other);
        Wish::Changed
    }

    fn save(&mut self, desk: &Desk) -> Wish {
        self.settle_choice(desk);
        self.sweep();
        self.tried = true;
        self.check(desk);
        if let Some(faulty) = self.faulty() {
            self.enter(faulty);
            return Wish::Nothing;
        }
        let alike = self.alike(desk);
        if !alike.is_empty() {
            self.stage = Stage::Alike(alike);
            return Wish::Nothing;
        }
        Wish::Save
    }

    /// Moves the keys to another slot.
    fn go(&mut self, by: isize, desk: &Desk) -> Wish {
        if let Some(slot) = self.slots.get_mut(self.focus) {
            slot.touched |= slot.answer() != slot.before || slot.required;
            slot.proposed |= slot.path == "id" && slot.text().is_empty();
        }
        let last = self.slots.len().saturating_sub(1);
        self.enter(self.focus.saturating_add_signed(by).min(last));
        self.check(desk);
        Wish::Changed
    }

    /// Gives the keys to a slot.
    pub(super) fn enter(&mut self, n: usize) {
        self.focus = n;
        if let Some(Input::Chosen { picker, values, many }) = self.slots.get_mut(n).map(|slot| &mut slot.input) {
            picker.enter(values.first().filter(|_| !*many).map(String::as_str));
        }
    }
}
