//! The incidents on one axis of time, or aligned at day 0, as a chart: a lane an incident, drawn for wide and narrow pages.
//! Where marks and labels go is `chart`'s; this draws them.

use super::Report;
use crate::chart::Cells as _;
use crate::chart::axis::Axis;
use crate::chart::lanes::{self, Event, Placed, Shape, clusters, empty_stretches};
use crate::chart::ticks::{self, Row, Tick, TickUnit};
use crate::record::day_zero::{self, ANCHORS};
use crate::record::vocabulary::{EventKind, Vocabulary};
use crate::text::{Lang, report as words, timeline as signs, unit};
use crate::view::line::Line;
use crate::view::page::html::escape;
use crate::view::page::{Drawing, Figure};
use crate::view::timeline::{Actor, EventModel, LaneModel, elapsed_label, lane_for, major_tick_label, tick_label};
use std::fmt::Write as _;

/// The width of a cell, in the picture's units.
const CELL: i64 = 8;
/// The height of a row of labels.
const LINE: i64 = 16;
/// The height of the axis.
const AXIS: i64 = 40;
/// The least that is squeezed, in seconds.
const LEAST: i64 = 60 * 86_400;
/// A month of the calendar on average, in seconds.
const MONTH: i64 = 2_629_800;

/// The chart of calendar time; none where nothing has a date.
pub fn calendar(report: &Report) -> Option<Figure> {
    let all = report.tellers.iter().map(|teller| lane_for(teller.incident, report.options));
    let all: Vec<(usize, LaneModel)> = all.enumerate().collect();
    figure(report, &all, None)
}

/// The chart aligned at the milestone that most incidents state, where at least two do.
pub fn aligned(report: &Report) -> Option<Figure> {
    let dates: Vec<_> = report.tellers.iter().map(|teller| day_zero::dates(teller.incident)).collect();
    let stated = |kind: EventKind| dates.iter().filter(|dates| day_zero::anchor(dates, kind).is_ok()).count();
    // of equals the first that the clocks ask for
    let order = [EventKind::Detected, EventKind::Disclosed].into_iter().chain(ANCHORS);
    let kind = order.rev().max_by_key(|kind| stated(*kind)).filter(|kind| stated(*kind) > 1)?;
    let lanes = report.tellers.iter().zip(&dates).enumerate().filter_map(|(n, (teller, dates))| {
        let zero = day_zero::zero(day_zero::anchor(dates, kind).ok()?)?;
        Some((n, lane_for(teller.incident, report.options).shifted(zero.timestamp())))
    });
    figure(report, &lanes.collect::<Vec<_>>(), Some(kind))
}

fn figure(report: &Report, all: &[(usize, LaneModel)], zero: Option<EventKind>) -> Option<Figure> {
    let lang = report.lang;
    let known = all.iter().flat_map(|(_, lane)| &lane.events).filter_map(|mark| as_event(mark, 0).known());
    let spans = clusters(known, LEAST);
    let (first, last) = (spans.first()?.0, spans.last()?.1.saturating_sub(1));
    let stretches = empty_stretches(spans, (last.saturating_sub(first) / 12).max(LEAST));
    let draw = |cells: u16| {
        let axis = Axis::fit(first, last, &stretches, cells);
        Canvas { report, axis, zero, inside: String::new(), height: 0 }.draw(all)
    };
    let title = match zero {
        None => words::CALENDAR_CHART.get(lang).to_owned(),
        Some(kind) => words::ALIGNED_CHART.fill(lang, &[&kind.label().get(lang)]),
    };
    let told = all.iter().map(|(n, lane)| {
        let events: Vec<&str> = lane.events.iter().map(|mark| mark.label.as_str()).collect();
        report.named(*n, &words::IN_ORDER.fill(lang, &[&lane.title, &events.join(", ")]))
    });
    Some(Figure {
        id: if zero.is_some() { "aligned" } else { "calendar" }.to_owned(),
        title,
        description: told.collect::<Vec<_>>().join("; "),
        wide: draw(114),
        narrow: draw(44),
        // the same signs need to be told once
        legend: if zero.is_some() { Vec::new() } else { legend(lang) },
    })
}

/// What the signs mean, each with a picture of it.
fn legend(lang: Lang) -> Vec<(String, String)> {
    let point = |actor, doubtful| sign(actor, doubtful, (17, 8));
    let all = [
        (point(Actor::Attack, false), signs::ATTACK),
        (point(Actor::Response, false), signs::RESPONSE),
        (point(Actor::Authority, false), signs::AUTHORITY),
        (point(Actor::Neutral, false), signs::NEUTRAL),
        (point(Actor::Response, true), words::DOUBTFUL_OR_PLANNED),
        (span("r", (4, 30), 8, false, (false, false)), words::SOME_TIME),
        (span("r", (6, 30), 8, false, (true, false)), words::OPEN_END),
        ("<path class=\"break\" d=\"M13 13l4-10m2 10 4-10\"/>".to_owned(), words::SHORTENED),
    ];
    all.into_iter().map(|(sign, word)| (sign, word.get(lang).to_owned())).collect()
}

