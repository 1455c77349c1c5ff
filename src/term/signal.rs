//! Signals: those that end, stop, resume and resize the program, on a thread of its own.
//! It decides nothing but what must not wait while another program has the terminal.

use super::{Event, spawn};
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

/// Starts the thread; `lent` tells it that another program, such as an editor, has the terminal.
pub fn listen(events: Sender<Event>, lent: Arc<AtomicBool>) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH])?;
    spawn("signals", events.clone(), move || {
        for signal in signals.forever() {
            match signal {
                // ctrl-c, ctrl-\ and a new size are the borrower's
                SIGINT | SIGQUIT | SIGCONT | SIGWINCH if lent.load(Ordering::SeqCst) => {}
                // the borrower stopped by ctrl-z; the shell waits until all of its job has
                SIGTSTP if lent.load(Ordering::SeqCst) => {
                    let _ = stop();
                }
                signal if events.send(Event::Signal(signal)).is_err() => return,
                _ => {}
            }
        }
    })
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
    if has_shell() { signal_hook::low_level::emulate_default_handler(SIGTSTP) } else { Ok(()) }
}
