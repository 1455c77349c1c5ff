//! What an import came to: how many items, what became of them, what was lost on the way.
//! It words nothing; who prints it does.

use std::collections::BTreeMap;

/// How many different values of one field are told apart.
const MOST: usize = 2_000;

/// How a value fared that could not be kept as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is in the record, but wider or coarser.
    Approximated,
    /// It is in the record in its own words, without a place of its own.
    Unmapped,
    /// It is not in the record.
    Dropped,
}

impl Fate {
    /// Its word in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Fate::Approximated => "approximated",
            Fate::Unmapped => "unmapped",
            Fate::Dropped => "dropped",
        }
    }
}

/// A value that could not be kept as it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// How it fared.
    pub fate: Fate,
    /// The field of the data.
    pub field: &'static str,
    /// The value; empty where the field fares so whatever it holds.
    pub value: String,
}

impl Loss {
    /// A value that is in the record, but wider or coarser.
    pub fn approximated(field: &'static str, value: impl Into<String>) -> Loss {
        Loss { fate: Fate::Approximated, field, value: value.into() }
    }

    /// A value without a place of its own.
    pub fn unmapped(field: &'static str, value: impl Into<String>) -> Loss {
        Loss { fate: Fate::Unmapped, field, value: value.into() }
    }

    /// A value that is not in the record.
    pub fn dropped(field: &'static str, value: impl Into<String>) -> Loss {
        Loss { fate: Fate::Dropped, field, value: value.into() }
    }
}

/// The figures of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Items read.
    pub read: u64,
    /// Records made.
    pub written: u64,
    /// Records that are as they should be.
    pub unchanged: u64,
    /// Records that changed.
    pub updated: u64,
    /// Items without a record.
    pub left_out: u64,
    /// Values that changed in the data and by hand, the hand's being kept.
    pub kept: u64,
    /// How many times the items name data.
    pub mentions: u64,
    /// How many of these have no category of their own.
    pub unmapped: u64,
    /// What was lost, and how many times.
    pub losses: BTreeMap<Loss, u64>,
    /// How many more losses there were than are told apart.
    pub more: u64,
}

impl Report {
    /// Takes note of what an item lost.
    pub fn note(&mut self, losses: &[Loss], mentions: u64) {
        self.mentions += mentions;
        for loss in losses {
            self.unmapped += u64::from(loss.fate == Fate::Unmapped && loss.field == "data");
            if let Some(times) = self.losses.get_mut(loss) {
                *times += 1;
            } else if self.losses.len() < MOST {
                self.losses.insert(loss.clone(), 1);
            } else {
                self.more += 1;
            }
        }
    }

    /// The losses of one fate, the most frequent first.
    pub fn of(&self, fate: Fate) -> Vec<(&Loss, u64)> {
        let mut losses: Vec<_> =
            self.losses.iter().filter(|(loss, _)| loss.fate == fate).map(|(loss, n)| (loss, *n)).collect();
        losses.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        losses
    }
}
