//! The folder into which others' data are imported: which records it has from them, and what was imported last.
//! It decides nothing about what is imported; `import` does.

use super::beside::sweep;
use super::load::load;
use super::save::{failure, save_swept};
use super::seen::Seen;
use super::system::Real;
use crate::edit::{self, Failure, Write};
use crate::import::merge::{Merged, merge};
use crate::import::{Fault, Item, Report, Why};
use crate::record::check::identifier;
use crate::record::finding::Severity;
use crate::record::{Imported, Incident, read};
use crate::text::Lang;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The most that a mapping may have, in bytes.
const SMALL: u64 = 64 * 1024;

/// A file of others' data, and how large it is, in bytes.
pub fn input(path: &Path) -> io::Result<(File, u64)> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    Ok((File::open(path)?, metadata.len()))
}

/// The text of a small file.
pub fn small(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    input(path)?.0.take(SMALL).read_to_string(&mut text)?;
    Ok(text)
}

/// The file that holds what was imported last, one record a line; the last line of an item holds.
const JOURNAL: &str = ".breachline-imports.ndjson";

/// A folder of records into which others' data are imported.
pub struct Imports {
    folder: PathBuf,
    dry: bool,
    now: DateTime<Utc>,
    lang: Lang,
    /// Where the record of each item is.
    records: HashMap<Imported, PathBuf>,
    ids: HashSet<String>,
    /// Where in the journal the last line of each item starts.
    last: HashMap<Imported, u64>,
    journal: Option<File>,
    seen: HashSet<Imported>,
    /// The figures so far.
    pub report: Report,
}

/// How many times a record is merged anew that somebody writes meanwhile.
const TRIES: usize = 3;

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What a line of the journal is.
#[derive(serde::Deserialize)]
struct Line {
    imported: Imported,
}

impl Imports {
    /// Opens a folder; unless it is a dry run, the folder is made where it is missing.
    pub fn open(folder: &Path, dry: bool, now: DateTime<Utc>, lang: Lang) -> io::Result<Imports> {
        if !dry {
            fs::create_dir_all(folder)?;
        }
        let mut imports = Imports {
            folder: folder.to_owned(),
            dry,
            now,
            lang,
            records: HashMap::new(),
            ids: HashSet::new(),
            last: HashMap::new(),
            journal: None,
            seen: HashSet::new(),
            report: Report::default(),
        };
        if folder.is_dir() {
            if !dry {
                sweep(&mut Real, folder);
            }
            load(&[folder.to_owned()], None, &mut Seen::once(), now, &mut |batch| {
                for entry in &batch.entries {
                    imports.ids.insert(entry.id().to_owned());
                    if let (Some(imported), Some(path)) = (&entry.document.imported, entry.file()) {
                        imports.records.insert(Imported::clone(imported), path.to_owned());
                    }
                }
                ControlFlow::Continue(())
            });
            imports.open_journal()?;
        }
        Ok(imports)
    }

    fn open_journal(&mut self) -> io::Result<()> {
        let path = self.folder.join(JOURNAL);
        let opened = if self.dry {
            OpenOptions::new().read(true).open(&path)
        } else {
            OpenOptions::new().read(true).append(true).create(true).open(&path)
        };
        let file = match opened {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.dry => return Ok(()),
            Err(error) => return Err(error),
        };
        let mut lines = BufReader::new(&file);
        let (mut at, mut text) = (0, Vec::new());
        loop {
            text.clear();
            let length = lines.read_until(b'\n', &mut text)?;
            if length == 0 {
                break;
            }
            // a line that was cut off tells nothing
            if let Ok(line) = serde_json::from_slice::<Line>(&text) {
                self.last.insert(line.imported, at);
            }
            at += length as u64;
        }
        // what comes next must not join a line that was cut off
        if !self.dry && !text.is_empty() && !text.ends_with(b"\n") {
            (&file).write_all(b"\n")?;
        }
        self.journal = Some(file);
        Ok(())
    }

    /// Takes an item in: writes, updates or leaves its record, and counts it.
    pub fn take(&mut self, mut item: Item) -> Result<(), Fault> {
        self.report.note(&item.losses, item.mentions);
        let Some(mut imported) = item.imported().cloned() else { return Ok(()) };
        if self.seen.contains(&imported) {
            let name = imported.item.clone();
            // of items with one name, the later ones are numbered
            let mut number = 2;
            while self.seen.contains(&imported) {
                imported.item = format!("{name} ({number})");
                number += 1;
            }
            item.incident.imported = Some(imported.clone());
        }
        self.seen.insert(imported.clone());
        let result = match self.records.get(&imported).cloned() {
            Some(path) => self.update(&path, &imported, &item.incident),
            None => self.create(&imported, item.incident),
        };
        if result.is_err() {
            self.report.left_out += 1;
        }
        result.map_err(|why| Fault { at: 0, why })
    }

    fn create(&mut self, imported: &Imported, mut incident: Incident) -> Result<(), Why> {
        let id = self.free_id(&incident);
        incident.id.clone_from(&id);
        let path = self.folder.join(format!("{id}.yaml"));
        let text = edit::write(&incident);
        self.check(&text, &id)?;
        if !self.dry {
            let write = Write { path: path.clone(), before: None, after: Some(text.into_bytes()) };
            save_swept(&write).map_err(|failure| match failure {
                Failure::Conflict(_) => Why::InTheWay(path.display().to_string()),
                failure => Why::Unwritten(failure.told(&path, self.lang)),
            })?;
        }
        self.remember(imported, &incident)?;
        self.records.insert(imported.clone(), path);
        self.ids.insert(id);
        self.report.written += 1;
        Ok(())
    }

