//! A whole import: files of others' data read one after the other, their records written, what came of it.
//! It decides nothing about what an item means; `import` does.

use super::imports::{Imports, input, small};
use super::write::{exists, write};
use crate::import::{self, Account, Dataset, Fault, Map, Order, Progress, Refusal};
use crate::text::Lang;
use chrono::{DateTime, Utc};
use std::cell::Cell;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// How many faults are told one by one.
const MOST: usize = 1_000;

/// Imports; `tell` hears of every item and may break off, which leaves whole files only.
pub fn import(
    order: &Order,
    now: DateTime<Utc>,
    lang: Lang,
    tell: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Account, Refusal> {
    let mut outcome = Account::default();
    let mut maps = Vec::new();
    for file in &order.files {
        let (map, proposed) = mapping(order, file)?;
        outcome.proposed.extend(proposed);
        maps.push(map);
    }
    let opened = order.files.iter().map(|file| input(file).map_err(|error| unreadable(file, &error)));
    let opened = opened.collect::<Result<Vec<_>, _>>()?;
    let size = opened.iter().map(|(_, size)| size).sum();
    let read = Rc::new(Cell::new(0));
    let mut imports =
        Imports::open(&order.into, order.dry, now, lang).map_err(|error| unreadable(&order.into, &error))?;
    for ((file, map), (source, _)) in order.files.iter().zip(&maps).zip(opened) {
        let mut counted = Counted { source, read: Rc::clone(&read) };
        import::read(order.dataset, &mut counted, map, &mut |item| {
            imports.report.read += 1;
            let at = imports.report.read;
            let fault = match item {
                Ok(item) => imports.take(*item).err().map(|fault| Fault { at, ..fault }),
                Err(fault) => {
                    imports.report.left_out += 1;
                    Some(fault)
                }
            };
            let is_final = fault.as_ref().is_some_and(|fault| fault.why.is_final());
            if outcome.faults.len() < MOST {
                outcome.faults.extend(fault.map(|fault| (file.clone(), fault)));
            }
            let told = tell(Progress { items: at, read: read.get(), size });
            outcome.stopped |= is_final || told.is_break();
            if outcome.stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if outcome.stopped {
            break;
        }
    }
    outcome.report = imports.report;
    Ok(outcome)
}

/// Which column is what: what is said, else what the header makes likely, which is written for the next time; then also
/// the path that it has.
fn mapping(order: &Order, file: &Path) -> Result<(Map, Option<PathBuf>), Refusal> {
    if order.dataset != Dataset::Csv {
        return Ok((Map::default(), None));
    }
    let path = order.map.clone().unwrap_or_else(|| file.with_file_name("map.yaml"));
    let shown = path.display().to_string();
    let is_there = order.map.is_some() || exists(&path);
    let (map, columns) = if is_there {
        let text = small(&path).map_err(|error| unreadable(&path, &error))?;
        (Map::read(&text).map_err(|why| Refusal::BadMap { path: shown.clone(), why })?, Vec::new())
    } else {
        let header = import::header(&mut input(file).map_err(|error| unreadable(file, &error))?.0);
        let map = Map::propose(&header);
        if !order.dry {
            write(&path, &map.write(&header)).map_err(|error| unreadable(&path, &error))?;
        }
        (map, header)
    };
    match map.lacks() {
        Some(field) => Err(Refusal::MapLacks { path: shown, field: field.to_owned(), columns }),
        None => Ok((map, (!is_there).then_some(path))),
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Refusal {
    Refusal::Unreadable { path: path.display().to_string(), why: error.to_string() }
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
