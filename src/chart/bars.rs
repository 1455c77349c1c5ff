//! Bars: counts with their uncertainty, facets to the eighth of a cell, and how many incidents begin in each cell.
//! It does not lay out events in lanes; `chart::lanes` does.

use super::scale::{LogScale, TimeScale};

/// A count, or what is known of it, as a bar on a log scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// How many cells from the left are certain.
    pub solid: u16,
    /// The first and the last cell, both included, that the count may reach beyond what is certain.
    pub whisker: Option<(u16, u16)>,
    /// Whether there is no upper bound; the cell after the solid ones has room for an arrow, if there are any cells.
    pub open_right: bool,
}

/// Makes the bar of a count of which a lower bound, an upper bound or both may be known.
///
/// Nothing known gives an empty bar: it is for the caller to say so in words.
pub fn log_bar(min: Option<u64>, max: Option<u64>, scale: &LogScale) -> Bar {
    let (min, max) = match (min, max) {
        (Some(min), Some(max)) => (Some(min.min(max)), Some(min.max(max))),
        bounds => bounds,
    };
    let solid = scale.length(min.unwrap_or(0));
    match max {
        None if min.is_some() => {
            Bar { solid: solid.min(scale.cells().saturating_sub(1)), whisker: None, open_right: true }
        }
        None => Bar::default(),
        Some(max) => {
            let reach = scale.length(max);
            let whisker = (reach > solid).then(|| (solid, reach - 1));
            Bar { solid, whisker, open_right: false }
        }
    }
}

/// A bar to the eighth of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// How many cells are full.
    pub full: u16,
    /// How many eighths of the next cell are full, from 0 to 7.
    pub eighths: u8,
}

/// Makes a bar of which `max` fills all cells; whatever is not zero shows, and nothing below `max` fills them all.
pub fn linear_bar(value: u64, max: u64, cells: u16) -> Fill {
    if value == 0 || max == 0 || cells == 0 {
        return Fill::default();
    }
    let whole = u128::from(cells) * 8;
    let part = (u128::from(value.min(max)) * whole / u128::from(max)).max(1);
    let full = u16::try_from(part / 8).unwrap_or(cells);
    Fill { full, eighths: u8::try_from(part % 8).unwrap_or(0) }
}

/// How many instants fall into each cell of a time scale, and how many are not shown there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The number for each cell.
    pub counts: Vec<u32>,
    /// How many are before the first cell.
    pub before: u32,
    /// How many are after the last cell.
    pub after: u32,
}

impl Strip {
    /// What was counted on the same scale, here and there.
    #[must_use]
    pub fn and(mut self, other: &Strip) -> Strip {
        self.counts.resize(self.counts.len().max(other.counts.len()), 0);
        let pairs = self.counts.iter_mut().zip(&other.counts);
        let outside = [(&mut self.before, &other.before), (&mut self.after, &other.after)];
        pairs.chain(outside).for_each(|(count, other)| *count = count.saturating_add(*other));
        self
    }

    /// Tells the greatest number in a cell.
    pub fn highest(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0)
    }

    /// Gives the height of each cell, from 0 for none to 8 for the highest.
    pub fn levels(&self) -> impl Iterator<Item = u8> {
        let highest = self.highest();
        self.counts.iter().map(move |count| level(*count, highest))
    }
}

/// Counts instants by the cell they fall into.
pub fn strip(instants: impl IntoIterator<Item = i64>, scale: &TimeScale) -> Strip {
    let mut strip = Strip { counts: vec![0; scale.cells().into()], ..Strip::default() };
    for at in instants {
        let count = match scale.cell(at) {
            ..0 => &mut strip.before,
            cell => usize::try_from(cell).ok().and_then(|c| strip.counts.get_mut(c)).unwrap_or(&mut strip.after),
        };
        *count = count.saturating_add(1);
    }
    strip
}

