//! Matrices over many incidents: data categories, or measures, by incident, one standing a cell.
//! It tells no statement in full; `item` does, for the cell that is asked about.

use super::Standing;
use super::item::Teller;
use crate::query::{Document, LEAST};
use crate::record::vocabulary::{DataCategory, DataGroup, MeasureKind, Vocabulary};
use crate::text::{Lang, view};
use hashbrown::HashMap;
use rayon::prelude::*;

/// What the rows are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Data categories.
    #[default]
    Data,
    /// Response measures.
    Measures,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As the vocabulary groups them.
    #[default]
    Grouped,
    /// The most common first.
    Common,
}

/// A row a category or measure; what stands in an incident's cell is asked of the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The rows.
    pub rows: Vec<Row>,
}

/// One category or measure over all incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which it is.
    pub value: Value,
    /// Its label.
    pub label: String,
    /// The group that it opens, where rows are grouped and another group began.
    pub group: Option<String>,
    /// In how many incidents it was exposed, claimed or disputed; or done, under way or planned.
    pub total: usize,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A data category.
    Data(DataCategory),
    /// A measure.
    Measure(MeasureKind),
}

impl Value {
    /// What an incident says of it; `None` if it says nothing.
    fn stated(self, document: &Document) -> Option<Standing> {
        match self {
            Value::Data(category) => {
                let stated = document.data.iter().filter(|(known, _)| *known == category);
                sum(stated.map(|(_, status)| Standing::of_exposure(*status)))
            }
            Value::Measure(kind) => {
                let stated = document.measures.iter().filter(|(known, _)| *known == kind);
                sum(stated.map(|(_, status)| Standing::of_measure(*status)))
            }
        }
    }

    /// What an incident says of it.
    pub fn standing(self, document: &Document) -> Standing {
        self.stated(document).unwrap_or(Standing::NotStated)
    }

    /// Everything that an incident states of it, told in full with its sources.
    pub fn tell(self, teller: &Teller) -> Vec<super::Item> {
        match self {
            Value::Data(category) => {
                let stated = teller.incident.data.iter().enumerate().filter(|(_, stated)| stated.category == category);
                stated.map(|(n, _)| teller.exposure(n)).collect()
            }
            Value::Measure(kind) => {
                let stated = teller.incident.measures.iter().enumerate().filter(|(_, stated)| stated.kind == kind);
                stated.map(|(n, _)| teller.measure(n)).collect()
            }
        }
    }
}

impl Order {
    /// The other one.
    pub fn other(self) -> Order {
        match self {
            Order::Grouped => Order::Common,
            Order::Common => Order::Grouped,
        }
    }
}

/// The label of a category away from its group: what GDPR art. 9 and 10 are about says so by itself.
pub fn flagged(label: &str, group: DataGroup, lang: Lang) -> String {
    match group {
        DataGroup::Article9 | DataGroup::Article10 => view::ASIDE.fill(lang, &[&label, &group.label().get(lang)]),
        _ => label.to_owned(),
    }
}

/// The matrix of incidents: only rows that some incident states.
pub fn matrix(kind: Kind, documents: &[&Document], order: Order, lang: Lang) -> Matrix {
    let mut rows = match kind {
        Kind::Data => {
            let mut rows = rows(documents, lang, |document| distinct(&document.data), Value::Data);
            // the groups are in order of the format only where the categories are
            rows.sort_by_key(|(category, _)| category.group());
            rows.into_iter()
                .map(|(category, row): (DataCategory, Row)| (Some(category.group()), row))
                .collect::<Vec<_>>()
        }
        Kind::Measures => {
            let rows = rows(documents, lang, |document| distinct(&document.measures), Value::Measure);
            rows.into_iter().map(|(_, row): (MeasureKind, Row)| (None, row)).collect()
        }
    };
    if order == Order::Common {
        rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.total));
        for (group, row) in &mut rows {
            row.label = group.map_or_else(|| row.label.clone(), |group| flagged(&row.label, group, lang));
        }
    }
    let mut last: Option<DataGroup> = None;
    let opened = rows.into_iter().map(|(group, row)| {
        let opens = order == Order::Grouped && group != last;
        last = group;
        Row { group: group.filter(|_| opens).map(|group| group.label().get(lang).to_owned()), ..row }
    });
    Matrix { rows: opened.collect() }
}

