//! The axis of a timeline: calendar time or time elapsed since day 0, its ticks restarting after each break.
//! It does not choose the ticks; `chart::ticks` does.

use crate::chart::Cells;
use crate::chart::axis::{Axis, Break};
use crate::chart::scale::TimeScale;
use crate::chart::ticks::{self, Row, Tick, TickUnit};
use crate::text::{Lang, timeline as words, unit};
use crate::theme::{Glyph, Role};
use crate::view::timeline::{elapsed_label, major_tick_label, tick_label};
use crate::widget::Brush;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// A month of the calendar on average, in seconds.
const MONTH: i64 = 2_629_800;
/// The cells of a label of elapsed time, the space after it included.
const ELAPSED: u16 = 9;

/// What an axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting<'a> {
    /// Calendar time.
    Calendar,
    /// Time since day 0, which has a name.
    Since(&'a str),
}

/// How a tick is worded.
type Word = fn(TickUnit, i64, i32, Lang) -> String;

/// Paints an axis: one row of the finest labels, above it one of the units around them where there is room.
pub fn draw(brush: Brush, lang: Lang, axis: &Axis, counting: Counting, area: Rect, buffer: &mut Buffer) {
    for piece in axis.pieces() {
        let part = Rect { x: area.x + piece.column, width: piece.scale.cells(), ..area };
        match counting {
            Counting::Calendar => {
                let labels = ticks::ticks(&piece.scale, |_| 0, |row, unit| label_width(row, unit, lang));
                calendar(brush, lang, &labels, part, buffer);
                name_short(brush, lang, &piece.scale, &labels, part, buffer);
            }
            Counting::Since(_) => {
                let found = ticks::elapsed_ticks(&piece.scale, |_| ELAPSED);
                let word: Word = |unit, at, _, lang| elapsed_label(unit, at, lang);
                row(brush, lang, &found, part, part.bottom() - 1, (Role::Muted, word), buffer);
            }
        }
    }
    for gap in axis.breaks() {
        shortened(brush, lang, gap, area, buffer);
    }
    if let Counting::Since(name) = counting {
        day_zero(brush, lang, axis, name, area, buffer);
    }
}

fn label_width(row: Row, unit: TickUnit, lang: Lang) -> u16 {
    let long = lang == Lang::Fr;
    match (row, unit) {
        (_, TickUnit::Year | TickUnit::Decade | TickUnit::Century | TickUnit::Millennium) => 5,
        (Row::Minor, TickUnit::Minute | TickUnit::Hour) => 6,
        (Row::Minor, TickUnit::Day | TickUnit::Week) => 7 + 3 * u16::from(long),
        (Row::Minor, _) => 4 + 2 * u16::from(long),
        (Row::Major, TickUnit::Month | TickUnit::Quarter) => 9 + 2 * u16::from(long),
        (Row::Major, _) => 12 + 3 * u16::from(long),
    }
}

fn calendar(brush: Brush, lang: Lang, labels: &ticks::Ticks, area: Rect, buffer: &mut Buffer) {
    let mut row = |ticks: &[Tick], y: u16, role: Role, word: Word| {
        row(brush, lang, ticks, area, y, (role, word), buffer);
    };
    if area.height >= 2 {
        row(&labels.major, area.y, Role::Strong, major_tick_label);
        row(&labels.minor, area.y + 1, Role::Muted, tick_label);
    } else if labels.major.is_empty() || labels.minor.first().is_some_and(|tick| tick.unit >= TickUnit::Year) {
        row(&labels.minor, area.y, Role::Muted, tick_label);
    } else {
        row(&labels.major, area.y, Role::Muted, major_tick_label);
    }
}

/// Names the year of a piece that is too short for any label of its own.
fn name_short(brush: Brush, lang: Lang, scale: &TimeScale, labels: &ticks::Ticks, area: Rect, buffer: &mut Buffer) {
    let fits =
        |tick: &Tick| major_tick_label(tick.unit, tick.at, 0, lang).width() < usize::from(area.width - tick.cell);
    if area.height >= 2 && !labels.major.iter().any(fits) {
        let year = tick_label(TickUnit::Year, scale.instant(i64::from(area.width / 2)), 0, lang);
        if year.width() <= usize::from(area.width) {
            brush.text(buffer, area.x, area.y, area.width, &year, Role::Strong);
        }
    }
}

fn row(brush: Brush, lang: Lang, ticks: &[Tick], area: Rect, y: u16, (role, word): (Role, Word), buffer: &mut Buffer) {
    for (n, tick) in ticks.iter().enumerate() {
        let next = ticks.get(n + 1).map_or(area.width, |next| next.cell);
        let room = next.saturating_sub(tick.cell + 1);
        let label = word(tick.unit, tick.at, 0, lang);
        if label.width() <= usize::from(room) {
            brush.text(buffer, area.x + tick.cell, y, room, &label, role);
        }
    }
}

/// Paints a break, with its length where there is room for it.
fn shortened(brush: Brush, lang: Lang, gap: Break, area: Rect, buffer: &mut Buffer) {
    let (x, y) = (area.x + gap.column, area.bottom() - 1);
    brush.text(buffer, x, y, gap.cells, &brush.glyph(Glyph::Rail).repeat(usize::from(gap.cells)), Role::Muted);
    let months = (gap.seconds + MONTH / 2) / MONTH;
    let (count, forms) = if months < 100 {
        (months, [unit::MONTHS_LONG, unit::MONTHS_BRIEF])
    } else {
        (months / 12, [unit::YEARS, unit::YEARS_SHORT])
    };
    let [long, short] = forms.map(|form| form.of(lang, count.unsigned_abs()));
    let labels = [format!(" {long} "), format!(" {short} "), short];
    let fits = |label: &&String| label.width() <= usize::from(gap.cells);
    if let Some(label) = labels.iter().find(fits) {
        let spare = gap.cells - u16::try_from(label.width()).unwrap_or(gap.cells);
        // as many dots on both sides
        let label = if spare % 2 == 1 { format!("{label} ") } else { label.clone() };
        brush.text(buffer, x + spare / 2, y, gap.cells - spare / 2, &label, Role::Muted);
    }
    if area.height >= 2 {
        draw_break(brush, x, area.y, gap.cells, buffer);
    }
}

/// Paints the sign of a break in the middle of its cells.
pub fn draw_break(brush: Brush, x: u16, y: u16, cells: u16, buffer: &mut Buffer) {
    brush.text(buffer, x, y, cells, &" ".repeat(usize::from(cells)), Role::Muted);
    let inset = cells.saturating_sub(1) / 2;
    brush.text(buffer, x + inset, y, cells - inset, &brush.glyph(Glyph::Break).repeat(2), Role::Muted);
}

/// Names the milestone at zero above it, or at the side where it is off screen.
fn day_zero(brush: Brush, lang: Lang, axis: &Axis, name: &str, area: Rect, buffer: &mut Buffer) {
    let told = words::DAY_ZERO.fill(lang, &[&name]);
    let width = u16::try_from(told.width()).unwrap_or(u16::MAX).min(area.width);
    let at = axis.cell(0).clamp(0, i64::from(axis.cells()));
    let column = u16::try_from(at).unwrap_or(0).min(area.width - width);
    brush.text(buffer, area.x + column, area.y, width, &told, Role::Strong);
}
