//! Rows of counts: the headline, then the claims by who gives them, on one scale for each unit across all columns.
//! Unlike units never share a row or a scale.

use super::{Cell, Row, cell, row};
use crate::record::headline::{claimant, headline};
use crate::record::incident::Claim;
use crate::record::vocabulary::{ClaimantKind, CountUnit, Vocabulary};
use crate::record::{Count, Incident};
use crate::text::view;
use crate::theme::{Glyph, Role};
use crate::view::item::{Bars, Item, Teller};
use crate::view::line::Line;
use crate::view::standing::Standing;
use crate::view::wording::{claim as wording, count, date};
use unicode_width::UnicodeWidthStr;

pub(super) fn counts(tellers: &[Teller], cells: usize) -> Vec<Row> {
    let Some(first) = tellers.first() else { return Vec::new() };
    let mut rows = vec![row(first.say(view::HEADLINE), tellers, headline_cell)];
    if tellers.iter().any(|teller| history(teller.incident).len() > 1) {
        rows.push(row(first.say(view::REVISED), tellers, |teller| Some(history_cell(teller, cells))));
    }
    for unit in CountUnit::all() {
        let all = tellers.iter().flat_map(|teller| &teller.incident.affected).filter(|claim| claim.unit == *unit);
        let counts: Vec<Count> = all.map(|claim| claim.count).collect();
        let bars = if counts.len() < 2 { None } else { Bars::of(&counts, cells.saturating_sub(3)) };
        let group = match bars {
            Some(bars) => {
                view::ASIDE.fill(first.options.lang, &[&first.label(*unit), &bars.caption(first.options.lang)])
            }
            None => first.label(*unit).to_owned(),
        };
        for kind in ClaimantKind::all() {
            let row = row(first.label(*kind), tellers, |teller| claims_cell(teller, *unit, *kind, bars));
            if row.cells.iter().any(|cell| cell.standing != Some(Standing::NotStated)) {
                rows.push(Row { group: Some(group.clone()), ..row });
            }
        }
    }
    rows
}

fn headline_cell(teller: &Teller) -> Option<Cell> {
    let first = headline(teller.incident)?;
    let lang = teller.options.lang;
    let mut lines = vec![teller.figure(first.claim, None)];
    lines.push(Line::of("  ", Role::Text).with(wording::claimant(first.claim, lang), Role::Muted).indented(2));
    let mut standing = Standing::of_status(first.claim.status);
    if first.contested {
        standing = if first.attacker_only { Standing::Claimed } else { Standing::Disputed };
        let word = if first.attacker_only { view::ATTACKER_ONLY } else { view::CONTESTED };
        lines.push(teller.standing(standing).with(teller.say(word), standing.role()));
    }
    let key = format!("{} {}", wording::figure(first.claim, lang), standing.id());
    Some(cell(teller, lines, Some(standing), key, vec![teller.claim(first.index, None)]))
}

/// How the headline came to be, as a step line: each figure, and below it the one that replaced it.
fn history_cell(teller: &Teller, cells: usize) -> Cell {
    let lang = teller.options.lang;
    let all = history(teller.incident);
    if all.len() < 2 {
        let line = Line::of(teller.say(view::NOT_REVISED), Role::NotStated);
        return cell(teller, vec![line], None, String::new(), Vec::new());
    }
    let glyph = |glyph| teller.glyph(glyph);
    let (mut lines, mut indent) = (Vec::new(), 0);
    for (place, (_, claim)) in all.iter().enumerate() {
        let (is_first, is_last) = (place == 0, place + 1 == all.len());
        let figure = count::compact(claim.count, lang, teller.options.glyphs);
        let from =
            if is_first { String::new() } else { glyph(Glyph::StepOn).to_owned() + glyph(Glyph::Horizontal) + " " };
        let on =
            if is_last { String::new() } else { format!(" {}{}", glyph(Glyph::Horizontal), glyph(Glyph::StepDown)) };
        let drawn = from.width() + figure.width() + on.width();
        if indent + drawn > cells {
            indent = 0;
        }
        let line = Line::of(" ".repeat(indent) + &from, Role::Muted);
        let line = line.with(&figure, if is_last { Role::Strong } else { Role::Superseded }).with(on, Role::Muted);
        // who and when as far as there is room: the line stays whole, and the rows below tell them too
        let when = claim.as_of.as_ref().map(|when| date::full(when, lang));
        let by = wording::claimant(claim, lang);
        let both = when.as_ref().map_or_else(|| by.clone(), |when| format!("{by} {} {when}", glyph(Glyph::Separator)));
        let aside = [Some(both), when].into_iter().flatten().find(|aside| indent + drawn + 2 + aside.width() <= cells);
        lines.push(line.with(aside.map(|aside| format!("  {aside}")).unwrap_or_default(), Role::Muted));
        indent += drawn.saturating_sub(1);
    }
    let figures: Vec<String> = all.iter().map(|(_, claim)| wording::figure(claim, lang)).collect();
    let items = all.iter().map(|(n, _)| teller.claim(*n, None)).collect();
    cell(teller, lines, None, figures.join("\n"), items)
}

/// The claims that led to the headline, each replaced by the next, the oldest first.
fn history(incident: &Incident) -> Vec<(usize, &Claim)> {
    let all = &incident.affected;
    let mut found: Vec<(usize, &Claim)> =
        headline(incident).map(|first| (first.index, first.claim)).into_iter().collect();
    // records may supersede one another in a circle
    while let Some((_, last)) = found.last().filter(|_| found.len() <= all.len()) {
        let before = all.iter().enumerate().find(|(n, claim)| {
            claim.id.is_some() && claim.id == last.supersedes && !found.iter().any(|(known, _)| known == n)
        });
        let Some(before) = before else { break };
        found.push(before);
    }
    found.reverse();
    found
}

fn claims_cell(teller: &Teller, unit: CountUnit, kind: ClaimantKind, bars: Option<Bars>) -> Option<Cell> {
    let all = teller.incident.affected.iter().enumerate();
    let own: Vec<(usize, &Claim)> = all.filter(|(_, claim)| claim.unit == unit && claimant(claim) == kind).collect();
    let (_, first) = own.first()?;
    let mut lines = Vec::new();
    for (_, claim) in &own {
        lines.push(teller.figure(claim, None));
        if let Some(bars) = bars {
            let role = if teller.replaced(claim) { Role::Muted } else { Role::Bar };
            lines.push(Line::of("  ", Role::Text).with(bars.draw(claim.count, teller.options.glyphs), role));
        }
        lines.push(teller.author(claim));
    }
    let standing = if teller.replaced(first) { Standing::Superseded } else { Standing::of_status(first.status) };
    let figures: Vec<String> = own.iter().map(|(_, claim)| format!("{:?} {:?}", claim.count, claim.status)).collect();
    let items: Vec<Item> = own.iter().map(|(n, _)| teller.claim(*n, None)).collect();
    Some(cell(teller, lines, Some(standing), figures.join("\n"), items))
}
