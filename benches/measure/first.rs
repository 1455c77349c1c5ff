//! From the start of the program to its first frame, in a pseudo-terminal, beside a ratatui program that draws one word.
//! It waits for text on the terminal, not for the records.

use super::set::{self, Set};
use super::{median, millis};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::Read;
use std::time::{Duration, Instant};

const ROUNDS: usize = 25;

/// Draws one word and waits for a key.
pub fn empty() {
    let mut terminal = ratatui::init();
    terminal.draw(|frame| frame.render_widget("hello", frame.area())).expect("a frame");
    // the end of the terminal ends it as well
    let _ = crossterm::event::read();
    ratatui::restore();
}

/// How long until a text stands on the terminal.
fn until(text: &str, mut command: CommandBuilder) -> Duration {
    command.env("LANG", "en_GB.UTF-8");
    command.env("TERM", "xterm-256color");
    let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).expect("a program");
    let (mut told, mut chunk) = (Vec::new(), vec![0; 65_536]);
    let took = loop {
        let read = reader.read(&mut chunk).expect("output");
        assert!(read > 0, "it ended before its first frame: {}", String::from_utf8_lossy(&told));
        told.extend_from_slice(&chunk[..read]);
        if String::from_utf8_lossy(&told).contains(text) {
            break start.elapsed();
        }
    };
    child.kill().expect("an end");
    child.wait().expect("an end");
    took
}

pub fn measure(sizes: &[usize]) {
    let program = env!("CARGO_BIN_EXE_breachline");
    let caches = set::caches();
    let ours = |set: &Set, options: &[&str]| {
        let mut command = CommandBuilder::new(program);
        command.args(options);
        command.arg(&set.folder);
        command.env("XDG_CACHE_HOME", &caches);
        command.env("XDG_STATE_HOME", &caches);
        until("looking for records", command)
    };
    let nothing = || {
        let mut command = CommandBuilder::new(std::env::current_exe().expect("a program"));
        command.args(["--inside", "frame"]);
        until("hello", command)
    };
    let sets: Vec<Set> = sizes.iter().map(|records| Set::of(*records)).collect();
    for set in &sets {
        // what is kept of it
        let list = std::process::Command::new(program)
            .args(["list", "--format", "ids", "--dir"])
            .arg(&set.folder)
            .env("XDG_CACHE_HOME", &caches)
            .output();
        assert!(list.expect("a list").status.success());
    }
    let mut empty = Vec::new();
    let mut times = vec![[Vec::new(), Vec::new()]; sets.len()];
    for _ in 0..ROUNDS {
        empty.push(nothing());
        for (set, times) in sets.iter().zip(&mut times) {
            times[0].push(ours(set, &["--no-cache"]));
            times[1].push(ours(set, &[]));
        }
    }
    let empty = median(empty);
    println!("first frame: an empty ratatui program {:.1} ms", millis(empty));
    for (set, times) in sets.iter().zip(times) {
        let [cold, warm] = times.map(median);
        let ratio = |time: Duration| time.as_secs_f64() / empty.as_secs_f64();
        println!(
            "  {:>7} records: cold {:.1} ms, {:.2} times; warm {:.1} ms, {:.2} times",
            set.records,
            millis(cold),
            ratio(cold),
            millis(warm),
            ratio(warm)
        );
    }
}
