//! What is typed, pasted and read from the terminal, on a thread of its own.
//! It reads only with leave, so that an editor or a shell that was given the terminal gets all of its input.

use super::{Event, spawn};
use crossterm::event;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

/// The most events of one batch, so that a flood of input cannot keep a frame from being drawn.
const BATCH: usize = 1024;

/// The thread that reads input.
pub struct Reader {
    leave: Sender<()>,
}

impl Reader {
    /// Starts the thread; it reads one batch.
    pub fn start(events: Sender<Event>) -> io::Result<Reader> {
        let (leave, given) = mpsc::channel();
        let tty = tty()?;
        spawn("input", events.clone(), move || read(&tty, &given, &events))?;
        let reader = Reader { leave };
        reader.go_on();
        Ok(reader)
    }

    /// Gives leave to read the next batch; to be called once the last one was handled, effects included.
    pub fn go_on(&self) {
        // the thread ends only after it said that the terminal is gone
        let _ = self.leave.send(());
    }
}

fn read(tty: &OwnedFd, leave: &Receiver<()>, events: &Sender<Event>) {
    let mut rest = false;
    while leave.recv().is_ok() {
        let batch = if rest { Ok(()) } else { wait(tty) }.and_then(|()| batch());
        let sent = match batch {
            Ok(batch) => {
                rest = batch.len() >= BATCH;
                events.send(Event::Input(batch))
            }
            Err(_) => events.send(Event::Gone),
        };
        if sent.is_err() {
            return;
        }
    }
}

fn batch() -> io::Result<Vec<event::Event>> {
    let mut batch = Vec::new();
    while batch.len() < BATCH && (batch.is_empty() || event::poll(Duration::ZERO)?) {
        batch.push(event::read()?);
    }
    Ok(batch)
}

// crossterm would read a terminal that hung up over and over; hence the wait before it is asked
fn wait(tty: &OwnedFd) -> io::Result<()> {
    loop {
        let mut ready = [PollFd::new(tty, PollFlags::IN)];
        match poll(&mut ready, None) {
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
            Ok(_) if ready[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => return Err(Errno::IO.into()),
            Ok(_) => return Ok(()),
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