fn as_event(mark: &EventModel, label_width: u16) -> Event {
    Event { from: mark.from, to: mark.to, label_width, priority: mark.importance() }
}

/// A chart being drawn, from top to bottom.
struct Canvas<'a> {
    report: &'a Report<'a>,
    axis: Axis,
    zero: Option<EventKind>,
    inside: String,
    height: i64,
}

impl Canvas<'_> {
    fn draw(mut self, all: &[(usize, LaneModel)]) -> Drawing {
        let width = (i64::from(self.axis.cells()) + 1) * CELL;
        self.height = AXIS;
        for (n, lane) in all {
            self.lane(*n, lane);
        }
        // the axis stands through all lanes, and under them
        let lanes = std::mem::take(&mut self.inside);
        self.height += 4;
        self.ticks();
        self.inside.push_str(&lanes);
        Drawing { width, height: self.height, inside: self.inside }
    }

    fn lane(&mut self, n: usize, lane: &LaneModel) {
        let cells = usize::from(self.axis.cells());
        let title = Line::of(self.report.named(n, &lane.title), crate::theme::Role::Text);
        self.height += 8;
        for row in title.fold(cells * 8 / 7) {
            self.height += LINE;
            let (y, text) = (self.height - 4, escape(&row.text()));
            let _ = writeln!(self.inside, "<text class=\"t\" x=\"0\" y=\"{y}\">{text}</text>");
        }
        let width = |mark: &EventModel| {
            let letters = mark.label.chars().count();
            // a letter takes about six and a half units of a cell's eight
            if mark.kind.is_named() { u16::try_from(letters * 13 / 16 + 1).unwrap_or(u16::MAX) } else { 0 }
        };
        let marks: Vec<Event> = lane.events.iter().map(|mark| as_event(mark, width(mark))).collect();
        let placed = lanes::layout(&marks, &self.axis, lanes::LABEL_ROWS);
        let rows = placed.iter().filter_map(|place| place.label).map(|label| label.row).max().unwrap_or(0);
        let y = self.height + 10;
        self.rail(y);
        let mut order: Vec<&Placed> = placed.iter().collect();
        order.sort_by_key(|place| (place.shape == Shape::Point, std::cmp::Reverse(place.last - place.first)));
        for place in order {
            if let Some(mark) = lane.events.get(place.index) {
                self.mark(mark, place, y);
            }
        }
        self.height += 20 + i64::from(rows) * LINE;
    }

    fn rail(&mut self, y: i64) {
        let right = i64::from(self.axis.cells()) * CELL;
        let _ = writeln!(self.inside, "<path class=\"rail\" d=\"M0 {y}H{right}\"/>");
        for (column, width) in self.axis.broken() {
            let x = (i64::from(column) * 2 + i64::from(width)) * CELL / 2;
            let _ = writeln!(self.inside, "<path class=\"break\" d=\"M{} {}l4-10m2 10 4-10\"/>", x - 5, y + 5);
        }
    }

    fn mark(&mut self, mark: &EventModel, place: &Placed, y: i64) {
        let middle = |cell: u16| i64::from(cell) * CELL + CELL / 2;
        let doubtful = mark.doubtful || mark.planned;
        let drawn = match place.shape {
            Shape::Point => sign(mark.actor, doubtful, (middle(place.first), y)),
            Shape::Span => {
                let open = (place.open_left || place.cut_left, place.open_right || place.cut_right);
                let ends = (i64::from(place.first) * CELL + 1, (i64::from(place.last) + 1) * CELL - 1);
                span(letter(mark.actor), ends, y, doubtful, open)
            }
        };
        self.inside.push_str(&drawn);
        self.inside.push('\n');
        if let Some(label) = place.label {
            let about = if mark.approximate { "≈ " } else { "" };
            let sure = if mark.uncertain { " ?" } else { "" };
            let class = if doubtful { "halo mu" } else { "halo" };
            let (x, y) = (i64::from(label.column) * CELL, y + 4 + i64::from(label.row) * LINE);
            let text = escape(&mark.label);
            let _ = writeln!(self.inside, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{about}{text}{sure}</text>");
        }
    }

    /// The axis and, through all lanes, the lines of its greater units.
    fn ticks(&mut self) {
        let lang = self.report.lang;
        let axis = self.axis.clone();
        for piece in axis.pieces() {
            let room = (piece.column, piece.scale.cells());
            if self.zero.is_none() {
                let found = ticks::ticks(&piece.scale, |_| 0, |row, unit| label_cells(row, unit, lang));
                self.row(&found.major, room, (14, "t", true), |tick| major_tick_label(tick.unit, tick.at, 0, lang));
                self.row(&found.minor, room, (31, "mu", false), |tick| tick_label(tick.unit, tick.at, 0, lang));
            } else {
                let found = ticks::elapsed_ticks(&piece.scale, |_| 9);
                self.row(&found, room, (31, "mu", true), |tick| elapsed_label(tick.unit, tick.at, lang));
            }
        }
        for gap in axis.breaks() {
            let x = (i64::from(gap.column) * 2 + i64::from(gap.cells)) * CELL / 2;
            let months = (gap.seconds + MONTH / 2) / MONTH;
            let told = if months < 100 {
                unit::MONTHS_BRIEF.of(lang, months.unsigned_abs())
            } else {
                unit::YEARS_SHORT.of(lang, (months / 12).unsigned_abs())
            };
            let _ = writeln!(
                self.inside,
                "<text class=\"mu\" x=\"{x}\" y=\"31\" text-anchor=\"middle\">{}</text>",
                escape(&told)
            );
        }
        if let (Some(kind), Some(column)) = (self.zero, axis.column(0)) {
            let x = i64::from(column) * CELL;
            let told = signs::DAY_ZERO.fill(lang, &[&kind.label().get(lang)]);
            let anchor = if column > axis.cells() / 2 { "end" } else { "start" };
            let _ = writeln!(
                self.inside,
                "<path class=\"zero\" d=\"M{x} 36V{}\"/><text class=\"t\" x=\"{x}\" y=\"14\" text-anchor=\"{anchor}\">{}</text>",
                self.height,
                escape(&told)
            );
        }
    }

    /// A row of labels, each where it has room before the next.
    fn row(
        &mut self,
        ticks: &[Tick],
        (column, cells): (u16, u16),
        (y, class, ruled): (i64, &str, bool),
        word: impl Fn(&Tick) -> String,
    ) {
        for (n, tick) in ticks.iter().enumerate() {
            let x = i64::from(column + tick.cell) * CELL;
            if ruled {
                let _ = writeln!(self.inside, "<path class=\"rule\" d=\"M{x} 38V{}\"/>", self.height);
            }
            let next = ticks.get(n + 1).map_or(cells, |next| next.cell);
            let label = word(tick);
            if label.chars().count() * 7 <= usize::from(next.saturating_sub(tick.cell)) * 8 {
                let _ = writeln!(self.inside, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", escape(&label));
            }
        }
    }
}

fn label_cells(row: Row, unit: TickUnit, lang: Lang) -> u16 {
    let long = 2 * u16::from(lang == Lang::Fr);
    match (row, unit) {
        (_, TickUnit::Year | TickUnit::Decade | TickUnit::Century | TickUnit::Millennium) => 5,
        (Row::Minor, TickUnit::Minute | TickUnit::Hour) => 6,
        (Row::Minor, TickUnit::Day | TickUnit::Week) => 7 + long,
        (Row::Minor, _) => 4 + long,
        (Row::Major, _) => 10 + long,
    }
}

fn letter(actor: Actor) -> &'static str {
    match actor {
        Actor::Attack => "a",
        Actor::Response => "r",
        Actor::Authority => "u",
        Actor::Neutral => "n",
    }
}

