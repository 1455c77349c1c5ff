//! `gaps`: how long each step took in the records that match, and what the clocks say, as a table, JSON or CSV.
//! What is reckoned is `record::gap`'s and `record::clock`'s.

use super::{Ending, Shell, Trouble, args};
use crate::query::Order;
use crate::record::Incident;
use crate::record::clock::{Clock, Rules};
use crate::record::finding::nearest;
use crate::record::gap::{Between, GAPS};
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::text::cli as words;
use crate::view::csv::{Separator, harmless, line};
use crate::view::gaps::{Gaps, HEADS};
use clap::ArgMatches;

impl Shell<'_> {
    pub(super) fn gaps(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let asked = self.between(given)?;
        let query = args::query(given);
        let library = self.library()?;
        let entries = self.matching(&library, &query, Order::default())?;
        let wholes = self.wholes(&entries)?;
        let incidents: Vec<&Incident> = wholes.iter().map(|whole| &**whole).collect();
        let mut clocks = self.clocks()?;
        self.choose(given, &mut clocks)?;
        let gaps = Gaps::new(&incidents, &asked, Rules { clocks: &clocks, now: Some(self.now) });
        match given.get_one::<String>("format").map_or("table", String::as_str) {
            "json" => self.out.json(&gaps.json(), true)?,
            "csv" => self.gap_rows(&gaps)?,
            _ => {
                let lines = gaps.lines(&self.options());
                self.out.lines(&lines)?;
            }
        }
        if incidents.is_empty() && !query.is_empty() {
            return Err(Trouble::Told(self.say(words::NO_MATCH, &[]), Ending::Findings));
        }
        Ok(Ending::Done)
    }

    /// The gaps that are asked for: the one of `--from` and `--to`, else all.
    fn between(&self, given: &ArgMatches) -> Result<Vec<Between>, Trouble> {
        let end = |name: &str| given.get_one::<String>(name).map(|word| self.milestone(word)).transpose();
        let Some((from, to)) = end("from")?.zip(end("to")?) else { return Ok(GAPS.to_vec()) };
        // the vocabulary is a list that stands for ever, as a gap's start must
        let from = EventKind::all().iter().position(|kind| *kind == from);
        let from = from.and_then(|n| EventKind::all().get(n..=n)).unwrap_or_default();
        Ok(vec![Between { from, to }])
    }

    /// Shows the clocks that are named, of which `all` is every one, and no other.
    fn choose(&self, given: &ArgMatches, clocks: &mut [Clock]) -> Result<(), Trouble> {
        let Some(named) = given.get_many::<String>("clock") else { return Ok(()) };
        let named: Vec<&String> = named.collect();
        let ids: Vec<String> = clocks.iter().map(|clock| clock.id.clone()).collect();
        if let Some(unknown) = named.iter().find(|name| *name != &"all" && !ids.contains(name)) {
            let told = self.say(words::NO_SUCH_CLOCK, &[&crate::text::clean(unknown)]);
            let near = nearest(unknown, ids.iter().map(String::as_str));
            let told = self.with_nearest(told, if near.is_empty() { &ids } else { &near });
            return Err(Trouble::Told(told, Ending::Usage));
        }
        for clock in clocks {
            clock.shown = named.iter().any(|name| *name == "all" || **name == clock.id);
        }
        Ok(())
    }

    fn gap_rows(&mut self, gaps: &Gaps) -> Result<(), Trouble> {
        self.out.raw(&line(HEADS.iter(), Separator::Comma))?;
        for row in gaps.rows() {
            // a figure below zero is no formula
            let cells = row.iter().map(|cell| if cell.parse::<f64>().is_ok() { cell.clone() } else { harmless(cell) });
            self.out.raw(&line(cells, Separator::Comma))?;
        }
        Ok(())
    }
}
