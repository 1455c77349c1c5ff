//! The cold load, beside `serde_yaml` reading and parsing the same files into the same types on the same threads.
//! It draws nothing.

use super::{generate, median, set, time};
use breachline::record::Incident;
use breachline::store::{Places, load_all};
use chrono::{TimeZone, Utc};
use rayon::prelude::*;

pub fn measure(records: usize) {
    let folder = set::folder(records);
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a date");
    let files: Vec<_> = (0..records).map(|n| generate::path(&folder, n)).collect();
    let bytes: u64 = files.iter().map(|file| std::fs::metadata(file).map_or(0, |m| m.len())).sum();
    let places = Places::Paths(vec![folder]);
    let bare = || {
        files
            .par_iter()
            .map(|file| serde_yaml::from_str::<Incident>(&std::fs::read_to_string(file).expect("a file")).expect("a record"))
            .collect::<Vec<_>>()
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..if records > 50_000 { 3 } else { 5 } {
        theirs.push(time(|| bare().len()).0);
        let (took, library) = time(|| load_all(&places, None, now));
        ours.push(took);
        println!("  {took:?} {:?} {} {}", theirs.last(), library.entries.len(), library.problems.len());
        for problem in library.problems.iter().take(3) { println!("{} {}", problem.path, problem.finding.message(breachline::text::Lang::En)); }
    }
    let (ours, theirs) = (median(ours), median(theirs));
    println!(
        "load {records}: {ours:?}, bare {theirs:?}, {:.2} times, {} bytes a record",
        ours.as_secs_f64() / theirs.as_secs_f64(),
        bytes / records as u64
    );
}
