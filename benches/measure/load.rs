//! The load: cold beside `serde_yaml` reading and parsing the same files into the same types on the same threads; warm; after changes.
//! It draws nothing.

use super::keys::Screens;
use super::set::{self, Set};
use super::{median, millis, rounds, time};
use breachline::app::Message;
use breachline::record::Incident;
use breachline::store::{Library, load_all};
use chrono::{DateTime, Utc};
use rayon::prelude::*;
use std::path::Path;
use std::time::Duration;

/// How many files a `git checkout` touches.
const CHECKOUT: usize = 1000;

pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// The same files, read and parsed and no more.
fn bare(set: &Set) -> usize {
    let read = |file: &std::path::PathBuf| {
        serde_yaml::from_str::<Incident>(&std::fs::read_to_string(file).expect("a file")).expect("a record")
    };
    set.files().par_iter().map(read).collect::<Vec<_>>().len()
}

/// The medians of a cold load, a bare one and a warm one.
pub fn medians(set: &Set) -> [Duration; 3] {
    let caches = set::no_caches();
    let load = |caches: Option<&Path>| load_all(&set.places(), caches, now());
    // fills the caches of the program and of the system
    let (first, _) = time(|| load(Some(&caches)));
    let mut all = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..rounds(set.records) {
        // where it takes minutes, it is done once
        all[0].push(if rounds(set.records) == 1 { first } else { time(|| load(None)).0 });
        all[1].push(time(|| bare(set)).0);
        all[2].push(time(|| load(Some(&caches))).0);
    }
    all.map(median)
}

pub fn measure(records: usize) {
    let set = Set::of(records);
    let [cold, bare, warm] = medians(&set);
    let caches = set::no_caches();
    let load = || load_all(&set.places(), Some(&caches), now());
    let (first, library) = time(load);
    let problems = library.problems.len();
    drop(library);
    let kept = set::size(&caches);
    set.change(1);
    let (one, library) = time(load);
    drop::<Library>(library);
    set.change(CHECKOUT.min(records));
    let (checkout, library) = time(load);
    drop(library);
    let per = |bytes: u64| bytes / records as u64;
    println!("load {records}: {} bytes a record, {problems} findings", per(set.bytes));
    println!(
        "  cold {:.0} ms, bare serde_yaml {:.0} ms: {:.2} times",
        millis(cold),
        millis(bare),
        cold.as_secs_f64() / bare.as_secs_f64()
    );
    println!("  cold and kept {:.0} ms; kept {} bytes a record", millis(first), per(kept));
    println!("  warm {:.0} ms: {:.1} times faster than cold", millis(warm), cold.as_secs_f64() / warm.as_secs_f64());
    println!("  after one file changed {:.0} ms, after {CHECKOUT} {:.0} ms", millis(one), millis(checkout));
    let mut screens = Screens::open(&set, None);
    set.change(CHECKOUT.min(records));
    let before = screens.index;
    let (reload, ()) = time(|| screens.tell(Message::Edited));
    let index = screens.index.saturating_sub(before);
    let [batch, end] = screens.busy.map(millis);
    println!(
        "  reload of the screens after {CHECKOUT} changed {:.0} ms, busy with a batch {batch:.1} ms at worst, with the end {end:.1} ms; the index after it {:.0} ms",
        millis(reload.saturating_sub(index)),
        millis(index)
    );
}
