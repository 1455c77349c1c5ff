//! Rows of gaps, and of the clocks read on them, each cell with its other readings.
//! A gap that counts from another milestone than its row says so in the cell.

use super::date::events;
use super::{Cell, Row, cell, row};
use crate::record::Gap;
use crate::record::clock::{Clock, ClockReading, Verdict, read};
use crate::record::gap::{Between, GAPS, Stated, stated};
use crate::record::vocabulary::EventKind;
use crate::text::view;
use crate::theme::{Glyph, Role};
use crate::view::dossier::{clock_standing, rests_on_doubt};
use crate::view::item::Teller;
use crate::view::line::Line;
use crate::view::standing::Standing;
use crate::view::wording::{clock as clock_wording, gap as gap_wording};

pub(super) fn gaps(tellers: &[Teller]) -> Vec<Row> {
    let Some(first) = tellers.first() else { return Vec::new() };
    let mut rows: Vec<Row> = GAPS.iter().filter_map(|between| gap_row(tellers, first, *between)).collect();
    let applies = |clock: &&Clock| tellers.iter().any(|teller| clock.shown && clock.can_apply(teller.incident));
    for clock in first.rules.clocks.iter().filter(applies) {
        rows.push(row(clock_wording::name(clock, first.options.lang), tellers, |teller| {
            Some(clock_cell(teller, clock))
        }));
    }
    rows
}

/// The row of a gap; none if no incident states it.
fn gap_row(tellers: &[Teller], first: &Teller, between: Between) -> Option<Row> {
    let all: Vec<Option<Stated>> =
        tellers.iter().map(|teller| stated(teller.incident, between.from, between.to)).collect();
    let mut starts: Vec<EventKind> = all.iter().flatten().map(|stated| stated.from.kind).collect();
    starts.sort_unstable();
    starts.dedup();
    let start = match starts[..] {
        [] => return None,
        [only] => first.label(only).to_owned(),
        _ => {
            let labels: Vec<&str> = between.from.iter().map(|kind| first.label(*kind)).collect();
            let labels: Vec<&dyn std::fmt::Display> = labels.iter().map(|label| label as _).collect();
            view::ELSE.fill(first.options.lang, &labels)
        }
    };
    let label = format!("{start} {} {}", first.glyph(Glyph::Arrow), first.label(between.to));
    let mixed = starts.len() > 1;
    let row = row(label, tellers, |teller| {
        let stated = stated(teller.incident, between.from, between.to)?;
        Some(gap_cell(teller, &stated, mixed))
    });
    Some(Row { between: Some(between), ..row })
}

fn gap_cell(teller: &Teller, stated: &Stated, mixed: bool) -> Cell {
    let lang = teller.options.lang;
    let standing = match (stated.gap.is_unknown(), stated.is_doubtful()) {
        (true, _) => Standing::Unknown,
        (false, true) => Standing::Disputed,
        (false, false) => Standing::Yes,
    };
    let mut line = Line::new().indented(2).with(gap_wording::full(stated.gap, lang), Role::Text);
    if mixed {
        line = teller.also(line, view::COUNTED_FROM.fill(lang, &[&teller.label(stated.from.kind)]), Role::Muted);
    }
    if standing == Standing::Disputed {
        line = teller.also(line, teller.say(view::DOUBTFUL_SHORT), standing.role());
    }
    let others = clock_wording::other_gaps(&stated.others, &stated.from, &stated.to, lang);
    let key = format!("{} {} {}", ends(stated.gap), standing.id(), others.join("; "));
    let told = [stated.from.kind, stated.to.kind].into_iter().flat_map(|kind| events(teller, kind)).collect();
    cell(teller, lines(teller, line, others), Some(standing), key, told)
}

/// A line, and below it what other readings make of it.
fn lines(teller: &Teller, line: Line, others: Vec<String>) -> Vec<Line> {
    let other = |text: String| teller.standing(Standing::Disputed).with(text, Role::Muted);
    std::iter::once(line).chain(others.into_iter().map(other)).collect()
}

fn clock_cell(teller: &Teller, clock: &Clock) -> Cell {
    if !clock.can_apply(teller.incident) {
        return elsewhere(teller);
    }
    let lang = teller.options.lang;
    let reading: ClockReading = read(clock, teller.incident, teller.rules.now);
    let standing = clock_standing(&reading);
    let mut line = teller.standing(standing).with(clock_wording::full(&reading, lang), standing.role());
    let doubtful = rests_on_doubt(&reading);
    if doubtful {
        line = teller.also_standing(line, Standing::Disputed, teller.say(view::DOUBTFUL_SHORT));
    }
    let milestones = [&reading.from, &reading.to].into_iter().flatten();
    let told = milestones.flat_map(|milestone| events(teller, milestone.kind)).collect();
    let others = clock_wording::others(&reading, lang);
    // one verdict on two gaps is a difference, as the cells show both
    let key = match reading.verdict {
        Verdict::NotStated => String::new(),
        verdict => {
            let gap = reading.gap.map(ends).unwrap_or_default();
            format!("{} {doubtful} {gap} {}", verdict.id(), others.join("; "))
        }
    };
    let lines = lines(teller, line, others);
    cell(teller, lines, Some(standing), key, told)
}

/// The least and the most of a gap, for comparing.
fn ends(gap: Gap) -> String {
    format!("{:?} {:?}", gap.min, gap.max)
}

/// The cell of a clock that cannot apply by country, sector or date.
fn elsewhere(teller: &Teller) -> Cell {
    let line = teller.standing(Standing::NotStated).with(teller.say(view::NOT_APPLICABLE), Role::NotStated);
    cell(teller, vec![line], Some(Standing::NotStated), "elsewhere".to_owned(), Vec::new())
}
