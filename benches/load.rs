//! Loading a thousand records from disk, beside the bare decoding of the same bytes.
//! The store's part is reading, guarding, checking and keeping: it should stay well below the decoding itself. What was made to take long must not.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench makes its files, and stops where it fails"
)]

mod generate;

use breachline::record::reading::LARGEST;
use breachline::record::{Incident, read};
use breachline::store::{Places, load_all};
use chrono::{TimeZone, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use rayon::prelude::*;

const RECORDS: usize = 1000;

fn load(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    generate::write(folder.path(), RECORDS).unwrap();
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap();
    let texts: Vec<String> = (0..RECORDS).map(generate::record).collect();
    let places = Places::Paths(vec![folder.path().to_owned()]);
    let library = load_all(&places, None, now);
    assert_eq!(library.entries.len(), RECORDS, "{:?}", library.problems.first());

    let mut group = criterion.benchmark_group("a thousand records");
    group.sample_size(20);
    let decode = |text: &String| serde_yaml::from_str::<Incident>(text).unwrap();
    group.bench_function("bare serde_yaml, one core", |b| b.iter(|| texts.iter().map(decode).collect::<Vec<_>>()));
    group.bench_function("bare serde_yaml, all cores", |b| b.iter(|| texts.par_iter().map(decode).collect::<Vec<_>>()));
    let check = |(n, text): (usize, &String)| read(text.as_bytes(), &format!("generated-{n}"), now);
    group.bench_function("read and check, one core", |b| {
        b.iter(|| texts.iter().enumerate().map(check).collect::<Vec<_>>());
    });
    group.bench_function("store, all cores", |b| b.iter(|| load_all(&places, None, now)));
    group.finish();
}

/// The largest text allowed, made to take long, beside one of the same size that means no harm.
fn hostile(criterion: &mut Criterion) {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap();
    let fill = |head: &str, piece: &str| head.to_owned() + &piece.repeat((LARGEST - head.len()) / piece.len());
    let mut group = criterion.benchmark_group("a quarter of a megabyte");
    group.sample_size(10);
    for (name, text) in [
        ("one long text", fill("title: a", " word")),
        ("open brackets", fill("", "[")),
        ("comments in a text", fill("title: a", " #")),
        ("anchors in a text", fill("title: a", "                &")),
        ("ten thousand sources of one id", fill("sources:\n", "- { id: a }\n")),
        ("open flow maps", fill("", "a: {b: [c, ")),
    ] {
        group.bench_function(name, |b| b.iter(|| read(text.as_bytes(), "hostile", now)));
    }
    group.finish();
}

criterion_group!(benches, load, hostile);
criterion_main!(benches);
