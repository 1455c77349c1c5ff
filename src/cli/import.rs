//! `import`: records from others' data, with a report of what became of them and what was lost.
//! What an item means is `import`'s, what is written `store`'s.

use super::{Ending, Shell, Trouble};
use crate::import::report::Fate;
use crate::import::{self, Dataset, Fault, Map, Report, Why};
use crate::store::{self, Imports};
use crate::text::{clean, import as words, number};
use crate::theme::Role;
use crate::view::Line;
use clap::ArgMatches;
use serde_json::json;
use std::cell::Cell;
use std::io::{self, IsTerminal, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// How many faults are told one by one.
const MOST: usize = 1_000;
/// How many values of a kind the text of a report tells.
const SHOWN: usize = 12;
/// How many items are between two looks of the progress bar.
const STEP: u64 = 50;
/// How wide the progress bar is, in cells.
const BAR: u64 = 30;

impl Shell<'_> {
    pub(super) fn import(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let dataset = given.get_one::<String>("from").and_then(|id| Dataset::of(id)).unwrap_or(Dataset::Csv);
        let files: Vec<PathBuf> = given.get_many::<PathBuf>("files").into_iter().flatten().cloned().collect();
        let into = given.get_one::<PathBuf>("into").cloned().unwrap_or_default();
        let dry = given.get_flag("dry-run");
        let maps = files.iter().map(|file| self.map(dataset, file, given, dry)).collect::<Result<Vec<_>, _>>()?;
        let failed = |path: &Path, error: &io::Error| {
            let told = format!("{}: {}", path.display(), error);
            Trouble::Told(clean(&words::UNREADABLE.fill(self.lang, &[&told])), Ending::Failed)
        };
        let mut imports = Imports::open(&into, dry, self.now, self.lang).map_err(|error| failed(&into, &error))?;
        let mut faults: Vec<(PathBuf, Fault)> = Vec::new();
        for (file, map) in files.iter().zip(&maps) {
            let (source, size) = store::input(file).map_err(|error| failed(file, &error))?;
            let read = Rc::new(Cell::new(0));
            let mut progress =
                Progress { read: Rc::clone(&read), size, shown: io::stderr().is_terminal() && !self.quiet };
            import::read(dataset, &mut Counted { source, read }, map, &mut |outcome| {
                imports.report.read += 1;
                let at = imports.report.read;
                let fault = match outcome {
                    Ok(item) => imports.take(*item).err().map(|fault| Fault { at, ..fault }),
                    Err(fault) => {
                        imports.report.left_out += 1;
                        Some(fault)
                    }
                };
                if faults.len() < MOST {
                    faults.extend(fault.map(|fault| (file.clone(), fault)));
                }
                progress.tell(at);
                ControlFlow::Continue(())
            });
            progress.end();
        }
        self.tell_import(given, &imports.report, &faults, dry)?;
        let unreadable = faults.iter().any(|(_, fault)| matches!(fault.why, Why::Unreadable(_)));
        Ok(if unreadable {
            Ending::Failed
        } else if faults.is_empty() {
            Ending::Done
        } else {
            Ending::Findings
        })
    }

    /// Which column is what: what is said, else what the header makes likely, which is saved for the next time.
    fn map(&self, dataset: Dataset, file: &Path, given: &ArgMatches, dry: bool) -> Result<Map, Trouble> {
        if dataset != Dataset::Csv {
            return Ok(Map::default());
        }
        let named = given.get_one::<PathBuf>("map").cloned();
        let path = named.clone().unwrap_or_else(|| file.with_file_name("map.yaml"));
        let told = |text: String, ending| Trouble::Told(clean(&text), ending);
        let shown = path.display();
        let failed = |error: io::Error| {
            told(words::UNREADABLE.fill(self.lang, &[&format!("{}: {error}", file.display())]), Ending::Failed)
        };
        let (map, columns) = if named.is_some() || store::exists(&path) {
            let text = store::small(&path)
                .map_err(|error| told(self.say(words::BAD_MAP, &[&shown, &error]), Ending::Failed))?;
            (
                Map::read(&text).map_err(|why| told(self.say(words::BAD_MAP, &[&shown, &why]), Ending::Usage))?,
                Vec::new(),
            )
        } else {
            let header = import::header(&mut store::input(file).map_err(failed)?.0);
            let map = Map::propose(&header);
            if !dry {
                store::write(&path, &map.write(&header)).map_err(failed)?;
                self.remark(&clean(&self.say(words::MAP_SAVED, &[&shown])));
            }
            (map, header)
        };
        match map.lacks() {
            Some(field) => Err(told(self.say(words::MAP_LACKS, &[&shown, &field, &columns.join(", ")]), Ending::Usage)),
            None => Ok(map),
        }
    }

    fn tell_import(
        &mut self,
        given: &ArgMatches,
        report: &Report,
        faults: &[(PathBuf, Fault)],
        dry: bool,
    ) -> Result<(), Trouble> {
        if given.get_one::<String>("format").is_some_and(|format| format == "json") {
            return self.import_json(report, faults, dry);
        }
        for (file, fault) in faults {
            let place = clean(&format!("{}:{}", file.display(), fault.at));
            let told = self.say(words::LEFT_OUT, &[&place, &fault.message(self.lang)]);
            self.out.line(&Line::of(told, Role::Warning))?;
        }
        let written = if dry { words::TO_WRITE } else { words::WRITTEN };
        let figures = [
            (words::READ, report.read),
            (written, report.written),
            (words::UNCHANGED, report.unchanged),
            (words::UPDATED, report.updated),
            (words::OUT, report.left_out),
        ];
        let figures: Vec<String> = figures.iter().map(|(plural, n)| plural.of(self.lang, *n)).collect();
        self.out.line(&Line::of(figures.join(", "), Role::Strong))?;
        if report.kept > 0 {
            self.out.line(&Line::of(words::KEPT.of(self.lang, report.kept), Role::Warning))?;
        }
        if report.mentions > 0 {
            let of = [report.unmapped, report.mentions].map(|n| number(self.lang, n));
            self.out.line(&Line::of(self.say(words::MENTIONS, &[&of[0], &of[1]]), Role::Text))?;
        }
        for (fate, head) in [
            (Fate::Approximated, words::APPROXIMATED),
            (Fate::Unmapped, words::UNMAPPED),
            (Fate::Dropped, words::DROPPED),
        ] {
            let losses = report.of(fate);
            if losses.is_empty() {
                continue;
            }
            self.out.line(&Line::of("", Role::Text))?;
            self.out.line(&Line::of(head.get(self.lang), Role::Heading))?;
            for (loss, times) in losses.iter().take(SHOWN) {
                let row = format!("{:>7}  {}: {}", number(self.lang, *times), loss.field, loss.value);
                self.out.line(&Line::of(row, Role::Text))?;
            }
            if losses.len() > SHOWN {
                let more = self.say(words::MORE, &[&number(self.lang, (losses.len() - SHOWN) as u64)]);
                self.out.line(&Line::of(format!("{:>9}{more}", ""), Role::Muted))?;
            }
        }
        Ok(())
    }

    fn import_json(&mut self, report: &Report, faults: &[(PathBuf, Fault)], dry: bool) -> Result<(), Trouble> {
        let losses = |fate| -> Vec<serde_json::Value> {
            let all = report.of(fate);
            all.iter().map(|(loss, n)| json!({ "field": loss.field, "value": loss.value, "count": n })).collect()
        };
        let faults: Vec<_> = faults
            .iter()
            .map(|(file, fault)| json!({ "path": file.to_string_lossy(), "at": fault.at, "message": fault.message(self.lang) }))
            .collect();
        let whole = json!({
            "format_version": 1,
            "dry_run": dry,
            "read": report.read,
            "written": report.written,
            "unchanged": report.unchanged,
            "updated": report.updated,
            "left_out": report.left_out,
            "kept": report.kept,
            "data": { "mentions": report.mentions, "unmapped": report.unmapped },
            Fate::Approximated.id(): losses(Fate::Approximated),
            Fate::Unmapped.id(): losses(Fate::Unmapped),
            Fate::Dropped.id(): losses(Fate::Dropped),
            "more": report.more,
            "faults": faults,
        });
        Ok(self.out.json(&whole, true)?)
    }
}

/// A file of which it is known how much has been read.
struct Counted<R> {
    source: R,
    read: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let length = self.source.read(bytes)?;
        self.read.set(self.read.get() + length as u64);
        Ok(length)
    }
}

/// A bar on standard error, if that is a terminal.
struct Progress {
    read: Rc<Cell<u64>>,
    size: u64,
    shown: bool,
}

impl Progress {
    fn tell(&mut self, items: u64) {
        if self.shown && items.is_multiple_of(STEP) {
            let done = self.read.get().min(self.size) * BAR / self.size.max(1);
            let cells: String = (0..BAR).map(|cell| if cell < done { '#' } else { '-' }).collect();
            // it does not matter whether anybody sees it
            let _ = write!(io::stderr(), "\r[{cells}] {items}");
        }
    }

    fn end(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
