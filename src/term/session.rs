//! The loop: wait for an event, handle all that came, do the effects, draw once.
//! It holds no state of the program, and while nothing happens it does nothing.

mod answer;

use super::editor::{self, Outcome, Place};
use super::input::Reader;
use super::signal::{self, Listener};
use super::tty::{self, Tty};
use super::watch::Watcher;
use super::{Ending, Event, Program, export, opener, spawn, watch};
use crate::app::{Effect, Message, Opening, Spot};
use crate::edit::{Failure, Sidecar, Why, Write};
use crate::import::Order;
use crate::query::saved::Change;
use crate::store::{self, Entry, Shelf};
use crate::text::{Lang, Phrase, term};
use crossterm::clipboard::CopyToClipboard;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGTSTP, SIGWINCH};
use std::io;
use std::ops::ControlFlow::{self, Break, Continue};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// The least time between two frames, and the most that a flood of messages may hold one back.
const FRAME: Duration = Duration::from_millis(10);
/// How long a frame waits for records that are being read, or for what matches, so that it is drawn once and not twice.
const PATIENCE: Duration = Duration::from_millis(6);

/// The time between two looks at how far an import is.
const PROGRESS: Duration = Duration::from_millis(200);

/// Why the loop stops.
enum Halt {
    Ended(Ending),
    Failed(io::Error),
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Halt {
        Halt::Failed(error)
    }
}

/// A program at work in a terminal.
pub struct Session<'a, P, L> {
    program: &'a mut P,
    load: Arc<L>,
    /// The newest load; older ones stop.
    newest: Arc<AtomicU64>,
    /// The newest question of each kind: what matches, how many there are, what may be typed; older ones are not answered
    /// further.
    asked: [Arc<AtomicU64>; 3],
    listener: Listener,
    /// What watches the records, once the program asked for it.
    watcher: Option<Watcher>,
    tty: Tty,
    reader: Reader,
    sender: Sender<Event>,
    events: Receiver<Event>,
    /// Until when a frame waits for what is being read or searched.
    awaited: Option<Instant>,
    /// When the first frame was drawn, and what is to be done after it.
    first: (Instant, Vec<Effect>),
}

