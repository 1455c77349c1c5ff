//! The screens: each module owns one screen's state, its moves and its drawing.
//! What they share lies on the `Desk`; nothing here does IO.

pub mod annotating;
pub mod columns;
pub mod compare;
pub mod desk;
pub mod difference;
pub mod explore;
pub mod export;
pub mod filter;
pub mod form;
pub mod help;
pub mod import;
pub mod matrix;
pub mod palette;
pub mod problems;
pub mod question;
pub mod related;
pub mod sources;
pub mod statistics;
pub mod timeline;
pub mod views;
pub mod wholes;

pub use desk::Desk;

use crate::command::Command;
use crate::text::Phrase;
use crate::widget::scroll::Move;
use ratatui::layout::Rect;

/// The screens, in the order of their keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The list and one incident in full.
    #[default]
    Explore,
    /// Incidents on one axis.
    Timeline,
    /// Incidents side by side.
    Compare,
    /// How many of each.
    Statistics,
    /// What could not be read.
    Problems,
    /// Data categories and measures by incident.
    Matrix,
}

impl Screen {
    /// All screens.
    pub const ALL: [Screen; 6] =
        [Screen::Explore, Screen::Timeline, Screen::Compare, Screen::Statistics, Screen::Problems, Screen::Matrix];

    /// Its word in a session.
    pub fn id(self) -> &'static str {
        match self {
            Screen::Explore => "explore",
            Screen::Timeline => "timeline",
            Screen::Compare => "compare",
            Screen::Statistics => "statistics",
            Screen::Problems => "problems",
            Screen::Matrix => "matrix",
        }
    }

    /// The screen of a word.
    pub fn of(id: &str) -> Option<Screen> {
        Screen::ALL.into_iter().find(|screen| screen.id() == id)
    }
}

/// Why a command does nothing now.
pub type Refusal = Phrase;

/// The least size that the screens are drawn in, in cells.
pub const LEAST: (u16, u16) = (60, 16);

/// Where things are on the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// What is loaded.
    pub top: Rect,
    /// The filter.
    pub filter: Rect,
    /// The screen.
    pub body: Rect,
    /// The keys.
    pub bottom: Rect,
}

/// The areas of a terminal; `None` if it is too small.
pub fn areas(size: (u16, u16)) -> Option<Areas> {
    let (width, height) = size;
    if width < LEAST.0 || height < LEAST.1 {
        return None;
    }
    let row = |y| Rect { x: 0, y, width, height: 1 };
    let body = Rect { x: 0, y: 2, width, height: height - 3 };
    Some(Areas { top: row(0), filter: row(1), body, bottom: row(height - 1) })
}

/// The move of a list's cursor that a command asks for.
pub fn step(command: Command) -> Option<Move> {
    match command {
        Command::Down => Some(Move::By(1)),
        Command::Up => Some(Move::By(-1)),
        Command::PageDown => Some(Move::Pages(1)),
        Command::PageUp => Some(Move::Pages(-1)),
        Command::Top => Some(Move::First),
        Command::Bottom => Some(Move::Last),
        _ => None,
    }
}

/// What the cursor is on, for the commands that open, copy and edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The incident's place in the library.
    pub entry: Option<usize>,
    /// The path inside the record, such as `timeline[1]`.
    pub at: Option<String>,
    /// The ids of the sources that carry it; all of the incident's where it is empty.
    pub sources: Vec<String>,
    /// Its text, for copying.
    pub text: String,
}
