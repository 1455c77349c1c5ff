//! How messages change the state: keys find their way to the line being typed, the overlay or the screen.
//! What commands do is in `run`.

use super::{App, Effect, Message, Overlay};
use crate::command::{Command, Scope};
use crate::keymap::{self, Key};
use crate::screen::explore::Explore;
use crate::screen::help::Help;
use crate::screen::{Screen, areas, step};
use crate::store::Library;
use crate::text::screen as words;
use crate::theme::Role;
use crate::widget::scroll::Move;
use crossterm::event::KeyCode;
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
            Message::Loaded { generation, batch } if generation == self.generation => {
                match &mut self.incoming {
                    Some(library) => library.absorb(batch),
                    None => self.desk.absorb(batch),
                }
                Vec::new()
            }
            Message::LoadEnded { generation } if generation == self.generation => {
                self.load_ended();
                Vec::new()
            }
            Message::Loaded { .. } | Message::LoadEnded { .. } => Vec::new(),
            Message::Fetched { edition, incidents } if edition == self.desk.wholes.edition => {
                self.desk.keep(incidents);
                Vec::new()
            }
            Message::Fetched { .. } => Vec::new(),
            Message::Failed(phrase, values) => {
                self.tell(phrase, &values, Role::Error);
                Vec::new()
            }
            Message::Done(phrase) => {
                self.tell(phrase, &[], Role::Strong);
                Vec::new()
            }
            Message::Edited => self.reload(),
        };
        self.settle();
        effects.extend(self.fetch());
        effects
    }

    /// Asks for the whole of what is seen.
    fn fetch(&mut self) -> Option<Effect> {
        let mut seen = self.seen();
        seen.extend(self.overlays.iter().filter_map(|overlay| match overlay {
            Overlay::Sources(sources) => self.desk.library.position(sources.id()),
            _ => None,
        }));
        let entries = self.desk.ask(seen);
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
        self.generation = 1;
        vec![Effect::Load { generation: 1 }]
    }

    /// Reads the files again, the old records staying in view until all are read.
    pub(super) fn reload(&mut self) -> Vec<Effect> {
        self.generation += 1;
        self.incoming = Some(Library::default());
        self.tell(words::RELOADING, &[], Role::Muted);
        vec![Effect::Load { generation: self.generation }]
    }

    fn load_ended(&mut self) {
        if let Some(library) = self.incoming.take() {
            self.desk.replace(library);
            let count = words::INCIDENTS.of(self.desk.lang, self.desk.library.entries.len() as u64);
            self.tell(words::RELOADED, &[count], Role::Strong);
        } else {
            self.desk.finish();
        }
    }

    /// Shows a sentence until the next key.
    pub(super) fn tell(&mut self, phrase: crate::text::Phrase, values: &[String], role: Role) {
        let values: Vec<&dyn Display> = values.iter().map(|value| value as &dyn Display).collect();
        self.desk.notice = Some((crate::text::clean(&phrase.fill(self.desk.lang, &values)), role));
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.desk.notice = None;
        let command = keymap::find(key, self.scope());
        if matches!(command, Some(Command::Quit | Command::Suspend)) {
            return self.run_command(command);
        }
        if self.desk.filter.focused {
            return self.type_filter(key);
        }
        if let Some(overlay) = self.overlays.pop() {
            return self.key_over(overlay, key);
        }
        self.run_command(command)
    }

    fn run_command(&mut self, command: Option<Command>) -> Vec<Effect> {
        let Some(command) = command else { return Vec::new() };
        self.run(command).unwrap_or_else(|refusal| {
            let key = command.row().and_then(|row| row.keys.first()).copied().unwrap_or_default();
            self.tell(refusal, &[key.to_owned()], Role::Warning);
            Vec::new()
        })
    }

    fn type_filter(&mut self, key: Key) -> Vec<Effect> {
        match keymap::find(key, Scope::Anywhere) {
            Some(Command::Escape | Command::Open) => self.desk.filter.focused = false,
            Some(step @ (Command::Down | Command::Up | Command::PageDown | Command::PageUp))
                if key.letter().is_none() && key.code != KeyCode::Char('u') =>
            {
                return self.run_command(Some(step));
            }
            _ => {
                if self.desk.filter.typing.take(key) {
                    self.desk.refilter();
                }
            }
        }
        Vec::new()
    }

    /// Gives a key to the overlay, which is put back unless the key closed it.
    fn key_over(&mut self, overlay: Overlay, key: Key) -> Vec<Effect> {
        let command = keymap::find(key, Scope::Anywhere);
        let screen = ratatui::layout::Rect::new(0, 0, self.desk.size.0, self.desk.size.1);
        match overlay {
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
            Overlay::Palette(mut palette) => {
                match command {
                    Some(Command::Escape) => return Vec::new(),
                    Some(Command::Open) => {
                        let chosen = palette.chosen(self.desk.lang);
                        return self.run_command(chosen);
                    }
                    Some(command) if key.letter().is_none() && step(command).is_some() && !key.control => {
                        if let Some(step) = step(command) {
                            palette.go(step, self.desk.lang);
                        }
                    }
                    _ => {
                        palette.take(key);
                    }
                }
                self.overlays.push(Overlay::Palette(palette));
                Vec::new()
            }
            Overlay::Sources(mut sources) => {
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
        }
    }

    fn use_address(&mut self, address: Option<String>, copy: bool) -> Vec<Effect> {
        let Some(address) = address else {
            self.tell(words::NO_ADDRESS, &[], Role::Warning);
            return Vec::new();
        };
        vec![if copy { Effect::Copy(address) } else { Effect::OpenAddress(address) }]
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.desk.filter.focused {
            self.desk.filter.typing.paste(text);
            self.desk.refilter();
        } else if let Some(Overlay::Palette(palette)) = self.overlays.last_mut() {
            palette.paste(text);
        }
        Vec::new()
    }

    /// Brings every window around its cursor, after anything changed.
    fn settle(&mut self) {
        let Some(areas) = areas(self.desk.size) else { return };
        match self.screen {
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
