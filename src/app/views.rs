//! Keys over the palette and the saved views, and what comes of what is chosen there.
//! What they hold and find is `screen`'s.

use super::{App, Effect, Overlay};
use crate::command::{Command, Row, Scope};
use crate::keymap::{self, Key};
use crate::query::saved::View;
use crate::screen::palette::{Choice, Palette};
use crate::screen::views::{Views, Wish};
use crate::screen::{Screen, step};
use crate::store::Problem;
use crate::text::screen as words;
use crate::theme::Role;

impl App {
    pub(super) fn open_palette(&mut self) {
        let lang = self.desk.lang;
        let refusal = |row: &Row| {
            if ![self.scope(), Scope::Anywhere].contains(&row.scope) {
                return Some(words::ELSEWHERE.fill(lang, &[&row.scope.label().get(lang)]));
            }
            let key = row.keys.first().copied().unwrap_or_default();
            self.can(row.command).err().map(|refusal| refusal.fill(lang, &[&key]))
        };
        let palette = Palette::new(self.scope(), refusal, &self.desk);
        self.overlays.push(Overlay::Palette(palette));
    }

    pub(super) fn key_over_palette(&mut self, mut palette: Palette, key: Key, command: Option<Command>) -> Vec<Effect> {
        match command {
            Some(Command::Escape) => return Vec::new(),
            Some(Command::Open) => return self.choose(palette.chosen(), palette.refusal()),
            Some(command) if key.letter().is_none() && step(command).is_some() && !key.control => {
                if let Some(step) = step(command) {
                    palette.go(step);
                }
            }
            _ => palette.take(key, &self.desk),
        }
        self.overlays.push(Overlay::Palette(palette));
        Vec::new()
    }

    fn choose(&mut self, choice: Option<&Choice>, refusal: Option<&str>) -> Vec<Effect> {
        if let Some(refusal) = refusal {
            self.desk.notice = Some((refusal.to_owned(), Role::Warning));
            return Vec::new();
        }
        match choice {
            None => {}
            Some(Choice::Command(command)) => return self.run_command(Some(*command)),
            Some(Choice::View(name)) => self.show_view(name),
            Some(Choice::Incident(id)) => self.show_incident(id),
            Some(Choice::Field(field)) => {
                let typed = self.desk.filter.typing.text().trim_end();
                let text = if typed.is_empty() { format!("{field}:") } else { format!("{typed} {field}:") };
                self.desk.set_filter(&text);
                self.desk.filter.focused = true;
            }
        }
        Vec::new()
    }

    /// Opens an incident; a filter that hides it is set aside.
    pub(super) fn show_incident(&mut self, id: &str) {
        self.desk.go_to(id.to_owned());
        if self.desk.cursor().is_none() && self.desk.filter.is_on() {
            // there is a filter, so it can be set aside
            let _ = self.desk.suspend_filter();
        }
        self.screen = Screen::Explore;
        self.explore.open();
    }

    fn show_view(&mut self, name: &str) {
        self.desk.show_view(name);
        if matches!(self.screen, Screen::Compare | Screen::Problems) {
            self.screen = Screen::Explore;
        }
    }

    pub(super) fn key_over_views(&mut self, mut views: Views, key: Key) -> Vec<Effect> {
        let command = keymap::find(key, Scope::Views);
        let wish = views.take(key, command, &self.desk);
        match wish {
            Wish::Leave => return Vec::new(),
            Wish::Show(name) => {
                self.show_view(&name);
                return Vec::new();
            }
            Wish::Stay => {}
            Wish::Refuse(phrase) => self.tell(phrase, &[], Role::Warning),
            Wish::Change(change, shared) => {
                self.overlays.push(Overlay::Views(views));
                return vec![Effect::Views { shelf: self.desk.shelf.clone(), change: Some((change, shared)) }];
            }
        }
        self.overlays.push(Overlay::Views(views));
        Vec::new()
    }

    pub(super) fn take_views(&mut self, views: Vec<View>, problems: Vec<Problem>) {
        if !problems.is_empty() {
            self.tell(words::VIEWS_ILL, &[], Role::Warning);
        }
        (self.desk.views, self.desk.ill_views) = (views, problems);
    }
}
