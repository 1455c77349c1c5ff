//! Signals: those that end, stop, resume and resize the program, on a thread of its own.
//! It decides nothing but what must not wait while another program has the terminal.

use super::{Event, spawn};
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGURG, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};

/// A signal of our own to ourselves; it says that all before it were seen to.
const MARK: i32 = SIGURG;

/// The thread that hears signals.
pub struct Listener {
    lent: Arc<AtomicBool>,
    marks: Receiver<()>,
}

/// Catches signals from now on; they wait until a listener is started.
pub fn catch() -> io::Result<Signals> {
    Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, MARK])
}

impl Listener {
    /// Starts the thread.
    pub fn start(mut signals: Signals, events: Sender<Event>) -> io::Result<Listener> {
        let (mark, marks) = mpsc::channel();
        let lent = Arc::new(AtomicBool::new(false));
        let listener = Listener { lent: Arc::clone(&lent), marks };
        spawn("signals", events.clone(), move || {
            loop {
                let (marked, came): (Vec<i32>, Vec<i32>) = signals.wait().partition(|signal| *signal == MARK);
                for signal in came {
                    if !hear(signal, &lent, &events) {
                        return;
                    }
                }
                if !marked.is_empty() && mark.send(()).is_err() {
                    return;
                }
            }
        })?;
        Ok(listener)
    }

    /// Leaves the terminal's signals to another program, such as an editor, until `take_back`.
    pub fn lend(&self) {
        self.lent.store(true, Ordering::SeqCst);
    }

    /// Ends `lend`, once all that came meanwhile was left to the other program.
    pub fn take_back(&self) {
        if low_level::raise(MARK).is_ok() {
            // a thread that is gone hears nothing either
            let _ = self.marks.recv();
        }
        self.lent.store(false, Ordering::SeqCst);
    }
}

fn hear(signal: i32, lent: &AtomicBool, events: &Sender<Event>) -> bool {
    if lent.load(Ordering::SeqCst) {
        match signal {
            // ctrl-c, ctrl-\ and a new size are the borrower's
            SIGINT | SIGQUIT | SIGCONT | SIGWINCH => return true,
            // the borrower stopped by ctrl-z; the shell waits until all of its job has
            SIGTSTP => {
                let _ = stop();
                return true;
            }
            _ => {}
        }
    }
    events.send(Event::Signal(signal)).is_ok()
}

/// Whether somebody is there to resume a stopped program: the leader's group of a session has no shell above it.
pub fn has_shell() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Asks for the whole job to be stopped, as the terminal does at ctrl-z; the program hears of it as a signal.
pub fn ask_to_stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Stops the process; returns when it was resumed, at once if nobody could resume it.
pub fn stop() -> io::Result<()> {
    if has_shell() { low_level::emulate_default_handler(SIGTSTP) } else { Ok(()) }
}
