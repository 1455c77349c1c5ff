//! The command line: arguments, the commands that print and end, and the start of the screens.
//! What is printed comes from `view`; this module chooses and writes it.
#![expect(clippy::disallowed_methods, reason = "the edge of the program: it reads the clock and the environment")]

mod args;
mod check;
mod compare;
mod explore;
mod export;
mod fmt;
mod gaps;
mod import;
mod list;
mod manual;
mod new;
mod output;
mod report;
mod show;
mod stats;
mod table;
mod timeline;

use crate::keymap;
use crate::query::saved::View;
use crate::query::{self, Order, Query};
use crate::record::Incident;
use crate::record::clock::{Clock, built_in};
use crate::record::finding::{Severity, nearest};
use crate::store::{self, Library, Places, Problem, Shelf, Surroundings};
use crate::text::{Lang, Phrase, cli as words};
use crate::theme::Glyphs;
use crate::view::Options;
use args::Color;
use chrono::{DateTime, Utc};
use clap::ArgMatches;
use output::Output;
use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// The width of a page where the reader's is not known, in cells.
const UNKNOWN_WIDTH: usize = 100;
/// How many records are fetched at a time.
const AT_ONCE: usize = 256;

/// How a command ended, as an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was done.
    Done = 0,
    /// There are findings, or nothing matched where something was named.
    Findings = 1,
    /// The arguments are off.
    Usage = 2,
    /// A file or the terminal failed.
    Failed = 3,
    /// A signal asked it to end, as a shell has it for ctrl-c.
    Interrupted = 130,
}

/// Why a command did not end well.
#[derive(Debug)]
enum Trouble {
    /// To be told, with the exit code.
    Told(String, Ending),
    /// Output failed.
    Output(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Trouble {
        Trouble::Output(error)
    }
}

/// What every command is given.
struct Shell<'a> {
    lang: Lang,
    paths: Vec<PathBuf>,
    clocks: Option<PathBuf>,
    /// The folder of caches, if any are to be used.
    caches: Option<PathBuf>,
    now: DateTime<Utc>,
    quiet: bool,
    out: Output<'a>,
}

