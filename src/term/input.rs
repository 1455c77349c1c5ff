//! What is typed, pasted and read from the terminal, on a thread of its own.
//! It reads only with leave, so that an editor or a shell that was given the terminal gets all of its input.

use super::{Event, spawn};
use crate::app::Message;
use crossterm::event;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{self, Receiver, Sender};

/// The thread that reads input.
pub struct Reader {
    leave: Sender<()>,
}

impl Reader {
    /// Starts the thread; it reads one message.
    pub fn start(events: Sender<Event>) -> io::Result<Reader> {
        let (leave, given) = mpsc::channel();
        let tty = tty()?;
        spawn("hang-up", events.clone(), {
            let events = events.clone();
            move || watch(&tty, &events)
        })?;
        spawn("input", events.clone(), move || read(&given, &events))?;
        let reader = Reader { leave };
        reader.go_on();
        Ok(reader)
    }

    /// Gives leave to read the next message; to be called once the last one was handled, effects included.
    pub fn go_on(&self) {
        // the thread ends only after it said that the terminal is gone
        let _ = self.leave.send(());
    }
}

fn read(leave: &Receiver<()>, events: &Sender<Event>) {
    while leave.recv().is_ok() {
        let event = message().map_or(Event::Gone, Event::Input);
        if events.send(event).is_err() {
            return;
        }
    }
}

fn message() -> io::Result<Message> {
    loop {
        match event::read()? {
            event::Event::Key(key) => return Ok(Message::Key(key)),
            event::Event::Paste(text) => return Ok(Message::Pasted(text)),
            // a new size comes as a signal, even while no input is read
            event::Event::Resize(..) | event::Event::FocusGained | event::Event::FocusLost | event::Event::Mouse(_) => {
            }
        }
    }
}

/// Waits for the terminal to hang up; crossterm does not see it and would read nothing over and over.
fn watch(tty: &OwnedFd, events: &Sender<Event>) {
    loop {
        let mut state = [PollFd::new(tty, PollFlags::empty())];
        match poll(&mut state, None) {
            Err(Errno::INTR) => {}
            Ok(_) if state[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => {
                // the session may have ended for it already
                let _ = events.send(Event::Gone);
                return;
            }
            // a system that cannot watch a terminal; the signal has to do
            Ok(_) | Err(_) => return,
        }
    }
}

// the same terminal that crossterm reads
fn tty() -> io::Result<OwnedFd> {
    let stdin = rustix::stdio::stdin();
    if rustix::termios::isatty(stdin) {
        return stdin.as_fd().try_clone_to_owned();
    }
    Ok(File::open("/dev/tty")?.into())
}
