//! How messages change the state: keys find their way to the line being typed, the overlay or the screen.
//! What commands do is in `run`.

use super::{App, Effect, FIRST, Message, Overlay};
use crate::command::{Command, Scope};
use crate::keymap::{self, Key};
use crate::screen::annotating::Annotating;
use crate::screen::desk::Replaced;
use crate::screen::explore::Explore;
use crate::screen::help::Help;
use crate::screen::question::Asked;
use crate::screen::sources::Sources;
use crate::screen::{Screen, areas, step};
use crate::text::screen as words;
use crate::theme::Role;
use crate::widget::scroll::Move;
use std::fmt::Display;

impl App {
    /// Changes the state by a message and says what is to be done outside.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = match message {
            Message::Key(event) => Key::of(event).map(|key| self.key(key)).unwrap_or_default(),
            Message::Pasted(text) => self.paste(&text),
            Message::Resized(width, height) => {
                self.desk.size = (width, height);
                self.start()
            }
            Message::Loaded { .. }
            | Message::LoadEnded { .. }
            | Message::Fetched { .. }
            | Message::Found(_)
            | Message::Counted(..)
            | Message::Completed(..)
            | Message::Views { .. }
            | Message::Drafts(_) => {
                self.take_in(message);
                Vec::new()
            }
            Message::Failed(phrase, values) => {
                self.tell(phrase, &values, Role::Error);
                Vec::new()
            }
            Message::Done(phrase) => {
                self.tell(phrase, &[], Role::Strong);
                Vec::new()
            }
            Message::Edited => self.reload(),
            Message::Exported(path) => self.was_exported(&path),
            Message::Told(text) => vec![Effect::Copy(text)],
            Message::InTheWay(path) => self.is_in_the_way(&path),
            Message::Changed => self.refresh(),
            Message::Importing(progress) => self.import_went(progress),
            Message::Imported { order, outcome } => self.imported(&order, outcome),
            Message::Written { write, why, outcome } => self.written(write, why, outcome),
            Message::Annotated { path, outcome } => self.annotated(&path, outcome),
            Message::Copied { folder, outcome } => self.copied(folder, outcome),
            Message::Opened { opening, text, homes, now } => self.form_opened(opening, &text, &homes, now),
            Message::NotWatched(why) => {
                if !self.told_of_watch {
                    self.told_of_watch = true;
                    self.tell(crate::text::edit::NOT_WATCHED, &[why], Role::Warning);
                }
                Vec::new()
            }
        };
        effects.extend(self.desk.question.take().map(Effect::Search));
        effects.extend(self.desk.completing.take().map(Effect::Complete));
        effects.extend(self.desk.unindexed.take().map(Effect::Index));
        self.settle();
        effects.extend(self.statistics.question.take().map(Effect::Count));
        effects.extend(self.fetch());
        effects
    }

    /// Takes in what was read or reckoned elsewhere, unless it is of a state that is gone.
    fn take_in(&mut self, message: Message) {
        match message {
            Message::Loaded { generation: FIRST, batch } if self.generation == FIRST => self.desk.absorb(batch),
            Message::LoadEnded { generation, library } if generation == self.generation => {
                let replaced = self.desk.replace(*library);
                self.replaced(replaced);
            }
            Message::Fetched { edition, incidents } if edition == self.desk.wholes.edition => {
                self.desk.keep(incidents);
            }
            Message::Found(answer) => {
                let replaced = self.desk.take_answer(answer);
                self.replaced(replaced);
            }
            Message::Counted(number, counted) => self.statistics.take_answer(number, counted, self.desk.lang),
            Message::Completed(number, completion) => self.desk.take_completion(number, completion),
            Message::Views { views, problems } => self.take_views(views, problems),
            Message::Drafts(drafts) => self.drafts_found(drafts),
            _ => {}
        }
    }

    /// Asks for the whole of what is seen.
    fn fetch(&mut self) -> Option<Effect> {
        let mut seen = self.seen();
        seen.extend(self.overlays.iter().filter_map(|overlay| match overlay {
            Overlay::Sources(sources) => self.desk.library.position(sources.id()),
            _ => None,
        }));
        let entries = self.desk.lacking(seen);
        let edition = self.desk.wholes.edition;
        (!entries.is_empty()).then_some(Effect::Fetch { edition, entries })
    }

    /// The entries that the screen tells more of than a document has.
    fn seen(&self) -> Vec<usize> {
        let Some(areas) = areas(self.desk.size) else { return Vec::new() };
        match self.screen {
            Screen::Explore => Explore::seen(&self.desk),
            Screen::Timeline => self.timeline.seen(areas.body),
            Screen::Compare => self.desk.marks.iter().filter_map(|id| self.desk.library.position(id)).collect(),
            Screen::Matrix => self.matrix.seen(),
            Screen::Statistics | Screen::Problems => Vec::new(),
        }
    }

    /// Reads the files, once, at the start.
    fn start(&mut self) -> Vec<Effect> {
        if self.generation > 0 {
            return Vec::new();
        }
        self.generation = FIRST;
        let mut effects = self.read();
        effects.extend([Effect::FindDrafts, Effect::ReadSidecar]);
        if !self.desk.paths.is_empty() {
            effects.push(Effect::Watch(self.desk.paths.clone()));
        }
        effects
    }

    /// Reads the files again, the old records staying in view until all are read.
    pub(super) fn reload(&mut self) -> Vec<Effect> {
        self.generation += 1;
        self.quiet = false;
        self.tell(words::RELOADING, &[], Role::Muted);
        self.read()
    }

    /// Has the records and the saved views read.
    fn read(&self) -> Vec<Effect> {
        let shelf = &self.desk.shelf;
        let views = Effect::Views { shelf: shelf.clone(), change: None };
        let load = Effect::Load { generation: self.generation };
        if shelf.own.is_none() && shelf.shared.is_none() { vec![load] } else { vec![views, load] }
    }

    /// Goes on after all records were read and the library is in place.
    fn replaced(&mut self, replaced: Option<Replaced>) {
        let Some(replaced) = replaced else { return };
        if replaced == Replaced::Unfinished {
            self.resume();
        }
        // the first load may have been broken off by another
        if self.generation > FIRST && !self.show_awaited() && !self.quiet {
            let count = words::INCIDENTS.of(self.desk.lang, self.desk.library.entries.len() as u64);
            self.tell(words::RELOADED, &[count], Role::Strong);
        }
    }

    /// Shows a sentence until the next key.
    pub(super) fn tell(&mut self, phrase: crate::text::Phrase, values: &[String], role: Role) {
        let values: Vec<&dyn Display> = values.iter().map(|value| value as &dyn Display).collect();
        self.desk.notice = Some((crate::text::clean(&phrase.fill(self.desk.lang, &values)), role));
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.desk.notice = None;
        self.resumed = None;
        let command = keymap::find(key, self.scope());
        if matches!(command, Some(Command::Quit | Command::Suspend)) {
            return self.run_command(command);
        }
        if let Some(overlay) = self.overlays.pop() {
            return self.key_over(overlay, key);
        }
        if self.desk.filter.focused {
            return self.type_filter(key);
        }
        self.run_command(command)
    }

    pub(super) fn run_command(&mut self, command: Option<Command>) -> Vec<Effect> {
        let Some(command) = command else { return Vec::new() };
        self.run(command).unwrap_or_else(|refusal| {
            let key = command.row().and_then(|row| row.keys.first()).copied().unwrap_or_default();
            self.tell(refusal, &[key.to_owned()], Role::Warning);
            Vec::new()
        })
    }

    /// Gives a key to the overlay, which is put back unless the key closed it.
    fn key_over(&mut self, overlay: Overlay, key: Key) -> Vec<Effect> {
        let command = keymap::find(key, Scope::Anywhere);
        let screen = ratatui::layout::Rect::new(0, 0, self.desk.size.0, self.desk.size.1);
        match overlay {
            Overlay::Form(form) => self.key_in_form(form, key),
            Overlay::Help(mut help) => {
                if matches!(command, Some(Command::Escape | Command::Back | Command::Help | Command::Open)) {
                    return Vec::new();
                }
                if let Some(step) = command.and_then(step) {
                    help.scroll.go(window(step), help.rows().saturating_sub(Help::seen(screen)) + 1, 1);
                }
                self.overlays.push(Overlay::Help(help));
                Vec::new()
            }
            Overlay::Palette(palette) => self.key_over_palette(palette, key, command),
            Overlay::Views(views) => self.key_over_views(views, key),
            Overlay::Facets => self.key_over_facets(key),
            Overlay::Related(related) => self.key_over_related(related, command),
            Overlay::Columns(mut columns) => {
                if columns.take(key, command, &mut self.desk) {
                    self.overlays.push(Overlay::Columns(columns));
                }
                Vec::new()
            }
            Overlay::Export(export) => self.key_over_export(export, key),
            Overlay::Import(import) => self.key_over_import(import, key),
            Overlay::Annotating(annotating) => self.key_over_annotation(annotating, key),
            Overlay::Question(asked) => self.key_over_question(asked, key),
            Overlay::Difference(mut difference) => {
                if matches!(command, Some(Command::Escape | Command::Back)) {
                    return Vec::new();
                }
                if let Some(step) = command.and_then(step) {
                    difference.go(step, screen);
                }
                self.overlays.push(Overlay::Difference(difference));
                Vec::new()
            }
            Overlay::Sources(sources) => self.key_over_sources(sources, key),
        }
    }

    fn key_over_sources(&mut self, mut sources: Sources, key: Key) -> Vec<Effect> {
        let command = keymap::find(key, Scope::Anywhere);
        let address = sources.chosen(&self.desk).and_then(|source| source.url.clone());
        match command {
            Some(Command::Escape | Command::Back) => return Vec::new(),
            Some(command @ (Command::Open | Command::Sources | Command::Copy)) => {
                self.overlays.push(Overlay::Sources(sources));
                return self.use_address(address, command == Command::Copy);
            }
            _ => {}
        }
        if let Some(step) = command.and_then(step) {
            sources.go(step, &self.desk);
        }
        self.overlays.push(Overlay::Sources(sources));
        Vec::new()
    }

    fn key_over_annotation(&mut self, mut annotating: Annotating, key: Key) -> Vec<Effect> {
        match keymap::find(key, Scope::Anywhere) {
            Some(Command::Escape) => return Vec::new(),
            Some(Command::Open) => {
                let annotation = annotating.annotation();
                return vec![Effect::Annotate(annotating.id, annotation)];
            }
            _ => annotating.take(key),
        }
        self.overlays.push(Overlay::Annotating(annotating));
        Vec::new()
    }

    fn key_over_question(&mut self, asked: Asked, key: Key) -> Vec<Effect> {
        if matches!(keymap::find(key, Scope::Anywhere), Some(Command::Escape | Command::Back)) {
            return Vec::new();
        }
        if let Some(answer) = key.letter().and_then(|letter| asked.answer(letter)) {
            return self.answer(asked, answer);
        }
        self.overlays.push(Overlay::Question(asked));
        Vec::new()
    }

    fn use_address(&mut self, address: Option<String>, copy: bool) -> Vec<Effect> {
        let Some(address) = address else {
            self.tell(words::NO_ADDRESS, &[], Role::Warning);
            return Vec::new();
        };
        vec![if copy { Effect::Copy(address) } else { Effect::OpenAddress(address) }]
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Overlay::Form(form)) = self.overlays.pop_if(|overlay| matches!(overlay, Overlay::Form(_))) {
            return self.paste_in_form(form, text);
        }
        match self.overlays.last_mut() {
            Some(Overlay::Palette(palette)) => palette.paste(text, &self.desk),
            Some(Overlay::Views(views)) => views.paste(text),
            Some(Overlay::Columns(columns)) => columns.paste(|typing| typing.paste(text)),
            Some(Overlay::Annotating(annotating)) => annotating.paste(text),
            Some(Overlay::Export(export)) => export.paste(text),
            Some(Overlay::Import(import)) => import.paste(text),
            Some(_) => {}
            None if self.desk.filter.focused => {
                self.desk.filter.typing.paste(text);
                self.type_on();
            }
            None => {}
        }
        Vec::new()
    }

    /// Brings every window around its cursor, after anything changed.
    fn settle(&mut self) {
        let Some(areas) = areas(self.desk.size) else { return };
        if self.overlays.iter().any(|overlay| matches!(overlay, Overlay::Facets)) {
            let screen = ratatui::layout::Rect::new(0, 0, self.desk.size.0, self.desk.size.1);
            self.statistics.settle(&self.desk, super::facets::facets(screen));
        }
        match self.screen {
            // it is settled once the form that covers it is closed
            _ if self.has_form() => {}
            Screen::Explore => self.explore.settle(&self.desk, areas.body),
            Screen::Timeline => self.timeline.settle(&self.desk, areas.body),
            Screen::Compare => self.compare.settle(&self.desk, areas.body),
            Screen::Statistics => self.statistics.settle(&self.desk, areas.body),
            Screen::Problems => self.problems.settle(&self.desk, areas.body),
            Screen::Matrix => self.matrix.settle(&self.desk, areas.body),
        }
    }
}

/// A page of the help is ten rows, as it has no cursor of its own.
fn window(step: Move) -> Move {
    match step {
        Move::Pages(n) => Move::By(n * 10),
        step => step,
    }
}
