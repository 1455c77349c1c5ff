//! The section of gaps and clocks: each gap with its other readings, each clock's answer, and how complete the record is.
//! It says of a gap without two dates only that it has none.

use crate::record::clock::{ClockReading, Verdict};
use crate::record::completeness::{Presence, completeness};
use crate::record::gap::{Between, GAPS, Stated, stated};
use crate::record::vocabulary::EventKind;
use crate::text::{completeness as words, view};
use crate::theme::{Glyph, Role};
use crate::view::Standing;
use crate::view::item::{Item, Teller};
use crate::view::line::Line;
use crate::view::wording::{clock as clock_wording, gap};

/// The cells that the names of two milestones fill before their gap.
const GAP_CELLS: usize = 34;

fn indent(teller: &Teller) -> usize {
    if teller.is_wide() { GAP_CELLS + 1 } else { 2 }
}

/// The items of the section.
pub(super) fn gaps(teller: &Teller) -> Vec<Item> {
    let mut items = Vec::new();
    let mut missing = Vec::new();
    for between in GAPS {
        match stated(teller.incident, between.from, between.to) {
            Some(stated) => items.push(gap_item(teller, &stated)),
            None => missing.push(between_name(teller, between)),
        }
    }
    items.extend(teller.rules.read(teller.incident).iter().map(|reading| clock_item(teller, reading)));
    if !missing.is_empty() {
        let text = missing.join(", ");
        items.push(Item::of(teller.labelled(view::GAPS_NOT_STATED).with(text, Role::NotStated)));
    }
    items.push(Item::of(completeness_line(teller)));
    items
}

fn gap_item(teller: &Teller, stated: &Stated) -> Item {
    let lang = teller.options.lang;
    let name = gap_name(teller, stated.from.kind, stated.to.kind);
    let line = teller.column(Line::new(), &name, Role::Muted, GAP_CELLS).indented(indent(teller));
    let role = if stated.gap.is_unknown() { Role::NotStated } else { Role::Text };
    let line = line.with(gap::full(stated.gap, lang), role);
    let line = if stated.is_doubtful() {
        teller.also_standing(line, Standing::Disputed, teller.say(view::DOUBTFUL))
    } else {
        line
    };
    let others = clock_wording::other_gaps(&stated.others, &stated.from, &stated.to, lang);
    with_others(teller, line, others)
}

/// A line, and below it what other readings make of it.
fn with_others(teller: &Teller, line: Line, others: Vec<String>) -> Item {
    let below = if teller.is_wide() { " ".repeat(GAP_CELLS + 1) } else { "  ".to_owned() };
    let other = |text: String| {
        let standing = format!("{} ", teller.glyph(Standing::Disputed.glyph()));
        Line::of(&below, Role::Text).with(standing, Role::Disputed).with(text, Role::Muted).indented(below.len() + 2)
    };
    Item { lines: std::iter::once(line).chain(others.into_iter().map(other)).collect(), ..Item::default() }
}

/// The names of two milestones with an arrow between.
pub fn gap_name(teller: &Teller, from: EventKind, to: EventKind) -> String {
    format!("{} {} {}", teller.label(from), teller.glyph(Glyph::Arrow), teller.label(to))
}

/// The name of a gap that may count from several milestones: by the last of them, which stands in for the others.
fn between_name(teller: &Teller, between: Between) -> String {
    between.from.last().map_or_else(String::new, |from| gap_name(teller, *from, between.to))
}

fn clock_item(teller: &Teller, reading: &ClockReading) -> Item {
    let lang = teller.options.lang;
    let standing = clock_standing(reading);
    let name = clock_wording::name(reading.clock, lang);
    let line = teller.column(teller.standing(standing), &name, Role::Muted, GAP_CELLS - 2).indented(indent(teller));
    let line = line.with(clock_wording::full(reading, lang), standing.role());
    let line = if rests_on_doubt(reading) {
        teller.also_standing(line, Standing::Disputed, teller.say(view::DOUBTFUL))
    } else {
        line
    };
    with_others(teller, line, clock_wording::others(reading, lang))
}

/// Whether a clock's answer rests on claimed or disputed dates alone.
pub fn rests_on_doubt(reading: &ClockReading) -> bool {
    reading.gap.is_some() && [&reading.from, &reading.to].into_iter().flatten().any(|end| end.doubtful)
}

/// The standing of a clock's answer.
pub fn clock_standing(reading: &ClockReading) -> Standing {
    match reading.verdict {
        Verdict::Within => Standing::Yes,
        Verdict::Late => Standing::Late,
        Verdict::Undecided => Standing::Disputed,
        Verdict::NotStated => Standing::NotStated,
        Verdict::Running => Standing::Claimed,
    }
}

/// How much of what GDPR art. 33 and 34 ask for is stated, and what is not.
fn completeness_line(teller: &Teller) -> Line {
    let lang = teller.options.lang;
    let all = completeness(teller.incident);
    let of = |wanted: Presence| {
        let names = all.iter().filter(move |(_, presence)| *presence == wanted);
        names.map(|(asked, _)| asked.label().get(lang)).collect::<Vec<_>>()
    };
    let stated = words::STATED_OF.fill(lang, &[&of(Presence::Present).len(), &all.len()]);
    let mut line = teller.labelled(words::LINE).with(stated, Role::Text);
    for (phrase, names) in [(words::UNKNOWN_LIST, of(Presence::Unknown)), (words::MISSING, of(Presence::Absent))] {
        if !names.is_empty() {
            line = teller.also(line, phrase.fill(lang, &[&names.join(", ")]), Role::NotStated);
        }
    }
    line
}
