//! A key and the frame after it, drawn into a buffer: typing in the filter, scrolling, switching screens, marking, opening.
//! What is searched or fetched elsewhere is waited for here; typing is held against `fzf --filter` on the same texts.

use super::load::now;
use super::set::{self, Set};
use super::{median, millis, rounds, time};
use breachline::app::{App, Effect, FIRST, Message};
use breachline::keymap::Key;
use breachline::store::{self, Places, Seen, stream};
use breachline::text::Lang;
use breachline::widget::Brush;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SIZE: (u16, u16) = (120, 40);

/// What is typed, letter by letter: 50 queries.
const TYPED: [&str; 50] = [
    "h",
    "ho",
    "hop",
    "hopital",
    "hospitalier",
    "beziers",
    "lille",
    "mairie",
    "universite",
    "caisse",
    "epargne",
    "sport",
    "electricite",
    "assurance",
    "mutuelle",
    "transports",
    "telecom",
    "maison",
    "lefevre",
    "besancon",
    "angouleme",
    "geneve",
    "montreal",
    "havre",
    "coeur",
    "fuite",
    "clients",
    "partenaire",
    "sante",
    "adherents",
    "rancongiciel",
    "fichier",
    "portail",
    "group",
    "hosting",
    "paie",
    "archives",
    "forum",
    "cnil",
    "generated-1",
    "mairie lille",
    "centre hospitalier nimes",
    "fuite de donnees",
    "member portal",
    "customer data",
    "zzzz",
    "frtrav",
    "year:2024",
    "data:health",
    "country:be mairie",
];

/// What is waited for after a key: the first frame that shows it was pressed, and the frame with all that it asks for.
#[derive(Clone, Copy)]
struct Frames {
    first: Duration,
    last: Duration,
}

/// The program on screens of its own, with a set of records.
pub struct Screens {
    app: App,
    terminal: Terminal<TestBackend>,
    places: Places,
    /// The folder for caches, if any is to be used.
    caches: Option<PathBuf>,
    seen: Seen,
    /// How long the screens were busy with one batch, at worst, and with the library at the end of the last load.
    pub busy: [Duration; 2],
    /// How long indexes over the documents took so far, each made once the records of a load are seen.
    pub index: Duration,
}

impl Screens {
    /// Loads a set of records, with a folder for caches or without.
    pub fn open(set: &Set, caches: Option<PathBuf>) -> Screens {
        let terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a terminal");
        let app = App::new(Lang::Fr, Brush::default(), Some(set.folder.display().to_string()));
        let (places, seen) = (set.places(), Seen::default());
        let mut screens =
            Screens { app, terminal, places, caches, seen, busy: [Duration::ZERO; 2], index: Duration::ZERO };
        screens.tell(Message::Resized(SIZE.0, SIZE.1));
        screens
    }

    fn load(&mut self, generation: u64) {
        let (places, caches) = (self.places.clone(), self.caches.clone());
        let mut seen = std::mem::take(&mut self.seen);
        self.busy = [Duration::ZERO; 2];
        let library = stream(&places, caches.as_deref(), &mut seen, now(), &mut |batch| {
            let batch = if generation == FIRST { batch.clone() } else { batch.progress() };
            let busy = self.busy_with(Message::Loaded { generation, batch });
            self.busy[0] = self.busy[0].max(busy);
            ControlFlow::Continue(())
        });
        self.seen = seen;
        let library = Box::new(library.expect("all of it"));
        self.busy[1] = self.busy_with(Message::LoadEnded { generation, library });
    }

    /// Changes the state, and does what that asks for.
    pub fn tell(&mut self, message: Message) {
        let effects = self.app.update(message);
        self.perform(effects);
    }

    /// As [`Screens::tell`]; how long the screens were busy with it.
    fn busy_with(&mut self, message: Message) -> Duration {
        let (busy, effects) = time(|| self.app.update(message));
        self.perform(effects);
        busy
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Load { generation } => self.load(generation),
                Effect::Fetch { edition, entries } => {
                    let whole = |entry: &store::Entry| (entry.id().to_owned(), store::whole(entry));
                    self.tell(Message::Fetched { edition, incidents: entries.iter().map(whole).collect() });
                }
                Effect::Count(question) => {
                    if let Some(counted) = question.answer(&|| true) {
                        self.tell(Message::Counted(question.number, counted));
                    }
                }
                Effect::Index(documents) => self.index += time(|| documents.make_index()).0,
                Effect::Complete(question) => {
                    if let Some(completion) = question.answer(&|| true) {
                        self.tell(Message::Completed(question.number, completion));
                    }
                }
                Effect::Search(question) => {
                    if let Some(answer) = question.answer(&|| true) {
                        self.tell(Message::Found(answer));
                    }
                }
                _ => {}
            }
        }
    }

    fn draw(&mut self) {
        self.terminal.draw(|frame| self.app.draw(frame)).expect("a frame");
    }

    /// How long a key and the frames after it take.
    fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) -> Frames {
        let start = Instant::now();
        let effects = self.app.update(Message::Key(KeyEvent::new(code, modifiers)));
        self.draw();
        let first = start.elapsed();
        if effects.is_empty() {
            return Frames { first, last: first };
        }
        self.perform(effects);
        self.draw();
        Frames { first, last: start.elapsed() }
    }

    fn press(&mut self, name: &str) -> Frames {
        let key = Key::parse(name).expect("a key");
        let modifiers = if key.control { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        self.key(key.code, modifiers)
    }

    /// A query typed several times: the middle of how long its longest letter takes.
    fn typed(&mut self, query: &str, times: usize) -> Frames {
        let all: Vec<Frames> = (0..times).map(|_| self.type_query(query)).collect();
        let middle = |of: fn(&Frames) -> Duration| median(all.iter().map(of).collect());
        Frames { first: middle(|frames| frames.first), last: middle(|frames| frames.last) }
    }

    /// The longest of a query's letters, each counted by itself.
    fn type_query(&mut self, query: &str) -> Frames {
        self.press("/");
        let letters: Vec<Frames> =
            query.chars().map(|letter| self.key(KeyCode::Char(letter), KeyModifiers::NONE)).collect();
        self.press("esc");
        self.press("esc");
        let worst = |of: fn(&Frames) -> Duration| letters.iter().map(of).max().unwrap_or_default();
        Frames { first: worst(|frames| frames.first), last: worst(|frames| frames.last) }
    }
}

