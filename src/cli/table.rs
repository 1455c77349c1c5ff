//! The table of `list`: the columns that were chosen, in lines for readers and in cells for spreadsheets.
//! It chooses no incident and writes nothing; `list` does.

use super::{Ending, Shell, Trouble};
use crate::query::search::Matched;
use crate::query::{Document, Key};
use crate::record::clock::Verdict;
use crate::record::interval::{Gap, Interval};
use crate::record::vocabulary::Vocabulary;
use crate::screen::explore::column;
use crate::text::{Lang, cli as words};
use crate::theme::{Glyphs, Role};
use crate::view::csv::harmless;
use crate::view::wording::date;
use crate::view::{Line, Standing};
use chrono::{DateTime, SecondsFormat, Utc};

/// The columns where none were chosen.
pub const USUAL: [Key; 5] = [Key::Id, Key::Date, Key::Affected, Key::Status, Key::Title];
/// The fewest cells for a title beside the other columns; it stands below them where there are fewer.
const LEAST_TITLE: usize = 24;
/// The cells between two columns.
const BETWEEN: usize = 2;

impl Shell<'_> {
    /// The columns of a list such as `id,detected,detected..disclosed`; the nearest names are told where one is none.
    pub(super) fn columns(&self, given: &str) -> Result<Vec<Key>, Trouble> {
        given.split(',').map(|name| self.column(name.trim())).collect()
    }

    fn column(&self, name: &str) -> Result<Key, Trouble> {
        Key::of(name).ok_or_else(|| {
            let known: Vec<String> = Key::ALL.iter().map(ToString::to_string).collect();
            let told = self.say(words::BAD_COLUMN, &[&crate::text::clean(name), &known.join(", ")]);
            Trouble::Told(self.with_nearest(told, &Key::nearest(name)), Ending::Usage)
        })
    }
}

/// The lines of a table: its heads, then a row an incident.
///
/// Nothing is cut: the title, where it is the last column, is folded to what is left of the width.
pub fn lines(
    keys: &[Key],
    documents: &[&Document],
    (lang, glyphs): (Lang, Glyphs),
    width: Option<usize>,
) -> impl Iterator<Item = Line> {
    let told = |document: &Document, key: &Key| {
        let status = document.status.filter(|_| *key == Key::Status);
        if let Some(status) = status {
            return Line::of(status.label().get(lang), Standing::of_status(Some(status)).role());
        }
        let date = match key {
            Key::Id => return Line::of(&*document.id, Role::Key),
            Key::Date => Some(document.date_text.to_string()),
            Key::Event(kind) => document.milestone(*kind).map(|interval| date::of_interval(interval, document.zone.0)),
            _ => None,
        };
        // there is room for dates as they are written
        match date.filter(|date| !date.is_empty() && date != "unknown") {
            Some(date) => Line::of(date, Role::Text),
            None => column::cell(*key, document, &Matched::default(), lang, glyphs),
        }
    };
    let head = |key: &Key| Line::of(head(*key, lang), Role::Muted);
    let heads: Vec<Line> = keys.iter().map(head).collect();
    let rows = documents.iter().map(|document| keys.iter().map(|key| told(document, key)).collect());
    let rows: Vec<Vec<Line>> = std::iter::once(heads).chain(rows).collect();
    let widest = |n: usize| rows.iter().filter_map(|row| row.get(n)).map(Line::width).max().unwrap_or(0);
    let widths: Vec<(usize, bool)> =
        keys.iter().enumerate().map(|(n, key)| (widest(n), column::is_right(*key))).collect();
    let folds = keys.last() == Some(&Key::Title);
    rows.into_iter().enumerate().flat_map(move |(n, row)| {
        let rows = laid_out(row, &widths, width.filter(|_| folds));
        // a title that stands below the others needs no head
        rows.into_iter().take(if n == 0 { 1 } else { usize::MAX })
    })
}

