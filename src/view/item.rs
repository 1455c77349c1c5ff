//! Items: one statement of a record each, as the lines that tell it, its place in the record and its sources.
//! It does not order them; dossiers, comparisons and timelines do.

mod claim;
mod response;
mod statement;

pub use claim::Bars;
pub use response::sum;

use super::line::{Line, Span};
use super::{Options, Standing};
use crate::record::clock::Rules;
use crate::record::headline::headline;
use crate::record::vocabulary::{Status, Vocabulary};
use crate::record::{Incident, Localised};
use crate::text::{Phrase, view};
use crate::theme::{Glyph, Role};
use unicode_width::UnicodeWidthStr;

/// Something told of an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The lines that tell it.
    pub lines: Vec<Line>,
    /// Where it stands in the record, such as `timeline[1]`; `None` for what is reckoned or not stated.
    pub at: Option<String>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

impl Item {
    /// An item of one line, without a place in the record.
    pub fn of(line: Line) -> Item {
        Item { lines: vec![line], ..Item::default() }
    }

    /// The item in ASCII punctuation.
    pub fn into_ascii(self) -> Item {
        Item { lines: self.lines.into_iter().map(Line::into_ascii).collect(), ..self }
    }

    /// An item of lines that stand somewhere in the record.
    pub fn at(lines: Vec<Line>, at: impl Into<String>) -> Item {
        Item { lines, at: Some(at.into()), sources: Vec::new() }
    }
}

/// Tells the statements of one incident.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The incident.
    pub incident: &'a Incident,
    /// For whom.
    pub options: Options,
    /// The clocks that are read.
    pub rules: Rules<'a>,
    /// The place of the claim that is shown first; looked for once, for it may take long.
    first: Option<usize>,
}

impl<'a> Teller<'a> {
    /// Tells an incident to a reader.
    pub fn new(incident: &'a Incident, options: Options) -> Teller<'a> {
        Teller { incident, options, rules: Rules::built_in(), first: headline(incident).map(|first| first.index) }
    }

    /// Tells it by other clocks.
    pub fn with_rules(self, rules: Rules<'a>) -> Teller<'a> {
        Teller { rules, ..self }
    }

    /// A text of the catalogue.
    pub fn say(&self, phrase: Phrase) -> &'static str {
        phrase.get(self.options.lang)
    }

    /// The label of a vocabulary's value.
    pub fn label(&self, value: impl Vocabulary) -> &'static str {
        value.label().get(self.options.lang)
    }

    /// A glyph or its twin.
    pub fn glyph(&self, glyph: Glyph) -> &'static str {
        self.options.glyphs.get(glyph)
    }

    /// Whether there is room for columns.
    pub fn is_wide(&self) -> bool {
        self.options.width >= 60
    }

    /// A line that opens with a standing's sign.
    pub fn standing(&self, standing: Standing) -> Line {
        standing.open(self.options.glyphs)
    }

    /// A line that opens with a label and its colon.
    pub fn labelled(&self, label: Phrase) -> Line {
        let lang = self.options.lang;
        Line::of(view::LABEL.fill(lang, &[&label.get(lang)]), Role::Muted).indented(2)
    }

    /// The line that says that something is not stated.
    pub fn not_stated(&self, label: Option<&str>) -> Item {
        let line = self.standing(Standing::NotStated);
        let line = match label {
            Some(label) => line.with(view::LABEL.fill(self.options.lang, &[&label]), Role::Muted),
            None => line,
        };
        Item::of(line.with(self.say(view::NOT_STATED), Role::NotStated))
    }

    /// The line with a separator and one more part.
    pub fn also(&self, line: Line, text: impl AsRef<str>, role: Role) -> Line {
        line.with(format!(" {} ", self.glyph(Glyph::Separator)), Role::Muted).with(text, role)
    }

    /// The line with a standing's sign and its word, which no fold parts.
    pub fn also_standing(&self, line: Line, standing: Standing, word: &str) -> Line {
        self.also(line, format!("{}\u{a0}{word}", self.glyph(standing.glyph())), standing.role())
    }

    /// The line with a first part filled up to a column where there is room, and followed by a separator where not.
    pub fn column(&self, line: Line, text: &str, role: Role, cells: usize) -> Line {
        if self.is_wide() {
            line.with(text, role).with(" ".repeat(cells.saturating_sub(text.width()).max(1) + 1), Role::Text)
        } else {
            line.with(text, role).with(format!(" {} ", self.glyph(Glyph::Separator)), Role::Muted)
        }
    }

    /// The line with a status, unless it is confirmed.
    fn doubt(&self, line: Line, status: Option<Status>) -> Line {
        match status {
            None | Some(Status::Confirmed) => line,
            Some(status) => self.also(line, self.label(status), Standing::of_status(Some(status)).role()),
        }
    }

    /// Texts as lines below the first, the note muted.
    fn prose(&self, text: Option<&Localised>, note: Option<&Localised>) -> Vec<Line> {
        let row =
            |text: &Localised, role| Line::of("  ", Role::Text).with(text.get(self.options.lang), role).indented(2);
        text.map(|text| row(text, Role::Text)).into_iter().chain(note.map(|note| row(note, Role::Muted))).collect()
    }

    /// An item with the ids of its sources at the end of its last line.
    fn sourced(mut lines: Vec<Line>, at: String, sources: &[String]) -> Item {
        if let Some(last) = lines.last_mut().filter(|_| !sources.is_empty()) {
            last.spans.push(Span::new(format!(" [{}]", sources.join(", ")), Role::Muted));
        }
        Item { lines, at: Some(at), sources: sources.to_vec() }
    }
}