/// The sign of an event: its shape says who acts, hollow is doubtful.
fn sign(actor: Actor, doubtful: bool, (x, y): (i64, i64)) -> String {
    let letter = letter(actor);
    let class = if doubtful { format!("hollow s{letter}") } else { format!("f{letter}") };
    match actor {
        Actor::Attack => format!("<path class=\"{class}\" d=\"M{x} {}l6 11h-12z\"/>", y - 7),
        Actor::Response => format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>"),
        Actor::Authority => {
            format!("<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"10\" height=\"10\"/>", x - 5, y - 5)
        }
        Actor::Neutral => format!("<path class=\"{class}\" d=\"M{x} {}l5 5-5 5-5-5z\"/>", y - 5),
    }
}

/// A span of time: pale between its ends, an arrow where an end is open, broken lines where it is doubtful.
fn span(letter: &str, (from, to): (i64, i64), y: i64, doubtful: bool, open: (bool, bool)) -> String {
    let dash = if doubtful { " dash" } else { "" };
    let mut text = String::new();
    if !doubtful && open == (false, false) {
        let width = (to - from).max(1);
        let _ = write!(
            text,
            "<rect class=\"f{letter} pale\" x=\"{from}\" y=\"{}\" width=\"{width}\" height=\"10\"/>",
            y - 5
        );
    }
    let _ = write!(text, "<path class=\"line s{letter}{dash}\" d=\"M{from} {y}H{to}\"/>");
    let left = if open.0 { format!("M{} {}l-5 5 5 5", from + 5, y - 5) } else { format!("M{from} {}v10", y - 5) };
    let right = if open.1 { format!("M{} {}l5 5-5 5", to - 5, y - 5) } else { format!("M{to} {}v10", y - 5) };
    let _ = write!(text, "<path class=\"line s{letter}\" d=\"{left}{right}\"/>");
    text
}
