//! What is exported of what is shown: a text that is there, or records that are told one after another as they are fetched.
//! It opens no file and fetches nothing itself; who carries the export out does.

use crate::record::Incident;
use crate::record::vocabulary::EventKind;
use crate::store::Entry;
use crate::text::{Lang, cli as words};
use crate::view::export::{Exporter, Format};
use crate::view::{Options, json};
use std::io::{self, Write};
use std::sync::Arc;

/// What is exported.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// A text.
    Text(String),
    /// Records, one after another.
    Records {
        /// The records.
        entries: Vec<Entry>,
        /// The format.
        format: Format,
        /// How they are told.
        options: Options,
        /// The query that they answer.
        asked: String,
    },
    /// The lanes of records, as JSON.
    Lanes {
        /// The records.
        entries: Vec<Entry>,
        /// The milestone at which they are aligned.
        align: Option<EventKind>,
        /// The reader's language.
        lang: Lang,
    },
}

impl Told {
    /// Writes it; `whole` fetches the whole of a record, and no more than it needs at a time.
    pub fn write(&self, whole: &dyn Fn(&Entry) -> Option<Arc<Incident>>, to: &mut dyn Write) -> io::Result<()> {
        let fetched = |entry: &Entry, lang: Lang| {
            let gone = || io::Error::other(words::CHANGED.fill(lang, &[&entry.path]));
            whole(entry).ok_or_else(gone)
        };
        match self {
            Told::Text(text) => to.write_all(text.as_bytes()),
            Told::Records { entries, format, options, asked } => {
                let mut exporter = Exporter::new(*format, *options).asked(asked);
                to.write_all(exporter.begin(entries.iter().map(Entry::id)).as_bytes())?;
                for entry in entries {
                    let incident = fetched(entry, options.lang)?;
                    to.write_all(exporter.incident(&incident, &entry.path).as_bytes())?;
                }
                to.write_all(exporter.end().as_bytes())
            }
            Told::Lanes { entries, align, lang } => {
                let wholes = entries.iter().map(|entry| fetched(entry, *lang)).collect::<io::Result<Vec<_>>>()?;
                let incidents: Vec<&Incident> = wholes.iter().map(|whole| &**whole).collect();
                let text = json::text(&json::timeline(&incidents, *align, *lang), true);
                writeln!(to, "{text}")
            }
        }
    }
}
