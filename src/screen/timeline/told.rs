//! What the timeline tells below its lanes: who cannot be aligned, the event under the cursor in full, the legend.
//! It moves nothing.

use super::Timeline;
use crate::record::day_zero;
use crate::screen::Desk;
use crate::text::timeline as words;
use crate::theme::{Glyph, Role};
use crate::view::timeline::{self as view, EventModel};
use crate::view::wording::gap;
use crate::view::{Line, timeline::Kind};
use crate::widget::pane;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From how many rows on the last one is the legend's.
const WITH_LEGEND: u16 = 6;

impl Timeline {
    /// Draws who cannot be aligned, and why: a line each, or one for all.
    pub(super) fn draw_aside(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let Some(anchor) = self.align().filter(|_| area.height > 0) else { return };
        let (lang, glyphs) = (desk.lang, desk.brush.glyphs);
        let left_out = self.survey.left_out.iter().filter_map(|(entry, missing)| {
            let title = desk.document(*entry)?.title.get(lang);
            Some((title, *missing))
        });
        let lines: Vec<Line> = if self.survey.left_out.len() > usize::from(area.height) {
            vec![view::left_out_summary(left_out, anchor, lang, glyphs)]
        } else {
            left_out.map(|(title, missing)| view::left_out(title, missing, anchor, lang, glyphs)).collect()
        };
        for (y, line) in (area.top()..area.bottom()).zip(lines) {
            desk.brush.line(buffer, area.x + 1, y, area.width.saturating_sub(2), &line);
        }
    }

    /// Draws the event under the cursor, and the legend.
    pub(super) fn draw_told(&self, desk: &Desk, area: Rect, buffer: &mut Buffer) {
        let Some(lane) = self.model(desk) else { return };
        let title = Line::of(&lane.title, Role::Heading)
            .with(format!("  {}/{}", self.lane.cursor + 1, self.survey.lanes.len()), Role::Muted);
        let mut inside = pane::heading(buffer, area, desk.brush, &title, true);
        let width = usize::from(inside.width.saturating_sub(2));
        if area.height >= WITH_LEGEND {
            inside.height -= 1;
            let legend = view::legend(desk.lang, desk.brush.glyphs, width);
            desk.brush.line(buffer, inside.x + 1, inside.bottom(), inside.width - 1, &legend);
        }
        let Some(event) = self.event.and_then(|at| lane.events.get(at)) else { return };
        let elapsed = self.elapsed(desk, event);
        pane::told(buffer, inside, desk.brush, elapsed.iter().chain(&event.detail));
    }

    /// How long after day 0 an event came, beside the median of its kind.
    fn elapsed(&self, desk: &Desk, event: &EventModel) -> Option<Line> {
        let (kind, lane) = (self.align()?, self.here()?);
        if event.kind == Kind::Event(kind) {
            return None;
        }
        let anchor = day_zero::anchor(&desk.document(lane.entry)?.dates, kind).ok()?;
        let since = gap::full(view::since(anchor, event, lane.zero), desk.lang);
        let name = crate::record::vocabulary::Vocabulary::label(kind).get(desk.lang);
        let line = Line::of(words::SINCE.fill(desk.lang, &[&name, &since]), Role::Strong);
        let median = self.survey.medians.all.iter().find(|median| event.kind == Kind::Event(median.kind));
        let Some(median) = median else { return Some(line) };
        let told = words::MEDIAN.fill(desk.lang, &[&median.of, &gap::full(median.gap, desk.lang)]);
        let dot = format!(" {} ", desk.brush.glyph(Glyph::Separator));
        Some(line.with(dot, Role::Muted).with(told, Role::Muted))
    }
}
