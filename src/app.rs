//! The program's state and how messages change it: `update` returns effects, `draw` changes nothing.
//! It does no IO and reads no clock.

mod draw;
mod export;
mod facets;
mod filter;
mod form;
mod import;
mod run;
mod session;
mod told;
mod update;
mod views;
mod writing;

pub use told::Told;

use crate::command::Scope;
use crate::edit::{Annotation, Draft, Failure, History, Sidecar, Why, Write};
use crate::import::{Account, Order, Progress, Refusal};
use crate::query::Documents;
use crate::query::answer::{Answer, Question};
use crate::query::complete::{self, Completion};
use crate::query::facet::{self, Counted};
use crate::query::saved::{Change, View};
use crate::record::Incident;
use crate::record::clock::OwnedRules;
use crate::screen::annotating::Annotating;
use crate::screen::columns::Columns;
use crate::screen::compare::Compare;
use crate::screen::difference::Difference;
use crate::screen::explore::Explore;
use crate::screen::export::Export;
use crate::screen::form::{Form, Task};
use crate::screen::help::Help;
use crate::screen::import::Import;
use crate::screen::matrix::Matrix;
use crate::screen::palette::Palette;
use crate::screen::problems::Problems;
use crate::screen::question::Asked;
use crate::screen::related::Related;
use crate::screen::sources::Sources;
use crate::screen::statistics::Statistics;
use crate::screen::timeline::Timeline;
use crate::screen::views::Views;
use crate::screen::{Desk, Screen};
use crate::store::{Batch, Entry, Library, Origin, Problem, Shelf};
use crate::text::{Lang, Phrase};
use crate::theme::Theme;
use crate::widget::Brush;
use chrono::{DateTime, Utc};
use std::path::PathBuf;
use std::sync::Arc;

/// Which load is the first, whose records are seen as they are read.
pub const FIRST: u64 = 1;

/// Something that happened outside.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(crossterm::event::KeyEvent),
    /// Text was pasted.
    Pasted(String),
    /// The terminal has a new size, in cells.
    Resized(u16, u16),
    /// Some records were read.
    Loaded {
        /// Which load it is.
        generation: u64,
        /// What was read.
        batch: Batch,
    },
    /// All records were read.
    LoadEnded {
        /// Which load it is.
        generation: u64,
        /// All of them, compared with each other.
        library: Box<Library>,
    },
    /// Whole incidents were fetched, each by its id; `None` for one that is gone or broken by now.
    Fetched {
        /// Of which edition of the library their entries are.
        edition: u64,
        /// The incidents.
        incidents: Vec<(String, Option<Arc<Incident>>)>,
    },
    /// A question was answered.
    Found(Answer),
    /// The values of a field were counted: for which question, and how many have each.
    Counted(u64, Counted),
    /// What may be typed next was looked for: for which question, and what was found.
    Completed(u64, Completion),
    /// The saved views were read.
    Views {
        /// The views, by name.
        views: Vec<View>,
        /// What is wrong with their files.
        problems: Vec<Problem>,
    },
    /// An effect went wrong: what, and what fills the phrase.
    Failed(Phrase, Vec<String>),
    /// An effect was done that the user should hear of.
    Done(Phrase),
    /// The editor was closed.
    Edited,
    /// What is shown was written to a file.
    Exported(PathBuf),
    /// What is shown was told, to be copied.
    Told(String),
    /// A file is there already, and was left as it is.
    InTheWay(PathBuf),
    /// How far an import is.
    Importing(Progress),
    /// An import came out, or its preview.
    Imported {
        /// What was asked for.
        order: Order,
        /// What came of it.
        outcome: Result<Account, Refusal>,
    },
    /// A write came out.
    Written {
        /// The write.
        write: Write,
        /// Why it was asked for.
        why: Why,
        /// Whether it was done.
        outcome: Result<(), Failure>,
    },
    /// The records built in were copied.
    Copied {
        /// The folder.
        folder: PathBuf,
        /// Whether it was done.
        outcome: Result<(), Failure>,
    },
    /// The user's own stars, tags and notes were read or changed.
    Annotated {
        /// Their file.
        path: PathBuf,
        /// All of them.
        outcome: Result<Sidecar, Failure>,
    },
    /// What was typed into forms of earlier programs that were cut off, the newest first.
    Drafts(Vec<Draft>),
    /// Something changed in the folders that are watched.
    Changed,
    /// The folders cannot be watched, and why.
    NotWatched(String),
    /// What a form begins with was read.
    Opened {
        /// What was asked for.
        opening: Opening,
        /// The record's text; empty for a new one.
        text: String,
        /// The folders in which records are looked for where none is named.
        homes: Vec<PathBuf>,
        /// The time now.
        now: DateTime<Utc>,
    },
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the records; results carry the generation.
    Load {
        /// Which load it is, counted from 1.
        generation: u64,
    },
    /// Fetch the whole of these; the result carries the edition.
    Fetch {
        /// Of which edition of the library they are.
        edition: u64,
        /// The entries.
        entries: Vec<Entry>,
    },
    /// Answer a question about all documents; one that is asked later makes it superfluous.
    Search(Question),
    /// Look for what may be typed next; a later question of this kind makes it superfluous.
    Complete(complete::Question),
    /// Make the index over all documents, by which they are searched faster.
    Index(Arc<Documents>),
    /// Count the values of a field; a later question of this kind makes it superfluous.
    Count(facet::question::Question),
    /// Read the saved views, after one of their files is changed, if it is to be.
    Views {
        /// Where they lie.
        shelf: Shelf,
        /// The change, and whether it is of those beside the records.
        change: Option<(Change, bool)>,
    },
    /// Open an `http` or `https` address with the system's opener.
    OpenAddress(String),
    /// Copy a text (OSC 52).
    Copy(String),
    /// Write what is shown to a file, or tell it to be copied; a file that is there only if it may be replaced.
    Export {
        /// What is written.
        told: Told,
        /// The file; none where it is to be copied.
        path: Option<PathBuf>,
        /// Whether a file that is there may be replaced.
        replace: bool,
    },
    /// Import others' data, or only look what would come of it, faults told in a language;
    /// `Message::Imported` tells.
    Import(Order, Lang),
    /// Open the editor.
    Edit {
        /// The file.
        path: PathBuf,
        /// Where in it.
        spot: Spot,
    },
    /// Write a file; `Message::Written` tells how it came out.
    Write {
        /// The write.
        write: Write,
        /// Why.
        why: Why,
    },
    /// Move a file to the trash; `Message::Written` tells how it came out.
    Delete(PathBuf),
    /// Copy the records built in into the user's data folder; `Message::Copied` tells how it came out.
    CopyBuiltIn,
    /// Read the user's own stars, tags and notes; `Message::Annotated` brings them.
    ReadSidecar,
    /// Annotate an incident; `Message::Annotated` tells how it came out.
    Annotate(String, Annotation),
    /// Keep what is typed into a form, in place of what was kept under its name.
    KeepDraft(Draft),
    /// Forget what was kept under a name.
    ForgetDraft(String),
    /// Look for drafts that were left behind; `Message::Drafts` brings them.
    FindDrafts,
    /// Watch files and folders in place of those watched so far; `Message::Changed` tells of changes.
    Watch(Vec<PathBuf>),
    /// Read what a form begins with; `Message::Opened` brings it.
    OpenForm(Opening),
    /// Make a folder for a new record, if it is not there.
    MakeFolder(PathBuf),
    /// Stop until the shell resumes the program.
    Suspend,
    /// End the program.
    Quit,
}

