//! Figures: each claim with the sign of who gives it, a bar on the scale of its unit, and what replaced it.
//! Unlike units never share a scale.

use super::{Item, Teller};
use crate::chart::bars::log_bar;
use crate::chart::scale::LogScale;
use crate::record::Count;
use crate::record::headline::{claimant, headline, superseded_by};
use crate::record::incident::Claim;
use crate::record::vocabulary::{ClaimantKind, CountUnit, Status, Vocabulary};
use crate::text::{Lang, number, view};
use crate::theme::{Glyph, Glyphs, Role};
use crate::view::Options;
use crate::view::line::Line;
use crate::view::standing::{Standing, claimant_glyph};
use crate::view::wording::{claim as wording, count, date};
use unicode_width::UnicodeWidthStr;

/// The widest that a bar becomes.
const WIDEST: usize = 48;
/// The narrowest bar that still tells figures apart.
const NARROWEST: u32 = 8;

/// One logarithmic scale for all counts of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Bars {
    scale: LogScale,
    first_power: u32,
    skipped: usize,
    figure_cells: usize,
}

impl Bars {
    /// The scale on which all these counts of one unit are drawn in so many cells; `None` where no bar has room.
    /// It begins with the power of ten below the least figure: from one on, all large figures would look alike.
    pub fn of(counts: &[Count], cells: usize) -> Option<Bars> {
        let room = u32::try_from(cells.min(WIDEST)).ok().filter(|room| *room >= NARROWEST)?;
        let ends = || counts.iter().flat_map(|n| [n.min, n.max]).flatten();
        let decades = LogScale::common(ends(), 0).decades();
        let below = |n: u64| n.saturating_sub(1).checked_ilog10();
        let first_power = ends().filter_map(below).min().unwrap_or(0).min(decades - 1);
        let cells = room * decades / (decades - first_power);
        let skipped = usize::try_from(cells - room).ok()?;
        let scale = LogScale::common(ends(), u16::try_from(cells).ok()?);
        Some(Bars { scale, first_power, skipped, figure_cells: 0 })
    }

    /// The same beside the figures themselves, in rows of so many cells.
    pub fn beside(counts: &[Count], unit: CountUnit, lang: Lang, width: usize) -> Option<Bars> {
        let figure_cells = counts.iter().map(|n| count::with_unit(*n, unit, lang).width()).max()?;
        Some(Bars { figure_cells, ..Bars::of(counts, width.checked_sub(figure_cells + 5)?)? })
    }

    /// What the bars are drawn on, in words.
    pub fn caption(&self, lang: Lang) -> String {
        let end = 10_u64.checked_pow(self.scale.decades()).unwrap_or(u64::MAX);
        let start = 10_u64.checked_pow(self.first_power).unwrap_or(1);
        view::SCALE.fill(lang, &[&number(lang, start), &number(lang, end)])
    }

    /// A count's bar: solid as far as is certain, then what may be.
    pub fn draw(&self, count: Count, glyphs: Glyphs) -> String {
        let bar = log_bar(count.min, count.max, &self.scale);
        let mut drawn = glyphs.get(Glyph::Bar).repeat(usize::from(bar.solid));
        if let Some((from, to)) = bar.whisker {
            drawn.push_str(&glyphs.get(Glyph::BarMaybe).repeat(usize::from(to + 1 - from)));
        }
        let mut drawn: String = drawn.chars().skip(self.skipped).collect();
        if bar.open_right {
            drawn.push_str(glyphs.get(Glyph::OpenRight));
        }
        drawn
    }
}

