//! What an index tells of how many documents have each value of a field.
//! It looks at no document but one of each value.

use super::words::{all_of, test};
use super::{Bin, Counted, Period, Tally, without};
use crate::query::field::Field;
use crate::query::index::{Index, Sieve};
use crate::query::term::Query;
use crate::text::Lang;
use std::cmp::Reverse;

/// Counts all documents of an index, and those that are shown; `None` if it does not know the values of the field.
pub fn count_by_index(field: Field, index: &Index, shown: &Sieve, lang: Lang) -> Option<Counted> {
    match index.alike(field) {
        Some(alike) => {
            let mut tally = Tally::default();
            for alike in alike {
                let count = [alike.all.count(), alike.all.clone().and(shown).count()];
                tally.add(field, Period::Year, &alike.one, lang, count);
            }
            Some(tally.told(field, Period::Year, lang))
        }
        None => count_words(field, index, shown, lang),
    }
}

fn count_words(field: Field, index: &Index, shown: &Sieve, lang: Lang) -> Option<Counted> {
    let mut bins = Vec::new();
    let mut stated = index.places(std::iter::empty());
    for (id, label) in all_of(field, lang) {
        let test = test(field, id)?;
        let passing = index.passing(&test)?;
        stated = stated.or(&passing);
        let (value, label, query) = (Some(id.to_owned()), label.to_owned(), Some(Query::Test(test)));
        bins.push(Bin { value, label, all: passing.count(), shown: passing.and(shown).count(), query });
    }
    if bins.is_empty() {
        return None;
    }
    bins.retain(|bin| bin.all > 0);
    bins.sort_by(|a, b| (Reverse((a.shown, a.all)), &a.value).cmp(&(Reverse((b.shown, b.all)), &b.value)));
    let total = [index.documents(), shown.count()];
    bins.extend(without(field, [total[0] - stated.count(), total[1] - stated.and(shown).count()], lang));
    Some(Counted { bins, all: total[0], shown: total[1] })
}