/// Gives the height of a number beside the highest: 0 for none, 8 for the highest, and whatever is not zero shows.
pub fn level(count: u32, highest: u32) -> u8 {
    let height = (u64::from(count) * 8).div_ceil(u64::from(highest.max(1)));
    u8::try_from(height.min(8)).unwrap_or(8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::Index;

    fn bar(min: Option<u64>, max: Option<u64>) -> Bar {
        log_bar(min, max, &LogScale::new(1_000_000, 62))
    }

    #[test]
    fn a_range_is_solid_up_to_what_is_certain() {
        assert_eq!(bar(Some(10), Some(10)), Bar { solid: 12, whisker: None, open_right: false });
        assert_eq!(bar(Some(10), Some(1_000_000)), Bar { solid: 12, whisker: Some((12, 61)), open_right: false });
        assert_eq!(bar(Some(1_000_000), Some(10)), bar(Some(10), Some(1_000_000)));
    }

    #[test]
    fn an_open_bound_is_an_arrow_or_a_whisker_from_zero() {
        assert_eq!(bar(Some(10), None), Bar { solid: 12, whisker: None, open_right: true });
        assert_eq!(bar(Some(1_000_000), None), Bar { solid: 61, whisker: None, open_right: true });
        assert_eq!(bar(None, Some(10)), Bar { solid: 0, whisker: Some((0, 11)), open_right: false });
    }

    #[test]
    fn zero_and_unknown_are_empty() {
        assert_eq!(bar(Some(0), Some(0)), Bar::default());
        assert_eq!(bar(None, Some(0)), Bar::default());
        assert_eq!(bar(None, None), Bar::default());
    }

    #[test]
    fn facets_are_told_to_the_eighth() {
        assert_eq!(linear_bar(1, 2, 5), Fill { full: 2, eighths: 4 });
        assert_eq!(linear_bar(1, 1_000_000, 5), Fill { full: 0, eighths: 1 });
        assert_eq!(linear_bar(999_999, 1_000_000, 5), Fill { full: 4, eighths: 7 });
        assert_eq!(linear_bar(7, 7, 5), Fill { full: 5, eighths: 0 });
        assert_eq!(linear_bar(7, 0, 5), Fill::default());
    }

    #[test]
    fn incidents_are_counted_where_they_begin() {
        let scale = TimeScale::new(0, 60, 4);
        let strip = strip([0, 59, 179, -1, 240], &scale);
        assert_eq!(strip, Strip { counts: vec![2, 0, 1, 0], before: 1, after: 1 });
        assert_eq!(strip.levels().collect::<Vec<_>>(), [8, 0, 4, 0]);
    }

    proptest! {
        #[test]
        fn a_bar_stays_on_its_cells(min: Option<u64>, max: Option<u64>, top: u64, cells: u16) {
            let bar = log_bar(min, max, &LogScale::new(top, cells));
            prop_assert!(bar.solid <= cells);
            prop_assert!(bar.whisker.is_none_or(|(first, last)| bar.solid == first && first <= last && last < cells));
            prop_assert!(!bar.open_right || cells == 0 || bar.solid < cells);
        }

        #[test]
        fn a_fill_is_full_only_for_the_greatest(value: u64, max: u64, cells in 1_u16..500) {
            let fill = linear_bar(value, max, cells);
            prop_assert_eq!(fill.full == cells, value >= max && max > 0);
            prop_assert_eq!(fill == Fill::default(), value == 0 || max == 0);
            prop_assert!(fill.full < cells || fill.eighths == 0);
        }

        #[test]
        fn every_instant_is_counted_once(instants: Vec<i64>, half: Index, start: i64, step: i64, cells: u16) {
            let scale = TimeScale::new(start, step, cells);
            let counted = |instants: &[i64]| strip(instants.iter().copied(), &scale);
            let all = counted(&instants);
            let shown: u32 = all.counts.iter().sum();
            prop_assert_eq!((shown + all.before + all.after) as usize, instants.len());
            let (here, there) = instants.split_at(half.index(instants.len() + 1));
            prop_assert_eq!(counted(here).and(&counted(there)), all.clone());
            prop_assert_eq!(Strip::default().and(&all), all);
        }

        #[test]
        fn what_is_not_zero_shows(count in 1_u32.., highest: u32) {
            prop_assert!((1..=8).contains(&level(count, highest)));
            prop_assert_eq!(level(0, highest), 0);
        }
    }
}
