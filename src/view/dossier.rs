//! One incident told in full, in the order of a reader's questions: what happened, who, when, which data, risks, measures.
//! It leaves no expected answer out in silence: where nothing is stated, it says so.

mod gap;

pub use gap::{clock_standing, gap_name, rests_on_doubt};

pub use super::Options;
use super::Standing;
use super::item::{Item, Teller};
use super::line::Line;
use crate::record::Incident;
use crate::record::clock::Rules;
use crate::record::interval::Interval;
use crate::record::vocabulary::{CountUnit, DataGroup, MeasureKind, Vocabulary};
use crate::text::{Lang, Phrase, clean, view};
use crate::theme::{Glyph, Glyphs, Role};

/// One incident told in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier {
    /// The incident's title.
    pub title: String,
    /// The sections in the order of reading.
    pub sections: Vec<Section>,
}

/// A part of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it answers.
    pub kind: SectionKind,
    /// Its title; empty for the head.
    pub title: String,
    /// What is told.
    pub items: Vec<Item>,
}

/// What a section answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// What it is, and the headline count.
    Head,
    /// What happened.
    Summary,
    /// Who is concerned, by whose account.
    Affected,
    /// When what happened.
    Dates,
    /// How long it took, and what the clocks say.
    Gaps,
    /// Which data.
    Data,
    /// Which risks.
    Risks,
    /// Which measures.
    Measures,
    /// What followed in law or office.
    Consequences,
    /// How it happened.
    Attack,
    /// Who else had a part.
    Parties,
    /// Which incidents belong with it.
    Related,
    /// Where the statements come from.
    Sources,
    /// Anything else.
    Notes,
}

impl SectionKind {
    /// The title that a reader sees; the head has none.
    pub fn title(self) -> Option<Phrase> {
        match self {
            SectionKind::Head => None,
            SectionKind::Summary => Some(view::SUMMARY),
            SectionKind::Affected => Some(view::PEOPLE),
            SectionKind::Dates => Some(view::DATES),
            SectionKind::Gaps => Some(view::GAPS),
            SectionKind::Data => Some(view::DATA),
            SectionKind::Risks => Some(view::RISKS),
            SectionKind::Measures => Some(view::MEASURES),
            SectionKind::Consequences => Some(view::CONSEQUENCES),
            SectionKind::Attack => Some(view::ATTACK),
            SectionKind::Parties => Some(view::PARTIES),
            SectionKind::Related => Some(view::RELATED),
            SectionKind::Sources => Some(view::SOURCES),
            SectionKind::Notes => Some(view::NOTES),
        }
    }
}

/// Tells an incident in full, by the clocks built in and without a countdown.
pub fn dossier(incident: &Incident, options: &Options) -> Dossier {
    dossier_by(incident, options, Rules::built_in())
}

/// Tells an incident in full, by given clocks.
pub fn dossier_by(incident: &Incident, options: &Options, rules: Rules) -> Dossier {
    let teller = Teller::new(incident, *options).with_rules(rules);
    let every = |count: usize, tell: &dyn Fn(usize) -> Item| (0..count).map(tell).collect::<Vec<Item>>();
    let sections = [
        (SectionKind::Head, head(&teller)),
        (SectionKind::Summary, summary(&teller)),
        (SectionKind::Affected, affected(&teller)),
        (SectionKind::Dates, dates(&teller)),
        (SectionKind::Gaps, gap::gaps(&teller)),
        (SectionKind::Data, exposures(&teller)),
        (SectionKind::Risks, stated(every(incident.risks.len(), &|n| teller.risk(n)), &teller)),
        (SectionKind::Measures, measures(&teller)),
        (SectionKind::Consequences, every(incident.consequences.len(), &|n| teller.consequence(n))),
        (SectionKind::Attack, teller.attack()),
        (SectionKind::Parties, every(incident.parties.len(), &|n| teller.party(n))),
        (SectionKind::Related, every(incident.related.len(), &|n| teller.related(n))),
        (SectionKind::Sources, stated(every(incident.sources.len(), &|n| teller.source(n)), &teller)),
        (SectionKind::Notes, notes(&teller)),
    ];
    let told = sections.into_iter().filter(|(_, items)| !items.is_empty());
    let titled = told.map(|(kind, items)| {
        let title = kind.title().map_or("", |title| title.get(options.lang)).to_owned();
        let items = match options.glyphs {
            Glyphs::Unicode => items,
            Glyphs::Ascii => items.into_iter().map(Item::into_ascii).collect(),
        };
        Section { kind, title, items }
    });
    Dossier { title: clean(incident.title.get(options.lang)), sections: titled.collect() }
}

/// A dossier as rows of at most `width` cells.
pub fn lines(dossier: &Dossier, width: usize) -> Vec<Line> {
    let mut rows = Vec::new();
    for section in &dossier.sections {
        if !rows.is_empty() {
            rows.push(Line::new());
        }
        if !section.title.is_empty() {
            rows.extend(Line::of(&section.title, Role::Heading).fold(width));
        }
        let all = section.items.iter().flat_map(|item| &item.lines);
        rows.extend(all.flat_map(|line| line.fold(width)));
    }
    rows
}

fn stated(items: Vec<Item>, teller: &Teller) -> Vec<Item> {
    if items.is_empty() { vec![teller.not_stated(None)] } else { items }
}

