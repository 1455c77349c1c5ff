//! How long a frame takes with 10, 1 000 and 10 000 incidents in the set, as ratios in one run.
//! It measures neither loading nor filtering.

#![expect(clippy::expect_used, reason = "a bench that cannot make its records must stop")]
#![expect(clippy::print_stdout, reason = "a bench tells its ratios")]

use breachline::app::{App, Message};
use breachline::keymap::Key;
use breachline::record::Incident;
use breachline::store::{Batch, Entry, Origin};
use breachline::text::Lang;
use breachline::widget::Brush;
use criterion::measurement::{Measurement, WallTime};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use crossterm::event::{KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::hint::black_box;

const SETS: [usize; 3] = [10, 1_000, 10_000];
const ROUNDS: usize = 25;
const SIZE: (u16, u16) = (120, 40);

fn incident(n: usize) -> Incident {
    let (year, month, day) = (2010 + n % 16, 1 + n % 12, 1 + n % 28);
    let yaml = format!(
        "id: record-{n}\n\
         title: {{ en: \"Organisation {n}: breach of {year}\", fr: \"Organisation {n} : fuite de {year}\" }}\n\
         organisation: {{ name: \"Organisation {n}\", country: FR, sector: retail }}\n\
         status: confirmed\n\
         summary: The account of a supplier was used to read the files of customers.\n\
         timeline:\n\
         - {{ date: ../{year}-{month:02}-{day:02}, kind: intrusion, sources: [letter] }}\n\
         - {{ date: {year}-{month:02}-{day:02}, kind: detected, sources: [letter] }}\n\
         - {{ date: {year}-{month:02}, kind: disclosed, sources: [letter] }}\n\
         affected: [{{ count: {{ min: {count} }}, unit: persons, by: {{ name: X, kind: controller }}, sources: [letter] }}]\n\
         data: [{{ category: name, status: exposed }}, {{ category: email, status: disputed }}]\n\
         measures: [{{ kind: authority_notified, date: ../{year}-{month:02}-28, status: done }}]\n\
         sources: [{{ id: letter, title: Letter, url: \"https://example.org/{n}\" }}]\n",
        count = 10 + n * 37
    );
    serde_yaml::from_str(&yaml).expect("a record")
}

fn press(app: &mut App, key: &str) {
    let key = Key::parse(key).expect("a key");
    app.update(Message::Key(KeyEvent::new(key.code, KeyModifiers::NONE)));
}

/// The program with so many incidents, on a screen.
fn app(incidents: usize, screen: &str) -> App {
    let entries = (0..incidents).map(|n| Entry::new(incident(n), format!("r/{n:06}.yaml"), Origin::BuiltIn)).collect();
    let mut app = App::new(Lang::En, Brush::default(), None);
    app.update(Message::Resized(SIZE.0, SIZE.1));
    let batch = Batch { found: incidents, read: incidents, entries, problems: Vec::new() };
    app.update(Message::LoadEnded { generation: 1, library: Box::new(batch.into()) });
    press(&mut app, screen);
    app
}

/// One key and the frame after it.
fn turn(app: &mut App, key: &str, terminal: &mut Terminal<TestBackend>) {
    press(app, key);
    terminal.draw(|frame| app.draw(frame)).expect("a frame");
}

/// The median time of a key and its frame, down and up again.
fn median(app: &mut App, terminal: &mut Terminal<TestBackend>) -> f64 {
    let clock = WallTime;
    let mut times: Vec<f64> = Vec::new();
    for _ in 0..ROUNDS {
        for key in ["j", "k"] {
            let start = clock.start();
            turn(app, key, terminal);
            times.push(clock.end(start).as_secs_f64() * 1e3);
        }
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    for (name, screen) in [("explore", "1"), ("timeline", "2"), ("statistics", "4")] {
        let mut least = None;
        for incidents in SETS {
            let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a terminal");
            let mut app = app(incidents, screen);
            let time = median(&mut app, &mut terminal);
            let first = *least.get_or_insert(time);
            println!(
                "{name} with {incidents:>6}: {time:.2} ms a key and its frame, {:.1} times that with 10",
                time / first
            );
            group.bench_function(BenchmarkId::new(name, incidents), |bencher| {
                bencher.iter(|| turn(black_box(&mut app), "j", &mut terminal));
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = frames
}
criterion_main!(benches);
