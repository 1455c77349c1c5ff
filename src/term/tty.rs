//! The terminal itself: taking it, giving it back, drawing on it in one write a frame.
//! It reads no input and knows no message.

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::io::{self, Write};
use std::panic;
use std::rc::Rc;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a terminal is taken for that does not know its size.
const UNKNOWN: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };

/// Whether the terminal is ours now; one process has one terminal, and a panic hook reaches nothing else.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while the program has it; dropping it gives the terminal back.
pub struct Tty {
    terminal: Terminal<CrosstermBackend<Sink>>,
    sink: Sink,
}

impl Tty {
    /// Takes the terminal; nothing is drawn before `measure` was called.
    pub fn take() -> io::Result<Tty> {
        restore_on_panic();
        let sink = Sink::default();
        let tty = Tty { terminal: terminal(&sink, Rect::ZERO)?, sink };
        tty.enter()?;
        Ok(tty)
    }

    /// Takes the terminal again after `leave`; the next frame is drawn whole once `measure` was called.
    pub fn enter(&self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let mut out = &self.sink;
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, Hide, Clear(ClearType::All))?;
        self.sink.emit()
    }

    /// Measures the terminal, forgets what was drawn and returns the size, which every frame has until the next call.
    pub fn measure(&mut self) -> io::Result<(u16, u16)> {
        let area = size();
        self.terminal = terminal(&self.sink, area)?;
        let mut out = &self.sink;
        queue!(out, Hide, Clear(ClearType::All))?;
        Ok((area.width, area.height))
    }

    /// Draws a frame.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame)) -> io::Result<()> {
        // after a panic elsewhere the terminal is no longer ours
        if TAKEN.load(Ordering::SeqCst) {
            self.terminal.draw(draw)?;
            self.sink.emit()?;
        }
        Ok(())
    }

    /// Sends the terminal a command that shows nothing.
    pub fn send(&self, command: impl Command) -> io::Result<()> {
        let mut out = &self.sink;
        queue!(out, command)?;
        self.sink.emit()
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back as it was; does nothing if it is not taken, and never fails, as a terminal may be gone.
pub fn leave() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut bytes = Vec::new();
        let _ = queue!(
            bytes,
            EndSynchronizedUpdate,
            SetAttribute(Attribute::Reset),
            Show,
            DisableBracketedPaste,
            LeaveAlternateScreen
        );
        let _ = write(&bytes);
        let _ = disable_raw_mode();
    }
}

fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            leave();
            report(panic);
        }));
    });
}

fn size() -> Rect {
    match rustix::termios::tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Rect::new(0, 0, size.ws_col, size.ws_row),
        _ => UNKNOWN,
    }
}

// fixed: the frame has the size that the program was told, not one that changed meanwhile
fn terminal(sink: &Sink, area: Rect) -> io::Result<Terminal<CrosstermBackend<Sink>>> {
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    Terminal::with_options(CrosstermBackend::new(sink.clone()), options)
}

fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Collects what a frame writes until it is emitted as a whole; a frame cut off by a panic is never seen.
#[derive(Clone, Default)]
struct Sink(Rc<RefCell<Vec<u8>>>);

impl Sink {
    fn emit(&self) -> io::Result<()> {
        let body = self.0.take();
        if body.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(body.len() + 16);
        queue!(bytes, BeginSynchronizedUpdate)?;
        bytes.extend_from_slice(&body);
        queue!(bytes, EndSynchronizedUpdate)?;
        write(&bytes)
    }
}

impl Write for &Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    // ratatui flushes in the middle of a frame
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        (&*self).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
