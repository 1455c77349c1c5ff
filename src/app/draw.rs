//! Drawing: the lines at the top and the bottom, the screen between them, the overlays over it.
//! It changes nothing.

use super::facets::facets;
use super::{App, Overlay};
use crate::command::{Command, Scope};
use crate::query::Mistake;
use crate::screen::explore::Pane;
use crate::screen::{LEAST, Screen, areas, filter};
use crate::text::screen::{self as words, short};
use crate::text::{Phrase, number};
use crate::theme::{Glyph, Role};
use crate::view::Line;
use crate::view::line::cut_front;
use crate::widget::pane;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// A key told at the bottom, and the short name of what it does.
type Hint = (Command, Phrase);

/// The screens as tabs: what shows them, and the scope that carries their name.
const TABS: [(Command, Screen, Scope); 5] = [
    (Command::ShowExplore, Screen::Explore, Scope::Explore),
    (Command::ShowTimeline, Screen::Timeline, Scope::Timeline),
    (Command::ShowCompare, Screen::Compare, Scope::Compare),
    (Command::ShowStatistics, Screen::Statistics, Scope::Statistics),
    (Command::ShowProblems, Screen::Problems, Scope::Problems),
];

/// The keys that are told of Compare.
const COMPARE: &[Hint] = &[
    (Command::NextDifference, short::DIFFERENCE),
    (Command::HideSame, short::SAME),
    (Command::FoldSection, short::FOLD),
    (Command::Open, short::MORE),
    (Command::OrderMatrices, short::SORT),
    (Command::Sources, short::SOURCES),
];

/// The keys that are the most useful on an incident in full.
const DETAIL: &[Hint] = &[
    (Command::Sources, short::SOURCES),
    (Command::Amend, short::AMEND),
    (Command::Insert, short::INSERT),
    (Command::Copy, short::COPY),
    (Command::Mark, short::MARK),
    (Command::CompareMarked, short::COMPARE),
    (Command::TimelineMarked, short::TIMELINE),
    (Command::Edit, short::EDIT),
];

impl App {
    /// Draws the state.
    pub fn draw(&self, frame: &mut Frame) {
        let screen = frame.area();
        let buffer = frame.buffer_mut();
        // what lies over the screen needs its room
        let overlays = if self.paint(buffer) { self.overlays.as_slice() } else { &[] };
        for overlay in overlays {
            match overlay {
                Overlay::Form(form) => {
                    if let Some(areas) = areas(self.desk.size) {
                        form.draw(&self.desk, areas.body, buffer);
                    }
                }
                Overlay::Help(help) => help.draw(&self.desk, screen, buffer),
                Overlay::Palette(palette) => palette.draw(&self.desk, screen, buffer),
                Overlay::Sources(sources) => sources.draw(&self.desk, screen, buffer),
                Overlay::Export(export) => export.draw(&self.desk, screen, buffer),
                Overlay::Import(import) => import.draw(&self.desk, screen, buffer),
                Overlay::Views(views) => views.draw(&self.desk, screen, buffer),
                Overlay::Columns(columns) => columns.draw(&self.desk, screen, buffer),
                Overlay::Facets => {
                    let inside = facets(screen);
                    let title = words::FACETS_TITLE.get(self.desk.lang);
                    let (width, height) = (inside.width + 4, inside.height + 2);
                    let inside = pane::overlay(buffer, screen, self.desk.brush, title, width, height);
                    self.statistics.draw(&self.desk, inside, buffer);
                }
                Overlay::Related(related) => related.draw(&self.desk, screen, buffer),
                Overlay::Question(asked) => asked.draw(&self.desk, screen, buffer),
                Overlay::Annotating(annotating) => annotating.draw(&self.desk, screen, buffer),
                Overlay::Difference(difference) => difference.draw(&self.desk, screen, buffer),
            }
        }
    }

    /// Paints the screen, without what lies over it; says whether there was room for one.
    pub(super) fn paint(&self, buffer: &mut Buffer) -> bool {
        let screen = buffer.area;
        let size = (screen.width, screen.height);
        let (Some(areas), true) = (areas(size), size == self.desk.size) else {
            let text = words::TOO_SMALL.fill(self.desk.lang, &[&screen.width, &screen.height]);
            if size.0 < LEAST.0 || size.1 < LEAST.1 {
                self.desk.brush.text(buffer, 0, 0, screen.width, &text, Role::Text);
            }
            return false;
        };
        self.draw_top(areas.top, buffer);
        self.draw_filter(areas.filter, buffer);
        match self.screen {
            // a form covers all of it
            _ if self.has_form() => {}
            Screen::Explore => self.explore.draw(&self.desk, areas.body, buffer),
            Screen::Timeline => self.timeline.draw(&self.desk, areas.body, buffer),
            Screen::Compare => self.compare.draw(&self.desk, areas.body, buffer),
            Screen::Statistics => self.statistics.draw(&self.desk, areas.body, buffer),
            Screen::Problems => self.problems.draw(&self.desk, areas.body, buffer),
            Screen::Matrix => self.matrix.draw(&self.desk, areas.body, buffer),
        }
        self.draw_bottom(areas.bottom, buffer);
        filter::draw::below(&self.desk, areas.filter, screen, buffer);
        true
    }

