//! Watching files and folders for changes that others make; a burst of them is told once.
//! It reads nothing; the program asks for that.

use super::{Event, spawn};
use crate::app::Message;
use crate::store::is_record;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _, recommended_watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

/// How long nothing must change for a burst to be over.
const QUIET: Duration = Duration::from_millis(100);

/// How long a burst may go on before it is told of nevertheless.
const LONGEST: Duration = Duration::from_millis(600);

/// What is watched, until it is dropped.
pub struct Watcher {
    _watcher: RecommendedWatcher,
}

/// Starts to watch; fails with the system's words.
pub fn watch(paths: &[PathBuf], events: &Sender<Event>) -> Result<Watcher, String> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = recommended_watcher(sender).map_err(|error| error.to_string())?;
    for path in paths {
        // a file that is written anew is another file, so its folder is watched
        let (path, mode) = match path.parent() {
            Some(parent) if !path.is_dir() => (parent, RecursiveMode::NonRecursive),
            _ => (path.as_path(), RecursiveMode::Recursive),
        };
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        watcher.watch(path, mode).map_err(|error| error.to_string())?;
    }
    let work = {
        let events = events.clone();
        move || tell(&changes, &events)
    };
    spawn("watch", events.clone(), work).map_err(|error| error.to_string())?;
    Ok(Watcher { _watcher: watcher })
}

fn tell(changes: &Receiver<notify::Result<notify::Event>>, events: &Sender<Event>) {
    while let Ok(change) = changes.recv() {
        if !matters(&change) {
            continue;
        }
        let start = Instant::now();
        while start.elapsed() < LONGEST && changes.recv_timeout(QUIET).is_ok() {}
        if events.send(Event::Sent(Message::Changed)).is_err() {
            return;
        }
    }
}

/// Whether records may have changed; what is read, or hidden as Git's folder is, does not matter.
fn matters(change: &notify::Result<notify::Event>) -> bool {
    let Ok(event) = change else { return true };
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let may_hold_records = |path: &PathBuf| !hidden(path) && (is_record(path) || path.extension().is_none());
    let in_git = |path: &PathBuf| path.components().any(|part| part.as_os_str() == ".git");
    !matches!(event.kind, EventKind::Access(_))
        && (event.need_rescan() || event.paths.iter().any(|path| may_hold_records(path) && !in_git(path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, Flag};

    #[test]
    fn only_what_may_be_a_record_or_a_folder_of_records_matters() {
        let event = |kind, path: &str| Ok(notify::Event::new(kind).add_path(path.into()));
        let made = EventKind::Create(CreateKind::File);
        assert!(matters(&event(made, "/r/a.yaml")) && matters(&event(made, "/r/folder")));
        assert!(!matters(&event(made, "/r/.a.yaml.breachline")) && !matters(&event(made, "/r/notes.txt")));
        assert!(
            !matters(&event(made, "/r/.git/objects/ab"))
                && !matters(&event(EventKind::Access(AccessKind::Read), "/r/a.yaml"))
        );
        assert!(matters(&Err(notify::Error::generic("lost"))));
        assert!(matters(&Ok(notify::Event::new(EventKind::Other).set_flag(Flag::Rescan))));
    }
}
