//! Problems: every finding about the files that were read, with its line, an excerpt and what to do.
//! The findings come with the library; this module owns the cursor and the drawing.
//!
//! ```text
//! ✖ a.yaml:12:9   unknown value "emial"
//! ──────────────────────────────────────
//! 12 │   - { category: emial }
//!    │                 ^
//! ```

use crate::command::Command;
use crate::record::finding::{Finding, Severity};
use crate::screen::{Desk, Refusal, Target, step};
use crate::store::Problem;
use crate::text::{screen as words, wait};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::widget::pane;
use crate::widget::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rayon::prelude::*;
use std::path::is_separator;
use unicode_width::UnicodeWidthStr;

/// The rows of the excerpt and its text.
const TOLD: u16 = 8;
/// Of so many findings each path is looked at.
const FEW: usize = 4_096;

/// The state of Problems.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    list: Scroll,
    /// The cells of the longest place.
    widest: u16,
    /// Of which library that is, and of how many findings.
    measured: Option<(u64, usize)>,
}

/// Where the finding under the cursor is, for the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file as the library names it.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Problems {
    /// Runs a command of this screen.
    pub fn run(&mut self, command: Command, desk: &Desk, body: Rect) -> Result<(), Refusal> {
        let step = step(command).ok_or(words::NOT_HERE)?;
        self.list.go(step, desk.problems().count(), seen(body));
        Ok(())
    }

    /// Brings the window around the cursor after anything changed.
    pub fn settle(&mut self, desk: &Desk, body: Rect) {
        let count = desk.problems().count();
        self.list.settle(count, seen(body));
        let measured = Some((desk.wholes.edition, count));
        if self.measured != measured {
            self.measured = measured;
            let of_views = desk.ill_views.iter().map(|problem| spot_width(desk, problem)).max();
            let widest = widest(desk).max(of_views);
            self.widest = u16::try_from(widest.unwrap_or(0)).unwrap_or(u16::MAX);
        }
    }

    /// Puts the cursor on the first error of a file; says whether there is one.
    pub fn find_error(&mut self, desk: &Desk, path: &str) -> bool {
        let of_file = |problem: &Problem| *problem.path == *path && problem.finding.severity == Severity::Error;
        let found = desk.library.problems.iter().position(of_file);
        if let Some(at) = found {
            self.list.cursor = at;
        }
        found.is_some()
    }

    /// Where the finding under the cursor is.
    pub fn spot(&self, desk: &Desk) -> Option<Spot> {
        let problem = desk.problems().nth(self.list.cursor)?;
        let finding = &problem.finding;
        Some(Spot { path: problem.path.to_string(), line: finding.line, column: finding.column })
    }

    /// What the cursor is on.
    pub fn target(&self, desk: &Desk) -> Target {
        let Some(problem) = desk.problems().nth(self.list.cursor) else { return Target::default() };
        let finding = &problem.finding;
        let text = format!("{}:{}:{}: {}", problem.path, finding.line, finding.column, finding.message(desk.lang));
        Target { at: Some(finding.at.clone()), text, ..Target::default() }
    }

    /// Draws the screen.
    pub fn draw(&self, desk: &Desk, body: Rect, buffer: &mut Buffer) {
        let brush = desk.brush;
        let problems = desk.problems();
        if problems.clone().next().is_none() {
            let told = if desk.progress.done { words::NO_PROBLEMS } else { wait::NO_PROBLEMS_YET };
            brush.text(buffer, body.x + 2, body.y + 1, body.width - 2, told.get(desk.lang), Role::Muted);
            return;
        }
        let list = Rect { height: body.height.saturating_sub(TOLD), ..body };
        let place = self.widest.min(body.width / 2);
        for (y, (at, problem)) in (list.top()..list.bottom()).zip(problems.enumerate().skip(self.list.top)) {
            let (glyph, role) = look(problem.finding.severity);
            brush.text(buffer, list.x + 1, y, 1, brush.glyph(glyph), role);
            brush.text(buffer, list.x + 3, y, place, &spot_text(desk, problem), Role::Text);
            let message = problem.finding.message(desk.lang);
            brush.text(buffer, list.x + place + 5, y, list.width.saturating_sub(place + 5), &message, Role::Text);
            if at == self.list.cursor {
                brush.tint(buffer, Rect { y, height: 1, ..list }, Role::Selected);
                brush.text(buffer, list.x, y, 1, brush.glyph(Glyph::Cursor), Role::Text);
            }
        }
        let told = Rect { y: list.bottom(), height: body.height - list.height, ..body };
        self.draw_told(desk, told, buffer);
    }

    fn draw_told(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let Some(problem) = desk.problems().nth(self.list.cursor) else { return };
        let (brush, lang, finding) = (desk.brush, desk.lang, &problem.finding);
        let mut title = Line::of(&problem.path, Role::Heading).with("  ", Role::Text);
        title = title.with(words::PLACE.fill(lang, &[&finding.line, &finding.column]), Role::Muted);
        if !finding.at.is_empty() {
            title = title.with("  ", Role::Text).with(&finding.at, Role::Muted);
        }
        let inside = pane::heading(buffer, area, brush, &title, false);
        let mut lines = Vec::new();
        if !problem.excerpt.trim().is_empty() {
            let number = format!("{:>5} {} ", finding.line, brush.glyph(Glyph::Vertical));
            let room = usize::from(inside.width).saturating_sub(number.width() + 2);
            // a fault far to the right is brought into view
            let column = usize::try_from(finding.column.saturating_sub(1)).unwrap_or(0);
            let skipped = if column + 10 > room { column.saturating_sub(room / 2) } else { 0 };
            let shown: String = problem.excerpt.chars().skip(skipped).collect();
            let before: String = problem.excerpt.chars().skip(skipped).take(column - skipped).collect();
            let blank = " ".repeat(crate::text::clean(&before).width());
            lines.push(Line::of(&number, Role::Muted).with(shown, Role::Text));
            let rail = format!("{:>5} {} ", "", brush.glyph(Glyph::Vertical));
            lines.push(Line::of(rail, Role::Muted).with(blank, Role::Text).with("^", look(finding.severity).1));
        }
        lines.push(Line::of(finding.message(lang), Role::Strong).indented(2));
        lines.push(Line::of(words::MEND.get(lang), Role::Muted));
        pane::told(buffer, inside, brush, &lines);
    }
}

