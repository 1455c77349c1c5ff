//! Imports of others' data: asked for, previewed, done, and what is told of them.
//! It reads and writes nothing; the effects that it returns do.

use super::{App, Effect, Overlay};
use crate::command::{Command, Scope};
use crate::import::{Account, Order, Progress, Refusal};
use crate::keymap::{self, Key};
use crate::screen::import::Import;
use crate::screen::step;
use crate::text::import as words;
use crate::theme::Role;
use crate::view::imported;
use ratatui::layout::Rect;
use std::path::Path;

/// The folder in which records are looked for where none is named.
const FOLDER: &str = "incidents";

impl App {
    /// Asks what to import; into the folder that is open, unless another is typed.
    pub(super) fn ask_import(&mut self) {
        let folder = self.desk.paths.first().map(|path| path.display().to_string());
        let folder = folder.unwrap_or_else(|| FOLDER.to_owned());
        self.overlays.push(Overlay::Import(Box::new(Import::new(&folder))));
    }

    pub(super) fn key_over_import(&mut self, mut import: Box<Import>, key: Key) -> Vec<Effect> {
        let screen = Rect::new(0, 0, self.desk.size.0, self.desk.size.1);
        let mut effects = Vec::new();
        match keymap::find(key, Scope::Anywhere) {
            Some(Command::Escape) if !import.back() => return Vec::new(),
            Some(Command::Escape) => {}
            Some(Command::Open) => {
                let lang = self.desk.lang;
                effects.extend(import.wanted(&self.desk).map(|order| Effect::Import(order, lang)));
            }
            Some(command @ (Command::NextPane | Command::PreviousPane)) => import.turn(command == Command::NextPane),
            Some(command) if import.has_list() && step(command).is_some() => {
                if let Some(step) = step(command) {
                    import.go(step, &self.desk, screen);
                }
            }
            Some(command @ (Command::Down | Command::Up)) if key.letter().is_none() => {
                import.turn(command == Command::Down);
            }
            _ => import.take(key),
        }
        self.overlays.push(Overlay::Import(import));
        effects
    }

    fn import(&mut self) -> Option<&mut Import> {
        self.overlays.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Import(import) if import.is_reading() => Some(&mut **import),
            _ => None,
        })
    }

    /// Takes in how far an import is.
    pub(super) fn import_went(&mut self, progress: Progress) -> Vec<Effect> {
        if let Some(import) = self.import() {
            import.went(progress);
        }
        Vec::new()
    }

    /// Takes in what came of an import, or would come of it; what was written is read.
    pub(super) fn imported(&mut self, order: &Order, outcome: Result<Account, Refusal>) -> Vec<Effect> {
        let lang = self.desk.lang;
        match outcome {
            Err(refusal) => match self.import() {
                Some(import) => import.refuse(refusal.message(lang)),
                None => self.desk.notice = Some((refusal.message(lang), Role::Error)),
            },
            Ok(outcome) if order.dry => {
                if let Some(import) = self.import() {
                    import.preview(outcome);
                }
            }
            Ok(outcome) => {
                self.overlays.retain(|overlay| !matches!(overlay, Overlay::Import(import) if import.is_reading()));
                let figures = imported::figures(&outcome.report, false, lang).text();
                return self.show_imported(&order.into, figures);
            }
        }
        Vec::new()
    }

    /// Reads what was written, where it lies below what is open, or where records are looked for; else says how it is
    /// opened.
    fn show_imported(&mut self, into: &Path, figures: String) -> Vec<Effect> {
        let shown = into.display().to_string();
        let mut effects = Vec::new();
        if self.desk.place.is_none() && shown == FOLDER {
            self.desk.place = Some(shown.clone());
            self.desk.paths = vec![into.to_owned()];
            effects.push(Effect::Watch(self.desk.paths.clone()));
        }
        let is_open = self.desk.paths.iter().any(|path| into.starts_with(path));
        let told = if is_open { words::IMPORTED } else { words::IMPORTED_ELSEWHERE };
        self.tell(told, &[figures, shown], Role::Strong);
        if is_open {
            effects.extend(self.refresh());
        }
        effects
    }
}
