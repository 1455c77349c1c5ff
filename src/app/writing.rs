//! Writes of the session: asked about, done, taken back and made again, and what is told of each.
//! It writes nothing; `store` does, as an effect.

use super::{App, Effect, Overlay};
use crate::edit::{self, Annotation, Change, Failure, Sidecar, Why, Write};
use crate::screen::annotating::Annotating;
use crate::screen::difference::Difference;
use crate::screen::question::{Answer, Asked};
use crate::screen::{Refusal, Screen};
use crate::text::{edit as words, form as texts, screen};
use crate::theme::Role;
use std::path::{Path, PathBuf};

impl App {
    /// Asks for a write; its outcome comes back as a message.
    pub(super) fn write(&mut self, write: Write, why: Why) -> Vec<Effect> {
        self.writing = true;
        vec![Effect::Write { write, why }]
    }

    pub(super) fn undo(&mut self) -> Result<Vec<Effect>, Refusal> {
        if self.writing {
            return Err(words::WRITING);
        }
        let write = self.history.undo().ok_or(words::NOTHING_TO_UNDO)?;
        Ok(self.write(write, Why::Undo))
    }

    pub(super) fn redo(&mut self) -> Result<Vec<Effect>, Refusal> {
        if self.writing {
            return Err(words::WRITING);
        }
        let write = self.history.redo().ok_or(words::NOTHING_TO_REDO)?;
        Ok(self.write(write, Why::Redo))
    }

    /// Asks whether the record that the cursor is on is to go to the trash.
    pub(super) fn ask_delete(&mut self) -> Result<(), Refusal> {
        let entry = self.target().entry.and_then(|at| self.desk.library.entries.get(at)).ok_or(screen::NOTHING_HERE)?;
        let title = entry.document.title.get(self.desk.lang).to_owned();
        let delete = |path: &Path| Asked::Delete { path: path.to_owned(), title, again: false };
        let asked = entry.file().map_or(Asked::CopyBuiltIn, delete);
        self.overlays.push(Overlay::Question(asked));
        Ok(())
    }

    /// Does what was answered to a question.
    pub(super) fn answer(&mut self, asked: Asked, answer: Answer) -> Vec<Effect> {
        match (asked, answer) {
            (Asked::Delete { path, title, again: false }, _) => {
                self.overlays.push(Overlay::Question(Asked::Delete { path, title, again: true }));
                Vec::new()
            }
            (Asked::Delete { path, .. }, _) => {
                self.writing = true;
                vec![Effect::Delete(path)]
            }
            (Asked::CopyBuiltIn, _) => vec![Effect::CopyBuiltIn],
            (Asked::Resume { draft, .. }, Answer::Discard) => self.give_up(draft),
            (Asked::Resume { draft, .. }, _) => self.take_up(draft),
            (Asked::Conflict { write, now }, Answer::Difference) => {
                let text = |bytes: &Option<Vec<u8>>| {
                    String::from_utf8_lossy(bytes.as_deref().unwrap_or_default()).into_owned()
                };
                let difference = Difference::new(file_name(&write.path), &text(&now), &text(&write.after));
                self.overlays.push(Overlay::Question(Asked::Conflict { write, now }));
                self.overlays.push(Overlay::Difference(difference));
                Vec::new()
            }
            (Asked::Conflict { write, now }, Answer::KeepBoth) if now.is_some() => match self.beside(&write) {
                Ok(write) => self.write(write, Why::Change),
                Err(error) => {
                    self.tell(words::NOT_WRITTEN, &[file_name(&write.path), error.to_string()], Role::Error);
                    Vec::new()
                }
            },
            (Asked::Conflict { write, now }, _) => self.write(Write { before: now, ..write }, Why::Change),
        }
    }

    /// The same record under the next free id, in a file of its own.
    fn beside(&self, write: &Write) -> Result<Write, edit::Error> {
        let text = String::from_utf8_lossy(write.after.as_deref().unwrap_or_default());
        let stem = write.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut n = 2;
        while self.desk.find(&format!("{stem}-{n}")).is_some() {
            n += 1;
        }
        let id = format!("{stem}-{n}");
        let text = edit::apply(&text, &[Change::Set { at: "id".to_owned(), value: id.as_str().into() }])?;
        let path = write.path.with_file_name(format!("{id}.yaml"));
        Ok(Write { path, before: None, after: Some(text.into_bytes()) })
    }

