//! What is kept between two runs: it changes nothing but the time, whatever befalls the files or what is kept of them.
//! How much time it saves is measured in `benches`.

use crate::records::now;
use crate::shell::shell_in;
use breachline::store::{Library, Places, load_all};
use proptest::prelude::*;
use proptest::sample::Index;
use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// More than a small library has, which is always read.
pub const MANY: usize = 520;

/// A record that says more than is kept of it.
fn record(n: usize, year: usize) -> String {
    let notes = "Nothing more is known of it than what is told above. ".repeat(16);
    format!(
        "id: record-{n}\ntitle: Breach {n}\norganisation: {{ name: Firm {n} }}\n\
         summary: Told in full.\n\
         timeline: [{{ date: {year}, kind: disclosed, sources: [letter] }}]\n\
         data: [{{ category: name, status: exposed, sources: [letter] }}]\n\
         sources: [{{ id: letter, title: Letter }}]\nnotes: {notes}\n"
    )
}

/// Writes a file as one that was written long ago.
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
}

/// Many records, some of them broken, and an empty folder of caches.
pub struct Folders {
    root: tempfile::TempDir,
}

impl Folders {
    pub fn new() -> Folders {
        let folders = Folders { root: tempfile::tempdir().unwrap() };
        fs::create_dir(folders.records()).unwrap();
        for n in 0..MANY {
            let text = if n % 50 == 0 { format!("title: {n}\n") } else { record(n, 2000 + n % 20) };
            write(&folders.path(n), &text);
        }
        folders
    }

    pub fn records(&self) -> PathBuf {
        self.root.path().join("records")
    }

    pub fn caches(&self) -> PathBuf {
        self.root.path().join("caches")
    }

    pub fn path(&self, n: usize) -> PathBuf {
        self.records().join(format!("record-{n}.yaml"))
    }

    fn cold(&self) -> Library {
        load_all(&Places::Paths(vec![self.records()]), None, now())
    }

    fn warm(&self) -> Library {
        load_all(&Places::Paths(vec![self.records()]), Some(&self.caches()), now())
    }

    /// The one file of the caches.
    pub fn kept(&self) -> PathBuf {
        let mut files = fs::read_dir(self.caches()).unwrap().map(|file| file.unwrap().path());
        let only = files.next().unwrap();
        assert_eq!(files.next(), None);
        only
    }
}

#[test]
fn a_cache_is_the_users_alone_smaller_than_the_records_and_can_be_deleted() {
    let folders = Folders::new();
    let cold = folders.cold();
    assert_eq!((cold.entries.len(), cold.files), (MANY - MANY.div_ceil(50), MANY));
    assert!(!cold.problems.is_empty());
    assert_eq!(folders.warm(), cold);
    let kept = folders.kept();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&kept), mode(&folders.caches())), (0o600, 0o700));
    let size = fs::metadata(&kept).unwrap().len();
    let records: u64 = (0..MANY).map(|n| fs::metadata(folders.path(n)).unwrap().len()).sum();
    assert!(0 < size && size < records, "{size} of {records}");
    assert_eq!(folders.warm(), cold);
    fs::remove_dir_all(folders.caches()).unwrap();
    assert_eq!(folders.warm(), cold);
}

#[test]
fn a_cache_that_cannot_be_read_or_written_is_not_missed() {
    let folders = Folders::new();
    let cold = folders.cold();
    fs::write(folders.caches(), "no folder").unwrap();
    assert_eq!(folders.warm(), cold);
    fs::remove_file(folders.caches()).unwrap();
    assert_eq!(folders.warm(), cold);
    fs::set_permissions(folders.kept(), Permissions::from_mode(0o0)).unwrap();
    assert_eq!(folders.warm(), cold);
}

#[test]
fn two_programs_at_once_leave_a_cache_that_is_whole() {
    let folders = Folders::new();
    let cold = folders.cold();
    for year in [2001, 2002] {
        // so many that each of them keeps all anew
        (0..50).for_each(|n| write(&folders.path(n), &record(n, year)));
        std::thread::scope(|scope| {
            let both = [scope.spawn(|| folders.warm()), scope.spawn(|| folders.warm())];
            let [one, other] = both.map(|program| program.join().unwrap());
            assert_eq!(one, other);
        });
        assert_eq!(folders.warm(), folders.cold());
    }
    assert_ne!(folders.warm(), cold);
    folders.kept();
}

#[test]
fn a_cache_is_written_anew_where_many_files_changed_or_one_is_gone_and_not_for_a_few() {
    let folders = Folders::new();
    let inode = || fs::metadata(folders.kept()).unwrap().ino();
    let holds =
        |title: &str| fs::read(folders.kept()).unwrap().windows(title.len()).any(|part| part == title.as_bytes());
    folders.warm();
    let first = inode();
    write(&folders.path(1), &record(1, 2019));
    write(&folders.records().join("record-new.yaml"), &record(9_999, 2019));
    for _ in 0..2 {
        assert_eq!(folders.warm(), folders.cold());
        assert_eq!(inode(), first);
    }
    assert!(!holds("Breach 9999"));
    (1..20).for_each(|n| write(&folders.path(n), &record(n, 2018)));
    assert_eq!(folders.warm(), folders.cold());
    let second = inode();
    assert_ne!(second, first);
    assert!(holds("Breach 9999"));
    // what was taken away is not to be read in the cache
    fs::remove_file(folders.records().join("record-new.yaml")).unwrap();
    assert_eq!(folders.warm(), folders.cold());
    assert_ne!(inode(), second);
    assert!(!holds("Breach 9999"));
    // nor where too few are left for one
    (MANY - 10..MANY).for_each(|n| fs::remove_file(folders.path(n)).unwrap());
    assert_eq!(folders.warm(), folders.cold());
    assert_eq!(fs::read_dir(folders.caches()).unwrap().count(), 0);
}

