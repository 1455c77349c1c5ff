//! Rows of counts: the headline, then the claims by who gives them, on one scale for each unit across all columns.
//! Unlike units never share a row or a scale.

use super::page::cell_cells;
use super::{Cell, Row, cell, row};
use crate::record::Count;
use crate::record::headline::{claimant, headline};
use crate::record::incident::Claim;
use crate::record::vocabulary::{ClaimantKind, CountUnit, Vocabulary};
use crate::text::view;
use crate::theme::Role;
use crate::view::item::{Bars, Item, Teller};
use crate::view::line::Line;
use crate::view::standing::Standing;
use crate::view::wording::claim as wording;

pub(super) fn counts(tellers: &[Teller]) -> Vec<Row> {
    let Some(first) = tellers.first() else { return Vec::new() };
    let mut rows = vec![row(first.say(view::HEADLINE), tellers, headline_cell)];
    for unit in CountUnit::all() {
        let all = tellers.iter().flat_map(|teller| &teller.incident.affected).filter(|claim| claim.unit == *unit);
        let counts: Vec<Count> = all.map(|claim| claim.count).collect();
        let cells = cell_cells(first.options.width, tellers.len());
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