/// A row, its last cell folded where there is a width.
fn laid_out(mut row: Vec<Line>, widths: &[(usize, bool)], width: Option<usize>) -> Vec<Line> {
    let last = row.pop().unwrap_or_default();
    let mut line = Line::new();
    for (cell, (width, is_right)) in row.into_iter().zip(widths) {
        let gap = width.saturating_sub(cell.width());
        let (before, after) = if *is_right { (gap, 0) } else { (0, gap) };
        line = line.with(" ".repeat(before), Role::Text).joined(cell).with(" ".repeat(after + BETWEEN), Role::Text);
    }
    let used = line.width();
    let set_in = |cells: usize| move |row: Line| Line::of(" ".repeat(cells), Role::Text).joined(row);
    match width {
        Some(width) if width < used + LEAST_TITLE => {
            let below = last.fold(width.saturating_sub(BETWEEN)).into_iter().map(set_in(BETWEEN));
            std::iter::once(line).chain(below).collect()
        }
        Some(width) => {
            let mut rows = last.fold(width - used).into_iter();
            let first = rows.next().unwrap_or_default();
            std::iter::once(line.joined(first)).chain(rows.map(set_in(used))).collect()
        }
        None => {
            let shift = widths.last().filter(|(_, is_right)| *is_right).map_or(0, |(width, _)| width - last.width());
            vec![line.joined(set_in(shift)(last))]
        }
    }
}

fn head(key: Key, lang: Lang) -> String {
    let head = match key {
        Key::Title => key.label(lang),
        Key::Id => key.to_string(),
        key => column::head(key, lang),
    };
    head.to_uppercase()
}

/// The names of a column's cells in a spreadsheet, as `export --format csv` has them where it has them.
pub fn names(key: Key) -> Vec<String> {
    let parts: &[&str] = match key {
        Key::Date => &["", "_earliest", "_latest"],
        Key::Affected => &["_min", "_max", "_approx", "_unit"],
        Key::Event(_) => &["_earliest", "_latest"],
        Key::Gap(..) => &["_min_hours", "_max_hours"],
        _ => &[""],
    };
    parts.iter().map(|part| format!("{key}{part}")).collect()
}

/// A column's cells in a spreadsheet; what is not stated is empty.
pub fn cells(key: Key, document: &Document, lang: Lang) -> Vec<String> {
    let text = |text: Option<&str>| vec![harmless(text.unwrap_or_default())];
    let figure = |figure: Option<String>| figure.unwrap_or_default();
    let ends = |interval: Option<Interval>| {
        let [earliest, latest] = interval.map_or([None, None], |interval| [interval.earliest, interval.latest]);
        let told = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
        [earliest, latest].map(|end| figure(end.map(told)))
    };
    match key {
        Key::Date => [vec![harmless(&document.date_text)], ends(Some(document.date)).to_vec()].concat(),
        Key::Title => text(Some(document.title.get(lang))),
        Key::Organisation => text(Some(document.organisation.get(lang))),
        Key::Affected => {
            let headline = document.headline;
            let count = headline.map(|headline| headline.count);
            let bound = |bound: Option<u64>| figure(bound.map(|bound| bound.to_string()));
            vec![
                bound(count.and_then(|count| count.min)),
                bound(count.and_then(|count| count.max)),
                figure(count.map(|count| count.approx.to_string())),
                figure(headline.map(|headline| headline.unit.id().to_owned())),
            ]
        }
        Key::Status => text(document.status.map(Vocabulary::id)),
        Key::Sector => text(document.sector.as_deref()),
        Key::Country => text(document.country.as_deref()),
        Key::Clock => text(document.verdict.map(Verdict::id)),
        Key::Data => vec![document.exposed().to_string()],
        Key::Measures => vec![document.measures.len().to_string()],
        Key::Claims => vec![document.claims.to_string()],
        Key::Sources => vec![document.sources.to_string()],
        Key::Completeness => vec![document.completeness.to_string()],
        Key::Id => text(Some(&document.id)),
        Key::Event(kind) => ends(document.milestone(kind)).to_vec(),
        Key::Gap(from, to) => {
            let gap = document.gap(from, to);
            [gap.and_then(Gap::min_hours), gap.and_then(Gap::max_hours)]
                .map(|hours| figure(hours.map(|hours| format!("{hours:?}"))))
                .to_vec()
        }
    }
}
