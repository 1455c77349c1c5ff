//! The program's state and how messages change it: `update` returns effects, `draw` changes nothing.
//! It does no IO and reads no clock.

use ratatui::Frame;
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
    /// An effect went wrong; the text says what, for people, with what fills it.
    Failed(crate::text::Phrase, Vec<String>),
    /// An effect was done that the user should hear of.
    Done(crate::text::Phrase),
    /// The editor was closed.
    Edited,
    /// The program is to end (a signal).
    Stop,
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the records; results carry the generation.
    Load {
        /// Which load it is, counted from 1.
        generation: u64,
    },
    /// Open an `http` or `https` address with the system's opener.
    OpenAddress(String),
    /// Copy a text (OSC 52).
    Copy(String),
    /// Open the editor at a line and column, from 1.
    Edit {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u32,
        /// The column.
        column: u32,
    },
    /// Stop until the shell resumes the program.
    Suspend,
    /// End the program.
    Quit,
}

/// The program's state.
pub struct App {}

impl App {
    /// Changes the state by a message.
    pub fn update(&mut self, _message: Message) -> Vec<Effect> {
        Vec::new()
    }

    /// Draws the state.
    pub fn draw(&self, _frame: &mut Frame) {}
}