impl Teller<'_> {
    /// The scale of a unit over all of this incident's claims in it; a lone claim needs none.
    pub fn bars(&self, unit: CountUnit) -> Option<Bars> {
        let claims = self.incident.affected.iter().filter(|claim| claim.unit == unit);
        let counts: Vec<Count> = claims.map(|claim| claim.count).collect();
        if counts.len() < 2 {
            return None;
        }
        Bars::beside(&counts, unit, self.options.lang, self.options.width)
    }

    /// The claim `affected[n]`: the figure and its bar, who gives it and when, what replaced it.
    pub fn claim(&self, n: usize, bars: Option<Bars>) -> Item {
        let Some(claim) = self.incident.affected.get(n) else { return Item::default() };
        let mut lines = vec![self.figure(claim, bars), self.author(claim)];
        lines.extend(self.prose(None, claim.note.as_ref()));
        Self::sourced(lines, format!("affected[{n}]"), &claim.sources)
    }

    /// The figure of a claim, behind the sign of who gives it, and its bar.
    pub fn figure(&self, claim: &Claim, bars: Option<Bars>) -> Line {
        let Options { lang, glyphs, .. } = self.options;
        let (glyph, role) = self.claim_look(claim);
        let line = Line::of(glyph, role).with(" ", Role::Text).indented(2);
        let figure = count::with_unit(claim.count, claim.unit, lang);
        let text = if self.replaced(claim) { Role::Superseded } else { Role::Text };
        let is_first =
            self.first.and_then(|n| self.incident.affected.get(n)).is_some_and(|first| std::ptr::eq(first, claim));
        let fill = bars.map_or(0, |bars| bars.figure_cells.saturating_sub(figure.width()) + 2);
        let line = line.with(figure, if is_first { Role::Strong } else { text });
        match bars {
            Some(bars) => {
                let role = if self.replaced(claim) { Role::Muted } else { Role::Bar };
                line.with(" ".repeat(fill), Role::Text).with(bars.draw(claim.count, glyphs), role)
            }
            None => line,
        }
    }

    /// Who gives a figure, of whom, when, how far it can be relied on, what replaced it.
    pub fn author(&self, claim: &Claim) -> Line {
        let lang = self.options.lang;
        let mut line = Line::of("  ", Role::Text).with(wording::claimant(claim, lang), Role::Text).indented(2);
        if let Some(when) = &claim.as_of {
            line = self.also(line, date::full(when, lang), Role::Muted);
        }
        if let Some(who) = &claim.who {
            line = self.also(line, who.get(lang), Role::Text);
        }
        line = self.doubt(line, claim.status);
        if let Some(newer) = wording::replacement(self.incident, claim, lang) {
            line = self.also(line, newer, Role::Muted);
        }
        line
    }

    /// The figure shown first, by whom and as of when, and whether it is contested.
    pub fn headline(&self) -> Item {
        let Some(first) = headline(self.incident) else { return self.not_stated(Some(self.say(view::HOW_MANY))) };
        let lang = self.options.lang;
        let (glyph, role) = self.claim_look(first.claim);
        let line = Line::of(glyph, role).with(" ", Role::Text).indented(2);
        let mut line = line.with(wording::figure(first.claim, lang), Role::Strong);
        line = self.also(line, wording::claimant(first.claim, lang), Role::Text);
        if let Some(when) = &first.claim.as_of {
            line = self.also(line, date::full(when, lang), Role::Muted);
        }
        line = self.doubt(line, first.claim.status);
        if first.contested {
            let word = if first.attacker_only { view::ATTACKER_ONLY } else { view::CONTESTED };
            line = self.also_standing(line, Standing::Disputed, self.say(word));
        }
        Self::sourced(vec![line], format!("affected[{}]", first.index), &first.claim.sources)
    }

    /// The sign of who gives a figure; grey where the figure no longer stands.
    fn claim_look(&self, claim: &Claim) -> (&'static str, Role) {
        let kind = claimant(claim);
        let role = match kind {
            _ if self.replaced(claim) => Role::NotStated,
            ClaimantKind::Attacker => Role::Attack,
            ClaimantKind::Authority | ClaimantKind::Court => Role::Authority,
            _ => Standing::of_status(claim.status).role(),
        };
        (self.glyph(claimant_glyph(kind)), role)
    }

    /// Whether a claim no longer stands.
    pub fn replaced(&self, claim: &Claim) -> bool {
        claim.status == Some(Status::Retracted) || superseded_by(self.incident, claim).is_some()
    }

    /// What the signs of the claimants stand for, as far as they occur.
    pub fn claimants_key(&self) -> Line {
        let mut line = Line::new().indented(2);
        for kind in ClaimantKind::all() {
            if self.incident.affected.iter().any(|claim| claimant(claim) == *kind) {
                let gap = if line.spans.is_empty() { "" } else { "  " };
                let glyph = self.glyph(claimant_glyph(*kind));
                line = line.with(format!("{gap}{glyph} {}", self.label(*kind)), Role::Muted);
            }
        }
        line
    }
}
