//! `stats`: how many of the records that match have each value of a field, as a table, JSON or CSV.
//! What is counted is `query::facet`'s, how it is told `view::stats`'s.

use super::{Ending, Shell, Trouble, args};
use crate::query::facet::{self, FACETS, period::Period};
use crate::query::field::Field;
use crate::query::{Document, Order};
use crate::record::finding::nearest;
use crate::text::cli as words;
use crate::view::csv::{Separator, harmless, line};
use crate::view::stats::{Bin, HEADS, Stats};
use clap::ArgMatches;

impl Shell<'_> {
    pub(super) fn stats(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let field = self.facet(given.get_one::<String>("by").map_or("year", String::as_str))?;
        let period = given.get_one::<String>("period").and_then(|word| Period::of(word)).unwrap_or_default();
        let query = args::query(given);
        let library = self.library()?;
        let entries = self.matching(&library, &query, Order::default())?;
        if entries.is_empty() && !query.is_empty() {
            return Err(Trouble::Told(self.say(words::NO_MATCH, &[]), Ending::Findings));
        }
        let found: Vec<&Document> = entries.iter().map(|entry| &*entry.document).collect();
        let counted = facet::count_in_view(field, period, &found, self.lang);
        let bin = |bin: facet::Bin| Bin {
            value: bin.value,
            label: bin.label,
            count: bin.shown,
            query: bin.query.map(|query| query.to_string()),
        };
        let stats = Stats {
            by: field.to_string(),
            name: facet::label(field, self.lang),
            several: facet::has_several(field),
            total: counted.shown,
            bins: counted.bins.into_iter().map(bin).collect(),
        };
        match given.get_one::<String>("format").map_or("table", String::as_str) {
            "json" => self.out.json(&stats.json(), true)?,
            "csv" => self.stats_rows(&stats)?,
            _ => {
                let lines = stats.lines(&self.options());
                self.out.lines(&lines)?;
            }
        }
        Ok(Ending::Done)
    }

    /// The field of a word, if incidents can be counted by it; else the nearest are told, or all.
    fn facet(&self, word: &str) -> Result<Field, Trouble> {
        Field::of(word).filter(|field| facet::is_countable(*field)).ok_or_else(|| {
            let known: Vec<String> = FACETS.iter().map(ToString::to_string).collect();
            let near = nearest(word, known.iter().map(String::as_str));
            let told = if near.is_empty() { known } else { near };
            Trouble::Told(self.say(words::BAD_FACET, &[&crate::text::clean(word), &told.join(", ")]), Ending::Usage)
        })
    }

    fn stats_rows(&mut self, stats: &Stats) -> Result<(), Trouble> {
        self.out.raw(&line(HEADS.iter(), Separator::Comma))?;
        for row in stats.rows() {
            self.out.raw(&line(row.iter().map(|cell| harmless(cell)), Separator::Comma))?;
        }
        Ok(())
    }
}
