//! The disk: folders of records read on all cores, the records built into the program, where both are looked for, and files
//! written whole or not at all.
//! It understands no record itself; `record` does.
#![expect(clippy::disallowed_methods, reason = "the one module that touches the disk")]

pub mod built_in;
mod cache;
mod caching;
mod clocks;
pub mod library;
mod load;
mod open;
pub mod place;
mod write;

pub use built_in::load_built_in;
pub use cache::folder as cache_folder;
pub use clocks::{clocks, own_clocks};
pub use library::{Batch, Entry, Library, Origin, Problem};
pub use load::load;
pub use open::{source, whole};
pub use place::{Places, Surroundings, places};
pub use write::{Draft, exists, holds, is_folder, make_folder, write};

use chrono::{DateTime, Utc};
use std::ops::ControlFlow;
use std::path::Path;

/// Loads everything at once, for who needs no progress.
pub fn load_all(places: &Places, caches: Option<&Path>, now: DateTime<Utc>) -> Library {
    let mut library = Library::default();
    let mut absorb = |batch| {
        library.absorb(batch);
        ControlFlow::Continue(())
    };
    stream(places, caches, now, &mut absorb);
    library.finish();
    library
}

/// Loads records in batches until `each` breaks off; `caches` is the folder of caches, if any are to be used.
pub fn stream(
    places: &Places,
    caches: Option<&Path>,
    now: DateTime<Utc>,
    each: &mut dyn FnMut(Batch) -> ControlFlow<()>,
) {
    match places {
        Places::Paths(paths) => load(paths, caches, now, each),
        Places::BuiltIn => load_built_in(now, each),
    }
}

/// The line and the column, from 1, of a path inside a record such as `timeline[1]`; `None` if the file lacks it.
pub fn spot(path: &Path, at: &str) -> Option<(u32, u32)> {
    let bytes = open::bytes(path).ok()?;
    crate::record::place_of(std::str::from_utf8(&bytes).ok()?, at)
}
