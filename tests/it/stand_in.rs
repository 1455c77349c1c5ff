//! A small program that stands in for breachline where a test needs it to panic, to flood or to wait.
//! It is run by the terminal tests as a program of its own, and tests nothing by itself.

use breachline::app::{Effect, Message, Spot};
use breachline::term::{self, Program};
use breachline::text::Lang;
use crossterm::event::KeyCode;
use portable_pty::CommandBuilder;
use ratatui::Frame;
use ratatui::text::{Line, Text};
use std::env;
use std::fmt::Display;
use std::io::Read as _;
use std::net::TcpStream;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::exit;

/// The command that runs the stand-in: this test program, told to run one test only.
pub fn command(folder: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(env::current_exe().expect("the test program"));
    command.args(ARGUMENTS);
    command.env("STAND_IN", "1");
    command.env("RUST_BACKTRACE", "0");
    command.env_remove("VISUAL");
    command.env_remove("EDITOR");
    command.cwd(folder);
    command
}

/// What the test program is told to be the stand-in.
pub const ARGUMENTS: [&str; 4] = ["--exact", "stand_in::runs_as_a_program", "--nocapture", "--test-threads=1"];

/// Runs the stand-in where this process was started as one; in a run of all tests there is nothing to do.
#[test]
fn runs_as_a_program() {
    if env::var_os("STAND_IN").is_none() {
        return;
    }
    let run = || match term::run(&mut StandIn::default(), load) {
        Ok(ending) => i32::from(ending.code()),
        Err(_) => 3,
    };
    exit(catch_unwind(AssertUnwindSafe(run)).unwrap_or(101));
}

#[derive(Default)]
struct StandIn {
    size: (u16, u16),
    typed: String,
    count: usize,
    done: usize,
    last: String,
    generation: u64,
    panics: bool,
}

impl StandIn {
    fn load(&mut self, generation: u64) -> Vec<Effect> {
        self.generation = generation;
        vec![Effect::Load { generation }]
    }

    fn key(&mut self, code: KeyCode) -> Vec<Effect> {
        let address = |text: &str| vec![Effect::OpenAddress(text.to_owned())];
        match code {
            KeyCode::Char('q') => return vec![Effect::Quit],
            KeyCode::Char('P') => panic!("a panic in update"),
            KeyCode::Char('D') => self.panics = true,
            KeyCode::Char('T') => return self.load(PANIC),
            KeyCode::Char('F') => return self.load(FLOOD),
            KeyCode::Char('W') => return self.load(ENDLESS),
            KeyCode::Char('N') => return self.load(SHORT),
            KeyCode::Char('C') => return vec![Effect::Copy("déjà vu".to_owned())],
            KeyCode::Char('E') => return vec![Effect::Edit { path: "record.yaml".into(), spot: Spot::Line(12, 5) }],
            KeyCode::Char('O') => return address("https://example.org/a?b=$(id)&c=d"),
            KeyCode::Char('X') => return address("https://example.org/fails"),
            KeyCode::Char('B') => return address("file:///etc/passwd"),
            KeyCode::Char('Z') => return vec![Effect::Suspend],
            KeyCode::Char(letter) => {
                self.count += 1;
                self.typed = format!("{}{letter}", self.typed.get(self.typed.len().saturating_sub(9)..).unwrap_or(""));
            }
            _ => {}
        }
        Vec::new()
    }
}

const FIRST: u64 = 1;
const PANIC: u64 = 2;
const FLOOD: u64 = 3;
const ENDLESS: u64 = 4;
const SHORT: u64 = 5;

/// The messages of a flood.
pub const MANY: usize = 50_000;

fn load(generation: u64, send: &mut dyn FnMut(Message) -> ControlFlow<()>) {
    let mut done = || send(Message::Done(term_text()));
    match generation {
        FIRST => {
            if let Ok(gate) = env::var("GATE") {
                let mut gate = TcpStream::connect(gate).expect("the test's gate");
                let _ = gate.read(&mut [0]);
                let _ = done();
            }
        }
        PANIC => panic!("a panic in load"),
        FLOOD => (0..MANY).for_each(|_| {
            let _ = done();
        }),
        ENDLESS => while done().is_continue() {},
        _ => {
            let _ = done();
        }
    }
}

fn term_text() -> breachline::text::Phrase {
    breachline::text::phrase("done", "fait")
}

impl Program for StandIn {
    fn update(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => return self.key(key.code),
            Message::Pasted(text) => self.last = format!("pasted {} {}", text.len(), text.get(..5).unwrap_or(&text)),
            Message::Resized(width, height) => {
                self.size = (width, height);
                if self.generation == 0 {
                    return self.load(FIRST);
                }
            }
            Message::Failed(phrase, values) => {
                let values: Vec<&dyn Display> = values.iter().map(|value| value as &dyn Display).collect();
                self.last = phrase.fill(Lang::En, &values);
            }
            Message::Done(phrase) if phrase == term_text() => self.done += 1,
            Message::Done(phrase) => phrase.en.clone_into(&mut self.last),
            Message::Edited => "edited".clone_into(&mut self.last),
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, frame: &mut Frame) {
        assert!(!self.panics, "a panic in draw");
        assert_eq!((frame.area().width, frame.area().height), self.size, "the frame has the size that was told");
        let (width, height) = self.size;
        let lines = [
            format!("size {width}x{height}"),
            format!("typed {} {}.", self.count, self.typed),
            format!("done {}.", self.done),
            self.last.clone(),
        ];
        frame.render_widget(Text::from(lines.map(Line::from).to_vec()), frame.area());
    }
}
