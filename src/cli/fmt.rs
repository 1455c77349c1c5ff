//! `fmt`: records brought to the house's order of fields, every comment, quote and blank kept.
//! It changes nothing with `--check`, and no record that has errors.

use super::{Ending, Shell, Trouble};
use crate::edit::{self, Failure, Write};
use crate::store::{self, Places};
use crate::text::{clean, cli as words};
use clap::ArgMatches;
use std::path::PathBuf;

impl Shell<'_> {
    pub(super) fn fmt(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let named: Vec<PathBuf> = given.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
        let places = self.places(if named.is_empty() { &self.paths } else { &named })?;
        if places == Places::BuiltIn {
            return Err(Trouble::Told(crate::text::edit::BUILT_IN.get(self.lang).to_owned(), Ending::Failed));
        }
        let library = store::load_all(&places, None, self.now);
        let (left_out, _) = library.counts();
        let (mut changed, mut ending) = (0, Ending::Done);
        for entry in &library.entries {
            let Some(path) = entry.file() else { continue };
            let told = |why: &dyn std::fmt::Display| self.say(words::UNREADABLE, &[&clean(&entry.path), why]);
            let before = store::source(entry).map_err(|error| Trouble::Told(told(&error), Ending::Failed))?;
            let after = match edit::arrange(&before) {
                Ok(after) => after,
                Err(error) => {
                    self.remark(&self.say(words::NOT_ARRANGED, &[&clean(&entry.path), &error]));
                    ending = Ending::Findings;
                    continue;
                }
            };
            if after == before {
                continue;
            }
            changed += 1;
            if !given.get_flag("check") {
                let write =
                    Write { path: path.to_owned(), before: Some(before.into_bytes()), after: Some(after.into_bytes()) };
                let failed = |failure: Failure| Trouble::Told(failure.told(path, self.lang), Ending::Failed);
                store::save(&write).map_err(failed)?;
            }
            self.out.raw(&format!("{}\n", clean(&entry.path)))?;
        }
        self.out.to.flush()?;
        let told = if given.get_flag("check") { words::TO_ARRANGE } else { words::ARRANGED };
        self.remark(&told.of(self.lang, changed));
        if left_out > 0 {
            self.remark(&words::LEFT_OUT.of(self.lang, left_out as u64));
        }
        let findings = left_out > 0 || (given.get_flag("check") && changed > 0);
        Ok(if findings { Ending::Findings } else { ending })
    }
}
