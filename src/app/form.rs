//! Forms: what opens them, what their keys bring about, how they are saved and kept.
//! What is typed and what it means is theirs.

use super::{App, Effect, Opening, Overlay};
use crate::edit::{Draft, Why, Write};
use crate::keymap::Key;
use crate::record::read;
use crate::screen::difference::Difference;
use crate::screen::form::{Form, Kept, Start, Task, Wish};
use crate::screen::question::Asked;
use crate::screen::{Refusal, Screen};
use crate::store::{Entry, Origin};
use crate::text::{form as texts, screen as words};
use crate::theme::Role;
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

impl App {
    /// Asks for what the form of a new record begins with.
    pub(super) fn add(&self) -> Vec<Effect> {
        let opening = Opening { task: Task::Create, record: None, folder: self.folder(), draft: None };
        vec![Effect::OpenForm(opening)]
    }

    /// Asks for what a form about the record under the cursor begins with; one that is built in is to be copied first.
    pub(super) fn open_form(&mut self, task: Task) -> Result<Vec<Effect>, Refusal> {
        let entry = self.entry_here().ok_or(words::NOTHING_HERE)?;
        if entry.origin == Origin::BuiltIn && task != Task::Create {
            self.overlays.push(Overlay::Question(Asked::CopyBuiltIn));
            return Ok(Vec::new());
        }
        let record = Some((entry.origin.clone(), entry.path.to_string()));
        Ok(vec![Effect::OpenForm(Opening { task, record, folder: self.folder(), draft: None })])
    }

    /// Asks for the form of the value that the cursor is on.
    pub(super) fn amend(&mut self) -> Result<Vec<Effect>, Refusal> {
        let at = self.target().at.ok_or(words::NO_VALUE_HERE)?;
        self.open_form(Task::Amend(at))
    }

    fn entry_here(&self) -> Option<&Entry> {
        self.target().entry.and_then(|at| self.desk.library.entries.get(at))
    }

    /// The folder that a new record goes to: that of the record under the cursor, else what was opened; empty if nothing
    /// was.
    fn folder(&self) -> String {
        let parent = |entry: &Entry| entry.file().and_then(Path::parent).map(Path::to_owned);
        let here = self.entry_here().or_else(|| self.desk.library.entries.first()).and_then(parent);
        let folder = here.or_else(|| self.desk.paths.first().cloned()).unwrap_or_default();
        folder.display().to_string()
    }

    /// Shows a form, unless its record can no longer be read.
    pub(super) fn form_opened(
        &mut self,
        opening: Opening,
        text: &str,
        homes: &[PathBuf],
        now: DateTime<Utc>,
    ) -> Vec<Effect> {
        let Opening { task, record, folder, draft } = opening;
        let path = record.as_ref().map_or("", |(_, path)| path.as_str());
        let stem = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
        let incident = record.as_ref().and_then(|_| read(text.as_bytes(), &stem, now).incident);
        if record.is_some() && incident.is_none() {
            self.tell(words::UNREADABLE_NOW, &[path.to_owned()], Role::Error);
            return Vec::new();
        }
        self.forms += 1;
        let homes = homes.iter().map(|home| home.display().to_string()).collect();
        let start = Start { task, incident, text: text.to_owned(), file: path.to_owned(), folder, homes, now };
        let mut form = Form::open(start, &self.desk);
        let mut effects = Vec::new();
        if let Some((draft, kept)) = draft.and_then(|draft| Kept::parse(&draft.text).map(|kept| (draft, kept))) {
            form.resume(&kept, &self.desk);
            // it is this program's from now on
            effects = vec![Effect::KeepDraft(self.draft(&form)), Effect::ForgetDraft(draft.name)];
        }
        self.overlays.push(Overlay::Form(Box::new(form)));
        effects
    }

    fn draft(&self, form: &Form) -> Draft {
        Draft { name: self.draft_name(), text: form.kept() }
    }

    fn draft_name(&self) -> String {
        format!("form-{}", self.forms)
    }

    /// Gives a key to the form, which is put back unless the key closed it.
    pub(super) fn key_in_form(&mut self, mut form: Box<Form>, key: Key) -> Vec<Effect> {
        let wish = form.take(key, &self.desk);
        self.grant(wish, form)
    }

    /// Gives a pasted text to the form.
    pub(super) fn paste_in_form(&mut self, mut form: Box<Form>, text: &str) -> Vec<Effect> {
        let wish = form.paste(text, &self.desk);
        self.grant(wish, form)
    }

