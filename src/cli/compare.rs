//! `compare`: two to six records side by side, as text, Markdown, JSON or HTML.
//! What is compared is `view::comparison`'s.

use super::{Ending, Shell, Trouble};
use crate::record::clock::Rules;
use crate::text::cli as words;
use crate::view::comparison::{self, Rows};
use crate::view::{html, json, markdown};
use clap::ArgMatches;

impl Shell<'_> {
    pub(super) fn compare(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let ids: Vec<&String> = given.get_many::<String>("id").into_iter().flatten().collect();
        let distinct: std::collections::HashSet<&&String> = ids.iter().collect();
        if !(2..=6).contains(&ids.len()) || distinct.len() != ids.len() {
            return Err(Trouble::Told(self.say(words::COMPARE_COUNT, &[]), Ending::Usage));
        }
        let library = self.library()?;
        let entries = ids.iter().map(|id| self.find(&library, id)).collect::<Result<Vec<_>, _>>()?;
        let wholes = self.wholes(&entries)?;
        let incidents: Vec<_> = wholes.iter().map(|whole| &**whole).collect();
        let clocks = self.clocks()?;
        let rules = Rules { clocks: &clocks, now: Some(self.now) };
        let told = comparison::comparison_by(&incidents, &self.options(), rules);
        let rows = if given.get_flag("differences") { Rows::Differing } else { Rows::All };
        match given.get_one::<String>("format").map_or("text", String::as_str) {
            "json" => self.out.json(&json::compare(&told, rows), true)?,
            "markdown" => self.out.raw(&markdown::comparison(&told, rows, &self.options()))?,
            "html" => self.out.raw(&html::comparison(&told, rows, &self.options()))?,
            _ => {
                let lines = comparison::lines(&told, &self.options(), rows);
                self.out.lines(&lines)?;
            }
        }
        Ok(Ending::Done)
    }
}
