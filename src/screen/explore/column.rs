//! One column of the list: how wide it is, what its head says, and what it tells of an incident.
//! It places nothing; `list` does.

use crate::query::document::{Document, Headline};
use crate::query::{Key, search::Matched};
use crate::record::clock::Verdict;
use crate::record::vocabulary::Vocabulary;
use crate::text::{self, Lang, screen as words};
use crate::theme::{Glyph, Glyphs, Role};
use crate::view::{Line, Standing, wording};

/// The cells of a column beside the title, the space after it included; of a list so many cells wide.
pub fn width(key: Key, list: u16) -> u16 {
    match key {
        Key::Date => 12,
        Key::Affected => 15,
        Key::Status if list < 72 => 2,
        Key::Status => 12,
        Key::Organisation | Key::Title => 24,
        Key::Sector | Key::Id => 20,
        Key::Country | Key::Sources | Key::Completeness | Key::Measures | Key::Data => 9,
        Key::Clock | Key::Event(_) | Key::Claims => 14,
        Key::Gap(..) if list < 72 => 14,
        // two milestones, one below the other
        Key::Gap(..) => 20,
    }
}

/// Whether what it tells stands at the right of it.
pub fn is_right(key: Key) -> bool {
    matches!(key, Key::Affected | Key::Sources | Key::Completeness | Key::Measures | Key::Claims | Key::Data)
}

/// What stands above the column.
pub fn head(key: Key, lang: Lang) -> String {
    let phrase = match key {
        Key::Title => words::COLUMN_TITLE,
        Key::Organisation => words::COLUMN_ORGANISATION,
        Key::Date => words::COLUMN_DATE,
        Key::Affected => words::COLUMN_AFFECTED,
        Key::Status => words::COLUMN_STATUS,
        Key::Data => words::COLUMN_DATA,
        Key::Completeness => words::COLUMN_COMPLETENESS,
        key => {
            let label = key.label(lang);
            let mut letters = label.chars();
            return letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
        }
    };
    phrase.get(lang).to_owned()
}

/// What an incident's row says in the column, with the letters that the filter matched.
pub fn cell(key: Key, document: &Document, matched: &Matched, lang: Lang, glyphs: Glyphs) -> Line {
    let not_stated = || Line::of(glyphs.get(Glyph::NotStated), Role::NotStated);
    let number = |n: usize| if n == 0 { not_stated() } else { Line::of(text::number(lang, n as u64), Role::Text) };
    let plain = |text: Option<&str>| text.map_or_else(not_stated, |text| Line::of(text, Role::Text));
    match key {
        Key::Title => marked(document.title.get(lang), &matched.title),
        Key::Organisation => marked(document.organisation.get(lang), &matched.organisation),
        Key::Date => Line::of(wording::date::short(&document.date_text, glyphs), Role::Text),
        Key::Affected => affected(document.headline, lang, glyphs),
        Key::Status => {
            let standing = document.status.map_or(Standing::NotStated, |status| Standing::of_status(Some(status)));
            let line = Line::of(glyphs.get(standing.glyph()), standing.role());
            let word = document.status.map(|status| status.label().get(lang));
            word.map_or(line.clone(), |word| line.with(" ", Role::Text).with(word, Role::Text))
        }
        Key::Sector => plain(document.sector.as_deref()),
        Key::Country => plain(document.country.as_deref()),
        Key::Clock => document.verdict.and_then(|verdict| clock(verdict, lang, glyphs)).unwrap_or_else(not_stated),
        Key::Data => number(document.exposed()),
        Key::Measures => number(document.measures.len()),
        Key::Claims => number(document.claims),
        Key::Sources => number(document.sources),
        Key::Completeness => number(document.completeness),
        Key::Id => Line::of(&*document.id, Role::Text),
        Key::Event(kind) => {
            let interval = document.milestone(kind).filter(|interval| !interval.is_unknown());
            let told = interval.map(|interval| wording::date::of_interval(interval, document.zone.0));
            plain(told.map(|told| wording::date::short(&told, glyphs)).as_deref())
        }
        Key::Gap(from, to) => {
            let gap = document.gap(from, to).filter(|gap| !gap.is_unknown());
            plain(gap.map(|gap| wording::gap::compact(gap, lang, glyphs)).as_deref())
        }
    }
}

fn clock(verdict: Verdict, lang: Lang, glyphs: Glyphs) -> Option<Line> {
    let (standing, word) = match verdict {
        Verdict::Within => (Standing::Yes, words::CLOCK_WITHIN),
        Verdict::Late => (Standing::Late, words::CLOCK_LATE),
        Verdict::Undecided => (Standing::Disputed, words::CLOCK_UNDECIDED),
        Verdict::Running => (Standing::Claimed, words::CLOCK_RUNNING),
        Verdict::NotStated => return None,
    };
    let line = Line::of(glyphs.get(standing.glyph()), standing.role());
    Some(line.with(" ", Role::Text).with(word.get(lang), Role::Text))
}

/// A headline: the figure, and a sign where it is contested.
fn affected(headline: Option<Headline>, lang: Lang, glyphs: Glyphs) -> Line {
    let Some(Headline { count, contested, .. }) = headline else {
        return Line::of(glyphs.get(Glyph::NotStated), Role::NotStated);
    };
    let line = Line::of(wording::count::compact(count, lang, glyphs), Role::Strong);
    if contested { line.with(glyphs.get(Glyph::Differs), Role::Disputed) } else { line }
}

/// A text with the letters that the filter matched, by their places in characters.
pub fn marked(text: &str, places: &[usize]) -> Line {
    let mut line = Line::new();
    let mut run = (String::new(), false);
    for (at, letter) in text.chars().enumerate() {
        let hit = places.contains(&at);
        if hit != run.1 && !run.0.is_empty() {
            line = line.with(std::mem::take(&mut run.0), if run.1 { Role::Matched } else { Role::Text });
        }
        run.1 = hit;
        run.0.push(letter);
    }
    line.with(run.0, if run.1 { Role::Matched } else { Role::Text })
}