/// Runs the program on its arguments, without its own name.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let lang = args::language(&arguments, |name| std::env::var(name).ok());
    let words: Vec<OsString> = std::iter::once("breachline".into()).chain(arguments).collect();
    let stdout = io::stdout();
    let terminal = stdout.is_terminal();
    if let Some(matches) = terminal.then(|| args::of_screens(lang, &words)).flatten() {
        return explore::explore(&matches, lang);
    }
    let matches = match args::command(lang).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => {
            // a closed pipe while help is printed is no failure
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    if terminal && matches.subcommand().is_none() {
        return explore::explore(&matches, lang);
    }
    let mut locked = io::BufWriter::new(stdout.lock());
    let color = colored(&matches, terminal);
    let out = Output { to: &mut locked, color, width: width(terminal), glyphs: glyphs(&matches) };
    let clocks = matches.get_one::<PathBuf>("clocks").cloned();
    let caches = caches(&matches);
    let mut shell =
        Shell { lang, paths: paths(&matches), clocks, caches, now: present(), quiet: matches.get_flag("quiet"), out };
    let result = shell.run(&matches).and_then(|ending| Ok(shell.out.to.flush().map(|()| ending)?));
    let ending = match result {
        Ok(ending) => ending,
        Err(Trouble::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ending::Done,
        Err(Trouble::Output(error)) => complain(&words::OUTPUT.fill(lang, &[&error]), Ending::Failed),
        Err(Trouble::Told(text, ending)) => {
            // what was printed before stays printed
            let _ = shell.out.to.flush();
            complain(&text, ending)
        }
    };
    ExitCode::from(ending as u8)
}

/// The present; `SOURCE_DATE_EPOCH` may say another, for pages that are the same every time.
fn present() -> DateTime<Utc> {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    given.and_then(|seconds| DateTime::from_timestamp(seconds, 0)).unwrap_or_else(Utc::now)
}

/// Where records are looked for; what is asked for must be there.
fn places(paths: &[PathBuf], lang: Lang) -> Result<Places, String> {
    let places = store::places(paths, &Surroundings::of_process());
    let named = if let Places::Paths(paths) = &places { paths.as_slice() } else { &[] };
    let Some(missing) = named.iter().find(|path| path.symlink_metadata().is_err()) else { return Ok(places) };
    let missing = missing.display().to_string();
    let told = words::NO_PATH.fill(lang, &[&crate::text::clean(&missing)]);
    // a mistyped command is taken for a path
    let command = args::command(lang);
    let near = nearest(&missing, command.get_subcommands().map(clap::Command::get_name));
    if near.is_empty() {
        return Err(told);
    }
    Err(format!("{told}; {}", words::NEAREST_COMMAND.fill(lang, &[&near.join(", ")])))
}

/// The clocks built in with those of a file, else of the user's own, and the faults of that file, if it has any; `None`
/// where there is no such file.
fn clocks(named: Option<&Path>, lang: Lang) -> (Option<Vec<Clock>>, Option<String>) {
    let Some(path) = named.map(Path::to_path_buf).or_else(store::own_clocks) else { return (None, None) };
    let (clocks, problems) = store::clocks(&path);
    let told = problems.iter().map(|problem| fault(problem, lang)).collect::<Vec<_>>().join("\n");
    (Some(clocks), Some(told).filter(|told| !told.is_empty()))
}

/// A problem as a remark tells it.
fn fault(problem: &Problem, lang: Lang) -> String {
    let finding = &problem.finding;
    let place = format!("{}:{}:{}", crate::text::clean(&problem.path), finding.line, finding.column);
    format!("{place}: {} [{}]", finding.message(lang), finding.fault.code())
}

/// The places as the top line names them; none for the built-in records.
fn name(places: &Places) -> Option<String> {
    match places {
        Places::BuiltIn => None,
        Places::Paths(paths) => Some(paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(" ")),
    }
}

impl Shell<'_> {
    fn run(&mut self, matches: &ArgMatches) -> Result<Ending, Trouble> {
        match matches.subcommand() {
            Some(("show", given)) => self.show(given),
            Some(("compare", given)) => self.compare(given),
            Some(("timeline", given)) => self.timeline(given),
            Some(("gaps", given)) => self.gaps(given),
            Some(("stats", given)) => self.stats(given),
            Some(("check", given)) => self.check(given),
            Some(("new", given)) => self.new_record(given),
            Some(("fmt", given)) => self.fmt(given),
            Some(("export", given)) => self.export(given),
            Some(("import", given)) => self.import(given),
            Some(("report", given)) => self.report(given),
            Some(("completions", given)) => self.completions(given),
            Some(("man", _)) => self.man(),
            Some(("schema", _)) => {
                self.out.json(&crate::record::schema(), true)?;
                Ok(Ending::Done)
            }
            Some(("keys", _)) => {
                self.out.raw(&keymap::markdown(self.lang))?;
                Ok(Ending::Done)
            }
            Some((_, given)) => self.list(given),
            None => self.list_all(),
        }
    }

    fn options(&self) -> Options {
        Options { lang: self.lang, glyphs: self.out.glyphs, width: self.out.width.unwrap_or(UNKNOWN_WIDTH) }
    }

    /// The clocks that are read: those built in and the user's own. A fault in a file that was named ends the command;
    /// one in the user's own file leaves that file out.
    fn clocks(&self) -> Result<Vec<Clock>, Trouble> {
        let (clocks, faults) = clocks(self.clocks.as_deref(), self.lang);
        let clocks = clocks.unwrap_or_else(|| built_in().to_vec());
        let Some(told) = faults else { return Ok(clocks) };
        if self.clocks.is_some() {
            return Err(Trouble::Told(told, Ending::Findings));
        }
        self.remark(&told);
        Ok(clocks)
    }

    /// Reads all records; files with errors, and that there are none at all, are told of on standard error.
    fn library(&self) -> Result<Library, Trouble> {
        let places = self.places(&self.paths)?;
        let library = store::load_all(&places, self.caches.as_deref(), self.now);
        let (left_out, _) = library.counts();
        if left_out > 0 {
            self.remark(&words::LEFT_OUT.of(self.lang, left_out as u64));
        } else if library.entries.is_empty() {
            let place = name(&places).unwrap_or_default();
            self.remark(&self.say(words::NO_RECORD, &[&crate::text::clean(&place)]));
        }
        Ok(library)
    }

    /// Where records are looked for.
    fn places(&self, paths: &[PathBuf]) -> Result<Places, Trouble> {
        places(paths, self.lang).map_err(|told| Trouble::Told(told, Ending::Failed))
    }

    /// A remark, unless it is to be quiet.
    fn remark(&self, text: &str) {
        if !self.quiet {
            remark(text);
        }
    }

    /// The records that match a query, in an order.
    fn matching<'l>(&self, library: &'l Library, text: &str, order: Order) -> Result<Vec<&'l store::Entry>, Trouble> {
        let text = &self.meant(text)?;
        let query: Query = query::parse(text).map_err(|mistake| {
            let told = words::BAD_QUERY.fill(self.lang, &[&mistake.message(self.lang)]);
            Trouble::Told(format!("{told}\n  {}\n  {}", crate::text::clean(text), mistake.caret()), Ending::Usage)
        })?;
        let hits = query::run(&query, &library.documents().into(), self.lang, order);
        Ok(hits.iter().filter_map(|hit| library.entries.get(hit.index)).collect())
    }

    /// A query in which a saved view that it begins with, `@name`, is put in full.
    fn meant(&self, text: &str) -> Result<String, Trouble> {
        let Some((view, rest)) = self.view(text)? else { return Ok(text.to_owned()) };
        Ok(match (view.query.is_empty(), rest.is_empty()) {
            (true, _) => rest.to_owned(),
            (_, true) => view.query,
            _ => format!("({}) {rest}", view.query),
        })
    }

    /// The saved view that a query begins with, and what follows it; the nearest are told where there is none.
    fn view<'t>(&self, text: &'t str) -> Result<Option<(View, &'t str)>, Trouble> {
        let Some(rest) = text.trim_start().strip_prefix('@') else { return Ok(None) };
        let (name, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (views, problems) = Shelf::of(&self.places(&self.paths)?).read();
        if let Some(view) = views.iter().find(|view| view.name == name) {
            return Ok(Some((view.clone(), rest.trim())));
        }
        let faults = problems.iter().map(|problem| fault(problem, self.lang));
        let told = self.say(words::NO_SUCH_VIEW, &[&crate::text::clean(name)]);
        let told = self.with_nearest(told, &nearest(name, views.iter().map(|view| view.name.as_str())));
        Err(Trouble::Told(faults.chain([told]).collect::<Vec<_>>().join("\n"), Ending::Usage))
    }

    /// The entry of an id; the nearest ids are told where there is none.
    fn find<'l>(&self, library: &'l Library, id: &str) -> Result<&'l store::Entry, Trouble> {
        library.get(id).ok_or_else(|| {
            let told = self.say(words::NO_SUCH_ID, &[&crate::text::clean(id)]);
            let nearest = nearest(id, library.entries.iter().map(store::Entry::id));
            Trouble::Told(self.with_nearest(told, &nearest), Ending::Findings)
        })
    }

    /// The whole of a record.
    fn whole(&self, entry: &store::Entry) -> Result<Arc<Incident>, Trouble> {
        self.fetched(entry, store::whole(entry))
    }

    /// The whole of several records.
    fn wholes(&self, entries: &[&store::Entry]) -> Result<Vec<Arc<Incident>>, Trouble> {
        entries.iter().zip(store::wholes(entries)).map(|(entry, whole)| self.fetched(entry, whole)).collect()
    }

    fn fetched(&self, entry: &store::Entry, whole: Option<Arc<Incident>>) -> Result<Arc<Incident>, Trouble> {
        let path = crate::text::clean(&entry.path);
        whole.ok_or_else(|| Trouble::Told(self.say(words::CHANGED, &[&path]), Ending::Failed))
    }

    /// Does something with each of some records, the whole of no more than some hundred at a time.
    fn for_each(
        &mut self,
        entries: &[&store::Entry],
        mut each: impl FnMut(&mut Self, &Incident, &store::Entry) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        for some in entries.chunks(AT_ONCE) {
            for (entry, incident) in some.iter().zip(self.wholes(some)?) {
                each(self, &incident, entry)?;
            }
        }
        Ok(())
    }

    /// What is wrong with a name, and the names that come nearest to it.
    fn with_nearest(&self, told: String, nearest: &[String]) -> String {
        if nearest.is_empty() {
            return told;
        }
        format!("{told}; {}", self.say(words::NEAREST, &[&nearest.join(", ")]))
    }

    fn say(&self, phrase: Phrase, values: &[&dyn Display]) -> String {
        phrase.fill(self.lang, values)
    }
}

fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    let given = |name: &str| matches.get_many::<PathBuf>(name).into_iter().flatten().cloned().collect::<Vec<_>>();
    let inner = matches.subcommand().and_then(|(_, sub)| sub.get_many::<PathBuf>("dir"));
    let mut paths = given("paths");
    paths.extend(inner.map_or_else(|| given("dir"), |dirs| dirs.cloned().collect()));
    paths
}

/// The folder of caches, unless none are to be used.
fn caches(matches: &ArgMatches) -> Option<PathBuf> {
    store::cache_folder().filter(|_| !matches.get_flag("no-cache"))
}

fn colored(matches: &ArgMatches, terminal: bool) -> bool {
    let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match Color::of(matches) {
        Color::Always => {
            crossterm::style::force_color_output(true);
            true
        }
        Color::Never => false,
        Color::Auto => terminal && !forbidden,
    }
}

/// The width that the reader has: the terminal's, else what `COLUMNS` says, if that is said at all.
fn width(terminal: bool) -> Option<usize> {
    if terminal {
        return Some(crossterm::terminal::size().map_or(80, |(width, _)| usize::from(width)));
    }
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|width| (20..=1000).contains(width))
}

fn glyphs(matches: &ArgMatches) -> Glyphs {
    if matches.get_flag("ascii") { Glyphs::Ascii } else { Glyphs::Unicode }
}

/// How many findings leave records out, and how many do not.
fn findings(library: &Library) -> (usize, usize) {
    let errors = library.problems.iter().filter(|problem| problem.finding.severity == Severity::Error).count();
    (errors, library.problems.len() - errors)
}

fn complain(text: &str, ending: Ending) -> Ending {
    remark(text);
    ending
}

/// A remark on standard error; it does not matter whether anybody reads it.
fn remark(text: &str) {
    let _ = writeln!(io::stderr(), "breachline: {text}");
}