    fn draw_top(&self, area: Rect, buffer: &mut Buffer) {
        let (desk, lang) = (&self.desk, self.desk.lang);
        let dot = format!(" {} ", desk.brush.glyph(Glyph::Separator));
        let mut line = Line::new();
        let total = desk.library.entries.len();
        line = line.with(&dot, Role::Muted).with(words::INCIDENTS.of(lang, total as u64), Role::Strong);
        // without a filter, what is not listed is only not yet put in order
        let hidden = if desk.filter.is_on() { total.saturating_sub(desk.hits.len()) } else { 0 };
        if hidden > 0 {
            line = line.with(&dot, Role::Muted).with(words::HIDDEN.of(lang, hidden as u64), Role::Warning);
        }
        if !desk.marks.is_empty() {
            line = line.with(&dot, Role::Muted).with(words::MARKED.of(lang, desk.marks.len() as u64), Role::Marked);
        }
        let (left_out, warnings) = desk.library.counts();
        if left_out > 0 {
            line = line.with(&dot, Role::Muted).with(words::LEFT_OUT.of(lang, left_out as u64), Role::Error);
        }
        let outdated = desk.library.outdated();
        if outdated > 0 {
            line =
                line.with(&dot, Role::Muted).with(crate::text::edit::OUTDATED.of(lang, outdated as u64), Role::Error);
        }
        if warnings > 0 {
            line = line.with(&dot, Role::Muted).with(words::WARNINGS.of(lang, warnings as u64), Role::Warning);
        }
        let name = Line::of(format!(" {}", words::NAME), Role::Heading).with("  ", Role::Text);
        // a long place gives way to what is told of its records
        let room = usize::from(area.width).saturating_sub(name.width() + line.width() + 1);
        let place = crate::text::clean(desk.place.as_deref().unwrap_or_else(|| words::BUILT_IN.get(lang)));
        let mut head = name.with(cut_front(&place, room, desk.brush.glyph(Glyph::Ellipsis)), Role::Text);
        head.spans.extend(line.spans);
        let line = head;
        desk.brush.line(buffer, area.x, area.y, area.width, &line);
        if !desk.progress.done {
            self.draw_progress(area, u16::try_from(line.width()).unwrap_or(area.width), buffer);
        }
    }

    /// The progress bar, at the right of the top line.
    fn draw_progress(&self, area: Rect, used: u16, buffer: &mut Buffer) {
        let (desk, progress) = (&self.desk, self.desk.progress);
        let told = words::READING
            .fill(desk.lang, &[&number(desk.lang, progress.read as u64), &number(desk.lang, progress.found as u64)]);
        let told = if progress.found == 0 { words::LOOKING.get(desk.lang).to_owned() } else { told };
        let width = u16::try_from(told.width()).unwrap_or(area.width);
        let bar = 12u16;
        if used + width + bar + 4 > area.width {
            return;
        }
        let x = area.right() - width - bar - 2;
        let full = (progress.read * usize::from(bar)).checked_div(progress.found).unwrap_or(0).min(usize::from(bar));
        let cells = desk.brush.glyph(Glyph::Bar).repeat(full)
            + &desk.brush.glyph(Glyph::BarMaybe).repeat(usize::from(bar) - full);
        desk.brush.text(buffer, x, area.y, bar, &cells, Role::Bar);
        desk.brush.text(buffer, x + bar + 1, area.y, width, &told, Role::Muted);
    }

    fn draw_filter(&self, area: Rect, buffer: &mut Buffer) {
        let tabs = self.tabs();
        let width = u16::try_from(tabs.width()).unwrap_or(0) + 1;
        // a mistake needs the room more than the tabs do
        let mistake = self.desk.filter.mistake.as_ref();
        let tabbed = area.width >= 110 && mistake.is_none_or(Mistake::is_incomplete);
        if tabbed {
            self.desk.brush.line(buffer, area.right() - width, area.y, width, &tabs);
        }
        let room = if tabbed { area.width - width - 2 } else { area.width };
        filter::draw::line(&self.desk, Rect { width: room, ..area }, buffer);
    }

    fn tabs(&self) -> Line {
        let mut line = Line::new();
        for (command, screen, scope) in TABS {
            let key = command.row().and_then(|row| row.keys.first()).copied().unwrap_or_default();
            let role = if screen == self.screen { Role::Selected } else { Role::Muted };
            line = line.with(" ", Role::Text).with(key, Role::Key);
            line = line.with(format!(" {} ", scope.label().get(self.desk.lang)), role);
        }
        line
    }

