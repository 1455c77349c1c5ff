//! What each command does.
//! A screen's own commands are passed on to it.

use super::{App, Effect, Overlay, Spot};
use crate::command::Command;
use crate::query::related::has_related;
use crate::screen::columns::Columns;
use crate::screen::desk::MOST_MARKS;
use crate::screen::form::Task;
use crate::screen::help::Help;
use crate::screen::question::Asked;
use crate::screen::related::Related;
use crate::screen::sources::Sources;
use crate::screen::views::Views;
use crate::screen::{Refusal, Screen, Target, areas};
use crate::text::{screen as words, wait};
use crate::theme::{Role, Theme};
use ratatui::layout::Rect;
use std::path::PathBuf;

impl App {
    /// Runs a command; a refusal says why it does nothing now.
    pub(super) fn run(&mut self, command: Command) -> Result<Vec<Effect>, Refusal> {
        self.can(command)?;
        match command {
            Command::Quit => return Ok(vec![Effect::Quit]),
            Command::Suspend => return Ok(vec![Effect::Suspend]),
            Command::Back => return Ok(self.back()),
            Command::Escape => self.escape(),
            Command::ShowExplore => self.screen = Screen::Explore,
            Command::ShowTimeline => self.screen = Screen::Timeline,
            Command::ShowCompare => self.screen = Screen::Compare,
            Command::ShowStatistics => self.screen = Screen::Statistics,
            Command::ShowProblems => self.screen = Screen::Problems,
            Command::ShowMatrix => self.screen = Screen::Matrix,
            Command::CompareMarked => self.screen = Screen::Compare,
            Command::TimelineMarked => self.screen = Screen::Timeline,
            Command::UnmarkAll => self.desk.marks.clear(),
            Command::Filter => self.desk.filter.focused = true,
            Command::SuspendFilter => self.desk.suspend_filter()?,
            Command::Help => self.overlays.push(Overlay::Help(Help::new(self.scope()))),
            Command::Palette => self.open_palette(),
            Command::Facets => self.overlays.push(Overlay::Facets),
            Command::Related => {
                let related = self.related()?;
                self.overlays.push(Overlay::Related(related));
            }
            Command::DropTerm => self.desk.drop_term(),
            Command::Columns => self.overlays.push(Overlay::Columns(Columns::default())),
            Command::Views => self.overlays.push(Overlay::Views(Views::default())),
            Command::SaveView => self.overlays.push(Overlay::Views(Views::naming(&self.desk))),
            Command::Sources => {
                let sources = self.sources()?;
                self.overlays.push(Overlay::Sources(sources));
            }
            Command::Copy => return self.copy(),
            Command::Export => self.offer_export()?,
            Command::Import => self.ask_import(),
            Command::Drafts => return Ok(self.ask_drafts()),
            Command::Edit => return self.edit(),
            Command::Undo => return self.undo(),
            Command::Redo => return self.redo(),
            Command::Delete => self.ask_delete()?,
            Command::Add => return Ok(self.add()),
            Command::Duplicate => return self.open_form(Task::Create),
            Command::Insert => return self.open_form(Task::Insert),
            Command::Amend => return self.amend(),
            Command::Star => return self.star(),
            Command::Annotate => self.ask_annotation()?,
            Command::Reload => return Ok(self.reload()),
            Command::Language => {
                self.desk.lang = self.desk.lang.other();
                self.desk.ask();
            }
            Command::NextTheme => self.next_theme(),
            _ => self.run_on_screen(command)?,
        }
        Ok(Vec::new())
    }

    fn run_on_screen(&mut self, command: Command) -> Result<(), Refusal> {
        let body = self.body();
        match self.screen {
            Screen::Explore => self.explore.run(command, &mut self.desk, body),
            Screen::Timeline => self.timeline.run(command, &mut self.desk, body),
            Screen::Compare => self.compare.run(command, &self.desk, body),
            Screen::Problems => self.problems.run(command, &self.desk, body),
            Screen::Matrix => self.matrix.run(command, &mut self.desk, body),
            Screen::Statistics => {
                if self.statistics.run(command, &mut self.desk, body)? {
                    self.screen = Screen::Explore;
                }
                Ok(())
            }
        }
    }

    pub(super) fn body(&self) -> Rect {
        areas(self.desk.size).map_or(Rect::ZERO, |areas| areas.body)
    }

    fn back(&mut self) -> Vec<Effect> {
        match self.screen {
            Screen::Explore if self.explore.back() => Vec::new(),
            Screen::Explore => vec![Effect::Quit],
            Screen::Statistics if self.statistics.back() => Vec::new(),
            _ => {
                self.screen = Screen::Explore;
                Vec::new()
            }
        }
    }