/// The rows of the values that some incident states.
fn rows<V: Vocabulary + Send>(
    documents: &[&Document],
    lang: Lang,
    values: impl Fn(&Document) -> Vec<V> + Sync,
    value: impl Fn(V) -> Value + Sync,
) -> Vec<(V, Row)> {
    // in how many it holds, of those that are stated at all
    let count = |mut counts: HashMap<V, usize>, document: &&Document| {
        for one in values(document) {
            *counts.entry(one).or_default() += usize::from(value(one).standing(document).holds());
        }
        counts
    };
    let sum = |mut counts: HashMap<V, usize>, others: HashMap<V, usize>| {
        others.into_iter().for_each(|(one, count)| *counts.entry(one).or_default() += count);
        counts
    };
    let parts = documents.par_iter().with_min_len(LEAST).fold(HashMap::new, count);
    let counts = parts.reduce(HashMap::new, sum);
    let row = |one: &V| {
        let total = *counts.get(one)?;
        Some((*one, Row { value: value(*one), label: one.label().get(lang).to_owned(), group: None, total }))
    };
    V::all().iter().filter_map(row).collect()
}

/// The values of some statements, none twice.
fn distinct<V: Copy + PartialEq, S>(stated: &[(V, S)]) -> Vec<V> {
    let is_first = |(n, (value, _)): &(usize, &(V, S))| !stated[..*n].iter().any(|(earlier, _)| earlier == value);
    stated.iter().enumerate().filter(is_first).map(|(_, (value, _))| *value).collect()
}

/// What several statements come to: where they differ, it is disputed.
fn sum(mut stated: impl Iterator<Item = Standing>) -> Option<Standing> {
    let first = stated.next()?;
    Some(if stated.all(|standing| standing == first) { first } else { Standing::Disputed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Glyphs;

    fn incident(data: &str) -> Document {
        let text = format!(
            "{{ title: T, organisation: {{ name: O }}, timeline: [{{ date: 2025, kind: detected }}], data: {data} }}"
        );
        Document::new(&serde_yaml::from_str(&text).unwrap())
    }

    #[test]
    fn what_is_not_listed_is_another_mark_than_what_is_stated_not_exposed() {
        let one = incident("[{ category: name, status: exposed }, { category: password, status: not_exposed }]");
        let two = incident("[{ category: name, status: disputed }]");
        let told = matrix(Kind::Data, &[&one, &two], Order::Grouped, Lang::En);
        let standings = |n: usize| [&one, &two].map(|document| told.rows[n].value.standing(document));
        assert_eq!(told.rows.iter().map(|row| row.label.as_str()).collect::<Vec<_>>(), ["Name", "Password"]);
        assert_eq!(standings(0), [Standing::Yes, Standing::Disputed]);
        assert_eq!(standings(1), [Standing::No, Standing::NotStated]);
        assert_eq!((told.rows[0].total, told.rows[1].total), (2, 0));
        assert_eq!(told.rows[1].group.as_deref(), Some("Account"));
    }

    #[test]
    fn the_most_common_comes_first_when_asked() {
        let one = incident("[{ category: name, status: exposed }, { category: email, status: exposed }]");
        let two = incident("[{ category: email, status: claimed }]");
        let told = matrix(Kind::Data, &[&one, &two], Order::Common, Lang::En);
        assert_eq!(told.rows[0].label, "E-mail address");
        assert_eq!(told.rows[0].group, None);
    }

    #[test]
    fn away_from_its_group_what_art_9_is_about_says_so() {
        let one = incident("[{ category: health, status: exposed }]");
        let labels = |order| matrix(Kind::Data, &[&one], order, Lang::En).rows.remove(0).label;
        assert_eq!(labels(Order::Grouped), "Health");
        assert_eq!(labels(Order::Common), "Health (GDPR art. 9)");
    }

    #[test]
    fn done_under_way_planned_refused_and_not_stated_are_told_apart() {
        let with = |status: &str| {
            let text = format!(
                "{{ title: T, organisation: {{ name: O }}, timeline: [{{ date: 2025, kind: detected }}], \
                 measures: [{{ kind: audit, status: {status} }}] }}"
            );
            Document::new(&serde_yaml::from_str(&text).unwrap())
        };
        let all = ["done", "under_way", "planned", "refused"].map(with);
        let none = incident("[]");
        let documents: Vec<&Document> = all.iter().chain([&none]).collect();
        let told = matrix(Kind::Measures, &documents, Order::Grouped, Lang::En);
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let signs: std::collections::HashSet<&str> =
                documents.iter().map(|document| glyphs.get(told.rows[0].value.standing(document).glyph())).collect();
            assert_eq!(signs.len(), 5, "{signs:?}");
        }
        assert_eq!(told.rows[0].total, 3);
    }
}
