//! The disk: folders of records read on all cores, the records built into the program, where both are looked for, and files
//! written whole or not at all.
//! It understands no record itself; `record` does.
#![expect(clippy::disallowed_methods, reason = "the one module that touches the disk")]

mod beside;
pub mod built_in;
mod cache;
mod caching;
mod clocks;
mod draft;
mod ids;
mod import;
mod imports;
pub mod library;
mod load;
mod open;
pub mod place;
mod save;
mod seen;
mod session;
mod sidecar;
mod system;
mod views;
mod write;

pub use built_in::load_built_in;
pub use cache::folder as cache_folder;
pub use clocks::{clocks, own_clocks};
pub use draft::{drafts, forget, keep};
pub use import::import;
pub use library::{Batch, Entry, Library, Origin, Problem};
pub use load::{is_record, load};
pub use open::{source, source_of, whole, wholes};
pub use place::{Places, Surroundings, homes, places};
pub use save::{delete, failure, save};
pub use seen::Seen;
pub use session::{Memory, Session};
pub use sidecar::{annotate, sidecar, sidecar_path};
pub use views::Shelf;
pub use write::{NewFile, exists, holds, is_folder, make_folder, write};

use chrono::{DateTime, Utc};
use std::ops::ControlFlow;
use std::path::Path;

/// Copies the records built in into the program's folder of the user's data; gives the folder, and whether it was done.
///
/// A file that is there already stays as it is.
pub fn copy_built_in() -> (std::path::PathBuf, Result<(), crate::edit::Failure>) {
    let Some(data) = dirs::data_dir() else { return (place::IN_DATA.into(), Err(crate::edit::Failure::NoFolder)) };
    let folder = data.join(place::IN_DATA);
    let outcome = built_in::copy_into(&folder);
    (folder, outcome)
}

/// Loads everything at once, for who needs no progress.
pub fn load_all(places: &Places, caches: Option<&Path>, now: DateTime<Utc>) -> Library {
    stream(places, caches, &mut Seen::once(), now, &mut |_| ControlFlow::Continue(())).unwrap_or_default()
}

/// Loads records, batch by batch, and gives the library of all; `None` if `each` broke off. Of files only those are read
/// that changed since they were seen in this run, or kept in a folder of caches, if any is to be used.
pub fn stream(
    places: &Places,
    caches: Option<&Path>,
    seen: &mut Seen,
    now: DateTime<Utc>,
    each: &mut dyn FnMut(&Batch) -> ControlFlow<()>,
) -> Option<Library> {
    let (mut library, mut ended) = (Library::default(), ControlFlow::Continue(()));
    let mut absorb = |batch: Batch| {
        ended = each(&batch);
        library.absorb(batch);
        ended
    };
    match places {
        Places::Paths(paths) => load(paths, caches, seen, now, &mut absorb),
        Places::BuiltIn => load_built_in(now, &mut absorb),
    }
    ended.is_continue().then(|| library.finish())
}

/// The line and the column, from 1, of a path inside a record such as `timeline[1]`; `None` if the file lacks it.
pub fn spot(path: &Path, at: &str) -> Option<(u32, u32)> {
    let bytes = open::bytes(path).ok()?;
    crate::record::place_of(std::str::from_utf8(&bytes).ok()?, at)
}
