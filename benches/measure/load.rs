//! The load: cold beside `serde_yaml` reading and parsing the same files into the same types on the same threads; warm; after changes.
//! Each load is that of a process of its own, as a start of the program is. It draws nothing.

use super::keys::Screens;
use super::set::{self, Set};
use super::{median, millis, rounds, time};
use breachline::app::Message;
use breachline::record::Incident;
use breachline::store::load_all;
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

/// Loads in this process and tells how many nanoseconds that took.
pub fn inside(kind: &str, records: usize) {
    let set = Set::of(records);
    let caches = set::caches();
    let load = |caches: Option<&Path>| time(|| load_all(&set.places(), caches, now())).0;
    let took = match kind {
        "cold" => load(None),
        "bare" => time(|| bare(&set)).0,
        _ => load(Some(&caches)),
    };
    println!("{}", took.as_nanos());
}

/// How long a load takes in a process of its own.
fn load(kind: &str, records: usize) -> Duration {
    Duration::from_nanos(set::told_inside("load", kind, records).parse().expect("a time"))
}

/// How long loads take, in the middle of some.
pub struct Loads {
    pub cold: Duration,
    pub bare: Duration,
    pub warm: Duration,
    /// A cold one that is kept.
    pub kept: Duration,
    /// How many times as long a cold one takes as the bare one after it: the middle of all pairs, since on a machine that
    /// others use too each differs from the next more than the two of a pair.
    pub times: f64,
}

/// Loads cold, bare and warm, by turns.
pub fn loads(set: &Set) -> Loads {
    set::no_caches();
    // fills the caches of the program and of the system
    let kept = load("kept", set.records);
    let (mut all, mut times) = ([Vec::new(), Vec::new(), Vec::new()], Vec::new());
    for _ in 0..rounds(set.records) {
        // where it takes minutes, it is done once
        let cold = if rounds(set.records) == 1 { kept } else { load("cold", set.records) };
        let bare = load("bare", set.records);
        times.push(cold.as_secs_f64() / bare.as_secs_f64());
        [cold, bare, load("warm", set.records)].into_iter().zip(&mut all).for_each(|(one, all)| all.push(one));
    }
    let [cold, bare, warm] = all.map(median);
    times.sort_unstable_by(f64::total_cmp);
    Loads { cold, bare, warm, kept, times: times[times.len() / 2] }
}

pub fn measure(records: usize) {
    let set = Set::of(records);
    let Loads { cold, bare, warm, kept, times } = loads(&set);
    let size = set::size(&set::caches());
    set.change(1);
    let one = load("warm", records);
    set.change(CHECKOUT.min(records));
    let checkout = load("warm", records);
    let per = |bytes: u64| bytes / records as u64;
    println!("load {records}: {} bytes a record", per(set.bytes));
    println!(
        "  cold {:.0} ms, bare serde_yaml {:.0} ms; in the middle of their pairs {times:.2} times",
        millis(cold),
        millis(bare)
    );
    println!("  cold and kept {:.0} ms; kept {} bytes a record", millis(kept), per(size));
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
