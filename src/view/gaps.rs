//! Gaps and clocks of many incidents: each gap with its rank, then the set's medians, as a page, JSON or rows for spreadsheets.
//! It orders nothing; the incidents come in the order in which they are told.

use super::dossier::clock_standing;
use super::item::Teller;
use super::json;
use super::wording::{clock as clock_wording, gap as gap_wording};
use super::{Line, Options, Standing};
use crate::record::clock::Rules;
use crate::record::gap::set::{GapSet, Rank};
use crate::record::gap::{Between, Stated, stated};
use crate::record::vocabulary::Vocabulary;
use crate::record::{Gap, Incident};
use crate::text::{number, view};
use crate::theme::{Glyph, Role};
use serde_json::{Map, Value, json};
use unicode_width::UnicodeWidthStr;

/// The gaps of many incidents.
#[derive(Clone, Debug)]
pub struct Gaps<'a> {
    incidents: Vec<(&'a Incident, Vec<Option<Stated>>)>,
    asked: Vec<Between>,
    sets: Vec<GapSet>,
    rules: Rules<'a>,
}

/// The names of the columns of a table for spreadsheets.
pub const HEADS: [&str; 13] = [
    "id",
    "kind",
    "name",
    "from",
    "to",
    "min_hours",
    "max_hours",
    "doubtful",
    "rank_min",
    "rank_max",
    "rank_of",
    "verdict",
    "other_readings",
];

impl<'a> Gaps<'a> {
    /// Reckons the gaps that are asked for.
    pub fn new(incidents: &[&'a Incident], asked: &[Between], rules: Rules<'a>) -> Gaps<'a> {
        let of = |incident: &Incident| asked.iter().map(|b| stated(incident, b.from, b.to)).collect::<Vec<_>>();
        let incidents: Vec<(&Incident, Vec<Option<Stated>>)> =
            incidents.iter().map(|incident| (*incident, of(incident))).collect();
        let set = |n: usize| {
            let gap = |all: &Vec<Option<Stated>>| all.get(n).and_then(|stated| Some(stated.as_ref()?.gap));
            GapSet::new(incidents.iter().map(|(_, all)| gap(all)))
        };
        let sets = (0..asked.len()).map(set).collect();
        Gaps { incidents, asked: asked.to_vec(), sets, rules }
    }

    /// The rank of a gap in its set; none where there is nothing to compare with.
    fn rank(&self, n: usize, gap: Gap) -> Option<(Rank, usize)> {
        let set = self.sets.get(n).filter(|set| set.stated() > 1 && !gap.is_unknown())?;
        Some((set.rank(gap), set.stated()))
    }

    /// A page of at most the width of the options.
    pub fn lines(&self, options: &Options) -> Vec<Line> {
        let tellers: Vec<Teller> =
            self.incidents.iter().map(|(incident, _)| Teller::new(incident, *options).with_rules(self.rules)).collect();
        let Some(first) = tellers.first() else { return Vec::new() };
        let cells = self.asked.iter().map(|between| name(first, *between).width() + 1).max().unwrap_or(0).max(20);
        let page = Page { gaps: self, cells, options };
        let mut lines: Vec<Line> = Vec::new();
        for (teller, (_, all)) in tellers.iter().zip(&self.incidents) {
            lines.extend(page.incident(teller, all));
            lines.push(Line::new());
        }
        if self.incidents.len() > 1 {
            lines.extend(page.sets(first));
        } else {
            lines.pop();
        }
        let lines = lines.into_iter().map(|line| match options.glyphs {
            crate::theme::Glyphs::Ascii => line.into_ascii(),
            crate::theme::Glyphs::Unicode => line,
        });
        lines.flat_map(|line| line.fold(options.width)).collect()
    }