fn seen(body: Rect) -> usize {
    usize::from(body.height.saturating_sub(TOLD))
}

fn look(severity: Severity) -> (Glyph, Role) {
    match severity {
        Severity::Error => (Glyph::Attacker, Role::Error),
        Severity::Warning => (Glyph::Finding, Role::Warning),
    }
}

/// Where a finding is, the folder that all files are in left out: the line below the list names it.
fn spot_text(desk: &Desk, problem: &Problem) -> String {
    format!("{}:{}:{}", path_inside(desk, problem), problem.finding.line, problem.finding.column)
}

/// The cells of the longest place of a file's finding; where there are more than a few, rather the bytes of it, which are not
/// fewer: a look at every path would wait for memory.
fn widest(desk: &Desk) -> Option<usize> {
    let all = &desk.library.problems;
    if all.len() <= FEW {
        return all.iter().map(|problem| spot_width(desk, problem)).max();
    }
    // all are in the one folder, or none is
    let left_out = all.first().map_or(0, |first| first.path.len() - path_inside(desk, first).len());
    all.par_iter().map(|problem| problem.path.len().saturating_sub(left_out) + place_width(&problem.finding)).max()
}

/// The cells of where a finding is.
fn spot_width(desk: &Desk, problem: &Problem) -> usize {
    path_inside(desk, problem).width() + place_width(&problem.finding)
}

/// The cells of line and column, and of what stands before each.
fn place_width(finding: &Finding) -> usize {
    let digits = |n: u32| 1 + n.checked_ilog10().unwrap_or(0) as usize;
    2 + digits(finding.line) + digits(finding.column)
}

fn path_inside<'p>(desk: &Desk, problem: &'p Problem) -> &'p str {
    let inside =
        desk.place.as_deref().and_then(|place| problem.path.strip_prefix(place.trim_end_matches(is_separator)));
    inside.and_then(|path| path.strip_prefix(is_separator)).filter(|path| !path.is_empty()).unwrap_or(&problem.path)
}
