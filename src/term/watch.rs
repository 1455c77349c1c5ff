//! Watching files and folders for changes that others make; a burst of them is told once.
//! It reads nothing; the program asks for that.

use super::{Event, spawn};
use crate::app::Message;
use crate::store::is_record;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _, recommended_watcher};
use std::path::{Path, PathBuf, absolute};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

/// How long nothing must change for a burst to be over.
const QUIET: Duration = Duration::from_millis(100);

/// How long a burst may go on before it is told of nevertheless.
const LONGEST: Duration = Duration::from_millis(600);

/// What watches, until it is dropped.
pub struct Watcher {
    _watcher: Arc<Mutex<RecommendedWatcher>>,
}

/// Starts to watch; fails with the system's words.
pub fn watch(paths: &[PathBuf], events: &Sender<Event>) -> Result<Watcher, String> {
    let (sender, changes) = mpsc::channel();
    let mut watcher = recommended_watcher(sender).map_err(|error| error.to_string())?;
    let roots: Vec<PathBuf> = paths.iter().map(|path| absolute(path).unwrap_or_else(|_| path.clone())).collect();
    for root in &roots {
        if root.is_dir() {
            watcher.watch(root, RecursiveMode::Recursive).map_err(|error| error.to_string())?;
        }
        // what is taken away and made anew is another file or folder, and its parent tells of that
        let Some(parent) = root.parent() else { continue };
        let watched = watcher.watch(parent, RecursiveMode::NonRecursive);
        watched.or_else(|error| if root.is_dir() { Ok(()) } else { Err(error.to_string()) })?;
    }
    let watcher = Arc::new(Mutex::new(watcher));
    let work = {
        let (events, watcher) = (events.clone(), Arc::downgrade(&watcher));
        move || tell(&changes, &roots, &watcher, &events)
    };
    spawn("watch", events.clone(), work).map_err(|error| error.to_string())?;
    Ok(Watcher { _watcher: watcher })
}

fn tell(
    changes: &Receiver<notify::Result<notify::Event>>,
    roots: &[PathBuf],
    watcher: &Weak<Mutex<RecommendedWatcher>>,
    events: &Sender<Event>,
) {
    while let Ok(change) = changes.recv() {
        if !matters(&change, roots) {
            continue;
        }
        let start = Instant::now();
        let mut burst = vec![change];
        while start.elapsed() < LONGEST {
            let Ok(change) = changes.recv_timeout(QUIET) else { break };
            burst.push(change);
        }
        let is_of = |root: &&PathBuf| burst.iter().flatten().any(|event| event.paths.contains(root));
        for root in roots.iter().filter(is_of).filter(|root| root.is_dir()) {
            if let Some(watcher) = watcher.upgrade() {
                let mut watcher = watcher.lock().unwrap_or_else(PoisonError::into_inner);
                // a folder that is gone again is told of by the next change
                let _ = watcher.watch(root, RecursiveMode::Recursive);
            }
        }
        if events.send(Event::Sent(Message::Changed)).is_err() {
            return;
        }
    }
}

/// Whether records may have changed; what is read, or hidden as Git's folder is, does not matter.
fn matters(change: &notify::Result<notify::Event>, roots: &[PathBuf]) -> bool {
    let Ok(event) = change else { return true };
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let may_hold_records = |path: &PathBuf| !hidden(path) && (is_record(path) || path.extension().is_none());
    let below = |path: &PathBuf| roots.iter().any(|root| path.starts_with(root));
    let in_git = |path: &PathBuf| path.components().any(|part| part.as_os_str() == ".git");
    !matches!(event.kind, EventKind::Access(_))
        && (event.need_rescan()
            || event.paths.iter().any(|path| below(path) && may_hold_records(path) && !in_git(path)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, Flag};

    #[test]
    fn only_what_may_be_a_record_or_a_folder_of_records_matters() {
        let event = |kind, path: &str| Ok(notify::Event::new(kind).add_path(path.into()));
        let matters = |change: &notify::Result<notify::Event>| super::matters(change, &["/r".into()]);
        let made = EventKind::Create(CreateKind::File);
        assert!(matters(&event(made, "/r/a.yaml")) && matters(&event(made, "/r/folder")));
        assert!(!matters(&event(made, "/r/.a.yaml.breachline")) && !matters(&event(made, "/r/notes.txt")));
        assert!(
            !matters(&event(made, "/r/.git/objects/ab"))
                && !matters(&event(EventKind::Access(AccessKind::Read), "/r/a.yaml"))
        );
        assert!(!matters(&event(made, "/beside/a.yaml")), "the parent of what is watched tells of others too");
        assert!(matters(&Err(notify::Error::generic("lost"))));
        assert!(matters(&Ok(notify::Event::new(EventKind::Other).set_flag(Flag::Rescan))));
    }
}
