//! One gap over many incidents: how many state it, where the median lies, which rank each has, all as intervals.
//! It takes every gap for an unknown length between its ends; it never settles on one within.

use crate::record::interval::Gap;
use chrono::TimeDelta;

/// One gap over many incidents; those that do not state it are counted and otherwise left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GapSet {
    /// The least that each gap may be, in order; an open start is the least of all.
    least: Vec<Option<TimeDelta>>,
    /// The most that each gap may be, in order; an open end is the most of all.
    most: Vec<Option<TimeDelta>>,
    incidents: usize,
}

/// The least and the most that a rank may be, from 1, the shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The least.
    pub min: usize,
    /// The most.
    pub max: usize,
}

impl GapSet {
    /// Makes a set of what each incident states; `None`, or a gap of which nothing is known, is not stated.
    pub fn new(gaps: impl IntoIterator<Item = Option<Gap>>) -> GapSet {
        let mut set = GapSet::default();
        for gap in gaps {
            set.incidents += 1;
            if let Some(gap) = gap.filter(|gap| !gap.is_unknown()) {
                set.least.push(gap.min);
                set.most.push(gap.max);
            }
        }
        set.least.sort_unstable();
        set.most.sort_unstable_by_key(|end| (end.is_none(), *end));
        set
    }

    /// How many incidents state it.
    pub fn stated(&self) -> usize {
        self.least.len()
    }

    /// How many incidents there are.
    pub fn incidents(&self) -> usize {
        self.incidents
    }

    /// The shortest; `None` if nobody states it.
    pub fn shortest(&self) -> Option<Gap> {
        self.place(0)
    }

    /// The longest; `None` if nobody states it.
    pub fn longest(&self) -> Option<Gap> {
        self.place(self.stated().checked_sub(1)?)
    }

    /// The median, of an even number the middle of the two in the middle; `None` if nobody states it.
    pub fn median(&self) -> Option<Gap> {
        let count = self.stated();
        let (low, high) = (self.place(count.checked_sub(1)? / 2)?, self.place(count / 2)?);
        let middle = |a: Option<TimeDelta>, b: Option<TimeDelta>| a.zip(b).map(|(a, b)| (a + b) / 2);
        Some(Gap { min: middle(low.min, high.min), max: middle(low.max, high.max) })
    }

    /// What stands at a place of the sorted lengths: they only grow with each length, so their ends sort alone.
    fn place(&self, n: usize) -> Option<Gap> {
        Some(Gap { min: *self.least.get(n)?, max: *self.most.get(n)? })
    }

    /// The rank that one of its gaps may have; equal lengths share the better rank.
    pub fn rank(&self, gap: Gap) -> Rank {
        let is_shorter = |most: &Option<TimeDelta>| matches!((most, gap.min), (Some(most), Some(min)) if *most < min);
        let may_be_shorter = |least: &Option<TimeDelta>| match (least, gap.max) {
            (Some(least), Some(max)) => *least < max,
            _ => true,
        };
        let count = self.least.partition_point(may_be_shorter);
        // it is itself among those that may be shorter, unless it is certain to the second
        let itself = usize::from(may_be_shorter(&gap.min));
        Rank { min: 1 + self.most.partition_point(is_shorter), max: 1 + count.saturating_sub(itself) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn gap((min, width): (i64, i64)) -> Gap {
        Gap { min: Some(TimeDelta::seconds(min)), max: Some(TimeDelta::seconds(min + width)) }
    }

    /// Every way to settle each gap on one length.
    fn settled(ends: &[(i64, i64)]) -> Vec<Vec<i64>> {
        ends.iter().fold(vec![Vec::new()], |all, (min, width)| {
            let more = |lengths: &Vec<i64>| {
                let lengths = lengths.clone();
                (*min..=min + width).map(move |length| [lengths.clone(), vec![length]].concat())
            };
            all.iter().flat_map(more).collect()
        })
    }

    #[test]
    fn what_is_not_stated_is_counted_and_left_out() {
        let set = GapSet::new([None, Some(gap((5, 2))), Some(Gap { min: None, max: None })]);
        assert_eq!((set.stated(), set.incidents(), set.median()), (1, 3, Some(gap((5, 2)))));
        assert_eq!(set.rank(gap((5, 2))), Rank { min: 1, max: 1 });
        assert_eq!(GapSet::new([None]).median(), None);
    }

    #[test]
    fn an_open_gap_may_have_every_rank_on_its_open_side() {
        let open = Gap { min: Some(TimeDelta::seconds(6)), max: None };
        let set = GapSet::new([Some(gap((1, 1))), Some(open), Some(gap((9, 0)))]);
        assert_eq!(set.rank(open), Rank { min: 2, max: 3 });
        assert_eq!(set.rank(gap((9, 0))), Rank { min: 2, max: 3 });
        assert_eq!(set.median(), Some(Gap { min: Some(TimeDelta::seconds(6)), max: Some(TimeDelta::seconds(9)) }));
        assert_eq!(set.longest().and_then(|gap| gap.max), None);
    }

    proptest! {
        #[test]
        fn median_and_ranks_hold_every_way_to_settle_and_no_more(
            ends in proptest::collection::vec((-4i64..8, 0i64..4), 1..5),
        ) {
            let set = GapSet::new(ends.iter().map(|ends| Some(gap(*ends))));
            let mut medians = Vec::new();
            let mut ranks = vec![Vec::new(); ends.len()];
            for lengths in settled(&ends) {
                let mut sorted = lengths.clone();
                sorted.sort_unstable();
                // twice the median, so that it stays whole
                medians.push(sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]);
                for (n, length) in lengths.iter().enumerate() {
                    ranks[n].push(1 + lengths.iter().filter(|other| *other < length).count());
                }
            }
            let median = set.median().unwrap();
            let twice = |end: Option<TimeDelta>| (end.unwrap() * 2).num_seconds();
            prop_assert_eq!(Some(twice(median.min)), medians.iter().min().copied());
            prop_assert_eq!(Some(twice(median.max)), medians.iter().max().copied());
            for (ends, ranks) in ends.iter().zip(ranks) {
                let rank = set.rank(gap(*ends));
                prop_assert_eq!(Some(rank.min), ranks.iter().min().copied());
                prop_assert_eq!(Some(rank.max), ranks.iter().max().copied());
            }
        }
    }
}
