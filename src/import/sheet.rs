//! Tables of anybody: encoding, separator and header found out, one row held at a time.
//! What a column means is up to a mapping, or to those who know the table.

use super::draft::line;
use super::{Each, Fault, Map, Why};
use csv::ByteRecord;
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::cell::Cell;
use std::io::{self, Cursor, Read};
use std::rc::Rc;

mod record;

/// How much of a table is looked at to find out what it is like, in bytes.
const LOOK: u64 = 64 * 1024;

/// How many rows are looked at.
const ROWS: usize = 40;

/// The separators that are tried.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The most that one row may have, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// A table that is being read.
pub struct Sheet<'a> {
    rows: csv::Reader<Watched<'a>>,
    watch: Rc<Watch>,
    header: Vec<String>,
    record: ByteRecord,
    /// What went wrong at the start.
    fault: Option<Fault>,
    /// Whether nothing more can be read.
    ended: bool,
}

/// A row.
pub struct Row<'a> {
    header: &'a [String],
    cells: Vec<String>,
    /// The line on which it starts, from 1.
    pub line: u64,
}

impl Row<'_> {
    /// The cell of a column; empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        let at = self.header.iter().position(|column| column == name);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }
}

impl<'a> Sheet<'a> {
    /// Opens a table: what is before its header is passed over.
    pub fn open(source: &'a mut dyn Read) -> Sheet<'a> {
        let mut start = Vec::new();
        let fault = (&mut *source).take(LOOK).read_to_end(&mut start).err();
        let fault = fault.map(|error| Fault { at: 1, why: Why::Unreadable(error.to_string()) });
        // without a mark at its start, a text that is no UTF-8 is taken for Windows-1252
        let utf8 = std::str::from_utf8(&start).map_or_else(|error| error.error_len().is_none(), |_| true);
        let encoding = (!utf8).then_some(encoding_rs::WINDOWS_1252);
        let decoded = |bytes: Box<dyn Read + 'a>| -> Box<dyn Read + 'a> {
            Box::new(DecodeReaderBytesBuilder::new().encoding(encoding).bom_override(true).build(bytes))
        };
        let mut look = Vec::new();
        // a text held in memory reads without fail
        let _ = decoded(Box::new(Cursor::new(start.clone()))).read_to_end(&mut look);
        let (separator, skipped) = layout(&look);
        let watch = Rc::new(Watch::default());
        let source = decoded(Box::new(Cursor::new(start).chain(source)));
        let reader = Watched { source, watch: Rc::clone(&watch) };
        let mut rows =
            csv::ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(reader);
        let mut record = ByteRecord::new();
        let mut passed = 0;
        while passed < skipped && rows.read_byte_record(&mut record).unwrap_or(false) {
            passed += 1;
        }
        // a table without a single row has no header
        let _ = rows.read_byte_record(&mut record);
        let header = cells(&record).iter().map(|cell| line(cell)).collect();
        Sheet { rows, watch, header, record: ByteRecord::new(), fault, ended: false }
    }

    /// The names of its columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// The line that is being read.
    pub fn line(&self) -> u64 {
        self.rows.position().line()
    }

    /// The next row; one without anything in it is passed over.
    pub fn next_row(&mut self) -> Option<Result<Row<'_>, Fault>> {
        if let Some(fault) = self.fault.take() {
            return Some(Err(fault));
        }
        loop {
            if self.ended {
                return None;
            }
            let at = self.line();
            self.watch.row.set(0);
            match self.rows.read_byte_record(&mut self.record) {
                Ok(false) => return None,
                Err(error) => {
                    self.ended = self.watch.row.get() > LONGEST || error.is_io_error();
                    let why = if self.watch.row.get() > LONGEST {
                        Why::OpenQuote
                    } else if error.is_io_error() {
                        Why::Unreadable(error.to_string())
                    } else {
                        Why::NoCsv(error.to_string())
                    };
                    return Some(Err(Fault { at, why }));
                }
                Ok(true) => {}
            }
            let at = self.record.position().map_or(at, csv::Position::line);
            if self.watch.is_open() && self.record.as_slice().contains(&b'\n') {
                return Some(Err(Fault { at, why: Why::OpenQuote }));
            }
            let cells = cells(&self.record);
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(Ok(Row { header: &self.header, cells, line: at }));
            }
        }
    }
}

/// What is known of a text while it is read.
#[derive(Default)]
struct Watch {
    /// How many bytes were read since the row began.
    row: Cell<u64>,
    /// How many quotation marks were read.
    quotes: Cell<u64>,
    /// Whether the text has ended.
    ended: Cell<bool>,
}

impl Watch {
    /// Whether the text has ended between quotation marks, as far as their number tells.
    fn is_open(&self) -> bool {
        self.ended.get() && !self.quotes.get().is_multiple_of(2)
    }
}

/// A text of which no row may be too long: a quotation mark that is not closed would take the rest into memory.
struct Watched<'a> {
    source: Box<dyn Read + 'a>,
    watch: Rc<Watch>,
}

impl Read for Watched<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.watch.row.get() > LONGEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let length = self.source.read(bytes)?;
        let quotes = memchr::memchr_iter(b'"', &bytes[..length]).count();
        self.watch.row.set(self.watch.row.get() + length as u64);
        self.watch.quotes.set(self.watch.quotes.get() + quotes as u64);
        self.watch.ended.set(length == 0);
        Ok(length)
    }
}

/// The cells of a row; one that is no UTF-8 after all is taken for Windows-1252.
fn cells(record: &ByteRecord) -> Vec<String> {
    let text = |cell: &[u8]| match std::str::from_utf8(cell) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell).0.into_owned(),
    };
    record.iter().map(text).collect()
}

/// The separator of a table, and how many rows stand before its header.
fn layout(look: &[u8]) -> (u8, usize) {
    let best = SEPARATORS.into_iter().map(|separator| {
        let rows = csv::ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(look);
        let widths: Vec<(usize, usize)> = rows
            .into_byte_records()
            .take(ROWS)
            .map_while(Result::ok)
            .map(|row| (row.len(), row.iter().filter(|cell| !cell.trim_ascii().is_empty()).count()))
            .collect();
        let common = widths
            .iter()
            .map(|(width, _)| *width)
            .max_by_key(|width| widths.iter().filter(|(w, _)| w == width).count());
        let common = common.unwrap_or(0);
        let alike = widths.iter().filter(|(width, _)| *width == common).count();
        // a header names every column; a note before it fills one cell or two
        let header = widths.iter().position(|(width, filled)| *width == common && filled * 2 > common).unwrap_or(0);
        (if common > 1 { alike * common } else { 0 }, separator, header)
    });
    best.max_by_key(|(score, separator, _)| (*score, *separator == b';'))
        .map_or((b',', 0), |(_, separator, header)| (separator, header))
}

/// Hands over the rows of a table as records, by a mapping.
pub fn items(source: &mut dyn Read, map: &Map, each: Each) {
    let mut sheet = Sheet::open(source);
    if let Some(missing) = map.columns.values().find(|name| sheet.column(name).is_none()) {
        // there is nothing to break off
        let _ = each(Err(Fault { at: sheet.line(), why: Why::NoColumn(missing.clone()) }));
        return;
    }
    while let Some(row) = sheet.next_row() {
        if each(row.and_then(|row| record::item(&row, map))).is_break() {
            return;
        }
    }
}
