//! The start of the screens: what they are given, and what is kept of them when they end.
//! It draws nothing.

use super::{Ending, caches, clocks, colored, complain, glyphs, name, paths, places, remark};
use crate::app::{App, FIRST, Message};
use crate::record::clock::OwnedRules;
use crate::store::{self, Memory, Places, Seen, Session, Shelf, Surroundings};
use crate::term;
use crate::text::{Lang, cli as words};
use crate::theme::Theme;
use crate::widget::Brush;
use chrono::Utc;
use clap::ArgMatches;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

/// Opens the screens.
pub(super) fn explore(matches: &ArgMatches, lang: Lang) -> ExitCode {
    let places = match places(&paths(matches), lang) {
        Ok(places) => places,
        Err(told) => return ExitCode::from(complain(&told, Ending::Failed) as u8),
    };
    let theme = if colored(matches, true) { Theme::Terminal } else { Theme::Plain };
    let named = matches.get_one::<PathBuf>("clocks").cloned();
    let (clocks, faults) = clocks(named.as_deref(), lang);
    if let Some(told) = faults.as_ref().filter(|_| named.is_some()) {
        return ExitCode::from(complain(told, Ending::Findings) as u8);
    }
    if let Some(told) = faults.filter(|_| !matches.get_flag("quiet")) {
        remark(&told);
    }
    let watched = if let Places::Paths(paths) = &places { paths.clone() } else { Vec::new() };
    let app = App::new(lang, Brush { theme, glyphs: glyphs(matches) }, name(&places)).with_paths(watched);
    let mut app = app.with_rules(OwnedRules { clocks, now: Some(Utc::now()) });
    app.keep_views_in(Shelf::of(&places));
    let memory = if matches.get_flag("no-session") { None } else { Memory::of(&places) };
    if let Some(memory) = &memory {
        app.restore(wanted(memory.session(), matches), memory.history());
    }
    let (given, caches, seen) = (paths(matches), caches(matches), Mutex::new(Seen::default()));
    let load = move |generation: u64, send: &mut dyn FnMut(Message) -> ControlFlow<()>| {
        // the records built in may have been copied into the user's own folder meanwhile
        let places = store::places(&given, &Surroundings::of_process());
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        let library = store::stream(&places, caches.as_deref(), &mut seen, Utc::now(), &mut |batch| {
            // records that are read again are seen once all are
            let batch = if generation == FIRST { batch.clone() } else { batch.progress() };
            send(Message::Loaded { generation, batch })
        });
        if let Some(library) = library {
            // the program may have ended first
            let _ = send(Message::LoadEnded { generation, library: Box::new(library) });
        }
    };
    let ended = term::run(&mut app, load);
    if let (Some(memory), Ok(term::Ending::Quit | term::Ending::Signal(_))) = (memory, &ended) {
        // a session that is lost is no failure of the program
        let _ = memory.keep_session(app.session()).and_then(|()| memory.keep_history(app.history()));
    }
    match ended {
        Ok(ending) => ending.into(),
        Err(error) => ExitCode::from(complain(&words::TERMINAL.fill(lang, &[&error]), Ending::Failed) as u8),
    }
}

/// A session without what was asked for otherwise.
fn wanted(session: Session, matches: &ArgMatches) -> Session {
    let lang = session.lang.filter(|_| matches.get_one::<String>("lang").is_none_or(|lang| lang == "auto"));
    let theme = session.theme.filter(|_| colored(matches, true));
    Session { lang, theme, ..session }
}