/// Where in a file an editor opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A line and a column, from 1.
    Line(u32, u32),
    /// A path inside the record, such as `timeline[1]`.
    At(String),
}

/// A form that is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// What it is for.
    pub task: Task,
    /// The record, and its file as shown to users; none for a new record.
    pub record: Option<(Origin, String)>,
    /// The folder that a new file goes to; empty where none is open.
    pub folder: String,
    /// What was typed into it before, and under which name that is kept.
    pub draft: Option<Draft>,
}

/// What lies over the screen and has the keys.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys.
    Help(Help),
    /// Commands by name.
    Palette(Palette),
    /// The sources of what the cursor is on.
    Sources(Sources),
    /// What is exported, in which format and where.
    Export(Export),
    /// What is imported, and from where.
    Import(Box<Import>),
    /// The saved views.
    Views(Views),
    /// The columns of the list.
    Columns(Columns),
    /// The facets.
    Facets,
    /// The incidents that belong with one.
    Related(Related),
    /// A question before something is written.
    Question(Asked),
    /// The line in which tags and note are typed.
    Annotating(Annotating),
    /// The difference of two texts.
    Difference(Difference),
    /// A form that is filled in.
    Form(Box<Form>),
}

/// The program's state.
#[derive(Debug, Default)]
pub struct App {
    desk: Desk,
    screen: Screen,
    explore: Explore,
    timeline: Timeline,
    compare: Compare,
    statistics: Statistics,
    problems: Problems,
    matrix: Matrix,
    overlays: Vec<Overlay>,
    generation: u64,
    /// The language and the theme that it was started with.
    started: (Lang, Theme),
    /// The session that is taken up, until the records are read or a key is pressed.
    resumed: Option<crate::store::Session>,
    /// Whether nothing is to be told of the reload under way.
    quiet: bool,
    /// The writes of the session.
    history: History,
    /// Whether a write is under way.
    writing: bool,
    /// The file that was written or edited and is to be shown when it is read.
    awaited: Option<PathBuf>,
    /// How many forms were opened: the name of the next draft.
    forms: u64,
    /// The drafts of earlier programs.
    drafts: Drafts,
    /// Whether it was told that the folders cannot be watched.
    told_of_watch: bool,
}

/// The drafts of earlier programs.
#[derive(Debug, Default)]
struct Drafts {
    /// Those that are still to be offered.
    left: Vec<Draft>,
    /// Whether the user has asked for them.
    asked: bool,
}

impl App {
    /// The program before any record is read; `place` names where they come from, `None` for the built-in ones.
    pub fn new(lang: Lang, brush: Brush, place: Option<String>) -> App {
        let desk = Desk { lang, brush, place, ..Desk::default() };
        App { started: (lang, brush.theme), desk, ..App::default() }
    }

    /// Says where saved views lie; they are read with the records.
    pub fn keep_views_in(&mut self, shelf: Shelf) {
        self.desk.shelf = shelf;
    }

    /// The program with these clocks in place of those built in, and the present that countdowns are told for.
    #[must_use]
    pub fn with_rules(mut self, rules: OwnedRules) -> App {
        self.desk.rules = rules;
        self.explore.forget_told();
        self
    }

    /// The program with the files and folders that its records come from; new records go into the first folder.
    pub fn with_paths(mut self, paths: Vec<PathBuf>) -> App {
        self.desk.paths = paths;
        self
    }

    /// Which keys work now.
    fn scope(&self) -> Scope {
        match self.screen {
            Screen::Explore => Scope::Explore,
            Screen::Timeline => Scope::Timeline,
            Screen::Compare => Scope::Compare,
            Screen::Statistics => Scope::Statistics,
            Screen::Problems => Scope::Problems,
            Screen::Matrix => Scope::Matrix,
        }
    }
}
