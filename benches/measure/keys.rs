//! A key and the frame after it, drawn into a buffer: typing in the filter, scrolling, switching screens, marking, opening.
//! Typing is held against `fzf --filter` on the same texts, a process for each query.

use super::load::now;
use super::set::Set;
use super::{median, millis};
use breachline::app::{App, Effect, Message};
use breachline::keymap::Key;
use breachline::store::{self, stream};
use breachline::text::Lang;
use breachline::widget::Brush;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::ops::ControlFlow;
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

struct Screens {
    app: App,
    terminal: Terminal<TestBackend>,
}

impl Screens {
    fn open(set: &Set) -> (Screens, Duration) {
        let terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a terminal");
        let place = set.folder.display().to_string();
        let mut screens = Screens { app: App::new(Lang::Fr, Brush::default(), Some(place)), terminal };
        screens.tell(Message::Resized(SIZE.0, SIZE.1));
        let mut absorbing = Duration::ZERO;
        stream(&set.places(), None, &mut store::Seen::default(), now(), &mut |batch| {
            let start = Instant::now();
            screens.tell(Message::Loaded { generation: 1, batch });
            absorbing += start.elapsed();
            ControlFlow::Continue(())
        });
        let start = Instant::now();
        screens.tell(Message::LoadEnded { generation: 1 });
        println!("  all batches {:.0} ms, the end {:.0} ms", millis(absorbing), millis(start.elapsed()));
        (screens, absorbing)
    }

    /// Changes the state, and fetches what that asks for.
    fn tell(&mut self, message: Message) {
        for effect in self.app.update(message) {
            if let Effect::Fetch { edition, entries } = effect {
                let whole = |entry: &store::Entry| (entry.id().to_owned(), store::whole(entry));
                self.tell(Message::Fetched { edition, incidents: entries.iter().map(whole).collect() });
            }
        }
    }

    /// How long a key and the frame after it take.
    fn key(&mut self, code: KeyCode, modifiers: KeyModifiers) -> Duration {
        let start = Instant::now();
        self.tell(Message::Key(KeyEvent::new(code, modifiers)));
        self.terminal.draw(|frame| self.app.draw(frame)).expect("a frame");
        start.elapsed()
    }

    fn press(&mut self, name: &str) -> Duration {
        let key = Key::parse(name).expect("a key");
        let modifiers = if key.control { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        self.key(key.code, modifiers)
    }

    /// The longest of a query's letters.
    fn type_query(&mut self, query: &str) -> Duration {
        self.press("/");
        let letters = query.chars().map(|letter| self.key(KeyCode::Char(letter), KeyModifiers::NONE)).max();
        self.press("esc");
        self.press("esc");
        letters.unwrap_or_default()
    }
}

pub fn measure(records: usize) {
    let set = Set::of(records);
    println!("keys {records}:");
    let (mut screens, _) = Screens::open(&set);
    let typed: Vec<(Duration, &str)> = TYPED.iter().map(|query| (screens.type_query(query), *query)).collect();
    tell("typing in the filter", &typed);
    tell("fzf --filter", &fzf(&set));
    for (name, keys) in [
        ("scroll", &["j", "j", "j", "ctrl-d", "ctrl-d", "ctrl-u", "G", "g", "k", "j"][..]),
        ("mark", &["space", "space", "space"]),
        ("switch screen", &["2", "1", "4", "1", "5", "1", "M", "1", "3", "1"]),
        ("scroll lanes", &["2", "j", "j", "ctrl-d", "G", "g"]),
        ("facets", &["4", "j", "j", "j", "j", "j", "j"]),
        ("sort", &["1", "s", "S", "s", "s", "s", "s"]),
        ("compare", &["c", "j", "n", "j"]),
        ("unmarked: timeline, matrices", &["U", "2", "M", "j", "1"]),
    ] {
        let times: Vec<(Duration, &str)> = keys.iter().map(|key| (screens.press(key), *key)).collect();
        tell(name, &times);
    }
}

fn tell(what: &str, times: &[(Duration, &str)]) {
    let Some((worst, by)) = times.iter().max() else { return };
    let middle = median(times.iter().map(|(time, _)| *time).collect());
    println!("  {what:30} median {:7.2} ms, worst {:7.2} ms ({by})", millis(middle), millis(*worst));
}

/// The same queries by `fzf`, on the same texts; nothing where it is not installed.
fn fzf(set: &Set) -> Vec<(Duration, &'static str)> {
    let library = store::load_all(&set.places(), None, now());
    let line = |entry: &store::Entry| entry.document.texts.together().replace('\n', "\t");
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
