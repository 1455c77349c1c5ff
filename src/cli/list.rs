//! `list`: the records that match, as a table, JSON, NDJSON, CSV, YAML or ids.
//! The shapes of the JSON are `view::json`'s.

use super::output::is_safe;
use super::{Ending, Shell, Trouble, args, findings, table};
use crate::query::saved::View;
use crate::query::{Document, Key, Order};
use crate::store::{Entry, Library, source};
use crate::text::cli as words;
use crate::view::csv::{Separator, line};
use crate::view::export::{Exporter, Format};
use crate::view::{Line, json};
use clap::ArgMatches;

impl Shell<'_> {
    pub(super) fn list(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let query = args::query(given);
        let view = self.view(&query)?.map(|(view, _)| view);
        let order = match given.get_one::<String>("sort") {
            Some(sort) => self.order(Some(sort))?,
            None => view.as_ref().and_then(|view| view.order).unwrap_or_default(),
        };
        let format = given.get_one::<String>("format").map_or("table", String::as_str);
        let chosen = self.chosen(given.get_one::<String>("columns").map(String::as_str), format, view)?;
        let library = self.library()?;
        let entries = self.matching(&library, &query, order)?;
        let documents: Vec<&Document> = entries.iter().map(|entry| &*entry.document).collect();
        match (format, chosen) {
            ("json", _) => {
                let mut rows = Vec::with_capacity(entries.len());
                self.for_each(&entries, |shell, incident, entry| {
                    rows.push(json::list_row(incident, &entry.path, shell.lang));
                    Ok(())
                })?;
                self.out.json(&json::list(numbers(&library), &rows), true)?;
            }
            ("ndjson", _) => self.each(Exporter::new(Format::Ndjson, self.options()), &entries)?,
            ("csv", Some(columns)) => self.cells(&documents, &columns)?,
            ("csv", None) => self.each(Exporter::new(Format::Csv, self.options()), &entries)?,
            ("yaml", _) => self.yaml(&entries)?,
            ("ids", _) => entries.iter().try_for_each(|e| self.out.raw(&format!("{}\n", e.id())))?,
            (_, chosen) => self.table(&documents, chosen.as_deref().unwrap_or(&table::USUAL))?,
        }
        if entries.is_empty() && !query.is_empty() {
            return Err(Trouble::Told(self.say(words::NO_MATCH, &[]), Ending::Findings));
        }
        Ok(Ending::Done)
    }

    /// What stands in for the screens where there is no terminal.
    pub(super) fn list_all(&mut self) -> Result<Ending, Trouble> {
        let library = self.library()?;
        let entries = self.matching(&library, "", Order::default())?;
        let documents: Vec<&Document> = entries.iter().map(|entry| &*entry.document).collect();
        self.table(&documents, &table::USUAL)?;
        Ok(Ending::Done)
    }

    /// The columns that were asked for, else those of a saved view between id and title; `None` if neither names any.
    fn chosen(&self, given: Option<&str>, format: &str, view: Option<View>) -> Result<Option<Vec<Key>>, Trouble> {
        if let Some(given) = given {
            if !matches!(format, "table" | "csv") {
                return Err(Trouble::Told(self.say(words::NO_COLUMNS, &[&format]), Ending::Usage));
            }
            return self.columns(given).map(Some);
        }
        let columns = view.map(|view| view.columns).filter(|columns| !columns.is_empty());
        Ok(columns.map(|columns| [&[Key::Id], &columns[..], &[Key::Title]].concat()))
    }

    pub(super) fn order(&self, given: Option<&str>) -> Result<Order, Trouble> {
        let Some(given) = given else { return Ok(Order::default()) };
        Order::of(given).ok_or_else(|| {
            let known: Vec<String> = Key::ALL.iter().map(ToString::to_string).collect();
            let name = crate::text::clean(given.trim_start_matches('-'));
            let told = self.say(words::BAD_SORT, &[&name, &known.join(", ")]);
            Trouble::Told(self.with_nearest(told, &Key::nearest(&name)), Ending::Usage)
        })
    }

    fn table(&mut self, documents: &[&Document], columns: &[Key]) -> Result<(), Trouble> {
        if documents.is_empty() {
            return Ok(());
        }
        let lines: Vec<Line> = table::lines(columns, documents, (self.lang, self.out.glyphs), self.out.width).collect();
        Ok(self.out.lines(&lines)?)
    }

    fn cells(&mut self, documents: &[&Document], columns: &[Key]) -> Result<(), Trouble> {
        self.out.raw(&line(columns.iter().flat_map(|key| table::names(*key)), Separator::Comma))?;
        documents.iter().try_for_each(|document| {
            let cells = columns.iter().flat_map(|key| table::cells(*key, document, self.lang));
            Ok(self.out.raw(&line(cells, Separator::Comma))?)
        })
    }

    /// Writes records one after another.
    pub(super) fn each(&mut self, mut exporter: Exporter, entries: &[&Entry]) -> Result<(), Trouble> {
        self.out.raw(&exporter.begin(entries.iter().map(|entry| entry.id())))?;
        self.for_each(entries, |shell, incident, entry| {
            Ok(shell.out.raw(&exporter.incident(incident, &entry.path))?)
        })?;
        Ok(self.out.raw(&exporter.end())?)
    }

    /// The records as they are written, one YAML document each.
    pub(super) fn yaml(&mut self, entries: &[&Entry]) -> Result<(), Trouble> {
        for (n, entry) in entries.iter().enumerate() {
            let text = self.source(entry)?;
            let text = text.strip_prefix('\u{feff}').filter(|_| n > 0).unwrap_or(&text);
            // a file may open with the mark itself
            if n > 0 && !text.starts_with("---") {
                self.out.raw("---\n")?;
            }
            self.out.raw(text)?;
            if !text.ends_with('\n') {
                self.out.raw("\n")?;
            }
        }
        Ok(())
    }

    /// A record's file as it is written.
    pub(super) fn source(&self, entry: &Entry) -> Result<String, Trouble> {
        let path = crate::text::clean(&entry.path);
        let text = source(entry)
            .map_err(|error| Trouble::Told(self.say(words::UNREADABLE, &[&path, &error]), Ending::Failed))?;
        if !is_safe(&text) {
            self.remark(&self.say(words::NOT_AS_WRITTEN, &[&path]));
        }
        Ok(text)
    }
}

fn numbers(library: &Library) -> json::Numbers {
    let (errors, warnings) = findings(library);
    json::Numbers { total: library.entries.len(), errors, warnings }
}
