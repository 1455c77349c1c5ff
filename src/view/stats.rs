//! Statistics: how many incidents have each value of a field, as a table with bars, JSON or rows for spreadsheets.
//! It counts nothing; who asks gives the bins in their order.

use super::json::FORMAT_VERSION;
use super::line::cut;
use super::{Line, Options};
use crate::chart::bars;
use crate::text::{Lang, number, screen as words};
use crate::theme::{Glyph, Role};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// The names of the columns of a table for spreadsheets.
pub const HEADS: [&str; 4] = ["value", "label", "count", "query"];
/// The most cells of a value's label, and of a bar.
const WIDEST: usize = 40;

/// How many incidents have each value of a field.
#[derive(Clone, Debug)]
pub struct Stats {
    /// The field's name in a query.
    pub by: String,
    /// The field's name for a reader.
    pub name: String,
    /// Whether an incident may have several values.
    pub several: bool,
    /// How many incidents were counted.
    pub total: usize,
    /// The values.
    pub bins: Vec<Bin>,
}

/// One value.
#[derive(Clone, Debug)]
pub struct Bin {
    /// The value; `None` where it is not stated.
    pub value: Option<String>,
    /// The value for a reader.
    pub label: String,
    /// How many incidents have it.
    pub count: usize,
    /// The query that finds them, if one can be written.
    pub query: Option<String>,
}

impl Stats {
    /// The output of `stats`.
    pub fn json(&self) -> Value {
        let bin = |bin: &Bin| json!({ "value": bin.value, "label": bin.label, "count": bin.count, "query": bin.query });
        json!({
            "format_version": FORMAT_VERSION,
            "by": self.by,
            "total": self.total,
            "several": self.several,
            "bins": self.bins.iter().map(bin).collect::<Vec<_>>(),
        })
    }

    /// One row a value; an empty value is one that is not stated.
    pub fn rows(&self) -> Vec<[String; 4]> {
        let row = |bin: &Bin| {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            [text(&bin.value), bin.label.clone(), bin.count.to_string(), text(&bin.query)]
        };
        self.bins.iter().map(row).collect()
    }

    /// The table: what is counted, then each value with its number and a bar.
    pub fn lines(&self, options: &Options) -> Vec<Line> {
        let lang = options.lang;
        let count = |bin: &Bin| number(lang, bin.count as u64);
        let labels = self.bins.iter().map(|bin| bin.label.width()).max().unwrap_or(0).min(WIDEST);
        let counts = self.bins.iter().map(|bin| count(bin).width()).max().unwrap_or(0);
        let most = self.bins.iter().map(|bin| bin.count).max().unwrap_or(0) as u64;
        let room = options.width.saturating_sub(labels + counts + 4).min(WIDEST);
        let room = u16::try_from(room).unwrap_or(0);
        let mut lines = self.head(options);
        for bin in &self.bins {
            let label = cut(&crate::text::clean(&bin.label), labels, options.glyphs.get(Glyph::Ellipsis));
            let gap = labels - label.width() + 2 + counts - count(bin).width();
            let fill = bars::linear_bar(bin.count as u64, most, room);
            let cells = fill.full.max(u16::from(bin.count > 0 && room > 0));
            let role = if bin.value.is_some() { Role::Text } else { Role::NotStated };
            let line = Line::of(label, role).with(" ".repeat(gap), Role::Text).with(count(bin), Role::Strong);
            let bar = options.glyphs.get(Glyph::Bar).repeat(cells.into());
            lines.push(if bar.is_empty() { line } else { line.with("  ", Role::Text).with(bar, Role::Bar) });
        }
        lines
    }

    fn head(&self, options: &Options) -> Vec<Line> {
        let (lang, dot) = (options.lang, format!(" {} ", options.glyphs.get(Glyph::Separator)));
        let mut line = Line::of(&self.name, Role::Heading).with(&dot, Role::Muted);
        line = line.with(incidents(lang, self.total), Role::Muted);
        if self.several {
            line = line.with(dot, Role::Muted).with(words::SEVERAL.get(lang), Role::Muted);
        }
        line.fold(options.width)
    }
}

fn incidents(lang: Lang, count: usize) -> String {
    words::INCIDENTS.of(lang, count as u64)
}
