//! Memory: what a process holds after a load, cold and warm, and where it goes.
//! Each is measured in a process of its own, from what the system says of it; on Linux alone.

use super::load::now;
use super::set::{self, Set};
use breachline::query::Document;
use breachline::store::load_all;

pub fn measure(records: usize) {
    let set = Set::of(records);
    let caches = set::no_caches();
    drop(load_all(&set.places(), Some(&caches), now()));
    println!("memory {records}: {} bytes of YAML a record", set.bytes / records as u64);
    for kind in ["cold", "warm"] {
        println!("{}", set::told_inside("memory", kind, records));
    }
}

/// A number of the process's state, in bytes.
fn state(name: &str) -> u64 {
    let all = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = all.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// Loads in this process and tells what that took.
pub fn inside(kind: &str, records: usize) {
    let set = Set::of(records);
    let caches = set::caches();
    let before = state("VmRSS");
    let library = load_all(&set.places(), (kind == "warm").then_some(caches.as_path()), now());
    let (after, peak) = (state("VmRSS") - before, state("VmHWM") - before);
    let share = |bytes: u64| bytes as f64 / set.bytes as f64;
    let per = |bytes: u64| bytes / records as u64;
    println!(
        "  {kind}: {} bytes a record, {:.2} times the YAML; at most {} and {:.2} times",
        per(after),
        share(after),
        per(peak),
        share(peak)
    );
    let documents: Vec<&Document> = library.entries.iter().map(|entry| &*entry.document).collect();
    let part = |name: &str, copy: &dyn Fn(&Document) -> Box<dyn std::any::Any>| {
        let before = state("VmRSS");
        let copies: Vec<_> = documents.iter().map(|document| copy(document)).collect();
        println!("    {name:12} {:5} bytes a record", per(state("VmRSS").saturating_sub(before)));
        // kept until the end, so that the next part does not fill the room of this one
        std::mem::forget(copies);
    };
    part("documents", &|document| Box::new(document.clone()));
    // a copy of a document shares its texts
    let texts = |document: &Document| document.texts.all().map(|(_, text)| text).collect::<String>().into_boxed_str();
    part("texts", &|document| Box::new(texts(document)));
    part("dates", &|document| Box::new((document.dates.clone(), document.spans.clone())));
}
