//! Keys while the filter is typed: its own commands, those that move the list below it, and letters.
//! What the line holds is `screen::filter`'s.

use super::{App, Effect, Overlay};
use crate::command::{Command, Scope};
use crate::keymap::{self, Key};
use crate::screen::help::Help;

impl App {
    pub(super) fn type_filter(&mut self, key: Key) -> Vec<Effect> {
        let command = keymap::find(key, Scope::Typing).filter(|_| key.letter().is_none());
        match command {
            Some(Command::Escape) => self.desk.filter.leave(),
            Some(Command::Open) if self.desk.filter.offer.is_none() => self.desk.keep_filter(),
            Some(Command::Complete | Command::Open) => {
                if self.desk.filter.take_offer() {
                    self.type_on();
                }
            }
            Some(command @ (Command::OlderFilter | Command::NewerFilter)) => {
                let older = command == Command::OlderFilter;
                let filter = &mut self.desk.filter;
                let is_moved = !filter.history.is_shown() && filter.go(!older);
                if !is_moved && filter.recall(older) {
                    self.desk.refilter();
                    self.desk.filter.close_completion();
                }
            }
            // what empties the line is not for the list
            Some(command @ (Command::PageDown | Command::PageUp)) if !key.control => {
                return self.run_command(Some(command));
            }
            Some(Command::SuspendFilter) => return self.run_command(command),
            // a question mark that begins a word means nothing in a query
            _ if key.letter() == Some('?') && self.desk.filter.begins_word() => {
                self.overlays.push(Overlay::Help(Help::new(Scope::Typing)));
            }
            _ => {
                if self.desk.filter.typing.take(key) {
                    self.type_on();
                }
            }
        }
        Vec::new()
    }

    /// After the text changed: matches, and looks for what may be typed next.
    pub(super) fn type_on(&mut self) {
        self.desk.filter.history.settle();
        self.desk.refilter();
        self.desk.complete();
    }
}
