//! A program in a real terminal: what it is started with, what is typed, what its screen shows, how it ends.
//! It knows nothing of the program.

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long a wait may take before the test is given up; reached only by a failure.
const DEADLINE: Duration = Duration::from_secs(8);

/// What was seen of the program up to now.
pub struct Seen {
    pub parser: vt100::Parser<Clipboard>,
    /// Every byte that the program wrote.
    pub bytes: Vec<u8>,
    /// The exit code, once the program ended.
    pub code: Option<u32>,
    closed: bool,
    /// Set to have the reading end at the next byte.
    hang_up: bool,
}

/// The text that was last copied, still in base 64.
#[derive(Default)]
pub struct Clipboard(pub String);

impl vt100::Callbacks for Clipboard {
    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _kind: &[u8], text: &[u8]) {
        self.0 = String::from_utf8_lossy(text).into_owned();
    }
}

impl Seen {
    pub fn shows(&self, text: &str) -> bool {
        self.parser.screen().contents().contains(text)
    }

    /// How often the program wrote these bytes.
    pub fn count(&self, bytes: &[u8]) -> usize {
        self.bytes.windows(bytes.len()).filter(|window| *window == bytes).count()
    }
}

pub struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    reader: Option<JoinHandle<()>>,
    pid: Pid,
}

impl Session {
    /// Starts a command in a terminal of 80×24.
    pub fn start(command: CommandBuilder) -> Session {
        let (height, width) = (24, 80);
        let pty = native_pty_system().openpty(size(width, height)).expect("a pseudo terminal");
        let source = pty.master.try_clone_reader().expect("the terminal's output");
        let keys = pty.master.take_writer().expect("the terminal's input");
        let parser = vt100::Parser::new_with_callbacks(height, width, 0, Clipboard::default());
        let seen = Seen { parser, bytes: Vec::new(), code: None, closed: false, hang_up: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let reader = thread::spawn({
            let seen = Arc::clone(&seen);
            move || read(source, &seen)
        });
        let mut child = pty.slave.spawn_command(command).expect("the program");
        drop(pty.slave);
        let pid = child.process_id().and_then(|id| Pid::from_raw(id.cast_signed())).expect("a process id");
        thread::spawn({
            let seen = Arc::clone(&seen);
            move || {
                let code = child.wait().map_or(u32::MAX, |status| status.exit_code());
                change(&seen, |seen| seen.code = Some(code));
            }
        });
        Session { master: Some(pty.master), keys: Some(keys), seen, reader: Some(reader), pid }
    }

    /// Types bytes.
    pub fn keys(&mut self, keys: &str) {
        let writer = self.keys.as_mut().expect("an open terminal");
        writer.write_all(keys.as_bytes()).and_then(|()| writer.flush()).expect("the terminal takes keys");
    }

    /// Waits until something was seen; fails with the screen.
    #[track_caller]
    pub fn wait(&self, what: &str, mut is_so: impl FnMut(&Seen) -> bool) {
        let (lock, news) = &*self.seen;
        let end = Instant::now() + DEADLINE;
        let mut seen = lock.lock().unwrap();
        while !is_so(&seen) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let picture = picture(&seen);
                drop(seen);
                panic!("waited in vain for {what}\n{picture}");
            }
            seen = news.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn see(&self, text: &str) {
        self.wait(&format!("{text:?} on the screen"), |seen| seen.shows(text));
    }

    /// Waits until the program ended and all that it wrote was read; returns the exit code.
    #[track_caller]
    pub fn end(&self) -> u32 {
        let mut code = None;
        self.wait("the end of the program", |seen| {
            code = seen.code;
            seen.closed && code.is_some()
        });
        code.unwrap()
    }

    /// Looks at what was seen up to now.
    pub fn look<T>(&self, at: impl FnOnce(&Seen) -> T) -> T {
        at(&self.seen.0.lock().unwrap())
    }

    /// Fails unless the terminal is as a shell wants it: main screen, cursor shown, lines edited and echoed.
    #[track_caller]
    pub fn is_given_back(&self) {
        self.look(|seen| {
            let screen = seen.parser.screen();
            assert!(!screen.alternate_screen(), "the alternate screen is still there\n{}", picture(seen));
            assert!(!screen.hide_cursor(), "the cursor is hidden\n{}", picture(seen));
            assert!(!screen.bracketed_paste(), "pastes are still bracketed\n{}", picture(seen));
            assert_eq!(
                seen.count(b"\x1b[?2026h"),
                seen.count(b"\x1b[?2026l") - seen.count(b"\x1b[?1049l"),
                "a synchronized update is open"
            );
        });
        assert!(!self.is_raw(), "the terminal is still raw");
    }

    /// Whether the terminal gives single keys instead of lines.
    pub fn is_raw(&self) -> bool {
        let modes = self.master.as_ref().and_then(|master| master.get_termios()).expect("the terminal's modes");
        let modes = format!("{:?}", modes.local_flags);
        !(modes.contains("ICANON") && modes.contains("ECHO"))
    }

    /// Changes the size; the screen of no size stays as it is.
    pub fn resize(&self, width: u16, height: u16) {
        if width > 0 && height > 0 {
            // vt100 fails where text of the frame before wraps on its only row, or does not fit its only column
            let (rows, columns) = (height.max(2), width.max(2));
            change(&self.seen, |seen| seen.parser.screen_mut().set_size(rows, columns));
        }
        self.master.as_ref().expect("an open terminal").resize(size(width, height)).expect("a new size");
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid, signal).expect("a process to signal");
    }

