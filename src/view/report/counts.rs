//! Figures as bars on one logarithmic scale for each unit, as a chart, and as a table with who gives each and when.
//! Unlike units never share a chart.

use super::Report;
use crate::record::headline::{headline, superseded_by};
use crate::record::incident::Claim;
use crate::record::vocabulary::{CountUnit, Status, Vocabulary};
use crate::text::{number, report as words, view};
use crate::theme::Role;
use crate::view::line::Line;
use crate::view::page::html::escape;
use crate::view::page::{Block, Drawing, Figure, Row, Table, Told};
use crate::view::standing::Standing;
use crate::view::wording::{claim as wording, count, date};
use std::fmt::Write as _;

/// The height of a bar with its words above.
const ROW: i64 = 42;
/// The height of a bar.
const BAR: i64 = 12;
/// What is left free at both sides.
const SIDE: i64 = 8;

/// A claim and the place of its incident.
type Of<'a> = (usize, &'a Claim);

/// The charts and the table.
pub fn blocks(report: &Report) -> Vec<Block> {
    let all: Vec<Of> = report
        .tellers
        .iter()
        .enumerate()
        .flat_map(|(n, teller)| teller.incident.affected.iter().map(move |claim| (n, claim)))
        .collect();
    if all.is_empty() {
        return vec![Block::Text(Told::line(report.not_stated()))];
    }
    let units = CountUnit::all().iter().map(|unit| (*unit, all.iter().filter(|(_, claim)| claim.unit == *unit)));
    let charts = units.filter_map(|(unit, of)| chart(report, unit, &of.copied().collect::<Vec<_>>()));
    let mut charts: Vec<Figure> = charts.collect();
    // the same signs need to be told once
    charts.iter_mut().skip(1).for_each(|chart| chart.legend.clear());
    let mut blocks: Vec<Block> = charts.into_iter().map(Block::Figure).collect();
    blocks.push(Block::Table(table(report, &all)));
    blocks
}

fn chart(report: &Report, unit: CountUnit, claims: &[Of]) -> Option<Figure> {
    // one bar alone compares nothing
    let scale = Scale::of(claims).filter(|_| claims.len() > 1)?;
    let lang = report.lang;
    let title = words::COUNT_CHART.fill(lang, &[&unit.label().get(lang).to_lowercase()]);
    let told: Vec<String> = claims.iter().map(|(n, claim)| report.named(*n, &words_of(report, *n, claim))).collect();
    Some(Figure {
        id: format!("counts-{}", unit.id()),
        title,
        description: told.join("; "),
        wide: draw(report, claims, &scale, 928),
        narrow: draw(report, claims, &scale, 368),
        legend: [
            ("<rect class=\"bar\" x=\"1\" y=\"3\" width=\"32\" height=\"10\" rx=\"2\"/>", words::CERTAIN),
            ("<rect class=\"maybe\" x=\"1\" y=\"3\" width=\"32\" height=\"10\" rx=\"2\"/>", words::POSSIBLE),
            ("<path class=\"edge\" d=\"M4 8h24m-6-5 6 5-6 5\"/>", words::NO_MOST),
            ("<rect class=\"old\" x=\"1\" y=\"3\" width=\"32\" height=\"10\" rx=\"2\"/>", words::REPLACED),
        ]
        .map(|(sign, word)| (sign.to_owned(), word.get(lang).to_owned()))
        .to_vec(),
    })
}

fn words_of(report: &Report, n: usize, claim: &Claim) -> String {
    report.tellers.get(n).map_or_else(String::new, |teller| wording::full(teller.incident, claim, report.lang))
}

/// Powers of ten, from the one below the least figure to the one above the greatest.
struct Scale {
    first: u32,
    last: u32,
}

impl Scale {
    fn of(claims: &[Of]) -> Option<Scale> {
        let ends = || claims.iter().flat_map(|(_, claim)| [claim.count.min, claim.count.max]).flatten();
        let below = ends().map(|n| n.saturating_sub(1).checked_ilog10().unwrap_or(0)).min()?;
        let above = ends().map(|n| n.saturating_sub(1).checked_ilog10().map_or(1, |power| power + 1)).max()?;
        Some(Scale { first: below, last: above.max(below + 1) })
    }

    /// Where a figure stands, of so many steps from left to right.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a place in a picture")]
    fn place(&self, n: u64, steps: i64) -> i64 {
        let power = (n.max(1) as f64).log10();
        let part = (power - f64::from(self.first)) / f64::from(self.last - self.first);
        (part.clamp(0.0, 1.0) * steps as f64).round() as i64
    }
}