    /// The output of `gaps`: the gaps and clocks of each incident, and each gap over all of them.
    pub fn json(&self) -> Value {
        let records = self.incidents.iter().map(|(incident, all)| {
            let gaps = all.iter().enumerate().filter_map(|(n, stated)| {
                let stated = stated.as_ref()?;
                let mut value = json::stated_gap(stated);
                value["rank"] = self
                    .rank(n, stated.gap)
                    .map_or(Value::Null, |(rank, of)| json!({ "min": rank.min, "max": rank.max, "of": of }));
                Some(value)
            });
            json::gaps_row(incident, &gaps.collect(), self.rules)
        });
        let hours = |gap: Option<Gap>| {
            gap.map_or(Value::Null, |gap| json!({ "min_hours": gap.min_hours(), "max_hours": gap.max_hours() }))
        };
        let sets = self.asked.iter().zip(&self.sets).map(|(between, set)| {
            json!({
                "from_first_of": between.from.iter().map(|kind| kind.id()).collect::<Vec<_>>(),
                "to": between.to.id(),
                "stated": set.stated(),
                "records": set.incidents(),
                "median": hours(set.median()),
                "shortest": hours(set.shortest()),
                "longest": hours(set.longest()),
            })
        });
        let mut whole = Map::new();
        whole.insert("format_version".to_owned(), json::FORMAT_VERSION.into());
        whole.insert("records".to_owned(), records.collect());
        whole.insert("sets".to_owned(), sets.collect());
        Value::Object(whole)
    }

    /// One row a gap, then one a clock, for each incident; the other readings as `min..max` hours, joined by `;`.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let json = self.json();
        let mut rows = Vec::new();
        for record in json["records"].as_array().into_iter().flatten() {
            for (kind, list) in [("gap", "gaps"), ("clock", "clocks")] {
                let items = record[list].as_array().into_iter().flatten();
                rows.extend(items.map(|item| row(&record["id"], kind, item)));
            }
        }
        rows
    }
}

fn row(id: &Value, kind: &str, item: &Value) -> Vec<String> {
    let readings = item["readings"].as_array().into_iter().flatten();
    let readings: Vec<String> =
        readings.map(|other| format!("{}..{}", bare(&other["min_hours"]), bare(&other["max_hours"]))).collect();
    let mut cells = vec![bare(id), kind.to_owned()];
    cells.extend(["name", "from", "to", "min_hours", "max_hours", "doubtful"].map(|field| bare(&item[field])));
    cells.extend(["min", "max", "of"].map(|field| bare(&item["rank"][field])));
    cells.extend([bare(&item["verdict"]), readings.join(";")]);
    cells
}

fn bare(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// The name of a gap, with every milestone that it may count from.
fn name(teller: &Teller, between: Between) -> String {
    let from: Vec<&str> = between.from.iter().map(|kind| teller.label(*kind)).collect();
    let from = match from[..] {
        [one, other] => view::ELSE.fill(teller.options.lang, &[&one, &other]),
        _ => from.concat(),
    };
    format!("{from} {} {}", teller.glyph(Glyph::Arrow), teller.label(between.to))
}

/// How a page is laid out.
struct Page<'a> {
    gaps: &'a Gaps<'a>,
    /// The cells of the names.
    cells: usize,
    options: &'a Options,
}

/// The cells of a gap in short.
const SHORT: usize = 16;

