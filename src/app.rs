//! The program's state and how messages change it: `update` returns effects, `draw` changes nothing.
//! It does no IO and reads no clock.

mod draw;
mod run;
mod update;

use crate::command::Scope;
use crate::record::Incident;
use crate::screen::compare::Compare;
use crate::screen::explore::Explore;
use crate::screen::help::Help;
use crate::screen::matrix::Matrix;
use crate::screen::palette::Palette;
use crate::screen::problems::Problems;
use crate::screen::sources::Sources;
use crate::screen::statistics::Statistics;
use crate::screen::timeline::Timeline;
use crate::screen::{Desk, Screen};
use crate::store::{Batch, Entry};
use crate::text::{Lang, Phrase};
use crate::widget::Brush;
use std::path::PathBuf;

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
    },
    /// Whole incidents were fetched, each by its id; `None` for one that is gone or broken by now.
    Fetched {
        /// Of which edition of the library their entries are.
        edition: u64,
        /// The incidents.
        incidents: Vec<(String, Option<Incident>)>,
    },
    /// An effect went wrong: what, and what fills the phrase.
    Failed(Phrase, Vec<String>),
    /// An effect was done that the user should hear of.
    Done(Phrase),
    /// The editor was closed.
    Edited,
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
    /// Open an `http` or `https` address with the system's opener.
    OpenAddress(String),
    /// Copy a text (OSC 52).
    Copy(String),
    /// Open the editor.
    Edit {
        /// The file.
        path: PathBuf,
        /// Where in it.
        spot: Spot,
    },
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

/// What lies over the screen and has the keys.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The keys.
    Help(Help),
    /// Commands by name.
    Palette(Palette),
    /// The sources of what the cursor is on.
    Sources(Sources),
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
    /// The records of a reload, until all are read; the old ones stay in view.
    incoming: Option<crate::store::Library>,
}

impl App {
    /// The program before any record is read; `place` names where they come from, `None` for the built-in ones.
    pub fn new(lang: Lang, brush: Brush, place: Option<String>) -> App {
        let desk = Desk { lang, brush, place, ..Desk::default() };
        App { desk, ..App::default() }
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
