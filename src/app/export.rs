//! What `x` makes of what is shown: the records of a list, a comparison, a matrix, counts, or the screen as a picture.
//! It writes nothing; the effect that it returns does.

use super::{App, Effect, Overlay, Told};
use crate::command::{Command, Scope};
use crate::keymap::{self, Key};
use crate::picture;
use crate::screen::explore::Pane;
use crate::screen::export::{Export, Format};
use crate::screen::{Refusal, Screen, step};
use crate::store::Entry;
use crate::text::{export as words, screen};
use crate::theme::{Glyphs, Role};
use crate::view::export;
use crate::view::{Options, csv, html, json, markdown};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::{Path, PathBuf};

/// The width by which pages are laid out, whatever the terminal's.
const WIDTH: usize = 120;

const RECORDS: &[Format] =
    &[Format::Html, Format::Markdown, Format::Csv, Format::Ndjson, Format::Stix, Format::Picture];
const TIMELINE: &[Format] = &[Format::Picture, Format::Json, Format::Csv, Format::Html, Format::Markdown];
const COMPARISON: &[Format] = &[Format::Html, Format::Markdown, Format::Json, Format::Picture];
const TABLE: &[Format] = &[Format::Csv, Format::Markdown, Format::Picture];
const PICTURE: &[Format] = &[Format::Picture];

impl App {
    /// Offers to export what is shown.
    pub(super) fn offer_export(&mut self) -> Result<(), Refusal> {
        let (name, formats) = match self.screen {
            Screen::Explore => ("incidents", RECORDS),
            Screen::Timeline => ("timeline", TIMELINE),
            Screen::Compare if self.compare.told(&self.desk, &self.options()).is_none() => ("comparison", PICTURE),
            Screen::Compare => ("comparison", COMPARISON),
            Screen::Statistics => ("statistics", TABLE),
            Screen::Matrix => ("matrix", TABLE),
            Screen::Problems => ("problems", PICTURE),
        };
        let name = match self.one() {
            Some(entry) => entry.id().to_owned(),
            None => format!("breachline-{name}"),
        };
        if self.records().is_empty() && formats != PICTURE {
            return Err(screen::NOTHING_HERE);
        }
        self.overlays.push(Overlay::Export(Export::new(&name, formats)));
        Ok(())
    }

    /// What carries out an export.
    pub(super) fn export(&self, wanted: &Export) -> Vec<Effect> {
        let path = wanted.path().map(PathBuf::from);
        vec![match (self.exported(wanted.format()), path) {
            (Told::Text(text), None) => Effect::Copy(text),
            (told, path) => Effect::Export { told, path, replace: wanted.may_replace() },
        }]
    }

    /// Takes in that what was shown is written.
    pub(super) fn was_exported(&mut self, path: &Path) -> Vec<Effect> {
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Export(_)));
        self.tell(words::WRITTEN_TO, &[path.display().to_string()], Role::Strong);
        Vec::new()
    }

    /// Takes in that a file is there already, and asks whether it may be replaced.
    pub(super) fn is_in_the_way(&mut self, path: &Path) -> Vec<Effect> {
        if let Some(Overlay::Export(export)) = self.overlays.last_mut() {
            export.ask();
        }
        self.tell(words::EXISTS, &[path.display().to_string()], Role::Warning);
        Vec::new()
    }

    pub(super) fn key_over_export(&mut self, mut export: Export, key: Key) -> Vec<Effect> {
        let command = keymap::find(key, Scope::Anywhere);
        let mut effects = Vec::new();
        match command {
            Some(Command::Escape) => return Vec::new(),
            Some(Command::Open) => {
                effects = self.export(&export);
                if export.path().is_none() {
                    return effects;
                }
            }
            Some(Command::NextPane | Command::PreviousPane) => export.turn(),
            Some(command) if key.letter().is_none() && matches!(command, Command::Up | Command::Down) => {
                if let Some(step) = step(command) {
                    export.go(step);
                }
            }
            _ => export.take(key),
        }
        self.overlays.push(Overlay::Export(export));
        effects
    }

    fn options(&self) -> Options {
        Options { lang: self.desk.lang, glyphs: Glyphs::Unicode, width: WIDTH }
    }

    /// The one incident that is told in full, where the cursor is in it.
    fn one(&self) -> Option<&Entry> {
        let in_detail = self.screen == Screen::Explore && self.explore.pane != Pane::List;
        self.desk.chosen().filter(|_| in_detail)
    }

    /// The records that are shown.
    fn records(&self) -> Vec<&Entry> {
        let entry = |at: usize| self.desk.library.entries.get(at);
        match (self.one(), self.screen) {
            (Some(one), _) => vec![one],
            (None, Screen::Explore) => self.desk.hits.iter().filter_map(|hit| entry(hit.index)).collect(),
            (None, _) => self.desk.shown().into_iter().filter_map(entry).collect(),
        }
    }

    fn exported(&self, format: Format) -> Told {
        let entries = || self.records().into_iter().cloned().collect();
        match self.screen {
            _ if format == Format::Picture => Told::Text(self.picture()),
            Screen::Compare => Told::Text(self.compared(format)),
            Screen::Matrix => Told::Text(table(&self.matrix.table(&self.desk), format)),
            Screen::Statistics => Told::Text(table(&self.statistics.table(&self.desk), format)),
            Screen::Timeline if format == Format::Json => {
                Told::Lanes { entries: entries(), align: self.timeline.align(), lang: self.desk.lang }
            }
            _ => {
                let format = match format {
                    Format::Csv => export::Format::Csv,
                    Format::Ndjson => export::Format::Ndjson,
                    Format::Stix => export::Format::Stix,
                    Format::Html => export::Format::Html,
                    _ => export::Format::Markdown,
                };
                let asked = self.desk.filter.typing.text().to_owned();
                Told::Records { entries: entries(), format, options: self.options(), asked }
            }
        }
    }

    fn compared(&self, format: Format) -> String {
        let options = self.options();
        let Some(told) = self.compare.told(&self.desk, &options) else { return String::new() };
        let rows = self.compare.rows();
        match format {
            Format::Html => html::comparison(&told, rows, &options),
            Format::Json => json::text(&json::compare(&told, rows), true) + "\n",
            _ => markdown::comparison(&told, rows, &options),
        }
    }

    /// The screen without what lies over it, as an SVG.
    fn picture(&self) -> String {
        let (width, height) = self.desk.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.paint(&mut buffer);
        let place = self.desk.place.as_deref().unwrap_or(screen::BUILT_IN.get(self.desk.lang));
        let title = words::PICTURE_TITLE.fill(self.desk.lang, &[&self.scope().label().get(self.desk.lang)]);
        picture::svg(&buffer, &title, place)
    }
}

/// Rows of cells, the heads first, as a table.
fn table(rows: &[Vec<String>], format: Format) -> String {
    match format {
        Format::Csv => {
            let line = |row: &Vec<String>| csv::line(row.iter().map(|cell| csv::harmless(cell)), csv::Separator::Comma);
            rows.iter().map(line).collect::<Vec<_>>().concat()
        }
        _ => markdown::table(rows),
    }
}
