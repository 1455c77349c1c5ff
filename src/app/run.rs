//! What each command does.
//! A screen's own commands are passed on to it.

use super::{App, Effect, Overlay, Spot};
use crate::command::Command;
use crate::screen::desk::MOST_MARKS;
use crate::screen::help::Help;
use crate::screen::palette::Palette;
use crate::screen::sources::Sources;
use crate::screen::{Refusal, Screen, Target, areas};
use crate::store::Origin;
use crate::text::screen as words;
use crate::theme::{Role, Theme};
use ratatui::layout::Rect;

impl App {
    /// Runs a command; a refusal says why it does nothing now.
    pub(super) fn run(&mut self, command: Command) -> Result<Vec<Effect>, Refusal> {
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
            Command::Open if self.screen == Screen::Matrix => self.screen = Screen::Explore,
            Command::CompareMarked => self.compare_marked()?,
            Command::TimelineMarked => {
                if self.desk.marks.is_empty() {
                    return Err(words::NOT_MARKED);
                }
                self.screen = Screen::Timeline;
            }
            Command::UnmarkAll => {
                if self.desk.marks.is_empty() {
                    return Err(words::NOT_MARKED);
                }
                self.desk.marks.clear();
            }
            Command::Filter => self.desk.filter.focused = true,
            Command::Help => self.overlays.push(Overlay::Help(Help::new(self.scope()))),
            Command::Palette => self.overlays.push(Overlay::Palette(Palette::new(self.scope()))),
            Command::Sources => self.list_sources()?,
            Command::Copy => return self.copy(),
            Command::Edit => return self.edit(),
            Command::Reload => return Ok(self.reload()),
            Command::Language => {
                self.desk.lang = self.desk.lang.other();
                self.desk.search();
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
                if let Some(query) = self.statistics.run(command, body)? {
                    self.desk.set_filter(&query);
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
            self.desk.set_filter("");
        }
    }

    fn compare_marked(&mut self) -> Result<(), Refusal> {
        match self.desk.marked().len() {
            0 | 1 => Err(words::COMPARE_NEEDS),
            n if n > MOST_MARKS => Err(words::COMPARE_TOO_MANY),
            _ => {
                self.screen = Screen::Compare;
                Ok(())
            }
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
    fn target(&self) -> Target {
        match self.screen {
            Screen::Explore => self.explore.target(&self.desk, self.body()),
            Screen::Timeline => self.timeline.target(&self.desk),
            Screen::Compare => self.compare.target(&self.desk),
            Screen::Problems => self.problems.target(&self.desk),
            Screen::Matrix => self.matrix.target(&self.desk),
            Screen::Statistics => Target::default(),
        }
    }

    fn list_sources(&mut self) -> Result<(), Refusal> {
        let target = self.target();
        let entry = target.entry.and_then(|at| self.desk.library.entries.get(at)).ok_or(words::NOTHING_HERE)?;
        if entry.whole.is_none() {
            return Err(if self.desk.wholes.is_missing(entry.id()) { words::GONE } else { words::FETCHING });
        }
        let sources = Sources::new(entry.id(), target.sources);
        if sources.count(&self.desk) == 0 {
            return Err(words::NO_SOURCES);
        }
        self.overlays.push(Overlay::Sources(sources));
        Ok(())
    }

    fn copy(&self) -> Result<Vec<Effect>, Refusal> {
        let text = self.target().text;
        if text.is_empty() {
            return Err(words::NOTHING_HERE);
        }
        Ok(vec![Effect::Copy(text)])
    }

    fn edit(&self) -> Result<Vec<Effect>, Refusal> {
        if self.screen == Screen::Problems {
            let spot = self.problems.spot(&self.desk).ok_or(words::NOTHING_HERE)?;
            let path = self.desk.file(&spot.path).ok_or(words::READ_ONLY)?;
            return Ok(vec![Effect::Edit { path, spot: Spot::Line(spot.line, spot.column) }]);
        }
        let target = self.target();
        let entry = target.entry.and_then(|at| self.desk.library.entries.get(at)).ok_or(words::NOTHING_HERE)?;
        match &entry.origin {
            Origin::File(path) => {
                Ok(vec![Effect::Edit { path: path.clone(), spot: Spot::At(target.at.unwrap_or_default()) }])
            }
            Origin::BuiltIn => Err(words::READ_ONLY),
        }
    }
}