    pub fn pid(&self) -> u32 {
        self.pid.as_raw_nonzero().get().cast_unsigned()
    }

    /// Closes the terminal as its window's closing does; `key` is one that the program answers by drawing.
    pub fn hang_up(&mut self, key: &str) {
        change(&self.seen, |seen| seen.hang_up = true);
        self.keys(key);
        self.reader.take().expect("an open terminal").join().expect("the reading ends");
        self.keys = None;
        self.master = None;
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if self.look_quietly() {
            // it may end just now
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

impl Session {
    fn look_quietly(&self) -> bool {
        self.seen.0.lock().is_ok_and(|seen| seen.code.is_none())
    }
}

/// Waits until a file is there and returns its text.
#[track_caller]
pub fn file(path: &Path) -> String {
    let end = Instant::now() + DEADLINE;
    while !path.exists() {
        assert!(Instant::now() < end, "waited in vain for the file {}", path.display());
        thread::yield_now();
    }
    std::fs::read_to_string(path).expect("a text")
}

/// A thread of a process, as Linux tells of it.
pub struct Thread {
    pub name: String,
    /// `S` for asleep.
    pub state: String,
    /// How often it went to sleep.
    pub switches: u64,
}

/// The threads of a process.
pub fn threads(pid: u32) -> Vec<Thread> {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).expect("threads").filter_map(Result::ok);
    tasks
        .filter_map(|task| {
            let status = std::fs::read_to_string(task.path().join("status")).ok()?;
            let field = |name: &str| {
                let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
                line.and_then(|rest| rest.split_whitespace().next()).unwrap_or_default().to_owned()
            };
            let switches = field("voluntary_ctxt_switches").parse().unwrap_or(0);
            Some(Thread { name: field("Name"), state: field("State"), switches })
        })
        .collect()
}

fn size(width: u16, height: u16) -> PtySize {
    PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }
}

fn read(mut source: Box<dyn Read + Send>, seen: &(Mutex<Seen>, Condvar)) {
    let mut bytes = vec![0; 65_536];
    loop {
        // Linux says by an error that nobody has the terminal open any more
        let read = source.read(&mut bytes).unwrap_or_default();
        let mut end = read == 0;
        change(seen, |seen| {
            seen.parser.process(&bytes[..read]);
            seen.bytes.extend_from_slice(&bytes[..read]);
            end |= seen.hang_up;
            seen.closed = end;
        });
        if end {
            return;
        }
    }
}

fn change(seen: &(Mutex<Seen>, Condvar), change: impl FnOnce(&mut Seen)) {
    let (lock, news) = seen;
    change(&mut lock.lock().unwrap());
    news.notify_all();
}

fn picture(seen: &Seen) -> String {
    let screen = seen.parser.screen();
    let (row, column) = screen.cursor_position();
    let mut picture = format!("┌ cursor {row}:{column}, {} bytes, exit {:?}\n", seen.bytes.len(), seen.code);
    for line in screen.rows(0, screen.size().1) {
        let _ = writeln!(picture, "│{line}");
    }
    picture
}