/// How long the worst letter of a word takes to its result, and a row further to its frame; the records are loaded warm where
/// they were kept.
pub fn medians(set: &Set) -> [Duration; 2] {
    let mut screens = Screens::open(set, Some(set::caches()));
    let words = ["hopital", "beziers", "mairie", "assurance", "lefevre"];
    let typed = words.map(|word| screens.type_query(word).last).to_vec();
    let frames = (0..15).map(|_| screens.press("j").first).collect();
    [median(typed), median(frames)]
}

pub fn measure(records: usize) {
    let set = Set::of(records);
    println!("keys {records}:");
    let mut screens = Screens::open(&set, None);
    let [batch, end] = screens.busy.map(millis);
    println!("  while it loads: busy with a batch {batch:.1} ms at worst, with the end {end:.1} ms");
    let times = rounds(records);
    let typed: Vec<(Frames, &str)> = TYPED.iter().map(|query| (screens.typed(query, times), *query)).collect();
    tell("typing: the letter seen", typed.iter().map(|(frames, query)| (frames.first, *query)));
    tell("typing: the result seen", typed.iter().map(|(frames, query)| (frames.last, *query)));
    for (name, keys) in [
        ("scroll", &["j", "j", "j", "ctrl-d", "ctrl-d", "ctrl-u", "G", "g", "k", "j"][..]),
        ("mark", &["space", "space", "space"]),
        ("open", &["enter", "j", "q", "j", "enter", "q"]),
        ("switch screen", &["2", "1", "4", "1", "5", "1", "M", "1", "3", "1"]),
        ("compare", &["3", "j", "n", "j", "1"]),
        ("unmarked: timeline, matrix", &["U", "2", "M", "1"]),
        ("scroll lanes", &["2", "j", "j", "ctrl-d", "G", "g"]),
        ("day 0, medians", &["0", "z", "m", "0", "1"]),
        ("facets", &["4", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j"]),
        ("sort", &["1", "s", "S", "s", "s", "s", "s"]),
        ("palette", &[":", "m", "a", "i", "r", "i", "e", "esc"]),
        ("form", &["a", "esc"]),
    ] {
        let times: Vec<(Frames, &str)> = keys.iter().map(|key| (screens.press(key), *key)).collect();
        tell(name, times.iter().map(|(frames, key)| (frames.first, *key)));
        if times.iter().any(|(frames, _)| frames.first < frames.last) {
            tell(&format!("{name}: all there"), times.iter().map(|(frames, key)| (frames.last, *key)));
        }
    }
    // last, since what it needs is loaded in this process too, which then has other things to do at the next key
    let theirs = fzf(&set);
    tell("fzf --filter", theirs.iter().copied());
    let ours = |query: &str| typed.iter().find(|(_, typed)| *typed == query).map(|(frames, _)| frames.last);
    let faster = theirs.iter().filter(|(time, query)| ours(query).is_some_and(|ours| ours < *time)).count();
    println!("  faster than fzf in {faster} of {} queries", theirs.len());
}

fn tell<'k>(what: &str, times: impl Iterator<Item = (Duration, &'k str)> + Clone) {
    let Some((worst, by)) = times.clone().max() else { return };
    let middle = median(times.map(|(time, _)| time).collect());
    println!("  {what:36} median {:7.2} ms, worst {:7.2} ms ({by})", millis(middle), millis(worst));
}

/// The same queries by `fzf`, on the same texts; nothing where it is not installed.
fn fzf(set: &Set) -> Vec<(Duration, &'static str)> {
    let library = store::load_all(&set.places(), None, now());
    let line =
        |entry: &store::Entry| String::from_utf8_lossy(&entry.document.texts.sought().concat()).replace('\n', "\t");
    let lines = library.entries.iter().map(line).collect::<Vec<_>>().join("\n");
    let file = set.folder.with_extension("lines");
    std::fs::write(&file, lines).expect("room for the texts");
    let words = TYPED.iter().filter(|query| !query.contains(':'));
    words
        .filter_map(|query| {
            let input = std::fs::File::open(&file).ok()?;
            let start = Instant::now();
            let mut filter = Command::new("fzf");
            filter.args(["--filter", query]).stdin(input).stdout(Stdio::null());
            filter.status().ok().map(|_| (start.elapsed(), *query))
        })
        .collect()
}
