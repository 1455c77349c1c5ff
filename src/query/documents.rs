//! The documents of a set, and the index over them once it is made.
//! It makes no document; `document` does.

use super::document::Document;
use super::document::texts::Texts;
use super::index::Index;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// So many documents are searched faster than an index over them is made.
const FEW: usize = 1_000;

/// The documents of a set.
#[derive(Default)]
pub struct Documents {
    all: Vec<Arc<Document>>,
    index: OnceLock<Index>,
    texts: OnceLock<Vec<Texts>>,
    dates: OnceLock<Vec<Ends>>,
}

/// One of the documents, and its texts, which are read without a look at the rest of it.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'d> {
    /// All of it.
    pub document: &'d Document,
    /// Its texts.
    pub texts: &'d Texts,
    /// Where among the documents it is; `None` of one by itself.
    pub place: Option<usize>,
}

impl<'d> From<&'d Document> for Candidate<'d> {
    fn from(document: &'d Document) -> Candidate<'d> {
        Candidate { document, texts: &document.texts, place: None }
    }
}

/// The first and the last second, since 1970, that is known of when an incident began.
pub type Ends = (i64, i64);
/// What is known of one without a date: it widens nothing that it is joined to.
pub const UNDATED: Ends = (i64::MAX, i64::MIN);

impl Documents {
    /// Whether searching them is faster with an index.
    pub fn want_index(&self) -> bool {
        self.all.len() > FEW && self.index.get().is_none()
    }

    /// Makes the index, on all cores; it takes as long as several searches without it.
    pub fn make_index(&self) {
        self.texts();
        self.index.get_or_init(|| Index::new(&self.all));
    }

    /// One of them, to be searched.
    pub fn candidate(&self, place: usize) -> Option<Candidate<'_>> {
        Some(Candidate { document: self.all.get(place)?, texts: self.texts().get(place)?, place: Some(place) })
    }

    /// Their texts side by side, gathered once.
    fn texts(&self) -> &[Texts] {
        self.texts.get_or_init(|| self.all.iter().map(|document| document.texts.clone()).collect())
    }

    /// When each of them began, side by side: what is asked of all at every key would else be gathered from everywhere.
    pub fn dates(&self) -> &[Ends] {
        let ends = |document: &Arc<Document>| {
            let date = document.date;
            let [earliest, latest] = [date.earliest, date.latest].map(|at| at.map(|at| at.timestamp()));
            match (earliest, latest) {
                (Some(earliest), latest) => (earliest, latest.unwrap_or(earliest)),
                // the end is not part of it
                (None, Some(latest)) => (latest.saturating_sub(1), latest),
                (None, None) => UNDATED,
            }
        };
        self.dates.get_or_init(|| self.all.iter().map(ends).collect())
    }

    /// The index, if it was made.
    pub fn index(&self) -> Option<&Index> {
        self.index.get()
    }
}

impl fmt::Debug for Documents {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} documents", self.all.len())
    }
}

impl PartialEq for Documents {
    fn eq(&self, other: &Documents) -> bool {
        self.all == other.all
    }
}

impl Deref for Documents {
    type Target = [Arc<Document>];

    fn deref(&self) -> &[Arc<Document>] {
        &self.all
    }
}

impl From<Vec<Arc<Document>>> for Documents {
    fn from(all: Vec<Arc<Document>>) -> Documents {
        Documents { all, ..Documents::default() }
    }
}

impl FromIterator<Arc<Document>> for Documents {
    fn from_iter<I: IntoIterator<Item = Arc<Document>>>(documents: I) -> Documents {
        documents.into_iter().collect::<Vec<_>>().into()
    }
}
