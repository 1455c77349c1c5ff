//! `check`: every finding about the files, as text, JSON or annotations of a forge.
//! The findings are `record`'s and `store`'s.

use super::{Ending, Shell, Trouble, findings, remark};
use crate::record::finding::Severity;
use crate::store::{Library, Places, Problem, Shelf, clocks as clocks_of, load_all, own_clocks};
use crate::text::{clean, cli as words, screen};
use crate::theme::Role;
use crate::view::Line;
use clap::ArgMatches;
use serde_json::json;
use std::path::PathBuf;

impl Shell<'_> {
    pub(super) fn check(&mut self, given: &ArgMatches) -> Result<Ending, Trouble> {
        let named: Vec<PathBuf> = given.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
        let places = self.places(if named.is_empty() { &self.paths } else { &named })?;
        let mut library = load_all(&places, self.caches.as_deref(), self.now);
        let clocks = self.clocks.clone().or_else(own_clocks);
        library.problems.extend(clocks.as_deref().map(|path| clocks_of(path).1).unwrap_or_default());
        library.problems.extend(Shelf::of(&places).read().1);
        match given.get_one::<String>("format").map_or("text", String::as_str) {
            "json" => self.check_json(&library)?,
            "github" => library.problems.iter().try_for_each(|problem| self.annotate(problem))?,
            _ => library.problems.iter().try_for_each(|problem| self.tell(problem))?,
        }
        self.sum_up(&library, given.get_flag("strict"))
    }

    /// Tells every finding of some files, as text.
    pub(super) fn check_files(&mut self, places: &Places) -> Result<Ending, Trouble> {
        let library = load_all(places, self.caches.as_deref(), self.now);
        library.problems.iter().try_for_each(|problem| self.tell(problem))?;
        self.sum_up(&library, false)
    }

    fn sum_up(&mut self, library: &Library, strict: bool) -> Result<Ending, Trouble> {
        let (errors, warnings) = findings(library);
        if !self.quiet {
            let files = words::FILES.of(self.lang, library.files as u64);
            let found = screen::ERRORS.of(self.lang, errors as u64);
            let warned = screen::WARNINGS.of(self.lang, warnings as u64);
            self.out.to.flush()?;
            remark(&self.say(words::CHECKED, &[&files, &found, &warned]));
        }
        let failed = errors > 0 || (strict && warnings > 0);
        Ok(if failed { Ending::Findings } else { Ending::Done })
    }

    fn tell(&mut self, problem: &Problem) -> Result<(), Trouble> {
        let finding = &problem.finding;
        let (word, role) = match finding.severity {
            Severity::Error => (words::ERROR, Role::Error),
            Severity::Warning => (words::WARNING, Role::Warning),
        };
        let place = format!("{}:{}:{}: ", problem.path, finding.line, finding.column);
        let mut line = Line::of(place, Role::Strong).with(word.get(self.lang), role).with(": ", Role::Text);
        if !finding.at.is_empty() {
            line = line.with(&finding.at, Role::Muted).with(": ", Role::Text);
        }
        line = line.with(finding.message(self.lang), Role::Text);
        line = line.with(format!(" [{}]", finding.fault.code()), Role::Muted);
        Ok(self.out.line(&line)?)
    }

    fn check_json(&mut self, library: &Library) -> Result<(), Trouble> {
        let (errors, warnings) = findings(library);
        let findings: Vec<_> = library
            .problems
            .iter()
            .map(|problem| {
                let finding = &problem.finding;
                json!({
                    "severity": match finding.severity { Severity::Error => "error", Severity::Warning => "warning" },
                    "code": finding.fault.code(),
                    "path": problem.path,
                    "line": finding.line,
                    "column": finding.column,
                    "at": finding.at,
                    "message": finding.message(self.lang),
                    "nearest": finding.nearest,
                })
            })
            .collect();
        let whole = json!({
            "format_version": 1, "files": library.files, "errors": errors, "warnings": warnings, "findings": findings,
        });
        Ok(self.out.json(&whole, true)?)
    }

    /// A workflow command of GitHub: `::error file=…,line=…,col=…,title=…::message`.
    fn annotate(&mut self, problem: &Problem) -> Result<(), Trouble> {
        let finding = &problem.finding;
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let message = escape(&clean(&finding.message(self.lang)));
        let file = escape(&clean(&problem.path)).replace(':', "%3A").replace(',', "%2C");
        let line = format!(
            "::{level} file={file},line={},col={},title={}::{message}\n",
            finding.line,
            finding.column,
            finding.fault.code()
        );
        Ok(self.out.raw(&line)?)
    }
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
