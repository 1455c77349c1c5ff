//! `export`: the records that match for other programs, to standard output, a file or a folder.
//! What each format holds is `view::export`'s.

use super::output::Output;
use super::{Ending, Shell, Trouble, args};
use crate::record::Incident;
use crate::store::{self, Entry, NewFile};
use crate::text::{clean, export as words, number};
use crate::theme::Glyphs;
use crate::view::Options;
use crate::view::csv::Separator;
use crate::view::export::{Exporter, Format};
use clap::ArgMatches;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// The width by which pages and pictures are laid out: the reader's terminal changes no byte.
pub const WIDTH: u16 = 120;
/// The most lanes of a picture.
const MOST_LANES: usize = 500;

impl Shell<'_> {
    pub(super) fn export(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let order = self.order(given.get_one::<String>("sort").map(String::as_str))?;
        let query = args::query(given);
        let library = self.library()?;
        let entries = self.matching(&library, &query, order)?;
        if entries.is_empty() && !query.is_empty() {
            return Err(Trouble::Told(self.say(crate::text::cli::NO_MATCH, &[]), Ending::Findings));
        }
        let output = given.get_one::<PathBuf>("output");
        let format = given.get_one::<String>("format").map_or("ndjson", String::as_str);
        match output.filter(|path| format == "yaml" && is_folder(path)) {
            Some(folder) => self.folder(folder, &entries)?,
            None => self.to(output.map(PathBuf::as_path), |shell| shell.exported(given, format, &entries))?,
        }
        Ok(Ending::Done)
    }

    /// What is laid out for nobody's terminal in particular.
    pub(super) fn fixed(&self) -> Options {
        Options { lang: self.lang, glyphs: Glyphs::Unicode, width: WIDTH.into() }
    }

    fn exported(&mut self, given: &ArgMatches, format: &str, entries: &[&Entry]) -> Result<(), Trouble> {
        let exporter = |format| Exporter::new(format, self.fixed());
        match format {
            "csv" => {
                let separator = match given.get_one::<String>("separator").map(String::as_str) {
                    Some("semicolon") => Separator::Semicolon,
                    Some("tab") => Separator::Tab,
                    _ => Separator::Comma,
                };
                if given.get_flag("bom") {
                    // the mark is no text that could reach a reader
                    self.out.to.write_all("\u{feff}".as_bytes())?;
                }
                self.each(Exporter::new(Format::Csv, self.fixed()).separated(separator), entries)
            }
            "markdown" => self.each(exporter(Format::Markdown), entries),
            "html" => self.each(exporter(Format::Html).asked(&args::query(given)), entries),
            "stix" => self.each(exporter(Format::Stix), entries),
            "svg" => self.lanes(entries),
            "yaml" => self.yaml(entries),
            _ => self.each(exporter(Format::Ndjson), entries),
        }
    }

    /// Fails where a picture of so many lanes would be too high for anybody to look at.
    pub(super) fn are_few(&self, lanes: usize) -> Result<(), Trouble> {
        if lanes <= MOST_LANES {
            return Ok(());
        }
        let (most, all) = (number(self.lang, MOST_LANES as u64), number(self.lang, lanes as u64));
        Err(Trouble::Told(self.say(words::TOO_MANY_LANES, &[&most, &all]), Ending::Usage))
    }

    fn lanes(&mut self, entries: &[&Entry]) -> Result<(), Trouble> {
        self.are_few(entries.len())?;
        let wholes = self.wholes(entries)?;
        let incidents: Vec<&Incident> = wholes.iter().map(|whole| &**whole).collect();
        let glyphs = std::mem::replace(&mut self.out.glyphs, Glyphs::Unicode);
        let picture = self.picture(&incidents, None, WIDTH);
        self.out.glyphs = glyphs;
        Ok(self.out.raw(&picture)?)
    }

    /// Writes each record's file as it is; a file of another text is never replaced.
    fn folder(&self, folder: &Path, entries: &[&Entry]) -> Result<(), Trouble> {
        store::make_folder(folder).map_err(|error| self.unwritable(folder, &error))?;
        for entry in entries {
            let text = store::source(entry).map_err(|error| self.unwritable(Path::new(&*entry.path), &error))?;
            let path = folder.join(format!("{}.yaml", entry.id()));
            if store::holds(&path, &text) {
                continue;
            }
            if store::exists(&path) {
                let told = self.say(words::IN_THE_WAY, &[&clean(&path.display().to_string())]);
                return Err(Trouble::Told(told, Ending::Failed));
            }
            store::write(&path, &text).map_err(|error| self.unwritable(&path, &error))?;
        }
        Ok(())
    }

    /// Writes to a file, whole or not at all, else to standard output.
    pub(super) fn to(
        &mut self,
        path: Option<&Path>,
        write: impl FnOnce(&mut Shell) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else { return write(self) };
        let failed = |error: &io::Error| self.unwritable(path, error);
        let mut file = BufWriter::new(NewFile::create(path).map_err(|error| failed(&error))?);
        let Output { width, glyphs, .. } = self.out;
        let out = Output { to: &mut file, color: false, width, glyphs };
        let (paths, clocks, caches) = (self.paths.clone(), self.clocks.clone(), self.caches.clone());
        let mut shell = Shell { lang: self.lang, paths, clocks, caches, now: self.now, quiet: self.quiet, out };
        match write(&mut shell) {
            Err(Trouble::Output(error)) => return Err(failed(&error)),
            other => other?,
        }
        file.into_inner().map_err(|error| failed(error.error()))?.finish().map_err(|error| failed(&error))
    }

    fn unwritable(&self, path: &Path, error: &io::Error) -> Trouble {
        let path = clean(&path.display().to_string());
        Trouble::Told(self.say(words::UNWRITABLE, &[&path, error]), Ending::Failed)
    }
}

/// Whether a path names a folder: one that is there, or one with a slash at its end.
fn is_folder(path: &Path) -> bool {
    store::is_folder(path) || path.as_os_str().to_string_lossy().ends_with(std::path::MAIN_SEPARATOR)
}
