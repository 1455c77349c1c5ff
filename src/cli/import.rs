//! `import`: records from others' data, with a report of what became of them and what was lost.
//! What an item means is `import`'s, what is written `store`'s.

use super::{Ending, Shell, Trouble};
use crate::import::{Account, Dataset, Order, Progress, Refusal};
use crate::text::{clean, import as words, number};
use crate::theme::Role;
use crate::view::{Line, imported};
use crate::{store, term};
use clap::ArgMatches;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// How many items are between two looks of the progress bar.
const STEP: u64 = 50;
/// How wide the progress bar is, in cells.
const BAR: u64 = 30;

impl Shell<'_> {
    pub(super) fn import(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let order = Order {
            dataset: given.get_one::<String>("from").and_then(|id| Dataset::of(id)).unwrap_or(Dataset::Csv),
            files: given.get_many::<PathBuf>("files").into_iter().flatten().cloned().collect(),
            map: given.get_one::<PathBuf>("map").cloned(),
            into: given.get_one::<PathBuf>("into").cloned().unwrap_or_default(),
            dry: given.get_flag("dry-run"),
        };
        let interrupted = term::interruption().map_err(Trouble::Output)?;
        let shown = io::stderr().is_terminal() && !self.quiet;
        let outcome = store::import(&order, self.now, self.lang, &mut |progress| {
            if shown && progress.items.is_multiple_of(STEP) {
                self.show_progress(progress);
            }
            if interrupted.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if shown {
            // it does not matter whether anybody sees it
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
        let outcome = outcome.map_err(|refusal| {
            let ending = if matches!(refusal, Refusal::Unreadable { .. }) { Ending::Failed } else { Ending::Usage };
            Trouble::Told(refusal.message(self.lang), ending)
        })?;
        if !order.dry {
            for map in &outcome.proposed {
                self.remark(&self.say(words::MAP_SAVED, &[&clean(&map.display().to_string())]));
            }
        }
        self.tell_import(given, &outcome, order.dry)?;
        if interrupted.load(Ordering::Relaxed) {
            self.out.to.flush()?;
            return Err(Trouble::Told(words::STOPPED.get(self.lang).to_owned(), Ending::Interrupted));
        }
        Ok(if outcome.faults.iter().any(|(_, fault)| fault.why.is_final()) {
            Ending::Failed
        } else if outcome.faults.is_empty() {
            Ending::Done
        } else {
            Ending::Findings
        })
    }

    fn tell_import(&mut self, given: &ArgMatches, outcome: &Account, dry: bool) -> Result<(), Trouble> {
        let (report, lang) = (&outcome.report, self.lang);
        if given.get_one::<String>("format").is_some_and(|format| format == "json") {
            let whole = imported::json(report, &outcome.faults, dry, lang);
            return Ok(self.out.json(&whole, true)?);
        }
        let mut lines = imported::left_out(&outcome.faults, lang);
        let untold = report.left_out.saturating_sub(outcome.faults.len() as u64);
        if untold > 0 {
            lines.push(Line::of(words::MORE.fill(lang, &[&number(lang, untold)]), Role::Warning));
        }
        lines.push(imported::figures(report, dry, lang));
        lines.extend(imported::losses(report, lang));
        lines.iter().try_for_each(|line| Ok(self.out.line(line)?))
    }

    /// A bar on standard error.
    fn show_progress(&self, progress: Progress) {
        let done = progress.read.min(progress.size) * BAR / progress.size.max(1);
        let cells: String = (0..BAR).map(|cell| if cell < done { '#' } else { '-' }).collect();
        // it does not matter whether anybody sees it
        let _ = write!(io::stderr(), "\r[{cells}] {}", number(self.lang, progress.items));
    }
}