    fn draw_bottom(&self, area: Rect, buffer: &mut Buffer) {
        let desk = &self.desk;
        if let Some((text, role)) = &desk.notice {
            desk.brush.text(buffer, area.x + 1, area.y, area.width - 1, text, *role);
            return;
        }
        let (own, always) = self.hints();
        let always = self.hint_line(&always, usize::from(area.width));
        let room = usize::from(area.width).saturating_sub(always.width() + 1);
        let own = self.hint_line(&own, room);
        desk.brush.line(buffer, area.x + 1, area.y, area.width, &own);
        let x = area.right().saturating_sub(u16::try_from(always.width()).unwrap_or(area.width));
        desk.brush.line(buffer, x, area.y, area.width, &always);
    }

    /// As many keys with their effects as there is room for.
    fn hint_line(&self, hints: &[Hint], room: usize) -> Line {
        let mut line = Line::new();
        for (command, name) in hints {
            let Some(key) = command.row().and_then(|row| row.keys.first()) else { continue };
            let next = Line::of(*key, Role::Key).with(" ", Role::Text);
            let next = next.with(name.get(self.desk.lang), Role::Muted).with("  ", Role::Text);
            if line.width() + next.width() > room {
                break;
            }
            line.spans.extend(next.spans);
        }
        line
    }

    /// The keys that are told at the bottom: the most useful here, and those that are always told.
    fn hints(&self) -> (Vec<Hint>, Vec<Hint>) {
        use Command as C;
        if self.desk.filter.focused {
            return (vec![(C::Open, short::KEEP), (C::Escape, short::BACK)], vec![(C::Quit, short::QUIT)]);
        }
        match self.overlays.last() {
            Some(Overlay::Form(form)) if form.is_filled_in() => return form_hints(),
            Some(Overlay::Facets) => {
                let own = self.own_hints(Screen::Statistics, false);
                return (own.to_vec(), vec![(C::Help, short::HELP), (C::Escape, short::BACK)]);
            }
            // it tells its own keys, and letters may be typed into it
            Some(_) => return (Vec::new(), vec![(C::Escape, short::BACK)]),
            None => {}
        }
        let in_list = self.screen == Screen::Explore && self.explore.pane == Pane::List;
        let leave = if in_list { short::QUIT } else { short::BACK };
        (self.own_hints(self.screen, in_list).to_vec(), vec![(C::Help, short::HELP), (C::Back, leave)])
    }

    /// The keys that are the most useful on a screen.
    fn own_hints(&self, screen: Screen, in_list: bool) -> &'static [Hint] {
        use Command as C;
        match screen {
            Screen::Explore if !in_list => DETAIL,
            Screen::Explore => &[
                (C::Open, short::OPEN),
                (C::Filter, short::FILTER),
                (C::Facets, short::FACETS),
                (C::Mark, short::MARK),
                (C::CompareMarked, short::COMPARE),
                (C::TimelineMarked, short::TIMELINE),
                (C::Insert, short::INSERT),
                (C::Add, short::ADD),
                (C::ShowMatrix, short::MATRIX),
                (C::Sources, short::SOURCES),
                (C::SortBy, short::SORT),
                (C::Language, short::LANGUAGE),
            ],
            Screen::Timeline if self.timeline.is_aligned() => &[
                (C::NextEvent, short::NEXT),
                (C::AlignDayZero, short::CALENDAR),
                (C::NextAnchor, short::ANCHOR),
                (C::ToggleMedian, short::MEDIAN),
                (C::ZoomIn, short::CLOSER),
                (C::ZoomOut, short::FARTHER),
                (C::FitAll, short::ALL),
                (C::Left, short::PAN),
                (C::Open, short::MORE),
                (C::Sources, short::SOURCES),
            ],
            Screen::Timeline => &[
                (C::NextEvent, short::NEXT),
                (C::PreviousEvent, short::PREVIOUS),
                (C::ZoomIn, short::CLOSER),
                (C::ZoomOut, short::FARTHER),
                (C::FitAll, short::ALL),
                (C::AlignDayZero, short::DAY_ZERO),
                (C::Left, short::PAN),
                (C::Open, short::MORE),
                (C::Sources, short::SOURCES),
            ],
            Screen::Compare => COMPARE,
            Screen::Statistics => &[
                (C::Open, short::NARROW),
                (C::Include, short::INCLUDE),
                (C::Exclude, short::EXCLUDE),
                (C::NextPane, short::PANE),
                (C::NextPeriod, short::PERIOD),
                (C::Filter, short::FILTER),
            ],
            Screen::Matrix => &[
                (C::NextPane, short::OTHER_MATRIX),
                (C::SortRows, short::SORT),
                (C::Open, short::MORE),
                (C::Sources, short::SOURCES),
            ],
            Screen::Problems => &[(C::Edit, short::EDIT), (C::Reload, short::RELOAD), (C::Copy, short::COPY)],
        }
    }
}

/// The keys of a form.
fn form_hints() -> (Vec<Hint>, Vec<Hint>) {
    use Command as C;
    let own = [
        (C::SaveForm, short::SAVE),
        (C::NextField, short::NEXT_FIELD),
        (C::ShowChange, short::CHANGE),
        (C::OtherLanguage, short::TRANSLATE),
        (C::RemoveItem, short::REMOVE),
    ];
    (own.to_vec(), vec![(C::LeaveForm, short::BACK)])
}
