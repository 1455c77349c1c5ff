//! How long a frame of the timeline takes with 10 000 lanes in the set, in calendar time and at day 0.
//! It measures no terminal: frames are drawn into a buffer.

#![expect(clippy::expect_used, reason = "a bench that cannot make its records must stop")]

use breachline::app::{App, Message};
use breachline::record::Incident;
use breachline::store::{Batch, Entry, Origin};
use breachline::text::Lang;
use breachline::widget::Brush;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

const INCIDENTS: usize = 10_000;
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];
const KINDS: [&str; 8] = [
    "intrusion",
    "exfiltration",
    "detected",
    "authority_notified",
    "persons_informed",
    "disclosed",
    "investigation_opened",
    "sanction",
];

/// An incident with a dozen events and measures, some of them unknown, open or disputed.
fn incident(n: usize) -> Incident {
    let (year, month) = (2012 + n % 14, 1 + n % 12);
    let mut yaml = format!(
        "id: record-{n}\ntitle: {{ fr: \"Fuite {n} chez un prestataire\", en: \"Breach {n} at a supplier\" }}\n\
         organisation: {{ name: Example, country: FR }}\ntimezone: Europe/Paris\ntimeline:\n"
    );
    for (place, kind) in KINDS.iter().enumerate().skip(n % 3) {
        let day = 1 + (n + place * 3) % 27;
        let date = match (n + place) % 7 {
            0 => format!("../{year}-{month:02}-{day:02}"),
            1 => format!("{year}-{month:02}-{day:02}/.."),
            2 => format!("{year}-{month:02}"),
            3 if *kind == "intrusion" => "unknown".to_owned(),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        // writing to a string cannot fail
        let _ = writeln!(
            yaml,
            "  - {{ date: \"{date}\", kind: {kind}, text: \"What happened on that day, in a sentence or two.\", sources: [a, b] }}"
        );
    }
    yaml.push_str("measures:\n");
    for kind in ["service_closed", "multi_factor", "training", "monitoring"] {
        let _ = writeln!(
            yaml,
            "  - {{ kind: {kind}, date: {year}-{month:02}-28, status: done, text: \"What was done.\" }}"
        );
    }
    serde_yaml::from_str(&yaml).expect("a record")
}

fn press(app: &mut App, keys: &str) {
    for key in keys.chars() {
        let _ = app.update(Message::Key(KeyEvent::from(KeyCode::Char(key))));
    }
}

fn timeline(criterion: &mut Criterion) {
    let entries: Vec<Entry> =
        (0..INCIDENTS).map(|n| Entry::new(incident(n), format!("{n:05}.yaml"), Origin::BuiltIn)).collect();
    let mut group = criterion.benchmark_group("timeline");
    group.sample_size(30).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(500));
    for (width, height) in SIZES {
        let mut app = App::new(Lang::En, Brush::default(), None);
        let _ = app.update(Message::Resized(width, height));
        let batch = Batch { found: INCIDENTS, read: INCIDENTS, entries: entries.clone(), problems: Vec::new() };
        let _ = app.update(Message::LoadEnded { generation: 1, library: Box::new(batch.into()) });
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
        for (name, keys) in [("calendar", "2"), ("day 0", "0"), ("day 0 with median", "m")] {
            press(&mut app, keys);
            group.bench_function(BenchmarkId::new(format!("frame, {name}"), width), |b| {
                b.iter(|| terminal.draw(|frame| black_box(&app).draw(frame)).map(|_| ()));
            });
            group.bench_function(BenchmarkId::new(format!("key, {name}"), width), |b| {
                b.iter(|| press(black_box(&mut app), "j"));
            });
        }
        group.bench_function(BenchmarkId::new("another milestone", width), |b| {
            b.iter(|| press(black_box(&mut app), "z"));
        });
    }
    group.finish();
}

criterion_group!(benches, timeline);
criterion_main!(benches);