    fn escape(&mut self) {
        let left = self.screen == Screen::Explore && self.explore.back();
        if !left && !self.desk.filter.typing.text().is_empty() {
            self.desk.filter.leave();
            self.desk.set_filter("");
        }
    }

    /// Why a command can do nothing now, as far as that is known before it runs.
    pub(super) fn can(&self, command: Command) -> Result<(), Refusal> {
        let desk = &self.desk;
        match command {
            Command::CompareMarked => match desk.marked().len() {
                0 | 1 => Err(words::COMPARE_NEEDS),
                n if n > MOST_MARKS => Err(words::COMPARE_TOO_MANY),
                _ => Ok(()),
            },
            Command::UnmarkAll if desk.marks.is_empty() => Err(words::NOT_MARKED),
            Command::DropTerm if desk.filter.query.is_empty() => Err(words::NO_FILTER),
            Command::SuspendFilter if desk.filter.query.is_empty() => Err(words::NO_FILTER),
            Command::SaveView if desk.filter.mistake.is_some() => Err(words::FILTER_UNREADABLE),
            Command::SaveView if desk.shelf.own.is_none() && desk.shelf.shared.is_none() => Err(words::NO_SHELF),
            Command::Related => match self.target().entry {
                None => Err(words::NOTHING_HERE),
                Some(entry) if has_related(&desk.documents, entry, desk.lang) => Ok(()),
                Some(_) => Err(words::NONE_RELATED),
            },
            Command::Sources => self.sources().map(drop),
            Command::Copy => self.copy().map(drop),
            Command::Edit => self.editable().map(drop),
            _ => Ok(()),
        }
    }

    fn next_theme(&mut self) {
        self.desk.brush.theme = self.desk.brush.theme.next();
        let name = match self.desk.brush.theme {
            Theme::Terminal => words::THEME_TERMINAL,
            Theme::Contrast => words::THEME_CONTRAST,
            Theme::Plain => words::THEME_PLAIN,
        };
        let name = name.get(self.desk.lang).to_owned();
        self.tell(words::THEME_NOW, &[name], Role::Strong);
    }

    /// What the cursor of the screen is on.
    pub(super) fn target(&self) -> Target {
        match self.screen {
            Screen::Explore => self.explore.target(&self.desk),
            Screen::Timeline => self.timeline.target(&self.desk),
            Screen::Compare => self.compare.target(&self.desk),
            Screen::Problems => self.problems.target(&self.desk),
            Screen::Matrix => self.matrix.target(&self.desk),
            Screen::Statistics => Target::default(),
        }
    }

    fn related(&self) -> Result<Related, Refusal> {
        let entry = self.target().entry.ok_or(words::NOTHING_HERE)?;
        Related::new(&self.desk, entry).ok_or(words::NONE_RELATED)
    }

    fn sources(&self) -> Result<Sources, Refusal> {
        let target = self.target();
        let entry = target.entry.and_then(|at| self.desk.library.entries.get(at)).ok_or(words::NOTHING_HERE)?;
        if entry.whole.is_none() {
            return Err(if self.desk.wholes.is_missing(entry.id()) { wait::GONE } else { wait::FETCHING });
        }
        let sources = Sources::new(entry.id(), target.sources);
        if sources.count(&self.desk) == 0 {
            return Err(words::NO_SOURCES);
        }
        Ok(sources)
    }

    fn copy(&self) -> Result<Vec<Effect>, Refusal> {
        let text = self.target().text;
        if text.is_empty() {
            return Err(words::NOTHING_HERE);
        }
        Ok(vec![Effect::Copy(text)])
    }

    fn edit(&mut self) -> Result<Vec<Effect>, Refusal> {
        let Some((path, spot)) = self.editable()? else {
            self.overlays.push(Overlay::Question(Asked::CopyBuiltIn));
            return Ok(Vec::new());
        };
        self.awaited = Some(path.clone());
        Ok(vec![Effect::Edit { path, spot }])
    }

    /// The file that the cursor is on and where in it; `None` if it is built in.
    fn editable(&self) -> Result<Option<(PathBuf, Spot)>, Refusal> {
        if self.screen == Screen::Problems {
            let spot = self.problems.spot(&self.desk).ok_or(words::NOTHING_HERE)?;
            let path = self.desk.file(&spot.path).ok_or(words::READ_ONLY)?;
            return Ok(Some((path, Spot::Line(spot.line, spot.column))));
        }
        let target = self.target();
        let entry = target.entry.and_then(|at| self.desk.library.entries.get(at)).ok_or(words::NOTHING_HERE)?;
        let Some(path) = entry.file() else { return Ok(None) };
        Ok(Some((path.to_owned(), Spot::At(target.at.unwrap_or_default()))))
    }
}