fn draw(report: &Report, claims: &[Of], scale: &Scale, width: i64) -> Drawing {
    let steps = width - 2 * SIDE;
    let rows = i64::try_from(claims.len()).unwrap_or(0);
    let height = rows * ROW + 30;
    let mut inside = String::new();
    let every = if width < 500 { (scale.last - scale.first).div_ceil(4).max(1) } else { 1 };
    for power in (scale.first..=scale.last).step_by(usize::try_from(every).unwrap_or(1)) {
        let n = 10_u64.checked_pow(power).unwrap_or(u64::MAX);
        let x = SIDE + scale.place(n, steps);
        let anchor = if power == scale.first {
            "start"
        } else if power + every > scale.last {
            "end"
        } else {
            "middle"
        };
        // writing to a string cannot fail
        let _ = writeln!(
            inside,
            "<path class=\"tick\" d=\"M{x} 18V{height}\"/><text class=\"mu\" x=\"{x}\" y=\"12\" text-anchor=\"{anchor}\">{}</text>",
            number(report.lang, n)
        );
    }
    for (row, (n, claim)) in (0..).zip(claims) {
        inside.push_str(&bar(report, (*n, claim), scale, (30 + row * ROW, steps)));
    }
    Drawing { width, height, inside }
}

/// A bar with its words above it: solid as far as is certain, pale as far as may be, an arrow where no most was said.
fn bar(report: &Report, (n, claim): Of, scale: &Scale, (y, steps): (i64, i64)) -> String {
    let Some(teller) = report.tellers.get(n) else { return String::new() };
    let old = claim.status == Some(Status::Retracted) || superseded_by(teller.incident, claim).is_some();
    let figure = count::with_unit(claim.count, claim.unit, report.lang);
    let told = format!("{figure} · {}", wording::claimant(claim, report.lang));
    let room = usize::try_from(steps / 7).unwrap_or(0);
    let told = crate::view::line::cut(&report.named(n, &told), room, "…");
    let class = if old { " class=\"mu\"" } else { "" };
    let mut text = format!("<text{class} x=\"{SIDE}\" y=\"{}\">{}</text>\n", y + 10, escape(&told));
    let top = y + 15;
    let mut part = |class: &str, from: i64, to: i64| {
        let width = (to - from).max(2);
        let _ = writeln!(
            text,
            "<rect class=\"{class}\" x=\"{}\" y=\"{top}\" width=\"{width}\" height=\"{BAR}\" rx=\"2\"/>",
            SIDE + from
        );
    };
    let (min, max) = (claim.count.min.map(|n| scale.place(n, steps)), claim.count.max.map(|n| scale.place(n, steps)));
    if let Some(max) = max {
        part(if old { "old" } else { "maybe" }, 0, max);
    }
    if let Some(min) = min {
        part(if old { "old" } else { "bar" }, 0, min);
        if max.is_none() {
            let (x, y) = (SIDE + min + 2, top + BAR / 2);
            let reach = 26.min(steps - min).max(12);
            let _ = writeln!(text, "<path class=\"edge\" d=\"M{x} {y}h{reach}m-6-5 6 5-6 5\"/>");
        }
    }
    text
}

fn table(report: &Report, all: &[Of]) -> Table {
    let lang = report.lang;
    let heads = [words::FIGURE, words::BY_WHOM, words::AS_OF, words::OF_WHOM, words::STANDING];
    let row = |(n, claim): &Of| {
        let teller = report.tellers.get(*n)?;
        let first = headline(teller.incident).is_some_and(|first| std::ptr::eq(first.claim, *claim));
        let replaced = wording::replacement(teller.incident, claim, lang);
        let role = match (replaced.is_some() || claim.status == Some(Status::Retracted), first) {
            (true, _) => Role::Superseded,
            (_, true) => Role::Strong,
            _ => Role::Text,
        };
        let standing = Standing::of_status(claim.status);
        let mut status = Line::of(claim.status.unwrap_or(Status::Confirmed).label().get(lang), standing.role());
        if let Some(replaced) = &replaced {
            status = Line::of(replaced, Role::Muted);
        } else if first {
            status = status.with(format!(" · {}", words::HEADLINE.get(lang)), Role::Muted);
        }
        let muted = |text: Option<String>| match text {
            Some(text) => Told::of(text),
            None => Told::line(report.not_stated()),
        };
        let mut told = vec![Line::of(count::with_unit(claim.count, claim.unit, lang), role)];
        told.extend(claim.note.as_ref().map(|note| Line::of(note.get(lang), Role::Muted)));
        let cells = vec![
            Told::of(wording::claimant(claim, lang)),
            muted(claim.as_of.as_ref().map(|when| date::full(when, lang))),
            muted(claim.who.as_ref().map(|who| who.get(lang).to_owned())),
            Told::line(status),
        ];
        let head = Told { lines: told, cited: report.citations.numbers(*n, &claim.sources), lang: None };
        Some(Row { group: report.group(*n), head, cells })
    };
    Table {
        caption: view::PEOPLE.get(lang).to_owned(),
        heads: heads.map(|head| (String::new(), head.get(lang).to_owned())).to_vec(),
        rows: all.iter().filter_map(row).collect(),
        ..Table::default()
    }
}
