//! Keys over the facets and the related incidents, which lie over any screen.
//! What they count and find is `screen`'s.

use super::{App, Effect, Overlay};
use crate::command::{Command, Scope};
use crate::keymap::{self, Key};
use crate::screen::related::Related;
use crate::screen::{Screen, step};
use crate::text::screen as words;
use crate::theme::Role;
use ratatui::layout::Rect;

/// The room of the facets inside their frame.
pub fn facets(screen: Rect) -> Rect {
    let (width, height) = (screen.width.saturating_sub(8).min(110), screen.height.saturating_sub(6));
    Rect { x: screen.x + 4, y: screen.y + 3, width, height }
}

impl App {
    pub(super) fn key_over_facets(&mut self, key: Key) -> Vec<Effect> {
        let screen = Rect::new(0, 0, self.desk.size.0, self.desk.size.1);
        let command = keymap::find(key, Scope::Statistics);
        let leaves = match command {
            Some(Command::Escape | Command::Facets) => true,
            Some(Command::Back) => !self.statistics.back(),
            Some(Command::Filter) => {
                self.desk.filter.focused = true;
                true
            }
            Some(Command::DropTerm | Command::SuspendFilter | Command::Language) => {
                self.run_command(command);
                false
            }
            Some(command) => match self.statistics.run(command, &mut self.desk, facets(screen)) {
                Ok(shown) => {
                    self.screen = if shown { Screen::Explore } else { self.screen };
                    shown
                }
                Err(refusal) => {
                    let key = key.name().unwrap_or_default();
                    self.tell(refusal, &[key], Role::Warning);
                    false
                }
            },
            None => false,
        };
        if !leaves {
            self.overlays.push(Overlay::Facets);
        }
        Vec::new()
    }

    pub(super) fn key_over_related(&mut self, mut related: Related, command: Option<Command>) -> Vec<Effect> {
        let chosen = related.chosen(&self.desk).map(str::to_owned);
        match (command, chosen) {
            (Some(Command::Escape | Command::Back | Command::Related), _) => return Vec::new(),
            (Some(Command::Open), Some(id)) => {
                self.show_incident(&id);
                return Vec::new();
            }
            (Some(Command::Mark), Some(id)) => self.desk.mark_id(id),
            (Some(command), _) => match step(command) {
                Some(step) => related.go(step),
                None => self.tell(words::NOT_HERE, &[command_key(command)], Role::Warning),
            },
            (None, _) => {}
        }
        self.overlays.push(Overlay::Related(related));
        Vec::new()
    }
}

fn command_key(command: Command) -> String {
    command.row().and_then(|row| row.keys.first()).copied().unwrap_or_default().to_owned()
}
