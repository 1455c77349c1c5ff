//! `show`: one record, told in full, as text, Markdown, JSON or as it is written.
//! What is told is `view::dossier`'s.

use super::{Ending, Shell, Trouble};
use crate::record::clock::Rules;
use crate::view::{dossier, json, markdown};
use clap::ArgMatches;

impl Shell<'_> {
    pub(super) fn show(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let id = given.get_one::<String>("id").map(String::as_str).unwrap_or_default();
        let library = self.library()?;
        let entry = self.find(&library, id)?;
        let incident = self.whole(entry)?;
        let clocks = self.clocks()?;
        let rules = Rules { clocks: &clocks, now: Some(self.now) };
        match given.get_one::<String>("format").map_or("text", String::as_str) {
            "json" => self.out.json(&json::show(&incident, self.lang), true)?,
            "yaml" => {
                let text = self.source(entry)?;
                self.out.raw(&text)?;
            }
            "markdown" => {
                let told = dossier::dossier_by(&incident, &self.options(), rules);
                self.out.raw(&markdown::dossier(&told))?;
            }
            _ => {
                let told = dossier::dossier_by(&incident, &self.options(), rules);
                let lines = dossier::lines(&told, self.options().width);
                self.out.lines(&lines)?;
            }
        }
        Ok(Ending::Done)
    }
}
