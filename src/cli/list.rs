//! `list`: the records that match, as a table, JSON, NDJSON, CSV, YAML or ids.
//! The shapes of the JSON are `view::json`'s.

use super::output::is_safe;
use super::{Ending, Shell, Trouble, args, findings};
use crate::query::{Hit, Key, Order};
use crate::record::vocabulary::Vocabulary;
use crate::store::{Entry, Library, source};
use crate::text::cli as words;
use crate::theme::Role;
use crate::view::export::{Exporter, Format};
use crate::view::{Line, Standing, json, wording};
use clap::ArgMatches;
use unicode_width::UnicodeWidthStr;

/// The fewest cells for a title beside the other columns; it stands below them where there are fewer.
const LEAST_TITLE: usize = 24;

impl Shell<'_> {
    pub(super) fn list(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let query = args::query(given);
        let view = self.view(&query)?;
        let order = match given.get_one::<String>("sort") {
            Some(sort) => self.order(Some(sort))?,
            None => view.and_then(|(view, _)| view.order).unwrap_or_default(),
        };
        let library = self.library()?;
        let hits = self.matching(&library, &query, order)?;
        let entries: Vec<&Entry> = hits.iter().filter_map(|hit: &Hit| library.entries.get(hit.index)).collect();
        match given.get_one::<String>("format").map_or("table", String::as_str) {
            "json" => {
                let mut rows = Vec::with_capacity(entries.len());
                self.for_each(&entries, |shell, incident, entry| {
                    rows.push(json::list_row(incident, &entry.path, shell.lang));
                    Ok(())
                })?;
                self.out.json(&json::list(numbers(&library), &rows), true)?;
            }
            "ndjson" => self.each(Exporter::new(Format::Ndjson, self.options()), &entries)?,
            "csv" => self.each(Exporter::new(Format::Csv, self.options()), &entries)?,
            "yaml" => self.yaml(&entries)?,
            "ids" => entries.iter().try_for_each(|e| self.out.raw(&format!("{}\n", e.id())))?,
            _ => self.table(&entries)?,
        }
        if entries.is_empty() && !query.is_empty() {
            return Err(Trouble::Told(self.say(words::NO_MATCH, &[]), Ending::Findings));
        }
        Ok(Ending::Done)
    }

    /// What stands in for the screens where there is no terminal.
    pub(super) fn list_all(&mut self) -> Result<Ending, Trouble> {
        let library = self.library()?;
        let hits = self.matching(&library, "", Order::default())?;
        let entries: Vec<&Entry> = hits.iter().filter_map(|hit| library.entries.get(hit.index)).collect();
        self.table(&entries)?;
        Ok(Ending::Done)
    }

    pub(super) fn order(&self, given: Option<&str>) -> Result<Order, Trouble> {
        let Some(given) = given else { return Ok(Order::default()) };
        Order::of(given).ok_or_else(|| {
            let known: Vec<String> = Key::ALL.iter().map(ToString::to_string).collect();
            let name = crate::text::clean(given.trim_start_matches('-'));
            Trouble::Told(self.say(words::BAD_SORT, &[&name, &known.join(", ")]), Ending::Usage)
        })
    }

    fn table(&mut self, entries: &[&Entry]) -> Result<(), Trouble> {
        let lang = self.lang;
        let rows: Vec<[String; 5]> = entries
            .iter()
            .map(|entry| {
                let document = &entry.document;
                let affected = document.headline.map(|h| {
                    let sign = if h.contested { self.out.glyphs.get(crate::theme::Glyph::Differs) } else { "" };
                    format!("{}{sign}", wording::count::compact(h.count, lang, self.out.glyphs))
                });
                [
                    entry.id().to_owned(),
                    document.date_text.to_string(),
                    affected.unwrap_or_default(),
                    document.status.map(|s| s.label().get(lang).to_owned()).unwrap_or_default(),
                    document.title.get(lang).to_owned(),
                ]
            })
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        let heads = words::HEADS.map(|head| head.get(lang).to_owned());
        let columns = Columns::of(&heads, &rows, self.out.width);
        let head = columns.lines(&heads, [Role::Muted; 5]);
        self.out.lines(head.get(..1).unwrap_or_default())?;
        for (row, entry) in rows.iter().zip(entries) {
            let status = Standing::of_status(entry.document.status).role();
            self.out.lines(&columns.lines(row, [Role::Key, Role::Text, Role::Strong, status, Role::Text]))?;
        }
        Ok(())
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

/// How a table's columns share the reader's width; the last, the title, is folded to what is left.
struct Columns {
    /// The widths of all but the last.
    widths: [usize; 4],
    /// The reader's width, if it is known.
    width: Option<usize>,
}

impl Columns {
    fn of(heads: &[String; 5], rows: &[[String; 5]], width: Option<usize>) -> Columns {
        let widest = |n: usize| rows.iter().chain([heads]).map(|row| row[n].width()).max().unwrap_or(0);
        Columns { widths: [widest(0), widest(1), widest(2), widest(3)], width }
    }

    fn lines(&self, row: &[String; 5], roles: [Role; 5]) -> Vec<Line> {
        let mut line = Line::new();
        for (n, width) in self.widths.iter().enumerate() {
            let gap = width - row[n].width();
            let (before, after) = if n == 2 { (gap, 2) } else { (0, gap + 2) };
            line = line.with(" ".repeat(before), Role::Text).with(&row[n], roles[n]);
            line = line.with(" ".repeat(after), Role::Text);
        }
        let title = Line::of(&row[4], roles[4]);
        let used = line.width();
        match self.width {
            Some(width) if width < used + LEAST_TITLE => {
                let indented = |row: Line| Line::of("  ", Role::Text).joined(row);
                let below = title.fold(width.saturating_sub(2)).into_iter().map(indented);
                std::iter::once(line).chain(below).collect()
            }
            Some(width) => {
                let mut rows = title.fold(width - used).into_iter();
                let first = rows.next().unwrap_or_default();
                let indented = |row: Line| Line::of(" ".repeat(used), Role::Text).joined(row);
                std::iter::once(line.joined(first)).chain(rows.map(indented)).collect()
            }
            None => vec![line.joined(title)],
        }
    }
}