    fn grant(&mut self, wish: Wish, form: Box<Form>) -> Vec<Effect> {
        match wish {
            Wish::Leave => return vec![Effect::ForgetDraft(self.draft_name())],
            Wish::Keep => {
                self.tell(texts::KEPT, &[], Role::Strong);
                return vec![Effect::KeepDraft(self.draft(&form))];
            }
            Wish::Save => return self.save_form(form),
            Wish::Nothing => {}
            Wish::Changed => {
                let draft = self.draft(&form);
                self.overlays.push(Overlay::Form(form));
                return vec![Effect::KeepDraft(draft)];
            }
            Wish::Difference => {
                let Some(after) = form.written() else {
                    self.tell(texts::NO_CHANGE_YET, &[], Role::Warning);
                    self.overlays.push(Overlay::Form(form));
                    return Vec::new();
                };
                match after {
                    Ok(after) => {
                        let name = form.file().display().to_string();
                        let difference = Difference::new(name, form.before().unwrap_or_default(), &after);
                        self.overlays.push(Overlay::Form(form));
                        self.overlays.push(Overlay::Difference(difference));
                        return Vec::new();
                    }
                    Err(_) => self.tell(texts::LAYOUT, &[], Role::Error),
                }
            }
        }
        self.overlays.push(Overlay::Form(form));
        Vec::new()
    }

    /// Asks for the write; the form stays until that is done.
    fn save_form(&mut self, form: Box<Form>) -> Vec<Effect> {
        let Some(Ok(after)) = form.written() else {
            self.tell(texts::LAYOUT, &[], Role::Error);
            self.overlays.push(Overlay::Form(form));
            return Vec::new();
        };
        let before = form.before().map(|text| text.as_bytes().to_vec());
        if before.as_deref() == Some(after.as_bytes()) {
            self.tell(texts::UNCHANGED, &[], Role::Strong);
            return vec![Effect::ForgetDraft(self.draft_name())];
        }
        let mut effects = Vec::new();
        if before.is_none() && self.desk.place.is_none() {
            effects.extend(form.file().parent().map(|folder| Effect::MakeFolder(folder.to_owned())));
        }
        effects.push(Effect::KeepDraft(self.draft(&form)));
        let write = Write { path: form.file(), before, after: Some(after.into_bytes()) };
        self.overlays.push(Overlay::Form(form));
        effects.extend(self.write(write, Why::Change));
        effects
    }

    /// Whether a form is open.
    pub(super) fn has_form(&self) -> bool {
        self.overlays.iter().any(|overlay| matches!(overlay, Overlay::Form(_)))
    }

    /// Closes the form whose record was written, and forgets what was kept of it.
    pub(super) fn form_saved(&mut self, write: &Write) -> Vec<Effect> {
        if !self.has_form() {
            return Vec::new();
        }
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Form(_)));
        let mut effects = vec![Effect::ForgetDraft(self.draft_name())];
        if write.before.is_none() {
            self.screen = Screen::Explore;
            if let Some(folder) = write.path.parent().filter(|_| self.desk.place.is_none()) {
                self.desk.place = Some(folder.display().to_string());
                self.desk.paths = vec![folder.to_owned()];
                effects.push(Effect::Watch(self.desk.paths.clone()));
            }
        }
        effects
    }

    /// Asks for the drafts of earlier programs.
    pub(super) fn ask_drafts(&mut self) -> Vec<Effect> {
        self.drafts.asked = true;
        vec![Effect::FindDrafts]
    }

    /// Takes in the drafts of earlier programs, and offers the newest; that there is none is told to who asked.
    pub(super) fn drafts_found(&mut self, drafts: Vec<Draft>) {
        if std::mem::take(&mut self.drafts.asked) && drafts.is_empty() {
            self.tell(texts::NO_DRAFT, &[], Role::Muted);
        }
        self.drafts.left = drafts;
        self.offer_draft();
    }

    fn offer_draft(&mut self) {
        while !self.drafts.left.is_empty() {
            let draft = self.drafts.left.remove(0);
            if let Some(kept) = Kept::parse(&draft.text) {
                let of = if kept.title.is_empty() { kept.file } else { kept.title };
                self.overlays.push(Overlay::Question(Asked::Resume { draft, of }));
                return;
            }
        }
    }

    /// Opens the form that was kept.
    pub(super) fn take_up(&mut self, draft: Draft) -> Vec<Effect> {
        let Some(kept) = Kept::parse(&draft.text) else { return Vec::new() };
        let record = (!kept.file.is_empty()).then_some((Origin::File, kept.file));
        vec![Effect::OpenForm(Opening { task: kept.task, record, folder: self.folder(), draft: Some(draft) })]
    }

    /// Forgets what was kept, and offers the next one.
    pub(super) fn give_up(&mut self, draft: Draft) -> Vec<Effect> {
        self.offer_draft();
        vec![Effect::ForgetDraft(draft.name)]
    }
}
