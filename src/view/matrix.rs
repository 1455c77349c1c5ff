//! Matrices over many incidents: data categories, or measures, by incident, one standing a cell.
//! It tells no statement in full; `item` does, for the cell that is asked about.

use super::Standing;
use super::item::Teller;
use crate::record::Incident;
use crate::record::vocabulary::{DataCategory, DataGroup, MeasureKind, Vocabulary};
use crate::text::{Lang, view};

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

/// A row a category or measure, a cell an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The rows.
    pub rows: Vec<Row>,
}

/// One category or measure over all incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its label.
    pub label: String,
    /// The group that it opens, where rows are grouped and another group began.
    pub group: Option<String>,
    /// In how many incidents it was exposed, claimed or disputed; or done, under way or planned.
    pub total: usize,
    /// A cell an incident.
    pub cells: Vec<Cell>,
}

/// What an incident says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The standing of its status.
    pub standing: Standing,
    /// The places in the record's list of the statements that it sums up.
    pub stated: Vec<usize>,
}

impl Kind {
    /// The statements of one cell, told in full with their sources.
    pub fn tell(self, teller: &Teller, cell: &Cell) -> Vec<super::Item> {
        let tell = |n: &usize| match self {
            Kind::Data => teller.exposure(*n),
            Kind::Measures => teller.measure(*n),
        };
        cell.stated.iter().map(tell).collect()
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
pub fn matrix(kind: Kind, incidents: &[&Incident], order: Order, lang: Lang) -> Matrix {
    let mut rows = match kind {
        Kind::Data => {
            let mut rows = rows(incidents, lang, |i| {
                i.data.iter().map(|d| (d.category, Standing::of_exposure(d.status))).collect()
            });
            // the groups are in order of the format only where the categories are
            rows.sort_by_key(|(category, _)| category.group());
            rows.into_iter()
                .map(|(category, row): (DataCategory, Row)| (Some(category.group()), row))
                .collect::<Vec<_>>()
        }
        Kind::Measures => {
            let rows = rows(incidents, lang, |i| {
                i.measures.iter().map(|m| (m.kind, Standing::of_measure(m.status))).collect()
            });
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

fn rows<V: Vocabulary>(
    incidents: &[&Incident],
    lang: Lang,
    stated: impl Fn(&Incident) -> Vec<(V, Standing)>,
) -> Vec<(V, Row)> {
    let all: Vec<Vec<(V, Standing)>> = incidents.iter().map(|incident| stated(incident)).collect();
    let row = |value: &V| {
        let cells: Vec<Cell> = all.iter().map(|stated| cell(stated, *value)).collect();
        let total = cells.iter().filter(|cell| cell.standing.holds()).count();
        (*value, Row { label: value.label().get(lang).to_owned(), group: None, total, cells })
    };
    let rows = V::all().iter().map(row);
    rows.filter(|(_, row)| row.cells.iter().any(|cell| !cell.stated.is_empty())).collect()
}

fn cell<V: Vocabulary>(stated: &[(V, Standing)], value: V) -> Cell {
    let found: Vec<(usize, Standing)> =
        stated.iter().enumerate().filter(|(_, (v, _))| *v == value).map(|(n, (_, standing))| (n, *standing)).collect();
    let standing = match found[..] {
        [] => Standing::NotStated,
        [(_, first), ref rest @ ..] if rest.iter().all(|(_, standing)| *standing == first) => first,
        _ => Standing::Disputed,
    };
    Cell { standing, stated: found.into_iter().map(|(n, _)| n).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Glyphs;

    fn incident(data: &str) -> Incident {
        let text = format!(
            "{{ title: T, organisation: {{ name: O }}, timeline: [{{ date: 2025, kind: detected }}], data: {data} }}"
        );
        serde_yaml::from_str(&text).unwrap()
    }

    #[test]
    fn what_is_not_listed_is_another_mark_than_what_is_stated_not_exposed() {
        let one = incident("[{ category: name, status: exposed }, { category: password, status: not_exposed }]");
        let two = incident("[{ category: name, status: disputed }]");
        let told = matrix(Kind::Data, &[&one, &two], Order::Grouped, Lang::En);
        let standings = |n: usize| told.rows[n].cells.iter().map(|cell| cell.standing).collect::<Vec<_>>();
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
            serde_yaml::from_str::<Incident>(&text).unwrap()
        };
        let all = ["done", "under_way", "planned", "refused"].map(with);
        let none = incident("[]");
        let incidents: Vec<&Incident> = all.iter().chain([&none]).collect();
        let told = matrix(Kind::Measures, &incidents, Order::Grouped, Lang::En);
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let signs: std::collections::HashSet<&str> =
                told.rows[0].cells.iter().map(|cell| glyphs.get(cell.standing.glyph())).collect();
            assert_eq!(signs.len(), 5, "{signs:?}");
        }
        assert_eq!(told.rows[0].total, 3);
    }
}