fn head(teller: &Teller) -> Vec<Item> {
    let (incident, lang) = (teller.incident, teller.options.lang);
    let organisation = &incident.organisation;
    let mut who = Line::of(organisation.name.get(lang), Role::Text).indented(2);
    if !organisation.aliases.is_empty() {
        let names = organisation.aliases.join(", ");
        who = who.with(format!(" ({})", view::ALSO.fill(lang, &[&names])), Role::Muted);
    }
    for part in [organisation.sector.as_deref().map(|word| sector(word, lang)), organisation.country.clone()]
        .into_iter()
        .flatten()
    {
        who = teller.also(who, part, Role::Muted);
    }
    if let Some(status) = incident.status {
        let standing = Standing::of_status(Some(status));
        who = teller.also_standing(who, standing, teller.label(status));
    }
    vec![
        Item::at(vec![Line::of(incident.title.get(lang), Role::Strong)], "title"),
        Item::at(vec![who], "organisation"),
        teller.headline(),
    ]
}

/// A sector as words, in the reader's language where it is a usual one.
pub fn sector(word: &str, lang: Lang) -> String {
    let usual = view::SECTORS.iter().find(|(known, _)| *known == word);
    usual.map_or_else(|| word.replace('_', " "), |(_, name)| name.get(lang).to_owned())
}

fn summary(teller: &Teller) -> Vec<Item> {
    match &teller.incident.summary {
        Some(text) => vec![Item::at(vec![Line::of(text.get(teller.options.lang), Role::Text)], "summary")],
        None => vec![teller.not_stated(None)],
    }
}

fn affected(teller: &Teller) -> Vec<Item> {
    let claims = &teller.incident.affected;
    if claims.is_empty() {
        return vec![teller.not_stated(Some(teller.say(view::HOW_MANY)))];
    }
    let mut items = Vec::new();
    for unit in CountUnit::all() {
        let bars = teller.bars(*unit);
        let of_unit = claims.iter().enumerate().filter(|(_, claim)| claim.unit == *unit);
        items.extend(of_unit.map(|(n, _)| teller.claim(n, bars)));
        items.extend(bars.map(|bars| Item::of(Line::of(bars.caption(teller.options.lang), Role::Muted).indented(2))));
    }
    items.push(Item::of(teller.claimants_key()));
    items
}

fn dates(teller: &Teller) -> Vec<Item> {
    let (incident, zone) = (teller.incident, teller.incident.zone());
    let events = incident.timeline.iter().enumerate();
    let mut dated: Vec<(Interval, Item)> =
        events.map(|(n, event)| (event.date.interval(zone), teller.event(n))).collect();
    let measures = incident.measures.iter().enumerate();
    dated.extend(
        measures.filter_map(|(n, measure)| Some((measure.date.as_ref()?.interval(zone), teller.dated_measure(n)))),
    );
    dated.sort_by_key(|(interval, _)| interval.sort_key());
    dated.into_iter().map(|(_, item)| item).collect()
}

fn exposures(teller: &Teller) -> Vec<Item> {
    let listed = &teller.incident.data;
    if listed.is_empty() {
        return vec![teller.not_stated(None)];
    }
    let mut items = Vec::new();
    for group in DataGroup::all() {
        let of_group = listed.iter().enumerate().filter(|(_, exposure)| exposure.category.group() == *group);
        let told: Vec<Item> = of_group.map(|(n, _)| teller.exposure(n)).collect();
        if !told.is_empty() {
            items.push(Item::of(group_title(teller, *group)));
            items.extend(told);
        }
    }
    items.push(Item::of(Line::of(teller.say(view::UNLISTED), Role::Muted)));
    items
}

/// The title of a group of data; those that an article of law sets apart say what they are.
fn group_title(teller: &Teller, group: DataGroup) -> Line {
    let lang = teller.options.lang;
    match group {
        DataGroup::Article9 | DataGroup::Article10 => {
            let flag = view::GROUP_FLAG.fill(lang, &[&group.label().get(lang), &group.definition().get(lang)]);
            Line::of(format!("{} {flag}", teller.glyph(Glyph::Finding)), Role::Warning)
        }
        _ => Line::of(teller.label(group), Role::Muted),
    }
}

fn measures(teller: &Teller) -> Vec<Item> {
    let incident = teller.incident;
    let mut items: Vec<Item> = (0..incident.measures.len()).map(|n| teller.measure(n)).collect();
    for kind in [MeasureKind::AuthorityNotified, MeasureKind::PersonsInformed] {
        let is_event = kind.event_kind().is_some_and(|event| incident.timeline.iter().any(|e| e.kind == event));
        if !is_event && !incident.measures.iter().any(|measure| measure.kind == kind) {
            items.push(teller.missing_measure(kind));
        }
    }
    if incident.measures.is_empty() {
        items.insert(0, teller.not_stated(None));
    }
    items
}

fn notes(teller: &Teller) -> Vec<Item> {
    let incident = teller.incident;
    let mut items = Vec::new();
    if let Some(notes) = &incident.notes {
        items.push(Item::at(vec![Line::of(notes.get(teller.options.lang), Role::Text)], "notes"));
    }
    if !incident.tags.is_empty() {
        items.push(Item::at(vec![teller.labelled(view::TAGS).with(incident.tags.join(", "), Role::Muted)], "tags"));
    }
    items
}

#[cfg(test)]
mod tests;