#[test]
fn what_the_clock_decides_is_judged_anew() {
    let folders = Folders::new();
    write(&folders.path(1), &record(1, 2027));
    assert!(folders.warm().problems.iter().any(|problem| problem.finding.fault.code() == "future_date"));
    let later = now() + chrono::TimeDelta::days(800);
    let places = Places::Paths(vec![folders.records()]);
    assert_eq!(load_all(&places, Some(&folders.caches()), later), load_all(&places, None, later));
    // a clock that was put back
    assert_eq!(folders.warm(), folders.cold());
}

#[test]
fn the_command_line_keeps_unless_it_is_told_not_to() {
    let folders = Folders::new();
    let run = |arguments: &[&str], options: &[&str]| {
        let shell = shell_in(&folders.records()).with("XDG_CACHE_HOME", folders.caches());
        let run = shell.with("SOURCE_DATE_EPOCH", "1795608000").run(&[arguments, options, &["--dir", "."]].concat());
        assert!(run.code < 2, "{}", run.err);
        (run.code, run.out, run.err)
    };
    let commands: [&[&str]; 10] = [
        &["list", "--format", "json"],
        &["list", "year:2010..2012", "--format", "ndjson"],
        &["show", "record-7"],
        &["compare", "record-7", "record-8", "record-519"],
        &["timeline", "year:2010"],
        &["gaps", "--format", "json"],
        &["stats", "--by", "year"],
        &["export", "--format", "csv"],
        &["report", "record-7", "record-519"],
        &["check"],
    ];
    let cold: Vec<_> = commands.iter().map(|command| run(command, &["--no-cache"])).collect();
    assert!(cold.iter().all(|(_, out, _)| out.len() > 100));
    assert!(!folders.caches().exists());
    for _ in 0..2 {
        for (command, cold) in commands.iter().zip(&cold) {
            assert_eq!(&run(command, &[]), cold);
        }
    }
    assert_eq!(fs::read_dir(folders.caches().join("breachline")).unwrap().count(), 1);
}

#[derive(Clone, Debug)]
enum Edit {
    Rewrite(Index, usize),
    Remove(Index),
    Add(usize),
    Rename(Index, usize),
    Break(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = || any::<Index>();
    prop_oneof![
        (at(), 2000usize..2026).prop_map(|(at, year)| Edit::Rewrite(at, year)),
        at().prop_map(Edit::Remove),
        (MANY..MANY + 9).prop_map(Edit::Add),
        (at(), MANY..MANY + 9).prop_map(|(at, n)| Edit::Rename(at, n)),
        at().prop_map(Edit::Break),
    ]
}

impl Edit {
    fn apply(&self, folders: &Folders) {
        let mut files: Vec<PathBuf> = fs::read_dir(folders.records()).unwrap().map(|f| f.unwrap().path()).collect();
        files.sort();
        match self {
            Edit::Rewrite(at, year) => write(at.get::<PathBuf>(&files), &record(1, *year)),
            Edit::Remove(at) => fs::remove_file(at.get::<PathBuf>(&files)).unwrap(),
            Edit::Add(n) => write(&folders.path(*n), &record(*n, 2010)),
            Edit::Rename(at, n) => fs::rename(at.get::<PathBuf>(&files), folders.path(*n)).unwrap(),
            Edit::Break(at) => write(at.get::<PathBuf>(&files), "title: [\n"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_warm_library_is_the_cold_one_whatever_was_edited(rounds in prop::collection::vec(prop::collection::vec(edit(), 0..4), 1..3)) {
        let folders = Folders::new();
        prop_assert!(folders.warm() == folders.cold());
        for edits in rounds {
            for edit in &edits {
                edit.apply(&folders);
            }
            prop_assert!(folders.warm() == folders.cold(), "{edits:?}");
            prop_assert!(folders.warm() == folders.cold(), "again, after {edits:?}");
        }
    }

    #[test]
    fn damage_of_any_kind_gives_the_cold_library(
        damage in prop::collection::vec((any::<Index>(), prop::option::of(0u8..8)), 4),
    ) {
        let folders = Folders::new();
        let cold = folders.cold();
        prop_assert!(folders.warm() == cold);
        let whole = fs::read(folders.kept()).unwrap();
        for (at, bit) in damage {
            let mut bytes = whole.clone();
            match bit {
                Some(bit) => *at.get_mut(&mut bytes) ^= 1 << bit,
                None => bytes.truncate(at.index(whole.len())),
            }
            fs::write(folders.kept(), bytes).unwrap();
            prop_assert!(folders.warm() == cold);
        }
    }
}
