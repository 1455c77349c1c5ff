//! `report`: a dossier of one to six incidents, or a worksheet for each, as HTML or Markdown.
//! What they hold is `view::report`'s.

use super::{Ending, Shell, Trouble};
use crate::query::Order;
use crate::record::Incident;
use crate::record::clock::Rules;
use crate::record::when::When;
use crate::store::{Entry, Library};
use crate::text::{cli, report as words};
use crate::view::page::{html, markdown};
use crate::view::report::{MOST, report, worksheet};
use crate::view::wording::date;
use clap::ArgMatches;
use std::path::PathBuf;

impl Shell<'_> {
    pub(super) fn report(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let library = self.library()?;
        let entries = self.reported(&library, given)?;
        let wholes = self.wholes(&entries)?;
        let incidents: Vec<&Incident> = wholes.iter().map(|whole| &**whole).collect();
        let clocks = self.clocks()?;
        let rules = Rules { clocks: &clocks, now: Some(self.now) };
        let told = if given.get_flag("worksheet") { worksheet } else { report };
        let page = told(&incidents, self.lang, rules, self.made(&incidents));
        let text = match given.get_one::<String>("format").map(String::as_str) {
            Some("markdown") => markdown::markdown(&page),
            _ => html::html(&page),
        };
        let output = given.get_one::<PathBuf>("output").map(PathBuf::as_path);
        self.to(output, |shell| Ok(shell.out.raw(&text)?))?;
        Ok(Ending::Done)
    }

    /// When and from what a page is made.
    fn made(&self, incidents: &[&Incident]) -> String {
        let day = self.now.format("%Y-%m-%d").to_string();
        let day = day.parse::<When>().map_or(day, |when| date::full(&when, self.lang));
        let ids: Vec<&str> = incidents.iter().map(|incident| incident.id.as_str()).collect();
        self.say(words::MADE, &[&day, &env!("CARGO_PKG_VERSION"), &ids.join(", ")])
    }

    /// The records that are asked for: by their ids, in that order, else those that match, the oldest first.
    fn reported<'l>(&self, library: &'l Library, given: &ArgMatches) -> Result<Vec<&'l Entry>, Trouble> {
        let given: Vec<&String> = given.get_many::<String>("given").into_iter().flatten().collect();
        let ids = given.iter().any(|word| library.get(word).is_some());
        let mut entries: Vec<&Entry> = Vec::new();
        if ids {
            for id in &given {
                let entry = self.find(library, id)?;
                if !entries.iter().any(|known| known.id() == entry.id()) {
                    entries.push(entry);
                }
            }
        } else {
            let query = given.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" ");
            let order = Order { key: crate::query::Key::Date, direction: crate::query::Direction::Ascending };
            entries.extend(self.matching(library, &query, order)?);
        }
        match entries.len() {
            0 => Err(Trouble::Told(self.say(cli::NO_MATCH, &[]), Ending::Findings)),
            n if n > MOST => Err(Trouble::Told(self.say(words::TOO_MANY, &[&MOST, &n]), Ending::Usage)),
            _ => Ok(entries),
        }
    }
}