impl Page<'_> {
    fn incident(&self, teller: &Teller, all: &[Option<Stated>]) -> Vec<Line> {
        let lang = self.options.lang;
        let mut lines = vec![Line::of(&teller.incident.id, Role::Key)];
        let mut missing = Vec::new();
        for (n, (between, stated)) in self.gaps.asked.iter().zip(all).enumerate() {
            let Some(stated) = stated else {
                missing.push(name(teller, *between));
                continue;
            };
            lines.push(self.gap(teller, n, stated));
            let others = clock_wording::other_gaps(&stated.others, &stated.from, &stated.to, lang);
            lines.extend(others.into_iter().map(|text| below(teller, text)));
        }
        if self.gaps.asked.len() > 1 {
            for reading in self.gaps.rules.read(teller.incident) {
                let standing = clock_standing(&reading);
                let title = clock_wording::name(reading.clock, lang);
                let line = teller.column(teller.standing(standing), &title, Role::Muted, self.cells).indented(4);
                lines.push(line.with(clock_wording::full(&reading, lang), standing.role()));
                lines.extend(clock_wording::others(&reading, lang).into_iter().map(|text| below(teller, text)));
            }
        }
        if !missing.is_empty() {
            lines.push(teller.labelled(view::GAPS_NOT_STATED).with(missing.join(", "), Role::NotStated).indented(4));
        }
        lines
    }

    fn gap(&self, teller: &Teller, n: usize, stated: &Stated) -> Line {
        let lang = self.options.lang;
        let title = format!(
            "{} {} {}",
            teller.label(stated.from.kind),
            teller.glyph(Glyph::Arrow),
            teller.label(stated.to.kind)
        );
        let sign = if stated.is_doubtful() { teller.glyph(Standing::Disputed.glyph()) } else { " " };
        let line = Line::of(sign, Role::Disputed).with(" ", Role::Text).indented(4);
        let line = teller.column(line, &title, Role::Muted, self.cells);
        let words = gap_wording::compact(stated.gap, lang, self.options.glyphs);
        let role = if stated.gap.is_unknown() { Role::NotStated } else { Role::Strong };
        let Some((rank, of)) = self.gaps.rank(n, stated.gap) else { return line.with(words, role) };
        let line = teller.column(line, &words, role, SHORT);
        line.with(view::RANK.fill(lang, &[&ranks(rank, self.options), &number(lang, of as u64)]), Role::Muted)
    }

    /// What each gap is over all incidents.
    fn sets(&self, teller: &Teller) -> Vec<Line> {
        let lang = self.options.lang;
        let count = number(lang, self.gaps.incidents.len() as u64);
        let mut lines = vec![Line::of(view::ALL_INCIDENTS.fill(lang, &[&count]), Role::Heading)];
        for (between, set) in self.gaps.asked.iter().zip(&self.gaps.sets) {
            let line = Line::of("  ", Role::Text).indented(4);
            let line = teller.column(line, &name(teller, *between), Role::Muted, self.cells);
            let told = match distribution(set, self.options) {
                Some(told) => view::STATED_BY.fill(lang, &[&told, &number(lang, set.stated() as u64)]),
                None => teller.say(view::NOT_STATED).to_owned(),
            };
            lines.push(line.with(told, Role::Text));
        }
        lines
    }
}

/// Where a gap stands in a set: its rank, and the set's median and ends; none where there is nothing to compare with.
pub fn standing_in(set: &GapSet, gap: Gap, options: &Options) -> Option<Line> {
    if set.stated() < 2 || gap.is_unknown() {
        return None;
    }
    let stated = number(options.lang, set.stated() as u64);
    let rank = view::RANK.fill(options.lang, &[&ranks(set.rank(gap), options), &stated]);
    let dot = format!(" {} ", options.glyphs.get(Glyph::Separator));
    let line = Line::of(view::IN_FILTERED.get(options.lang), Role::Muted).with(rank, Role::Strong);
    Some(line.with(dot, Role::Muted).with(distribution(set, options)?, Role::Muted))
}

/// The median of a set, and its shortest and longest: `median 2–6 d, from ≤1 d to 12–14 d`.
fn distribution(set: &GapSet, options: &Options) -> Option<String> {
    let short = |gap: Gap| gap_wording::compact(gap, options.lang, options.glyphs);
    let (shortest, median, longest) = (short(set.shortest()?), short(set.median()?), short(set.longest()?));
    Some(match set.stated() {
        1 => median,
        _ => view::DISTRIBUTION.fill(options.lang, &[&median, &shortest, &longest]),
    })
}

/// The ranks that one may have: `3`, or `3–5`.
fn ranks(rank: Rank, options: &Options) -> String {
    let shown = |n: usize| number(options.lang, n as u64);
    if rank.min == rank.max {
        return shown(rank.min);
    }
    format!("{}{}{}", shown(rank.min), options.glyphs.get(Glyph::Between), shown(rank.max))
}

/// What another reading says, below what it is another reading of.
fn below(teller: &Teller, text: String) -> Line {
    let sign = format!("    {} ", teller.glyph(Standing::Disputed.glyph()));
    Line::of(sign, Role::Disputed).with(text, Role::Muted).indented(6)
}

#[cfg(test)]
mod tests;