impl<'a, P, L> Session<'a, P, L>
where
    P: Program,
    L: Fn(u64, &mut dyn FnMut(Message) -> ControlFlow<()>) + Send + Sync + 'static,
{
    /// Takes the terminal, draws the first frame and then starts the threads.
    pub fn start(program: &'a mut P, load: L) -> io::Result<Self> {
        let (sender, events) = mpsc::channel();
        // signals first: from here on none leaves the terminal broken
        let signals = signal::catch()?;
        let mut tty = Tty::take()?;
        let (width, height) = tty.measure()?;
        let effects = program.update(Message::Resized(width, height));
        tty.draw(|frame| program.draw(frame))?;
        let first = (Instant::now(), effects);
        let listener = Listener::start(signals, sender.clone())?;
        let reader = Reader::start(sender.clone())?;
        let (newest, asked) = (Arc::default(), Default::default());
        Ok(Session {
            program,
            load: Arc::new(load),
            newest,
            asked,
            awaited: None,
            listener,
            watcher: None,
            tty,
            reader,
            sender,
            events,
            first,
        })
    }

    /// Runs until the program ends.
    pub fn run(mut self) -> io::Result<Ending> {
        match self.turn() {
            Halt::Ended(ending) => Ok(ending),
            Halt::Failed(error) => Err(error),
        }
    }

    fn turn(&mut self) -> Halt {
        let (drawn, effects) = (self.first.0, std::mem::take(&mut self.first.1));
        self.perform(effects).and_then(|()| self.endless(drawn)).err().unwrap_or(Halt::Ended(Ending::Quit))
    }

    fn endless(&mut self, mut drawn: Instant) -> Result<(), Halt> {
        // the session holds a sender, so the channel never closes
        while let Ok(event) = self.events.recv() {
            self.handle(event)?;
            self.drain(drawn)?;
            self.draw()?;
            drawn = Instant::now();
        }
        Ok(())
    }

    /// Handles what is queued, and what comes until the next frame is due.
    fn drain(&mut self, drawn: Instant) -> Result<(), Halt> {
        let due = drawn + FRAME;
        let latest = due.max(Instant::now() + FRAME);
        loop {
            let now = Instant::now();
            if now >= latest {
                return Ok(());
            }
            let until = self.awaited.map_or(due, |awaited| awaited.max(due));
            match self.events.recv_timeout(until.saturating_duration_since(now)) {
                Ok(event) => self.handle(event)?,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    self.awaited = None;
                    return Ok(());
                }
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        self.tty.draw(|frame| self.program.draw(frame))
    }

    fn handle(&mut self, event: Event) -> Result<(), Halt> {
        match event {
            Event::Input(message) => {
                self.tell(message)?;
                self.reader.go_on();
                Ok(())
            }
            Event::Gone => Err(Halt::Ended(Ending::Signal(SIGHUP))),
            Event::Signal(signal) => self.signal(signal),
            Event::Sent(message) => {
                if matches!(message, Message::Fetched { .. } | Message::Found(_)) {
                    self.awaited = None;
                }
                self.tell(message)
            }
            Event::Panicked => Err(Halt::Ended(Ending::Panicked)),
        }
    }

    fn signal(&mut self, signal: i32) -> Result<(), Halt> {
        match signal {
            SIGWINCH => self.resize(),
            SIGTSTP if !signal::has_shell() => Ok(()),
            SIGTSTP => {
                tty::leave();
                signal::stop()?;
                self.retake()
            }
            // a shell has used the terminal meanwhile
            SIGCONT => {
                tty::leave();
                self.retake()
            }
            signal => Err(Halt::Ended(Ending::Signal(signal))),
        }
    }

    fn retake(&mut self) -> Result<(), Halt> {
        self.tty.enter()?;
        self.resize()
    }

    fn resize(&mut self) -> Result<(), Halt> {
        let (width, height) = self.tty.measure()?;
        self.tell(Message::Resized(width, height))
    }

    fn tell(&mut self, message: Message) -> Result<(), Halt> {
        let effects = self.program.update(message);
        self.perform(effects)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> Result<(), Halt> {
        for effect in effects {
            match effect {
                Effect::Load { generation } => self.load(generation)?,
                Effect::Fetch { edition, entries } => self.fetch(edition, entries)?,
                Effect::Search(question) => self.search(question)?,
                Effect::Count(question) => self.count(question)?,
                Effect::Complete(question) => self.complete(question)?,
                Effect::Index(documents) => self.index(documents)?,
                Effect::Views { shelf, change } => self.views(&shelf, change)?,
                Effect::OpenAddress(address) => {
                    let opened = opener::open(&address, &self.sender);
                    self.report(opened.map(|()| term::OPENING))?;
                }
                Effect::Copy(text) => {
                    self.tty.send(CopyToClipboard::to_clipboard_from(text))?;
                    self.tell(Message::Done(term::COPIED))?;
                }
                Effect::Export { told, path, replace } => self.work(move || export::export(&told, path, replace))?,
                Effect::Edit { path, spot } => {
                    let (line, column) = match spot {
                        Spot::Line(line, column) => (line, column),
                        Spot::At(at) => store::spot(&path, &at).unwrap_or((1, 1)),
                    };
                    self.edit(Place { path: &path, line, column })?;
                }
                Effect::Import(order, lang) => self.import(order, lang)?,
                Effect::Write { write, why } => self.work(move || {
                    let outcome = store::save(&write);
                    Message::Written { write, why, outcome }
                })?,
                Effect::Delete(path) => self.work(move || {
                    let (write, outcome) = match store::delete(&path) {
                        Ok(write) => (write, Ok(())),
                        Err(failure) => (Write { path, before: None, after: None }, Err(failure)),
                    };
                    Message::Written { write, why: Why::Change, outcome }
                })?,
                Effect::CopyBuiltIn => self.work(|| {
                    let (folder, outcome) = store::copy_built_in();
                    Message::Copied { folder, outcome }
                })?,
                Effect::ReadSidecar => self.work(|| annotated(store::sidecar()))?,
                Effect::Annotate(id, annotation) => self.work(move || annotated(store::annotate(&id, &annotation)))?,
                // a draft that cannot be kept is no reason to stop typing
                Effect::KeepDraft(draft) => drop(store::keep(&draft)),
                Effect::ForgetDraft(name) => drop(store::forget(&name)),
                Effect::FindDrafts => self.work(|| Message::Drafts(store::drafts()))?,
                Effect::Watch(paths) => match watch::watch(&paths, &self.sender) {
                    Ok(watcher) => self.watcher = Some(watcher),
                    Err(why) => self.tell(Message::NotWatched(why))?,
                },
                // the write that follows tells it, if there is no folder then
                Effect::MakeFolder(folder) => drop(store::make_folder(&folder)),
                Effect::OpenForm(opening) => self.open_form(opening)?,
                Effect::Suspend if signal::has_shell() => signal::ask_to_stop()?,
                Effect::Suspend => self.tell(Message::Failed(term::NO_SHELL, Vec::new()))?,
                Effect::Quit => return Err(Halt::Ended(Ending::Quit)),
            }
        }
        Ok(())
    }

    /// Imports others' data, or looks what would come of it, on a thread of its own.
    fn import(&mut self, order: Order, lang: Lang) -> Result<(), Halt> {
        let sender = self.sender.clone();
        self.work(move || {
            let mut told = Instant::now();
            let outcome = store::import(&order, chrono::Utc::now(), lang, &mut |progress| {
                if told.elapsed() < PROGRESS {
                    return Continue(());
                }
                told = Instant::now();
                let going = sender.send(Event::Sent(Message::Importing(progress))).is_ok();
                if going { Continue(()) } else { Break(()) }
            });
            Message::Imported { order, outcome }
        })
    }

    fn open_form(&mut self, opening: Opening) -> Result<(), Halt> {
        let text = opening.record.as_ref().map_or(Ok(String::new()), |(origin, shown)| store::source_of(origin, shown));
        self.tell(match text {
            Ok(text) => {
                let homes = store::homes(&store::Surroundings::of_process());
                Message::Opened { opening, text, homes, now: chrono::Utc::now() }
            }
            Err(error) => Message::Failed(term::NO_RECORD, vec![error.to_string()]),
        })
    }

    fn report(&mut self, outcome: Result<Phrase, (Phrase, Vec<String>)>) -> Result<(), Halt> {
        self.tell(match outcome {
            Ok(done) => Message::Done(done),
            Err((failure, values)) => Message::Failed(failure, values),
        })
    }

    /// Does something that may take a while on a thread of its own; its message comes back.
    fn work(&mut self, work: impl FnOnce() -> Message + Send + 'static) -> Result<(), Halt> {
        let sender = self.sender.clone();
        let job = move || {
            // the session may have ended first
            let _ = sender.send(Event::Sent(work()));
        };
        self.launch("work", job)
    }

    /// Starts a thread, or tells why there is none.
    fn launch(&mut self, name: &str, job: impl FnOnce() + Send + 'static) -> Result<(), Halt> {
        match spawn(name, self.sender.clone(), job) {
            Ok(()) => Ok(()),
            Err(error) => self.tell(Message::Failed(term::NO_THREAD, vec![error.to_string()])),
        }
    }

    fn load(&mut self, generation: u64) -> Result<(), Halt> {
        self.newest.store(generation, Ordering::SeqCst);
        let (load, newest, sender) = (Arc::clone(&self.load), Arc::clone(&self.newest), self.sender.clone());
        let work = move || {
            load(generation, &mut |message| {
                let wanted = newest.load(Ordering::SeqCst) == generation;
                if wanted && sender.send(Event::Sent(message)).is_ok() { Continue(()) } else { Break(()) }
            });
        };
        self.launch("load", work)
    }

    /// Reads whole records on a thread; the next frame waits a moment for them.
    fn fetch(&mut self, edition: u64, entries: Vec<Entry>) -> Result<(), Halt> {
        let sender = self.sender.clone();
        let work = move || {
            let whole = |entry: &Entry| (entry.id().to_owned(), store::whole(entry));
            let incidents = entries.iter().map(whole).collect();
            // the session may have ended first
            let _ = sender.send(Event::Sent(Message::Fetched { edition, incidents }));
        };
        self.awaited = Some(Instant::now() + PATIENCE);
        self.launch("fetch", work)
    }

    fn views(&mut self, shelf: &Shelf, change: Option<(Change, bool)>) -> Result<(), Halt> {
        let failed =
            change.and_then(|(change, shared)| shelf.change(&change, shared).err().map(|error| (error, shared)));
        let (views, problems) = shelf.read();
        self.tell(Message::Views { views, problems })?;
        match failed {
            Some((error, shared)) => {
                let (failure, values) = shelf.told(&error, shared);
                self.tell(Message::Failed(failure, values))
            }
            None => Ok(()),
        }
    }

    fn edit(&mut self, place: Place) -> Result<(), Halt> {
        self.listener.lend();
        tty::leave();
        let outcome = editor::edit(place);
        self.listener.take_back();
        self.retake()?;
        match outcome {
            Outcome::Closed => self.tell(Message::Edited),
            Outcome::Failed(failure, values) => {
                self.tell(Message::Edited)?;
                self.tell(Message::Failed(failure, values))
            }
            Outcome::Missing(failure, values) => self.tell(Message::Failed(failure, values)),
        }
    }
}

fn annotated(outcome: Result<Sidecar, Failure>) -> Message {
    Message::Annotated { path: store::sidecar_path(), outcome }
}
