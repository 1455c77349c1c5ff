//! The terminal, threads and processes: runs a program of messages and effects until it ends.
//! It knows no record and decides nothing; the program does.
#![expect(clippy::disallowed_methods, reason = "the one module that starts threads and processes and reads the clock")]

mod editor;
mod export;
mod input;
mod opener;
mod session;
mod signal;
mod tty;
mod watch;

use crate::app::{App, Effect, Message};
use crate::text::Phrase;
use ratatui::Frame;
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;
use std::io::{self, IsTerminal as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;
use std::thread;

/// What runs in a terminal: a state that messages change and that can be drawn.
pub trait Program {
    /// Changes the state by a message; says what is to be done outside.
    fn update(&mut self, message: Message) -> Vec<Effect>;

    /// Draws the state; the frame has the size of the last `Message::Resized`.
    fn draw(&self, frame: &mut Frame);
}

impl Program for App {
    fn update(&mut self, message: Message) -> Vec<Effect> {
        App::update(self, message)
    }

    fn draw(&self, frame: &mut Frame) {
        App::draw(self, frame);
    }
}

/// How a program came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It asked for its end.
    Quit,
    /// A signal ended it; a terminal that is gone counts as the signal for that.
    Signal(i32),
    /// A thread of it panicked; the message was printed.
    Panicked,
}

impl Ending {
    /// The exit code: 0, 128 and the signal, or 101.
    pub fn code(self) -> u8 {
        match self {
            Ending::Quit => 0,
            Ending::Signal(signal) => u8::try_from(signal).unwrap_or_default().saturating_add(128),
            Ending::Panicked => 101,
        }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        ExitCode::from(ending.code())
    }
}

/// Why a program could not run on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Standard output is not a terminal.
    #[error("standard output is not a terminal")]
    NotATerminal,
    /// The terminal or the system failed.
    #[error("the terminal failed: {0}")]
    Terminal(#[from] io::Error),
}

/// Runs a program until it ends; the terminal is given back however that comes.
///
/// The first message is `Resized`; its effects are done after the first frame is drawn. `load` does `Effect::Load`: it
/// gets the generation and a function that sends messages, on a thread of its own, and is to stop when that says `Break`
/// (a newer load was asked for, or the program ended). `Effect::Edit` may answer keys and pastes only.
pub fn run<P: Program>(
    program: &mut P,
    load: impl Fn(u64, &mut dyn FnMut(Message) -> ControlFlow<()>) + Send + Sync + 'static,
) -> Result<Ending, Error> {
    if !io::stdout().is_terminal() {
        return Err(Error::NotATerminal);
    }
    match session::Session::start(program, load).and_then(session::Session::run) {
        Ok(ending) => Ok(ending),
        // the terminal is gone, and this was noticed before the signal for that
        Err(error) if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => Ok(Ending::Signal(SIGHUP)),
        Err(error) => Err(Error::Terminal(error)),
    }
}

/// Opens a file in the user's editor, without a program of messages and effects around it, and waits for its end; fails
/// with what to tell and what fills it.
pub fn edit(path: &Path) -> Result<(), (Phrase, Vec<String>)> {
    match editor::edit(editor::Place { path, line: 1, column: 1 }) {
        editor::Outcome::Closed => Ok(()),
        editor::Outcome::Failed(failure, values) | editor::Outcome::Missing(failure, values) => Err((failure, values)),
    }
}

/// Whether a signal has asked for the end, from now on, for a command that finishes what it is writing first; a second
/// signal does not wait for it.
pub fn interruption() -> io::Result<Arc<AtomicBool>> {
    let asked = Arc::new(AtomicBool::new(false));
    for signal in [SIGHUP, SIGINT, SIGTERM] {
        flag::register_conditional_shutdown(signal, i32::from(Ending::Signal(signal).code()), Arc::clone(&asked))?;
        flag::register(signal, Arc::clone(&asked))?;
    }
    Ok(asked)
}

/// What the threads tell the session.
#[derive(Debug)]
enum Event {
    /// Input was read; the reader waits for leave to read on.
    Input(Message),
    /// The terminal is gone.
    Gone,
    /// The process got a signal.
    Signal(i32),
    /// An effect has something to tell the program.
    Sent(Message),
    /// A thread panicked.
    Panicked,
}

/// Starts a thread whose panic ends the program.
fn spawn(name: &str, events: Sender<Event>, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    struct Alarm(Sender<Event>);
    impl Drop for Alarm {
        fn drop(&mut self) {
            if thread::panicking() {
                // the session may have ended first
                let _ = self.0.send(Event::Panicked);
            }
        }
    }
    let alarmed = move || {
        let _alarm = Alarm(events);
        work();
    };
    thread::Builder::new().name(name.to_owned()).spawn(alarmed).map(drop)
}
