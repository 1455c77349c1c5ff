//! A set of documents as bits, by their places, in blocks whose columns lie together.
//! It knows nothing of what a document holds.

/// The documents of a block.
pub const BLOCK: usize = LANES * 64;
/// The words of bits of a block.
const LANES: usize = 8;

/// Of 64 documents each, which may match.
pub type Lanes = [u64; LANES];
/// All of a block.
pub const ALL: Lanes = [u64::MAX; LANES];
/// None of a block.
pub const NONE: Lanes = [0; LANES];

/// A set of documents, by their places.
#[derive(Clone, Debug)]
pub struct Sieve {
    blocks: Vec<Lanes>,
}

impl Sieve {
    /// So many documents.
    pub fn all(documents: usize) -> Sieve {
        let lane = |first: usize| match documents.saturating_sub(first) {
            left @ 0..64 => (1 << left) - 1,
            _ => u64::MAX,
        };
        let block = |block: usize| std::array::from_fn(|n| lane(block * BLOCK + n * 64));
        Sieve::of_blocks((0..documents.div_ceil(BLOCK)).map(block))
    }

    /// Those of each block.
    pub fn of_blocks(blocks: impl Iterator<Item = Lanes>) -> Sieve {
        Sieve { blocks: blocks.collect() }
    }

    /// Those that are told to be in it, one after another.
    pub fn of_each(is_in: impl Iterator<Item = bool>) -> Sieve {
        let mut blocks = Vec::new();
        for (place, is_in) in is_in.enumerate() {
            if place % BLOCK == 0 {
                blocks.push(NONE);
            }
            if let Some(lanes) = blocks.last_mut() {
                lanes[place % BLOCK / 64] |= u64::from(is_in) << (place % 64);
            }
        }
        Sieve { blocks }
    }

    /// Those at some places of so many documents.
    pub fn of(places: impl Iterator<Item = usize>, documents: usize) -> Sieve {
        let mut blocks = vec![NONE; documents.div_ceil(BLOCK)];
        for place in places {
            if let Some(lanes) = blocks.get_mut(place / BLOCK) {
                lanes[place % BLOCK / 64] |= 1 << (place % 64);
            }
        }
        Sieve { blocks }
    }

    /// The documents of both sets.
    pub fn and(self, other: &Sieve) -> Sieve {
        self.join(other, and)
    }

    /// The documents of either set.
    pub fn or(self, other: &Sieve) -> Sieve {
        self.join(other, or)
    }

    /// Of so many documents, those that are not in the set.
    pub fn not(self, documents: usize) -> Sieve {
        Sieve::all(documents).join(&self, |all, own| std::array::from_fn(|n| all[n] & !own[n]))
    }

    /// How many documents are in the set.
    pub fn count(&self) -> usize {
        self.blocks.iter().flatten().map(|lane| lane.count_ones() as usize).sum()
    }

    /// The places of the documents in the set, in their order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        let lanes = self.blocks.iter().flatten().enumerate();
        lanes.flat_map(|(n, lane)| {
            let rest = std::iter::successors(Some(*lane), |lane| Some(lane & lane.wrapping_sub(1)));
            rest.take_while(|lane| *lane != 0).map(move |lane| n * 64 + lane.trailing_zeros() as usize)
        })
    }

    fn join(mut self, other: &Sieve, how: fn(Lanes, Lanes) -> Lanes) -> Sieve {
        for (own, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *own = how(*own, *other);
        }
        self
    }

    /// Whether the document at a place is in the set.
    pub fn lets_through(&self, place: usize) -> bool {
        let lane = self.blocks.get(place / BLOCK).map_or(u64::MAX, |lanes| lanes[place % BLOCK / 64]);
        lane >> (place % 64) & 1 == 1
    }
}

/// What is in both.
pub fn and(a: Lanes, b: Lanes) -> Lanes {
    std::array::from_fn(|n| a[n] & b[n])
}

/// What is in either.
pub fn or(a: Lanes, b: Lanes) -> Lanes {
    std::array::from_fn(|n| a[n] | b[n])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn the_places_of_a_set_are_those_it_was_made_of(places in prop::collection::btree_set(0_usize..1_500, 0..1_500)) {
            let sieve = Sieve::of(places.iter().copied(), 1_500);
            prop_assert_eq!(sieve.places().collect::<BTreeSet<_>>(), places.clone());
            prop_assert_eq!(sieve.count(), places.len());
            prop_assert_eq!(sieve.not(1_500).places().count(), 1_500 - places.len());
        }
    }
}
