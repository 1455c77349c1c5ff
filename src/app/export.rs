//! What `x` makes of what is shown: the records of a list, a comparison, a matrix, counts, or the screen as a picture.
//! It writes nothing; the effect that it returns does.

use super::{App, Effect, Overlay};
use crate::picture;
use crate::record::Incident;
use crate::screen::compare::Compare;
use crate::screen::explore::Pane;
use crate::screen::export::{Export, Format};
use crate::screen::{Refusal, Screen};
use crate::text::{export as words, screen};
use crate::theme::Glyphs;
use crate::view::export::{self, Exporter};
use crate::view::{Options, csv, html, json, markdown};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// The width by which pages are laid out, whatever the terminal's.
const WIDTH: usize = 120;

const RECORDS: &[Format] = &[Format::Markdown, Format::Csv, Format::Ndjson, Format::Stix, Format::Picture];
const TIMELINE: &[Format] = &[Format::Picture, Format::Json, Format::Csv, Format::Markdown];
const COMPARISON: &[Format] = &[Format::Html, Format::Markdown, Format::Json, Format::Picture];
const TABLE: &[Format] = &[Format::Csv, Format::Markdown, Format::Picture];
const PICTURE: &[Format] = &[Format::Picture];

impl App {
    /// Offers to export what is shown.
    pub(super) fn offer_export(&mut self) -> Result<(), Refusal> {
        let (name, formats) = match self.screen {
            Screen::Explore => ("incidents", RECORDS),
            Screen::Timeline => ("timeline", TIMELINE),
            Screen::Compare if Compare::told(&self.desk, &self.options()).is_none() => ("comparison", PICTURE),
            Screen::Compare => ("comparison", COMPARISON),
            Screen::Statistics => ("statistics", TABLE),
            Screen::Matrix => ("matrix", TABLE),
            Screen::Problems => ("problems", PICTURE),
        };
        let name = match self.one() {
            Some(incident) => incident.id.clone(),
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
        let text = self.exported(wanted.format());
        match wanted.path() {
            None => vec![Effect::Copy(text)],
            Some(path) => vec![Effect::Write { path: PathBuf::from(path), text, replace: wanted.may_replace() }],
        }
    }

    fn options(&self) -> Options {
        Options { lang: self.desk.lang, glyphs: Glyphs::Unicode, width: WIDTH }
    }

    /// The one incident that is told in full, where the cursor is in it.
    fn one(&self) -> Option<&Incident> {
        let in_detail = self.screen == Screen::Explore && self.explore.pane != Pane::List;
        self.desk.chosen().filter(|_| in_detail).map(|entry| &*entry.incident)
    }

    /// The records that are shown, and their files.
    fn records(&self) -> Vec<(&Incident, &str)> {
        let entry = |at: usize| self.desk.library.entries.get(at).map(|entry| (&*entry.incident, entry.path.as_str()));
        if let Some(one) = self.one() {
            return self.desk.chosen().map(|entry| (one, entry.path.as_str())).into_iter().collect();
        }
        match self.screen {
            Screen::Explore => self.desk.hits.iter().filter_map(|hit| entry(hit.index)).collect(),
            _ => self.desk.shown().into_iter().filter_map(entry).collect(),
        }
    }

    fn exported(&self, format: Format) -> String {
        if format == Format::Picture {
            return self.picture();
        }
        match self.screen {
            Screen::Compare => self.compared(format),
            Screen::Matrix => table(&self.matrix.table(&self.desk), format),
            Screen::Statistics => table(&self.statistics.table(&self.desk), format),
            Screen::Timeline if format == Format::Json => {
                let incidents: Vec<&Incident> = self.records().into_iter().map(|(incident, _)| incident).collect();
                json::text(&json::timeline(&incidents, self.timeline.align(), self.desk.lang), true) + "\n"
            }
            _ => {
                let format = match format {
                    Format::Csv => export::Format::Csv,
                    Format::Ndjson => export::Format::Ndjson,
                    Format::Stix => export::Format::Stix,
                    _ => export::Format::Markdown,
                };
                export::whole(Exporter::new(format, self.options()), self.records().into_iter())
            }
        }
    }

    fn compared(&self, format: Format) -> String {
        let options = self.options();
        let Some(told) = Compare::told(&self.desk, &options) else { return String::new() };
        let rows = self.compare.rows();
        match format {
            Format::Html => html::comparison(&told, rows, &options),
            Format::Json => json::text(&json::compare(&told, rows), true) + "\n",
            _ => markdown::comparison(&told, rows, options.glyphs),
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