    /// Takes in how a write came out; what was written is read again and shown.
    pub(super) fn written(&mut self, write: Write, why: Why, outcome: Result<(), Failure>) -> Vec<Effect> {
        self.writing = false;
        let name = file_name(&write.path);
        let told = match (why, outcome) {
            (Why::Change, Err(Failure::Conflict(Some(_)))) if write.before.is_none() && self.has_form() => {
                self.tell(texts::TAKEN, &[name], Role::Error);
                return Vec::new();
            }
            (Why::Change, Err(Failure::Conflict(now))) if write.after.is_some() => {
                self.overlays.push(Overlay::Question(Asked::Conflict { write, now }));
                return Vec::new();
            }
            (why, Err(failure)) => {
                // its name alone: the reason is to be seen on a narrow screen too
                let told = failure.told(Path::new(&name), self.desk.lang);
                match why {
                    Why::Change => self.desk.notice = Some((told, Role::Error)),
                    Why::Undo => self.tell(words::NOT_UNDONE, &[told], Role::Error),
                    Why::Redo => self.tell(words::NOT_REDONE, &[told], Role::Error),
                }
                return Vec::new();
            }
            (Why::Change, Ok(())) if write.after.is_none() => words::DELETED,
            (Why::Change, Ok(())) => words::SAVED,
            (Why::Undo, Ok(())) => words::UNDONE,
            (Why::Redo, Ok(())) => words::REDONE,
        };
        self.awaited = write.after.is_some().then(|| write.path.clone());
        let mut effects = if why == Why::Change { self.form_saved(&write) } else { Vec::new() };
        self.history.note(write, why);
        self.tell(told, &[name], Role::Strong);
        effects.extend(self.refresh());
        effects
    }

    /// Reads what changed on disk, saying nothing of it.
    pub(super) fn refresh(&mut self) -> Vec<Effect> {
        let notice = self.desk.notice.take();
        let effects = self.reload();
        self.quiet = true;
        self.desk.notice = notice;
        effects
    }

    /// Shows the record that was written, or, if it is broken, what is wrong with it; says whether it is.
    pub(super) fn show_awaited(&mut self) -> bool {
        let Some(path) = self.awaited.take() else { return false };
        let shown = path.display().to_string();
        if self.problems.find_error(&self.desk, &shown) {
            self.screen = Screen::Problems;
            self.tell(words::BROKEN, &[file_name(&path)], Role::Error);
            return true;
        }
        if let Some(entry) = self.desk.library.entries.iter().find(|entry| entry.file() == Some(&path)) {
            let id = entry.id().to_owned();
            self.desk.go_to(id);
            if self.desk.cursor().is_none() {
                // what was written is shown, whatever the filter hides
                self.desk.set_filter("");
            }
        }
        false
    }

    /// The incident that the cursor is on, and what the user has to say of it.
    fn annotation(&self) -> Result<(String, Annotation), Refusal> {
        let entry = self.target().entry.and_then(|at| self.desk.id(at)).ok_or(screen::NOTHING_HERE)?;
        Ok((entry.to_owned(), self.desk.sidecar.of(entry).cloned().unwrap_or_default()))
    }

    pub(super) fn star(&self) -> Result<Vec<Effect>, Refusal> {
        let (id, before) = self.annotation()?;
        Ok(vec![Effect::Annotate(id, Annotation { star: !before.star, ..before })])
    }

    pub(super) fn ask_annotation(&mut self) -> Result<(), Refusal> {
        let (id, before) = self.annotation()?;
        self.overlays.push(Overlay::Annotating(Annotating::new(&id, before)));
        Ok(())
    }

    pub(super) fn annotated(&mut self, path: &Path, outcome: Result<Sidecar, Failure>) -> Vec<Effect> {
        match outcome {
            Ok(sidecar) => self.desk.sidecar = sidecar,
            Err(failure) => self.desk.notice = Some((failure.told(path, self.desk.lang), Role::Error)),
        }
        Vec::new()
    }

    /// Takes in that the records built in lie in a folder now.
    pub(super) fn copied(&mut self, folder: PathBuf, outcome: Result<(), Failure>) -> Vec<Effect> {
        if let Err(failure) = outcome {
            self.desk.notice = Some((failure.told(&folder, self.desk.lang), Role::Error));
            return Vec::new();
        }
        let shown = folder.display().to_string();
        self.desk.place = Some(shown.clone());
        self.tell(words::COPIED_TO, &[shown], Role::Strong);
        let mut effects = self.refresh();
        effects.push(Effect::Watch(vec![folder.clone()]));
        self.desk.paths = vec![folder];
        effects
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