    fn update(&mut self, path: &Path, imported: &Imported, new: &Incident) -> Result<(), Why> {
        let wrong = |error: &dyn std::fmt::Display| Why::NoRecord(format!("{}: {error}", path.display()));
        let last = self.last_of(imported).map_err(|error| wrong(&error))?;
        let mut wanted = edit::item(new);
        for attempt in 1.. {
            let before = fs::read(path).map_err(|error| wrong(&error))?;
            let (merged, own) = self.merged(path, &before, last.as_ref(), &mut wanted)?;
            if merged.value == own {
                self.report.unchanged += 1;
                self.report.kept += merged.kept;
                break;
            }
            let incident: Incident =
                serde_json::from_value(merged.value).map_err(|error| Why::NoRecord(error.to_string()))?;
            let text = String::from_utf8_lossy(&before);
            let after = edit::revise(&text, &incident).map_err(|error| Why::NoRecord(error.to_string()))?;
            self.check(&after, &stem(path))?;
            let write = Write { path: path.to_owned(), before: Some(before), after: Some(after.into_bytes()) };
            match if self.dry { Ok(()) } else { save_swept(&write) } {
                // somebody has written it since it was read
                Err(Failure::Conflict(Some(_))) if attempt < TRIES => {}
                Err(failure) => return Err(Why::Unwritten(failure.told(path, self.lang))),
                Ok(()) => {
                    self.report.updated += 1;
                    self.report.kept += merged.kept;
                    break;
                }
            }
        }
        if last.is_none_or(|mut last| {
            last["id"] = wanted["id"].clone();
            last != wanted
        }) {
            self.remember(imported, new)?;
        }
        Ok(())
    }

    /// What a record should be, and what it is; `wanted` gets its id.
    fn merged(
        &self,
        path: &Path,
        bytes: &[u8],
        last: Option<&Value>,
        wanted: &mut Value,
    ) -> Result<(Merged, Value), Why> {
        let reading = read(bytes, &stem(path), self.now);
        let fault = |finding: Option<&crate::record::finding::Finding>| {
            let told = finding.map(|finding| finding.message(self.lang)).unwrap_or_default();
            Why::NoRecord(format!("{}: {told}", path.display()))
        };
        let error = reading.findings.iter().find(|finding| finding.severity == Severity::Error);
        let own = edit::item(&reading.incident.ok_or_else(|| fault(error))?);
        wanted["id"] = own["id"].clone();
        // without what was imported last, what is there is all a person's
        let mut base = last.cloned().unwrap_or_else(|| wanted.clone());
        base["id"] = own["id"].clone();
        Ok((merge(&base, wanted, &own), own))
    }

    /// Only a sound record is written.
    fn check(&self, text: &str, stem: &str) -> Result<(), Why> {
        let reading = read(text.as_bytes(), stem, self.now);
        let error = reading.findings.iter().find(|finding| finding.severity == Severity::Error);
        error.map_or(Ok(()), |finding| Err(Why::NoRecord(finding.message(self.lang))))
    }

    /// An id that nobody has: the organisation and the month, if need be the day, if need be a number.
    fn free_id(&self, incident: &Incident) -> String {
        let name = identifier(incident.organisation.name.get(Lang::En));
        let name = if name.is_empty() { "incident".to_owned() } else { name };
        let zone = incident.zone();
        let starts = incident.timeline.iter().filter_map(|event| event.date.interval(zone).earliest);
        let date = starts.min().map_or_else(|| "undated".to_owned(), |at| at.format("%Y-%m-%d").to_string());
        let month = date.get(..7).unwrap_or(&date);
        let named = [format!("{name}-{month}"), format!("{name}-{date}")].into_iter();
        let numbered = (2_u64..).map(|n| format!("{name}-{date}-{n}"));
        named.chain(numbered).find(|id| !self.ids.contains(id)).unwrap_or(name)
    }

    /// What was imported last of an item.
    fn last_of(&mut self, imported: &Imported) -> io::Result<Option<Value>> {
        let (Some(at), Some(file)) = (self.last.get(imported), &mut self.journal) else { return Ok(None) };
        file.seek(SeekFrom::Start(*at))?;
        let mut text = String::new();
        BufReader::new(&*file).read_line(&mut text)?;
        Ok(serde_json::from_str::<Value>(&text).ok().map(|line| line["record"].clone()))
    }

    fn remember(&mut self, imported: &Imported, incident: &Incident) -> Result<(), Why> {
        if self.dry {
            return Ok(());
        }
        let path = self.folder.join(JOURNAL);
        let lang = self.lang;
        let unwritten = |error: io::Error| Why::Unwritten(failure(&error).told(&path, lang));
        if self.journal.is_none() {
            self.open_journal().map_err(unwritten)?;
        }
        let Some(file) = &mut self.journal else { return Ok(()) };
        let at = file.seek(SeekFrom::End(0)).map_err(unwritten)?;
        let line = format!("{}\n", json!({ "imported": imported, "record": edit::item(incident) }));
        file.write_all(line.as_bytes()).map_err(unwritten)?;
        self.last.insert(imported.clone(), at);
        Ok(())
    }
}
